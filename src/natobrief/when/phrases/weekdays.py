"""Weekdays, as dates."""

from __future__ import annotations

import datetime as dt

from natobrief.when.phrases import expressions as ex
from natobrief.when.phrases.context import Context, no_reference, unknown
from natobrief.when.phrases.days import nearest_weekday, next_weekday, previous_weekday
from natobrief.when.phrases.tense import Tense
from natobrief.when.phrases.units import Found, found_day, unit_at

__all__ = ["resolve_weekday"]


def resolve_weekday(says: ex.Weekday, context: Context) -> Found:
    """Resolve a weekday: the day of writing if it is one, else by the tense of the clause."""
    today, number = context.day, says.weekday
    if says.which in ("following", "preceding", "same"):
        return _anchored_weekday(says, context)
    if today is None:
        return no_reference(None, number)
    if says.week is not None:
        day = unit_at("week", today)[0] + dt.timedelta(7 * says.week + number - 1)
        return found_day(day, f"counted in weeks from {today}", None)._replace(weekday=number)
    if says.which == "coming":
        reason = f"the first one after {today}"
        return found_day(next_weekday(today, number), reason, None)._replace(weekday=number)
    if says.which == "next":
        return _next_weekday(number, today, context)
    if says.which in ("last", "past"):
        day, reason = previous_weekday(today, number), f"the last one before {today}"
    elif says.which == "this":
        day = unit_at("week", today)[0] + dt.timedelta(number - 1)
        reason = f"in the week of {today}"
    elif today.isoweekday() == number:
        day, reason = today, "the day of writing is one"
    elif context.tense() is Tense.FUTURE:
        day, reason = next_weekday(today, number), f"the clause looks ahead from {today}"
    else:
        day, reason = previous_weekday(today, number), f"the last one before {today}"
    return found_day(day, reason, None)._replace(weekday=number)


def _next_weekday(number: int, today: dt.date, context: Context) -> Found:
    first = next_weekday(today, number)
    if first.isocalendar()[:2] != today.isocalendar()[:2]:
        reason = f"the first one after {today}"
        return found_day(first, reason, None)._replace(weekday=number)
    second = first + dt.timedelta(7)
    if context.assistant:
        return found_day(second, f"in the week after {today}", None)._replace(weekday=number)
    reason = f"of this week or the next, seen from {today}"
    candidates = (first.isoformat(), second.isoformat())
    return Found(None, reason, weekday=number, candidates=candidates)


def _anchored_weekday(says: ex.Weekday, context: Context) -> Found:
    anchor = context.anchor
    if anchor is None or anchor.first is None or anchor.last is None or anchor.unit != "day":
        if context.assistant and context.day is not None:
            return resolve_weekday(
                says._replace(which="next" if says.which == "following" else "last"), context
            )
        return unknown("no day was mentioned before", None, says.weekday)
    number = says.weekday
    if says.which == "following":
        day = next_weekday(anchor.last, number)
    elif says.which == "preceding":
        day = previous_weekday(anchor.first, number)
    else:
        day = nearest_weekday(anchor.first, number)
    reason = f"counted from {anchor.first}, mentioned before"
    return found_day(day, reason, None)._replace(weekday=number)
