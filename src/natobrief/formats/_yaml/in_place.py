"""Documents with tables, laid out as people write them: each value where it is used.

The opposite of ``_by_hand``. Only those records have an ``id`` that something refers to, and in a
brief it is a short label.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from natobrief.formats._core.codec import TABLES
from natobrief.formats._core.registry import by_tag
from natobrief.formats._core.shapes import Shape, fields_of, shape_of, shape_of_whole
from natobrief.formats._yaml.by_hand import OF_ACTORS
from natobrief.model import Participant, Source
from natobrief.model.identity import Record
from natobrief.text import Span
from natobrief.values import Value

__all__ = ["Small", "in_place"]

_REFERENCES = ("statement", "record")


class Small(dict[str, Any]):
    """An object that is best written on one line."""


def in_place(document: dict[str, Any]) -> dict[str, Any]:
    """Return a document in the layout of people."""
    kind = by_tag(document["type"])
    if kind is None:  # pragma: no cover - to_document makes none without
        return document
    return _Layout(document).top(kind.shape or kind.cls, inline=kind.inline)


class _Layout:
    def __init__(self, document: dict[str, Any]) -> None:
        self._document = document
        self._labels = _labels(document)
        self._rows: dict[str, list[Any]] = {name: document.get(name, []) for name in TABLES}

    def top(self, cls: Any, *, inline: bool) -> dict[str, Any]:
        marks = {key: self._document[key] for key in ("format", "type")}
        if not inline:
            return {**marks, "value": self._laid(self._document["value"], shape_of_whole(cls))}
        rest = {k: v for k, v in self._document.items() if k not in marks and k not in TABLES}
        return {**marks, **self._fields(rest, cls)}

    def _laid(self, data: Any, shape: Shape) -> Any:
        if data is None:
            return None
        if shape.item is not None:
            item = shape_of(shape.item)
            return [self._laid(each, item) for each in data]
        if shape.table is not None:
            return self._row(self._rows[shape.table][data], shape)
        if not shape.classes:
            return data
        if len(shape.classes) > 1:
            cls = shape.classes[data["type"]]
            return {"type": data["type"], **self._fields(data, cls)}
        return self._fields(data, next(iter(shape.classes.values())))

    def _row(self, row: dict[str, Any], shape: Shape) -> Any:
        if shape.table == "sources":
            return self._fields(row, Source)
        if row.keys() - {"type"} == {"name"} and len(shape.classes) == 1:
            return row["name"]
        if shape.table != "actors":
            return Small(row)
        tag = row["type"]
        actor = Small({tag: row["name"]})
        cls = (by_tag(tag) or cast("Any", None)).cls
        rest = self._fields({key: row[key] for key in OF_ACTORS if key in row}, cls)
        return Small({**actor, **rest})

    def _fields(self, data: dict[str, Any], cls: type[Value]) -> dict[str, Any]:
        labels = self._labels
        if issubclass(cls, Record):
            label = {"id": labels[data["id"]]} if data.get("id") in labels else {}
            data = {**{key: item for key, item in data.items() if key != "id"}, **label}
        told = {key: data[key] for key in _REFERENCES if key in data}
        data = {**data, **{key: labels.get(each, each) for key, each in told.items()}}
        fields = fields_of(cls)
        laid = {key: self._laid(data[key], shape_of(fields[key])) for key in fields if key in data}
        if cls is Participant:
            return Small({**laid.pop("actor"), **laid})
        return Small(laid) if cls is Span else laid


_LETTERS = {"statements": "s", "meetings": "m", "quotes": "q"}
_LISTS = ("evidence", "doubts", "records", *_LETTERS)


def _labels(document: dict[str, Any]) -> dict[str, str]:
    """Return a label for each id that something refers to: a short one where no other is near."""
    told = set(_told(document))
    if document["type"] != "brief":
        return {id_: id_ for id_ in told}
    return {
        row["id"]: f"{letter}{number}"
        for name, letter in _LETTERS.items()
        for number, row in enumerate(document.get(name, ()), 1)
        if row["id"] in told
    }


def _told(data: dict[str, Any]) -> Iterator[str]:
    for brief in data.get("briefs", ()):
        yield from _told(brief)
    for row in (row for name in _LISTS for row in data.get(name, ())):
        yield from (row[key] for key in _REFERENCES if row.get(key) is not None)
