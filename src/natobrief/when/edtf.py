"""Reading EDTF (ISO 8601-2): the grammar, with natobrief's extensions.

Levels 0 and 1 for the years 1 to 9998, and of level 2: unspecified digits anywhere, the parts of a
year numbered 21 to 41, sets ``[..]``, and qualification of a part. Extensions: ISO weeks, quarters
as ``2022-Q1``, clock times to the hour, the minute or a fraction of a second, a qualified time,
and one time zone in brackets at the end as in RFC 9557.
"""

from __future__ import annotations

import datetime as dt
import functools
import re

from natobrief.when.bounds import bounds_of, wall_of_time
from natobrief.when.forms import (
    APPROXIMATE,
    BOTH,
    UNCERTAIN,
    Form,
    Kind,
    OneOf,
    Single,
    Stretch,
    singles_in,
)
from natobrief.when.writing import form_text
from natobrief.when.zones import (
    SECOND,
    UTC,
    Unreadable,
    canonical_zone,
    is_offset,
    naive,
    offset_at,
    offset_seconds,
    offset_text,
    wall_offsets,
)

__all__ = ["one_of", "read_form", "rezoned", "split_interval", "time_form"]

EXAMPLE = "a date in EDTF such as 2022-01-07"
_FLAGS = {"": 0, "?": UNCERTAIN, "~": APPROXIMATE, "%": BOTH}
_Q = "([?~%]?)"
# Compiled when first needed: most records have plain dates, which none of these is asked about.
_FORMS = {
    "date": rf"{_Q}([0-9X]{{4}}){_Q}(?:-{_Q}([0-9X]{{2}}){_Q}(?:-{_Q}([0-9X]{{2}}){_Q})?)?",
    "time": r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
    r"T([0-9]{2})(?::([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,6}))?)?)?"
    rf"(Z|[+-][0-9]{{2}}(?::[0-9]{{2}}(?::[0-9]{{2}})?)?)?{_Q}",
    "week": rf"([0-9]{{4}})-W([0-9]{{2}})(?:-([0-9]))?{_Q}",
    "quarter": rf"([0-9]{{4}})-Q([0-9]){_Q}",
    "suffix": r"(.+)\[!?([A-Za-z][A-Za-z0-9_+/-]*|[+-][0-9:]+)\]",
}
_REFUSED = (
    (r"Y-?[0-9]+(E[0-9]+)?(S[0-9]+)?", "a year of four digits, from 0001 to 9998"),
    (r"-[0-9]{4}.*", "a year of four digits, from 0001 to 9998"),
    (r"[0-9]{4}S[0-9]+", "a year without a count of significant digits"),
    (r"\{.*\}", "one instant: a set in {} means all of its dates, [] one"),
    (r"[^\[]*\[.*\]", "a zone in brackets once, at the very end"),
    (r".*/.*", "one date, not a period: Period.parse reads those"),
)


@functools.cache
def _form(name: str) -> re.Pattern[str]:
    return re.compile(_FORMS[name], re.ASCII | re.DOTALL)


def split_interval(text: str) -> list[str]:
    """Split a text at each ``/`` that stands outside brackets."""
    parts: list[str] = []
    depth = start = 0
    for index, char in enumerate(text):
        if char == "/" and depth == 0:
            parts.append(text[start:index])
            start = index + 1
        else:
            depth += (char == "[") - (char == "]")
    return [*parts, text[start:]]


def read_form(text: str, zone: str | None) -> Form:
    """Take a text apart, dates without a zone being read in ``zone``, else in UTC.

    Raises:
        Unreadable: It is nothing that natobrief reads; the error says what was expected.
    """
    body, suffix = text, None
    found = _form("suffix").fullmatch(text)
    if found is not None:
        body, suffix = found[1], canonical_zone(found[2])
    if body.startswith("[") and body.endswith("]"):
        return _read_set(body[1:-1], suffix, zone)
    return _read_single(body, suffix, zone)


def _read_set(body: str, suffix: str | None, zone: str | None) -> Form:
    items = [_read_item(element, suffix, zone) for element in body.split(",")]
    if suffix is None and zone is not None and any(_has_date(item) for item in items):
        suffix = zone
        items = [_move(item, zone) for item in items]
    return one_of(items, suffix or UTC)


def _read_item(element: str, suffix: str | None, zone: str | None) -> Single | Stretch:
    if ".." not in element:
        return _read_single(element, suffix, zone)
    before, _, after = element.partition("..")
    if not before and not after:
        raise Unreadable("a date on at least one side of '..'")
    return Stretch(
        _read_single(before, suffix, zone) if before else None,
        _read_single(after, suffix, zone) if after else None,
    )


def _has_date(item: Single | Stretch) -> bool:
    return any(date.kind is not Kind.TIME for date in singles_in(item))


def _move(item: Single | Stretch, zone: str) -> Single | Stretch:
    if isinstance(item, Single):
        return rezoned(item, zone)
    return Stretch(*(date and rezoned(date, zone) for date in item))


def one_of(items: list[Single | Stretch], zone: str) -> Form:
    """Put elements into a set: sorted, each once; a set of one date is that date.

    Raises:
        Unreadable: An element does not exist.
    """
    unique = {_whole(item) for item in items}
    if len(unique) == 1:
        (only,) = unique
        if isinstance(only, Single):
            return only
    if not any(_has_date(item) for item in unique) and is_offset(zone):
        zone = UTC  # every time states its own offset, so the set need not
    return OneOf(tuple(sorted(unique, key=_place)), zone)


def _whole(item: Single | Stretch) -> Single | Stretch:
    if isinstance(item, Stretch) and item.first is not None and item.first == item.last:
        return item.first
    return item


def _place(item: Single | Stretch) -> tuple[tuple[int, int], str]:
    form = OneOf((item,), UTC)
    return bounds_of(form), form_text(form)


def _read_single(text: str, suffix: str | None, zone: str | None) -> Single:
    found = _form("date").fullmatch(text)
    if found is not None:
        return _date(found, suffix or zone or UTC)
    found = _form("time").fullmatch(text)
    if found is not None:
        return _time(found, suffix, zone)
    found = _form("week").fullmatch(text)
    if found is not None:
        return _week(found, suffix or zone or UTC)
    found = _form("quarter").fullmatch(text)
    if found is not None:
        return _quarter(found, suffix or zone or UTC)
    for pattern, allowed in _REFUSED:
        if re.fullmatch(pattern, text, re.DOTALL):
            raise Unreadable(allowed)
    raise Unreadable(EXAMPLE)


def _date(found: re.Match[str], zone: str) -> Single:
    marks = found.groups()
    parts = tuple(part for part in (marks[1], marks[4], marks[7]) if part is not None)
    _check_year(parts[0])
    flags = _flags(marks, len(parts))
    if len(parts) == 1:
        return Single(Kind.DATE, parts, flags, zone)
    if parts[1].isdigit() and int(parts[1]) > 20:
        if len(parts) == 3 or int(parts[1]) > 41:
            raise Unreadable("a month from 01 to 12, or 21 to 41 for a part of the year")
        return Single(Kind.SEASON, parts, flags, zone)
    if not re.fullmatch("0[1-9X]|1[0-2X]|X[0-9X]", parts[1]):
        raise Unreadable("a month from 01 to 12, or 21 to 41 for a part of the year")
    if len(parts) == 3 and not re.fullmatch("0[1-9X]|[12][0-9X]|3[01X]|X[0-9X]", parts[2]):
        raise Unreadable("a day from 01 to 31")
    return Single(Kind.DATE, parts, flags, zone)


def _check_year(digits: str) -> None:
    if digits in ("0000", "9999"):
        raise Unreadable("a year of four digits, from 0001 to 9998")


def _flags(marks: tuple[str | None, ...], count: int) -> tuple[int, ...]:
    """Spread the marks: one on the left holds for its part, one on the right also for all before.

    ``marks`` holds, for each part, the mark before it, its digits and the mark behind it.
    """
    flags = [_FLAGS[marks[3 * part] or ""] for part in range(count)]
    for part in range(count):
        behind = _FLAGS[marks[3 * part + 2] or ""]
        for before in range(part + 1):
            flags[before] |= behind
    return tuple(flags)


def _week(found: re.Match[str], zone: str) -> Single:
    year, week, day, mark = found.groups()
    _check_year(year)
    flag = _FLAGS[mark]
    if not 1 <= int(week) <= 53:
        raise Unreadable("a week from W01 to W53")
    if day is None:
        return Single(Kind.WEEK, (year, week), (flag, flag), zone)
    try:
        date = dt.date.fromisocalendar(int(year), int(week), int(day))
    except ValueError:
        raise Unreadable("a day that exists, from 1 (Monday) to 7, in such a week") from None
    _check_year(f"{date.year:04}")
    parts = (f"{date.year:04}", f"{date.month:02}", f"{date.day:02}")
    return Single(Kind.DATE, parts, (flag, flag, flag), zone)


def _quarter(found: re.Match[str], zone: str) -> Single:
    year, quarter, mark = found.groups()
    _check_year(year)
    if quarter not in "1234":
        raise Unreadable("a quarter from Q1 to Q4")
    return Single(Kind.SEASON, (year, str(32 + int(quarter))), (_FLAGS[mark],) * 2, zone)


def _time(found: re.Match[str], suffix: str | None, zone: str | None) -> Single:
    year, month, day, hour, minute, second, fraction, stated, mark = found.groups()
    _check_year(year)
    clock = [int(part) for part in (hour, minute, second) if part is not None]
    if clock[0] > 23 or any(part > 59 for part in clock[1:]):
        raise Unreadable("a clock time from 00:00:00 to 23:59:59")
    if fraction is not None:
        clock.append(int(fraction.ljust(6, "0")))
    local = Single(Kind.TIME, (year, month, day), (_FLAGS[mark],), UTC, tuple(clock))
    if stated is None:
        return _in_zone(local, suffix or zone)
    offset = 0 if stated == "Z" else offset_seconds(stated)
    if offset is None:
        raise Unreadable("an offset from -23:59 to +23:59")
    own = canonical_zone(offset_text(offset))
    if suffix is None:
        return local._replace(zone=own, offset=offset)
    if stated == "Z":
        return rezoned(local, suffix)
    if offset not in wall_offsets(wall_of_time(local), suffix):
        raise Unreadable(f"an offset that {suffix} has at that time")
    return local._replace(zone=suffix, offset=offset)


def _in_zone(local: Single, zone: str | None) -> Single:
    """Find the offset of a wall time that states none."""
    if zone is None:
        raise Unreadable("a time with Z or an offset like +01:00")
    offsets = wall_offsets(wall_of_time(local), zone)
    if not offsets:
        raise Unreadable(f"a time that exists in {zone}")
    if len(offsets) == 2:
        raise Unreadable(f"an offset, since this time comes twice in {zone}")
    return local._replace(zone=zone, offset=offsets[0])


def rezoned(single: Single, zone: str) -> Single:
    """Return the same time as clocks in another zone show it; a date stays as it is.

    Raises:
        Unreadable: It can't be written there, as 13:00+01:00 to the hour in a zone of +05:30.
    """
    if single.kind is not Kind.TIME or single.zone == zone:
        return single
    utc = wall_of_time(single) - single.offset * SECOND
    moved = time_form(utc, zone, len(single.clock), single.flags[0])
    if wall_of_time(moved) - moved.offset * SECOND != utc:
        raise Unreadable(f"a time that can be written in {zone}")
    return moved


def time_form(utc: int, zone: str, units: int, flag: int = 0) -> Single:
    """Return an instant as a time in a zone, to the hour (1), minute, second or microsecond (4).

    Raises:
        Unreadable: It is outside the years 1 to 9998 there.
    """
    try:
        offset = offset_at(utc, zone)
        time = naive(utc + offset * SECOND)
    except OverflowError:
        raise Unreadable("a year of four digits, from 0001 to 9998") from None
    if not 1 <= time.year <= 9998:
        raise Unreadable("a year of four digits, from 0001 to 9998")
    parts = (f"{time.year:04}", f"{time.month:02}", f"{time.day:02}")
    clock = (time.hour, time.minute, time.second, time.microsecond)[:units]
    return Single(Kind.TIME, parts, (flag,), zone, clock, offset)
