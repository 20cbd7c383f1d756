"""Who answers queries: what any engine can do, and the one that works in memory."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from natobrief.errors import UnknownReference
from natobrief.model import Actor, AnyRecord, Link, Meeting, Place, Post, Statement
from natobrief.query.criteria import All, RecordKind
from natobrief.query.evaluate import known_by, named, test_of, time_of, with_members
from natobrief.query.links import UidClasses, by_age
from natobrief.query.moments import Bounds, bounds_of
from natobrief.query.query import Query
from natobrief.when import MAX_US, Truth

__all__ = ["Engine", "Memory", "in_order"]

_WORDS = frozenset(kind.value for kind in RecordKind)
_UNDATED = Bounds(MAX_US, MAX_US, MAX_US, MAX_US)


class Engine(Protocol):
    """What answers a query. All engines give equal answers."""

    def answers(self, query: Query) -> Sequence[tuple[AnyRecord, Truth]]:
        """Return each record for which the answer is YES or POSSIBLY, in the order of results."""
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


def in_order(records: Iterable[AnyRecord]) -> list[AnyRecord]:
    """Sort records as results are: by their time, then by id. The order is total.

    Of the time count, in turn, the earliest and the latest start and the earliest and the latest
    end; records without a time come last.
    """
    found = list(records)
    times = {id(record): bounds_of(time_of(record)) or _UNDATED for record in found}
    found.sort(key=lambda record: times[id(record)])
    ordered: list[AnyRecord] = []
    start = 0
    while start < len(found):
        # An id is a hash of all content, so it is computed only where the times are equal.
        end = start + 1
        while end < len(found) and times[id(found[end])] == times[id(found[start])]:
            end += 1
        tied = found[start:end]
        ordered.extend(tied if len(tied) == 1 else sorted(tied, key=lambda record: record.id))
        start = end
    return ordered


class Memory:
    """Answers queries from records in memory, by asking one record after the other."""

    def __init__(self, records: Iterable[AnyRecord], links: Iterable[Link]) -> None:
        self.records: tuple[AnyRecord, ...] = tuple(in_order(records))
        self.links: tuple[Link, ...] = tuple(links)

    @functools.cached_property
    def classes(self) -> UidClasses:
        """Which uids name one encounter."""
        return UidClasses(self._meetings, self.links)

    @functools.cached_property
    def _meetings(self) -> tuple[Meeting, ...]:
        return tuple(record for record in self.records if isinstance(record, Meeting))

    @functools.cached_property
    def _by_kind(self) -> Mapping[RecordKind, tuple[AnyRecord, ...]]:
        kinds: dict[RecordKind, list[AnyRecord]] = {kind: [] for kind in RecordKind}
        for record in self.records:
            kinds[RecordKind.of(record)].append(record)
        return {kind: tuple(records) for kind, records in kinds.items()}

    @functools.cached_property
    def _revisions(self) -> Mapping[str, list[Meeting]]:
        reports: dict[str, list[Meeting]] = {}
        for meeting in self._meetings:
            reports.setdefault(self.classes.uids(meeting.uid)[0], []).append(meeting)
        return {name: by_age(meetings) for name, meetings in reports.items()}

    def answers(self, query: Query) -> list[tuple[AnyRecord, Truth]]:
        """Return each record for which the answer is YES or POSSIBLY, in the order of results."""
        test = test_of(All(parts=query.where))
        return [
            (record, answer)
            for record, seen in self._scope(query)
            if (answer := seen & test(record)) is not Truth.NO
        ]

    def actors(self) -> Iterator[Actor]:
        """Return every actor that a record names, members of groups too."""
        return with_members(actor for record in self.records for actor in named(record) if actor)

    def posts(self) -> Iterator[Post]:
        """Return every post that a record names."""
        for record in self.records:
            if isinstance(record, Meeting):
                yield from (one.post for one in record.participants if one.post is not None)
            elif record.post is not None:
                yield record.post

    def places(self) -> Iterator[Place]:
        """Return every place that a record names."""
        return (meeting.place for meeting in self._meetings if meeting.place is not None)

    def get(self, reference: str) -> AnyRecord:
        """Return the record with this id, or the newest report of the meeting with this uid.

        Raises:
            UnknownReference: Nothing here answers to it.
        """
        if reference.partition("-")[0] in _WORDS and reference in self._by_id:
            return self._by_id[reference]
        reports = self._revisions.get(self.classes.uids(reference)[0])
        if reports is None:
            raise UnknownReference(reference, "this corpus")
        return reports[-1]

    @functools.cached_property
    def _by_id(self) -> Mapping[str, AnyRecord]:
        return {record.id: record for record in self.records}

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
        statements = self._by_kind[RecordKind.STATEMENT]
        occasions = {s.occasion for s in statements if isinstance(s, Statement) and s.occasion}
        return frozenset(occasions | {m.part_of for m in self._meetings if m.part_of})

    def _scope(self, query: Query) -> Iterable[tuple[AnyRecord, Truth]]:
        """Pair each record of the query's kind with whether it was known, and the newest known."""
        instant = query.known_by
        if query.kind is RecordKind.MEETING and not query.revisions:
            newest = {
                id(meeting): seen
                for reports in self._revisions.values()
                for meeting, seen in _newest(reports, instant)
            }
            return ((m, newest[id(m)]) for m in self._meetings if id(m) in newest)
        records = self._by_kind[query.kind]
        if instant is None:
            return ((record, Truth.YES) for record in records)
        return ((record, known_by(record, instant)) for record in records)


def _newest(reports: list[Meeting], instant: int | None) -> Iterable[tuple[Meeting, Truth]]:
    """Say of each report whether it was the newest that was known before an instant."""
    none_newer = Truth.YES
    for meeting in reversed(reports):
        known = Truth.YES if instant is None else known_by(meeting, instant)
        yield meeting, known & none_newer
        none_newer = none_newer & ~known
        if none_newer is Truth.NO:
            return
