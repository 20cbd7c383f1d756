"""What a page has to tell of briefs and records: the texts of each, straight from its fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from natobrief.model import Actor, AnyRecord, Brief, Group, Meeting, Post, Quote, Source, Statement
from natobrief.query import Corpus

__all__ = ["all_records", "all_sources", "texts_of"]


def all_records(value: Brief | Corpus) -> tuple[AnyRecord, ...]:
    return tuple(dict.fromkeys(value.records))


def all_sources(value: Brief | Corpus) -> list[Source]:
    briefs = (value,) if isinstance(value, Brief) else value.briefs
    own = (brief.source for brief in briefs)
    return list(dict.fromkeys((*own, *(record.source for record in all_records(value)))))


def texts_of(value: Brief | Corpus) -> Iterator[str]:
    """Yield all texts that a page shows, the words of quotes and statements not among them."""
    for record in all_records(value):
        yield from _of_record(record)
    for source in all_sources(value):
        yield from _given(source.title, source.publisher, source.url, source.language)
    briefs = (value,) if isinstance(value, Brief) else value.briefs
    for brief in briefs:
        yield from brief.dating.proof
    for doubt in value.doubts:
        yield from (doubt.code, doubt.reason, *doubt.candidates)
        yield from _given(doubt.field)
    if isinstance(value, Corpus):
        met = {meeting.uid for meeting in all_records(value) if isinstance(meeting, Meeting)}
        yield from (link.reason for link in value.links if {link.uid, link.same_as} <= met)


def _of_record(record: AnyRecord) -> Iterator[str]:
    match record:
        case Quote():
            yield from _of_actors([record.speaker])
            yield from _of_posts([record.post])
        case Statement():
            yield from _of_actors([record.speaker, record.on_behalf_of, *record.audience])
            yield from _of_posts([record.post])
            yield from record.topics
        case Meeting():
            yield from _given(
                record.name, record.level, None if record.body is None else record.body.name
            )
            yield from _given(None if record.place is None else record.place.name)
            yield from _of_actors([each.actor for each in record.participants])
            yield from _of_posts([each.post for each in record.participants])
            yield from record.agenda


def _of_actors(actors: Iterable[Actor | None]) -> Iterator[str]:
    for actor in actors:
        if actor is not None:
            yield actor.name
            yield from _of_actors(actor.members if isinstance(actor, Group) else ())


def _of_posts(posts: Iterable[Post | None]) -> Iterator[str]:
    return (post.name for post in posts if post is not None)


def _given(*texts: str | None) -> Iterator[str]:
    return (text for text in texts if text is not None)
