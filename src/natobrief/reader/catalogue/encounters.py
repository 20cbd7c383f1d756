"""Words that name a meeting, a call, a visit."""

from __future__ import annotations

from natobrief.reader.rule import Layer, Rule

__all__ = ["RULES"]

RULES = (
    Rule(
        id="head",
        layer=Layer.ENCOUNTER,
        sentence="A noun such as “talks”, “meeting” or “summit” that is new in the text.",
        example="An extraordinary meeting was held in Oslo.",
        finds="extraordinary meeting",
    ),
    Rule(
        id="head-complement",
        layer=Layer.ENCOUNTER,
        sentence="Such a noun, and behind it with whom, between whom, of whom.",
        example="Ann Lee held talks with Bo Kim in Oslo.",
        finds="talks with Bo Kim",
    ),
    Rule(
        id="met-with",
        layer=Layer.ENCOUNTER,
        sentence="Somebody meets “with” somebody.",
        example="Ann Lee met today in Oslo with Bo Kim.",
        finds="meeting of Ann Lee and Bo Kim",
    ),
    Rule(
        id="met",
        layer=Layer.ENCOUNTER,
        sentence="Somebody meets a person or a group.",
        example="Ann Lee met Bo Kim in Oslo.",
        finds="meeting of Ann Lee and Bo Kim",
    ),
    Rule(
        id="spoke-with",
        layer=Layer.ENCOUNTER,
        sentence="Somebody speaks “with” somebody, by phone if nothing else is said.",
        example="Ann Lee spoke by phone with Bo Kim.",
        finds="call of Ann Lee and Bo Kim",
    ),
    Rule(
        id="spoke-to",
        layer=Layer.ENCOUNTER,
        sentence="Somebody speaks “to” somebody in office; not to reporters or to a farmer.",
        example="Ann Lee spoke to President Bo Kim.",
        finds="call of Ann Lee and Bo Kim",
    ),
    Rule(
        id="called",
        layer=Layer.ENCOUNTER,
        sentence="Somebody calls somebody in office; not “called him a friend”.",
        example="Ann Lee called President Bo Kim on Monday.",
        finds="call of Ann Lee and Bo Kim",
    ),
    Rule(
        id="phoned",
        layer=Layer.ENCOUNTER,
        sentence="Somebody phones somebody.",
        example="Ann Lee phoned Bo Kim.",
        finds="call of Ann Lee and Bo Kim",
    ),
    Rule(
        id="hosted",
        layer=Layer.ENCOUNTER,
        sentence="Somebody hosts, receives or welcomes somebody.",
        example="Ann Lee received Bo Kim in Oslo.",
        finds="meeting of Ann Lee and Bo Kim",
    ),
    Rule(
        id="visited",
        layer=Layer.ENCOUNTER,
        sentence="Somebody visits a place, or travels to it.",
        example="Ann Lee visited Norway.",
        finds="visit of Ann Lee and Norway",
    ),
    Rule(
        id="discussed-with",
        layer=Layer.ENCOUNTER,
        sentence="Somebody discusses something “with” somebody.",
        example="Ann Lee discussed the plan with Bo Kim.",
        finds="meeting of Ann Lee and Bo Kim",
    ),
    Rule(
        id="body-sits",
        layer=Layer.ENCOUNTER,
        sentence="A body such as a council meets, convenes or takes something up.",
        example="The North Atlantic Council will meet in Brussels.",
        finds="North Atlantic Council",
    ),
    Rule(
        id="they-met",
        layer=Layer.ENCOUNTER,
        sentence="Several meet, without “with”.",
        example="Ann Lee and Bo Kim met in Oslo.",
        finds="meeting of Ann Lee and Bo Kim",
    ),
)
