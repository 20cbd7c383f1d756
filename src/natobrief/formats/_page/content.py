"""What stands on a page: records in their order, each encounter once, sources numbered."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TypeVar, cast

import attrs

from natobrief.errors import Fault, InvalidValue, show
from natobrief.formats._core.registry import by_class
from natobrief.model import AnyRecord, Brief, Doubt, Link, Meeting, Quote, Source, Statement
from natobrief.model.encounters import UidClasses, by_age
from natobrief.when import Period, When

__all__ = ["Content", "Encounter", "content_of", "in_order", "time_of"]

T = TypeVar("T")
R = TypeVar("R", bound=AnyRecord)

_ALLOWED = "a Brief, a Corpus, a Quote, a Statement, a Meeting, or any number of these"


class Encounter(NamedTuple):
    """All reports of one meeting.

    Attributes:
        newest: The report that became known last.
        older: The others, the newest first.
        links: Why reports with other uids are counted here.
    """

    newest: Meeting
    older: tuple[Meeting, ...]
    links: tuple[Link, ...]


class Content:
    """Briefs, records, links and doubts, ready to be told."""

    def __init__(
        self,
        briefs: list[Brief],
        loose: list[AnyRecord],
        links: list[Link],
        between: list[Doubt],
    ) -> None:
        held = (record for brief in briefs for record in brief.records)
        records = in_order(dict.fromkeys((*held, *loose)))
        self.briefs = briefs
        self.between = between
        self.quotes = [record for record in records if isinstance(record, Quote)]
        self.statements = [record for record in records if isinstance(record, Statement)]
        self.meetings = [record for record in records if isinstance(record, Meeting)]
        self._classes = UidClasses(self.meetings, links)
        self.links = links

    @property
    def records(self) -> list[AnyRecord]:
        """All records."""
        return [*self.quotes, *self.statements, *self.meetings]

    @functools.cached_property
    def encounters(self) -> dict[str, Encounter]:
        """The encounters by the uid that names each, in the order of their newest reports."""
        reports: dict[str, list[Meeting]] = {}
        for meeting in by_age(self.meetings):
            reports.setdefault(self.uid(meeting.uid), []).append(meeting)
        links: dict[str, list[Link]] = {}
        for link in self.links:
            links.setdefault(self.uid(link.uid), []).append(link)
        found = {
            uid: Encounter(same[-1], tuple(same[-2::-1]), tuple(links.get(uid, ())))
            for uid, same in reports.items()
        }
        newest = [encounter.newest for encounter in found.values()]
        order = (self.uid(meeting.uid) for meeting in in_order(newest))
        return {uid: found[uid] for uid in order}

    def uid(self, uid: str) -> str:
        """Return the uid that names an encounter."""
        return self._classes.uids(uid)[0]

    @functools.cached_property
    def by_id(self) -> dict[str, AnyRecord]:
        """All records by their ids."""
        return {record.id: record for record in self.records}

    @functools.cached_property
    def sources(self) -> dict[Source, int]:
        """The sources with their numbers from 1: those of briefs, then those of loose records."""
        briefs = (brief.source for brief in self.briefs)
        found = dict.fromkeys((*briefs, *(record.source for record in self.records)))
        return {source: number for number, source in enumerate(found, 1)}

    @property
    def doubts(self) -> Iterator[tuple[Brief | None, Doubt]]:
        """All doubts, each with the brief that it stands in."""
        for brief in self.briefs:
            for doubt in brief.doubts:
                yield brief, doubt
        for doubt in self.between:
            yield None, doubt

    @functools.cached_property
    def latest(self) -> When | None:
        """The day of the newest report; None if no report has one."""
        known = [record.known for record in self.records]
        days = [brief.dating.reference for brief in self.briefs]
        found = [time for time in (*known, *days) if time is not None]
        return max(found, key=lambda time: (time.bounds[0], str(time)), default=None)


def content_of(value: object) -> Content:
    """Gather what a value holds.

    Raises:
        InvalidValue: It is, or holds, something else than briefs, records, links and doubts.
    """
    briefs: list[Brief] = []
    records: list[AnyRecord] = []
    links: list[Link] = []
    doubts: list[Doubt] = []
    faults: list[Fault] = []
    for path, item in _items("value", value):
        if isinstance(item, Brief):
            briefs.append(item)
        elif isinstance(item, Quote | Statement | Meeting):
            records.append(item)
        elif isinstance(item, Link):
            links.append(item)
        elif isinstance(item, Doubt):
            doubts.append(item)
        else:
            faults.append(Fault(path=path, allowed=_ALLOWED, came=show(item)))
    if faults:
        raise InvalidValue(faults)
    return Content(_once(briefs), records, _once(links), _once(doubts))


def _items(path: str, value: object) -> Iterator[tuple[str, object]]:
    """Yield what a value consists of: itself, what its document holds, or its items."""
    kind = None if isinstance(value, Brief) else by_class(type(value))
    if kind is not None and kind.inline and kind.shape is not None:
        # A class of an upper room: its shape holds briefs, records, links and doubts.
        shape: Any = kind.to_shape(value)
        for field in attrs.fields(kind.shape):
            for item in getattr(shape, field.name):
                yield f"{path}.{field.name}", item
    elif kind is not None or isinstance(value, str | bytes | Brief):
        yield path, value
    elif isinstance(value, Iterable):
        for number, item in enumerate(cast("Iterable[object]", value)):
            yield from _items(f"{path}[{number}]", item)
    else:
        yield path, value


def _once(items: Iterable[T]) -> list[T]:
    return list(dict.fromkeys(items))


def time_of(record: AnyRecord) -> When | Period | None:
    """Return when a record was said, made, or takes place."""
    match record:
        case Quote(said=time) | Statement(made=time):
            return time
        case Meeting():
            return record.time


def in_order(records: Iterable[R]) -> list[R]:
    """Sort records by their time; those without one come last."""
    return sorted(records, key=_place)


def _place(record: AnyRecord) -> tuple[Any, ...]:
    """Return what records are sorted by: their time, then when it became known, then the text."""
    time, known = time_of(record), record.known
    first = (1,) if time is None else (0, *time.sort_key[:2])
    then = (1,) if known is None else (0, *known.bounds)
    text = record.uid if isinstance(record, Meeting) else record.text or ""
    return first, then, text, record.id
