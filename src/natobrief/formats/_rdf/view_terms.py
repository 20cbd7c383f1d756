"""The parts that what is said in linked data is made of."""

from __future__ import annotations

from typing import Any, NamedTuple

__all__ = ["Inner", "Said", "Term"]


class Term(NamedTuple):
    """A literal, or the name of a thing.

    Attributes:
        text: The text of the literal, or the IRI.
        datatype: None for plain text, ``@id`` for the name of a thing.
    """

    text: str
    datatype: str | None = None


class Said(NamedTuple):
    """A property and its values; a value is a term, an Inner or a node."""

    iri: str
    objects: list[Any]


class Inner(NamedTuple):
    """A thing without a name: its classes, and what is said of it."""

    types: list[str]
    said: list[Said]
