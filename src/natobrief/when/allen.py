"""What can hold between two stretches of time whose ends are known within bounds.

All of it is plain integers. A stretch has a first instant s and a last instant e, both included,
s <= e; as a half-open interval it is [s, e + 1), on which Allen's relations are defined. An
instant is a stretch whose s and e are one. The question is always asked about two stretches that
are chosen independently of one another, each within its own bounds.

Every relation is a handful of conditions ``x - y >= c`` between two of the four ends. Whether some
choice meets them all is decided exactly: the least choice is found by raising each end as far as
the conditions force it, and there is a choice if and only if none of them passes its upper bound.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from natobrief.values import Choice
from natobrief.when.truth import Truth

__all__ = ["Allen", "Condition", "Ends", "decide", "possible_relations"]


class Allen(Choice):
    """The thirteen relations between two intervals (J. F. Allen, 1983). Closed list.

    Time is whole microseconds and an interval has both its ends, so "meets" means that the second
    begins one microsecond after the first ends; BEFORE leaves a gap.

    >>> Allen("during")
    Allen.DURING
    """

    BEFORE = "before"
    MEETS = "meets"
    OVERLAPS = "overlaps"
    STARTS = "starts"
    DURING = "during"
    FINISHES = "finishes"
    EQUALS = "equals"
    FINISHED_BY = "finished_by"
    CONTAINS = "contains"
    STARTED_BY = "started_by"
    OVERLAPPED_BY = "overlapped_by"
    MET_BY = "met_by"
    AFTER = "after"


class Ends(NamedTuple):
    """The bounds of a stretch: s_low <= s < s_high, e_low <= e < e_high, and s <= e.

    Where ``instant`` is set, s and e are the same and share their bounds.
    """

    s_low: int
    s_high: int
    e_low: int
    e_high: int
    instant: bool = False


class Condition(NamedTuple):
    """``left - right >= least`` for two ends, numbered s1 0, e1 1, s2 2, e2 3."""

    left: int
    right: int
    least: int

    def negated(self) -> Condition:
        """Return the condition that holds exactly when this one doesn't."""
        return Condition(self.right, self.left, 1 - self.least)


S1, E1, S2, E2 = range(4)


def _same(left: int, right: int, plus: int = 0) -> tuple[Condition, Condition]:
    return Condition(left, right, plus), Condition(right, left, -plus)


_FORWARD: dict[Allen, tuple[Condition, ...]] = {
    Allen.BEFORE: (Condition(S2, E1, 2),),
    Allen.MEETS: _same(S2, E1, 1),
    Allen.OVERLAPS: (Condition(S2, S1, 1), Condition(E1, S2, 0), Condition(E2, E1, 1)),
    Allen.STARTS: (*_same(S1, S2), Condition(E2, E1, 1)),
    Allen.DURING: (Condition(S1, S2, 1), Condition(E2, E1, 1)),
    Allen.FINISHES: (Condition(S1, S2, 1), *_same(E1, E2)),
    Allen.EQUALS: (*_same(S1, S2), *_same(E1, E2)),
}
_INVERSE = {
    Allen.FINISHES: Allen.FINISHED_BY,
    Allen.DURING: Allen.CONTAINS,
    Allen.STARTS: Allen.STARTED_BY,
    Allen.OVERLAPS: Allen.OVERLAPPED_BY,
    Allen.MEETS: Allen.MET_BY,
    Allen.BEFORE: Allen.AFTER,
}


def _swapped(conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    return tuple(Condition((c.left + 2) % 4, (c.right + 2) % 4, c.least) for c in conditions)


_CONDITIONS = _FORWARD | {inverse: _swapped(_FORWARD[r]) for r, inverse in _INVERSE.items()}


def _own(a: Ends, b: Ends) -> tuple[Condition, ...]:
    """Return what holds within each stretch: it doesn't end before it starts."""
    first = _same(S1, E1) if a.instant else (Condition(E1, S1, 0),)
    second = _same(S2, E2) if b.instant else (Condition(E2, S2, 0),)
    return first + second


def _can_hold(a: Ends, b: Ends, conditions: tuple[Condition, ...]) -> bool:
    least = [a.s_low, a.e_low, b.s_low, b.e_low]
    limit = (a.s_high, a.e_high, b.s_high, b.e_high)
    changed = True
    # A circle of conditions that no choice meets raises its ends until one passes its limit;
    # the number of ends bounds the rounds that a solvable case needs.
    for _ in range(len(least)):
        changed = False
        for left, right, at_least in conditions:
            forced = least[right] + at_least
            if least[left] < forced:
                least[left] = forced
                changed = True
        if not changed:
            break
    return not changed and all(map(int.__lt__, least, limit))


def possible_relations(a: Ends, b: Ends) -> frozenset[Allen]:
    """Return the relations of ``a`` to ``b`` that hold for some choice; never an empty set."""
    own = _own(a, b)
    return frozenset(
        r for r, conditions in _CONDITIONS.items() if _can_hold(a, b, own + conditions)
    )


def decide(a: Ends, b: Ends, conditions: Iterable[Condition]) -> Truth:
    """Say whether all conditions hold for every choice (YES), for some (POSSIBLY) or for none."""
    own = _own(a, b)
    wanted = tuple(conditions)
    if not any(_can_hold(a, b, (*own, condition.negated())) for condition in wanted):
        return Truth.YES
    return Truth.POSSIBLY if _can_hold(a, b, own + wanted) else Truth.NO
