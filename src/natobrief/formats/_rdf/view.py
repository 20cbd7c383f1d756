"""What schema.org can say of a value, for those who know only schema.org.

It is said beside natobrief's own words and never read back. Times stand here where they are exact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from natobrief.formats._rdf.times import exact_literal
from natobrief.formats._rdf.view_terms import Inner, Said, Term
from natobrief.model import (
    Actor,
    Brief,
    Country,
    Group,
    Meeting,
    MeetingFormat,
    MeetingStatus,
    Organization,
    Participant,
    Person,
    Place,
    Post,
    Quote,
    Role,
    Source,
    SourceKind,
    Statement,
)
from natobrief.values import Value
from natobrief.when import Period, When

__all__ = ["Inner", "Said", "Term", "schema_types", "schema_view"]

_Refer: TypeAlias = Callable[[Any], Any]

_TYPES: dict[type[Value], str] = {
    Brief: "Collection",
    Country: "Country",
    Group: "Organization",
    Meeting: "Event",
    Organization: "Organization",
    Person: "Person",
    Place: "Place",
    Quote: "Quotation",
    Statement: "Statement",
}
_SOURCES = {
    SourceKind.ARTICLE: "NewsArticle",
    SourceKind.REPORT: "Report",
    SourceKind.POST: "SocialMediaPosting",
}
_STATUS = {
    MeetingStatus.TENTATIVE: "EventScheduled",
    MeetingStatus.CONFIRMED: "EventScheduled",
    MeetingStatus.RESCHEDULED: "EventRescheduled",
    MeetingStatus.POSTPONED: "EventPostponed",
    MeetingStatus.CANCELLED: "EventCancelled",
}
_FORMATS = {
    MeetingFormat.IN_PERSON: "Offline",
    MeetingFormat.VIRTUAL: "Online",
    MeetingFormat.TELEPHONE: "Online",
    MeetingFormat.HYBRID: "Mixed",
}


def schema_types(value: Value) -> list[str]:
    """Return the classes of schema.org that a value belongs to."""
    if isinstance(value, Source):
        known = _SOURCES.get(value.kind) if value.kind is not None else None
        return [f"schema:{known or 'CreativeWork'}"]
    name = _TYPES.get(type(value))
    return [] if name is None else [f"schema:{name}"]


def schema_view(value: Value, refer: _Refer) -> Iterator[Said]:
    """Yield what schema.org can say of a value; ``refer`` gives the node of another one."""
    match value:
        case Quote():
            yield from _spoken(value.speaker, value.post, value.said, value.source, refer)
            if value.statement is not None:
                whole = Inner(["schema:Statement"], [_text("schema:identifier", value.statement)])
                yield Said("schema:isPartOf", [whole])
        case Statement():
            yield from _spoken(value.speaker, value.post, value.made, value.source, refer)
            if value.topics:
                yield Said("schema:keywords", [Term(topic) for topic in _once(value.topics)])
        case Meeting():
            yield from _event(value, refer)
        case Source():
            yield from _dated("schema:datePublished", value.published)
            yield from _dated("schema:dateModified", value.updated)
            if value.publisher is not None:
                publisher = Inner(["schema:Organization"], [_text("schema:name", value.publisher)])
                yield Said("schema:publisher", [publisher])
        case Group() if value.members:
            yield Said("schema:member", [refer(member) for member in _once(value.members)])
        case _:
            return


def _text(iri: str, text: str) -> Said:
    return Said(iri, [Term(text)])


def _once(items: tuple[Any, ...]) -> list[Any]:
    return list(dict.fromkeys(items))


def _dated(iri: str, time: When | None) -> Iterator[Said]:
    literal = exact_literal(time)
    if literal is not None:
        yield Said(iri, [literal])


def _in_office(iri: str, actor: Actor, post: Post | None, refer: _Refer) -> Said:
    """Say who does something; with an office by way of a role, as schema.org has it."""
    if post is None:
        return Said(iri, [refer(actor)])
    said = [_text("schema:roleName", post.name), Said(iri, [refer(actor)])]
    return Said(iri, [Inner(["schema:OrganizationRole"], said)])


def _spoken(
    speaker: Actor | None, post: Post | None, when: When | None, source: Source, refer: _Refer
) -> Iterator[Said]:
    if speaker is not None:
        yield _in_office("schema:creator", speaker, post, refer)
    yield from _dated("schema:dateCreated", when)
    if source != Source():
        yield Said("schema:isBasedOn", [refer(source)])


def _event(meeting: Meeting, refer: _Refer) -> Iterator[Said]:
    status = f"schema:{_STATUS[meeting.status]}"
    yield Said("schema:eventStatus", [Term(status, "@id")])
    if meeting.format is not None:
        mode = f"schema:{_FORMATS[meeting.format]}EventAttendanceMode"
        yield Said("schema:eventAttendanceMode", [Term(mode, "@id")])
    first, last = _ends(meeting.time)
    yield from _dated("schema:startDate", first)
    yield from _dated("schema:endDate", last)
    yield from _dated("schema:previousStartDate", _ends(meeting.moved_from)[0])
    if meeting.agenda:
        yield Said("schema:about", [Term(item) for item in _once(meeting.agenda)])
    if meeting.part_of is not None:
        whole = Inner(["schema:Event"], [_text("schema:identifier", meeting.part_of)])
        yield Said("schema:superEvent", [whole])
    for participant in _once(meeting.participants):
        yield _participates(participant, refer)
    if meeting.source != Source():
        yield Said("schema:subjectOf", [refer(meeting.source)])


def _participates(participant: Participant, refer: _Refer) -> Said:
    leads = participant.role in (Role.CHAIR, Role.HOST)
    iri = "schema:organizer" if leads else "schema:attendee"
    return _in_office(iri, participant.actor, participant.post, refer)


def _ends(time: When | Period | None) -> tuple[When | None, When | None]:
    if isinstance(time, Period):
        return time.start, time.end
    # A moment that is known to the day has no length; but who is told one day expects both.
    return time, time
