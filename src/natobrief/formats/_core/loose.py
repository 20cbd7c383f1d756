"""Labels of one's own on records outside of any brief, in a document that holds several.

Such a record may refer to another one beside it or to one in a brief. As in a brief, the record
gets its id and every reference follows. A reference that is an id may lead out of the document,
since a corpus needn't hold all that its records refer to. One that is a label of one's own may not.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias, cast

from natobrief.errors import Fault, show
from natobrief.formats._core.codec import In, members_of, tagged_codec
from natobrief.formats._core.labels import brief_ids, is_id, labels_in, rows_of
from natobrief.formats._core.plain import like
from natobrief.model import Brief, Doubt, Evidence
from natobrief.model.identity import Record
from natobrief.values import Refused, Value, hints

__all__ = ["loose_relabelled"]


class _Fields(NamedTuple):
    """The fields of a shape that hold briefs, records of several classes, and notes."""

    briefs: tuple[str, ...]
    records: dict[str, tuple[type[Value], ...]]
    notes: tuple[str, ...]


@functools.cache
def _fields(shape: Any) -> _Fields:
    found = _Fields((), {}, ())
    for name, hint in hints(shape).items():
        classes = members_of(getattr(hint, "__args__", (None,))[0])
        if classes == (Brief,):
            found = found._replace(briefs=(*found.briefs, name))
        elif classes[1:] and all(isinstance(c, type) and issubclass(c, Record) for c in classes):
            found.records[name] = classes
        elif set(classes) <= {Evidence, Doubt}:
            found = found._replace(notes=(*found.notes, name))
    return found


def loose_relabelled(
    shape: type[Value], data: dict[str, Any], source: In
) -> tuple[dict[str, Any], list[Fault]]:
    """Return the fields of a document with ids for labels of one's own, and what is wrong there."""
    fields = _fields(cast("Any", shape))
    if not fields.records:
        return data, []
    labels = list(_labels(fields, data))
    if all(is_id(label) for _, label in labels):
        return data, []
    faults = list(_repeated(labels))
    ids = _ids_of_briefs(fields, data, source)
    data = dict(data)
    for quotes in (False, True):  # targets first
        for name, classes in fields.records.items():
            for index, row in _copied(data, name):
                if (row.get("type") == "quote") is quotes:
                    path = f"Document.{name}[{index}].statement"
                    followed = _followed(row, "statement", path, ids, faults)
                    data[name][index] = followed
                    _learn(followed, classes, source, ids)
    _follow_notes(fields, data, ids, faults)
    return data, faults


_Ids: TypeAlias = dict[str, str | None]


def _ids_of_briefs(fields: _Fields, data: dict[str, Any], source: In) -> _Ids:
    """Return the id for each label of one's own in the briefs; None if two of them use it."""
    ids: _Ids = {}
    for name in fields.briefs:
        for _, row in rows_of(data, name):
            for label, known in brief_ids(row, source).items():
                ids[label] = None if label in ids else known
    return ids


def _follow_notes(fields: _Fields, data: dict[str, Any], ids: _Ids, faults: list[Fault]) -> None:
    for name in fields.notes:
        for index, row in _copied(data, name):
            path = f"Document.{name}[{index}].record"
            data[name][index] = _followed(row, "record", path, ids, faults)


def _copied(data: dict[str, Any], name: str) -> list[tuple[int, dict[str, Any]]]:
    """Put a copy of a list in its place, to be changed, and return the objects in it."""
    if isinstance(data.get(name), list):
        data[name] = list(data[name])
    return list(rows_of(data, name))


def _labels(fields: _Fields, data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the label of each record with its place; those of briefs are checked elsewhere."""
    for name in fields.briefs:
        for _, row in rows_of(data, name):
            yield from (("", label.text) for label in labels_in(row))
    for name in fields.records:
        for index, row in rows_of(data, name):
            if type(row.get("id")) is str:
                yield f"Document.{name}[{index}].id", row["id"]


def _repeated(labels: list[tuple[str, str]]) -> Iterator[Fault]:
    seen: set[str] = set()
    for path, label in labels:
        if not path or is_id(label):
            continue
        if label in seen:
            allowed = "a label that no other record here has"
            yield Fault(path=path, allowed=allowed, came=show(label))
        seen.add(label)


def _followed(
    row: dict[str, Any], key: str, path: str, ids: _Ids, faults: list[Fault]
) -> dict[str, Any]:
    target = row.get(key)
    if type(target) is not str or is_id(target):
        return row
    found = ids.get(target)
    if found is None:
        what = "a record in one brief only" if target in ids else "a record here"
        faults.append(Fault(path=path, allowed=f"the id of {what}", came=show(target)))
        return row
    return like(row, {**row, key: found})


def _learn(
    row: dict[str, Any],
    classes: tuple[type[Value], ...],
    source: In,
    ids: _Ids,
) -> None:
    label = row.get("id")
    if type(label) is str and not is_id(label):
        record = tagged_codec(classes).decode(row, source)
        ids[label] = label if isinstance(record, Refused) else record.id
