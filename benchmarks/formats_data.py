"""Briefs for the benchmark of formats: a statement with two quotes each, from a fixed seed."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

from natobrief import Brief, Genre, Person, Post, Quote, Source, Statement

__all__ = ["briefs", "inlined"]

_WORDS = (
    "the risk of conflict is real and Allies stand ready for a meaningful dialogue with Russia on "
    "European security while deterrence and defence remain strong"
).split()
_GENRES = (Genre.REMARKS, Genre.INTERVIEW, Genre.PRESS_CONFERENCE)


def briefs(size: int) -> Iterator[Brief]:
    """Yield briefs by 300 speakers in 100 posts over 15 years, one day in ten only to the month."""
    draw = random.Random(7)
    people = [Person(name=f"Person {i}", id=f"person-{i}") for i in range(300)]
    posts = [Post(name=f"Post {i}", id=f"post-{i}") for i in range(100)]

    def text(words: int) -> str:
        return " ".join(draw.choices(_WORDS, k=words))

    for number in range(size):
        day = f"20{draw.randrange(10, 25)}-{draw.randrange(1, 13):02}-{draw.randrange(1, 29):02}"
        said = day[:7] if number % 10 == 0 else day
        url = f"https://example.org/{number}"
        source = Source(url=url, title=text(6), publisher="Agency", published=day, language="en")
        who, post = draw.choice(people), draw.choice(posts)
        statement = Statement(
            speaker=who,
            post=post,
            made=said,
            genre=draw.choice(_GENRES),
            text=text(60),
            topics=draw.sample(_WORDS, 2),
            source=source,
        )
        quotes = [
            Quote(
                text=text(18),
                speaker=who,
                post=post,
                said=said,
                cue="said",
                statement=statement.id,
                source=source,
            )
            for _ in range(2)
        ]
        yield Brief(source=source, statements=[statement], quotes=quotes)


def inlined(line: str) -> str:
    """Return a line of natobrief's as the other libraries have it: each value in its place."""
    data: dict[str, Any] = json.loads(line)
    tables = {name: data[name] for name in ("sources", "actors", "posts")}
    brief = {
        "source": tables["sources"][data["source"]],
        "quotes": [_placed(row, tables) for row in data["quotes"]],
        "statements": [_placed(row, tables) for row in data["statements"]],
    }
    return json.dumps(brief, ensure_ascii=False, separators=(",", ":"))


def _placed(row: dict[str, Any], tables: dict[str, list[Any]]) -> dict[str, Any]:
    speaker, post = tables["actors"][row["speaker"]], tables["posts"][row["post"]]
    return {**row, "speaker": speaker, "post": post}
