"""Pairs of quotation marks, straight, curly, doubled single and others, in each paragraph.

A straight mark says neither that it opens nor that it closes. It *can open* after space, bracket,
dash or the start of a paragraph, and *can close* after anything that is not space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from natobrief.reader.layout import Layout

__all__ = ["Quoted", "mask", "quoted_spans"]

# Every style is listed once: what opens it and what closes it. Doubled marks come before single
# ones. The German and Polish opener „ is closed by either curly mark.
_MARK = re.compile("``|''|[\"“”„‟«»‘’‹›]|(?<!\\w)'|'(?!\\w)|＂|〝|〞")
_CLOSED_BY = {
    "``": ("''", "``", '"'),
    "''": ("''",),
    '"': ('"', "”"),
    "“": ("”", '"', "“"),
    "„": ("“", "”", '"'),
    "‟": ("”",),
    "«": ("»",),
    "»": ("«",),
    "‘": ("’",),
    "‹": ("›",),
    "'": ("'",),
    "＂": ("＂",),
    "〝": ("〞",),
}
_SINGLE = frozenset("'‘’‹›")
_BEFORE_OPENER = re.compile(r"[\s(\[{—–\-/:,;]")


class Quoted(NamedTuple):
    """A stretch between quotation marks.

    Attributes:
        start: The first character inside the marks.
        end: One past the last character inside them.
        outer_start: Where the opening mark stands.
        outer_end: One past the closing mark; ``end`` where it is missing.
        mark: The opening mark.
        closed: Whether a closing mark was found in the paragraph.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    mark: str
    closed: bool


def quoted_spans(layout: Layout) -> list[Quoted]:
    """Return the outermost stretches between marks, in order; marks inside them are nested."""
    found: list[Quoted] = []
    for line in layout.lines:
        found.extend(_of_paragraph(layout.text, line.start, line.end))
    return found


def mask(length: int, spans: list[Quoted]) -> bytearray:
    """Return a table that answers "is this offset inside quotation marks?"."""
    table = bytearray(length)
    for span in spans:
        table[span.outer_start : span.outer_end] = b"\x01" * (span.outer_end - span.outer_start)
    return table


def _of_paragraph(text: str, start: int, end: int) -> Iterator[Quoted]:
    opened: re.Match[str] | None = None
    for m in _MARK.finditer(text, start, end):
        if opened is None:
            if _can_open(text, m, start, end):
                opened = m
        elif _closes(text, opened, m, end):
            yield Quoted(opened.end(), m.start(), opened.start(), m.end(), opened[0], True)
            opened = None
        elif _reopens(text, opened, m, start, end):
            # A mark that can only open: the earlier one was never closed.
            yield from _unclosed(text, opened, m.start())
            opened = m
    if opened is not None:
        yield from _unclosed(text, opened, end)


def _unclosed(text: str, opened: re.Match[str], end: int) -> Iterator[Quoted]:
    while end > opened.end() and text[end - 1].isspace():
        end -= 1
    # A lone single mark is an apostrophe.
    if opened[0] not in _SINGLE and end > opened.end():
        yield Quoted(opened.end(), end, opened.start(), end, opened[0], False)


def _can_open(text: str, m: re.Match[str], start: int, end: int) -> bool:
    mark = m[0]
    if mark not in _CLOSED_BY or m.end() >= end or text[m.end()].isspace():
        return False
    if mark in "“„«‟‹〝" or mark == "``":
        return mark != "“" or m.start() == start or not text[m.start() - 1].isalnum()
    if mark == "»":
        return m.start() == start or bool(_BEFORE_OPENER.match(text, m.start() - 1))
    return m.start() == start or bool(_BEFORE_OPENER.match(text, m.start() - 1))


def _closes(text: str, opened: re.Match[str], m: re.Match[str], end: int) -> bool:
    if m[0] not in _CLOSED_BY[opened[0]] or m.start() == opened.end():
        return False
    if m[0] == "’":  # an apostrophe unless something other than a letter follows
        return m.end() >= end or not text[m.end()].isalnum()
    if m[0] in ("”", "»", "›", "〞", "«"):
        return True
    if m[0] == "“":  # closes only what „ opened, or what a wrong opener left
        return m.end() >= end or not text[m.end()].isalnum()
    return not text[m.start() - 1].isspace()


def _reopens(text: str, opened: re.Match[str], m: re.Match[str], start: int, end: int) -> bool:
    same = m[0] == opened[0] or {m[0], opened[0]} == {'"', "“"}
    if m[0] in _SINGLE or not same:
        return False
    return _can_open(text, m, start, end) and text[m.start() - 1].isspace()
