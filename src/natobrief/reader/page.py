"""A text with the tables that the layers made of it, and queries by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from natobrief.reader.finders import merged, names_of
from natobrief.reader.lexicon import Lexicon
from natobrief.reader.people.describing import find_mentions
from natobrief.reader.people.mentions import MentionKind, Mentions
from natobrief.reader.people.names import Names
from natobrief.reader.registry import DEFAULT_SETUP, Setup
from natobrief.reader.text.cues import Cue, WordHits, scan_words
from natobrief.reader.text.layout import Layout, layout
from natobrief.reader.text.linekinds import SILENT, Tag
from natobrief.reader.text.marks import Quoted, mask, quoted_spans

__all__ = ["Page"]


class Page:
    """Layout, marks, mentions and cues of one text, which all later layers read."""

    __slots__ = (
        "according",
        "cue_starts",
        "cues",
        "heads",
        "layout",
        "lexicon",
        "marks",
        "mentions",
        "names",
        "quoted",
        "setup",
        "text",
    )

    def __init__(
        self,
        text: str,
        names: Names,
        setup: Setup = DEFAULT_SETUP,
        tags: Mapping[int, Tag] | None = None,
    ) -> None:
        self.text: str = text
        self.names: Names = names
        self.setup: Setup = setup
        self.lexicon: Lexicon = setup.lexicon
        self.layout: Layout = layout(text, tags or {})
        self.marks: list[Quoted] = quoted_spans(self.layout)
        self.quoted: bytearray = mask(len(text) + 1, self.marks)
        hits = scan_words(text, self.lexicon)
        self.mentions: Mentions = find_mentions(self.layout, hits, names, self.lexicon)
        self._silence(hits)
        for finder in reversed(setup.names):
            self.mentions = merged(self.mentions, list(names_of(finder, text)))
        self.cues: list[Cue] = [cue for cue in hits.cues if not self.quoted[cue.start]]
        self.cue_starts: list[int] = [cue.start for cue in self.cues]
        self.according: list[tuple[int, int]] = [
            place for place in hits.according if not self.quoted[place[0]]
        ]
        self.heads: list[tuple[int, int]] = [
            place for place in hits.heads if not self.quoted[place[0]]
        ]

    def _silence(self, hits: WordHits) -> None:
        """Leave bylines and boilerplate out: nobody named there speaks or meets."""
        self._place_datelines()
        silent = [(line.start, line.end) for line in self.layout.lines if line.kind in SILENT]
        if not silent:
            return
        rows = [row for row in self.mentions.rows if not _inside(row.start, silent)]
        self.mentions = Mentions(rows)
        hits.cues[:] = [cue for cue in hits.cues if not _inside(cue.start, silent)]
        for places in (hits.according, hits.heads):
            places[:] = [place for place in places if not _inside(place[0], silent)]

    def _place_datelines(self) -> None:
        """Read "OSLO (Reuters) -" as a place: neither the town nor the agency speaks there."""
        heads = [(line.start, line.body) for line in self.layout.lines if line.body > line.start]
        if not heads:
            return
        rows = [
            row._replace(governed="in") if _inside(row.start, heads) else row
            for row in self.mentions.rows
            if row.kind is MentionKind.PLACE
            or row.kind is MentionKind.COUNTRY
            or not _inside(row.start, heads)
        ]
        self.mentions = Mentions(rows)

    def uses(self, rule: str) -> bool:
        """Say whether a rule is switched on for this text."""
        return rule not in self.setup.off

    def cues_between(self, start: int, end: int) -> list[Cue]:
        """Return the reporting verbs that begin in a stretch."""
        low, high = bisect_left(self.cue_starts, start), bisect_left(self.cue_starts, end)
        return self.cues[low:high]

    def according_between(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return where "according" stands in a stretch."""
        low = bisect_left(self.according, (start, 0))
        return self.according[low : bisect_left(self.according, (end, 0))]

    def heads_between(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return where head nouns of encounters stand in a stretch."""
        low = bisect_left(self.heads, (start, 0))
        return self.heads[low : bisect_left(self.heads, (end, 0))]

    def hide(self, spans: list[tuple[int, int]]) -> None:
        """Treat further stretches as quoted, so that later rules leave them alone."""
        for start, end in spans:
            self.quoted[start:end] = b"\x01" * (end - start)
        if spans:
            self.marks = [m for m in self.marks if not _inside(m.outer_start, spans)]
            self.cues = [cue for cue in self.cues if not self.quoted[cue.start]]
            self.cue_starts = [cue.start for cue in self.cues]
            self.according = [place for place in self.according if not self.quoted[place[0]]]
            self.heads = [place for place in self.heads if not self.quoted[place[0]]]


def _inside(at: int, spans: list[tuple[int, int]]) -> bool:
    index = bisect_right(spans, (at, at + 1)) - 1
    return index >= 0 and spans[index][0] <= at < spans[index][1]
