"""rdflib, where it is needed: a text into a graph, a graph into a value."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from natobrief.errors import Fault, InvalidDocument, MissingExtra, show
from natobrief.formats._core.document import deep_document, from_document

if TYPE_CHECKING:
    from rdflib import Graph

__all__ = ["of_jsonld", "of_turtle", "value_of"]

_NOWHERE = "urn:natobrief:document"  # what a relative name is relative to

_BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NameError,
    NotImplementedError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What rdflib's parsers raise, beside errors of their own, on a text that they can't read."""

# What rdflib remarks on is told in one error; a program that asked for its log still gets it.
logging.getLogger("rdflib").addHandler(logging.NullHandler())


def of_jsonld(data: object) -> Graph:
    """Return the graph of a JSON-LD document as plain data, whose contexts are all in it.

    Raises:
        InvalidDocument: It can't be read.
        MissingExtra: rdflib isn't installed.
    """

    def read(graph: Graph) -> None:
        from rdflib.plugins.parsers.jsonld import to_rdf

        to_rdf(data, graph, base=_NOWHERE)

    return _read("JSON-LD", read)


def of_turtle(text: str) -> Graph:
    """Return the graph of a Turtle document.

    Raises:
        InvalidDocument: It can't be read.
        MissingExtra: rdflib isn't installed.
    """

    def read(graph: Graph) -> None:
        graph.parse(data=text, format="turtle", publicID=_NOWHERE)

    return _read("Turtle", read)


def _read(form: str, read: Callable[[Graph], None]) -> Graph:
    try:
        from rdflib import Graph
        from rdflib.exceptions import Error
    except ImportError:
        raise MissingExtra("Linked data", "rdf") from None
    graph = Graph(store="SimpleMemory", bind_namespaces="none")
    try:
        read(graph)
    except RecursionError:
        raise InvalidDocument([deep_document()]) from None
    except (*_BROKEN, Error) as error:
        came = f"a mistake ({show(str(error))})"
        raise InvalidDocument([Fault(path="$", allowed=form, came=came)]) from None
    return graph


def value_of(graph: Graph, expect: type[Any] | None) -> Any:
    """Return the value that a graph says.

    Raises:
        InvalidDocument: It says none, several or one of another class, or it says it wrongly.
    """
    from natobrief.formats._rdf.read import document_of

    return from_document(document_of(graph, expect), expect=expect)
