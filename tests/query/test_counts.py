"""Counts by period: each row is a question of its own."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from natobrief.errors import InvalidValue
from natobrief.model import AnyRecord, Meeting, Quote
from natobrief.query import Corpus, Count
from natobrief.when import When
from tests.query.small import directory
from tests.query.strategies import record_lists

UNITS = ("day", "week", "month", "quarter", "year")


@given(record_lists(), st.sampled_from(UNITS), st.sampled_from(["UTC", "Europe/Brussels"]))
@settings(max_examples=40)
def test_a_row_counts_what_its_period_finds(records: list[AnyRecord], unit: str, zone: str) -> None:
    corpus = Corpus.of(*records, directory=directory())
    for selection in (corpus.quotes, corpus.meetings.as_of("2022-01-07")):
        counts = selection.per(unit, zone=zone)
        for count in counts:
            assert count.certain == len(selection.during(count.period))
            assert count.possible == len(selection.during(count.period).possible())
        assert counts == selection.possible().per(unit, zone=zone)
        bounds = [count.period.bounds for count in counts]
        assert all(bounds[i][1] == bounds[i + 1][0] for i in range(len(bounds) - 1))
        if counts:
            assert counts[0].certain
            assert counts[-1].certain or any(isinstance(r, Meeting) for r in records)


def labels(*days: str, unit: str, zone: str = "UTC") -> list[tuple[str, int]]:
    quotes = Corpus.of(*(Quote(text=f"{n}", said=d) for n, d in enumerate(days))).quotes
    return [(count.label, count.certain) for count in quotes.per(unit, zone)]


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("day", [("2021-12-31", 1), ("2022-01-01", 0), ("2022-01-02", 0), ("2022-01-03", 2)]),
        ("week", [("2021-W52", 1), ("2022-W01", 2)]),
        ("month", [("2021-12", 1), ("2022-01", 2)]),
        ("quarter", [("2021-36", 1), ("2022-33", 2)]),
        ("year", [("2021", 1), ("2022", 2)]),
    ],
)
def test_periods_of_the_calendar(unit: str, expected: list[tuple[str, int]]) -> None:
    assert labels("2022-01-03", "2021-12-31", "2022-01-03T10:00Z", unit=unit) == expected


def test_empty_periods_are_shown() -> None:
    assert labels("2022-01-07", "2022-01-28", unit="week") == [
        ("2022-W01", 1),
        ("2022-W02", 0),
        ("2022-W03", 0),
        ("2022-W04", 1),
    ]


def test_days_are_counted_in_a_zone() -> None:
    day = "2022-01-07[Europe/Brussels]"
    assert labels(day, unit="day", zone="Europe/Brussels") == [(day, 1)]
    assert labels(day, unit="day") == []
    assert labels(day, unit="week") == [("2022-W01", 1)]


def test_what_lasts_counts_in_each_period_and_open_ends_stop_at_the_start() -> None:
    long = Meeting(uid="long", held="2022-01-07/2022-01-09")
    rows = Corpus.of(long).meetings.per("day")
    assert [(c.label, c.certain, c.possible) for c in rows] == [
        ("2022-01-07", 1, 1),
        ("2022-01-08", 1, 1),
        ("2022-01-09", 1, 1),
    ]
    for time in ("2022-01-07/..", "../2022-01-07"):
        rows = Corpus.of(Meeting(uid="open", scheduled=time)).meetings.per("day")
        assert [(c.label, c.certain) for c in rows] == [("2022-01-07", 1)]
    assert Corpus.of(Meeting(uid="x", scheduled="XXXX-01-07")).meetings.per("day") == ()
    assert Corpus.of(Meeting(uid="x", scheduled="../..")).meetings.per("year") == ()
    assert Corpus.of().quotes.per("day") == ()


@pytest.mark.parametrize("unit", ["day", "week", "month", "quarter", "year"])
@pytest.mark.parametrize("zone", ["UTC", "Europe/Brussels", "America/New_York", "+14:00"])
def test_a_day_of_an_unknown_year_falls_into_no_period(unit: str, zone: str) -> None:
    vague = Meeting(uid="vague", scheduled="XXXX-01-12")
    talks = Meeting(uid="talks", scheduled="2022-01-10T10:00Z/2022-01-10T12:00Z")
    (count,) = Corpus.of(vague, talks).meetings.per(unit, zone)
    assert (count.certain, count.possible) == (1, 2)


def test_what_is_undated_is_possible_in_every_row() -> None:
    quotes = Corpus.of(Quote(text="a", said="2022-01-07"), Quote(text="b")).quotes
    assert quotes.per("day") == (Count(period=When.parse("2022-01-07"), certain=1, possible=2),)


@pytest.mark.parametrize(
    ("unit", "zone", "message"),
    [
        (
            "decade",
            "UTC",
            "Selection.per.unit: expected one of day, week, month, quarter, year, got 'decade'",
        ),
        ("day", "Mars", "Selection.per.zone: expected"),
        ("day", 3, "Selection.per.zone: expected"),
    ],
)
def test_a_wrong_unit_or_zone_is_refused(unit: str, zone: str, message: str) -> None:
    with pytest.raises(InvalidValue) as error:
        Corpus.of().quotes.per(unit, zone)
    assert str(error.value).startswith(message)


def test_a_neighbouring_period_is_not_possible() -> None:
    days = ("2022-01-07", "2022-01-08", "2022-01-09")
    quotes = Corpus.of(*(Quote(text=day, said=day) for day in days)).quotes
    assert [(count.certain, count.possible) for count in quotes.per("day")] == [(1, 1)] * 3


@pytest.mark.parametrize("open_one", ["[2022-09-08..]", "[..2022-09-08]"])
@pytest.mark.parametrize("unit", ["day", "week", "month", "quarter", "year"])
def test_a_time_without_a_bound_stretches_no_count(open_one: str, unit: str) -> None:
    talks = Meeting(uid="talks", scheduled="2022-08-02/2022-12-29")
    some_time = Meeting(uid="some time", scheduled=open_one)
    alone = [(c.label, c.certain) for c in Corpus.of(talks).meetings.per(unit)]
    counts = Corpus.of(talks, some_time).meetings.per(unit)
    assert [(count.label, count.certain) for count in counts] == alone
    assert max(count.possible for count in counts) == 2
