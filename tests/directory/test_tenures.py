"""Who held a post on a day: against a model that tries every day the ends may lie on."""

from __future__ import annotations

import datetime as dt
import pickle
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from natobrief import InvalidDate, Period, Person, Post, Truth, UnknownName, When
from natobrief.directory import Directory, Tenure
from tests.directory.small import Row, league, load, load_one, tenure

FIRST = dt.date(2020, 1, 1)
DAYS = 120
CUT_OFF = dt.date(2022, 12, 31)


def day(number: int) -> dt.date:
    return FIRST + dt.timedelta(days=number)


@st.composite
def bounds(draw: st.DrawFn) -> tuple[int, int]:
    low = draw(st.integers(0, DAYS))
    return low, low + draw(st.sampled_from((0, 0, 3, 20)))


@st.composite
def terms(draw: st.DrawFn) -> tuple[tuple[int, int], tuple[int, int]]:
    """Draw the bounds of a start and an end that can follow it."""
    start, end = draw(bounds()), draw(bounds())
    return (start, end) if start[0] <= end[1] else (end, start)


def text(bound: tuple[int, int]) -> str:
    low, high = bound
    return str(day(low)) if low == high else f"[{day(low)}..{day(high)}]"


def by_trying(term: tuple[tuple[int, int], tuple[int, int]], asked: int) -> Truth:
    """Try every pair of days for start and end; both are included."""
    (s_low, s_high), (e_low, e_high) = term
    answers = {
        s <= asked <= e
        for s in range(s_low, s_high + 1)
        for e in range(e_low, e_high + 1)
        if s <= e
    }
    return Truth.POSSIBLY if len(answers) == 2 else Truth.of(answers.pop())


@settings(max_examples=60)
@given(st.lists(terms(), min_size=1, max_size=4), st.integers(-5, DAYS + 25))
def test_holders_are_those_that_a_trial_of_all_days_finds(
    drawn: list[tuple[tuple[int, int], tuple[int, int]]], asked: int
) -> None:
    rows = [
        tenure(f"person-{number}", f"{text(start)}/{text(end)}")
        for number, (start, end) in enumerate(drawn)
    ]
    with tempfile.TemporaryDirectory() as folder:
        directory = load_one(Path(folder), league(*rows))
    found = {row.holder.id: row.certainty for row in directory.holders("rivers-chair", day(asked))}
    expected = {f"person-{n}": by_trying(term, asked) for n, term in enumerate(drawn)}
    assert found == {key: truth for key, truth in expected.items() if truth is not Truth.NO}


def certainty(folder: Path, row: Row, on: str) -> Truth:
    found = load_one(folder, league(row)).holders("rivers-chair", on)
    return found[0].certainty if found else Truth.NO


@pytest.mark.parametrize(
    ("period", "on", "expected"),
    [
        ("2020-01-01/2020-06-30", "2019-12-31", Truth.NO),
        ("2020-01-01/2020-06-30", "2020-01-01", Truth.YES),
        ("2020-01-01/2020-06-30", "2020-06-30", Truth.YES),
        ("2020-01-01/2020-06-30", "2020-07-01", Truth.NO),
        ("2020-01-01/2020-06-30", "2020", Truth.YES),
        ("2020-01-01/2020-06-30", "2020-06-29/2020-07-04", Truth.YES),
        ("2020-01-01/2020-06", "2020-06-15", Truth.POSSIBLY),
        ("2020-01-01/2020-06", "2020-06-01", Truth.YES),
        ("[..2020-05-16]/[2021-01-21..]", "2020-05-15", Truth.POSSIBLY),
        ("[..2020-05-16]/[2021-01-21..]", "2020-05-16", Truth.YES),
        ("[..2020-05-16]/[2021-01-21..]", "2021-01-21", Truth.YES),
        ("[..2020-05-16]/[2021-01-21..]", "2021-01-22", Truth.POSSIBLY),
        ("2020-01-01/", "2020-01-01", Truth.YES),
        ("2020-01-01/", "2020-01-02", Truth.POSSIBLY),
        ("2020-01-01/..", "2022-12-31", Truth.YES),
        ("2020-01-01/..", "2023-01-01", Truth.POSSIBLY),
        ("2023-05-01/..", "2023-05-01", Truth.YES),
        ("../2020-06-30", "1950", Truth.YES),
    ],
)
def test_certainty_at_the_bounds(tmp_path: Path, period: str, on: str, expected: Truth) -> None:
    assert certainty(tmp_path, tenure("anna-alm", period), on) is expected


def test_accounts_that_differ_make_it_possible(tmp_path: Path) -> None:
    row = tenure(
        "anna-alm",
        "2020-01-01/2020-06-30",
        accounts=[{"time": "2020-01-01/2020-06-10", "sources": [1], "note": "by the gazette"}],
    )
    assert certainty(tmp_path, row, "2020-06-10") is Truth.YES
    assert certainty(tmp_path, row, "2020-06-11") is Truth.POSSIBLY
    assert certainty(tmp_path, row, "2020-07-01") is Truth.NO
    (found,) = load_one(tmp_path, league(row)).history("rivers-chair")
    assert found.accounts[0].note == "by the gazette"


def test_a_handover_is_flagged_on_its_day_only(tmp_path: Path) -> None:
    directory = load_one(
        tmp_path,
        league(
            tenure("anna-alm", "2020-01-01/2020-06-30"),
            tenure("bo-berg", "2020-06-30/2021-06"),
            tenure("cleo-dahl", "2021-06/..", acting=True),
        ),
    )

    def seen(on: str) -> list[tuple[str | None, bool]]:
        return [(row.holder.id, row.handover) for row in directory.holders("rivers-chair", on)]

    assert seen("2020-06-29") == [("anna-alm", False)]
    assert seen("2020-06-30") == [("anna-alm", True), ("bo-berg", True)]
    assert seen("2021-06-15") == [("bo-berg", False), ("cleo-dahl", False)]
    assert seen("2021-06") == [("bo-berg", True), ("cleo-dahl", True)]


def test_history_and_gaps(tmp_path: Path) -> None:
    directory = load_one(
        tmp_path,
        league(
            tenure("cleo-dahl", "2021-06-01/[2022-01-01..]"),
            tenure("anna-alm", "2020-01-01/2020-06-30"),
            tenure("bo-berg", "2020-06-30/2020-09", acting=True),
            tenure("dan-ek", "2022-06-01/.."),
        ),
    )
    assert [(row.holder.id, row.acting) for row in directory.history("rivers-chair")] == [
        ("anna-alm", None),
        ("bo-berg", True),
        ("cleo-dahl", None),
        ("dan-ek", None),
    ]
    assert directory.gaps("rivers-chair") == (Period.parse("2020-10-01/2021-05-31"),)


def test_no_gap_where_the_next_day_has_a_holder(tmp_path: Path) -> None:
    rows = (
        tenure("anna-alm", "2020-01-01/2020-06-30"),
        tenure("bo-berg", "2020-07-01/2020-12-31"),
        tenure("cleo-dahl", "../2020-03-01"),
    )
    assert load_one(tmp_path, league(*rows)).gaps("rivers-chair") == ()


def test_what_was_known_then(tmp_path: Path) -> None:
    expected = [
        {"end": "2020-12-31", "known": "2020-01-01", "sources": [1]},
        {"end": "2021-12-31", "known": "2020-11-01", "sources": [1]},
    ]
    directory = load_one(
        tmp_path,
        league(
            tenure("anna-alm", "2020-01-01/2021-03-31", expected=expected),
            tenure("bo-berg", "2021-03-31/.."),
        ),
    )

    def known(on: str) -> list[tuple[str | None, str, bool]]:
        rows = directory.history("rivers-chair", known=on)
        return [(row.holder.id, str(row.period), row.end_is_expected) for row in rows]

    assert known("2019-12-31") == []
    assert known("2020-06-01") == [("anna-alm", "2020-01-01/2020-12-31", True)]
    assert known("2020-11-01") == [("anna-alm", "2020-01-01/2021-12-31", True)]
    assert known("2021-03-31") == [
        ("anna-alm", "2020-01-01/2021-03-31", False),
        ("bo-berg", "2021-03-31/..", False),
    ]
    assert known("2030") == known("2021-03-31")
    assert directory.posts("anna-alm", known="2020-06-01")[0].end_is_expected
    (row,) = directory.holders("rivers-chair", "2021-02-01", known="2021-01-01")
    assert (row.certainty, row.holder.name) == (Truth.POSSIBLY, "Anna Alm")


def test_without_an_expected_end_the_future_was_open(tmp_path: Path) -> None:
    directory = load_one(tmp_path, league(tenure("anna-alm", "2020-01-01/2021-03-31")))
    (row,) = directory.holders("rivers-chair", "2020-06-01", known="2020-06-01")
    assert (str(row.period), row.certainty) == ("2020-01-01/..", Truth.YES)
    (row,) = directory.holders("rivers-chair", "2021-06-01", known="2020-06-01")
    assert row.certainty is Truth.POSSIBLY


def test_days_are_given_in_any_form(tmp_path: Path) -> None:
    directory = load_one(tmp_path, league(tenure("anna-alm", "2020-01-01/2020-06-30")))
    forms = ("2020-06-30", dt.date(2020, 6, 30), When.parse("2020-06-30"))
    answers = [directory.holders("rivers-chair", on) for on in forms]
    assert all(answer == answers[0] for answer in answers)
    with pytest.raises(InvalidDate):
        directory.holders("rivers-chair", "soon")


def test_posts_and_people_are_given_by_id_name_or_value(tmp_path: Path) -> None:
    directory = load_one(tmp_path, league(tenure("anna-alm", "2020-01-01/2020-06-30")))
    (row,) = directory.holders("Chair of the League of Rivers", "2020-02-01")
    for post in ("rivers-chair", "League of Rivers Chair", row.post, Post(name=row.post.name)):
        assert directory.holders(post, "2020-02-01") == (row,)
    for person in ("anna-alm", "Anna Alm", row.holder, Person(name="Anna Alm"), "Alm"):
        assert directory.posts(person, "2020-02-01") == (row,)
    assert directory.posts("Anna Alm", "2021") == ()


def test_names_that_no_post_or_person_has(tmp_path: Path) -> None:
    posts: list[Row] = [
        {"id": "rivers-chair", "name": "Chair of the League of Rivers", "of": "rivers"},
        {"id": "rivers-vice", "name": "Vice Chair", "titles": ["Chair"], "of": "rivers"},
    ]
    people = [{"id": "anna-alm", "name": "Anna Alm"}, {"id": "ann-alm", "name": "Ann Alm"}]
    directory = load_one(
        tmp_path, league(tenure("anna-alm", "2020/2021"), posts=posts, people=people)
    )
    errors: list[str] = []
    for ask in (
        lambda: directory.holders("Chair of the Leage of Rivers", "2020"),
        lambda: directory.holders("Chair", "2020"),
        lambda: directory.history("Bailiff"),
        lambda: directory.posts("Alm"),
        lambda: directory.posts("Anna Alme"),
        lambda: directory.members("Leage of Rivers"),
        lambda: directory.body("Anna Alm"),
    ):
        with pytest.raises(UnknownName) as caught:
            ask()
        errors.append(str(caught.value))
    assert errors == [
        (
            "no post is known as 'Chair of the Leage of Rivers'; "
            "did you mean 'Chair of the League of Rivers'?"
        ),
        (
            "no one post is known as 'Chair'; "
            "did you mean 'Chair of the League of Rivers' or 'Vice Chair'?"
        ),
        "no post is known as 'Bailiff'",
        "no one person is known as 'Alm'; did you mean 'Ann Alm' or 'Anna Alm'?",
        "no person is known as 'Anna Alme'; did you mean 'Anna Alm' or 'Ann Alm'?",
        "no organization is known as 'Leage of Rivers'; did you mean 'League of Rivers'?",
        "no organization is known as 'Anna Alm'; did you mean 'Anna Alm' or 'Ann Alm'?",
    ]


def test_the_value_of_a_tenure(tmp_path: Path) -> None:
    (row,) = load_one(tmp_path, league(tenure("anna-alm", "2020/2021", note="x"))).history(
        "rivers-chair"
    )
    expected = (
        "Tenure(holder=Person(name='Anna Alm', id='anna-alm'), "
        "post=Post(name='Chair of the League of Rivers', id='rivers-chair'), "
        "period=Period.parse('2020/2021'), note='x', sources=('a page',))"
    )
    assert repr(row) == expected
    assert eval(expected) == row
    assert hash(row) == hash(eval(expected))
    assert isinstance(row, Tenure)


def test_an_unknown_holder_stands_by_its_id(tmp_path: Path) -> None:
    content = league(tenure("anna-alm", "2020/2021"), people=[])
    (row,) = load(tmp_path, content).holders("rivers-chair", "2020")
    assert row.holder == Person(id="anna-alm", name="anna-alm")


def test_an_empty_directory(tmp_path: Path) -> None:
    directory = load_one(tmp_path, {"directory": "1", "cut_off": "2022"})
    assert repr(directory) == "<Directory: empty>"
    assert (directory.validate(), directory.events(), directory.conflicts) == ((), (), ())
    assert directory.names("nobody") == ()
    assert isinstance(directory.merge(directory), Directory)


def test_a_directory_is_pickled_by_its_documents(tmp_path: Path) -> None:
    directory = load_one(tmp_path, league(tenure("anna-alm", "2020/2021")))
    directory.resolve("Alm")
    again = pickle.loads(pickle.dumps(directory))
    assert again.history("rivers-chair") == directory.history("rivers-chair")
    assert pickle.loads(pickle.dumps(Directory.default())) is Directory.default()


def test_what_the_tenure_is_in_may_be_unknown(tmp_path: Path) -> None:
    content = league(tenure("anna-alm", "2020/2021"), organizations=[])
    directory = load_one(tmp_path, content)
    assert directory.names("rivers-chair") == ("Chair of the League of Rivers",)
    assert directory.posts(Person(id="x", name="Anna Alm"))[0].holder.id == "anna-alm"
