"""Whole documents as plain data: the marks, the tables, the content.

A document is an object. ``format`` and ``type`` say what it is. Sources, actors, posts and places
stand once each, in tables, numbered from 0 by first use of each distinct value; the members of a
group stand before it. A brief (or corpus) has its fields beside them; any other value stands under
``value``. ``digest`` is the SHA-256 of all the rest, so that a change is noticed.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any, cast

from natobrief.errors import Fault, InvalidDocument, InvalidValue, show
from natobrief.formats._core.codec import Codec, codec_for, struct_codec
from natobrief.formats._core.contexts import LineWriter, Shared, TableReader, TableWriter
from natobrief.formats._core.loose import loose_relabelled
from natobrief.formats._core.plain import NOTHING, plain, refused, repeated_keys, unknown_key
from natobrief.formats._core.registry import ENVELOPE, DocumentType, by_class, by_tag, tags
from natobrief.formats.migrations import VERSION, migrated, version_of
from natobrief.values import Refused

__all__ = [
    "FORMAT",
    "MAX_DEPTH",
    "canonical",
    "deep_document",
    "digest_of",
    "from_document",
    "opened_document",
    "to_document",
    "to_line",
]

FORMAT = f"natobrief/{VERSION}"

MAX_DEPTH = 32
"""A document that natobrief writes has far fewer lists and objects in each other."""


def to_document(value: object) -> dict[str, Any]:
    """Return a value as a document of plain data.

    Raises:
        InvalidValue: The value is of a class that can't be a document.
    """
    kind = _kind_of(value)
    out = TableWriter()
    shape = kind.to_shape(value)
    content = _codec(kind).encode(shape, out)
    tables = {table: rows for table, rows in out.rows.items() if rows}
    marks = {"format": FORMAT, "type": kind.tag, **tables}
    return {**marks, **(content if kind.inline else {"value": content})}


def to_line(value: object) -> str:
    """Return a value as a JSON document in one line, without spaces between, and with its digest.

    Raises:
        InvalidValue: The value is of a class that can't be a document.
    """
    kind = _kind_of(value)
    out = LineWriter()
    content = _codec(kind).write(kind.to_shape(value), out)
    marks = f'{{"format":"{FORMAT}","type":"{kind.tag}"'
    tables = [f'"{name}":[{",".join(rows)}]' for name, rows in out.rows.items() if rows]
    rest = content[1:-1] if kind.inline else f'"value":{content}'
    text = ",".join([*tables, rest]) if rest else ",".join(tables)
    text = f",{text}}}" if text else "}"
    return f'{marks},"digest":"{digest_of(marks + text)}"{text}'


def _kind_of(value: object) -> DocumentType:
    kind = by_class(type(value))
    if kind is None:
        allowed = "a natobrief value, such as a Brief, a Quote or a When"
        raise InvalidValue([Fault(path="value", allowed=allowed, came=show(value))])
    return kind


_canonical = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, check_circular=False, separators=(",", ":")
)


def canonical(document: dict[str, Any]) -> str:
    """Return a document, without its digest, as the text that its digest is made of.

    It is JSON without spaces, the keys in their order, each character as it is except for the
    quotation mark, the backslash and controls.
    """
    if "digest" in document:
        document = {key: item for key, item in document.items() if key != "digest"}
    return _canonical.encode(document)


def digest_of(text: str) -> str:
    """Return the digest that a document with this canonical text has."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def from_document(data: object, shared: Shared | None = None, expect: type | None = None) -> Any:
    """Return the value of a document of plain data, of this or an earlier version.

    Args:
        data: The document.
        shared: What it has in common with those before it.
        expect: The class that must come; None for any.

    Raises:
        InvalidDocument: The data are no such document. All faults are listed.
    """
    document, kind = opened_document(data, expect)
    source = TableReader(document, shared or Shared())
    faults = [*repeated_keys("$", document), *source.faults, *_digest_faults(document)]
    value = _content(kind, document, source)
    if isinstance(value, Refused):
        faults.extend(value.faults)
    elif not faults:
        return value
    raise InvalidDocument([deep_document()] if _too_deep(document) else faults)


def opened_document(
    data: object, expect: type | None = None
) -> tuple[dict[str, Any], DocumentType]:
    """Return a document, brought up to date, and what it is; without that, no more can be said.

    Raises:
        InvalidDocument: The data are no document, one of a newer version, or one of another class.
    """
    if not isinstance(data, dict):
        raise _invalid("$", "an object", data)
    document = cast("dict[str, Any]", data)
    mark = document.get("format", NOTHING)
    if mark != FORMAT:
        version = version_of(mark)
        if version is None or version > VERSION:
            newer = "" if version is None else _NEWER
            raise _invalid("$.format", f"{FORMAT!r}{newer}", mark)
        document = migrated(document)
    return document, _kind(document, expect)


_ENVELOPE = frozenset(ENVELOPE)
_NEWER = " or an earlier version (a newer natobrief wrote this; upgrade to read it)"
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)


def _digest_faults(document: dict[str, Any]) -> list[Fault]:
    """Check the digest's form only: a document that was changed by hand is still a document."""
    digest = document.get("digest", NOTHING)
    if digest is NOTHING or (type(digest) is str and _DIGEST.fullmatch(digest)):
        return []
    allowed = "64 hexadecimal digits in lower case"
    return [Fault(path="$.digest", allowed=allowed, came=show(plain(digest)))]


def _invalid(path: str, allowed: str, came: object) -> InvalidDocument:
    return InvalidDocument([Fault(path=path, allowed=allowed, came=show(plain(came)))])


def deep_document() -> Fault:
    """Return the fault of a document with too many lists and objects in each other."""
    return Fault(path="$", allowed=f"at most {MAX_DEPTH} levels of nesting", came="more")


def _codec(kind: DocumentType) -> Codec:
    return codec_for(kind.cls) if kind.shape is None else struct_codec(kind.shape)


def _kind(document: dict[str, Any], expect: type | None) -> DocumentType:
    tag = document.get("type", NOTHING)
    kind = by_tag(tag) if type(tag) is str else None
    if kind is None:
        raise _invalid("$.type", f"one of {', '.join(map(repr, tags()))}", tag)
    if expect is not None and kind.cls is not expect:
        wanted = by_class(expect)
        raise _invalid("$.type", repr(wanted.tag if wanted else expect.__name__), tag)
    return kind


def _content(kind: DocumentType, document: dict[str, Any], source: TableReader) -> object:
    rest = {key: item for key, item in document.items() if key not in _ENVELOPE}
    if kind.inline:
        rest, loose = loose_relabelled(cast("Any", kind.shape), rest, source)
        found = _shaped(kind, _codec(kind).decode(rest, source), "$")
        if not loose:
            return found
        told = found.faults if isinstance(found, Refused) else ()
        return Refused((*told, *(fault.under("$") for fault in loose)))
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
