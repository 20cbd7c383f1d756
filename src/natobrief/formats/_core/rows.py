"""Values as rows: what a corpus, a brief or a list holds, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, cast

from natobrief.errors import Fault, InvalidValue, show
from natobrief.formats._core.codec import tag_of
from natobrief.formats._core.registry import by_class
from natobrief.model import Brief, Doubt, Link, Meeting, Quote, Statement
from natobrief.values import Value, hints

__all__ = ["KINDS", "SEVERAL", "Row", "rows_in", "taken_apart"]

KINDS: dict[str, type[Value]] = {
    tag_of(cls): cls for cls in (Brief, Quote, Statement, Meeting, Link, Doubt)
}
"""What a row may be."""

SEVERAL = "list"
"""The word for any number of values."""


class Row(NamedTuple):
    """A value, its word, and the number of the brief that it belongs to."""

    kind: str
    value: Value
    brief: int | None


def taken_apart(value: object) -> tuple[str, list[Any]]:
    """Return the word for a value, and the values that are rows."""
    kind = by_class(type(value))
    if kind is not None and kind.tag in KINDS:
        return kind.tag, [value]
    if kind is not None and kind.inline and kind.shape is not None:
        shape = kind.to_shape(value)
        return kind.tag, [item for name in hints(kind.shape) for item in getattr(shape, name)]
    values: list[Any] = list(cast("Any", value)) if _is_iterable(value) else [value]
    known = set(KINDS.values())
    for each in values:
        if type(each) not in known:
            allowed = "a corpus, or briefs and records, which are rows of a table"
            raise InvalidValue([Fault(path="value", allowed=allowed, came=show(each))])
    return SEVERAL, values


def _is_iterable(value: object) -> bool:
    return isinstance(value, Iterable) and not isinstance(value, str | bytes | dict)


def rows_in(values: Iterable[Value]) -> Iterator[Row]:
    """Yield a row for each value, and for each brief those of its records after it."""
    number = 0
    for value in values:
        if isinstance(value, Brief):
            yield Row("brief", value, number)
            for record in value.records:
                yield Row(tag_of(type(record)), record, number)
            number += 1
        else:
            yield Row(tag_of(type(value)), value, None)
