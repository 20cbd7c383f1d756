"""Calendar arithmetic under the phrases, against plain counting and published dates."""

from __future__ import annotations

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natobrief.when import When
from natobrief.when.phrases.days import (
    NAMED_DAYS,
    add_months,
    easter,
    make_day,
    nearest_weekday,
    next_weekday,
    nth_weekday,
    orthodox_easter,
    previous_weekday,
)
from natobrief.when.phrases.units import found_unit, unit_at

_days = st.dates(dt.date(1000, 1, 1), dt.date(9000, 12, 31))
_weekdays = st.integers(1, 7)


def _easter_by_tables(year: int) -> dt.date:
    """Count from the church's full moon: the first Sunday after it, by epact and golden number."""
    century = year // 100 + 1
    sun, moon = 3 * century // 4 - 12, (8 * century + 5) // 25 - 5
    golden = year % 19 + 1
    epact = (11 * golden + 20 + moon - sun) % 30
    if epact == 24 or (epact == 25 and golden > 11):
        epact += 1
    full = 44 - epact if 44 - epact >= 21 else 74 - epact
    moon_day = dt.date(year, 3, 1) + dt.timedelta(full - 1)
    return moon_day + dt.timedelta(7 - moon_day.isoweekday() % 7)


def test_easter_is_what_the_tables_give() -> None:
    for year in range(1583, 4100):
        assert easter(year) == _easter_by_tables(year), year


@pytest.mark.parametrize(
    "day", ["2020-04-19", "2021-05-02", "2022-04-24", "2023-04-16", "2024-05-05", "2025-04-20"]
)
def test_orthodox_easter_is_as_published(day: str) -> None:
    date = dt.date.fromisoformat(day)
    assert orthodox_easter(date.year) == date


@pytest.mark.parametrize("name", NAMED_DAYS)
def test_a_named_day_is_a_day_of_its_year_with_a_rule(name: str) -> None:
    named = NAMED_DAYS[name]
    assert named.rule
    for year in range(1990, 2040):
        day = named.of(year)
        assert day is not None
        assert day.year == year


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("thanksgiving", "2021-11-25"),
        ("black friday", "2021-11-26"),
        ("memorial day", "2022-05-30"),
        ("labor day", "2022-09-05"),
        ("ash wednesday", "2022-03-02"),
        ("good friday", "2022-04-15"),
        ("easter monday", "2022-04-18"),
        ("ascension day", "2022-05-26"),
        ("pentecost", "2022-06-05"),
        ("martin luther king day", "2022-01-17"),
    ],
)
def test_movable_days(name: str, day: str) -> None:
    date = dt.date.fromisoformat(day)
    assert NAMED_DAYS[name].of(date.year) == date


@given(_days, _weekdays)
def test_weekdays_around_a_day(day: dt.date, weekday: int) -> None:
    after = [day + dt.timedelta(n) for n in range(1, 8)]
    assert next_weekday(day, weekday) == next(d for d in after if d.isoweekday() == weekday)
    before = [day - dt.timedelta(n) for n in range(1, 8)]
    assert previous_weekday(day, weekday) == next(d for d in before if d.isoweekday() == weekday)
    near = [day + dt.timedelta(n) for n in range(-3, 4)]
    assert nearest_weekday(day, weekday) == next(d for d in near if d.isoweekday() == weekday)


@given(st.integers(1990, 2040), st.integers(1, 12), _weekdays)
def test_weekdays_of_a_month(year: int, month: int, weekday: int) -> None:
    days = [dt.date(year, month, n) for n in range(1, calendar.monthrange(year, month)[1] + 1)]
    right = [day for day in days if day.isoweekday() == weekday]
    for nth in range(1, 6):
        expected = right[nth - 1] if nth <= len(right) else None
        assert nth_weekday(year, month, weekday, nth) == expected
    assert nth_weekday(year, month, weekday, -1) == right[-1]


@given(_days, st.integers(-400, 400))
def test_months_count_through_years(day: dt.date, months: int) -> None:
    moved = add_months(day, months)
    assert moved.year * 12 + moved.month == day.year * 12 + day.month + months
    last = calendar.monthrange(moved.year, moved.month)[1]
    assert moved.day == min(day.day, last)


@pytest.mark.parametrize(
    "parts", [(2022, 2, 30), (2022, 13, 1), (2022, 0, 1), (2022, 1, 0), (0, 1, 1), (9999, 1, 1)]
)
def test_a_day_that_is_none(parts: tuple[int, int, int]) -> None:
    assert make_day(*parts) is None


_UNITS = ("day", "week", "weekend", "month", "quarter", "year", "decade", "century")


@given(st.sampled_from(_UNITS), _days)
def test_the_text_of_a_unit_has_its_days(unit: str, day: dt.date) -> None:
    first, last = unit_at(unit, day)
    if unit != "weekend":
        assert first <= day <= last
    text = found_unit(unit, day, "because").edtf
    assert text is not None
    when = When.parse(text)
    assert (when.first_day, when.last_day) == (first, last)


@given(st.sampled_from([21, 22, 23, 24, 40, 41]), st.integers(1000, 9000))
def test_the_text_of_a_part_of_the_year_has_its_days(part: int, year: int) -> None:
    found = found_unit("part", dt.date(year, 1, 1), "because", part=part)
    assert found.edtf is not None
    when = When.parse(found.edtf)
    assert (when.first_day, when.last_day) == (found.first, found.last)


@pytest.mark.parametrize(
    ("unit", "day", "first", "last"),
    [
        ("decade", dt.date(5, 6, 7), "0001-01-01", "0009-12-31"),
        ("century", dt.date(9950, 1, 1), "9900-01-01", "9998-12-31"),
    ],
)
def test_units_at_the_edge_of_the_calendar(unit: str, day: dt.date, first: str, last: str) -> None:
    assert [d.isoformat() for d in unit_at(unit, day)] == [first, last]
