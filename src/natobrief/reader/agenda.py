"""What an encounter is about."""

from __future__ import annotations

import re

from natobrief.reader.letters import UPPER
from natobrief.reader.page import Page

__all__ = ["AGENDA", "agenda_items"]

AGENDA = re.compile(
    r"\b(?:(?:will |would |is expected to |are expected to |is to |to )?(?:focus(?:es|ed)? on"
    r"|discuss|weigh|consider"
    r"|address|review|take up|cover|deal with)|discussed|focused on|(?:is|are|was|were"
    r"|be) (?:devoted|dedicated) to"
    r"|agenda (?:includes|included|will include|is)|topics? (?:include|will be)|on the (?:topic"
    r"|subject) of)\s+",
    re.IGNORECASE,
)
_ITEM_END = re.compile(
    r"[.;!?]\s|[.;!?]$|, (?:while|which|who|as|with|but|after|said|according|including|where"
    r"|adding|ahead|the (?!im))"
    rf"|, (?=[{UPPER}]\w+ (?:said|told))| (?:ahead of|in the run-up to|when they|after the"
    rf"|at (?:a|the) meeting)\b"
    r"| on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b| in [A-Z]\w+$| during the\b"
)
_BETWEEN_ITEMS = re.compile(
    r",? (?:and|as well as) (?=(?:the|their|its|a|an|how|ways|further|possible)\b)|, (?=(?:the"
    r"|their|its)\b)"
)


def agenda_items(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    """Divide what follows an agenda verb into items, at "and the" and commas."""
    m = _ITEM_END.search(page.text, start, end)
    stop = m.start() if m else end
    while stop > start and page.text[stop - 1] in " .,;":
        stop -= 1
    items: list[tuple[int, int]] = []
    for cut in _BETWEEN_ITEMS.finditer(page.text, start, stop):
        items.append((start, cut.start()))
        start = cut.end()
    items.append((start, stop))
    return [(a, b) for a, b in items if b - a > 2]
