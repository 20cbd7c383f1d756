"""How many records fall into each day, week, month, quarter or year."""

from __future__ import annotations

import bisect
import datetime as dt
import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, TypeAlias

import attrs

from natobrief.errors import Fault, InvalidValue, show
from natobrief.query.moments import Bounds
from natobrief.values import Value
from natobrief.when import MAX_US, MIN_US, Truth, When
from natobrief.when.zones import date_at

__all__ = ["Count", "Unit", "counted", "unit_of", "zone_for"]

Unit: TypeAlias = Literal["day", "week", "month", "quarter", "year"]
"""A unit of the calendar; a week is one of ISO 8601 and begins on Monday."""

_UNITS: tuple[Unit, ...] = ("day", "week", "month", "quarter", "year")


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
    for known in _UNITS:
        if unit == known:
            return known
    allowed = f"one of {', '.join(_UNITS)}"
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


def counted(
    times: Iterable[tuple[Bounds | None, Truth]], unit: Unit, zone: str
) -> tuple[Count, ...]:
    """Count records by their times, each with the answer to the question.

    The periods run without a gap from the first to the last into which a record surely falls.
    A record that lasts over several falls into each.
    """
    found = list(times)
    periods = list(_periods(_hull(found, unit, zone), unit, zone))
    starts = [period.bounds[0] for period in periods]
    ends = [period.bounds[1] for period in periods]
    certain, possible = [0] * (len(periods) + 1), [0] * (len(periods) + 1)
    for bounds, answer in found:
        _add(possible, _possible_range(bounds, starts, ends))
        if bounds is not None and answer is Truth.YES:
            _add(certain, _certain_range(bounds, starts, ends))
    sums = zip(periods, itertools.accumulate(certain), itertools.accumulate(possible), strict=False)
    return tuple(Count(period=p, certain=sure, possible=maybe) for p, sure, maybe in sums)


def _add(steps: list[int], rows: range) -> None:
    """Note that a count rises at the start of a range of rows and falls behind it."""
    if rows:
        steps[rows.start] += 1
        steps[rows.stop] -= 1


def _possible_range(bounds: Bounds | None, starts: Sequence[int], ends: Sequence[int]) -> range:
    if bounds is None:
        return range(len(starts))
    first = bisect.bisect_right(ends, bounds.s_low)
    return range(first, bisect.bisect_left(starts, bounds.e_high))


def _certain_range(bounds: Bounds, starts: Sequence[int], ends: Sequence[int]) -> range:
    first = bisect.bisect_left(ends, bounds.s_high)
    return range(first, bisect.bisect_right(starts, bounds.e_low))


def _hull(
    times: Iterable[tuple[Bounds | None, Truth]], unit: Unit, zone: str
) -> tuple[int, int] | None:
    """Return the first and the last instant at which a record surely falls into one period."""
    low, high = MAX_US, MIN_US
    for bounds, answer in times:
        if bounds is None or answer is not Truth.YES:
            continue
        first, last = bounds.s_high - 1, bounds.e_low
        open_start, open_end = first <= MIN_US, last >= MAX_US - 1
        if open_start and open_end:
            continue
        first, last = last if open_start else first, first if open_end else last
        if first <= last or _period_at(first, unit, zone) == _period_at(last, unit, zone):
            low, high = min(low, first, last), max(high, first, last)
    return (low, high) if low <= high else None


def _periods(hull: tuple[int, int] | None, unit: Unit, zone: str) -> Iterator[When]:
    if hull is None:
        return
    first, last = hull
    period = _period_at(first, unit, zone)
    while period.bounds[0] <= last:
        yield period
        if period.bounds[1] > last:
            return
        period = _period_at(period.bounds[1], unit, zone)


def _period_at(instant: int, unit: Unit, zone: str) -> When:
    return When.parse(_label(date_at(instant, zone), unit), zone=zone)


def _label(day: dt.date, unit: Unit) -> str:
    match unit:
        case "day":
            return f"{day.year:04}-{day.month:02}-{day.day:02}"
        case "week":
            year, week, _ = dt.date(day.year, day.month, day.day).isocalendar()
            return f"{year:04}-W{week:02}"
        case "month":
            return f"{day.year:04}-{day.month:02}"
        case "quarter":
            return f"{day.year:04}-{33 + (day.month - 1) // 3}"
        case "year":
            return f"{day.year:04}"
