"""The rules for weekdays and weeks."""

from __future__ import annotations

from natobrief.when.phrases.expressions import (
    Month,
    NthWeekday,
    Unit,
    Weekday,
    WeekdayIn,
    WeekOf,
)
from natobrief.when.phrases.fragments import (
    ARTICLE,
    DAY_NUMBER,
    END,
    FULL_DAY,
    MONTH,
    OF_YEAR,
    ON_DAY,
    ORDINAL,
    PART_OF_DAY,
    SP,
    WEEKDAY,
    WHICH,
)
from natobrief.when.phrases.grammar import Groups, Rule
from natobrief.when.phrases.readers import (
    month_in,
    read_day,
    shift_in,
    weekday_in,
    which_of,
    year_in,
)
from natobrief.when.phrases.words import number_of

__all__ = ["RULES"]

_WEEKS = {"this": 0, "last": -1, "next": 1}


def _weekday(g: Groups) -> Weekday | None:
    weekday = weekday_in(g["weekday"])
    if weekday is None:
        return None
    week = g.get("week")
    return Weekday(
        weekday, which_of(g.get("which")), None if week is None else _WEEKS[week.lower()]
    )


def _week_after(g: Groups) -> WeekdayIn | None:
    weeks, weekday = number_of(g.get("n") or "a"), weekday_in(g["weekday"])
    if weeks is None or weekday is None:
        return None
    return WeekdayIn(weeks, "week", Weekday(weekday, "coming"))


def _weekday_next(g: Groups) -> Weekday | None:
    weekday = weekday_in(g["weekday"])
    return None if weekday is None else Weekday(weekday, "coming")


def _nth_weekday(g: Groups) -> NthWeekday | None:
    nth, weekday = number_of(g["nth"] or ""), weekday_in(g["weekday"])
    nth = -1 if (g["nth"] or "").lower() == "last" else nth
    if nth is None or weekday is None or nth > 5:
        return None
    return NthWeekday(nth, weekday, _month_or_unit(g))


def _month_or_unit(g: Groups) -> Month | Unit:
    if g["month"] is None:
        return Unit("month", which_of(g["which"]) or "this")
    return Month(month_in(g["month"]), year_in(g), "", shift_in(g))


def _week_of_month(g: Groups) -> WeekOf | None:
    nth = -1 if (g["nth"] or "").lower() == "last" else number_of(g["nth"] or "")
    return None if nth is None or nth > 5 else WeekOf(base=_month_or_unit(g), nth=nth)


def _week_of_day(g: Groups) -> WeekOf | None:
    day = read_day(g)
    return None if day is None else WeekOf(base=day)


def _week_number(g: Groups) -> WeekOf | None:
    number = int(g["number"] or 0)
    return WeekOf(number, year_in(g)) if 1 <= number <= 53 else None


_SUNDAY = rf"(?!{SP}(?:Times|Telegraph|Mail|Express|Mirror|Herald|Star|Post|Night{SP}Live))"

RULES: tuple[Rule, ...] = (
    Rule(
        "nth-weekday",
        "weekday",
        "the first Monday of March",
        ("article", "ordinal", "which", "digit"),
        rf"{ARTICLE}(?P<nth>{ORDINAL}|[Ll]ast){SP}(?P<weekday>{FULL_DAY}){SP}(?:of|in){SP}"
        rf"(?:(?P<month>{MONTH}){OF_YEAR}|(?P<which>this|last|next|the){SP}month{END})",
        _nth_weekday,
    ),
    Rule(
        "week-of-month",
        "week",
        "the first week of July",
        ("article", "ordinal", "which", "digit"),
        rf"{ARTICLE}(?P<nth>{ORDINAL}|[Ll]ast){SP}week{SP}(?:of|in){SP}"
        rf"(?:(?P<month>{MONTH}){OF_YEAR}|(?P<which>this|last|next|the){SP}month{END})",
        _week_of_month,
    ),
    Rule(
        "week-of-day",
        "week",
        "the week of January 10",
        ("article", "week"),
        rf"{ARTICLE}[Ww]eek{SP}(?:of|beginning|starting|commencing)(?:{SP}on)?{SP}"
        rf"{ON_DAY}(?P<month>{MONTH}){SP}(?P<day>{DAY_NUMBER}){OF_YEAR}",
        _week_of_day,
    ),
    Rule(
        "week-number",
        "week",
        "week 12 of 2022",
        ("week",),
        rf"[Ww]eek{SP}(?P<number>[0-9]{{1,2}}){END}{OF_YEAR}",
        _week_number,
    ),
    Rule(
        "weekday-of-week",
        "weekday",
        "Tuesday of last week",
        ("weekday",),
        rf"(?P<weekday>{FULL_DAY}){PART_OF_DAY}{SP}(?:of{SP})?(?P<week>this|last|next){SP}week{END}",
        _weekday,
    ),
    Rule(
        "week-weekday",
        "weekday",
        "next week on Tuesday",
        ("which",),
        rf"(?P<week>[Tt]his|[Ll]ast|[Nn]ext){SP}week,?{SP}(?:on{SP})?(?P<weekday>{WEEKDAY})",
        _weekday,
    ),
    Rule(
        "which-weekday",
        "weekday",
        "next Wednesday",
        ("which", "article"),
        rf"{ARTICLE}{WHICH}{SP}(?P<weekday>{FULL_DAY}){_SUNDAY}{PART_OF_DAY}",
        _weekday,
    ),
    Rule(
        "weekday-week",
        "weekday",
        "Friday week",
        ("weekday",),
        rf"(?P<weekday>{FULL_DAY}){SP}week{END}(?!-|['’])",
        _week_after,
    ),
    Rule(
        "week-on-weekday",
        "weekday",
        "a week on Friday",
        ("count", "digit"),
        rf"(?P<n>[Aa]|[Oo]ne|1|[Tt]wo|2){SP}weeks?{SP}on{SP}(?P<weekday>{FULL_DAY})(?!['’]s)",
        _week_after,
    ),
    Rule(
        "weekday-next",
        "weekday",
        "Tuesday next",
        ("weekday",),
        rf"(?P<weekday>{FULL_DAY}){SP}(?P<which>next)"
        rf"(?=[.,;:)!?]|\s*$|{SP}(?:at|in|and|when|for|with|by){END})",
        _weekday_next,
    ),
    Rule(
        "weekday",
        "weekday",
        "on Monday",
        ("weekday",),
        rf"(?<!\bGood )(?<!\bBlack )(?<!\bBloody )(?P<weekday>{FULL_DAY}){_SUNDAY}{PART_OF_DAY}",
        _weekday,
    ),
)
