"""Where paragraphs and sentences begin and end, and what kind of line a paragraph is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from natobrief.reader.text.letters import CLOSERS, LOWER_WORD, OPENERS, UPPER
from natobrief.reader.text.linekinds import LineKind, Tag, kind_of_line

__all__ = ["Layout", "Line", "LineKind", "Tag", "layout"]

_LINE = re.compile("[^\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]+")

# Words that end with a full stop inside a sentence. A sentence may still end at "p.m.".
_ABBREVIATIONS = (
    "Mr Mrs Ms Dr Prof Gen Col Lt Maj Capt Sgt Adm Sen Rep Gov Amb Hon Rev St Jr Sr vs No Nos Art "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun "
    "cf eg ie approx ca"
).split()
_SENTENCE_END = re.compile(
    rf"(?P<word>[^\s{CLOSERS}{OPENERS}]{{0,12}})(?P<mark>[.!?…]+)(?P<close>[{CLOSERS}]*)"
    rf"\s+(?=[{OPENERS}»「『]*[{UPPER}\d])"
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
# "Brussels (AFP) — ", in small letters only with the agency.
_AGENCY_DATELINE = re.compile(
    rf"\s*(?P<place>[{UPPER}][\w.'’-]*(?: [\w.'’-]+){{0,3}}(?:, [{UPPER}][\w. ]{{1,25}})??)"
    r"(?:,\s*(?P<date>[^—–\n()]{3,30}?))? \([A-Z][A-Za-z]{1,12}\)\s*(?:--|[—–-])\s+"
)
_DATED = re.compile(r"\d|day\b|\b[Tt]oday|\b[Yy]esterday")
_NO_TAGS: Mapping[int, Tag] = MappingProxyType({})


class Line(NamedTuple):
    """One paragraph.

    Attributes:
        start: Where it begins, behind white space.
        end: One past its end, before white space.
        kind: What it is for.
        body: Where its prose begins after a dateline; ``start`` without one.
        dateline: Where the date inside the dateline stands, if there is one.
        place: Where the place inside the dateline stands, if there is one.
        depth: How deep it stands in block quotes; 0 outside of them.
    """

    start: int
    end: int
    kind: LineKind
    body: int
    dateline: tuple[int, int] | None
    place: tuple[int, int] | None = None
    depth: int = 0


class Layout:
    """The paragraphs and sentences of a text, as sorted offsets."""

    __slots__ = ("lines", "sentence_starts", "sentences", "starts", "text")

    def __init__(self, text: str, tags: Mapping[int, Tag] = _NO_TAGS) -> None:
        self.text: str = text
        self.lines: tuple[Line, ...] = tuple(_lines(text, tags))
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


def layout(text: str, tags: Mapping[int, Tag] = _NO_TAGS) -> Layout:
    """Divide a text into paragraphs (its lines) and sentences.

    Args:
        text: The text.
        tags: What is known of paragraphs beforehand, by the offset of their first character.
    """
    return Layout(text, tags)


def _lines(text: str, tags: Mapping[int, Tag]) -> Iterator[Line]:
    spans = [(m.start(), m.end()) for m in _LINE.finditer(text) if not m[0].isspace()]
    opening, ended = True, False
    for index, (first, last) in enumerate(spans):
        start, end = _trimmed(text, first, last)
        tag = tags.get(start)
        opens = opening and index + 1 < len(spans)
        kind = tag.kind if tag is not None else kind_of_line(text, start, end, opening=opens)
        is_first = opening
        opening = opening and kind is not LineKind.PROSE and index < 4
        if ended:
            kind = LineKind.BOILERPLATE  # contacts and notes behind the end mark
        ended = ended or (kind is LineKind.END and 2 * start > len(text))
        depth = tag.depth if tag is not None else 0
        yield _with_dateline(text, Line(start, end, kind, start, None, None, depth), first=is_first)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end


def _with_dateline(text: str, line: Line, *, first: bool) -> Line:
    if line.kind is not LineKind.PROSE:
        return line
    found = _DATELINE.match(text, line.start, line.end)
    if found is None and first:
        found = _OPENING_DATELINE.match(text, line.start, line.end)
        found = found or _AGENCY_DATELINE.match(text, line.start, line.end)
    if found is None or found.end() >= line.end:
        return line
    date = found.span("date") if found["date"] and _DATED.search(found["date"]) else None
    start, end = found.span("place")
    if date is None and found["date"]:
        end = found.end("date")  # "WASHINGTON, D.C."
    end = start + len(text[start:end].rstrip())
    return line._replace(body=found.end(), dateline=date, place=(start, end))


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
