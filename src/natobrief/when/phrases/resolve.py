"""From what a phrase says to its date: the part that needs the day of writing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from natobrief.when.mention import Check
from natobrief.when.phrases import expressions as ex
from natobrief.when.phrases.context import Context, no_reference, unknown
from natobrief.when.phrases.days import next_weekday, nth_weekday, previous_weekday
from natobrief.when.phrases.distances import (
    moved,
    resolve_ago,
    resolve_anchored,
    resolve_length,
    resolve_past,
    resolve_relative,
    resolve_unit,
)
from natobrief.when.phrases.in_calendar import (
    resolve_century,
    resolve_day,
    resolve_day_of_month,
    resolve_decade,
    resolve_direct,
    resolve_either,
    resolve_month,
    resolve_named,
    resolve_part,
)
from natobrief.when.phrases.quarters import resolve_quarter
from natobrief.when.phrases.tense import Tense
from natobrief.when.phrases.units import Found, found_day, found_unit, unit_at
from natobrief.when.phrases.weekdays import resolve_weekday

__all__ = ["join", "resolve"]


def resolve(says: ex.Expr, context: Context) -> Found:
    """Return the date that a phrase means, as far as it can be known."""
    return _RESOLVERS[type(says)](says, context)


def _nth_weekday(says: ex.NthWeekday, context: Context) -> Found:
    month = resolve(says.month, context)
    if month.first is None:
        return month._replace(stated=None, weekday=says.weekday)
    day = nth_weekday(month.first.year, month.first.month, says.weekday, says.nth)
    if day is None:
        return unknown("that month has no such day", None, says.weekday)
    return found_day(day, f"counted within {month.edtf}", None)._replace(weekday=says.weekday)


def _weekday_in(says: ex.WeekdayIn, context: Context) -> Found:
    base = resolve(says.base, context)
    if base.first is None:
        return base._replace(stated=None)
    day, reason = moved(base.first, says.amount, says.unit), f"counted from {base.edtf}"
    if base.unit == "day":
        return found_day(day, reason, None)
    if _SIZES.get(says.unit, 0) < _SIZES.get(base.unit, 9):
        return unknown(f"{base.edtf} is too wide to count a {says.unit} from")
    return found_unit(base.unit, unit_at(base.unit, day)[0], reason)


_UNITS = ("day", "week", "month", "quarter", "year", "decade", "century")
_SIZES = {unit: size for size, unit in enumerate(_UNITS)}


def _opening(says: ex.Opening, context: Context) -> Found:
    base = resolve(says.base, context)
    if base.first is None or base.last is None:
        return base._replace(stated=None)
    first, last, one = base.first, base.last, dt.timedelta(1)
    if says.amount > 0:
        last = moved(first, says.amount, says.unit) - one
    else:
        first = moved(last + one, says.amount, says.unit)
    if first < base.first or last > base.last:
        return unknown(f"{base.edtf} is not so long")
    text = f"{first.isoformat()}/{last.isoformat()}"
    return Found(text, f"counted within {base.edtf}", first, last, "range")


def _week_of(says: ex.WeekOf, context: Context) -> Found:
    if says.base is None:
        year = says.year or (context.day.year if context.day else None)
        if year is None or says.number is None:
            return no_reference()
        try:
            first = dt.date.fromisocalendar(year, says.number, 1)
        except ValueError:
            return unknown(f"{year} has no week {says.number}")
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


def _range(says: ex.Range, context: Context) -> Found:
    first, last = resolve(says.first, context), resolve(says.last, context)
    if context.assistant and last.unit not in ("day", "") and last.first is not None:
        # "from August to October" ends, for an assistant, as October begins
        last = found_day(last.first - dt.timedelta(1), last.reason, last.stated)
    if isinstance(says.first, ex.Weekday) and isinstance(says.last, ex.Weekday):
        first, last = _one_after_another(first, last, context)
    elif _are_days_of_any_year(first, last):
        first, last = _in_one_run(first, last, context)
    return join(first, last)


def _one_after_another(first: Found, last: Found, context: Context) -> tuple[Found, Found]:
    """Move one of two weekdays that were resolved apart, so that they make one stretch."""
    if first.first is None or last.first is None or first.first <= last.first:
        return first, last
    if context.tense() is Tense.PAST:
        day = previous_weekday(last.first, first.first.isoweekday())
        return found_day(day, last.reason, None)._replace(weekday=first.weekday), last
    day = next_weekday(first.first, last.first.isoweekday())
    return first, found_day(day, f"counted from {first.edtf}", None)._replace(weekday=last.weekday)


_ANY_YEAR = re.compile(r"XXXX-\d\d-\d\d")


def _are_days_of_any_year(first: Found, last: Found) -> bool:
    return all(_ANY_YEAR.fullmatch(one.stated or "") for one in (first, last))


def _in_one_run(first: Found, last: Found, context: Context) -> tuple[Found, Found]:
    """Move one of two days without a year, so that the later is the next one after the first."""
    if first.first is None or last.first is None or first.first <= last.first:
        return first, last
    moves_back = context.tense() is Tense.PAST
    kept, moved_one = (last.first, first.first) if moves_back else (first.first, last.first)
    for year in (kept.year, kept.year - 1 if moves_back else kept.year + 1):
        try:
            day = moved_one.replace(year=year)
        except ValueError:  # the 29th of February
            continue
        if moves_back and day <= kept:
            return found_day(day, last.reason, first.stated), last
        if not moves_back and day >= kept:
            return first, found_day(day, first.reason, last.stated)
    return first, last


def join(first: Found, last: Found) -> Found:
    """Return the stretch from one date to another."""
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
    ex.Ago: resolve_ago,
    ex.Anchored: resolve_anchored,
    ex.Century: resolve_century,
    ex.Day: resolve_day,
    ex.DayOfMonth: resolve_day_of_month,
    ex.Decade: resolve_decade,
    ex.Direct: resolve_direct,
    ex.Either: resolve_either,
    ex.Length: resolve_length,
    ex.Month: resolve_month,
    ex.Named: resolve_named,
    ex.NthWeekday: _nth_weekday,
    ex.Part: resolve_part,
    ex.Opening: _opening,
    ex.Past: resolve_past,
    ex.Quarter: resolve_quarter,
    ex.Range: _range,
    ex.Relative: resolve_relative,
    ex.Unit: resolve_unit,
    ex.Weekday: resolve_weekday,
    ex.WeekdayIn: _weekday_in,
    ex.WeekOf: _week_of,
}
