"""Arrow and Parquet: records as rows of a table, lossless. It needs the extra ``arrow``.

Each quote, statement and meeting is a row; so is each brief, which comes before its records, and
each link or doubt between briefs. The column ``type`` says which, and ``brief`` numbers the brief
that a record belongs to. Only columns of what is there are made.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, cast

from natobrief.errors import Fault, InvalidDocument, InvalidValue, NatobriefError, show
from natobrief.formats._arrow.columns import arrow, columns_of, fields_in_rows
from natobrief.formats._arrow.read import RowReader, made, words
from natobrief.formats._core.codec import members_of
from natobrief.formats._core.document import FORMAT as VERSION
from natobrief.formats._core.labels import is_id
from natobrief.formats._core.registry import by_tag
from natobrief.formats._core.rows import KINDS, SEVERAL, rows_in, taken_apart
from natobrief.formats._core.shapes import shape_of
from natobrief.formats._files import PathLike, opened, replacing
from natobrief.formats._format import Format
from natobrief.formats.json import collector_paused
from natobrief.formats.migrations import version_of
from natobrief.model import Brief, Statement
from natobrief.model._references import references_checked
from natobrief.model.identity import Record
from natobrief.values import Refused, Value, hints

__all__ = ["FORMAT", "as_table", "table_of", "values_of"]

_MARK = b"natobrief"
_BATCH = 65_536
_PARTS = {"quote": "quotes", "statement": "statements", "meeting": "meetings"}


def table_of(value: object) -> Any:
    """Return a value, or any number of values, as a table with a row for each record."""
    tag, values = taken_apart(value)
    rows = list(rows_in(values))
    kinds = dict.fromkeys(row.kind for row in rows) or KINDS
    arrays: dict[str, Any] = {}
    # Where no row has a kind, the table still has all its columns.
    arrays["type"] = _array([row.kind for row in rows], arrow.dictionary(arrow.int32(), "string"))
    if any(kind in _PARTS for kind in kinds):
        arrays["id"] = _array([_id(row.value) for row in rows], arrow.string())
    if "brief" in kinds:
        arrays["brief"] = _array([row.brief for row in rows], arrow.int32())
    for name, hint in _fields(kinds).items():
        cells = [getattr(row.value, name, None) for row in rows]
        told = [name in fields_in_rows(type(row.value)) for row in rows]
        values_there = [cell if there else None for cell, there in zip(cells, told, strict=True)]
        for column in columns_of(name, hint):
            cell = column.cell
            found = [None if each is None else cell(each) for each in values_there]
            arrays[column.name] = _array(found, column.type)
    mark = json.dumps({"format": VERSION, "type": tag})
    table = arrow.table(arrays)
    return table.replace_schema_metadata({_MARK: mark})


def _fields(kinds: Iterable[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for kind in KINDS:
        if kind in kinds:
            found = {**found, **fields_in_rows(KINDS[kind])}
    return found


def _array(cells: list[Any], kind: Any) -> Any:
    try:
        if arrow.types.is_dictionary(kind):
            return arrow.array(cells, kind.value_type).dictionary_encode()
        return arrow.array(cells, kind)
    except OverflowError:
        fault = Fault(path="value", allowed="whole numbers of 64 bits", came="a larger one")
        raise InvalidValue([fault]) from None


def _id(value: Value) -> str | None:
    return value.id if isinstance(value, Record) else None


def as_table(value: Any) -> Any:
    """Return a table, or what can be made one; None for anything else."""
    if isinstance(value, arrow.RecordBatch | arrow.Table):
        return arrow.Table.from_batches([value]) if isinstance(value, arrow.RecordBatch) else value
    if hasattr(value, "to_arrow"):  # polars; its own stream has types that Arrow can't filter
        value = value.to_arrow()
        return value if isinstance(value, arrow.Table) else None
    return arrow.table(value) if hasattr(value, "__arrow_c_stream__") else None


def values_of(table: Any, expect: type[Any] | None = None) -> Any:
    """Return what a table holds: what it was made of, or a tuple of what its rows tell."""
    tag = _tag(table)
    found = [reading for batch in table.to_batches(_BATCH) for reading in _Batch(batch).readings()]
    faults = [f for index, each in enumerate(found) for f in _in_row(index, each)]
    if not faults:
        values = list(_assembled(found, faults))
        if not faults:
            return _expected(_whole(tag, values), expect)
    raise InvalidDocument(faults)


class _Reading(NamedTuple):
    kind: str
    value: Any  # of a brief, its fields without the records
    brief: int | None
    label: str | None


def _in_row(index: int, reading: _Reading) -> list[Fault]:
    faults = reading.value.faults if isinstance(reading.value, Refused) else ()
    return [fault.under(f"$[{index}]") for fault in faults]


def _invalid(path: str, allowed: str, came: object) -> InvalidDocument:
    return InvalidDocument([Fault(path=path, allowed=allowed, came=show(came))])


def _tag(table: Any) -> str:
    """Return what the table says it was made of, after a look at its columns."""
    names = table.schema.names
    if "type" not in names:
        raise _invalid("$", "a table with the column type", ", ".join(map(str, names[:9])))
    known = {"type", "id", "brief"}
    known |= {c.name for name, hint in _fields(KINDS).items() for c in columns_of(name, hint)}
    faults = [
        Fault(path=f"$.{name}", allowed="only columns of records", came="another column")
        for name in names
        if name not in known
    ]
    faults += [
        Fault(path=f"$.{name}", allowed="each column once", came="the column again")
        for name in sorted({name for name in names if names.count(name) > 1})
    ]
    if faults:
        raise InvalidDocument(faults)
    mark: object
    try:
        mark = json.loads(cast("Any", table.schema.metadata or {}).get(_MARK, b"{}"))
    except ValueError:
        mark = {}
    if not isinstance(mark, dict) or not mark:
        return SEVERAL  # another program made the table
    told = cast("dict[str, Any]", mark)
    version, current = version_of(told.get("format")), version_of(VERSION)
    if version is None or current is None or version > current:
        raise _invalid("$.format", f"{VERSION!r} or an earlier version", told.get("format"))
    return str(told.get("type"))


class _Batch:
    """Reads some rows, kind by kind, and puts them back in order."""

    def __init__(self, batch: Any) -> None:
        self._batch = batch
        codes, told = words(batch.column("type"))
        self._kinds = [None if code is None else told[code] for code in codes]

    def readings(self) -> list[_Reading]:
        found: list[Any] = [None] * len(self._kinds)
        labels, briefs = self._optional("id"), self._optional("brief")
        for kind in dict.fromkeys(self._kinds):
            places = [place for place, each in enumerate(self._kinds) if each == kind]
            for place, value in zip(places, self._of(kind, places), strict=True):
                found[place] = _Reading(str(kind), value, briefs[place], labels[place])
        return found

    def _optional(self, name: str) -> list[Any]:
        if name not in self._batch.schema.names:
            return [None] * len(self._kinds)
        column: list[Any] = self._batch.column(name).to_pylist()
        return column

    def _of(self, kind: Any, places: list[int]) -> list[Any]:
        cls = KINDS.get(kind)
        if cls is None:
            allowed = f"one of {', '.join(map(repr, KINDS))}"
            fault = Fault(path="row.type", allowed=allowed, came=show(kind))
            return [Refused((fault,))] * len(places)
        whole = len(places) == self._batch.num_rows
        batch = self._batch if whole else self._batch.take(arrow.array(places, arrow.int64()))
        rows = RowReader(cls).values(batch)
        if cls is Brief:
            return [Refused(faults) if (faults := _refusals(row)) else row for row in rows]
        return [made(cls, row) for row in rows]


def _refusals(fields: dict[str, Any]) -> tuple[Fault, ...]:
    """Check the fields of a brief by themselves; its records come later."""
    alone = {key: item for key, item in fields.items() if key in ("source", "retrieved", "dating")}
    found = made(Brief, alone)
    faults = list(found.faults) if isinstance(found, Refused) else []
    for name in ("dates", "evidence", "doubts"):
        for index, each in enumerate(fields.get(name, ())):
            if isinstance(each, Refused):
                faults.extend(f.under(f"Brief.{name}[{index}]") for f in each.faults)
    return tuple(faults)


def _assembled(readings: list[_Reading], faults: list[Fault]) -> Iterator[Any]:
    """Yield values in the order of the rows, each brief with its records."""
    parts: dict[int | None, list[_Reading]] = {}
    for reading in readings:
        if reading.kind in _PARTS and reading.brief is not None:
            parts.setdefault(reading.brief, []).append(reading)
    whole = {r.brief for r in readings if r.kind == "brief" and r.brief is not None}
    for index, reading in enumerate(readings):
        if reading.kind == "brief":
            brief = _brief(reading, parts.get(reading.brief, []) if reading.brief in whole else [])
            if isinstance(brief, Refused):
                faults.extend(fault.under(f"$[{index}]") for fault in brief.faults)
            yield brief
        elif reading.kind not in _PARTS or reading.brief not in whole:
            yield reading.value


def _brief(reading: _Reading, records: list[_Reading]) -> Any:
    fields = dict(reading.value)
    for kind, name in _PARTS.items():
        fields[name] = tuple(r.value for r in records if r.kind == kind)
    if not _labels_lead_on(fields, records):
        return made(Brief, fields)
    with references_checked():  # so that no id is computed
        return made(Brief, fields)


def _labels_lead_on(fields: dict[str, Any], records: list[_Reading]) -> bool:
    """Say whether each record has an id, and each reference leads to the id of a record here."""
    labels: dict[str, Any] = {
        r.label: type(r.value) for r in records if type(r.label) is str and is_id(r.label)
    }
    if len(labels) < len(records):
        return False
    said = (quote.statement for quote in fields["quotes"] if quote.statement is not None)
    if any(labels.get(target) is not Statement for target in said):
        return False
    notes = [*fields.get("evidence", ()), *fields.get("doubts", ())]
    about = [note for note in notes if note.record is not None]
    return all(
        note.record in labels and (note.field is None or note.field in hints(labels[note.record]))
        for note in about
    )


def _whole(tag: str, values: list[Any]) -> Any:
    if tag == SEVERAL:
        return tuple(values)
    if tag in KINDS:
        if len(values) == 1 and type(values[0]) is KINDS[tag]:
            return values[0]
        return tuple(values)  # rows were added or taken away since
    kind = by_tag(tag)
    if kind is None or kind.shape is None or not kind.inline:
        raise _invalid("$.type", "the word for what the table was made of", tag)
    fields = {
        name: tuple(v for v in values if type(v) in members_of(shape_of(hint).item))
        for name, hint in hints(kind.shape).items()
    }
    try:
        return kind.from_shape(kind.shape(**cast("Any", fields)))
    except InvalidValue as error:
        raise InvalidDocument([fault.under("$") for fault in error.faults]) from None


def _expected(value: Any, expect: type[Any] | None) -> Any:
    several = isinstance(value, tuple)
    for each in cast("tuple[Any, ...]", value) if several else (value,):
        if expect is not None and type(each) is not expect:
            allowed, came = f"a value of {expect.__name__}", f"one of {type(each).__name__}"
            raise InvalidDocument([Fault(path="$", allowed=allowed, came=came)])
    return value


def _write(value: object, path: PathLike) -> None:
    table = table_of(value)
    with replacing(path) as file:
        raw = cast("Any", file).buffer
        if str(path).lower().endswith(".parquet"):
            _parquet().write_table(table, raw, compression="zstd", write_page_checksum=True)
        else:
            options = arrow.ipc.IpcWriteOptions(compression="lz4")
            with arrow.ipc.new_file(raw, table.schema, options=options) as out:
                out.write_table(table)


def _read(path: PathLike, expect: type[Any] | None) -> Any:
    with opened(path) as file:
        data = file.read()
    try:
        with collector_paused():
            return values_of(_table(data), expect)
    except NatobriefError:
        raise
    except (arrow.ArrowException, OSError, ValueError, TypeError, ArithmeticError) as error:
        came = f"a damaged one ({' '.join(str(error).split())[:80]})"
        raise InvalidDocument(
            [Fault(path="$", allowed="a Parquet or Arrow file", came=came)]
        ) from None


def _parquet() -> Any:
    return importlib.import_module("pyarrow.parquet")


def _table(data: bytes) -> Any:
    source = arrow.BufferReader(data)
    if data[:4] == b"PAR1":
        table = _parquet().read_table(source, page_checksum_verification=True)
    else:
        table = arrow.ipc.open_file(source).read_all()
    table.validate(full=True)  # a damaged file may lead out of its memory
    return table


FORMAT = Format(_write, _read)
"""What :func:`natobrief.dump` and :func:`natobrief.load` use."""
