"""Sets of rows of a table, which is sorted as results are.

A set knows three ways to be asked: it can list its rows between two of them, it can say which of
given rows are its own, and, if most rows of a span are, it can mark them with a byte for each. So
an intersection of few rows lists the smallest of its parts and asks the others only about what came
of that; one of many rows puts marks together.
"""

from __future__ import annotations

import abc
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from typing import ClassVar, TypeVar

from natobrief.query.lags import Lags
from natobrief.query.picking import EVERY, Mask, marked, taken

__all__ = ["PASSED", "Except", "Picked", "Rows", "Some", "Span", "between"]

R = TypeVar("R")

PASSED = 16
"""Looking one row up costs as much as passing so many."""


def between(rows: Sequence[int], first: int, stop: int) -> Sequence[int]:
    """Return those of some ascending rows that lie in ``first <= row < stop``.

    >>> from natobrief.query.rows import between
    >>> between([2, 5, 9], 3, 9)
    [5]
    """
    if rows and (rows[0] < first or rows[-1] >= stop):
        return rows[bisect_left(rows, first) : bisect_left(rows, stop)]
    return rows


class Rows(abc.ABC):
    """Some rows of a table, in ascending order.

    Attributes:
        first: No row is before this one.
        stop: No row is at or behind this one.
        slow: Whether it has to look at each record.
        listed: Whether its rows stand in a list already.
    """

    __slots__ = ("first", "stop")

    slow: ClassVar[bool] = False
    listed: ClassVar[bool] = False
    first: int
    stop: int

    @abc.abstractmethod
    def within(self, first: int, stop: int) -> Sequence[int]:
        """List the rows in ``first <= row < stop``."""

    @abc.abstractmethod
    def among(self, rows: Sequence[int]) -> Sequence[int]:
        """Return those of some ascending rows that belong here."""

    @abc.abstractmethod
    def work(self, first: int, stop: int) -> int:
        """Say how many rows :meth:`within` has to look at."""

    def cut(self, _first: int, _stop: int) -> Rows:
        """Return these rows without those before or behind a span, if that is less to look at."""
        return self

    def mask(self, _first: int, _stop: int) -> Mask | None:
        """Mark the rows of a span that belong here; None where it is better to list them.

        The span lies between :attr:`first` and :attr:`stop`, its end not included.
        """
        return None

    def pick(self, records: Sequence[R]) -> Sequence[R]:
        """Return what stands in these rows."""
        mask = self.mask(self.first, self.stop)
        if mask is not None:
            return marked(records, self.first, self.stop, mask)
        return taken(records, self.within(self.first, self.stop))


class Span(Rows):
    """All rows from one to another."""

    __slots__ = ()

    first: int
    stop: int

    def __init__(self, first: int, stop: int) -> None:
        self.first, self.stop = first, max(first, stop)

    def within(self, first: int, stop: int) -> Sequence[int]:
        """List the rows in ``first <= row < stop``."""
        return range(max(first, self.first), min(stop, self.stop))

    def among(self, rows: Sequence[int]) -> Sequence[int]:
        """Return those of some ascending rows that belong here."""
        return between(rows, self.first, self.stop)

    def work(self, first: int, stop: int) -> int:
        """Say how many rows :meth:`within` has to look at."""
        return len(self.within(first, stop))

    def mask(self, _first: int, _stop: int) -> Mask:
        """Mark all rows of a span."""
        return EVERY

    def pick(self, records: Sequence[R]) -> Sequence[R]:
        """Return what stands in these rows."""
        return records[self.first : self.stop]


class Picked(Rows):
    """Rows that are listed."""

    __slots__ = ("rows",)

    listed = True

    first: int
    stop: int

    def __init__(self, rows: Sequence[int]) -> None:
        self.rows: Sequence[int] = rows
        self.first, self.stop = (rows[0], rows[-1] + 1) if rows else (0, 0)

    def within(self, first: int, stop: int) -> Sequence[int]:
        """List the rows in ``first <= row < stop``."""
        return between(self.rows, first, stop)

    def among(self, rows: Sequence[int]) -> Sequence[int]:
        """Return those of some ascending rows that belong here."""
        if not rows or not self.rows:
            return ()
        if len(rows) * PASSED < len(self.rows):
            return [row for row in rows if self._holds(row)]
        own = frozenset(between(self.rows, rows[0], rows[-1] + 1))
        return [row for row in rows if row in own]

    def cut(self, first: int, stop: int) -> Rows:
        """Return these rows without those before or behind a span."""
        if first <= self.first and self.stop <= stop:
            return self
        rows = between(self.rows, first, stop)
        return Picked(rows.tolist() if isinstance(rows, array) else rows)

    def _holds(self, row: int) -> bool:
        place = bisect_left(self.rows, row)
        return place < len(self.rows) and self.rows[place] == row

    def work(self, first: int, stop: int) -> int:
        """Say how many rows :meth:`within` has to look at."""
        return len(between(self.rows, first, stop))


_ENOUGH, _SPARSE = 64, 256
"""From so many rows on, of which one in so many counts, to mark a whole span is quicker."""


class _Limited(Rows):
    """Rows from one to another whose second number is at most a limit.

    Args:
        first: The first row.
        stop: One past the last row.
        lags: The two numbers of each row.
        limit: The greatest second number that fits.
    """

    __slots__ = ("lags", "limit")

    first: int
    stop: int
    lags: Lags
    limit: int

    def __init__(self, first: int, stop: int, lags: Lags, limit: int) -> None:
        self.first, self.stop = first, max(first, stop)
        self.lags, self.limit = lags, limit

    def work(self, first: int, stop: int) -> int:
        """Say how many rows :meth:`within` has to look at."""
        return max(0, min(stop, self.stop) - max(first, self.first))


class Some(_Limited):
    """Those rows of a span that fit, though their first number doesn't; few do."""

    __slots__ = ()

    def within(self, first: int, stop: int) -> Sequence[int]:
        """List the rows in ``first <= row < stop``."""
        first, stop = max(first, self.first), min(stop, self.stop)
        return self.lags.early(self.limit, first, stop) if first < stop else ()

    def among(self, rows: Sequence[int]) -> Sequence[int]:
        """Return those of some ascending rows that belong here."""
        rows = between(rows, self.first, self.stop)
        if isinstance(rows, range):
            return self.within(rows.start, rows.stop)
        if len(rows) <= _ENOUGH:
            return self.lags.fit(self.limit, rows)
        found = frozenset(self.within(rows[0], rows[-1] + 1))
        return list(filter(found.__contains__, rows)) if found else ()

    def mask(self, first: int, stop: int) -> Mask:
        """Mark the rows of a span that belong here."""
        kept = bytearray(stop - first)
        for row in self.within(first, stop):
            kept[row - first] = 1
        return kept

    def pick(self, records: Sequence[R]) -> Sequence[R]:
        """Return what stands in these rows."""
        return taken(records, self.within(self.first, self.stop))


class Except(_Limited):
    """Those rows of a span that fit, as their first number does; most do."""

    __slots__ = ()

    def within(self, first: int, stop: int) -> Sequence[int]:
        """List the rows in ``first <= row < stop``."""
        first, stop = max(first, self.first), min(stop, self.stop)
        if first >= stop:
            return ()
        return marked(range(first, stop), 0, stop - first, self.mask(first, stop))

    def among(self, rows: Sequence[int]) -> Sequence[int]:
        """Return those of some ascending rows that belong here."""
        rows = between(rows, self.first, self.stop)
        if isinstance(rows, range):
            return self.within(rows.start, rows.stop)
        if len(rows) > _ENOUGH and rows[-1] - rows[0] < len(rows) * _SPARSE:
            start = rows[0]
            mask = self.lags.fits(self.limit, start, rows[-1] + 1)
            # What doesn't fit often stands together, at the start.
            doubtful = bisect_left(rows, start + mask.rfind(0) + 1)
            fit = [row for row in rows[:doubtful] if mask[row - start]]
            return [*fit, *rows[doubtful:]] if doubtful else rows
        return self.lags.fit(self.limit, rows)

    def mask(self, first: int, stop: int) -> Mask:
        """Mark the rows of a span that belong here."""
        return self.lags.fits(self.limit, first, stop)

    def pick(self, records: Sequence[R]) -> Sequence[R]:
        """Return what stands in these rows."""
        first, stop = self.first, self.stop
        return marked(records, first, stop, self.lags.fits(self.limit, first, stop))
