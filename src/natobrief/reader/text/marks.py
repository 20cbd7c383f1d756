"""Pairs of quotation marks, straight, curly, doubled single and others, in each paragraph.

A straight mark says neither that it opens nor that it closes. It *can open* after space, bracket,
dash or the start of a paragraph, and *can close* after anything that is not space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from natobrief.reader.text.layout import Layout

__all__ = ["Quoted", "mask", "quoted_spans"]

# Every style is listed once: what opens it and what closes it. Doubled marks come before single
# ones. The German and Polish opener „ is closed by either curly mark.
_MARK = re.compile("``|''|[\"“”„‟«»‘’‹›]|(?<!\\w)'|'(?!\\w)|[＂〝〞「」『』]")
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
    "「": ("」",),
    "『": ("』",),
}
_SINGLE = frozenset("'‘’‹›")
_CLOSERS = frozenset(('"', "”", "''", "»"))
_LONGEST_HALF = 600
_LONGEST_FRENCH = 2_000
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
        found.extend(_of_paragraph(layout, line.start, line.end))
    return found


def mask(length: int, spans: list[Quoted]) -> bytearray:
    """Return a table that answers "is this offset inside quotation marks?"."""
    table = bytearray(length)
    for span in spans:
        table[span.outer_start : span.outer_end] = b"\x01" * (span.outer_end - span.outer_start)
    return table


def _of_paragraph(layout: Layout, start: int, end: int) -> Iterator[Quoted]:
    text = layout.text
    opened: re.Match[str] | None = None
    last: Quoted | None = None
    inner_end = start
    marks = list(_MARK.finditer(text, start, end))
    for index, m in enumerate(marks):
        if m.start() < inner_end:
            continue
        then = marks[index + 1] if index + 1 < len(marks) else None
        if opened is None:
            if _can_open(text, m, start, end) or _slips_open(text, m, then, start, end):
                opened = m
            elif last is not None and (half := _without_opener(layout, last, m)):
                last = half
                yield last
        elif _closes(text, opened, m, end) or _slips_shut(text, opened, m, then, start, end):
            last = _shut(text, opened, m)
            yield last
            opened = None
        elif _reopens(text, opened, m, start, end):
            if closer := _nested(text, marks[index : index + 3], start, end):
                inner_end = closer
                continue
            # A mark that can only open: the earlier one was never closed.
            yield from _unclosed(text, opened, m.start())
            opened = m
    if opened is not None:
        yield from _unclosed(text, opened, end)


def _slips_open(
    text: str, m: re.Match[str], then: re.Match[str] | None, start: int, end: int
) -> bool:
    """Let a straight mark open a quote in spite of a space too few before it or one too many.

    Nothing is open that it could close, and the next mark can only close.
    """
    if m[0] != '"' or m.start() == start or then is None or _can_open(text, then, start, end):
        return False
    before, after = text[m.start() - 1], text[m.end()]
    if before.isspace() and after.isspace():
        return then[0] in _CLOSED_BY['"'] and text[then.start() - 1] in ".,!?…"
    glued = (before.islower() or before in ".!?…)") and after.isupper()
    return glued and _closes(text, m, then, end)


def _slips_shut(
    text: str,
    opened: re.Match[str],
    m: re.Match[str],
    then: re.Match[str] | None,
    start: int,
    end: int,
) -> bool:
    """Let a straight mark between two spaces close what is open, if no other mark would."""
    if m[0] != '"' or opened[0] != '"' or text[m.start() - 2] not in ".,!?…":
        return False
    loose = text[m.start() - 1].isspace() and (m.end() >= end or text[m.end()].isspace())
    return loose and (then is None or _can_open(text, then, start, end))


def _nested(text: str, marks: list[re.Match[str]], start: int, end: int) -> int:
    """Say where a quote inside a quote of the same mark ends; 0 if it is none.

    It is one if the next two marks can only close: the inner quote, and then the outer one.
    """
    if len(marks) < 3:
        return 0
    inner, first, second = marks
    if _can_open(text, first, start, end) or _can_open(text, second, start, end):
        return 0
    closed = _closes(text, inner, first, end) and _closes(text, inner, second, end)
    return first.end() if closed else 0


def _without_opener(layout: Layout, last: Quoted, m: re.Match[str]) -> Quoted | None:
    """Let the second half of a quote begin behind the sentence of '"...," Keller said'.

    A mark that can only close, behind the end of a clause, shows that the opening one is missing.
    """
    at = m.start()
    index = layout.sentence_index(last.outer_end) + 1
    if m[0] not in _CLOSERS or layout.text[at - 1] not in ".,!?…":
        return None
    if index >= len(layout.sentences):
        return None
    start = layout.sentences[index][0]
    if not 0 < at - start <= _LONGEST_HALF:
        return None
    if not layout.text[last.outer_end : start].strip(" ,."):
        return None
    return Quoted(start, at, start, m.end(), m[0], True)


def _unclosed(text: str, opened: re.Match[str], end: int) -> Iterator[Quoted]:
    while end > opened.end() and text[end - 1].isspace():
        end -= 1
    # A lone single mark is an apostrophe.
    if opened[0] not in _SINGLE and end > opened.end():
        yield Quoted(opened.end(), end, opened.start(), end, opened[0], False)


def _can_open(text: str, m: re.Match[str], start: int, end: int) -> bool:
    mark = m[0]
    if mark == "«" and _is_french(text, m, start, end):
        return True
    if mark not in _CLOSED_BY or m.end() >= end or text[m.end()].isspace():
        return False
    if mark in "“„«‟‹〝「『" or mark == "``":
        return mark != "“" or m.start() == start or not text[m.start() - 1].isalnum()
    if mark == "»":
        return m.start() == start or bool(_BEFORE_OPENER.match(text, m.start() - 1))
    return m.start() == start or bool(_BEFORE_OPENER.match(text, m.start() - 1))


def _is_french(text: str, m: re.Match[str], start: int, end: int) -> bool:
    """Say whether marks stand off their words by a space, as French has them."""
    if m.end() >= end or not text[m.end()].isspace():
        return False
    begins = m.start() == start or bool(_BEFORE_OPENER.match(text, m.start() - 1))
    close = text.find("»", m.end(), min(end, m.end() + _LONGEST_FRENCH))
    return begins and close > m.end() + 1 and text[close - 1].isspace()


def _shut(text: str, opened: re.Match[str], m: re.Match[str]) -> Quoted:
    """Make the stretch between two marks, without the spaces that French has inside them."""
    start, end = opened.end(), m.start()
    while opened[0] == "«" and start < end and text[start].isspace():
        start += 1
    while opened[0] == "«" and end > start and text[end - 1].isspace():
        end -= 1
    return Quoted(start, end, opened.start(), m.end(), opened[0], True)


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
