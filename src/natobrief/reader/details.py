"""What a sentence says about an encounter: who takes part, where, how firm it is, what about."""

from __future__ import annotations

import re
from typing import NamedTuple

from natobrief.model import MeetingFormat, MeetingKind, MeetingStatus, Outcome, Role
from natobrief.reader.encounters import Encounter
from natobrief.reader.letters import UPPER
from natobrief.reader.mentions import Mention, MentionKind
from natobrief.reader.page import Page

__all__ = [
    "AGENDA",
    "Party",
    "agenda_items",
    "format_of",
    "kind_of",
    "level_of",
    "parties",
    "place_of",
    "status_of",
]

Found = tuple[int, int]


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
_LINK = re.compile(
    r"\s*(?:,|and|, and|as well as|, as well as|together with|-|–|/)?\s*(?:and )?(?:the |a |his |her |its |their )?(?:[a-z]+ ){0,2}"
)
_TO_VERB = re.compile(
    r"(?:,? (?:which|who)| (?:also|then|later|today|yesterday|jointly|both|\w+day|has|have|had|will|would|is|are|was|were|to|be|been|being|due|set|expected|scheduled"
    r"|and|\w+ly|there|hold|held|holding|holds|host|hosted|attend|attended|attends|chair|chaired|take|took|part|in|at|conduct|conducted|convene|convened"
    r"|a|an|the|his|her|their|its|another|plan|plans|agreed|begin|began|start|started|continue|continued|resume|resumed|announced))*[ ,]*"
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
    for row in page.mentions.between(encounter.head[1], encounter.until):
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
    r"\b(?:had|has|have|hold|held|holds|holding|host|hosted|hosts|attend|attended|attends|chair|chaired"
    r"|take part|took part|conduct|conducted|convene|convened|began|begin|start|started|continued|continue|resume|resumed)\b"
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


_IN = re.compile(r"\b(?:in|at|to) (?:the )?$")
_TOPIC = re.compile(
    r"\b(?:on|about|of|discuss\w*|focus\w*|situation|conflict|crisis|role|developments?|war|presence"
    r"|and that|said|after|against|security|peace|issues?)\b(?! (?:\w+day|[A-Z]\w+ \d|\d))"
)


def place_of(page: Page, encounter: Encounter) -> Mention | None:
    """Find where: the first place "in" or "at" near the naming words, else at the sentence's start."""
    start, end = page.layout.sentences[encounter.sentence]
    for row in page.mentions.between(encounter.head[0], min(end, encounter.until + 90)):
        between = page.text[encounter.head[1] : row.start]
        if row.start >= encounter.end and _TOPIC.search(page.text[encounter.end : row.start]):
            break
        if _is_place(page, row, encounter) and len(between) < 200:
            return row
    if encounter.kind == "visit":
        return None
    for row in page.mentions.between(start, min(start + 60, encounter.start)):
        if row.start - start < 14 and _is_place(page, row, encounter) and row.governed == "in":
            return row
    return None


def _is_place(page: Page, row: Mention, encounter: Encounter) -> bool:
    kinds = (MentionKind.PLACE, MentionKind.COUNTRY, MentionKind.PERSON)
    allowed = ("in", "at", "to") if encounter.kind == "visit" else ("in", "at")
    if row.kind not in kinds or row.owns:
        return False
    if encounter.rule == "visited" and row.start - encounter.head[1] < 6:
        return True
    if row.governed not in allowed:
        return False
    if row.kind is MentionKind.PERSON:
        return row.office is None and not row.known and row.last not in page.mentions.full_names
    return True


_BEHIND = re.compile(
    r"(?: \w+){0,4}? (?:will|to be held|to take place|(?:is|are|was|were) (?:due|scheduled|planned|set|expected)(?: to| for)?"
    r"|should|could|would|may|might)\b"
)
_CANCELLED = re.compile(r"\b(?:cancell?ed|called off|call off|scrapped|cancel|cancels)\b")
_POSTPONED = re.compile(r"\b(?:postponed?|postpones|put off|delayed|deferred|adjourned)\b")
_RESCHEDULED = re.compile(
    r"\b(?:rescheduled?|moved (?:from|to|forward|back|up)|brought forward|pushed back)\b"
)
_PROPOSED = re.compile(
    r"\b(?:invit\w+|propos\w+|ready (?:to|for)|readiness|initiative|issue of|importance of|possib\w+ of|idea of"
    r"|should|would like|agree(?:d|s)? (?:on|to)|offer(?:ed|s)? (?:to|a)|could|might|may|hopes? (?:to|for)|called for"
    r"|calls? for|urged?|want(?:s|ed)?|suggest\w*|consider\w*|willing\w*|need (?:for|to)|expressed|seek\w*|sought|starting)\b"
)
_ANNOUNCED = re.compile(
    r"\b(?:will|won't|to be held|scheduled|is to|are to|is due|are due|due to|upcoming|next|preparations? (?:for|to)"
    r"|forthcoming|plan(?:s|ned)? (?:to|for)|set (?:to|for)|expected to|are expected|is expected|ahead of|planned"
    r"|coming|later this|to take place)\b"
)
_AT = re.compile(r"\b(at|during|after|following) (?:(?:the|a|an|his|her|their|its) )?$", re.I)
_HELD_VERB = re.compile(
    r"\b(?:met|held|had|spoke|spoken|visited|hosted|received|welcomed|attended|chaired|discussed|took place|convened|gathered|travel+ed|concluded|ended|wrapped up|after|following|during)\b"
)


class Status(NamedTuple):
    """How firm a plan is and what came of it, with the words that say so."""

    status: MeetingStatus
    outcome: Outcome
    rule: str
    where: Found | None


def status_of(page: Page, encounter: Encounter) -> Status:
    """Read whether an encounter was held, is announced, proposed, moved or called off."""
    start, end = page.layout.sentences[encounter.sentence]
    low, high = max(start, encounter.start - 60), min(end, encounter.end + 60)
    changes = (
        (_CANCELLED, MeetingStatus.CANCELLED, Outcome.NOT_HELD, "cancelled"),
        (_POSTPONED, MeetingStatus.POSTPONED, Outcome.PENDING, "postponed"),
        (_RESCHEDULED, MeetingStatus.RESCHEDULED, Outcome.PENDING, "rescheduled"),
    )
    for pattern, status, outcome, rule in changes:
        m = pattern.search(page.text, low, high)
        if m is not None and not page.quoted[m.start()]:
            return Status(status, outcome, rule, m.span())
    plans = (
        (_PROPOSED, MeetingStatus.TENTATIVE, "proposed"),
        (_ANNOUNCED, MeetingStatus.CONFIRMED, "announced"),
    )
    tensed = (
        encounter.head[1]
        if encounter.rule not in ("head", "head-complement")
        else encounter.head[0]
    )
    behind = _BEHIND.match(page.text, encounter.head[1], end)
    stop = behind.end() if behind else tensed
    for pattern, status, rule in plans:
        last = _last(pattern, page, low, stop)
        if last is not None and not _HELD_VERB.search(page.text, last[1], encounter.head[0] + 1):
            return Status(status, Outcome.PENDING, rule, last)
    lead = _AT.search(page.text[low : encounter.start])
    if lead is not None and encounter.rule in ("head", "head-complement"):
        return Status(MeetingStatus.CONFIRMED, Outcome.HELD, "held", (low + lead.start(1), low + lead.end(1)))
    held = _last(_HELD_VERB, page, low, min(end, encounter.head[1] + 30))
    return Status(MeetingStatus.CONFIRMED, Outcome.HELD, "held", held)


def _last(pattern: re.Pattern[str], page: Page, low: int, high: int) -> Found | None:
    last: Found | None = None
    for m in pattern.finditer(page.text, low, high):
        if not page.quoted[m.start()]:
            last = m.span()
    return last


_FORMATS = (
    (re.compile(r"\bhybrid\b"), MeetingFormat.HYBRID),
    (
        re.compile(
            r"\b(?:video[- ]?(?:conference|link|call|teleconference)|virtual(?:ly)?|online|by video|VTC)\b",
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
        if m is not None:
            return value, m.span()
    return None


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
    r"|heads of state and (?:of )?government|heads of state|heads of government|permanent representatives"
    r"|ambassadors?|leaders|presidents|prime ministers|chiefs of defen[cs]e|ministers?|political directors"
    r"|national security advisers|senior officials|experts)(?:['’]s?)?\b",
    re.I,
)
_AT_LEVEL = re.compile(
    r"\bat (?:the )?(?:level of )?(?:the )?([\w ]{3,40}?)(?: level)?(?=[ ,.;]|$)"
)


def level_of(page: Page, encounter: Encounter, found: list[Party]) -> tuple[str, Found] | None:
    """Read the level, in small letters: "foreign ministers"."""
    _, end = page.layout.sentences[encounter.sentence]
    groups = [(p.row.start, p.row.end) for p in found if p.row.kind is MentionKind.GROUP]
    places = [(encounter.start, encounter.head[0]), *groups]
    at = re.compile(r" at the (?:level of|[\w ]{3,30}? level)").search(
        page.text, encounter.head[1], min(end, encounter.end + 60)
    )
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


AGENDA = re.compile(
    r"\b(?:(?:will |would |is expected to |are expected to |is to |to )?(?:focus(?:es|ed)? on|discuss|weigh|consider"
    r"|address|review|take up|cover|deal with)|discussed|focused on|(?:is|are|was|were|be) (?:devoted|dedicated) to"
    r"|agenda (?:includes|included|will include|is)|topics? (?:include|will be)|on the (?:topic|subject) of)\s+",
    re.IGNORECASE,
)
_ITEM_END = re.compile(
    r"[.;!?]\s|[.;!?]$|, (?:while|which|who|as|with|but|after|said|according|including|where|adding|ahead|the (?!im))"
    rf"|, (?=[{UPPER}]\w+ (?:said|told))| (?:ahead of|in the run-up to|when they|after the|at (?:a|the) meeting)\b"
    r"| on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b| in [A-Z]\w+$| during the\b"
)
_BETWEEN_ITEMS = re.compile(
    r",? (?:and|as well as) (?=(?:the|their|its|a|an|how|ways|further|possible)\b)|, (?=(?:the|their|its)\b)"
)


def agenda_items(page: Page, start: int, end: int) -> list[Found]:
    """Divide what follows an agenda verb into items: "the situation in X" and "the implications"."""
    m = _ITEM_END.search(page.text, start, end)
    stop = m.start() if m else end
    while stop > start and page.text[stop - 1] in " .,;":
        stop -= 1
    items: list[Found] = []
    for cut in _BETWEEN_ITEMS.finditer(page.text, start, stop):
        items.append((start, cut.start()))
        start = cut.end()
    items.append((start, stop))
    return [(a, b) for a, b in items if b - a > 2]
