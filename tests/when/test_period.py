"""A period has two ends, each known within bounds, open, or unknown."""

from __future__ import annotations

import copy
import datetime as dt
import pickle

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from natobrief.errors import InvalidDate, InvalidValue
from natobrief.when import MAX_US, MIN_US, Period, When
from tests.when.strategies import periods, whens


@given(period=periods())
def test_text_reads_back(period: Period) -> None:
    again = Period.parse(str(period))
    assert again == period
    assert (again.start, again.end) == (period.start, period.end)
    assert (again.open_start, again.open_end) == (period.open_start, period.open_end)
    assert again.bounds == period.bounds
    assert hash(again) == hash(period)
    assert eval(repr(period)) == period
    assert pickle.loads(pickle.dumps(period)) == period
    assert copy.deepcopy(period) is copy.copy(period) is period
    assert Period.of(period) is period
    assert Period.of(str(period)) == period


@given(period=periods())
def test_bounds_leave_out_what_the_other_end_rules_out(period: Period) -> None:
    s_low, s_high, e_low, e_high = period.bounds
    assert MIN_US <= s_low < s_high <= e_high <= MAX_US
    assert s_low <= e_low < e_high
    start = period.start.bounds if period.start else None
    end = period.end.bounds if period.end else None
    assert start is None or (s_low == start[0] and s_high == min(start[1], e_high))
    assert end is None or (e_high == end[1] and e_low == max(end[0], s_low))


@given(start=whens(), end=whens())
def test_between_is_parse(start: When, end: When) -> None:
    if end.bounds[1] <= start.bounds[0]:
        with pytest.raises(InvalidDate) as caught:
            Period.between(start, end)
        assert caught.value.faults[0].allowed == "an end that is not before the start"
    else:
        assert Period.between(start, end) == Period.parse(f"{start}/{end}")


@given(text=st.text(alphabet="0123456789-X~?/.,[]TZ:+ Europe", max_size=25))
def test_rubbish_is_read_or_refused(text: str) -> None:
    try:
        period = Period.parse(text)
    except InvalidDate:
        return
    assert Period.parse(str(period)) == period


def test_open_and_unknown_ends_differ() -> None:
    still, over = Period.parse("2024-10-01/.."), Period.parse("2024-10-01/")
    assert still != over
    assert (still.end, still.open_end) == (None, True)
    assert (over.end, over.open_end) == (None, False)
    assert still.bounds[2:] == (MAX_US - 1, MAX_US)
    assert over.bounds[2:] == (When.parse("2024-10-01").bounds[0], MAX_US - 1)
    assert still.last_day is None
    assert over.last_day is None
    assert Period.between("2024-10-01", None, open_end=True) == still
    assert Period.between("2024-10-01", None) == over
    begun, always = Period.parse("/2024-10-01"), Period.parse("../2024-10-01")
    assert begun.bounds[0] == MIN_US + 1
    assert always.bounds[:2] == (MIN_US, MIN_US + 1)
    assert begun.first_day is always.first_day is None
    assert Period.parse("../..").bounds == (MIN_US, MIN_US + 1, MAX_US - 1, MAX_US)
    assert str(Period.parse("/..")) == "/.."
    assert str(Period.parse("../")) == "../"


def test_zones_stand_at_each_end() -> None:
    text = "2022-01-07[Europe/Brussels]/[2022-01-09,2022-01-10][Europe/Brussels]"
    period = Period.parse(text)
    assert str(period) == text
    assert Period.parse("2022-01-07/[2022-01-09,2022-01-10]", "Europe/Brussels") == period
    assert period.zone == "Europe/Brussels"
    assert Period.parse("../2022-01-07[Asia/Kolkata]").zone == "Asia/Kolkata"
    assert Period.parse("../..").zone == "UTC"
    assert period.first_day == dt.date(2022, 1, 7)
    assert period.last_day == dt.date(2022, 1, 10)


def test_ends_are_capped() -> None:
    # It ends in January, so it can't start in June of that year.
    january = When.parse("2022-01").bounds
    assert Period.parse("2022/2022-01").bounds == (january[0], january[1], january[0], january[1])


def test_marks_of_either_end() -> None:
    period = Period.parse("2022-01~/2022-03?")
    assert (period.approximate, period.uncertain) == (True, True)
    plain = Period.parse("2022-01/..")
    assert (plain.approximate, plain.uncertain) == (False, False)


def test_a_moment_becomes_its_extent() -> None:
    day = When.parse("2022-01-07")
    assert Period.of(day) == Period.of("2022-01-07") == Period.of(dt.date(2022, 1, 7)) == day.extent
    assert Period.of("2022-01-07", "Europe/Brussels").first_day == dt.date(2022, 1, 7)
    assert Period.of("2022-01-07/..", "Asia/Kolkata").zone == "Asia/Kolkata"


@pytest.mark.parametrize(
    ("text", "path", "allowed", "came"),
    [
        ("2022", "Period", "an EDTF interval such as 2022-01-10/2022-01-13", "2022"),
        ("", "Period", "an EDTF interval such as 2022-01-10/2022-01-13", ""),
        ("/", "Period", "an EDTF interval such as 2022-01-10/2022-01-13", "/"),
        ("2020/2021/2022", "Period", "an EDTF interval such as 2022-01-10/2022-01-13", None),
        ("[2022/2023]", "Period", "an EDTF interval such as 2022-01-10/2022-01-13", None),
        ("2023/2022", "Period", "an end that is not before the start", "2023/2022"),
        ("2022-01-10/13", "Period.end", "a date in EDTF such as 2022-01-07", "13"),
        ("soon/2022", "Period.start", "a date in EDTF such as 2022-01-07", "soon"),
        ("2022-02-30/..", "Period.start", "a day that exists", "2022-02-30"),
    ],
)
def test_what_is_no_period_is_refused(text: str, path: str, allowed: str, came: str | None) -> None:
    with pytest.raises(InvalidDate) as caught:
        Period.parse(text)
    shown = text if came is None else came
    assert str(caught.value) == f"{path}: expected {allowed}, got {shown!r}"


def test_between_says_what_is_wrong() -> None:
    with pytest.raises(InvalidDate) as caught:
        Period.between("2022", "2023", open_end=True)
    expected = "Period.end: expected None where open_end, got When.parse('2023')"
    assert str(caught.value) == expected
    with pytest.raises(InvalidValue) as wrong:
        Period.between(None, "2022", open_start=1)  # type: ignore[arg-type]
    assert str(wrong.value) == "Period.open_start: expected True or False, got 1"
    with pytest.raises(InvalidDate) as caught:
        Period.between(None, None)
    expected = "Period: expected a date or '..' on at least one side, got '/'"
    assert str(caught.value) == expected
    with pytest.raises(InvalidValue) as wrong:
        Period.between(3, None)  # type: ignore[arg-type]
    expected = "Period.start: expected EDTF text, a date, or a time with a zone, got 3"
    assert str(wrong.value) == expected


def test_other_types_are_refused() -> None:
    with pytest.raises(InvalidValue) as caught:
        Period.parse(None)  # type: ignore[arg-type]
    expected = "Period: expected an EDTF interval such as 2022-01-10/2022-01-13, got None"
    assert str(caught.value) == expected
    with pytest.raises(InvalidValue, match=r"^Period: expected EDTF text, a date, or a time with"):
        Period.of(3)  # type: ignore[arg-type]
    with pytest.raises(InvalidValue, match=r"^Period\.zone: expected the name of a time zone"):
        Period.parse("2022/2023", "Mars")


def test_it_is_immutable_and_final() -> None:
    period = Period.parse("2022/2023")
    with pytest.raises(FrozenInstanceError):
        period.end = None
    with pytest.raises(TypeError, match=r"^Period is built by "):
        Period("2022/2023")
    with pytest.raises(TypeError, match=r"^Period has no order: "):
        sorted([period, period])
    assert not hasattr(period, "__dict__")
    assert sorted([period, When.parse("2021")], key=lambda time: time.sort_key)[1] is period


def test_it_matches_patterns() -> None:
    match Period.parse("2024-10-01/.."):
        case Period(start=When(year=2024), end=None, open_end=True):
            pass
        case other:
            pytest.fail(repr(other))
