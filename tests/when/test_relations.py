"""Every relation agrees with trying out all the instants that it could be about."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from typing import NamedTuple

import pytest
from hypothesis import given

from natobrief.errors import InvalidDate, InvalidValue
from natobrief.when import Allen, Period, Truth, When, relation
from tests.when.strategies import periods, whens

PAIRS = 20_000
SIZE = 6  # microseconds in the little universe
FAR = 100  # where "open" is; an unknown end stays on this side
Stretch = tuple[int, int]


class Case(NamedTuple):
    """A time, what it may truly be, and what its whole extent may be, as (s, e) pairs."""

    time: When | Period
    choices: tuple[Stretch, ...]
    extents: tuple[Stretch, ...]


def exactly(low: int, high: int) -> When:
    """Return the moment that lies in the microseconds low..high of the universe."""
    stamp = "2022-01-07T12:00:00.00000{}Z".format
    return When.parse(f"[{stamp(low)}..{stamp(high)}]")


def moments() -> list[Case]:
    spans = [(low, high) for low in range(SIZE) for high in range(low, SIZE)]
    return [
        Case(exactly(a, b), tuple((t, t) for t in range(a, b + 1)), ((a, b),)) for a, b in spans
    ]


def stretches(moments: list[Case]) -> list[Case]:
    beyond = list(range(-4, SIZE + 4))
    starts = [("..", [-FAR]), ("", beyond)]
    ends = [("..", [FAR]), ("", beyond)]
    known = [(str(case.time), [t for t, _ in case.choices]) for case in moments]
    cases: list[Case] = []
    for (start, firsts), (end, lasts) in itertools.product(starts + known, ends + known):
        choices = tuple((s, e) for s in firsts for e in lasts if s <= e)
        if choices and start + end:
            cases.append(Case(Period.parse(f"{start}/{end}"), choices, choices))
    return cases


MOMENTS = moments()
STRETCHES = stretches(MOMENTS)


def sample() -> list[tuple[Case, Case]]:
    """Draw pairs of all four kinds; the little universe makes touching ends common."""
    chance = random.Random(2022)
    kinds = [(a, b) for a in (MOMENTS, STRETCHES) for b in (MOMENTS, STRETCHES)]
    return [(chance.choice(a), chance.choice(b)) for a, b in (kinds[i % 4] for i in range(PAIRS))]


def allen(a: Stretch, b: Stretch) -> Allen:
    """Name the relation of [s, e + 1) to [s, e + 1), from the textbook."""
    (s1, e1), (s2, e2) = (a[0], a[1] + 1), (b[0], b[1] + 1)
    cases = {
        Allen.BEFORE: e1 < s2,
        Allen.MEETS: e1 == s2,
        Allen.OVERLAPS: s1 < s2 < e1 < e2,
        Allen.STARTS: s1 == s2 and e1 < e2,
        Allen.DURING: s2 < s1 and e1 < e2,
        Allen.FINISHES: s2 < s1 and e1 == e2,
        Allen.EQUALS: s1 == s2 and e1 == e2,
        Allen.FINISHED_BY: s1 < s2 and e1 == e2,
        Allen.CONTAINS: s1 < s2 and e2 < e1,
        Allen.STARTED_BY: s1 == s2 and e2 < e1,
        Allen.OVERLAPPED_BY: s2 < s1 < e2 < e1,
        Allen.MET_BY: e2 == s1,
        Allen.AFTER: e2 < s1,
    }
    (name,) = [relation for relation, holds in cases.items() if holds]
    return name


def instants(stretch: Stretch) -> range:
    return range(stretch[0], stretch[1] + 1)


ORACLES: dict[str, Callable[[Stretch, Stretch], bool]] = {
    "before": lambda a, b: max(instants(a)) < min(instants(b)),
    "after": lambda a, b: min(instants(a)) > max(instants(b)),
    "during": lambda a, b: set(instants(a)) <= set(instants(b)),
    "contains": lambda a, b: set(instants(a)) >= set(instants(b)),
    "overlaps": lambda a, b: bool(set(instants(a)) & set(instants(b))),
    "equals": lambda a, b: set(instants(a)) == set(instants(b)),
}


def truth(answers: set[bool]) -> Truth:
    return Truth.POSSIBLY if len(answers) == 2 else Truth.of(answers == {True})


class Remembered(dict[tuple[Stretch, Stretch], tuple[bool, ...]]):
    """The oracles' answers for two stretches, each worked out once."""

    def __missing__(self, key: tuple[Stretch, Stretch]) -> tuple[bool, ...]:
        self[key] = tuple(oracle(*key) for oracle in ORACLES.values())
        return self[key]


def test_truth_agrees_with_trying_all_instants() -> None:
    answers = Remembered()
    for a, b in sample():
        found = zip(*{answers[x, y] for x in a.choices for y in b.extents}, strict=True)
        for name, column in zip(ORACLES, found, strict=True):
            answer = getattr(a.time, name)(b.time)
            assert answer is truth(set(column)), (name, a.time, b.time)


def test_allen_agrees_with_trying_all_instants() -> None:
    names: dict[tuple[Stretch, Stretch], Allen] = {}
    for a, b in sample():
        expected: set[Allen] = set()
        for pair in itertools.product(a.choices, b.choices):
            if pair not in names:
                names[pair] = allen(*pair)
            expected.add(names[pair])
        assert relation(a.time, b.time) == expected, (a.time, b.time)


def quarters(low: int, high: int) -> str:
    """Return the set from the start of one quarter of a day to the end of another, in UTC."""
    start, end = divmod(low, 4), divmod(high, 4)
    return (
        f"[2022-01-{7 + start[0]:02}T{start[1] * 6:02}:00:00.000000Z"
        f"..2022-01-{7 + end[0]:02}T{end[1] * 6 + 5:02}:59:59.999999Z]"
    )


def by_quarters() -> list[Case]:
    spans = [(low, high) for low in range(10) for high in range(low, min(10, low + 5))]
    moments = [
        Case(When.parse(quarters(a, b)), tuple((t, t) for t in range(a, b + 1)), ())
        for a, b in spans
    ]
    return moments + [
        Case(Period.parse(f"{a.time}/{b.time}"), pairs, ())
        for a in moments[::3]
        for b in moments[::4]
        if (pairs := tuple((s, e) for s, _ in a.choices for e, _ in b.choices if s <= e))
    ]


def test_same_day_agrees_with_trying_all_quarters_of_days() -> None:
    cases, chance = by_quarters(), random.Random(7)
    seen: set[Truth] = set()
    for _ in range(PAIRS):
        a, b, ahead = chance.choice(cases), chance.choice(cases), chance.choice([0, 1])
        other = in_zone(b.time, "+06:00") if ahead else b.time
        answers = {
            len({(quarter + ahead) // 4 for quarter in x + y}) == 1
            for x in a.choices
            for y in b.choices
        }
        answer = a.time.same_day(other)
        assert answer is truth(answers), (a.time, other)
        seen.add(answer)
    assert seen == set(Truth)


def in_zone(time: When | Period, zone: str) -> When | Period:
    """Return the same time as clocks elsewhere show it."""
    if isinstance(time, When):
        return When.parse(f"{time}[{zone}]")
    assert time.start is not None
    assert time.end is not None
    return Period.parse(f"{time.start}[{zone}]/{time.end}[{zone}]")


INVERSE = dict(zip(Allen, reversed(Allen), strict=True))


@given(a=whens() | periods(), b=whens() | periods())
def test_relations_turn_round(a: When | Period, b: When | Period) -> None:
    found = relation(a, b)
    assert found
    assert relation(b, a) == {INVERSE[each] for each in found}
    assert a.relations(b) == found


@given(a=whens() | periods(), b=whens() | periods())
def test_answers_fit_together(a: When | Period, b: When | Period) -> None:
    before, after, overlaps = a.before(b), a.after(b), a.overlaps(b)
    assert [before, after, overlaps].count(Truth.YES) <= 1
    if Truth.YES in (before, after, overlaps):
        assert [before, after, overlaps].count(Truth.NO) == 2
    whole = Period.of(b)
    names = ("before", "after", "during", "contains", "overlaps", "equals")
    assert [getattr(a, name)(whole) for name in names] == [getattr(a, name)(b) for name in names]
    within = {Allen.DURING, Allen.STARTS, Allen.FINISHES, Allen.EQUALS}
    assert a.during(b).certain is (relation(a, whole) <= within)
    assert a.during(b).possible is bool(relation(a, whole) & within)


@given(when=whens())
def test_a_moment_lies_within_itself(when: When) -> None:
    assert when.during(when) is Truth.YES
    assert when.overlaps(when.extent) is Truth.YES
    assert when.extent.equals(when) is Truth.YES
    assert when.before(when) is Truth.NO
    assert when.same_day(when).possible


@pytest.mark.parametrize(
    ("left", "name", "right", "answer"),
    [
        ("2022-01-07", "before", "2022-01-10", Truth.YES),
        ("2022-01", "before", "2022-01-31", Truth.POSSIBLY),
        ("2022-01-07", "before", "2022-01-07T12:00Z", Truth.POSSIBLY),
        ("2022-01-07", "during", "2022-W01", Truth.YES),
        ("2022", "during", "2022-01", Truth.POSSIBLY),
        ("XXXX-01-12", "during", "2022-01", Truth.POSSIBLY),
        ("2022-01-07~", "during", "2022-01-07?", Truth.YES),
        # The last hour of the 7th in Brussels is still the 7th in UTC; its first was the 6th.
        ("2022-01-07", "during", "2022-01-07[Europe/Brussels]", Truth.POSSIBLY),
        ("2022-01-07T23:30Z", "during", "2022-01-07[Europe/Brussels]", Truth.NO),
        ("2022-01-07T23:30Z", "same_day", "2022-01-07[Europe/Brussels]", Truth.NO),
        ("2022-01-07T23:30Z", "same_day", "2022-01-08T10:00+01:00", Truth.YES),
        ("2022-01-07", "same_day", "2022-01-07T10:00Z", Truth.YES),
        ("2022-01-07", "same_day", "2022-01-08", Truth.NO),
        ("2022-01-07", "contains", "2022-01-07T10:00Z", Truth.NO),
        ("2022-01-07", "equals", "2022-01-07", Truth.NO),
    ],
)
def test_answers_by_hand(left: str, name: str, right: str, answer: Truth) -> None:
    assert getattr(When.parse(left), name)(right) is answer


def test_periods_by_hand() -> None:
    tenure = Period.parse("2014-10-01/2024-10-01")
    assert tenure.contains("2022-01-07") is Truth.YES
    assert tenure.contains("2024-10-01") is Truth.POSSIBLY
    assert Period.parse("2024-10-01/..").contains("2500") is Truth.YES
    assert Period.parse("2024-10-01/").contains("2500") is Truth.POSSIBLY
    assert When.parse("1949").during("../2022") is Truth.YES
    assert When.parse("1949").during("/2022") is Truth.POSSIBLY
    assert Allen.EQUALS not in relation("2024-10-01/", "2024-10-01/..")
    assert tenure.same_day("2022-01-07") is Truth.NO
    assert Period.parse("2022-01-07/2022-01-08").same_day("2022-01-07") is Truth.NO
    assert Period.parse("2022-01-07/2022-01").same_day("2022-01-07") is Truth.POSSIBLY


def test_what_is_no_time_is_refused() -> None:
    when = When.parse("2022")
    with pytest.raises(InvalidDate, match=r"^When: expected a date in EDTF such as 2022-01-07, "):
        when.before("tomorrow")
    message = r"^When: expected EDTF text, a date, or a time with a zone, got 3$"
    with pytest.raises(InvalidValue, match=message):
        when.before(3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(InvalidDate, match=r"^Period\.end: expected a date in EDTF"):
        relation("2022", "2022/now")
