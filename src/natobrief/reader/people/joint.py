"""Several who speak as one: "Keller and Lee said" names a group with both as its members."""

from __future__ import annotations

import re

from natobrief.reader.page import Page
from natobrief.reader.people.mentions import Mention, MentionKind

__all__ = ["joint_subject", "listed", "members_of"]

_NAMED = (
    MentionKind.PERSON,
    MentionKind.ORGANIZATION,
    MentionKind.COUNTRY,
    MentionKind.OFFICE,
)
_AND = re.compile(r",? and (?:the )?")
_COMMA = re.compile(r", (?:the )?")
_OPENS = re.compile(
    r"(?:^|[.!?:;,—–\"”’»“\n]|\b(?:that|but|while|when|as|though|both|where|because))\s*(?:the )?$",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"\s*(?:$|[.,:;!?—–\n]|(?:in|at|on|after|during|before|jointly|to|late|early|following)\b)"
)
_OF_STATES = re.compile(r" of (?:the )?(?:[^.;:\n]{2,80}?(?:, |,? and )(?:the )?)?")
_REACH = 240


def joint_subject(page: Page, row: Mention, start: int, cue: tuple[int, int]) -> Mention:
    """Widen the subject of a reporting verb to all who are named side by side with it.

    Args:
        page: The text with its tables.
        row: The one that a rule found.
        start: Where the clause can begin at the earliest.
        cue: Where the verb stands.
    """
    if row.kind not in _NAMED:
        return row
    before = row.start < cue[0]
    if before and row.kind is MentionKind.COUNTRY:
        many = _of_many(page, row, start)
        if many is not None:
            return many
    low, high = (start, cue[0]) if before else (cue[1], page.layout.sentence(row.start)[1])
    near = page.mentions.between(max(low, row.start - _REACH), min(high, row.end + _REACH))
    rows = _side_by_side(page, near, row)
    if len(rows) < 2:
        return row
    if before and not _OPENS.search(page.text[max(rows[0].start - 12, low) : rows[0].start]):
        return row
    if not before and not _CLOSES.match(page.text, rows[-1].end):
        return row
    return Mention(
        rows[0].start, rows[-1].end, MentionKind.GROUP, listed([one.name for one in rows])
    )


def _of_many(page: Page, row: Mention, start: int) -> Mention | None:
    """Return the group that a state only describes: "the foreign ministers of A, B and C"."""
    near = page.mentions.between(max(start, row.start - _REACH), row.start)
    for group in reversed(near):
        if group.kind is MentionKind.GROUP:
            is_of = _OF_STATES.fullmatch(page.text, group.end, row.start) is not None
            return group if is_of and not group.governed else None
        if group.kind is not MentionKind.COUNTRY:
            return None
    return None


def _side_by_side(page: Page, near: list[Mention], row: Mention) -> list[Mention]:
    """Return the run "A, B and C" of one sort of names that a row stands in."""
    at = next((i for i, one in enumerate(near) if one.start == row.start), -1)
    if at < 0:
        return [row]
    low = high = at
    while low > 0 and _joins(page, near[low - 1], near[low], high > low):
        low -= 1
    while high + 1 < len(near) and _joins(page, near[high], near[high + 1], False):
        high += 1
    rows = near[low : high + 1]
    is_object = rows[0].governed and rows[0].start != row.start
    return [row] if any(one.owns for one in rows[:-1]) or is_object else rows


def _joins(page: Page, first: Mention, then: Mention, is_list: bool) -> bool:
    if first.kind not in _NAMED or first.owns or then.owns or then.governed:
        return False
    states = (MentionKind.ORGANIZATION, MentionKind.COUNTRY)
    if (first.kind in states) != (then.kind in states):
        return False
    gap = page.text[first.end : then.start]
    if _AND.fullmatch(gap):
        return True
    return is_list and first.kind is then.kind and _COMMA.fullmatch(gap) is not None


def members_of(page: Page, row: Mention) -> list[Mention]:
    """Return the mentions that a joint subject is made of; none for another group."""
    rows = [one for one in page.mentions.between(row.start, row.end) if one.kind in _NAMED]
    names = [one.name for one in rows]
    return rows if len(rows) > 1 and listed(names) == row.name else []


def listed(names: list[str]) -> str:
    """Write names as a list: "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + " and " + names[-1]
