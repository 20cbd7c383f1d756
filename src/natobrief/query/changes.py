"""What was learned between two days: which reports are new, and what they changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import attrs

from natobrief.model import AnyRecord, Meeting, MeetingStatus, Outcome
from natobrief.model.encounters import age
from natobrief.query.difference import label, shown
from natobrief.values import Choice, Value, tuple_of
from natobrief.when import Period

__all__ = ["Change", "ChangeKind", "changes"]


class ChangeKind(Choice):
    """What a report changed. Closed list.

    >>> ChangeKind.MOVED
    ChangeKind.MOVED
    """

    NEW = "new"
    """Nothing was known of it before."""
    MOVED = "moved"
    """A meeting has another time, or is postponed or rescheduled."""
    CANCELLED = "cancelled"
    """A meeting was called off, or didn't take place."""
    CONFIRMED = "confirmed"
    """A meeting that was only proposed is announced."""
    HELD = "held"
    """A meeting that lay ahead took place."""
    CORRECTED = "corrected"
    """Something else is told in another way."""


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Change(Value):
    """What was learned of one statement, quote or meeting between two days.

    Attributes:
        kind: What changed above all.
        after: The newest record by the second day.
        before: The newest by the first day; None if nothing was known then.
        fields: The fields of a meeting in which the two differ, in the order of the class.

    >>> plan = Meeting(uid="talks", scheduled="2022-01-10", known="2021-12-27")
    >>> moved = Meeting(uid="talks", scheduled="2022-01-11", known="2021-12-30")
    >>> (change,) = Corpus.of(plan, moved).changes("2021-12-28", "2021-12-31")
    >>> change.kind, change.fields
    (ChangeKind.MOVED, ('scheduled',))
    """

    kind: ChangeKind
    after: AnyRecord
    before: AnyRecord | None = None
    fields: tuple[str, ...] = attrs.field(default=(), converter=tuple_of)

    def __str__(self) -> str:
        return f"{self.kind.value}: {_words(self)}"


_IN_THE_KIND = {
    ChangeKind.CONFIRMED: {"status"},
    ChangeKind.HELD: {"held", "outcome", "status"},
}
"""Fields that the kind of a change has told already."""

_UNTOLD = frozenset({"uid", "spans", "source", "known"})
"""Fields that differ from report to report, whatever they tell."""


def changes(
    before: Iterable[AnyRecord], after: Sequence[AnyRecord], name: Callable[[str], str]
) -> tuple[Change, ...]:
    """Compare what was known on two days.

    Args:
        before: The records that were known first, of each meeting the newest.
        after: Those that were known then, in the order of results.
        name: Returns for a uid the one that names its encounter.
    """
    known = {_key(record, name): record for record in before}
    return tuple(_compared(after, known, name))


def _compared(
    after: Iterable[AnyRecord], known: Mapping[object, AnyRecord], name: Callable[[str], str]
) -> Iterator[Change]:
    for record in after:
        old = known.get(_key(record, name))
        if old is None:
            yield Change(kind=ChangeKind.NEW, after=record)
        elif isinstance(record, Meeting) and isinstance(old, Meeting):
            fields = _differing(old, record)
            if fields and age(record) > age(old):
                kind = _kind(old, record)
                yield Change(kind=kind, before=old, after=record, fields=fields)


def _key(record: AnyRecord, name: Callable[[str], str]) -> object:
    # A record is its own key: ids, which are hashes of all content, need not be computed.
    return name(record.uid) if isinstance(record, Meeting) else record


def _differing(old: Meeting, new: Meeting) -> tuple[str, ...]:
    """Return the fields that the new report tells, and not as the old one did."""
    told = (field.name for field in attrs.fields(Meeting) if field.name not in _UNTOLD)
    return tuple(name for name in told if _differs(getattr(old, name), getattr(new, name)))


def _differs(old: object, new: object) -> bool:
    # A report that says less takes nothing back.
    return new not in (None, (), Outcome.UNKNOWN) and old != new


def _kind(old: Meeting, new: Meeting) -> ChangeKind:
    if _called_off(new) and not _called_off(old):
        return ChangeKind.CANCELLED
    if new.status is not old.status and new.status in _MOVED:
        return ChangeKind.MOVED
    if _has_moved(old, new):
        return ChangeKind.MOVED
    if new.outcome is Outcome.HELD and old.outcome is not Outcome.HELD:
        return ChangeKind.HELD
    if old.status is MeetingStatus.TENTATIVE and new.status is MeetingStatus.CONFIRMED:
        return ChangeKind.CONFIRMED
    return ChangeKind.CORRECTED


_MOVED = (MeetingStatus.POSTPONED, MeetingStatus.RESCHEDULED)


def _called_off(meeting: Meeting) -> bool:
    return meeting.status is MeetingStatus.CANCELLED or meeting.outcome is Outcome.NOT_HELD


def _has_moved(old: Meeting, new: Meeting) -> bool:
    """Say whether two reports surely give different times; a finer one is no move."""
    if old.time is None or new.time is None:
        return False
    return not Period.of(old.time).overlaps(new.time).possible


def _words(change: Change) -> str:
    told = [label(change.after)]
    if change.before is not None:
        told += [
            f"{name} {shown(getattr(change.before, name))} -> {shown(getattr(change.after, name))}"
            for name in change.fields
            if name not in _IN_THE_KIND.get(change.kind, ())
        ]
    return "; ".join(told)
