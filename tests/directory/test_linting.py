"""The linter of ``make facts``: the bundled files pass, and each kind of planted fault is found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.directory.small import Document, Row, document, league, tenure
from tools.lint_directory import HOME, main

ANNA = tenure("anna-alm", "2020-01-01/2020-06-30")


def nothing_cited() -> Document:
    return league(ANNA) | {"sources": {"1": "a page", "2": "another page"}}


def shared() -> Document:
    row: Row = {
        "name": "some/set",
        "about": "names",
        "licence": "CC BY-SA 4.0",
        "until": "2022",
    }
    return league(ANNA) | {"sources": {"1": "some/set:a.csv"}, "sets": [row]}


def people(*rows: Row) -> Document:
    return league(ANNA) | {"people": list(rows)}


PLANTED: dict[str, tuple[Document, str]] = {
    "a date that is none": (
        league(tenure("anna-alm", "2020-02-30/2020-06-30")),
        "$.tenures[0].period: expected a day that exists",
    ),
    "an end before its start": (
        league(tenure("anna-alm", "2021/2020")),
        "$.tenures[0].period: expected an end that is not before the start",
    ),
    "a row without source": (
        league(ANNA | {"sources": []}),
        "$.tenures[0].sources: expected a list of at least one number of a source, got []",
    ),
    "an id twice": (
        people({"id": "anna-alm", "name": "Anna"}, {"id": "anna-alm", "name": "Anna"}),
        "$.people[1].id: expected an id that no other row has, got 'anna-alm'",
    ),
    "two names for an id": (
        people({"id": "anna-alm", "name": "Anna"}, {"id": "anna-alm", "name": "Ann"}),
        "$.people[1].name: expected the name 'Anna', got 'Ann'",
    ),
    "two ids for a Wikidata item": (
        people(
            {"id": "anna-alm", "name": "Anna", "wikidata": "Q1"},
            {"id": "bo-birk", "name": "Bo", "wikidata": "Q1", "sources": [1]},
        ),
        "$.people[1].wikidata: expected an item that is not that of anna-alm, got 'Q1'",
    ),
    "a post that nobody listed": (
        league(ANNA | {"post": "lakes-chair"}),
        "$.tenures[0].post: expected an id among the posts, got 'lakes-chair'",
    ),
    "an unknown holder": (
        league(ANNA) | {"people": []},
        "$.tenures[0].holder: expected an id among the people, got 'anna-alm'",
    ),
    "an unknown organization": (
        league(
            ANNA,
            posts=[{"id": "rivers-chair", "name": "Chair", "of": "lakes"}],
        ),
        "$.posts[0].of: expected an id among the organizations or countries, got 'lakes'",
    ),
    "an unknown parent": (
        league(ANNA, organizations=[{"id": "rivers", "name": "Rivers", "parent": "lakes"}]),
        "$.organizations[0].parent: expected an id among the organizations, got 'lakes'",
    ),
    "two in a post for one": (
        league(ANNA, tenure("bo-birk", "2020-06-01/2020-12-31")),
        "$.tenures[1].period: expected nobody else in this post while anna-alm held it",
    ),
    "a member of a body that didn't exist yet": (
        league(
            ANNA,
            organizations=[{"id": "rivers", "name": "Rivers", "period": "2019/.."}],
            countries=[{"id": "nl", "name": "Netherlands"}],
            memberships=[{"member": "nl", "organization": "rivers", "period": "2000/.."}],
        ),
        "$.memberships[0].period: expected a time in the lifetime of rivers (2019/..)",
    ),
    "a day seen in office as the end": (
        league(ANNA | {"end_basis": "seen_on"}),
        "$.tenures[0].period: expected an end [d..] or [d..e], since it isn't known",
    ),
    "a row twice": (
        league(ANNA, ANNA),
        "$.tenures[1]: expected a row that says something new",
    ),
    "a person without any source": (
        people({"id": "anna-alm", "name": "Anna"}, {"id": "bo-birk", "name": "Bo"}),
        "$.people[1]: expected sources, or a tenure that has some, got 'bo-birk'",
    ),
    "a source that nobody cites": (
        nothing_cited(),
        "$.sources.2: expected a source that a row cites, got 'another page'",
    ),
    "a source that isn't listed": (
        league(ANNA | {"sources": [7]}),
        "$.tenures[0].sources[0]: expected the number of a source in $.sources, got 7",
    ),
    "an address": (
        league(ANNA | {"note": "see https://example.org"}),
        "$.tenures[0].note: expected no address and no path of a machine",
    ),
    "a path of a machine": (
        league(ANNA | {"note": "from /home/anna/list.csv"}),
        "$.tenures[0].note: expected no address and no path of a machine",
    ),
    "a share-alike set without attribution": (
        shared(),
        "$.sources.1: expected an attribution in this file that names some/set",
    ),
    "rows out of order": (
        people(
            {"id": "bo-birk", "name": "Bo", "sources": [1]},
            {"id": "anna-alm", "name": "Anna"},
        ),
        "$.people[1].id: expected rows by id, got 'anna-alm'",
    ),
}


def lint(folder: Path, content: Document) -> int:
    (folder / "facts.json").write_text(json.dumps(content), encoding="utf-8")
    return main([str(folder)])


@pytest.mark.parametrize("kind", PLANTED)
def test_a_planted_fault_is_found(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, expected = PLANTED[kind]
    assert lint(tmp_path, content) == 1
    printed = capsys.readouterr().out
    assert f"facts.json: {expected}" in printed
    assert printed.rstrip().endswith(("fault", "faults"))


def test_a_folder_without_faults(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lint(tmp_path, league(ANNA)) == 0
    assert capsys.readouterr().out == (
        "1 files: 1 organizations, 1 people, 1 posts, 1 tenures; 1 sources; no faults\n"
    )


def test_attribution_by_name_is_enough(tmp_path: Path) -> None:
    assert lint(tmp_path, shared() | {"attribution": "Names are from some/set."}) == 0


def test_data_that_is_too_large(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = [f"Anna {number} {'a' * 90}" for number in range(10_000)]
    content = document(people=[{"id": "anna", "name": "Anna", "names": names, "sources": [1]}])
    assert lint(tmp_path, content) == 1
    assert "expected less than 1,000,000 bytes" in capsys.readouterr().out


def test_the_bundled_files_have_no_faults(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert f"{len(list(HOME.glob('*.json')))} files: " in capsys.readouterr().out
