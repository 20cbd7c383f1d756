"""The year of a text that names none: laws over calendars, then cases."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natobrief.errors import InvalidDate, InvalidValue
from natobrief.when import DateMention, YearBound, YearInference, find, infer_year
from natobrief.when.years import FIRST_YEAR, LAST_YEAR

JANUARY = "On Friday, January 7, they met. Talks follow on Monday, January 10."


def infer(text: str, **limits: object) -> YearInference:
    return infer_year(find(text), **limits)  # type: ignore[arg-type]


def _written(day: dt.date) -> str:
    return f"They met on {day:%A}, {day:%B} {day.day}. "


_days = st.dates(dt.date(1901, 1, 1), dt.date(2098, 12, 31))


@given(st.integers(1902, 2097), st.lists(st.integers(0, 364), min_size=1, max_size=4))
def test_candidates_are_the_years_that_a_calendar_gives(year: int, offsets: list[int]) -> None:
    days = [dt.date(year, 1, 1) + dt.timedelta(n) for n in offsets]
    inferred = infer("".join(map(_written, days)))
    expected: list[int] = []
    for other in range(FIRST_YEAR, LAST_YEAR + 1):
        try:
            moved = [day.replace(year=other) for day in days]
        except ValueError:  # 29 February
            continue
        if [d.weekday() for d in moved] == [d.weekday() for d in days]:
            expected.append(other)
    assert inferred.candidates == tuple(expected)
    assert year in inferred.candidates
    assert inferred.year is None
    assert inferred.conflicts == ()


@given(_days, st.integers(-150, 150))
def test_publication_near_the_dates_decides(day: dt.date, off: int) -> None:
    inferred = infer(_written(day), published=day + dt.timedelta(off))
    assert inferred.year == day.year
    assert inferred.candidates == (day.year,)


@given(_days)
def test_bounds_of_a_year_decide(day: dt.date) -> None:
    inferred = infer(_written(day), not_before=f"{day.year}-01-01", not_after=f"{day.year}-12-31")
    assert inferred.year == day.year
    assert inferred.proof[-1] == f"that leaves {day.year}"


@given(_days, st.integers(1, 6))
def test_two_weekdays_for_one_day_are_a_conflict(day: dt.date, off: int) -> None:
    other = calendar.day_name[(day.weekday() + off) % 7]
    inferred = infer(_written(day) + f"They met on {other}, {day:%B} {day.day}.")
    assert inferred.candidates == ()
    assert inferred.year is None
    assert len(inferred.conflicts) == 1
    assert inferred.conflicts[0].endswith("fit no common year")


def test_weekdays_alone_leave_many_years() -> None:
    inferred = infer(JANUARY)
    assert inferred.year is None
    assert {1994, 2000, 2005, 2011, 2022, 2028} <= set(inferred.candidates)
    assert inferred.proof[0].startswith(
        "Friday January 7 and Monday January 10 fit only years that begin on a Saturday: 1910, "
    )


def test_a_bound_leaves_one_year_and_a_proof() -> None:
    inferred = infer(JANUARY, not_before="2014-10-01", not_after="2024-10-01")
    assert inferred.year == 2022
    assert inferred.proof == (
        (
            "Friday January 7 and Monday January 10 fit only years that begin on a Saturday: "
            "..., 2005, 2011, 2022, 2028, 2033, 2039, ..."
        ),
        "not before 2014-10-01, not after 2024-10-01: 2022",
        "that leaves 2022",
    )


def test_a_bound_says_why() -> None:
    reason = "Ada Berg chaired the council from 2014-10-01 to 2024-10-01"
    bound = YearBound(not_before="2014-10-01", not_after="2024-10-01", reason=reason)
    inferred = infer(JANUARY, bounds=[bound])
    assert inferred.year == 2022
    assert inferred.proof[1] == f"{reason}: 2022"


def test_one_sided_bounds() -> None:
    assert infer(JANUARY, not_after="1912").candidates == (1910,)
    assert infer(JANUARY, not_before="2090").candidates == (2095,)
    assert infer(JANUARY, not_after="1912").proof[1] == "not after 1912: 1910"


def test_bounds_that_leave_nothing_are_a_conflict() -> None:
    inferred = infer(JANUARY, not_before="2012-01-01", not_after="2015-01-01")
    assert inferred.year is None
    assert 2022 in inferred.candidates
    assert inferred.conflicts == ("not before 2012-01-01, not after 2015-01-01: no year is left",)


def test_publication_that_contradicts_the_weekdays_is_reported() -> None:
    inferred = infer(
        JANUARY, published="2023-06-01", not_before="2014-10-01", not_after="2024-10-01"
    )
    assert inferred.year is None
    assert inferred.candidates == (2022,)
    assert inferred.conflicts == (
        (
            "published 2023-06-01, but Friday January 7 and Monday January 10 would lie more than "
            "a year from then"
        ),
    )


def test_publication_decides_without_weekdays() -> None:
    inferred = infer("They met on December 30.", published="2022-01-03")
    assert (inferred.year, inferred.proof) == (
        2021,
        ("published 2022-01-03: 2021", "that leaves 2021"),
    )


def test_dates_across_the_new_year() -> None:
    text = "They met on Friday, December 31. Talks follow on Wednesday, January 12."
    inferred = infer(text, not_before="2014-10-01", not_after="2024-10-01")
    assert inferred.year == 2022
    assert inferred.proof[0].startswith(
        "Wednesday January 12 and Friday December 31 fit only years that begin on a Saturday, "
        "those from July on in the year before: "
    )


def test_nothing_to_go_by() -> None:
    assert infer("They met yesterday.") == YearInference()
    assert infer("They met on January 7.") == YearInference()
    assert infer("") == YearInference()


def test_29_february_is_only_in_leap_years() -> None:
    inferred = infer("They met on February 29.")
    assert inferred.candidates == tuple(filter(calendar.isleap, range(FIRST_YEAR, LAST_YEAR + 1)))
    assert inferred.proof[0].startswith("February 29 fits only these years: 1904, 1908, ")


def test_a_weekday_counts_for_all_mentions_of_its_day() -> None:
    with_more = infer(JANUARY + " Before January 10 nothing happens.")
    assert with_more.candidates == infer(JANUARY).candidates


def test_a_dateline_with_its_year_decides() -> None:
    inferred = infer("KYIV, Jan. 8, 2022 (Agency) - " + JANUARY)
    assert inferred.year == 2022
    assert "the dateline states the year: 'Jan. 8, 2022'" in inferred.proof


def test_a_day_given_with_and_without_its_year_decides() -> None:
    inferred = infer("January 7, 2022. " + JANUARY)
    assert inferred.year == 2022
    assert "the text states the year: 'January 7, 2022'" in inferred.proof


def test_a_day_of_another_year_decides_nothing() -> None:
    inferred = infer("In the treaty of 5 December 1994 it stands. " + JANUARY)
    assert inferred.year is None
    assert 2022 in inferred.candidates


def test_only_dates_with_years() -> None:
    assert infer("They met on January 7, 2022 and January 10, 2022.").year == 2022
    mixed = infer("They met on January 7, 2022 and January 10, 2021.")
    assert (mixed.year, mixed.candidates) == (None, ())


def test_a_stated_year_that_does_not_fit_is_a_conflict() -> None:
    inferred = infer("KYIV, Jan. 8, 2021 (Agency) - " + JANUARY)
    assert inferred.year is None
    assert inferred.conflicts == ("the dateline states 'Jan. 8, 2021', which fits no year above",)


def test_a_contradiction_in_the_text_is_a_conflict() -> None:
    inferred = infer("They met on Wednesday, January 13, 2022.")
    assert inferred.year is None
    assert inferred.conflicts == (
        "'Wednesday, January 13, 2022': 2022-01-13 is a Thursday, not a Wednesday",
    )


def test_a_reference_changes_nothing() -> None:
    for reference in (None, "2022-01-08", "2023-06-01"):
        inferred = infer_year(find(JANUARY, reference), not_before="2014", not_after="2024")
        assert inferred.year == 2022


def test_bounds_are_checked() -> None:
    with pytest.raises(InvalidValue) as both:
        YearBound(reason="nothing")
    assert str(both.value) == (
        "YearBound: expected a date in not_before, in not_after or in both, got None for both"
    )
    with pytest.raises(InvalidValue) as order:
        YearBound(not_before="2022", not_after="2021", reason="upside down")
    assert str(order.value) == (
        "YearBound.not_after: expected a day on or after not_before (2022), got 2021"
    )
    with pytest.raises(InvalidValue) as no_date:
        YearBound(not_before="soon", not_after=7, reason="")  # type: ignore[arg-type]
    assert len(no_date.value.faults) == 3
    assert str(no_date.value.faults[0]).startswith("YearBound.not_before: expected ")
    with pytest.raises(InvalidDate) as limit:
        infer_year((), not_before="soon")
    assert str(limit.value).startswith("infer_year.not_before: expected ")
    assert YearBound(not_before="2022", reason="a").evolve(reason="b").reason == "b"


def test_what_is_no_mention_is_refused() -> None:
    with pytest.raises(InvalidValue) as caught:
        infer_year(cast("list[DateMention]", ["Friday"]))
    assert str(caught.value) == "infer_year.mentions[0]: expected DateMention, got 'Friday'"
