"""Errors: one root, their data on them, their exact words."""

from __future__ import annotations

import copy
import inspect
import pickle

import pytest

from natobrief import errors
from natobrief.errors import (
    Fault,
    InvalidDate,
    InvalidDocument,
    InvalidValue,
    MissingExtra,
    NatobriefError,
    NotExactlyOne,
    ProcessesFailed,
    Undecided,
    UnknownName,
    UnknownReference,
    show,
)

FAULT = Fault(path="Quote.text", allowed="text", came="3")
OTHER = Fault(path="Quote.said", allowed="a date", came="'soon'")

EXAMPLES: list[tuple[NatobriefError, type[Exception], str]] = [
    (InvalidValue([FAULT]), ValueError, "Quote.text: expected text, got 3"),
    (
        InvalidValue(iter([FAULT, OTHER])),
        ValueError,
        "2 faults:\n  Quote.text: expected text, got 3\n  Quote.said: expected a date, got 'soon'",
    ),
    (InvalidDate([OTHER]), InvalidValue, "Quote.said: expected a date, got 'soon'"),
    (InvalidDocument([OTHER]), InvalidValue, "Quote.said: expected a date, got 'soon'"),
    (UnknownName("Jen", what="person"), LookupError, "no person is known as 'Jen'"),
    (
        UnknownName("Jen", what="person", suggestions=["Jens", "Jan"]),
        LookupError,
        "no person is known as 'Jen'; did you mean 'Jens' or 'Jan'?",
    ),
    (
        UnknownReference("x", where="this corpus"),
        LookupError,
        "nothing in this corpus has the id or uid 'x'",
    ),
    (NotExactlyOne("quotes", 0), LookupError, "expected exactly one record, got 0: quotes"),
    (
        ProcessesFailed("one of them ended"),
        RuntimeError,
        "other processes can't be used: one of them ended",
    ),
    (Undecided("neither"), TypeError, "neither"),
    (
        MissingExtra("plots", "plot"),
        ImportError,
        "plots needs more packages: pip install 'natobrief[plot]'",
    ),
]


@pytest.mark.parametrize(("error", "base", "words"), EXAMPLES)
def test_words_bases_and_copies(error: NatobriefError, base: type, words: str) -> None:
    assert str(error) == words
    assert isinstance(error, base)
    for other in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):
        assert type(other) is type(error)
        assert str(other) == words
        assert vars(other) == vars(error)


def test_every_error_is_shown_here() -> None:
    found = {
        cls
        for cls in vars(errors).values()
        if inspect.isclass(cls) and issubclass(cls, Exception) and cls is not NatobriefError
    }
    assert found == {type(error) for error, _, _ in EXAMPLES}
    assert all(issubclass(cls, NatobriefError) for cls in found)


def test_the_data_of_a_name() -> None:
    error = UnknownName("Jen", what="person", suggestions=["Jens"])
    assert (error.name, error.what, error.suggestions) == ("Jen", "person", ("Jens",))


@pytest.mark.parametrize(
    ("path", "seen"),
    [
        ("Quote.text", "$.quotes[2].text"),
        ("Quote[0].text", "$.quotes[2][0].text"),
        ("Quote", "$.quotes[2]"),
        ("", "$.quotes[2]"),
    ],
)
def test_a_fault_seen_from_outside(path: str, seen: str) -> None:
    assert Fault(path=path, allowed="a", came="b").under("$.quotes[2]").path == seen


def test_long_values_are_shortened() -> None:
    assert show("x" * 78) == repr("x" * 78)
    assert show("x" * 79) == "'" + "x" * 75 + "...'"
    assert len(show(list(range(1000)))) == 80
