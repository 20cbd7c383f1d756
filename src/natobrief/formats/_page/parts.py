"""What a page is made of, whatever it is written in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

__all__ = [
    "Block",
    "Foreign",
    "Heading",
    "Item",
    "Items",
    "Moment",
    "Page",
    "Paragraph",
    "Pointer",
    "Quotation",
    "Run",
    "Runs",
    "Section",
    "Strong",
    "Tag",
    "Words",
    "capitalized",
    "joined",
    "visible",
]


class Words(NamedTuple):
    """Words of the page itself."""

    text: str


class Foreign(NamedTuple):
    """Text of a record or a source: any characters, in any script and direction."""

    text: str
    language: str | None = None


class Moment(NamedTuple):
    """A time in words, and as a browser reads it where it can."""

    words: str
    machine: str | None = None


class Strong(NamedTuple):
    """Who or what a line is about."""

    text: str


class Tag(NamedTuple):
    """A word that classes what it stands beside, such as a status."""

    text: str


class Pointer(NamedTuple):
    """Runs that lead to a place of the page (``#...``), or to another page by its address."""

    runs: tuple[Words | Foreign, ...]
    target: str


Run: TypeAlias = Words | Foreign | Moment | Strong | Tag | Pointer
Runs: TypeAlias = Sequence[Run]


class Heading(NamedTuple):
    """A heading within a section."""

    runs: Runs


class Paragraph(NamedTuple):
    """A paragraph of its own."""

    runs: Runs


class Quotation(NamedTuple):
    """Words that somebody said, and below them who.

    Attributes:
        text: The words.
        caption: Lines about them.
        language: Their language, a BCP 47 tag.
        address: Where they are from.
        anchor: The label of the place.
        reported: Whether they are speech in the words of a reporter.
    """

    text: str
    caption: Sequence[Runs] = ()
    language: str | None = None
    address: str | None = None
    anchor: str | None = None
    reported: bool = False


class Item(NamedTuple):
    """An entry of a list: lines, then blocks below them."""

    lines: Sequence[Runs]
    blocks: Sequence[Block] = ()
    anchor: str | None = None


class Items(NamedTuple):
    """A list."""

    items: Sequence[Item]
    numbered: bool = False


Block: TypeAlias = Heading | Paragraph | Quotation | Items


class Section(NamedTuple):
    """A part of the page with a title of the page's own words."""

    title: str
    anchor: str
    blocks: Sequence[Block]


class Page(NamedTuple):
    """A whole page: its title, lines about it, and its sections."""

    title: Foreign
    lead: Sequence[Runs]
    sections: Sequence[Section]


def capitalized(runs: list[Run]) -> list[Run]:
    """Let a line begin with a capital, if it begins with words of the page."""
    if runs and isinstance(runs[0], Words):
        return [Words(_upper(runs[0].text)), *runs[1:]]
    if runs and isinstance(runs[0], Moment):
        return [runs[0]._replace(words=_upper(runs[0].words)), *runs[1:]]
    return runs


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def visible(text: str) -> str:
    """Return a text with a picture in the place of NUL, which browsers drop."""
    return text.replace("\x00", "\u2400")


def joined(parts: Iterable[Runs], between: str = ", ") -> list[Run]:
    """Return runs in a row, with words between."""
    row: list[Run] = []
    for part in parts:
        if part:
            row += [Words(between), *part] if row else part
    return row
