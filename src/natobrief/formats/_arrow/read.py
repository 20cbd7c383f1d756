"""From the columns of a table back to values, a column at a time.

A dictionary column is decoded once per distinct word, an actor or a source made once per distinct
combination. What can't be read becomes :class:`~natobrief.values.Refused`; the check of the
record that it belongs to reports it at its place.
"""

from __future__ import annotations

import functools
import itertools
import json
from collections.abc import Callable, Iterable
from typing import Any, cast

import attrs

from natobrief.errors import Fault, InvalidDocument, InvalidValue, show
from natobrief.formats._arrow.columns import ACTOR, arrow, columns_of, fields_in_rows
from natobrief.formats._core.codec import members_of
from natobrief.formats._core.plain import refused
from natobrief.formats._core.shapes import Shape, shape_of
from natobrief.model import Group, Person, Source
from natobrief.model._fields import as_extent, as_when
from natobrief.values import Choice, Refused, Value, hints
from natobrief.when import Period

__all__ = ["RowReader", "made", "words"]

_Made = Callable[..., Any]


def made(cls: Any, values: dict[str, Any]) -> Any:
    """Return a new value, or why there can be none."""
    try:
        return cls(**values)
    except InvalidValue as error:
        return Refused(error.faults)


class RowReader:
    """Makes the values of one class from the columns of batches of rows."""

    def __init__(self, cls: type[Value]) -> None:
        self._cls = cls
        self._fields = fields_in_rows(cls)
        needed = {each.name for each in attrs.fields(cast("Any", cls)) if not _has_default(each)}
        self._told = {"known", *needed}  # what is missing there says something

    def values(self, batch: Any) -> list[dict[str, Any]]:
        """Return the fields of each row."""
        columns = {
            name: found
            for name, hint in self._fields.items()
            if (found := self._field(batch, name, hint)) is not None
        }
        names = list(columns)
        rows = zip(*columns.values(), strict=True)
        return [dict(zip(names, row, strict=True)) for row in rows] or [{}] * batch.num_rows

    def _field(self, batch: Any, name: str, hint: Any) -> list[Any] | None:
        """Return the values of a field; None if no row tells of it and that is its default."""
        shape = shape_of(hint)
        names = [column.name for column in columns_of(name, hint)]
        if shape.times:
            names = names[:1]
        arrays = [_column(batch, each) for each in names]
        if name not in self._told and all(array.null_count == len(array) for array in arrays):
            return None
        if shape.table is None:
            leaf = shape.leaf is not None
            return _coded(arrays[0], _reader(hint)) if leaf else _nested(arrays[0], hint)
        return _combined(arrays, _table_maker(shape))


def _has_default(field: attrs.Attribute[Any]) -> bool:
    return field.default is not attrs.NOTHING


def _column(batch: Any, name: str) -> Any:
    place = batch.schema.get_field_index(name)
    if place < 0:
        return arrow.nulls(batch.num_rows)
    return batch.column(place)


def words(array: Any) -> tuple[list[int | None], list[Any]]:
    """Return for each row the number of its word, and the words; a missing one has no number."""
    if isinstance(array, arrow.DictionaryArray) and len(array.dictionary) > 2 * len(array):
        array = array.cast(array.type.value_type)
    if not isinstance(array, arrow.DictionaryArray):
        array = array.dictionary_encode()
    return array.indices.to_pylist(), array.dictionary.to_pylist()


def _coded(array: Any, read: Callable[[Any], Any]) -> list[Any]:
    if read is _itself:
        found: list[Any] = array.to_pylist()
        return found
    codes, told = words(array)
    values = [None if word is None else read(word) for word in told]
    return [None if code is None else values[code] for code in codes]


def _combined(arrays: list[Any], make: _Made) -> list[Any]:
    """Return what is made of each row of several columns, once per distinct combination."""
    coded = [words(array) for array in arrays]
    known: dict[tuple[int | None, ...], Any] = {}
    rows = list(zip(*(codes for codes, _ in coded), strict=True))
    for key in dict.fromkeys(rows):
        parts = zip(key, coded, strict=True)
        known[key] = make(*(None if code is None else told[code] for code, (_, told) in parts))
    return [known[row] for row in rows]


def _table_maker(shape: Shape) -> _Made:
    classes = shape.classes
    if shape.table == "sources":
        return _source
    if len(classes) > 1:
        return lambda *parts: _actor(classes, *parts)
    cls = next(iter(classes.values()))
    return functools.partial(_named, cls)


def _named(cls: type[Value], name: Any, id_: Any) -> Any:
    return None if name is None and id_ is None else made(cls, {"name": name, "id": id_})


@functools.cache
def _source_readers() -> list[tuple[str, Callable[[Any], Any]]]:
    return [(name, _reader(hint)) for name, hint in hints(Source).items()]


def _source(*parts: Any) -> Any:
    told = zip(_source_readers(), parts, strict=True)
    return made(Source, {name: read(part) for (name, read), part in told if part is not None})


def _actor(classes: dict[str, type[Value]], name: Any, *parts: Any) -> Any:
    if name is None and all(part is None for part in parts):
        return None
    tag, id_, anonymous, members = parts
    cls = classes.get(tag)
    if cls is None:
        return refused(f"a type, one of {', '.join(map(repr, classes))}", tag)
    values = {"name": name, "id": id_}
    if cls is Person:
        return made(cls, {**values, "anonymous": False if anonymous is None else anonymous})
    if anonymous is not None:
        return refused("anonymous of a person only", anonymous)
    if members is None:
        return made(cls, values)
    if cls is not Group:
        return refused("members of a group only", members)
    found = _members(classes, members)
    return found if isinstance(found, Refused) else made(cls, {**values, "members": found})


def _members(classes: dict[str, type[Value]], text: Any) -> Any:
    rows: Any
    try:
        rows = json.loads(text)
    except (TypeError, ValueError, RecursionError):
        rows = None
    keys = {"name", *ACTOR}
    if type(rows) is not list or any(
        type(row) is not dict or cast("Any", row).keys() - keys
        for row in cast("Iterable[object]", rows)
    ):
        return refused("the members of a group as JSON", text)
    told = cast("Iterable[dict[str, Any]]", rows)
    return tuple(_actor(classes, *(row.get(key) for key in ("name", *ACTOR))) for row in told)


def _itself(value: Any) -> Any:
    return value


def _reader(hint: Any) -> Callable[[Any], Any]:
    """Return what makes a single value of what a column holds."""
    classes = [cls for cls in members_of(hint) if cls is not type(None)]
    if shape_of(hint).times:
        return as_extent if Period in classes else as_when
    if isinstance(classes[0], type) and issubclass(classes[0], Choice):
        known = {member.value: member for member in classes[0]}
        allowed = f"one of {', '.join(map(repr, known))}"
        return lambda word: known[word] if word in known else refused(allowed, word)
    return _itself


def _nested(array: Any, hint: Any) -> list[Any]:
    """Return the values in a column of lists or of values with fields."""
    shape = shape_of(hint)
    if shape.leaf is not None:
        return _coded(array, _reader(hint))
    if shape.item is not None:
        return _lists(array, shape.item)
    if not arrow.types.is_struct(array.type):
        raise _wrong(f"a column of {' or '.join(shape.classes)}", array.type)
    parts = dict(zip((f.name for f in array.type), array.flatten(), strict=True))
    if shape.table == "actors":
        names = ("name", *ACTOR)
        found = _combined([_child(parts, name) for name in names], _table_maker(shape))
    else:
        found = _structs(parts, next(iter(shape.classes.values())), len(array))
    if not array.null_count:
        return found
    told = array.is_valid().to_pylist()
    return [value if there else None for value, there in zip(found, told, strict=True)]


def _structs(parts: dict[str, Any], cls: type[Value], length: int) -> list[Any]:
    fields = hints(cls)
    columns = [_nested(_child(parts, name), hint) for name, hint in fields.items()]
    rows: Iterable[tuple[Any, ...]] = zip(*columns, strict=True) if columns else [()] * length
    return [made(cls, dict(zip(fields, row, strict=True))) for row in rows]


def _child(parts: dict[str, Any], name: str) -> Any:
    if name not in parts:
        raise _wrong(f"a field {name} in each struct", sorted(parts))
    return parts[name]


def _lists(array: Any, item: Any) -> list[Any]:
    kinds = arrow.types
    if kinds.is_null(array.type):
        return [()] * len(array)
    if not (kinds.is_list(array.type) or kinds.is_large_list(array.type)):
        raise _wrong("a column of lists", array.type)
    values = _nested(array.flatten(), item)
    ends = list(itertools.accumulate(n or 0 for n in array.value_lengths().to_pylist()))
    return [tuple(values[a:b]) for a, b in zip([0, *ends], ends, strict=False)]


def _wrong(allowed: str, came: object) -> InvalidDocument:
    return InvalidDocument([Fault(path="$", allowed=allowed, came=show(str(came)))])
