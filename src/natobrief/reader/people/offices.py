"""The office that the text gives a person, held against the directory on that day."""

from __future__ import annotations

import re
from typing import NamedTuple

from natobrief.directory import Tenure
from natobrief.model import Person, Post
from natobrief.reader.people.knowledge import Knowledge
from natobrief.when import Period, Truth, When

__all__ = ["OfficeDoubt", "office_doubt"]

_FORMER = re.compile(r"(?:the )?(?:former|ex-|then-|late|outgoing-?)\s*", re.IGNORECASE)
_OUTGOING = re.compile(r"(?:the )?(?:outgoing|acting|interim|caretaker|incoming)\s+", re.IGNORECASE)
_AFTER = re.compile(r"(?:the )?(?:former|ex-)\s*", re.IGNORECASE)


class OfficeDoubt(NamedTuple):
    """Why an office doesn't fit, and which it might be."""

    code: str
    reason: str
    candidates: tuple[str, ...]


def office_doubt(
    knowledge: Knowledge, person: Person, post: Post, on: When | Period | None
) -> OfficeDoubt | None:
    """Say how an office in the text differs from what the directory knows for that day.

    What the directory doesn't know is no reason for a doubt: an office that it has never heard
    of, somebody whom it lists in no office then. Nothing is changed in either case.

    Args:
        knowledge: The directory.
        person: Who is said to hold the office.
        post: The office, as the text gives it.
        on: The day; None if it isn't known.
    """
    if on is None or person.id is None:
        return None
    held = knowledge.posts(person.id, on)
    if _AFTER.match(post.name):
        return _still_held(knowledge, person, post, held, on)
    if _FORMER.match(post.name):
        return None
    words = _OUTGOING.sub("", post.name)
    known = {post.id} if post.id else knowledge.titled(words)
    if not known or any(row.post.id in known for row in held):
        return None
    if held:
        names = tuple(dict.fromkeys(row.post.name for row in held))
        reason = f"the text calls {person.name} “{post.name}”; the directory knows {_listed(names)}"
        return OfficeDoubt("office-differs", f"{reason} as the office on {on}", names)
    return _of_another(knowledge, person, post, on)


def _still_held(
    knowledge: Knowledge,
    person: Person,
    post: Post,
    held: tuple[Tenure, ...],
    on: When | Period,
) -> OfficeDoubt | None:
    words = _AFTER.sub("", post.name)
    known = knowledge.titled(words)
    still = [row for row in held if row.post.id in known and row.certainty is Truth.YES]
    if len(known) != 1 or not still:
        return None
    reason = f"the text calls {person.name} “{post.name}”, but the directory knows the office as"
    return OfficeDoubt("office-differs", f"{reason} still held on {on}", (still[0].post.name,))


def _of_another(
    knowledge: Knowledge, person: Person, post: Post, on: When | Period
) -> OfficeDoubt | None:
    """Doubt the office of somebody whose time in it is over, or is still to come."""
    if post.id is None or not knowledge.terms(person.id or "", post.id):
        return None
    holders = knowledge.holders(post.id, on) if isinstance(on, When) else ()
    others = tuple(row.name for row in holders)
    reason = f"the directory doesn't know {person.name} as “{post.name}” on {on}"
    if others:
        reason += f"; {_listed(others)} held the office"
    return OfficeDoubt("office-differs", reason, ())


def _listed(names: tuple[str, ...]) -> str:
    return " and ".join(names)
