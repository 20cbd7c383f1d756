"""What the layout alone says is somebody's words: the turns of a transcript, and block quotes."""

from __future__ import annotations

from typing import NamedTuple

from natobrief.model import QuoteKind
from natobrief.reader.page import Page
from natobrief.reader.quotes.blocks import Block, Signature
from natobrief.reader.quotes.quote_blocks import QuoteBlock, find_quote_blocks
from natobrief.reader.quotes.utterances import Utterance
from natobrief.reader.transcripts.inline import find_inline_turns
from natobrief.reader.transcripts.speakers import TurnSpeakers
from natobrief.reader.transcripts.turns import Turn, find_turns

__all__ = ["SetApart", "set_apart"]

Place = tuple[int, int]


class SetApart(NamedTuple):
    """Utterances that stand apart from the prose.

    Attributes:
        said: The utterances, in order of place.
        places: The stretches that they fill, labels and signatures among them, in order.
        speakers: Who the labels of turns stand for.
    """

    said: list[Utterance]
    places: list[Place]
    speakers: TurnSpeakers

    def leaves(self, page: Page, block: Block) -> bool:
        """Say whether a signed block lies outside of all that is set apart."""
        start = page.layout.lines[block.first].start
        end = page.layout.lines[block.last].end
        return not any(a < end and start < b for a, b in self.places)


def set_apart(
    page: Page, signed: list[Signature], publisher: str | None, *, expected: bool
) -> SetApart:
    """Find the turns and the block quotes of a text.

    Args:
        page: The text.
        signed: The lines that sign what stands above them.
        publisher: Who published the text, if that is known.
        expected: Whether the text is known to be a transcript.
    """
    turns: list[Turn] = []
    if page.uses("turn-label"):
        turns = find_turns(page.layout, expected=expected) or find_inline_turns(page.layout)
    speakers = TurnSpeakers(page, turns, publisher)
    said = [_of_turn(page, turn, speakers) for turn in turns]
    places = [(turn.label[0], turn.words[-1][1]) for turn in turns]
    for block in find_quote_blocks(page, signed):
        start, end = block.lines[0].start, block.lines[-1].end
        utterance = _of_block(page, block)
        if page.uses(utterance.rule) and not any(a < end and start < b for a, b in places):
            said.append(utterance)
            places.append((start, end))
    return SetApart(sorted(said, key=lambda row: row.where), sorted(places), speakers)


def _of_turn(page: Page, turn: Turn, speakers: TurnSpeakers) -> Utterance:
    words = " ".join(page.text[slice(*turn.label)].split())
    reason = page.setup.reasons["turn-label"].replace("{speaker}", words)
    row = speakers.row(turn)
    return Utterance(QuoteKind.DIRECT, turn.words, row, turn.label, None, "turn-label", reason)


def _of_block(page: Page, block: QuoteBlock) -> Utterance:
    found = block.attribution
    rule = found.rule if found is not None else "block-quote"
    name = " ".join(page.text[found.speaker.start : found.speaker.end].split()) if found else ""
    cue = found.cue if found is not None else None
    words = " ".join(page.text[slice(*cue)].split()) if cue else ""
    reason = page.setup.reasons[rule].replace("{cue}", words).replace("{speaker}", name)
    row = found.speaker if found is not None else None
    return Utterance(QuoteKind.DIRECT, block.words, row, block.place, cue, rule, reason)
