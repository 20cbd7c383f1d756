"""The preposition before a phrase, which governs it: "with the minister"."""

from __future__ import annotations

import re

__all__ = ["governed_by"]

_PREPOSITIONS = tuple(
    "to of by with for against about from in on at between like than as under over near into "
    "including via alongside toward towards after before during since without behind".split()
)
_ARTICLES = tuple("the a an both former its his her their".split())
_LAST_WORDS = _PREPOSITIONS + _ARTICLES
_BEFORE = re.compile(
    rf"(?:^|[\s(—–-])({'|'.join(_PREPOSITIONS)})\s+(?:(?:{'|'.join(_ARTICLES)})\s+){{0,2}}$",
    re.IGNORECASE,
)
_REACH = 24


def governed_by(text: str, start: int) -> str:
    """Return the preposition before a phrase, articles aside, in small letters; else nothing.

    >>> from natobrief.reader.people.governing import governed_by
    >>> governed_by("talks with the Norwegian minister", 15)
    'with'
    """
    before = text[max(start - _REACH, 0) : start]
    if not before.rstrip().casefold().endswith(_LAST_WORDS):  # as mostly, and quicker to see
        return ""
    found = _BEFORE.search(before)
    return found[1].lower() if found is not None else ""
