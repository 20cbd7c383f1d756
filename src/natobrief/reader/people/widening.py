"""How far the words run that describe those who take part, and whom they stand for."""

from __future__ import annotations

import re

from natobrief.reader.page import Page
from natobrief.reader.people.mentions import Mention, MentionKind

__all__ = ["ends_in_and", "is_adjective", "states_of", "widened"]

_SPEAKS_FOR = re.compile(
    r"\b(?:sides|delegations?|governments|authorities|negotiators|negotiating teams) (?:of|from)\b",
    re.IGNORECASE,
)


def states_of(page: Page, row: Mention) -> list[Mention]:
    """Read "the delegations of Norway and Sweden" as the states that they speak for."""
    if row.kind is not MentionKind.GROUP or not _SPEAKS_FOR.search(row.name):
        return []
    inner = page.mentions.between(row.start, row.end)
    return [one for one in inner if one.kind is MentionKind.COUNTRY]


_WORDS_BEFORE = re.compile(
    r"\b(?:with|by|between|among|of|for|and|or|from) (?:(?:the|an?|some|several|many) )?"
    r"((?:(?!(?:the|with|and|of|for|his|her|their|its|some|many|several|other)\b)[\w-]+ ){1,3})$"
)


def is_adjective(page: Page, row: Mention, then: Mention) -> bool:
    """Say whether a state only tells whose colleague somebody is: "Polish colleague Ann Lee"."""
    if row.kind is not MentionKind.DEMONYM or then.kind is not MentionKind.PERSON:
        return False
    return re.fullmatch(r"(?: [a-z-]+){1,3} ", page.text[row.end : then.start]) is not None


_AND_AT_END = re.compile(r"(?: and|,? as well as)(?: the)? $")


def widened(page: Page, row: Mention, end: int) -> Mention:
    """Take the whole description of a group: "foreign ministers of NATO member countries"."""
    if row.kind is not MentionKind.GROUP:
        return row
    before = _WORDS_BEFORE.search(page.text[max(row.start - 60, 0) : row.start])
    start = row.start - len(before[1]) if before else row.start
    stop = end if page.text[row.end : end].startswith(" of ") else row.end
    stop = row.start + len(_AND_AT_END.sub("", page.text[row.start : stop]))
    if (start, stop) == (row.start, row.end):
        return row
    return row._replace(start=start, end=stop, name=" ".join(page.text[start:stop].split()))


def ends_in_and(words: str) -> bool:
    """Say whether the words between two descriptions join them: "of the Cabinet and"."""
    return _AND_AT_END.search(words) is not None
