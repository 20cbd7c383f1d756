"""Every relation of every kind of time, against the oracle and against the times themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pendulum
import pytest

from natobrief.errors import InvalidDate, InvalidValue
from natobrief.model import AnyRecord, Meeting, OccasionRelation, Quote, Statement
from natobrief.query import Corpus, MeetingSelection, QuoteSelection
from natobrief.when import Period, When
from tests.query import oracle
from tests.query.oracle import Asked
from tests.query.small import directory
from tests.query.strategies import DAYS, TIMES, time_in

QUOTES = [Quote(text=f"quote {n}", said=day) for n, day in enumerate((*DAYS, None))]
MEETINGS = [Meeting(uid=f"meeting {n}", scheduled=time) for n, time in enumerate((*TIMES, None))]
CORPUS = Corpus.of(*QUOTES, *MEETINGS, directory=directory())
ASKED = [*TIMES, *MEETINGS]


def asked_of(x: str | Meeting) -> Asked:
    """Say what a day argument means."""
    if isinstance(x, Meeting):
        return Asked(oracle.time_of(x), whole=False)
    return Asked(time_in(x), whole=True)


def shown(x: object) -> str:
    return f"meeting {x.time}" if isinstance(x, Meeting) else str(x)


def answers(selection: QuoteSelection | MeetingSelection) -> dict[AnyRecord, int]:
    """Return 2 for what is certain and 1 for what is possible."""
    possible: dict[AnyRecord, int] = dict.fromkeys(selection.possible(), 1)
    return possible | dict.fromkeys(selection, 2)


def expected(test: Callable[..., int], *arguments: object) -> dict[AnyRecord, int]:
    records: list[AnyRecord] = [*QUOTES, *MEETINGS]
    found = {record: test(record, *arguments) for record in records}
    return {record: answer for record, answer in found.items() if answer}


@pytest.mark.parametrize("x", ASKED, ids=shown)
def test_relations_agree_with_enumeration(x: str | Meeting) -> None:
    quotes, meetings = CORPUS.quotes, CORPUS.meetings
    overlapping = expected(oracle.overlaps, asked_of(x))
    assert answers(quotes.on(x)) | answers(meetings.on(x)) == overlapping
    assert answers(quotes.during(x)) | answers(meetings.during(x)) == overlapping
    before = answers(quotes.before(x)) | answers(meetings.before(x))
    assert before == expected(oracle.before, asked_of(x))
    after = answers(quotes.after(x)) | answers(meetings.after(x))
    assert after == expected(oracle.after, asked_of(x))


@pytest.mark.parametrize("days", [0, 2])
@pytest.mark.parametrize("x", ASKED, ids=shown)
def test_around_agrees_with_a_count_of_days(x: str | Meeting, days: int) -> None:
    found = answers(CORPUS.quotes.around(x, days)) | answers(CORPUS.meetings.around(x, days=days))
    assert found == expected(oracle.around, asked_of(x), days)


@pytest.mark.parametrize(
    "first", ["2022-01-08", "../2022-01-10", "2022-01-08/", MEETINGS[1]], ids=shown
)
@pytest.mark.parametrize(
    "last", ["2022-01-10", "2022-W02", "2022-01-10/..", MEETINGS[7]], ids=shown
)
def test_between_agrees_with_enumeration(first: str | Meeting, last: str | Meeting) -> None:
    found = answers(CORPUS.quotes.between(first, last))
    found |= answers(CORPUS.meetings.between(first, last))
    assert found == expected(oracle.between, asked_of(first), asked_of(last))


@pytest.mark.parametrize("x", TIMES)
def test_a_time_and_a_selection_give_one_answer(x: str) -> None:
    asked = {"before": CORPUS.meetings.before(x), "after": CORPUS.meetings.after(x)}
    asked["overlaps"] = CORPUS.meetings.during(x)
    for relation, selection in asked.items():
        for meeting in MEETINGS:
            if meeting.time is not None:
                truth = getattr(meeting.time, relation)(x)
                assert (meeting in selection) is truth.certain, (relation, meeting.time)
                assert (meeting in selection.possible()) is truth.possible


@pytest.mark.parametrize(
    "day",
    [
        "2022-01-07",
        When.parse("2022-01-07"),
        dt.date(2022, 1, 7),
        pendulum.date(2022, 1, 7),
        When.parse("2022-01-07").extent,
        "2022-01-07T00:00:00.000000Z/2022-01-07T23:59:59.999999Z",
    ],
)
def test_all_ways_to_write_a_day_mean_all_of_it(day: str) -> None:
    found = {str(quote.said) for quote in CORPUS.quotes.on(day)}
    assert found == {"2022-01-07", "2022-01-07~"}


def test_a_time_with_a_zone_is_a_day_argument() -> None:
    noon = pendulum.datetime(2022, 1, 12, 13, 0, tz="UTC")
    assert len(CORPUS.quotes.on(noon).possible()) > len(CORPUS.quotes.on(noon)) == 0
    assert Corpus.of(Quote(text="Yes.", said=noon)).quotes.on(noon)


def test_a_period_keeps_the_doubt_about_its_first_and_last_day() -> None:
    first = Quote(text="Yes.", said="2022-01-07")
    quotes = Corpus.of(first).quotes
    period = Period.parse("2022-01-07/2022-01-31")
    assert (len(quotes.during(period)), len(quotes.during(period).possible())) == (0, 1)
    assert len(quotes.between("2022-01-07", "2022-01-31")) == 1


def test_around_a_meeting_counts_what_says_that_it_was_made_there() -> None:
    council = Meeting(uid="council", scheduled="2022-01-12")
    coarse = Statement(made="2022", occasion="council", occasion_relation=OccasionRelation.AT)
    later = coarse.evolve(occasion_relation=OccasionRelation.AFTER)
    statements = Corpus.of(council, coarse, later).statements
    assert list(statements.around(council)) == [coarse]
    assert list(statements.around(council).undecided) == [later]
    assert list(statements.around("2022-01-12")) == []
    # The meeting itself may be none of this corpus.
    assert list(Corpus.of(coarse).statements.around(council)) == [coarse]


def test_days_around_are_days_of_the_calendar_over_a_change_of_the_clocks() -> None:
    sunday = "2022-03-27[Europe/Brussels]"
    late = Quote(text="Yes.", said="2022-03-29[Europe/Brussels]")
    quotes = Corpus.of(late).quotes
    assert [len(quotes.around(sunday, days=n).possible()) for n in (1, 2)] == [0, 1]
    assert len(quotes.around(sunday, days=2)) == 1


def test_days_around_stop_where_time_does() -> None:
    early, late = Quote(text="a", said="0001-01-02"), Quote(text="b", said="9998-12-30")
    quotes = Corpus.of(early, late).quotes
    assert list(quotes.around("0001-01-02", days=10)) == [early]
    assert list(quotes.around("9998-12-30", days=10)) == [late]
    assert list(quotes.around("2022", days=10**9)) == [early, late]


_DAY = "EDTF text, a When, a Period, a date or a Meeting"


WRONG: list[tuple[Callable[[Any], object], str]] = [
    (lambda s: s.on(3), f"Selection.on.day: expected {_DAY}, got 3"),
    (lambda s: s.during(None), f"Selection.during.period: expected {_DAY}, got None"),
    (lambda s: s.as_of([]), f"Selection.as_of.day: expected {_DAY}, got []"),
    (
        lambda s: s.between("2022-01-07", "2022-01-06"),
        "Selection.between.last: expected nothing before first (2022-01-07), got 2022-01-06",
    ),
    (
        lambda s: s.around("2022", days=-1),
        "Selection.around.days: expected a whole number of days, 0 or more, got -1",
    ),
    (
        lambda s: s.around("2022", days=True),
        "Selection.around.days: expected a whole number of days, 0 or more, got True",
    ),
]


@pytest.mark.parametrize(("ask", "message"), WRONG)
def test_a_wrong_day_argument_says_what_is_possible(
    ask: Callable[[Any], object], message: str
) -> None:
    with pytest.raises(InvalidValue) as error:
        ask(CORPUS.quotes)
    assert str(error.value) == message


def test_a_text_that_is_no_date_names_the_argument() -> None:
    with pytest.raises(InvalidDate) as error:
        CORPUS.quotes.before("soon")
    (fault,) = error.value.faults
    assert (fault.path, fault.came) == ("Selection.before.x", "'soon'")


def test_an_unknown_time_is_possible_in_every_question() -> None:
    unknown = Quote(text="Yes.")
    quotes = Corpus.of(unknown).quotes
    for selection in (quotes.on("2022"), quotes.before("2022"), quotes.after("2022")):
        assert list(selection.undecided) == [unknown]
        assert list((~selection).undecided) == [unknown]
