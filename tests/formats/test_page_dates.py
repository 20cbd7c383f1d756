"""Dates in words: each form of EDTF, exact where browsers read it, and nothing is left unsaid."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from natobrief.formats._page.dates import day_in_words, in_words, machine_readable
from natobrief.testing import periods, whens
from natobrief.when import Period, Precision, When

WORDS = {
    "2022-01-07": "Friday 7 January 2022",
    "2022-01-07[Europe/Brussels]": "Friday 7 January 2022",
    "2022-01": "January 2022",
    "2022": "2022",
    "0012-01-01": "Sunday 1 January 12",
    "2022-W01": "the week of 3 to 9 January 2022",
    "1000-W01": "the week of 30 December 999 to 5 January 1000",
    "2022-21": "spring 2022",
    "2022-28": "winter 2022 (in the north)",
    "2022-30": "summer 2022 (in the south)",
    "2022-33": "the first quarter of 2022",
    "2022-39": "the third third of 2022",
    "2022-41": "the second half of 2022",
    "201X": "the 2010s",
    "20XX": "the years 2000 to 2099",
    "2XXX": "the years known as 2XXX",
    "XXXX": "a year that is not known",
    "XXXX-01-12": "12 January, year not known",
    "XXXX-01": "January, year not known",
    "2022-XX": "a month of 2022",
    "2022-01-XX": "a day in January 2022",
    "2022-XX-12": "day 12 of a month of 2022",
    "2022-XX-XX": "a day in a month of 2022",
    "XXXX-XX-12": "day 12 of a month, year not known",
    "2022-01-1X": "a time that is known as 2022-01-1X",
    "202X-01": "January in the 2020s",
    "202X-01-12": "12 January in the 2020s",
    "2022-01~": "about January 2022",
    "2022-01?": "perhaps January 2022",
    "2022?-01": "perhaps January 2022",
    "2022-01%": "perhaps about January 2022",
    "2022-01-07T13Z": "Friday 7 January 2022, between 13:00 and 13:59 UTC",
    "2022-01-07T13:30Z": "Friday 7 January 2022, 13:30 UTC",
    "2022-01-07T13:30+01:00": "Friday 7 January 2022, 13:30 UTC+01:00",
    "2022-01-07T13:30:15+01:00[Europe/Brussels]": (
        "Friday 7 January 2022, 13:30:15 (Brussels time)"
    ),
    "2022-01-07T13:30:15-05:00[America/New_York]": (
        "Friday 7 January 2022, 13:30:15 (New York time)"
    ),
    "2022-01-07T13:30:15.25Z": "Friday 7 January 2022, 13:30:15.250000 UTC",
    "[2022-01-07..2022-01-09]": "some time from 7 to 9 January 2022",
    "[2021-12-30..2022-01-02]": "some time from 30 December 2021 to 2 January 2022",
    "[2022-01-30..2022-02-02]": "some time from 30 January to 2 February 2022",
    "[2022-01-07,2022-01-12]": "Friday 7 January 2022 or Wednesday 12 January 2022",
    "[2022-01,2022-03..2022-05]": "January 2022 or some time from March 2022 to May 2022",
    "[..2022-01-09]": "Sunday 9 January 2022 or earlier",
    "[2022-01-09..]": "Sunday 9 January 2022 or later",
    "2022-01-10/2022-01-13": "10 to 13 January 2022",
    "2022-01-10/2022-01-10": "Monday 10 January 2022",
    "2022-01-10~/2022-01-13": "about Monday 10 January 2022 to Thursday 13 January 2022",
    "2022-01-10T10:00Z/2022-01-10T12:30Z": "Monday 10 January 2022, 10:00 to 12:30 UTC",
    "2022-01-10T10:00Z/2022-01-11T12:30Z": (
        "Monday 10 January 2022, 10:00 UTC to Tuesday 11 January 2022, 12:30 UTC"
    ),
    "2022-01-10T08:55Z/2022-01-10": "Monday 10 January 2022, from 08:55 UTC on",
    "2022-01-10/2022-01-10T17:00Z": "Monday 10 January 2022, until 17:00 UTC",
    "[2022-01-10..2022-01-10T17:00Z]": (
        "some time from Monday 10 January 2022 to Monday 10 January 2022, 17:00 UTC"
    ),
    "2022-01/..": "from January 2022 on",
    "2022-01/": "from January 2022 on, end not known",
    "../2022": "until 2022",
    "/2022": "until 2022, start not known",
}


def time_of(text: str) -> When | Period:
    return Period.parse(text) if "/" in text.partition("[")[0] else When.parse(text)


@pytest.mark.parametrize(("text", "words"), WORDS.items())
def test_words(text: str, words: str) -> None:
    assert in_words(time_of(text)) == words


@given(whens() | periods())
def test_every_time_has_words_that_name_its_years(time: When | Period) -> None:
    words = in_words(time)
    assert words.strip() == words
    assert words
    for year in re.findall(r"(?<![\dX])\d{4}(?=-|$|/|\.|,|\])", str(time)):
        assert str(int(year)) in words


@given(whens())
def test_what_a_browser_reads_is_the_text_itself(when: When) -> None:
    machine = machine_readable(when)
    if machine is None:
        return
    assert str(when).startswith(machine)
    assert not when.approximate
    assert not when.uncertain
    if when.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR):
        assert When.parse(machine).first_day == when.first_day
    else:
        assert when.precision in (Precision.WEEK, Precision.MINUTE, Precision.SECOND)


@given(whens())
def test_the_words_of_a_day_are_those_of_all_its_hours(when: When) -> None:
    if when.precision in (Precision.HOUR, Precision.MINUTE, Precision.SECOND):
        day = When.parse(str(when)[:10])
        words = day_in_words(when).removeprefix("perhaps ").removeprefix("about ")
        assert words == in_words(day)
    elif when.precision is not Precision.MICROSECOND:
        assert day_in_words(when) == in_words(when)


@pytest.mark.parametrize(
    "text", ["2022-21", "2022~", "201X", "[2022,2023]", "2022-01-07T13Z", "2022-01-07T13:30:15.25Z"]
)
def test_what_browsers_do_not_read(text: str) -> None:
    assert machine_readable(When.parse(text)) is None
