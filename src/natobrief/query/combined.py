"""Sets of rows that are made of others: what AND, OR and NOT come to."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from natobrief.query.picking import EVERY, Mask, common, filled, marked, taken
from natobrief.query.rows import PASSED, Rows, between

__all__ = ["Both", "Chain", "Either", "Outside", "Sifted"]

R = TypeVar("R")


def _turn(part: Rows) -> int:
    """Say which sets are asked first: those in lists; those that look at each record are last."""
    return 0 if part.listed else 2 if part.slow else 1


class Sifted(Rows):
    """Those of other rows that pass a test."""

    __slots__ = ("rows", "test")

    slow = True

    rows: Rows
    test: Callable[[int], bool]
    first: int
    stop: int

    def __init__(self, rows: Rows, test: Callable[[int], bool]) -> None:
        self.first, self.stop = rows.first, rows.stop
        self.rows, self.test = rows, test

    def within(self, first: int, stop: int) -> Sequence[int]:
        """List the rows in ``first <= row < stop``."""
        return list(filter(self.test, self.rows.within(first, stop)))

    def among(self, rows: Sequence[int]) -> Sequence[int]:
        """Return those of some ascending rows that belong here."""
        return list(filter(self.test, self.rows.among(rows)))

    def work(self, first: int, stop: int) -> int:
        """Say how many rows :meth:`within` has to look at; a test is slower than a column."""
        return PASSED * self.rows.work(first, stop)


class Chain(Rows):
    """Sets that follow one another: all rows of one are before those of the next."""

    __slots__ = ("parts",)

    def __init__(self, parts: Iterable[Rows]) -> None:
        self.parts: list[Rows] = [part for part in parts if part.first < part.stop]
        self.first: int = self.parts[0].first if self.parts else 0
        self.stop: int = self.parts[-1].stop if self.parts else 0

    def _joined(self, found: Iterable[Sequence[int]]) -> Sequence[int]:
        some = [rows for rows in found if rows]
        return some[0] if len(some) == 1 else list(itertools.chain.from_iterable(some))

    def within(self, first: int, stop: int) -> Sequence[int]:
        """List the rows in ``first <= row < stop``."""
        return self._joined(part.within(first, stop) for part in self.parts)

    def among(self, rows: Sequence[int]) -> Sequence[int]:
        """Return those of some ascending rows that belong here."""
        near = ((part, between(rows, part.first, part.stop)) for part in self.parts)
        return self._joined(part.among(some) for part, some in near)

    def work(self, first: int, stop: int) -> int:
        """Say how many rows :meth:`within` has to look at."""
        return sum(part.work(first, stop) for part in self.parts)

    def mask(self, first: int, stop: int) -> Mask | None:
        """Mark the rows of a span that belong here; None where it is better to list them."""
        kept = bytearray()
        for part in self.parts:
            start, end = max(first, part.first), min(stop, part.stop)
            if start < end:
                some = part.mask(start, end)
                if some is None:
                    return None
                if some is EVERY and (start, end) == (first, stop):
                    return EVERY
                kept += bytes(start - first - len(kept))
                kept += filled(some, end - start)
        return kept + bytes(stop - first - len(kept))

    def pick(self, records: Sequence[R]) -> Sequence[R]:
        """Return what stands in these rows."""
        picked = [some for part in self.parts if (some := part.pick(records))]
        return picked[0] if len(picked) == 1 else list(itertools.chain.from_iterable(picked))


class Both(Rows):
    """The rows that belong to all of several sets."""

    __slots__ = ("parts",)

    first: int
    stop: int

    def __init__(self, parts: Iterable[Rows]) -> None:
        given = sorted(parts, key=_turn)
        first, stop = given[0].first, given[0].stop
        for part in given:
            first = max(first, part.first)
            stop = min(stop, part.stop)
        self.first, self.stop = first, max(first, stop)
        self.parts: list[Rows] = [part.cut(first, self.stop) for part in given]

    def _smallest(self, first: int, stop: int) -> tuple[int, int]:
        """Return the least work to list rows, and the number of the part that does it."""
        parts = self.parts
        least, smallest = parts[0].work(first, stop), 0
        if len(parts) == 1 or (parts[0].listed and not parts[1].listed):
            return least, 0  # nothing is quicker than a list
        for number, part in enumerate(parts):
            if number and (work := part.work(first, stop)) < least:
                least, smallest = work, number
        return least, smallest

    def within(self, first: int, stop: int) -> Sequence[int]:
        """List the rows in ``first <= row < stop``."""
        first, stop = max(first, self.first), min(stop, self.stop)
        if first >= stop:
            return ()
        return self._listed(first, stop, self._smallest(first, stop)[1])

    def _listed(self, first: int, stop: int, smallest: int) -> Sequence[int]:
        rows = self.parts[smallest].within(first, stop)
        for n, part in enumerate(self.parts):
            if n != smallest:
                rows = part.among(rows)
        return rows

    def among(self, rows: Sequence[int]) -> Sequence[int]:
        """Return those of some ascending rows that belong here."""
        rows = between(rows, self.first, self.stop)
        for part in self.parts:
            rows = part.among(rows)
        return rows

    def work(self, first: int, stop: int) -> int:
        """Say how many rows :meth:`within` has to look at."""
        return self._smallest(first, stop)[0]

    def mask(self, first: int, stop: int) -> Mask | None:
        """Mark the rows of a span that belong here; None where it is better to list them."""
        masks: list[Mask] = []
        for part in self.parts:
            mask = part.mask(first, stop)
            if mask is None:
                return None
            masks.append(mask)
        return common(masks, stop - first)

    def pick(self, records: Sequence[R]) -> Sequence[R]:
        """Return what stands in these rows."""
        first, stop = self.first, self.stop
        if first >= stop:
            return ()
        work, smallest = self._smallest(first, stop)
        if work * PASSED >= stop - first:  # else it is quicker to look few rows up
            mask = self.mask(first, stop)
            if mask is not None:
                return marked(records, first, stop, mask)
        return taken(records, self._listed(first, stop, smallest))


class Either(Rows):
    """The rows that belong to at least one of several sets."""

    __slots__ = ("parts",)

    def __init__(self, parts: Iterable[Rows]) -> None:
        self.parts: list[Rows] = [part for part in parts if part.first < part.stop]
        self.first: int = min((part.first for part in self.parts), default=0)
        self.stop: int = max((part.stop for part in self.parts), default=0)

    def _united(self, found: Iterable[Sequence[int]]) -> Sequence[int]:
        some = [rows for rows in found if rows]
        return some[0] if len(some) == 1 else sorted(set[int]().union(*some))

    def within(self, first: int, stop: int) -> Sequence[int]:
        """List the rows in ``first <= row < stop``."""
        return self._united(part.within(first, stop) for part in self.parts)

    def among(self, rows: Sequence[int]) -> Sequence[int]:
        """Return those of some ascending rows that belong here."""
        return self._united(part.among(rows) for part in self.parts)

    def work(self, first: int, stop: int) -> int:
        """Say how many rows :meth:`within` has to look at."""
        return sum(part.work(first, stop) for part in self.parts)


class Outside(Rows):
    """The rows of a table that don't belong to a set."""

    __slots__ = ("rows",)

    first: int
    stop: int

    def __init__(self, rows: Rows, size: int) -> None:
        self.first, self.stop = 0, size
        self.rows: Rows = rows

    def within(self, first: int, stop: int) -> Sequence[int]:
        """List the rows in ``first <= row < stop``."""
        first, stop = max(first, self.first), min(stop, self.stop)
        inside = frozenset(self.rows.within(first, stop))
        return [row for row in range(first, stop) if row not in inside]

    def among(self, rows: Sequence[int]) -> Sequence[int]:
        """Return those of some ascending rows that belong here."""
        inside = frozenset(self.rows.among(rows))
        return [row for row in rows if row not in inside]

    def work(self, first: int, stop: int) -> int:
        """Say how many rows :meth:`within` has to look at."""
        return stop - first
