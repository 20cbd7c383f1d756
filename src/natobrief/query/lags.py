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
from typing import NamedTuple, TypeAlias

from natobrief.query.picking import EVERY, Mask, filled, taken

__all__ = ["Lags", "Numbers"]

Numbers: TypeAlias = "array[int]"

_FINE = 32
"""Rows whose lag has fewer binary digits aren't listed: 2**32 microseconds are 72 minutes."""


_FEW = 32
"""To look at so many rows is no more work than to search for where they change."""


class _Sort(NamedTuple):
    """Rows with lags of one size: the least lag, the greatest, the rows, and their mark."""

    least: int
    most: int
    rows: Sequence[int]
    mark: int


class Lags:
    """Two columns of a table, the first of which ascends.

    Args:
        first: A number for each row, ascending from ``start`` to ``stop``.
        second: Another.
        start: The first row that counts.
        stop: One past the last row that counts.
    """

    start: int
    stop: int
    first: Numbers
    second: Numbers

    def __init__(self, first: Numbers, second: Numbers, start: int, stop: int) -> None:
        self.start, self.stop = start, stop
        self.first, self.second = first, second
        lags = array("q", map(operator.sub, second[start:stop], first[start:stop]))
        sizes = bytes(map(int.bit_length, lags))
        fine = list(itertools.compress(lags, sizes.translate(_IS_FINE)))
        self._least: int = min(fine, default=0)
        self._most: int = max(fine, default=0)
        self._coarse: list[_Sort] = []
        self._marks = bytes(len(lags))
        if len(fine) < len(lags):
            self._coarse = _sorts(lags, sizes, start)
            self._marks = _marks(self._coarse, sizes, start)

    def middle(self, limit: int) -> int:
        """Return the first row whose first number exceeds a limit."""
        return bisect_right(self.first, limit, self.start, self.stop)

    def fit(self, limit: int, rows: Sequence[int]) -> Sequence[int]:
        """Return those of some rows whose second number doesn't exceed a limit."""
        ends = taken(self.second, rows)
        if not ends or max(ends) <= limit:
            return rows
        return list(itertools.compress(rows, map(limit.__ge__, ends)))

    def fits(self, limit: int, start: int, stop: int) -> Mask:
        """Mark those rows of a span whose second number doesn't exceed a limit.

        It is meant for spans in which the first number of none exceeds the limit.
        """
        near = bisect_right(self.first, limit - self._most, start, stop)
        kept = self._fits(limit, start, near) if start < near else EVERY
        ends = self.second[near:stop]
        if not ends or max(ends) <= limit:
            return kept if kept is EVERY else kept + filled(EVERY, len(ends))
        return filled(kept, near - start) + bytes([end <= limit for end in ends])

    def _fits(self, limit: int, start: int, stop: int) -> Mask:
        """Mark rows by the size of their lag, and look only at those for which that is too coarse.

        Along the rows, size by size comes to its turn from which on it is too much.
        """
        first, second = self.first, self.second
        lowest, highest = first[start], first[stop - 1]
        marks = self._marks[start - self.start : stop - self.start]
        turns: list[tuple[int, int]] = []
        misfits: list[int] = []
        for least, most, rows, mark in self._coarse:
            if highest + most <= limit or mark not in marks:
                continue
            if lowest + least > limit:
                turns.append((start, mark))
                continue
            since = sure = bisect_right(first, limit - most, start, stop)
            if least < most:
                sure = bisect_right(first, limit - least, since, stop)
                low = bisect_left(rows, since)
                some = rows[low : bisect_left(rows, sure, low)]
                misfits += [row for row in some if second[row] > limit]
            if marks.find(mark, sure - start) >= 0:
                turns.append((sure, mark))
        if not turns and not misfits:
            return EVERY
        kept = bytearray()
        fitting = bytearray(filled(EVERY, 256))
        for row, mark in (*sorted(turns), (stop, 0)):
            kept += marks[len(kept) : row - start].translate(fitting)
            fitting[mark] = 0
        for row in misfits:
            kept[row - start] = 0
        return kept

    def late(self, limit: int, start: int, stop: int) -> Sequence[int]:
        """List rows, in no order, whose second number exceeds a limit, though the first doesn't.

        It is meant for wide spans with few such rows.

        Args:
            limit: The limit.
            start: The first row that counts.
            stop: One past the last row that counts; the first number of none exceeds the limit.
        """
        first, second = self.first, self.second
        near = bisect_right(first, limit - self._most, start, stop)
        found = [row for row, end in enumerate(second[near:stop], near) if end > limit]
        for least, most, rows, _ in self._coarse:
            if most > 0 and rows[0] < near:
                since = bisect_right(first, limit - most, start, near)
                low = bisect_left(rows, since)
                high = middle = bisect_left(rows, near, low)
                if high - low > _FEW:
                    sure = bisect_right(first, limit - least, since, near)
                    middle = bisect_left(rows, sure, low, high)
                    found += rows[middle:high]
                found += [row for row in rows[low:middle] if second[row] > limit]
        return found

    def early(self, limit: int, start: int, stop: int) -> Sequence[int]:
        """List rows, ascending, whose second number doesn't exceed a limit, though the first does.

        Args:
            limit: The limit.
            start: The first row that counts; the first number of it and all behind exceeds it.
            stop: One past the last row that counts.
        """
        first, second = self.first, self.second
        near = bisect_right(first, limit - self._least, start, stop)
        found = [row for row, end in enumerate(second[start:near], start) if end <= limit]
        for least, most, rows, _ in self._coarse:
            if least < 0 and rows[-1] >= near:
                until = bisect_right(first, limit - least, near, stop)
                low = middle = bisect_left(rows, near)
                high = bisect_left(rows, until, low)
                if high - low > _FEW:
                    sure = bisect_right(first, limit - most, near, until)
                    middle = bisect_left(rows, sure, low, high)
                    found += rows[low:middle]
                found += [row for row in rows[middle:high] if second[row] <= limit]
        return sorted(found)


_IS_FINE = bytes(size < _FINE for size in range(256))
_IS_COARSE = bytes(size >= _FINE for size in range(256))

_VALUES = 4
"""Lags of one size that have so few values, as those of months do, are told apart."""


def _sorts(lags: Sequence[int], sizes: bytes, start: int) -> list[_Sort]:
    """List the rows with coarse lags by their size, and those below zero apart."""
    rows_of = {size: array("I") for size in set(sizes)}
    coarse = sizes.translate(_IS_COARSE)
    add = {size: rows.append for size, rows in rows_of.items()}
    rows = itertools.compress(itertools.count(start), coarse)
    for row, put in zip(rows, map(add.__getitem__, itertools.compress(sizes, coarse)), strict=True):
        put(row)
    found: list[_Sort] = []
    for some in filter(None, rows_of.values()):
        own = [lags[row - start] for row in some] if start else taken(lags, some)
        for part in _parts(own):
            these = some if part is None else array("I", itertools.compress(some, part))
            kinds = own if part is None else list(itertools.compress(own, part))
            # There are at most 33 sizes with four parts each, so a mark is one byte.
            found.append(_Sort(min(kinds), max(kinds), these, len(found) + 1))
    return found


def _parts(lags: Sequence[int]) -> list[list[bool] | None]:
    """Say which of some lags belong together; None stands for all."""
    least, most = min(lags), max(lags)
    if least == most:
        return [None]
    values = set(lags[:_LOOK])
    if len(values) <= _VALUES and len(values := set(lags)) <= _VALUES:
        return [[lag == value for lag in lags] for value in sorted(values)]
    if most < 0 or least > 0:
        return [None]
    return [[lag < 0 for lag in lags], [lag > 0 for lag in lags]]


_LOOK = 1_000  # lags that tell whether it is worth while to look at all


def _marks(sorts: Sequence[_Sort], sizes: bytes, start: int) -> bytes:
    """Return the mark of each row, 0 where its lag is fine."""
    mark_of = bytearray(256)
    for sort in sorts:
        mark_of[sort.most.bit_length()] = sort.mark
    marks = bytearray(sizes.translate(mark_of))
    for sort in sorts:
        if mark_of[sort.most.bit_length()] != sort.mark:
            for row in sort.rows:
                marks[row - start] = sort.mark
    return bytes(marks)
