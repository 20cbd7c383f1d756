"""How certain a dated fact is on a day, and what was known of it on another."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from natobrief.directory.documents import Row
from natobrief.errors import InvalidValue
from natobrief.when import Period, TimeLike, Truth, When

__all__ = [
    "Asked",
    "View",
    "day_of",
    "held",
    "known_view",
    "other_times",
    "plain_view",
    "then_of",
    "view_of",
]


class Asked(NamedTuple):
    """What limits an answer.

    Attributes:
        on: The day.
        context: The ids of what the text names elsewhere.
        known: The day at whose end the facts were as they are to be told; None for now.
        in_words: The day as it was asked for, which reasons quote.
        known_in_words: That other day, likewise.
    """

    on: Period | None = None
    context: frozenset[str] = frozenset()
    known: Period | None = None
    in_words: str = ""
    known_in_words: str = ""

    @classmethod
    def of(cls, on: TimeLike | None, known: TimeLike | None, context: Iterable[str] = ()) -> Asked:
        """Return what limits an answer, as it was asked for.

        Raises:
            InvalidDate: A date that natobrief doesn't read.
            InvalidValue: One of another type.
        """
        day = None if on is None else day_of(on)
        then = then_of(known)
        return cls(day, frozenset(context), then, str(on), str(known))


class View(NamedTuple):
    """A row's time as it stands, or stood, in the books.

    Attributes:
        period: From when until when.
        others: The times that other sources give.
        reach: The last day that the knowledge reaches: an open end was open on it.
        expected: Whether the end is one that was only expected.
    """

    period: Period
    others: tuple[Period, ...]
    reach: When
    expected: bool = False


def day_of(on: TimeLike, field: str = "on") -> Period:
    """Return what was asked for as a period: all of a day, a month, a meeting.

    Raises:
        InvalidDate: It is no date and no interval. The fault names the argument.
        InvalidValue: It is of another type.
    """
    try:
        return Period.of(on)
    except InvalidValue as error:
        raise type(error)(fault.under(field) for fault in error.faults) from None


def then_of(known: TimeLike | None) -> Period | None:
    """Return the day at whose end the facts were as they are to be told; None for now."""
    return None if known is None else day_of(known, "known")


def other_times(row: Row) -> tuple[Period, ...]:
    """Return the times that other sources give."""
    return tuple(Period.of(other["time"]) for other in row.data.get("accounts", ()))


def plain_view(row: Row) -> View:
    """Return a row's time as it is known now, that is at the cut-off of its document."""
    period = Period.parse(row.data["period"])
    return View(period, other_times(row), When.parse(row.document.cut_off))


def view_of(row: Row, known: Period | None) -> View | None:
    """Return a row's time as it was known at the end of a day, or as it is known now."""
    return plain_view(row) if known is None else known_view(row, known)


def known_view(row: Row, known: Period) -> View | None:
    """Return a row's time as it was known at the end of a day, None if it hadn't begun.

    What hadn't ended has, as its end, the newest that was expected then; else it is open.
    """
    view = plain_view(row)
    period, limit = view.period, known.bounds[3]
    if period.bounds[0] >= limit:
        return None
    if period.bounds[2] < limit or limit > view.reach.bounds[1]:
        return view
    end = _expected_end(row, known)
    seen = Period.between(period.start, end, open_start=period.open_start, open_end=end is None)
    day = known.end or view.reach
    return View(seen, (), day, expected=end is not None)


def _expected_end(row: Row, known: Period) -> When | None:
    """Return the newest end that was expected by then and wasn't past."""
    end = None
    for each in row.data.get("expected", ()):
        expected = When.parse(each["end"])
        is_known = When.parse(each["known"]).bounds[1] <= known.bounds[3]
        if is_known and expected.bounds[1] >= known.bounds[3]:
            end = expected
    return end


def held(view: View, on: Period) -> Truth:
    """Say whether a fact holds at some time in ``on``, by all accounts.

    Accounts that differ make it POSSIBLY. So does a day beyond the reach of what is known.
    """
    answers = {_overlap(period, view.reach, on) for period in (view.period, *view.others)}
    answer = answers.pop() if len(answers) == 1 else Truth.POSSIBLY
    if view.expected and on.bounds[0] >= view.reach.bounds[1]:
        return answer & Truth.POSSIBLY
    return answer


def _overlap(period: Period, reach: When, on: Period) -> Truth:
    # Most rows of a post are of another time altogether; that is seen from their outer bounds.
    begins, _, _, ends = period.bounds
    if begins >= on.bounds[3] or ends <= on.bounds[0]:
        return Truth.NO
    return _within(period, reach).overlaps(on)


@lru_cache(maxsize=4096)
def _within(period: Period, reach: When) -> Period:
    """Take an open end for what it says: not ended on the last day that is known of."""
    if not period.open_end or period.bounds[0] >= reach.bounds[0]:
        return period
    not_before = When.between(reach.first_day, None)
    return Period.between(period.start, not_before, open_start=period.open_start)
