"""Reported speech: what a sentence says that somebody said, without quotation marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from natobrief.reader.attribution import can_speak, subject_of
from natobrief.reader.cues import Cue
from natobrief.reader.joint import joint_subject
from natobrief.reader.letters import UPPER
from natobrief.reader.mentions import Mention, MentionKind
from natobrief.reader.page import Page

__all__ = ["INDIRECT_RULES", "Reported", "reported_speech"]

_THAT_PLAIN = re.compile(r"(?:,? (?:\w+ly|in part|in particular|however|also),?)?\s+that\s+(?=\S)")
_WHEN_THAT = re.compile(
    r" (?:late |early |earlier )?(?:on )?(?:\w+day|today|yesterday)\b"
    r"[^.;:!?\"“”]{0,30}? that (?=\S)"
)
_WHERE_THAT = re.compile(
    r" (?:at|during|in) (?:an?|the|his|her|their) (?:\w+ ){0,3}?(?:statement|briefing|conference"
    r"|interview|speech|letter|meeting|address|report|post|tweet|note)\b"
    r"[^.;:!?\"“”]{0,40}? that (?=\S)"
)
_TOLD_THAT = re.compile(r"\s+[^.!?;:]{2,60}?\s+that\s+")
_BARE = re.compile(r"\s+(?=[^\s,.;:])")
_WHEN_BARE = re.compile(
    r" (?:on )?(?:\w+day|today|yesterday)(?: (?:morning|afternoon|evening|night))?"
    r" (?=(?:the|a|an|he|she|it|they|his|her|its|their|there|[A-Z]\w+) [^.;:!?\"“”]{3,})"
)
_TOLD_BARE = re.compile(
    r" (?:reporters|journalists|lawmakers|him|her|them|the (?:press|media)"
    rf"|(?:the )?[{UPPER}][\w’'-]*(?: [{UPPER}][\w’'-]*){{0,2}})(?: (?:on )?\w+day)?"
    r" (?=(?:he|she|it|they|there|the|his|its|their) (?!\w+day\b)[^.;:!?\"“”]{3,})"
)
_NOT_BARE = re.compile(
    r"(?:to|of|in|on|at|by|for|with|from|as|about|during|after|before|if|when|where|why|how|what"
    r"|who"
    r"|whether|which|so|yes|no|not|(?:nothing|something|anything)(?! (?:had|has|was|is|will|would"
    r"|could|can))|much|more|less|goodbye|hello|and|or|but"
    r"|that|this|because|while|until|again|repeatedly|later|earlier|here|there|today|yesterday"
    r"|\w+day|\w+ly|[^\s]+['’]s|through|via|up|out|back|over|toward|against"
    r"|an? (?:few|lot|little|bit|words?|thing|prayer|quick|final|brief|farewell)|the (?:same"
    r"|word)s?)\b"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|will|would|can|could|may|might|must|should|shall|has|have|had|do|does"
    r"|did"
    r"|isn['’]t|aren['’]t|wasn['’]t|won['’]t|can['’]t|don['’]t|didn['’]t|doesn['’]t|['’](?:s|re"
    r"|ll|d|ve)"
    r"|\w+ed|remains?|needs?|wants?|plans?|continues?|came|went|took|made|gave|knew|saw|left|kept"
    r"|held"
    r"|found|got|began|became|lost|met|felt|led|brought|ran|shows?|seems?|means?|takes?|makes?"
    r"|gets?"
    r"|goes|comes|knows?|thinks?|believes?|supports?|allows?|gives?|requires?|includes?"
    r"|depends?)\b"
)
_CUT = re.compile(
    r"(?:,? (?:adding|noting|saying|stressing|emphasi[sz]ing|pointing out|arguing|explaining) "
    r"|, (?:although|though|whereas) |;| [–—] |\s--\s|: )"
)
_TRAILING_END = re.compile(r"[\s.!?…,;:]+$")
_STATED = re.compile(
    r"(?:This|That|The corresponding statement) (?:was|has been) (?:stated|said|announced"
    r"|emphasi[sz]ed"
    r"|stressed|noted|reported|underlined|mentioned|declared|confirmed|discussed|made)"
    r" (?:by|in)\b|(?:(?:He|She|The \w+) (?:said|stated|announced|emphasi[sz]ed|noted) (?:this|so"
    r"|it)\b)"
)
_CONVINCED = re.compile(
    r"\b(?:is|are|was|were) (?:also |absolutely |fully )?(?P<cue>convinced|confident|certain"
    r"|sure) that "
)
_CLEAR = re.compile(r"\b(?P<cue>ma(?:de|kes|ke) (?:it )?(?:very |absolutely )?clear)(?: that |: )")
_NOBODY = frozenset(("nobody", "no one", "no-one", "none", "neither"))
_CLAUSE_ENDS = re.compile(r"[,;:–—]|\bbut\b")
# A lead without a subject of its own is no clause: "Asked about it, Keller said".
_NO_CLAUSE = re.compile(
    r"(?:(?:[Ww]hen|[Ww]hile|[Ii]f|[Aa]fter|[Bb]efore|[Oo]nce|[Aa]s|[Tt]hough) )?"
    r"(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Cc]hallenged|[Qq]uizzed|[Pp]rompted|\w+ing|\w+ed"
    r" (?:by|about|on|if|whether|what|why|how|for|to|in|at|with|from|after|before|during))\b"
)


class Reported(NamedTuple):
    """A stretch of reported speech.

    Attributes:
        start: Where the content begins.
        end: One past its end, the full stop left out.
        speaker: The mention of the source, or None for a bare "him".
        cue: Where the reporting words stand.
        rule: The name of the rule.
    """

    start: int
    end: int
    speaker: Mention
    cue: tuple[int, int]
    rule: str


Rule = Callable[[Page, int, int], Iterator[Reported]]


def reported_speech(page: Page) -> list[Reported]:
    """Find reported speech sentence by sentence, outside of quotes, in order of place."""
    found: list[Reported] = []
    for start, end in page.layout.sentences:
        if page.quoted[start] and page.quoted[end - 1]:
            continue
        for rule in INDIRECT_RULES.values():
            hits = [hit for hit in rule(page, start, end) if not _overlaps(hit, found)]
            found.extend(hits)
    return sorted((hit for hit in found if hit.end - hit.start > 3), key=lambda hit: hit.start)


def _overlaps(hit: Reported, found: list[Reported]) -> bool:
    return any(hit.start < other.end and other.start < hit.end for other in found[-4:])


def _according(page: Page, start: int, end: int) -> Iterator[Reported]:
    """According to X, CONTENT. And: CONTENT, according to X."""
    for at, stop in page.according_between(start, end):
        to = re.compile(r"\s+to\s+").match(page.text, stop, end)
        speaker = _source(page, to.end(), end) if to else None
        if to is None or speaker is None:
            continue
        cue = (at, to.end() - 1)
        speaker = joint_subject(page, speaker, start, cue)
        comma = page.text.find(",", speaker.end, min(end, speaker.end + 120))
        lead = page.text[start:at].strip(" ,")
        if len(lead) < 25 and comma >= 0:
            comma = _end_of_apposition(page, speaker, comma, end)
            yield _content(page, comma + 1, end, speaker, cue, "according-to")
        elif len(lead) >= 25:
            yield _content(page, start, at, speaker, cue, "according-to-after")


def _end_of_apposition(page: Page, speaker: Mention, comma: int, end: int) -> int:
    """Step over "X, the minister of Y," so that the content begins behind it."""
    then = page.text.find(",", comma + 1, min(end, comma + 90))
    between = page.text[comma + 1 : then] if then > 0 else ""
    is_apposition = re.match(r"\s(?:the|a|an|who|[A-Z])", between) and not _FINITE.search(between)
    return then if then > 0 and is_apposition and speaker.kind is MentionKind.PERSON else comma


def _source(page: Page, start: int, end: int) -> Mention | None:
    rows = page.mentions.between(start, min(end, start + 120))
    for row in rows:
        if row.start - start > 40 and "," in page.text[start : row.start]:
            return None
        if can_speak(row) and not (row.owns and row.kind is not MentionKind.PRONOUN):
            return row
    word = re.compile(r"him|her|them").match(page.text, start, end)
    if word is None:
        return None
    gender = {"him": "m", "her": "f"}.get(word[0], "")
    return Mention(word.start(), word.end(), MentionKind.PRONOUN, word[0], gender=gender)


def _verb_clause(page: Page, start: int, end: int) -> Iterator[Reported]:
    """X said that CONTENT; X said CONTENT."""
    denied = -1
    for cue in page.cues_between(start, end):
        if cue.denied or (denied >= 0 and not _CLAUSE_ENDS.search(page.text, denied, cue.start)):
            denied = cue.end  # "never said that he believes": nothing below it was said either
            continue
        if cue.tier == "phrase":
            continue
        opening = _opening(page, cue, end)
        if opening is None:
            continue
        at, rule = opening
        speaker = _subject(page, start, cue, 25 if rule == "said-clause" else 60)
        if speaker is None or _is_nobody(speaker):
            continue
        speaker = joint_subject(page, speaker, start, (cue.start, cue.end))
        yield _content(page, at, end, speaker, (cue.start, cue.end), rule)
        return


def _opening(page: Page, cue: Cue, end: int) -> tuple[int, str] | None:
    """Say where the content begins after a verb, and by which rule; None if there is none."""
    text, lexicon = page.text, page.lexicon
    that = (
        _THAT_PLAIN.match(text, cue.end, end)
        or _WHEN_THAT.match(text, cue.end, end)
        or _WHERE_THAT.match(text, cue.end, end)
    )
    if that is None and cue.verb in ("tell", "inform", "assure", "remind", "warn"):
        that = _TOLD_THAT.match(text, cue.end, end)
    if that is not None:
        return that.end(), "said-that"
    if cue.ing or (cue.verb != "tell" and cue.verb not in lexicon.bare_verbs):
        return None
    if cue.verb == "tell":
        bare = _TOLD_BARE.match(text, cue.end, end)
    else:
        bare = _WHEN_BARE.match(text, cue.end, end) or _BARE.match(text, cue.end, end)
    if bare is None or _NOT_BARE.match(text, bare.end(), end) or page.quoted[bare.end()]:
        return None
    if not _FINITE.search(text, bare.end(), min(end, bare.end() + 120)):
        return None
    return bare.end(), "said-clause"


def _is_nobody(row: Mention) -> bool:
    return row.name in _NOBODY or row.name.lower().startswith(("no ", "none ", "neither "))


def _subject(page: Page, start: int, cue: Cue, reach: int) -> Mention | None:
    row = subject_of(page, start, cue)
    if row is None or row.kind is MentionKind.DEMONYM:
        return None
    gap = page.text[row.end : cue.start]
    if len(gap) <= reach and not re.search(r"\b(?:that|which|whom)\b", gap):
        return row
    if len(gap) <= 160 and gap.startswith(",") and gap.rstrip().endswith(","):
        return row
    return None


def _trailing(page: Page, start: int, end: int) -> Iterator[Reported]:
    """CONTENT, X said."""
    cues = page.cues_between(max(start, end - 80), end)
    for cue in reversed(cues):
        comma = page.text.rfind(",", start, cue.start)
        if cue.ing or cue.tier == "phrase" or comma - start < 20 or end - cue.end > 45:
            continue
        if cue.denied or page.quoted[comma - 1] or page.quoted[start]:
            continue
        if _NO_CLAUSE.match(page.text, start, comma) or _leads_on(page, cue.end, end):
            continue
        speaker = subject_of(page, comma, cue)
        inverted = None
        if speaker is None and not page.text[comma + 1 : cue.start].strip():
            inverted = next(iter(page.mentions.between(cue.end, end)), None)
        speaker = speaker or inverted
        if speaker is None or speaker.start - comma > 40 or not can_speak(speaker):
            continue
        if not _FINITE.search(page.text, start, comma):
            continue
        place = (cue.start, cue.end)
        speaker = joint_subject(page, speaker, comma, place)
        yield _content(page, start, comma, speaker, place, "clause-x-said")
        return


def _leads_on(page: Page, at: int, end: int) -> bool:
    """Say whether a verb leads to a quote behind it rather than closing what went before."""
    while at < end and page.text[at] in " ,:\u00a0":
        at += 1
    return at < end and bool(page.quoted[at])


def _stated(page: Page, start: int, end: int) -> Iterator[Reported]:
    """CONTENT. This was stated by X."""
    m = _STATED.match(page.text, start, end)
    index = page.layout.sentence_index(start) - 1
    if m is None or index < 0:
        return
    before = page.layout.sentences[index]
    rows = [r for r in page.mentions.between(start, end) if can_speak(r)]
    if rows and not page.quoted[before[0]]:
        yield _content(page, *before, rows[0], m.span(), "this-was-stated", cut=False)


def _convinced(page: Page, start: int, end: int) -> Iterator[Reported]:
    """X is convinced that CONTENT; X made it clear that CONTENT; X made it clear: CONTENT."""
    for pattern, rule in ((_CONVINCED, "is-convinced"), (_CLEAR, "made-clear")):
        m = pattern.search(page.text, start, end)
        if m is None or page.quoted[m.start()]:
            continue
        cue = Cue(m.start("cue"), m.end("cue"), "", "core", False)
        speaker = _subject(page, start, cue._replace(start=m.start()), 60)
        if speaker is not None:
            yield _content(page, m.end(), end, speaker, (cue.start, cue.end), rule)


def _content(
    page: Page,
    start: int,
    end: int,
    speaker: Mention,
    cue: tuple[int, int],
    rule: str,
    *,
    cut: bool = True,
) -> Reported:
    text = page.text
    while start < end and text[start] in " ,\u00a0":
        start += 1
    m = _CUT.search(text, start + 15, end) if cut and end - start > 15 else None
    stop = m.start() if m else end
    tail = _TRAILING_END.search(text[max(start, stop - 12) : stop])
    if tail is not None:
        stop -= len(tail[0])
    return Reported(start, max(stop, start), speaker, cue, rule)


INDIRECT_RULES: dict[str, Rule] = {
    "according-to": _according,
    "this-was-stated": _stated,
    "is-convinced": _convinced,
    "said-that": _verb_clause,
    "clause-x-said": _trailing,
}
"""The rules for reported speech by name, in the order in which they are tried."""
