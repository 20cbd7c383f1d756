"""What a statement is about, where the words around it say so."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from natobrief.reader.page import Page
from natobrief.reader.text.layout import LineKind
from natobrief.when import DateMention

__all__ = ["Topic", "headline_topic", "section_topics", "topics_in"]

Place = tuple[int, int]

_NO_TOPIC = (
    r"(?:behalf|arrival|arriving|condition|(?:the )?(?:sidelines|margins|eve|occasion|day|way|basis"
    r"|phone|radio|record|ground|air|side|part|floor|other hand|one hand|contrary|whole)\b"
    r"|television"
    r"|TV|Twitter|Facebook|Telegram|Instagram|X\b|social media|(?:his|her|their|its) (?:way|part"
    r"|own)"
    r"|it\b|this\b|that\b|them\b|which\b|whether\b|how\b|what\b|top\b|board\b)"
)
_LEAD = re.compile(
    r"\b(?:(?:[Ss]tatement|[Rr]emarks?|[Ss]peech|[Aa]ddress|[Cc]ommuniqu[eé]|[Dd]eclaration"
    r"|[Ll]etter"
    r"|[Bb]riefing|[Pp]ress conference|[Nn]ews conference|[Ii]nterview|[Cc]omments?|[Pp]ost"
    r"|[Tt]weet"
    r"|[Ss]poke|[Ss]peaking|[Qq]uestions?|[Qq]uestioned|[Pp]ressed) (?:on|about|regarding"
    r"|concerning)"
    r"|[Cc]ommenting on|(?<!\bwas )(?<!\bwere )\b[Aa]sked about|[Rr]eferring to|[Tt]urning to)"
    rf" (?!{_NO_TOPIC})"
)
# "On the campaign trail, she said": a place or a side of things, not what it is about.
_WHERE = (
    r"the (?:[\w-]+ ){0,2}(?:sides?|trail|hands?|front|stage|stump|heels|surface|streets?|road|web"
    r"|internet|screen|line|scene|spot|way|campus|border|field|flight|plane|train|bus)\b"
)
_FRONTED = re.compile(rf"On (?!{_NO_TOPIC})(?!{_WHERE})(?=[^,.;:]{{3,60}}, )")
_END = re.compile(
    r"[,.;:!?—–\"“”«»()]|\s-\s|\s(?:that|which|who|whom|where|when|while|as|after|before|during"
    r"|following|ahead of|at|by|said|says|told|made|issued|published|released|posted|sent|to"
    r"|(?:on|in) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|on (?:\d|[A-Z][a-z]+ \d)|in \d"
    r"|(?:he|she|they|it|the (?:minister|president|official|spokes\w+)) )\b"
)
_LONGEST = 80
_SHORTEST = 3
_HEADED = re.compile(
    r"[#\s]*(?:[\w'’-]+ ){0,8}?(?:statement|declaration|communiqu[eé]|remarks|speech|briefing"
    r"|press conference)(?: (?:by|of|from) [^\n]{3,120}?)? (?:on|about|regarding) "
    rf"(?!{_NO_TOPIC})",
    re.IGNORECASE,
)
_HASHES = re.compile(r"[#\s]+")


class Topic(NamedTuple):
    """Words that say what a statement is about, and the rule that found them."""

    where: Place
    rule: str
    reason: str


def topics_in(
    page: Page,
    sentence: Place,
    dates: Sequence[DateMention],
    is_free: Callable[[int], bool],
) -> list[Topic]:
    """Find the topics that a reporting sentence names: "in a statement on the exercise".

    Args:
        page: The text.
        sentence: Where the sentence stands.
        dates: The dates of the sentence; what follows "on" may be one.
        is_free: Says of an offset that it is no part of what is said.
    """
    start, end = sentence
    leads = [m for m in _LEAD.finditer(page.text, start, end) if is_free(m.start())]
    is_whole = page.layout.sentence(start)[0] == start
    first = _FRONTED.match(page.text, start, end) if is_whole else None
    if first is not None and is_free(start):
        leads.insert(0, first)
    found: list[Topic] = []
    for m in leads:
        where = _phrase(page, m.end(), end, is_free)
        if where is None or _is_date(where, dates):
            continue
        words = " ".join(m[0].split())
        found.append(Topic(where, "topic-phrase", f"“{words}” leads to what it is about"))
    return found


def _is_date(where: Place, dates: Sequence[DateMention]) -> bool:
    """Say whether what follows "on" is a day: "Monday", "the 7th of May"."""
    return any(where[0] <= date.span.start <= where[0] + 4 for date in dates)


def _phrase(page: Page, at: int, end: int, is_free: Callable[[int], bool]) -> Place | None:
    m = _END.search(page.text, at, min(end, at + _LONGEST))
    stop = m.start() if m is not None else min(end, at + _LONGEST)
    if m is None and stop < end:
        return None  # too long to be one topic
    while stop > at and not is_free(stop - 1):
        stop -= 1
    while stop > at and page.text[stop - 1].isspace():
        stop -= 1
    return (at, stop) if stop - at >= _SHORTEST else None


def headline_topic(page: Page) -> Topic | None:
    """Read "Joint statement on ..." in a headline of the document."""
    for index, line in enumerate(page.layout.lines[:3]):
        if line.kind is not LineKind.HEADLINE and (index or page.text[line.end - 1] in ".!?:"):
            continue
        m = _HEADED.match(page.text, line.start, line.end)
        if m is not None and m.end() < line.end:
            return Topic((m.end(), line.end), "topic-headline", "the headline says what it is on")
    return None


def section_topics(page: Page) -> list[tuple[int, Topic]]:
    """Return the headings of the sections of a document, each with the line that it stands on.

    A heading is a line that begins with "##" or more; the document's own title is none.
    """
    found: list[tuple[int, Topic]] = []
    for index, line in enumerate(page.layout.lines):
        m = _HASHES.match(page.text, line.start, line.end)
        if line.kind is LineKind.HEADLINE and m is not None and m[0].count("#") > 1:
            where = (m.end(), line.end)
            if where[0] < where[1]:
                found.append((index, Topic(where, "topic-heading", "the heading of the section")))
    return found
