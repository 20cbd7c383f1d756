"""What one speaker says on one occasion."""

from __future__ import annotations

from natobrief.reader.rule import Layer, Rule

__all__ = ["RULES"]

RULES = (
    Rule(
        id="issued",
        layer=Layer.STATEMENT,
        sentence="A sentence tells of the statement itself.",
        example=(
            "Ann Lee said that talks would start. The statement was issued by Ann Lee on 12 "
            "January 2022."
        ),
        finds="Ann Lee",
    ),
    Rule(
        id="said-on",
        layer=Layer.STATEMENT,
        sentence="A date beside the reporting word is when it was said.",
        example='"We are ready," Ann Lee said on 12 January 2022.',
        finds="2022-01-12",
    ),
    Rule(
        id="occasion-phrase",
        layer=Layer.STATEMENT,
        sentence="Words such as “after” or “at” before an encounter make it the occasion.",
        example='"We are ready," Ann Lee said after talks with Bo Kim.',
        finds="talks with Bo Kim",
    ),
    Rule(
        id="occasion-day",
        layer=Layer.STATEMENT,
        sentence=(
            "What is said at or after an encounter that was held is of its day, if nothing "
            "else dates it."
        ),
        example=(
            "On 12 January 2022 Ann Lee met with Bo Kim. “We are ready,” Lee said after the "
            "meeting."
        ),
        finds="2022-01-12",
    ),
    Rule(
        id="genre-word",
        layer=Layer.STATEMENT,
        sentence="Words such as “interview” or “in a statement” name the form.",
        example="Ann Lee said in a statement that talks would start.",
        finds="written_statement",
    ),
    Rule(
        id="statement-day",
        layer=Layer.STATEMENT,
        sentence="A quote was said when its statement was made.",
        example='"We are ready," Ann Lee said on 12 January 2022.',
        finds="2022-01-12",
    ),
    Rule(
        id="gathered",
        layer=Layer.STATEMENT,
        sentence="Quotes and reported speech by one speaker on one occasion are one statement.",
        example='"We are ready," Ann Lee said.',
        finds="Ann Lee",
    ),
    Rule(
        id="told",
        layer=Layer.STATEMENT,
        sentence="Who is told so is the audience.",
        example="Ann Lee told Bo Kim that talks would start.",
        finds="Bo Kim",
    ),
    Rule(
        id="topic-phrase",
        layer=Layer.STATEMENT,
        sentence="Words such as “about” or “on” behind a reporting word lead to the topic.",
        example='Asked about the new border, Ann Lee said: "We are ready."',
        finds="the new border",
    ),
    Rule(
        id="topic-headline",
        layer=Layer.STATEMENT,
        sentence="A headline “Remarks on ...” names the topic.",
        example='Statement on the New Border\n\n"We are ready," Ann Lee said.',
        finds="the New Border",
    ),
    Rule(
        id="genre-headline",
        layer=Layer.STATEMENT,
        sentence="A headline such as “Speech by” names the form.",
        example='Speech by Ann Lee\n\n"We are ready," Ann Lee said.',
        finds="speech",
    ),
    Rule(
        id="on-behalf-of",
        layer=Layer.STATEMENT,
        sentence="The words “on behalf of” name the one for whom somebody speaks.",
        example='Speaking on behalf of Norway, Ann Lee said: "We are ready."',
        finds="Norway (no)",
    ),
    Rule(
        id="ministers-of",
        layer=Layer.STATEMENT,
        sentence="Ministers or leaders of states speak for them.",
        example="“We are ready,” the foreign ministers of Norway and Sweden said.",
        finds="Norway and Sweden",
    ),
    Rule(
        id="spokesperson",
        layer=Layer.STATEMENT,
        sentence="A spokesperson speaks for whom the words of the office name.",
        example='"We are ready," NATO spokeswoman Ann Lee said.',
        finds="NATO (nato)",
    ),
    Rule(
        id="topic-heading",
        layer=Layer.STATEMENT,
        sentence="The heading of a section is a topic of what is said in it.",
        example='# News\n\nIt was a day.\n\n## Energy\n\n"We are ready," Ann Lee said.',
        finds="Energy",
    ),
    Rule(
        id="whole-document",
        layer=Layer.STATEMENT,
        sentence="A document whose headline names form and author is their statement as a whole.",
        example="Statement by Ann Lee on the border\n\nThe border is open again for all.",
        finds="The border is open again for all.",
    ),
    Rule(
        id="document-day",
        layer=Layer.STATEMENT,
        sentence="A document that is a statement was made on its own day.",
        example=(
            "Statement by Ann Lee on the border\n\n12 January 2022\n\n"
            "The border is open again for all."
        ),
        finds="2022-01-12",
    ),
)
