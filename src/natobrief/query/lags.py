"""How far one column of a sorted table lies behind another, by which few rows need a look.

A table is sorted by when each record can start. Most records end, or become known, within a time
that is short beside the table. So whether the second instant is past a limit is plain for nearly
all rows from the first: only those whose first instant lies near the limit are looked at. How near
hangs on how long it takes at most, so rows are listed apart by how long it takes, and a few that
take a year don't widen the search among the others.
"""

from __future__ import annotations

import itertools
import operator
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from natobrief.query.rows import taken

__all__ = ["Lags"]

_FINE = 32
"""Rows whose lag has fewer binary digits aren't listed: 2**32 microseconds are 72 minutes."""


_FEW = 32
"""To look at so many rows is no more work than to search for where they change."""


class _Sort(NamedTuple):
    """Rows with lags of one size: the least lag, the greatest, and the rows."""

    least: int
    most: int
    rows: Sequence[int]


class Lags:
    """Two columns of a table, the first of which ascends.

    Args:
        first: A number for each row, ascending.
        second: Another.
    """

    first: Sequence[int]
    second: Sequence[int]

    def __init__(self, first: Sequence[int], second: Sequence[int]) -> None:
        self.first, self.second = first, second
        lags = array("q", map(operator.sub, second, first))
        sizes = bytes(map(int.bit_length, lags))
        fine = list(itertools.compress(lags, sizes.translate(_IS_FINE)))
        self._fine = _Sort(min(fine), max(fine), ()) if fine else _Sort(0, 0, ())
        self._coarse = [] if len(fine) == len(lags) else _sorts(lags, sizes)

    def middle(self, limit: int) -> int:
        """Return the first row whose first number exceeds a limit."""
        return bisect_right(self.first, limit)

    def late(self, limit: int, start: int, stop: int) -> Sequence[int]:
        """List rows, in no order, whose second number exceeds a limit, though the first doesn't.

        Args:
            limit: The limit.
            start: The first row that counts.
            stop: One past the last row that counts; the first number of none exceeds the limit.
        """
        first, second = self.first, self.second
        near = bisect_right(first, limit - self._fine.most, start, stop)
        found = [row for row, end in enumerate(second[near:stop], near) if end > limit]
        ahead: list[int] = []
        for least, most, rows in self._coarse:
            if most > 0 and rows[0] < near:
                since = bisect_right(first, limit - most, start, near)
                low = bisect_left(rows, since)
                high = middle = bisect_left(rows, near, low)
                if high - low > _FEW:
                    sure = bisect_right(first, limit - least, since, near)
                    middle = bisect_left(rows, sure, low, high)
                    ahead += rows[middle:high]
                ahead += [row for row in rows[low:middle] if second[row] > limit]
        return ahead + found

    def early(self, limit: int, start: int, stop: int) -> Sequence[int]:
        """List rows, ascending, whose second number doesn't exceed a limit, though the first does.

        Args:
            limit: The limit.
            start: The first row that counts; the first number of it and all behind exceeds it.
            stop: One past the last row that counts.
        """
        first, second = self.first, self.second
        near = bisect_right(first, limit - self._fine.least, start, stop)
        found = [row for row, end in enumerate(second[start:near], start) if end <= limit]
        behind: list[int] = []
        for least, most, rows in self._coarse:
            if least < 0 and rows[-1] >= near:
                until = bisect_right(first, limit - least, near, stop)
                low = middle = bisect_left(rows, near)
                high = bisect_left(rows, until, low)
                if high - low > _FEW:
                    sure = bisect_right(first, limit - most, near, until)
                    middle = bisect_left(rows, sure, low, high)
                    behind += rows[low:middle]
                behind += [row for row in rows[middle:high] if second[row] <= limit]
        return found + sorted(behind) if behind else found


_IS_FINE = bytes(size < _FINE for size in range(256))
_IS_COARSE = bytes(size >= _FINE for size in range(256))


def _sorts(lags: Sequence[int], sizes: bytes) -> list[_Sort]:
    """List the rows with coarse lags by their size, those below zero apart."""
    rows_of = {size: array("I") for size in set(sizes)}
    coarse = sizes.translate(_IS_COARSE)
    add = {size: rows.append for size, rows in rows_of.items()}
    rows = itertools.compress(range(len(sizes)), coarse)
    for row, put in zip(rows, map(add.__getitem__, itertools.compress(sizes, coarse)), strict=True):
        put(row)
    found: list[_Sort] = []
    for some in filter(None, rows_of.values()):
        below = array("I", [row for row in some if lags[row] < 0])
        above = array("I", [row for row in some if lags[row] > 0]) if below else some
        for each in filter(None, (below, above)):
            own = taken(lags, each)
            found.append(_Sort(min(own), max(own), each))
    return found
