"""Units of the calendar as EDTF text with their first and last day."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import NamedTuple

from natobrief.when.mention import Check
from natobrief.when.phrases.days import add_months

__all__ = ["Found", "found_day", "found_unit", "unit_at"]

# The first month and the length in months of the parts of a year that the rules name.
_PARTS = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3), 40: (1, 6), 41: (7, 6)}


class Found(NamedTuple):
    """What a phrase came to: EDTF text or None, why, and the days that it covers."""

    edtf: str | None
    reason: str
    first: dt.date | None = None
    last: dt.date | None = None
    unit: str = ""
    stated: str | None = None
    weekday: int | None = None
    check: Check = Check.UNCHECKED
    candidates: tuple[str, ...] = ()
    duration: str | None = None


def found_day(day: dt.date, reason: str, stated: str | None) -> Found:
    """Return a single day."""
    return Found(day.isoformat(), reason, day, day, "day", stated=stated)


def unit_at(unit: str, day: dt.date) -> tuple[dt.date, dt.date]:
    """Return the first and last day of the unit that a day lies in; weeks begin on Monday.

    >>> import datetime
    >>> unit_at("quarter", datetime.date(2022, 2, 9))
    (datetime.date(2022, 1, 1), datetime.date(2022, 3, 31))
    """
    if unit == "day":
        return day, day
    if unit in ("week", "weekend"):
        monday = day - dt.timedelta(day.weekday())
        first = monday if unit == "week" else monday + dt.timedelta(5)
        return first, monday + dt.timedelta(6)
    if unit == "month":
        first, months = day.replace(day=1), 1
    elif unit == "quarter":
        first, months = dt.date(day.year, 3 * ((day.month - 1) // 3) + 1, 1), 3
    else:
        years = {"year": 1, "decade": 10, "century": 100}[unit]
        first, months = dt.date(max(day.year // years * years, 1), 1, 1), 12 * years
        if first.year + years > 9999:
            return first, dt.date(9998, 12, 31)
        return first, dt.date(day.year // years * years + years - 1, 12, 31)
    return first, _end_of(add_months(first, months - 1))


def _end_of(month: dt.date) -> dt.date:
    return month.replace(day=calendar.monthrange(month.year, month.month)[1])


def found_unit(
    unit: str, day: dt.date, reason: str, stated: str | None = None, part: int = 0
) -> Found:
    """Return the unit of the calendar that a day lies in.

    For the unit ``part`` it is that part of the day's year, by its number in EDTF.
    """
    if unit == "part":
        month, months = _PARTS[part]
        first = dt.date(day.year, month, 1)
        last = _end_of(add_months(first, months - 1))
        return Found(f"{day.year:04}-{part}", reason, first, last, unit, stated=stated)
    first, last = unit_at(unit, day)
    return Found(_text(unit, first, last), reason, first, last, unit, stated=stated)


def _text(unit: str, first: dt.date, last: dt.date) -> str:
    if unit == "day":
        return first.isoformat()
    if unit == "week":
        year, week, _ = first.isocalendar()
        return f"{year:04}-W{week:02}"
    if unit == "weekend":
        return f"[{first.isoformat()}..{last.isoformat()}]"
    if unit == "month":
        return first.isoformat()[:7]
    if unit == "quarter":
        return f"{first.year:04}-{33 + first.month // 3}"
    if unit == "year":
        return f"{first.year:04}"
    return f"{last.year // 10:03}X" if unit == "decade" else f"{last.year // 100:02}XX"
