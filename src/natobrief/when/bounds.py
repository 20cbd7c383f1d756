"""From what a text says to the instants that it allows."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator

from natobrief.when.forms import Form, Kind, OneOf, Single, Stretch
from natobrief.when.precision import Precision
from natobrief.when.zones import (
    DAY,
    MAX_US,
    MIN_US,
    SECOND,
    UNITS,
    Unreadable,
    end_in_utc,
    start_in_utc,
    wall_count,
)

__all__ = ["FIRST_YEAR", "LAST_YEAR", "bounds_of", "ends_of", "precision_of", "wall_of_time"]

FIRST_YEAR, LAST_YEAR = 1, 9998

_LAST_WALL = wall_count(dt.date(LAST_YEAR + 1, 1, 1))
_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_CLOCK_PRECISION = (
    Precision.HOUR,
    Precision.MINUTE,
    Precision.SECOND,
    Precision.MICROSECOND,
)
# First month and number of months. Seasons are three whole months, as in meteorology; a winter
# belongs to the year in which it begins.
_SEASONS = {
    **{21 + i: (3 + 3 * i, 3) for i in range(4)},  # seasons, as they fall in the north
    **{25 + i: (3 + 3 * i, 3) for i in range(4)},  # northern seasons
    29: (9, 3),  # southern seasons
    30: (12, 3),
    31: (3, 3),
    32: (6, 3),
    **{33 + i: (1 + 3 * i, 3) for i in range(4)},  # quarters
    **{37 + i: (1 + 4 * i, 4) for i in range(3)},  # thirds
    **{40 + i: (1 + 6 * i, 6) for i in range(2)},  # halves
}


def bounds_of(form: Form) -> tuple[int, int]:
    """Return the first instant and the end, not included, in UTC microseconds.

    Raises:
        Unreadable: There is no such date, or it leaves the years 1 to 9998.
    """
    if isinstance(form, Single):
        return _single_bounds(form)
    found = [_item_bounds(item) for item in form.items]
    return min(low for low, _ in found), max(high for _, high in found)


def ends_of(form: Form) -> tuple[Single | None, Single | None]:
    """Return the dates that the first and the last instant belong to, None where open."""
    if isinstance(form, Single):
        return form, form
    first = min(form.items, key=lambda item: _item_bounds(item)[0])
    last = max(form.items, key=lambda item: _item_bounds(item)[1])
    return (
        first.first if isinstance(first, Stretch) else first,
        last.last if isinstance(last, Stretch) else last,
    )


def _item_bounds(item: Single | Stretch) -> tuple[int, int]:
    if isinstance(item, Single):
        return _single_bounds(item)
    low = MIN_US if item.first is None else _single_bounds(item.first)[0]
    high = MAX_US if item.last is None else _single_bounds(item.last)[1]
    if high <= low:
        raise Unreadable("a range a..b that does not end before it starts")
    return low, high


def _single_bounds(single: Single) -> tuple[int, int]:
    if single.kind is Kind.TIME:
        low = wall_of_time(single) - single.offset * SECOND
        high = low + UNITS[len(single.clock) - 1]
    else:
        first, last = _wall_hull(single)
        if last > _LAST_WALL and "X" not in single.parts[0]:
            raise Unreadable("a date that ends within the year 9998")
        last = min(last, _LAST_WALL)
        low, high = start_in_utc(first, single.zone), end_in_utc(last, single.zone)
    if low < MIN_US:
        if "X" not in single.parts[0]:
            raise Unreadable("a date that starts after the year 1 begins in UTC")
        low = MIN_US
    if high <= low:
        raise Unreadable(f"a day that exists in {single.zone}")
    return low, high


def wall_of_time(single: Single) -> int:
    """Return the wall count at which a time starts.

    Raises:
        Unreadable: There is no such day.
    """
    year, month, day = (int(part) for part in single.parts)
    return _count(year, month, day, *single.clock)


def _wall_hull(single: Single) -> tuple[int, int]:
    if single.kind is Kind.WEEK:
        return _week_hull(single)
    if single.kind is Kind.SEASON:
        return _season_hull(single)
    first = next(_matching(single.parts, ascending=True), None)
    last = next(_matching(single.parts, ascending=False), None)
    if first is None or last is None:
        raise Unreadable("a day that exists")
    month = first[1] or 1
    start = _count(first[0], month, first[2] or 1)
    if last[1] == 0:
        return start, _count(last[0] + 1, 1, 1)
    if last[2] == 0:
        return start, _after_months(last[0], last[1], 1)
    return start, _count(*last) + DAY


def _count(year: int, month: int, day: int, *clock: int) -> int:
    try:
        return wall_count(dt.date(year, month, day), *clock)
    except ValueError:
        raise Unreadable("a day that exists") from None


def _after_months(year: int, month: int, months: int) -> int:
    more, index = divmod(month - 1 + months, 12)
    return _count(year + more, index + 1, 1)


def _week_hull(single: Single) -> tuple[int, int]:
    year, week = (int(part) for part in single.parts)
    try:
        start = wall_count(dt.date.fromisocalendar(year, week, 1))
    except ValueError:
        raise Unreadable(f"a week that the year {year:04} has") from None
    return start, start + 7 * DAY


def _season_hull(single: Single) -> tuple[int, int]:
    month, months = _SEASONS[int(single.parts[1])]
    first = next(_fitting(single.parts[0], FIRST_YEAR, LAST_YEAR, ascending=True))
    last = next(_fitting(single.parts[0], FIRST_YEAR, LAST_YEAR, ascending=False))
    return _count(first, month, 1), _after_months(last, month, months)


def _fitting(digits: str, low: int, high: int, *, ascending: bool) -> Iterator[int]:
    """Yield the numbers from ``low`` to ``high`` that fit digits of which some are open."""
    order = "0123456789" if ascending else "9876543210"
    for chosen in itertools.product(*(order if d == "X" else d for d in digits)):
        number = int("".join(chosen))
        if low <= number <= high:
            yield number


def _matching(parts: tuple[str, ...], *, ascending: bool) -> Iterator[tuple[int, int, int]]:
    """Yield the years, months and days that fit; 0 stands for a part that is not stated."""
    year_digits, month_digits, day_digits = (*parts, "", "")[:3]
    months = _fitting(month_digits, 1, 12, ascending=ascending) if month_digits else [0]
    days = list(_fitting(day_digits, 1, 31, ascending=ascending)) if day_digits else [0]
    pairs = [(m, d) for m in months for d in days if m == 0 or d <= _MONTH_DAYS[m - 1]]
    if not pairs:
        return
    for year in _fitting(year_digits, FIRST_YEAR, LAST_YEAR, ascending=ascending):
        for month, day in pairs:
            if (month, day) != (2, 29) or _is_leap(year):
                yield year, month, day


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def precision_of(form: Form) -> Precision:
    """Return the unit of the calendar that the bounds span, RANGE if they span none."""
    if isinstance(form, OneOf):
        return Precision.RANGE
    if form.kind is Kind.TIME:
        return _CLOCK_PRECISION[len(form.clock) - 1]
    if form.kind is Kind.WEEK:
        return Precision.WEEK
    if form.kind is Kind.SEASON:
        return _season_precision(form.parts)
    return _date_precision(form.parts)


def _season_precision(parts: tuple[str, ...]) -> Precision:
    code = int(parts[1])
    if "X" in parts[0] or code > 36:
        return Precision.RANGE
    return Precision.QUARTER if code > 32 else Precision.SEASON


def _date_precision(parts: tuple[str, ...]) -> Precision:
    stated = parts
    while len(stated) > 1 and stated[-1] == "XX":
        stated = stated[:-1]
    if "X" not in "".join(stated):
        return (Precision.YEAR, Precision.MONTH, Precision.DAY)[len(stated) - 1]
    if len(stated) > 1:
        return Precision.RANGE
    known = parts[0].rstrip("X")
    if "X" in known or len(known) < 2:
        return Precision.RANGE
    return Precision.CENTURY if len(known) == 2 else Precision.DECADE
