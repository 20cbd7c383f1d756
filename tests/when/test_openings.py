"""The first two characters of patterns: none that a pattern begins with is left out."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from natobrief.when.phrases.fragments import HEADS
from natobrief.when.phrases.openings import openings


@pytest.mark.parametrize("kind", HEADS)
@settings(max_examples=15)
@given(data=st.data())
def test_what_a_head_matches_begins_as_the_openings_say(kind: str, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(re.compile(rf"\A(?:{HEADS[kind]})")))
    assert re.match("|".join(openings(HEADS.values())), text), text


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("ab|ac|b", ["a[bc]", "b"]),
        ("an?", ["a"]),
        ("a[xy]z|[Bb]c", ["a[xy]", "[Bb][c]"]),
        ("(?:ab|(?:cd|e))(?=f|g)", ["a[b]", "c[d]", "e"]),
        ("['’][0-9]", ["['’][0-9]"]),
    ],
)
def test_openings_of(pattern: str, wanted: list[str]) -> None:
    assert openings([pattern]) == wanted


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [("|a", "no character begins ''"), ("(?:a", r"a group stays open in '(?:a'")],
)
def test_a_pattern_of_another_shape_is_refused(pattern: str, reason: str) -> None:
    with pytest.raises(ValueError, match=re.escape(reason)):
        openings([pattern])
