"""Order, limit, gaps and the nearest: laws, and days counted one by one."""

from __future__ import annotations

import datetime as dt
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natobrief.errors import InvalidDate, InvalidValue
from natobrief.model import Meeting, Quote, Statement
from natobrief.query import Corpus, Order
from natobrief.when import When

_FIRST = dt.date(2022, 1, 1)
_TIMES = st.integers(0, 40).map(lambda n: str(_FIRST + dt.timedelta(days=n))) | st.sampled_from(
    ["2022-01", "2022-01-07~", "2022-W02", "[2022-01-03..2022-01-05]", "2022-01-09T23:30-05:00"]
)
_SAID = st.lists(st.none() | _TIMES, max_size=7)


def corpus_of(said: list[str | None]) -> Corpus:
    """Return quotes of these days, which became known in the opposite order."""
    return Corpus.of(
        *(
            Quote(text=f"{number}", said=day, known=None if number == 3 else f"{2030 - number}")
            for number, day in enumerate(said)
        )
    )


@given(_SAID)
def test_results_turn_round(said: list[str | None]) -> None:
    quotes = corpus_of(said).quotes
    dated = [quote for quote in quotes if quote.said is not None]
    undated = [quote for quote in quotes if quote.said is None]
    turned = list(quotes.order_by("time", latest_first=True))
    assert sorted(turned, key=lambda q: q.id) == sorted(quotes, key=lambda q: q.id)
    assert turned[len(dated) :] == undated
    keys = [quote.said.bounds for quote in turned[: len(dated)] if quote.said is not None]
    assert keys == sorted(keys, reverse=True)
    assert list(quotes.order_by("time")) == list(quotes)
    known = [q.known.bounds if q.known else (2**63, 0) for q in quotes.order_by(Order.KNOWN)]
    assert known == sorted(known)


@given(_SAID, st.integers(0, 8))
def test_a_limit_keeps_the_first(said: list[str | None], most: int) -> None:
    quotes = corpus_of(said).quotes.order_by("known", latest_first=True)
    assert list(quotes.limit(most)) == list(quotes)[:most]
    assert list(quotes.limit(most).mentioning("1")) == list(quotes.mentioning("1"))[:most]


@given(_SAID, st.integers(1, 3))
def test_gaps_are_the_days_on_which_nothing_lies(said: list[str | None], least: int) -> None:
    quotes = corpus_of(said).quotes
    gaps = quotes.gaps(at_least=least)
    dated = [quote for quote in quotes if quote.said is not None]
    taken = {day for day in _days() if any(_lies(quote, day) for quote in dated)}
    empty = [day for day in _days() if day not in taken and taken and min(taken) < day < max(taken)]
    runs = _runs(empty)
    assert [(gap.days, str(gap.period)) for gap in gaps] == [
        (len(run), f"{run[0]}/{run[-1]}") for run in runs if len(run) >= least
    ]
    by_id = {quote.id: quote for quote in dated}
    for gap in gaps:
        before, after = by_id[gap.before], by_id[gap.after]
        assert before.said is not None
        assert after.said is not None
        assert before.said.before(gap.period).certain
        assert after.said.after(gap.period).certain


def _days() -> list[dt.date]:
    return [_FIRST + dt.timedelta(days=n) for n in range(-5, 50)]


def _lies(quote: Quote, day: dt.date) -> bool:
    assert quote.said is not None
    low, high = When.of(day).bounds
    return quote.said.bounds[0] < high and low < quote.said.bounds[1]


def _runs(days: list[dt.date]) -> list[list[dt.date]]:
    runs: list[list[dt.date]] = []
    for day in days:
        if runs and day - runs[-1][-1] == dt.timedelta(days=1):
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def test_gaps_are_whole_days_of_a_zone() -> None:
    corpus = Corpus.of(
        Quote(text="a", said="2022-01-07T23:30Z"), Quote(text="b", said="2022-01-09T00:30Z")
    )
    assert [str(gap.period) for gap in corpus.quotes.gaps()] == ["2022-01-08/2022-01-08"]
    assert [str(gap.period) for gap in corpus.quotes.gaps(zone="Europe/Brussels")] == []
    endless = Corpus.of(
        Meeting(uid="a", scheduled="2022-01-07/.."), Meeting(uid="b", scheduled="2022-02")
    )
    assert endless.meetings.gaps() == ()


@given(_SAID, _TIMES)
def test_the_nearest_has_no_nearer(said: list[str | None], day: str) -> None:
    quotes = corpus_of(said).quotes
    x = When.parse(day).bounds

    def distance(quote: Quote) -> int:
        assert quote.said is not None
        low, high = quote.said.bounds
        return max(low - x[1] + 1, x[0] - high + 1, 0)

    dated = [quote for quote in quotes if quote.said is not None]
    nearest = quotes.nearest(day)
    if not dated:
        assert nearest is None
        return
    assert nearest == next(q for q in dated if distance(q) == min(map(distance, dated)))


@given(_SAID, _SAID)
def test_a_timeline_holds_statements_and_meetings_in_order(
    made: list[str | None], planned: list[str | None]
) -> None:
    statements = [Statement(made=day, text=str(n)) for n, day in enumerate(made)]
    meetings = [Meeting(uid=str(n), scheduled=day) for n, day in enumerate(planned)]
    corpus = Corpus.of(*statements, *meetings)
    assert corpus.timeline() == corpus.records
    assert corpus.as_of("2100").timeline() == ()
    said = [each.evolve(known="2023") for each in statements]
    known = Corpus.of(*said, *(each.evolve(known="2023") for each in meetings))
    assert known.as_of("2100").timeline() == known.timeline()


def test_arguments_are_checked() -> None:
    quotes = Corpus.of().quotes
    with pytest.raises(InvalidValue) as error:
        quotes.order_by("name")
    assert str(error.value) == (
        "Selection.order_by.order: expected one of 'time', 'known', got 'name'"
    )
    with pytest.raises(InvalidValue) as error:
        quotes.order_by("time", latest_first=cast("bool", "yes"))
    assert str(error.value) == (
        "Selection.order_by.latest_first: expected True or False, got 'yes'"
    )
    with pytest.raises(InvalidValue) as error:
        quotes.limit(-1)
    assert str(error.value) == (
        "Selection.limit.most: expected a whole number of results, 0 or more, got -1"
    )
    with pytest.raises(InvalidValue) as error:
        quotes.gaps(at_least=True)
    assert str(error.value) == (
        "Selection.gaps.at_least: expected a whole number of days, 0 or more, got True"
    )
    with pytest.raises(InvalidDate):
        quotes.nearest("soon")


def test_order_and_limit_are_told() -> None:
    quotes = Corpus.of().quotes
    assert quotes.order_by("time", latest_first=True).limit(3).explain() == (
        "all quotes, latest first, the first 3"
    )
    assert quotes.order_by("known").explain() == (
        "all quotes, in the order in which they became known"
    )
