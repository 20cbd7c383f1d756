"""Questions: how to put each to the library, and what the oracle answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from natobrief.model import AnyRecord, Link, Meeting, OccasionRelation, Quote, Statement
from natobrief.when import When
from tests.query import oracle
from tests.query.oracle import Asked, Known
from tests.query.small import WORLD
from tests.query.strategies import DAYS, NAMES, TIMES, time_in

__all__ = ["Question", "criteria", "questions"]


@dataclass(frozen=True)
class Question:
    """One criterion: in words, put to a selection, and asked of one record by the oracle."""

    words: str
    put: Callable[[Any], Any]
    answer: Callable[[AnyRecord], int]


Draw = Callable[[st.SearchStrategy[Any]], Any]


def _x(draw: Draw, records: Sequence[AnyRecord]) -> tuple[Any, Asked]:
    """Draw a day argument, and what it means."""
    meetings = [record for record in records if isinstance(record, Meeting)]
    if meetings and draw(st.booleans()):
        meeting = draw(st.sampled_from(meetings))
        return meeting, Asked(oracle.time_of(meeting), whole=False)
    text = draw(st.sampled_from(TIMES))
    return text, Asked(time_in(text), whole=True)


def _times(draw: Draw, records: Sequence[AnyRecord]) -> list[Question]:
    x, asked = _x(draw, records)
    a = draw(st.sampled_from(["2022-01-07", "2022-01-08/"]))
    b = draw(st.sampled_from(["2022-01-10", "2022-W02"]))
    start, end = Asked(time_in(a), whole=True), Asked(time_in(b), whole=True)
    return [
        Question(f"on {x}", lambda s: s.on(x), lambda r: oracle.overlaps(r, asked)),
        Question(f"during {x}", lambda s: s.during(x), lambda r: oracle.overlaps(r, asked)),
        Question(f"before {x}", lambda s: s.before(x), lambda r: oracle.before(r, asked)),
        Question(f"after {x}", lambda s: s.after(x), lambda r: oracle.after(r, asked)),
        Question(
            f"between {a} and {b}",
            lambda s: s.between(a, b),
            lambda r: oracle.between(r, start, end),
        ),
    ]


def _around(draw: Draw, records: Sequence[AnyRecord], links: Sequence[Link]) -> Question:
    x, asked = _x(draw, records)
    days = draw(st.integers(0, 3))

    def answer(record: AnyRecord) -> int:
        near = oracle.around(record, asked, days)
        if isinstance(record, Statement) and isinstance(x, Meeting):
            uids = oracle.followed(x.uid, links)
            at = record.occasion_relation is OccasionRelation.AT and record.occasion in uids
            return 2 if at else near
        return near

    return Question(f"{days} days around {x}", lambda s: s.around(x, days=days), answer)


def _names(draw: Draw, records: Sequence[AnyRecord]) -> list[Question]:
    known = Known.of(WORLD, records)
    seen = [name for name in NAMES if oracle.fold(name) in WORLD.bearers | known.seen]
    name = draw(st.sampled_from(seen))
    meant = known.meant(name)

    def involved(record: AnyRecord) -> int:
        if isinstance(record, Quote):
            return known.same(meant, record.speaker)
        if isinstance(record, Statement):
            named = [record.speaker, *record.audience]
            principal = record.on_behalf_of
            answers = [known.same(meant, one) for one in named]
            return max([*answers, 0 if principal is None else known.same(meant, principal)])
        actors = [p.actor for p in record.participants]
        actors += [] if record.body is None else [record.body]
        return max([0, *(known.same(meant, actor) for actor in actors)])

    return [Question(f"involving {name}", lambda s: s.involving(name), involved)]


def _spoken(draw: Draw, records: Sequence[AnyRecord]) -> list[Question]:
    known = Known.of(WORLD, records)
    seen = [name for name in NAMES if oracle.fold(name) in WORLD.bearers | known.seen]
    name = draw(st.sampled_from(seen))
    meant = known.meant(name)

    def by(record: Any) -> int:
        return known.same(meant, record.speaker)

    def holder(record: Any) -> int:
        answers = [
            min(known.same({own_id}, record.speaker), oracle.overlaps(record, Asked(term, False)))
            for own_id, term in WORLD.held["speaker"]
        ]
        in_post = 0 if record.post is None else known.same({"speaker"}, record.post)
        return max([*answers, in_post])

    return [
        Question(f"by {name}", lambda s: s.by(name), by),
        Question("by holder", lambda s: s.by_holder_of("Speaker"), holder),
    ]


def _words(draw: Draw) -> Question:
    phrase = draw(st.sampled_from(["risk of conflict", "DIALOGUE", "strasse", "o"]))

    def answer(record: AnyRecord) -> int:
        texts = [record.name, *record.agenda] if isinstance(record, Meeting) else [record.text]
        found = [1 if t is None else 2 * (oracle.fold(phrase) in oracle.fold(t)) for t in texts]
        return max(found)

    return Question(f"mentioning {phrase}", lambda s: s.mentioning(phrase), answer)


def _field(words: str, put: Callable[[Any], Any], field: str, allowed: set[Any]) -> Question:
    def answer(record: AnyRecord) -> int:
        value = getattr(record, field)
        return 1 if value is None else 2 * (value in allowed)

    return Question(words, put, answer)


def _of_statements(draw: Draw, links: Sequence[Link], uids: Sequence[str]) -> list[Question]:
    uid = draw(st.sampled_from(uids))
    relation = draw(st.none() | st.sampled_from(OccasionRelation))
    occasion = _field("occasion", lambda s: s, "occasion", oracle.followed(uid, links))
    stands = _field("relation", lambda s: s, "occasion_relation", {relation})

    def answer(record: AnyRecord) -> int:
        first = occasion.answer(record)
        return first if relation is None else min(first, stands.answer(record))

    return [Question(f"occasion {uid} {relation}", lambda s: s.occasion(uid, relation), answer)]


def _of_meetings(draw: Draw, links: Sequence[Link], uids: Sequence[str]) -> list[Question]:
    uid, day = draw(st.sampled_from(uids)), draw(st.sampled_from(DAYS))
    statuses = draw(st.lists(st.sampled_from(["cancelled", "tentative"]), min_size=1))
    asked = Asked(When.parse(day), whole=True)

    def upcoming(record: AnyRecord) -> int:
        assert isinstance(record, Meeting)
        called_off = record.status.value == "cancelled" or record.outcome.value == "not_held"
        return 0 if called_off else oracle.after(record, asked)

    return [
        _field(f"part of {uid}", lambda s: s.part_of(uid), "part_of", oracle.followed(uid, links)),
        Question(f"upcoming {day}", lambda s: s.upcoming(on=day), upcoming),
        Question(
            f"status {statuses}",
            lambda s: s.status(*statuses),
            lambda r: 2 * (getattr(r, "status").value in statuses),  # noqa: B009
        ),
    ]


def _uids(records: Sequence[AnyRecord], links: Sequence[Link]) -> list[str]:
    """Return the uids that a corpus knows, or none at all."""
    used = {u for link in links for u in (link.uid, link.same_as)}
    for record in records:
        if isinstance(record, Meeting):
            used |= {record.uid} | ({record.part_of} if record.part_of else set())
        elif isinstance(record, Statement) and record.occasion:
            used.add(record.occasion)
    return sorted(used)


@st.composite
def criteria(
    draw: st.DrawFn, kind: str, records: Sequence[AnyRecord], links: Sequence[Link]
) -> Question:
    """Draw one criterion that makes sense for a kind."""
    uids = _uids(records, links)
    options = [*_times(draw, records), _around(draw, records, links), *_names(draw, records)]
    options.append(_words(draw))
    if kind != "meetings":
        options += _spoken(draw, records)
    if kind == "statements" and uids:
        options += _of_statements(draw, links, uids)
    if kind == "meetings" and uids:
        options += _of_meetings(draw, links, uids)
    chosen: Question = draw(st.sampled_from(options))
    return chosen


@st.composite
def questions(
    draw: st.DrawFn, kind: str, records: Sequence[AnyRecord], links: Sequence[Link]
) -> Question:
    """Draw a criterion, or a question that combines two."""
    first, second = (draw(criteria(kind, records, links)) for _ in range(2))
    words = f"({first.words}) and ({second.words})"
    options: list[Question] = [
        first,
        second,
        Question(
            words,
            lambda s: second.put(first.put(s)),
            lambda r: min(first.answer(r), second.answer(r)),
        ),
        Question(
            f"{words} as sets",
            lambda s: first.put(s) & second.put(s),
            lambda r: min(first.answer(r), second.answer(r)),
        ),
        Question(
            f"({first.words}) or ({second.words})",
            lambda s: first.put(s) | second.put(s),
            lambda r: max(first.answer(r), second.answer(r)),
        ),
        Question(
            f"({first.words}) without ({second.words})",
            lambda s: first.put(s) - second.put(s),
            lambda r: min(first.answer(r), 2 - second.answer(r)),
        ),
        Question(f"not ({first.words})", lambda s: ~first.put(s), lambda r: 2 - first.answer(r)),
    ]
    chosen: Question = draw(st.sampled_from(options))
    return chosen
