"""The row for a place where an encounter is named, and how far its words reach."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from natobrief.reader.letters import UPPER
from natobrief.reader.mentions import Mention, MentionKind
from natobrief.reader.page import Page

__all__ = ["PRESS", "Encounter", "Rule", "is_body", "phrase_end"]


class Encounter(NamedTuple):
    """A place where an encounter is named.

    Attributes:
        start: Where the naming phrase begins.
        end: One past its end.
        head: Where the head noun or the verb stands.
        kind: ``talks``, ``meeting``, ``call``, ``visit``, ``summit``, ``session``, ``conference``
            or ``briefing``.
        sentence: The index of the sentence.
        rule: The name of the rule.
        again: Whether the words only point back: "the meeting".
        plural: Whether they point at several: "these meetings".
        body: The body that meets, if the words name it.
        until: Where the list of the parties behind the head ends.
    """

    start: int
    end: int
    head: tuple[int, int]
    kind: str
    sentence: int
    rule: str
    again: bool = False
    plural: bool = False
    body: Mention | None = None
    until: int = 0


Rule = Callable[[Page, int], Iterator[Encounter]]
_BODY_WORD = re.compile(
    r"\b(?:Council|Commission|Committee|Assembly|Group|Forum|Cabinet|Board|Congress|Conference"
    r"|Partnership)\b"
)


PRESS = re.compile(
    r"\s(?:the )?(?:press|media|reporters|journalists|correspondents)\b"
    r"|\s(?:[\w-]+ ){0,3}(?:media|journalists|reporters)\b"
)


def is_body(page: Page, row: Mention) -> bool:
    """Say whether an organization is one that sits: a council, a committee."""
    return _BODY_WORD.search(page.text, row.start, row.end) is not None


def phrase_end(page: Page, stop: int, end: int, complement: re.Match[str] | None) -> int:
    """End the naming phrase behind the last party that its complement lists."""
    if complement is None:
        return stop
    last = stop
    for row in page.mentions.between(complement.end(), min(end, complement.end() + 160)):
        gap = page.text[max(last, complement.end()) : row.start]
        if not _LIST_GAP.fullmatch(gap):
            break
        last = max(last, _with_of(page, row, end))
    return max(last, stop)


_LIST_GAP = re.compile(
    r"\s*(?:(?:,|and|, and|as well as|or) )*(?:(?:the|a|an|his|her|their|its|both|new) )?"
    r"(?:(?!(?:in|at|on|of|for|to|from|by|with|about|during|after|before|will|was|is|said|held"
    r"|who|which|that)\b)"
    r"[a-z-]+ ){0,3}(?:[A-Z]\w+ )?"
)
_OF_MEMBERS = re.compile(
    rf" of (?:the |all )?(?:(?:[{UPPER}][\w.-]*|\d+|member|participating|allied|the|and|EU"
    rf"|European) )*"
    rf"(?:countries|states|nations|members|allies|governments|[{UPPER}][\w-]*)"
    rf"(?: of (?:the )?[{UPPER}][\w-]*)*"
)


def _with_of(page: Page, row: Mention, end: int) -> int:
    """Let "the foreign ministers" run on over "of NATO member countries"."""
    if row.kind not in (MentionKind.GROUP, MentionKind.NOMINAL):
        return row.end
    more = _OF_MEMBERS.match(page.text, row.end, end)
    return more.end() if more else row.end
