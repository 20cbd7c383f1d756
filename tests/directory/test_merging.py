"""Directories put together: nothing is lost, and what contradicts is reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from natobrief import Truth
from natobrief.directory import Conflict, Directory
from tests.directory.small import Document, document, league, load_one, tenure


def merged(folder: Path, first: Document, second: Document) -> Directory:
    (folder / "a").mkdir()
    (folder / "b").mkdir()
    return load_one(folder / "a", first).merge(load_one(folder / "b", second))


def test_an_own_directory_refers_to_the_bundled_one(tmp_path: Path) -> None:
    own = document(
        organizations=[{"id": "rivers", "name": "League of Rivers", "period": "1950/.."}],
        memberships=[{"member": "nl", "organization": "rivers", "period": "1951-02-03/.."}],
        posts=[{"id": "rivers-chair", "name": "Chair of the League of Rivers", "of": "rivers"}],
        tenures=[tenure("mark-rutte", "1999/2001")],
    )
    path = tmp_path / "own.json"
    both = Directory.default().merge(load_one(tmp_path, own))
    assert both.validate() == ()
    assert [row.member.name for row in both.members("League of Rivers", "2000")] == ["Netherlands"]
    assert [row.post.name for row in both.posts("Mark Rutte", "2000")] == [
        "Chair of the League of Rivers"
    ]
    assert len(both.members("NATO", "2022-01-07")) == 30
    assert not path.exists()
    assert not Directory.default().candidates("League of Rivers")


def test_merging_with_itself_changes_nothing(tmp_path: Path) -> None:
    directory = load_one(tmp_path, league(tenure("anna-alm", "2020/2021")))
    both = directory.merge(directory)
    assert both.history("rivers-chair") == directory.history("rivers-chair")
    assert (both.conflicts, both.validate()) == ((), ())


def test_the_same_tenure_from_two_sources(tmp_path: Path) -> None:
    first = league(tenure("anna-alm", "2020-01-01/2020-06-30"))
    second = league(tenure("anna-alm", "2020-01-01/2020-06-30", acting=True, note="by the gazette"))
    second["sources"] = {"1": "the gazette"}
    both = merged(tmp_path, first, second)
    (row,) = both.history("rivers-chair")
    assert (row.acting, row.note, row.sources) == (
        True,
        "by the gazette",
        ("a page", "the gazette"),
    )
    assert (row.accounts, both.conflicts, both.validate()) == ((), (), ())


def test_other_dates_become_an_account(tmp_path: Path) -> None:
    account = {"time": "2020-01-01/2020-06-01", "sources": [1]}
    first = league(tenure("anna-alm", "2020-01-01/2020-06-10", accounts=[account]))
    second = league(tenure("anna-alm", "2020-01-01/2020-06-30"))
    second["sources"] = {"1": "the gazette"}
    both = merged(tmp_path, first, second)
    (row,) = both.holders("rivers-chair", "2020-06-20")
    assert (row.certainty, row.sources) == (Truth.POSSIBLY, ("the gazette",))
    assert [(str(each.time), each.sources) for each in row.accounts] == [
        ("2020-01-01/2020-06-10", ("a page",)),
        ("2020-01-01/2020-06-01", ("a page",)),
    ]
    assert both.conflicts == (
        Conflict(
            subject="rivers-chair",
            reason="anna-alm: 2020-01-01/2020-06-30 in one document, "
            "2020-01-01/2020-06-10 in another",
            sources=("a page",),
        ),
    )


def test_another_term_of_the_same_person_stays_another(tmp_path: Path) -> None:
    both = merged(
        tmp_path,
        league(tenure("anna-alm", "2010/2011")),
        league(tenure("anna-alm", "2020/2021")),
    )
    assert [str(row.period) for row in both.history("rivers-chair")] == ["2010/2011", "2020/2021"]
    assert both.conflicts == ()


def test_memberships_are_joined_too(tmp_path: Path) -> None:
    def content(period: str) -> Document:
        return document(
            organizations=[{"id": "rivers", "name": "League of Rivers"}],
            countries=[{"id": "nl", "name": "Netherlands"}],
            memberships=[{"member": "nl", "organization": "rivers", "period": period}],
        )

    both = merged(tmp_path, content("1950-01-01/.."), content("1950-02-01/.."))
    (row,) = both.members("rivers", "1950-01-15")
    assert (row.certainty, str(row.period)) == (Truth.POSSIBLY, "1950-02-01/..")


def test_names_are_united_and_other_fields_reported(tmp_path: Path) -> None:
    first = document(
        people=[{"id": "anna-alm", "name": "Anna Alm", "names": ["A. Alm"], "wikidata": "Q1"}]
    )
    second = document(
        people=[{"id": "anna-alm", "name": "Anna Elm", "names": ["Ana Alm"], "wikidata": "Q2"}]
    )
    both = merged(tmp_path, first, second)
    assert both.names("anna-alm") == ("Anna Elm", "A. Alm", "Anna Alm", "Ana Alm")
    assert [each.reason for each in both.conflicts] == [
        "name is 'Anna Elm' in one document and 'Anna Alm' in another",
        "wikidata is 'Q2' in one document and 'Q1' in another",
    ]
    assert both.resolve("Anna Alm").actor == both.person("anna-alm")


def test_a_row_that_adds_to_another(tmp_path: Path) -> None:
    first = document(countries=[{"id": "nl", "name": "Netherlands"}])
    second = document(countries=[{"id": "nl", "name": "Netherlands", "capital": "Amsterdam"}])
    both = merged(tmp_path, first, second)
    assert [state.id for state in both.states("Amsterdam")] == ["nl"]
    assert (both.conflicts, both.validate()) == ((), ())


@pytest.mark.parametrize("order", [1, -1])
def test_what_was_open_has_ended_since(tmp_path: Path, order: int) -> None:
    older = league(tenure("anna-alm", "2020-01-01/.."))
    newer = league(tenure("anna-alm", "2020-01-01/2023-06-30"))
    newer |= {"cut_off": "2024-12-31", "sources": {"1": "the gazette"}}
    both = merged(tmp_path, *[older, newer][::order])
    (row,) = both.history("rivers-chair")
    assert (str(row.period), row.accounts) == ("2020-01-01/2023-06-30", ())
    assert set(row.sources) == {"a page", "the gazette"}
    assert both.conflicts == ()
    assert both.holders("rivers-chair", "2023-07-01") == ()


@pytest.mark.parametrize("period", ["2020-01-01/2022-06-30", "2020-01-02/2023-06-30"])
def test_an_open_end_can_still_contradict(tmp_path: Path, period: str) -> None:
    both = merged(
        tmp_path,
        league(tenure("anna-alm", "2020-01-01/..")),
        league(tenure("anna-alm", period)),
    )
    assert len(both.conflicts) == 1
