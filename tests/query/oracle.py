"""Answers to questions by enumeration, written apart from the engine.

Truth is a number here: 0 no, 1 possibly, 2 yes; Kleene's AND is ``min``, OR is ``max``. What a
record leaves open stands for a set of worlds: instants within bounds, people who bear a name. A
question is asked in each of them.
"""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import unicodedata
import zoneinfo
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from natobrief.model import AnyRecord, Group, Link, Meeting, Person, Quote, Statement
from natobrief.when import MAX_US, MIN_US, Period, When

__all__ = ["Asked", "Known", "World", "classes", "followed", "newest", "ordered", "time_of"]

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MICRO = dt.timedelta(microseconds=1)


def truth(answers: Iterable[bool]) -> int:
    """Return 2 if all worlds say yes, 0 if none does, else 1."""
    found = set(answers)
    assert found, "a record allows no world at all"
    return 2 if found == {True} else 0 if found == {False} else 1


def fold(text: str) -> str:
    once = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(unicodedata.normalize("NFKC", once).split())


def time_of(record: AnyRecord) -> When | Period | None:
    if isinstance(record, Quote):
        return record.said
    if isinstance(record, Statement):
        return record.made
    return record.held or record.scheduled


class Asked(NamedTuple):
    """A time that is asked about: the first instant of what is named, and the last."""

    time: When | Period | None
    whole: bool  # a day means all of it; the time of a meeting is one instant somewhere in it

    @property
    def zone(self) -> str:
        return "UTC" if self.time is None else self.time.zone


def _limits(time: When | Period | None) -> list[int]:
    return [MIN_US, MAX_US] if time is None else list(time.bounds)


def _worlds(asked: Asked, marks: Iterable[int]) -> list[tuple[int, int]]:
    """Return pairs of first and last instants that are possible, around some marks."""
    near = sorted({m + d for m in marks for d in (-1, 0, 1)})
    time = asked.time
    if isinstance(time, When):
        low, high = time.bounds
        if asked.whole:
            return [(low, high - 1)]
        return [(t, t) for t in near if low <= t < high]
    s_low, s_high, e_low, e_high = time.bounds if time else (MIN_US, MAX_US, MIN_US, MAX_US)
    starts = [t for t in near if s_low <= t < s_high]
    ends = [t for t in near if e_low <= t < e_high]
    return [(s, e) for s in starts for e in ends if s <= e]


def related(record: AnyRecord, x: Asked, holds: Callable[[int, int, int, int], bool]) -> int:
    """Ask whether ``holds(s, e, s of x, e of x)`` in each world."""
    own = Asked(time_of(record), whole=False)
    if own.time is None:
        return 1
    marks = _limits(own.time) + _limits(x.time)
    pairs = itertools.product(_worlds(own, marks), _worlds(x, marks))
    return truth(holds(*mine, *theirs) for mine, theirs in pairs)


def overlaps(record: AnyRecord, x: Asked) -> int:
    return related(record, x, lambda s, e, xs, xe: s <= xe and xs <= e)


def before(record: AnyRecord, x: Asked) -> int:
    return related(record, x, lambda _s, e, xs, _xe: e < xs)


def after(record: AnyRecord, x: Asked) -> int:
    return related(record, x, lambda s, _e, _xs, xe: s > xe)


def between(record: AnyRecord, a: Asked, b: Asked) -> int:
    """From the start of one to the end of another."""
    own = Asked(time_of(record), whole=False)
    if own.time is None:
        return 1
    marks = _limits(own.time) + _limits(a.time) + _limits(b.time)
    worlds = itertools.product(_worlds(own, marks), _worlds(a, marks), _worlds(b, marks))
    return truth(s <= be and a_s <= e for (s, e), (a_s, _), (_, be) in worlds if a_s <= be)


@functools.cache
def _day(instant: int, zone: str) -> int:
    """Return the number of the local day of an instant."""
    instant = min(max(instant, MIN_US + 2 * 86_400_000_000), MAX_US - 2 * 86_400_000_000)
    return (_EPOCH + instant * _MICRO).astimezone(zoneinfo.ZoneInfo(zone)).toordinal()


@functools.cache
def _midnight(day: int, zone: str) -> int:
    """Return the first instant of a local day, by looking at it hour by hour."""
    guess = (dt.datetime.fromordinal(day).replace(tzinfo=dt.UTC) - _EPOCH) // _MICRO
    hours = (guess + h * 3_600_000_000 for h in range(-16, 17))
    return next(t for t in hours if _day(t, zone) == day)


def around(record: AnyRecord, x: Asked, days: int) -> int:
    """Compare local days."""
    own = Asked(time_of(record), whole=False)
    if own.time is None:
        return 1
    zone = x.zone
    marks = _limits(own.time) + _limits(x.time)
    for instant in _limits(x.time):
        if abs(instant) < 10**16:
            day = _day(instant, zone)
            marks += [_midnight(day + n, zone) for n in range(-days - 1, days + 2)]
    pairs = itertools.product(_worlds(own, marks), _worlds(x, marks))
    return truth(
        _day(s, zone) <= _day(xe, zone) + days and _day(e, zone) >= _day(xs, zone) - days
        for (s, e), (xs, xe) in pairs
    )


class World(NamedTuple):
    """What a directory says: who bears which folded name, and who held which post when."""

    bearers: dict[str, set[str]]
    held: dict[str, list[tuple[str, Period]]]


class Known(NamedTuple):
    """Who is who, for a directory and the records of a corpus."""

    world: World
    seen: dict[str, set[str]]

    @classmethod
    def of(cls, world: World, records: Iterable[AnyRecord]) -> Known:
        seen: dict[str, set[str]] = {}
        for record in records:
            for one in _things(record):
                ids = seen.setdefault(fold(one.name), set())
                if one.id is not None:
                    ids.add(one.id)
        return cls(world, seen)

    def meant(self, name: str) -> set[str]:
        """Return all whom a name can mean: ids, or the name itself where nobody has one."""
        folded = fold(name)
        return self.world.bearers.get(folded) or self.seen.get(folded) or {f"={folded}"}

    def same(self, asked: set[str], thing: Any) -> int:
        """Ask whether an actor, post or place is the one that is asked for."""
        if thing is None or (isinstance(thing, Person) and thing.anonymous):
            return 1
        own = {thing.id} if thing.id is not None else self.meant(thing.name)
        answer = truth(a == b for a in asked for b in own)
        if isinstance(thing, Group):
            return max([answer, *(self.same(asked, member) for member in thing.members)])
        return answer


def _things(record: AnyRecord) -> list[Any]:
    if isinstance(record, Meeting):
        actors = [record.body, *(p.actor for p in record.participants)]
    elif isinstance(record, Statement):
        actors = [record.speaker, record.on_behalf_of, *record.audience]
    else:
        actors = [record.speaker]
    found: list[Any] = []
    while actors:
        actor = actors.pop()
        if isinstance(actor, Group):
            actors.extend(actor.members)
        if actor is not None and not (isinstance(actor, Person) and actor.anonymous):
            found.append(actor)
    return found


def followed(uid: str, links: Sequence[Link]) -> set[str]:
    """Return all uids that links lead to from one, step by step."""
    found = {uid}
    while True:
        pairs = [{link.uid, link.same_as} for link in links]
        more = found.union(*(pair for pair in pairs if pair & found))
        if more == found:
            return found
        found = more


def classes(meetings: Sequence[Meeting], links: Sequence[Link]) -> list[list[Meeting]]:
    """Return the reports of each encounter, from the oldest to the newest."""
    found: dict[frozenset[str], list[Meeting]] = {}
    for meeting in meetings:
        found.setdefault(frozenset(followed(meeting.uid, links)), []).append(meeting)
    return [sorted(each, key=_age) for each in found.values()]


def _age(meeting: Meeting) -> tuple[object, ...]:
    known = meeting.known
    if known is None:
        return (0, 0, 0, meeting.id)
    low, high = known.bounds
    return (1, low, high, meeting.id)


def was_known(record: AnyRecord, instant: int | None) -> int:
    if instant is None:
        return 2
    if record.known is None:
        return 1
    low, high = record.known.bounds
    return truth(t < instant for t in {low, high - 1})


def newest(reports: Sequence[Meeting], instant: int | None) -> dict[Meeting, int]:
    """Go through all ways in which the reports can have been known or not."""
    known = [was_known(report, instant) for report in reports]
    ways = [[True] if k == 2 else [False] if k == 0 else [True, False] for k in known]
    worlds = list(itertools.product(*ways))
    last = [max((i for i, k in enumerate(world) if k), default=None) for world in worlds]
    return {report: truth(n == i for n in last) for i, report in enumerate(reports)}


def ordered(records: Iterable[AnyRecord]) -> list[AnyRecord]:
    """Sort as results are sorted: by time, by when known, by words, by id; what is None last."""

    def key(record: AnyRecord) -> tuple[object, ...]:
        time, known = time_of(record), record.known
        bounds = () if time is None else time.bounds * (1 if isinstance(time, Period) else 2)
        learned = () if known is None else known.bounds
        words = record.uid if isinstance(record, Meeting) else record.text
        return (time is None, bounds, known is None, learned, words or "", record.id)

    return sorted(records, key=key)
