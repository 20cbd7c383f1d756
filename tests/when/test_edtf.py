"""EDTF by hand: canonical text, bounds, precision, and marks of each part."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natobrief.errors import InvalidDate
from natobrief.when import Precision, When

P = Precision


def day_bounds(text: str) -> tuple[str, str]:
    when = When.parse(text)
    return str(when.first_day), str(when.last_day)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2022", "2022-01-01", "2022-12-31", P.YEAR),
        ("2022-02", "2022-02-01", "2022-02-28", P.MONTH),
        ("2022-12", "2022-12-01", "2022-12-31", P.MONTH),
        ("2024-02-29", "2024-02-29", "2024-02-29", P.DAY),
        ("2022-W01", "2022-01-03", "2022-01-09", P.WEEK),
        ("2020-W53", "2020-12-28", "2021-01-03", P.WEEK),
        ("2022-21", "2022-03-01", "2022-05-31", P.SEASON),
        ("2022-22", "2022-06-01", "2022-08-31", P.SEASON),
        ("2022-23", "2022-09-01", "2022-11-30", P.SEASON),
        ("2022-24", "2022-12-01", "2023-02-28", P.SEASON),
        ("2022-25", "2022-03-01", "2022-05-31", P.SEASON),
        ("2022-28", "2022-12-01", "2023-02-28", P.SEASON),
        ("2022-29", "2022-09-01", "2022-11-30", P.SEASON),
        ("2022-30", "2022-12-01", "2023-02-28", P.SEASON),
        ("2022-31", "2022-03-01", "2022-05-31", P.SEASON),
        ("2022-32", "2022-06-01", "2022-08-31", P.SEASON),
        ("2022-33", "2022-01-01", "2022-03-31", P.QUARTER),
        ("2022-34", "2022-04-01", "2022-06-30", P.QUARTER),
        ("2022-35", "2022-07-01", "2022-09-30", P.QUARTER),
        ("2022-36", "2022-10-01", "2022-12-31", P.QUARTER),
        ("2022-37", "2022-01-01", "2022-04-30", P.RANGE),
        ("2022-38", "2022-05-01", "2022-08-31", P.RANGE),
        ("2022-39", "2022-09-01", "2022-12-31", P.RANGE),
        ("2022-40", "2022-01-01", "2022-06-30", P.RANGE),
        ("2022-41", "2022-07-01", "2022-12-31", P.RANGE),
        ("201X", "2010-01-01", "2019-12-31", P.DECADE),
        ("20XX", "2000-01-01", "2099-12-31", P.CENTURY),
        ("2XXX", "2000-01-01", "2999-12-31", P.RANGE),
        ("2X22", "2022-01-01", "2922-12-31", P.RANGE),
        ("XXXX", "0001-01-01", "9998-12-31", P.RANGE),
        ("000X", "0001-01-01", "0009-12-31", P.DECADE),
        ("999X", "9990-01-01", "9998-12-31", P.DECADE),
        ("2022-XX", "2022-01-01", "2022-12-31", P.YEAR),
        ("2022-XX-XX", "2022-01-01", "2022-12-31", P.YEAR),
        ("2022-01-XX", "2022-01-01", "2022-01-31", P.MONTH),
        ("20XX-XX", "2000-01-01", "2099-12-31", P.CENTURY),
        ("2022-1X", "2022-10-01", "2022-12-31", P.RANGE),
        ("2022-0X", "2022-01-01", "2022-09-30", P.RANGE),
        ("2022-X2", "2022-02-01", "2022-12-31", P.RANGE),
        ("2022-02-2X", "2022-02-20", "2022-02-28", P.RANGE),
        ("2022-01-3X", "2022-01-30", "2022-01-31", P.RANGE),
        ("2022-XX-31", "2022-01-31", "2022-12-31", P.RANGE),
        ("2022-XX-30", "2022-01-30", "2022-12-30", P.RANGE),
        ("XXXX-01-12", "0001-01-12", "9998-01-12", P.RANGE),
        ("XXXX-02-29", "0004-02-29", "9996-02-29", P.RANGE),
        ("19XX-02-29", "1904-02-29", "1996-02-29", P.RANGE),
        ("XXXX-XX-31", "0001-01-31", "9998-12-31", P.RANGE),
        ("202X-22", "2020-06-01", "2029-08-31", P.RANGE),
        ("[2021,2023..2024]", "2021-01-01", "2024-12-31", P.RANGE),
        ("[2022-01-07..2022-01-09]", "2022-01-07", "2022-01-09", P.RANGE),
        ("[2022-01,2022-01-07]", "2022-01-01", "2022-01-31", P.RANGE),
    ],
)
def test_bounds_and_precision(text: str, first: str, last: str, precision: Precision) -> None:
    assert day_bounds(text) == (first, last)
    when = When.parse(text)
    assert when.precision is precision
    assert str(when) == text
    assert when.year == (int(first[:4]) if first[:4] == last[:4] else None)


@pytest.mark.parametrize(
    ("clock", "precision", "size"),
    [
        ("13Z", P.HOUR, 3_600_000_000),
        ("13:30Z", P.MINUTE, 60_000_000),
        ("13:30:15Z", P.SECOND, 1_000_000),
        ("13:30:15.000001Z", P.MICROSECOND, 1),
    ],
)
def test_clock_times(clock: str, precision: Precision, size: int) -> None:
    when = When.parse(f"2022-01-07T{clock}")
    assert when.precision is precision
    assert when.bounds[1] - when.bounds[0] == size


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("2022-W01-5", "2022-01-07"),
        ("2020-W53-7~", "2021-01-03~"),
        ("2022-Q1", "2022-33"),
        ("2022-Q4?", "2022-36?"),
        ("2022-W01~", "2022-W01~"),
        ("2022-01-07?", "2022-01-07?"),
        ("?2022-?01-?07", "2022-01-07?"),
        ("2022?-01?-07", "2022-01?-07"),
        ("~2022-01?", "2022%-?01"),
        ("2022~-01-07?", "2022%-?01-?07"),
        ("?2022-01-07", "2022?-01-07"),
        ("2022-01~-07", "2022-01~-07"),
        ("2022-~01-~07", "2022-~01-~07"),
        ("2022?-~01-~07", "2022?-~01-~07"),
        ("2022-21~", "2022-21~"),
        ("2022-?21", "2022-?21"),
        ("XXXX-01~-07", "XXXX-01~-07"),
        ("[2022]", "2022"),
        ("[2022..2022]", "2022"),
        ("[2022,2022]", "2022"),
        ("[2023,2022,2022..2023,2023]", "[2022,2022..2023,2023]"),
        ("[2022..2023,2022..2023]", "[2022..2023]"),
        ("[2022?..2023~]", "[2022?..2023~]"),
        ("[2022-Q1..2022-W50-1]", "[2022-33..2022-12-12]"),
        ("[2023..,..2021]", "[..2021,2023..]"),
    ],
)
def test_canonical_text(text: str, canonical: str) -> None:
    assert str(When.parse(text)) == canonical
    assert str(When.parse(canonical)) == canonical
    assert When.parse(text) == When.parse(canonical)


MARKS = {"": (False, False), "?": (False, True), "~": (True, False), "%": (True, True)}


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("text", ["2022", "2022-01", "2022-01-07", "2022-33", "2022-W01"])
def test_marks_say_what_is_doubtful(text: str, mark: str) -> None:
    when = When.parse(text + mark)
    assert (when.approximate, when.uncertain) == MARKS[mark]
    assert when.bounds == When.parse(text).bounds
    assert (when == When.parse(text)) is (mark == "")


def spread(marks: tuple[str, ...]) -> tuple[tuple[bool, bool], ...]:
    """Say what each part of year-month-day is marked, from the rule in words."""
    before, behind = marks[::2], marks[1::2]
    return tuple(
        (
            any(MARKS[mark][0] for mark in (before[part], *behind[part:])),
            any(MARKS[mark][1] for mark in (before[part], *behind[part:])),
        )
        for part in range(3)
    )


def test_every_way_of_marking_has_one_text() -> None:
    texts: dict[tuple[tuple[bool, bool], ...], set[When]] = {}
    for marks in itertools.product(MARKS, repeat=6):
        a, b, c, d, e, f = marks
        when = When.parse(f"{a}2022{b}-{c}01{d}-{e}07{f}")
        texts.setdefault(spread(marks), set()).add(when)
    assert len(texts) == 4**3
    assert all(len(same) == 1 for same in texts.values())
    assert len({when for same in texts.values() for when in same}) == 4**3


DAYS_OF_YEARS = [
    dt.date(year, 1, 1) + dt.timedelta(days=n)
    for year in (1999, 2000, 2001, 2010, 2019, 2020, 2100)
    for n in range(366 if year in (2000, 2020) else 365)
]


@given(
    year=st.sampled_from(["1999", "2000", "20X0", "201X", "X0X0", "2100", "20XX", "XXXX"]),
    month=st.text("0123X", min_size=2, max_size=2),
    day=st.text("0123789X", min_size=2, max_size=2),
)
def test_open_digits_bound_all_days_that_fit(year: str, month: str, day: str) -> None:
    pattern = f"{year}-{month}-{day}"

    def fits(date: dt.date) -> bool:
        return all(a in (b, "X") for a, b in zip(pattern, date.isoformat(), strict=True))

    fitting = [date for date in DAYS_OF_YEARS if fits(date)]
    try:
        when = When.parse(pattern)
    except InvalidDate:
        assert fitting == []
        return
    assert str(when) == pattern
    assert fits(when.first_day)
    assert fits(when.last_day)
    assert all(when.first_day <= date <= when.last_day for date in fitting)
    if year in ("1999", "2000", "2100"):
        assert (when.first_day, when.last_day) == (min(fitting), max(fitting))


YEAR = "a year of four digits, from 0001 to 9998"
MONTH = "a month from 01 to 12, or 21 to 41 for a part of the year"


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("0000", YEAR),
        ("0000-01-01", YEAR),
        ("9999", YEAR),
        ("9999-12-31T13:30Z", YEAR),
        ("0000-W01", YEAR),
        ("9999-Q1", YEAR),
        ("0001-W01-0", "a day that exists, from 1 (Monday) to 7, in such a week"),
        ("2021-W53-1", "a day that exists, from 1 (Monday) to 7, in such a week"),
        ("2021-W53", "a week that the year 2021 has"),
        ("2021-W00", "a week from W01 to W53"),
        ("2021-W54", "a week from W01 to W53"),
        ("2022-Q5", "a quarter from Q1 to Q4"),
        ("2022-00", MONTH),
        ("2022-13", MONTH),
        ("2022-20", MONTH),
        ("2022-42", MONTH),
        ("2022-2X", MONTH),
        ("2022-3X-01", MONTH),
        ("2022-21-07", MONTH),
        ("2022-01-00", "a day from 01 to 31"),
        ("2022-01-32", "a day from 01 to 31"),
        ("2022-01-4X", "a day from 01 to 31"),
        ("2022-02-29", "a day that exists"),
        ("2022-02-3X", "a day that exists"),
        ("XXXX-02-30", "a day that exists"),
        ("XXX1-02-29", "a day that exists"),
        ("9998-24", "a date that ends within the year 9998"),
        ("[..]", "a date on at least one side of '..'"),
        ("[2023..2022]", "a range a..b that does not end before it starts"),
        ("[2022,]", "a date in EDTF such as 2022-01-07"),
        ("[]", "a date in EDTF such as 2022-01-07"),
        ("[2022, 2023]", "a date in EDTF such as 2022-01-07"),
        ("[2022", "a date in EDTF such as 2022-01-07"),
        ("2022..2023", "a date in EDTF such as 2022-01-07"),
        ("2022-1-7", "a date in EDTF such as 2022-01-07"),
        ("2022-01-07??", "a date in EDTF such as 2022-01-07"),
        ("2022-01-07\n", "a date in EDTF such as 2022-01-07"),
    ],
)
def test_what_is_refused_says_why(text: str, allowed: str) -> None:
    with pytest.raises(InvalidDate) as caught:
        When.parse(text)
    assert str(caught.value) == f"When: expected {allowed}, got {text!r}"


@pytest.mark.parametrize("frame", ["[{}", "{}]", "[{}]", "{}"])
@pytest.mark.parametrize("unit", ["[", "2022,", "2022..", "[a", "X", "/", "]", "[Europe/"])
def test_long_texts_are_refused_at_once(frame: str, unit: str) -> None:
    with pytest.raises(InvalidDate):
        When.parse(frame.format(unit * 20_000))
