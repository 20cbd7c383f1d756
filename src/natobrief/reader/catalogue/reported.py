"""What somebody says, in the words of the reporter."""

from __future__ import annotations

from natobrief.reader.rule import Layer, Rule

__all__ = ["RULES"]

RULES = (
    Rule(
        id="according-to-after",
        layer=Layer.REPORTED,
        sentence="The content stands first, and “according to” names its source behind it.",
        example="Talks on the border will start soon, according to Ann Lee.",
        finds="Ann Lee: Talks on the border will start soon",
        reason="“{cue} {speaker}” names the source",
    ),
    Rule(
        id="as-x-said",
        layer=Layer.REPORTED,
        sentence="“As” with the speaker and a verb opens the sentence or closes it.",
        example="As Ann Lee noted, talks would start soon.",
        finds="Ann Lee: talks would start soon",
        reason="“as” and “{speaker} {cue}” say whose words they are",
    ),
    Rule(
        id="in-the-opinion-of",
        layer=Layer.REPORTED,
        sentence="“In the opinion of” or “in the words of” opens the sentence and names the source.",
        example="In the opinion of Ann Lee, talks would start soon.",
        finds="Ann Lee: talks would start soon",
        reason="“{cue}” says whose view it is: {speaker}",
    ),
    Rule(
        id="said-that",
        layer=Layer.REPORTED,
        sentence="A verb of speech or belief and “that” lead to the content.",
        example="Ann Lee said that talks would start soon.",
        finds="Ann Lee: talks would start soon",
        reason="“{speaker} {cue}” and “that” lead to the words",
    ),
    Rule(
        id="said-clause",
        layer=Layer.REPORTED,
        sentence="One of a few verbs leads to a clause with a finite verb, without “that”.",
        example="Ann Lee said talks would start soon.",
        finds="Ann Lee: talks would start soon",
        reason="“{speaker} {cue}” leads to the clause",
    ),
    Rule(
        id="clause-x-said",
        layer=Layer.REPORTED,
        sentence="The content stands first, and the speaker with a verb closes the sentence.",
        example="Talks on the border will start soon, Ann Lee said.",
        finds="Ann Lee: Talks on the border will start soon",
        reason="“{speaker} {cue}” follows the clause",
    ),
    Rule(
        id="x-urged-to",
        layer=Layer.REPORTED,
        sentence=(
            "A verb of promise, request or blame leads to what somebody will do, asks for or "
            "complains of."
        ),
        example="Ann Lee urged both sides to keep calm.",
        finds="Ann Lee: both sides to keep calm",
        reason="“{speaker} {cue}” leads to what is promised, asked for or blamed",
    ),
    Rule(
        id="this-was-stated",
        layer=Layer.REPORTED,
        sentence="The next sentence says that somebody said so.",
        example="Talks on the border will start soon. This was stated by Ann Lee in Oslo.",
        finds="Ann Lee: Talks on the border will start soon",
        reason="the sentence behind it says that “{speaker}” said so",
    ),
    Rule(
        id="is-convinced",
        layer=Layer.REPORTED,
        sentence="Somebody “is convinced that”, or is confident, certain or sure.",
        example="Ann Lee is convinced that talks will start soon.",
        finds="Ann Lee: talks will start soon",
        reason="“{speaker}” is “{cue}” that it is so",
    ),
    Rule(
        id="made-clear",
        layer=Layer.REPORTED,
        sentence="Somebody “made it clear that” it is so.",
        example="Ann Lee made it clear that talks will start soon.",
        finds="Ann Lee: talks will start soon",
        reason="“{speaker}” “{cue}”",
    ),
)
