"""The examples that the Library of Congress publishes in its EDTF specification, by name.

Each is accepted with its canonical text and bounds, or refused, with the reason for it. The
examples are those of the 2019 specification, which became part of ISO 8601-2.
"""

from __future__ import annotations

import pytest

from natobrief.errors import InvalidDate
from natobrief.when import Period, When

# Text, its canonical form where that is another, first and last day.
DATES = {
    "level 0, date: complete": ("1985-04-12", None, "1985-04-12", "1985-04-12"),
    "level 0, date: year and month": ("1985-04", None, "1985-04-01", "1985-04-30"),
    "level 0, date: year": ("1985", None, "1985-01-01", "1985-12-31"),
    "level 0, time: UTC": ("1985-04-12T23:20:30Z", None, "1985-04-12", "1985-04-12"),
    "level 0, time: shift in hours": (
        "1985-04-12T23:20:30-04",
        "1985-04-12T23:20:30-04:00",
        "1985-04-12",
        "1985-04-12",
    ),
    "level 0, time: shift": ("1985-04-12T23:20:30+04:30", None, "1985-04-12", "1985-04-12"),
    "level 1, season: spring": ("2001-21", None, "2001-03-01", "2001-05-31"),
    "level 1, uncertain year": ("1984?", None, "1984-01-01", "1984-12-31"),
    "level 1, approximate month": ("2004-06~", None, "2004-06-01", "2004-06-30"),
    "level 1, both": ("2004-06-11%", None, "2004-06-11", "2004-06-11"),
    "level 1, open digit of a year": ("201X", None, "2010-01-01", "2019-12-31"),
    "level 1, open century": ("20XX", None, "2000-01-01", "2099-12-31"),
    "level 1, open month": ("2004-XX", None, "2004-01-01", "2004-12-31"),
    "level 1, open day": ("1985-04-XX", None, "1985-04-01", "1985-04-30"),
    "level 1, open month and day": ("1985-XX-XX", None, "1985-01-01", "1985-12-31"),
    "level 2, second quarter": ("2001-34", None, "2001-04-01", "2001-06-30"),
    "level 2, one of: years and a range": (
        "[1667,1668,1670..1672]",
        None,
        "1667-01-01",
        "1672-12-31",
    ),
    "level 2, one of: before": ("[..1760-12-03]", None, "0001-01-01", "1760-12-03"),
    "level 2, one of: after": ("[1760-12..]", None, "1760-12-01", "9999-12-30"),
    "level 2, one of: or later": (
        "[1760-01,1760-02,1760-12..]",
        None,
        "1760-01-01",
        "9999-12-30",
    ),
    "level 2, one of: mixed": ("[1667,1760-12]", None, "1667-01-01", "1760-12-31"),
    "level 2, one of: a year or before": ("[..1984]", None, "0001-01-01", "1984-12-31"),
    "level 2, group: all": ("2004-06-11%", None, "2004-06-11", "2004-06-11"),
    "level 2, group: year and month": ("2004-06~-11", None, "2004-06-11", "2004-06-11"),
    "level 2, group: year": ("2004?-06-11", None, "2004-06-11", "2004-06-11"),
    "level 2, parts: year and day": (
        "?2004-06-~11",
        "2004?-06-~11",
        "2004-06-11",
        "2004-06-11",
    ),
    "level 2, parts: month": ("2004-%06-11", None, "2004-06-11", "2004-06-11"),
    "level 2, open digit: year": ("156X-12-25", None, "1560-12-25", "1569-12-25"),
    "level 2, open digits: year": ("15XX-12-25", None, "1500-12-25", "1599-12-25"),
    "level 2, open digits: year and day": ("XXXX-12-XX", None, "0001-12-01", "9998-12-31"),
    "level 2, open digits: year and month": ("1XXX-XX", None, "1000-01-01", "1999-12-31"),
    "level 2, open digits: millennium": ("1XXX-12", None, "1000-12-01", "1999-12-31"),
    "level 2, open digit: month": ("1984-1X", None, "1984-10-01", "1984-12-31"),
}

INTERVALS = {
    "level 0, interval: years": ("1964/2008", "1964-01-01", "2008-12-31"),
    "level 0, interval: months": ("2004-06/2006-08", "2004-06-01", "2006-08-31"),
    "level 0, interval: days": ("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08"),
    "level 0, interval: day and month": ("2004-02-01/2005-02", "2004-02-01", "2005-02-28"),
    "level 0, interval: day and year": ("2004-02-01/2005", "2004-02-01", "2005-12-31"),
    "level 0, interval: year and month": ("2005/2006-02", "2005-01-01", "2006-02-28"),
    "level 1, interval: open end, day": ("1985-04-12/..", "1985-04-12", None),
    "level 1, interval: open end, month": ("1985-04/..", "1985-04-01", None),
    "level 1, interval: open end, year": ("1985/..", "1985-01-01", None),
    "level 1, interval: open start, day": ("../1985-04-12", None, "1985-04-12"),
    "level 1, interval: open start, month": ("../1985-04", None, "1985-04-30"),
    "level 1, interval: open start, year": ("../1985", None, "1985-12-31"),
    "level 1, interval: unknown end, day": ("1985-04-12/", "1985-04-12", None),
    "level 1, interval: unknown end, month": ("1985-04/", "1985-04-01", None),
    "level 1, interval: unknown end, year": ("1985/", "1985-01-01", None),
    "level 1, interval: unknown start, day": ("/1985-04-12", None, "1985-04-12"),
    "level 1, interval: unknown start, month": ("/1985-04", None, "1985-04-30"),
    "level 1, interval: unknown start, year": ("/1985", None, "1985-12-31"),
    "level 1, interval: approximate start": ("1984~/2004-06", "1984-01-01", "2004-06-30"),
    "level 2, interval: parts marked": ("2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-20"),
    "level 2, interval: open day": ("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03"),
}

LONG_YEAR = "a year of four digits, from 0001 to 9998"
NO_DIGITS = "a year without a count of significant digits"
ALL_OF = "one instant: a set in {} means all of its dates, [] one"

REFUSED = {
    # A clock on an unnamed wall is no instant; with zone=... it is read (see below).
    "level 0, time: local": ("1985-04-12T23:20:30", "a time with Z or an offset like +01:00"),
    # Years that datetime can't hold.
    "level 1, long year": ("Y170000002", LONG_YEAR),
    "level 1, long year before year 0": ("Y-170000002", LONG_YEAR),
    "level 1, negative year": ("-1985", LONG_YEAR),
    "level 2, exponent": ("Y-17E7", LONG_YEAR),
    "level 2, significant digits, long year": ("Y171010000S3", LONG_YEAR),
    "level 2, significant digits, exponent": ("Y3388E2S3", LONG_YEAR),
    # Reporters don't estimate years to so many digits.
    "level 2, significant digits": ("1950S2", NO_DIGITS),
    # A moment is one instant, not many.
    "level 2, all of: years": ("{1667,1668,1670..1672}", ALL_OF),
    "level 2, all of: mixed": ("{1960,1961-12}", ALL_OF),
    "level 2, all of: and before": ("{..1984}", ALL_OF),
}


@pytest.mark.parametrize("name", DATES)
def test_a_date_is_accepted(name: str) -> None:
    text, canonical, first, last = DATES[name]
    when = When.parse(text)
    assert str(when) == (canonical or text)
    assert (str(when.first_day), str(when.last_day)) == (first, last)


@pytest.mark.parametrize("name", INTERVALS)
def test_an_interval_is_accepted(name: str) -> None:
    text, first, last = INTERVALS[name]
    period = Period.parse(text)
    assert str(period) == text
    days = period.first_day, period.last_day
    assert tuple(None if day is None else str(day) for day in days) == (first, last)


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_supported_is_refused(name: str) -> None:
    text, allowed = REFUSED[name]
    with pytest.raises(InvalidDate) as caught:
        When.parse(text)
    assert str(caught.value) == f"When: expected {allowed}, got {text!r}"


def test_a_local_time_is_read_in_a_zone_that_is_given() -> None:
    when = When.parse("1985-04-12T23:20:30", zone="America/New_York")
    assert str(when) == "1985-04-12T23:20:30-05:00[America/New_York]"
