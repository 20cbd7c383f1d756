"""Everything that was read from one document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import attrs

from natobrief.errors import Fault, InvalidValue, UnknownReference, show
from natobrief.model import _references as references
from natobrief.model._fields import as_when
from natobrief.model.actors import Actor, Group, Place
from natobrief.model.evidence import Dating, Doubt, Evidence
from natobrief.model.meeting import Meeting
from natobrief.model.quote import Quote
from natobrief.model.source import Source
from natobrief.model.statement import Statement
from natobrief.values import PossiblyEmpty, Value, tuple_of
from natobrief.when import DateMention, When

__all__ = ["AnyRecord", "Brief"]

AnyRecord: TypeAlias = Quote | Statement | Meeting
"""A record that a brief holds."""


class _Indexed:
    """Room for what was found by reference, as :class:`~natobrief.model.identity.Record` has."""

    __slots__ = ("_found",)
    _found: dict[str, AnyRecord]


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Brief(Value, _Indexed):
    """All that one document says: who said what, who met, what was in doubt.

    Attributes:
        source: The document; the source of every record here equals it.
        retrieved: When the document was fetched. It is no part of any record.
        text: The text that was read, which all spans count in; None if it isn't kept.
        dating: How the text was placed in time.
        dates: The dates that the text mentions, by place.
        quotes: The quotes, by place.
        statements: The statements, by place.
        meetings: The encounters, by place; no two share a ``uid``.
        evidence: Why the records were read so.
        doubts: What could not be decided, by place.

    Raises:
        InvalidValue: A field doesn't fit, a record has another source, a span lies outside the
            text, a record stands twice, or a reference leads nowhere. All faults are listed.

    >>> talks = Meeting(uid="talks", name="Talks in Geneva", scheduled="2022-01-10")
    >>> remark = Statement(speaker=Country(name="Norway"), occasion="talks")
    >>> brief = Brief(statements=[remark], meetings=[talks])
    >>> brief.get("talks").name
    'Talks in Geneva'
    """

    source: Source = Source()
    retrieved: When | None = attrs.field(default=None, converter=as_when)
    text: PossiblyEmpty | None = None
    dating: Dating = Dating()
    dates: tuple[DateMention, ...] = attrs.field(default=(), converter=tuple_of)
    quotes: tuple[Quote, ...] = attrs.field(default=(), converter=tuple_of)
    statements: tuple[Statement, ...] = attrs.field(default=(), converter=tuple_of)
    meetings: tuple[Meeting, ...] = attrs.field(default=(), converter=tuple_of)
    evidence: tuple[Evidence, ...] = attrs.field(default=(), converter=tuple_of)
    doubts: tuple[Doubt, ...] = attrs.field(default=(), converter=tuple_of)

    def _conflicts(self) -> list[Fault]:
        return [
            *references.source_faults(self),
            *references.span_faults(self),
            *references.repetition_faults(self),
            *references.reference_faults(self),
        ]

    @property
    def records(self) -> tuple[AnyRecord, ...]:
        """All records: quotes, then statements, then meetings.

        >>> len(Brief(meetings=[Meeting(uid="a"), Meeting(uid="b")]).records)
        2
        """
        return (*self.quotes, *self.statements, *self.meetings)

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Every distinct actor that a record names, in the order of the records.

        >>> [a.name for a in Brief(quotes=[Quote(text="Yes.", speaker=Person(name="Ann"))]).actors]
        ['Ann']
        """
        return tuple(dict.fromkeys(a for r in self.records for a in _actors_of(r)))

    @property
    def places(self) -> tuple[Place, ...]:
        """Every distinct place of a meeting, in order.

        >>> Brief(meetings=[Meeting(uid="a", place=Place(name="Oslo"))]).places
        (Place(name='Oslo'),)
        """
        return tuple(dict.fromkeys(m.place for m in self.meetings if m.place is not None))

    @property
    def _by_reference(self) -> dict[str, AnyRecord]:
        try:
            return self._found
        except AttributeError:
            by_id: dict[str, AnyRecord] = {record.id: record for record in self.records}
            found = {meeting.uid: meeting for meeting in self.meetings} | by_id
            object.__setattr__(self, "_found", found)
            return found

    def get(self, reference: str) -> AnyRecord:
        """Return the record with this id, or the meeting with this uid.

        Raises:
            UnknownReference: Nothing here answers to it.

        >>> Brief().get("talks")
        Traceback (most recent call last):
            ...
        natobrief.errors.UnknownReference: nothing in this brief has the id or uid 'talks'
        """
        try:
            return self._by_reference[reference]
        except KeyError:
            raise UnknownReference(reference, "this brief") from None

    def explain(self, record: AnyRecord | str, field: str | None = None) -> str:
        """Say why a record, or one field of it, was read so: a line for each piece of evidence.

        Args:
            record: A record of this brief, or a reference to one.
            field: The field to explain; all of them if None.

        Raises:
            UnknownReference: The record isn't in this brief.
            InvalidValue: The record has no such field.

        >>> talks = Meeting(uid="talks", place=Place(name="Geneva"))
        >>> why = Evidence(record=talks.id, field="place", rule="in-place", reason="after 'in'")
        >>> print(Brief(meetings=[talks], evidence=[why]).explain("talks", "place"))
        place: after 'in' (rule in-place)
        """
        found = self.get(record if isinstance(record, str) else record.id)
        known = [f.name for f in attrs.fields(type(found))]
        if field is not None and field not in known:
            allowed = f"one of {', '.join(known)}"
            raise InvalidValue([Fault(path="explain.field", allowed=allowed, came=show(field))])
        about = [e for e in self.evidence if e.record == found.id and field in (None, e.field)]
        if not about:
            return "no evidence is recorded"
        return "\n".join(map(self._line, about))

    def _line(self, evidence: Evidence) -> str:
        words = ""
        if self.text is not None and evidence.spans:
            words = " — " + " … ".join(f"“{span.of(self.text)}”" for span in evidence.spans)
        return f"{evidence.field or 'record'}: {evidence.reason}{words} (rule {evidence.rule})"

    def replace(self, old: AnyRecord, new: AnyRecord) -> Brief:
        """Return a brief with ``new`` in the place of ``old``, every reference following it.

        A record that refers to ``old`` gets a new content, so a new id, and those that refer to
        it follow in turn. Evidence and doubts about ``old`` stay with ``new``.

        Raises:
            UnknownReference: ``old`` isn't in this brief.
            TypeError: ``new`` is a record of another class.

        >>> said = Statement(speaker=Person(name="Ann"))
        >>> brief = Brief(statements=[said], quotes=[Quote(text="Yes.", statement=said.id)])
        >>> mended = brief.replace(said, said.evolve(made="2022-01-07"))
        >>> mended.get(mended.quotes[0].statement).made
        When.parse('2022-01-07')
        """
        self.get(old.id)
        if type(new) is not type(old):
            raise TypeError(f"new: expected a {type(old).__name__}, got a {type(new).__name__}")
        return references.replaced(self, old, new)

    def without_text(self) -> Brief:
        """Return this brief without the text, for where the text may not be passed on.

        Spans stay as they are; quotes keep their words.

        >>> Brief(text="Talks were held.").without_text().text is None
        True
        """
        return self.evolve(text=None)


def _actors_of(record: AnyRecord) -> Iterator[Actor]:
    match record:
        case Meeting(body=body, participants=participants):
            named = [body, *(participant.actor for participant in participants)]
        case Statement(speaker=speaker, on_behalf_of=principal, audience=audience):
            named = [speaker, principal, *audience]
        case Quote(speaker=speaker):
            named = [speaker]
    yield from _with_members(actor for actor in named if actor is not None)


def _with_members(actors: Iterable[Actor]) -> Iterator[Actor]:
    for actor in actors:
        yield actor
        if isinstance(actor, Group):
            yield from _with_members(actor.members)
