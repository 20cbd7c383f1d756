"""Around which encounter something is said, and how the two stand to each other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple

from natobrief.model import OccasionRelation
from natobrief.reader.meetings.encounter import Encounter
from natobrief.reader.meetings.merging import MeetingDraft
from natobrief.reader.page import Page

__all__ = ["Occasion", "Occasions"]

Place = tuple[int, int]

_RELATIONS = (
    (
        re.compile(r"\b(?:after|following|at the end of|in the wake of|upon)$", re.I),
        OccasionRelation.AFTER,
    ),
    (
        re.compile(
            r"\b(?:before|ahead of|prior to|on the eve of|in the run-up to|arriving (?:at|for))$",
            re.I,
        ),
        OccasionRelation.BEFORE,
    ),
    (
        re.compile(
            r"\b(?:at|during|in|on the (?:sidelines|margins) of|opening|chairing"
            r"|addressing)$",
            re.I,
        ),
        OccasionRelation.AT,
    ),
    (
        re.compile(
            r"\b(?:commenting on|(?:spoke|speaking|said|asked|statement|remarks|comments) (?:of"
            r"|about)"
            r"|referring to|(?:statement|remarks|comments|read-?out) (?:on|of|about|regarding)"
            r"|reacting to|in (?:reaction|response) to)$",
            re.I,
        ),
        OccasionRelation.ABOUT,
    ),
)
_DETERMINER = re.compile(r"\s*(?:(?:the|a|an|his|her|their|its|this|that|these)\s+)?$", re.I)
_REACH = 60


class Occasion(NamedTuple):
    """An encounter around which something is said, the relation, and the words that say so."""

    meeting: MeetingDraft
    relation: OccasionRelation
    where: Place


class Occasions:
    """The encounters of a text by the sentence that tells of them."""

    def __init__(self, page: Page, meetings: list[MeetingDraft]) -> None:
        self.page = page
        self.told: list[tuple[int, MeetingDraft, Encounter]] = sorted(
            (
                (encounter.start, meeting, encounter)
                for meeting in meetings
                for encounter in (*meeting.encounters, *meeting.again)
            ),
            key=lambda row: row[0],
        )
        self.starts: list[int] = [start for start, _, _ in self.told]

    def find(self, index: int, near: Place, is_free: Callable[[int], bool]) -> Occasion | None:
        """Find the first encounter of a sentence that a phrase makes the occasion.

        Args:
            index: The sentence.
            near: The part of it that counts.
            is_free: Says of an offset that it is no part of what is said.
        """
        start = self.page.layout.sentences[index][0]
        low, high = bisect_left(self.starts, near[0]), bisect_left(self.starts, near[1])
        for _, meeting, encounter in self.told[low:high]:
            is_here = encounter.sentence == index and is_free(encounter.start)
            found = self._led(start, encounter) if is_here else None
            if found is not None:
                relation, at = found
                return Occasion(meeting, relation, (at, encounter.end))
        return None

    def _led(self, start: int, encounter: Encounter) -> tuple[OccasionRelation, int] | None:
        low = max(start, encounter.start - _REACH)
        lead = _DETERMINER.sub("", self.page.text[low : encounter.start])
        for pattern, relation in _RELATIONS:
            m = pattern.search(lead)
            if m is not None:
                return relation, low + m.start()
        return None
