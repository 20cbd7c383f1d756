"""What a caller brings, rules and finders of quotes, in the shape of the reader's own."""

from __future__ import annotations

from collections.abc import Iterator

from natobrief.model import QuoteKind
from natobrief.reader.finders import QuoteFinder, quotes_of
from natobrief.reader.meetings.encounter import Encounter
from natobrief.reader.meetings.encounter import Rule as EncounterRule
from natobrief.reader.page import Page
from natobrief.reader.people.mentions import Mention, MentionKind
from natobrief.reader.people.naming import mention_of
from natobrief.reader.quotes.indirect import Reported
from natobrief.reader.quotes.indirect import Rule as ReportedRule
from natobrief.reader.quotes.subjects import can_speak
from natobrief.reader.quotes.utterances import Utterance, content_mask
from natobrief.reader.rule import Found, Rule

__all__ = ["encounter_rule", "reported_rule", "with_found"]

Place = tuple[int, int]

_REACH = 150  # how much longer than a name its mention can be, with the office


def reported_rule(rule: Rule) -> ReportedRule:
    """Turn a caller's rule for reported speech into one that works on a page."""

    def find(page: Page, start: int, end: int) -> Iterator[Reported]:
        for found in _run(rule, page, start, end):
            low, high = _trimmed(page.text, *found.words)
            if found.speaker is not None and low < high:
                row = _speaker(page, found.speaker)
                yield Reported(low, high, row, found.cue or (row.start, row.end), rule.id)

    return find


def encounter_rule(rule: Rule) -> EncounterRule:
    """Turn a caller's rule for encounters into one that works on a page."""

    def find(page: Page, index: int) -> Iterator[Encounter]:
        start, end = page.layout.sentences[index]
        for found in _run(rule, page, start, end):
            low, high = found.words
            last = max(high, found.parties[1]) if found.parties else high
            if not page.quoted[low]:
                yield Encounter(low, last, found.words, found.kind, index, rule.id, until=last)

    return find


def _run(rule: Rule, page: Page, start: int, end: int) -> Iterator[Found]:
    """Yield what a rule finds in a sentence, with its places in the text."""
    return (_moved(found, start) for found in rule.run(page.text[start:end]))


def _moved(found: Found, by: int) -> Found:
    def moved(place: Place | None) -> Place | None:
        return None if place is None else (place[0] + by, place[1] + by)

    low, high = found.words
    return Found(
        (low + by, high + by),
        moved(found.speaker),
        moved(found.cue),
        found.kind,
        moved(found.parties),
    )


def _trimmed(text: str, start: int, end: int) -> Place:
    while start < end and text[start] in " ,":
        start += 1
    while start < end and text[end - 1] in " .,;:!?…":
        end -= 1
    return start, end


def _speaker(page: Page, place: Place) -> Mention:
    """Find the name at a place; what is none is taken for a description."""
    for row in page.mentions.between(max(place[0] - _REACH, 0), place[1] + _REACH):
        if can_speak(row) and row.start < place[1] and row.end > place[0]:
            return row
    return mention_of(page.text, MentionKind.NOMINAL, *place)


def with_found(
    page: Page, said: list[Utterance], finders: tuple[QuoteFinder, ...]
) -> list[Utterance]:
    """Put what finders found in the place of what it overlaps; the first finder counts most."""
    own: list[Utterance] = []
    for finder in finders:
        taken = content_mask(page, own)
        rows = (_utterance(page, finder.name, found) for found in quotes_of(finder, page.text))
        own += [row for row in rows if not any(taken[slice(*row.where[0])])]
    if not own:
        return said
    taken = content_mask(page, own)
    kept = [row for row in said if not any(any(taken[slice(*place)]) for place in row.where)]
    return sorted([*kept, *own], key=lambda row: row.where[0])


def _utterance(page: Page, finder: str, found: Found) -> Utterance:
    low, _ = found.words
    kind = QuoteKind.DIRECT if page.quoted[low] else QuoteKind.INDIRECT
    row = _speaker(page, found.speaker) if found.speaker is not None else None
    place = (row.start, row.end) if row is not None else None
    reason = f"the finder “{finder}” found the words"
    return Utterance(kind, (found.words,), row, place, found.cue, finder, reason)
