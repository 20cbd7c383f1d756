"""Generated statements for ``queries.py``: as many as asked for, the same ones each time."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from itertools import accumulate

from natobrief import Genre, Person, Source, SourceKind, Statement, When

FIRST = dt.date(2009, 1, 1)
DAYS = 15 * 365
SPEAKERS = 300
_WORDS = """
    we will keep the door open and talk about risks with partners while the council meets again next
    month to weigh what was said on arms control transparency exercises dialogue borders sovereignty
    deterrence winter spring progress delay minister ambassador envoy question answer session press
""".split()
_GIVEN = "Ann Ben Cleo Dan Eva Finn Greta Hugo Ida Jon Kaja Leo Mia Nils Ona".split()
_FAMILY = """
    Alder Birk Corvin Dahl Elster Falk Gant Holm Ister Jarl Kestrel Lund Marn Norr Oster Pell Quist
    Rand Stahl Thorn
""".split()


def speakers() -> list[Person]:
    names = [f"{given} {family}" for family in _FAMILY for given in _GIVEN]
    return [Person(id=f"p{n:03}", name=name) for n, name in enumerate(names[:SPEAKERS])]


def statements(size: int, seed: int = 7, *, shuffled: bool = False) -> list[Statement]:
    """Return statements of fifteen years: three hundred speakers, most by few of them.

    They come as an archive grows, by the time at which they were said, or shuffled.

    Seven of ten are known to the day, the others to the minute, second, month or year; in two
    thousand one has no time at all, ten no ``known`` and twenty no speaker. All share the objects
    that a reader would share: speakers, sources, topics, and moments that are whole days or more.
    """
    chance = random.Random(seed)
    people = speakers()
    weights = list(accumulate(1 / (rank + 3) for rank in range(SPEAKERS)))
    sources = [_source(n) for n in range(2000)]
    genres = [None, *Genre]
    topics = [(), ("arms control",), ("dialogue", "borders"), ("transparency",)]
    return [
        Statement(
            speaker=None
            if chance.random() < 0.01
            else chance.choices(people, cum_weights=weights)[0],
            made=made,
            known=known,
            genre=chance.choice(genres),
            topics=chance.choice(topics),
            source=chance.choice(sources),
            text=_text(chance),
        )
        for made, known in _times(chance, size, shuffled=shuffled)
    ]


def _source(number: int) -> Source:
    url = f"https://example.org/news/{number}"
    return Source(url=url, publisher=f"Paper {number % 40}", kind=SourceKind.ARTICLE)


def _text(chance: random.Random) -> str:
    return " ".join(chance.choices(_WORDS, k=chance.randint(20, 80)))


def _times(
    chance: random.Random, size: int, *, shuffled: bool
) -> Iterator[tuple[When | None, When | None]]:
    """Yield when each was said, and when that became known: hours or days later."""
    seconds = [chance.randrange(DAYS * 86_400) for _ in range(size)]
    for second in seconds if shuffled else sorted(seconds):
        later = second + int(chance.expovariate(1 / 200_000)) + 3600
        made = None if chance.random() < 0.0005 else When.parse(_written(second, chance.random()))
        known = (
            None if chance.random() < 0.005 else When.parse(_written(later, chance.random() * 0.95))
        )
        yield made, known


def _written(second: int, kind: float) -> str:
    day = FIRST + dt.timedelta(days=second // 86_400)
    if kind < 0.7:
        return f"{day:%Y-%m-%d}"
    rest = second % 86_400
    clock = f"{rest // 3600:02}:{rest // 60 % 60:02}"
    if kind < 0.85:
        return f"{day:%Y-%m-%d}T{clock}Z"
    if kind < 0.95:
        return f"{day:%Y-%m-%d}T{clock}:{rest % 60:02}Z"
    return f"{day:%Y-%m}" if kind < 0.99 else f"{day:%Y}"


def columns(records: Sequence[Statement]) -> dict[str, list[object]]:
    """Return what a table holds of records that come in the order of results."""
    made = [(None, None) if r.made is None else r.made.bounds for r in records]
    known = [(None, None) if r.known is None else r.known.bounds for r in records]
    return {
        "row": list(range(len(records))),
        "speaker": [None if r.speaker is None else r.speaker.id for r in records],
        "lo": [low for low, _ in made],
        "hi": [high for _, high in made],
        "known_lo": [low for low, _ in known],
        "known_hi": [high for _, high in known],
        "genre": [None if r.genre is None else r.genre.value for r in records],
        "url": [r.source.url for r in records],
        "text": [r.text for r in records],
    }
