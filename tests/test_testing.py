"""The strategies: what they give is valid, varied and awkward."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from natobrief import testing
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
from natobrief.when import Period, Precision, When

quick = settings(
    database=None, derandomize=True, max_examples=1000, deadline=None, phases=[Phase.generate]
)


@given(texts())
def test_texts_are_neither_blank_nor_broken(text: str) -> None:
    assert text.strip()
    assert text.encode("utf-8").decode("utf-8") == text


@pytest.mark.parametrize("char", ["\u2028", "\u202e", "\u0301", '"', "\n", "\x00", "\U0001f1fa"])
def test_texts_are_awkward(char: str) -> None:
    assert char in find(texts(), lambda text: char in text, settings=quick)


@pytest.mark.parametrize(
    "precision", [p for p in Precision if p not in (Precision.CENTURY, Precision.HOUR)]
)
def test_moments_of_each_precision(precision: Precision) -> None:
    assert find(whens(), lambda when: when.precision is precision, settings=quick)


def test_moments_with_marks_and_zones() -> None:
    for wanted in ("?", "~", "%", "[Europe/Brussels]", "..", "+01:00"):
        assert wanted in str(find(whens(), lambda w, part=wanted: part in str(w), settings=quick))


def test_periods_of_each_kind() -> None:
    def kind(period: Period) -> tuple[bool, bool, bool, bool]:
        return (period.start is None, period.open_start, period.end is None, period.open_end)

    for wanted in [
        (False, False, False, False),
        (True, True, False, False),
        (True, False, False, False),
        (False, False, True, True),
        (False, False, True, False),
    ]:
        assert find(periods(), lambda period, k=wanted: kind(period) == k, settings=quick)


@given(spans(length=5))
def test_spans_lie_inside(span: Span) -> None:
    assert 0 <= span.start < span.end <= 5


def test_what_a_meeting_can_be() -> None:
    for wanted in Outcome:
        assert find(meetings(), lambda m, o=wanted: m.outcome is o, settings=quick)
    assert find(meetings(), lambda m: isinstance(m.held, Period), settings=quick)


def test_known_is_given_or_follows_or_is_nothing() -> None:
    def follows(quote: Quote) -> bool:
        return quote.known is not None and quote.known == quote.source.published

    assert find(quotes(), follows, settings=quick)
    assert find(quotes(), lambda q: q.known is None, settings=quick)


def test_a_field_can_be_given() -> None:
    ann = Person(name="Ann")
    assert find(quotes(speaker=st.just(ann)), lambda q: q.speaker is not None).speaker is ann


def test_briefs_are_full_of_things() -> None:
    def is_full(brief: Brief) -> bool:
        referring = any(quote.statement for quote in brief.quotes)
        return referring and bool(brief.dates and brief.meetings)

    assert find(briefs(), is_full, settings=quick).text != ""
    assert find(briefs(), lambda brief: bool(brief.evidence and brief.doubts), settings=quick)


@pytest.mark.parametrize("cls", [int, Any, type, testing])
def test_other_classes_have_no_strategy(cls: Any) -> None:
    with pytest.raises(TypeError, match="cls: expected a value class of natobrief, got "):
        strategy_for(cls)


def test_strategy_for() -> None:
    assert find(strategy_for(Outcome), lambda o: o is Outcome.HELD, settings=quick) is Outcome.HELD
    assert isinstance(find(strategy_for(Source), lambda _: True, settings=quick), Source)
    assert isinstance(find(strategy_for(When), lambda _: True, settings=quick), When)
    assert isinstance(find(sources(), lambda s: s.updated is not None, settings=quick), Source)
    assert isinstance(find(strategy_for(Meeting), lambda _: True, settings=quick), Meeting)


def test_without_hypothesis_the_error_says_what_to_install() -> None:
    code = (
        "import importlib.util as u; find = u.find_spec;"
        "u.find_spec = lambda name, *a: None if name == 'hypothesis' else find(name, *a);"
        "import natobrief.testing"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True
    )
    assert run.returncode == 1
    assert run.stderr.splitlines()[-1] == (
        "natobrief.errors.MissingExtra: natobrief.testing needs more packages: "
        "pip install 'natobrief[testing]'"
    )
