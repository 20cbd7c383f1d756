"""Dates in words, for a page: also those that are known only in part."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import TypeGuard

from natobrief.when import Period, When
from natobrief.when.edtf import read_form
from natobrief.when.forms import APPROXIMATE, UNCERTAIN, Form, Kind, Single, Stretch, flags_in

__all__ = ["day_in_words", "in_words", "machine_readable"]

_MONTHS = tuple(calendar.month_name)
_SEASONS = ("spring", "summer", "autumn", "winter")
_ORDINALS = ("first", "second", "third", "fourth")
# The numbers of ISO 8601-2 for parts of a year.
_PARTS_OF_YEAR = {
    **{21 + n: f"{season} {{}}" for n, season in enumerate(_SEASONS)},
    **{25 + n: f"{season} {{}} (in the north)" for n, season in enumerate(_SEASONS)},
    **{29 + n: f"{season} {{}} (in the south)" for n, season in enumerate(_SEASONS)},
    **{33 + n: f"the {ordinal} quarter of {{}}" for n, ordinal in enumerate(_ORDINALS)},
    **{37 + n: f"the {ordinal} third of {{}}" for n, ordinal in enumerate(_ORDINALS[:3])},
    **{40 + n: f"the {ordinal} half of {{}}" for n, ordinal in enumerate(_ORDINALS[:2])},
}
_NO_YEAR = "XXXX"


def in_words(time: When | Period) -> str:
    """Return a time in words.

    >>> from natobrief.formats._page.dates import in_words
    >>> in_words(When.parse("2022-01-07")), in_words(When.parse("2022-01~"))
    ('Friday 7 January 2022', 'about January 2022')
    >>> in_words(Period.parse("2022-01-10/2022-01-13"))
    '10 to 13 January 2022'
    """
    if isinstance(time, When):
        return _of_form(read_form(str(time), None))
    return _of_period(time)


def day_in_words(time: When | Period) -> str:
    """Return the day of a time in words, without the hour; all of it where it is no single day.

    >>> from natobrief.formats._page.dates import day_in_words
    >>> day_in_words(When.parse("2022-01-07T13:30Z"))
    'Friday 7 January 2022'
    """
    form = None if isinstance(time, Period) else read_form(str(time), None)
    if isinstance(form, Single) and form.kind is Kind.TIME:
        return _qualified(form, _day(form.parts))
    return in_words(time)


def machine_readable(time: When) -> str | None:
    """Return what the ``datetime`` of an HTML ``time`` element may hold, None for all else.

    >>> from natobrief.formats._page.dates import machine_readable
    >>> machine_readable(When.parse("2022-01-07[Europe/Brussels]"))
    '2022-01-07'
    """
    text = str(time).partition("[")[0]
    return text if _HTML.fullmatch(text) else None


_HTML = re.compile(
    r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?"
    r"(?:Z|[+-]\d\d:\d\d))?)?|-W\d\d)?",
    re.ASCII,
)


def _of_period(period: Period) -> str:
    start, end = (
        None if e is None else read_form(str(e), None) for e in (period.start, period.end)
    )
    if start is not None and end is not None:
        return _on_one_day(start, end) or _from_to(start, end)
    if start is not None:
        return f"from {_of_form(start)} on" + ("" if period.open_end else ", end not known")
    if end is not None:
        return f"until {_of_form(end)}" + ("" if period.open_start else ", start not known")
    return "at all times" if period.open_start and period.open_end else "a time that is not known"


def _on_one_day(start: Form, end: Form) -> str | None:
    """Name a day of which the hour of one end is known; None for all else."""
    if _is_time(start) and _is_day(end) and start.parts == end.parts and start.clock[1:]:
        return f"{_day(start.parts)}, from {_clock(start)} on"
    if _is_day(start) and _is_time(end) and start.parts == end.parts and end.clock[1:]:
        return f"{_day(end.parts)}, until {_clock(end)}"
    return None


def _of_form(form: Form) -> str:
    if isinstance(form, Single):
        return _qualified(form, _single(form))
    parts = [_stretch(i) if isinstance(i, Stretch) else _of_form(i) for i in form.items]
    return " or ".join(parts)


def _stretch(stretch: Stretch) -> str:
    if stretch.first is not None and stretch.last is not None:
        return f"some time from {_from_to(stretch.first, stretch.last)}"
    if stretch.first is not None:
        return f"{_of_form(stretch.first)} or later"
    return (
        "a time that is not known"
        if stretch.last is None
        else f"{_of_form(stretch.last)} or earlier"
    )


def _from_to(first: Form, last: Form) -> str:
    """Name two ends; what the days share is said once."""
    if first == last:
        return _of_form(first)
    if _is_time(first) and _is_time(last) and first.parts == last.parts:
        if first.zone == last.zone and first.clock[1:] and last.clock[1:]:
            return f"{_day(first.parts)}, {_clock(first, zone=False)} to {_clock(last)}"
    if not (_is_day(first) and _is_day(last)):
        return f"{_of_form(first)} to {_of_form(last)}"
    return _days(first.parts, last.parts)


def _days(first: tuple[str, ...], last: tuple[str, ...]) -> str:
    year, month, day = first
    start = str(int(day))
    if month != last[1] or year != last[0]:
        start += f" {_MONTHS[int(month)]}"
    if year != last[0]:
        start += f" {int(year)}"
    return f"{start} to {_plain_day(last)}"


def _is_time(form: Form) -> TypeGuard[Single]:
    return isinstance(form, Single) and form.kind is Kind.TIME and not any(form.flags)


def _is_day(form: Form) -> TypeGuard[Single]:
    if not isinstance(form, Single) or form.kind is not Kind.DATE or any(form.flags):
        return False
    return len(form.parts) == 3 and "".join(form.parts).isdecimal()


def _qualified(form: Form, words: str) -> str:
    flags = 0
    for flag in flags_in(form):
        flags |= flag
    about = "about " if flags & APPROXIMATE else ""
    return ("perhaps " if flags & UNCERTAIN else "") + about + words


def _single(single: Single) -> str:
    parts = single.parts
    match single.kind:
        case Kind.TIME:
            return f"{_day(parts)}, {_clock(single)}"
        case Kind.SEASON:
            return _PARTS_OF_YEAR[int(parts[1])].format(int(parts[0]))
        case Kind.WEEK:
            ends = (dt.date.fromisocalendar(int(parts[0]), int(parts[1]), n) for n in (1, 7))
            first, last = (tuple(end.isoformat().split("-")) for end in ends)
            return f"the week of {_days(first, last)}"
        case Kind.DATE:
            return _date(parts)


def _date(parts: tuple[str, ...]) -> str:
    if "".join(parts).isdecimal():
        return _day(parts) if len(parts) == 3 else _month(parts)
    year, month, day = (*parts, "", "")[:3]
    if any("X" in part and part != "XX" for part in (month, day)):
        return f"a time that is known as {'-'.join(parts)}"
    what = _part_of_year(month, day)
    if year == _NO_YEAR:
        return f"{what}, year not known" if what else "a year that is not known"
    years = str(int(year)) if year.isdecimal() else _years(year)
    if not what:
        return years
    joint = " of " if "X" in month else " " if year.isdecimal() else " in "
    return f"{what}{joint}{years}"


def _part_of_year(month: str, day: str) -> str:
    """Name a month and a day of which one may be left open."""
    of_month = "a month" if month == "XX" else _MONTHS[int(month)] if month else ""
    if not day:
        return of_month
    if day == "XX":
        return f"a day in {of_month}"
    return f"day {int(day)} of {of_month}" if month == "XX" else f"{int(day)} {of_month}"


def _years(year: str) -> str:
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if last - first == 9 and year.endswith("X"):
        return f"the {first}s"
    if year.endswith("XX") and year[:2].isdecimal():
        return f"the years {first} to {last}"
    return f"the years known as {year}"


def _month(parts: tuple[str, ...]) -> str:
    year = str(int(parts[0]))
    return year if len(parts) == 1 else f"{_MONTHS[int(parts[1])]} {year}"


def _day(parts: tuple[str, ...]) -> str:
    year, month, day = map(int, parts)
    weekday = calendar.day_name[dt.date(year, month, day).weekday()]
    return f"{weekday} {_plain_day(parts)}"


def _plain_day(parts: tuple[str, ...]) -> str:
    year, month, day = map(int, parts)
    return f"{day} {_MONTHS[month]} {year}"


def _clock(single: Single, *, zone: bool = True) -> str:
    hour, *finer = single.clock
    after = f" {_zone(single.zone)}" if zone else ""
    if not finer:
        return f"between {hour:02}:00 and {hour:02}:59{after}"
    clock = f"{hour:02}:{finer[0]:02}" + (f":{finer[1]:02}" if len(finer) > 1 else "")
    if len(finer) > 2:
        clock += f".{finer[2]:06}"
    return clock + after


def _zone(zone: str) -> str:
    if zone[0] in "+-":
        return f"UTC{zone}"
    return f"({zone.rpartition('/')[2].replace('_', ' ')} time)" if "/" in zone else zone
