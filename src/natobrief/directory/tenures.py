"""Tenures on a day: who held a post, with handovers, gaps, and what was known then."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from natobrief.directory.dates import View, held, view_of
from natobrief.directory.documents import Row
from natobrief.directory.facts import Tenure
from natobrief.directory.store import Store
from natobrief.when import Period, Truth, When

__all__ = ["gaps_in", "tenures_on"]


class _Held(NamedTuple):
    row: Row
    view: View
    certainty: Truth


def tenures_on(
    store: Store, rows: list[Row], on: Period | None, known: Period | None
) -> tuple[Tenure, ...]:
    """Return the tenures of some rows on a day, or all; certain ones first, then by start."""
    found: list[_Held] = []
    for row in rows:
        view = view_of(row, known)
        if view is not None:
            certainty = Truth.YES if on is None else held(view, on)
            if certainty.possible:
                found.append(_Held(row, view, certainty))
    found.sort(key=lambda each: (each.certainty is not Truth.YES, each.view.period.sort_key))
    return tuple(
        store.tenure(
            each.row,
            each.view,
            certainty=each.certainty,
            handover=on is not None and _hands_over(each, found, on),
        )
        for each in found
    )


def _hands_over(one: _Held, all_held: list[_Held], on: Period) -> bool:
    """Say whether, on that day, one ends and the other of the same post begins."""
    for other in all_held:
        if other is one or other.row.data["post"] != one.row.data["post"]:
            continue
        for first, then in ((one, other), (other, one)):
            if _falls(first.view.period.end, on) and _falls(then.view.period.start, on):
                return True
    return False


def _falls(when: When | None, on: Period) -> bool:
    return when is not None and when.during(on) is Truth.YES


def gaps_in(tenures: tuple[Tenure, ...]) -> tuple[Period, ...]:
    """Return the stretches between tenures, from the first to the last day that nobody holds."""
    gaps: list[Period] = []
    reached: dt.date | None = None
    for tenure in tenures:
        start = tenure.period.start
        if reached is not None and start is not None and start.first_day > reached:
            after = reached + dt.timedelta(days=1)
            before = start.first_day - dt.timedelta(days=1)
            if after <= before:
                gaps.append(Period.between(dt.date(*_ymd(after)), dt.date(*_ymd(before))))
        end = tenure.period.last_day
        if end is None:
            return tuple(gaps)
        reached = end if reached is None else max(reached, end)
    return tuple(gaps)


def _ymd(day: dt.date) -> tuple[int, int, int]:
    return day.year, day.month, day.day
