"""Those whom a list of guests names: "attended by A, B and C", "joining the call were"."""

from __future__ import annotations

import re
from typing import NamedTuple

from natobrief.model import Role
from natobrief.reader.meetings.encounter import Encounter, rows_of
from natobrief.reader.page import Page
from natobrief.reader.people.mentions import Mention, MentionKind
from natobrief.reader.people.widening import widened

__all__ = ["JOINED", "SIDES", "Party", "guests"]


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


SIDES = (
    MentionKind.PERSON,
    MentionKind.ORGANIZATION,
    MentionKind.COUNTRY,
    MentionKind.OFFICE,
    MentionKind.GROUP,
    MentionKind.NOMINAL,
    MentionKind.DEMONYM,
)
"""What can take part."""
_NAMED = (MentionKind.PERSON, MentionKind.OFFICE)
_ATTENDED_BY = re.compile(
    r"\b(?:(?:(?:was|were|be|been|is|are) )?(?:also )?(?:attended|joined) by"
    r"|with the participation of|in the presence of"
    r"|(?:participants|attendees) (?:were|are|included)"
    r"|attended also by|(?:brought|brings|will bring) together)\s"
)
JOINED = re.compile(
    r"\b(?:attend(?:ed|s)?|joined|took part in|takes? part in|participated? in"
    r"|(?:was|were) present at) (?:the |this )?$"
)
"""How somebody came to an encounter that was told of before: "Ann Lee attended the"."""
_TAKING_PART = re.compile(
    r"\b(?:taking part in|participating in|attending|present at|joining|participants in"
    r"|attendees of|joined) (?:the |this )?$",
    re.I,
)
_WILL_BE = re.compile(
    r" (?:will be|were|was|is|are|included|include)(?: also)?"
    r"(?:(?: the following [a-z ]{3,30})?:\s*(?:[-–•*]\s*)?| )"
)
_LISTED = re.compile(
    r",? and (?:the )?|, (?:the )?|,? as well as (?:the )?|[;,]?\s+[-–•*]\s*|;\s*(?:and )?"
)


def guests(page: Page, encounter: Encounter, start: int, end: int) -> list[Party]:
    """Read a list of those who came: "attended by A, B and C", "taking part in it will be A"."""
    m = _ATTENDED_BY.search(page.text, encounter.head[1], min(end, encounter.until + 120))
    if m is None and _TAKING_PART.search(
        page.text[max(start, encounter.start - 30) : encounter.start]
    ):
        m = _WILL_BE.match(page.text, encounter.head[1], len(page.text))
        if m is not None and ":" in m[0]:
            end = min(len(page.text), m.end() + 2 * _LIST)
    if m is None:
        return []
    found: list[Party] = []
    last = m.end()
    reach = 2 * _LIST if ":" in m[0] else _LIST
    for row in rows_of(page, m.end(), min(end, m.end() + reach)):
        gap = page.text[last : row.start]
        if row.kind in (MentionKind.OFFICE, MentionKind.NOMINAL) and gap.startswith(", ") and found:
            last = row.end  # an apposition: "Ann Lee, the minister, and Tom Keller"
            continue
        if not _LISTED.fullmatch(gap) and gap not in ("", "the "):
            break
        is_named = row.kind in (*_NAMED, MentionKind.GROUP, MentionKind.NOMINAL)
        if not is_named and _NOUN_NEXT.match(page.text, row.end):
            break  # "attended by European lawmakers"
        if row.kind in SIDES and not row.owns:
            found.append(Party(widened(page, row, row.end), Role.ATTENDEE, "attended-by"))
        last = row.end
    return found


_NOUN_NEXT = re.compile(
    r" (?!(?:and|as|in|on|at|to|for|with|of|from|by|after|before|during|about|today|yesterday|was"
    r"|were|is|are|will|who|which|took|held|this|also)\b)[a-z]"
)
_LIST = 400  # how far a list of those who came can run
