"""JSON-LD: everything that a value holds, in schema.org's words and in our own. Needs ``rdf``.

Records, sources, actors, offices and places are things with names (IRIs) that are made of their
content, so the same value always makes the same text. Nothing is lost; what schema.org alone
can't say stands in words of natobrief's own, which the context explains. Writing needs no package
but natobrief; nothing is ever fetched.
"""

from __future__ import annotations

from typing import Any, TypeVar, cast, overload

from natobrief.errors import Fault, InvalidDocument, show
from natobrief.formats._core.document import deep_document
from natobrief.formats._core.plain import repeated_keys
from natobrief.formats._files import PathLike, opened, replacing
from natobrief.formats._format import Format
from natobrief.formats._rdf.nodes import graph_of
from natobrief.formats._rdf.parse import of_jsonld, value_of
from natobrief.formats._rdf.text import context, jsonld_text
from natobrief.formats.json import parse

__all__ = ["BASE", "CONTEXT", "FORMAT", "from_jsonld", "to_jsonld"]

T = TypeVar("T")

BASE = "urn:natobrief:"
"""What the names of things start with unless another start is given."""

CONTEXT = "urn:natobrief:context"
"""The name of natobrief's context: a document may give it in place of the context itself."""


def to_jsonld(value: object, *, base: str = BASE) -> str:
    """Return a value as the text of a JSON-LD document, with its context in it.

    Args:
        value: A brief, a corpus, a record, or any other value with fields.
        base: What the IRI of each thing starts with, before ``quote-`` and the like.

    Raises:
        InvalidValue: The value has no fields, or the base is no start of an IRI.

    >>> import json
    >>> text = to_jsonld(Meeting(uid="talks", scheduled="2022-01-10"))
    >>> json.loads(text)["@graph"][0]["schema:startDate"]
    {'@value': '2022-01-10', '@type': 'xsd:date'}
    """
    return jsonld_text(graph_of(value, base))


@overload
def from_jsonld(text: str | bytes) -> Any: ...
@overload
def from_jsonld(text: str | bytes, expect: type[T]) -> T: ...
def from_jsonld(text: str | bytes, expect: type[Any] | None = None) -> Any:
    """Return the value of a JSON-LD document that says it in natobrief's words.

    The document may have been changed into another form of JSON-LD (expanded, flattened, framed),
    as long as the graph says one value. Its context must stand in it, or be
    ``urn:natobrief:context``.

    Args:
        text: The document; bytes are UTF-8.
        expect: The class that must come; None for any.

    Raises:
        InvalidDocument: It is no JSON-LD, it wants a context that would have to be fetched, or it
            says no value of natobrief's, or several.
        MissingExtra: rdflib isn't installed.

    >>> talks = Meeting(uid="talks", scheduled="2022-01-10")
    >>> from_jsonld(to_jsonld(talks)) == talks
    True
    """
    try:
        data = _local(parse(text))
    except RecursionError:
        raise InvalidDocument([deep_document()]) from None
    return value_of(of_jsonld(data), expect)


def _fault(allowed: str, came: str) -> Fault:
    return Fault(path="$", allowed=allowed, came=came)


def _local(data: Any) -> Any:
    """Put the local copy in place of a named context; refuse what would have to be fetched."""
    if isinstance(data, list):
        return [_local(each) for each in cast("list[object]", data)]
    if not isinstance(data, dict):
        if data is None or isinstance(data, str | int | float):
            return data
        raise InvalidDocument([_fault("numbers that JSON has", repr(data))])
    known = cast("dict[str, Any]", data)
    faults = repeated_keys("$", known)
    if faults:
        raise InvalidDocument(faults)
    return {key: _context(key, _local(each)) for key, each in known.items()}


def _context(key: str, value: Any) -> Any:
    if key == "@import":
        raise InvalidDocument([_fault("a context without @import", show(value))])
    if key != "@context":
        return value
    parts = cast("list[object]", value) if isinstance(value, list) else [value]
    for part in parts:
        if isinstance(part, str) and part != CONTEXT:
            allowed = f"a context in the document itself, or {CONTEXT!r}"
            raise InvalidDocument([Fault(path="$['@context']", allowed=allowed, came=show(part))])
        if not isinstance(part, str | dict | None):
            allowed = "a context: an object, or a list of such"
            raise InvalidDocument([Fault(path="$['@context']", allowed=allowed, came=show(part))])
    local = [context() if isinstance(part, str) else part for part in parts]
    return local if isinstance(value, list) else local[0]


def _write(value: object, path: PathLike) -> None:
    text = to_jsonld(value)
    with replacing(path) as file:
        file.write(text)


def _read(path: PathLike, expect: type[Any] | None) -> Any:
    with opened(path) as file:
        data = file.read()
    return from_jsonld(data) if expect is None else from_jsonld(data, expect)


FORMAT = Format(_write, _read)
"""What :func:`natobrief.dump` and :func:`natobrief.load` use."""
