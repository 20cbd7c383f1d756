"""What a query asks, in words."""

from __future__ import annotations

import datetime as dt

from natobrief.query.criteria import Agreed, All, AnyOf, Criterion, Not
from natobrief.query.query import Query

__all__ = ["in_words"]

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def in_words(query: Query) -> str:
    """Say what a query asks.

    >>> from natobrief.query.words import in_words
    >>> in_words(Corpus.of().quotes.mentioning("open door").before("2022").query)
    "quotes mentioning 'open door', before 2022"
    """
    asked = [_words(criterion) for criterion in query.where]
    if query.revisions:
        asked.append("every revision")
    if query.known_by is not None:
        asked.append(f"as known before {_instant(query.known_by)}")
    if not asked:
        return f"all {query.kind.value}s"
    return f"{query.kind.value}s {', '.join(asked)}"


def _words(criterion: Criterion) -> str:
    if criterion.asked:
        return criterion.asked
    match criterion:
        case Agreed(parts=parts):
            return f"({' and likewise '.join(map(_words, parts))})"
        case All(parts=parts):
            return f"({' and '.join(map(_words, parts))})" if parts else "of any sort"
        case AnyOf(parts=parts):
            return f"({' or '.join(map(_words, parts))})" if parts else "of no sort"
        case Not(part=part):
            return f"not {_words(part)}"
        case _:
            return repr(criterion)


def _instant(microseconds: int) -> str:
    time = _EPOCH + dt.timedelta(microseconds=microseconds)
    return time.isoformat().replace("+00:00", "Z")
