"""For whom somebody speaks: "on behalf of the Allies", "Kremlin spokesman Ann Lee"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from natobrief.model import Actor, Country, Group, Organization
from natobrief.reader.page import Page
from natobrief.reader.people.identities import People
from natobrief.reader.people.joint import listed
from natobrief.reader.people.mentions import Mention, MentionKind
from natobrief.reader.people.names import Known
from natobrief.reader.statements.audiences import named_at
from natobrief.reader.text.letters import UPPER

__all__ = ["Principal", "is_spokesperson", "named_principal", "spoken_for", "states_of"]

Place = tuple[int, int]

_SPEAKER = re.compile(
    r"\b(?:spokes(?:man|woman|person|people|men)|press secretary)\b", re.IGNORECASE
)
_RANK = re.compile(
    r"\b(?:chief|official|senior|deputy|top|main|acting|former|press|media)\s*$", re.I
)
_FIRST_RANK = re.compile(r"^(?:(?:chief|senior|deputy|acting|former)\s+)+", re.I)
_ARTICLE = re.compile(r"^(?:the|an?|his|her|their|its|one|another)\s+", re.I)
_OWNED = re.compile(
    rf"(?:\b[Tt]he |\b[Aa]n? )?((?:[{UPPER}][\w.-]*|[a-z]+)(?: [\w.-]+){{0,3}}?)['’]s? $"
)
_FOR = re.compile(r",? (?:for|of|at) ")
_ON_BEHALF = re.compile(r"\b(?:[Oo]n behalf of|[Ii]n the name of|[Ss]peaking for|[Ss]poke for) ")
_OFFICE = re.compile(
    r"\b(?:ministry|department|office|commission|committee|council|army|navy|force|forces|police"
    r"|mission|embassy|parliament|government|presidency|secretariat|party|agency|command|bank"
    r"|court|service|palace|cabinet|administration|staff|union|fund|campaign)\b",
    re.I,
)
_REACH = 300
_OF = re.compile(r" of (?:the )?")
_NEXT = re.compile(r",? and (?:the )?|, (?:the )?")


class Principal(NamedTuple):
    """The one for whom somebody speaks, the words that say so, the rule and its reason."""

    actor: Actor
    where: Place
    rule: str
    reason: str


def is_spokesperson(words: str) -> bool:
    """Say whether an office or a description is that of somebody who speaks for others."""
    return _SPEAKER.search(words) is not None


def named_principal(
    page: Page, people: People, start: int, end: int, is_free: Callable[[int], bool]
) -> Principal | None:
    """Read "on behalf of the Allies" in a reporting sentence."""
    for m in _ON_BEHALF.finditer(page.text, start, end):
        if not is_free(m.start()):
            continue
        actor, stop = _actors_at(page, people, m.end(), end)
        if actor is not None:
            reason = f"“{m[0].strip()}” names {actor.name}"
            return Principal(actor, (m.start(), stop), "on-behalf-of", reason)
    return None


def spoken_for(page: Page, people: People, place: Place) -> Principal | None:
    """Say for whom a spokesperson speaks, from the words of the office and those around them.

    Args:
        page: The text.
        people: Who is who in it.
        place: Where the words of the office stand: "the foreign ministry's spokeswoman".
    """
    start, end = place
    m = _SPEAKER.search(page.text, start, end)
    if m is None:
        return None
    low, high = page.layout.sentence(start)
    high = min(high, end + _REACH)
    words = page.text[start : m.start()]
    if not _without_rank(words):
        owned = _OWNED.search(page.text[max(low, start - 60) : start])
        words = owned[1] if owned is not None else ""
    words = _without_rank(words.rstrip().removesuffix("'s").removesuffix("’s"))
    actor = _principal(page, people, words) if words else None
    stop = end
    gap = _FOR.match(page.text, m.end(), high)
    if actor is None and gap is not None:
        actor, stop = _actors_at(page, people, gap.end(), high)
    if actor is None:
        return None
    reason = f"“{m[0]}” speaks for {actor.name}"
    return Principal(actor, (start, stop), "spokesperson", reason)


def _without_rank(words: str) -> str:
    words = _ARTICLE.sub("", " ".join(words.split()))
    words = _FIRST_RANK.sub("", words)
    while _RANK.search(words):
        words = _RANK.sub("", words).rstrip()
    return "" if _ARTICLE.match(words + " ") else words


def _principal(page: Page, people: People, words: str) -> Actor | None:
    """Read the words before "spokesman": what the directory knows, or an office by its words."""
    figures = people.figures.by_name.get(words), *people.figures.by_last.get(words.lower(), [])
    named = [figure for figure in figures if figure is not None]
    if len(named) == 1:
        return people.identify(named[0].rows[0]).actor
    found = page.names.longest(words, 0, len(words))
    if found is None or _OFFICE.search(words, found[0]):
        is_name = words[0].isupper() or _OFFICE.search(words) is not None
        return Organization(name=words) if is_name else None
    return _known(people, words[: found[0]], found[1])


def _known(people: People, words: str, rows: tuple[Known, ...]) -> Actor | None:
    organizations = [row for row in rows if row.kind == "organization"]
    if len(organizations) == 1:
        return Organization(id=organizations[0].id, name=words)
    states = people.knowledge.states(words)
    if len(states) == 1:
        return Country(id=states[0].id, name=states[0].name)
    return None if rows and rows[0].kind == "person" else Organization(name=words)


def _actors_at(page: Page, people: People, at: int, end: int) -> tuple[Actor | None, int]:
    """Read one actor, or several as a group, and say where they end."""
    rows = _rows_at(page, at, end)
    found = [(row, people.identify(row).actor) for row in rows]
    known = [(row, actor) for row, actor in found if actor is not None]
    if not known:
        return None, at
    if len(known) == 1:
        return known[0][1], known[0][0].end
    name = listed([row.name for row, _ in known])
    return Group(name=name, members=[actor for _, actor in known]), known[-1][0].end


def _rows_at(page: Page, at: int, end: int) -> list[Mention]:
    row = named_at(page, at, end)
    rows: list[Mention] = []
    while row is not None and not row.owns:
        rows.append(row)
        gap = _NEXT.match(page.text, row.end, end)
        row = named_at(page, gap.end(), end) if gap is not None else None
        if row is not None and row.kind is not rows[0].kind:
            break
    return rows


def states_of(page: Page, people: People, row: Mention) -> Principal | None:
    """Read for which states a group speaks: "the foreign ministers of France and Italy"."""
    if row.kind is not MentionKind.GROUP:
        return None
    high = min(page.layout.sentence(row.start)[1], row.end + _REACH)
    gap = _OF.search(page.text, row.start, min(high, row.end + 8))
    if gap is None or gap.start() > row.end:
        return None
    rows = [r for r in _rows_at(page, gap.end(), high) if r.kind is MentionKind.COUNTRY]
    if not rows:
        return None
    actor, stop = _actors_at(page, people, gap.end(), high)
    if actor is None:
        return None
    reason = f"“{row.name}” speak for {actor.name}"
    return Principal(actor, (row.start, stop), "ministers-of", reason)
