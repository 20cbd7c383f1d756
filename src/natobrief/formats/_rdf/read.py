"""A graph as the document that it says, for :func:`from_document` to check and build."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from rdflib import RDF, Graph, Literal, URIRef
from rdflib.term import Node

from natobrief.errors import Fault, InvalidDocument, show
from natobrief.formats._core.codec import TABLES, tag_of
from natobrief.formats._core.document import FORMAT
from natobrief.formats._core.registry import DocumentType, by_tag
from natobrief.formats._rdf.terms import (
    NOTHING,
    Property,
    class_term,
    expanded,
    properties_of,
    tag_of_term,
)
from natobrief.model.identity import Record
from natobrief.values import Value

__all__ = ["document_of"]

_TABLE_OF: dict[type[Value], str] = {cls: name for name, each in TABLES.items() for cls in each}
_NIL, _NOTHING = RDF.nil, URIRef(expanded(NOTHING))
_IDENTIFIER = URIRef(expanded("schema:identifier"))
_DEEPEST = 12
_LARGEST = 100_000  # actors within one group, counted with repetition


def document_of(graph: Graph, expect: type | None) -> dict[str, Any]:
    """Return the document that a graph says.

    Raises:
        InvalidDocument: It says none, or several, or what it says has no form of a document.
    """
    return _Reader(graph).document(expect)


class _Reader:
    """Reads one graph; each thing of a table becomes a row once."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._faults: list[Fault] = []
        self._tables: dict[str, list[Any]] = {name: [] for name in TABLES}
        self._rows: dict[Node, int] = {}
        self._sizes: dict[int, int] = {}
        self._open: list[Node] = []

    def document(self, expect: type | None) -> dict[str, Any]:
        root, kind = self._root(expect)
        shape = cast("type[Value]", kind.shape)
        content = self._fields(root, shape)
        if self._faults:
            raise InvalidDocument(self._faults)
        rows = {name: each for name, each in self._tables.items() if each}
        marks = {"format": FORMAT, "type": kind.tag, **rows}
        return {**marks, **(content if kind.inline else {"value": content})}

    def _root(self, expect: type | None) -> tuple[Node, DocumentType]:
        """Find the one thing that nothing else speaks of."""
        things = {thing: kind for thing, kind in self._things() if kind.shape is not None}
        spoken_of = {o for s, _, o in self._graph if s != o}
        roots = [thing for thing in things if thing not in spoken_of]
        if expect is not None and len(roots) > 1:
            roots = [thing for thing in roots if things[thing].cls is expect]
        if len(roots) == 1:
            return roots[0], things[roots[0]]
        allowed = "one value of natobrief's that nothing else in the graph refers to"
        names = ", ".join(sorted(class_term(things[root].tag) for root in roots)[:8])
        came = f"{len(roots)} ({names})" if roots else "none"
        raise InvalidDocument([Fault(path="$", allowed=allowed, came=came)])

    def _things(self) -> Iterator[tuple[Node, DocumentType]]:
        for thing, cls in self._graph.subject_objects(RDF.type):
            tag = tag_of_term(str(cls))
            kind = None if tag is None else by_tag(tag)
            if kind is not None:
                yield thing, kind

    def _fail(self, thing: Node, prop: Property | None, allowed: str, came: str) -> None:
        name = str(thing) if isinstance(thing, URIRef) else "(a thing without a name)"
        path = name if prop is None else f"{name} {prop.iri}"
        self._faults.append(Fault(path=path, allowed=allowed, came=came))

    def _fields(self, thing: Node, cls: type[Value]) -> dict[str, Any]:
        if len(self._open) >= _DEEPEST or thing in self._open:
            self._fail(thing, None, f"things at most {_DEEPEST} deep in each other", "more")
            return {}
        self._open.append(thing)
        try:
            data: dict[str, Any] = {}
            if issubclass(cls, Record):
                data.update(self._label(thing))
            for iri, prop in properties_of(cls).items():
                objects = list(self._graph.objects(thing, URIRef(expanded(iri))))
                if objects:
                    data[prop.field] = self._field(thing, prop, objects)
            return data
        finally:
            self._open.pop()

    def _label(self, thing: Node) -> dict[str, str]:
        labels = sorted(str(each) for each in self._graph.objects(thing, _IDENTIFIER))
        return {"id": labels[0]} if labels else {}

    def _field(self, thing: Node, prop: Property, objects: list[Node]) -> Any:
        if len(objects) > 1:
            allowed = "one list" if prop.ordered else "one value"
            self._fail(thing, prop, allowed, str(len(objects)))
            return None
        (only,) = objects
        if not prop.ordered:
            return None if only == _NOTHING else self._one(thing, prop, only)
        return [self._one(thing, prop, item) for item in self._items(thing, prop, only)]

    def _items(self, thing: Node, prop: Property, head: Node) -> list[Node]:
        items: list[Node] = []
        seen: set[Node] = set()
        while head != _NIL:
            firsts = list(self._graph.objects(head, RDF.first))
            rests = list(self._graph.objects(head, RDF.rest))
            if head in seen or len(firsts) != 1 or len(rests) != 1:
                self._fail(thing, prop, "a list", show(str(head)))
                return []
            seen.add(head)
            items.append(firsts[0])
            head = rests[0]
        return items

    def _one(self, thing: Node, prop: Property, item: Node) -> Any:
        if prop.is_node:
            return self._thing(thing, prop, item)
        if not isinstance(item, Literal):
            self._fail(thing, prop, "a literal", show(str(item)))
            return None
        text = str.__str__(item)
        if int in prop.classes and text.lstrip("-").isdecimal() and len(text) < 20:
            return int(text)
        if bool in prop.classes and text in ("true", "false", "1", "0"):
            return text in ("true", "1")
        return text

    def _thing(self, owner: Node, prop: Property, item: Node) -> Any:
        kinds = {class_term(tag_of(cls)): cls for cls in prop.classes}
        iris = {str(each) for each in self._graph.objects(item, RDF.type)}
        found = [cls for term, cls in kinds.items() if expanded(term) in iris]
        if len(found) != 1:
            came = "a literal" if isinstance(item, Literal) else show(str(item))
            self._fail(owner, prop, f"a thing of the class {' or '.join(kinds)}", came)
            return None
        (cls,) = found
        table = _TABLE_OF.get(cls)
        if table is None:
            data = self._fields(item, cls)
            return {"type": tag_of(cls), **data} if len(kinds) > 1 else data
        if item not in self._rows:
            self._rows[item] = self._row(item, cls, table)
        return self._rows[item]

    def _row(self, item: Node, cls: type[Value], table: str) -> int:
        data = self._fields(item, cls)
        if len(TABLES[table]) > 1:
            data = {"type": tag_of(cls), **data}
        rows = self._tables[table]
        members = cast("list[Any]", data.get("members") or [])
        size = 1 + sum(self._sizes.get(row, 1) for row in members)
        if size > _LARGEST:
            self._fail(item, None, f"a group of at most {_LARGEST} in all", "a larger one")
        if table == "actors":
            self._sizes[len(rows)] = size
        rows.append(data)
        return len(rows) - 1
