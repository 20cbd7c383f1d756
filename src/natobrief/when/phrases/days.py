"""Arithmetic with days: units of the calendar, weekdays, movable feasts."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Mapping
from typing import NamedTuple

from natobrief.when.phrases.words import NAMED_MONTHS

__all__ = [
    "NAMED_DAYS",
    "NamedDay",
    "add_months",
    "easter",
    "make_day",
    "nearest_weekday",
    "next_weekday",
    "nth_weekday",
    "orthodox_easter",
    "previous_weekday",
]


def make_day(year: int, month: int, day: int) -> dt.date | None:
    """Return a day, or None if there is no such day in the years 1 to 9998."""
    if not (1 <= year <= 9998 and 1 <= month <= 12):
        return None
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return dt.date(year, month, day)


def add_months(day: dt.date, months: int) -> dt.date:
    """Return the same day of another month, or that month's last day.

    Raises:
        OverflowError: That is outside the years 1 to 9998.

    >>> import datetime
    >>> add_months(datetime.date(2022, 1, 31), 1)
    datetime.date(2022, 2, 28)
    """
    years, index = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if not 1 <= year <= 9998:
        raise OverflowError
    return dt.date(year, index + 1, min(day.day, calendar.monthrange(year, index + 1)[1]))


def next_weekday(day: dt.date, weekday: int) -> dt.date:
    """Return the first day after ``day`` that is such a weekday (ISO, Monday is 1)."""
    return day + dt.timedelta((weekday - day.isoweekday() - 1) % 7 + 1)


def previous_weekday(day: dt.date, weekday: int) -> dt.date:
    """Return the last day before ``day`` that is such a weekday."""
    return day - dt.timedelta((day.isoweekday() - weekday - 1) % 7 + 1)


def nearest_weekday(day: dt.date, weekday: int) -> dt.date:
    """Return the day nearest to ``day``, at most three days off, that is such a weekday."""
    return day + dt.timedelta((weekday - day.isoweekday() + 3) % 7 - 3)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date | None:
    """Return the first, second ... such weekday of a month, the last for -1; None if it has none.

    >>> nth_weekday(2022, 11, 4, 4)
    datetime.date(2022, 11, 24)
    """
    if nth < 0:
        last = dt.date(year, month, calendar.monthrange(year, month)[1])
        day = last - dt.timedelta((last.isoweekday() - weekday) % 7)
    else:
        first = dt.date(year, month, 1)
        day = first + dt.timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    return day if day.month == month else None


def easter(year: int) -> dt.date:
    """Return Easter Sunday of the western churches.

    Gauss's method in the form for the Gregorian calendar, from the golden number and the moon's
    age on 21 March.

    >>> easter(2022)
    datetime.date(2022, 4, 17)
    """
    golden = year % 19
    century = year // 100
    moon = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    moon -= (moon // 28) * (1 - (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    after = moon - weekday
    month = 3 + (after + 40) // 44
    return dt.date(year, month, after + 28 - 31 * (month // 4))


def orthodox_easter(year: int) -> dt.date:
    """Return Easter Sunday of the Orthodox churches, in the Gregorian calendar.

    The Julian computation, moved by the days that the two calendars are apart.

    >>> orthodox_easter(2022)
    datetime.date(2022, 4, 24)
    """
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    apart = year // 100 - year // 400 - 2
    return dt.date(year, month, day + 1) + dt.timedelta(apart)


class NamedDay(NamedTuple):
    """A day with a name: the rule in words, and the rule as a function of the year."""

    rule: str
    of: Callable[[int], dt.date | None]


def _fixed(month: int, day: int) -> NamedDay:
    rule = f"{day} {NAMED_MONTHS[month - 1].capitalize()}"

    def day_of(year: int) -> dt.date | None:
        return make_day(year, month, day)

    return NamedDay(rule, day_of)


def _nth(nth: int, weekday: int, month: int, off: int = 0) -> NamedDay:
    place = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}[nth]
    name = calendar.day_name[weekday - 1]
    after = {0: "", 1: "the day after the ", 3: "three days after the "}[off]
    rule = f"{after}{place} {name} of {NAMED_MONTHS[month - 1].capitalize()}"

    def day_of(year: int) -> dt.date | None:
        day = nth_weekday(year, month, weekday, nth)
        return None if day is None else day + dt.timedelta(off)

    return NamedDay(rule, day_of)


def _from_easter(days: int) -> NamedDay:
    rule = "Easter Sunday"
    if days:
        rule = f"{abs(days)} days {'after' if days > 0 else 'before'} Easter Sunday"

    def day_of(year: int) -> dt.date:
        return easter(year) + dt.timedelta(days)

    return NamedDay(rule, day_of)


NAMED_DAYS: Mapping[str, NamedDay] = {
    "new year's day": _fixed(1, 1),
    "new year's eve": _fixed(12, 31),
    "new year's": _fixed(1, 1),
    "epiphany": _fixed(1, 6),
    "orthodox christmas": _fixed(1, 7),
    "martin luther king day": _nth(3, 1, 1),
    "martin luther king jr. day": _nth(3, 1, 1),
    "holocaust remembrance day": _fixed(1, 27),
    "groundhog day": _fixed(2, 2),
    "valentine's day": _fixed(2, 14),
    "presidents' day": _nth(3, 1, 2),
    "presidents day": _nth(3, 1, 2),
    "international women's day": _fixed(3, 8),
    "st. patrick's day": _fixed(3, 17),
    "saint patrick's day": _fixed(3, 17),
    "april fools' day": _fixed(4, 1),
    "earth day": _fixed(4, 22),
    "anzac day": _fixed(4, 25),
    "may day": _fixed(5, 1),
    "international workers' day": _fixed(5, 1),
    "europe day": _fixed(5, 9),
    "mother's day": _nth(2, 7, 5),
    "memorial day": _nth(-1, 1, 5),
    "juneteenth": _fixed(6, 19),
    "father's day": _nth(3, 7, 6),
    "canada day": _fixed(7, 1),
    "fourth of july": _fixed(7, 4),
    "independence day": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "labor day": _nth(1, 1, 9),
    "labour day": _nth(1, 1, 9),
    "columbus day": _nth(2, 1, 10),
    "united nations day": _fixed(10, 24),
    "halloween": _fixed(10, 31),
    "all saints' day": _fixed(11, 1),
    "all souls' day": _fixed(11, 2),
    "armistice day": _fixed(11, 11),
    "remembrance day": _fixed(11, 11),
    "veterans day": _fixed(11, 11),
    "thanksgiving day": _nth(4, 4, 11),
    "thanksgiving": _nth(4, 4, 11),
    "black friday": _nth(4, 4, 11, 1),
    "human rights day": _fixed(12, 10),
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "xmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "ash wednesday": _from_easter(-46),
    "palm sunday": _from_easter(-7),
    "maundy thursday": _from_easter(-3),
    "good friday": _from_easter(-2),
    "easter sunday": _from_easter(0),
    "easter monday": _from_easter(1),
    "easter": _from_easter(0),
    "ascension day": _from_easter(39),
    "whit sunday": _from_easter(49),
    "whit monday": _from_easter(50),
    "pentecost": _from_easter(49),
    "orthodox easter": NamedDay("Orthodox Easter Sunday", orthodox_easter),
}
"""Days with a fixed or computable date. Where countries differ it is the day of the United States,
except for Labour Day spelt so and Canada Day, which are Canada's."""
