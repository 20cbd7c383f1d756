"""Transcripts whose line breaks are lost: the turns of a talk inside of one paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from natobrief.reader.text.layout import Layout, Line, LineKind
from natobrief.reader.text.letters import UPPER
from natobrief.reader.transcripts.turns import LabelKind, Turn

__all__ = ["find_inline_turns"]

_WORD = rf"[{UPPER}][\w.'’&-]*"
_LABEL = re.compile(
    rf"(?:^|(?<=[.!?…”\")] ))(?P<label>Question|{_WORD}(?: (?:(?:of|the|for|and|to|on) ){{0,2}}"
    rf"{_WORD}){{1,11}})[ ]?: (?=[{UPPER}\d“\"])"
)
_FEWEST = 3


def find_inline_turns(layout: Layout) -> list[Turn]:
    """Find the turns inside of single paragraphs, in order.

    At least three full names with a colon begin sentences of such a paragraph, and one comes back.
    """
    found: list[Turn] = []
    for line in layout.lines:
        if line.kind is LineKind.PROSE:
            found.extend(_of_line(layout.text, line))
    return found


def _of_line(text: str, line: Line) -> Iterator[Turn]:
    labels = list(_LABEL.finditer(text[line.start : line.end]))
    bearers = Counter(m["label"].split()[-1] for m in labels)
    if len(labels) < _FEWEST or len(bearers) < 2 or max(bearers.values()) < 2:
        return
    stops = [m.start() for m in labels[1:]] + [line.end - line.start]
    for m, stop in zip(labels, stops, strict=True):
        words = text[line.start + m.end() : line.start + stop].rstrip()
        kind = LabelKind.QUESTION if m["label"] == "Question" else LabelKind.NAME
        start = line.start + m.end()
        label = line.start + m.start("label"), line.start + m.end("label")
        yield Turn(label, kind, None, ((start, start + len(words)),))
