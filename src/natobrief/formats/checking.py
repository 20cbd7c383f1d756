"""Whether a document still says what was written: its digest, its labels, its text.

Three things can be compared. The digest of a document covers all of it. The label of a record is
the id that its content gives. And a source may state the SHA-256 of the text that was read.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from typing import Any, cast

from natobrief.errors import Fault, InvalidDocument, show
from natobrief.formats._core.codec import struct_codec, tag_of
from natobrief.formats._core.contexts import Shared, TableReader
from natobrief.formats._core.document import (
    FORMAT,
    canonical,
    digest_of,
    from_document,
    opened_document,
)
from natobrief.formats._core.labels import RECORDS, is_id, own_source, rows_of
from natobrief.formats._files import PathLike, opened
from natobrief.formats.files import load
from natobrief.formats.json import collector_paused, parse
from natobrief.model import Source
from natobrief.model.identity import Record
from natobrief.values import Refused

__all__ = ["check_document", "check_file"]


def check_file(path: PathLike, *, ids: bool = False) -> tuple[Fault, ...]:
    """Return all that is wrong with a file; nothing if it can be loaded as it is.

    With ``ids``, a JSON file is also compared with what it says about itself, in each document:

    - the digest, so that every value that was changed since natobrief wrote it is noticed, also
      in evidence, doubts, dates and links;
    - the labels of records and sources against the ids that their content gives; labels of one's
      own are left alone;
    - the text of a brief against the ``text_sha256`` of its source.

    A document without a digest, as people write it by hand, has its labels and text compared. So
    has one of an earlier version of the format its text only, since ids were made in another way.

    Args:
        path: A file that :func:`~natobrief.load` reads.
        ids: Whether to compute ids and digests, too.

    Raises:
        InvalidValue: The suffix of the name is unknown.
        OSError: The file can't be read.

    >>> from tempfile import TemporaryDirectory
    >>> from pathlib import Path
    >>> from natobrief.formats import check_file
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "month.json")
    ...     dump(When.parse("2022-01"), path)
    ...     _ = path.write_text(path.read_text().replace("2022-01", "2022-02"))
    ...     [fault.path for fault in check_file(path)], check_file(path, ids=True)[0].path
    ([], '$.digest')
    """
    name = os.fspath(path).lower()
    try:
        if ids and name.endswith(".json"):
            with opened(path) as file, collector_paused():
                return check_document(parse(file.read()))
        if ids and name.endswith((".jsonl", ".jsonl.gz")):
            with opened(path) as file:
                return tuple(_lines(file))
        load(path)
    except InvalidDocument as error:
        return error.faults
    return ()


def _lines(lines: Iterable[bytes]) -> Iterator[Fault]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                faults = check_document(parse(line))
            except InvalidDocument as error:
                faults = error.faults
            for fault in faults:
                place = f"line {number}: {fault.path}"
                yield Fault(path=place, allowed=fault.allowed, came=fault.came)


def check_document(data: object) -> tuple[Fault, ...]:
    """Return all that is wrong with a document of plain data, computing its digest and ids.

    What can't be loaded is told first, and alone.

    >>> from natobrief.formats.checking import check_document
    >>> check_document({"format": "natobrief/1", "type": "when", "value": "2022"})
    ()
    """
    try:
        from_document(data)
    except InvalidDocument as error:
        return error.faults
    document = cast("dict[str, Any]", data)
    if document["format"] != FORMAT:
        document, _ = opened_document(document)
        return tuple(_text_faults(document))
    return (*_digest_faults(document), *_label_faults(document), *_text_faults(document))


def _digest_faults(document: dict[str, Any]) -> Iterator[Fault]:
    stated = document.get("digest")
    if stated is not None and stated != (found := digest_of(canonical(document))):
        allowed = f"the digest of what stands here ({found}), or something was changed"
        yield Fault(path="$.digest", allowed=allowed, came=show(stated))


def _label_faults(document: dict[str, Any]) -> Iterator[Fault]:
    tables = TableReader(document, Shared())
    for index, row in rows_of(document, "sources"):
        found = cast("Source", tables.get("sources", index, (Source,)))
        yield from _label_fault(f"$.sources[{index}].id", row, found)
    for path, holder in _holders(document):
        with own_source(holder, tables):
            for place, row, cls in _records(document, holder):
                record = struct_codec(cls).decode(row, tables)
                if not isinstance(record, Refused):
                    yield from _label_fault(f"{path}{place}.id", row, record)


def _label_fault(path: str, row: dict[str, Any], record: Record) -> Iterator[Fault]:
    label = row.get("id")
    if type(label) is str and is_id(label) and label != record.id:
        yield Fault(path=path, allowed=f"the id of this record, {record.id!r}", came=show(label))


def _holders(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what holds records: the document itself, and each brief in it."""
    yield "$", document
    for index, brief in rows_of(document, "briefs"):
        yield f"$.briefs[{index}]", brief


_BY_TAG = {tag_of(cls): cls for cls in RECORDS.values()}


def _records(
    document: dict[str, Any], holder: dict[str, Any]
) -> Iterator[tuple[str, dict[str, Any], type[Record]]]:
    """Yield each record's place, row and class: those of a brief, loose ones, one alone."""
    for name in holder:
        for index, row in rows_of(holder, name):
            tag = row.get("type")
            cls = RECORDS.get(name) or (_BY_TAG.get(tag) if type(tag) is str else None)
            if cls is not None and name != "actors":
                bare = {key: item for key, item in row.items() if key != "type"}
                yield f".{name}[{index}]", bare, cls
    alone = holder.get("value")
    if holder is document and isinstance(alone, dict):
        cls = {**_BY_TAG, "source": Source}.get(document["type"])
        if cls is not None:
            yield ".value", cast("dict[str, Any]", alone), cls


def _text_faults(document: dict[str, Any]) -> Iterator[Fault]:
    tables = TableReader(document, Shared())
    for path, holder in _holders(document):
        text = holder.get("text")
        with own_source(holder, tables):
            stated = tables.source.text_sha256
        if type(text) is str and stated is not None:
            found = hashlib.sha256(text.encode()).hexdigest()
            if found != stated:
                allowed = f"the text with the SHA-256 that its source states ({stated})"
                yield Fault(path=f"{path}.text", allowed=allowed, came=f"one with {found}")
