"""How many records fall into each day, week, month, quarter or year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

import attrs

from natobrief.errors import Fault, InvalidValue, show
from natobrief.query.moments import Bounds
from natobrief.values import Value
from natobrief.when import MAX_US, MIN_US, When
from natobrief.when.zones import DAY, day_at

__all__ = [
    "LONGEST",
    "Count",
    "Unit",
    "hull_of",
    "period_at",
    "periods_in",
    "unit_of",
    "zone_for",
]

Unit: TypeAlias = Literal["day", "week", "month", "quarter", "year"]
"""A unit of the calendar; a week is one of ISO 8601 and begins on Monday."""

_EPOCH_DAY = dt.date(1970, 1, 1).toordinal()
LONGEST: Mapping[Unit, int] = {
    "day": 2 * DAY,
    "week": 8 * DAY,
    "month": 32 * DAY,
    "quarter": 93 * DAY,
    "year": 367 * DAY,
}
"""More microseconds than any of these lasts, wherever clocks change."""


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Count(Value):
    """How many records fall into one period of the calendar.

    Attributes:
        period: The day, week, month, quarter or year.
        certain: The records that surely answer the question and surely fall into it.
        possible: Those that possibly do, the certain ones included.

    >>> Count(period=When.parse("2022-W01"), certain=2, possible=3).label
    '2022-W01'
    """

    period: When
    certain: int
    possible: int

    @property
    def label(self) -> str:
        """The period as EDTF text.

        >>> Count(period=When.parse("2022-33"), certain=0, possible=0).label
        '2022-33'
        """
        return str(self.period)


def unit_of(unit: str, path: str) -> Unit:
    """Check a unit.

    Raises:
        InvalidValue: It is none of the five.
    """
    for known in LONGEST:
        if unit == known:
            return known
    allowed = f"one of {', '.join(LONGEST)}"
    raise InvalidValue([Fault(path=path, allowed=allowed, came=show(unit))])


def zone_for(zone: str, path: str) -> str:
    """Check a zone.

    Raises:
        InvalidValue: It is no zone.
    """
    try:
        return When.parse("2000-01-01", zone=zone).zone
    except InvalidValue as error:
        raise InvalidValue(
            Fault(path=path, allowed=fault.allowed, came=fault.came) for fault in error.faults
        ) from None


def hull_of(times: Iterable[Bounds], unit: Unit, zone: str) -> tuple[int, int] | None:
    """Return the first and the last instant at which one of these surely falls into one period."""
    low, high = MAX_US, MIN_US
    for bounds in times:
        first, last = bounds.s_high - 1, bounds.e_low
        open_start, open_end = first <= MIN_US, last >= MAX_US - 1
        if (open_start and open_end) or first >= MAX_US - 1 or last <= MIN_US:
            continue  # it reaches everywhere, or nobody knows how far
        first, last = last if open_start else first, first if open_end else last
        if first - last >= LONGEST[unit]:
            continue  # no period is as long as what it can lie in
        if first <= last or period_at(first, unit, zone) == period_at(last, unit, zone):
            low, high = min(low, first, last), max(high, first, last)
    return (low, high) if low <= high else None


def periods_in(hull: tuple[int, int] | None, unit: Unit, zone: str) -> Iterator[When]:
    """Yield the periods from one instant to another, without a gap."""
    if hull is None:
        return
    first, last = hull
    period = period_at(first, unit, zone)
    while period.bounds[0] <= last:
        yield period
        if period.bounds[1] > last:
            return
        period = period_at(period.bounds[1], unit, zone)


def period_at(instant: int, unit: Unit, zone: str) -> When:
    """Return the period of the calendar that an instant falls into."""
    day = dt.date.fromordinal(_EPOCH_DAY + day_at(instant, zone))
    return When.parse(_label(day, unit), zone=zone)


def _label(day: dt.date, unit: Unit) -> str:
    match unit:
        case "day":
            return f"{day.year:04}-{day.month:02}-{day.day:02}"
        case "week":
            year, week, _ = day.isocalendar()
            return f"{year:04}-W{week:02}"
        case "month":
            return f"{day.year:04}-{day.month:02}"
        case "quarter":
            return f"{day.year:04}-{33 + (day.month - 1) // 3}"
        case "year":
            return f"{day.year:04}"
