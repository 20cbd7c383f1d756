"""From what a phrase says to its date: the part that needs the day of writing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, NamedTuple

from natobrief.when.mention import Check
from natobrief.when.phrases import expressions as ex
from natobrief.when.phrases.days import (
    NAMED_DAYS,
    add_months,
    make_day,
    nearest_weekday,
    next_weekday,
    nth_weekday,
    previous_weekday,
)
from natobrief.when.phrases.tense import Tense
from natobrief.when.phrases.units import Found, found_day, found_unit, unit_at

__all__ = ["NEAR", "Context", "resolve"]

NEAR = 366
"""How far from the day of writing, in days, a date without a year can be at most."""

_NAMES = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Context(NamedTuple):
    """What surrounds a phrase: the day of writing, the tense, and what was mentioned before."""

    day: dt.date | None
    tense: Callable[[], Tense]
    anchor: Found | None = None
    quarter: Found | None = None
    assistant: bool = False


def resolve(says: ex.Expr, context: Context) -> Found:
    """Return the date that a phrase means, as far as it can be known."""
    return _RESOLVERS[type(says)](says, context)


def _unknown(reason: str, stated: str | None = None, weekday: int | None = None) -> Found:
    return Found(None, reason, stated=stated, weekday=weekday)


def _no_reference(stated: str | None = None, weekday: int | None = None) -> Found:
    return _unknown("the day of writing isn't known", stated, weekday)


def _contradiction(
    day: dt.date, weekday: int, stated: str | None, more: tuple[dt.date, ...] = ()
) -> Found:
    reason = f"{day} is a {_NAMES[day.isoweekday()]}, not a {_NAMES[weekday]}"
    candidates = dict.fromkeys([day, nearest_weekday(day, weekday), *more])
    return Found(
        None,
        reason,
        stated=stated,
        weekday=weekday,
        check=Check.CONTRADICTION,
        candidates=tuple(d.isoformat() for d in candidates),
    )


def _checked(day: dt.date, reason: str, stated: str | None, weekday: int | None) -> Found:
    found = found_day(day, reason, stated)
    if weekday is None:
        return found
    if day.isoweekday() != weekday:
        return _contradiction(day, weekday, stated)
    return found._replace(weekday=weekday, check=Check.CONSISTENT)


# -- days of the calendar


def _day(says: ex.Day, context: Context) -> Found:
    year = says.year
    if year is None and says.shift is not None and context.day is not None:
        year = context.day.year + says.shift
    if year is not None:
        stated = f"{says.year:04}-{says.month:02}-{says.day:02}" if says.year else None
        day = make_day(year, says.month, says.day)
        if day is None:
            return _unknown(f"{year} has no such day", f"XXXX-{says.month:02}-{says.day:02}")
        reason = "the text states the year" if says.year else "the text counts the year from its own"
        return _checked(day, reason, stated, says.weekday)
    stated = f"XXXX-{says.month:02}-{says.day:02}"
    if context.day is None or says.shift is not None:
        return _no_reference(stated, says.weekday)
    return _nearest_year(says, context.day, context, stated)


def _nearest_year(says: ex.Day, today: dt.date, context: Context, stated: str) -> Found:
    years = [today.year, today.year - 1, today.year + 1]
    made = [make_day(year, says.month, says.day) for year in years]
    days = [day for day in made if day is not None]
    if not days:  # 29 February
        return _leap_day(says, today, stated)
    if says.weekday is not None:
        near = [d for d in days if abs((d - today).days) <= NEAR]
        fitting = [day for day in near if day.isoweekday() == says.weekday]
        if fitting:
            reason = f"the {_NAMES[says.weekday]} nearest to {today}"
            return _checked(fitting[0], reason, stated, says.weekday)
        nearest = min(days, key=lambda day: abs((day - today).days))
        fitting = [day for day in days if day.isoweekday() == says.weekday]
        return _contradiction(nearest, says.weekday, stated, tuple(fitting))
    day = min(days, key=lambda day: _cost(day, today, context))
    return found_day(day, f"{_looks(context.tense())} the nearest to {today}", stated)


def _leap_day(says: ex.Day, today: dt.date, stated: str) -> Found:
    made = (make_day(today.year + n, 2, 29) for n in range(-8, 9))
    days = sorted((d for d in made if d is not None), key=lambda d: abs((d - today).days))
    if says.weekday is not None:
        days = [day for day in days if day.isoweekday() == says.weekday]
    reason = f"no year next to {today.year} has a 29 February"
    candidates = tuple(day.isoformat() for day in days[:2])
    return Found(None, reason, stated=stated, weekday=says.weekday, candidates=candidates)


def _looks(tense: Tense) -> str:
    return {
        Tense.PAST: "the clause looks back;",
        Tense.FUTURE: "the clause looks ahead;",
        Tense.NONE: "no verb points back or ahead;",
    }[tense]


def _cost(day: dt.date, today: dt.date, context: Context) -> int:
    apart = (day - today).days
    tense = context.tense()
    if apart > 0:
        penalty = {Tense.PAST: 200, Tense.NONE: 30, Tense.FUTURE: 0}[tense]
    else:
        penalty = 250 if tense is Tense.FUTURE and apart < 0 else 0
    return abs(apart) + penalty


def _day_of_month(says: ex.DayOfMonth, context: Context) -> Found:
    today = context.day
    stated = f"XXXX-XX-{says.day:02}"
    if today is None:
        return _no_reference(stated, says.weekday)
    if says.months is not None:
        month = add_months(today.replace(day=1), says.months)
        day = make_day(month.year, month.month, says.day)
        if day is None:
            return _unknown("that month has no such day", stated)
        return _checked(day, f"counted from {today}", stated, says.weekday)
    months = [add_months(today.replace(day=1), n) for n in (0, -1, 1, -2, 2)]
    made = [make_day(m.year, m.month, says.day) for m in months]
    days = [day for day in made if day is not None]
    if says.weekday is not None:
        fitting = [day for day in days if day.isoweekday() == says.weekday]
        if not fitting:
            nearest = min(days, key=lambda day: abs((day - today).days))
            return _contradiction(nearest, says.weekday, stated)
        days = fitting
    day = min(days, key=lambda day: _cost(day, today, context))
    return _checked(day, f"the nearest to {today}", stated, says.weekday)


def _direct(says: ex.Direct, context: Context) -> Found:
    del context
    text = says.text
    day = dt.date.fromisoformat(text[:10]) if len(text) >= 10 else None
    reason = "the text states it"
    if day is None:
        return found_unit("year", dt.date(int(text), 1, 1), reason, stated=text)
    if len(text) > 10:
        return Found(text, reason, day, day, "day", stated=text)
    return _checked(day, reason, text, says.weekday)


def _either(says: ex.Either, context: Context) -> Found:
    if context.assistant:
        day = dt.date.fromisoformat(says.texts[0])
        return found_day(day, "numbers are read month first", None)
    reason = "day and month can be read either way round"
    return Found(None, reason, candidates=says.texts)


# -- months and parts of the year


def _in_year(year: int | None, shift: int | None, context: Context) -> int | None:
    if year is not None:
        return year
    if shift is not None and context.day is not None:
        return context.day.year + shift
    return None


def _month(says: ex.Month, context: Context) -> Found:
    year, today = _in_year(says.year, says.shift, context), context.day
    stated = f"{says.year:04}-{says.month:02}" if says.year else f"XXXX-{says.month:02}"
    if year is not None:
        return found_unit("month", dt.date(year, says.month, 1), "the text gives the year", stated)
    if today is None or says.shift is not None:
        return _no_reference(stated)
    first = _which_month(says, today, context)
    if first is None:
        return _unknown("no date was mentioned before that it could follow", stated)
    return found_unit("month", first, f"counted from {today}", stated)


def _which_month(says: ex.Month, today: dt.date, context: Context) -> dt.date | None:
    own = dt.date(today.year, says.month, 1)
    this = today.replace(day=1)
    earlier = own if own < this else own.replace(year=own.year - 1)
    later = own if own > this else own.replace(year=own.year + 1)
    if says.which in ("following", "preceding"):
        anchor = context.anchor.first if context.anchor and context.anchor.first else None
        if anchor is None:
            return None
        return _which_month(
            says._replace(which="next" if says.which == "following" else "last"), anchor, context
        )
    if says.which in ("last", "past"):
        return earlier
    if says.which == "next":
        return later
    if says.which == "this":
        return own
    if own == this:
        return own
    tense = context.tense()
    if tense is Tense.NONE:
        return later if (later - this).days <= 62 else earlier
    return later if tense is Tense.FUTURE else earlier


def _part(says: ex.Part, context: Context) -> Found:
    year, today = _in_year(says.year, says.shift, context), context.day
    stated = f"{says.year:04}-{says.number}" if says.year else f"XXXX-{says.number}"
    if year is None and (today is None or says.shift is not None):
        return _no_reference(stated)
    if year is not None or today is None:
        return found_unit("part", dt.date(year or 1, 1, 1), "the text gives the year", stated, says.number)
    options = [
        found_unit("part", dt.date(y, 1, 1), f"counted from {today}", stated, says.number)
        for y in (today.year - 1, today.year, today.year + 1)
    ]
    if says.which in ("last", "past"):
        options = [option for option in options if option.last is not None and option.last < today]
        return options[-1]
    if says.which == "next":
        return [o for o in options if o.first is not None and o.first > today][0]
    return options[1]


def _quarter(says: ex.Quarter, context: Context) -> Found:
    today = context.day
    year = _in_year(says.year, says.shift, context)
    if says.number is None or says.which == "year-ago":
        return _pointed_quarter(says, context)
    stated = f"{says.year or 'XXXX'}-{32 + says.number}"
    if year is None and today is None:
        return _no_reference(stated)
    if year is not None:
        found = found_unit("quarter", dt.date(year, 3 * says.number - 2, 1), "the text gives the year", stated)
    elif today is None:
        return _no_reference(stated)
    else:
        first = dt.date(today.year, 3 * says.number - 2, 1)
        if says.which == "next" and first <= today:
            first = first.replace(year=first.year + 1)
        elif says.which != "next" and first > today and context.tense() is not Tense.FUTURE:
            ahead = (first - today).days
            if ahead > 31 or says.which == "last":
                first = first.replace(year=first.year - 1)
        found = found_unit("quarter", first, f"the one around {today}", stated)
    if says.count > 1 and found.first is not None:
        last = add_months(found.first, 3 * says.count) - dt.timedelta(1)
        text = f"{found.first.isoformat()[:7]}/{last.isoformat()[:7]}"
        return found._replace(edtf=text, last=last, unit="range")
    return found


def _pointed_quarter(says: ex.Quarter, context: Context) -> Found:
    base = context.quarter
    if says.which == "year-ago" and says.number is not None:
        own = _quarter(says._replace(which=""), context)
        base = own if own.first is not None else None
    if says.which == "in-year" and says.year is not None:
        if base is None or base.first is None:
            return _no_reference() if context.day is None else found_unit(
                "year", dt.date(says.year, 1, 1), "the text gives the year")
        first = base.first.replace(year=says.year)
        return found_unit("quarter", first, "the quarter that the text speaks of")
    if base is None or base.first is None:
        if context.day is None or says.which == "same":
            return _no_reference()
        ended = add_months(unit_at("quarter", context.day)[0], -3)
        base = found_unit("quarter", ended, "the last quarter that was over")
    assert base.first is not None  # noqa: S101 - a quarter has its days
    if says.which == "year-ago":
        first = add_months(base.first, -12)
        return found_unit("quarter", first, f"a year before {base.edtf}")
    return found_unit("quarter", base.first, "the quarter that the text speaks of")


def _decade(says: ex.Decade, context: Context) -> Found:
    start = says.start
    if says.of_century:
        century = 1900 if context.day is None else context.day.year // 100 * 100
        start += century
        if context.day is not None and start > context.day.year:
            start -= 100
        elif context.day is None and says.start < 30:
            start += 100
    return found_unit("decade", dt.date(max(start, 1), 1, 1), "ten years of one number")


def _century(says: ex.Century, context: Context) -> Found:
    del context
    first = dt.date(max((says.number - 1) * 100, 1), 1, 1)
    return found_unit("century", first, "a hundred years of one number")


def _named(says: ex.Named, context: Context) -> Found:
    name = NAMED_DAYS[says.name]
    year = _in_year(says.year, says.shift, context)
    if year is not None:
        day = name.of(year)
        return _unknown(name.rule) if day is None else found_day(day, name.rule, None)
    today = context.day
    if today is None or says.shift is not None:
        return _unknown(f"{name.rule}; the year isn't known")
    made = (name.of(today.year + n) for n in (-1, 0, 1))
    days = [day for day in made if day is not None]
    if says.which in ("last", "past"):
        day = max(d for d in days if d < today)
    elif says.which == "next":
        day = min(d for d in days if d > today)
    elif says.which == "this":
        day = days[1]
    else:
        day = min(days, key=lambda day: _cost(day, today, context))
    return found_day(day, name.rule, None)


# -- weekdays


def _weekday(says: ex.Weekday, context: Context) -> Found:
    today, number = context.day, says.weekday
    if says.which in ("following", "preceding", "same"):
        return _anchored_weekday(says, context)
    if today is None:
        return _no_reference(None, number)
    if says.week is not None:
        day = unit_at("week", today)[0] + dt.timedelta(7 * says.week + number - 1)
        return found_day(day, f"counted in weeks from {today}", None)._replace(weekday=number)
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
            return _weekday(says._replace(which="next" if says.which == "following" else "last"), context)
        return _unknown("no day was mentioned before", None, says.weekday)
    number = says.weekday
    if says.which == "following":
        day = next_weekday(anchor.last, number)
    elif says.which == "preceding":
        day = previous_weekday(anchor.first, number)
    else:
        day = nearest_weekday(anchor.first, number)
    reason = f"counted from {anchor.first}, mentioned before"
    return found_day(day, reason, None)._replace(weekday=number)


def _nth_weekday(says: ex.NthWeekday, context: Context) -> Found:
    month = resolve(says.month, context)
    if month.first is None:
        return month._replace(stated=None, weekday=says.weekday)
    day = nth_weekday(month.first.year, month.first.month, says.weekday, says.nth)
    if day is None:
        return _unknown("that month has no such day", None, says.weekday)
    return found_day(day, f"counted within {month.edtf}", None)._replace(weekday=says.weekday)


# -- distances


def _relative(says: ex.Relative, context: Context) -> Found:
    if context.day is None:
        return _no_reference()
    return found_day(context.day + dt.timedelta(says.days), f"counted from {context.day}", None)


_SHIFT = {"this": 0, "last": -1, "next": 1}


def _unit(says: ex.Unit, context: Context) -> Found:
    today = context.day
    if says.which in ("following", "preceding", "same"):
        amount = {"following": 1, "preceding": -1, "same": 0}[says.which]
        if context.anchor is None and context.assistant and today is not None:
            return _ago(ex.Ago(amount, says.unit), context)
        return _anchored(ex.Anchored(amount, says.unit), context)
    if today is None:
        return _no_reference()
    if says.unit == "weekend":
        return _weekend(says.which, today, context)
    if says.unit == "fortnight":
        return _past(ex.Past(2, "week", "past" if says.which == "last" else "next"), context)
    first = _moved(unit_at(says.unit, today)[0], _SHIFT[says.which], says.unit)
    return found_unit(says.unit, first, f"counted from {today}")


def _weekend(which: str, today: dt.date, context: Context) -> Found:
    own = unit_at("weekend", today)[0]
    if which == "near":
        ahead = context.tense() is Tense.FUTURE
        which = "this" if ahead or today.isoweekday() > 5 else "last"
    return found_unit("weekend", own + dt.timedelta(7 * _SHIFT[which]), f"counted from {today}")


def _moved(first: dt.date, amount: int, unit: str) -> dt.date:
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if months is not None:
        return add_months(first, amount * months)
    days = {"day": 1, "week": 7, "weekend": 7}[unit]
    ordinal = first.toordinal() + amount * days
    return dt.date.fromordinal(min(max(ordinal, 1), dt.date(9998, 12, 31).toordinal()))


_CLOCK = ("second", "minute", "hour")


def _ago(says: ex.Ago, context: Context) -> Found:
    today = context.day
    if today is None:
        return _no_reference()
    if says.unit in _CLOCK:
        return _unknown("the time of writing isn't known to the minute")
    if says.amount == -1 and says.unit == "year" and context.quarter is not None:
        return _pointed_quarter(ex.Quarter(None, which="year-ago"), context)
    exact = _moved(today, says.amount, says.unit)
    reason = f"counted from {today}"
    if context.assistant or says.unit == "day":
        return found_day(exact, reason, None)
    return found_unit(says.unit, unit_at(says.unit, exact)[0], reason)


def _anchored(says: ex.Anchored, context: Context) -> Found:
    anchor = context.anchor
    if says.amount == -1 and says.unit == "year" and context.quarter is not None:
        return _pointed_quarter(ex.Quarter(None, which="year-ago"), context)
    if anchor is None or anchor.first is None:
        if context.assistant and context.day is not None:
            return _ago(ex.Ago(says.amount, says.unit), context)
        return _unknown("no date was mentioned before")
    if says.unit == "day" and anchor.unit != "day":
        return _unknown(f"the date mentioned before, {anchor.edtf}, is no day")
    reason = f"counted from {anchor.edtf}, mentioned before"
    exact = _moved(anchor.first, says.amount, says.unit)
    if says.unit in ("day", "week", "month") and anchor.unit == "day" and abs(says.amount) > 0:
        if says.unit == "day":
            return found_day(exact, reason, None)
    return found_unit(says.unit, unit_at(says.unit, exact)[0], reason)


def _past(says: ex.Past, context: Context) -> Found:
    today = context.day
    if today is None:
        return _no_reference()
    if says.unit in _CLOCK:
        return _unknown("the time of writing isn't known to the minute")
    unit = "day" if says.unit == "weekend" else says.unit
    sign = -1 if says.direction == "past" else 1
    other = _moved(today, sign * says.amount, unit)
    first, last = (other, today) if sign < 0 else (today, other)
    if context.assistant:
        first, last = _whole_units(today, says.amount, unit, sign)
    text = f"{first.isoformat()}/{last.isoformat()}"
    return Found(text, f"counted from {today}", first, last, "range")


def _whole_units(today: dt.date, amount: int, unit: str, sign: int) -> tuple[dt.date, dt.date]:
    """An assistant counts whole units, without the one that it is in."""
    own = unit_at(unit, today)[0]
    if sign < 0:
        return _moved(own, -amount, unit), own - dt.timedelta(1)
    return _moved(own, 1, unit), _moved(own, amount + 1, unit) - dt.timedelta(1)


def _weekday_in(says: ex.WeekdayIn, context: Context) -> Found:
    base = resolve(says.base, context)
    if base.first is None:
        return base._replace(stated=None)
    day = _moved(base.first, says.amount, says.unit)
    return found_day(day, f"counted from {base.edtf}", None)


def _week_of(says: ex.WeekOf, context: Context) -> Found:
    if says.base is None:
        year = says.year or (context.day.year if context.day else None)
        if year is None or says.number is None:
            return _no_reference()
        try:
            first = dt.date.fromisocalendar(year, says.number, 1)
        except ValueError:
            return _unknown(f"{year} has no week {says.number}")
        return found_unit("week", first, "weeks are counted as in ISO 8601")
    base = resolve(says.base, context)
    if base.first is None or base.last is None:
        return base._replace(stated=None, candidates=())
    if says.nth is None:
        return found_unit("week", unit_at("week", base.first)[0], f"around {base.edtf}")
    if says.nth < 0:
        first = unit_at("week", base.last)[0]
        if (base.last - first).days < 3:  # a week belongs where its Thursday is
            first -= dt.timedelta(7)
    else:
        first = unit_at("week", base.first + dt.timedelta(3))[0] + dt.timedelta(7 * (says.nth - 1))
    return found_unit("week", first, f"counted within {base.edtf}")


def _length(says: ex.Length, context: Context) -> Found:
    del context
    return Found(None, "a length of time", duration=says.duration)


def _range(says: ex.Range, context: Context) -> Found:
    first, last = resolve(says.first, context), resolve(says.last, context)
    return join(first, last, says)


def join(first: Found, last: Found, says: ex.Range | None = None) -> Found:
    """Return the stretch from one date to another."""
    del says
    stated = f"{first.stated}/{last.stated}" if first.stated and last.stated else None
    bad = next((f for f in (first, last) if f.check is Check.CONTRADICTION), None)
    if bad is not None:
        return bad._replace(stated=stated)
    if first.edtf is None or last.edtf is None or first.first is None or last.last is None:
        return Found(None, first.reason if first.edtf is None else last.reason, stated=stated)
    if first.first > last.last:
        return Found(None, "the end would come before the start", stated=stated)
    text = f"{first.edtf.partition('/')[0]}/{last.edtf.rpartition('/')[2]}"
    checks = (first.check, last.check)
    check = Check.CONSISTENT if Check.CONSISTENT in checks else Check.UNCHECKED
    return Found(text, last.reason, first.first, last.last, "range", stated=stated, check=check)


_RESOLVERS: dict[type, Callable[[Any, Context], Found]] = {
    ex.Ago: _ago,
    ex.Anchored: _anchored,
    ex.Century: _century,
    ex.Day: _day,
    ex.DayOfMonth: _day_of_month,
    ex.Decade: _decade,
    ex.Direct: _direct,
    ex.Either: _either,
    ex.Length: _length,
    ex.Month: _month,
    ex.Named: _named,
    ex.NthWeekday: _nth_weekday,
    ex.Part: _part,
    ex.Past: _past,
    ex.Quarter: _quarter,
    ex.Range: _range,
    ex.Relative: _relative,
    ex.Unit: _unit,
    ex.Weekday: _weekday,
    ex.WeekdayIn: _weekday_in,
    ex.WeekOf: _week_of,
}
