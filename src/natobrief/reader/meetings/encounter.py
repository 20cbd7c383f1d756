"""The row for a place where an encounter is named, and how far its words reach."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from natobrief.reader.page import Page
from natobrief.reader.people.mentions import Mention, MentionKind
from natobrief.reader.text.letters import UPPER

__all__ = [
    "AIM",
    "NOUN_RULES",
    "PRESS",
    "Encounter",
    "Rule",
    "is_body",
    "people_told",
    "phrase_end",
    "press_told",
    "rows_of",
]


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
NOUN_RULES = ("head", "head-complement")
"""The rules for encounters that are named by a noun."""

AIM = re.compile(r" (?:for|to (?:attend|hold|have)) (?:[a-z-]+ ){0,3}")
"""What leads from a trip to the encounter that it is made for: "travels to Oslo for talks"."""

_BODY_WORD = re.compile(
    r"\b(?:Council|Commission|Committee|Assembly|Group|Forum|Cabinet|Board|Congress|Conference"
    r"|Partnership)\b"
)


PRESS = re.compile(
    r"\s(?:the )?(?:press|media|reporters|journalists|correspondents)\b"
    r"|\s(?:[\w-]+ ){0,3}(?:media|journalists|reporters)\b"
)


def is_body(page: Page, row: Mention) -> bool:
    """Say whether an organization is one that sits: a council, a committee."""
    return _BODY_WORD.search(page.text, row.start, row.end) is not None


def phrase_end(
    page: Page, stop: int, end: int, complement: re.Match[str] | None, kind: str = ""
) -> int:
    """End the naming phrase behind the last party that its complement lists."""
    if complement is None:
        return stop
    last = stop
    told = people_told(page, complement.end(), end)
    gaps = _VISIT_GAP if kind == "visit" else _LIST_GAP
    for row in rows_of(page, complement.end(), min(end, complement.end() + _LIST)):
        if told is not None and row.kind is MentionKind.NOMINAL and row.end < told.end():
            return told.end()
        gap = page.text[max(last, complement.end()) : row.start]
        if not gaps.fullmatch(gap) or row.name in ("who", "which", "it"):
            break
        if (
            gap in (", ", ", the ")
            and row.kind in _LED[:2]
            and not _LIST_RUNS_ON.match(page.text, row.end)
        ):
            break  # "during talks with Ann Lee, Tom Keller raised"
        last = max(last, _with_of(page, row, end))
    return told.end() if told is not None and last == stop else last


def press_told(page: Page, at: int, end: int) -> re.Match[str] | None:
    """Match journalists behind "with" or "for": "international and foreign media"."""
    return _PRESS_TOLD.match(page.text, at, min(end, at + _LONGEST))


def people_told(page: Page, at: int, end: int) -> re.Match[str] | None:
    """Match people whom no name and no office tells of: "families of the hostages"."""
    found = _PEOPLE.match(page.text, at, min(end, at + _LONGEST))
    return None if found is None or _NO_PEOPLE.search(found["who"]) else found


def rows_of(page: Page, start: int, end: int) -> list[Mention]:
    """Return the mentions of a stretch, each with the state or body that belongs to it.

    "President Ann Lee of Norway", "the leaders of France and Germany" and "President of the
    World Forum (WF) Ann Lee" are one each.
    """
    rows: list[Mention] = []
    for row in page.mentions.between(start, end):
        rows.append(row)
        while len(rows) > 1:
            merged = _merged(page, rows[-2], rows[-1])
            if merged is None:
                break
            rows[-2:] = [merged]
    return rows


_LIST = 600  # how far the parties behind a head can run
_LONGEST = 240  # of the words that tell of people without a name
_HOMES = (MentionKind.COUNTRY, MentionKind.ORGANIZATION, MentionKind.PLACE)
_LED = (MentionKind.PERSON, MentionKind.OFFICE, MentionKind.NOMINAL)


def _merged(page: Page, row: Mention, then: Mention) -> Mention | None:
    gap = page.text[row.end : then.start]
    if then.kind in _LED and _leads_to(page, row, then, gap):
        office = then.office or row.office
        return then._replace(start=row.start, governed=row.governed, office=office)
    if then.kind in _HOMES and (row.kind in _LED or row.kind is MentionKind.GROUP):
        return _with_home(page, row, then, gap)
    if row.kind is MentionKind.DEMONYM and then.kind is MentionKind.GROUP:
        joins = gap in (" and ", ", ") and _SPEAK_ALONE.search(then.name)
        name = " ".join(page.text[row.start : then.end].split())
        return then._replace(start=row.start, name=name, governed=row.governed) if joins else None
    if gap == " ":
        return _of_one_name(row, then)
    is_body = row.kind in _OFFICES and then.kind is MentionKind.ORGANIZATION
    return _bracketed(page, row, then, gap) if is_body else None


def _leads_to(page: Page, row: Mention, then: Mention, gap: str) -> bool:
    """Join "Norway's" and "top diplomat", "Norway's top diplomat" and ", Ann Lee,"."""
    if row.owns and row.kind in _OWNERS:
        return gap in ("'s ", "’s ", "' ", "’ ")
    is_apposed = row.kind in _LED[1:] and then.kind is MentionKind.PERSON and gap == ", "
    if row.governed == "of" and _BODY_NOUN.search(row.name):
        return False  # "the head of the ministry, Ann Lee,"
    return is_apposed and page.text[then.end : then.end + 1] in (",", ".", ";", "")


_BODY_NOUN = re.compile(
    r"\b(?:ministry|government|department|agency|office|service|bureau|committee|commission|council"
    r"|party|company|group|embassy|delegation)$"
)
# Those of several states are told apart by nothing but an adjective: "French and German ministers".
_SPEAK_ALONE = re.compile(
    r"\b(?:ministers|presidents|leaders|chancellors|advis[eo]rs|secretaries|ambassadors|envoys"
    r"|chiefs|speakers|diplomats)$",
    re.IGNORECASE,
)
_OWNERS = (MentionKind.COUNTRY, MentionKind.ORGANIZATION)
_OFFICES = (MentionKind.OFFICE, MentionKind.ORGANIZATION)


def _with_home(page: Page, row: Mention, then: Mention, gap: str) -> Mention | None:
    """Join "President Lee" and "of Norway", "the leaders of France" and "and Germany"."""
    words = page.text[row.start : row.end]
    is_group = row.kind is MentionKind.GROUP
    if is_group and (" of " in words or " from " in words):
        joins = then.kind is not MentionKind.PLACE and _LISTED.fullmatch(gap) is not None
    else:
        joins = gap in (" of ", " of the ") or (is_group and gap in (" from ", " from the "))
    if not joins and row.kind in _OFFICES:
        return _bracketed(page, row, then, gap)
    name = " ".join(page.text[row.start : then.end].split()) if is_group else row.name
    return row._replace(end=then.end, name=name, owns=then.owns) if joins else None


def _bracketed(page: Page, row: Mention, then: Mention, gap: str) -> Mention | None:
    closed = gap == " (" and page.text[then.end : then.end + 1] == ")"
    return row._replace(end=then.end + 1) if closed else None


def _of_one_name(row: Mention, then: Mention) -> Mention | None:
    """Join "Polish" and "Senate", "the Red Cross" and "President Lee"."""
    if row.kind is MentionKind.DEMONYM and then.kind is MentionKind.ORGANIZATION:
        name = f"{row.name} {then.name}"
        return then._replace(start=row.start, name=name, governed=row.governed, known=())
    if then.kind is not MentionKind.PERSON:
        return None
    is_office = row.kind is MentionKind.OFFICE
    is_half = row.kind is MentionKind.PERSON and row.office is None and " " not in row.name
    is_body = row.kind is MentionKind.ORGANIZATION or is_half  # "New" of "New Mexico Governor Lee"
    if is_office or (is_body and then.office is not None):
        return then._replace(start=row.start, governed=row.governed)
    return None


_LISTED = re.compile(r"(?:,? and|,) (?:the )?")
_LIST_RUNS_ON = re.compile(r"[.,;]|$|,? and\b| as well as\b| of\b| \(")
_LED_BY = r"(?:(?:,? (?:which was |that was )?)?(?:led|headed|chaired) by )(?:the )?"
_LIST_GAP = re.compile(
    r"\s*(?:(?:,|and|, and|as well as|or) )*(?:(?:the|a|an|his|her|their|its|both|new) )?"
    r"(?:(?!(?:in|at|on|of|for|to|from|by|with|about|during|after|before|will|was|is|said|held"
    r"|who|which|that|when|where|while|as|if|whether|because|since|until|than|so|but|amid|despite"
    r"|against|over|whom|whose|citing|saying|adding|calling|accusing|following|according|urging)\b)"
    rf"[a-z-]+ ){{0,3}}(?:[A-Z]\w+ )?|\s*(?:(?:a|an|the) )?(?:[a-z-]+ ){{0,2}}delegation {_LED_BY}"
)
_VISIT_GAP = re.compile(
    r"\s*(?:(?:to|by|of|and|and to) )?(?:(?:the|a|an|his|her|their|its) )?"
    r"(?:(?!(?:in|on|at|for|with)\b)[a-z-]+ ){0,2}"
)
_PEOPLE_WORDS = (
    r"(?:[a-z]+(?:ers|ors|ants|ents|ists|ians|ives|men|ees|eers)|famil(?:y|ies)|people|children"
    r"|youth|allies|chiefs|heads|colleagues|counterparts?|doctors|medics|nurses|pilots|soldiers"
    r"|delegations?|staff|teams?|media|press|judges|coaches|crews?|clergy|veterans|refugees)"
)
_PEOPLE = re.compile(
    r"\s+(?:(?:the|an?|his|her|their|its|our|several|many|some|various|both|all|two|three|four"
    r"|five) )*(?P<who>(?:(?:[a-z-]+ ){0,2}[a-z-]+, ){0,4}(?:and )?"
    r"(?:(?!(?:of|to|in|on|at|by|for|with|from|about|that|who|and)\b)[a-z][a-z-]* ){0,3}"
    rf"{_PEOPLE_WORDS}(?: of (?:the )?(?:[a-z-]+ ){{0,2}}(?:[a-z]+"
    rf"|[{UPPER}]\w*(?: [{UPPER}]\w+){{0,2}}(?: and (?:the )?[{UPPER}]\w*)?"
    rf"(?: countries| states| members)?)){{0,2}}"
    rf"(?: to (?:the )?[a-z-]+(?: of (?:the )?[{UPPER}]\w+(?: countries| states)?)?)?)"
    r"(?=[.,;:]|$|\s(?:in|on|at|to|from|for|and|who|by|today|yesterday|this|during|about|after"
    r"|ahead|taken|that|via|regarding|following|as|led|comprised|including|over|before|here)\b)"
)
_PRESS_TOLD = re.compile(
    r"\s*(?:(?:the|some|several|a group of) )?(?P<who>(?:(?!(?:in|on|at|after|to)\b)[\w-]+ ){0,4}"
    r"(?:media|press|journalists|reporters|correspondents)(?: representatives| outlets)?)\b"
)
_NO_PEOPLE = re.compile(
    r"\b(?:agreements|events|statements|arguments|developments|documents|elements|comments"
    r"|movements|investments|improvements|matters|numbers|letters|papers|orders|powers|weapons"
    r"|sectors|factors|errors|incidents|accidents|moments|disasters|barriers|fears|tears|cheers"
    r"|dinners|lunches|suppers|receptions|fundraisers|gatherings|computers|papers"
    r"|initiatives|objectives|incentives|motives|alternatives|perspectives|narratives|archives)$"
)
_OF_MEMBERS = re.compile(
    rf" of (?:the |all )?(?:(?:[{UPPER}][\w.-]*|\d+|member|participating|allied|the|and|EU"
    rf"|European) )*"
    rf"(?:countries|states|nations|members|allies|governments|[{UPPER}][\w-]*)"
    r"(?: (?:parliament|government|congress|senate|cabinet|community|opposition|army|media))?"
    rf"(?: of (?:the )?[{UPPER}][\w-]*)*"
    r"| of (?:the )?(?:(?!(?:in|on|at|for)\b)[a-z-]+ ){0,2}[a-z-]+"
    r"(?=[.,;:]|$| (?:in|on|at|to|and|who|by|today|yesterday|this|during|about|after)\b)"
)


def _with_of(page: Page, row: Mention, end: int) -> int:
    """Let "the foreign ministers" run on over "of NATO member countries"."""
    if row.kind not in (MentionKind.GROUP, MentionKind.NOMINAL):
        return row.end
    more = _OF_MEMBERS.match(page.text, row.end, end)
    return more.end() if more else row.end
