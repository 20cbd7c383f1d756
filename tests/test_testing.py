"""The strategies: what they give is valid, varied and awkward."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any, TypeVar

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from natobrief.model import Brief, Meeting, Outcome, Person, Quote, Source
from natobrief.testing import (
    briefs,
    meetings,
    periods,
    quotes,
    sources,
    spans,
    strategy_for,
    texts,
    whens,
)
from natobrief.text import Span
from natobrief.values import Value
from natobrief.when import Period, Precision, When

T = TypeVar("T")


def first(strategy: SearchStrategy[T], wanted: Callable[[T], bool]) -> T:
    """Return some value that is wanted; the test fails if there is none among many."""
    return find(strategy, wanted, settings=_quick)


_quick = settings(
    database=None, derandomize=True, max_examples=1000, deadline=None, phases=[Phase.generate]
)


@given(texts())
def test_texts_are_neither_blank_nor_broken(text: str) -> None:
    assert text.strip()
    assert text.encode("utf-8").decode("utf-8") == text


@pytest.mark.parametrize("char", ["\u2028", "\u202e", "\u0301", '"', "\n", "\x00", "\U0001f1fa"])
def test_texts_are_awkward(char: str) -> None:
    assert char in first(texts(), lambda text: char in text)


@pytest.mark.parametrize("precision", Precision)
def test_moments_of_each_precision(precision: Precision) -> None:
    assert first(whens(), lambda when: when.precision is precision).precision is precision


@pytest.mark.parametrize("part", ["?", "~", "%", "[Europe/Brussels]", "..", "+01:00", "X"])
def test_moments_with_marks_and_zones(part: str) -> None:
    assert part in str(first(whens(), lambda when: part in str(when)))


def kind(period: Period) -> tuple[bool, bool, bool, bool]:
    return (period.start is None, period.open_start, period.end is None, period.open_end)


@pytest.mark.parametrize(
    "wanted",
    [
        (False, False, False, False),
        (True, True, False, False),
        (True, False, False, False),
        (False, False, True, True),
        (False, False, True, False),
    ],
)
def test_periods_of_each_kind(wanted: tuple[bool, bool, bool, bool]) -> None:
    assert kind(first(periods(), lambda period: kind(period) == wanted)) == wanted


@given(spans(length=5))
def test_spans_lie_inside(span: Span) -> None:
    assert 0 <= span.start < span.end <= 5


@pytest.mark.parametrize("outcome", Outcome)
def test_meetings_with_each_outcome(outcome: Outcome) -> None:
    assert first(meetings(), lambda meeting: meeting.outcome is outcome).outcome is outcome


def test_meetings_may_last() -> None:
    assert isinstance(first(meetings(), lambda m: isinstance(m.held, Period)).held, Period)


def test_known_is_given_or_follows_or_is_nothing() -> None:
    def follows(quote: Quote) -> bool:
        return quote.known is not None and quote.known == quote.source.published

    assert follows(first(quotes(), follows))
    assert first(quotes(), lambda quote: quote.known is None).known is None


def test_a_field_can_be_given() -> None:
    ann = Person(name="Ann")
    assert first(quotes(speaker=st.just(ann)), lambda q: q.speaker is not None).speaker is ann


def test_briefs_are_full_of_things() -> None:
    def is_full(brief: Brief) -> bool:
        referring = any(quote.statement for quote in brief.quotes)
        return referring and bool(brief.dates and brief.meetings)

    assert is_full(first(briefs(), is_full))
    assert first(briefs(), lambda brief: bool(brief.evidence and brief.doubts)).doubts


@pytest.mark.parametrize("cls", [int, type, Value])
def test_other_classes_have_no_strategy(cls: Any) -> None:
    with pytest.raises(TypeError, match="cls: expected a value class of natobrief, got "):
        strategy_for(cls)


def test_strategy_for() -> None:
    assert first(strategy_for(Outcome), lambda o: o is Outcome.HELD) is Outcome.HELD
    assert isinstance(first(strategy_for(Source), lambda _: True), Source)
    assert isinstance(first(strategy_for(When), lambda _: True), When)
    assert isinstance(first(sources(), lambda s: s.updated is not None), Source)
    assert isinstance(first(strategy_for(Meeting), lambda _: True), Meeting)


def test_without_hypothesis_the_error_says_what_to_install() -> None:
    code = (
        "import importlib.util as u; find = u.find_spec;"
        "u.find_spec = lambda name, *a: None if name == 'hypothesis' else find(name, *a);"
        "import natobrief.testing"
    )
    run = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert run.returncode == 1
    assert run.stderr.splitlines()[-1] == (
        "natobrief.errors.MissingExtra: natobrief.testing needs more packages: "
        "pip install 'natobrief[testing]'"
    )
