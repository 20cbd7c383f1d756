"""Spans, folding and slugs."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natobrief.errors import InvalidValue
from natobrief.testing import spans, texts
from natobrief.text import Span, fold, slug


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (-1, 3, "Span.start: expected 0 or more, got -1"),
        (3, 3, "Span.end: expected more than start (3), got 3"),
        (3, 1, "Span.end: expected more than start (3), got 1"),
        (True, 3, "Span.start: expected a whole number, got True"),
        (0, 2.0, "Span.end: expected a whole number, got 2.0"),
    ],
)
def test_what_is_no_span(start: int, end: int, expected: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        Span(start=start, end=end)
    assert str(caught.value) == expected


def test_spans_sort_by_start_then_end() -> None:
    places = [Span(start=2, end=3), Span(start=0, end=9), Span(start=0, end=1)]
    assert sorted(places) == [Span(start=0, end=1), Span(start=0, end=9), Span(start=2, end=3)]


@given(st.text(), spans(length=20), spans(length=20))
def test_spans_are_sets_of_places(text: str, one: Span, other: Span) -> None:
    assert one.of(text) == "".join(c for i, c in enumerate(text) if one.start <= i < one.end)
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == other.overlaps(one) == bool(shared)


@given(st.text() | texts())
def test_fold_is_idempotent_and_forgets_case_and_form(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded
    assert fold(unicodedata.normalize("NFKC", text)) == folded
    assert fold(f" \n{text}\t ") == folded
    assert folded == " ".join(folded.split())


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Straße", "strasse"),
        ("ﬁnal  ½", "final 1⁄2"),
        ("São\u00a0Tomé", "são tomé"),
        ("İstanbul", "i\u0307stanbul"),
        ("", ""),
    ],
)
def test_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_a_slug_is_plain_words(text: str) -> None:
    label = slug(text)
    assert label.isascii()
    assert label == label.lower()
    assert slug(label) == label
    assert all(part.isalnum() for part in label.split("-")) or label == ""


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("NATO–Russia Council", "nato-russia-council"),
        ("  Société Générale!", "societe-generale"),
        ("Україна", ""),
        ("a\u2010b\u2015c", "a-b-c"),
    ],
)
def test_slugs(text: str, label: str) -> None:
    assert slug(text) == label
