"""Sentences about a statement as such: "The statement was issued on Friday"."""

from __future__ import annotations

import re
from typing import NamedTuple

from natobrief.model import Actor
from natobrief.reader.page import Page
from natobrief.reader.people.identities import People
from natobrief.reader.people.mentions import Mention, MentionKind
from natobrief.reader.text.guarded import Guarded

__all__ = ["ISSUED", "Issued", "issued_statements"]

ISSUED = Guarded(
    re.compile(
        r"\b(?:[Tt]he|[Tt]his|[Hh]is|[Hh]er|[Tt]heir|[Tt]hese|[Tt]hose) (?:[a-z]+ )?(?:statement"
        r"|remarks?|comments?"
        r"|announcement|declaration|message|warning|appeal|address|speech|words)s? "
        r"(?:(?:was|were|has been|have been) (?:issued|made|delivered|released|given|published"
        r"|read)|came|followed)\b"
    ),
    (" was ", " were ", " been ", " came", " followed"),
)
"""How a sentence begins that tells of a statement itself."""

_ACTORS = (MentionKind.PERSON, MentionKind.ORGANIZATION, MentionKind.COUNTRY, MentionKind.OFFICE)
_OPENING = 80
_REACH = 600


class Issued(NamedTuple):
    """A sentence that tells of a statement, and whose statement it is."""

    sentence: int
    actor: Actor | None


def issued_statements(page: Page, people: People) -> list[Issued]:
    """Find the sentences that tell of a statement itself, by place."""
    found: list[Issued] = []
    sentences = page.layout.sentences if page.uses("issued") else []
    for index, (start, end) in enumerate(sentences):
        m = ISSUED.search(page.text, start, min(end, start + _OPENING))
        if m is not None and not page.quoted[m.start()]:
            row = _issuer(page, start, end)
            actor = people.identify(row).actor if row is not None else None
            found.append(Issued(index, actor))
    return found


def _issuer(page: Page, start: int, end: int) -> Mention | None:
    """Take who is named behind "by", else the person named last before."""
    rows = page.mentions.between(start, end)
    by = [row for row in rows if row.governed == "by" and row.kind in _ACTORS]
    if by:
        return by[0]
    before = [
        row
        for row in page.mentions.between(max(start - _REACH, 0), start)
        if row.kind is MentionKind.PERSON and not row.owns and not page.quoted[row.start]
    ]
    return before[-1] if before else None
