"""Where a text names encounters: head nouns ("talks with"), verbs ("met with"), bodies that sit."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from natobrief.reader.layout import LineKind
from natobrief.reader.letters import UPPER
from natobrief.reader.lexicon import Lexicon
from natobrief.reader.mentions import Mention, MentionKind
from natobrief.reader.page import Page

__all__ = ["ENCOUNTER_RULES", "Encounter", "find_encounters"]


class Encounter(NamedTuple):
    """A place where an encounter is named.

    Attributes:
        start: Where the naming phrase begins.
        end: One past its end.
        head: Where the head noun or the verb stands.
        kind: ``talks``, ``meeting``, ``call``, ``visit``, ``summit``, ``session``, ``conference``
            or ``briefing``.
        sentence: The index of the sentence.
        rule: The name of the rule.
        again: Whether the words only point back: "the meeting".
        plural: Whether they point at several: "these meetings".
        body: The body that meets, if the words name it.
        until: Where the list of the parties behind the head ends.
    """

    start: int
    end: int
    head: tuple[int, int]
    kind: str
    sentence: int
    rule: str
    again: bool = False
    plural: bool = False
    body: Mention | None = None
    until: int = 0


Rule = Callable[[Page, int], Iterator[Encounter]]

_BEFORE_HEAD = re.compile(
    r"(?:(?P<det>\b(?:[Aa]n?|[Tt]he|[Tt]hese|[Tt]hose|[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Bb]oth"
    r"|[Aa]ny|[Nn]o|[Oo]ur|[Aa]nother|[Oo]ne|[Tt]wo|[Tt]hree|[Ss]everal)) )?"
    rf"(?<![\w’'-])(?P<mods>(?:(?!(?i:of|in|on|at|to|for|with|and|or|by|from|that|had|has|have|held|hold|holds|hosted"
    r"|will|the|an?|is|was|were|are|be|been|during|after|before|following|began|begin|between|attend|attended"
    r"|chaired|convened|convene|conducted|via|into|about|under|new|as|than|his|her|their|its|these|those"
    r"|this|both|starting|holding|hosting|resuming|back|backs|ahead|despite|until|through|over|also|there"
    r"|welcomed|postponed|cancelled|canceled|scheduled|join|joined|joins|start|starts|started|any|no)\b)"
    rf"(?:[{UPPER}][\w.’'-]*|\d+(?:st|nd|rd|th)|[a-z][a-z-]+) ){{0,5}})$"
)
_BE = r"(?:will|would|is|are|was|were|has|have|had)(?: (?:also|now|then))?(?: to)?(?: be| been)?"
_PASSIVE = re.compile(
    rf" (?:{_BE}) (?:held|scheduled|planned|convened|postponed|cancell?ed|called off|put off|delayed"
    r"|rescheduled|due|set|expected|announced|moved|under way|underway|begin|start|open|take place)\b"
    r"| (?:took|takes) place| (?:began|begins|starts|started|opened|opens|resumed|resume)\b"
)
_LATER = re.compile(r" (?P<with>with|between|among)\b")
_NOT_HEAD = re.compile(
    r" (?:of talks|of negotiations|of consultations|process|position|table|format|formats|track|platform|group|room|agenda|team)\b"
)
_BY_OR_TO = re.compile(r" (?:by|to|of) (?=\w)")
_COMPLEMENT = re.compile(
    r"(?: (?:held|that took place|taking place|conducted))?"
    rf"(?: (?:{_BE}) (?:held|planned|scheduled)| (?:took|takes|will take) place)?"
    r"(?: today| yesterday| on \w+day| here)?(?: in [A-Z]\w+)?(?: on \w+day)? (?P<with>with|between|among|of(?! the (?:year|week|day|month|meeting|visit|talks)))\b"
)
_OF_PEOPLE = re.compile(r" (?:of|by) ")
_FORMAT_BEFORE = re.compile(
    r"\b(?:via|by|in a|over|through|using) (?:a )?(?:secure )?$", re.IGNORECASE
)
_VERB_BEFORE = re.compile(
    r"\b(?:had|has|have|having|held|hold|holds|holding|host|hosts|hosted|hosting|attend|attends|attended"
    r"|chaired|chair|convene|convened|conducted|begin|began|start|started|resume|open|opened|conduct"
    r"|arrange|organi[sz]e|schedule|scheduled|there (?:will be|were|was|are)|propos(?:e|es|ed|ing)|offer(?:ed|s)?|suggest(?:ed|s)?|plan(?:s|ned)?|announced?|demanded|cancell?ed|postponed)"
    r" (?:(?:an?|the|his|her|their|its|another|more|further|new) )?$",
    re.IGNORECASE,
)
_DURING = re.compile(
    r"\b(?:during|at|after|following|before|ahead of|for|to|on the margins of|from|until) (?:the|an?|his|her|their) $",
    re.I,
)
_NAMED = re.compile(rf"[{UPPER}]")
_NOT_ENCOUNTER = re.compile(
    r"(?:call|calls) (?:for|on|to|it|the|upon)\b|visits? (?:by|to) (?:a )?(?:website|page)"
)
_SUBJECT = 300  # how far before a verb its subject can begin
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

_WITH = r"(?: (?!and\b|that\b|who\b)[\w’'.,-]+){0,6}? with\b"
_FUTURE = r"(?:will|would|is to|are to|is due to|are due to|is expected to|are expected to|plans to|plan to|is set to|are set to|intends to)(?: also| then)?"


class _Verb(NamedTuple):
    pattern: re.Pattern[str]
    kind: str
    rule: str


_MEETING_VERBS = (
    _Verb(re.compile(rf"\b(?:met|meets|(?:to )?meet|meeting){_WITH}"), "meeting", "met-with"),
    _Verb(
        re.compile(
            rf"\b(?:spoke|spoken|speaks|speak|talked|talks by phone|speaking){_WITH}|\bspoke by (?:tele)?phone(?: today)? to\b"
        ),
        "call",
        "spoke-with",
    ),
    _Verb(
        re.compile(
            rf"\b(?:phoned|telephoned)\b(?= (?:the |his |her )?(?:[a-z]+ ){{0,3}}[{UPPER}])"
        ),
        "call",
        "phoned",
    ),
    _Verb(
        re.compile(
            rf"\b(?:received|hosted|welcomed|hosts|{_FUTURE} (?:host|receive|welcome))\b(?= (?:the |his |her )?(?:[a-z]+ ){{0,2}}[{UPPER}])"
        ),
        "meeting",
        "hosted",
    ),
    _Verb(
        re.compile(
            rf"\b(?:visited|paid a visit to|(?:{_FUTURE}) (?:visit|travel to|fly to|arrive in|go to)|(?:travell?ed|flew|travels|flies|arrived|arrives) (?:to|in))\b(?= (?:the )?[{UPPER}])"
        ),
        "visit",
        "visited",
    ),
    _Verb(re.compile(r"\b(?:discussed)(?: [\w’'-]+){1,8}? with\b"), "meeting", "discussed-with"),
)
_TOGETHER = re.compile(
    rf"\b(?:met|meets|{_FUTURE} (?:meet|gather|convene|sit down)|gathered|convened)\b(?! (?:the|a|an|all|its|his|their|our) )"
)
_BODY_SITS = re.compile(
    rf"(?:\s(?:which\s)?|, (?:which )?)(?:(?:{_FUTURE})(?: also)? (?:meet|convene|gather|sit|take up|discuss|consider|hold|debate|assemble)\b"
    r"|(?:meets|met|convened|convenes|gathered|is meeting|is scheduled to meet|are scheduled to meet)\b)"
)
_PRESS = re.compile(
    r"\s(?:the )?(?:press|media|reporters|journalists|correspondents)\b|\s(?:[\w-]+ ){0,3}(?:media|journalists|reporters)\b"
)


class _Heads(NamedTuple):
    pattern: re.Pattern[str]
    kinds: dict[str, str]


@functools.lru_cache(maxsize=8)
def _heads(lexicon: Lexicon) -> _Heads:
    kinds = dict(row.split("=") for row in lexicon.encounters)
    words = sorted(kinds, key=len, reverse=True)
    return _Heads(re.compile("|".join(w.replace(" ", "[ -]") for w in words), re.IGNORECASE), kinds)


def find_encounters(page: Page) -> list[Encounter]:
    """Find every place where an encounter is named, outside of quotes, in order of place."""
    found: list[Encounter] = []
    taken = bytearray(len(page.text) + 1)
    for index, (start, end) in enumerate(page.layout.sentences):
        if page.quoted[start] and page.quoted[end - 1]:
            continue
        if page.layout.line(start).kind in (LineKind.HEADLINE, LineKind.BYLINE):
            continue
        here: list[Encounter] = []
        for rule in ENCOUNTER_RULES.values():
            for encounter in rule(page, index):
                if not any(taken[encounter.start : encounter.end]):
                    taken[encounter.start : encounter.end] = b"\x01" * (
                        encounter.end - encounter.start
                    )
                    here.append(encounter)
        found.extend(sorted(here, key=lambda e: e.start))
    return found


def _by_head(page: Page, index: int) -> Iterator[Encounter]:
    start, end = page.layout.sentences[index]
    for at, stop in page.heads_between(start, end):
        head = _head(page, start, at, stop)
        if head is not None:
            yield from _of_head(page, index, *head)


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
    lead = text[max(start, at - 60) : at]
    if (
        before is None
        or _NOT_ENCOUNTER.match(text, at)
        or _NOT_HEAD.match(text, stop)
        or _FORMAT_BEFORE.search(lead)
    ):
        return
    det, mods = (before["det"] or "").lower(), before["mods"].strip()
    body = _body(page, stop, end)
    complement = _COMPLEMENT.match(text, stop, end)
    passive = _PASSIVE.match(text, stop, end)
    if complement is None and passive:
        complement = _LATER.search(text, stop, min(end, stop + 120))
    if complement is None and kind == "visit":
        complement = _BY_OR_TO.match(text, stop, end)
    pointing = det in ("the", "these", "this", "those", "that", "both")
    mods_start = at - len(before["mods"]) if mods else at
    named = _sides(page, mods_start, at)
    plural = text[at:stop].lower().endswith("s") and kind == "meeting"
    is_new = (
        complement is not None
        or body is not None
        or (det in ("a", "an", "another", "one") and bool(mods or kind == "briefing"))
        or (not pointing and passive is not None)
        or bool(_VERB_BEFORE.search(lead) and not pointing)
        or (bool(mods) and (named or kind in ("summit", "session", "briefing", "meeting", "call")))
        or (
            not pointing
            and bool(_VERB_BEFORE.search(text[max(start, mods_start - 60) : mods_start]))
        )
    )
    if det in ("any", "no") or (not is_new and not pointing):
        return
    if (
        is_new
        and kind != "talks"
        and text[at:stop].lower() in _WORDY
        and not (named or complement or body)
    ):
        return
    until = _phrase_end(page, stop, end, complement)
    phrase_end = stop if passive else until
    rule = "head-complement" if complement or body else "head"
    head = (at, stop)
    yield Encounter(
        mods_start,
        phrase_end,
        head,
        kind,
        index,
        rule,
        not is_new,
        plural and pointing,
        body,
        until,
    )


def _sides(page: Page, start: int, end: int) -> bool:
    kinds = (MentionKind.COUNTRY, MentionKind.ORGANIZATION, MentionKind.DEMONYM, MentionKind.PLACE)
    return any(row.kind in kinds for row in page.mentions.between(start, end))


def _body(page: Page, stop: int, end: int) -> Mention | None:
    """Read the body that meets: "talks ... in the NATO-Russia Council", "meeting of the Council"."""
    for row in page.mentions.between(stop, min(end, stop + 90)):
        if row.kind is not MentionKind.ORGANIZATION or row.governed not in ("in", "of", "within"):
            continue
        if _is_body(page, row):
            return row
    return None


_BODY_WORD = re.compile(
    r"\b(?:Council|Commission|Committee|Assembly|Group|Forum|Cabinet|Board|Congress|Conference|Partnership)\b"
)


def _is_body(page: Page, row: Mention) -> bool:
    return _BODY_WORD.search(page.text, row.start, row.end) is not None


def _phrase_end(page: Page, stop: int, end: int, complement: re.Match[str] | None) -> int:
    """End the naming phrase behind the last party that its complement lists."""
    if complement is None:
        return stop
    last = stop
    for row in page.mentions.between(complement.end(), min(end, complement.end() + 160)):
        gap = page.text[max(last, complement.end()) : row.start]
        if not _LIST_GAP.fullmatch(gap):
            break
        last = max(last, _with_of(page, row, end))
    return max(last, stop)


_LIST_GAP = re.compile(
    r"\s*(?:(?:,|and|, and|as well as|or) )*(?:(?:the|a|an|his|her|their|its|both|new) )?"
    r"(?:(?!(?:in|at|on|of|for|to|from|by|with|about|during|after|before|will|was|is|said|held|who|which|that)\b)"
    r"[a-z-]+ ){0,3}(?:[A-Z]\w+ )?"
)
_OF_MEMBERS = re.compile(
    rf" of (?:the |all )?(?:(?:[{UPPER}][\w.-]*|\d+|member|participating|allied|the|and|EU|European) )*"
    rf"(?:countries|states|nations|members|allies|governments|[{UPPER}][\w-]*)"
    rf"(?: of (?:the )?[{UPPER}][\w-]*)*"
)


def _with_of(page: Page, row: Mention, end: int) -> int:
    """Let "the foreign ministers" run on over "of NATO member countries"."""
    if row.kind not in (MentionKind.GROUP, MentionKind.NOMINAL):
        return row.end
    more = _OF_MEMBERS.match(page.text, row.end, end)
    return more.end() if more else row.end


def _by_verb(page: Page, index: int) -> Iterator[Encounter]:
    start, end = page.layout.sentences[index]
    for verb in _MEETING_VERBS:
        for m in verb.pattern.finditer(page.text, start, end):
            if page.quoted[m.start()]:
                continue
            kind = (
                "briefing"
                if verb.kind in ("meeting", "call") and _PRESS.match(page.text, m.end())
                else verb.kind
            )
            if kind == "briefing" and verb.rule == "spoke-with":
                continue
            last = _phrase_end(page, m.end(), end, m)
            if last > m.end():
                yield Encounter(m.start(), last, m.span(), kind, index, verb.rule, until=last)


def _by_body(page: Page, index: int) -> Iterator[Encounter]:
    """A body sits: "the Council will meet", "the Committee will take up the matter"."""
    start, end = page.layout.sentences[index]
    for row in page.mentions.between(start, end):
        if (
            row.kind is not MentionKind.ORGANIZATION
            or page.quoted[row.start]
            or not _is_body(page, row)
        ):
            continue
        sits = _BODY_SITS.match(page.text, row.end, end)
        if sits is not None and not row.owns:
            yield Encounter(
                row.start,
                row.end,
                sits.span(),
                "session",
                index,
                "body-sits",
                body=row,
                until=row.end,
            )


def _by_subjects(page: Page, index: int) -> Iterator[Encounter]:
    """Several meet without "with": "the ministers will meet in Oslo", "A and B met"."""
    start, end = page.layout.sentences[index]
    for m in _TOGETHER.finditer(page.text, start, end):
        rows = page.mentions.between(max(start, m.start() - _SUBJECT), m.start())
        if not rows or page.quoted[m.start()] or m.start() - rows[-1].end > 3:
            continue
        several = len(rows) > 1 and re.fullmatch(
            r",? and (?:the )?", page.text[rows[-2].end : rows[-1].start]
        )
        if rows[-1].kind is MentionKind.GROUP or several:
            yield Encounter(
                m.start(), m.end(), m.span(), "meeting", index, "they-met", until=m.end()
            )


ENCOUNTER_RULES: dict[str, Rule] = {
    "head": _by_head,
    "met-with": _by_verb,
    "body-sits": _by_body,
    "they-met": _by_subjects,
}
"""The rules that find encounters by name, in the order in which they are tried."""
