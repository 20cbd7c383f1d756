"""Where, how and at which level people meet."""

from __future__ import annotations

import re

from natobrief.model import MeetingFormat, MeetingKind
from natobrief.reader.meetings.encounter import AIM, NOUN_RULES, Encounter
from natobrief.reader.meetings.guests import Party
from natobrief.reader.page import Page
from natobrief.reader.people.mentions import Mention, MentionKind

__all__ = ["body_in_name", "format_of", "kind_of", "level_of", "place_of"]

Found = tuple[int, int]

_IN = re.compile(r"\b(?:in|at|to) (?:the )?$")
_TOPIC = re.compile(
    r"\b(?:on|about|of|discuss\w*|focus\w*|situation|conflict|crisis|role|developments?|war"
    r"|presence"
    r"|and that|said|after|against|security|peace|issues?)\b(?! (?:\w+day|[A-Z]\w+ \d|\d))"
)


_SITTING = ("summit", "session", "meeting", "conference")
_STATES = (MentionKind.COUNTRY, MentionKind.DEMONYM, MentionKind.ORGANIZATION)


def body_in_name(page: Page, encounter: Encounter) -> Mention | None:
    """Read the body in "a NATO summit", also where the whole is a name: "NATO Summit"."""
    if encounter.kind not in _SITTING or encounter.rule not in NOUN_RULES:
        return None
    head = encounter.head[0]
    rows = page.mentions.between(encounter.start, encounter.head[1])
    if len(rows) == 1 and rows[0].end == encounter.head[1] and rows[0].start < head:
        name = " ".join(page.text[rows[0].start : head].split())
        known = tuple(k for k in page.names.get(name) if k.kind == "organization")
        end = rows[0].start + len(page.text[rows[0].start : head].rstrip())
        return rows[0]._replace(end=end, name=name, known=known) if known else None
    sides = [row for row in rows if row.kind in _STATES and row.end <= head]
    only = len(sides) == 1 and sides[0].kind is MentionKind.ORGANIZATION
    return sides[0] if only else None


def place_of(page: Page, encounter: Encounter) -> Mention | None:
    """Find where: the first place behind "in" or "at" nearby, else at the sentence's start."""
    start, end = page.layout.sentences[encounter.sentence]
    building, last = None, encounter.end
    for row in page.mentions.between(encounter.head[0], min(end, encounter.until + 90)):
        between = page.text[encounter.head[1] : row.start]
        if row.start >= encounter.end and _TOPIC.search(page.text[last : row.start]):
            break
        last = max(last, row.end)  # "the Hall of the People" names no topic
        if _is_place(page, row, encounter) and len(between) < 200:
            return row
        if building is None and row.governed == "at" and _is_building(row):
            building = row
    # "In Oslo, Ann Lee said that they had spoken by phone": there she spoke, not they.
    if encounter.kind in ("visit", "call") or building is not None:
        return building
    for row in page.mentions.between(start, min(start + 60, encounter.start)):
        if row.start - start < 14 and _is_place(page, row, encounter) and row.governed == "in":
            return row
    return _travelled_to(page, encounter, start)


def _travelled_to(page: Page, encounter: Encounter, start: int) -> Mention | None:
    """Read where those meet who travel for it: "will fly to Oslo on Monday for talks with"."""
    low = max(start, encounter.start - _TRIP)
    rows = [row for row in page.mentions.between(low, encounter.start) if row.kind in _WHERE]
    if not rows or rows[-1].governed != "to" or encounter.rule not in ("head", "head-complement"):
        return None
    row = rows[-1]
    aim = _FOR.fullmatch(page.text, row.end, encounter.start)
    travels = _TRAVELS.search(page.text, max(start, row.start - 20), row.start)
    return row if aim and travels and _is_town(page, row) else None


_BUILDING = re.compile(
    r"\b(?:Headquarters|HQ|Palace|Hall|House|Castle|Residence|Embassy|Chancellery|Building|Hotel"
    r"|Airport|Centre|Center)\b"
)
_TRIP = 120  # how far before an encounter the trip is told of that is made for it
_WHERE = (MentionKind.PLACE, MentionKind.COUNTRY, MentionKind.PERSON)
_FOR = re.compile(
    r"(?: (?:on|in|this|next|last|later|late|early|today|yesterday|tomorrow)\b[\w ]{0,24}"
    rf"| \w+day)?{AIM.pattern}"
)
_TRAVELS = re.compile(
    r"\b(?:travel(?:s|l?ed|l?ing)?|fl(?:y|ies|ew|ying)|go(?:es|ing)?|went|c[oa]me|head(?:s|ed|ing)?"
    r"|return(?:s|ed)?|trips?|visits?) (?:back )?to (?:the )?$"
)


def _is_place(page: Page, row: Mention, encounter: Encounter) -> bool:
    kinds = (MentionKind.PLACE, MentionKind.COUNTRY, MentionKind.PERSON)
    allowed = ("in", "at", "to") if encounter.kind == "visit" else ("in", "at")
    if row.kind not in kinds or row.owns:
        return False
    if encounter.rule == "visited" and row.start - encounter.head[1] < 6:
        return True
    if row.governed not in allowed:
        return False
    return _is_town(page, row)


def _is_building(row: Mention) -> bool:
    return (
        row.kind is MentionKind.ORGANIZATION and not row.owns and bool(_BUILDING.search(row.name))
    )


def _is_town(page: Page, row: Mention) -> bool:
    """Say whether a name can be that of a place, though no list holds it."""
    if row.kind is not MentionKind.PERSON:
        return True
    return row.office is None and not row.known and row.last not in page.mentions.full_names


_FORMATS = (
    (re.compile(r"\bhybrid\b"), MeetingFormat.HYBRID),
    (
        re.compile(
            r"\b(?:video[- ]?(?:conference|link|call|teleconference)|virtual(?:ly)?|online"
            r"|by video|VTC)\b",
            re.I,
        ),
        MeetingFormat.VIRTUAL,
    ),
    (re.compile(r"\b(?:(?:tele)?phone[d]?|conference call|telephoned)\b"), MeetingFormat.TELEPHONE),
    (re.compile(r"\b(?:in person|face[- ]to[- ]face)\b"), MeetingFormat.IN_PERSON),
)


def format_of(page: Page, encounter: Encounter) -> tuple[MeetingFormat, Found] | None:
    """Read how people meet, from the sentence's words around the encounter."""
    start, end = page.layout.sentences[encounter.sentence]
    low, high = max(start, encounter.start - 40), min(end, encounter.end + 60)
    for pattern, value in _FORMATS:
        m = pattern.search(page.text, low, high)
        if m is not None and not _in_other_clause(page, encounter, m.span()):
            return value, m.span()
    if encounter.rule in ("called", "phoned"):
        return MeetingFormat.TELEPHONE, encounter.head
    return None


def _in_other_clause(page: Page, encounter: Encounter, place: Found) -> bool:
    """Say whether a comma divides words from an encounter that is only pointed back to."""
    if not encounter.again:
        return False
    gap = page.text[encounter.end : place[0]] or page.text[place[1] : encounter.start]
    return "," in gap


_KINDS = (
    (
        re.compile(r"\b(?:extraordinary|emergency|special|urgent|unscheduled|crisis)\b", re.I),
        MeetingKind.EXTRAORDINARY,
    ),
    (re.compile(r"\b(?:informal|private|unofficial)\b", re.I), MeetingKind.INFORMAL),
    (
        re.compile(r"\b(?:regular|annual|ordinary|biannual|periodic|monthly|weekly)\b", re.I),
        MeetingKind.REGULAR,
    ),
)


def kind_of(page: Page, encounter: Encounter) -> tuple[MeetingKind, Found] | None:
    """Read the kind from the words right before the head."""
    for pattern, value in _KINDS:
        m = pattern.search(page.text, encounter.start, encounter.head[0])
        if m is not None:
            return value, m.span()
    return None


_LEVELS = re.compile(
    r"\b(?:foreign ministers?|defen[cs]e ministers?|finance ministers?|interior ministers?"
    r"|heads of state and (?:of )?government|heads of state|heads of government"
    r"|permanent representatives"
    r"|ambassadors?|leaders|presidents|prime ministers|chiefs of defen[cs]e|ministers?"
    r"|political directors"
    r"|national security advisers|senior officials|experts)(?:['’]s?)?\b",
    re.I,
)
_AT_THE_LEVEL = re.compile(r" at the (?:level of|[\w ]{3,30}? level)")
_AT_LEVEL = re.compile(
    r"\bat (?:the )?(?:level of )?(?:the )?([\w ]{3,40}?)(?: level)?(?=[ ,.;]|$)"
)


def level_of(page: Page, encounter: Encounter, found: list[Party]) -> tuple[str, Found] | None:
    """Read the level, in small letters: "foreign ministers"."""
    _, end = page.layout.sentences[encounter.sentence]
    groups = [(p.row.start, p.row.end) for p in found if p.row.kind is MentionKind.GROUP]
    places = [(encounter.start, encounter.head[0]), *groups]
    at = _AT_THE_LEVEL.search(page.text, encounter.head[1], min(end, encounter.end + 60))
    if at is not None:
        places.insert(0, (at.start(), min(end, at.end() + 40)))
    for low, high in places:
        m = _LEVELS.search(page.text, low, high)
        if m is not None:
            level = re.sub(r"['’]s?$", "", m[0].lower())
            return (
                level if level.endswith(("s", "government", "state", "defence")) else level + "s"
            ), m.span()
    return None
