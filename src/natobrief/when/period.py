"""A period: a stretch of time whose ends are known as finely as they are."""

from __future__ import annotations

import datetime as dt
from typing import TypeAlias, cast, final

import pendulum

from natobrief.errors import Fault, InvalidDate, InvalidValue, show
from natobrief.when.edtf import split_interval
from natobrief.when.moment import When, WhenLike, read_when, when_of
from natobrief.when.reading import read_zone
from natobrief.when.related import Related
from natobrief.when.zones import MAX_US, MIN_US, UTC

__all__ = ["Period", "TimeLike", "new_period", "time_of"]

_put = object.__setattr__
_EXAMPLE = "an EDTF interval such as 2022-01-10/2022-01-13"


@final
class Period(Related):
    """A stretch of time from ``start`` to ``end``, both instants included, each known in bounds.

    Its text is an EDTF interval: ``2014-10-01/2024-10-01``. ``..`` is an open end (no end, or none
    yet), nothing at all an unknown one: ``2024-10-01/..`` goes on, ``2024-10-01/`` ended on a day
    that isn't known. So the period ends *some time during* its last day; for all of that day, use
    :attr:`When.extent`.

    Attributes:
        start: The first instant; None if open or unknown.
        end: The last instant; None if open or unknown.
        open_start: Whether it has no start.
        open_end: Whether it has no end.

    >>> tenure = Period.parse("2014-10-01/2024-10-01")
    >>> tenure.start, tenure.contains("2022-01-07")
    (When.parse('2014-10-01'), Truth.YES)
    """

    __slots__ = ("_bounds", "end", "open_end", "open_start", "start")

    _bounds: tuple[int, int, int, int]
    start: When | None
    end: When | None
    open_start: bool
    open_end: bool

    @classmethod
    def parse(cls, text: str, zone: str | None = None) -> Period:
        """Read an EDTF interval ``start/end``.

        Args:
            text: Two dates as :class:`When` takes them, with ``/`` between.
            zone: The zone of a date or time that states none; by default UTC.

        Raises:
            InvalidDate: The text is no interval, an end is no date that natobrief reads, or the
                end is certainly before the start.
            InvalidValue: The text is no text, or the zone is none.

        >>> Period.parse("2022-01-10/2022-01-13").last_day
        Date(2022, 1, 13)
        """
        given = cast("object", text)
        if not isinstance(given, str):
            raise InvalidValue([Fault(path="Period", allowed=_EXAMPLE, came=show(given))])
        return _period(str.__str__(given), read_zone(zone, "Period.zone"))

    @classmethod
    def of(cls, value: TimeLike, zone: str | None = None) -> Period:
        """Return ``value`` as a period: itself, an interval, or the extent of a moment.

        Raises:
            InvalidDate: The text is no date and no interval.
            InvalidValue: A value of another type, or no zone.

        >>> Period.of("2022-01-07").first_day
        Date(2022, 1, 7)
        """
        if type(value) is Period:
            return value
        if isinstance(value, str) and len(split_interval(value)) > 1:
            return cls.parse(value, zone)
        return when_of(value, read_zone(zone, "Period.zone"), "Period").extent

    @classmethod
    def between(
        cls,
        start: WhenLike | None,
        end: WhenLike | None,
        *,
        open_start: bool = False,
        open_end: bool = False,
    ) -> Period:
        """Return the period from an instant in ``start`` to one in ``end``.

        None is unknown, unless ``open_start`` or ``open_end`` says that there is none.

        Raises:
            InvalidDate: No dates, an end that is certainly before the start, or an end that is
                both given and open.
            InvalidValue: An argument is of another type.

        >>> Period.between("2024-10-01", None, open_end=True)
        Period.parse('2024-10-01/..')
        """
        first = None if start is None else when_of(start, None, "Period.start")
        last = None if end is None else when_of(end, None, "Period.end")
        _check_open("start", first, open_start)
        _check_open("end", last, open_end)
        return new_period(first, last, open_start=open_start, open_end=open_end)

    @property
    def bounds(self) -> tuple[int, int, int, int]:
        """The bounds of both ends: s_low <= s < s_high and e_low <= e < e_high.

        Whole microseconds since 1970-01-01T00:00Z. What ``s <= e`` rules out is left out: s_high is
        at most e_high, e_low at least s_low. An unknown end lies anywhere before that of an open
        one, and an unknown start anywhere behind.

        >>> Period.parse("1970-01-01/1970").bounds
        (0, 86400000000, 0, 31536000000000)
        """
        return self._bounds

    @property
    def first_day(self) -> pendulum.Date | None:
        """The first day that the start may lie on, in its own zone; None if open or unknown.

        >>> Period.parse("2022-01/2022-02-03").first_day
        Date(2022, 1, 1)
        """
        return None if self.start is None else self.start.first_day

    @property
    def last_day(self) -> pendulum.Date | None:
        """The last day that the end may lie on, itself included; None if open or unknown.

        >>> Period.parse("2022-01/..").last_day is None
        True
        """
        return None if self.end is None else self.end.last_day

    @property
    def zone(self) -> str:
        """The zone of the start, else of the end, else UTC.

        >>> Period.parse("../2022-01-07[Europe/Brussels]").zone
        'Europe/Brussels'
        """
        known = self.start or self.end
        return UTC if known is None else known.zone

    @property
    def approximate(self) -> bool:
        """Whether an end is marked approximate.

        >>> Period.parse("2022-01~/2022-03").approximate
        True
        """
        return any(end is not None and end.approximate for end in (self.start, self.end))

    @property
    def uncertain(self) -> bool:
        """Whether an end is marked uncertain.

        >>> Period.parse("2022-01/2022-03?").uncertain
        True
        """
        return any(end is not None and end.uncertain for end in (self.start, self.end))

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """A key for sorting moments and periods: earliest start, then latest end, then text.

        >>> Period.parse("1970-01-01/1970").sort_key
        (0, 31536000000000, '1970-01-01/1970')
        """
        return (self._bounds[0], self._bounds[3], self._text)


TimeLike: TypeAlias = When | Period | str | dt.date
"""What is taken for a moment or a period."""


def _period(text: str, zone: str | None) -> Period:
    ends = split_interval(text)
    if len(ends) != 2 or ends == ["", ""]:
        raise InvalidDate([Fault(path="Period", allowed=_EXAMPLE, came=show(text))])
    start, end = ends
    first = None if start in ("", "..") else read_when(start, zone, "Period.start")
    last = None if end in ("", "..") else read_when(end, zone, "Period.end")
    return new_period(first, last, open_start=start == "..", open_end=end == "..")


def _check_open(name: str, end: When | None, is_open: object) -> None:
    if type(is_open) is not bool:
        fault = Fault(path=f"Period.open_{name}", allowed="True or False", came=show(is_open))
        raise InvalidValue([fault])
    if is_open and end is not None:
        fault = Fault(path=f"Period.{name}", allowed=f"None where open_{name}", came=repr(end))
        raise InvalidDate([fault])


def new_period(start: When | None, end: When | None, *, open_start: bool, open_end: bool) -> Period:
    """Make a period of its ends, or raise InvalidDate."""
    s_low, s_high = _end_bounds(start, (MIN_US, MIN_US + 1) if open_start else None)
    e_low, e_high = _end_bounds(end, (MAX_US - 1, MAX_US) if open_end else None)
    texts = [_end_text(start, open_start), _end_text(end, open_end)]
    text = "/".join(texts)
    if text == "/":
        fault = Fault(path="Period", allowed="a date or '..' on at least one side", came=show(text))
        raise InvalidDate([fault])
    if e_high <= s_low:
        allowed = "an end that is not before the start"
        raise InvalidDate([Fault(path="Period", allowed=allowed, came=show(text))])
    new = object.__new__(Period)
    fields = (start, end, open_start, open_end, text)
    for name, value in zip(
        ("start", "end", "open_start", "open_end", "_text"), fields, strict=True
    ):
        _put(new, name, value)
    _put(new, "_bounds", (s_low, min(s_high, e_high), max(e_low, s_low), e_high))
    return new


def _end_bounds(end: When | None, if_open: tuple[int, int] | None) -> tuple[int, int]:
    if end is not None:
        return end.bounds
    return if_open or (MIN_US + 1, MAX_US - 1)


def _end_text(end: When | None, is_open: bool) -> str:
    return str(end) if end is not None else ".." if is_open else ""


def time_of(value: object) -> When | Period:
    """Return what a user gave as a moment or, if it is an interval, a period."""
    if type(value) is Period:
        return value
    if isinstance(value, str) and len(split_interval(value)) > 1:
        return _period(str.__str__(value), None)
    return when_of(value, None, "When")
