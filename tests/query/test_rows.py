"""Sets of rows agree with a look at each row, also in tables that are too large for the oracle."""

from __future__ import annotations

import random
from array import array
from collections.abc import Iterator, Sequence

import pytest

from natobrief.query.combined import Both, Chain, Either, Outside
from natobrief.query.lags import Lags
from natobrief.query.picking import EVERY, common, filled, marked
from natobrief.query.rows import Except, Picked, Rows, Some, Span

MINUTE = 60_000_000
DAY = 1440 * MINUTE
# To the minute, to the day, months and years of any length, and what is known before or long after.
LAGS = (0, 1, MINUTE, DAY, *(days * DAY for days in (28, 29, 30, 31, 365, 366)), -DAY, -40 * DAY)


def lags_of(chance: random.Random, size: int) -> Lags:
    """Return two columns, the rows in front of them being those of somebody else."""
    start = chance.choice((0, 7))
    kinds = chance.sample(LAGS, chance.randint(1, len(LAGS)))
    step = chance.choice((1, MINUTE, DAY))
    first = sorted(chance.randrange(max(1, size // 2)) * step for _ in range(size))
    second = [low + _lag(chance, kinds) for low in first]
    others = [0] * start
    columns = array("q", others + first), array("q", others + second)
    return Lags(*columns, start, start + size)


def _lag(chance: random.Random, kinds: Sequence[int]) -> int:
    return chance.choice(kinds) if chance.random() < 0.8 else chance.randrange(-DAY, 400 * DAY)


def cases() -> Iterator[tuple[random.Random, Lags, int]]:
    for seed in range(150):
        chance = random.Random(seed)
        lags = lags_of(chance, chance.choice((1, 2, 9, 70, 400)))
        numbers = [*lags.first[lags.start :], *lags.second[lags.start :]]
        for limit in chance.choices(numbers, k=3):
            yield chance, lags, limit + chance.choice((-1, 0, 1))


def span_in(chance: random.Random, start: int, stop: int) -> tuple[int, int]:
    first, last = sorted(chance.choices(range(start, stop + 1), k=2))
    return first, last


def test_lags_know_what_fits() -> None:
    for chance, lags, limit in cases():
        middle = lags.middle(limit)
        assert all(lags.first[row] <= limit for row in range(lags.start, middle))
        assert all(lags.first[row] > limit for row in range(middle, lags.stop))
        first, stop = span_in(chance, lags.start, lags.stop)
        expected = bytes(lags.second[row] <= limit for row in range(first, stop))
        assert filled(lags.fits(limit, first, stop), stop - first) == expected
        first, stop = span_in(chance, lags.start, middle)
        late = [row for row in range(first, stop) if lags.second[row] > limit]
        assert sorted(lags.late(limit, first, stop)) == late
        first, stop = span_in(chance, middle, lags.stop)
        early = [row for row in range(first, stop) if lags.second[row] <= limit]
        assert list(lags.early(limit, first, stop)) == early


def sets_of(chance: random.Random, lags: Lags, limit: int) -> list[tuple[Rows, set[int]]]:
    """Return sets of rows, each with the rows that a look at each of them finds."""
    middle = lags.middle(limit)
    fit = {row for row in range(lags.start, lags.stop) if lags.second[row] <= limit}
    first, stop = span_in(chance, lags.start, lags.stop)
    some = sorted(chance.sample(range(lags.start, lags.stop), chance.randint(0, stop - first)))
    parts = (Except(lags.start, middle, lags, limit), Some(middle, lags.stop, lags, limit))
    low, high = span_in(chance, lags.start, middle)
    return [
        (Chain(parts), fit),
        (Except(low, high, lags, limit), fit & set(range(low, high))),
        (Span(first, stop), set(range(first, stop))),
        (Picked(array("I", some)), set(some)),
        (Outside(Picked(some), lags.stop), set(range(lags.stop)) - set(some)),
    ]


def combined(chance: random.Random, sets: list[tuple[Rows, set[int]]]) -> tuple[Rows, set[int]]:
    one, other, third = chance.sample(sets, 3)
    both = Both((one[0], other[0])), one[1] & other[1]
    if chance.random() < 0.5:
        return Both((both[0], third[0])), both[1] & third[1]
    return Either((both[0], third[0])), both[1] | third[1]


def test_sets_list_sift_and_pick_the_same_rows() -> None:
    for chance, lags, limit in cases():
        records = range(1000, 1000 + lags.stop)
        sets = sets_of(chance, lags, limit)
        sets += [combined(chance, sets) for _ in range(3)]
        for rows, expected in sets:
            first, stop = span_in(chance, 0, lags.stop)
            inside = sorted(expected & set(range(first, stop)))
            assert list(rows.within(first, stop)) == inside
            assert list(rows.among(range(first, stop))) == inside
            asked = sorted(chance.sample(range(lags.stop), chance.randint(0, lags.stop)))
            assert list(rows.among(asked)) == sorted(expected.intersection(asked))
            assert [each - 1000 for each in rows.pick(records)] == sorted(expected)


@pytest.mark.parametrize("length", [1, 9, 300])
def test_masks_have_in_common_what_each_marks(length: int) -> None:
    chance = random.Random(length)
    masks = [bytes(chance.randrange(2) for _ in range(length)) for _ in range(3)]
    expected = bytes(min(each) for each in zip(*masks, strict=True))
    assert common([masks[0], EVERY, *masks[1:]], length) == expected
    assert common([EVERY, EVERY], length) is EVERY
    items = range(7, 9 + length)
    marks = [7 + 1 + n for n in range(length) if expected[n]]
    assert list(marked(items, 1, 1 + length, expected)) == marks
    assert list(marked(items, 1, 1 + length, EVERY)) == list(items[1 : 1 + length])
