"""Markdown: the marks go, the words stay, and block quotes are remembered.

Only marks that come in pairs or stand at the start of a line are taken for Markdown: emphasis,
links, images, footnote marks, and ``>``. A lone asterisk stays a character of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from natobrief.reader.text.unwrapping import Edit, Unwrapped, edited

__all__ = ["Quotation", "Stripped", "strip_markdown"]

_LINE = re.compile(r"(?P<words>[^\r\n]*)(?:\r\n|\r|\n|$)")
_PREFIX = re.compile(r" {0,3}(?:> ?){1,20}")
_QUOTES = re.compile(r"^ {0,3}>", re.M)
_APART = re.compile(r"(?:[-*+•]|\d{1,2}[.)]|#{1,6}|[—–]+|-{2,3})\s")
_ENDED = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_TARGET = (
    r"\(<?[^()\s<>]{1,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,500})?>?(?: +[\"'][^\n]{0,200}?[\"'])?\)"
)
_LINK = re.compile(
    rf"(?P<open>!?\[)(?P<words>[^\[\]\n]{{1,300}})(?P<close>\]{_TARGET})|(?P<note>\[\^\w{{1,20}}\])"
)
_ESCAPE = re.compile(r"\\(?=[*_\[\]()#>~-])")
_EMPHASIS = re.compile(r"(?<![\\*_])(?:\*{1,3}|_{1,3})(?![*_])|\n|\r")


class Quotation(NamedTuple):
    """A paragraph of a block quote.

    Attributes:
        start: Where its words begin, in the text without marks.
        end: One past their end.
        depth: How many ``>`` stand before it.
    """

    start: int
    end: int
    depth: int


class Stripped(NamedTuple):
    """A text without the marks of Markdown, and where its block quotes and images stand."""

    unwrapped: Unwrapped
    quotations: tuple[Quotation, ...]
    images: tuple[tuple[int, int], ...]


class _Row(NamedTuple):
    start: int  # where the line begins
    words: int  # where its words begin, behind the marks
    end: int
    depth: int


def strip_markdown(text: str) -> Stripped:
    """Take the marks of Markdown out of a text; a text without them comes back as it is."""
    rows = _quoted_rows(text) if _QUOTES.search(text) else []
    paragraphs = list(_paragraphs(text, rows))
    edits = [*_line_edits(rows, paragraphs), *_inline_edits(text)]
    if not edits:
        return Stripped(Unwrapped(text, (0,), (0,)), (), ())
    done = edited(text, _apart(sorted(edits)))
    quotations = tuple(
        Quotation(done.forward(group[0].words), done.forward(group[-1].end), group[0].depth)
        for group in paragraphs
    )
    images = tuple(
        (done.forward(m.start("words")), done.forward(m.end("words")))
        for m in _LINK.finditer(text)
        if m["open"] == "!["
    )
    return Stripped(done, tuple(q for q in quotations if _has_words(done.text, q)), images)


def _has_words(text: str, row: Quotation) -> bool:
    return any(char.isalnum() for char in text[row.start : row.end])


def _quoted_rows(text: str) -> list[_Row]:
    """Find the lines of block quotes, lazy ones included: they carry a sentence on without ">"."""
    rows: list[_Row] = []
    for m in _LINE.finditer(text):
        end = m.start() + len(m["words"].rstrip())
        prefix = _PREFIX.match(text, m.start(), m.end("words"))
        if prefix is not None:
            words = min(prefix.end(), end) if end > m.start() else prefix.end()
            rows.append(_Row(m.start(), words, max(end, words), prefix[0].count(">")))
        elif rows and end > m.start() and _is_lazy(text, rows[-1], m):
            rows.append(_Row(m.start(), m.start(), end, rows[-1].depth))
    return rows


def _is_lazy(text: str, last: _Row, line: re.Match[str]) -> bool:
    ends = text[max(last.end - 4, last.words) : last.end]
    follows = line.start() - last.end <= 2 or not text[last.end : line.start()].strip(" \t\r\n")
    gap = text[last.end : line.start()]
    one_break = gap.count("\n") + gap.count("\r") - gap.count("\r\n") == 1
    begins_apart = _APART.match(line["words"].lstrip()) is not None
    return follows and one_break and bool(ends) and not (_ENDED.search(ends) or begins_apart)


def _paragraphs(text: str, rows: list[_Row]) -> Iterator[list[_Row]]:
    group: list[_Row] = []
    for row in rows:
        is_blank = row.words >= row.end
        if group and (is_blank or not _continues(text, group[-1], row)):
            yield group
            group = []
        if not is_blank:
            group.append(row)
    if group:
        yield group


def _continues(text: str, last: _Row, row: _Row) -> bool:
    if row.depth != last.depth or _APART.match(text, row.words, row.end):
        return False
    gap = text[last.end : row.start]
    return gap.strip("\r\n\t ") == "" and "  " not in gap and len(gap) <= 2


def _line_edits(rows: list[_Row], paragraphs: list[list[_Row]]) -> Iterator[Edit]:
    joined: set[int] = set()
    for group in paragraphs:
        for last, row in pairwise(group):
            joined.add(row.start)
            yield Edit(last.end, row.words, " ")
    for row in rows:
        if row.start not in joined and row.words > row.start:
            yield Edit(row.start, row.words, "")


def _inline_edits(text: str) -> Iterator[Edit]:
    skip: list[tuple[int, int]] = []
    if "](" in text or "[^" in text:
        for m in _LINK.finditer(text):
            if m["note"]:
                yield Edit(m.start(), m.end(), "")
                continue
            yield Edit(m.start("open"), m.end("open"), "")
            yield Edit(m.start("close"), m.end("close"), "")
            skip.append(m.span("close"))
    if "\\" in text:
        yield from (Edit(m.start(), m.end(), "") for m in _ESCAPE.finditer(text))
    if "*" in text or "_" in text:
        yield from _emphasis(text, skip)


def _emphasis(text: str, skip: list[tuple[int, int]]) -> Iterator[Edit]:
    """Pair runs of ``*`` and ``_`` in each line: one that can open with the next that can close."""
    opened: dict[str, re.Match[str]] = {}
    links = iter((*skip, (len(text) + 1, len(text) + 1)))
    link = next(links)
    for m in _EMPHASIS.finditer(text):
        while m.start() >= link[1]:
            link = next(links)
        if m[0] in "\r\n":
            opened.clear()
            continue
        if link[0] <= m.start():
            continue
        before, after = text[m.start() - 1 : m.start()], text[m.end() : m.end() + 1]
        first = opened.get(m[0])
        if first is not None and before.strip() and not _is_word(after):
            yield Edit(first.start(), first.end(), "")
            yield Edit(m.start(), m.end(), "")
            del opened[m[0]]
        elif after.strip() and not _is_word(before):
            opened[m[0]] = m


def _is_word(char: str) -> bool:
    return char.isalnum()


def _apart(edits: list[Edit]) -> Iterator[Edit]:
    """Leave out edits that run into the one before."""
    done = 0
    for edit in edits:
        if edit.start >= done:
            done = edit.end
            yield edit
