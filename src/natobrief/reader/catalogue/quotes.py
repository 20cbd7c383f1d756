"""Quotes between marks, and how their speaker is found."""

from __future__ import annotations

from natobrief.reader.rule import Layer, Rule

__all__ = ["RULES"]

RULES = (
    Rule(
        id="marks",
        layer=Layer.QUOTE,
        sentence=(
            "Words between quotation marks that make a sentence, or that nobody near them is "
            "named for."
        ),
        example='"We are ready to talk." That was all.',
        finds="We are ready to talk.",
    ),
    Rule(
        id="said-x",
        layer=Layer.QUOTE,
        sentence="A reporting verb and then the speaker follow the words.",
        example='"We are ready," said Ann Lee.',
        finds="Ann Lee: We are ready,",
        reason="“{cue} {speaker}” follows the words",
    ),
    Rule(
        id="x-said",
        layer=Layer.QUOTE,
        sentence="The speaker and then a reporting verb follow the words.",
        example='"We are ready," Ann Lee said.',
        finds="Ann Lee: We are ready,",
        reason="“{speaker} {cue}” follows the words",
    ),
    Rule(
        id="x-said-quote",
        layer=Layer.QUOTE,
        sentence="The speaker and a reporting verb lead to the words.",
        example='Ann Lee said: "We are ready."',
        finds="Ann Lee: We are ready.",
        reason="“{speaker} {cue}” leads to the words",
    ),
    Rule(
        id="said-x-quote",
        layer=Layer.QUOTE,
        sentence="A reporting verb and then the speaker lead to the words.",
        example="“The Big Plan,” said Ann Lee, “is one that we are ready for.”",
        finds="Ann Lee: is one that we are ready for.",
        reason="“{cue} {speaker}” leads to the words",
    ),
    Rule(
        id="according-to",
        layer=Layer.REPORTED,
        sentence=(
            "The words “according to” name the source, and the content follows; before or behind "
            "a quote they name its speaker."
        ),
        example="According to Ann Lee, talks will start soon.",
        finds="Ann Lee: talks will start soon",
        reason="“{cue} {speaker}” names the source",
    ),
    Rule(
        id="colon",
        layer=Layer.QUOTE,
        sentence=("A name begins words without a known verb that end in a colon before a quote."),
        example='Ann Lee was blunt: "We are ready to talk."',
        finds="Ann Lee: We are ready to talk.",
        reason="“{speaker}” begins the words that lead to the quote",
    ),
    Rule(
        id="dash-signature",
        layer=Layer.QUOTE,
        sentence="A name behind a dash signs the words.",
        example='"We are ready to talk." - Ann Lee',
        finds="Ann Lee: We are ready to talk.",
        reason="“{speaker}” signs the words behind a dash",
    ),
    Rule(
        id="same-paragraph",
        layer=Layer.QUOTE,
        sentence=("A quote without a speaker of its own goes with another one of its paragraph."),
        example='"We are ready," Ann Lee said. "All of us want to talk."',
        finds="Ann Lee: All of us want to talk.",
        reason="another quote of the paragraph is attributed to “{speaker}”",
    ),
    Rule(
        id="paragraph-before",
        layer=Layer.QUOTE,
        sentence=(
            "A paragraph that is nothing but a quote goes on with the speaker of the quote "
            "that ends the one before."
        ),
        example='"We are ready," Ann Lee said.\n"All of us want to talk about it."',
        finds="Ann Lee: All of us want to talk about it.",
        reason="the paragraph before ends with words of “{speaker}”",
    ),
    Rule(
        id="sentence-before",
        layer=Layer.QUOTE,
        sentence=(
            "A quote that is a whole sentence is spoken by the subject of the sentence before it."
        ),
        example='Ann Lee shook her head. "We have never seen it that way."',
        finds="Ann Lee: We have never seen it that way.",
        reason="“{speaker}” is the subject of the sentence before",
    ),
    Rule(
        id="sentence-subject",
        layer=Layer.QUOTE,
        sentence=(
            "Quoted words in the middle of a sentence are spoken by the one it begins with, if "
            "nobody else acts before them."
        ),
        example="Ann Lee drew attention to “the long and bitter winter of the north”.",
        finds="Ann Lee: the long and bitter winter of the north",
        reason="“{speaker}” begins the sentence that holds the words",
    ),
    Rule(
        id="signed-line",
        layer=Layer.QUOTE,
        sentence=(
            "A line that is nothing but a name, with an office or without, signs the words "
            "above it."
        ),
        example="“We are ready to talk.”\nAnn Lee, Foreign Minister",
        finds="Ann Lee: We are ready to talk.",
        reason="the line below signs the words with “{speaker}”",
    ),
)
