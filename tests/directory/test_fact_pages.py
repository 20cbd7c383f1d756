"""The pages of bundled facts: a day on which somebody was seen is no start and no end."""

from __future__ import annotations

import pytest

from docs._ext.facts_page import SEEN, end_of, ends_of, start_of
from natobrief.directory.documents import bundled


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2014-10-01", "2014-10-01"),
        ("[..2014-10-01]", "not later than 2014-10-01"),
        ("[2013..2014-10-01]", "not later than 2014-10-01, not earlier than 2013"),
        ("[2013..]", "not earlier than 2013"),
        ("..", ""),
        ("", "not known"),
    ],
)
def test_starts_in_words(text: str, words: str) -> None:
    assert start_of(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2014-10-01", "2014-10-01"),
        ("[2014-10-01..]", "seen on 2014-10-01"),
        ("[2014-10-01..2015]", "seen on 2014-10-01, not later than 2015"),
        ("[..2015]", "not later than 2015"),
        ("..", "still there"),
        ("", "not known"),
    ],
)
def test_ends_in_words(text: str, words: str) -> None:
    assert end_of(text, "still there", "seen on") == words


def test_no_bundled_tenure_shows_a_day_seen_as_start_or_end() -> None:
    seen = late = 0
    for document in bundled():
        for row in document.rows("tenures"):
            start, end = ends_of(row, "in office on")
            if row.data.get("end_basis") in SEEN:
                seen += 1
                assert end.startswith("in office on ")
            if row.data["period"].startswith("["):
                late += 1
                assert start.startswith("not later than ")
            assert "[" not in start + end
    assert (seen, late) == (644, 74)
