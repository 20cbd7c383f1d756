"""Files of other people: every fault is listed, each with its path."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from natobrief import InvalidDocument
from natobrief.directory import Directory
from natobrief.directory.schema import SECTIONS, faults_of
from tests.directory.small import document, league, load, load_one, tenure


def faults(folder: Path, text: str | bytes) -> list[str]:
    path = folder / "bad.json"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(InvalidDocument) as caught:
        Directory.load(path)
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[]", "$: expected an object, got []"),
        ("", "$: expected JSON, got Expecting value: line 1 column 1 (char 0)"),
        ('{"a": NaN}', "$: expected JSON, got the number NaN"),
        (b"\xff{}", "$: expected UTF-8, got b'\\xff'"),
        ("[" * 100_000, "$: expected JSON that is not nested so deep, got too deep"),
    ],
)
def test_what_is_no_json(tmp_path: Path, text: str | bytes, message: str) -> None:
    assert faults(tmp_path, text) == [message]


def test_a_key_twice(tmp_path: Path) -> None:
    text = '{"directory": "1", "cut_off": "2022", "about": "a", "about": "b"}'
    assert faults(tmp_path, text) == ["$: expected each key once, got 'about' twice"]


def test_all_faults_at_once(tmp_path: Path) -> None:
    content: dict[str, Any] = {
        "directory": "2",
        "cut_off": "soon",
        "sources": {"one": "", "2": "b"},
        "synonyms": {"Chair": "Head"},
        "colour": "blue",
        "people": {"id": "a"},
        "tenures": [
            {
                "post": "p",
                "holder": "A. Alm",
                "period": "2020-01-01/2019-01-01",
                "acting": 1,
                "end_basis": "rumour",
                "expected": [{"end": "2020"}],
                "sources": [],
            },
            {"post": "p", "holder": "a", "period": 3, "sources": [True], "note": " "},
            7,
        ],
        "events": [
            {"id": "e", "name": "E", "body": "b", "kind": "k", "time": "x/y", "sources": [2]}
        ],
        "organizations": [
            {
                "id": "b",
                "name": "\ud800",
                "names": [{"text": "B", "kind": "pet"}, 4],
                "sources": [2],
            }
        ],
    }
    assert faults(tmp_path, json.dumps(content)) == [
        "$.directory: expected one of '1', got '2'",
        "$.cut_off: expected a date in EDTF such as 2022-01-07, got 'soon'",
        "$.sources.one: expected a number as the key, got 'one'",
        "$.sources.one: expected text that is not blank, got ''",
        "$.synonyms.Chair: expected a list of texts, got 'Head'",
        (
            "$.colour: expected no key but directory, about, cut_off, licence, attribution, "
            "sources, synonyms, given_names, organizations, countries, people, posts, tenures, "
            "memberships, events, conflicts, sets, got 'blue'"
        ),
        "$.people: expected a list of rows, got {'id': 'a'}",
        "$.tenures[0].holder: expected an id in small letters, digits and dashes, got 'A. Alm'",
        (
            "$.tenures[0].period: expected an end that is not before the start, "
            "got '2020-01-01/2019-01-01'"
        ),
        "$.tenures[0].acting: expected true or false, got 1",
        (
            "$.tenures[0].end_basis: expected one of 'stated', 'successor', 'last_seen', "
            "'open_in_source', 'seen_on', got 'rumour'"
        ),
        "$.tenures[0].expected[0].known: expected since when that was known, got nothing",
        "$.tenures[0].expected[0].sources: expected the numbers of the sources, got nothing",
        "$.tenures[0].sources: expected a list of at least one number of a source, got []",
        "$.tenures[1].period: expected an EDTF interval such as 2022-01-10/2022-01-13, got 3",
        "$.tenures[1].sources[0]: expected the number of a source, got True",
        "$.tenures[1].note: expected text that is not blank, got ' '",
        "$.tenures[2]: expected an object, got 7",
        "$.events[0].time: expected a date in EDTF such as 2022-01-07, got 'x'",
        "$.organizations[0].name: expected text without lone surrogates, got '\\ud800'",
        (
            "$.organizations[0].names[0].kind: expected one of 'official', 'acronym', 'other', "
            "'former', got 'pet'"
        ),
        "$.organizations[0].names[1]: expected text that is not blank, got 4",
    ]


def test_sources_that_are_no_table(tmp_path: Path) -> None:
    head = {"directory": "1", "cut_off": "2022"}
    text = json.dumps({**head, "sources": [], "synonyms": [], "given_names": {"Ann": "Anna"}})
    assert faults(tmp_path, text) == [
        "$.sources: expected an object of numbered sources, got []",
        "$.synonyms: expected an object of titles, each with a list of its synonyms, got []",
        "$.given_names.Ann: expected a list of texts, got 'Anna'",
    ]


def test_a_number_without_source() -> None:
    account = {"time": "2020", "sources": [1, 9]}
    content = league(tenure("anna-alm", "2020/2021", accounts=[account], sources=[4]))
    assert [str(fault) for fault in faults_of(content)] == [
        "$.tenures[0].sources[0]: expected the number of a source in $.sources, got 4",
        "$.tenures[0].accounts[0].sources[1]: expected the number of a source in $.sources, got 9",
    ]


def test_a_folder_names_its_files(tmp_path: Path) -> None:
    with pytest.raises(InvalidDocument) as caught:
        load(tmp_path, document(), {"directory": "1"}, {"cut_off": "2022"})
    assert str(caught.value) == (
        "2 faults:\n"
        "  1.json: $.cut_off: expected the last day that its facts reach, got nothing\n"
        "  2.json: $.directory: expected the version of the schema, '1', got nothing"
    )


def test_a_folder_without_files(tmp_path: Path) -> None:
    with pytest.raises(InvalidDocument) as caught:
        Directory.load(tmp_path)
    assert str(caught.value) == f"{tmp_path}: expected a folder with .json files, got none"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Directory.load(tmp_path / "none.json")


def test_each_field_of_the_schema_says_what_it_is() -> None:
    assert all(field.about for fields in SECTIONS.values() for field in fields.values())


# --- the linter ---------------------------------------------------------------------------------


def linted(folder: Path, *documents: dict[str, Any]) -> list[str]:
    return [str(fault) for fault in load(folder, *documents).validate()]


def test_the_linter_lists_what_cannot_be(tmp_path: Path) -> None:
    content = league(
        tenure("anna-alm", "2020-01-01/2020-06-30"),
        tenure("bo-berg", "2020-06-29/2021"),
        tenure("cleo-dahl", "2020-03-01/2020-04-01", acting=True),
        tenure("dan-ek", "2021-12/2022"),
        organizations=[
            {"id": "rivers", "name": "League of Rivers", "period": "1900-05-01/.."},
            {"id": "locks", "name": "Locks", "parent": "canals", "predecessors": ["a", "rivers"]},
            {"id": "anna-alm", "name": "Anna"},
        ],
        countries=[{"id": "nl", "name": "Nederland", "wikidata": "Q1"}],
        people=[
            {"id": "anna-alm", "name": "Anna Alm", "wikidata": "Q1"},
            {"id": "bo-berg", "name": "Bo Berg"},
            {"id": "bo-berg", "name": "Bo Berg"},
            {"id": "dan-ek", "name": "Dan Ek", "wikidata": "Q1"},
        ],
        memberships=[
            {"member": "nl", "organization": "rivers", "period": "1900-04-30/.."},
            {"member": "nl", "organization": "rivers", "period": "1900-05-01/.."},
            {"member": "be", "organization": "canals", "period": "1950/.."},
        ],
        events=[{"id": "e", "name": "E", "body": "canals", "kind": "k", "time": "1901"}],
    )
    assert linted(tmp_path, content) == [
        "0.json: $.people[2].id: expected an id that no other row has, got 'bo-berg'",
        "0.json: $.organizations[2].id: expected an id that no other row has, got 'anna-alm'",
        "0.json: $.organizations[1].parent: expected an id among the organizations, got 'canals'",
        "0.json: $.organizations[1].predecessors: expected an id among the organizations, got 'a'",
        "0.json: $.tenures[2].holder: expected an id among the people, got 'cleo-dahl'",
        (
            "0.json: $.memberships[2].member: expected an id among the people or organizations or "
            "countries, got 'be'"
        ),
        (
            "0.json: $.memberships[2].organization: expected an id among the organizations, "
            "got 'canals'"
        ),
        "0.json: $.events[0].body: expected an id among the organizations, got 'canals'",
        (
            "0.json: $.tenures[1].period: expected nobody else in this post while anna-alm held it "
            "(2020-01-01/2020-06-30), got '2020-06-29/2021'"
        ),
        (
            "0.json: $.memberships[0].period: expected a time in the lifetime of rivers "
            "(1900-05-01/..), got '1900-04-30/..'"
        ),
        "0.json: $.people[3].wikidata: expected an item that is not that of anna-alm, got 'Q1'",
    ]


def test_a_shared_day_of_a_handover_is_fine(tmp_path: Path) -> None:
    rows = (
        tenure("anna-alm", "2020-01-01/2020-06-30"),
        tenure("bo-berg", "2020-06-30/2020-06-30"),
        tenure("cleo-dahl", "2020-06-30/.."),
    )
    assert linted(tmp_path, league(*rows)) == []


def test_people_may_share_a_post_that_is_not_unique(tmp_path: Path) -> None:
    post = {"id": "rivers-chair", "name": "Chair", "of": "rivers", "unique": False}
    rows = (tenure("anna-alm", "2020/2022"), tenure("bo-berg", "2020/2022"))
    assert linted(tmp_path, league(*rows, posts=[post])) == []
    assert len(linted(tmp_path, league(*rows))) == 1


def test_a_post_that_nobody_listed(tmp_path: Path) -> None:
    content = league(tenure("anna-alm", "2020/2022"), posts=[])
    assert linted(tmp_path, content) == [
        "0.json: $.tenures[0].post: expected an id among the posts, got 'rivers-chair'"
    ]


def test_one_file_needs_no_name_in_its_paths(tmp_path: Path) -> None:
    directory = load_one(tmp_path, league(tenure("anna-alm", "2020/2022"), people=[]))
    assert str(directory.validate()[0]) == (
        "$.tenures[0].holder: expected an id among the people, got 'anna-alm'"
    )
