"""The order of results, which is total."""

from __future__ import annotations

import itertools
import operator
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from natobrief.formats.json import collector_paused
from natobrief.model import AnyRecord, Meeting, Quote, Statement
from natobrief.query.picking import taken
from natobrief.when import MAX_US, MIN_US

__all__ = ["Columns", "in_order", "ordered"]

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
_KNOWN = operator.attrgetter("known")
_UNDATED = (MAX_US, MAX_US)
_UNKNOWN = (MAX_US + 1, MAX_US + 1)
_FAITHFUL = 2**53  # up to here, whole numbers are exact as floating ones, which sort faster

Numbers: TypeAlias = "array[int]"


class Columns(NamedTuple):
    """Records in the order of results, as numbers; times are in UTC microseconds.

    Attributes:
        places: Where each stands among the records that were given.
        dated: How many have a time; they come first.
        unknown: The first without a time of which it isn't known either when it became known.
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
    unknown: int
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
        times = list(map(_reader(_TIME, records), records))
        bounds = [_UNDATED if time is None else time.bounds for time in times]
        known = [_UNKNOWN if k is None else k.bounds for k in map(_KNOWN, records)]
        instants = all(length == 2 for length in set(map(len, bounds)))
        details = [*_columns(bounds, instants=instants), *_columns(known, instants=True)]
        places = _sorted(records, details[0], details[1:])
        low, *more, known_low, known_high = (array("q", taken(each, places)) for each in details)
    for row in itertools.compress(itertools.count(), map(MAX_US.__lt__, known_high)):
        known_low[row] = MIN_US - 1
    dated = len(places) - sum(map(operator.is_, times, itertools.repeat(None)))
    unknown = bisect_left(known_high, MAX_US + 1, dated)
    s_high, e_low, high = (more[0], low, more[0]) if instants else more
    return Columns(places, dated, unknown, low, s_high, e_low, high, known_low, known_high)


def _reader(
    fields: Mapping[type, Callable[[Any], Any]], records: Iterable[AnyRecord]
) -> Callable[[Any], Any]:
    """Return what reads a field that records of several kinds name differently."""
    kinds = set(map(type, records))
    if len(kinds) == 1:
        return fields[kinds.pop()]
    return lambda record: fields[type(record)](record)


def _columns(bounds: Sequence[tuple[int, ...]], *, instants: bool) -> list[Numbers]:
    """Return bounds by column: two of instants, four of what lasts."""
    width = 2 if instants else 4
    wide = bounds if instants else (each * (4 // len(each)) for each in bounds)
    flat = array("q", itertools.chain.from_iterable(wide))
    return [flat[place::width] for place in range(width)]


def _key(column: Numbers) -> Callable[[int], float]:
    exact = not column or (max(column) < _FAITHFUL and min(column) > -_FAITHFUL)
    numbers: Sequence[float] = (array("d", column) if exact else column).tolist()
    return numbers.__getitem__


def _sorted(records: Sequence[AnyRecord], low: Numbers, details: Sequence[Numbers]) -> Numbers:
    """Return the places of records from the first to the last."""
    places = array("I")
    key, words = _key(low), _reader(_WORDS, records)
    for _, tied in itertools.groupby(sorted(range(len(records)), key=key), key):
        some = list(tied)
        places.extend(some if len(some) == 1 else _untied(records, some, details, words))
    return places


def _untied(
    records: Sequence[AnyRecord],
    places: Sequence[int],
    details: Sequence[Numbers],
    words: Callable[[Any], str | None],
) -> Sequence[int]:
    """Sort records with the same earliest start."""
    texts = [word or "" for word in map(words, taken(records, places))]
    keys = list(zip(*(taken(each, places) for each in details), texts, strict=True))
    order = sorted(range(len(keys)), key=keys.__getitem__)
    in_turn = taken(keys, order)
    if any(map(operator.eq, in_turn, in_turn[1:])):
        # An id is a hash of all content, so it is computed only where nothing else decides.
        groups = (list(tied) for _, tied in itertools.groupby(order, keys.__getitem__))
        by_id = (
            sorted(some, key=lambda n: records[places[n]].id) if len(some) > 1 else some
            for some in groups
        )
        order = list(itertools.chain.from_iterable(by_id))
    return taken(places, order)
