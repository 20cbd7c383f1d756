"""Texts wrapped at a fixed width: their paragraphs as one line each, and the way back.

A text counts as hard-wrapped if it has at least four lines, no line of several words is longer
than 100 characters, and at four in five of its line ends inside a paragraph the first word of the
next line would not have fitted on the line before. Half of those lines must also end in the middle
of a sentence, since a row of short paragraphs of one length looks alike otherwise.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from natobrief.reader.text.letters import LOWER_WORD

__all__ = ["Edit", "Unwrapped", "composed", "edited", "unwrap"]

Place = tuple[int, int]

_LINE = re.compile(r"(?P<words>[^\r\n]*)(?:\r\n|\r|\n|$)")
_ITEM = re.compile(r"(?:[-*•]|\d{1,2}[.)])\s+")
_ENDED = re.compile(r"[.!?…:;][\"'”’»›)\]]*$")
_BROKEN_WORD = re.compile(r"[^\W\d_]-$")
_BROKEN_ON = re.compile(r"(?!(?:and|or|to)\b)\w+[^\W\d_]")
_WIDEST = 100
_FEWEST = 3


class Unwrapped(NamedTuple):
    """A text to read, and where its characters stand in the text that was given.

    Attributes:
        text: The text, with each paragraph on one line.
        here: Where each stretch that was kept begins in ``text``.
        there: Where it begins in the text that was given.
    """

    text: str
    here: Sequence[int]
    there: Sequence[int]

    def place(self, start: int, end: int) -> Place:
        """Return the place in the given text of a place in this one."""
        if len(self.here) == 1:  # nothing was cut
            return start, max(start, end)
        first = self._offset(start)
        return first, max(first, self._offset(end - 1) + 1 if end > start else first)

    def forward(self, at: int) -> int:
        """Return where a place of the given text is in this one; behind a cut if it was cut."""
        index = max(bisect_right(self.there, at) - 1, 0)
        stop = self.here[index + 1] if index + 1 < len(self.here) else len(self.text)
        return min(self.here[index] + at - self.there[index], stop)

    def _offset(self, at: int) -> int:
        index = max(bisect_right(self.here, at) - 1, 0)
        return at - self.here[index] + self.there[index]


class Edit(NamedTuple):
    """A stretch of a text to be replaced.

    Attributes:
        start: Where it begins.
        end: One past its end.
        words: What comes in its place.
    """

    start: int
    end: int
    words: str


def edited(text: str, edits: Iterable[Edit]) -> Unwrapped:
    """Replace stretches that are in order and apart, and keep the way back."""
    pieces: list[str] = []
    here, there = [0], [0]
    done = length = 0
    for edit in edits:
        pieces += (text[done : edit.start], edit.words)
        length += edit.start - done
        here += (length, length + len(edit.words))
        there += (edit.start, edit.end)
        length, done = length + len(edit.words), edit.end
    pieces.append(text[done:])
    return Unwrapped("".join(pieces), here, there)


def composed(first: Unwrapped, then: Unwrapped) -> Unwrapped:
    """Make one step of two: the text of the second, with the way back to the first one's."""
    if len(then.here) == 1:
        return first
    if len(first.here) == 1:
        return then
    here = sorted({*then.here, *map(then.forward, first.here)})
    middle = Unwrapped("", then.here, then.there)
    there = [first.place(at, at)[0] for at in (middle.place(at, at)[0] for at in here)]
    return Unwrapped(then.text, here, there)


class _Row(NamedTuple):
    """A line without the white space around it.

    Attributes:
        start: Where its words begin.
        end: Where they end.
        width: How long the line is up to there, its indentation included.
        words: The words.
    """

    start: int
    end: int
    width: int
    words: str


def unwrap(text: str) -> Unwrapped:
    """Join the lines of each paragraph of a hard-wrapped text; leave other texts as they are.

    The white space around a line end becomes one space. It goes altogether behind a hyphen inside
    a word, as in ``long-`` and ``range``. A line stays apart if it begins a list item, or if its
    first word would have fitted on the line before and isn't written small.
    """
    rows = _rows(text)
    width = max((row.width for row in rows if " " in row.words), default=0)
    if not 0 < width <= _WIDEST or not _is_wrapped(rows, width):
        return Unwrapped(text, (0,), (0,))
    return edited(text, _joins(rows, width))


def _joins(rows: list[_Row], width: int) -> Iterator[Edit]:
    in_item = False
    for before, row in pairwise(rows):
        in_item = in_item or _ITEM.match(before.words) is not None
        if not _goes_on(before, row, width, in_item=in_item):
            in_item = False
            continue
        yield Edit(before.end, row.start, "" if _is_broken(before, row) else " ")


def _rows(text: str) -> list[_Row]:
    rows: list[_Row] = []
    for m in _LINE.finditer(text):
        line = m["words"].rstrip()
        words = line.lstrip()
        end = m.start() + len(line)
        rows.append(_Row(end - len(words), end, len(line), words))
    return rows


def _is_full(before: _Row, row: _Row, width: int) -> bool:
    """Say whether the first word of a line would not have fitted on the line before."""
    return before.width + 1 + len(row.words.split(None, 1)[0]) > width


def _is_wrapped(rows: list[_Row], width: int) -> bool:
    pairs = [
        (before, row)
        for before, row in pairwise(rows)
        if before.words and row.words and not _ITEM.match(row.words)
    ]
    full = [before for before, row in pairs if _is_full(before, row, width)]
    inside = sum(_ENDED.search(before.words) is None for before in full)
    return len(full) >= _FEWEST and 5 * len(full) >= 4 * len(pairs) and 2 * inside >= len(full)


def _goes_on(before: _Row, row: _Row, width: int, *, in_item: bool) -> bool:
    if not before.words or not row.words:
        return False
    full = _is_full(before, row, width)
    if _ITEM.match(row.words):
        # A number or a dash can also come to stand first because the line was full.
        return full and not in_item and _ENDED.search(before.words) is None
    return full or LOWER_WORD.match(row.words) is not None


def _is_broken(before: _Row, row: _Row) -> bool:
    return bool(_BROKEN_WORD.search(before.words) and _BROKEN_ON.match(row.words))
