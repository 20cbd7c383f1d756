"""From what users write to a canonical text, its form and its bounds.

Nearly every date in a file is a plain day, month, year or time with an offset, and canonical
already. Those take a short way: one regular expression and integer arithmetic.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from natobrief.errors import Fault, InvalidDate, InvalidValue, show
from natobrief.when.bounds import LAST_YEAR, bounds_of, ends_of
from natobrief.when.edtf import one_of, read_form, rezoned, time_form
from natobrief.when.forms import Form, Kind, Single, Stretch
from natobrief.when.writing import form_text
from natobrief.when.zones import (
    DAY,
    MIN_US,
    SECOND,
    UTC,
    Unreadable,
    canonical_zone,
    offset_text,
    wall_count,
    wall_offsets,
    zone_of,
)

__all__ = ["Read", "between", "exact", "read_date", "read_text", "read_zone"]

_PLAIN_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", re.ASCII)
# Compiled when the first time of day comes.
_PLAIN_TIME = (
    r"(?!9999)[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{6})?)?"
    r"(?:Z|[+-](?!00:00)(?:[01][0-9]|2[0-3]):[0-5][0-9])"
)
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


class Read(NamedTuple):
    """A canonical text and its bounds; the form too where it had to be taken apart."""

    text: str
    bounds: tuple[int, int]
    form: Form | None


def read_zone(zone: object, path: str) -> str | None:
    """Return the canonical text of a ``zone`` argument, None for None.

    Raises:
        InvalidValue: It is no zone.
    """
    if zone is None:
        return None
    allowed = "the name of a time zone, an offset like +01:00 or None"
    if isinstance(zone, str):
        try:
            return canonical_zone(zone)
        except Unreadable as error:
            allowed = str(error)
    raise InvalidValue([Fault(path=path, allowed=allowed, came=show(zone))])


def read_text(text: str, zone: str | None, path: str) -> Read:
    """Read EDTF, dates without a zone being in ``zone``, by default in UTC.

    Raises:
        InvalidDate: It is nothing that natobrief reads.
    """
    plain = _read_plain(text) if zone is None or zone == UTC else None
    if plain is not None:
        return plain
    try:
        return _canonical(read_form(text, zone))
    except Unreadable as error:
        fault = Fault(path=path, allowed=str(error), came=show(text))
        raise InvalidDate([fault]) from None


def _canonical(form: Form) -> Read:
    return Read(form_text(form), bounds_of(form), form)


def _read_plain(text: str) -> Read | None:
    """Read the common forms if they are canonical; leave the rest, and all faults, to others."""
    try:
        bounds = _time_bounds(text) if _is_plain_time(text) else _date_bounds(text)
    except ValueError:
        return None
    return None if bounds is None else Read(text, bounds, None)


def _time_bounds(text: str) -> tuple[int, int] | None:
    since = dt.datetime.fromisoformat(text) - _EPOCH
    low = (since.days * 86400 + since.seconds) * SECOND + since.microseconds
    if low < MIN_US:
        return None
    if text[16] != ":":  # 2022-01-07T13:30 has 16 characters, 2022-01-07T13:30:00 has 19
        return low, low + 60 * SECOND
    return low, low + (1 if text[19] == "." else SECOND)


def _is_plain_time(text: str) -> bool:
    return "T" in text and re.fullmatch(_PLAIN_TIME, text, re.ASCII) is not None


def _date_bounds(text: str) -> tuple[int, int] | None:
    found = _PLAIN_DATE.fullmatch(text)
    if found is None:
        return None
    year, month, day = found.groups()
    date = dt.date(int(year), int(month or 1), int(day or 1))
    if date.year > LAST_YEAR:
        return None
    low = wall_count(date)
    if day is not None:
        return low, low + DAY
    if month is None or date.month == 12:
        return low, wall_count(dt.date(date.year + 1, 1, 1))
    return low, wall_count(dt.date(date.year, date.month + 1, 1))


def read_date(value: dt.date, zone: str | None, path: str) -> Read:
    """Read a standard or pendulum date or time; a time keeps its own zone.

    Raises:
        InvalidDate: A naive time without a zone, or one that is outside what natobrief holds.
    """
    try:
        if isinstance(value, dt.datetime):
            return _canonical(_time_form(value, zone))
        return read_text(f"{value.year:04}-{value.month:02}-{value.day:02}", zone, path)
    except Unreadable as error:
        fault = Fault(path=path, allowed=str(error), came=show(value))
        raise InvalidDate([fault]) from None


def _time_form(time: dt.datetime, zone: str | None) -> Form:
    units = 4 if time.microsecond else 3
    clock = (time.hour, time.minute, time.second, time.microsecond)
    parts = (f"{time.year:04}", f"{time.month:02}", f"{time.day:02}")
    offset = time.utcoffset()
    if time.tzinfo is None or offset is None:
        if zone is None:
            raise Unreadable("a time with a zone")
        text = form_text(Single(Kind.TIME, parts, (0,), UTC, clock[:units])).removesuffix("Z")
        return read_form(text, zone)
    if not 1 <= time.year <= 9998:
        raise Unreadable("a year from 1 to 9998")
    seconds = offset.days * 86400 + offset.seconds
    own = zone_of(time.tzinfo, offset)
    if seconds not in wall_offsets(wall_count(time, *clock), own):
        raise Unreadable(f"a time that exists in {own}")
    return Single(Kind.TIME, parts, (0,), own, clock[:units], seconds)


def exact(utc: int, zone: str) -> Read:
    """Return one microsecond, written in a zone."""
    return _canonical(time_form(utc, zone, 4))


def between(first: Form | None, last: Form | None) -> Read:
    """Return the set ``[a..b]`` from the start of one form to the end of another.

    Raises:
        Unreadable: The second is over before the first begins, or both are missing.
    """
    if first == last and first is not None:
        return _canonical(first)
    start = None if first is None else ends_of(first)[0]
    end = None if last is None else ends_of(last)[1]
    known = start or end
    if known is None:
        raise Unreadable("at least one date")
    zone = known.zone
    if start is not None and end is not None:
        zone, start, end = _in_one_zone(start, end)
    return _canonical(one_of([Stretch(start, end)], zone))


def _in_one_zone(start: Single, end: Single) -> tuple[str, Single, Single]:
    """Write both so that one zone behind the set holds for them; only a time can be moved."""
    zones = {single.zone for single in (start, end) if single.kind is not Kind.TIME}
    if not zones:
        zones = {start.zone} if start.zone == end.zone else {UTC}
    if len(zones) == 1:
        (zone,) = zones
        move = _with_offset if zone == UTC else rezoned
        try:
            return zone, move(start, zone), move(end, zone)
        except Unreadable:  # a time to the hour, and a zone of half hours
            pass
    first = time_form(bounds_of(start)[0], start.zone, 4, _flag(start))
    last = time_form(bounds_of(end)[1] - 1, end.zone, 4, _flag(end))
    return UTC, _with_offset(first, UTC), _with_offset(last, UTC)


def _with_offset(single: Single, _zone: str) -> Single:
    """Let a time state its offset in place of a named zone."""
    if single.kind is not Kind.TIME:
        return single
    return single._replace(zone=canonical_zone(offset_text(single.offset)))


def _flag(single: Single) -> int:
    flag = 0
    for each in single.flags:
        flag |= each
    return flag
