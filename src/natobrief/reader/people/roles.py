"""Offices in the words of newspapers: "the NATO chief", "America's top diplomat"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

__all__ = ["Owners", "owners_by_word", "wordings"]

_ROLE = re.compile(
    r"(?P<owner>[^,;]+?)(?:['’]s|(?<=s)['’])? (?P<role>(?:foreign policy|diplomacy) chief"
    r"|(?:top|chief) (?:diplomat|envoy)|chief|head|boss|[a-z]+ general|president|leader)",
    re.IGNORECASE,
)
_DIPLOMATS = ("Minister of Foreign Affairs", "Secretary of State", "High Representative")
_HEADS = ("Secretary General", "Director General", "Managing Director", "High Commissioner")

Owners = Mapping[str, Mapping[str, str]]
"""Bodies, id and name, by the last word of a name: "alliance" for the Atlantic Alliance."""


def owners_by_word(names: Iterable[tuple[str, str, str]]) -> Owners:
    """Return which bodies a word such as "alliance" can stand for.

    Args:
        names: A name of a body, its id, and what it is called in general.

    >>> from natobrief.reader.people.roles import owners_by_word
    >>> owners_by_word([("Atlantic Alliance", "nato", "NATO"), ("NATO", "nato", "NATO")])
    {'alliance': {'nato': 'NATO'}}
    """
    found: dict[str, dict[str, str]] = {}
    for name, id_, called in names:
        words = name.split()
        if len(words) > 1:
            found.setdefault(words[-1].lower(), {})[id_] = called
    return found


def wordings(words: str, owners: Owners) -> Iterator[str]:
    """Yield the titles that an office in the words of newspapers may have.

    >>> from natobrief.reader.people.roles import wordings
    >>> next(wordings("alliance's chief", {"alliance": {"nato": "NATO"}}))
    'Secretary General of NATO'
    """
    m = _ROLE.fullmatch(words)
    if m is None:
        return
    owner, role = m["owner"], m["role"].lower()
    meant: Mapping[str, str] = {}
    if not owner.isupper():
        meant = owners.get(owner.lower(), meant)
    bodies = tuple(meant.values()) or (owner,)
    if len(bodies) != 1:
        return  # "the organization" may be any
    titles: tuple[str, ...] = (m["role"],) if bodies[0] != owner else ()
    if role in ("chief", "head", "boss"):
        titles = _HEADS
    elif role.endswith(("diplomat", "envoy", " chief")):
        titles = _DIPLOMATS
    yield from (f"{title} of {bodies[0]}" for title in titles)
