"""A text made ready to be read: level, without marks of Markdown, each paragraph on one line."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from natobrief.reader.text.levelling import levelled
from natobrief.reader.text.linekinds import LineKind, Tag
from natobrief.reader.text.markdown import strip_markdown
from natobrief.reader.text.unwrapping import Unwrapped, composed, unwrap

__all__ = ["Prepared", "prepare"]


class Prepared(NamedTuple):
    """A text to read.

    Attributes:
        unwrapped: Its words, and where they stand in the text that was given.
        tags: What the markup says about paragraphs, by the offset of their first character.
    """

    unwrapped: Unwrapped
    tags: Mapping[int, Tag] = MappingProxyType({})


def prepare(text: str) -> Prepared:
    """Make plain text or Markdown ready to be read."""
    level = levelled(text)
    stripped = strip_markdown(level.text)
    unwrapped = unwrap(stripped.unwrapped.text)
    tags: dict[int, Tag] = {}
    for start, end in stripped.images:
        if _is_line(stripped.unwrapped.text, start, end):
            tags[unwrapped.forward(start)] = Tag(LineKind.CAPTION)
    for row in stripped.quotations:
        at = row.start
        while at < row.end and stripped.unwrapped.text[at].isspace():
            at += 1
        tags[unwrapped.forward(at)] = Tag(LineKind.QUOTE, row.depth)
    whole = composed(level, composed(stripped.unwrapped, unwrapped))
    return Prepared(whole, tags)


def _is_line(text: str, start: int, end: int) -> bool:
    """Say whether nothing else stands in the line."""
    before = text[max(start - 1, 0) : start]
    return before in ("", "\n", "\r") and text[end : end + 1] in ("", "\n", "\r")
