"""Days, months and other parts of the calendar, as dates."""

from __future__ import annotations

import datetime as dt
from calendar import month_name

from natobrief.when.phrases import expressions as ex
from natobrief.when.phrases.context import (
    DAY_NAMES,
    NEAR,
    Context,
    checked,
    contradiction,
    cost,
    in_year,
    likeliest,
    looks,
    no_reference,
    unknown,
)
from natobrief.when.phrases.days import NAMED_DAYS, add_months, make_day
from natobrief.when.phrases.tense import Tense
from natobrief.when.phrases.units import Found, found_day, found_unit

__all__ = [
    "resolve_century",
    "resolve_day",
    "resolve_day_of_month",
    "resolve_decade",
    "resolve_direct",
    "resolve_either",
    "resolve_month",
    "resolve_named",
    "resolve_part",
]


def resolve_day(says: ex.Day, context: Context) -> Found:
    """Resolve a day of a month."""
    if make_day(2000, says.month, says.day) is None:  # 2000 has every day that any year has
        return unknown(f"no such day: no {month_name[says.month]} has a day {says.day}")
    if says.short is not None:
        return _short_year(says, says.short, context)
    year = says.year
    if year is None and says.shift is not None and context.day is not None:
        year = context.day.year + says.shift
    if year is not None:
        stated = f"{says.year:04}-{says.month:02}-{says.day:02}" if says.year else None
        day = make_day(year, says.month, says.day)
        if day is None:
            reason = f"no such day: {year} is no leap year"
            return unknown(reason, f"XXXX-{says.month:02}-{says.day:02}")
        reason = (
            "the text states the year" if says.year else "the text counts the year from its own"
        )
        return checked(day, reason, stated, says.weekday)
    stated = f"XXXX-{says.month:02}-{says.day:02}"
    if context.day is None or says.shift is not None:
        return no_reference(stated, says.weekday)
    return _nearest_year(says, context.day, context, stated)


_SHORT_BACK, _SHORT_AHEAD = 30, 10  # years around that of writing that two digits surely mean


def _short_year(says: ex.Day, short: int, context: Context) -> Found:
    """Resolve a year of two digits where only one such year is near; else name the candidates."""
    stated = f"XXXX-{says.month:02}-{says.day:02}"
    own = 2000 if context.day is None else context.day.year
    made = (make_day(own // 100 * 100 + n + short, says.month, says.day) for n in (0, -100, 100))
    days = sorted((d for d in made if d is not None), key=lambda day: abs(day.year - own))
    if not days:
        return unknown("no such day: no such year is a leap year", stated)
    if context.day is not None and -_SHORT_BACK <= days[0].year - own <= _SHORT_AHEAD:
        reason = f"the year '{short:02} nearest to {context.day}"
        return checked(days[0], reason, stated, says.weekday)
    reason = f"the year '{short:02} may be of either century"
    candidates = tuple(day.isoformat() for day in days[:2])
    return Found(None, reason, stated=stated, weekday=says.weekday, candidates=candidates)


def _nearest_year(says: ex.Day, today: dt.date, context: Context, stated: str) -> Found:
    years = [today.year, today.year - 1, today.year + 1]
    made = [make_day(year, says.month, says.day) for year in years]
    days = [day for day in made if day is not None]
    if not days:  # 29 February
        return _leap_day(says, today, stated)
    if says.weekday is not None:
        near = [d for d in days if _is_near(d, today, context.tense())]
        fitting = [day for day in near if day.isoweekday() == says.weekday]
        nearest = min(near or days, key=lambda day: abs((day - today).days))
        if fitting and not any(_is_slip(fitting[0], day, today, context) for day in near):
            reason = f"the {DAY_NAMES[says.weekday]} nearest to {today}"
            return checked(fitting[0], reason, stated, says.weekday)
        fitting = [day for day in days if day.isoweekday() == says.weekday]
        return contradiction(nearest, says.weekday, stated, tuple(fitting))
    day, reason = likeliest(days, today, context)
    return found_day(day, f"{looks(context.tense())} {reason}", stated)


_FAR = 240  # days from which a writer would name the year beside a day
_MONTH = 31  # days that the day of writing may be off for a slip to be told
_SLACK = 60  # days that a date may lie on the wrong side of the tense


def _is_near(day: dt.date, today: dt.date, tense: Tense, slack: int = _SLACK) -> bool:
    """Say whether a date without a year can be meant: within a year, and not against the tense."""
    apart = (day - today).days
    if tense is Tense.PAST:
        return -NEAR <= apart <= slack
    return (-slack if tense is Tense.FUTURE else -NEAR) <= apart <= NEAR


def _is_slip(fitting: dt.date, near: dt.date, today: dt.date, context: Context) -> bool:
    """Say whether a wrong weekday is likelier than a day of another year, left without its year."""
    leeway = context.leeway
    if leeway > _MONTH or not _is_near(near, today, context.tense(), slack=7 + leeway):
        return False
    is_near = abs((near - today).days) <= _SLACK + leeway
    return is_near and abs((fitting - today).days) > _FAR - leeway


def _leap_day(says: ex.Day, today: dt.date, stated: str) -> Found:
    made = (make_day(today.year + n, 2, 29) for n in range(-8, 9))
    days = sorted((d for d in made if d is not None), key=lambda d: abs((d - today).days))
    if says.weekday is not None:
        days = [day for day in days if day.isoweekday() == says.weekday]
    reason = f"no year next to {today.year} has a 29 February"
    candidates = tuple(day.isoformat() for day in days[:2])
    return Found(None, reason, stated=stated, weekday=says.weekday, candidates=candidates)


def resolve_day_of_month(says: ex.DayOfMonth, context: Context) -> Found:
    """Resolve a day whose month is not named: the nearest that fits."""
    today = context.day
    stated = f"XXXX-XX-{says.day:02}"
    if today is None:
        return no_reference(stated, says.weekday)
    if says.months is not None:
        month = add_months(today.replace(day=1), says.months)
        day = make_day(month.year, month.month, says.day)
        if day is None:
            return unknown("that month has no such day", stated)
        return checked(day, f"counted from {today}", stated, says.weekday)
    months = [add_months(today.replace(day=1), n) for n in (0, -1, 1, -2, 2)]
    made = [make_day(m.year, m.month, says.day) for m in months]
    days = [day for day in made if day is not None]
    if says.weekday is not None:
        fitting = [day for day in days if day.isoweekday() == says.weekday]
        if not fitting:
            nearest = min(days, key=lambda day: abs((day - today).days))
            return contradiction(nearest, says.weekday, stated)
        days = fitting
    day, reason = likeliest(days, today, context)
    return checked(day, reason, stated, says.weekday)


def resolve_direct(says: ex.Direct, context: Context) -> Found:
    """Resolve what the text states in full."""
    del context
    text = says.text
    day = dt.date.fromisoformat(text[:10]) if len(text) >= 10 else None
    reason = "the text states it"
    if day is None:
        return found_unit("year", dt.date(int(text), 1, 1), reason, stated=text)
    if len(text) > 10:
        return Found(text, reason, day, day, "day", stated=text)
    return checked(day, reason, text, says.weekday)


def resolve_either(says: ex.Either, context: Context) -> Found:
    """Leave open what can be read in two ways."""
    if context.assistant:
        day = dt.date.fromisoformat(says.texts[0])
        return found_day(day, "numbers are read month first", None)
    reason = "day and month can be read either way round"
    return Found(None, reason, candidates=says.texts)


def resolve_month(says: ex.Month, context: Context) -> Found:
    """Resolve a month."""
    year, today = in_year(says.year, says.shift, context), context.day
    stated = f"{says.year:04}-{says.month:02}" if says.year else f"XXXX-{says.month:02}"
    if year is not None:
        return found_unit("month", dt.date(year, says.month, 1), "the text gives the year", stated)
    if today is None or says.shift is not None:
        return no_reference(stated)
    first = _which_month(says, today, context)
    if first is None:
        return unknown("no date was mentioned before that it could follow", stated)
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


def resolve_part(says: ex.Part, context: Context) -> Found:
    """Resolve a season or a half of a year."""
    year, today = in_year(says.year, says.shift, context), context.day
    stated = f"{says.year:04}-{says.number}" if says.year else f"XXXX-{says.number}"
    if year is None and (today is None or says.shift is not None):
        return no_reference(stated)
    if year is not None or today is None:
        return found_unit(
            "part", dt.date(year or 1, 1, 1), "the text gives the year", stated, says.number
        )
    options = [
        found_unit("part", dt.date(y, 1, 1), f"counted from {today}", stated, says.number)
        for y in (today.year - 2, today.year - 1, today.year, today.year + 1)
    ]
    if says.which in ("last", "past"):
        options = [option for option in options if option.last is not None and option.last < today]
        return options[-1]
    if says.which == "next":
        return next(o for o in options if o.first is not None and o.first > today)
    return options[2]


def resolve_decade(says: ex.Decade, context: Context) -> Found:
    """Resolve a decade; one without its century is the latest that has begun."""
    start = says.start
    if says.of_century:
        century = 1900 if context.day is None else context.day.year // 100 * 100
        start += century
        if context.day is not None and start > context.day.year:
            start -= 100
        elif context.day is None and says.start < 30:
            start += 100
    return found_unit("decade", dt.date(max(start, 1), 1, 1), "ten years of one number")


def resolve_century(says: ex.Century, context: Context) -> Found:
    """Resolve a century: the 20th is 1900 to 1999, as EDTF counts."""
    del context
    first = dt.date(max((says.number - 1) * 100, 1), 1, 1)
    return found_unit("century", first, "a hundred years of one number")


def resolve_named(says: ex.Named, context: Context) -> Found:
    """Resolve a day with a name, by its rule."""
    name = NAMED_DAYS[says.name]
    year = in_year(says.year, says.shift, context)
    if year is not None:
        day = name.of(year)
        return unknown(name.rule) if day is None else found_day(day, name.rule, None)
    today = context.day
    if today is None or says.shift is not None:
        return unknown(f"{name.rule}; the year isn't known")
    made = (name.of(today.year + n) for n in (-1, 0, 1))
    days = [day for day in made if day is not None]
    if says.which in ("last", "past"):
        day = max(d for d in days if d < today)
    elif says.which == "next":
        day = min(d for d in days if d > today)
    elif says.which == "this":
        day = days[1]
    else:
        day = min(days, key=lambda day: cost(day, today, context))
    return found_day(day, name.rule, None)
