"""Time zones: names, offsets, and where a local day starts and ends.

Time is counted in whole microseconds since 1970-01-01T00:00. A count called ``utc`` is on the UTC
line; one called ``wall`` is what a clock and calendar on the wall show, counted alike. A zone is a
text: ``UTC``, a name of the IANA database, or an offset such as ``+01:00``.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
import zoneinfo

import pendulum

__all__ = [
    "DAY",
    "MAX_US",
    "MIN_US",
    "SECOND",
    "UNITS",
    "UTC",
    "Unreadable",
    "canonical_zone",
    "date_at",
    "day_at",
    "end_in_utc",
    "is_offset",
    "moment",
    "naive",
    "offset_at",
    "offset_seconds",
    "offset_text",
    "start_in_utc",
    "timezone",
    "wall_count",
    "wall_offsets",
    "zone_of",
]

UTC = "UTC"
SECOND = 1_000_000
DAY = 86_400 * SECOND
UNITS = (3600 * SECOND, 60 * SECOND, SECOND, 1)
"""An hour, a minute, a second and a microsecond."""
MIN_US = -62_135_596_800_000_000
"""0001-01-01T00:00Z: where an open start begins."""
MAX_US = 253_402_214_400_000_000
"""9999-12-31T00:00Z: where an open end stops, later than the end of any date."""

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_EPOCH_DAY = _EPOCH.toordinal()
_OFFSET = re.compile(r"([+-])([0-9]{2})(?::([0-9]{2})(?::([0-9]{2}))?)?", re.ASCII)
_NOT_PLACES = {"localtime", "Factory", "posixrules"}  # what the machine or nobody has chosen


class Unreadable(ValueError):
    """What a text should have been, in words. It never leaves this room."""


def offset_seconds(text: str) -> int | None:
    """Return the seconds east of Greenwich that ``+01:00`` states; None if it is no offset."""
    found = _OFFSET.fullmatch(text)
    if found is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.group(2, 3, 4))
    if hours > 23 or minutes > 59 or seconds > 59:
        return None
    total = hours * 3600 + minutes * 60 + seconds
    return -total if found[1] == "-" else total


def offset_text(seconds: int) -> str:
    """Write an offset as ``Z``, ``+01:00`` or, before standard time, ``+00:17:30``."""
    if seconds == 0:
        return "Z"
    minutes, rest = divmod(abs(seconds), 60)
    text = f"{'-' if seconds < 0 else '+'}{minutes // 60:02}:{minutes % 60:02}"
    return f"{text}:{rest:02}" if rest else text


@functools.cache
def _names() -> frozenset[str]:
    return frozenset(pendulum.timezones()) - _NOT_PLACES


@functools.lru_cache(maxsize=1024)
def canonical_zone(zone: str) -> str:
    """Return the one text of a zone: ``UTC`` for no offset at all, names as they are.

    Raises:
        Unreadable: It is no name of the IANA database and no offset.
    """
    if zone in (UTC, "Z"):
        return UTC
    seconds = offset_seconds(zone)
    if seconds is not None:
        return offset_text(seconds) if seconds else UTC
    if zone not in _names():
        raise Unreadable("the name of a time zone or an offset like +01:00")
    return zone


def is_offset(zone: str) -> bool:
    """Say whether a canonical zone is UTC or a fixed offset, so that each time can state it."""
    return zone == UTC or zone[0] in "+-"


@functools.lru_cache(maxsize=1024)
def timezone(zone: str) -> pendulum.Timezone | pendulum.FixedTimezone:
    """Return pendulum's object for a canonical zone, always the same one."""
    if zone == UTC:
        return pendulum.UTC
    seconds = offset_seconds(zone)
    return pendulum.Timezone(zone) if seconds is None else pendulum.FixedTimezone(seconds, zone)


def zone_of(tzinfo: dt.tzinfo, offset: dt.timedelta) -> str:
    """Return the zone of an aware standard or pendulum time: its name, else its offset."""
    name = tzinfo.key if isinstance(tzinfo, zoneinfo.ZoneInfo) else None
    if name == UTC or (name is not None and name in _names()):
        return name
    if offset.microseconds:
        raise Unreadable("a time with an offset of whole seconds")
    return canonical_zone(offset_text(offset.days * 86400 + offset.seconds))


def naive(count: int) -> dt.datetime:
    """Return the naive standard time that a count stands for."""
    return (_EPOCH + dt.timedelta(microseconds=count)).replace(tzinfo=None)


def wall_count(day: dt.date, *clock: int) -> int:
    """Return the count of a day and the hour, minute, second and microsecond on it."""
    return (day.toordinal() - _EPOCH_DAY) * DAY + sum(map(int.__mul__, clock, UNITS))


def offset_at(utc: int, zone: str) -> int:
    """Return the offset in seconds that holds in a zone at an instant.

    Raises:
        OverflowError: The instant is in the first hours of year 1, and the zone west of Greenwich.
    """
    if is_offset(zone):
        return offset_seconds(zone) or 0
    tz = timezone(zone)
    local = tz.fromutc(naive(utc).replace(tzinfo=tz))
    return _seconds(local.utcoffset())


def day_at(utc: int, zone: str) -> int:
    """Return the number of the local day, from 1970-01-01, that an instant falls on."""
    try:
        wall = utc + offset_at(utc, zone) * SECOND
    except OverflowError:  # it has no local day
        wall = utc
    return max(wall, MIN_US) // DAY


def _seconds(offset: dt.timedelta | None) -> int:
    return 0 if offset is None else offset.days * 86400 + offset.seconds


def _two_offsets(wall: int, zone: str) -> tuple[int, int]:
    """Return the offsets before and after the change that a wall time may fall into."""
    tz = timezone(zone)
    time = naive(wall)
    return _seconds(tz.utcoffset(time)), _seconds(tz.utcoffset(time.replace(fold=1)))


def wall_offsets(wall: int, zone: str) -> tuple[int, ...]:
    """Return the offsets with which a wall time occurs in a zone: one, none or two."""
    if is_offset(zone):
        return (offset_seconds(zone) or 0,)
    before, after = _two_offsets(wall, zone)
    if before == after:
        return (before,)
    return (before, after) if before > after else ()


def start_in_utc(wall: int, zone: str) -> int:
    """Return the first instant of the day, month or year that starts at this wall midnight.

    Where the midnight is skipped this is the moment of the change; where it comes twice, the
    first.
    """
    if is_offset(zone):
        return wall - (offset_seconds(zone) or 0) * SECOND
    before, after = _two_offsets(wall, zone)
    if before >= after:
        return wall - before * SECOND
    return _change(wall - after * SECOND, wall - before * SECOND, zone)


def end_in_utc(wall: int, zone: str) -> int:
    """Return the end, not included, of what ends at this wall midnight.

    Where clocks go back over midnight, the day before goes on until it is over for good.
    """
    if is_offset(zone):
        return wall - (offset_seconds(zone) or 0) * SECOND
    before, after = _two_offsets(wall, zone)
    if before <= after:
        return start_in_utc(wall, zone)
    change = _change(wall - before * SECOND, wall - after * SECOND, zone)
    again = change + after * SECOND < wall
    return wall - (after if again else before) * SECOND


def _change(low: int, high: int, zone: str) -> int:
    """Find the instant in (low, high] from which the offset of ``high`` holds, by halving."""
    target = offset_at(high, zone)
    while high - low > SECOND:
        middle = low + (high - low) // SECOND // 2 * SECOND
        if offset_at(middle, zone) == target:
            high = middle
        else:
            low = middle
    return high


def moment(utc: int, zone: str) -> pendulum.DateTime:
    """Return pendulum's time for an instant, in its zone.

    In a zone west of Greenwich the first hours of year 1 have no local time; those come in UTC.
    """
    tz = timezone(zone)
    try:
        local = (_EPOCH + dt.timedelta(microseconds=utc)).astimezone(tz)
    except OverflowError:
        tz = pendulum.UTC
        local = (_EPOCH + dt.timedelta(microseconds=utc)).astimezone(tz)
    return pendulum.DateTime(
        local.year,
        local.month,
        local.day,
        local.hour,
        local.minute,
        local.second,
        local.microsecond,
        tzinfo=tz,
        fold=local.fold,
    )


def date_at(utc: int, zone: str) -> pendulum.Date:
    """Return the local day that an instant falls on."""
    day = _EPOCH + dt.timedelta(days=day_at(utc, zone))
    return pendulum.Date(day.year, day.month, day.day)
