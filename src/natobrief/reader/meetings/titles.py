"""What to call a meeting."""

from __future__ import annotations

from natobrief.model import Country, Organization
from natobrief.reader.meetings.drafts import MeetingDraft
from natobrief.reader.page import Page
from natobrief.reader.people.joint import listed

__all__ = ["name_of"]

_HEADS = {"visited": "visit", "spoke-with": "call", "phoned": "call"} | dict.fromkeys(
    ("they-met", "met-with", "met", "hosted", "discussed-with"), "meeting"
)
_MOST = 3  # names that the name of a meeting lists
_BY_WORDS = ("head", "head-complement", "body-sits")


def name_of(page: Page, draft: MeetingDraft) -> str:
    """Name a meeting by its body, by its sides, or by the words as written."""
    first = draft.first
    head = "call" if first.kind == "call" else _HEADS.get(first.rule) or first.kind
    if first.rule in _BY_WORDS:
        head = _level(page.text[slice(*first.head)])
    modifiers = (
        _level(page.text[first.start : first.head[0]])
        if first.rule in ("head", "head-complement") and first.start < first.head[0]
        else ""
    )
    if draft.body is not None and (not modifiers or first.rule == "body-sits"):
        return draft.body.name
    if modifiers and draft.level and draft.level not in modifiers.lower():
        return f"{modifiers} {head} of {draft.level}"
    if modifiers:
        return f"{modifiers} {head}"
    if draft.level and not _states(draft):
        return f"{head} of {draft.level}"
    sides = _states(draft)
    if len(sides) == 2:
        return f"{sides[0]}-{sides[1]} {head}"
    names = [p.actor.name for p in draft.participants]
    words = _level(page.text[first.start : first.end])
    if first.rule == "head-complement" and words != head and first.start <= first.head[0]:
        return words
    return f"{head} of {_shortened(names)}" if names else head


def _shortened(names: list[str]) -> str:
    """List up to three names, and of more the first two."""
    if len(names) <= _MOST:
        return listed(names)
    return f"{names[0]}, {names[1]} and {len(names) - 2} others"


def _states(draft: MeetingDraft) -> list[str]:
    kinds = (Country, Organization)
    names = [p.actor.name for p in draft.participants if isinstance(p.actor, kinds)]
    return names if len(names) == len(draft.participants) else []


def _level(text: str) -> str:
    return " ".join(text.split())
