"""What a page tells about quotes and statements."""

from __future__ import annotations

from natobrief.formats._page.dates import day_in_words, in_words
from natobrief.formats._page.parts import (
    Foreign,
    Item,
    Quotation,
    Run,
    Runs,
    Strong,
    Tag,
    Words,
    capitalized,
    joined,
)
from natobrief.formats._page.references import References, address_of, language_of
from natobrief.formats._page.words import GENRES, actor, moment, other_name, with_post
from natobrief.model import Actor, OccasionRelation, Post, Quote, QuoteKind, Statement
from natobrief.when import When

__all__ = ["quotation", "statement_item"]

_AROUND = {
    OccasionRelation.BEFORE: "Before ",
    OccasionRelation.AT: "At ",
    OccasionRelation.AFTER: "After ",
    OccasionRelation.ABOUT: "About ",
    None: "Around ",
}
_KINDS = {
    QuoteKind.INDIRECT: "in the words of the reporter",
    QuoteKind.MIXED: "partly in the words of the reporter",
}


def quotation(quote: Quote, references: References) -> Quotation:
    """Return a quote with its speaker, office and source, and what it is part of."""
    first = joined([_speaker(quote.speaker, quote.post), _as_written(quote), _hour(quote.said)])
    kind = _KINDS.get(quote.kind)
    if kind is not None:
        first += [Words(" "), Tag(kind)]
    statement: Runs = () if quote.statement is None else references.record(quote.statement)
    part: Runs = [Words("Part of "), *statement] if statement else ()
    return Quotation(
        text=quote.text,
        caption=[line for line in (first, part, references.report(quote)) if line],
        language=language_of(quote.source),
        address=address_of(quote.source),
        anchor=quote.id,
        reported=quote.kind is QuoteKind.INDIRECT,
    )


def statement_item(statement: Statement, references: References) -> Item:
    """Return the entry of a statement."""
    genre = "statement" if statement.genre is None else GENRES[statement.genre]
    title = [*_speaker(statement.speaker, statement.post), Words(" "), Tag(genre)]
    lines = [title, _hour(statement.made), _for_and_to(statement), _occasion(statement, references)]
    topics = joined([[Foreign(topic)] for topic in statement.topics], "; ")
    lines += [[Words("Topics: "), *topics] if topics else [], references.report(statement)]
    text = statement.text
    language = language_of(statement.source)
    words = [] if text is None else [Quotation(text, (), language, address_of(statement.source))]
    return Item([line for line in lines if line], words, statement.id)


def _speaker(speaker: Actor | None, post: Post | None) -> Runs:
    if speaker is None:
        return with_post([Words("Speaker not known")], post)
    _, *members = actor(speaker)
    return with_post([Strong(speaker.name), *members], post)


def _as_written(quote: Quote) -> Runs:
    written = other_name(quote)
    if written is None:
        return []
    return [Words("named as “"), Foreign(written), Words("”")]


def _hour(time: When | None) -> list[Run]:
    """Return a time that says more than the heading of its day."""
    return [] if time is None or in_words(time) == day_in_words(time) else [moment(time)]


def _for_and_to(statement: Statement) -> Runs:
    parts: list[Runs] = []
    if statement.on_behalf_of is not None:
        parts.append([Words("on behalf of "), *actor(statement.on_behalf_of)])
    if statement.audience:
        parts.append([Words("to "), *joined([actor(who) for who in statement.audience])])
    return capitalized(joined(parts, "; "))


def _occasion(statement: Statement, references: References) -> Runs:
    if statement.occasion is None:
        return []
    return [Words(_AROUND[statement.occasion_relation]), *references.meeting(statement.occasion)]
