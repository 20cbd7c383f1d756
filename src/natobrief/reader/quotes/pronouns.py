"""Whom "he" and "she" mean where several were named: the one of whom the text tells just before."""

from __future__ import annotations

import re

from natobrief.reader.page import Page
from natobrief.reader.people.figures import Figure, Figures
from natobrief.reader.people.mentions import Mention, MentionKind
from natobrief.reader.quotes.subjects import subject_of

__all__ = ["told_before"]

_REACH = 700  # how far back a text is looked through
_LONGEST = 2_000  # of a paragraph whose speaker can go on
_BEGINS = 40  # how far from the start of a sentence its subject can begin
_WHEN = re.compile(r"\W*(?:[Ww]hen|[Ww]hile|[Ii]f|[Aa]fter|[Bb]efore|[Oo]nce|[Aa]s|[Bb]ecause)\b")
_STATED_BY = re.compile(
    r"\b(?:stated|said|announced|noted|emphasi[sz]ed|stressed|reported|declared|underlined"
    r"|written|told) by (?:the )?"
)
_ACCORDING = re.compile(r"According to ")
_ADDS = re.compile(r"\s*(?:also |later |then )?(?:added|went on|continued|noted|said|says)\b")


def told_before(page: Page, figures: Figures, row: Mention, depth: int = 3) -> Mention | None:
    """Return the name that a pronoun goes on from, or None if there is no clear one.

    It is the subject of the pronoun's own sentence, else of the sentence before in the paragraph.
    At the end of a quote that begins a paragraph it is whoever alone speaks in the one before.

    Args:
        page: The text with its tables.
        figures: The people of the text.
        row: The pronoun.
        depth: Through how many paragraphs a pronoun may go on from another one.
    """
    line = page.layout.line(row.start)
    start, end = page.layout.sentence(row.start)
    own = _people(page, figures, max(start, row.start - _REACH), row)
    if own:
        return _subject(page, start, row.start, own) if row.start - start < _REACH else None
    index = page.layout.sentence_index(row.start)
    low = max(line.start, row.start - _REACH)
    while index and page.layout.sentences[index - 1][0] >= low:
        index -= 1
        before = page.layout.sentences[index]
        if _is_quoted(page, *before):
            continue  # what a quote says leads nowhere
        return _subject(page, *before, _people(page, figures, before[0], row))
    return _speaker_before(page, figures, row, end, depth) if depth else None


Found = list[tuple[Figure, Mention]]


def _people(page: Page, figures: Figures, start: int, row: Mention) -> Found:
    """Return the people who are named outside of quotes and whose gender fits."""
    found = ((figures.of(one), one) for one in page.mentions.between(start, row.start))
    return [
        (figure, one)
        for figure, one in found
        if figure is not None and not page.quoted[one.start] and figure.gender in ("", row.gender)
    ]


def _is_quoted(page: Page, start: int, end: int) -> bool:
    return page.quoted[start] == 1 or page.quoted[min(start + 1, end - 1)] == 1


def _subject(page: Page, start: int, end: int, found: Found) -> Mention | None:
    """Take the person whom a sentence begins with, if that is its subject."""
    first = next(iter(page.mentions.between(start, end)), None)
    if not found or first is None:
        return None
    subject = found[0][1]
    lead = page.mentions.between(start, subject.start)
    others = [row for row in lead if row.kind is MentionKind.PERSON]
    if found[0][0].gender == "" and len({figure.name for figure, _ in found}) > 1:
        return None  # of two, the first may be of the other gender
    is_first = not others and subject.start - start <= _BEGINS
    if _WHEN.match(page.text, start):
        return None  # "When Ann Lee asked, Eve Berg hesitated": whose sentence is it?
    return subject if is_first and not subject.governed and not subject.owns else None


def _speaker_before(
    page: Page, figures: Figures, row: Mention, end: int, depth: int
) -> Mention | None:
    """Take who alone speaks in the paragraph before: '"We wait," he added' goes on from there.

    So does a paragraph that begins with "According to him".
    """
    index = page.layout.line_index(row.start)
    line = page.layout.lines[index]
    opens = page.quoted[line.body] or page.quoted[min(line.body + 1, line.end - 1)]
    adds = opens and _ADDS.match(page.text, row.end, end) is not None
    if not index or not (adds or _ACCORDING.fullmatch(page.text, line.body, row.start)):
        return None
    before = page.layout.lines[index - 1]
    if before.end - before.start > _LONGEST or row.start - before.end > _LONGEST:
        return None
    found = _people(page, figures, before.start, row)
    told = {figure.name for figure, one in found if not one.governed and not one.owns}
    spoke: list[Mention] = []
    for cue in page.cues_between(before.start, before.end):
        speaker = subject_of(page, page.layout.sentence(cue.start)[0], cue)
        if speaker is not None and speaker.gender == row.gender != "":
            if speaker.kind is MentionKind.PRONOUN:
                speaker = told_before(page, figures, speaker, depth - 1)
        if speaker is not None and speaker.kind is MentionKind.PERSON:
            spoke.append(speaker)
    m = _STATED_BY.search(page.text, before.start, before.end)
    spoke += page.mentions.between(m.end(), before.end)[:1] if m is not None else []
    names = {figure.name for figure in map(figures.of, spoke) if figure is not None}
    return spoke[-1] if len(names) == 1 and told <= names else None
