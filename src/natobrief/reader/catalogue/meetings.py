"""What is told about an encounter."""

from __future__ import annotations

from natobrief.reader.rule import Layer, Rule

__all__ = ["RULES"]

RULES = (
    Rule(
        id="body",
        layer=Layer.MEETING,
        sentence="The body that sits, or the organization that the naming words begin with.",
        example="A NATO summit will be held in Oslo.",
        finds="NATO (nato)",
    ),
    Rule(
        id="level",
        layer=Layer.MEETING,
        sentence="The level at which people meet, from the naming words.",
        example="A meeting of NATO foreign ministers was held in Oslo.",
        finds="foreign ministers",
    ),
    Rule(
        id="kind-word",
        layer=Layer.MEETING,
        sentence="A word such as “extraordinary” or “informal” before the noun.",
        example="An extraordinary meeting was held in Oslo.",
        finds="extraordinary",
    ),
    Rule(
        id="format-word",
        layer=Layer.MEETING,
        sentence="Words such as “by phone” or “virtual” near it say how people meet.",
        example="Ann Lee spoke by phone with Bo Kim.",
        finds="telephone",
    ),
    Rule(
        id="in-place",
        layer=Layer.MEETING,
        sentence="The place that stands beside it behind “in” or “at”.",
        example="Ann Lee met Bo Kim in Oslo.",
        finds="Oslo",
    ),
    Rule(
        id="date-beside",
        layer=Layer.MEETING,
        sentence="The nearest date of its sentence.",
        example="Ann Lee met Bo Kim in Oslo on 12 January 2022.",
        finds="2022-01-12",
    ),
    Rule(
        id="date-opens",
        layer=Layer.MEETING,
        sentence="The day that opens a sentence is the one of all encounters that it tells of.",
        example=(
            "On 12 January 2022, Ann Lee will hold talks in Oslo with Bo Kim, who will arrive in "
            "Norway."
        ),
        finds="2022-01-12",
    ),
    Rule(
        id="moved-from",
        layer=Layer.MEETING,
        sentence="The day “from” which it was moved, or for which it was planned at first.",
        example="The talks with Bo Kim were rescheduled from 3 May 2022 to 5 June 2022.",
        finds="2022-05-03",
    ),
    Rule(
        id="lead-encounter",
        layer=Layer.MEETING,
        sentence=(
            "What a release begins with, as past and without a date, was on the day of the release."
        ),
        example="12 January 2022\nAnn Lee met with Bo Kim in Oslo.",
        finds="2022-01-12",
    ),
    Rule(
        id="subject",
        layer=Layer.MEETING,
        sentence="Who is the subject of the sentence takes part.",
        example="Ann Lee met with Bo Kim.",
        finds="Ann Lee, Bo Kim",
    ),
    Rule(
        id="complement",
        layer=Layer.MEETING,
        sentence="Who stands behind the naming words takes part.",
        example="Talks with Bo Kim were held in Oslo.",
        finds="Bo Kim",
    ),
    Rule(
        id="modifier",
        layer=Layer.MEETING,
        sentence="Sides that are part of the name take part.",
        example="Norway-Sweden talks were held in Oslo.",
        finds="Norway (no), Sweden (se)",
    ),
    Rule(
        id="attended-by",
        layer=Layer.MEETING,
        sentence="Those who are listed behind “attended by” or “with the participation of”.",
        example="Talks were held in Oslo with the participation of Norway and Sweden.",
        finds="Norway (no), Sweden (se)",
    ),
    Rule(
        id="those-before",
        layer=Layer.MEETING,
        sentence="Those whom “the presidents” or “the sides” point back to take part.",
        example="Ann Lee met with Bo Kim. The presidents agreed to meet in Oslo.",
        finds="Ann Lee, Bo Kim",
    ),
    Rule(
        id="home-side",
        layer=Layer.MEETING,
        sentence="Who speaks for a state of talks “with” another means talks of both.",
        example="President of Norway Ann Lee stressed the importance of talks with Sweden.",
        finds="Norway (no), Sweden (se)",
    ),
    Rule(
        id="chaired-by",
        layer=Layer.MEETING,
        sentence="Who leads it.",
        example="A NATO meeting was held in Oslo, chaired by Ann Lee.",
        finds="Ann Lee",
    ),
    Rule(
        id="speaks-there",
        layer=Layer.MEETING,
        sentence="Who speaks at an encounter, or after talks “with” another, takes part in it.",
        example="Ann Lee said at a press conference that talks would start.",
        finds="Ann Lee",
    ),
    Rule(
        id="held",
        layer=Layer.MEETING,
        sentence=("A verb such as “met” or “held”, or “after” before it, says that it was held."),
        example="Ann Lee met with Bo Kim.",
        finds="held",
    ),
    Rule(
        id="not-held",
        layer=Layer.MEETING,
        sentence="A denied verb says that it was not held.",
        example="Ann Lee did not meet with Bo Kim.",
        finds="not_held",
    ),
    Rule(
        id="announced",
        layer=Layer.MEETING,
        sentence="Words such as “will” or “scheduled” announce it.",
        example="Ann Lee will meet with Bo Kim.",
        finds="pending",
    ),
    Rule(
        id="proposed",
        layer=Layer.MEETING,
        sentence="Words such as “should” or “invited” propose it.",
        example="Ann Lee offered to hold talks with Bo Kim.",
        finds="pending",
    ),
    Rule(
        id="postponed",
        layer=Layer.MEETING,
        sentence="It was put off, and no new day is told.",
        example="The talks between Norway and Sweden were postponed.",
        finds="pending",
    ),
    Rule(
        id="rescheduled",
        layer=Layer.MEETING,
        sentence="It was moved to another time.",
        example="The talks between Norway and Sweden were rescheduled.",
        finds="pending",
    ),
    Rule(
        id="cancelled",
        layer=Layer.MEETING,
        sentence="It was called off.",
        example="The talks between Norway and Sweden were called off.",
        finds="not_held",
    ),
    Rule(
        id="agenda-verb",
        layer=Layer.MEETING,
        sentence="What follows a verb such as “discuss” or “focus on” is on the agenda.",
        example="Ann Lee will meet with Bo Kim to discuss the border.",
        finds="the border",
    ),
    Rule(
        id="meeting-name",
        layer=Layer.MEETING,
        sentence="A meeting is called after its body, its sides or the words that name it.",
        example="Ann Lee held talks with Bo Kim in Oslo.",
        finds="talks with Bo Kim",
    ),
    Rule(
        id="owner",
        layer=Layer.MEETING,
        sentence="Whose meeting it is, with an apostrophe or “by”, takes part.",
        example="Ann Lee’s meeting with Bo Kim was held in Oslo.",
        finds="Ann Lee, Bo Kim",
    ),
    Rule(
        id="margins",
        layer=Layer.MEETING,
        sentence="An encounter “on the margins of” another is a part of it.",
        example="Ann Lee met with Bo Kim on the margins of the NATO summit in Oslo.",
        finds="NATO summit",
    ),
)
