"""All that is said in a text, of every form, as rows in order of place."""

from __future__ import annotations

from typing import NamedTuple

from natobrief.model import QuoteKind
from natobrief.reader.page import Page
from natobrief.reader.people.mentions import Mention
from natobrief.reader.quotes.blocks import Block, Signature
from natobrief.reader.quotes.indirect import Reported
from natobrief.reader.quotes.speakers import DirectQuote

__all__ = ["Utterance", "content_mask", "utterances"]

Place = tuple[int, int]


class Utterance(NamedTuple):
    """Something that somebody says.

    Attributes:
        kind: How the words are reported.
        where: The stretches of the words.
        speaker: The mention of the speaker, or None.
        attribution: The words that attribute it, as a place.
        cue: Where the reporting word stands.
        rule: The name of the rule that found the speaker, or the words if there is none.
        reason: A sentence about that.
        unsure: A paragraph that may belong to it.
    """

    kind: QuoteKind
    where: tuple[Place, ...]
    speaker: Mention | None
    attribution: Place | None
    cue: Place | None
    rule: str
    reason: str
    unsure: Place | None = None


def utterances(
    page: Page,
    blocks: list[Block],
    signed: list[Signature],
    direct: list[DirectQuote],
    reported: list[Reported],
) -> list[Utterance]:
    """Bring quotes of all forms into one list, in order of place."""
    by_line = {signature.line: signature for signature in signed}
    found = [_of_block(page, block) for block in blocks]
    found += [_of_direct(page, quote, by_line) for quote in direct]
    found = [row for row in found if page.uses(row.rule)]
    taken = content_mask(page, found)
    found += [_of_reported(page, row) for row in reported if not any(taken[row.start : row.end])]
    return sorted(found, key=lambda row: row.where[0])


def content_mask(page: Page, rows: list[Utterance]) -> bytearray:
    """Return a table that answers "do these words belong to an utterance?"."""
    table = bytearray(len(page.text) + 1)
    for row in rows:
        for start, end in row.where:
            table[start:end] = b"\x01" * (end - start)
    return table


def _of_block(page: Page, block: Block) -> Utterance:
    lines = page.layout.lines[block.first : block.last + 1]
    signature = page.layout.lines[block.signature.line]
    unsure = page.layout.lines[block.unsure] if block.unsure is not None else None
    return Utterance(
        QuoteKind.DIRECT,
        tuple((line.start, line.end) for line in lines),
        block.signature.speaker,
        (signature.start, signature.end),
        None,
        "signed-line",
        _reason(page, "signed-line", block.signature.speaker, None),
        (unsure.start, unsure.end) if unsure is not None else None,
    )


def _of_direct(page: Page, quote: DirectQuote, signed: dict[int, Signature]) -> Utterance:
    where = tuple((part.start, part.end) for part in quote.parts)
    whole = all(part.whole for part in quote.parts) or not _is_embedded(page, quote)
    kind = QuoteKind.DIRECT if whole else QuoteKind.MIXED
    line = page.layout.lines[quote.parts[-1].line]
    below = signed.get(quote.parts[-1].line + 1)
    if quote.attribution is None and below is not None and quote.end >= line.end - 1:
        place = page.layout.lines[below.line]
        reason = _reason(page, "signed-line", below.speaker, None)
        return Utterance(
            kind, where, below.speaker, (place.start, place.end), None, "signed-line", reason
        )
    found = quote.attribution
    if found is None:
        reason = "the words stand between quotation marks"
        return Utterance(kind, where, None, None, None, "marks", reason)
    row = found.speaker
    reason = _reason(page, found.rule, row, found.cue)
    return Utterance(kind, where, row, (row.start, row.end), found.cue, found.rule, reason)


def _is_embedded(page: Page, quote: DirectQuote) -> bool:
    """Say whether the quoted words are a part of the reporting sentence around them."""
    first = quote.parts[0]
    before = page.text[max(first.quoted.outer_start - 3, 0) : first.quoted.outer_start].rstrip()
    starts = page.layout.sentence(first.quoted.outer_start)[0] >= first.quoted.outer_start
    return not starts and not before.endswith((",", ":"))


def _of_reported(page: Page, row: Reported) -> Utterance:
    speaker = row.speaker
    return Utterance(
        QuoteKind.INDIRECT,
        ((row.start, row.end),) if row.lead is None else (row.lead, (row.start, row.end)),
        speaker,
        (speaker.start, speaker.end),
        row.cue,
        row.rule,
        _reason(page, row.rule, speaker, row.cue),
    )


def _reason(page: Page, rule: str, speaker: Mention, cue: Place | None) -> str:
    words = " ".join(page.text[slice(*cue)].split()) if cue else ""
    name = " ".join(page.text[speaker.start : speaker.end].split())
    return page.setup.reasons[rule].replace("{cue}", words).replace("{speaker}", name)
