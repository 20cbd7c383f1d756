"""From the words of a match to what they say: one function per kind of date."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from natobrief.when.phrases.days import make_day
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
from natobrief.when.phrases.grammar import Groups, Pieces
from natobrief.when.phrases.words import DECADES, MONTHS, SEASONS, WEEKDAYS, number_of, unit_of

__all__ = [
    "amount_in",
    "just",
    "month_in",
    "number_in",
    "read_bare_month",
    "read_century",
    "read_day",
    "read_days_in_month",
    "read_decade",
    "read_half",
    "read_iso",
    "read_iso_time",
    "read_month_only",
    "read_named",
    "read_numeric",
    "read_numeric_days",
    "read_quarter",
    "read_quarter_of_year",
    "read_quarters",
    "read_range_in_month",
    "read_season",
    "read_short_day",
    "read_weekday_number",
    "read_year_only",
    "read_year_words",
    "read_years",
    "shift_in",
    "weekday_in",
    "which_of",
    "year_in",
    "year_of_words",
]

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


def just(says: Expr) -> Callable[[Groups], Expr]:
    """Return a reader of words that always say the same."""

    def read(_: Groups) -> Expr:
        return says

    return read


def month_in(name: str | None) -> int:
    """Return the number of a month by its name or abbreviation."""
    return MONTHS[(name or "").lower().rstrip(".")]


def weekday_in(name: str | None) -> int | None:
    """Return the ISO number of a weekday by its name or abbreviation."""
    return None if name is None else WEEKDAYS[name.lower().rstrip(".")]


def number_in(text: str | None) -> int | None:
    """Return the number that is written in digits or words."""
    return None if text is None else number_of(text)


def year_in(g: Groups) -> int | None:
    """Return the year of a match, in digits or words."""
    text = g.get("year") or g.get("before")
    if text is None and g.get("words") is not None:
        return year_of_words(g["words"] or "")
    return None if text is None else int(text)


def shift_in(g: Groups) -> int | None:
    """Return how far "last year", "this year" or "next year" is away."""
    text = g.get("shift") or g.get("ago")
    return None if text is None else _SHIFTS.get(text.lower().split()[-1])


def read_day(g: Groups, month: str = "month", day: str = "day") -> Day | None:
    """Read a day of a month, even one that no such month has."""
    number, month_number = number_in(g[day]), month_in(g[month])
    # "31 April 2022" is a slip to report: passing over it would leave "April 2022" to be found
    if number is None or number > 31:
        return None
    weekday = weekday_in(g.get("weekday") or g.get("behind"))
    short = None if g.get("short") is None else int(g["short"] or 0)
    return Day(month_number, number, year_in(g), weekday, shift_in(g), short)


def read_short_day(g: Groups) -> Day | None:
    """Read a day with a year of two digits: "14 Jan 19", "14-Jan-19"."""
    short = g["short"] or g["short2"] or g["short3"]
    return read_day({**g, "month": g["month"] or g["month2"], "short": short})


def read_days_in_month(g: Groups) -> Pieces | None:
    """Read "January 10, 12 and 13": rising numbers are days, others belong to something else."""
    names = [name for name in ("one", "two", "three", "four") if g[name] is not None]
    days = [read_day(g, day=f"day_{name}") for name in names]
    found = [(name, day) for name, day in zip(names, days, strict=True) if day is not None]
    if not found:
        return None
    weekday = weekday_in(g.get("weekday"))
    rising = all(a.day < b.day for (_, a), (_, b) in pairwise(found))
    if not rising:
        # only the number that touches the month is surely a day
        found = found[:1] if g.get("leading") is not None else found[-1:]
    plain = [(name, day._replace(weekday=None)) for name, day in found]
    if plain[0][0] == "one":
        plain[0] = ("one", plain[0][1]._replace(weekday=weekday))
    return Pieces(tuple(plain))


def read_numeric_days(g: Groups) -> Range | None:
    """Read "15.-17.2.2022"."""
    year, month = int(g["year"] or 0), int(g["month"] or 0)
    first = make_day(year, int(g["month2"] or month), int(g["first"] or 0))
    last = make_day(year, month, int(g["last"] or 0))
    if first is None or last is None or first >= last:
        return None
    return Range(Direct(first.isoformat()), Direct(last.isoformat()))


def read_range_in_month(g: Groups) -> Range | Pieces | None:
    """Read "10 to 13" of a month as a stretch, and "10 and 13" as two days."""
    first, last = read_day(g, day="first"), read_day(g, day="last")
    if first is None or last is None or first.day >= last.day:
        return None
    first = first._replace(weekday=weekday_in(g.get("weekday")))
    last = last._replace(weekday=weekday_in(g.get("weekday2")))
    if (g.get("and") or "") and not (g.get("between") or ""):
        return Pieces((("one", first), ("two", last)))
    return Range(first, last)


def read_iso(g: Groups) -> Direct | None:
    """Read a date of year, month and day in digits."""
    if g["month"] is None:
        return None
    year, month, day = int(g["year"] or 0), int(g["month"]), int(g["day"] or 0)
    found = make_day(year, month, day)
    return None if found is None else Direct(found.isoformat(), weekday_in(g.get("weekday")))


def read_iso_time(g: Groups) -> Direct | None:
    """Read a date and time of ISO 8601."""
    if read_iso(g) is None:
        return None
    return Direct(f"{g['year']}-{g['month']}-{g['day']}T{g['clock']}{g['zone'] or ''}")


def read_numeric(g: Groups) -> Direct | Either | None:
    """Read a date of three numbers with its year at the end."""
    year, one, two = int(g["year"] or 0), int(g["one"] or 0), int(g["two"] or 0)
    if len(g["year"] or "") == 2:
        year += 2000 if year < 50 else 1900
    month_first, day_first = make_day(year, one, two), make_day(year, two, one)
    if g["sep"] != g["sep2"]:
        return None
    if g["sep"] == ".":
        month_first = None  # full stops are written between day and month
    if month_first is None or day_first is None or month_first == day_first:
        found = month_first or day_first
        return None if found is None else Direct(found.isoformat())
    return Either((month_first.isoformat(), day_first.isoformat()))


def read_month_only(g: Groups) -> Month:
    """Read a month, perhaps with its year."""
    return Month(month_in(g["month"]), year_in(g), which_of(g.get("which")), shift_in(g))


def read_bare_month(g: Groups) -> Month:
    """Read a month that stands alone."""
    return Month(month_in(g["month"] or g["month2"]))


def read_year_only(g: Groups) -> Direct:
    """Read a year in digits."""
    return Direct(f"{int(g['year'] or g.get('led') or 0):04}")


def read_year_words(g: Groups) -> Direct:
    """Read a year in words."""
    return Direct(f"{year_of_words(g['words'] or ''):04}")


def year_of_words(text: str) -> int:
    """Return the year that is written in words: "nineteen ninety-seven"."""
    words = text.lower().replace("-", " ")
    if words.startswith("two thousand"):
        rest = words.removeprefix("two thousand").removeprefix(" and")
        return 2000 + (number_of(rest) or 0)
    first, _, rest = words.partition(" ")
    return 100 * (number_of(first) or 0) + (number_of(rest) or 0)


def read_years(g: Groups) -> Range | None:
    """Read "2014-2018" and "2021/22"."""
    first, last = g["first"] or "", g["last"] or ""
    last = first[: 4 - len(last)] + last
    return Range(Direct(first), Direct(last)) if first < last else None


def read_decade(g: Groups) -> Decade | Century:
    """Read "the 1990s" and "the nineties"; "the 1800s" are a century."""
    if g.get("full") is not None:
        start = int(g["full"] or 0)
        return Century(start // 100 + 1) if start % 100 == 0 and start < 2000 else Decade(start)
    if g.get("short") is not None:
        return Decade(int(g["short"] or 0), of_century=True)
    return Decade(DECADES[(g["word"] or "").lower()], of_century=True)


def read_century(g: Groups) -> Century | None:
    """Read "the 20th century"."""
    number = number_in(g["nth"])
    return Century(number) if number is not None and 1 <= number <= 99 else None


def read_quarter(g: Groups) -> Quarter | None:
    """Read a quarter by its number."""
    number = number_in(g["nth"])
    if number is None or not 1 <= number <= 4:
        return None
    return Quarter(number, year_in(g), which_of(g.get("which")), shift_in(g))


def read_quarter_of_year(g: Groups) -> Quarter | None:
    """Read "the 2022 third quarter"; "the 2022 period" points at the quarter spoken of."""
    if g["nth"] is None:
        return Quarter(None, year_in(g), "in-year")
    return read_quarter(g)


def read_half(g: Groups) -> Part | None:
    """Read a half of a year."""
    word = (g["nth"] or g.get("nth2") or "").lower()
    number = {"first": 40, "1": 40, "second": 41, "2": 41, "last": 41, "latter": 41}.get(word)
    return (
        None if number is None else Part(number, year_in(g), "", 0 if g.get("own") else shift_in(g))
    )


def read_season(g: Groups) -> Part:
    """Read a season."""
    number = SEASONS[(g["season"] or "").lower()]
    return Part(number, year_in(g), which_of(g.get("which")), shift_in(g))


def read_quarters(g: Groups) -> Expr | None:
    """Read "the first two quarters" as a half, and three of them as a stretch."""
    count = number_in(g["count"])
    if count not in (2, 3):
        return None
    if count == 2:
        return Part(40, year_in(g), "", shift_in(g))
    return Quarter(1, year_in(g), "", shift_in(g), 3)


def read_named(g: Groups) -> Named:
    """Read a day with a name."""
    name = " ".join((g["name"] or "").lower().replace("’", "'").split())
    name = name.removeprefix("4th").join(("fourth", "")) if name.startswith("4th") else name
    return Named(name, year_in(g), which_of(g.get("which")), shift_in(g))


def read_weekday_number(g: Groups) -> DayOfMonth | None:
    """Read "Monday the 24th"."""
    day = number_in(g["day"])
    return None if day is None or day > 31 else DayOfMonth(day, weekday_in(g["weekday"]))


def amount_in(g: Groups, sign: int) -> tuple[int, str] | None:
    """Return the number of units that a match names, with a sign; None where it is vague."""
    number, unit = number_of(g["n"] or ""), unit_of(g["unit"] or "")
    if number is None:
        return None
    if unit == "fortnight":
        return sign * 2 * number, "week"
    return sign * number, unit
