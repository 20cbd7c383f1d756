"""The columns of a table of records: which a field has, and how its values get into them.

A date has four: its text in EDTF, which alone is read back, and for those who count and plot the
first instant, the end (not included) and the precision. An actor has a name, a type, an id, and
what else may be said of it. What repeats from row to row is stored once (a dictionary column).
"""

from __future__ import annotations

import functools
import importlib
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, cast

from natobrief.errors import MissingExtra
from natobrief.formats._core.codec import tag_of
from natobrief.formats._core.shapes import Shape, shape_of
from natobrief.model import Brief, Country, Group, Organization, Person, Source
from natobrief.values import Choice, Value, hints
from natobrief.when import MAX_US, MIN_US, Period, Precision, When

try:
    arrow: Any = importlib.import_module("pyarrow")  # it has no annotations
except ImportError:
    raise MissingExtra("Arrow and Parquet", "arrow") from None

__all__ = ["ACTOR", "SOURCE", "Column", "arrow", "columns_of", "fields_in_rows", "pack"]

ACTOR = ("type", "id", "anonymous", "members")
"""What the columns of an actor hold beside its name, which stands first."""

SOURCE = tuple(hints(Source))
_TEXT = arrow.string()
_CODED = arrow.dictionary(arrow.int32(), _TEXT)
_INSTANT = arrow.timestamp("us", tz="UTC")
# Words that are different in each row gain nothing from being stored once.
_PROSE = frozenset(["text", "id", "uid", "attribution_text", "reason", "statement"])


class Column(NamedTuple):
    """One column that a field has.

    Attributes:
        name: Its name in the table.
        type: Its Arrow type.
        cell: What a value of the field has there.
    """

    name: str
    type: Any
    cell: Callable[[Any], Any]


def _fields_in_rows(cls: type[Value]) -> dict[str, Any]:
    own = hints(cls)
    if cls is Brief:
        return {name: own[name] for name in own if name not in ("quotes", "statements", "meetings")}
    return own


# Not a decorator: type checkers hold that a class whose instances hash is itself not hashable.
_remembered = cast("Callable[[type[Value]], dict[str, Any]]", functools.cache(_fields_in_rows))


def fields_in_rows(cls: type[Value]) -> dict[str, Any]:
    """Return the annotation of each field that has columns; records have rows of their own."""
    return _remembered(cls)


def columns_of(name: str, hint: Any) -> Iterator[Column]:
    """Yield the columns of a field."""
    shape = shape_of(hint)
    if shape.times:
        yield from _time_columns(name)
    elif shape.table == "sources":
        for part in SOURCE:
            yield Column(f"{name}_{part}", _CODED, _part(part))
    elif shape.table == "actors" and len(shape.classes) > 1:
        yield Column(name, _CODED, _part("name"))
        for part in ACTOR:
            kind = arrow.bool_() if part == "anonymous" else _CODED
            yield Column(f"{name}_{part}", kind, _actor_part(part))
    elif shape.table is not None:
        yield Column(name, _CODED, _part("name"))
        yield Column(f"{name}_id", _CODED, _part("id"))
    elif shape.leaf is str and name not in _PROSE:
        yield Column(name, _CODED, _plain)
    else:
        yield Column(name, _type_of(shape), pack)


def _all_names(cls: type[Value]) -> tuple[str, ...]:
    return tuple(hints(cls))


_names = cast("Callable[[type[Value]], tuple[str, ...]]", functools.cache(_all_names))


def _time_columns(name: str) -> Iterator[Column]:
    yield Column(name, _CODED, str)
    yield Column(f"{name}_earliest", _INSTANT, _earliest)
    yield Column(f"{name}_latest", _INSTANT, _latest)
    yield Column(f"{name}_precision", _CODED, _precision)


def _earliest(time: When | Period) -> int | None:
    first = time.bounds[0]
    return None if first <= MIN_US + 1 else first


def _latest(time: When | Period) -> int | None:
    last = time.bounds[-1]
    return None if last >= MAX_US - 1 else last


def _precision(time: When | Period) -> str:
    found = time.precision if isinstance(time, When) else Precision.RANGE
    return str(found.value)


def _plain(value: Any) -> Any:
    if isinstance(value, Choice):
        return value.value
    return str(value) if isinstance(value, When | Period) else value


def _part(name: str) -> Callable[[Any], Any]:
    return lambda value: _plain(getattr(value, name))


def _tag(actor: object) -> str:
    return tag_of(type(actor))


def _actor_part(name: str) -> Callable[[Any], Any]:
    if name == "type":
        return _tag
    if name == "members":
        return _members
    if name == "anonymous":
        return lambda actor: getattr(actor, "anonymous", None)
    return lambda actor: actor.id


def _members(actor: Any) -> str | None:
    """Return the members of a group as JSON, since groups may hold groups."""
    if not isinstance(actor, Group) or not actor.members:
        return None
    rows = [pack(member) for member in actor.members]
    told = [{key: item for key, item in row.items() if item is not None} for row in rows]
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _type_of(shape: Shape) -> Any:
    """Return the Arrow type of a value that stands inside of a column."""
    if shape.item is not None:
        return arrow.list_(_type_of(shape_of(shape.item)))
    if shape.leaf is not None:
        return {str: _TEXT, int: arrow.int64(), bool: arrow.bool_()}[shape.leaf]
    if shape.table == "actors":
        flag = {"anonymous": arrow.bool_()}
        return arrow.struct([(part, flag.get(part, _TEXT)) for part in ("name", *ACTOR)])
    cls = next(iter(shape.classes.values()))
    return arrow.struct([(name, _type_of(shape_of(hint))) for name, hint in hints(cls).items()])


def pack(value: Any) -> Any:
    """Return a value as Python data that Arrow takes; every field is told."""
    if isinstance(value, tuple):
        return [pack(each) for each in cast("Iterable[Any]", value)]
    if isinstance(value, Person | Organization | Country | Group):
        return {"name": value.name, **{part: _actor_part(part)(value) for part in ACTOR}}
    if isinstance(value, Value):
        return {name: pack(getattr(value, name)) for name in _names(type(value))}
    return _plain(value)
