"""Reported speech led to by "as" or a view: "As Lee noted, ...", "In the opinion of Lee, ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from natobrief.reader.attribution import can_speak
from natobrief.reader.contents import FINITE, Reported, content
from natobrief.reader.cues import Cue
from natobrief.reader.joint import joint_subject
from natobrief.reader.mentions import Mention, MentionKind
from natobrief.reader.page import Page

__all__ = ["as_said", "in_the_view_of"]

_VERBS = frozenset(
    "say note stress emphasize emphasise explain state underline report mention indicate recall "
    "observe acknowledge admit confirm predict warn argue claim reiterate underscore remark "
    "clarify specify assure put write".split()
)
_AS = re.compile(r"[\W_]*As ")
_AS_BEHIND = re.compile(r", as (?=\S)")
_VIEW = re.compile(r"[\W_]*In the (?P<cue>(?:opinion|view|words) of) ")
_LEAD = 120  # how far the comma behind "As Lee noted" can be
_LEAST = 20  # of the content
_BEFORE_NAME = re.compile(r"(?:(?:the|an?|his|her|their) )?(?:[a-z][\w-]* ){0,4}")
_BEFORE_VERB = re.compile(r"(?: \([^()]{1,40}\))?(?: (?:has|have|had|also|\w+ly|himself|herself))* ")
_BEHIND_VERB = re.compile(
    r"(?: (?:earlier|later|yesterday|today|again|(?:on )?\w+day|(?:on|at|in|during|after|following)"
    r" [^,;:]{2,70}))?,"
)
_ENDS = re.compile(
    r"(?: (?:earlier|later|yesterday|today|again|(?:on )?\w+day|(?:on|at|in|during|after|following)"
    r" [^,;:]{2,70}))?[.!?]?$"
)
_BY = re.compile(r" (?:earlier |also )?by ")


def as_said(page: Page, start: int, end: int) -> Iterator[Reported]:
    """As X noted, CONTENT. As noted by X, CONTENT. CONTENT, as X noted."""
    opens = _AS.match(page.text, start, end)
    if opens is not None:
        for cue in _told(page, opens.end(), min(end, opens.end() + _LEAD)):
            found = _source(page, opens.end(), cue, end)
            behind = _BEHIND_VERB.match(page.text, found[1], end) if found else None
            if found is None or behind is None or page.quoted[behind.end()]:
                continue
            if FINITE.search(page.text, behind.end(), end) is not None:
                yield _reported(page, behind.end(), end, found[0], cue, start)
            return
    for m in _AS_BEHIND.finditer(page.text, max(start, end - _LEAD), end):
        for cue in _told(page, m.end(), end):
            found = _source(page, m.end(), cue, end)
            if found is None or page.quoted[m.start() - 1] or page.quoted[start]:
                continue
            is_clause = m.start() - start >= _LEAST and FINITE.search(page.text, start, m.start())
            if is_clause and _ENDS.match(page.text, found[1], end):
                yield _reported(page, start, m.start(), found[0], cue, m.end())
                return


def in_the_view_of(page: Page, start: int, end: int) -> Iterator[Reported]:
    """In the opinion of X, CONTENT."""
    opens = _VIEW.match(page.text, start, end)
    if opens is None:
        return
    for row in page.mentions.between(opens.end(), min(end, opens.end() + _LEAD))[:1]:
        comma = row.end + 2 if page.text.startswith(", ", row.end) else end
        is_next = _BEFORE_NAME.fullmatch(page.text, opens.end(), row.start)
        if not is_next or row.kind is MentionKind.PLACE or comma >= end or page.quoted[comma]:
            continue
        if FINITE.search(page.text, comma, end):
            yield content(page, comma, end, row, opens.span("cue"), "in-the-opinion-of")


def _told(page: Page, start: int, end: int) -> list[Cue]:
    cues = page.cues_between(start, end)
    return [cue for cue in cues if cue.verb in _VERBS and not cue.ing and not cue.denied]


def _source(page: Page, start: int, cue: Cue, end: int) -> tuple[Mention, int] | None:
    """Return who says it, and where the reporting clause ends so far."""
    text, by = page.text, _BY.match(page.text, cue.end, end)
    low, high = (by.end(), min(end, by.end() + _LEAD)) if by else (start, cue.start)
    if by is not None and text[start : cue.start].strip():
        return None
    rows = [row for row in page.mentions.between(low, high) if can_speak(row) or by]
    rows = [row for row in rows if not row.owns and row.kind is not MentionKind.PLACE]
    row = rows[0] if by and rows else rows[-1] if rows else None
    if row is None or not _BEFORE_NAME.fullmatch(text, low, row.start):
        return None
    if by is not None:
        return row, row.end
    return (row, cue.end) if _BEFORE_VERB.fullmatch(text, row.end, cue.start) else None


def _reported(
    page: Page, start: int, end: int, speaker: Mention, cue: Cue, clause: int
) -> Reported:
    place = (cue.start, cue.end)
    speaker = joint_subject(page, speaker, clause, place)
    return content(page, start, end, speaker, place, "as-x-said")
