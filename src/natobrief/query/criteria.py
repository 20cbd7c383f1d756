"""What can be asked of a record, as plain data: ids, bounds and words.

A criterion holds nothing that needs a directory or a corpus to be understood: names are resolved
and moments are turned into bounds before it is built. So the engine in memory and those of the
archive can run the same criteria.

Every criterion has ``asked``, the words of the question. They are printed by
:meth:`Selection.explain` and count for nothing else, equality included.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, TypeAlias

import attrs

from natobrief.errors import Fault
from natobrief.model import Meeting, OccasionRelation, Quote, Statement
from natobrief.values import Choice, PossiblyEmpty, Value, tuple_of

__all__ = [
    "COMBINED",
    "Agreed",
    "All",
    "AnyOf",
    "AtPlace",
    "Criterion",
    "FieldIs",
    "InPost",
    "Involves",
    "Mentions",
    "Not",
    "OccasionIs",
    "OccasionRelationIs",
    "OfBody",
    "OfStatement",
    "OnBehalfOf",
    "PartOf",
    "RecordKind",
    "SaidAt",
    "SourceIs",
    "SpokenBy",
    "Time",
    "TimeRelation",
    "Topic",
    "Who",
    "criteria_of",
    "kinds_of",
]


class RecordKind(Choice):
    """Which records a query is about. Closed list.

    >>> from natobrief.query import RecordKind
    >>> RecordKind.of(Meeting(uid="talks"))
    RecordKind.MEETING
    """

    QUOTE = "quote"
    STATEMENT = "statement"
    MEETING = "meeting"

    if not TYPE_CHECKING:
        # That of an enumeration is computed from the name each time, in Python.
        __hash__ = object.__hash__

    @classmethod
    def of(cls, record: Quote | Statement | Meeting) -> RecordKind:
        """Return the kind of a record."""
        return cls(type(record).__name__.lower())


def _texts(value: Iterable[str]) -> tuple[str, ...]:
    return tuple_of(value)


def criteria_of(value: Iterable[Criterion]) -> tuple[Criterion, ...]:
    """Copy a list or tuple of criteria into a tuple."""
    return tuple_of(value)


_ALL = frozenset(RecordKind)
_SPOKEN = frozenset({RecordKind.QUOTE, RecordKind.STATEMENT})
_QUOTES = frozenset({RecordKind.QUOTE})
_STATEMENTS = frozenset({RecordKind.STATEMENT})
_MEETINGS = frozenset({RecordKind.MEETING})


class TimeRelation(Choice):
    """How the time of a record stands to the time that is asked for. Closed list."""

    OVERLAPS = "overlaps"
    BEFORE = "before"
    AFTER = "after"

    if not TYPE_CHECKING:
        __hash__ = object.__hash__  # as above


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Who(Value):
    """An actor, post or place that is asked for: what its ids and folded names can be.

    A holder with an id is compared by id alone, one without by its folded name.

    Attributes:
        ids: Ids that are surely meant.
        names: Folded names that mean no one else.
        possible_ids: Ids that may be meant.
        possible_names: Folded names that others bear too.
    """

    ids: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    names: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    possible_ids: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    possible_names: tuple[str, ...] = attrs.field(default=(), converter=_texts)


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class _Criterion(Value):
    kinds: ClassVar[frozenset[RecordKind]] = _ALL

    asked: PossiblyEmpty = attrs.field(default="", eq=False)


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class SpokenBy(_Criterion):
    """The speaker is this one, or a group that names it among its members."""

    kinds: ClassVar[frozenset[RecordKind]] = _SPOKEN

    who: Who


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class InPost(_Criterion):
    """The record itself says that it was spoken in this office. Silence counts as NO."""

    kinds: ClassVar[frozenset[RecordKind]] = _SPOKEN

    post: Who


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class OnBehalfOf(_Criterion):
    """The statement was made for this one. None means that it was made for nobody else."""

    kinds: ClassVar[frozenset[RecordKind]] = _STATEMENTS

    who: Who


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Involves(_Criterion):
    """The record names this one: as speaker, principal, audience, body or participant."""

    who: Who


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class OfBody(_Criterion):
    """The meeting is one of this body."""

    kinds: ClassVar[frozenset[RecordKind]] = _MEETINGS

    body: Who


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class AtPlace(_Criterion):
    """The meeting is at this place."""

    kinds: ClassVar[frozenset[RecordKind]] = _MEETINGS

    place: Who


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class OfStatement(_Criterion):
    """The quote belongs to one of the statements with these ids."""

    kinds: ClassVar[frozenset[RecordKind]] = _QUOTES

    ids: tuple[str, ...] = attrs.field(converter=_texts)


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class PartOf(_Criterion):
    """The meeting is part of a larger one, which bears one of these uids."""

    kinds: ClassVar[frozenset[RecordKind]] = _MEETINGS

    uids: tuple[str, ...] = attrs.field(converter=_texts)


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class OccasionIs(_Criterion):
    """The occasion of the statement is the meeting that bears one of these uids."""

    kinds: ClassVar[frozenset[RecordKind]] = _STATEMENTS

    uids: tuple[str, ...] = attrs.field(converter=_texts)


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class OccasionRelationIs(_Criterion):
    """The statement stands in this relation to its occasion."""

    kinds: ClassVar[frozenset[RecordKind]] = _STATEMENTS

    relation: OccasionRelation


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class SaidAt(_Criterion):
    """The statement itself says that it was made at this meeting. Silence counts as NO."""

    kinds: ClassVar[frozenset[RecordKind]] = _STATEMENTS

    uids: tuple[str, ...] = attrs.field(converter=_texts)


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Time(_Criterion):
    """How the record's time (said, made; held, else scheduled) stands to an extent.

    The extent runs from an instant ``s`` to an instant ``e``, both included, with
    ``start_earliest <= s < start_latest`` and ``end_earliest <= e < end_latest``. All four are
    UTC microseconds since 1970-01-01.
    """

    relation: TimeRelation
    start_earliest: int
    start_latest: int
    end_earliest: int
    end_latest: int

    def _conflicts(self) -> list[Fault]:
        faults: list[Fault] = []
        for end in ("start", "end"):
            low, high = getattr(self, f"{end}_earliest"), getattr(self, f"{end}_latest")
            if low >= high:
                path = f"Time.{end}_latest"
                faults.append(Fault(path=path, allowed=f"more than {low}", came=str(high)))
        if not faults and self.start_earliest >= self.end_latest:
            allowed = f"more than start_earliest ({self.start_earliest})"
            came = str(self.end_latest)
            faults.append(Fault(path="Time.end_latest", allowed=allowed, came=came))
        return faults


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Mentions(_Criterion):
    """The words of the record hold this phrase, both folded with :func:`natobrief.text.fold`.

    The words are the text of a quote or statement, and the name and each item of the agenda of a
    meeting.
    """

    phrase: str


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Topic(_Criterion):
    """One of the statement's topics is this one, both folded."""

    kinds: ClassVar[frozenset[RecordKind]] = _STATEMENTS

    topic: str


_OF_SOURCE = ("id", "publisher", "title", "url")


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class SourceIs(_Criterion):
    """The source has this id or url, exactly, or this title or publisher, folded.

    Attributes:
        field: ``id``, ``url``, ``title`` or ``publisher``.
        words: The values.
    """

    field: str
    words: tuple[str, ...] = attrs.field(converter=_texts)

    def _conflicts(self) -> list[Fault]:
        if self.field in _OF_SOURCE:
            return []
        allowed = f"one of {', '.join(_OF_SOURCE)}"
        return [Fault(path="SourceIs.field", allowed=allowed, came=repr(self.field))]


_FIELDS = {
    "format": _MEETINGS,
    "genre": _STATEMENTS,
    "kind": _QUOTES | _MEETINGS,
    "outcome": _MEETINGS,
    "status": _MEETINGS,
}


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class FieldIs(_Criterion):
    """A field with a closed list of values holds one of these; they are the words of files.

    Attributes:
        field: ``kind``, ``genre``, ``status``, ``outcome`` or ``format``.
        words: The values, such as ``cancelled``.
    """

    field: str
    words: tuple[str, ...] = attrs.field(converter=_texts)

    def _conflicts(self) -> list[Fault]:
        if self.field in _FIELDS:
            return []
        allowed = f"one of {', '.join(_FIELDS)}"
        return [Fault(path="FieldIs.field", allowed=allowed, came=repr(self.field))]


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class All(_Criterion):
    """Every part holds; YES if there is none."""

    parts: tuple[Criterion, ...] = attrs.field(converter=criteria_of)


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Agreed(_Criterion):
    """All parts agree: YES if each says YES, NO if each says NO, else POSSIBLY.

    The parts say what different sources hold of one fact.
    """

    parts: tuple[Criterion, ...] = attrs.field(converter=criteria_of)


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class AnyOf(_Criterion):
    """At least one part holds; NO if there is none."""

    parts: tuple[Criterion, ...] = attrs.field(converter=criteria_of)


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Not(_Criterion):
    """The part doesn't hold."""

    part: Criterion


Criterion: TypeAlias = (
    Agreed
    | All
    | AnyOf
    | FieldIs
    | InPost
    | Involves
    | Mentions
    | Not
    | OccasionIs
    | OccasionRelationIs
    | OfBody
    | OfStatement
    | OnBehalfOf
    | PartOf
    | AtPlace
    | SaidAt
    | SourceIs
    | SpokenBy
    | Time
    | Topic
)
"""One thing that is asked of a record."""


def kinds_of(criterion: Criterion) -> frozenset[RecordKind]:
    """Return the kinds of record that a criterion makes sense for."""
    if type(criterion) in COMBINED:
        return _common_kinds(criterion)
    return criterion.kinds


COMBINED = frozenset({All, AnyOf, Agreed, Not, FieldIs})
"""The criteria of which more than the class says for which kinds they make sense."""


def _common_kinds(criterion: Criterion) -> frozenset[RecordKind]:
    match criterion:
        case All(parts=parts) | AnyOf(parts=parts) | Agreed(parts=parts):
            return _ALL.intersection(*map(kinds_of, parts))
        case Not(part=part):
            return kinds_of(part)
        case FieldIs(field=field):
            return _FIELDS[field]
        case _:
            return criterion.kinds
