"""What a phrase says, before anyone asks for its date.

The rules turn words into these plain tuples, and resolving turns them into dates. ``year`` is the
year as stated; ``shift`` is a year stated in relation to the reference's ("of last year" is -1).
``which`` is the small word before a unit: ``this``, ``last``, ``next``, or a word that points at
the date mentioned last: ``following``, ``preceding``, ``same``.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

__all__ = [
    "Ago",
    "Anchored",
    "Century",
    "Day",
    "DayOfMonth",
    "Decade",
    "Direct",
    "Either",
    "Expr",
    "Length",
    "Month",
    "Named",
    "NthWeekday",
    "Opening",
    "Part",
    "Past",
    "Quarter",
    "Range",
    "Relative",
    "Simple",
    "Unit",
    "WeekOf",
    "Weekday",
    "WeekdayIn",
]


class Day(NamedTuple):
    """A day of a month: "7 January", "Friday, Jan. 7, 2022".

    ``short`` is a year of two digits: "7 Jan. '22".
    """

    month: int
    day: int
    year: int | None = None
    weekday: int | None = None
    shift: int | None = None
    short: int | None = None


class DayOfMonth(NamedTuple):
    """A day without its month: "Monday 24", "on the 24th", "the 15th of next month"."""

    day: int
    weekday: int | None = None
    months: int | None = None


class Direct(NamedTuple):
    """A date that stands in the text as EDTF or nearly so: "2022-01-07"."""

    text: str
    weekday: int | None = None


class Either(NamedTuple):
    """A number that is a date in two ways: "3/4/2022". The month-first reading comes first."""

    texts: tuple[str, str]


class Month(NamedTuple):
    """A month: "January 2022", "last March"."""

    month: int
    year: int | None = None
    which: str = ""
    shift: int | None = None


class Part(NamedTuple):
    """A fixed part of a year or a season: EDTF's number for it."""

    number: int
    year: int | None = None
    which: str = ""
    shift: int | None = None


class Quarter(NamedTuple):
    """A quarter, by its number, or by pointing: ``latest``, ``same``, ``year-ago``."""

    number: int | None
    year: int | None = None
    which: str = ""
    shift: int | None = None
    quarters: int = 1


class Decade(NamedTuple):
    """Ten years; ``of_century`` where only "the nineties" is said."""

    start: int
    of_century: bool = False


class Century(NamedTuple):
    """A century by its number."""

    number: int


class Unit(NamedTuple):
    """A unit of the calendar around, before or after the reference: "last week", "this year"."""

    unit: str
    which: str


class Relative(NamedTuple):
    """A day by its distance: yesterday is -1; perhaps with its weekday: "today, Friday"."""

    days: int
    weekday: int | None = None


class Weekday(NamedTuple):
    """A weekday: "Friday", "next Tuesday"; ``week`` moves by weeks ("Tuesday of last week")."""

    weekday: int
    which: str = ""
    week: int | None = None


class NthWeekday(NamedTuple):
    """A weekday counted within a month: "the first Monday of March"."""

    nth: int
    weekday: int
    month: Month | Unit


class Ago(NamedTuple):
    """So many units before (negative) or after the reference: "two weeks ago".

    ``within`` marks "in three days", which is a length of time where the clause looks back.
    """

    amount: int
    unit: str
    within: bool = False


class Anchored(NamedTuple):
    """So many units before or after the date mentioned last: "a day later"."""

    amount: int
    unit: str


class Past(NamedTuple):
    """A stretch up to the reference (``past``) or from it (``next``): "the past two weeks"."""

    amount: int
    unit: str
    direction: str


class Opening(NamedTuple):
    """So many units at the start of a longer one, or at its end: "the first two months of 2022"."""

    amount: int
    unit: str
    base: Month | Unit | Direct


class Length(NamedTuple):
    """A length of time as an ISO 8601 duration, and the number and unit that it names."""

    duration: str
    amount: int = 0
    unit: str = ""


class Named(NamedTuple):
    """A day with a name: "Christmas", "last Easter"."""

    name: str
    year: int | None = None
    which: str = ""
    shift: int | None = None


class WeekOf(NamedTuple):
    """A week: by number, by a day in it, or counted within a month (``nth``, -1 is the last)."""

    number: int | None = None
    year: int | None = None
    base: Day | Month | Unit | None = None
    nth: int | None = None


Simple: TypeAlias = (
    Day | DayOfMonth | Direct | Either | Month | Part | Quarter | Decade | Century | Unit | Relative
    | Weekday | NthWeekday | Ago | Anchored | Past | Opening | Length | Named | WeekOf
)  # fmt: skip
"""What stands for itself, as against what is made of several dates."""


class WeekdayIn(NamedTuple):
    """A weekday some units away from another day: "a week from Tuesday", "a day after Easter"."""

    amount: int
    unit: str
    base: Simple


class Range(NamedTuple):
    """From one date to another, both included."""

    first: Simple
    last: Simple


Expr: TypeAlias = Simple | WeekdayIn | Range
