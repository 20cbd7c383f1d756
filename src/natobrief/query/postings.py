"""For each value of a field, the rows in which it stands."""

from __future__ import annotations

import itertools
from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple, TypeAlias

from natobrief.model import (
    Actor,
    AnyRecord,
    Group,
    OccasionRelation,
    Person,
    Place,
    Post,
    Statement,
)
from natobrief.query.combined import Either
from natobrief.query.criteria import (
    AtPlace,
    Criterion,
    FieldIs,
    InPost,
    Involves,
    OccasionIs,
    OccasionRelationIs,
    OfBody,
    OfStatement,
    OnBehalfOf,
    PartOf,
    SaidAt,
    SourceIs,
    SpokenBy,
    Topic,
    Who,
)
from natobrief.query.evaluate import named
from natobrief.query.rows import Picked, Rows
from natobrief.query.shared import each_once, in_stretches
from natobrief.text import fold

__all__ = ["Field", "Postings", "Wanted", "wanted"]

Key: TypeAlias = Hashable
"""What a value is looked up by; None stands for what isn't known."""


class Field(NamedTuple):
    """Where to look on a record, and what a value there is looked up by.

    Attributes:
        name: What tells it from other fields.
        value: Reads the value of a record.
        keys: Returns the keys of a value; a value that says nothing has none.
        many: Whether the value is a tuple of such values.
    """

    name: str
    value: Callable[[Any], Any]
    keys: Callable[[Any], Sequence[Key]]
    many: bool = False


class Wanted(NamedTuple):
    """What a criterion looks for in a field: keys that are surely meant, and that may be."""

    field: Field
    keys: Sequence[Key]
    possible: Sequence[Key] = ()

    def among(self, postings: Postings, *, certain: bool) -> Rows:
        """Return the rows that hold what is wanted."""
        keys = self.keys if certain else (*self.keys, *self.possible, None)
        found: list[Picked] = []
        for key in keys:
            rows = postings.rows(key)
            if rows:
                found.append(Picked(rows))
        return found[0] if len(found) == 1 else Either(found)


class Postings:
    """For each key, the rows in which it stands, ascending."""

    __slots__ = ("_rows",)

    def __init__(self, values: Sequence[Any], field: Field) -> None:
        self._rows: dict[Key, array[int]] = {}
        for start, some in in_stretches(values):
            if field.many:
                self._add_many(start, some, field)
            else:
                found = each_once(some, lambda value: self._of(field.keys(value)))
                for row, lists in enumerate(map(found.__getitem__, map(id, some)), start):
                    for rows in lists:
                        rows.append(row)

    def _add_many(self, start: int, some: Sequence[Any], field: Field) -> None:
        values = list(itertools.chain.from_iterable(some))
        found = each_once(values, lambda value: self._of(field.keys(value)))
        for row, given in enumerate(some, start):
            for lists in map(found.__getitem__, map(id, given)):
                for rows in lists:
                    if not rows or rows[-1] != row:
                        rows.append(row)

    def _of(self, keys: Iterable[Key]) -> tuple[array[int], ...]:
        return tuple(self._rows.setdefault(key, array("I")) for key in dict.fromkeys(keys))

    def rows(self, key: Key) -> Sequence[int]:
        """Return the rows in which a key stands."""
        return self._rows.get(key, ())

    def items(self) -> Iterable[tuple[Key, Sequence[int]]]:
        """Return each key with its rows."""
        return self._rows.items()


def _named_keys(thing: Actor | Post | Place | None) -> Sequence[Key]:
    """Return what an actor, post or place is looked up by: its id, or its folded name."""
    return tuple(_each_key(thing))


def _each_key(thing: Actor | Post | Place | None) -> Iterator[Key]:
    if thing is None or (isinstance(thing, Person) and thing.anonymous):
        yield None
        return
    yield _id_key(thing.id) if thing.id is not None else _name_key(fold(thing.name))
    if isinstance(thing, Group):
        for member in thing.members:
            yield from _each_key(member)


def _id_key(own_id: str) -> Key:
    return "#" + own_id


def _name_key(folded: str) -> Key:
    return "=" + folded


def _itself(value: Key) -> Sequence[Key]:
    return (value,)


def _folded(text: str) -> Sequence[Key]:
    return (fold(text),)


def _told(value: Actor | Post | None) -> Sequence[Key]:
    """Return the keys where None says that there is none."""
    return () if value is None else _named_keys(value)


def _at(value: str | None) -> Sequence[Key]:
    return () if value is None else (value,)


def _meeting_at(record: Statement) -> str | None:
    return record.occasion if record.occasion_relation is OccasionRelation.AT else None


def _everybody(record: AnyRecord) -> tuple[Actor | None, ...]:
    return tuple(named(record))


def _plain(name: str) -> Field:
    return Field(name, attrgetter(name), _itself)


_SPEAKER = Field("speaker", attrgetter("speaker"), _named_keys)
_POST = Field("post", attrgetter("post"), _told)
_PRINCIPAL = Field("on_behalf_of", attrgetter("on_behalf_of"), _told)
_ANYBODY = Field("named", _everybody, _named_keys, many=True)
_BODY = Field("body", attrgetter("body"), _named_keys)
_PLACE = Field("place", attrgetter("place"), _named_keys)
_STATEMENT, _PART_OF, _OCCASION = _plain("statement"), _plain("part_of"), _plain("occasion")
_RELATION = _plain("occasion_relation")
_AT = Field("occasion at", _meeting_at, _at)
_TOPIC = Field("topics", attrgetter("topics"), _folded, many=True)


def _choice(field: str) -> Field:
    def word(member: Any) -> Sequence[Key]:
        return (None if member is None else member.value,)

    return Field(field, attrgetter(field), word)


def _of_source(field: str) -> Field:
    folded = field in ("publisher", "title")

    def keys(source: Any) -> Sequence[Key]:
        value = getattr(source, field)
        return (fold(value) if folded and value is not None else value,)

    return Field(f"source {field}", attrgetter("source"), keys)


_SOURCES = {name: _of_source(name) for name in ("id", "publisher", "title", "url")}
_CHOICES = {name: _choice(name) for name in ("format", "genre", "kind", "outcome", "status")}


def _who(field: Field, who: Who) -> Wanted:
    keys = _keys(who.ids, who.names)
    if not who.possible_ids and not who.possible_names:
        return Wanted(field, keys)
    return Wanted(field, keys, _keys(who.possible_ids, who.possible_names))


def _keys(ids: Iterable[str], names: Iterable[str]) -> Sequence[Key]:
    return [*map(_id_key, ids), *map(_name_key, names)]


_WANTED: Mapping[type, Callable[[Any], Wanted]] = {
    SpokenBy: lambda asked: _who(_SPEAKER, asked.who),
    InPost: lambda asked: _who(_POST, asked.post),
    OnBehalfOf: lambda asked: _who(_PRINCIPAL, asked.who),
    Involves: lambda asked: _who(_ANYBODY, asked.who),
    OfBody: lambda asked: _who(_BODY, asked.body),
    AtPlace: lambda asked: _who(_PLACE, asked.place),
    OfStatement: lambda asked: Wanted(_STATEMENT, asked.ids),
    PartOf: lambda asked: Wanted(_PART_OF, asked.uids),
    OccasionIs: lambda asked: Wanted(_OCCASION, asked.uids),
    OccasionRelationIs: lambda asked: Wanted(_RELATION, (asked.relation,)),
    SaidAt: lambda asked: Wanted(_AT, asked.uids),
    SourceIs: lambda asked: Wanted(_SOURCES[asked.field], asked.words),
    Topic: lambda asked: Wanted(_TOPIC, (asked.topic,)),
    FieldIs: lambda asked: Wanted(_CHOICES[asked.field], asked.words),
}


def wanted(criterion: Criterion) -> Wanted | None:
    """Return what a criterion looks up, None if it is one that has to look at each record."""
    find = _WANTED.get(type(criterion))
    return None if find is None else find(criterion)
