"""Turtle: the graph of :mod:`natobrief.formats.jsonld` in the form that people read. Needs ``rdf``.

Nothing is lost, the same value always makes the same text, and nothing is ever fetched.
"""

from __future__ import annotations

from typing import Any, TypeVar, overload

from natobrief.formats._core.given import text_of
from natobrief.formats._files import PathLike, opened, replacing
from natobrief.formats._format import Format
from natobrief.formats._rdf.nodes import graph_of
from natobrief.formats._rdf.parse import of_turtle, value_of
from natobrief.formats._rdf.text import turtle_text
from natobrief.formats.jsonld import BASE

__all__ = ["FORMAT", "from_turtle", "to_turtle"]

T = TypeVar("T")


def to_turtle(value: object, *, base: str = BASE) -> str:
    """Return a value as the text of a Turtle document.

    Args:
        value: A brief, a corpus, a record, or any other value with fields.
        base: What the IRI of each thing starts with.

    Raises:
        InvalidValue: The value has no fields, or the base is no start of an IRI.

    >>> print(to_turtle(Place(name="Geneva"), base="https://example.org/"))
    @prefix nb: <urn:natobrief:term:> .
    ...
    <https://example.org/place-...>
        a nb:Place, schema:Place ;
        schema:name "Geneva" .
    <BLANKLINE>
    """
    return turtle_text(graph_of(value, base))


@overload
def from_turtle(text: str | bytes) -> Any: ...
@overload
def from_turtle(text: str | bytes, expect: type[T]) -> T: ...
def from_turtle(text: str | bytes, expect: type[Any] | None = None) -> Any:
    """Return the value of a Turtle document that says it in natobrief's words.

    Args:
        text: The document; bytes are UTF-8.
        expect: The class that must come; None for any.

    Raises:
        InvalidDocument: It is no Turtle, or says no value of natobrief's, or several.
        MissingExtra: rdflib isn't installed.

    >>> from_turtle(to_turtle(Place(name="Geneva")))
    Place(name='Geneva')
    """
    return value_of(of_turtle(text_of(text)), expect)


def _write(value: object, path: PathLike) -> None:
    text = to_turtle(value)
    with replacing(path) as file:
        file.write(text)


def _read(path: PathLike, expect: type[Any] | None) -> Any:
    with opened(path) as file:
        data = file.read()
    return from_turtle(data) if expect is None else from_turtle(data, expect)


FORMAT = Format(_write, _read)
"""What :func:`natobrief.dump` and :func:`natobrief.load` use."""
