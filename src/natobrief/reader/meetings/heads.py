"""Encounters named by a noun: "talks with", "the extraordinary meeting", "a summit"."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from natobrief.reader.lexicon import Lexicon
from natobrief.reader.meetings.encounter import PRESS, Encounter, is_body, phrase_end, press_told
from natobrief.reader.page import Page
from natobrief.reader.people.mentions import Mention, MentionKind
from natobrief.reader.text.letters import UPPER

__all__ = ["by_head"]

_BEFORE_HEAD = re.compile(
    r"(?:(?P<det>\b(?:[Aa]n?|[Tt]he|[Tt]hese|[Tt]hose|[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Tt]heir"
    r"|[Ii]ts|[Bb]oth"
    r"|[Aa]ny|[Nn]o|[Oo]ur|[Aa]nother|[Oo]ne|[Tt]wo|[Tt]hree|[Ss]everal)) )?"
    rf"(?<![\w’'-])(?P<mods>(?:(?!(?i:of|in|on|at|to|for|with|and|or|by|from|that|had|has|have"
    rf"|held|hold|holds|hosted|hosts?"
    r"|will|the|an?|is|was|were|are|be|been|during|after|before|following|began|begin|between"
    r"|attend|attended"
    r"|chaired|convened|convene|conducted|via|into|about|under|new|as|than|his|her|their|its"
    r"|these|those"
    r"|this|both|starting|holding|hosting|resuming|back|backs|ahead|despite|until|through|over"
    r"|also|there"
    r"|welcomed|continues?|continued|conducts?|opens?|begins|attends|resumes?|made|make|makes|placed|paid|pays|pay|received|receives|postponed|cancelled|canceled|scheduled|join|joined|joins|start|starts|started|any"
    r"|no)\b)"
    rf"(?:[{UPPER}][\w.’'-]*|\d+(?:st|nd|rd|th)|[a-z][a-z-]+) ){{0,5}})$"
)
_BE = r"(?:will|would|is|are|was|were|has|have|had)(?: (?:also|now|then))?(?: to)?(?: be| been)?"
_PASSIVE = re.compile(
    rf" (?:{_BE}) (?:held|scheduled|planned|convened|postponed|cancell?ed|called off|put off"
    rf"|delayed"
    r"|rescheduled|due|set|expected|announced|moved|under way|underway|begin|start|open"
    r"|take place)\b"
    r"| (?:took|takes) place| (?:began|begins|starts|started|opened|opens|resumed|resume)\b"
)
_LATER = re.compile(r" (?P<with>with|between|among)\b")
_NOT_HEAD = re.compile(
    r" (?:of talks|of negotiations|of consultations|meeting|talks|summit|session|call|conversation"
    r"|process|position|table|format|formats|track"
    r"|platform|group|room|agenda|team)\b"
)
_BY_OR_TO = re.compile(r" (?P<with>by|to|of) (?=\w)")
_TO_OR_FROM = re.compile(rf" (?P<with>to|from) (?=(?:the |both )?[{UPPER}])")
_FOR_PRESS = re.compile(
    r" (?P<with>for) (?=(?:[\w-]+ ){0,4}(?:media|journalists|reporters|correspondents|press)\b)"
)
_COMPLEMENT = re.compile(
    r"(?: (?:held|that took place|taking place|conducted))?"
    rf"(?: (?:{_BE}) (?:held|planned|scheduled)| (?:took|takes|will take) place)?"
    r"(?: today| yesterday| on \w+day| here)?(?: in [A-Z]\w+)?(?: on \w+day)?"
    r"(?:,? (?:in particular|among others|including|notably|first of all),?)? (?P<with>with"
    r"|between|among|of(?! the (?:year|week|day|month|meeting|visit|talks)))\b"
)
_ON_A_VISIT = re.compile(
    r"\b(?:visit(?:ed|s|ing)?|travel\w*|fl(?:y|ew|ies|own)|arriv\w+|go(?:es|ing)?|went|came|come)"
    r" (?:to |in |for )?[^.;,]{0,60}?\b(?:on|for|with) (?:an?|his|her) (?:[a-z-]+ )*$"
)
_FORMAT_BEFORE = re.compile(
    r"\b(?:via|by|in a|over|through|using) (?:a )?(?:secure )?$", re.IGNORECASE
)
_VERB_BEFORE = re.compile(
    r"\b(?:had|has|have|having|held|hold|holds|holding|host|hosts|hosted|hosting|attend|attends"
    r"|attended"
    r"|chaired|chair|convene|convened|conducted|begin|began|start|started|resume|open|opened"
    r"|conduct"
    r"|arrange|organi[sz]e|schedule|scheduled|there (?:will be|were|was|are)|propos(?:e|es|ed"
    r"|ing)|offer(?:ed|s)?|suggest(?:ed|s)?|plan(?:s|ned)?|announced?|demanded|cancell?ed"
    r"|postponed|paid|pays?|made|makes?|placed|received?|receives|continue[sd]?|joined|took part in"
    r"|takes? part in|participated in)"
    r" (?:(?:an?|the|his|her|their|its|another|more|further|new) )?"
    r"(?:(?:first|second|third|next|new|latest|further|separate) )*(?:(?:round|series) of )?$",
    re.IGNORECASE,
)
_NOT_ENCOUNTER = re.compile(
    r"(?:call|calls) (?:for|on|to|it|the|upon|him|her|them|me|us|itself|himself|herself"
    r"|themselves)\b"
    r"|visits? (?:by|to) (?:a )?(?:website|page)"
)
_WORDY = (
    "dialogue",
    "round",
    "forum",
    "conversation",
    "session",
    "conference",
    "trip",
    "negotiation",
)


_DURING_A = re.compile(r"\b(?:during|at|after|following) an? $", re.IGNORECASE)
_STRICT = ("dialogue", "discussion", "discussions", "roundtable", "round table")


class _Heads(NamedTuple):
    pattern: re.Pattern[str]
    kinds: dict[str, str]


@functools.lru_cache(maxsize=8)
def _heads(lexicon: Lexicon) -> _Heads:
    kinds = dict(row.split("=") for row in lexicon.encounters)
    words = sorted(kinds, key=len, reverse=True)
    return _Heads(re.compile("|".join(w.replace(" ", "[ -]") for w in words), re.IGNORECASE), kinds)


def by_head(page: Page, index: int) -> Iterator[Encounter]:
    """Find the nouns of a sentence that name an encounter or point back to one."""
    start, end = page.layout.sentences[index]
    for at, stop in page.heads_between(start, end):
        head = None if _is_in_office(page, at) else _head(page, start, at, stop)
        if head is not None:
            yield from _of_head(page, index, *head)


def _is_in_office(page: Page, at: int) -> bool:
    """Say whether a head belongs to an office: "the President of the World Forum, Ann Lee"."""
    index = bisect_right(page.mentions.starts, at) - 1
    row = page.mentions.rows[index] if index >= 0 else None
    return row is not None and at < row.end and row.kind in (MentionKind.PERSON, MentionKind.OFFICE)


def _head(page: Page, low: int, at: int, stop: int) -> tuple[int, int, str] | None:
    """Take in the words before the last one of a head: "telephone conversation"."""
    heads = _heads(page.lexicon)
    for m in heads.pattern.finditer(page.text, max(low, at - 12), stop):
        if m.end() == stop and (m.start() == 0 or not page.text[m.start() - 1].isalnum()):
            return m.start(), m.end(), heads.kinds[m[0].lower().replace("-", " ")]
    return None


def _of_head(page: Page, index: int, at: int, stop: int, kind: str) -> Iterator[Encounter]:
    text = page.text
    start, end = page.layout.sentences[index]
    before = _BEFORE_HEAD.search(text[max(start, at - 90) : at])
    if before is None or _is_no_head(text, (start, at, stop, end), kind):
        return
    det, mods = (before["det"] or "").lower(), before["mods"].strip()
    mods_start = _behind_person(page, at - len(before["mods"]) if mods else at, at)
    body, passive = _body(page, stop, end), _PASSIVE.match(text, stop, end)
    complement = _complement(text, stop, end, kind, passive=passive is not None)
    named, pointing = _sides(page, mods_start, at), det in _POINTING
    told_new = not pointing and (passive is not None or _is_told(text, start, at, mods_start))
    is_new = told_new or complement is not None or body is not None
    is_new = is_new or _is_introduced(det, mods, kind, named=named)
    if det in ("any", "no") or (not is_new and not pointing):
        return
    word = text[at:stop].lower()
    if word in _STRICT and not (told_new and complement is not None and complement["with"] != "of"):
        return
    if is_new and kind != "talks" and word in _WORDY and not (named or complement or body):
        return
    told_as, until = _reach(page, stop, end, complement, kind)
    yield Encounter(
        mods_start,
        stop if passive else until,
        (at, stop),
        told_as,
        index,
        rule="head-complement" if complement or body else "head",
        again=not is_new,
        plural=pointing and kind == "meeting" and word.endswith("s"),
        body=body,
        until=until,
    )


_POINTING = ("the", "these", "this", "those", "that", "both")


def _is_no_head(text: str, places: tuple[int, int, int, int], kind: str) -> bool:
    """Say whether a noun names no encounter here: "a call for action", "on a visit", "by call"."""
    start, at, stop, end = places
    lead = text[max(start, at - 60) : at]
    return bool(
        (_NOT_ENCOUNTER.match(text, at) and not _is_made(text, stop, end, lead))
        or _NOT_HEAD.match(text, stop)
        or (kind == "visit" and _ON_A_VISIT.search(text[max(start, at - 120) : at]))
        or _FORMAT_BEFORE.search(lead)
    )


def _is_told(text: str, start: int, at: int, mods_start: int) -> bool:
    """Say whether the words before a noun tell that it came about: "held talks"."""
    return bool(
        _VERB_BEFORE.search(text[max(start, at - 60) : at])
        or _VERB_BEFORE.search(text[max(start, mods_start - 60) : mods_start])
        or _DURING_A.search(text[max(start, mods_start - 24) : mods_start])
    )


def _reach(
    page: Page, stop: int, end: int, complement: re.Match[str] | None, kind: str
) -> tuple[str, int]:
    """Return what kind of encounter it is with these parties, and where their list ends."""
    if complement is None:
        return kind, phrase_end(page, stop, end, complement, kind)
    if kind in ("call", "meeting") and PRESS.match(page.text, complement.end()):
        kind = "briefing"
    press = press_told(page, complement.end(), end) if kind == "briefing" else None
    return kind, press.end() if press else phrase_end(page, stop, end, complement, kind)


def _behind_person(page: Page, start: int, at: int) -> int:
    """Leave a subject out of the words before a head: "Ann Lee opens talks with"."""
    for row in page.mentions.between(start, at):
        if row.kind is MentionKind.PERSON and row.office is not None and not row.owns:
            start = min(row.end + 1, at)
    return start


def _is_made(text: str, stop: int, end: int, lead: str) -> bool:
    """Tell "made calls to President Lee" from "made a call to action"."""
    return _TO_OR_FROM.match(text, stop, end) is not None and bool(_CALLING.search(lead))


_CALLING = re.compile(
    r"\b(?:made|makes?|placed|received?|receives|took|had) (?:an? )?(?:[a-z-]+ ){0,3}$"
)


def _complement(
    text: str, stop: int, end: int, kind: str, *, passive: bool
) -> re.Match[str] | None:
    """Return the words behind a head that say between or with whom."""
    found = _COMPLEMENT.match(text, stop, end)
    if found is None and passive:
        found = _LATER.search(text, stop, min(end, stop + 120))
    more = _MORE_COMPLEMENTS.get(kind)
    if found is None and more is not None:
        found = more.match(text, stop, end)
    return found


_MORE_COMPLEMENTS = {"visit": _BY_OR_TO, "call": _TO_OR_FROM, "briefing": _FOR_PRESS}


def _is_introduced(det: str, mods: str, kind: str, *, named: bool) -> bool:
    """Say whether the words before a head introduce an encounter that was not spoken of before."""
    if det in ("a", "an", "another", "one") and (mods or kind == "briefing"):
        return True
    return bool(mods) and (named or kind in ("summit", "session", "briefing", "meeting", "call"))


def _sides(page: Page, start: int, end: int) -> bool:
    kinds = (MentionKind.COUNTRY, MentionKind.ORGANIZATION, MentionKind.DEMONYM, MentionKind.PLACE)
    return any(row.kind in kinds for row in page.mentions.between(start, end))


_OF_IT = re.compile(r" of (?:the )?|(?: [\w’'-]+){0,6}? of (?:all |the )*[a-z]+ of (?:the )?")


def _body(page: Page, stop: int, end: int) -> Mention | None:
    """Read the body that meets: "talks ... in the Council", "meeting of the Commission"."""
    for row in page.mentions.between(stop, min(end, stop + 90)):
        if row.kind is not MentionKind.ORGANIZATION or row.governed not in ("in", "of", "within"):
            continue
        if row.governed == "of" and not _OF_IT.fullmatch(page.text, stop, row.start):
            continue
        if is_body(page, row):
            return row
    return None
