"""Ids in files are labels: what refers to what is told by the words as they are written.

No id is computed when a file is read. A label that doesn't look like an id is somebody's own ("s1",
in a file written by hand): such a record gets its id, and every reference to the label follows,
targets first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, cast

import attrs

from natobrief.errors import Fault, InvalidValue, show
from natobrief.formats._codec import Codec, In, Out, special, struct_codec
from natobrief.model import Brief, Meeting, Quote, Source, Statement
from natobrief.model._references import reference_faults, references_checked
from natobrief.model.identity import Record
from natobrief.values import Refused

__all__ = ["brief_codec"]

_ID = re.compile(r"(?:quote|statement|meeting)-[0-9a-f]{32}")

# Targets first: a quote refers to a statement.
_RECORDS: dict[str, type[Record]] = {"statements": Statement, "meetings": Meeting, "quotes": Quote}
_NOTES = ("evidence", "doubts")


@special(Brief)
def brief_codec(codec: Codec) -> Codec:
    """Wrap the codec of a brief: one source for all its records, and references that lead on.

    A record of a brief needn't name its source, since it is the brief's.
    """

    def encode(brief: Brief, out: Out) -> dict[str, Any]:
        # Ids are computed now. A brief from a file whose labels were wrong could not be read again.
        faults = tuple(reference_faults(brief))
        if faults:
            raise InvalidValue(faults)
        outer, first = out.source, {}
        if brief.source != outer:
            first = {"source": out.put("sources", brief.source)}
        out.source = brief.source
        try:
            return {**first, **codec.encode(brief, out)}
        finally:
            out.source = outer

    def decode(raw: Any, source: In) -> Any:
        if not isinstance(raw, dict):
            return codec.decode(raw, source)
        data = cast("dict[str, Any]", raw)
        outer = source.source
        own = source.get("sources", data["source"], (Source,)) if "source" in data else None
        if isinstance(own, Source):
            source.source = own
        try:
            return _decode(codec, data, source)
        finally:
            source.source = outer

    return Codec(encode, decode)


def _decode(codec: Codec, data: dict[str, Any], source: In) -> object:
    faults = tuple(_reference_faults(data))
    if not faults and any(not _ID.fullmatch(label.text) for label in _labels(data)):
        data = _relabelled(data, source)
    with references_checked():
        brief = codec.decode(data, source)
    if not faults:
        return brief
    return Refused((*(brief.faults if isinstance(brief, Refused) else ()), *faults))


class _Label(NamedTuple):
    path: str
    text: str
    cls: type[Record]


def _rows(data: dict[str, Any], name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the objects of a list; what isn't one is for the codec to refuse."""
    rows = data.get(name)
    if isinstance(rows, list):
        for index, row in enumerate(cast("list[object]", rows)):
            if isinstance(row, dict):
                yield index, cast("dict[str, Any]", row)


def _labels(data: dict[str, Any]) -> Iterator[_Label]:
    for name, cls in _RECORDS.items():
        for index, row in _rows(data, name):
            if type(row.get("id")) is str:
                yield _Label(f"Brief.{name}[{index}].id", row["id"], cls)


def _reference_faults(data: dict[str, Any]) -> Iterator[Fault]:
    """Check references against the labels, as far as these can be made out."""
    known: dict[str, type[Record]] = {}
    for label in _labels(data):
        if label.text in known:
            allowed = "a label that no other record here has"
            yield Fault(path=label.path, allowed=allowed, came=show(label.text))
        known.setdefault(label.text, label.cls)
    for index, row in _rows(data, "quotes"):
        target = row.get("statement")
        if type(target) is str and known.get(target) is not Statement:
            path = f"Brief.quotes[{index}].statement"
            yield Fault(path=path, allowed="the id of a statement here", came=show(target))
    for name in _NOTES:
        for index, row in _rows(data, name):
            yield from _note_faults(f"Brief.{name}[{index}]", row, known)


def _note_faults(path: str, row: dict[str, Any], known: dict[str, type[Record]]) -> Iterator[Fault]:
    target, field = row.get("record"), row.get("field")
    if type(target) is not str:
        return
    cls = known.get(target)
    if cls is None:
        yield Fault(path=f"{path}.record", allowed="the id of a record here", came=show(target))
    elif type(field) is str and field not in {each.name for each in attrs.fields(cls)}:
        yield Fault(path=f"{path}.field", allowed=f"a field of {cls.__name__}", came=show(field))


def _relabelled(data: dict[str, Any], source: In) -> dict[str, Any]:
    ids: dict[str, str] = {}
    data = dict(data)
    for name, cls in _RECORDS.items():
        data = _redirected(data, name, "statement", ids) if name == "quotes" else data
        for _, row in _rows(data, name):
            label = row.get("id")
            if type(label) is str and not _ID.fullmatch(label):
                record = struct_codec(cls).decode(row, source)
                ids[label] = label if isinstance(record, Refused) else record.id
    for name in _NOTES:
        data = _redirected(data, name, "record", ids)
    return data


def _redirected(data: dict[str, Any], name: str, key: str, ids: dict[str, str]) -> dict[str, Any]:
    if not isinstance(data.get(name), list):
        return data
    rows = list(data[name])
    for index, row in _rows(data, name):
        if type(row.get(key)) is str and row[key] in ids:
            rows[index] = {**row, key: ids[row[key]]}
    return {**data, name: rows}
