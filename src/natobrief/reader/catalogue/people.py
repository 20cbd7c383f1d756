"""Whom a name, a description or a pronoun means."""

from __future__ import annotations

from natobrief.reader.rule import Layer, Rule

__all__ = ["RULES"]

RULES = (
    Rule(
        id="name",
        layer=Layer.ACTOR,
        sentence=(
            "A name is the person who bears it, with the directory's id if it knows just one "
            "such person."
        ),
        example="Jens Stoltenberg said that talks would start soon.",
        finds="Jens Stoltenberg (jens-stoltenberg)",
    ),
    Rule(
        id="organization",
        layer=Layer.ACTOR,
        sentence="A name is the organization that bears it.",
        example="NATO said that talks would start soon.",
        finds="NATO (nato)",
    ),
    Rule(
        id="country",
        layer=Layer.ACTOR,
        sentence="A name or an adjective is the state that bears it.",
        example="Norway said that talks would start soon.",
        finds="Norway (no)",
    ),
    Rule(
        id="metonym",
        layer=Layer.ACTOR,
        sentence="A capital or another metonym that speaks or meets stands for its state.",
        example="Moscow said that talks would start soon.",
        finds="Russia (ru)",
    ),
    Rule(
        id="group",
        layer=Layer.ACTOR,
        sentence="A plural stands for several who are not named.",
        example="The ministers said that talks would start soon.",
        finds="The ministers",
    ),
    Rule(
        id="joint",
        layer=Layer.ACTOR,
        sentence="People who are named side by side are a group with its members.",
        example="Ann Lee and Bo Kim said that talks would start soon.",
        finds="Ann Lee and Bo Kim",
    ),
    Rule(
        id="side",
        layer=Layer.ACTOR,
        sentence="A side, a delegation or negotiators with an adjective speak for the state.",
        example="The Russian side said that talks would start soon.",
        finds="Russia (ru)",
    ),
    Rule(
        id="anonymous",
        layer=Layer.ACTOR,
        sentence="A description with “a” or “one” leaves the person unnamed.",
        example="A senior diplomat said that talks would start soon.",
        finds="A senior diplomat",
    ),
    Rule(
        id="office-in-text",
        layer=Layer.ACTOR,
        sentence="An office without a name is the one person of the text who holds it.",
        example=(
            "Foreign Minister Ann Lee came to Oslo. The minister said that talks would start soon."
        ),
        finds="Ann Lee",
    ),
    Rule(
        id="office-on-date",
        layer=Layer.ACTOR,
        sentence=(
            "An office that nobody in the text holds is its holder on the day, after the directory."
        ),
        example=("12 January 2022\nThe NATO Secretary General said that talks would start soon."),
        finds="Jens Stoltenberg (jens-stoltenberg)",
    ),
    Rule(
        id="pronoun",
        layer=Layer.ACTOR,
        sentence="A pronoun is the one person of its gender who is named shortly before.",
        example="Mrs. Anna Lee came to Oslo. She said that talks would start soon.",
        finds="Anna Lee",
    ),
    Rule(
        id="pronoun-goes-on",
        layer=Layer.ACTOR,
        sentence=(
            "A pronoun goes on with the one who spoke last in its paragraph, unless somebody "
            "else was told of since."
        ),
        example=(
            "Mr. Bo Kim met Mr. Jan Alm. Kim said that talks would start. He said that they "
            "would be long."
        ),
        finds="Bo Kim",
    ),
    Rule(
        id="pronoun-subject",
        layer=Layer.ACTOR,
        sentence=(
            "Where several were named, a pronoun is the subject of its own sentence, of the one "
            "before in its paragraph, or whoever alone speaks in the paragraph before."
        ),
        example=(
            "Mr. Bo Kim met Mr. Jan Alm. Kim left for Oslo early. He said that talks would be long."
        ),
        finds="Bo Kim",
    ),
    Rule(
        id="same-description",
        layer=Layer.ACTOR,
        sentence="A description comes back for somebody whom the text has told of without a name.",
        example="A senior official came to Oslo. The official said that talks would start.",
        finds="A senior official",
    ),
    Rule(
        id="leading-office",
        layer=Layer.ACTOR,
        sentence=(
            "Of several with such an office, the office without a name is the one whom the text "
            "names first, outside of quotes."
        ),
        example=(
            "President of Norway Ann Lee met President of Chile Eva Alm. The Head of State said "
            "that talks would start soon."
        ),
        finds="Ann Lee",
    ),
    Rule(
        id="only-speaker",
        layer=Layer.ACTOR,
        sentence="A pronoun is the only person who speaks in the text, if that is clear.",
        example=(
            "Mr. Bo Kim said that talks would start. Mr. Jan Alm came to Oslo. Kim added that "
            "they would be long.\nMr. Jan Alm is active. He said that they would be hard."
        ),
        finds="Bo Kim",
    ),
    Rule(
        id="office",
        layer=Layer.ACTOR,
        sentence="The office that the text gives a speaker, as the directory knows it.",
        example='"We are ready," President Joe Biden said.',
        finds="President (us-president)",
    ),
)
