"""Where paragraphs and sentences begin and end, and what kind of line a paragraph is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from natobrief.reader.letters import CLOSERS, LOWER_WORD, OPENERS, UPPER
from natobrief.values import Choice

__all__ = ["Layout", "Line", "LineKind", "layout"]

_LINE = re.compile("[^\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]+")

# Words that end with a full stop inside a sentence. A sentence may still end at "p.m.".
_ABBREVIATIONS = (
    "Mr Mrs Ms Dr Prof Gen Col Lt Maj Capt Sgt Adm Sen Rep Gov Amb Hon Rev St Jr Sr vs No Nos Art "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun "
    "cf eg ie approx ca"
).split()
_SENTENCE_END = re.compile(
    rf"(?P<word>[^\s{CLOSERS}{OPENERS}]{{0,12}})(?P<mark>[.!?…]+)(?P<close>[{CLOSERS}]*)"
    rf"\s+(?=[{OPENERS}]*[{UPPER}\d])"
)
_NOT_AN_END = re.compile(rf"(?:{'|'.join(_ABBREVIATIONS)}|[{UPPER}]|(?:[{UPPER}]\.)+[{UPPER}])$")
_STARTER = re.compile(
    r"(?:The|This|These|That|He|She|It|They|We|In|On|At|But|And|A|An|According)\b"
)

_DATELINE = re.compile(
    rf"\s*(?:\([^()\n]{{2,30}}\)\s*)?(?P<place>[{UPPER}][{UPPER}.' ]{{2,40}}"
    rf"(?:[,/] ?[{UPPER}][\w. ]{{1,25}})??)"
    r"(?:,\s*(?P<date>[^—–\n()]{3,30}?))?\s*(?:\([^()\n]{2,30}\)\s*)?(?:--|[—–-])\s+"
)
# A place in small letters needs the whole date behind it, and opens the text below its headlines.
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_OPENING_DATELINE = re.compile(
    rf"\s*(?P<place>[{UPPER}][\w.'’-]*(?: [\w.'’-]+){{0,3}}(?:, [{UPPER}][\w. ]{{1,25}})?),\s*"
    rf"(?P<date>{_WEEKDAY}(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?, \d{{4}}))"
    r"\s*(?:\([^()\n]{2,30}\)\s*)?(?:--|[—–-])\s+"
)
_BYLINE = re.compile(rf"(?:By|BY|Reporting by|Editing by)\s+[{UPPER}][^.!?]{{2,80}}$")
_CAPTION = re.compile(r"(?:(?:FILE )?PHOTO|Photo|Image|Caption|File photo)\b[:\s]")
_ITEM = re.compile(r"\s*(?:[-*•]|\d{1,2}[.)])\s+")
_NO_END = re.compile(rf"[^.!?…:,;][{CLOSERS}]*\s*$")
_LONGEST_HEADLINE = 160


class LineKind(Choice):
    """What a paragraph is for. Closed list."""

    PROSE = "prose"
    HEADLINE = "headline"
    BYLINE = "byline"
    CAPTION = "caption"
    ITEM = "item"


class Line(NamedTuple):
    """One paragraph: its place, what it is, and where its prose begins after a dateline."""

    start: int
    end: int
    kind: LineKind
    body: int
    dateline: tuple[int, int] | None  # the date inside the dateline, if there is one


class Layout:
    """The paragraphs and sentences of a text, as sorted offsets."""

    __slots__ = ("lines", "sentence_starts", "sentences", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text: str = text
        self.lines: tuple[Line, ...] = tuple(_lines(text))
        self.starts: list[int] = [line.start for line in self.lines]
        self.sentences: list[tuple[int, int]] = [
            s for line in self.lines for s in _sentences(text, line)
        ]
        self.sentence_starts: list[int] = [start for start, _ in self.sentences]

    def line_index(self, at: int) -> int:
        """Say which paragraph holds an offset; between two, the one before."""
        return max(bisect_right(self.starts, at) - 1, 0)

    def line(self, at: int) -> Line:
        """Return the paragraph that holds an offset."""
        return self.lines[self.line_index(at)]

    def sentence_index(self, at: int) -> int:
        """Say which sentence holds an offset; between two, the one before."""
        return max(bisect_right(self.sentence_starts, at) - 1, 0)

    def sentence(self, at: int) -> tuple[int, int]:
        """Return where the sentence around an offset begins and ends."""
        return self.sentences[self.sentence_index(at)]


def layout(text: str) -> Layout:
    """Divide a text into paragraphs (its lines) and sentences."""
    return Layout(text)


def _lines(text: str) -> Iterator[Line]:
    spans = [(m.start(), m.end()) for m in _LINE.finditer(text) if not m[0].isspace()]
    opening = True
    for index, (first, last) in enumerate(spans):
        start, end = _trimmed(text, first, last)
        kind = _kind(text, start, end, opening=opening and index + 1 < len(spans))
        is_first = opening
        opening = opening and kind is not LineKind.PROSE and index < 4
        yield _with_dateline(text, start, end, kind, first=is_first)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end


def _kind(text: str, start: int, end: int, *, opening: bool) -> LineKind:
    if _ITEM.match(text, start, end):
        return LineKind.ITEM
    if end - start <= _LONGEST_HEADLINE:
        if _BYLINE.match(text, start, end):
            return LineKind.BYLINE
        if text[start] == "#" or (opening and _is_headline(text, start, end)):
            return LineKind.HEADLINE
    return LineKind.CAPTION if _CAPTION.match(text, start, end) else LineKind.PROSE


def _is_headline(text: str, start: int, end: int) -> bool:
    ending = text[max(start, end - 12) : end]
    return bool(_NO_END.search(ending)) and text[start] not in OPENERS and end - start > 3


def _with_dateline(text: str, start: int, end: int, kind: LineKind, *, first: bool) -> Line:
    found = _DATELINE.match(text, start, end) if kind is LineKind.PROSE else None
    if found is None and first and kind is LineKind.PROSE:
        found = _OPENING_DATELINE.match(text, start, end)
    if found is None or found.end() >= end:
        return Line(start, end, kind, start, None)
    date = found.span("date") if found["date"] else None
    return Line(start, end, kind, found.end(), date)


def _sentences(text: str, line: Line) -> Iterator[tuple[int, int]]:
    begin = line.body
    for m in _SENTENCE_END.finditer(text, line.body, line.end):
        if m["mark"] == "." and not m["close"] and _goes_on(text, m):
            continue
        if LOWER_WORD.match(text, m.end()):
            continue
        yield begin, m.end("close")
        begin = m.end()
    yield begin, line.end


def _goes_on(text: str, m: re.Match[str]) -> bool:
    """Say whether the full stop belongs to an abbreviation that the sentence runs on after."""
    if not _NOT_AN_END.search(m["word"]):
        return False
    return "." not in m["word"] or not _STARTER.match(text, m.end())
