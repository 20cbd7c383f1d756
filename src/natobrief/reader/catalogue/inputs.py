"""Turns of transcripts and block quotes, and how their speaker is found."""

from __future__ import annotations

from natobrief.reader.rule import Layer, Rule

__all__ = ["RULES"]

RULES = (
    Rule(
        id="turn-label",
        layer=Layer.QUOTE,
        sentence="A label at the start of a line of a transcript names who speaks up to the next.",
        example="Q: Is it open?\nMR. LEE: It is.\nQ: Now?\nMR. LEE: Yes.",
        finds="questioner: Is it open?",
        reason="the turn is labelled “{speaker}”",
    ),
    Rule(
        id="block-lead",
        layer=Layer.QUOTE,
        sentence="A line that names the speaker and ends with a colon leads to a block quote.",
        example="Ann Lee wrote:\n\n> We are ready to talk.",
        finds="Ann Lee: We are ready to talk.",
        reason="“{speaker} {cue}” leads to the block quote",
    ),
    Rule(
        id="block-signed",
        layer=Layer.QUOTE,
        sentence="A line with a dash and a name, or a name and an office, signs a block quote.",
        example="> We are ready to talk.\n>\n> — Ann Lee",
        finds="Ann Lee: We are ready to talk.",
        reason="“{speaker}” signs the block quote",
    ),
    Rule(
        id="block-quote",
        layer=Layer.QUOTE,
        sentence="A paragraph is set apart as a block quote, and nothing near it names a speaker.",
        example="> We are ready to talk.",
        finds="We are ready to talk.",
        reason="the paragraph is set apart as a quote",
    ),
    Rule(
        id="turn-speaker",
        layer=Layer.ACTOR,
        sentence=(
            "The label of a turn names its speaker, whole or by the surname; a role leaves the "
            "speaker unnamed."
        ),
        example="MODERATOR: Welcome.\nQ: Is it open?\nMR. LEE: It is.\nQ: Thank you.",
        finds="Lee",
    ),
    Rule(
        id="turn-office",
        layer=Layer.ACTOR,
        sentence=(
            "An office alone is the label of a turn: its holder, in the state or body that the "
            "publisher or the lines above the turns name, on that date."
        ),
        example=(
            "Press conference of NATO\n7 January 2022\nSECRETARY GENERAL: We are ready.\n"
            "Q: Are you?\nSECRETARY GENERAL: We are."
        ),
        finds="Jens Stoltenberg (jens-stoltenberg)",
    ),
    Rule(
        id="turn-answer",
        layer=Layer.ACTOR,
        sentence=(
            "Answers belong to the one other speaker of the transcript, or to the one person "
            "named above it."
        ),
        example="An interview with Ann Lee\nQ: Is it open?\nA: It is.\nQ: Now?\nA: Yes.",
        finds="Ann Lee",
    ),
    Rule(
        id="answerer-open",
        layer=Layer.DOUBT,
        sentence="Answers are labelled “A”, and the text doesn't say in one way whose they are.",
        example="Ann Lee and Bo Kim\nQ: Is it open?\nA: It is.\nQ: Now?\nA: Yes.",
        finds="A (Ann Lee or Bo Kim?)",
    ),
)
