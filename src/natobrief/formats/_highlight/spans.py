"""Overlapping spans cut into pieces that don't overlap."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

__all__ = ["Piece", "paragraphs", "pieces"]


class Piece(NamedTuple):
    """A stretch of the text that the same spans cover from end to end.

    Attributes:
        start: Its first character.
        end: One past its last.
        over: The numbers of the notes whose spans cover it.
        begins: Those among them that begin here.
    """

    start: int
    end: int
    over: tuple[int, ...]
    begins: tuple[int, ...]


def pieces(spans: Sequence[tuple[int, int, int]], cuts: Sequence[int]) -> list[Piece]:
    """Cut a text at every boundary of its spans.

    Args:
        spans: Start, end and number of each span.
        cuts: Where to cut besides, in order; the last is the end of the text.

    >>> [(p.start, p.end, p.over) for p in pieces([(0, 4, 1), (2, 6, 2)], [8])]
    [(0, 2, (1,)), (2, 4, (1, 2)), (4, 6, (2,)), (6, 8, ())]
    """
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for start, end, number in spans:
        opening.setdefault(start, []).append(number)
        closing.setdefault(end, []).append(number)
    bounds = sorted({0, *opening, *closing, *cuts})
    found: list[Piece] = []
    over: dict[int, int] = {}
    for low, high in itertools.pairwise(bounds):
        for number in closing.get(low, ()):
            over[number] -= 1
        begins = opening.get(low, [])
        for number in begins:
            over[number] = over.get(number, 0) + 1
        over = {number: count for number, count in over.items() if count}
        found.append(Piece(low, high, tuple(sorted(over)), tuple(sorted(set(begins)))))
    return found


_NEWLINE = r"(?:\r\n|\r(?!\n)|\n)"
_BLANK = re.compile(rf"{_NEWLINE}[ \t]*{_NEWLINE}\s*")
_BREAK = re.compile(rf"{_NEWLINE}\s*")


def paragraphs(text: str) -> Iterator[tuple[int, int, bool]]:
    r"""Yield start and end of the paragraphs, and of what stands between them.

    Blank lines divide paragraphs. In a text without any, each line is one.

    >>> list(paragraphs("One.\n\nTwo."))
    [(0, 4, True), (4, 6, False), (6, 10, True)]
    """
    at = 0
    between = _BLANK if _BLANK.search(text) else _BREAK
    for m in between.finditer(text):
        if m.start() > at:
            yield at, m.start(), True
        yield m.start(), m.end(), False
        at = m.end()
    if at < len(text):
        yield at, len(text), True
