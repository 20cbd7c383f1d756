"""Who answers queries: what any engine can do, and the one that works in memory."""

from __future__ import annotations

import functools
import itertools
import operator
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol, cast

from natobrief.errors import Fault, InvalidValue, UnknownReference, show
from natobrief.model import Actor, AnyRecord, Link, Meeting, Place, Post, Statement
from natobrief.model.encounters import UidClasses, by_age
from natobrief.query.combined import Both, Outside, Sifted
from natobrief.query.counts import Unit
from natobrief.query.criteria import RecordKind
from natobrief.query.evaluate import known_by, named, with_members
from natobrief.query.order import in_order
from natobrief.query.query import Keep, Query
from natobrief.query.rows import Picked, Rows
from natobrief.query.shared import each_once
from natobrief.query.table import Table
from natobrief.query.tally import CountsBy, tally
from natobrief.when import Truth

__all__ = ["Engine", "Memory"]

_WORDS = frozenset(kind.value for kind in RecordKind)


class Engine(Protocol):
    """What answers a query. All engines give equal answers."""

    def select(self, query: Query, keep: Keep) -> Sequence[AnyRecord]:
        """Return the records for which the answer is one of those that are kept, in order."""
        ...

    def tally(self, query: Query, unit: Unit, zone: str, by: str | None) -> CountsBy:
        """Count what a query finds in each period of the calendar, for each value of a field.

        Args:
            query: The question.
            unit: The periods.
            zone: The zone whose days are counted.
            by: The field; None for all records together.
        """
        ...

    def actors(self) -> Iterable[Actor]:
        """Return every actor that a record names, members of groups too."""
        ...

    def posts(self) -> Iterable[Post]:
        """Return every post that a record names."""
        ...

    def places(self) -> Iterable[Place]:
        """Return every place that a record names."""
        ...

    def uids(self, reference: str) -> tuple[str, ...]:
        """Return the uids of the meeting with this uid or id, the one that names it first.

        Raises:
            UnknownReference: No record and no link refers to it.
        """
        ...


class Memory:
    """Answers queries from records in memory, which it looks up in sorted arrays.

    Args:
        records: The records, each once.
        links: Which uids name one encounter.
    """

    def __init__(self, records: Sequence[AnyRecord], links: Iterable[Link]) -> None:
        self.given = records
        self.links: tuple[Link, ...] = tuple(links)

    @functools.cached_property
    def records(self) -> tuple[AnyRecord, ...]:
        """All records, in the order of results."""
        filled = [table for table in self._tables.values() if table.size]
        return filled[0].records if len(filled) == 1 else tuple(in_order(self.given))

    @functools.cached_property
    def _tables(self) -> Mapping[RecordKind, Table]:
        kinds = set(map(type, self.given))
        parts = [self.given]
        if len(kinds) > 1:
            parts = [[each for each in self.given if type(each) is kind] for kind in kinds]
        found = {RecordKind.of(some[0]): Table(some) for some in parts if some}
        return {kind: found.get(kind) or Table(()) for kind in RecordKind}

    def select(self, query: Query, keep: Keep) -> Sequence[AnyRecord]:
        """Return the records for which the answer is one of those that are kept, in order."""
        return self._rows(query, keep).pick(self._tables[query.kind].records)

    def tally(self, query: Query, unit: Unit, zone: str, by: str | None) -> CountsBy:
        """Count what a query finds in each period of the calendar, for each value of a field."""
        sure, maybe = (self._rows(query, keep) for keep in (Keep.CERTAIN, Keep.POSSIBLE))
        table = self._tables[query.kind]
        groups = None if by is None else table.groups(query.kind, by)
        return tally(table.times, sure, maybe, unit, zone, groups)

    def _rows(self, query: Query, keep: Keep) -> Rows:
        table = self._tables[query.kind]
        if keep is Keep.UNDECIDED:
            sure, maybe = (self._rows(query, each) for each in (Keep.CERTAIN, Keep.POSSIBLE))
            return Both((maybe, Outside(sure, table.size)))
        certain = keep is Keep.CERTAIN
        if query.known_by is None and query.kind is not RecordKind.MEETING:
            return table.all_of(query.where, certain=certain)
        return table.all_of(query.where, self._scope(query, table, certain), certain=certain)

    # -- what is looked at ------------------------------------------------------------------------

    def _scope(self, query: Query, table: Table, certain: bool) -> tuple[Rows, ...]:
        """Return what was known, and the newest reports of meetings."""
        instant = query.known_by
        newest = query.kind is RecordKind.MEETING and not query.revisions
        if instant is None:
            return (self._newest,) if newest else ()
        known = table.known_by(instant, certain=certain)
        if not newest:
            return (known,)
        kept = {Truth.YES} if certain else {Truth.YES, Truth.POSSIBLY}
        return (Sifted(known, lambda row: self._was_newest(row, instant) in kept),)

    @functools.cached_property
    def _meetings(self) -> tuple[Meeting, ...]:
        records = self._tables[RecordKind.MEETING].records
        return tuple(record for record in records if isinstance(record, Meeting))

    @functools.cached_property
    def classes(self) -> UidClasses:
        """Which uids name one encounter."""
        return UidClasses(self._meetings, self.links)

    @functools.cached_property
    def _revisions(self) -> Mapping[str, list[Meeting]]:
        reports: dict[str, list[Meeting]] = {}
        for meeting in self._meetings:
            reports.setdefault(self.classes.uids(meeting.uid)[0], []).append(meeting)
        return {name: by_age(meetings) for name, meetings in reports.items()}

    @functools.cached_property
    def _newest(self) -> Rows:
        newest = {id(reports[-1]) for reports in self._revisions.values()}
        return Picked(
            array("I", [row for row, each in enumerate(self._meetings) if id(each) in newest])
        )

    def _was_newest(self, row: int, instant: int) -> Truth:
        """Say whether a report was known before an instant, and no newer one of the meeting."""
        meeting = self._meetings[row]
        reports = self._revisions[self.classes.uids(meeting.uid)[0]]
        newer = itertools.takewhile(lambda each: each is not meeting, reversed(reports))
        answer = known_by(meeting, instant)
        for each in newer:
            answer &= ~known_by(each, instant)
        return answer

    # -- what records name ------------------------------------------------------------------------

    def actors(self) -> Iterator[Actor]:
        """Return every actor that a record names, members of groups too."""
        seen: dict[int, Actor | None] = {}
        for kind, table in self._tables.items():
            for actors in _actors(kind, table.given):
                seen |= each_once(actors, lambda actor: actor)
        return with_members(actor for actor in seen.values() if actor is not None)

    def posts(self) -> Iterator[Post]:
        """Return every post that a record names."""
        for record in self.given:
            if isinstance(record, Meeting):
                yield from (one.post for one in record.participants if one.post is not None)
            elif record.post is not None:
                yield record.post

    def places(self) -> Iterator[Place]:
        """Return every place that a record names."""
        return (meeting.place for meeting in self._meetings if meeting.place is not None)

    # -- references -------------------------------------------------------------------------------

    def get(self, reference: str) -> AnyRecord:
        """Return the record with this id, or the newest report of the meeting with this uid.

        Raises:
            UnknownReference: Nothing here answers to it.
            InvalidValue: It is no text.
        """
        if not isinstance(cast("object", reference), str):
            allowed, came = "an id, or the uid of a meeting", show(reference)
            raise InvalidValue([Fault(path="Corpus.get.reference", allowed=allowed, came=came)])
        if reference.partition("-")[0] in _WORDS and reference in self._by_id:
            return self._by_id[reference]
        reports = self._revisions.get(self.classes.uids(reference)[0])
        if reports is None:
            raise UnknownReference(reference, "this corpus")
        return reports[-1]

    @functools.cached_property
    def _by_id(self) -> Mapping[str, AnyRecord]:
        return {record.id: record for record in self.given}

    def uids(self, reference: str) -> tuple[str, ...]:
        """Return the uids of the meeting with this uid or id, the one that names it first.

        Raises:
            UnknownReference: No record and no link refers to it.
        """
        if self.classes.knows(reference) or reference in self._uids_elsewhere:
            return self.classes.uids(reference)
        record = self.get(reference)
        if isinstance(record, Meeting):
            return self.classes.uids(record.uid)
        raise UnknownReference(reference, "the meetings of this corpus")

    @functools.cached_property
    def _uids_elsewhere(self) -> frozenset[str]:
        """The meetings that records refer to, which need not be here."""
        statements = (record for record in self.given if isinstance(record, Statement))
        occasions = {said.occasion for said in statements if said.occasion}
        return frozenset(occasions | {m.part_of for m in self._meetings if m.part_of})


def _actors(kind: RecordKind, records: Sequence[AnyRecord]) -> Iterator[Sequence[Actor | None]]:
    """Yield all actors that records of one kind name, some at a time."""
    if kind is RecordKind.MEETING:
        yield list(itertools.chain.from_iterable(map(named, records)))
        return
    yield list(map(operator.attrgetter("speaker"), records))
    if kind is RecordKind.STATEMENT:
        yield list(map(operator.attrgetter("on_behalf_of"), records))
        audiences = map(operator.attrgetter("audience"), records)
        yield list(itertools.chain.from_iterable(audiences))
