"""Which date says when something was said: the one that stands beside the reporting word."""

from __future__ import annotations

import re

from natobrief.reader.page import Page
from natobrief.when import DateMention, Precision, When

__all__ = ["is_beside", "is_day"]

Place = tuple[int, int]

_DAYS = (
    Precision.DAY,
    Precision.HOUR,
    Precision.MINUTE,
    Precision.SECOND,
    Precision.MICROSECOND,
)
_REACH = 60
# What follows such words is the content, another event, or a clause of its own.
_APART = re.compile(
    r"[;:!?“”\"«»]|^\s*(?:of|about|on the)\b|\b(?:before|ahead of|prior to|since|until|till|by|that"
    r"|who|which|whom|whose|when|where|while|because|if|scheduled|planned|due|set|is|are|was|were"
    r"|will|would|has|have|had|can|could|may|might|must|should|shall)\b",
    re.I,
)
# Behind these a date belongs to a noun: "the Monday talks", "talks of Monday".
_TO_A_NOUN = re.compile(
    r"(?:\b(?:the|an?|this|that|his|her|their|its|of|for|from|to|at|during|after|about|between)"
    r"|['’]s)\s+$",
    re.I,
)
_OWNS = re.compile(r"['’]s?\b")
_RIGHT_BEHIND = re.compile(r"\s+(?:(?:back|earlier|late|early|again)\s+)?(?:(?:in|during|on)\s+)?$")
_BETWEEN = re.compile(r"(?:\s+on)?\s+$")
_TO_CUE = re.compile(r",?\s+(?:(?:has|have|had|also|later|then|again|\w+ly)\s+){0,2}$")


def is_day(date: DateMention) -> bool:
    """Say whether a date is a day or finer."""
    return isinstance(date.when, When) and date.when.precision in _DAYS


def is_beside(page: Page, date: DateMention, cue: Place, speaker: Place, start: int) -> bool:
    """Say whether a date stands beside a reporting word and tells when that was.

    It does behind the word ("said on Monday", "told reporters in Brussels on Monday"), before the
    speaker ("on Monday Ann Lee said") or between the two ("Ann Lee on Monday said"). What is
    coarser than a day must follow the word directly ("said in May").

    Args:
        page: The text.
        date: The date.
        cue: Where the reporting word stands.
        speaker: Where the speaker is named.
        start: Where the sentence begins.
    """
    if _OWNS.match(page.text, date.span.end):
        return False
    if date.span.start >= cue[1]:
        return _follows(page, date, cue)
    return is_day(date) and date.span.end <= cue[0] and _leads(page, date, cue, speaker, start)


def _follows(page: Page, date: DateMention, cue: Place) -> bool:
    gap = page.text[cue[1] : date.span.start]
    if not is_day(date):
        return _RIGHT_BEHIND.match(gap) is not None
    return len(gap) <= _REACH and not _APART.search(gap) and not _TO_A_NOUN.search(gap)


def _leads(page: Page, date: DateMention, cue: Place, speaker: Place, start: int) -> bool:
    text = page.text
    if speaker[1] <= date.span.start:
        between = text[speaker[1] : date.span.start]
        return bool(_BETWEEN.match(between) and _TO_CUE.match(text[date.span.end : cue[0]]))
    before = text[max(start, date.span.start - _REACH) : date.span.start].rpartition(",")[2]
    if _APART.search(before) or _TO_A_NOUN.search(before):
        return False
    gap = text[date.span.end : speaker[0]]
    near = len(gap) <= _REACH and cue[0] - speaker[1] <= _REACH
    return date.span.end <= speaker[0] and near and not _APART.search(gap)
