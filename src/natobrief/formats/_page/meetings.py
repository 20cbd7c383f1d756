"""What a page tells about a meeting: how things stand, when, where, who, and about what."""

from __future__ import annotations

from collections.abc import Iterator

from natobrief.formats._page.parts import (
    Foreign,
    Item,
    Run,
    Runs,
    Strong,
    Tag,
    Words,
    capitalized,
    joined,
)
from natobrief.formats._page.references import References
from natobrief.formats._page.words import actor, moment, with_post
from natobrief.model import (
    Meeting,
    MeetingFormat,
    MeetingKind,
    MeetingStatus,
    Outcome,
    Participant,
    Role,
)
from natobrief.when import When

__all__ = ["is_open", "lies_ahead", "meeting_item", "status_in_words"]

_STATUS = {
    MeetingStatus.TENTATIVE: "proposed",
    MeetingStatus.CONFIRMED: "announced",
    MeetingStatus.RESCHEDULED: "moved",
    MeetingStatus.POSTPONED: "postponed",
    MeetingStatus.CANCELLED: "called off",
}
_KIND = {
    MeetingKind.REGULAR: "Regular meeting",
    MeetingKind.EXTRAORDINARY: "Extraordinary meeting",
    MeetingKind.INFORMAL: "Informal meeting",
}
_FORMAT = {
    MeetingFormat.IN_PERSON: "in person",
    MeetingFormat.VIRTUAL: "by video",
    MeetingFormat.TELEPHONE: "by telephone",
    MeetingFormat.HYBRID: "in person and by video",
}
_ROLE = {Role.CHAIR: "in the chair", Role.HOST: "host"}
_FIRM = (MeetingStatus.CONFIRMED, MeetingStatus.RESCHEDULED, MeetingStatus.TENTATIVE)
_OPEN = (MeetingStatus.TENTATIVE, MeetingStatus.POSTPONED, MeetingStatus.RESCHEDULED)


def status_in_words(meeting: Meeting) -> str:
    """Say how things stand with a meeting, as its source tells.

    >>> from natobrief.formats._page.meetings import status_in_words
    >>> status_in_words(Meeting(uid="talks", held="2022-01-10"))
    'took place'
    >>> status_in_words(Meeting(uid="talks", status=MeetingStatus.CANCELLED))
    'called off'
    """
    if meeting.outcome is Outcome.HELD:
        return "took place"
    if meeting.outcome is Outcome.NOT_HELD and meeting.status in _FIRM:
        return f"{_STATUS[meeting.status]}, did not take place"
    if meeting.outcome is Outcome.UNKNOWN and _is_bare(meeting):
        return "not known whether it took place"
    return _STATUS[meeting.status]


def _is_bare(meeting: Meeting) -> bool:
    """Say whether a source tells nothing of a plan."""
    return meeting.scheduled is None and meeting.status is MeetingStatus.CONFIRMED


def lies_ahead(meeting: Meeting, today: When | None) -> bool:
    """Say whether the time of a meeting, or of one that was called off, may still come."""
    if meeting.outcome is Outcome.HELD:
        return False
    if meeting.outcome is Outcome.NOT_HELD and meeting.status in _FIRM:
        return False
    if meeting.scheduled is None or today is None:
        return meeting.outcome is Outcome.PENDING or meeting.status in _OPEN
    return not meeting.scheduled.before(today).certain


def is_open(meeting: Meeting) -> bool:
    """Say whether a source tells of a plan, and not what came of it."""
    settled = meeting.outcome in (Outcome.HELD, Outcome.NOT_HELD)
    return not settled and meeting.status in _FIRM and not _is_bare(meeting)


def meeting_item(meeting: Meeting, references: References) -> Item:
    """Return the entry of one report of a meeting."""
    name = meeting.name or (None if meeting.body is None else meeting.body.name)
    title = [
        Strong(name) if name else Words("A meeting"),
        Words(" "),
        Tag(status_in_words(meeting)),
    ]
    lines: list[Runs] = [title, _kind(meeting, name), _when_and_where(meeting), _who(meeting)]
    lines += [_agenda(meeting), _whole(meeting, references), references.report(meeting)]
    return Item([line for line in lines if line], (), meeting.id)


def _kind(meeting: Meeting, name: str | None) -> Runs:
    """Say of which kind it is, of which body, at which level, beside what its name tells."""
    body = None if meeting.body is None or meeting.body.name == name else meeting.body.name
    if meeting.kind is None and body is None and meeting.level is None:
        return []
    row: list[Run] = [Words("Meeting" if meeting.kind is None else _KIND[meeting.kind])]
    if body is not None:
        row += [Words(" of the "), Foreign(body)]
    if meeting.level is not None:
        row += [Words(", at the level of "), Foreign(meeting.level)]
    return row


def _when_and_where(meeting: Meeting) -> Runs:
    times = joined(_times(meeting), "; ") or [Words("Time not known")]
    place: Runs = [] if meeting.place is None else [Foreign(meeting.place.name)]
    how: Runs = [] if meeting.format is None else [Words(_FORMAT[meeting.format])]
    return capitalized(joined([times, place, how], " · "))


def _times(meeting: Meeting) -> Iterator[Runs]:
    if meeting.held is not None:
        yield [moment(meeting.held)]
    if meeting.scheduled is not None and meeting.scheduled != meeting.held:
        planned = [Words("planned for ")] if meeting.held is not None else []
        yield [*planned, moment(meeting.scheduled)]
    if meeting.moved_from is not None:
        yield [Words("moved from "), moment(meeting.moved_from)]


def _who(meeting: Meeting) -> Runs:
    who = joined([_participant(each) for each in meeting.participants], "; ")
    return [Words("With "), *who] if who else []


def _participant(participant: Participant) -> Runs:
    named = with_post(actor(participant.actor), participant.post)
    role = _ROLE.get(participant.role)
    return named if role is None else [*named, Words(f", {role}")]


def _agenda(meeting: Meeting) -> Runs:
    topics = joined([[Foreign(topic)] for topic in meeting.agenda], "; ")
    return [Words("On the agenda: "), *topics] if topics else []


def _whole(meeting: Meeting, references: References) -> Runs:
    if meeting.part_of is None:
        return []
    return [Words("Part of "), *references.meeting(meeting.part_of)]
