"""Three-valued answers follow Kleene's logic, and the one in the middle is no condition."""

from __future__ import annotations

import itertools
import pickle

import pytest

from natobrief.errors import InvalidValue, NatobriefError, Undecided
from natobrief.when import Truth

NO, POSSIBLY, YES = Truth.NO, Truth.POSSIBLY, Truth.YES
PAIRS = list(itertools.product(Truth, repeat=2))
TRIPLES = list(itertools.product(Truth, repeat=3))


def worlds(truth: Truth) -> set[bool]:
    """Return what an answer may turn out to be once all is known."""
    return {NO: {False}, POSSIBLY: {False, True}, YES: {True}}[truth]


def seen(answers: set[bool]) -> Truth:
    return POSSIBLY if len(answers) == 2 else Truth.of(answers == {True})


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_and_or_say_what_holds_in_every_world(a: Truth, b: Truth) -> None:
    assert a & b is seen({x and y for x in worlds(a) for y in worlds(b)})
    assert a | b is seen({x or y for x in worlds(a) for y in worlds(b)})
    assert ~a is seen({not x for x in worlds(a)})


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_and_or_commute_and_mirror_each_other(a: Truth, b: Truth) -> None:
    assert a & b is b & a
    assert a | b is b | a
    assert ~(a & b) is ~a | ~b
    assert a & (a | b) is a
    assert ~~a is a


@pytest.mark.parametrize(("a", "b", "c"), TRIPLES)
def test_and_or_associate_and_distribute(a: Truth, b: Truth, c: Truth) -> None:
    assert (a & b) & c is a & (b & c)
    assert (a | b) | c is a | (b | c)
    assert a & (b | c) is (a & b) | (a & c)


def test_the_middle_is_no_condition() -> None:
    with pytest.raises(Undecided) as caught:
        bool(POSSIBLY)
    assert str(caught.value) == "POSSIBLY is neither true nor false: ask .certain or .possible"
    assert isinstance(caught.value, NatobriefError)
    assert isinstance(caught.value, TypeError)
    assert (bool(YES), bool(NO)) == (True, False)


def test_certain_and_possible() -> None:
    assert [truth.certain for truth in (NO, POSSIBLY, YES)] == [False, False, True]
    assert [truth.possible for truth in (NO, POSSIBLY, YES)] == [False, True, True]


def test_of_takes_a_plain_bool_only() -> None:
    assert Truth.of(True) is YES
    assert Truth.of(False) is NO
    with pytest.raises(InvalidValue, match=r"^Truth: expected True or False, got 1$"):
        Truth.of(1)  # type: ignore[arg-type]


@pytest.mark.parametrize("other", [True, None, "yes"])
def test_other_values_do_not_mix_in(other: object) -> None:
    with pytest.raises(TypeError):
        YES & other  # type: ignore[operator]
    with pytest.raises(TypeError):
        YES | other  # type: ignore[operator]


@pytest.mark.parametrize("truth", Truth)
def test_text_and_copies(truth: Truth) -> None:
    assert eval(repr(truth)) is truth
    assert pickle.loads(pickle.dumps(truth)) is truth
    assert Truth(truth.value) is truth
