"""Dates that count from the day of writing or from a date mentioned before."""

from __future__ import annotations

import datetime as dt

from natobrief.when.phrases import expressions as ex
from natobrief.when.phrases.context import Context, checked, no_reference, unknown
from natobrief.when.phrases.days import add_months
from natobrief.when.phrases.quarters import pointed_quarter
from natobrief.when.phrases.tense import Tense
from natobrief.when.phrases.units import Found, found_day, found_unit, unit_at

__all__ = [
    "moved",
    "resolve_ago",
    "resolve_anchored",
    "resolve_length",
    "resolve_past",
    "resolve_relative",
    "resolve_unit",
]


def resolve_relative(says: ex.Relative, context: Context) -> Found:
    """Resolve "yesterday"."""
    if context.day is None:
        return no_reference(None, says.weekday)
    day = context.day + dt.timedelta(says.days)
    return checked(day, f"counted from {context.day}", None, says.weekday)


_SHIFT = {"this": 0, "last": -1, "next": 1}


def resolve_unit(says: ex.Unit, context: Context) -> Found:
    """Resolve "last month" and "the following week"."""
    today = context.day
    if says.which in ("following", "preceding", "same"):
        amount = {"following": 1, "preceding": -1, "same": 0}[says.which]
        if context.anchor is None and context.assistant and today is not None:
            which = {1: "next", -1: "last", 0: "this"}[amount]
            return resolve_unit(says._replace(which=which), context)
        return resolve_anchored(ex.Anchored(amount, says.unit), context)
    if today is None:
        return no_reference()
    if says.unit == "weekend":
        return _weekend(says.which, today, context)
    if says.unit == "fortnight":
        return resolve_past(ex.Past(2, "week", "past" if says.which == "last" else "next"), context)
    first = moved(unit_at(says.unit, today)[0], _SHIFT[says.which], says.unit)
    return found_unit(says.unit, first, f"counted from {today}")


def _weekend(which: str, today: dt.date, context: Context) -> Found:
    own = unit_at("weekend", today)[0]
    if which == "near":
        ahead = context.tense() is Tense.FUTURE
        which = "this" if ahead or today.isoweekday() > 5 else "last"
    return found_unit("weekend", own + dt.timedelta(7 * _SHIFT[which]), f"counted from {today}")


def moved(first: dt.date, amount: int, unit: str) -> dt.date:
    """Return the day so many units later, or earlier."""
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if months is not None:
        return add_months(first, amount * months)
    days = {"day": 1, "week": 7, "weekend": 7}[unit]
    return first + dt.timedelta(amount * days)


_CLOCK = ("second", "minute", "hour")


def resolve_ago(says: ex.Ago, context: Context) -> Found:
    """Resolve "two weeks ago": the unit that it falls in, a day only for days."""
    today = context.day
    if says.within and context.tense() is Tense.PAST and not context.assistant:
        return Found(None, "the clause looks back, so it is a length of time")
    if today is None:
        return no_reference()
    if says.unit in _CLOCK and context.assistant:
        return found_day(today, f"within the hours around {today}", None)
    if says.unit in _CLOCK:
        return unknown("the time of writing isn't known to the minute")
    if says.amount == -1 and says.unit == "year" and context.quarter is not None:
        return pointed_quarter(ex.Quarter(None, which="year-ago"), context)
    exact = moved(today, says.amount, says.unit)
    reason = f"counted from {today}"
    if context.assistant or says.unit == "day":
        return found_day(exact, reason, None)
    return found_unit(says.unit, unit_at(says.unit, exact)[0], reason)


def resolve_anchored(says: ex.Anchored, context: Context) -> Found:
    """Resolve "a day later", from the date mentioned last."""
    anchor = context.anchor
    if says.amount == -1 and says.unit == "year" and context.quarter is not None:
        return pointed_quarter(ex.Quarter(None, which="year-ago"), context)
    if anchor is None or anchor.first is None:
        if context.assistant and context.day is not None:
            return resolve_ago(ex.Ago(says.amount, says.unit), context)
        return unknown("no date was mentioned before")
    if says.unit == "day" and anchor.unit != "day":
        return unknown(f"the date mentioned before, {anchor.edtf}, is no day")
    reason = f"counted from {anchor.edtf}, mentioned before"
    exact = moved(anchor.first, says.amount, says.unit)
    if says.unit in ("day", "week", "month") and anchor.unit == "day" and abs(says.amount) > 0:
        if says.unit == "day":
            return found_day(exact, reason, None)
    return found_unit(says.unit, unit_at(says.unit, exact)[0], reason)


def resolve_past(says: ex.Past, context: Context) -> Found:
    """Resolve "the past two weeks" as a stretch that ends on the day of writing."""
    today = context.day
    if today is None:
        return no_reference()
    if says.unit in _CLOCK:
        return unknown("the time of writing isn't known to the minute")
    unit = "day" if says.unit == "weekend" else says.unit
    sign = -1 if says.direction == "past" else 1
    other = moved(today, sign * says.amount, unit)
    first, last = (other, today) if sign < 0 else (today, other)
    if context.assistant:
        first, last = _whole_units(today, says.amount, unit, sign)
    text = f"{first.isoformat()}/{last.isoformat()}"
    return Found(text, f"counted from {today}", first, last, "range")


def _whole_units(today: dt.date, amount: int, unit: str, sign: int) -> tuple[dt.date, dt.date]:
    """An assistant leaves out the day itself, and counts quarters from their first day."""
    one = dt.timedelta(1)
    own = unit_at("quarter", today)[0] if unit == "quarter" else today
    if sign < 0:
        return moved(own, -amount, unit), own - one
    own = moved(own, 1, unit) if unit == "quarter" else own + one
    return own, moved(own, amount, unit) - one


def resolve_length(says: ex.Length, context: Context) -> Found:
    """Keep a length of time as one."""
    del context
    return Found(None, "a length of time", duration=says.duration)
