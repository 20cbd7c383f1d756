"""Whole documents as plain data: the marks, the tables, the content.

A document is an object. ``format`` and ``type`` say what it is. Sources, actors, posts and places
stand once each, in tables, numbered from 0 by first use of each distinct value; the members of a
group stand before it. A brief (or corpus) has its fields beside them; any other value stands under
``value``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

from natobrief.errors import Fault, InvalidDocument, InvalidValue, show
from natobrief.formats._codec import Codec, codec_for, struct_codec
from natobrief.formats._contexts import Shared, TableReader, TableWriter
from natobrief.formats._plain import NOTHING, plain, refused, repeated_keys, unknown_key
from natobrief.formats._registry import ENVELOPE, DocumentType, by_class, by_tag, tags
from natobrief.values import Refused

__all__ = ["FORMAT", "MAX_DEPTH", "deep_document", "from_document", "to_document"]

FORMAT = "natobrief/0"

MAX_DEPTH = 32
"""A document that natobrief writes has far fewer lists and objects in each other."""


def to_document(value: object) -> dict[str, Any]:
    """Return a value as a document of plain data.

    Raises:
        InvalidValue: The value is of a class that can't be a document.
    """
    kind = by_class(type(value))
    if kind is None:
        allowed = "a natobrief value, such as a Brief, a Quote or a When"
        raise InvalidValue([Fault(path="value", allowed=allowed, came=show(value))])
    out = TableWriter()
    shape = kind.to_shape(value)
    content = _codec(kind).encode(shape, out)
    tables = {table: rows for table, rows in out.rows.items() if rows}
    marks = {"format": FORMAT, "type": kind.tag, **tables}
    return {**marks, **(content if kind.inline else {"value": content})}


def from_document(data: object, shared: Shared | None = None, expect: type | None = None) -> Any:
    """Return the value of a document of plain data.

    Args:
        data: The document.
        shared: What it has in common with those before it.
        expect: The class that must come; None for any.

    Raises:
        InvalidDocument: The data are no such document. All faults are listed.
    """
    if not isinstance(data, dict):
        raise _invalid("$", "an object", data)
    document = cast("dict[str, Any]", data)
    kind = _kind(document, expect)
    source = TableReader(document, shared or Shared())
    faults = [*repeated_keys("$", document), *source.faults]
    value = _content(kind, document, source)
    if isinstance(value, Refused):
        faults.extend(value.faults)
    elif not faults:
        return value
    raise InvalidDocument([deep_document()] if _too_deep(document) else faults)


def _invalid(path: str, allowed: str, came: object) -> InvalidDocument:
    return InvalidDocument([Fault(path=path, allowed=allowed, came=show(plain(came)))])


def deep_document() -> Fault:
    """Return the fault of a document with too many lists and objects in each other."""
    return Fault(path="$", allowed=f"at most {MAX_DEPTH} levels of nesting", came="more")


def _codec(kind: DocumentType) -> Codec:
    return codec_for(kind.cls) if kind.shape is None else struct_codec(kind.shape)


def _kind(document: dict[str, Any], expect: type | None) -> DocumentType:
    """Find out what a document is; without that, no more can be said about it."""
    version, tag = document.get("format", NOTHING), document.get("type", NOTHING)
    if version != FORMAT:
        raise _invalid("$.format", f"{FORMAT!r}{_newer(version)}", version)
    kind = by_tag(tag) if type(tag) is str else None
    if kind is None:
        raise _invalid("$.type", f"one of {', '.join(map(repr, tags()))}", tag)
    if expect is not None and kind.cls is not expect:
        wanted = by_class(expect)
        raise _invalid("$.type", repr(wanted.tag if wanted else expect.__name__), tag)
    return kind


def _newer(version: object) -> str:
    found = re.fullmatch(r"natobrief/([0-9]{1,9})", version) if type(version) is str else None
    if found is None or int(found[1]) == 0:
        return ""
    return " (a newer natobrief wrote this; upgrade to read it)"


def _content(kind: DocumentType, document: dict[str, Any], source: TableReader) -> object:
    rest = {key: item for key, item in document.items() if key not in ENVELOPE}
    if kind.inline:
        return _shaped(kind, _codec(kind).decode(rest, source), "$")
    known = [*ENVELOPE, "value"]
    faults = [unknown_key("$", key, known) for key in rest if key != "value"]
    decode = _codec(kind).decode
    raw = rest.get("value", NOTHING)
    found = refused("the value", raw) if raw is NOTHING else decode(raw, source)
    value = _shaped(kind, found, "$.value")
    if isinstance(value, Refused):
        return Refused((*faults, *value.faults))
    return Refused(tuple(faults)) if faults else value


def _shaped(kind: DocumentType, shape: object, path: str) -> object:
    if not isinstance(shape, Refused):
        try:
            return kind.from_shape(shape)
        except InvalidValue as error:
            shape = Refused(error.faults)
    return Refused(tuple(fault.under(path) for fault in shape.faults))


def _too_deep(document: dict[str, Any]) -> bool:
    level: list[object] = [document]
    for _ in range(MAX_DEPTH):
        level = [item for each in level for item in _items(each)]
        if not level:
            return False
    return True


def _items(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        value = list(cast("dict[str, object]", value).values())
    for item in cast("list[object]", value):
        if isinstance(item, dict | list):
            yield cast("object", item)
