"""Whose a named day is, days of any year in one run, and what only looks like a number."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natobrief.when import When, find
from natobrief.when.phrases.owners import foreign_owner


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Ukraine's Independence Day", "Ukraine"),
        ("the Independence Day of Finland", "Finland"),
        ("the Estonian Independence Day", "Estonian"),
        ("Estonia's 105th Independence Day", "Estonia"),
    ],
)
def test_a_day_of_another_state_is_not_that_of_the_list(text: str, owner: str) -> None:
    (mention,) = find(f"They met on {text}.", "2023-08-20")
    assert mention.when is None
    assert mention.resolution.reason == f"the list of named days doesn't hold that of “{owner}”"


@pytest.mark.parametrize(
    "text",
    [
        "Independence Day",
        "America's Independence Day",
        "American Independence Day",
        "Independence Day of the United States",
        "this year's Independence Day",
    ],
)
def test_a_day_of_the_list_keeps_its_date(text: str) -> None:
    assert find(f"They met on {text}.", "2023-08-20")[-1].when == When.parse("2023-07-04")


def test_what_is_the_same_everywhere_has_no_owner() -> None:
    assert foreign_owner("Norway's Christmas", 9, 18) == ""


VERBS = ("It was moved from", "It will run from", "from")


@given(
    st.dates(dt.date(2020, 1, 1), dt.date(2026, 12, 31)),
    st.dates(dt.date(2023, 1, 1), dt.date(2023, 12, 31)),
    st.dates(dt.date(2023, 1, 1), dt.date(2023, 12, 31)),
    st.sampled_from(VERBS),
)
def test_two_days_without_a_year_are_one_run_of_less_than_a_year(
    today: dt.date, first: dt.date, last: dt.date, verb: str
) -> None:
    text = f"{verb} {first:%B} {first.day} to {last:%B} {last.day}."
    (mention,) = find(text, today.isoformat())
    assert mention.when is not None
    days = (mention.when.first_day, mention.when.last_day)
    assert None not in days
    start, end = str(days[0]), str(days[1])
    assert (start[5:], end[5:]) == (f"{first:%m-%d}", f"{last:%m-%d}")
    assert dt.date.fromisoformat(start) <= dt.date.fromisoformat(end)
    assert (dt.date.fromisoformat(end) - dt.date.fromisoformat(start)).days <= 366


def test_a_weekday_does_not_take_the_number_of_another_noun() -> None:
    mentions = find("They met on Saturday, the first meeting since May.", "2023-02-18")
    assert mentions[0].text == "Saturday"
    assert mentions[0].when == When.parse("2023-02-18")


def test_what_is_looked_forward_to_lies_ahead() -> None:
    text = "They looked forward to meeting in November."
    assert find(text, "2022-10-04")[0].when == When.parse("2022-11")
