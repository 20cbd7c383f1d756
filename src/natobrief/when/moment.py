"""A moment: one instant, as finely as it is known."""

from __future__ import annotations

import datetime as dt
import functools
from typing import TYPE_CHECKING, TypeAlias, cast, final

import pendulum

from natobrief.errors import Fault, InvalidDate, InvalidValue, show
from natobrief.when.bounds import ends_of, precision_of
from natobrief.when.edtf import read_form
from natobrief.when.forms import APPROXIMATE, UNCERTAIN, Form, OneOf, flags_in, singles_in
from natobrief.when.precision import Precision
from natobrief.when.reading import Read, between, exact, read_date, read_text, read_zone
from natobrief.when.related import Related
from natobrief.when.zones import Unreadable, date_at, is_offset, moment

if TYPE_CHECKING:
    from natobrief.when.period import Period

__all__ = ["When", "WhenLike", "new_when", "read_when", "when_of"]

_put = object.__setattr__
_REMEMBERED = 100  # characters; a longer text is no usual date


@final
class When(Related):
    """One instant, known within bounds: ``earliest <= t < latest``.

    Its text is EDTF (ISO 8601-2): a day ``2022-01-07``, a month ``2022-01``, a year, a time
    ``2022-01-07T13:30+01:00`` to the hour, minute, second or microsecond, an ISO week
    ``2022-W01``, a season ``2022-21`` or quarter ``2022-33``, open digits ``201X``,
    ``XXXX-01-12``, one of a set ``[2022-01-07..2022-01-09]``, each perhaps ``~`` approximate or
    ``?`` uncertain. A date is a date in UTC unless a zone follows: ``2022-01-07[Europe/Brussels]``.

    Two are equal when their canonical texts are. There is no ``<``: ask :meth:`before`, or sort by
    :attr:`sort_key`. The text always reads back: ``When.parse(str(w)) == w``.

    >>> friday = When.parse("2022-01-07")
    >>> friday.precision, friday.before("2022-01-10")
    (Precision.DAY, Truth.YES)
    """

    __slots__ = ("_bounds", "_form_read")

    _bounds: tuple[int, int]
    _form_read: Form | None

    @classmethod
    def parse(cls, text: str, zone: str | None = None) -> When:
        """Read EDTF text.

        A text that states no zone is read in ``zone``, by default in UTC; a clock time needs an
        offset or a zone. A wall time that doesn't exist in its zone is refused, and one that comes
        twice needs its offset.

        Args:
            text: EDTF, as :class:`When` describes it.
            zone: A name such as ``Europe/Brussels`` or an offset such as ``+01:00``.

        Raises:
            InvalidDate: The text is no date that natobrief reads; the message says what to write.
            InvalidValue: The text is no text, or the zone is none.

        >>> When.parse("2022-01-07", zone="Europe/Brussels")
        When.parse('2022-01-07[Europe/Brussels]')
        >>> When.parse("2022-Q1")
        When.parse('2022-33')
        """
        given = cast("object", text)
        if not isinstance(given, str):
            raise InvalidValue([Fault(path="When", allowed="text in EDTF", came=show(given))])
        return read_when(str.__str__(given), read_zone(zone, "When.zone"), "When")

    @classmethod
    def of(cls, value: WhenLike, zone: str | None = None) -> When:
        """Return ``value`` as a moment: EDTF text, a date, a time with a zone, or a moment.

        A time counts as known to the second, to the microsecond if it has any. A named zone is
        kept by its name. Standard and pendulum classes are taken alike.

        Args:
            value: What to read.
            zone: The zone of a text or date that states none, and of a naive time.

        Raises:
            InvalidDate: No date that natobrief reads, or a time without a zone.
            InvalidValue: A value of another type, or no zone.

        >>> import datetime
        >>> When.of(datetime.date(2022, 1, 7))
        When.parse('2022-01-07')
        """
        return when_of(value, read_zone(zone, "When.zone"), "When")

    @classmethod
    def between(cls, first: WhenLike | None, last: WhenLike | None) -> When:
        """Return one instant from the start of ``first`` to the end of ``last``.

        None leaves that side open. Where the two are dates in different zones, the set names its
        first and last microsecond instead.

        Raises:
            InvalidDate: ``last`` is over before ``first`` begins, or both are None.
            InvalidValue: An argument is of another type.

        >>> When.between("2022-01-07", "2022-01-09")
        When.parse('[2022-01-07..2022-01-09]')
        """
        start = None if first is None else cls.of(first)
        end = None if last is None else cls.of(last)
        try:
            return new_when(between(_form_of(start), _form_of(end)))
        except Unreadable as error:
            came = f"{'' if start is None else start}..{'' if end is None else end}"
            fault = Fault(path="When", allowed=str(error), came=show(came))
            raise InvalidDate([fault]) from None

    @property
    def _form(self) -> Form:
        """What the text says; taken apart at first need, since most moments are only compared."""
        form = self._form_read
        if form is None:
            form = read_form(self._text, None)
            _put(self, "_form_read", form)
        return form

    @property
    def bounds(self) -> tuple[int, int]:
        """The bounds as whole microseconds since 1970-01-01T00:00Z; the second is not included.

        >>> When.parse("1970-01-01").bounds
        (0, 86400000000)
        """
        return self._bounds

    @property
    def earliest(self) -> pendulum.DateTime:
        """The first instant that is possible, in the zone of this moment.

        >>> When.parse("2022-01").earliest.isoformat()
        '2022-01-01T00:00:00+00:00'
        """
        return moment(self._bounds[0], self._zones[0])

    @property
    def latest(self) -> pendulum.DateTime:
        """The end of what is possible, not included, in the zone of this moment.

        >>> When.parse("2022-01").latest.isoformat()
        '2022-02-01T00:00:00+00:00'
        """
        return moment(self._bounds[1], self._zones[1])

    @property
    def _zones(self) -> tuple[str, str]:
        first, last = ends_of(self._form)
        return (
            self.zone if first is None else first.zone,
            self.zone if last is None else last.zone,
        )

    @property
    def precision(self) -> Precision:
        """How finely the instant is known.

        >>> When.parse("2022-W01").precision
        Precision.WEEK
        """
        return precision_of(self._form)

    @property
    def approximate(self) -> bool:
        """Whether any part is marked ``~`` or ``%``. It moves no bound and changes no answer.

        >>> When.parse("2022-01~").approximate
        True
        """
        return any(flag & APPROXIMATE for flag in flags_in(self._form))

    @property
    def uncertain(self) -> bool:
        """Whether any part is marked ``?`` or ``%``. It moves no bound and changes no answer.

        >>> When.parse("2022-?01-07").uncertain
        True
        """
        return any(flag & UNCERTAIN for flag in flags_in(self._form))

    @property
    def zone(self) -> str:
        """The zone by name, ``UTC``, or an offset such as ``+01:00``.

        For a set whose times have different offsets it is the zone of its dates, else UTC.

        >>> When.parse("2022-01-07T13:30+01:00").zone
        '+01:00'
        """
        form = self._form
        if isinstance(form, OneOf) and is_offset(form.zone):
            zones = {single.zone for single in singles_in(form)}
            return zones.pop() if len(zones) == 1 else form.zone
        return form.zone

    @property
    def first_day(self) -> pendulum.Date:
        """The first day that is possible, in its own zone.

        >>> When.parse("2022-01").first_day
        Date(2022, 1, 1)
        """
        return date_at(self._bounds[0], self._zones[0])

    @property
    def last_day(self) -> pendulum.Date:
        """The last day that is possible, itself included, in its own zone.

        >>> When.parse("2022-01").last_day
        Date(2022, 1, 31)
        """
        return date_at(self._bounds[1] - 1, self._zones[1])

    @property
    def year(self) -> int | None:
        """The year that all of it lies in, in its own zone, or None.

        >>> When.parse("[2021-12-30..2022-01-02]").year is None
        True
        """
        first, last = self.first_day.year, self.last_day.year
        return first if first == last else None

    @property
    def extent(self) -> Period:
        """All of it, as a period from its first to its last microsecond.

        >>> When.parse("2022-01-07").extent
        Period.parse('2022-01-07T00:00:00.000000Z/2022-01-07T23:59:59.999999Z')
        """
        from natobrief.when import period  # which is made of moments, so it comes after them

        (low, high), (first, last) = self._bounds, ends_of(self._form)
        start = None if first is None else new_when(exact(low, first.zone))
        end = None if last is None else new_when(exact(high - 1, last.zone))
        return period.new_period(start, end, open_start=first is None, open_end=last is None)

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """A key for sorting moments and periods: earliest, then latest, then text.

        >>> times = [When.parse("2022-01"), When.parse("2021-12-27")]
        >>> sorted(times, key=lambda time: time.sort_key)[0]
        When.parse('2021-12-27')
        """
        return (*self._bounds, self._text)


WhenLike: TypeAlias = When | str | dt.date
"""What is taken for a moment: EDTF text, standard and pendulum dates, and times with a zone."""


def _form_of(when: When | None) -> Form | None:
    return None if when is None else read_form(str(when), None)


def new_when(read: Read) -> When:
    """Make a moment of what was read."""
    new = object.__new__(When)
    _put(new, "_text", read.text)
    _put(new, "_bounds", read.bounds)
    _put(new, "_form_read", read.form)
    return new


def read_when(text: str, zone: str | None, path: str) -> When:
    """Read text; a short text gives the same object as long as it is remembered."""
    if len(text) > _REMEMBERED:
        return new_when(read_text(text, zone, path))
    return _remembered(text, zone, path)


@functools.lru_cache(maxsize=8192)
def _remembered(text: str, zone: str | None, path: str) -> When:
    return new_when(read_text(text, zone, path))


def when_of(value: object, zone: str | None, path: str) -> When:
    """Return what a user gave as a moment; faults are reported at ``path``."""
    if type(value) is When:
        return value
    if isinstance(value, str):
        return read_when(str.__str__(value), zone, path)
    if isinstance(value, dt.date):
        return new_when(read_date(value, zone, path))
    allowed = "EDTF text, a date, or a time with a zone"
    raise InvalidValue([Fault(path=path, allowed=allowed, came=show(value))])
