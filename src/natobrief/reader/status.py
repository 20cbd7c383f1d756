"""Whether an encounter was held, is announced or proposed, was moved or called off."""

from __future__ import annotations

import re
from typing import NamedTuple

from natobrief.model import MeetingStatus, Outcome
from natobrief.reader.encounter import Encounter
from natobrief.reader.page import Page

__all__ = ["Status", "status_of"]

Found = tuple[int, int]

_BEHIND = re.compile(
    r"(?: (?!that\b)\w+){0,4}? (?:will|to be held|to take place|(?:is|are|was|were)"
    r" (?:due|scheduled|planned|set|expected)(?: to| for)?"
    r"|should|could|would|may|might)\b"
)
_CANCELLED = re.compile(r"\b(?:cancell?ed|called off|call off|scrapped|cancel|cancels)\b")
_POSTPONED = re.compile(r"\b(?:postponed?|postpones|put off|delayed|deferred|adjourned)\b")
_RESCHEDULED = re.compile(
    r"\b(?:rescheduled?|moved (?:from|to|forward|back|up)|brought forward|pushed back)\b"
)
_PROPOSED = re.compile(
    r"\b(?:invit\w+|propos\w+|ready (?:to|for)|readiness|initiative|issue of|importance of"
    r"|possib\w+ of|idea of"
    r"|should|would like|agree(?:d|s)? (?:on|to)|offer(?:ed|s)? (?:to|a)|could|might|may"
    r"|hopes? (?:to|for)|called for"
    r"|calls? for|urged?|want(?:s|ed)?|suggest\w*|consider\w*|willing\w*|need (?:for|to)"
    r"|expressed|seek\w*|sought|starting)\b"
)
_ANNOUNCED = re.compile(
    r"\b(?:will|won't|to be held|scheduled|is to|are to|is due|are due|due to|upcoming|next"
    r"|preparations? (?:for|to)"
    r"|forthcoming|plan(?:s|ned)? (?:to|for)|set (?:to|for)|expected to|are expected|is expected"
    r"|ahead of|planned"
    r"|coming|later this|to take place)\b"
)
_AT = re.compile(r"\b(at|during|after|following) (?:(?:the|a|an|his|her|their|its) )?$", re.I)
_HELD_VERB = re.compile(
    r"\b(?:met|held|had|spoke|spoken|visited|hosted|received|welcomed|attended|chaired|discussed"
    r"|took place|convened|gathered|travel+ed|concluded|ended|wrapped up|after|following|during)\b"
)


_NEGATED = re.compile(
    r"\b(?:(?:did|does|do|will|would|has|have|had|was|were|is|are) not"
    r"|(?:did|does|do|would|has|have|had|was|were|is|are)n['’]t|won['’]t|never) "
    r"(?:be |been )?(?:meet|met|hold|held|convened?|gather|gathered|sit|take place|taken place)\b"
)
_WOULD = re.compile(r"\bwould\b")
_IF = re.compile(
    r"(?<!see )(?<!know )(?<!decide )(?<!ask )(?<!asked )(?<!even )(?<!as )(?<!say )(?<!wonder )"
    r"(?<!determine )(?<!discuss )(?<!consider )(?<!check )"
    r"\b(?:[Ii]f|[Uu]nless|[Pp]rovided that|[Ii]n case|on condition)\b"
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
    negated = _NEGATED.search(page.text, max(low, encounter.start - 30), high)
    if negated is not None and _beside(encounter, negated) and not page.quoted[negated.start()]:
        return Status(MeetingStatus.CONFIRMED, Outcome.NOT_HELD, "not held", negated.span())
    plans = (
        (_PROPOSED, MeetingStatus.TENTATIVE, "proposed"),
        (_ANNOUNCED, MeetingStatus.CONFIRMED, "announced"),
    )
    tensed = (
        encounter.head[1]
        if encounter.rule not in ("head", "head-complement")
        else encounter.head[0]
    )
    behind = _verb_behind(page, encounter, end)
    stop = behind.end() if behind else tensed
    would = _last(_WOULD, page, low, stop)
    if would is not None and not _HELD_VERB.search(page.text, would[1], encounter.head[0] + 1):
        return _of_would(page, start, end, would)
    for pattern, status, rule in plans:
        last = _last(pattern, page, low, stop)
        if last is not None and not _HELD_VERB.search(page.text, last[1], encounter.head[0] + 1):
            if _last(_IF, page, start, end) is not None:
                return Status(MeetingStatus.TENTATIVE, Outcome.PENDING, "proposed", last)
            return Status(status, Outcome.PENDING, rule, last)
    lead = _AT.search(page.text[low : encounter.start])
    if lead is not None and encounter.rule in ("head", "head-complement"):
        return Status(
            MeetingStatus.CONFIRMED, Outcome.HELD, "held", (low + lead.start(1), low + lead.end(1))
        )
    held = _last(_HELD_VERB, page, low, min(end, encounter.head[1] + 30))
    return Status(MeetingStatus.CONFIRMED, Outcome.HELD, "held", held)


def _verb_behind(page: Page, encounter: Encounter, end: int) -> re.Match[str] | None:
    """Return the verb that looks ahead behind the naming words, their complement or the body."""
    places = [encounter.head[1], encounter.end]
    if encounter.body is not None:
        places.append(encounter.body.end)
    behind = (
        _BEHIND.match(page.text, place, end) for place in places if place >= encounter.head[1]
    )
    return next((m for m in behind if m is not None), None)


def _beside(encounter: Encounter, negated: re.Match[str]) -> bool:
    """Say whether a denial is about the encounter: it holds its verb, or stands right by it."""
    inside = negated.start() < encounter.head[1] and encounter.head[0] < negated.end()
    before = 0 <= encounter.start - negated.end() < 8
    behind = 0 <= negated.start() - max(encounter.end, encounter.head[1]) < 3
    return inside or before or behind


def _of_would(page: Page, start: int, end: int, would: Found) -> Status:
    """Tell what "would meet if" proposes from what "said that they would meet" announces."""
    told = any(not cue.denied for cue in page.cues_between(start, would[0]))
    if told and _IF.search(page.text, start, end) is None:
        return Status(MeetingStatus.CONFIRMED, Outcome.PENDING, "announced", would)
    return Status(MeetingStatus.TENTATIVE, Outcome.PENDING, "proposed", would)


def _last(pattern: re.Pattern[str], page: Page, low: int, high: int) -> Found | None:
    last: Found | None = None
    for m in pattern.finditer(page.text, low, high):
        if not page.quoted[m.start()]:
            last = m.span()
    return last
