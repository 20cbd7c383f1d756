"""What the annotation of a field means for a file, for formats that lay values out themselves."""

from __future__ import annotations

import functools
import typing
from collections.abc import Callable
from typing import Any, NamedTuple, cast

from natobrief.formats._core.codec import TABLES, members_of, tag_of
from natobrief.model.identity import Record
from natobrief.values import Choice, PossiblyEmpty, Value, hints
from natobrief.when import Period, When

__all__ = ["ANYTHING", "Shape", "fields_of", "shape_of", "shape_of_whole"]

_TABLE_OF = {cls: table for table, classes in TABLES.items() for cls in classes}


class Shape(NamedTuple):
    """How a field is laid out.

    Attributes:
        optional: Whether it may hold None.
        leaf: The type of a single value: text, a whole number, or True and False.
        item: The annotation of the items of a list.
        table: The table in which its values stand.
        classes: The classes of a value with fields, by their words in files.
        times: Whether the text is a date.
    """

    optional: bool = False
    leaf: type | None = None
    item: Any = None
    table: str | None = None
    classes: dict[str, type[Value]] = {}  # noqa: RUF012  no field of the class: a tuple's default
    times: bool = False


ANYTHING = Shape()
"""The shape of what stands where nothing is known to stand."""


@functools.cache
def shape_of(hint: Any) -> Shape:
    """Return the shape of a field with this annotation."""
    if typing.get_origin(hint) is tuple:
        return Shape(item=typing.get_args(hint)[0])
    members = members_of(hint)
    classes = [cls for cls in members if cls is not type(None)]
    optional = len(classes) < len(members)
    first = classes[0]
    if first in (When, Period):
        return Shape(optional, leaf=str, times=True)
    if first in (int, bool):
        return Shape(optional, leaf=first)
    if first is str or first is PossiblyEmpty or issubclass(first, Choice):
        return Shape(optional, leaf=str)
    named = {tag_of(cls): cls for cls in classes}
    return Shape(optional, table=_TABLE_OF.get(first), classes=named)


def _fields_of(cls: type[Value]) -> dict[str, Any]:
    label = {"id": str | None} if issubclass(cls, Record) else {}
    return {**label, **hints(cls)}


# Not a decorator: type checkers hold that a class whose instances hash is itself not hashable.
_remembered = cast("Callable[[type[Value]], dict[str, Any]]", functools.cache(_fields_of))


def shape_of_whole(cls: Any) -> Shape:
    """Return the shape of the value of a document, which stands in no table."""
    return shape_of(cls)._replace(table=None)


def fields_of(cls: type[Value]) -> dict[str, Any]:
    """Return the annotation of each key that a value has in a file."""
    return _remembered(cls)
