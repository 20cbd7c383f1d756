"""The questions of the design, asked of January 2022, and the two clocks day by day."""

from __future__ import annotations

import pytest

from natobrief.errors import InvalidValue, UnknownReference
from natobrief.model import Link, Meeting, MeetingStatus, Outcome, Statement
from natobrief.model.encounters import UidClasses, by_age
from natobrief.query import Corpus
from natobrief.when import When
from tests.query.january import CORPUS, REPORTS

NAMES = ("council-proposed", "council-confirmed", "council-held")


def test_the_questions_of_the_design() -> None:
    corpus = CORPUS
    assert len(corpus.quotes.by("Jens Stoltenberg").during("2022-01")) == 2
    council = corpus.meetings.of("NATO-Russia Council").one()
    assert (council.uid, council.outcome) == ("council-held", Outcome.HELD)
    ahead = corpus.meetings.upcoming(on="2022-01-08")
    assert [meeting.uid for meeting in ahead] == ["talks", "council-held"]
    then = corpus.as_of("2021-12-28").meetings.upcoming()
    assert [(m.uid, m.status) for m in then] == [("council-proposed", MeetingStatus.TENTATIVE)]
    assert [s.made for s in corpus.statements.around(council, days=3)] == [When.parse("2022-01-12")]
    assert len(corpus.statements.around(council, days=5)) == 2
    assert corpus.statements.occasion(council, "after").one().occasion == "council-proposed"
    before = corpus.quotes.mentioning("risk of conflict").before(council)
    assert [quote.said for quote in before] == [When.parse("2022-01-07")]
    assert [q.said for q in before.possible()] == [
        When.parse("2022-01-07"),
        When.parse("2022-01-12"),
    ]
    counts = corpus.statements.by_holder_of("NATO Secretary General").per("week")
    assert [(c.label, c.certain, c.possible) for c in counts] == [
        ("2022-W01", 1, 1),
        ("2022-W02", 1, 1),
    ]


@pytest.mark.parametrize(
    ("day", "council", "ahead"),
    [
        ("2021-12-26", None, []),
        ("2021-12-27", "council-proposed", ["council-proposed"]),
        ("2021-12-28", "council-proposed", ["council-proposed"]),
        ("2021-12-29", "council-proposed", ["council-proposed"]),
        ("2021-12-30", "council-confirmed", ["talks", "council-confirmed"]),
        ("2022-01-06", "council-confirmed", ["talks", "council-confirmed"]),
        ("2022-01-07", "council-confirmed", ["talks", "council-confirmed"]),
        ("2022-01-10", "council-confirmed", ["council-confirmed"]),
        ("2022-01-11", "council-confirmed", ["council-confirmed"]),
        ("2022-01-12", "council-held", []),
    ],
)
def test_the_council_as_known_day_by_day(day: str, council: str | None, ahead: list[str]) -> None:
    then = CORPUS.as_of(day)
    assert [m.uid for m in then.meetings.of("NATO-Russia Council")] == [council][
        : council is not None
    ]
    assert [m.uid for m in then.meetings.upcoming()] == ahead
    assert [m.uid for m in CORPUS.meetings.as_of(day).upcoming()] == ahead
    assert len(then.quotes) == (day >= "2022-01-07") + (day >= "2022-01-12")
    assert len(then.statements) == len(then.quotes)


def test_a_report_of_an_unsure_day_is_possible_in_between() -> None:
    old = Meeting(uid="talks", name="old", known="2021-12-27")
    new = Meeting(uid="talks", name="new", known="[2022-01-03..2022-01-05]")
    meetings = Corpus.of(old, new).meetings
    assert list(meetings.as_of("2022-01-02").possible()) == [old]
    assert list(meetings.as_of("2022-01-04").undecided) == [old, new]
    assert list(meetings.as_of("2022-01-05").possible()) == [new]
    assert list(meetings) == [new]


def test_of_two_days_the_earlier_counts() -> None:
    late, early = CORPUS.as_of("2022-01-12"), CORPUS.as_of("2021-12-27")
    for one in (late.meetings.as_of("2021-12-27"), early.meetings.as_of("2022-01-12")):
        assert one.query == early.meetings.query
        assert one.upcoming().query == early.meetings.upcoming().query


def test_revisions_are_all_reports() -> None:
    revisions = CORPUS.meetings.of("NATO-Russia Council").revisions()
    assert {meeting.uid for meeting in revisions} == set(NAMES)
    assert list(CORPUS.meetings.revisions().of("NATO-Russia Council")) == list(revisions)


def test_uids_go_through_links_and_the_eldest_names_the_class() -> None:
    for uid in NAMES:
        assert CORPUS.uids(uid) == ("council-proposed", "council-confirmed", "council-held")
        assert CORPUS.get(uid) == REPORTS[3].meetings[0]
        assert CORPUS.statements.occasion(uid).one().made == When.parse("2022-01-12")
    newest = CORPUS.meetings.of("NATO-Russia Council").one()
    assert CORPUS.uids(newest.id) == CORPUS.uids(newest)
    assert CORPUS.uids(Meeting(uid="elsewhere")) == ("elsewhere",)


def test_the_order_of_age() -> None:
    never = Meeting(uid="never")
    long = Meeting(uid="long", known="2022-01")
    short = Meeting(uid="short", known="2022-01-01")
    same = [Meeting(uid=f"same {n}", known="2022-01-02") for n in range(3)]
    assert by_age([*same, long, short, never])[:3] == [never, short, long]
    assert by_age([*same])[0].id == min(meeting.id for meeting in same)


def test_classes_join_whatever_the_order_of_links() -> None:
    links = [Link(uid=a, same_as=b, reason="r") for a, b in ("ab", "cd", "bc", "ad", "xy")]
    for order in (links, links[::-1]):
        classes = UidClasses([Meeting(uid="c", known="2021"), Meeting(uid="d")], order)
        assert classes.uids("a") == ("c", "d", "a", "b")
        assert classes.uids("y") == ("x", "y")
        assert classes.uids("z") == ("z",)
        assert [classes.knows(uid) for uid in "adz"] == [True, True, False]


@pytest.mark.parametrize("reference", ["elsewhere", "meeting-1", REPORTS[2].quotes[0].id])
def test_an_unknown_uid_is_refused(reference: str) -> None:
    where = "the meetings of this corpus" if reference.startswith("quote-") else "this corpus"
    for ask in (CORPUS.uids, CORPUS.statements.occasion, CORPUS.meetings.part_of):
        with pytest.raises(UnknownReference) as error:
            ask(reference)
        assert str(error.value) == f"nothing in {where} has the id or uid {reference!r}"


def test_a_uid_may_lead_out_of_the_corpus() -> None:
    said = Statement(occasion="elsewhere")
    part = Meeting(uid="part", part_of="whole")
    corpus = Corpus.of(said, part, Statement())
    assert corpus.statements.occasion("elsewhere").one() == said
    assert len(corpus.statements.occasion("elsewhere").undecided) == 1
    assert corpus.meetings.part_of("whole").one() == part
    assert corpus.meetings.part_of(Meeting(uid="whole")).one() == part
    with pytest.raises(UnknownReference):
        corpus.get("elsewhere")


def test_a_meeting_argument_is_a_meeting() -> None:
    with pytest.raises(InvalidValue) as error:
        CORPUS.statements.occasion(3)  # type: ignore[arg-type]
    assert str(error.value) == (
        "Selection.occasion.meeting: expected a Meeting, or a uid or id of one, got 3"
    )
    with pytest.raises(InvalidValue) as error:
        CORPUS.statements.occasion("talks", "during")
    assert str(error.value) == (
        "Selection.occasion.relation: expected one of 'before', 'at', 'after', 'about', "
        "got 'during'"
    )


def test_upcoming_leaves_out_what_was_called_off() -> None:
    plan = Meeting(uid="plan", scheduled="2022-01-10")
    off = Meeting(uid="off", scheduled="2022-01-10", status=MeetingStatus.CANCELLED)
    failed = Meeting(uid="failed", scheduled="2022-01-10", outcome=Outcome.NOT_HELD)
    open_ = Meeting(uid="open", status=MeetingStatus.POSTPONED)
    meetings = Corpus.of(plan, off, failed, open_).meetings
    assert list(meetings.upcoming(on="2022-01-09")) == [plan]
    assert list(meetings.upcoming(on="2022-01-09").undecided) == [open_]
    assert not meetings.upcoming(on="2022-01-10")
    asked = meetings.upcoming(on="2022-01-09", within=3, cancelled=True)
    assert {meeting.uid for meeting in asked} == {"plan", "off", "failed"}
    assert asked.status("cancelled").one() == off
    assert asked.explain() == "meetings upcoming on 2022-01-09, cancelled ones too, within 3 days"
    with pytest.raises(InvalidValue) as error:
        meetings.upcoming(on="2022-01-09", cancelled="yes")  # type: ignore[arg-type]
    assert str(error.value) == "Selection.upcoming.cancelled: expected True or False, got 'yes'"


def test_upcoming_within_some_days() -> None:
    days = ("2022-03-25", "2022-03-26", "2022-03-28", "2022-03-29")
    zone = "Europe/Brussels"  # where the clocks change on the 27th
    meetings = Corpus.of(*(Meeting(uid=d, scheduled=f"{d}[{zone}]") for d in days)).meetings
    for on in (f"2022-03-25[{zone}]", f"2022-03-25T12:00Z[{zone}]"):
        found = meetings.upcoming(on=on, within=3)
        assert [meeting.uid for meeting in found] == list(days[1:3])
        assert days[3] not in {meeting.uid for meeting in found.possible()}
    then = Corpus.of(Meeting(uid="a", scheduled="2022-01-10", known="2022-01-01")).as_of(
        "2022-01-07"
    )
    assert [len(then.meetings.upcoming(within=n)) for n in (2, 3)] == [0, 1]


@pytest.mark.parametrize(
    ("on", "within", "message"),
    [
        (None, None, "Selection.upcoming.on: expected a day, since as_of gave none, got None"),
        (
            "2022",
            -1,
            "Selection.upcoming.within: expected a whole number of days, 0 or more, got -1",
        ),
    ],
)
def test_upcoming_needs_a_day(on: str | None, within: int | None, message: str) -> None:
    with pytest.raises(InvalidValue) as error:
        CORPUS.meetings.upcoming(on, within)
    assert str(error.value) == message
