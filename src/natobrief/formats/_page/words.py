"""Names of actors, genres, kinds and times, as runs of a page."""

from __future__ import annotations

from natobrief.formats._page.dates import in_words, machine_readable
from natobrief.formats._page.parts import Foreign, Moment, Run, Runs, Words, joined
from natobrief.model import Actor, Genre, Group, Post, Quote, SourceKind
from natobrief.when import Period, When

__all__ = ["GENRES", "SOURCE_KINDS", "actor", "moment", "other_name", "with_post"]

GENRES = {genre: genre.value.replace("_", " ") for genre in Genre} | {
    Genre.POST: "post on a network",
    Genre.COMMUNIQUE: "communiqué",
}
SOURCE_KINDS = {kind: kind.value.replace("_", " ") for kind in SourceKind} | {
    SourceKind.POST: "post on a network",
}


def moment(time: When | Period) -> Moment:
    """Return a time in words and, where there is one, in the form that browsers read."""
    machine = machine_readable(time) if isinstance(time, When) else None
    return Moment(in_words(time), machine)


def actor(who: Actor) -> list[Run]:
    """Return the name of an actor; behind a group, those that it names."""
    name: list[Run] = [Foreign(who.name)]
    if isinstance(who, Group) and who.members:
        return [*name, Words(" ("), *joined([actor(member) for member in who.members]), Words(")")]
    return name


def other_name(quote: Quote) -> str | None:
    """Return how the source names a speaker, where that is more than a form of the name."""
    written = quote.attribution_text
    if written is None or quote.speaker is None:
        return written
    name = quote.speaker.name
    return None if name in written or written in name else written


def with_post(who: Runs, post: Post | None) -> Runs:
    """Return a name and the office behind it."""
    return who if post is None else [*who, Words(", "), Foreign(post.name)]
