"""Encounters: what was planned, what was moved, what took place."""

from __future__ import annotations

import attrs

from natobrief.errors import Fault
from natobrief.model._fields import as_extent, as_when
from natobrief.model.actors import Organization, Participant, Place
from natobrief.model.identity import Record
from natobrief.model.source import Source, known_from
from natobrief.text import Span
from natobrief.values import Choice, Value, tuple_of
from natobrief.when import Period, When

__all__ = ["Link", "Meeting", "MeetingFormat", "MeetingKind", "MeetingStatus", "Outcome"]


class MeetingKind(Choice):
    """How a meeting is called. Closed list.

    >>> MeetingKind.EXTRAORDINARY
    MeetingKind.EXTRAORDINARY
    """

    REGULAR = "regular"
    EXTRAORDINARY = "extraordinary"
    INFORMAL = "informal"


class MeetingFormat(Choice):
    """How people meet. Closed list.

    >>> MeetingFormat.VIRTUAL.value
    'virtual'
    """

    IN_PERSON = "in_person"
    VIRTUAL = "virtual"
    TELEPHONE = "telephone"
    HYBRID = "hybrid"


class MeetingStatus(Choice):
    """How firm the plan for a meeting is. Closed list, in the terms of RFC 5545 and schema.org.

    TENTATIVE is proposed, CONFIRMED is announced, RESCHEDULED has a new time, POSTPONED has
    none yet.

    >>> MeetingStatus("tentative")
    MeetingStatus.TENTATIVE
    """

    TENTATIVE = "tentative"
    CONFIRMED = "confirmed"
    RESCHEDULED = "rescheduled"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class Outcome(Choice):
    """What came of a plan, as far as the source can say. Closed list.

    PENDING: the source speaks of a time that lay ahead of it. UNKNOWN: it doesn't say.

    >>> Outcome.HELD
    Outcome.HELD
    """

    PENDING = "pending"
    HELD = "held"
    NOT_HELD = "not_held"
    UNKNOWN = "unknown"


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Meeting(Record):
    """An encounter, as one source reports it: a session, talks, a summit, a visit, a call.

    A meeting that is proposed, confirmed, moved and held is several records, one from each
    report; a shared ``uid`` or a :class:`Link` says that they are one.

    Attributes:
        uid: The label of the encounter, as in a calendar; not the record's ``id``.
        name: What it is called.
        body: The body that meets, if it is one.
        level: At which level, in words: "foreign ministers", "ambassadors". Open list.
        kind: Regular, extraordinary or informal.
        format: In person, by video, by telephone.
        participants: Those that the source names.
        place: Where.
        scheduled: When it is planned: a moment or an extent.
        held: When it took place; only with the outcome HELD.
        status: How firm the plan is.
        moved_from: The earlier plan, where this one replaces it.
        outcome: What came of it; by default HELD where ``held`` is given, else UNKNOWN.
        agenda: What it is about, in the source's words.
        part_of: The ``uid`` of a larger meeting, which may be in another brief.
        spans: Where the brief's text tells of it.
        source: The document that reports it.
        known: When the report became known, as on :class:`Quote`.

    Raises:
        InvalidValue: A field doesn't fit; the error lists all that don't.

    >>> council = Meeting(uid="council", name="Council", scheduled="2022-01-12")
    >>> council.time, council.outcome
    (When.parse('2022-01-12'), Outcome.UNKNOWN)
    """

    uid: str
    name: str | None = None
    body: Organization | None = None
    level: str | None = None
    kind: MeetingKind | None = None
    format: MeetingFormat | None = None
    participants: tuple[Participant, ...] = attrs.field(default=(), converter=tuple_of)
    place: Place | None = None
    scheduled: When | Period | None = attrs.field(default=None, converter=as_extent)
    held: When | Period | None = attrs.field(default=None, converter=as_extent)
    status: MeetingStatus = MeetingStatus.CONFIRMED
    moved_from: When | Period | None = attrs.field(default=None, converter=as_extent)
    outcome: Outcome = attrs.Factory(
        lambda self: Outcome.UNKNOWN if self.held is None else Outcome.HELD, takes_self=True
    )
    agenda: tuple[str, ...] = attrs.field(default=(), converter=tuple_of)
    part_of: str | None = None
    spans: tuple[Span, ...] = attrs.field(default=(), converter=tuple_of)
    source: Source = Source()
    known: When | None = attrs.field(
        default=attrs.Factory(lambda self: known_from(self.source), takes_self=True),
        converter=as_when,
    )

    def _conflicts(self) -> list[Fault]:
        faults: list[Fault] = []
        if self.held is not None and self.outcome is not Outcome.HELD:
            allowed = "Outcome.HELD where held is given"
            faults.append(Fault(path="Meeting.outcome", allowed=allowed, came=repr(self.outcome)))
        if self.outcome is Outcome.HELD and self.status is MeetingStatus.CANCELLED:
            allowed = "another status than CANCELLED for a meeting that was held"
            faults.append(Fault(path="Meeting.status", allowed=allowed, came=repr(self.status)))
        if self.part_of == self.uid:
            allowed = "the uid of another meeting"
            faults.append(Fault(path="Meeting.part_of", allowed=allowed, came=repr(self.part_of)))
        return faults

    @property
    def time(self) -> When | Period | None:
        """When the meeting takes or took place: ``held``, else ``scheduled``.

        >>> Meeting(uid="talks", scheduled="2022-01-10", held="2022-01-11").time
        When.parse('2022-01-11')
        """
        return self.scheduled if self.held is None else self.held


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Link(Value):
    """The finding that two uids name one encounter.

    Attributes:
        uid: The uid that was known first.
        same_as: The other uid.
        reason: Why they are one, in words.

    >>> Link(uid="a", same_as="b", reason="the same body on the same day").same_as
    'b'
    """

    uid: str
    same_as: str
    reason: str

    def _conflicts(self) -> list[Fault]:
        if self.uid != self.same_as:
            return []
        return [Fault(path="Link.same_as", allowed="another uid", came=repr(self.same_as))]
