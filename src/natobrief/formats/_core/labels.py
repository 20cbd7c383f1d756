"""Ids in files are labels: what refers to what is told by the words as they are written.

No id is computed when a file is read. A label that doesn't look like an id is somebody's own ("s1",
in a file written by hand): such a record gets its id, and every reference to the label follows,
targets first.
"""

from __future__ import annotations

import contextlib
import functools
import re
from collections.abc import Generator, Iterator
from typing import Any, NamedTuple, cast

import attrs

from natobrief.errors import Fault, InvalidValue, show
from natobrief.formats._core.codec import Codec, In, Out, joined, special, struct_codec
from natobrief.formats._core.plain import like
from natobrief.model import Brief, Meeting, Quote, Source, Statement
from natobrief.model._references import reference_faults, references_checked
from natobrief.model.identity import Record
from natobrief.values import Refused

__all__ = ["RECORDS", "brief_codec", "brief_ids", "is_id", "labels_in", "own_source", "rows_of"]

_is_id = re.compile(r"(?:quote|statement|meeting|source)-[0-9a-f]{32}").fullmatch

# Targets first: a quote refers to a statement.
RECORDS: dict[str, type[Record]] = {"statements": Statement, "meetings": Meeting, "quotes": Quote}
_NOTES = ("evidence", "doubts")


@special(Brief)
def brief_codec(codec: Codec) -> Codec:
    """Wrap the codec of a brief: one source for all its records, and references that lead on.

    A record of a brief needn't name its source, since it is the brief's.
    """

    def encode(brief: Brief, out: Out) -> dict[str, Any]:
        outer, out.source = out.source, _source_to_write(brief)
        try:
            own = {} if brief.source == outer else {"source": out.put("sources", brief.source)}
            return {**own, **codec.encode(brief, out)}
        finally:
            out.source = outer

    def write(brief: Brief, out: Out) -> str:
        outer, out.source = out.source, _source_to_write(brief)
        try:
            own = "" if brief.source == outer else f'"source":{out.put("sources", brief.source)}'
            return joined(f"{{{own}}}", codec.write(brief, out))
        finally:
            out.source = outer

    def decode(raw: Any, source: In) -> Any:
        if not isinstance(raw, dict):
            return codec.decode(raw, source)
        data = cast("dict[str, Any]", raw)
        outer = source.source
        source.source = _source_in(data, source)
        try:
            return _decode(codec, data, source)
        finally:
            source.source = outer

    return Codec(encode, write, decode)


def _source_to_write(brief: Brief) -> Source:
    """Return the source that the records of a brief needn't name, if the brief can be written."""
    # Ids are computed now. A brief from a file whose labels were wrong could not be read again.
    faults = tuple(reference_faults(brief))
    if faults:
        raise InvalidValue(faults)
    return brief.source


def brief_ids(data: dict[str, Any], source: In) -> dict[str, str]:
    """Return the id of each record of a brief that has a label of one's own instead."""
    if all(is_id(label.text) for label in labels_in(data)):
        return {}
    with own_source(data, source):
        return _relabelled(data, source)[1]


@contextlib.contextmanager
def own_source(data: dict[str, Any], source: In) -> Generator[None]:
    """Let the source of a brief be that of its records."""
    outer = source.source
    source.source = _source_in(data, source)
    try:
        yield
    finally:
        source.source = outer


def _source_in(data: dict[str, Any], source: In) -> Source:
    if "source" not in data:
        return source.source
    own = source.get("sources", data["source"], (Source,))
    return own if type(own) is Source else source.source


def is_id(label: str) -> bool:
    """Say whether a label looks like an id; else it is somebody's own."""
    return _is_id(label) is not None


def _decode(codec: Codec, data: dict[str, Any], source: In) -> object:
    faults: tuple[Fault, ...] = ()
    if not _in_order(data):
        faults = tuple(_reference_faults(data))
        if not faults and any(not is_id(label.text) for label in labels_in(data)):
            data, _ = _relabelled(data, source)
    with references_checked():
        brief = codec.decode(data, source)
    if not faults:
        return brief
    return Refused((*(brief.faults if isinstance(brief, Refused) else ()), *faults))


def _in_order(data: dict[str, Any]) -> bool:
    """Say at a glance whether all labels are distinct ids and all references lead to them.

    No is no fault yet: a label may be somebody's own.
    """
    try:
        quotes = data.get("quotes", ())
        statements = [row["id"] for row in data.get("statements", ())]
        meetings = [row["id"] for row in data.get("meetings", ())]
        labels = [*statements, *meetings, *[row["id"] for row in quotes]]
        targets = {row["statement"] for row in quotes if "statement" in row}
        in_order = all(map(_is_id, labels)) and len(set(labels)) == len(labels)
        in_order = in_order and targets <= {None, *statements}
    except (KeyError, TypeError):  # a row that isn't an object, or has no label
        return False
    if not in_order or ("evidence" not in data and "doubts" not in data):
        return in_order
    known = {label.text: label.cls for label in labels_in(data)}
    return not any(_reference_faults_of_notes(data, known))


class _Label(NamedTuple):
    path: str
    text: str
    cls: type[Record]


def rows_of(data: dict[str, Any], name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the objects of a list; what isn't one is for the codec to refuse."""
    rows = data.get(name)
    if isinstance(rows, list):
        for index, row in enumerate(cast("list[object]", rows)):
            if isinstance(row, dict):
                yield index, cast("dict[str, Any]", row)


def labels_in(data: dict[str, Any]) -> Iterator[_Label]:
    for name, cls in RECORDS.items():
        for index, row in rows_of(data, name):
            if type(row.get("id")) is str:
                yield _Label(f"Brief.{name}[{index}].id", row["id"], cls)


def _reference_faults(data: dict[str, Any]) -> Iterator[Fault]:
    """Check references against the labels, as far as these can be made out."""
    known: dict[str, type[Record]] = {}
    for label in labels_in(data):
        if label.text in known:
            allowed = "a label that no other record here has"
            yield Fault(path=label.path, allowed=allowed, came=show(label.text))
        known.setdefault(label.text, label.cls)
    for index, row in rows_of(data, "quotes"):
        target = row.get("statement")
        if type(target) is str and known.get(target) is not Statement:
            path = f"Brief.quotes[{index}].statement"
            yield Fault(path=path, allowed="the id of a statement here", came=show(target))
    yield from _reference_faults_of_notes(data, known)


def _reference_faults_of_notes(
    data: dict[str, Any], known: dict[str, type[Record]]
) -> Iterator[Fault]:
    for name in _NOTES:
        for index, row in rows_of(data, name):
            yield from _note_faults(f"Brief.{name}[{index}]", row, known)


def _note_faults(path: str, row: dict[str, Any], known: dict[str, type[Record]]) -> Iterator[Fault]:
    target, field = row.get("record"), row.get("field")
    if type(target) is not str:
        return
    cls = known.get(target)
    if cls is None:
        yield Fault(path=f"{path}.record", allowed="the id of a record here", came=show(target))
    elif type(field) is str and field not in _names(cast("Any", cls)):
        yield Fault(path=f"{path}.field", allowed=f"a field of {cls.__name__}", came=show(field))


@functools.cache
def _names(cls: Any) -> frozenset[str]:
    return frozenset(field.name for field in attrs.fields(cls))


def _relabelled(data: dict[str, Any], source: In) -> tuple[dict[str, Any], dict[str, str]]:
    """Return a brief in which ids stand for labels of one's own, and which for which."""
    ids: dict[str, str] = {}
    data = dict(data)
    for name, cls in RECORDS.items():
        data = _redirected(data, name, "statement", ids) if name == "quotes" else data
        for _, row in rows_of(data, name):
            label = row.get("id")
            if type(label) is str and not is_id(label):
                record = struct_codec(cls).decode(row, source)
                ids[label] = label if isinstance(record, Refused) else record.id
    for name in _NOTES:
        data = _redirected(data, name, "record", ids)
    return data, ids


def _redirected(data: dict[str, Any], name: str, key: str, ids: dict[str, str]) -> dict[str, Any]:
    if not isinstance(data.get(name), list):
        return data
    rows = list(data[name])
    for index, row in rows_of(data, name):
        if type(row.get(key)) is str and row[key] in ids:
            rows[index] = like(row, {**row, key: ids[row[key]]})
    return {**data, name: rows}
