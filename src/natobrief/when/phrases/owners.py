"""Whose a named day is: "Ukraine's Independence Day" is not that of the United States."""

from __future__ import annotations

import re

__all__ = ["foreign_owner"]

_NATIONAL = re.compile(
    r"(?:the )?(?:independence|memorial|labou?r|mother['’]s|father['’]s|thanksgiving|veterans"
    r"|remembrance|columbus|presidents['’]?)(?: day)?",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:(?P<owner>[^\W\d_a-z][\w.-]*)(?:['’]s|(?<=s)['’])(?: own)?"
    r"|(?P<people>[^\W\d_a-z]\w+(?:ian|ean|ish|ese|ch|an|ek|ani|aqi|iti|elgian)))"
    r"(?: \d+(?:st|nd|rd|th))? $"
)
_BEHIND = re.compile(r" (?:of|in) (?:the )?(?P<owner>[^\W\d_a-z][\w.-]*(?: [^\W\d_a-z][\w.-]*)*)")
_HOME = re.compile(r"(?:America|American|U\.?S\.?A?\.?|(?:the )?United States(?: of America)?)\Z")
_NO_OWNER = frozenset(("Jan", "Than", "Such", "March", "Each", "Which", "Month", "Nation"))
_REACH = 40


def foreign_owner(text: str, start: int, end: int) -> str:
    """Return the name or adjective of another state whose day it is, or nothing.

    Args:
        text: The text.
        start: Where the name of the day begins.
        end: One past its end.

    >>> foreign_owner("on Ukraine's Independence Day", 13, 29)
    'Ukraine'
    """
    if _NATIONAL.fullmatch(text, start, end) is None:
        return ""
    before = _BEFORE.search(text[max(0, start - _REACH) : start])
    behind = _BEHIND.match(text, end, end + _REACH)
    found = (before and (before["owner"] or before["people"])) or (behind and behind["owner"])
    found = (found or "").rstrip(".")
    if not found or _HOME.fullmatch(found) or found in _NO_OWNER:
        return ""
    return found
