"""A meeting as a component of a calendar."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator

from natobrief.formats._core.document import to_document
from natobrief.formats._ical.encounters import Encounter
from natobrief.formats._ical.lines import line, parameter, text_value
from natobrief.formats._ical.times import Placement, Stamp, placed, utc_stamp
from natobrief.model import (
    Meeting,
    MeetingStatus,
    Outcome,
    Participant,
    Person,
    Role,
    Source,
)
from natobrief.when.zones import MIN_US

__all__ = ["RECORD", "component", "global_uid", "placement"]

RECORD = "X-NATOBRIEF-RECORD"
"""The property that holds the whole record, as a JSON document in ASCII."""

_EPOCH = "19700101T000000Z"
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:natobrief")
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
# A letter or digit, then @, then more; each part begins where the one before it has to end.
_ADDRESS = re.compile(r"[!-/:-@\[-`{-~]*[A-Za-z0-9][!-?A-~]*@[!-~]+", re.ASCII)
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!#-;=?-\[\]_a-z~]+", re.ASCII)

_STATUS = {
    MeetingStatus.TENTATIVE: "TENTATIVE",
    MeetingStatus.CONFIRMED: "CONFIRMED",
    MeetingStatus.RESCHEDULED: "CONFIRMED",
    MeetingStatus.POSTPONED: "CANCELLED",  # what was planned for that time is off
    MeetingStatus.CANCELLED: "CANCELLED",
}
_OF_NOTES = {"TENTATIVE": "DRAFT", "CONFIRMED": "FINAL", "CANCELLED": "CANCELLED"}
_IN_WORDS = {
    MeetingStatus.TENTATIVE: "proposed",
    MeetingStatus.CONFIRMED: "announced",
    MeetingStatus.RESCHEDULED: "moved to this time",
    MeetingStatus.POSTPONED: "postponed, no new time is set",
    MeetingStatus.CANCELLED: "cancelled",
}
_CAME = {Outcome.HELD: "held", Outcome.NOT_HELD: "not held", Outcome.PENDING: "still ahead"}


def global_uid(uid: str, domain: str) -> str:
    """Return the UID of an event: the uid where it looks global already, else a UUID made of it."""
    if _UUID.fullmatch(uid) or (_ADDRESS.fullmatch(uid) and not set(uid) & set("\\;,")):
        return uid
    return str(uuid.uuid5(_NAMESPACE, f"{domain}\n{uid}"))


def placement(meeting: Meeting) -> Placement:
    """Return where in the calendar a meeting stands."""
    return placed(meeting.time)


def component(encounter: Encounter, domain: str) -> list[str]:
    """Return the content lines of a meeting: an event, or a journal entry if it has no day."""
    meeting = encounter.meeting
    where = placement(meeting)
    kind = "VJOURNAL" if where.start is None else "VEVENT"
    return [
        f"BEGIN:{kind}",
        line("UID", global_uid(encounter.uid, domain)),
        *_revision(encounter),
        *(stamp.line(name) for name, stamp in _ends(where)),
        *_what(meeting, kind),
        line("DESCRIPTION", text_value(_description(meeting, where))),
        *_related(encounter, domain),
        *_people(meeting),
        *_own(meeting),
        f"END:{kind}",
    ]


def _ends(where: Placement) -> Iterator[tuple[str, Stamp]]:
    if where.start is not None:
        yield "DTSTART", where.start
    if where.end is not None:
        yield "DTEND", where.end


def _revision(encounter: Encounter) -> Iterator[str]:
    known = encounter.meeting.known
    if known is None:
        yield line("DTSTAMP", _EPOCH)
    else:
        low, high = known.bounds
        stamp = utc_stamp(high if low == MIN_US else low)
        yield line("DTSTAMP", stamp)
        yield line("LAST-MODIFIED", stamp)
    yield line("SEQUENCE", str(encounter.sequence))


def _what(meeting: Meeting, kind: str) -> Iterator[str]:
    yield line("SUMMARY", text_value(_summary(meeting)))
    off = meeting.outcome is Outcome.NOT_HELD
    status = "CANCELLED" if off else _STATUS[meeting.status]
    yield line("STATUS", status if kind == "VEVENT" else _OF_NOTES[status])
    if kind == "VEVENT":
        yield line("TRANSP", "TRANSPARENT")
        if meeting.place is not None:
            yield line("LOCATION", text_value(meeting.place.name))
    words = [each.value for each in (meeting.kind, meeting.format) if each is not None]
    if words:
        yield line("CATEGORIES", ",".join(text_value(word.replace("_", " ")) for word in words))


def _summary(meeting: Meeting) -> str:
    if meeting.name is not None:
        return meeting.name
    if meeting.body is not None:
        return meeting.body.name
    names = [participant.actor.name for participant in meeting.participants]
    return " and ".join(names) or meeting.level or "Meeting"


def _description(meeting: Meeting, where: Placement) -> str:
    words = [_IN_WORDS[meeting.status]]
    if meeting.outcome in _CAME:
        words.append(_CAME[meeting.outcome])
    lines = [f"Status: {', '.join(words)}"]
    times = {"Planned": meeting.scheduled, "Held": meeting.held, "Moved from": meeting.moved_from}
    if where.lost is None and meeting.held is None:
        del times["Planned"]
    lines += [f"{name}: {time}" for name, time in times.items() if time is not None]
    if where.start is None and meeting.place is not None:
        lines.append(f"Place: {meeting.place.name}")
    if meeting.level is not None:
        lines.append(f"Level: {meeting.level}")
    if meeting.agenda:
        lines += ["Agenda:", *(f"- {item}" for item in meeting.agenda)]
    return "\n".join([*lines, *_sourced(meeting.source)])


def _sourced(source: Source) -> Iterator[str]:
    told = (source.publisher, source.title, source.url)
    words = [part for part in told if part is not None]
    if source.published is not None:
        words.append(str(source.published))
    if words:
        yield f"Source: {', '.join(words)}"


def _related(encounter: Encounter, domain: str) -> Iterator[str]:
    url = encounter.meeting.source.url
    if url is not None and _URI.fullmatch(url):
        yield line("URL", url)
    if encounter.part_of is not None:
        yield line("RELATED-TO", global_uid(encounter.part_of, domain), RELTYPE="PARENT")


def _people(meeting: Meeting) -> Iterator[str]:
    leads = [p for role in (Role.CHAIR, Role.HOST) for p in meeting.participants if p.role is role]
    if leads:
        yield line("ORGANIZER", _address(leads[0]), CN=parameter(_named(leads[0])))
    for participant in meeting.participants:
        person = isinstance(participant.actor, Person)
        yield line(
            "ATTENDEE",
            _address(participant),
            CN=parameter(_named(participant)),
            CUTYPE="INDIVIDUAL" if person else "GROUP",
            ROLE="CHAIR" if participant.role is Role.CHAIR else "REQ-PARTICIPANT",
        )


def _named(participant: Participant) -> str:
    post = participant.post
    return participant.actor.name if post is None else f"{participant.actor.name} ({post.name})"


def _address(participant: Participant) -> str:
    # An address is required, and nobody here has one: a URN stands for it, as RFC 5545 allows.
    actor = participant.actor
    known_as = f"{type(actor).__name__}\n{actor.name if actor.id is None else actor.id}"
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, known_as)}"


def _own(meeting: Meeting) -> Iterator[str]:
    """Yield what only natobrief has words for, then the record itself."""
    words: dict[str, object] = {
        "STATUS": meeting.status.name,
        "OUTCOME": meeting.outcome.name,
        "SCHEDULED": meeting.scheduled,
        "HELD": meeting.held,
        "MOVED-FROM": meeting.moved_from,
        "KNOWN": meeting.known,
    }
    for name, value in words.items():
        if value is not None:
            yield line(f"X-NATOBRIEF-{name}", text_value(str(value)))
    record = json.dumps(to_document(meeting), separators=(",", ":"))
    yield line(RECORD, text_value(record))
