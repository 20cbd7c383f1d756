"""The subject of a reporting verb, in the part of the sentence before it."""

from __future__ import annotations

import re

from natobrief.reader.page import Page
from natobrief.reader.people.mentions import Mention, MentionKind
from natobrief.reader.text.cues import Cue

__all__ = ["ADVERB", "GAP_TO_VERB", "can_speak", "subject_of"]

_REACH = 220
ADVERB = (
    r"(?:has|have|had|also|later|then|once|repeatedly|again|\w+ly|was|were|did|would|often|even"
    r"|simply|never)"
)
GAP_TO_VERB = re.compile(rf"(?:\s|,|(?<=\s){ADVERB}\b)*$")
_SPEAKING = frozenset(
    (
        MentionKind.PERSON,
        MentionKind.ORGANIZATION,
        MentionKind.COUNTRY,
        MentionKind.OFFICE,
        MentionKind.NOMINAL,
        MentionKind.GROUP,
        MentionKind.PRONOUN,
        MentionKind.PLACE,
    )
)
_NO_SPEAKER = frozenset(("it", "who", "i", "we", "you"))
_FIRST_PERSON = re.compile(rf"\b(?:[Ww]e|I|[Yy]ou)(?: {ADVERB})* $")
_WE = re.compile(r"\W*(?:We|I|You)\b")
_SUBJECT = 40
_MEETS = ("with", "by", "to", "from", "between")
_CONJUNCTIONS = frozenset("as after before since than like".split())
_WITH = re.compile(r", with (?!(?:the|a|an) )[^,;:]*?(?:, [^,;:]{2,50},|[^,;:]*) $")
_COORDINATED = re.compile(rf"\b(?:and|but)(?: {ADVERB})? $")
_AND_VERB = re.compile(rf",? and (?:{ADVERB} )*")
_VERB_NEXT = re.compile(
    r"(?:, [^,]{2,80},)? (?:(?:has|have|had|also|\w+ly) ){0,2}(?:[a-z]{2,}ed|[a-z]{2,}(?<![su])s"
    r"|met|told|held|gave|took|made|spoke|saw|sent)\b"
)


def subject_of(page: Page, start: int, cue: Cue) -> Mention | None:
    """Find the subject of a verb in the part of the sentence before it."""
    rows = [
        row
        for row in page.mentions.between(start, cue.start)
        if can_speak(row) and not row.owns and not page.quoted[row.start]
        if not row.governed or _opens_clause(page, row, cue)
        if not _is_of_another(page, row)
    ]
    low = max(start, cue.start - _SUBJECT)
    if not rows or _FIRST_PERSON.search(page.text, low, cue.start):
        return None
    if _WE.match(page.text, start) and page.text[rows[-1].end : cue.start].strip() == "and":
        return None  # "We met Ann Lee and urged her to come"
    if cue.ing:
        return _with_subject(page, start, cue) or rows[0]
    if len(rows) > 1 and (first := _subject_of_both(page, start, cue, rows)) is not None:
        return first
    if _AND_VERB.fullmatch(page.text, rows[-1].end, cue.start):
        return _subject_of_first(page, start, rows) or rows[-1]
    before = page.text[max(cue.start - 3, start) : cue.start]
    if before.rstrip().endswith(","):
        for row in reversed(rows):
            if page.text[row.end : row.end + 1] in (",", "(") and row.end + 2 < cue.start:
                return row
    return rows[-1]


def _is_of_another(page: Page, row: Mention) -> bool:
    """Say whether a name only tells who somebody is that is met: "with her colleague, Ann Lee,"."""
    if row.kind is not MentionKind.PERSON or page.text[max(row.start - 2, 0) : row.start] != ", ":
        return False
    before = page.mentions.between(max(row.start - _SUBJECT, 0), row.start)
    last = before[-1] if before else None
    is_lead = last is not None and last.kind in (MentionKind.NOMINAL, MentionKind.OFFICE)
    return last is not None and is_lead and last.end == row.start - 2 and last.governed in _MEETS


def _opens_clause(page: Page, row: Mention, cue: Cue) -> bool:
    """Tell "as Ann Lee said" and "after Ann Lee said" from "as a friend of Ann Lee"."""
    gap = page.text[row.end : cue.start]
    return row.governed in _CONJUNCTIONS and GAP_TO_VERB.match(gap) is not None


def _with_subject(page: Page, start: int, cue: Cue) -> Mention | None:
    """Read who is the subject in ", with the minister, Ann Lee, calling it absurd"."""
    low = max(start, cue.start - _REACH)
    m = _WITH.search(page.text[low : cue.start])
    if m is None:
        return None
    rows = [row for row in page.mentions.between(low + m.start(), cue.start) if not row.owns]
    people = [row for row in rows if row.kind is MentionKind.PERSON]
    found = people or rows
    return found[-1] if found else None


def _subject_of_both(page: Page, start: int, cue: Cue, rows: list[Mention]) -> Mention | None:
    """Read who both accuses and warns in "Ann Lee accused Oslo of that and warned that"."""
    low = max(start, rows[-1].end)
    if _COORDINATED.search(page.text, low, cue.start) is None or rows[-1].end + 5 > cue.start - 4:
        return None
    first = [c for c in page.cues_between(start, rows[-1].start) if not c.ing and not c.denied]
    return subject_of(page, start, first[0]) if first else None


def _subject_of_first(page: Page, start: int, rows: list[Mention]) -> Mention | None:
    """Read who both thanks and notes in "Ann Lee thanked Oslo and noted that"."""
    last = rows[-1]
    that = page.text.rfind(" that ", start, last.start)
    for row in rows[:-1]:
        if row.start > that and _VERB_NEXT.match(page.text, row.end, last.start):
            return row
    return None


def can_speak(row: Mention) -> bool:
    """Say whether a mention can be the source of words."""
    return row.kind in _SPEAKING and row.name not in _NO_SPEAKER
