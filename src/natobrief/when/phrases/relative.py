"""The rules for dates that count from the day of writing, and for lengths of time."""

from __future__ import annotations

from natobrief.when.phrases.expressions import (
    Ago,
    DayOfMonth,
    Direct,
    Expr,
    Length,
    Month,
    Opening,
    Past,
    Quarter,
    Relative,
    Unit,
    Weekday,
    WeekdayIn,
)
from natobrief.when.phrases.fragments import (
    ARTICLE,
    COUNT,
    END,
    FULL_DAY,
    HEADS,
    MOD,
    MONTH,
    NOT_DECIMAL,
    NUMBER,
    PART_OF_DAY,
    SP,
    WHICH,
    YEAR,
    ZONE,
)
from natobrief.when.phrases.grammar import Groups, Rule
from natobrief.when.phrases.readers import (
    amount_in,
    just,
    month_in,
    read_year_only,
    weekday_in,
    which_of,
    year_in,
)
from natobrief.when.phrases.words import number_of, unit_of

__all__ = ["RULES"]

_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def _relative(g: Groups) -> Relative:
    words = " ".join((g["day"] or "").lower().split())
    if words.startswith("the day"):
        return Relative(-2 if words.endswith("yesterday") else 2)
    if words.startswith(("this", "later", "earlier")):
        return Relative(0)
    if words == "last night":
        return Relative(-1)
    return Relative(_DAYS[words])


def _unit(g: Groups) -> Unit | Quarter:
    unit, which = unit_of(g["unit"] or ""), which_of(g.get("which"))
    if unit == "quarter" and which in ("latest", "same"):
        return Quarter(None, which=which)
    return Unit(unit, {"past": "last", "": "this", "latest": "last"}.get(which, which))


def _beyond(g: Groups) -> Ago:
    return Ago(-2 if (g["beyond"] or "").startswith("before") else 2, unit_of(g["unit"] or ""))


def _ago(g: Groups) -> Expr | None:
    found = amount_in(g, -1)
    return None if found is None else Ago(*found)


_HALVES = {"year": (6, "month"), "decade": (5, "year"), "century": (50, "year")}


def _half_ago(g: Groups) -> Ago:
    amount, unit = _HALVES[g["unit"] or ""]
    return Ago(-amount, unit)


def _hence(g: Groups) -> Expr | None:
    found = amount_in(g, 1)
    return None if found is None else Ago(*found)


def _opening(g: Groups) -> Opening | None:
    found = amount_in(g, -1 if (g["side2"] or "").lower() == "last" else 1)
    if found is None:
        return None
    base: Month | Unit | Direct
    if g["month"] is not None:
        base = Month(month_in(g["month"]), year_in(g))
    elif g["alone"] is not None:
        base = Direct(g["alone"])
    else:
        which = which_of(g["which"])
        base = Unit(unit_of(g["base"] or ""), "this" if which == "the" else which)
    return Opening(*found, base)


def _in_units(g: Groups) -> Expr | None:
    found = amount_in(g, 1)
    return None if found is None else Ago(*found, within=True)


def _stretch(g: Groups) -> Expr | None:
    found = amount_in(g, 1)
    if found is None:
        return None
    back = (g["which"] or "").lower() in ("last", "past", "previous", "preceding")
    return Past(*found, "past" if back else "next")


def _past_unit(g: Groups) -> Past:
    return Past(1, unit_of(g["unit"] or ""), "past")


def _year_end(g: Groups) -> Unit | Direct:
    return Unit("year", "this") if g["year"] is None else read_year_only(g)


def _length(g: Groups) -> Length | None:
    number, unit = number_of(g["n"] or ""), unit_of(g["unit"] or "")
    if number is None:
        return None
    scale = {"fortnight": 14, "decade": 10, "century": 100, "quarter": 3, "weekend": 2}
    letter = {
        "second": "S", "minute": "M", "hour": "H", "week": "W", "month": "M", "quarter": "M",
        "year": "Y", "decade": "Y", "century": "Y",
    }.get(unit, "D")  # fmt: skip
    clock = "T" if unit in ("second", "minute", "hour") else ""
    duration = f"P{clock}{number * scale.get(unit, 1)}{letter}"
    return Length(
        duration,
        number * (2 if unit == "fortnight" else 1),
        "week" if unit == "fortnight" else unit,
    )


def _day_of_month(g: Groups) -> DayOfMonth | None:
    day = number_of(g["day"] or "")
    if day is None or day > 31:
        return None
    months = {"last": -1, "next": 1, "this": 0, "the": 0, None: None}[g.get("which")]
    return DayOfMonth(day, months=months)


def _weekday_away(g: Groups) -> WeekdayIn | None:
    found = amount_in(g, -1 if (g["side2"] or "") == "before" else 1)
    if found is None:
        return None
    if g.get("day") is not None:
        return WeekdayIn(*found, Relative(_DAYS[(g["day"] or "").lower()]))
    weekday = weekday_in(g["weekday"])
    which = "coming" if (g["side2"] or "") == "from" else ""
    return None if weekday is None else WeekdayIn(*found, Weekday(weekday, which))


_UNIT = "days?|weeks?|fortnights?|months?|quarters?|years?|decades?|centur(?:y|ies)|weekends?"
_LONG = f"(?P<unit>{_UNIT}){END}"
_ANY = f"(?P<unit>seconds?|minutes?|hours?|nights?|{_UNIT}){END}"
_ONE = f"(?P<unit>week|month|quarter|year|decade|century|weekend|fortnight){END}(?!-)"
_PARTS = "morning|afternoon|evening|night"
_NOT_OF = rf"(?!{SP}(?:of|in){SP}(?:[0-9]|(?-i:[A-Z])|the))"

RULES: tuple[Rule, ...] = (
    Rule(
        "day-beyond",
        "relative",
        "the day before yesterday",
        ("article",),
        rf"(?P<day>[Tt]he{SP}day{SP}(?:before{SP}yesterday|after{SP}tomorrow)){END}{PART_OF_DAY}",
        _relative,
    ),
    Rule(
        "part-of-this-day",
        "relative",
        "this morning",
        ("which", "side"),
        rf"(?P<day>(?:[Ll]ater{SP}|[Ee]arl(?:y|ier){SP})?[Tt]his{SP}(?:{_PARTS})|[Ll]ast{SP}night"
        rf"|[Ll]ater{SP}today|[Ee]arlier{SP}today){END}",
        _relative,
    ),
    Rule(
        "weekday-away",
        "relative",
        "a week from Tuesday",
        ("count", "digit"),
        rf"{NOT_DECIMAL}(?P<n>{COUNT}){SP}{_LONG}{SP}(?P<side2>from|after|before){SP}"
        rf"(?:(?P<day>today|yesterday|tomorrow)|(?P<weekday>{FULL_DAY})){END}",
        _weekday_away,
    ),
    Rule(
        "day",
        "relative",
        "yesterday",
        ("day",),
        rf"(?P<day>{HEADS['day']}){END}(?!{SP}?['’]s{SP}(?:[Ww]orld|[Mm]arket))"
        rf"(?<!(?-i:[A-Z])[a-z] (?-i:T)oday)(?<!(?-i:[A-Z][A-Z] T)oday)(?<!(?-i:[a-z] T)oday)"
        rf"{PART_OF_DAY}",
        _relative,
    ),
    Rule(
        "first-units",
        "relative",
        "the first two months of this year",
        ("article", "ordinal", "which"),
        rf"{ARTICLE}(?P<side2>[Ff]irst|[Ll]ast){SP}(?P<n>{COUNT}){SP}(?P<unit>days|weeks|months){SP}"
        rf"of{SP}(?:(?P<month>{MONTH})(?:,?{SP}(?P<year>{YEAR}))?|(?P<alone>{YEAR})"
        rf"|(?P<which>this|last|next|the){SP}(?P<base>year|month|quarter){END})",
        _opening,
    ),
    Rule(
        "unit-beyond",
        "relative",
        "the week after next",
        ("article",),
        rf"[Tt]he{SP}(?P<unit>week|month|year|weekend){SP}(?P<beyond>after{SP}next|before{SP}last){END}",
        _beyond,
    ),
    Rule(
        "half-ago",
        "relative",
        "half a year ago",
        ("count",),
        rf"[Hh]alf{SP}an?{SP}(?P<unit>year|decade|century){SP}ago{END}",
        _half_ago,
    ),
    Rule(
        "ago",
        "relative",
        "two weeks ago",
        ("count", "digit"),
        rf"{NOT_DECIMAL}(?<!\b[Hh]alf )(?P<n>{COUNT}){SP}{_ANY}"
        rf"(?:{SP}or{SP}(?:so|more))?{SP}ago{END}",
        _ago,
    ),
    Rule(
        "in-units",
        "relative",
        "in three days",
        ("preposition",),
        rf"[Ii]n{SP}(?:about{SP}|another{SP})?(?P<n>{COUNT}){SP}{_LONG}['’]?(?:{SP}time)?"
        rf"(?!{SP}of{END}|-)",
        _in_units,
    ),
    Rule(
        "from-now",
        "relative",
        "two weeks from now",
        ("count", "digit"),
        rf"{NOT_DECIMAL}(?P<n>{COUNT}){SP}{_LONG}{SP}(?:from{SP}now|hence){END}",
        _hence,
    ),
    Rule(
        "stretch",
        "relative",
        "the past two weeks",
        ("which", "article"),
        rf"{ARTICLE}(?P<which>[Ll]ast|[Pp]ast|[Nn]ext|[Cc]oming|[Pp]revious|[Pp]receding"
        rf"|[Ff]ollowing){SP}(?P<n>{COUNT}){SP}{_LONG}(?!-|{SP}of{END})",
        _stretch,
    ),
    Rule(
        "past-unit",
        "relative",
        "the past decade",
        ("article",),
        rf"[Tt]he{SP}(?P<n>(?P<which>past)){SP}{_ONE}",
        _past_unit,
    ),
    Rule(
        "unit",
        "relative",
        "last month",
        ("which", "side", "article"),
        rf"{MOD}(?:[Tt]he{SP})?{WHICH}{SP}{_ONE}{_NOT_OF}",
        _unit,
    ),
    Rule(
        "whole-unit",
        "relative",
        "the end of the month",
        ("article", "side"),
        rf"{MOD.removesuffix('?')}[Tt]he{SP}{_ONE}(?!{SP}(?:of|ended|from|to){END})",
        _unit,
    ),
    Rule(
        "fiscal-year",
        "relative",
        "the current fiscal year",
        ("article",),
        rf"[Tt]he{SP}(?:(?:full|current|latest|entire){SP})?(?:full|fiscal){SP}(?P<unit>year){END}"
        rf"(?!{SP}(?:ended|of|[0-9]))",
        _unit,
    ),
    Rule(
        "for-the-year",
        "relative",
        "for the year",
        ("article",),
        rf"(?<=\b[Ff]or )[Tt]he{SP}(?P<unit>year|month){END}"
        rf"(?!{SP}(?:of|ended|to|from|[0-9]|[a-z]+ing){END})",
        _unit,
    ),
    Rule(
        "weekend",
        "relative",
        "the weekend",
        ("article",),
        rf"[Tt]he{SP}(?P<unit>weekend){END}(?!{SP}of{END})",
        just(Unit("weekend", "near")),
    ),
    Rule(
        "year-end",
        "relative",
        "year-end",
        ("quarter", "article"),
        rf"{ARTICLE}(?P<unit>[Yy]ear)['’]?s?[- ]end{END}(?:{SP}(?P<year>{YEAR}))?",
        _year_end,
    ),
    Rule(
        "day-of-month",
        "relative",
        "the 24th of this month",
        ("preposition", "article"),
        rf"(?:[Oo]n{SP})?[Tt]he{SP}(?P<day>[0-9]{{1,2}}(?:st|nd|rd|th)){SP}(?:day{SP})?of{SP}"
        rf"(?P<which>this|last|next|the){SP}month{END}",
        _day_of_month,
    ),
    Rule(
        "on-the-day",
        "relative",
        "on the 24th.",
        ("article",),
        rf"(?<=\b[Oo]n )[Tt]he{SP}(?P<day>[0-9]{{1,2}}(?:st|nd|rd|th))(?=[.,;)]|$)",
        _day_of_month,
    ),
    Rule(
        "length",
        "duration",
        "for two weeks",
        ("count", "digit"),
        rf"{NOT_DECIMAL}(?P<n>{NUMBER})(?:-|{SP}){_ANY}(?!-old|{SP}old|{SP}(?-i:{ZONE}){END})",
        _length,
    ),
)
