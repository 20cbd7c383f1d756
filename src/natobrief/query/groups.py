"""Records in groups: which of a field's values each record has."""

from __future__ import annotations

import operator
from array import array
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, cast

from natobrief.errors import Fault, InvalidValue, show
from natobrief.model import AnyRecord, Country, Group, Organization, Person, Place, Post
from natobrief.query.criteria import RecordKind
from natobrief.query.shared import each_once, in_stretches
from natobrief.text import fold

__all__ = ["Groups", "grouping", "read_group"]

_GET = operator.attrgetter
_NAMED = (Person, Organization, Country, Group, Post, Place)
_ANY: Mapping[str, Callable[[Any], Any]] = {
    "language": _GET("source.language"),
    "publisher": _GET("source.publisher"),
}
_SPOKEN: Mapping[str, Callable[[Any], Any]] = {
    "post": _GET("post"),
    "speaker": _GET("speaker"),
    **_ANY,
}
_FIELDS: Mapping[RecordKind, Mapping[str, Callable[[Any], Any]]] = {
    RecordKind.QUOTE: {"kind": _GET("kind"), **_SPOKEN},
    RecordKind.STATEMENT: {
        "genre": _GET("genre"),
        "on_behalf_of": _GET("on_behalf_of"),
        **_SPOKEN,
    },
    RecordKind.MEETING: {
        **{name: _GET(name) for name in ("body", "format", "kind", "outcome", "place", "status")},
        **_ANY,
    },
}


def grouping(by: str, kind: RecordKind, path: str) -> str:
    """Check the name of a field to group by.

    Raises:
        InvalidValue: Records of this kind have no such field.

    >>> from natobrief.query.groups import grouping
    >>> grouping("speaker", RecordKind.QUOTE, "by")
    'speaker'
    """
    if isinstance(cast("object", by), str) and by in _FIELDS[kind]:
        return by
    allowed = f"one of {', '.join(sorted(_FIELDS[kind]))}"
    raise InvalidValue([Fault(path=path, allowed=allowed, came=show(by))])


class Groups:
    """For each record of a table, the number of its group.

    Actors, posts and places are told apart by id, those without one by folded name; whatever isn't
    known or named makes one group, None.

    Attributes:
        values: The value that each group has in common, as it stands on its first record.
        numbers: For each row, the number of its group.
    """

    __slots__ = ("numbers", "values")

    def __init__(self, values: Sequence[Any]) -> None:
        self.values: list[Any] = []
        self.numbers: array[int] = array("I")
        numbers: dict[Hashable, int] = {}

        def number(value: Any) -> int:
            key = _key(value)
            if key not in numbers:
                numbers[key] = len(numbers)
                self.values.append(None if key is None else value)
            return numbers[key]

        for _, some in in_stretches(values):
            found = each_once(some, number)
            self.numbers.extend(map(found.__getitem__, map(id, some)))


def read_group(records: Iterable[AnyRecord], kind: RecordKind, by: str) -> list[Any]:
    """Read a field of records."""
    return list(map(_FIELDS[kind][by], records))


def _key(value: Any) -> Hashable:
    if not isinstance(value, _NAMED):
        plain: Hashable = value
        return plain
    if isinstance(value, Person) and value.anonymous:
        return None
    return ("id", value.id) if value.id is not None else ("name", fold(value.name))
