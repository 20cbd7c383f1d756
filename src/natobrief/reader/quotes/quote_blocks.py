"""Block quotes of Markdown and HTML: paragraphs set apart, and whom the lines around them name."""

from __future__ import annotations

import re
from itertools import groupby
from typing import NamedTuple

from natobrief.reader.page import Page
from natobrief.reader.quotes.attribution import Attribution, cue_before
from natobrief.reader.quotes.blocks import Signature
from natobrief.reader.quotes.subjects import can_speak
from natobrief.reader.text.layout import Line, LineKind

__all__ = ["QuoteBlock", "find_quote_blocks"]

Place = tuple[int, int]

_DASH = re.compile(r"\s*[—–-]{1,2}\s*")
_LEADS = re.compile(r"[:,]\s*$")
_WORDS = re.compile(r"\w")


class QuoteBlock(NamedTuple):
    """A block quote.

    Attributes:
        lines: The paragraphs that it fills, a signature among them.
        words: The stretches that are quoted.
        attribution: Who is named as the speaker, how; None if nobody is.
        place: Where the words stand that attribute it.
    """

    lines: tuple[Line, ...]
    words: tuple[Place, ...]
    attribution: Attribution | None
    place: Place | None


def find_quote_blocks(page: Page, signed: list[Signature]) -> list[QuoteBlock]:
    """Find the block quotes of a text, in order; quotes within them are blocks of their own."""
    by_line = {signature.line: signature for signature in signed}
    lines = page.layout.lines
    found: list[QuoteBlock] = []
    rows = [(i, line) for i, line in enumerate(lines) if line.kind is LineKind.QUOTE]
    # Lines that follow each other keep the difference between their index and their rank.
    for _, group in groupby(enumerate(rows), lambda e: (e[1][0] - e[0], e[1][1].depth)):
        indices = [index for _, (index, _) in group]
        block = _block(page, indices[0], indices[-1], by_line)
        if block is not None:
            found.append(block)
    return found


def _block(page: Page, first: int, last: int, signed: dict[int, Signature]) -> QuoteBlock | None:
    lines = page.layout.lines[first : last + 1]
    inner = _signature(page, lines[-1])
    attribution: Attribution | None
    place: Place | None
    if inner is not None and len(lines) > 1:
        attribution, place = inner
        words = _stretches(page, lines[:-1])
    else:
        if _speaks_itself(page, lines):
            return None
        attribution, place = _around(page, first, last, signed)
        words = _stretches(page, lines)
    if not words:
        return None
    return QuoteBlock(tuple(lines), words, attribution, place)


def _signature(page: Page, line: Line) -> tuple[Attribution, Place] | None:
    """Read a line that begins with a dash and a name."""
    dash = _DASH.match(page.text, line.start, line.end)
    if dash is None or dash.end() == line.start:
        return None
    rows = page.mentions.between(dash.end(), line.end)
    if rows and rows[0].start - dash.end() <= 4 and can_speak(rows[0]):
        return Attribution(rows[0], None, "block-signed"), (line.start, line.end)
    return None


def _speaks_itself(page: Page, lines: tuple[Line, ...]) -> bool:
    """Say whether a block quotes an article, which has its own quotes with their speakers."""
    start, end = lines[0].start, lines[-1].end
    has_marks = any(m.outer_start < end and m.outer_end > start for m in page.marks)
    return has_marks and bool(page.cues_between(start, end))


def _around(
    page: Page, first: int, last: int, signed: dict[int, Signature]
) -> tuple[Attribution | None, Place | None]:
    below = signed.get(last + 1)
    lines = page.layout.lines
    if below is not None:
        line = lines[below.line]
        return Attribution(below.speaker, None, "block-signed"), (line.start, line.end)
    if last + 1 < len(lines):
        dashed = _signature(page, lines[last + 1])
        if dashed is not None:
            return dashed
    if first == 0:
        return None, None
    lead = lines[first - 1]
    if not _LEADS.search(page.text[max(lead.end - 3, lead.start) : lead.end]):
        return None, None
    start = page.layout.sentence(lead.end - 1)[0]
    found = cue_before(page, start, lead.end)
    if found is None:
        return None, None
    row = found.speaker
    return found._replace(rule="block-lead"), (row.start, row.end)


def _stretches(page: Page, lines: tuple[Line, ...]) -> tuple[Place, ...]:
    """Return the paragraphs without quotation marks that stand around all of them."""
    places = [(line.start, line.end) for line in lines]
    for mark in page.marks:
        if mark.outer_start == places[0][0] and len(places) == 1:
            if mark.closed and mark.outer_end >= places[0][1] - 1:
                places[0] = (mark.start, mark.end)
    return tuple(p for p in places if _WORDS.search(page.text, *p))
