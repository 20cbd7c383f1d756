"""Whether an encounter was held, is announced or proposed, was moved or called off."""

from __future__ import annotations

import re
from typing import NamedTuple

from natobrief.model import MeetingStatus, Outcome
from natobrief.reader.meetings.encounter import Encounter
from natobrief.reader.page import Page

__all__ = ["PROPOSED_TO", "Status", "status_of"]

Found = tuple[int, int]

_BEHIND = re.compile(
    r"(?:,? (?:which|that))?(?: (?!that\b)\w+){0,4}? (?:will|to be held|to take place"
    r"|(?:is|are|was|were)"
    r" (?:due|scheduled|planned|set|expected)(?: to| for)?"
    r"|(?:is|are|was|were) being (?:prepared|planned|organi[sz]ed|arranged|considered|negotiated)"
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
    r"|ahead of|planned|instructed to|tasked (?:to|with)"
    r"|being (?:prepared|planned|organi[sz]ed|arranged)"
    r"|coming|later this|to take place)\b"
)
_AT = re.compile(r"\b(at|during|after|following) (?:(?:the|a|an|his|her|their|its) )?$", re.I)
_HELD_VERB = re.compile(
    r"\b(?:met|held|had|spoke|spoken|visited|hosted|received|welcomed|attended|chaired|discussed"
    r"|took place|convened|gathered|travel+ed|concluded|ended|wrapped up|after|following|during"
    r"|called|phoned|telephoned|talked|paid|made|took part|participated|addressed|conducted|flew"
    r"|arrived|continued|opened|began|started|joined|signed)\b"
)


_NEGATED = re.compile(
    r"\b(?:(?:did|does|do|will|would|has|have|had|was|were|is|are) not"
    r"|(?:did|does|do|would|has|have|had|was|were|is|are)n['’]t|won['’]t|never) "
    r"(?:be |been )?(?:meet|met|hold|held|convened?|gather|gathered|sit|take place"
    r"|taken place|spoken?"
    r"|speak|talk|talked|discuss|discussed|visit|visited|call|called|hosted|host|received)\b"
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
    return (
        _change(page, encounter)
        or _plan(page, encounter)
        or Status(MeetingStatus.CONFIRMED, Outcome.HELD, "held", _held(page, encounter))
    )


PROPOSED_TO = re.compile(
    r"\b(?P<verb>propos(?:e[ds]?|ing)|suggest(?:ed|s|ing)?|offer(?:ed|s|ing)?|invit(?:e[ds]?|ing)"
    r"|ask(?:ed|s|ing)?|urg(?:e[ds]?|ing)|call(?:ed|s|ing)? on)"
    r" (?P<whom>(?:[\w.’'-]+,? ){1,14}?)to"
    r" (?:hold|have|organi[sz]e|convene|arrange|conduct|join|attend|host)"
    r" (?:(?!(?:with|and|to|that|who)\b)[\w-]+ ){0,3}$"
)
"""Who is asked to hold an encounter, up to the words that name it: "proposed to Lee to hold a"."""
_ASKED = 200

_CHANGES = (
    (_CANCELLED, MeetingStatus.CANCELLED, Outcome.NOT_HELD, "cancelled"),
    (_POSTPONED, MeetingStatus.POSTPONED, Outcome.PENDING, "postponed"),
    (_RESCHEDULED, MeetingStatus.RESCHEDULED, Outcome.PENDING, "rescheduled"),
)
_PLANS = (
    (_PROPOSED, MeetingStatus.TENTATIVE, "proposed"),
    (_ANNOUNCED, MeetingStatus.CONFIRMED, "announced"),
)
_BY_HEAD = ("head", "head-complement")
_LOOK = 60  # how far on both sides of the naming words its verbs stand


def _change(page: Page, encounter: Encounter) -> Status | None:
    """Read that it was called off, put off or moved, or that it didn't take place."""
    start, end = page.layout.sentences[encounter.sentence]
    low, high = max(start, encounter.start - _LOOK), min(end, encounter.end + _LOOK)
    for pattern, status, outcome, rule in _CHANGES:
        m = pattern.search(page.text, low, high) or _changed(page, pattern, encounter.end, end)
        if m is not None and not page.quoted[m.start()] and page.uses(rule):
            return Status(status, outcome, rule, m.span())
    negated = _NEGATED.search(page.text, max(low, encounter.start - 30), high)
    if negated is not None and _beside(encounter, negated) and not page.quoted[negated.start()]:
        return Status(MeetingStatus.CONFIRMED, Outcome.NOT_HELD, "not-held", negated.span())
    return None


def _plan(page: Page, encounter: Encounter) -> Status | None:
    """Read that it lies ahead, for certain or not."""
    start, end = page.layout.sentences[encounter.sentence]
    low, head = max(start, encounter.start - _LOOK), encounter.head[0] + 1
    behind = _verb_behind(page, encounter, end)
    tensed = encounter.head[0] if encounter.rule in _BY_HEAD else encounter.head[1]
    stop = behind.end() if behind else tensed
    would = _last(_WOULD, page, low, stop)
    if would is not None and not _HELD_VERB.search(page.text, would[1], head):
        return _of_would(page, start, end, would)
    for pattern, status, rule in _PLANS:
        last = _last(pattern, page, low, stop)
        if last is None or _HELD_VERB.search(page.text, last[1], head):
            continue
        if rule == "proposed" and behind and _is_certain(page, encounter, last, behind):
            continue
        if _last(_IF, page, start, end) is not None:
            return Status(MeetingStatus.TENTATIVE, Outcome.PENDING, "proposed", last)
        return Status(status, Outcome.PENDING, rule, last)
    asked = PROPOSED_TO.search(page.text, max(start, encounter.start - _ASKED), encounter.start)
    if asked is not None and not page.quoted[asked.start()]:
        return Status(MeetingStatus.TENTATIVE, Outcome.PENDING, "proposed", asked.span("verb"))
    return None


def _is_certain(page: Page, encounter: Encounter, cue: Found, behind: re.Match[str]) -> bool:
    """Tell "suggested that the talks will take place" from "suggested talks"."""
    is_firm = _FIRM.search(page.text, *behind.span()) is not None
    return is_firm and _THAT.search(page.text, cue[1], encounter.start) is not None


def _held(page: Page, encounter: Encounter) -> Found | None:
    """Find the words that say that it was held."""
    start, end = page.layout.sentences[encounter.sentence]
    low = max(start, encounter.start - _LOOK)
    if encounter.rule in _BY_HEAD:
        before = page.text[low : encounter.start]
        lead = _AT.search(before)
        if lead is not None:
            return low + lead.start(1), low + lead.end(1)
        if _TALKED_ABOUT.search(before):
            return None
    told = max(encounter.head[1] + 30, encounter.until + 20)
    return _last(_HELD_VERB, page, low, min(end, told))


_PASSIVE_AT = re.compile(r"\b(?:was|were|been|be|being) (?:again |once more |also )?$")


_FIRM = re.compile(r"\b(?:will|to be held|to take place|scheduled|due)\b")
_THAT = re.compile(r"\bthat\b")
_TALKED_ABOUT = re.compile(
    r"\b(?:discuss(?:ed|es|ing)?|spoke (?:about|of)|talked about|welcomed|praised|criticized"
    r"|criticised|commented on|issues? of|matters? of|topics? of) (?:(?:the|an?|his|her|their) )?$"
)


def _changed(page: Page, pattern: re.Pattern[str], start: int, end: int) -> re.Match[str] | None:
    """Find a change further on: "The talks, planned for May 3 in Oslo, have been postponed"."""
    if page.heads_between(start, min(end, start + 120)):
        return None
    m = pattern.search(page.text, start, min(end, start + 120))
    return m if m and _PASSIVE_AT.search(page.text[max(m.start() - 24, 0) : m.start()]) else None


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
