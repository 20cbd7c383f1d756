"""Reported speech: what a sentence says that somebody said, without quotation marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from natobrief.reader.page import Page
from natobrief.reader.people.joint import joint_subject
from natobrief.reader.people.mentions import Mention, MentionKind
from natobrief.reader.quotes.acts import acts
from natobrief.reader.quotes.contents import (
    CLAUSE_REACH,
    FINITE,
    STATED,
    SUBJECT_REACH,
    Reported,
    content,
)
from natobrief.reader.quotes.sources import is_nobody, source_before
from natobrief.reader.quotes.stances import as_noted, convinced, expressed, in_view_of
from natobrief.reader.quotes.subjects import can_speak
from natobrief.reader.quotes.trailing import trailing
from natobrief.reader.text.cues import Cue
from natobrief.reader.text.letters import UPPER

__all__ = ["INDIRECT_RULES", "Reported", "Rule", "reported_speech"]

_TO = re.compile(r"\s+to\s+")
_THAT_PLAIN = re.compile(
    r"(?:,? (?:\w+ly|in part|in particular|however|also|once (?:again|more)|again|as well),?)?"
    r"\s+that,?\s+"
    r"(?!(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might)\b)(?=\S)"
)
_WHEN_THAT = re.compile(
    r" (?:late |early |earlier )?(?:on )?(?:\w+day|today|yesterday|\d{1,2} [A-Z][a-z]+"
    r"|[A-Z][a-z]+\.? \d{1,2})\b"
    r"[^.;:!?\"“”]{0,30}? that (?=\S)"
)
_ON_PAGE_THAT = re.compile(
    r" on (?:Facebook|Twitter|Telegram|Instagram|X|YouTube|social (?:media|networks?)"
    r"|(?:his|her|their|its|the) [^.;:!?\"“”]{3,50}?) that (?=\S)"
)
_WHERE_THAT = re.compile(
    r" (?:at|during|in) (?:an?|the|his|her|their) (?:\w+ ){0,3}?(?:statement|briefing|conference"
    r"|interview|speech|letter|meeting|address|report|post|tweet|note|communiqu[eé]|declaration"
    r"|release|memo|message|call|testimony|essay|op-ed|podcast|video|broadcast)\b"
    r"[^.;:!?\"“”]{0,40}? that (?=\S)"
)
_HIM = re.compile(r"(?:him|her|them)(?=[\s,.;:—–-]*$|[,.;:])")
_TOLD_THAT = re.compile(r"\s+[^.!?;:]{2,60}?\s+that\s+")
_BARE = re.compile(r"\s+(?=[^\s,.;:])")
_WHEN_BARE = re.compile(
    r" (?:on )?(?:\w+day|today|yesterday)(?: (?:morning|afternoon|evening|night))?"
    r" (?=(?:the|a|an|he|she|it|they|his|her|its|their|there|[A-Z]\w+) [^.;:!?\"“”]{3,})"
)
_TOLD_BARE = re.compile(
    r" (?:reporters|journalists|lawmakers|him|her|them|the (?:press|media)"
    rf"|(?:the )?[{UPPER}][\w’'-]*(?: [{UPPER}][\w’'-]*){{0,2}})(?: (?:on )?\w+day)?"
    r" (?=(?:(?:he|she|it|they|there)['’ ]|(?:the|his|its|their) )(?!\w+day\b)[^.;:!?\"“”]{3,})"
)
_NOT_BARE = re.compile(
    r"(?:to|of|in|on|at|by|for|with|from|as|about|during|after|before|ahead|amid|alongside"
    r"|following|prior|despite|since|within|without|between|among|upon|under|regarding"
    r"|concerning|if|when|where|why|how|what"
    r"|who"
    r"|whether|which|so|yes|no|not|(?:nothing|something|anything)(?! (?:had|has|was|is|will|would"
    r"|could|can))|much|more|less|goodbye|hello|and|or|but"
    r"|that|this|because|while|until|again|afterwards?|repeatedly|later|earlier|here|there|today|yesterday"
    r"|\w+day|\w+ly|(?!(?:he|she|it|that|there)['’])[^\s]+['’]s|through|via|up|out|back|over|toward|against"
    r"|an? (?:few|lot|little|bit|words?|thing|prayer|quick|final|brief|farewell)|the (?:same"
    r"|word)s?|[—–-]|is|are|was|were|will|would|has|have|had|can|could|may|might|should|must|remains?"
    r"|appears?|seems?)(?!\w)"
)
_OPENS_CLAUSE = re.compile(
    r"(?:he|she|it|they|we|there|nobody|no one|everyone|those who)(?:['’](?:s|d|ll|re|ve))?\s",
    re.IGNORECASE,
)
_OWNER = re.compile(rf"(?!\w+day['’])[{UPPER}][\w.’-]*(?: [{UPPER}][\w.’-]*){{0,2}}['’]s\b (?=\w)")
_ASIDE = re.compile(r", (?:who|\w+ing|for (?:his|her|its) part)\b[^,;:]*, $")
# A name and a verb that no list holds: "Norway opposes a ban".
_NAME_DOES = re.compile(
    rf"[{UPPER}][\w’'-]*(?: [{UPPER}][\w’'-]*){{0,3}} (?:also |still |now |\w+ly )?"
    r"[a-z]{2,}[a-rt-z]s (?=\w)"
)
_COMMA_VERB = re.compile(rf", (?={FINITE.pattern})")
_ADDS = re.compile(r"(?:, (?:also )?|quoted as )$")
_LONG_CLAUSE = 6
_CLAUSE_ENDS = re.compile(r"[,;:–—]|\bbut\b")


Rule = Callable[[Page, int, int], Iterator[Reported]]


def reported_speech(page: Page, more: Sequence[Rule] = ()) -> list[Reported]:
    """Find reported speech sentence by sentence, outside of quotes, in order of place.

    Args:
        page: The text with its tables.
        more: Further rules, which are tried before those of the package.
    """
    rules = (*more, *INDIRECT_RULES.values())
    found: list[Reported] = []
    for start, end in page.layout.sentences:
        if page.quoted[start] and page.quoted[end - 1]:
            continue
        for rule in rules:
            hits = (hit for hit in rule(page, start, end) if page.uses(hit.rule))
            found.extend([hit for hit in hits if not _overlaps(hit, found)])
    return sorted((hit for hit in found if hit.end - hit.start > 3), key=lambda hit: hit.start)


def _overlaps(hit: Reported, found: list[Reported]) -> bool:
    return any(hit.start < other.end and other.start < hit.end for other in found[-4:])


def _according(page: Page, start: int, end: int) -> Iterator[Reported]:
    """According to X, CONTENT. And: CONTENT, according to X."""
    for at, stop in page.according_between(start, end):
        to = _TO.match(page.text, stop, end)
        speaker = _source(page, to.end(), end) if to else None
        if to is None or speaker is None:
            continue
        cue = (at, to.end() - 1)
        speaker = joint_subject(page, speaker, start, cue)
        comma = page.text.find(",", speaker.end, min(end, speaker.end + 120))
        lead = page.text[start:at].strip(" ,")
        if _is_parenthesis(page, start, at, speaker, end):
            hit = content(page, speaker.end + 1, end, speaker, cue, "according-to")
            yield hit._replace(lead=(start, start + len(page.text[start:at].rstrip(" ,"))))
        elif len(lead) < 25 and comma >= 0:
            comma = _end_of_apposition(page, speaker, comma, end)
            yield content(page, comma + 1, end, speaker, cue, "according-to")
        elif len(lead) >= 25 and not _is_said(page, start, at):
            yield content(page, start, at, speaker, cue, "according-to-after")


def _is_parenthesis(page: Page, start: int, at: int, speaker: Mention, end: int) -> bool:
    """Say whether a verb only follows behind "according to X": "Lee, according to X, plans to"."""
    if _COMMA_VERB.match(page.text, speaker.end, end) is None or at - start > SUBJECT_REACH:
        return False
    subject = [row for row in page.mentions.between(start, at) if not row.governed]
    return (
        bool(subject) and not any(page.quoted[start:at]) and not FINITE.search(page.text, start, at)
    )


def _is_said(page: Page, start: int, end: int) -> bool:
    """Say whether what stands before "according to" already reports: "Lee said that ..."."""
    cue = next(iter(page.cues_between(start, end)), None)
    if cue is None or cue.tier != "core" or cue.ing or cue.denied or not _opening(page, cue, end):
        return False
    speaker = source_before(page, start, cue, 25)
    return speaker is not None and speaker.kind is MentionKind.PERSON


def _end_of_apposition(page: Page, speaker: Mention, comma: int, end: int) -> int:
    """Step over "X, the minister of Y," so that the content begins behind it."""
    then = page.text.find(",", comma + 1, min(end, comma + 90))
    between = page.text[comma + 1 : then] if then > 0 else ""
    is_apposition = re.match(r"\s(?:the|a|an|who|[A-Z])", between) and not FINITE.search(between)
    return then if then > 0 and is_apposition and speaker.kind is MentionKind.PERSON else comma


def _source(page: Page, start: int, end: int) -> Mention | None:
    word = _HIM.match(page.text, start, end)
    if word is not None:
        gender = {"him": "m", "her": "f"}.get(word[0], "")
        return Mention(word.start(), word.end(), MentionKind.PRONOUN, word[0], gender=gender)
    rows = page.mentions.between(start, min(end, start + 120))
    for row in rows:
        if row.start - start > 40 and "," in page.text[start : row.start]:
            return None
        if can_speak(row) and not (row.owns and row.kind is not MentionKind.PRONOUN):
            return row
    return None


def _verb_clause(page: Page, start: int, end: int) -> Iterator[Reported]:
    """X said that CONTENT; X said CONTENT."""
    denied = done = -1
    for cue in page.cues_between(start, end):
        if cue.denied or (denied >= 0 and not _CLAUSE_ENDS.search(page.text, denied, cue.start)):
            denied = cue.end  # "never said that he believes": nothing below it was said either
            continue
        if cue.tier == "phrase" or cue.start < done:
            continue
        opening = _opening(page, cue, end)
        if opening is None:
            continue
        at, rule = opening
        speaker = source_before(page, start, cue, _reach_of(cue, rule))
        if speaker is None or is_nobody(speaker):
            continue
        speaker = joint_subject(page, speaker, start, (cue.start, cue.end))
        hit = content(page, at, end, speaker, (cue.start, cue.end), rule)
        yield hit
        done = hit.end


def _reach_of(cue: Cue, rule: str) -> int:
    """Return how far before a verb its subject may stand; ", saying" goes with the sentence's."""
    if rule == "said-clause":
        return CLAUSE_REACH if cue.ing else 25
    return 60


def _opening(page: Page, cue: Cue, end: int) -> tuple[int, str] | None:
    """Say where the content begins after a verb, and by which rule; None if there is none."""
    text, lexicon = page.text, page.lexicon
    that = (
        _THAT_PLAIN.match(text, cue.end, end)
        or _WHEN_THAT.match(text, cue.end, end)
        or _WHERE_THAT.match(text, cue.end, end)
        or _ON_PAGE_THAT.match(text, cue.end, end)
    )
    if that is None and cue.verb in ("tell", "inform", "assure", "remind", "warn"):
        that = _TOLD_THAT.match(text, cue.end, end)
        if that is not None and page.cues_between(cue.end, that.end()):
            return None  # "informed of the talks and stressed that": the second verb's content
    if that is not None:
        return that.end(), "said-that"
    if cue.verb != "tell" and cue.verb not in lexicon.bare_verbs:
        return None
    if cue.ing and not _ADDS.search(text, max(cue.start - 12, 0), cue.start):
        return None
    if cue.verb == "tell":
        bare = _TOLD_BARE.match(text, cue.end, end)
    else:
        bare = _WHEN_BARE.match(text, cue.end, end) or _BARE.match(text, cue.end, end)
    if bare is None or page.quoted[bare.end()]:
        return None
    if _NOT_BARE.match(text, bare.end(), end) and not _owner_opens(page, cue, bare.end(), end):
        return None
    if not _is_clause(text, cue, bare.end(), min(end, bare.end() + 120)):
        return None
    return bare.end(), "said-clause"


def _owner_opens(page: Page, cue: Cue, at: int, end: int) -> bool:
    """Tell "Ann Lee said Oslo's bid could wait" from "said Ann Lee's aide"."""
    if cue.ing or not _OWNER.match(page.text, at, end):
        return False
    low = max(cue.start - SUBJECT_REACH, page.layout.sentence(cue.start)[0])
    rows = page.mentions.between(low, cue.start)
    is_subject = bool(rows) and can_speak(rows[-1]) and page.text[rows[-1].end : cue.start] == " "
    is_subject = is_subject or _ASIDE.search(page.text, low, cue.start) is not None
    return is_subject and FINITE.search(page.text, at, min(end, at + 120)) is not None


def _is_clause(text: str, cue: Cue, start: int, end: int) -> bool:
    """Tell "said talks would resume" from "said a few words"."""
    if _OPENS_CLAUSE.match(text, start, end) or FINITE.search(text, start, end):
        return True
    if _NAME_DOES.match(text, start, end):
        return True
    return cue.verb == "say" and text.count(" ", start, end) >= _LONG_CLAUSE


def _stated(page: Page, start: int, end: int) -> Iterator[Reported]:
    """CONTENT. This was stated by X."""
    m = STATED.match(page.text, start, end)
    index = page.layout.sentence_index(start) - 1
    if m is None or index < 0:
        return
    before = page.layout.sentences[index]
    rows = [r for r in page.mentions.between(start, end) if can_speak(r)]
    if rows and not page.quoted[before[0]]:
        cue = m.span("cue") if m["cue"] else m.span()
        yield content(page, *before, rows[0], cue, "this-was-stated", cut=False)


INDIRECT_RULES: dict[str, Rule] = {
    "according-to": _according,
    "this-was-stated": _stated,
    "is-convinced": convinced,
    "expressed-that": expressed,
    "in-view-of": in_view_of,
    "as-x-noted": as_noted,
    "said-that": _verb_clause,
    "clause-x-said": trailing,
    "x-urged-to": acts,
}
"""The rules for reported speech by name, in the order in which they are tried."""
