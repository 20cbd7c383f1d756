"""The side that official texts leave out: the speaker's own in "talks with Sweden"."""

from __future__ import annotations

import re

from natobrief.model import Person
from natobrief.reader.meetings.encounter import Encounter
from natobrief.reader.meetings.guests import Party
from natobrief.reader.page import Page
from natobrief.reader.people.identities import People
from natobrief.reader.people.mentions import Mention, MentionKind
from natobrief.reader.people.names import Known

__all__ = ["home_side"]

_STATES = (MentionKind.COUNTRY, MentionKind.ORGANIZATION, MentionKind.DEMONYM)
_SIDES = (*_STATES, MentionKind.GROUP)
_SPEAKERS = (MentionKind.NOMINAL, MentionKind.PERSON, MentionKind.OFFICE, MentionKind.GROUP)
_WITH = re.compile(r"\bwith\b")
_WORD = re.compile(r"\S+")


def home_side(
    page: Page, people: People, encounter: Encounter, found: list[Party]
) -> tuple[Known, Mention] | None:
    """Say for which state the one speaks whom a sentence has tell of talks with other states.

    Only where nobody else can be the missing side: no party stands before the talks, and no
    state or body between the speaker and them.
    """
    words = page.text[encounter.head[1] : encounter.until]
    is_open = encounter.kind == "talks" and encounter.rule == "head-complement"
    if not is_open or not found or _WITH.search(words) is None:
        return None
    if any(p.rule != "complement" or p.row.kind not in _SIDES for p in found):
        return None
    if all(p.row.kind is MentionKind.GROUP for p in found):
        return None
    row = _speaker(page, encounter)
    state = None if row is None else _state_of(page, people, row)
    return None if row is None or state is None else (state, row)


def _speaker(page: Page, encounter: Encounter) -> Mention | None:
    start = page.layout.sentences[encounter.sentence][0]
    rows = page.mentions.between(max(start, encounter.start - 300), encounter.start)
    rows = [row for row in rows if not row.owns]
    speakers = [row for row in rows if row.kind in _SPEAKERS]
    first = next((row for row in speakers if not row.governed), None)
    if first is None and len(speakers) == 1:
        first = speakers[0]
    if first is None:
        return None
    others = (row for row in rows if row.start > first.end and not row.governed)
    return None if any(row.kind in _SIDES for row in others) else first


def _state_of(page: Page, people: People, row: Mention) -> Known | None:
    """Find the one state that an office or a side names: "President of Norway"."""
    figure = people.figures.of(row)
    texts = [page.text[row.start : row.end]] if figure is None else list(figure.offices)
    found = _states_in(page, texts)
    if not found and figure is not None and len(figure.known) == 1:
        known = figure.known[0]
        terms = people.knowledge.directory.posts(Person(id=known.id, name=known.name), people.on)
        found = _states_in(page, [term.post.name for term in terms])
    return next(iter(found.values())) if len(found) == 1 else None


def _states_in(page: Page, texts: list[str]) -> dict[str, Known]:
    found: dict[str, Known] = {}
    for text in texts:
        for word in _WORD.finditer(text):
            known = page.names.longest(text, word.start(), len(text))
            for one in known[1] if known is not None else ():
                if one.kind in ("country", "demonym"):
                    found.setdefault(one.id, one)
    return found
