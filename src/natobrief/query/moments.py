"""From the days that users write to the bounds that a query holds."""

from __future__ import annotations

import datetime as dt
import functools
from typing import NamedTuple, TypeAlias, cast

from natobrief.errors import Fault, InvalidValue, show
from natobrief.model import Meeting
from natobrief.query.criteria import Time, TimeRelation
from natobrief.query.unchecked import unchecked
from natobrief.when import MAX_US, MIN_US, Period, When, WhenLike
from natobrief.when.edtf import split_interval
from natobrief.when.zones import DAY, UTC, date_at

__all__ = ["Bounds", "Moment", "MomentLike", "bounds_of", "moment_of"]

MomentLike: TypeAlias = When | Period | Meeting | str | dt.date
"""What a question takes for a time: EDTF text, a moment, period, date, time or meeting."""

_time = unchecked(Time)
_ALLOWED = "EDTF text, a When, a Period, a date or a Meeting"


class Bounds(NamedTuple):
    """A stretch from an instant s to an instant e, both included, each known in bounds.

    ``s_low <= s < s_high`` and ``e_low <= e < e_high``, in UTC microseconds since 1970-01-01.
    """

    s_low: int
    s_high: int
    e_low: int
    e_high: int


_UNKNOWN = Bounds(MIN_US, MAX_US, MIN_US, MAX_US)


def bounds_of(time: When | Period | None) -> Bounds | None:
    """Return what is known of a record's time; for an instant, s and e are one."""
    if time is None:
        return None
    if isinstance(time, Period):
        return Bounds(*time.bounds)
    return Bounds(*time.bounds, *time.bounds)


class Moment(NamedTuple):
    """A time that is asked about: its bounds, the time itself, and the words for it."""

    bounds: Bounds
    time: When | Period | None
    words: str

    @property
    def zone(self) -> str:
        """The zone of its days."""
        return UTC if self.time is None else self.time.zone

    def criterion(self, relation: TimeRelation, asked: str) -> Time:
        """Return the criterion that a record stands so to this time."""
        s_low, s_high, e_low, e_high = self.bounds
        return _time(asked, relation, s_low, s_high, e_low, e_high)

    def widened(self, before: int, after: int) -> Moment:
        """Return whole days: from ``before`` days ahead of the first to ``after`` behind the last.

        Days are those of the calendar in this moment's zone, whatever the clocks do.
        """
        s_low, s_high, e_low, e_high = self.bounds
        start = (self._day(s_low, -before), self._day(s_high - 1, -before) + 1)
        end = (self._day(e_low, after + 1) - 1, self._day(e_high - 1, after + 1))
        return self._replace(bounds=Bounds(*start, *end))

    def _day(self, instant: int, days: int) -> int:
        """Return where a day begins that is so many days from the day of an instant."""
        if instant <= MIN_US + 1:
            return MIN_US
        try:
            day = date_at(instant, self.zone) + dt.timedelta(days=days)
            return When.of(day, zone=self.zone).bounds[0]
        except (InvalidValue, OverflowError):
            return min(max(instant + days * DAY, MIN_US), MAX_US - 1)

    def criterion_until(self, other: Moment, relation: TimeRelation, word: str) -> Time:
        """Return the criterion for the stretch from the start of this to the end of the other."""
        s_low, s_high, _, _ = self.bounds
        _, _, e_low, e_high = other.bounds
        asked = f"{word} {self.words} and {other.words}"
        start, end = min(s_high, e_high), max(e_low, s_low)
        return _time(asked, relation, s_low, start, end, e_high)


def moment_of(value: MomentLike, path: str = "day") -> Moment:
    """Read a day argument.

    A bare day, a date and a :class:`When` mean all of it; a period keeps what is uncertain about
    its ends; a meeting means its own time, as finely as that is known.

    Raises:
        InvalidDate: A text that is no date.
        InvalidValue: Something else.
    """
    try:
        if type(value) is str:
            return _read(value)
        if isinstance(value, Meeting):
            words = repr(value.name or value.uid)
            return Moment(bounds_of(value.time) or _UNKNOWN, value.time, words)
        time = _time_of(value, path)
    except InvalidValue as error:
        raise type(error)(
            Fault(path=path, allowed=fault.allowed, came=fault.came) for fault in error.faults
        ) from None
    return _of(time, str(value))


@functools.lru_cache(maxsize=1024)
def _read(text: str) -> Moment:
    return _of(_parsed(text), text)


def _parsed(text: str) -> When | Period:
    return Period.parse(text) if len(split_interval(text)) > 1 else When.parse(text)


def _of(time: When | Period, words: str) -> Moment:
    if isinstance(time, Period):
        return Moment(Bounds(*time.bounds), time, words)
    low, high = time.bounds
    return Moment(Bounds(low, low + 1, high - 1, high), time, words)


def _time_of(value: WhenLike | Period, path: str) -> When | Period:
    given = cast("object", value)
    if not isinstance(given, When | Period | str | dt.date):
        raise InvalidValue([Fault(path=path, allowed=_ALLOWED, came=show(given))])
    if isinstance(value, Period):
        return value
    return _parsed(str.__str__(value)) if isinstance(value, str) else When.of(value)
