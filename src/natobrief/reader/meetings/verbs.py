"""Encounters named by a verb: "met with", "visited", "the Council will meet"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from natobrief.reader.meetings.encounter import (
    PRESS,
    Encounter,
    is_body,
    people_told,
    phrase_end,
    rows_of,
)
from natobrief.reader.page import Page
from natobrief.reader.people.mentions import MentionKind
from natobrief.reader.text.guarded import Guarded
from natobrief.reader.text.letters import UPPER

__all__ = ["by_body", "by_subjects", "by_verb"]

_SUBJECT = 300  # how far before a verb its subject can begin
_WITH = r"(?: (?!and\b|that\b|who\b|along\b)[\w’'.,-]+){0,6}? with\b"
_FUTURE = (
    r"(?:will|would|is to|are to|is due to|are due to|is expected to|are expected to|plans to"
    r"|plan to|is set to|are set to|intends to)(?: also| then)?"
)


_INVITED = r"(?<=\w )to(?= visit\b)"


class _Verb(NamedTuple):
    pattern: Guarded
    kind: str
    rule: str


_NEGATED = (
    r"(?:(?:did|does|do|will|would|has|have|had|is|are) not"
    r"|(?:did|does|do|would|has|have|had)n['’]t"
    r"|won['’]t|never)"
)
_MEETING_VERBS = (
    _Verb(
        Guarded(re.compile(rf"\b(?:met|meets|(?:to )?meet|meeting){_WITH}"), ("met", "meet")),
        "meeting",
        "met-with",
    ),
    _Verb(
        Guarded(
            re.compile(
                rf"\b(?:spoke|spoken|speaks|speak|talked|talks by phone|speaking){_WITH}"
                rf"|\bspoke by (?:tele)?phone(?: today)? to\b"
            ),
            ("spoke", "speak", "talk"),
        ),
        "call",
        "spoke-with",
    ),
    _Verb(
        Guarded(
            re.compile(
                r"\b(?:spoke|spoken|speaks|speak|talked)"
                r"(?: (?!and\b|that\b|who\b)[\w’'.,-]+){0,5}? to\b"
            ),
            ("spoke", "speak", "talked"),
        ),
        "call",
        "spoke-to",
    ),
    _Verb(
        Guarded(
            re.compile(r"(?<!is )(?<!was )(?<!were )(?<!been )(?<!so-)\bcalled\b"), ("called",)
        ),
        "call",
        "called",
    ),
    _Verb(
        Guarded(
            re.compile(
                rf"\b(?:phoned|telephoned)\b(?= (?:the |his |her )?(?:[a-z]+ ){{0,3}}[{UPPER}])"
            ),
            ("phoned",),
        ),
        "call",
        "phoned",
    ),
    _Verb(
        Guarded(
            re.compile(
                rf"\b(?:received|hosted|welcomed|hosts|{_FUTURE} (?:host|receive"
                rf"|welcome))\b(?= (?:the |his |her )?(?:[a-z]+ ){{0,2}}[{UPPER}])"
                rf"|\b(?:hosted|convened|hosts|{_FUTURE} (?:host|convene))\b"
            ),
            ("receive", "host", "welcome", "convene"),
        ),
        "meeting",
        "hosted",
    ),
    _Verb(
        Guarded(
            re.compile(
                rf"\b(?:visited|paid a visit to|(?:{_FUTURE}|{_INVITED}) (?:visit|travel to|fly to"
                rf"|arrive in|go to)|(?:travell?ed|flew|travels|flies|arrived|arrives) (?:to"
                rf"|in))\b(?= (?:the )?[{UPPER}])"
            ),
            ("visit", "travel", "fly to", "flew", "flies", "arrive", "go to"),
        ),
        "visit",
        "visited",
    ),
    _Verb(
        Guarded(
            re.compile(
                rf"\b(?:met|meets|{_FUTURE} meet|{_NEGATED} meet|to meet)\b"
                rf"(?= (?:again |briefly |privately |separately )?(?:the |his |her |their )?"
                rf"(?:[a-z-]+ ){{0,3}}[{UPPER}a-z])"
            ),
            ("met", "meet"),
        ),
        "meeting",
        "met",
    ),
    _Verb(
        Guarded(
            re.compile(
                r"\b(?:discussed)(?: [\w’'-]+){1,8}?(?<! relations)(?<! ties)(?<! cooperation)"
                r"(?<! partnership)(?<! trade)(?<! border)(?<! war)(?<! conflict)(?<! deal)"
                r"(?<! agreement)(?<! talks)(?<! negotiations)(?<! conversations)(?<! conversation)"
                r"(?<! calls)(?<! call)(?<! meetings)(?<! meeting)(?<! contacts)(?<! dialogue)"
                r"(?<! along)"
                r" with\b"
            ),
            ("discussed",),
        ),
        "meeting",
        "discussed-with",
    ),
)
_ANY_VERB = re.compile("|".join(dict.fromkeys(w for v in _MEETING_VERBS for w in v.pattern.words)))
_AGREED = r"(?:agree|agrees|agreed|want|wants|hope|propose|are ready|were due|are expected) to"
_TOGETHER = Guarded(
    re.compile(
        rf"\b(?:met|meets|(?:{_FUTURE}|{_AGREED}|{_NEGATED}) (?:meet|gather|convene|sit down)"
        r"|gathered|convened)\b(?! (?:the|a|an|all|its|his|their|our) )"
    ),
    ("met", "meet", "gather", "convene", "sit down"),
)
_TO_MET = re.compile(r"\W{0,3}|(?: (?:last|first|also|again|briefly|recently|later|had)){1,3} ")
_SPOKE = Guarded(
    re.compile(
        r"\b(?:spoke|talked|(?:have|had) spoken)(?= (?:today|yesterday|again"
        r"|this (?:morning|afternoon|evening)"
        r"|on \w+day|on the phone|over the phone|by (?:tele)?phone|by video)\b)"
    ),
    ("spoke", "talked"),
)
_BODY_SITS = re.compile(
    rf"(?:\s(?:which\s)?|, (?:which )?)(?:(?:{_FUTURE})(?: also)? (?:meet|convene|gather|sit"
    rf"|take up|discuss|consider|hold|debate|assemble)\b"
    rf"|{_NEGATED} (?:meet|met|convene|convened|gather|sit)\b"
    rf"|(?:{_FUTURE}|was|is being|has been|had been)(?: be| also)? (?:be )?(?:re)?convened\b"
    r"|(?:meets|met|convened|convenes|gathered|is meeting|is scheduled to meet"
    r"|are scheduled to meet)\b)"
)


def by_verb(page: Page, index: int) -> Iterator[Encounter]:
    """Find verbs of meeting with a party behind them: "met with", "spoke by phone with"."""
    start, end = page.layout.sentences[index]
    if _ANY_VERB.search(page.text, start, end) is None:
        return
    for verb in _MEETING_VERBS:
        for m in verb.pattern.finditer(page.text, start, end):
            if page.quoted[m.start()] or _HABIT.search(page.text, m.start() - 14, m.end() + 14):
                continue
            kind = (
                "briefing"
                if verb.kind in ("meeting", "call") and PRESS.match(page.text, m.end())
                else verb.kind
            )
            if verb.kind == "call" and (kind == "briefing" or _OUTLET.match(page.text, m.end())):
                continue
            is_one = _OBJECTS.get(verb.rule)
            if is_one is not None and not is_one(page, m, end):
                continue
            last = phrase_end(page, m.end(), end, m, verb.kind)
            if last > m.end():
                yield Encounter(m.start(), last, m.span(), kind, index, verb.rule, until=last)


_HABIT = re.compile(
    r"\b(?:regularly|often|frequently|routinely|periodically|repeatedly|usually|every (?:day|week"
    r"|month|year))\b"
)
_OUTLET = re.compile(  # who speaks with these gives an interview
    rf" (?:the |The )?(?:[{UPPER}][\w’'-]* ){{0,3}}"
    r"(?:Times|Post|News|Herald|Journal|Tribune|Guardian|CNN|BBC|NBC|CBS|ABC|MSNBC|CNBC|NPR|PBS|Fox|Reuters|AFP|TASS|DPA|Bloomberg|Politico|Axios"
    r"|Telegraph|Magazine|Radio|TV|Television|Press|Gazette|Chronicle|Globe|Observer|Mail)\b"
)
_TO_OBJECT = re.compile(
    r" (?:again |briefly |privately |separately )?(?:(?:the|his|her|their|a|an) )?(?:[a-z-]+ ){0,2}"
)
_OFFICE = re.compile(
    r"(?:minister|president|secretary|chancellor|ambassador|envoy|counterpart|colleague|leader|premier|king"
    r"|queen|chief|general|speaker|commissioner|representative)$",
    re.IGNORECASE,
)
_WHO_MEET = (MentionKind.PERSON, MentionKind.OFFICE, MentionKind.GROUP)


_ARTICLE = re.compile(r"\b(?:the|an?) ")


def _meets_somebody(page: Page, at: int, end: int) -> bool:
    """Tell "met President Lee" from "met its targets" and "met Lee's demands"."""
    for row in rows_of(page, at, min(end, at + 120))[:1]:
        gap = page.text[at : row.start] + " " * (row.start == at)
        if _ARTICLE.search(gap) and row.kind is MentionKind.PERSON and row.office is None:
            return False  # "hosted the Olympic Games"
        is_office = row.kind is MentionKind.NOMINAL and _OFFICE.search(row.name) is not None
        can_meet = is_office or row.kind in _WHO_MEET
        return can_meet and not row.owns and bool(_TO_OBJECT.fullmatch(gap))
    return False


_CALL_GOES_ON = re.compile(
    rf"(?: of (?:the )?[{UPPER}]\w+(?: [{UPPER}]\w+)?)?"
    r"(?:[.;,]|$|\s(?:today|yesterday|this|on|to|earlier|late|early|after|before|and"
    r"|by (?:tele)?phone|again|tonight)\b)"
)


def _object_of_met(page: Page, m: re.Match[str], end: int) -> bool:
    return _meets_somebody(page, m.end(), end)


def _official(page: Page, m: re.Match[str], end: int) -> bool:
    """Tell "spoke to President Lee" from "spoke to a farmer" and "spoke to reporters"."""
    if not _meets_somebody(page, m.end(), end):
        return False
    row = rows_of(page, m.end(), min(end, m.end() + 120))[0]
    return row.office is not None or bool(row.known) or row.kind is MentionKind.OFFICE


def _called(page: Page, m: re.Match[str], end: int) -> bool:
    """Tell "called President Lee today" from "called President Lee a friend"."""
    if not _official(page, m, end):
        return False
    row = rows_of(page, m.end(), min(end, m.end() + 120))[0]
    return _CALL_GOES_ON.match(page.text, row.end, end) is not None


def _people(page: Page, m: re.Match[str], end: int) -> bool:
    """Tell "convened mayors" and "hosted President Lee" from "hosted the Olympic Games"."""
    told = people_told(page, m.end(), end) is not None
    return told or _meets_somebody(page, m.end(), end)


_PLAN = re.compile(r"\b(?:invit\w+|plan\w*|intend\w*|agreed|ready|wants?|due|will|going)\b")


def _is_planned(page: Page, m: re.Match[str], end: int) -> bool:
    """Tell "invited Lee to visit Norway" from "urged citizens to visit Norway"."""
    if not m[0].startswith("to ") or end < m.end():
        return True
    start = page.layout.sentence(m.start())[0]
    return _PLAN.search(page.text, max(start, m.start() - 80), m.start()) is not None


_OBJECTS = {
    "visited": _is_planned,
    "met": _object_of_met,
    "spoke-to": _official,
    "called": _called,
    "hosted": _people,
}


def by_body(page: Page, index: int) -> Iterator[Encounter]:
    """A body sits: "the Council will meet", "the Committee will take up the matter"."""
    start, end = page.layout.sentences[index]
    for row in page.mentions.between(start, end):
        if (
            row.kind is not MentionKind.ORGANIZATION
            or page.quoted[row.start]
            or not is_body(page, row)
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


def by_subjects(page: Page, index: int) -> Iterator[Encounter]:
    """Several meet without "with": "the ministers will meet in Oslo", "A and B met"."""
    start, end = page.layout.sentences[index]
    found = [(m, "meeting") for m in _TOGETHER.finditer(page.text, start, end)]
    found += [(m, "call") for m in _SPOKE.finditer(page.text, start, end)]
    for m, kind in found:
        rows = rows_of(page, max(start, m.start() - _SUBJECT), m.start())
        if not rows or page.quoted[m.start()]:
            continue
        if not _TO_MET.fullmatch(page.text, rows[-1].end, m.start()):
            continue
        several = len(rows) > 1 and re.fullmatch(
            r"\.?(?:, [JS]r\.)?,? and (?:the )?", page.text[rows[-2].end : rows[-1].start]
        )
        if rows[-1].kind is MentionKind.GROUP or several:
            yield Encounter(m.start(), m.end(), m.span(), kind, index, "they-met", until=m.end())
