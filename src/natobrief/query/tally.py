"""Counts over time, taken from sorted arrays without a look at the records."""

from __future__ import annotations

import functools
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from natobrief.query.bounds_index import BoundsIndex
from natobrief.query.combined import Both
from natobrief.query.counts import LONGEST, Count, Unit, hull_of, period_at, periods_in
from natobrief.query.criteria import Time, TimeRelation
from natobrief.query.groups import Groups
from natobrief.query.rows import Picked, Rows, Span
from natobrief.query.unchecked import unchecked
from natobrief.when import When

__all__ = ["CountsBy", "tally"]


class CountsBy(Mapping[Any, tuple[Count, ...]]):
    """Counts by period for each value of a field; those of None are of records without one.

    Args:
        periods: Periods of the calendar, one after the other.
        count: Counts the records of each value in each period: those that surely fall into it,
            or those that possibly do.

    >>> said = [Statement(genre=genre, made="2022-01-07") for genre in (Genre.READOUT, None)]
    >>> counts = Corpus.of(*said).statements.per("week", by="genre")
    >>> counts[Genre.READOUT][0].certain
    1
    """

    def __init__(
        self, periods: tuple[When, ...], count: Callable[[bool], Mapping[Any, Sequence[int]]]
    ) -> None:
        self._periods = periods
        self._count = count

    @property
    def periods(self) -> tuple[When, ...]:
        """The periods, one after the other."""
        return self._periods

    @functools.cached_property
    def certain(self) -> Mapping[Any, Sequence[int]]:
        """The numbers alone: for each value, the records that surely fall into each period."""
        return self._count(True)

    @functools.cached_property
    def possible(self) -> Mapping[Any, Sequence[int]]:
        """The numbers alone: for each value, those that possibly do, the certain ones included."""
        return self._count(False)

    def __getitem__(self, value: Any) -> tuple[Count, ...]:
        rows = zip(self.periods, self.certain[value], self.possible[value], strict=True)
        return tuple(Count(period=p, certain=sure, possible=maybe) for p, sure, maybe in rows)

    def __iter__(self) -> Iterator[Any]:
        return iter(self.certain)

    def __len__(self) -> int:
        return len(self.certain)

    def __repr__(self) -> str:
        return f"<CountsBy: {len(self)} groups, {len(self.periods)} periods>"


def tally(
    times: BoundsIndex, sure: Rows, maybe: Rows, unit: Unit, zone: str, groups: Groups | None
) -> CountsBy:
    """Count what surely and what possibly answers a question.

    Args:
        times: When each row of the table is.
        sure: The rows that surely answer the question.
        maybe: Those that possibly do, the sure ones included.
        unit: The periods.
        zone: The zone whose days are counted.
        groups: The groups to count apart; None for one group, None.
    """
    found = {True: _listed(sure), False: maybe}
    periods = tuple(periods_in(_hull(times, found[True], unit, zone), unit, zone))
    asked = [_during(period) for period in periods]

    present = None if groups is None or _is_all(maybe, times) else _present(maybe, groups)

    def count(certain: bool) -> Mapping[Any, Sequence[int]]:
        rows = _listed(found[certain])
        during = (times.rows(each, certain=certain) for each in asked)
        here = during if _is_all(rows, times) else (Both((each, rows)) for each in during)
        if groups is None:
            return {None: [len(some.within(some.first, some.stop)) for some in here]}
        return _by_group(here, groups, len(asked), present)

    return CountsBy(periods, count)


def _is_all(rows: Rows, times: BoundsIndex) -> bool:
    return isinstance(rows, Span) and rows.first == 0 and rows.stop == times.size


def _present(rows: Rows, groups: Groups) -> set[int]:
    return set(rows.pick(groups.numbers))


def _by_group(
    here: Iterable[Rows], groups: Groups, length: int, present: set[int] | None
) -> Mapping[Any, Sequence[int]]:
    counts = [array("I", bytes(4 * length)) for _ in groups.values]
    for place, some in enumerate(here):
        for number, count in Counter[int](some.pick(groups.numbers)).items():
            counts[number][place] = count
    kept = range(len(counts)) if present is None else sorted(present)
    return {groups.values[number]: counts[number] for number in kept}


def _listed(rows: Rows) -> Rows:
    """Work a set of rows out, so that it can be asked for many periods."""
    if isinstance(rows, Span | Picked):
        return rows
    return Picked(array("I", rows.within(rows.first, rows.stop)))


def _during(period: When) -> Time:
    low, high = period.bounds
    return unchecked(Time)("", TimeRelation.OVERLAPS, low, low + 1, high - 1, high)


def _hull(times: BoundsIndex, sure: Rows, unit: Unit, zone: str) -> tuple[int, int] | None:
    """Return the first and the last instant at which a row surely falls into one period."""
    rows = sure.within(0, times.dated)
    if not times.instants:
        return hull_of(filter(None, map(times.bounds, rows)), unit, zone)
    low, high = times.low, times.high

    def fits(row: int) -> bool:
        first, last = low[row], high[row] - 1
        if last - first >= LONGEST[unit]:
            return False
        return period_at(first, unit, zone) == period_at(last, unit, zone)

    first = next(filter(fits, rows), None)
    last = next(filter(fits, reversed(rows)), None)
    return None if first is None or last is None else (low[first], high[last] - 1)
