"""Pages as bytes become text, and broken markup becomes whole, in one pass from left to right.

A parser can need time that grows with the square of a page's length if tags, comments or quotation
marks in them are left open. Here each character is passed a fixed number of times: what is no whole
tag becomes text, and scripts, styles and comments go before a parser sees them.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

__all__ = ["Decoded", "Markup", "decoded", "whole_markup"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"(?:<meta[^>]{0,300}?charset\s*=\s*|<\?xml[^>]{0,100}?encoding\s*=\s*)[\"']?\s*([\w.:-]{2,40})",
    re.I,
)
_HEAD = 4096
# What pages call ISO 8859-1 or ASCII is Windows-1252 in all browsers.
_WESTERN = frozenset(("iso8859-1", "ascii", "latin-1", "cp1252"))
_NAME = re.compile(r"</?([a-zA-Z][^\s/<>]{0,60})")
_INSIDE = re.compile(r"[^\"'<>]*(?:\"[^\"]*\"[^\"'<>]*|'[^']*'[^\"'<>]*)*")
_SIMPLE = re.compile(r"[^<>]*>")
_RAW = frozenset(("script", "style", "noscript", "template", "textarea", "svg", "math", "iframe"))
# Some parsers read all that follows one of these as plain characters.
_SWALLOWING = frozenset(("plaintext", "xmp", "noembed", "noframes", "listing"))
_LINKED_DATA = re.compile(r"type\s*=\s*[\"']?\s*application/(?:[\w.]+\+)?ld\+json", re.I)
_LONGEST_DATA = 1_000_000


class Decoded(NamedTuple):
    """A page as text.

    Attributes:
        text: The page.
        encoding: How its bytes were read; empty if it came as text.
        lost: How many bytes could not be read and stand as U+FFFD.
    """

    text: str
    encoding: str
    lost: int


class Markup(NamedTuple):
    """A page that a parser can take.

    Attributes:
        text: The page without scripts, styles and comments; each "<" begins a whole tag.
        data: The linked data (JSON-LD) of its scripts, as texts.
    """

    text: str
    data: tuple[str, ...]


def decoded(page: bytes) -> Decoded:
    """Read bytes by their byte order mark, by what the page declares, as UTF-8 or as Windows-1252.

    What is declared and doesn't fit is passed over: a page that says ISO 8859-1 and is UTF-8
    throughout is read as UTF-8.
    """
    for mark, name in _BOMS:
        if page.startswith(mark):
            return _forced(page, name)
    declared = _declared(page)
    tried = ("utf-8", declared) if declared in (None, "cp1252") else (declared, "utf-8")
    for encoding in (*tried, "cp1252"):
        if encoding is None:
            continue
        try:
            return Decoded(page.decode(encoding), encoding, 0)
        except (UnicodeDecodeError, ValueError):
            continue
    return _forced(page, declared or "cp1252")


def _forced(page: bytes, encoding: str) -> Decoded:
    text = page.decode(encoding, "replace").removeprefix("\ufeff")
    return Decoded(text, encoding, text.count("\ufffd"))


def _declared(page: bytes) -> str | None:
    m = _DECLARED.search(page, 0, _HEAD)
    if m is None:
        return None
    name = m[1].decode("ascii", "ignore")
    try:
        info = codecs.lookup(name)
        "".encode(name)  # "hex" and others are known, but no encodings of text
    except LookupError:
        return None
    if info.name.startswith(("utf-16", "utf-32")):
        return "utf-8"  # else the declaration could not have been read
    return "cp1252" if info.name in _WESTERN else info.name


def whole_markup(page: str) -> Markup:
    """Take scripts, styles, comments and declarations out, and make each "<" begin a whole tag."""
    return _Pass(page).run()


class _Pass:
    """One pass over a page. What was searched for in vain is not searched for again."""

    def __init__(self, page: str) -> None:
        self.page = page.replace("\0", "")
        self.lower = self.page.lower()
        if len(self.lower) != len(self.page):  # some capitals become two letters
            self.lower = self.page
        self.pieces: list[str] = []
        self.data: list[str] = []
        self.missing: set[str] = set()
        self.quotes_close = True

    def run(self) -> Markup:
        at = 0
        page = self.page
        while (found := page.find("<", at)) >= 0:
            self.pieces.append(page[at:found])
            at = self._tag(found)
        self.pieces.append(page[at:])
        return Markup("".join(self.pieces), tuple(self.data))

    def _tag(self, start: int) -> int:
        """Take over what begins at a "<", and return where it ends."""
        page = self.page
        if page.startswith("<!--", start):
            return self._after("-->", start + 4, else_=start + 4)
        if page.startswith(("<!", "<?"), start):
            return self._after(">", start + 2, else_=start + 2)
        name = _NAME.match(page, start)
        end = self._end(name.end()) if name is not None else None
        if name is None or end is None:
            self.pieces.append("&lt;")
            return start + 1
        tag = name[1].lower()
        if tag in _SWALLOWING or (tag == "title" and self._find("</title", start) < 0):
            return end
        if page[end - 1] != ">":
            if tag not in _RAW:
                self.pieces.append(f"{name[0]}>")
            return end
        if page[start + 1] != "/" and tag in _RAW and page[end - 2] != "/":
            return self._raw(tag, start, end)
        # A parser may end the tag at an earlier ">" than we do, and must find no tag in the rest.
        self.pieces.append("<" + page[start + 1 : end].replace("<", "&lt;"))
        return end

    def _after(self, mark: str, start: int, *, else_: int) -> int:
        found = self._find(mark, start)
        return found + len(mark) if found >= 0 else else_

    def _find(self, mark: str, start: int) -> int:
        if mark in self.missing:
            return -1
        found = self.lower.find(mark, start)
        if found < 0:
            self.missing.add(mark)
        return found

    def _end(self, start: int) -> int | None:
        """Find where a tag ends: behind a ">" outside of quotation marks, or at the next tag."""
        page = self.page
        if self.quotes_close:
            m = _INSIDE.match(page, start)
            stop = m.end() if m is not None else start
            if page.startswith(">", stop):
                return stop + 1
            if page.startswith("<", stop) and not page[start:stop].strip():
                return stop
            # A mark that is never closed would be searched for to the end each time.
            self.quotes_close = not page.startswith(("'", '"'), stop)
        simple = _SIMPLE.match(page, start)
        return simple.end() if simple is not None else None

    def _raw(self, tag: str, start: int, end: int) -> int:
        close = self._find(f"</{tag}", end)
        if close < 0:
            return end  # never closed: only the tag goes
        is_data = tag == "script" and _LINKED_DATA.search(self.page, start, min(end, start + 500))
        if is_data and close - end <= _LONGEST_DATA:
            self.data.append(self.page[end:close])
        return self._after(">", close, else_=close + len(tag) + 2)
