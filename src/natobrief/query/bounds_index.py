"""The times of records in order, to be asked which of them stand so to a moment.

Rows are sorted by their first possible instant, so those that begin between two instants stand
together. The others that matter reach over one of the two, and few do; see
:class:`~natobrief.query.lags.Lags`.
"""

from __future__ import annotations

import functools
from array import array
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence

from natobrief.query.combined import Chain, Sifted
from natobrief.query.criteria import Time, TimeRelation
from natobrief.query.lags import Lags
from natobrief.query.moments import Bounds
from natobrief.query.order import Columns, Numbers
from natobrief.query.rows import Except, Picked, Rows, Span, between
from natobrief.when.zones import DAY

__all__ = ["BoundsIndex"]


class BoundsIndex:
    """The times of the rows of a table; see :class:`~natobrief.query.order.Columns`."""

    size: int
    dated: int
    low: Numbers
    high: Numbers
    s_high: Numbers
    e_low: Numbers
    instants: bool

    def __init__(self, columns: Columns) -> None:
        self.size, self.dated = len(columns.places), columns.dated
        self.low, self.high = columns.low, columns.high
        self.s_high, self.e_low = columns.s_high, columns.e_low
        # Whether each row has one instant, however coarsely it is known.
        self.instants = self.e_low is self.low
        self._first_day, self._days = _days(self.low, self.dated)
        self._known_days = len(self._days)

    def bounds(self, row: int) -> Bounds | None:
        """Return the bounds of a row, None without a time."""
        if row >= self.dated:
            return None
        return Bounds(self.low[row], self.s_high[row], self.e_low[row], self.high[row])

    @functools.cached_property
    def _lasting(self) -> Lags:
        return Lags(self.low, self.high, 0, self.dated)

    def at(self, instant: int) -> int:
        """Return the first row that can only start at or behind an instant."""
        if not instant % DAY:  # most questions are about whole days
            day = instant // DAY - self._first_day
            if 0 <= day < self._known_days:
                return self._days[day]
        return bisect_left(self.low, instant, 0, self.dated)

    def over(self, instant: int) -> Sequence[int]:
        """List the rows that can start ahead of an instant and can last beyond it."""
        return sorted(self._lasting.late(instant, 0, self.at(instant)))

    @property
    def _undated(self) -> Rows:
        return Span(self.dated, self.size)

    def _touching(self, start: int, end: int) -> list[Rows]:
        """Return what can start ahead of ``end`` and can last beyond ``start``."""
        first, stop = self.at(start), self.at(end)
        return [Picked(between(self.over(start), 0, stop)), Span(min(first, stop), stop)]

    def rows(self, asked: Time, *, certain: bool) -> Rows:
        """Return the rows for which a criterion holds, surely or possibly."""
        if not self.dated:
            return Span(0, 0 if certain else self.size)
        sure, maybe = _ASKED[asked.relation]
        if certain:
            return sure(self, asked)
        return Chain([*maybe(self, asked), self._undated])

    def _surely_over(self, x: Time) -> Rows:
        start, end = x.start_latest - 1, x.end_earliest + 1
        if self.instants:
            return self._window(self.at(start), self.at(end), end)
        s_high, e_low = self.s_high, self.e_low
        touching = Chain(self._touching(start, end))
        return Sifted(touching, lambda row: s_high[row] <= end and e_low[row] >= start)

    def _maybe_over(self, x: Time) -> list[Rows]:
        return self._touching(x.start_earliest, x.end_latest)

    def _surely_before(self, x: Time) -> Rows:
        return self._window(0, self.at(x.start_earliest), x.start_earliest)

    def _maybe_before(self, x: Time) -> list[Rows]:
        e_low, end = self.e_low, x.start_latest - 1
        span = Span(0, self.at(end))
        return [span if self.instants else Sifted(span, lambda row: e_low[row] < end)]

    def _surely_after(self, x: Time) -> Rows:
        return Span(self.at(x.end_latest), self.dated)

    def _maybe_after(self, x: Time) -> list[Rows]:
        s_high, start = self.s_high, x.end_earliest + 1
        over: Rows = Picked(self.over(start))
        if not self.instants:
            over = Sifted(over, lambda row: s_high[row] > start)
        return [over, Span(self.at(start), self.dated)]

    def _window(self, first: int, stop: int, end: int) -> Rows:
        """Return the rows of a span that can't last beyond its end."""
        return Except(first, stop, self._lasting, end)


def _days(low: Numbers, dated: int) -> tuple[int, Numbers]:
    """Return the number of the first day in UTC, and the first row of it and of each that follows.

    Where there are more days than rows, none is listed.
    """
    days, row = array("I"), 0
    if not dated:
        return 0, days
    first, last = low[0] // DAY, low[dated - 1] // DAY
    for day in range(first, last + 1) if last - first < dated else ():
        row = bisect_left(low, day * DAY, row, dated)
        days.append(row)
    return first, days


_Sure = Callable[[BoundsIndex, Time], Rows]
_Maybe = Callable[[BoundsIndex, Time], list[Rows]]

# pyright: reportPrivateUsage=false
_ASKED: Mapping[TimeRelation, tuple[_Sure, _Maybe]] = {
    TimeRelation.OVERLAPS: (BoundsIndex._surely_over, BoundsIndex._maybe_over),  # noqa: SLF001
    TimeRelation.BEFORE: (BoundsIndex._surely_before, BoundsIndex._maybe_before),  # noqa: SLF001
    TimeRelation.AFTER: (BoundsIndex._surely_after, BoundsIndex._maybe_after),  # noqa: SLF001
}
