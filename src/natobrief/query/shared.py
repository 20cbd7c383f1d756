"""Objects that many records share, so that each is looked at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

__all__ = ["each_once", "in_stretches"]

T = TypeVar("T")
V = TypeVar("V")

_AT_ONCE = 1 << 16  # as many can differ, and all are kept for the time being


def each_once(values: Sequence[V], read: Callable[[V], T]) -> dict[int, T]:
    """Read each object among some values once, and return what came of it by ``id(value)``.

    >>> from natobrief.query.shared import each_once
    >>> kept = ["ab", "ab"]
    >>> list(each_once(kept, len).values())
    [2]
    """
    objects = dict(zip(map(id, values), values, strict=True))
    return {own: read(value) for own, value in objects.items()}


def in_stretches(values: Sequence[V]) -> Iterator[tuple[int, Sequence[V]]]:
    """Yield some values at a time, each time behind the place of the first of them.

    >>> from natobrief.query.shared import in_stretches
    >>> list(in_stretches("ab"))
    [(0, 'ab')]
    """
    for start in range(0, len(values), _AT_ONCE):
        yield start, values[start : start + _AT_ONCE]
