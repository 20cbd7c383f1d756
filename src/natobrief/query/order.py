"""The order of results, which is total."""

from __future__ import annotations

import itertools
import operator
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from natobrief.formats.json import collector_paused
from natobrief.model import AnyRecord, Meeting, Quote, Statement
from natobrief.when import MAX_US, MIN_US

__all__ = ["Columns", "in_order", "ordered", "ranked"]

_TIME: Mapping[type, Callable[[Any], Any]] = {
    Quote: operator.attrgetter("said"),
    Statement: operator.attrgetter("made"),
    Meeting: operator.attrgetter("time"),
}
_WORDS: Mapping[type, Callable[[Any], str | None]] = {
    Quote: operator.attrgetter("text"),
    Statement: operator.attrgetter("text"),
    Meeting: operator.attrgetter("uid"),
}
_UNDATED = (MAX_US, MAX_US)
_UNKNOWN = (MAX_US + 1, MAX_US + 1)
_FAITHFUL = 2**53  # up to here, whole numbers are exact as floating ones, which sort faster

Numbers: TypeAlias = "array[int]"


class Columns(NamedTuple):
    """Records in the order of results, as numbers; times are in UTC microseconds.

    Attributes:
        places: Where each stands among the records that were given.
        dated: How many have a time; they come first.
        low: The first instant at which each can start.
        s_high: The end, not included, of what it can start in.
        e_low: The first instant that it can end at.
        high: The end, not included, of what it can last to. If all times are single instants,
            this is the same object as ``s_high``, and ``e_low`` as ``low``.
        known_low: The first instant at which it can have become known; if nothing is known of
            that, one before all others.
        known_high: The end of what it can have become known in; else one behind all others.
    """

    places: Numbers
    dated: int
    low: Numbers
    s_high: Numbers
    e_low: Numbers
    high: Numbers
    known_low: Numbers
    known_high: Numbers


def in_order(records: Iterable[AnyRecord]) -> list[AnyRecord]:
    """Sort records as results are; the order is total.

    They come by their time: in turn the earliest and the latest start and the earliest and the
    latest end, records without a time last. Of equal times, what was known first comes first (its
    earliest instant, then its latest; unknown last). Then count the words, by code point: the text
    of a quote or statement, the uid of a meeting. What is left is sorted by id.

    >>> from natobrief.query.order import in_order
    >>> [quote.text for quote in in_order([Quote(text="b"), Quote(text="a")])]
    ['a', 'b']
    """
    given = list(records)
    return list(map(given.__getitem__, ordered(given).places))


def ordered(records: Sequence[AnyRecord]) -> Columns:
    """Sort records as :func:`in_order` does, and return what the order rests on.

    All numbers are read in the order in which the records were made, since that is how they lie
    in memory; only numbers are then moved about.
    """
    with collector_paused():
        times = [_TIME[type(record)](record) for record in records]
        bounds = [_UNDATED if time is None else time.bounds for time in times]
        known = [_UNKNOWN if r.known is None else r.known.bounds for r in records]
        low, high = _column(bounds, 0), _column(bounds, -1)
        instants = all(length == 2 for length in set(map(len, bounds)))
        s_high, e_low = (high, low) if instants else (_column(bounds, 1), _column(bounds, -2))
        known_low, known_high = _column(known, 0), _column(known, 1)
        details = (high,) if instants else (s_high, e_low, high)
        places = _sorted(records, low, (*details, known_low, known_high))
        low, high, known_low, known_high = (
            _moved(each, places) for each in (low, high, known_low, known_high)
        )
        if not instants:
            s_high, e_low = _moved(s_high, places), _moved(e_low, places)
    for row, end in enumerate(known_high) if _UNKNOWN in known else ():
        if end > MAX_US:
            known_low[row] = MIN_US - 1
    dated = len(places) - sum(time is None for time in times)
    s_high, e_low = (high, low) if instants else (s_high, e_low)
    return Columns(places, dated, low, s_high, e_low, high, known_low, known_high)


def _column(bounds: Iterable[Sequence[int]], place: int) -> Numbers:
    return array("q", map(operator.itemgetter(place), bounds))


def _moved(column: Numbers, places: Sequence[int]) -> Numbers:
    return array("q", map(column.__getitem__, places))


def ranked(column: Numbers) -> Numbers:
    """Return the places in a column from its least number to its greatest."""
    return array("I", sorted(range(len(column)), key=_key(column)))


def _key(column: Numbers) -> Callable[[int], float]:
    exact = not column or (max(column) < _FAITHFUL and min(column) > -_FAITHFUL)
    return array("d", column).__getitem__ if exact else column.__getitem__


def _sorted(records: Sequence[AnyRecord], low: Numbers, details: Sequence[Numbers]) -> Numbers:
    """Return the places of records from the first to the last."""
    places = array("I")
    key = _key(low)
    for _, tied in itertools.groupby(sorted(range(len(records)), key=key), key):
        some = list(tied)
        places.extend(some if len(some) == 1 else _untied(records, some, details))
    return places


def _untied(
    records: Sequence[AnyRecord], places: list[int], details: Sequence[Numbers]
) -> Iterator[int]:
    """Sort records with the same earliest start."""
    keyed = sorted(zip(*(map(each.__getitem__, places) for each in details), places, strict=True))
    rest = operator.itemgetter(*range(len(details)))
    for _, tied in itertools.groupby(keyed, rest):
        some = [each[-1] for each in tied]
        yield from some if len(some) == 1 else _by_words(records, some)


def _by_words(records: Sequence[AnyRecord], places: list[int]) -> Iterator[int]:
    def words(place: int) -> str:
        return _WORDS[type(records[place])](records[place]) or ""

    places.sort(key=words)
    for _, tied in itertools.groupby(places, words):
        some = list(tied)
        # An id is a hash of all content, so it is computed only where nothing else decides.
        yield from some if len(some) == 1 else sorted(some, key=lambda place: records[place].id)
