"""Times as calendars have them: whole days with an exclusive end, times in UTC or a named zone.

A calendar knows no month, no set and no open end. A time that it can't say is left out, and the
reason comes back; nothing is made up.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from natobrief.formats._ical.lines import line
from natobrief.when import Period, Precision, When
from natobrief.when.zones import DAY, SECOND, is_offset, moment, naive, offset_at, timezone

__all__ = ["Placement", "Stamp", "placed", "time_zones", "utc_stamp"]

_TIMES = frozenset([Precision.HOUR, Precision.MINUTE, Precision.SECOND, Precision.MICROSECOND])

_WEEK = 7 * DAY


class Stamp(NamedTuple):
    """A day or a time as a calendar writes it; ``zone`` is None but for times in a named zone."""

    text: str
    is_day: bool
    zone: str | None = None

    def line(self, name: str) -> str:
        """Return the content line of a property with this value."""
        if self.is_day:
            return line(name, self.text, VALUE="DATE")
        return line(name, self.text) if self.zone is None else line(name, self.text, TZID=self.zone)


class Placement(NamedTuple):
    """Where in a calendar something stands.

    Attributes:
        start: DTSTART; None if a calendar can't say it.
        end: DTEND, not included; None if there is none to be said.
        lost: What of the time a calendar can't say, in words; None if it says all.
    """

    start: Stamp | None = None
    end: Stamp | None = None
    lost: str | None = None


def placed(time: When | Period | None) -> Placement:
    """Return where a meeting at this time stands."""
    if time is None:
        return Placement()
    found = _moment(time) if isinstance(time, When) else _period(time)
    if found.lost is None and (time.approximate or time.uncertain):
        return found._replace(lost=f"{time} is written as if it were certain")
    return found


def _moment(when: When) -> Placement:
    if _is_day(when):
        return Placement(_day(when, 0), _day(when, 1), _zone_lost(when))
    if when.precision in _TIMES:
        return Placement(_time(when), None, _too_fine(when))
    return Placement(lost=f"{when} is no day or time, so it has no place in a calendar")


def _period(period: Period) -> Placement:
    first, last = period.start, period.end
    if first is None or not (_is_day(first) or first.precision in _TIMES):
        return Placement(lost=f"{period} doesn't start on a day or at a time")
    if last is None or not (_is_day(last) or last.precision in _TIMES):
        start = _day(first, 0) if _is_day(first) else _time(first)
        return Placement(start, None, f"{period} doesn't end on a day or at a time: no end is set")
    if _is_day(first) or _is_day(last):
        mixed = None if _is_day(first) and _is_day(last) else f"{period} is written as whole days"
        lost = mixed or _zone_lost(first) or _zone_lost(last)
        return Placement(_day(first, 0), _day(last, 1), lost)
    start, end = _time(first), _time(last)
    lost = _too_fine(first) or _too_fine(last)
    after = last.bounds[0] // SECOND > first.bounds[0] // SECOND
    return Placement(start, end if after else None, lost)


def _is_day(when: When) -> bool:
    return when.precision is Precision.DAY and when.first_day == when.last_day


def _zone_lost(when: When) -> str | None:
    return None if when.zone == "UTC" else f"a whole day has no zone there, so {when} loses its own"


def _too_fine(when: When) -> str | None:
    if when.precision is Precision.HOUR:
        return f"{when} is written as the full hour"
    return f"{when} loses what is finer than a second" if when.bounds[0] % SECOND else None


def _day(when: When, later: int) -> Stamp:
    day = (when.last_day if later else when.first_day).toordinal() + later
    return Stamp(_date_text(dt.date.fromordinal(day)), is_day=True)


def _time(when: When) -> Stamp:
    low, zone = when.bounds[0], when.zone
    local = moment(low, zone)
    # A wall time that comes twice means the first one; the second has to be said in UTC.
    if is_offset(zone) or local.fold or local.timezone_name != zone:
        return Stamp(utc_stamp(low), is_day=False)
    return Stamp(_clock_text(local), is_day=False, zone=zone)


def utc_stamp(count: int) -> str:
    """Return an instant, counted in microseconds since 1970, as a calendar writes UTC."""
    return f"{_clock_text(naive(count))}Z"


def _date_text(day: dt.date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _clock_text(time: dt.datetime) -> str:
    return f"{_date_text(time)}T{time.hour:02}{time.minute:02}{time.second:02}"


def time_zones(stamps: Iterable[Stamp]) -> Iterator[str]:
    """Yield the lines of a VTIMEZONE for each named zone, with what its clocks did around then."""
    years: dict[str, set[int]] = {}
    for stamp in stamps:
        if stamp.zone is not None:
            years.setdefault(stamp.zone, set()).add(int(stamp.text[:4]))
    for zone in sorted(years):
        yield "BEGIN:VTIMEZONE"
        yield line("TZID", zone)
        for first, last in _ranges(years[zone]):
            yield from _observances(zone, first, last)
        yield "END:VTIMEZONE"


def _ranges(years: set[int]) -> Iterator[tuple[int, int]]:
    """Yield stretches of years, first and last, that hold these and their neighbours."""
    around = sorted({y for year in years for y in (year - 1, year, year + 1) if 1 < y < 9999})
    start = around[0]
    for year, following in zip(around, [*around[1:], None], strict=True):
        if following != year + 1:
            yield start, year
            start = following or year


def _observances(zone: str, first: int, last: int) -> Iterator[str]:
    low, high = _new_year(first), _new_year(last + 1)
    yield from _observance(zone, low, offset_at(low, zone))
    while low < high:
        following = min(low + _WEEK, high)
        before, after = offset_at(low, zone), offset_at(following, zone)
        if before != after:
            yield from _observance(zone, _change(zone, low, following), before)
        low = following


def _new_year(year: int) -> int:
    days = dt.date(year, 1, 1).toordinal() - dt.date(1970, 1, 1).toordinal()
    return days * DAY


def _change(zone: str, low: int, high: int) -> int:
    """Find the second at which the offset of ``high`` begins to hold."""
    target = offset_at(high, zone)
    while high - low > SECOND:
        middle = low + (high - low) // (2 * SECOND) * SECOND
        if offset_at(middle, zone) == target:
            high = middle
        else:
            low = middle
    return high


def _observance(zone: str, onset: int, before: int) -> Iterator[str]:
    tz = timezone(zone)
    local = tz.fromutc(naive(onset).replace(tzinfo=tz))
    kind = "DAYLIGHT" if local.dst() else "STANDARD"
    yield f"BEGIN:{kind}"
    yield line("DTSTART", _clock_text(naive(onset + before * SECOND)))
    yield line("TZOFFSETFROM", _offset(before))
    yield line("TZOFFSETTO", _offset(offset_at(onset, zone)))
    yield line("TZNAME", str(local.tzname()))
    yield f"END:{kind}"


def _offset(seconds: int) -> str:
    minutes, rest = divmod(abs(seconds), 60)
    text = f"{'-' if seconds < 0 else '+'}{minutes // 60:02}{minutes % 60:02}"
    return f"{text}{rest:02}" if rest else text
