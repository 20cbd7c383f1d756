"""What surrounds a phrase, and the answers that many resolvers share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from natobrief.when.mention import Check
from natobrief.when.phrases.days import nearest_weekday
from natobrief.when.phrases.tense import Tense
from natobrief.when.phrases.units import Found, found_day

__all__ = [
    "DAY_NAMES",
    "NEAR",
    "Context",
    "checked",
    "contradiction",
    "cost",
    "in_year",
    "likeliest",
    "looks",
    "no_reference",
    "unknown",
]


NEAR = 366
"""How far from the day of writing, in days, a date without a year can be at most."""

DAY_NAMES = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Context(NamedTuple):
    """What surrounds a phrase: the day of writing, the tense, and what was mentioned before."""

    day: dt.date | None
    tense: Callable[[], Tense]
    anchor: Found | None = None
    quarter: Found | None = None
    assistant: bool = False
    leeway: int = 0  # by how many days the day of writing may be off: it may be known to the month


def unknown(reason: str, stated: str | None = None, weekday: int | None = None) -> Found:
    """Return nothing but the reason why."""
    return Found(None, reason, stated=stated, weekday=weekday)


def no_reference(stated: str | None = None, weekday: int | None = None) -> Found:
    """Return nothing, since the day of writing is not known."""
    return unknown("the day of writing isn't known", stated, weekday)


def contradiction(
    day: dt.date, weekday: int, stated: str | None, more: tuple[dt.date, ...] = ()
) -> Found:
    """Return the day that the numbers name and the one that the weekday names, and no choice."""
    reason = f"{day} is a {DAY_NAMES[day.isoweekday()]}, not a {DAY_NAMES[weekday]}"
    candidates = dict.fromkeys([day, nearest_weekday(day, weekday), *more])
    return Found(
        None,
        reason,
        stated=stated,
        weekday=weekday,
        check=Check.CONTRADICTION,
        candidates=tuple(d.isoformat() for d in candidates),
    )


def checked(day: dt.date, reason: str, stated: str | None, weekday: int | None) -> Found:
    """Return a day if the weekday beside it, if any, agrees."""
    found = found_day(day, reason, stated)
    if weekday is None:
        return found
    if day.isoweekday() != weekday:
        return contradiction(day, weekday, stated)
    return found._replace(weekday=weekday, check=Check.CONSISTENT)


def looks(tense: Tense) -> str:
    """Say in words which way a clause looks."""
    return {
        Tense.PAST: "the clause looks back;",
        Tense.FUTURE: "the clause looks ahead;",
        Tense.NONE: "no verb points back or ahead;",
    }[tense]


def cost(day: dt.date, today: dt.date, context: Context) -> int:
    """Return how unlikely a day is: its distance, and more where the tense speaks against it."""
    apart = (day - today).days
    tense = context.tense()
    if apart > 0:
        penalty = {Tense.PAST: 200, Tense.NONE: 30, Tense.FUTURE: 0}[tense]
    else:
        penalty = 310 if tense is Tense.FUTURE and apart < 0 else 0
    return abs(apart) + penalty


def likeliest(days: list[dt.date], today: dt.date, context: Context) -> tuple[dt.date, str]:
    """Return the likeliest of some days, and in words why."""
    day = min(days, key=lambda day: cost(day, today, context))
    if abs(day - today) == min(abs(other - today) for other in days):
        return day, f"the nearest to {today}"
    if context.tense() is Tense.FUTURE:
        return day, f"the likeliest near {today}: a date ahead is preferred"
    return day, f"the likeliest near {today}: a past date is preferred where no verb points ahead"


def in_year(year: int | None, shift: int | None, context: Context) -> int | None:
    """Return the year that the words give, directly or as "last year"."""
    if year is not None:
        return year
    if shift is not None and context.day is not None:
        return context.day.year + shift
    return None
