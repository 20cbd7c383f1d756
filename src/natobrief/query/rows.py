"""Sets of rows of a table, which is sorted as results are.

A set knows two ways to be asked: it can list its rows between two of them, and it can say which of
given rows are its own. So an intersection lists the smallest of its parts and asks the others only
about what came of that.
"""

from __future__ import annotations

import abc
import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import ClassVar, TypeVar

__all__ = ["PASSED", "Picked", "Rows", "Span", "Until", "Window", "between"]

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
    """

    __slots__ = ("first", "stop")

    slow: ClassVar[bool] = False
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

    def pick(self, records: Sequence[R]) -> Sequence[R]:
        """Return what stands in these rows."""
        return list(map(records.__getitem__, self.within(self.first, self.stop)))


class Span(Rows):
    """All rows from one to another."""

    __slots__ = ()

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

    def pick(self, records: Sequence[R]) -> Sequence[R]:
        """Return what stands in these rows."""
        return records[self.first : self.stop]


class Picked(Rows):
    """Rows that are listed."""

    __slots__ = ("rows",)

    def __init__(self, rows: Sequence[int]) -> None:
        self.rows = rows
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

    def _holds(self, row: int) -> bool:
        place = bisect_left(self.rows, row)
        return place < len(self.rows) and self.rows[place] == row

    def work(self, first: int, stop: int) -> int:
        """Say how many rows :meth:`within` has to look at."""
        return len(between(self.rows, first, stop))


class Window(Rows):
    """The rows from one to another whose value in a column is at most a limit.

    Args:
        first: The first row.
        stop: One past the last row.
        column: A number for each row.
        limit: The greatest number that fits.
        misfits: Lists the rows from one to another that exceed the limit, of which there are few.
    """

    __slots__ = ("column", "limit", "misfits")

    def __init__(
        self,
        first: int,
        stop: int,
        column: Sequence[int],
        limit: int,
        misfits: Callable[[int, int, int], Sequence[int]],
    ) -> None:
        self.first, self.stop = first, max(first, stop)
        self.column, self.limit, self.misfits = column, limit, misfits

    def within(self, first: int, stop: int) -> Sequence[int]:
        """List the rows in ``first <= row < stop``."""
        first, stop = max(first, self.first), min(stop, self.stop)
        if first >= stop:
            return ()
        misfits = self.misfits(self.limit, first, stop)
        if not misfits:
            return range(first, stop)
        return list(itertools.chain.from_iterable(map(range, *_around(misfits, first, stop))))

    def among(self, rows: Sequence[int]) -> Sequence[int]:
        """Return those of some ascending rows that belong here."""
        column, limit = self.column, self.limit
        return [row for row in between(rows, self.first, self.stop) if column[row] <= limit]

    def work(self, first: int, stop: int) -> int:
        """Say how many rows :meth:`within` has to look at."""
        return max(0, min(stop, self.stop) - max(first, self.first))

    def pick(self, records: Sequence[R]) -> Sequence[R]:
        """Return what stands in these rows."""
        first, stop = self.first, self.stop
        misfits = self.misfits(self.limit, first, stop) if first < stop else ()
        if not misfits:
            return records[first:stop]
        spans = map(slice, *_around(misfits, first, stop))
        return list(itertools.chain.from_iterable(map(records.__getitem__, spans)))


def _around(misfits: Sequence[int], first: int, stop: int) -> tuple[list[int], list[int]]:
    """Return where the stretches between some rows start and where they stop."""
    return [first, *(row + 1 for row in misfits)], [*misfits, stop]


class Until(Rows):
    """The rows whose value in a column is at most a limit, wherever they stand.

    Args:
        column: A number for each row.
        limit: The greatest number that fits.
        ranked: Gives all rows, sorted by their number.
    """

    __slots__ = ("column", "limit", "ranked")

    def __init__(
        self, column: Sequence[int], limit: int, ranked: Callable[[], Sequence[int]]
    ) -> None:
        self.first, self.stop = 0, len(column)
        self.column, self.limit, self.ranked = column, limit, ranked

    def within(self, first: int, stop: int) -> Sequence[int]:
        """List the rows in ``first <= row < stop``."""
        if stop - first < len(self.column):
            return self.among(range(first, stop))
        found = self.ranked()[: self._count]
        if len(found) * PASSED > len(self.column):
            return self.among(range(first, stop))
        return sorted(found)

    @property
    def _count(self) -> int:
        return bisect_right(self.ranked(), self.limit, key=self.column.__getitem__)

    def among(self, rows: Sequence[int]) -> Sequence[int]:
        """Return those of some ascending rows that belong here."""
        limit = self.limit
        if isinstance(rows, range):
            values = self.column[rows.start : rows.stop]
            return [row for row, value in zip(rows, values, strict=True) if value <= limit]
        column = self.column
        return [row for row in rows if column[row] <= limit]

    def work(self, first: int, stop: int) -> int:
        """Say how many rows :meth:`within` has to look at."""
        return stop - first
