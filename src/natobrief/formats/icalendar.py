"""iCalendar (RFC 5545): meetings out to calendars, and in from them. Reading needs ``calendar``.

Each encounter is one event, in its newest report. What a calendar has no word for stands in
properties that start with ``X-NATOBRIEF-``; one of them holds the whole record, so that what is
loaded equals what was dumped, unless the event was changed in between.
"""

from __future__ import annotations

from typing import Any, NamedTuple, cast

from natobrief.errors import Fault, InvalidDocument, InvalidValue, MissingExtra, show
from natobrief.formats._core.given import text_of
from natobrief.formats._files import PathLike, opened, replacing
from natobrief.formats._format import Format
from natobrief.formats._ical.encounters import Encounter, Gathered, gathered
from natobrief.formats._ical.lines import folded, line
from natobrief.formats._ical.read import Reader, Reading
from natobrief.formats._ical.times import time_zones
from natobrief.formats._ical.write import component, placement
from natobrief.formats.losses import Loss, LossReport
from natobrief.model import Meeting, Source
from natobrief.when import When

__all__ = ["FORMAT", "CalendarRead", "read_calendar", "to_calendar"]

_BROKEN = (
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    Warning,
)
"""What icalendar raises on a text that is no calendar."""


def to_calendar(value: object, *, domain: str = "natobrief") -> str:
    r"""Return meetings as the text of a calendar, the same for the same value.

    A whole day has no clock, and its end is not included; a time stands in its named zone or in
    UTC. A meeting without a day (in a month, in a set of days) becomes a journal entry, which has
    no place on any day. DTSTAMP and LAST-MODIFIED are the start of what is known of when the report
    became known; without that, DTSTAMP is 1970-01-01. POSTPONED and NOT_HELD are CANCELLED in a
    calendar, since nothing takes place then. SEQUENCE counts earlier reports.

    Args:
        value: A meeting, a brief, a corpus, or any number of meetings and briefs, such as a
            selection of meetings.
        domain: Told apart by it are the UIDs of people who use one uid for different meetings. A
            uid that is global already, with ``@`` or as a UUID, is kept as it is.

    Raises:
        InvalidValue: The value holds no meetings, or the domain is no text.

    >>> talks = Meeting(uid="talks", name="Talks in Geneva", scheduled="2022-01-10")
    >>> [line for line in to_calendar(talks).split("\r\n") if line.startswith("DT")]
    ['DTSTAMP:19700101T000000Z', 'DTSTART;VALUE=DATE:20220110', 'DTEND;VALUE=DATE:20220111']
    """
    given = cast("object", domain)
    if not isinstance(given, str):
        raise InvalidValue([Fault(path="to_calendar.domain", allowed="text", came=show(domain))])
    return _text(gathered(value), domain)


def _text(found: Gathered, domain: str) -> str:
    stamps = [
        stamp
        for encounter in found.encounters
        for stamp in placement(encounter.meeting)[:2]
        if stamp is not None
    ]
    return folded(
        [
            "BEGIN:VCALENDAR",
            line("VERSION", "2.0"),
            line("PRODID", "-//natobrief//EN"),
            line("CALSCALE", "GREGORIAN"),
            *time_zones(stamps),
            *(each for encounter in found.encounters for each in component(encounter, domain)),
            "END:VCALENDAR",
        ]
    )


def _report(found: Gathered) -> LossReport:
    coarse = [
        Loss(record=meeting.id, field="scheduled" if meeting.held is None else "held", reason=lost)
        for meeting in (encounter.meeting for encounter in found.encounters)
        if (lost := placement(meeting).lost) is not None
    ]
    return LossReport(losses=[*coarse, *found.losses])


class CalendarRead(NamedTuple):
    r"""What a calendar holds.

    Attributes:
        meetings: The meetings, in the order of the events.
        report: What of the calendar is no part of them: each with the UID of the event, the
            property or component, and the reason.

    >>> from natobrief.formats import read_calendar
    >>> read_calendar("BEGIN:VCALENDAR\nEND:VCALENDAR\n").meetings
    ()
    """

    meetings: tuple[Meeting, ...]
    report: LossReport


def read_calendar(
    text: str | bytes, *, source: Source | None = None, zone: str | None = None
) -> CalendarRead:
    r"""Read a calendar of any software.

    An event that :func:`to_calendar` wrote becomes the record that it was. If somebody changed its
    name, place, time or status since, the calendar's value is taken, and the report says so.

    Of any other event these are read: UID, SUMMARY, LOCATION, STATUS, the time, ORGANIZER (the
    host) and ATTENDEE, URL, RELATED-TO its parent, RECURRENCE-ID. Times are known to the minute.
    The first of LAST-MODIFIED and DTSTAMP says when the report became known.

    Args:
        text: The calendar; bytes are UTF-8.
        source: The source of meetings that state none; by default a Source of the kind CALENDAR
            with the name of the calendar and the URL of the event.
        zone: The zone of times that state none; by default the calendar's (X-WR-TIMEZONE). If there
            is neither, only the day is kept.

    Raises:
        InvalidDocument: The text is no calendar.
        InvalidValue: The zone is none, or the text is no text.
        MissingExtra: icalendar isn't installed.

    >>> event = "UID:1@example.org\nSUMMARY:Talks\nDTSTART:20220110T090000Z"
    >>> around = "BEGIN:VCALENDAR\nBEGIN:VEVENT\n{}\nEND:VEVENT\nEND:VCALENDAR"
    >>> found = read_calendar(around.format(event))
    >>> found.meetings[0].name, found.meetings[0].scheduled
    ('Talks', When.parse('2022-01-10T09:00Z'))
    """
    if zone is not None:
        zone = When.parse("2000", zone=zone).zone
    meetings: list[Meeting] = []
    losses: list[Loss] = []
    for calendar in _parsed(text_of(text, "read_calendar.text")):
        reader = Reader(calendar, Reading(source, zone, _rendered))
        try:
            meetings.extend(reader.meetings(calendar))
        except _BROKEN as error:
            if isinstance(error, InvalidValue):
                raise
            raise _invalid(f"a component that can't be read ({error})") from None
        losses.extend(reader.losses)
    return CalendarRead(tuple(meetings), LossReport(losses=losses))


def _invalid(came: str) -> InvalidDocument:
    allowed = "a calendar, from BEGIN:VCALENDAR to END:VCALENDAR"
    return InvalidDocument([Fault(path="$", allowed=allowed, came=came)])


def _parsed(text: str) -> list[Any]:
    try:
        from icalendar import Calendar
    except ImportError:
        raise MissingExtra("iCalendar", "calendar") from None
    if not text.strip():
        raise _invalid("nothing")
    try:
        found = cast("list[Any]", Calendar.from_ical(text, multiple=True))
    except _BROKEN as error:
        raise _invalid(f"something else ({error})") from None
    if not found:
        raise _invalid("one that is cut off")
    for each in found:
        if each.name != "VCALENDAR":
            raise _invalid(f"a {each.name}")
    return found


def _rendered(meeting: Meeting) -> Any:
    """Return the component, as icalendar reads it, that a meeting is written as."""
    encounter = Encounter(meeting, meeting.uid, None, 0)
    (calendar,) = _parsed(_text(Gathered([encounter], []), ""))
    return calendar.subcomponents[-1]


def _write(value: object, path: PathLike) -> LossReport:
    found = gathered(value)
    text = _text(found, "natobrief")
    with replacing(path) as file:
        file.write(text)
    return _report(found)


def _read(path: PathLike, expect: type[Any] | None) -> tuple[Meeting, ...]:
    if expect not in (None, Meeting):
        allowed = "Meeting, tuple[Meeting, ...] or None: a calendar holds nothing else"
        raise InvalidValue([Fault(path="load.expect", allowed=allowed, came=show(expect))])
    with opened(path) as file:
        data = file.read()
    return read_calendar(data).meetings


FORMAT = Format(_write, _read)
"""What :func:`natobrief.dump` and :func:`natobrief.load` use."""
