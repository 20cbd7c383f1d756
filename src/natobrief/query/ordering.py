"""Records in a row by time: timelines, the gaps in them, and what is nearest to a moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar, cast

import attrs

from natobrief.model import AnyRecord, Meeting, Statement
from natobrief.query.evaluate import time_of
from natobrief.query.moments import Bounds, bounds_of
from natobrief.query.order import in_order
from natobrief.values import Choice, Value
from natobrief.when import MAX_US, MIN_US, Period, When
from natobrief.when.zones import date_at

__all__ = ["Gap", "Order", "gaps_between", "nearest_to", "sorted_by", "timeline"]

R = TypeVar("R", bound=AnyRecord)


class Order(Choice):
    """By what results are sorted. Closed list.

    >>> Order.KNOWN
    Order.KNOWN
    """

    TIME = "time"
    KNOWN = "known"


def sorted_by(order: Order, records: Iterable[R], *, latest_first: bool) -> list[R]:
    """Sort records that come in the order of results; equals stay as they are.

    Those without such a time come last, whichever end is first.
    """
    if order is Order.TIME and not latest_first:
        return list(records)
    keyed = [(_key(order, record), record) for record in records]
    dated = [each for each in keyed if each[0] is not None]
    dated.sort(key=lambda each: each[0] or _NEVER, reverse=latest_first)
    return [record for _, record in dated] + [record for key, record in keyed if key is None]


_NEVER = Bounds(MAX_US, MAX_US, MAX_US, MAX_US)


def _key(order: Order, record: AnyRecord) -> Bounds | None:
    return bounds_of(time_of(record) if order is Order.TIME else record.known)


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Gap(Value):
    """Whole days on which nothing of a selection lies.

    Attributes:
        period: From the first to the last of these days, both included.
        days: How many they are.
        before: The record in front of the gap, by its id.
        after: The record behind it, by its id.

    >>> said = (Quote(text="Yes.", said=day) for day in ("2022-01-07", "2022-01-10"))
    >>> (gap,) = Corpus.of(*said).quotes.gaps()
    >>> str(gap.period), gap.days
    ('2022-01-08/2022-01-09', 2)
    """

    period: Period
    days: int
    before: str
    after: str


def timeline(*groups: Iterable[Statement | Meeting]) -> tuple[Statement | Meeting, ...]:
    """Return records of several selections in one row, in the order of results."""
    ordered = in_order(record for group in groups for record in group)
    return cast("tuple[Statement | Meeting, ...]", tuple(ordered))


def gaps_between(records: Iterable[AnyRecord], at_least: int, zone: str) -> Iterator[Gap]:
    """Yield the gaps between records that come in the order of results.

    A day on which a record possibly lies is no part of a gap. Records without a time are passed
    over, for they could lie on any day.
    """
    reach: tuple[int, AnyRecord] | None = None
    for record in records:
        bounds = bounds_of(time_of(record))
        if bounds is None:
            continue
        if reach is not None and bounds.s_low > reach[0]:
            gap = _gap(reach[0], bounds.s_low, zone)
            if gap is not None and gap[1] >= at_least:
                period, days = gap
                yield Gap(period=period, days=days, before=reach[1].id, after=record.id)
        if reach is None or bounds.e_high > reach[0]:
            reach = (bounds.e_high, record)


def _gap(end: int, start: int, zone: str) -> tuple[Period, int] | None:
    """Return the whole days between two instants, and how many they are."""
    if end >= MAX_US or start <= MIN_US:
        return None
    first, last = date_at(end - 1, zone).add(days=1), date_at(start, zone).subtract(days=1)
    days = last.toordinal() - first.toordinal() + 1
    if days < 1:
        return None
    start_day, end_day = (When.of(day, zone=zone) for day in (first, last))
    return Period.between(start_day, end_day), days


def nearest_to(records: Sequence[R], x: Bounds) -> R | None:
    """Return the record whose time is nearest to a stretch; of equals the first in order.

    The distance is the shortest that the bounds allow: none if the two can overlap.
    """
    dated = [(bounds, record) for record in records if (bounds := bounds_of(time_of(record)))]
    return min(dated, key=lambda each: _distance(each[0], x), default=(x, None))[1]


def _distance(one: Bounds, other: Bounds) -> int:
    return max(one.s_low - (other.e_high - 1), other.s_low - (one.e_high - 1), 0)
