"""The speaker of each quote: first what its own sentence says, then what it inherits."""

from __future__ import annotations

from typing import NamedTuple

from natobrief.reader.page import Page
from natobrief.reader.people.mentions import MentionKind
from natobrief.reader.quotes.attribution import Attribution
from natobrief.reader.quotes.contents import STATED
from natobrief.reader.quotes.direct import Fragment, fragments, joined
from natobrief.reader.quotes.subjects import can_speak, subject_of
from natobrief.reader.text.cues import Cue

__all__ = ["DirectQuote", "direct_quotes"]


_NAMED = (MentionKind.PERSON, MentionKind.PRONOUN)
_ARTICLE = 4
_LEAD = 300
_LONGEST = 1_000
_LED = 30
_REPORTING = (*_NAMED, MentionKind.OFFICE, MentionKind.NOMINAL)


class DirectQuote(NamedTuple):
    """A direct quote as found: its parts and its speaker.

    Attributes:
        parts: Its stretches, in order.
        attribution: Who is named as the speaker, how.
    """

    parts: tuple[Fragment, ...]
    attribution: Attribution | None

    @property
    def start(self) -> int:
        """Where the opening mark of the first part stands."""
        return self.parts[0].quoted.outer_start

    @property
    def end(self) -> int:
        """One past the closing mark of the last part."""
        return self.parts[-1].quoted.outer_end


def direct_quotes(page: Page) -> list[DirectQuote]:
    """Find the quotes between marks and their speakers, in order of place."""
    quotes: list[DirectQuote] = []
    for group in joined(page, fragments(page)):
        local = next((part.attribution for part in group if part.attribution), None)
        quotes.append(DirectQuote(tuple(group), local))
    return _inherited(page, quotes)


def _inherited(page: Page, quotes: list[DirectQuote]) -> list[DirectQuote]:
    done = list(quotes)
    by_line: dict[int, list[int]] = {}
    for index, quote in enumerate(quotes):
        for line in sorted({part.line for part in quote.parts}):
            by_line.setdefault(line, []).append(index)
    for index, quote in enumerate(quotes):
        if quote.attribution is None:
            found = _heir(page, done, index, by_line[quote.parts[0].line])
            done[index] = quote._replace(attribution=found)
    return done


def _heir(page: Page, done: list[DirectQuote], index: int, same: list[int]) -> Attribution | None:
    quote = done[index]
    if _is_led_by_another(page, quote):
        return None
    own = _stated_behind(page, quote) or _from_own_sentence(page, quote)
    if own is not None or (not quote.parts[0].whole and len(same) == 1):
        return own
    told = _from_sentence(page, quote, reports=True)
    if told is not None:
        return told
    same = same if page.uses("same-paragraph") else []
    before = [done[i] for i in same if i < index and done[i].attribution]
    if before:
        return _passed(before[-1], "same-paragraph")
    after = [done[i] for i in same if i > index and done[i].attribution]
    if after:
        return _passed(after[0], "same-paragraph")
    return _from_sentence(page, quote) or _from_paragraph(page, done, index)


def _is_led_by_another(page: Page, quote: DirectQuote) -> bool:
    """Say whether a verb leads to the words whose subject no rule knows: "One of them said:"."""
    start = max(page.layout.sentence(quote.start)[0], quote.start - _LEAD)
    cues = page.cues_between(start, quote.start)
    if not cues or cues[-1].tier != "core" or cues[-1].ing or cues[-1].denied:
        return False
    between = page.text[cues[-1].end : quote.start]
    return len(between) <= _LED and between.rstrip().endswith((":", ","))


def _passed(quote: DirectQuote, rule: str) -> Attribution | None:
    return None if quote.attribution is None else quote.attribution._replace(cue=None, rule=rule)


def _from_sentence(page: Page, quote: DirectQuote, *, reports: bool = False) -> Attribution | None:
    """Take the subject of the sentence before a quote that is a sentence of its own.

    Args:
        page: The text.
        quote: The quote.
        reports: Whether the sentence must report what its subject says, without a quote in it.
    """
    line = page.layout.line(quote.start)
    index = page.layout.sentence_index(quote.start)
    if index == 0 or not quote.parts[0].whole or not page.uses("sentence-before"):
        return None
    start, end = page.layout.sentences[index - 1]
    if start < line.start or page.quoted[start]:
        return None
    if reports and end - start > _LONGEST:
        return None
    if reports and (any(page.quoted[start:end]) or not page.cues_between(start, end)):
        return None
    row = subject_of(page, start, Cue(end, end, "", "core", True))
    kinds = _REPORTING if reports else _NAMED
    if row is None or row.kind not in kinds or row.start > start + 40:
        return None
    return Attribution(row, None, "sentence-before")


def _stated_behind(page: Page, quote: DirectQuote) -> Attribution | None:
    """Take who is named in the sentence behind a quote: "Lee said this in Oslo"."""
    start, end = page.layout.sentence(quote.end + 1)
    m = STATED.match(page.text, start, end) if start >= quote.end else None
    if m is None or page.text[quote.end : start].strip(" ") or not page.uses("this-was-stated"):
        return None
    rows = [row for row in page.mentions.between(start, end) if can_speak(row)]
    cue = m.span("cue") if m["cue"] else m.span()
    return Attribution(rows[0], cue, "this-was-stated") if rows else None


def _from_own_sentence(page: Page, quote: DirectQuote) -> Attribution | None:
    """Take the one whom the sentence begins with for words that are a part of that sentence."""
    start, _ = page.layout.sentence(quote.start)
    if quote.start - start > _LEAD:
        return None
    rows = [row for row in page.mentions.between(start, quote.start) if can_speak(row)]
    if quote.parts[0].whole or not rows or not page.uses("sentence-subject"):
        return None
    first, *others = rows
    begins = first.kind in _REPORTING and not first.owns and not first.governed
    if not begins or first.start - start > _ARTICLE or any(page.quoted[start : quote.start]):
        return None
    alone = all(row.governed or row.owns for row in others)
    return Attribution(first, None, "sentence-subject") if alone else None


def _from_paragraph(page: Page, done: list[DirectQuote], index: int) -> Attribution | None:
    """A paragraph that is only a quote goes on with the speaker of the one before."""
    quote = done[index]
    line = page.layout.lines[quote.parts[0].line]
    if index == 0 or quote.start > line.body or quote.end < line.end - 1:
        return None
    if not page.uses("paragraph-before"):
        return None
    last = done[index - 1]
    if last.parts[-1].line != quote.parts[0].line - 1:
        return None
    return _passed(last, "paragraph-before")
