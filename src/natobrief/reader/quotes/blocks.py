"""Block quotes without marks: paragraphs that a line below them signs with a name and an office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from natobrief.reader.page import Page
from natobrief.reader.people.mentions import Mention, MentionKind
from natobrief.reader.text.layout import Line, LineKind

__all__ = ["Block", "Signature", "find_blocks", "signatures"]

_LONGEST = 140
_LEAD = re.compile(r"\s*(?:[—–-]{1,2}\s*|\()?")
_TAIL = re.compile(r"\s*(?:,|\(|–|—|-|$)")
_FIRST_PERSON = re.compile(
    r"\b(?:we|our|us|ours|I|my|me|I'm|I’m|we're|we’re|myself|ourselves)\b", re.I
)
_DATED = re.compile(r"\b(?:On|on) (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b")
_END = re.compile(r"[.!?…]['\"”’)]*$")
_PERSONS = (MentionKind.PERSON,)


class Signature(NamedTuple):
    """A line that holds nothing but who speaks: "Maria Keller, Foreign Minister".

    Attributes:
        line: The index of the line.
        speaker: The name.
        office: Where the words of the office stand, if the line has them.
    """

    line: int
    speaker: Mention
    office: tuple[int, int] | None


class Block(NamedTuple):
    """Paragraphs that a line signs.

    Attributes:
        first: The index of the first paragraph.
        last: The index of the last one.
        signature: The line that signs them.
        unsure: A paragraph above that may belong to them, or None.
    """

    first: int
    last: int
    signature: Signature
    unsure: int | None


_SIGNING = (LineKind.PROSE, LineKind.HEADLINE, LineKind.ITEM)


def signatures(page: Page) -> list[Signature]:
    """Find the lines that sign what stands above them."""
    found: list[Signature] = []
    if not page.uses("signed-line"):
        return found
    for index, line in enumerate(page.layout.lines):
        if index and line.end - line.start <= _LONGEST:
            signed = _signature(page, index, line)
            if signed is not None:
                found.append(signed)
    return found


def _signature(page: Page, index: int, line: Line) -> Signature | None:
    text = page.text
    lead = _LEAD.match(text, line.start, line.end)
    is_dashed = lead is not None and lead[0].strip() != ""
    ends = _END.search(text[max(line.end - 8, 0) : line.end])
    if line.kind not in _SIGNING or (ends and not is_dashed):
        return None
    start = lead.end() if lead else line.start
    rows = page.mentions.between(start, line.end)
    person = next((row for row in rows if row.kind is MentionKind.PERSON), None)
    if (
        person is None
        or " " not in person.name
        or person.owns
        or page.cues_between(start, line.end)
    ):
        return None
    if person.start == start and _TAIL.match(text, person.end, line.end):
        return _with_office(text, index, line, person)
    return None


def _with_office(text: str, index: int, line: Line, person: Mention) -> Signature | None:
    rest = text[person.end : line.end]
    words = rest.strip(" ,()–—-")
    if not words:
        return Signature(index, person, person.office)
    start = person.end + rest.index(words)
    if person.office is None and (":" in words or len(words.split()) > 14):
        return None
    return Signature(index, person, (start, start + len(words)))


def find_blocks(page: Page, signed: list[Signature]) -> list[Block]:
    """Find the paragraphs without marks that each signature line signs."""
    blocks: list[Block] = []
    taken = {signature.line for signature in signed}
    for signature in signed:
        block = _block(page, signature, taken, signed)
        if block is not None:
            taken.update(range(block.first, block.last + 1))
            blocks.append(block)
    return blocks


def _block(
    page: Page, signature: Signature, taken: set[int], signed: list[Signature]
) -> Block | None:
    last = signature.line - 1
    if _signs_with_others(page, signature, signed):
        return None
    if last in taken or not _is_speech(page, last, signature.speaker):
        return None
    first = last
    for index in _above(last, taken):
        if not _is_speech(page, index, signature.speaker) or not _is_first_person(page, index):
            break
        first = index
    return Block(first, last, signature, _unsure(page, first - 1, signature, taken))


def _signs_with_others(page: Page, signature: Signature, signed: list[Signature]) -> bool:
    """Say whether further names follow below: what several sign is nobody's own words."""
    below = {each.line for each in signed}
    for index in range(signature.line + 1, min(signature.line + 3, len(page.layout.lines))):
        if index in below:
            return True
        line = page.layout.lines[index]
        if _END.search(page.text[max(line.end - 8, 0) : line.end]):
            return False
    return False


def _above(last: int, taken: set[int]) -> Iterator[int]:
    for index in range(last - 1, -1, -1):
        if index in taken:
            return
        yield index


def _unsure(page: Page, index: int, signature: Signature, taken: set[int]) -> int | None:
    if index < 0 or index in taken or not _is_speech(page, index, signature.speaker):
        return None
    return index


def _is_first_person(page: Page, index: int) -> bool:
    line = page.layout.lines[index]
    return _FIRST_PERSON.search(page.text, line.start, line.end) is not None


def _is_speech(page: Page, index: int, speaker: Mention) -> bool:
    """Say whether a paragraph can be somebody's own words: nothing in it tells of the speaker."""
    line = page.layout.lines[index]
    if line.kind is not LineKind.PROSE or line.body != line.start:
        return False
    if not _END.search(page.text[max(line.end - 8, 0) : line.end]) or page.quoted[line.start]:
        return False
    if any(page.according_between(line.start, line.end)) or _DATED.search(
        page.text, line.start, line.end
    ):
        return False
    rows = page.mentions.between(line.start, line.end)
    return not any(row.kind in _PERSONS and row.last == speaker.last for row in rows)
