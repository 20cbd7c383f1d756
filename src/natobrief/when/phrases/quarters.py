"""Quarters of a year, by number or as the one that the text speaks of."""

from __future__ import annotations

import datetime as dt

from natobrief.when.phrases import expressions as ex
from natobrief.when.phrases.context import Context, in_year, no_reference
from natobrief.when.phrases.days import add_months
from natobrief.when.phrases.tense import Tense
from natobrief.when.phrases.units import Found, found_unit, unit_at

__all__ = ["pointed_quarter", "resolve_quarter"]


def resolve_quarter(says: ex.Quarter, context: Context) -> Found:
    """Resolve a quarter; without a year, the latest that has begun or begins within a month."""
    today = context.day
    year = in_year(says.year, says.shift, context)
    if says.number is None or says.which == "year-ago":
        return pointed_quarter(says, context)
    stated = f"{says.year or 'XXXX'}-{32 + says.number}"
    if year is None and today is None:
        return no_reference(stated)
    if year is not None:
        found = found_unit(
            "quarter", dt.date(year, 3 * says.number - 2, 1), "the text gives the year", stated
        )
    elif today is None:
        return no_reference(stated)
    else:
        first = dt.date(today.year, 3 * says.number - 2, 1)
        if says.which == "next" and first <= today:
            first = first.replace(year=first.year + 1)
        elif says.which != "next" and first > today and context.tense() is not Tense.FUTURE:
            ahead = (first - today).days
            if ahead > 31 or says.which == "last":
                first = first.replace(year=first.year - 1)
        found = found_unit("quarter", first, f"the one around {today}", stated)
    if says.quarters > 1 and found.first is not None:
        last = add_months(found.first, 3 * says.quarters) - dt.timedelta(1)
        text = f"{found.first.isoformat()[:7]}/{last.isoformat()[:7]}"
        return found._replace(edtf=text, last=last, unit="range")
    return found


def pointed_quarter(says: ex.Quarter, context: Context) -> Found:
    """Resolve "the quarter" and "the year-ago quarter", from the quarter named last."""
    base = context.quarter
    if says.which == "year-ago" and says.number is not None:
        own = resolve_quarter(says._replace(which=""), context)
        base = own if own.first is not None else None
    if says.which == "in-year" and says.year is not None:
        if base is None or base.first is None:
            return (
                no_reference()
                if context.day is None
                else found_unit("year", dt.date(says.year, 1, 1), "the text gives the year")
            )
        first = base.first.replace(year=says.year)
        return found_unit("quarter", first, "the quarter that the text speaks of")
    if base is None or base.first is None:
        if context.day is None or says.which == "same":
            return no_reference()
        ended = add_months(unit_at("quarter", context.day)[0], -3)
        base = found_unit("quarter", ended, "the last quarter that was over")
    assert base.first is not None  # noqa: S101 - a quarter has its days
    if says.which == "year-ago":
        first = add_months(base.first, -12)
        return found_unit("quarter", first, f"a year before {base.edtf}")
    return found_unit("quarter", base.first, "the quarter that the text speaks of")
