"""The question as plain data."""

from __future__ import annotations

import typing

import attrs

from natobrief.errors import Fault, InvalidValue
from natobrief.query.criteria import (
    COMBINED,
    All,
    AnyOf,
    Criterion,
    Not,
    RecordKind,
    criteria_of,
    kinds_of,
)
from natobrief.query.unchecked import unchecked
from natobrief.values import Choice, Value

__all__ = ["Keep", "Query"]


class Keep(Choice):
    """Which answers a selection keeps. Closed list."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    UNDECIDED = "undecided"


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Query(Value):
    """A question about records, made of ids, bounds and words only.

    It needs neither directory nor corpus to be understood, so every engine runs the same query.
    A query has a scope (which records are looked at) and criteria (which of them are meant).
    Negation turns the criteria round and leaves the scope.

    Attributes:
        kind: Quotes, statements or meetings.
        where: The criteria; all of them must hold.
        known_by: Only what was known before this instant, in UTC microseconds since 1970-01-01;
            None for all that is known. A record counts surely once its ``known.latest`` has
            passed and possibly once its ``known.earliest`` has; without ``known`` it counts
            possibly.
        revisions: Every revision of a meeting, rather than the newest that was known.

    Raises:
        InvalidValue: A criterion makes no sense for this kind of record.

    >>> query = Corpus.of().quotes.mentioning("Open  door").query
    >>> query.where[0].phrase
    'open door'
    """

    kind: RecordKind
    where: tuple[Criterion, ...] = attrs.field(default=(), converter=criteria_of)
    known_by: int | None = None
    revisions: bool = False

    def _conflicts(self) -> list[Fault]:
        return [
            Fault(
                path=f"Query.where[{index}]",
                allowed=f"a criterion for {self.kind.value}s",
                came=type(criterion).__name__,
            )
            for index, criterion in enumerate(self.where)
            if self.kind not in kinds_of(criterion)
        ]

    @property
    def scope(self) -> tuple[RecordKind, int | None, bool]:
        """What the query looks at: kind, ``known_by`` and ``revisions``.

        >>> Corpus.of().quotes.query.scope
        (RecordKind.QUOTE, None, False)
        """
        return self.kind, self.known_by, self.revisions

    def having(self, *criteria: Criterion) -> Query:
        """Return this query with more criteria; one that is there already isn't added again."""
        where = self.where
        for each in criteria:
            if self.kind not in (_KINDS.get(type(each)) or _kinds_of(each)):
                return self.evolve(where=tuple(dict.fromkeys((*self.where, *criteria))))
            if not where or each not in [one for one in where if type(one) is type(each)]:
                where = (*where, each)
        return _query(self.kind, where, self.known_by, self.revisions)

    def as_known_by(self, instant: int) -> Query:
        """Return this query with another ``known_by``."""
        return _query(self.kind, self.where, instant, self.revisions)

    def __and__(self, other: Query) -> Query:
        return self._same_scope(other).having(*other.where)

    def __or__(self, other: Query) -> Query:
        either = AnyOf(parts=(_one(self.where), _one(other.where)))
        return self._same_scope(other).evolve(where=(either,))

    def __sub__(self, other: Query) -> Query:
        return self._same_scope(other).having(Not(part=_one(other.where)))

    def __invert__(self) -> Query:
        return self.evolve(where=(Not(part=_one(self.where)),))

    def _same_scope(self, other: Query) -> Query:
        if self.scope == other.scope:
            return self
        allowed = "a query with the same kind, known_by and revisions"
        raise InvalidValue([Fault(path="Query", allowed=allowed, came=repr(other.scope))])


_query = unchecked(Query)
_CRITERIA = frozenset(typing.get_args(Criterion))
# Those of which the class alone says for which kinds they make sense, as most do.
_KINDS: dict[type, frozenset[RecordKind]] = {
    cls: cls.kinds for cls in _CRITERIA if cls not in COMBINED
}


def _kinds_of(criterion: Criterion) -> frozenset[RecordKind]:
    return kinds_of(criterion) if type(criterion) in _CRITERIA else frozenset()


def _one(where: tuple[Criterion, ...]) -> Criterion:
    return where[0] if len(where) == 1 else All(parts=where)
