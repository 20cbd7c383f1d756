"""What an encounter is about."""

from __future__ import annotations

import re
from bisect import bisect_left

from natobrief.reader.meetings.drafts import MeetingDraft, last_told, start_of
from natobrief.reader.meetings.encounter import Encounter
from natobrief.reader.notes import Note
from natobrief.reader.page import Page
from natobrief.reader.text.letters import UPPER

__all__ = ["AGENDA", "agenda_items", "read_agendas"]

_MEMORY = 40  # how many encounters back the subject of an agenda verb can be

AGENDA = re.compile(
    r"\b(?:(?:will |would |is expected to |are expected to |is to |to )?(?:focus(?:es|ed)? on"
    r"|discuss|weigh|consider"
    r"|address|review|take up|cover|deal with)|discussed|focused on|(?:is|are|was|were"
    r"|be) (?:devoted|dedicated) to"
    r"|agenda (?:includes|included|will include|is)|topics? (?:include|will be)|on the (?:topic"
    r"|subject) of)\s+",
    re.IGNORECASE,
)
_ITEM_END = re.compile(
    r"[.;!?]\s|[.;!?]$|, (?:while|which|who|as|with|but|after|said|according|including|where"
    r"|adding|ahead|the (?!im))"
    rf"|, and (?:also )?[a-z]+ed | and (?:agreed|reaffirmed|committed|stressed|underscored"
    rf"|welcomed|thanked|emphasi[sz]ed|expressed|pledged|looked forward) "
    rf"|, (?=[{UPPER}]\w+ (?:said|told))| (?:ahead of|in the run-up to|when they|after the"
    rf"|at (?:a|the) meeting)\b"
    r"| on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b| in [A-Z]\w+$| during the\b"
)
_BETWEEN_ITEMS = re.compile(
    r",? (?:and|as well as) (?=(?:the|their|its|a|an|how|ways|further|possible)\b)|, (?=(?:the"
    r"|their|its)\b)"
)


def agenda_items(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    """Divide what follows an agenda verb into items, at "and the" and commas."""
    m = _ITEM_END.search(page.text, start, end)
    stop = m.start() if m else end
    while stop > start and page.text[stop - 1] in " .,;":
        stop -= 1
    items: list[tuple[int, int]] = []
    for cut in _BETWEEN_ITEMS.finditer(page.text, start, stop):
        items.append((start, cut.start()))
        start = cut.end()
    items.append((start, stop))
    return [(a, b) for a, b in items if b - a > 2]


_VAGUE = re.compile(
    r"(?:the|this|that|these|those|its?|their|them|all)(?: (?:same )?(?:matters?|issues?|topics?"
    r"|questions?|results?))?(?: in [A-Z]\w+)?$",
    re.I,
)
_THOSE_WHO_MEET = (
    "they",
    "participants",
    "sides",
    "parties",
    "leaders",
    "ministers",
    "interlocutors",
    "agenda",
    "presidents",
)


def read_agendas(page: Page, drafts: list[MeetingDraft]) -> None:
    """Write into the drafts what they are about, from verbs such as "discuss"."""
    if not drafts or not page.uses("agenda-verb"):
        return
    starts = [draft.first.start for draft in drafts]
    for index, (start, end) in enumerate(page.layout.sentences):
        if end <= starts[0]:
            continue
        for m in AGENDA.finditer(page.text, start, end):
            if page.quoted[m.start()]:
                continue
            low = bisect_left(starts, m.start())
            draft = _about(page, drafts[max(low - _MEMORY, 0) : low], index, m)
            if draft is None:
                continue
            # What only points is left out: "the matter", "this".
            found = agenda_items(page, m.end(), end)
            items = [item for item in found if _VAGUE.match(page.text, *item) is None]
            draft.agenda.extend(item for item in items if item not in draft.agenda)
            words = " ".join(m[0].split())
            reason = f"“{words}” says what it is about"
            draft.notes.append(Note("agenda", tuple(items), "agenda-verb", reason))
            break


def _about(
    page: Page, drafts: list[MeetingDraft], index: int, m: re.Match[str]
) -> MeetingDraft | None:
    """Say which meeting an agenda verb speaks of."""
    start = page.layout.sentences[index][0]
    back = [d for d in drafts if _is_named(d.again, start, m.start())]
    if back:
        return back[-1]
    subject = [r for r in page.mentions.between(start, m.start()) if not r.governed]
    if subject and m.start() - subject[-1].end < 3:
        word = subject[-1].name.split()[-1].lower()
        for draft in sorted(drafts, key=last_told, reverse=True):
            if draft.body is not None and draft.body.name.split()[-1].lower() == word:
                return draft
    here = [d for d in drafts if _is_named(d.encounters, start, m.end())]
    if here:
        return here[-1]
    if subject and subject[0].name.lower().split()[-1] in _THOSE_WHO_MEET:
        near = [d for d in drafts if index - 2 <= d.encounters[-1].sentence < index]
        return near[-1] if near else None
    return None


def _is_named(encounters: list[Encounter], start: int, end: int) -> bool:
    """Say whether one of the encounters, which are in order of place, begins in a stretch."""
    at = bisect_left(encounters, start, key=start_of)
    return at < len(encounters) and encounters[at].start < end
