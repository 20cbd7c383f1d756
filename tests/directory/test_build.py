"""The conversion of the fact tables: what a day of "seen in office" becomes."""

from __future__ import annotations

import pytest

from tools.build_directory import (
    Sources,
    contradiction,
    country,
    former_names,
    person_id,
    tenure_period,
)


def row(start: str, end: str, marks: str = "day day", acting: str = "") -> dict[str, str]:
    first, last = marks.split()
    return {
        "from": start,
        "to": end,
        "from_precision": first,
        "to_precision": last,
        "acting": acting,
    }


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ([row("2001-01-01", "2002-01-01")], ["2001-01-01/2002-01-01"]),
        ([row("2001-01-01", "2002-01-01", "day seen_on")], ["2001-01-01/[2002-01-01..]"]),
        ([row("2001-01-01", "2002-01-01", "seen_on day")], ["[..2001-01-01]/2002-01-01"]),
        (
            [
                row("2001-01-01", "2002-01-01", "day seen_on"),
                row("2005-01-01", "2006-01-01", "seen_on day"),
            ],
            ["2001-01-01/[2002-01-01..2005-01-01]", "[2002-01-01..2005-01-01]/2006-01-01"],
        ),
        (
            [
                row("2001-01-01", "2002-01-01", "day seen_on"),
                row("2003-01-01", "2003-02-01", acting="1"),
            ],
            ["2001-01-01/[2002-01-01..]", "2003-01-01/2003-02-01"],
        ),
        (
            [
                row("2001", "2003", "year year"),
                row("2002-01-01", "2006-01-01", "seen_on day"),
            ],
            ["2001/2003", "[..2002-01-01]/2006-01-01"],
        ),
    ],
)
def test_neighbours_close_what_is_open(listed: list[dict[str, str]], expected: list[str]) -> None:
    assert [tenure_period(index, listed) for index in range(len(listed))] == expected


def test_sources_are_numbered_once() -> None:
    sources = Sources()
    assert sources.of("a; b; a") == [1, 2]
    assert sources.of("b; c") == [2, 3]
    assert sources.table() == {"1": "a", "2": "b", "3": "c"}


def test_a_monarch_of_several_states_is_one_person() -> None:
    ids = ("elizabeth-ii-jm", "elizabeth-ii", "andris-berzins-q380986")
    assert [person_id({"person_id": each}) for each in ids] == [
        "elizabeth-ii",
        "elizabeth-ii",
        "andris-berzins-q380986",
    ]


def test_former_names_stand_in_the_row_of_the_state() -> None:
    blank = dict.fromkeys(("demonyms", "metonyms", "wikidata", "note", "valid_from", "iso3"), "")
    old = {**blank, "name": "Alm", "official_name": "Old Alm", "other_names": "A|Elm"}
    new = {**blank, "name": "Elm", "official_name": "Elm", "other_names": "EL|Alma"}
    old |= {"valid_to": "2001-02-03", "source": "a", "capital": "C"}
    new |= {"valid_to": "", "valid_from": "2001-02-04", "source": "b", "capital": "C"}
    assert [name["text"] for name in former_names(old, new)] == ["Alm", "Old Alm", "A"]
    made = country("xx", [old, new], Sources())
    assert made["name_from"] == "2001-02-04"
    assert made["names"][:2] == [{"text": "EL", "kind": "acronym"}, "Alma"]
    assert made["names"][2] == {"text": "Alm", "kind": "former", "period": "../2001-02-03"}


@pytest.mark.parametrize(
    ("marks", "source", "expected"),
    [
        ("day day", "a page", "Bo, 2001 to 2002: Al (2000-01-01 to 2001-06-30)"),
        (
            "day seen_on",
            "factbook/a.json",
            "Bo, from 2001, in office on 2002: Al (from 2000-01-01, in office on 2001-06-30)",
        ),
        (
            "seen_on day",
            "a page",
            "Bo, 2001 to 2002: Al (not later than 2000-01-01 to 2001-06-30)",
        ),
    ],
)
def test_what_was_left_out_shows_no_day_seen_as_an_end(
    marks: str, source: str, expected: str
) -> None:
    kept = row("2000-01-01", "2001-06-30", marks)
    told = {"post_id": "chair", "person_name": "Bo", "from": "2001", "to": "2002"}
    told |= {"reason": "Al (2000-01-01 to 2001-06-30)", "source": source}
    assert contradiction(told, {("chair", "2000-01-01", "2001-06-30"): kept}) == expected


def test_an_open_end_is_told_as_a_start() -> None:
    told = {"post_id": "chair", "person_name": "Bo", "from": "2001", "to": "2002"}
    told |= {"reason": "overlaps Al (2000 to )", "source": "a page"}
    assert contradiction(told, {}) == "Bo, 2001 to 2002: overlaps Al (from 2000)"
