"""Who takes part in an encounter."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from natobrief.model import Role
from natobrief.reader.encounter import Encounter
from natobrief.reader.mentions import Mention, MentionKind
from natobrief.reader.page import Page

__all__ = ["Party", "parties"]


class Party(NamedTuple):
    """Somebody who takes part.

    Attributes:
        row: The mention.
        role: What they do there.
        rule: The name of the rule.
    """

    row: Mention
    role: Role
    rule: str


_SIDES = (
    MentionKind.PERSON,
    MentionKind.ORGANIZATION,
    MentionKind.COUNTRY,
    MentionKind.OFFICE,
    MentionKind.GROUP,
    MentionKind.NOMINAL,
    MentionKind.DEMONYM,
)
_TO_VERB = re.compile(
    r"(?:,? (?:which|who)| (?:also|then|later|today|yesterday|jointly|both|\w+day|has|have|had"
    r"|will|would|is|are|was|were|to|be|been|being|due|set|expected|scheduled"
    r"|and|\w+ly|there|hold|held|holding|holds|host|hosted|attend|attended|attends|chair|chaired"
    r"|take|took|part|in|at|conduct|conducted|convene|convened"
    r"|a|an|the|his|her|their|its|another|plan|plans|agreed|begin|began|start|started|continue"
    r"|continued|resume|resumed|announced))*[ ,]*"
)
_SUBJECT = 300  # how far before a verb its subject can begin
_HOSTING = re.compile(r"\b(?:host|hosts|hosted|hosting|received|receive|welcomed|welcome)\b")
_CHAIRING = re.compile(r"\b(?:chair|chairs|chaired|chairing|presided)\b")
_CHAIRED_BY = re.compile(r"\b(?:chaired|led|headed|presided over) by ")
_BY = re.compile(r"\b(?:by|said|stated|told) (?:the )?$")


def parties(page: Page, encounter: Encounter) -> list[Party]:
    """List those who take part, in the order of the text."""
    start, end = page.layout.sentences[encounter.sentence]
    found = _in_subject(page, encounter, start)
    found += _in_modifiers(page, encounter)
    found += _in_complement(page, encounter)
    found += _chair(page, encounter, end)
    if encounter.kind == "briefing" and not any(p.rule == "subject" for p in found):
        found = _speaker_there(page, encounter, start) + found
    kept: dict[int, Party] = {}
    for party in sorted(found, key=lambda p: p.row.start):
        kept.setdefault(party.row.start, party)
    return list(kept.values())


def _in_complement(page: Page, encounter: Encounter) -> list[Party]:
    body = encounter.body.start if encounter.body else -1
    last = encounter.head[1]
    found: list[Party] = []
    rows = page.mentions.between(encounter.head[1], encounter.until)
    for row, then in itertools.zip_longest(rows, rows[1:]):
        if then is not None and _describes(page, row, then):
            continue
        gap = page.text[last : row.start]
        apposition = found and gap.startswith(",") and not re.search(r"\band\b", gap)
        last = row.end
        if row.start == body or row.kind not in _SIDES or row.owns:
            continue
        if apposition and row.kind in (MentionKind.OFFICE, MentionKind.NOMINAL):
            continue
        if row.governed in ("of", "to", "for") and found and encounter.kind != "visit":
            continue
        found.append(Party(_widened(page, row, encounter.until), Role.ATTENDEE, "complement"))
    return found


def _describes(page: Page, row: Mention, then: Mention) -> bool:
    """Say whether a description only leads to a name: "her Swedish counterpart Ann Lee"."""
    is_lead = row.kind is MentionKind.NOMINAL and then.kind is MentionKind.PERSON
    return is_lead and page.text[row.end : then.start] == " "


def _widened(page: Page, row: Mention, end: int) -> Mention:
    """Take the whole description of a group: "foreign ministers of NATO member countries"."""
    if row.kind is not MentionKind.GROUP or row.end >= end:
        return row
    rest = page.text[row.end : end]
    if not rest.startswith(" of "):
        return row
    return row._replace(end=end, name=" ".join(page.text[row.start : end].split()))


def _in_modifiers(page: Page, encounter: Encounter) -> list[Party]:
    if encounter.rule == "body-sits":
        return []
    rows = [
        row
        for row in page.mentions.between(encounter.start, encounter.head[0])
        if row.kind in (MentionKind.COUNTRY, MentionKind.DEMONYM, MentionKind.ORGANIZATION)
    ]
    if len(rows) == 1 and rows[0].kind is MentionKind.ORGANIZATION:
        return []  # "a NATO summit": the body that meets
    return [Party(row, Role.ATTENDEE, "modifier") for row in rows]


def _in_subject(page: Page, encounter: Encounter, start: int) -> list[Party]:
    """Read the subject of "A and B will hold talks", "A met with"."""
    verb = encounter.start
    if encounter.rule == "body-sits":
        return []
    rows = page.mentions.between(max(start, verb - _SUBJECT), verb)
    while rows and rows[-1].kind is MentionKind.PRONOUN and rows[-1].name in ("who", "it"):
        rows.pop()
    if not rows:
        return []
    gap = page.text[rows[-1].end : verb]
    if not _TO_VERB.fullmatch(gap) or not _holds(gap, encounter):
        return []
    role = Role.ATTENDEE
    if _HOSTING.search(page.text[rows[-1].end : encounter.head[1]]):
        role = Role.HOST
    elif _CHAIRING.search(gap):
        role = Role.CHAIR
    return [Party(row, role, "subject") for row in _coordinated(page, rows)]


_HOLDING = re.compile(
    r"\b(?:had|has|have|hold|held|holds|holding|host|hosted|hosts|attend|attended|attends|chair"
    r"|chaired"
    r"|take part|took part|conduct|conducted|convene|convened|began|begin|start|started|continued"
    r"|continue|resume|resumed)\b"
)


def _holds(gap: str, encounter: Encounter) -> bool:
    return encounter.rule not in ("head", "head-complement") or bool(_HOLDING.search(gap))


def _coordinated(page: Page, rows: list[Mention]) -> list[Mention]:
    """Walk back over "A, B and C"; a possessor or an apposition ends the walk."""
    taken = [rows[-1]]
    for row in reversed(rows[:-1]):
        gap = page.text[row.end : taken[-1].start]
        if not re.fullmatch(r",? and (?:the )?|, (?:the )?", gap) or row.governed or row.owns:
            break
        if gap.startswith(",") and " and" not in gap and len(taken) < 2:
            # "Maria Keller, the minister": one person, unless a list goes on with "and".
            taken = [row] if taken[0].kind in (MentionKind.OFFICE, MentionKind.NOMINAL) else taken
            break
        taken.append(row)
    kept = [r for r in reversed(taken) if r.kind in _SIDES or r.name in ("he", "she", "they")]
    return [r for r in kept if not r.governed and not r.owns]


def _chair(page: Page, encounter: Encounter, end: int) -> list[Party]:
    m = _CHAIRED_BY.search(page.text, encounter.head[1], min(end, encounter.end + 80))
    if m is None:
        return []
    rows = page.mentions.between(m.end(), end)[:1]
    return [Party(row, Role.CHAIR, "chaired-by") for row in rows if row.start - m.end() < 6]


def _speaker_there(page: Page, encounter: Encounter, start: int) -> list[Party]:
    """Whoever speaks at a briefing takes part in it."""
    kinds = (MentionKind.PERSON, MentionKind.OFFICE)
    for row in page.mentions.between(max(start, encounter.start - _SUBJECT), encounter.start):
        if row.kind in kinds and row.governed in ("", "by") and not row.owns:
            return [Party(row, Role.ATTENDEE, "speaks-there")]
    return []
