"""What could not be decided, by the code of the doubt."""

from __future__ import annotations

from natobrief.reader.rule import Layer, Rule

__all__ = ["RULES"]

RULES = (
    Rule(
        id="speaker-unknown",
        layer=Layer.DOUBT,
        sentence="Nothing near a quote says who spoke it.",
        example='"We are ready to talk." That was all.',
        finds="We are ready to talk.",
    ),
    Rule(
        id="block-start",
        layer=Layer.DOUBT,
        sentence="A paragraph may belong to the signed words below it, or to the reporter.",
        example=(
            "Nobody was asked about it before.\nWe are ready to talk.\nAnn Lee, Foreign Minister"
        ),
        finds="Nobody was asked about it before.",
    ),
    Rule(
        id="name-ambiguous",
        layer=Layer.DOUBT,
        sentence="A name fits several.",
        example="Ann Lee met Jane Lee. Lee said that talks would start soon.",
        finds="Lee (Ann Lee or Jane Lee?)",
    ),
    Rule(
        id="surname-only",
        layer=Layer.DOUBT,
        sentence="The text gives no first name, and the directory knows who may be meant.",
        example='12 January 2022\n"We are ready," Lavrov said.',
        finds="Lavrov (Sergey Lavrov?)",
    ),
    Rule(
        id="description-unresolved",
        layer=Layer.DOUBT,
        sentence="It is not clear whom a description means.",
        example="The spokesman said that talks would start soon.",
        finds="The spokesman",
    ),
    Rule(
        id="pronoun-unresolved",
        layer=Layer.DOUBT,
        sentence="It is not clear whom a pronoun means.",
        example="They said that talks would start soon.",
        finds="They",
    ),
    Rule(
        id="date-contradiction",
        layer=Layer.DOUBT,
        sentence="A weekday and a date beside it don't fit, or dates contradict each other.",
        example="Ann Lee met Bo Kim on Monday, 12 January 2022.",
        finds="Monday, 12 January 2022 (2022-01-12 or 2022-01-10?)",
    ),
    Rule(
        id="date-undecided",
        layer=Layer.DOUBT,
        sentence="The date of a meeting could not be decided.",
        example="Ann Lee met Bo Kim on Monday, 12 January 2022.",
        finds="Monday, 12 January 2022 (2022-01-12 or 2022-01-10?)",
    ),
    Rule(
        id="year-open",
        layer=Layer.DOUBT,
        sentence="The text names no year, and its dates fit several.",
        example="Ann Lee met Bo Kim on Wednesday, January 12.",
        finds=(
            "Wednesday, January 12 (1910 or 1916 or 1921 or 1927 or 1938 or 1944 or 1949 or "
            "1955 or 1966 or 1972 or 1977 or 1983?)"
        ),
    ),
    Rule(
        id="said-after-text",
        layer=Layer.DOUBT,
        sentence="A statement seems to be dated after the text that reports it.",
        example='12 January 2022\n"We are ready," Ann Lee said on 14 January 2022.',
        finds="14 January 2022 (2022-01-14?)",
    ),
    Rule(
        id="office-differs",
        layer=Layer.DOUBT,
        sentence="The text gives somebody an office, and the directory knows another for that day.",
        example='12 January 2022\n"We are ready," Prime Minister Sergey Lavrov said.',
        finds="Prime Minister (Minister of Foreign Affairs of Russia?)",
    ),
)
