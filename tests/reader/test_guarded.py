"""The words that a guarded pattern waits for stand in whatever it finds."""

from __future__ import annotations

import re
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from natobrief.reader.meetings import verbs as encounter_verbs
from natobrief.reader.quotes import stances
from natobrief.reader.statements import genres, issuing
from natobrief.reader.text.guarded import Guarded


def _within(value: object) -> list[Guarded]:
    """Return the guarded patterns of a table, however deep they are."""
    if isinstance(value, Guarded):
        return [value]
    if not isinstance(value, tuple):
        return []
    return [found for each in cast("tuple[object, ...]", value) for found in _within(each)]


GUARDED = [
    guarded
    for module in (encounter_verbs, genres, issuing, stances)
    for value in vars(module).values()
    for guarded in _within(value)
]


def test_the_tables_are_found() -> None:
    assert len(GUARDED) > 20


@pytest.mark.parametrize("guarded", GUARDED, ids=range(len(GUARDED)))
@settings(max_examples=10)
@given(data=st.data())
def test_a_word_stands_in_whatever_the_pattern_finds(guarded: Guarded, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(guarded.pattern))
    for m in guarded.pattern.finditer(text):
        assert guarded.may_stand(text, m.start(), m.end()), text


def test_a_stretch_has_its_own_words() -> None:
    met = Guarded(re.compile(r"\bmet\b"), ("met",))
    text = "They met in Oslo and met again."
    assert [m.start() for m in met.finditer(text, 0, len(text))] == [5, 21]
    assert [m.start() for m in met.finditer(text, 8, len(text))] == [21]
    assert list(met.finditer(text, 8, 20)) == []
    first = met.search(text, 8, len(text))
    assert first is not None
    assert first.start() == 21
    assert met.search(text, 8, 20) is None
