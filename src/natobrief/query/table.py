"""The records of one kind in the order of results, and what they are looked up by."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar, cast

from natobrief.formats.json import collector_paused
from natobrief.model import AnyRecord
from natobrief.query.bounds_index import BoundsIndex
from natobrief.query.combined import Both, Chain, Either, Outside, Sifted
from natobrief.query.criteria import Agreed, All, AnyOf, Criterion, Not, RecordKind, Time
from natobrief.query.evaluate import test_of
from natobrief.query.groups import Groups, read_group
from natobrief.query.lags import Lags
from natobrief.query.order import Columns, Numbers, ordered
from natobrief.query.picking import taken
from natobrief.query.postings import Field, Postings, wanted
from natobrief.query.rows import Except, Rows, Some, Span
from natobrief.when import Truth

__all__ = ["Table"]

T = TypeVar("T")


class Table:
    """Records of one kind, each in a row, in the order of results.

    Each index is built when a question first needs it, and never changes.

    A criterion becomes two sets of rows: those for which it surely holds and those for which it
    possibly does. NOT swaps the two and takes what is outside of them. A criterion that has no
    index is asked of each row that the others leave.
    """

    def __init__(self, records: Sequence[AnyRecord]) -> None:
        self.given = records
        self.size: int = len(records)
        self._postings: dict[str, Postings] = {}
        self._groups: dict[str, Groups] = {}

    @functools.cached_property
    def _columns(self) -> Columns:
        return ordered(self.given)

    @functools.cached_property
    def records(self) -> tuple[AnyRecord, ...]:
        """The records, in the order of results."""
        return tuple(self._moved(self.given))

    def _moved(self, given: Sequence[T]) -> Sequence[T]:
        """Bring what was read from the records, as they were given, into their order."""
        return taken(given, self._columns.places)

    @functools.cached_property
    def times(self) -> BoundsIndex:
        """The times of the records."""
        return BoundsIndex(self._columns)

    # -- what was known ---------------------------------------------------------------------------

    @functools.cached_property
    def _surely_known(self) -> tuple[Lags, Lags]:
        return self._known(self._columns.known_high)

    @functools.cached_property
    def _maybe_known(self) -> tuple[Lags, Lags]:
        return self._known(self._columns.known_low)

    def _known(self, known: Numbers) -> tuple[Lags, Lags]:
        """Return how knowing lags behind what has a time; the others are sorted by it alone."""
        columns = self._columns
        return (
            Lags(columns.low, known, 0, columns.dated),
            Lags(columns.known_low, known, columns.dated, columns.unknown),
        )

    def known_by(self, instant: int, *, certain: bool) -> Rows:
        """Return what was known before an instant, in UTC microseconds."""
        parts: list[Rows] = []
        limit = instant if certain else instant - 1
        for lags in self._surely_known if certain else self._maybe_known:
            middle = lags.middle(limit)
            parts += (
                Except(lags.start, middle, lags, limit),
                Some(middle, lags.stop, lags, limit),
            )
        if not certain:
            parts.append(Span(self._columns.unknown, self.size))
        return Chain(parts)

    def groups(self, kind: RecordKind, by: str) -> Groups:
        """Return which value of a field each record has."""
        found = self._groups.get(by)
        if found is None:
            with collector_paused():
                found = self._groups[by] = Groups(self._moved(read_group(self.given, kind, by)))
        return found

    # -- criteria ---------------------------------------------------------------------------------

    def postings(self, field: Field) -> Postings:
        """Return the rows for each value of a field."""
        found = self._postings.get(field.name)
        if found is None:
            with collector_paused():
                found = self._postings[field.name] = Postings(
                    self._moved(list(map(field.value, self.given))), field
                )
        return found

    def rows(self, criterion: Criterion, *, certain: bool) -> Rows:
        """Return the rows for which a criterion holds, surely or possibly."""
        if isinstance(criterion, Time):
            return self.times.rows(criterion, certain=certain)
        combine = _COMBINED.get(type(criterion))
        if combine is not None:
            return combine(self, criterion, certain)
        look_up = wanted(criterion)
        if look_up is not None:
            return look_up.among(self.postings(look_up.field), certain=certain)
        return self._asked_of_each(criterion, certain=certain)

    def all_of(
        self, criteria: Iterable[Criterion], also: Iterable[Rows] = (), *, certain: bool
    ) -> Rows:
        """Return the rows for which all criteria hold, and that belong to some sets as well."""
        parts = [*also, *[self.rows(each, certain=certain) for each in criteria]]
        return parts[0] if len(parts) == 1 else Both(parts) if parts else self.everything

    @property
    def everything(self) -> Rows:
        """All rows."""
        return Span(0, self.size)

    def _asked_of_each(self, criterion: Criterion, *, certain: bool) -> Rows:
        test, records = test_of(criterion), self.records
        kept = {Truth.YES} if certain else {Truth.YES, Truth.POSSIBLY}
        return Sifted(self.everything, lambda row: test(records[row]) in kept)

    def _all(self, criterion: All, certain: bool) -> Rows:
        return self.all_of(criterion.parts, certain=certain)

    def _any(self, criterion: AnyOf, certain: bool) -> Rows:
        return Either(self.rows(part, certain=certain) for part in criterion.parts)

    def _agreed(self, criterion: Agreed, certain: bool) -> Rows:
        if not criterion.parts:  # nobody says anything, so it is open
            return Span(0, 0 if certain else self.size)
        parts = [self.rows(part, certain=certain) for part in criterion.parts]
        return Both(parts) if certain else Either(parts)

    def _not(self, criterion: Not, certain: bool) -> Rows:
        return Outside(self.rows(criterion.part, certain=not certain), self.size)


_Combine = Callable[[Table, Any, bool], Rows]

# pyright: reportPrivateUsage=false
_COMBINED: Mapping[type, _Combine] = {
    All: cast("_Combine", Table._all),  # noqa: SLF001
    AnyOf: cast("_Combine", Table._any),  # noqa: SLF001
    Agreed: cast("_Combine", Table._agreed),  # noqa: SLF001
    Not: cast("_Combine", Table._not),  # noqa: SLF001
}
