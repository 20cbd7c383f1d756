"""Sets of rows of a table, which is sorted as results are.

A set knows two ways to be asked: it can list its rows between two of them, and it can say which of
given rows are its own. So an intersection lists the smallest of its parts and asks the others only
about what came of that.
"""

from __future__ import annotations

import abc
import itertools
import operator
from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import ClassVar, TypeAlias, TypeVar

__all__ = ["PASSED", "Except", "Picked", "Rows", "Some", "Span", "between", "taken"]

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


def taken(items: Sequence[R], rows: Sequence[int]) -> Sequence[R]:
    """Return what stands in some rows.

    >>> from natobrief.query.rows import taken
    >>> taken("abcd", range(1, 3)), taken("abcd", [0, 3])
    ('bc', ('a', 'd'))
    """
    if isinstance(rows, range):
        return items[rows.start : rows.stop]
    if len(rows) < 2:
        return [items[row] for row in rows]
    found: Sequence[R] = operator.itemgetter(*rows)(items)
    return found


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

    def pick(self, records: Sequence[R]) -> Sequence[R]:
        """Return what stands in these rows."""
        return records[self.first : self.stop]


class Picked(Rows):
    """Rows that are listed."""

    __slots__ = ("rows",)

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

    def _holds(self, row: int) -> bool:
        place = bisect_left(self.rows, row)
        return place < len(self.rows) and self.rows[place] == row

    def work(self, first: int, stop: int) -> int:
        """Say how many rows :meth:`within` has to look at."""
        return len(between(self.rows, first, stop))


_List: TypeAlias = Callable[[int, int, int], Sequence[int]]
"""Lists rows for a limit, from one row to another."""


class _Limited(Rows):
    """Rows from one to another whose number in a column stands right to a limit.

    Args:
        first: The first row.
        stop: One past the last row.
        column: A number for each row.
        limit: The greatest number that fits.
        listed: Lists rows for a limit, from one row to another: those that differ from most.
    """

    __slots__ = ("column", "limit", "listed")

    first: int
    stop: int
    column: Sequence[int]
    limit: int
    listed: _List

    def __init__(
        self, first: int, stop: int, column: Sequence[int], limit: int, listed: _List
    ) -> None:
        self.first, self.stop = first, max(first, stop)
        self.column, self.limit, self.listed = column, limit, listed

    def _listed(self, first: int, stop: int) -> Sequence[int]:
        return self.listed(self.limit, first, stop) if first < stop else ()

    def work(self, first: int, stop: int) -> int:
        """Say how many rows :meth:`within` has to look at."""
        return max(0, min(stop, self.stop) - max(first, self.first))

    def among(self, rows: Sequence[int]) -> Sequence[int]:
        """Return those of some ascending rows that belong here."""
        rows = between(rows, self.first, self.stop)
        if isinstance(rows, range):
            return self.within(rows.start, rows.stop)
        column, limit = self.column, self.limit
        return [row for row in rows if column[row] <= limit]


class Some(_Limited):
    """Those rows of a span whose number is at most a limit; few are, and they are listed."""

    __slots__ = ()

    def within(self, first: int, stop: int) -> Sequence[int]:
        """List the rows in ``first <= row < stop``."""
        return self._listed(max(first, self.first), min(stop, self.stop))

    def among(self, rows: Sequence[int]) -> Sequence[int]:
        """Return those of some ascending rows that belong here."""
        rows = between(rows, self.first, self.stop)
        if _is_dense(rows):
            fits = frozenset(self._listed(rows[0], rows[-1] + 1))
            return list(filter(fits.__contains__, rows)) if fits else ()
        return super().among(rows)


class Except(_Limited):
    """Those rows of a span whose number is at most a limit; most are, and the others are listed."""

    __slots__ = ()

    def within(self, first: int, stop: int) -> Sequence[int]:
        """List the rows in ``first <= row < stop``."""
        first, stop = max(first, self.first), min(stop, self.stop)
        misfits = self._listed(first, stop)
        span = range(first, max(first, stop))
        return list(itertools.compress(span, _all_but(misfits, span))) if misfits else span

    def among(self, rows: Sequence[int]) -> Sequence[int]:
        """Return those of some ascending rows that belong here."""
        rows = between(rows, self.first, self.stop)
        if _is_dense(rows):
            misfits = frozenset(self._listed(rows[0], rows[-1] + 1))
            return list(itertools.filterfalse(misfits.__contains__, rows))
        return super().among(rows)

    def pick(self, records: Sequence[R]) -> Sequence[R]:
        """Return what stands in these rows."""
        first, stop = self.first, self.stop
        misfits = self._listed(first, stop)
        some = records[first:stop]
        if not misfits:
            return some
        return list(itertools.compress(some, _all_but(misfits, range(first, stop))))


def _is_dense(rows: Sequence[int]) -> bool:
    """Say whether rows are a list in which most of what lies between stands as well."""
    return not isinstance(rows, range) and bool(rows) and len(rows) * 4 > rows[-1] - rows[0]


def _all_but(misfits: Sequence[int], span: range) -> bytearray:
    """Return a 1 for each row of a span, but a 0 for each misfit."""
    first = span.start
    kept = bytearray(b"\1") * len(span)
    for row in misfits:
        kept[row - first] = 0
    return kept
