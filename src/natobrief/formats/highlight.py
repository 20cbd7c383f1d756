"""The view of a text with what was read in it: highlighted words that say why, as one page."""

from __future__ import annotations

from collections.abc import Iterator

from natobrief.errors import Fault, InvalidValue, show
from natobrief.formats._highlight.notes import Note, notes_of
from natobrief.formats._highlight.page import page
from natobrief.formats._highlight.spans import Piece, paragraphs, pieces
from natobrief.model import Brief

__all__ = ["highlighted"]


def highlighted(brief: Brief) -> str:
    """Return a page of HTML with the brief's own text, what was read in it highlighted.

    Quotes, reported speech, speakers, meetings with their details, dates and doubts each have a
    style of their own, which holds without colour, in the dark and on paper. Whoever points at
    highlighted words, or steps to them with the tab key, is told why they were read so and by
    which rule. Below the text stand all reasons, and beside it the doubts, each linked to its
    words. The page is whole in itself: no script, nothing that is loaded from elsewhere.

    Args:
        brief: A brief that keeps its text.

    Raises:
        InvalidValue: ``brief`` is no brief, or holds no text.

    >>> view = highlighted(read('"We are ready," Ann Lee said.'))
    >>> view[:15], "follows the words (rule x-said)" in view
    ('<!doctype html>', True)
    >>> highlighted(Brief())
    Traceback (most recent call last):
        ...
    natobrief.errors.InvalidValue: highlighted.brief: expected a brief that keeps its text, got ...
    """
    text = _text_of(brief)
    notes = notes_of(brief)
    return page(brief, notes, list(_paragraphs(text, notes)))


def _text_of(brief: object) -> str:
    if isinstance(brief, Brief) and brief.text is not None:
        return brief.text
    came = "one without" if isinstance(brief, Brief) else show(brief)
    allowed = "a brief that keeps its text"
    raise InvalidValue([Fault(path="highlighted.brief", allowed=allowed, came=came)])


def _paragraphs(text: str, notes: list[Note]) -> Iterator[tuple[bool, list[Piece]]]:
    """Yield the paragraphs and what stands between them, each cut where a highlight changes."""
    spans = [
        (span.start, span.end, index) for index, note in enumerate(notes) for span in note.spans
    ]
    stretches = list(paragraphs(text))
    cut = pieces(spans, [end for _, end, _ in stretches])
    at = 0
    for _, end, is_text in stretches:
        inside: list[Piece] = []
        while at < len(cut) and cut[at].start < end:
            inside.append(cut[at])
            at += 1
        yield is_text, inside
