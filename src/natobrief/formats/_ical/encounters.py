"""What goes into a calendar: each encounter once, in its newest report, and what stays outside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, Protocol, cast, runtime_checkable

import attrs

from natobrief.errors import Fault, InvalidValue, UnknownReference, show
from natobrief.formats._core.registry import by_class
from natobrief.formats.losses import Loss
from natobrief.model import Brief, Meeting, Quote, Statement

__all__ = ["Encounter", "Gathered", "gathered"]

_ALLOWED = "a Meeting, a Brief, a Corpus, or any number of meetings and briefs"
_REASON = "left out: a calendar holds meetings"


class Encounter(NamedTuple):
    """A meeting in its newest report.

    Attributes:
        meeting: That report.
        uid: The uid that names the encounter, which may be that of another report.
        part_of: The uid that names the larger meeting, if there is one.
        sequence: How many reports came before this one.
    """

    meeting: Meeting
    uid: str
    part_of: str | None
    sequence: int


class Gathered(NamedTuple):
    """The encounters, in order, and what a calendar doesn't take."""

    encounters: list[Encounter]
    losses: list[Loss]


class _Reports(Protocol):
    def __iter__(self) -> Iterator[Meeting]: ...
    def revisions(self) -> Iterable[Meeting]: ...


@runtime_checkable
class _Linked(Protocol):
    """What a corpus, which stands on a higher floor, is asked."""

    @property
    def meetings(self) -> _Reports: ...
    def uids(self, meeting: Meeting | str) -> tuple[str, ...]: ...


class _Uids(Protocol):
    def uids(self, meeting: str, path: str) -> tuple[str, ...]: ...


@runtime_checkable
class _Selected(_Reports, Protocol):
    """What a selection of meetings, which stands there too, is asked."""

    @property
    def context(self) -> _Uids: ...


def gathered(value: object) -> Gathered:
    """Return what of a value goes into a calendar.

    Raises:
        InvalidValue: It is no value that holds meetings.
    """
    if isinstance(value, _Linked):
        return _of_reports(value.meetings, value.uids, _outside([value]))
    if isinstance(value, _Selected):
        context = value.context
        return _of_reports(value, lambda uid: context.uids(uid, "uid"), [])
    items = _items(value)
    reports = list(dict.fromkeys(m for item in items for m in _meetings_of(item)))
    return _gathered(_newest(reports), reports, lambda uid: uid, _outside(items))


def _of_reports(
    reports: _Reports, uids: Callable[[str], tuple[str, ...]], losses: list[Loss]
) -> Gathered:
    def named(uid: str) -> str:
        try:
            return uids(uid)[0]
        except UnknownReference:
            return uid  # a larger meeting of which no report is here

    return _gathered(list(reports), reports.revisions(), named, losses)


def _items(value: object) -> list[object]:
    """Return the values that are given, if meetings can be among them."""
    several = isinstance(value, Iterable) and not isinstance(value, str | bytes | dict)
    items: list[object] = list(cast("Any", value)) if several else [value]
    some = any(isinstance(item, Meeting | Brief) for item in items)
    known = (Meeting, Brief, Quote, Statement) if some else (Meeting, Brief)
    faults = [
        Fault(path="value", allowed=_ALLOWED, came=show(item))
        for item in items
        if not isinstance(item, known)
    ]
    if faults:
        raise InvalidValue(faults)
    return items


def _meetings_of(item: object) -> tuple[Meeting, ...]:
    if isinstance(item, Brief):
        return item.meetings
    return (item,) if isinstance(item, Meeting) else ()


def _newest(reports: list[Meeting]) -> list[Meeting]:
    newest: dict[str, Meeting] = {}
    for meeting in reports:
        held = newest.get(meeting.uid)
        if held is None or _age(meeting) > _age(held):
            newest[meeting.uid] = meeting
    return list(newest.values())


def _age(meeting: Meeting) -> tuple[tuple[int, ...], str]:
    return (() if meeting.known is None else meeting.known.bounds), meeting.id


def _gathered(
    newest: list[Meeting],
    reports: Iterable[Meeting],
    named: Callable[[str], str],
    losses: list[Loss],
) -> Gathered:
    counts = Counter(named(meeting.uid) for meeting in reports)
    encounters: list[Encounter] = []
    for meeting in newest:
        uid = named(meeting.uid)
        whole = None if meeting.part_of is None else named(meeting.part_of)
        earlier = counts[uid] - 1
        encounters.append(Encounter(meeting, uid, whole if whole != uid else None, earlier))
        if earlier:
            reason = f"{earlier} earlier of this meeting left out: an event is told once"
            losses.append(Loss(record=meeting.id, field="reports", reason=reason))
    return Gathered(encounters, losses)


def _outside(items: Iterable[object]) -> list[Loss]:
    """Say what the values hold beside meetings, by name and number."""
    counts: Counter[str] = Counter()
    for item in items:
        _count(item, counts)
    return [
        Loss(field=name, reason=_REASON if name in _SINGLE else f"{number} {_REASON}")
        for name, number in counts.items()
    ]


_SINGLE = ("text", "retrieved", "dating")
_CARRIED = ("briefs", "records", "meetings", "source")


def _count(item: object, counts: Counter[str]) -> None:
    kind = by_class(type(item))
    if kind is None or isinstance(item, Meeting):
        return
    if isinstance(item, Quote | Statement):
        counts["quotes" if isinstance(item, Quote) else "statements"] += 1
        return
    shape: Any = kind.to_shape(item)
    for field in attrs.fields(cast("Any", type(shape))):
        held: Any = getattr(shape, field.name)
        if field.name in ("briefs", "records"):
            for each in held:
                _count(each, counts)
        elif field.name not in _CARRIED and held not in (field.default, ()):
            counts[field.name] += (
                len(cast("tuple[object, ...]", held)) if isinstance(held, tuple) else 1
            )
