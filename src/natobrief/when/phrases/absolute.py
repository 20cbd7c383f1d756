"""The rules for dates that name their month, year, quarter, decade or century."""

from __future__ import annotations

from natobrief.when.phrases.expressions import (
    Century,
    Day,
    DayOfMonth,
    Decade,
    Direct,
    Either,
    Expr,
    Month,
    Named,
    Part,
    Quarter,
    Range,
)
from natobrief.when.phrases.days import NAMED_DAYS, make_day
from natobrief.when.phrases.fragments import (
    ARTICLE,
    DAY_NUMBER,
    DAY_WORD,
    END,
    FROM_YEAR,
    FULL_MONTH,
    MOD,
    MONTH,
    NOT_DECIMAL,
    OF_YEAR,
    ON_DAY,
    ORDINAL,
    SP,
    WEEKDAY,
    YEAR,
    YEAR_WORDS,
)
from natobrief.when.phrases.grammar import Groups, Piece, Rule
from natobrief.when.phrases.words import (
    DECADES,
    MONTHS,
    SEASONS,
    WEEKDAYS,
    number_of,
    small,
)

__all__ = ["RULES", "named_pattern", "which_of"]

_SHIFTS = {"last": -1, "this": 0, "next": 1}


def which_of(word: str | None) -> str:
    """Level the small words before a unit: ``this``, ``last``, ``next`` or a pointing word."""
    word = " ".join((word or "").lower().split())
    levels = {
        "past": "past", "this past": "last", "coming": "next", "this coming": "next",
        "upcoming": "next", "current": "this", "previous": "preceding", "that": "same",
        "that same": "same", "the same": "same",
    }  # fmt: skip
    return levels.get(word, word)


def _month(name: str | None) -> int:
    return MONTHS[(name or "").lower().rstrip(".")]


def _weekday(name: str | None) -> int | None:
    return None if name is None else WEEKDAYS[name.lower().rstrip(".")]


def _number(text: str | None) -> int | None:
    return None if text is None else number_of(text)


def _year(g: Groups) -> int | None:
    text = g.get("year") or g.get("before")
    return None if text is None else int(text)


def _shift(g: Groups) -> int | None:
    text = g.get("shift") or g.get("ago")
    return None if text is None else _SHIFTS.get(text.lower().split()[-1])


def _day(g: Groups, month: str = "month", day: str = "day") -> Day | None:
    number, month_number = _number(g[day]), _month(g[month])
    year = _year(g)
    # 2000 has every day that any year has
    if number is None or make_day(year or 2000, month_number, number) is None:
        return None
    weekday = _weekday(g.get("weekday") or g.get("behind"))
    return Day(month_number, number, year, weekday, _shift(g))


def _range_in_month(g: Groups) -> Range | tuple[Piece, ...] | None:
    first, last = _day(g, day="first"), _day(g, day="last")
    if first is None or last is None or first.day >= last.day:
        return None
    first = first._replace(weekday=_weekday(g.get("weekday")))
    last = last._replace(weekday=_weekday(g.get("weekday2")))
    if (g.get("and") or "") and not (g.get("between") or ""):
        return (Piece("one", first), Piece("two", last))
    return Range(first, last)


def _iso(g: Groups) -> Direct | None:
    if g["month"] is None:
        return None
    year, month, day = int(g["year"] or 0), int(g["month"]), int(g["day"] or 0)
    found = make_day(year, month, day)
    return None if found is None else Direct(found.isoformat(), _weekday(g.get("weekday")))


def _iso_time(g: Groups) -> Direct | None:
    if _iso(g) is None:
        return None
    return Direct(f"{g['year']}-{g['month']}-{g['day']}T{g['clock']}{g['zone'] or ''}")


def _numeric(g: Groups) -> Direct | Either | None:
    year, one, two = int(g["year"] or 0), int(g["one"] or 0), int(g["two"] or 0)
    if len(g["year"] or "") == 2:
        year += 2000 if year < 50 else 1900
    month_first, day_first = make_day(year, one, two), make_day(year, two, one)
    if g["sep"] == ".":
        month_first = None  # full stops are written between day and month
    if month_first is None or day_first is None or month_first == day_first:
        found = month_first or day_first
        return None if found is None else Direct(found.isoformat())
    return Either((month_first.isoformat(), day_first.isoformat()))


def _month_only(g: Groups) -> Month:
    return Month(_month(g["month"]), _year(g), which_of(g.get("which")), _shift(g))


def _year_only(g: Groups) -> Direct:
    return Direct(f"{int(g['year'] or 0):04}")


def _year_words(g: Groups) -> Direct | None:
    words = (g["words"] or "").lower().replace("-", " ")
    if words.startswith("two thousand"):
        number = 2000 + (number_of(words.removeprefix("two thousand").removeprefix(" and")) or 0)
    else:
        first, _, rest = words.partition(" ")
        number = 100 * (number_of(first) or 0) + (number_of(rest) or 0)
    return Direct(f"{number:04}")


def _years(g: Groups) -> Range | None:
    first, last = g["first"] or "", g["last"] or ""
    last = first[: 4 - len(last)] + last
    return Range(Direct(first), Direct(last)) if first < last else None


def _decade(g: Groups) -> Decade:
    if g.get("full") is not None:
        return Decade(int(g["full"] or 0))
    if g.get("short") is not None:
        return Decade(int(g["short"] or 0), of_century=True)
    return Decade(DECADES[(g["word"] or "").lower()], of_century=True)


def _century(g: Groups) -> Century | None:
    number = _number(g["nth"])
    return Century(number) if number is not None and 1 <= number <= 99 else None


def _quarter(g: Groups) -> Quarter | None:
    number = _number(g["nth"])
    if number is None or not 1 <= number <= 4:
        return None
    return Quarter(number, _year(g), which_of(g.get("which")), _shift(g))


def _half(g: Groups) -> Part | None:
    word = (g["nth"] or "").lower()
    number = {"first": 40, "1": 40, "second": 41, "2": 41, "last": 41, "latter": 41}.get(word)
    return None if number is None else Part(number, _year(g), "", 0 if g.get("own") else _shift(g))


def _season(g: Groups) -> Part:
    number = SEASONS[(g["season"] or "").lower()]
    return Part(number, _year(g), which_of(g.get("which")), _shift(g))


def _quarters(g: Groups) -> Expr | None:
    count = _number(g["count"])
    if count not in (2, 3):
        return None
    if count == 2:
        return Part(40, _year(g), "", _shift(g))
    return Quarter(1, _year(g), "", _shift(g), 3)


def _named(g: Groups) -> Named:
    name = " ".join((g["name"] or "").lower().replace("’", "'").split())
    name = name.removeprefix("4th").join(("fourth", "")) if name.startswith("4th") else name
    return Named(name, _year(g), which_of(g.get("which")), _shift(g))


def _weekday_number(g: Groups) -> DayOfMonth | None:
    day = _number(g["day"])
    return None if day is None or day > 31 else DayOfMonth(day, _weekday(g["weekday"]))


def named_pattern() -> str:
    """Return the names of all named days as one pattern."""
    names = sorted((*NAMED_DAYS, "4th of july"), key=lambda name: (-len(name), name))
    return "|".join(_named_word(name) for name in names)


def _named_word(name: str) -> str:
    words = [w if w == "of" else w[:1].upper() + w[1:] for w in name.split()]
    return SP.join(words).replace(".", r"\.?").replace("'", "['’]")


_BEHIND = rf"(?:{SP}\((?P<behind>{WEEKDAY})\))?"
_TO = rf"(?:{SP}?[-–—]{SP}?|{SP}(?:to|through|until|till|thru){SP}(?:the{SP})?)"
_PAIR = rf"(?:(?P<to>{_TO})|(?P<and>{SP}(?:and|or|&){SP}(?:the{SP})?))"
_FROM = rf"(?:(?:[Ff]rom|(?P<between>[Bb]etween)){SP}(?:the{SP})?)?"
_WD2 = rf"(?:(?P<weekday2>{WEEKDAY}),?{SP})?"
_ISO_DAY = r"(?P<year>[0-9]{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12][0-9]|3[01])"
_CAPITAL_NEXT = rf"(?!{SP}[A-Z][a-z])"
# A bare month is a date only where a preposition or an adjective leads to it.
_LED = "".join(f"(?<!{word} )" for word in ())
_IN = r"(?<=\b[Ii]n |\b[Bb]y |\b[Oo]f |\b[Tt]o )|(?<=ince |ntil |from |From |uring |efore |fter |ough |last |late |arly |next )"
_VERBS = "(?:May|March|August|April|June)"
_NAME_NEXT = (
    rf"(?!{SP}(?:Agreement|Accords?|Island|Carol|Rising|Tree|Parade|Massacre|Story|Truce))"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "iso-time", "absolute", "2022-01-07T13:30+01:00", ("digit",),
        rf"{NOT_DECIMAL}{_ISO_DAY}[T ](?P<clock>[0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?)"
        rf"(?P<zone>Z|[+-][0-2][0-9]:[0-5][0-9])(?![0-9:])",
        _iso_time,
    ),
    Rule(
        "iso-day", "absolute", "2022-01-07", ("digit", "weekday"),
        rf"(?:(?P<weekday>{WEEKDAY}),?{SP})?{NOT_DECIMAL}{_ISO_DAY}(?![\w-])",
        _iso,
    ),
    Rule(
        "slashed-iso-day", "absolute", "2022/01/07", ("digit",),
        rf"{NOT_DECIMAL}(?P<year>(?:19|20)[0-9]{{2}})/(?P<month>0?[1-9]|1[0-2])"
        rf"/(?P<day>0?[1-9]|[12][0-9]|3[01])(?![\w/-])",
        _iso,
    ),
    Rule(
        "numeric-day", "absolute", "13/1/2022", ("digit",),
        rf"{NOT_DECIMAL}(?P<one>[0-3]?[0-9])(?P<sep>[/.-])(?P<two>[0-3]?[0-9])(?P=sep)"
        rf"(?P<year>(?:19|20)[0-9]{{2}})(?![\w/-]|[.,][0-9])",
        _numeric,
    ),
    Rule(
        "days-in-month", "range", "from January 10 to 13", ("month", "weekday", "preposition"),
        rf"{_FROM}(?P<one>(?:(?P<weekday>{WEEKDAY}),?{SP})?(?P<month>{MONTH}){SP}(?:the{SP})?"
        rf"(?P<first>{DAY_NUMBER})){_PAIR}(?P<two>{_WD2}(?P<last>{DAY_NUMBER})"
        rf"(?!{SP}(?:percent|{MONTH})){OF_YEAR})",
        _range_in_month,
    ),
    Rule(
        "days-of-month", "range", "10-13 January", ("digit", "weekday", "preposition"),
        rf"{_FROM}(?P<one>(?:(?P<weekday>{WEEKDAY}),?{SP}(?:the{SP})?)?{NOT_DECIMAL}"
        rf"(?P<first>{DAY_NUMBER})){_PAIR}(?P<two>{_WD2}(?:the{SP})?(?P<last>{DAY_NUMBER})"
        rf"{SP}(?:of{SP})?(?P<month>{MONTH}){OF_YEAR})",
        _range_in_month,
    ),
    Rule(
        "month-day", "absolute", "Friday, Jan. 7, 2022", ("month", "weekday"),
        rf"{ON_DAY}(?P<month>{MONTH}){SP}(?:the{SP})?(?P<day>{DAY_NUMBER}|{DAY_WORD}{END})"
        rf"(?!{SP}(?:percent|years|people)){OF_YEAR}{_BEHIND}",
        _day,
    ),
    Rule(
        "day-month", "absolute", "7 January 2022", ("digit", "weekday", "article"),
        rf"(?:{ON_DAY}|{ARTICLE}){NOT_DECIMAL}(?P<day>{DAY_NUMBER[:-11]})(?!%)"
        rf"(?:{SP}(?:of{SP})?|-|/)(?P<month>{MONTH})(?:[-/](?P<before>{YEAR})|{OF_YEAR}){_BEHIND}",
        _day,
    ),
    Rule(
        "ordinal-of-month", "absolute", "the first of January", ("article", "ordinal", "weekday"),
        rf"(?:{ON_DAY}|{ARTICLE})(?P<day>{DAY_WORD}){SP}(?:day{SP})?of{SP}(?P<month>{MONTH}){OF_YEAR}",
        _day,
    ),
    Rule(
        "month-year", "absolute", "January 2022", ("month", "side", "article"),
        rf"{MOD}(?P<month>{MONTH}),?(?:{SP}(?:of{SP})?|-)(?P<year>{YEAR})",
        _month_only,
    ),
    Rule(
        "month-of-year", "absolute", "January of last year", ("month", "side", "article", "which"),
        rf"{MOD}{FROM_YEAR}(?P<month>{FULL_MONTH})(?:,?{SP}(?:of{SP})?"
        rf"(?P<shift>this|last|next){SP}year{END})",
        _month_only,
    ),
    Rule(
        "year-month", "absolute", "last year's January", ("which",),
        rf"(?P<ago>[Tt]his|[Ll]ast|[Nn]ext){SP}year['’]s{SP}(?P<month>{FULL_MONTH})",
        _month_only,
    ),
    Rule(
        "which-month", "absolute", "last March", ("which", "side", "article"),
        rf"{MOD}{ARTICLE}(?P<which>[Tt]his past|[Tt]his coming|[Tt]his|[Ll]ast|[Nn]ext|[Pp]ast"
        rf"|[Ff]ollowing|[Pp]revious){SP}(?P<month>{FULL_MONTH})(?!{SP}[0-9])",
        _month_only,
    ),
    Rule(
        "side-month", "absolute", "mid-March", ("side", "article"),
        MOD.removesuffix("?") + rf"(?P<month>{FULL_MONTH}){_CAPITAL_NEXT}",
        _month_only,
    ),
    Rule(
        "month", "absolute", "in January", ("month",),
        rf"(?:(?!{_VERBS})(?P<month>{FULL_MONTH})(?!{SP}[A-Z][a-z]+{SP}(?:said|says|told))"
        rf"|(?:{_IN})(?P<month2>{_VERBS}){END}{_CAPITAL_NEXT})(?!['’]s{SP}[A-Z])",
        lambda g: Month(_month(g["month"] or g["month2"])),
    ),
)
