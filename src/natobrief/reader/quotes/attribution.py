"""Who is named as the speaker at a reporting verb: the local rules, one small function each."""

from __future__ import annotations

import re
from typing import NamedTuple

from natobrief.reader.page import Page
from natobrief.reader.people.joint import joint_subject
from natobrief.reader.people.mentions import Mention, MentionKind
from natobrief.reader.quotes.subjects import ADVERB, GAP_TO_VERB, can_speak, subject_of
from natobrief.reader.text.cues import Cue

__all__ = [
    "BEFORE_NAME",
    "Attribution",
    "cue_after",
    "cue_before",
    "named_in_apposition",
    "signature",
]

_AFTER = 220
_NEW_CLAUSE = re.compile(
    r",? (?:and|but|while|whereas) (?!(?:then|also|later|he|she|they)?\s*[a-z]+ed\b)"
)
_BEFORE = 300
BEFORE_NAME = re.compile(
    r"\s*(?:(?:the|an?|as|(?!and|but|or|which|that|while|when|if)[a-z]+) ){0,3}"
)
"""Small words that can stand before a name: "the new minister"."""
_INVERTED = re.compile(rf"[\s,;:.…—–-]*(?:{ADVERB}\s+){{0,2}}$")
_TITLE_WORDS = re.compile(r"[\s\w.,'’-]*$")
_SMALL_WORDS = re.compile(r"(?: [a-z-]+){0,4} $")
_APPOSITION = 60
_UP_TO_NAME = re.compile(r"(?: (?:from|of|for|in|at|on) [^,.;:\"“”]{2,40})?, ")
_MODAL = re.compile(
    r"\b(?:to|will|would|can|could|may|might|must|should|shall|['’]ll)(?: \w+ly)? $"
)
_PASSIVE = re.compile(r"\b(?:be|been|being|is|are|was|were)(?: \w+ly)? $")
_PREPOSITION = re.compile(
    r"\b(?:to|of|by|with|for|against|about|from|in|on|at|between|during|after|before|as|that|and"
    r"|but|while)\b"
)
_WHEN_LEAD = re.compile(r"\W*(?:When|While|As|After|Before|Once|If|Because|Although)\b[^:,]*, ")
_AS_PUT = re.compile(r"\b[Aa]s (?P<who>.+?),? put it(?: \w+){0,3}[:,]\s*$")
_CONVINCED = re.compile(
    r"\b(?:is|are|was|were) (?:also |absolutely |fully |deeply )?"
    r"(?:convinced|confident|certain|sure)(?=[.,;]|$)"
)
_NAMED = (MentionKind.PERSON, MentionKind.OFFICE, MentionKind.NOMINAL, MentionKind.PRONOUN)
_NAMELESS = (MentionKind.NOMINAL, MentionKind.OFFICE)
_IN_WORDS = re.compile(r"In the (?:words|opinion|view) of ")
_ANY_VERB = re.compile(r" (?:also |then |later )?([a-z]{2,}ed|[a-z]{2,}(?<![su])s)\b")
_RIGHT_BEHIND = re.compile(r"[\s,—–-]*(?:the )?")
_THAT_ENDS = re.compile(r"[\s,:]*(?:that)?[\s,:…—–-]*$")


class Attribution(NamedTuple):
    """A speaker found for a quote.

    Attributes:
        speaker: The mention of the speaker.
        cue: Where the reporting word stands, if there is one.
        rule: The name of the rule.
    """

    speaker: Mention
    cue: tuple[int, int] | None
    rule: str


def cue_after(page: Page, start: int, end: int) -> Attribution | None:
    """Read what follows a quote: "..., said Keller", "..., Keller said", "... Keller, X, said".

    Args:
        page: The text with its tables.
        start: One past the quote's closing mark.
        end: How far to look: the next quote or the end of the sentence.
    """
    end = min(end, start + _AFTER)
    if _NEW_CLAUSE.match(page.text, start, end):
        return None
    for cue in page.cues_between(start, end):
        if cue.tier == "phrase" or cue.denied:
            continue
        inverted = _inversion(page, cue, start, end)
        if inverted is not None and page.uses("said-x"):
            return _attributed(page, inverted, start, cue, "said-x")
        speaker = _first_before(page, start, cue)
        if speaker is not None and page.uses("x-said"):
            return _attributed(page, speaker, start, cue, "x-said")
    return (
        _convinced(page, start, end) or _unlisted(page, start, end) or _according(page, start, end)
    )


def _convinced(page: Page, start: int, end: int) -> Attribution | None:
    """Read '"...", the minister is convinced', as official texts have it."""
    m = _CONVINCED.search(page.text, start, end) if page.uses("x-said") else None
    if m is None:
        return None
    cue = Cue(m.start(), m.end(), "", "core", False)
    speaker = _first_before(page, start, cue)
    return _attributed(page, speaker, start, cue, "x-said") if speaker is not None else None


def _unlisted(page: Page, start: int, end: int) -> Attribution | None:
    """Read '"...," the minister turned to the guests': behind a comma any verb says who speaks."""
    is_cut = page.text[start : start + 1] == "," or page.text[start - 2 : start - 1] == ","
    if not is_cut or not page.uses("x-said"):
        return None
    for row in page.mentions.between(start, end)[:1]:
        verb = _ANY_VERB.match(page.text, row.end, end)
        right_behind = _RIGHT_BEHIND.fullmatch(page.text, start, row.start)
        if verb and right_behind and row.kind in _NAMED and not row.owns and not row.governed:
            cue = Cue(verb.start(1), verb.end(1), "", "core", False)
            return _attributed(page, row, start, cue, "x-said")
    return None


def _attributed(page: Page, speaker: Mention, start: int, cue: Cue, rule: str) -> Attribution:
    place = (cue.start, cue.end)
    speaker = named_in_apposition(page, speaker)
    return Attribution(joint_subject(page, speaker, start, place), place, rule)


def named_in_apposition(page: Page, row: Mention) -> Mention:
    """Take the name in "Her campaign manager, Ann Lee, said" rather than the description."""
    comma = _UP_TO_NAME.match(page.text, row.end) if row.kind in _NAMELESS else None
    if comma is None:
        return row
    for then in page.mentions.between(comma.end(), comma.end() + _APPOSITION)[:1]:
        is_next = then.start == comma.end() and then.kind is MentionKind.PERSON
        if is_next and page.text[then.end : then.end + 1] in (",", ".", ";", ""):
            return then
    return row


def _inversion(page: Page, cue: Cue, start: int, end: int) -> Mention | None:
    if not _INVERTED.match(page.text, start, cue.start):
        return None
    nameless = _NAMELESS_BEHIND.match(page.text, cue.end, end)
    if nameless is not None:
        return _in_words(nameless)
    for row in page.mentions.between(cue.end, end):
        between = page.text[cue.end : row.start]
        if not _TITLE_WORDS.match(between) or _PREPOSITION.search(between) or len(between) > 60:
            return None
        if row.governed or not can_speak(row) or row.owns:
            if row.kind is MentionKind.DEMONYM or row.owns:
                continue
            return None
        return _last_of_chain(page, row, end)
    return None


# "Said one of her aides": the words stand for somebody whom the text doesn't name.
_NAMELESS_BEHIND = re.compile(
    r" (?P<who>(?:one|another|some|several|many|two|three) of (?:the |his |her |their |its )?"
    r"[^,.;:\"“”]{3,60}?)(?=[,.;]|$| (?:who|in|on|at|after|during|when)\b)"
)


def _in_words(m: re.Match[str]) -> Mention:
    name = " ".join(m["who"].split())
    return Mention(*m.span("who"), MentionKind.NOMINAL, name)


def _last_of_chain(page: Page, row: Mention, end: int) -> Mention:
    """Step over what describes a name before it: "said Keller ally James Lee"."""
    for then in page.mentions.between(row.end, end)[:2]:
        between = page.text[row.end : then.start]
        if then.kind is not MentionKind.PERSON or not _SMALL_WORDS.match(between):
            break
        if _PREPOSITION.search(between):
            break
        row = then
    return row


def _first_before(page: Page, start: int, cue: Cue) -> Mention | None:
    """Take the first candidate between a quote and a verb; what follows it is apposition.

    But in '"firepower" they need, Keller said' the sentence goes on up to the last comma.
    """
    rows = [
        row
        for row in page.mentions.between(start, cue.start)
        if can_speak(row) and not row.governed and not row.owns and not page.quoted[row.start]
    ]
    if not rows:
        return None
    closes = GAP_TO_VERB.match(page.text, rows[-1].end, cue.start)
    after_comma = page.text[max(rows[-1].start - 2, start) : rows[-1].start] == ", "
    goes_on = page.text[rows[0].end : rows[0].end + 1] not in (",", "(")
    if len(rows) > 1 and closes and after_comma and goes_on:
        return rows[-1] if "," not in page.text[rows[-1].end : cue.start] else rows[0]
    return rows[0]


def _according(page: Page, start: int, end: int) -> Attribution | None:
    places = page.according_between(start, end) if page.uses("according-to") else []
    for place in places:
        rows = page.mentions.between(place[1], min(end, place[1] + 120))
        for row in rows:
            if can_speak(row) and not row.owns:
                return Attribution(joint_subject(page, row, start, place), place, "according-to")
    return None


def cue_before(page: Page, start: int, end: int) -> Attribution | None:
    """Read what leads to a quote: 'Keller said: "..."', 'Keller told X that "..."'.

    Args:
        page: The text with its tables.
        start: How far to look back: the sentence's beginning or the quote before.
        end: The quote's opening mark.
    """
    start = max(start, end - _BEFORE)
    cues = page.cues_between(start, end)
    for cue in reversed(cues):
        between = page.text[cue.end : end]
        if cue.denied or (cue is not cues[0] and _is_no_act(page, cue)):
            continue
        if cue.tier == "quote" and len(between) > 60 and "that" not in between:
            continue
        if cue.tier == "phrase" and len(between) > 30:
            continue
        first = max(page.layout.sentence(cue.start)[0], cue.start - _BEFORE) if cue.ing else start
        speaker = subject_of(page, min(first, start), cue)
        if speaker is not None and speaker.kind is MentionKind.PRONOUN:
            speaker = _antecedent(page, start, speaker, cues) or speaker
        if speaker is not None and page.uses("x-said-quote"):
            return _attributed(page, speaker, start, cue, "x-said-quote")
        if _INVERTED.match(page.text, start, cue.start) and page.uses("said-x-quote"):
            inverted = _inversion(page, cue, start, end)
            if inverted is not None:
                return _attributed(page, inverted, start, cue, "said-x-quote")
    return _according(page, start, end) or _introduced(page, start, end)


def _is_no_act(page: Page, cue: Cue) -> bool:
    """Tell what somebody will say, or is called, from what somebody said."""
    before = page.text[max(cue.start - 24, 0) : cue.start]
    if cue.ing:
        return False
    return (_PASSIVE if page.text[cue.start : cue.end].endswith("ed") else _MODAL).search(
        before
    ) is not None


def _antecedent(page: Page, start: int, pronoun: Mention, cues: list[Cue]) -> Mention | None:
    """Bind "he" in "Keller said he believes": the subject of the verb before it."""
    for cue in reversed(cues):
        if cue.end <= pronoun.start:
            row = subject_of(page, start, cue)
            if row is not None and row.kind is MentionKind.PERSON and _agree(row, pronoun):
                return row
    return None


def _agree(row: Mention, pronoun: Mention) -> bool:
    return pronoun.gender != "" and row.gender in ("", pronoun.gender)


def _introduced(page: Page, start: int, end: int) -> Attribution | None:
    """Read a lead without a known verb that ends in a colon: 'Keller was blunt: "..."'."""
    lead = page.text[start:end].rstrip()
    if not lead.endswith(":") and not (lead.endswith(",") and len(lead) < 60):
        return None
    put = _AS_PUT.search(page.text, start, end)
    when = _WHEN_LEAD.match(page.text, start, end) if put is None else None
    start = put.start("who") if put is not None else when.end() if when is not None else start
    rows = [r for r in page.mentions.between(start, end) if can_speak(r) and not r.owns]
    words = _IN_WORDS.match(page.text, start, end) if page.uses("according-to") else None
    if rows and words and rows[0].start - words.end() <= 4:
        return Attribution(rows[0], words.span(), "according-to")
    if not rows or rows[0].start - start > 40 or not page.uses("colon"):
        return None
    if rows[0].governed and put is None:
        return None
    named = named_in_apposition(page, rows[0])
    return Attribution(_last_of_chain(page, named, end), None, "colon")


_DASH = re.compile(r"\s*[—–-]{1,2}\s*(?:by\s+)?")


def signature(page: Page, start: int, end: int) -> Attribution | None:
    """Read a name behind a dash: '"..." - Maria Keller'."""
    dash = _DASH.match(page.text, start, end)
    if dash is None or not page.uses("dash-signature"):
        return None
    for row in page.mentions.between(dash.end(), end)[:1]:
        if row.start - dash.end() <= 4 and row.kind is MentionKind.PERSON:
            return Attribution(row, None, "dash-signature")
    return None
