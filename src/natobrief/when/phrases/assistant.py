"""The rules that only serve phrases typed to an assistant, where a number is likely a date."""

from __future__ import annotations

from natobrief.when.phrases.days import make_day
from natobrief.when.phrases.expressions import (
    Ago,
    Day,
    DayOfMonth,
    Direct,
    Expr,
    Past,
    Relative,
)
from natobrief.when.phrases.fragments import (
    COUNT,
    END,
    MONTH,
    NOT_DECIMAL,
    ON_DAY,
    SP,
    YEAR,
)
from natobrief.when.phrases.grammar import Groups, Rule
from natobrief.when.phrases.readers import just, month_in, weekday_in, year_in
from natobrief.when.phrases.words import number_of, unit_of

__all__ = ["RULES"]


def _two_numbers(g: Groups) -> Day | None:
    """Read month first; day first where that is the only way."""
    one, two = int(g["one"] or 0), int(g["two"] or 0)
    for month, day in ((one, two), (two, one)):
        if make_day(2000, month, day) is not None:
            return Day(month, day, year_in(g), weekday_in(g["weekday"]))
    return None


def _three_numbers(g: Groups) -> Direct | None:
    short = int(g["short"] or 0)
    year = short + (2000 if short < 40 else 1900)
    one, two = int(g["one"] or 0), int(g["two"] or 0)
    day = make_day(year, one, two) or make_day(year, two, one)
    return None if day is None else Direct(day.isoformat())


def _spelt_month(g: Groups) -> Day | None:
    day, year = int(g["day"] or g["day2"] or 0), year_in(g)
    month = month_in(g["month"] or g["month2"])
    return Day(month, day, year) if make_day(year or 2000, month, day) else None


def _bare_day(g: Groups) -> DayOfMonth | None:
    day = number_of(g["day"] or "")
    return None if day is None or day > 31 else DayOfMonth(day)


def _counted(g: Groups) -> Expr | None:
    number = number_of(g["n"] or "")
    back = (g["which"] or "").lower() in ("last", "past", "previous")
    return (
        None
        if number is None
        else Past(number, unit_of(g["unit"] or ""), "past" if back else "next")
    )


def _in_hours(g: Groups) -> Ago | None:
    number = number_of(g["n"] or g["n2"] or "")
    return None if number is None else Ago(number, unit_of(g["unit"] or g["unit2"] or ""))


_UNIT = "(?P<unit>days?|weeks?|months?|quarters?|years?)"
_NUMBER = "[0-3]?[0-9]"

RULES: tuple[Rule, ...] = (
    Rule(
        "two-numbers",
        "absolute",
        "22/04",
        ("digit", "weekday"),
        rf"{ON_DAY}{NOT_DECIMAL}(?P<one>{_NUMBER})[/](?P<two>{_NUMBER})"
        rf"(?:,{SP}(?P<year>{YEAR}))?(?![\w/%]|[.,:-][0-9])",
        _two_numbers,
        True,
    ),
    Rule(
        "three-numbers",
        "absolute",
        "03/18/40",
        ("digit",),
        rf"{NOT_DECIMAL}(?P<one>{_NUMBER})[/-](?P<two>{_NUMBER})[/-](?P<short>[0-9]{{2}})(?![\w/.-])",
        _three_numbers,
        True,
    ),
    Rule(
        "spelt-month",
        "absolute",
        "2019-aug-1",
        ("digit", "month"),
        rf"(?:{NOT_DECIMAL}(?P<before>{YEAR})[/-](?P<month>{MONTH})[/-](?P<day>{_NUMBER})"
        rf"|(?P<month2>{MONTH})[/-](?P<day2>{_NUMBER})(?:[/-](?P<year>{YEAR}))?)(?![\w%])",
        _spelt_month,
        True,
    ),
    Rule(
        "bare-day",
        "relative",
        "the 18th",
        ("article", "digit"),
        rf"(?:the{SP})?{NOT_DECIMAL}(?P<day>[0-9]{{1,2}}(?:st|nd|rd|th)){END}"
        rf"(?!{SP}(?:of|century|week|day|month|quarter|floor|street|{MONTH}))",
        _bare_day,
        True,
    ),
    Rule(
        "now",
        "relative",
        "right now",
        ("now", "which"),
        rf"(?:right{SP}now|now|at{SP}(?:present|this{SP}time)|current{SP}date){END}",
        just(Relative(0)),
        True,
    ),
    Rule(
        "counted-units",
        "relative",
        "2 next days",
        ("digit", "count"),
        rf"{NOT_DECIMAL}(?P<n>{COUNT}){SP}(?P<which>last|past|previous|next|upcoming|coming){SP}"
        rf"{_UNIT}{END}",
        _counted,
        True,
    ),
    Rule(
        "in-hours",
        "relative",
        "in 5 minutes",
        ("preposition", "digit", "count"),
        rf"(?:in{SP}(?P<n>{COUNT}){SP}(?P<unit>seconds?|minutes?|hours?){END}"
        rf"|{NOT_DECIMAL}(?P<n2>{COUNT}){SP}(?P<unit2>seconds?|minutes?|hours?){SP}from{SP}now{END})",
        _in_hours,
        True,
    ),
)
