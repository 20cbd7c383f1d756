"""Components of a calendar as meetings, whoever wrote them, and what is lost on the way."""

from __future__ import annotations

import datetime as dt
import functools
import hashlib
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, cast

from natobrief.errors import InvalidValue
from natobrief.formats._ical.people import participants
from natobrief.formats._ical.spans import (
    Lose,
    day_of,
    settle_zones,
    time_of_event,
    unheard,
    value_of,
    when_of_stamp,
)
from natobrief.formats._ical.write import RECORD
from natobrief.formats.json import loads
from natobrief.formats.losses import Loss
from natobrief.model import Meeting, MeetingStatus, Place, Source, SourceKind
from natobrief.when import Period, When

__all__ = ["Facts", "Reader", "Reading", "all_of", "facts_of", "plain_text"]

_STATUS = {
    "TENTATIVE": MeetingStatus.TENTATIVE,
    "CONFIRMED": MeetingStatus.CONFIRMED,
    "CANCELLED": MeetingStatus.CANCELLED,
}
_TAKEN = frozenset(
    "UID SUMMARY LOCATION STATUS DTSTART DTEND DURATION ORGANIZER ATTENDEE URL LAST-MODIFIED"
    " DTSTAMP RELATED-TO RECURRENCE-ID".split()
)
_OF_CALENDAR = frozenset("VERSION PRODID CALSCALE METHOD NAME X-WR-CALNAME X-WR-TIMEZONE".split())
_REPEATS = "only the first time becomes a meeting"
_REASONS = {
    "RRULE": _REPEATS,
    "RDATE": _REPEATS,
    "EXDATE": _REPEATS,
    "DESCRIPTION": "a meeting has no free text",
    "ATTACH": "a meeting has no attachments",
    "SEQUENCE": "reports are told apart by when they became known",
    "CREATED": "what counts is when the report became known: LAST-MODIFIED, else DTSTAMP",
}
_PARTS = {
    "VALARM": "a meeting has no alarm",
    "VTODO": "a task is no meeting",
    "VJOURNAL": "a journal entry is no meeting",
    "VFREEBUSY": "times when somebody is busy are no meeting",
}
_OTHER = "a meeting has no such field"


class Facts(NamedTuple):
    """What an event says in its own properties, as fields of a meeting."""

    name: str | None
    place: str | None
    time: When | Period | None
    status: MeetingStatus


def plain_text(value: Any) -> str | None:
    """Return the text of a property; None if it is absent or blank."""
    if isinstance(value, list):
        value = cast("list[object]", value)[0]
    if value is None:
        return None
    text = str.__str__(value) if isinstance(value, str) else str(value)
    return text if text.strip() else None


def all_of(component: Any, name: str) -> list[Any]:
    """Return all values of a property."""
    found: Any = component.get(name)
    if found is None:
        return []
    return cast("list[object]", found) if isinstance(found, list) else [found]


class Reading(NamedTuple):
    """How calendars are read: the source and zone given, and what a meeting is written as."""

    source: Source | None
    zone: str | None
    rendered: Callable[[Meeting], Any]


class Reader:
    """Reads the components of one calendar.

    Attributes:
        losses: What was lost so far, in order.
    """

    def __init__(self, calendar: Any, how: Reading) -> None:
        self.losses: list[Loss] = []
        source = how.source
        self._zone = how.zone or _zone_of(calendar)
        self._rendered = how.rendered
        title = plain_text(calendar.get("X-WR-CALNAME")) or plain_text(calendar.get("NAME"))
        self._given = source
        self._source = source or Source(kind=SourceKind.CALENDAR, title=title)
        self._cancels = plain_text(calendar.get("METHOD")) == "CANCEL"

    def meetings(self, calendar: Any) -> Iterator[Meeting]:
        """Yield the meetings of a calendar, in order."""
        settle_zones(calendar)
        for name in cast("list[str]", list(calendar.keys())):
            if name.upper() not in _OF_CALENDAR:
                self._lose(None, name.upper(), "a meeting knows nothing of its calendar")
        for component in cast("list[Any]", calendar.subcomponents):
            name = str(component.name)
            if name == "VTIMEZONE":
                continue
            uid = _uid(component)
            own = self._own(component, uid) if name in ("VEVENT", "VJOURNAL") else None
            if own is not None:
                yield own
            elif name == "VEVENT":
                yield self._foreign(component, uid)
            else:
                self._lose(uid, name, _PARTS.get(name, "this component is no meeting"))

    def _lose(self, uid: str | None, field: str, reason: str) -> None:
        self.losses.append(Loss(record=uid, field=field, reason=reason))

    def _own(self, component: Any, uid: str) -> Meeting | None:
        """Return the record that natobrief left in a component, with what was changed since."""
        record = plain_text(component.get(RECORD))
        if record is None:
            return None
        try:
            return self._with_changes(_meeting(record), component, uid)
        except InvalidValue as error:
            self._lose(uid, RECORD, f"it can't be read ({error.faults[0]})")
            return None

    def _with_changes(self, meeting: Meeting, component: Any, uid: str) -> Meeting:
        before = facts_of(self._rendered(meeting), None)
        now = facts_of(component, self._zone)
        changes: dict[str, Any] = {}
        for name in (n for n in Facts._fields if getattr(before, n) != getattr(now, n)):
            value = getattr(now, name)
            field = name
            if name == "time":
                field = "scheduled" if meeting.held is None else "held"
            if name == "place" and str(component.name) == "VJOURNAL":
                continue  # a journal entry has no LOCATION
            changes[field] = Place(name=value) if name == "place" and value is not None else value
            reason = "it was changed in the calendar, whose value is taken"
            self._lose(uid, field, reason)
        return meeting.evolve(**changes)

    def _foreign(self, component: Any, uid: str) -> Meeting:
        facts = facts_of(component, self._zone, functools.partial(self._lose, uid))
        self._list_the_rest(component, uid)
        url = plain_text(component.get("URL"))
        recurrence = when_of_stamp(component.get("RECURRENCE-ID"), self._zone)
        moved = recurrence if recurrence is not None and _begins(facts.time) != recurrence else None
        status = facts.status
        if moved is not None and status is MeetingStatus.CONFIRMED:
            status = MeetingStatus.RESCHEDULED
        whole = self._whole(component, uid)
        own_uid = uid if recurrence is None else f"{uid} {recurrence}"
        return Meeting(
            uid=own_uid,
            name=facts.name,
            place=None if facts.place is None else Place(name=facts.place),
            scheduled=facts.time,
            moved_from=moved if status is not MeetingStatus.CANCELLED else None,
            status=MeetingStatus.CANCELLED if self._cancels else status,
            participants=participants(component, functools.partial(self._lose, uid)),
            part_of=whole if whole != own_uid else None,
            source=self._source if self._given or url is None else self._source.evolve(url=url),
            known=_known(component),
        )

    def _whole(self, component: Any, uid: str) -> str | None:
        whole: str | None = None
        for related in all_of(component, "RELATED-TO"):
            kind = str(getattr(related, "params", {}).get("RELTYPE", "PARENT")).upper()
            target = plain_text(related)
            if kind == "PARENT" and whole is None and target is not None:
                whole = target
            else:
                reason = (
                    f"a meeting is part of one other at most, and has no other relation ({kind})"
                )
                self._lose(uid, "RELATED-TO", reason)
        return whole

    def _list_the_rest(self, component: Any, uid: str) -> None:
        if component.get("UID") is None:
            self._lose(uid, "UID", "it is missing: one was made of the content")
        for name, message in cast("list[tuple[Any, Any]]", component.errors):
            self._lose(uid, str(name), f"it can't be read ({message})")
        broken = {str(name).upper() for name, _ in component.errors}
        for name in cast("list[str]", list(component.keys())):
            ours = name.upper().startswith("X-NATOBRIEF-")
            if name.upper() not in _TAKEN | broken and not ours:
                self._lose(uid, name.upper(), _REASONS.get(name.upper(), _OTHER))
        if not component.get("STATUS") and self._cancels:
            self._lose(
                uid, "METHOD", "the calendar cancels all its events, so this one is cancelled"
            )
        for part in cast("list[Any]", component.subcomponents):
            self._lose(uid, str(part.name), _PARTS.get(str(part.name), _OTHER))


def _meeting(record: str) -> Meeting:
    try:
        return loads(record, Meeting)
    except InvalidValue:
        # icalendar leaves the escapes of properties that it doesn't know as they are.
        return loads(_ESCAPE.sub(_unescaped, record), Meeting)


_ESCAPE = re.compile(r"\\(.)")


def _unescaped(escape: re.Match[str]) -> str:
    return "\n" if escape[1] in "nN" else escape[1]


def facts_of(component: Any, zone: str | None, lose: Lose = unheard) -> Facts:
    """Return what an event says itself, and tell ``lose`` what it says beyond that."""
    stated = plain_text(component.get("STATUS"))
    status = _STATUS.get((stated or "CONFIRMED").upper())
    if status is None:
        lose("STATUS", f"{stated!r} is no status of an event: taken as CONFIRMED")
    return Facts(
        plain_text(component.get("SUMMARY")),
        plain_text(component.get("LOCATION")),
        time_of_event(component, zone, lose),
        status or MeetingStatus.CONFIRMED,
    )


def _zone_of(calendar: Any) -> str | None:
    """Return the zone that the calendar gives for times without one, if it is one."""
    zone = plain_text(calendar.get("X-WR-TIMEZONE"))
    try:
        return None if zone is None else When.parse("2000", zone=zone).zone
    except InvalidValue:
        return None


def _uid(component: Any) -> str:
    uid = plain_text(component.get("UID"))
    if uid is not None:
        return uid
    return f"event-{hashlib.sha256(component.to_ical()).hexdigest()[:16]}"


def _begins(time: When | Period | None) -> When | None:
    return time.start if isinstance(time, Period) else time


def _known(component: Any) -> When | None:
    for name in ("LAST-MODIFIED", "DTSTAMP"):
        value = value_of(component.get(name))
        if isinstance(value, dt.datetime):
            try:
                return When.of(value, zone="UTC") if value.tzinfo is None else When.of(value)
            except InvalidValue:
                return day_of(value)
    return None
