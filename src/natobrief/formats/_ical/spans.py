"""When an event is: DTSTART, DTEND and DURATION as a moment or a period."""

from __future__ import annotations

import datetime as dt
import re
import zoneinfo
from collections.abc import Callable
from typing import Any, TypeAlias, cast

from natobrief.errors import InvalidValue
from natobrief.when import Period, When

__all__ = [
    "Lose",
    "day_of",
    "settle_zones",
    "time_of_event",
    "unheard",
    "value_of",
    "when_of_stamp",
]

Lose: TypeAlias = Callable[[str, str], None]
"""Takes a field and the reason why it is lost."""

_WHOLE_MINUTE = re.compile(r"(T\d\d:\d\d):00(?![.\d])")


def unheard(_field: str, _reason: str) -> None:
    """Take note of nothing."""


def time_of_event(component: Any, zone: str | None, lose: Lose) -> When | Period | None:
    """Return when an event is. Times without a zone are read in ``zone``; None leaves the day."""
    start = _stamp(component.get("DTSTART"))
    if start is None:
        return None
    end = _end(component, start, lose)
    if not isinstance(start, dt.datetime):
        return _days(start, end)
    first = _when(start, zone, "DTSTART", lose)
    if first is None or end is None:
        return first
    last = _when(end, zone, "DTEND", lose) if isinstance(end, dt.datetime) else day_of(end)
    try:
        return first if last is None or first == last else Period.between(first, last)
    except InvalidValue:
        lose("DTEND", "it is before DTSTART")
        return first


def when_of_stamp(value: Any, zone: str | None) -> When | None:
    """Return the moment that a property states, such as RECURRENCE-ID."""
    stamp = _stamp(value)
    if stamp is None:
        return None
    if isinstance(stamp, dt.datetime):
        return _when(stamp, zone, "", unheard)
    return day_of(stamp)


def settle_zones(calendar: Any) -> None:
    """Read times in a zone that the calendar describes itself by just this description.

    icalendar remembers such a zone by its name, and would take the one that another calendar
    described before.
    """
    zones: dict[str, dt.tzinfo] = {}
    for zone in cast("list[Any]", calendar.walk("VTIMEZONE")):
        try:
            zones[str(zone["TZID"])] = zone.to_tz(lookup_tzid=False)
        except (ArithmeticError, LookupError, TypeError, ValueError):
            continue  # its times come without a zone
    for component in cast("list[Any]", calendar.walk()):
        for name in ("DTSTART", "DTEND", "RECURRENCE-ID"):
            _settle(component.get(name), zones)


def _settle(value: Any, zones: dict[str, dt.tzinfo]) -> None:
    stamp = _stamp(value)
    if not isinstance(stamp, dt.datetime) or isinstance(stamp.tzinfo, zoneinfo.ZoneInfo | None):
        return
    zone = zones.get(str(value.params.get("TZID")))
    if zone is not None:
        value.dt = stamp.replace(tzinfo=zone)


def value_of(value: Any) -> object:
    """Return the date, time or duration of a property; None if it has none, or can't be read."""
    try:
        return cast("object", getattr(value, "dt", None))
    except ValueError:  # a property that icalendar couldn't read says so when it is asked
        return None


def day_of(stamp: dt.date) -> When | None:
    """Return the day of a date or time; None for a year that natobrief doesn't have."""
    try:
        return When.of(dt.date(stamp.year, stamp.month, stamp.day))
    except InvalidValue:
        return None


def _stamp(value: Any) -> dt.date | None:
    if isinstance(value, list):
        value = cast("list[object]", value)[0]
    found = value_of(value)
    return found if isinstance(found, dt.date) else None


def _end(component: Any, start: dt.date, lose: Lose) -> dt.date | None:
    end = _stamp(component.get("DTEND"))
    length = value_of(component.get("DURATION"))
    if end is not None or not isinstance(length, dt.timedelta):
        return end
    try:
        if isinstance(start, dt.datetime) and start.tzinfo is not None:
            # A duration in hours is exact, also over the night when clocks change.
            return (start.astimezone(dt.UTC) + length).astimezone(start.tzinfo)
        return start + length
    except OverflowError:
        lose("DURATION", "it ends after the year 9999")
        return None


def _days(start: dt.date, end: dt.date | None) -> When | Period | None:
    first = day_of(start)
    if first is None or end is None:
        return first
    whole = dt.date(end.year, end.month, end.day)
    if (whole - start).days <= 1:
        return first
    last = day_of(whole - dt.timedelta(days=1))
    return first if last is None else Period.between(first, last)


def _when(stamp: dt.datetime, zone: str | None, field: str, lose: Lose) -> When | None:
    if stamp.tzinfo is None and zone is None:
        lose(field, f"the time {stamp:%H:%M} has no zone, so only the day is kept; give a zone")
        return day_of(stamp)
    try:
        when = When.of(stamp, zone=zone) if stamp.tzinfo is None else When.of(stamp)
    except InvalidValue as error:
        lose(field, f"only the day is kept of this time ({error.faults[0].allowed})")
        return day_of(stamp)
    if stamp.tzinfo is not None and stamp.utcoffset() and when.zone[0] in "+-":
        lose(field, f"of the zone {stamp.tzname() or 'without a name'} only the offset is kept")
    # Calendars are set to the minute; they can't leave the seconds out.
    return When.parse(_WHOLE_MINUTE.sub(r"\1", str(when)))
