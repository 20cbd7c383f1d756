"""The engine agrees with an enumeration of what each record leaves open."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from natobrief.model import AnyRecord, Meeting, Person, Quote, Statement
from natobrief.query import Corpus
from natobrief.query.evaluate import test_of as asked_of_one
from natobrief.when import When
from tests.query import oracle
from tests.query.oracle import Asked
from tests.query.questions import Question, criteria
from tests.query.small import directory
from tests.query.strategies import links, record_lists, time_in

_CLASSES: dict[str, type[AnyRecord]] = {
    "quotes": Quote,
    "statements": Statement,
    "meetings": Meeting,
}
_EXAMPLES = 100
Answers = Mapping[AnyRecord, int]
Put = Callable[[Any], Any]


def combined(asked: Sequence[Question], scope: Answers) -> Iterator[tuple[str, Put, Answers]]:
    """Yield questions made of one or two criteria, each with the answers by Kleene's tables."""
    answers = [{record: one.answer(record) for record in scope} for one in asked]

    def by(table: Callable[[int, int], int], i: int, j: int) -> Answers:
        return {record: table(answers[i][record], answers[j][record]) for record in scope}

    for i, one in enumerate(asked):
        yield one.words, one.put, answers[i]
        yield f"not {one.words}", _negated(one.put), by(lambda a, _: 2 - a, i, i)
    for (i, a), (j, b) in itertools.combinations(enumerate(asked), 2):
        words = f"({a.words}, {b.words})"
        yield f"both {words}", _chained(a.put, b.put), by(min, i, j)
        yield f"and {words}", _joined(_and, a.put, b.put), by(min, i, j)
        yield f"or {words}", _joined(_or, a.put, b.put), by(max, i, j)
        without = by(lambda x, y: min(x, 2 - y), i, j)
        yield f"without {words}", _joined(_without, a.put, b.put), without


def _and(one: Any, other: Any) -> Any:
    return one & other


def _or(one: Any, other: Any) -> Any:
    return one | other


def _without(one: Any, other: Any) -> Any:
    return one - other


def _negated(put: Put) -> Put:
    return lambda selection: ~put(selection)


def _chained(first: Put, second: Put) -> Put:
    return lambda selection: second(first(selection))


def _joined(how: Callable[[Any, Any], Any], first: Put, second: Put) -> Put:
    return lambda selection: how(first(selection), second(selection))


def assert_agrees(selection: Any, answers: Answers, words: str) -> None:
    expected = {t: oracle.ordered(r for r, a in answers.items() if a >= t) for t in (1, 2)}
    assert list(selection) == expected[2], words
    assert list(selection.possible()) == expected[1], words
    undecided = [record for record in expected[1] if answers[record] == 1]
    assert list(selection.undecided) == undecided, words


def test_every_question_is_answered_as_by_enumeration() -> None:
    """Ask fifty questions of each of a hundred generated corpora: five thousand in all."""
    asked: list[int] = []

    @given(st.data())
    @settings(max_examples=_EXAMPLES)
    def ask(data: st.DataObject) -> None:
        asked.append(ask_all(data))

    ask()
    assert sum(asked) >= 5_000


def ask_all(data: st.DataObject) -> int:
    """Ask questions of one generated corpus; return how many agreed with the enumeration."""
    records, joined = data.draw(record_lists()), data.draw(links())
    kind = data.draw(st.sampled_from(sorted(_CLASSES)))
    day = data.draw(st.sampled_from([None, "2022-01-06", "2022-01-07", "2022-01-20"]))
    base = getattr(Corpus.of(*records, *joined, directory=directory()), kind)
    base = base if day is None else base.as_of(day)

    instant = None if day is None else When.parse(day).bounds[1]
    distinct = [r for r in dict.fromkeys(records) if isinstance(r, _CLASSES[kind])]
    if kind == "meetings" and not data.draw(st.booleans()):
        scope: dict[AnyRecord, int] = {
            report: seen
            for reports in oracle.classes([r for r in distinct if isinstance(r, Meeting)], joined)
            for report, seen in oracle.newest(reports, instant).items()
        }
    else:
        scope = {record: oracle.was_known(record, instant) for record in distinct}
        base = base.revisions() if kind == "meetings" else base

    asked = [data.draw(criteria(kind, records, joined)) for _ in range(5)]
    number = 0
    for words, put, answers in combined(asked, scope):
        seen = {record: min(scope[record], answer) for record, answer in answers.items()}
        assert_agrees(put(base), seen, words)
        number += 1
    return number


# Many records, so that coarse and fine times lie among one another in the index.

_CLOCKS = (
    "T09Z",
    "T09:10Z",
    "T09:30Z",
    "T09:55Z",
    "T09:30:15Z",
    "T23:30-05:00",
    "T00:30+09:00",
    "T09:30:15.000001Z",
)
_DATES = ("2021", "2022", "202X", "2021-03", "2021-12", "2022-02", "2021-W52", "2022-21", "XXXX-01")


def some_time(chance: random.Random, *, period: bool) -> str | None:
    day = f"202{chance.randint(1, 2)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    kind = chance.randrange(10)
    if kind == 0:
        return None
    if kind == 1:
        return chance.choice(_DATES)
    if kind == 2:
        return f"[{day}..]" if chance.random() < 0.2 else f"[{day}..2022-12-31]"
    if kind == 3:
        return f"{day}[Europe/Brussels]"
    if kind == 4 and period:
        return f"{day}/{chance.choice(['..', '', '2022-12-30', '2023'])}"
    if kind < 7:
        return day
    return chance.choice([day, "2022-01-07", "2022-01-07"]) + chance.choice(_CLOCKS)


def many(chance: random.Random, size: int) -> list[AnyRecord]:
    names = [None, *(Person(name=name) for name in ("Ann Lee", "Lee", "Ben Ode"))]
    records: list[AnyRecord] = []
    for number in range(size):
        known = some_time(chance, period=False)
        if number % 3:
            said, speaker = some_time(chance, period=False), chance.choice(names)
            records.append(Quote(text=f"{number % 7}", said=said, speaker=speaker, known=known))
        else:
            held = some_time(chance, period=True)
            records.append(Meeting(uid=f"{number}", held=held, known=known))
    return records


@pytest.mark.parametrize("seed", range(4))
def test_a_large_corpus_is_answered_as_by_enumeration(seed: int) -> None:
    chance = random.Random(seed)
    corpus = Corpus.of(*many(chance, 240), directory=directory())
    assert list(corpus) == oracle.ordered(corpus.records)
    for _ in range(12):
        text = some_time(chance, period=True) or "2022"
        x = Asked(time_in(text), whole=True)
        day = f"2022-{chance.randint(1, 12):02}"
        end = When.parse(day).bounds[1]
        for kind, relation in itertools.product(("quotes", "meetings"), ("on", "before", "after")):
            ask = {"on": oracle.overlaps, "before": oracle.before, "after": oracle.after}[relation]
            base = getattr(corpus, kind)
            answers = {record: ask(record, x) for record in base}
            words = f"{kind} {relation} {text}"
            assert_agrees(getattr(base, relation)(text), answers, words)
            then = {r: min(a, oracle.was_known(r, end)) for r, a in answers.items()}
            assert_agrees(getattr(base.as_of(day), relation)(text), then, f"{words} as of {day}")
            if kind == "quotes":
                ann = getattr(base, relation)(text).by("Ann Lee")
                assert len(ann) == sum(
                    a == 2 and r.speaker is not None and r.speaker.name == "Ann Lee"
                    for r, a in answers.items()
                ), words


@pytest.mark.parametrize("seed", range(2))
def test_an_index_finds_what_a_look_at_each_record_finds(seed: int) -> None:
    chance = random.Random(seed)
    quotes = Corpus.of(*many(chance, 150), directory=directory()).quotes
    for day in ("2021-06", "2022-01-07", "2022"):
        for selection in (
            quotes.during(day).by("Lee"),
            quotes.kind("direct") - quotes.after(day),
            (quotes.by("Ben Ode") | quotes.mentioning("3")) & ~quotes.before(day),
        ):
            tests = [asked_of_one(criterion) for criterion in selection.query.where]
            truths = {quote: [test(quote) for test in tests] for quote in quotes}
            assert list(selection) == [
                q for q, each in truths.items() if all(t.certain for t in each)
            ]
            possible = [q for q, each in truths.items() if all(t.possible for t in each)]
            assert list(selection.possible()) == possible
