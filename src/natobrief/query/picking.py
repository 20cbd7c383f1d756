"""What stands in some rows of a table: in those that are listed, or marked by a byte for each."""

from __future__ import annotations

import itertools
import operator
from collections.abc import Iterable, Sequence
from typing import TypeAlias, TypeVar

__all__ = ["EVERY", "Mask", "common", "filled", "marked", "taken"]

R = TypeVar("R")

Mask: TypeAlias = bytes | bytearray
"""A 1 for each row that belongs to a set, else a 0; EVERY if all do."""

EVERY: Mask = b""
"""Stands for a mask that is all ones, of whatever length."""


def filled(mask: Mask, length: int) -> Mask:
    r"""Return a mask with a byte for each row.

    >>> from natobrief.query.picking import EVERY, filled
    >>> filled(EVERY, 2)
    b'\x01\x01'
    """
    return mask or b"\1" * length


def marked(items: Sequence[R], first: int, stop: int, mask: Mask) -> Sequence[R]:
    r"""Return what stands from one place to another and has a 1 in the mask of that span.

    >>> from natobrief.query.picking import EVERY, marked
    >>> marked("abcd", 1, 4, b"\1\0\1"), marked("abcd", 1, 4, EVERY)
    (['b', 'd'], 'bcd')
    """
    if not mask:
        return items[first:stop]
    kept = mask.rstrip(b"\0")  # nothing behind it need be taken out of memory
    return list(itertools.compress(items[first : first + len(kept)], kept))


def common(masks: Iterable[Mask], length: int) -> Mask:
    r"""Return what several masks have in common.

    >>> from natobrief.query.picking import EVERY, common
    >>> common([b"\1\1\0", EVERY, b"\0\1\1"], 3)
    b'\x00\x01\x00'
    """
    some = [mask for mask in masks if mask]
    if len(some) < 2:
        return some[0] if some else EVERY
    first, *more = (int.from_bytes(mask, "little") for mask in some)
    for number in more:
        first &= number
    return first.to_bytes(length, "little")


def taken(items: Sequence[R], rows: Sequence[int]) -> Sequence[R]:
    """Return what stands in some rows.

    >>> from natobrief.query.picking import taken
    >>> taken("abcd", range(1, 3)), taken("abcd", [0, 3])
    ('bc', ('a', 'd'))
    """
    if isinstance(rows, range):
        return items[rows.start : rows.stop]
    if len(rows) < 2:
        return [items[row] for row in rows]
    found: Sequence[R] = operator.itemgetter(*rows)(items)
    return found
