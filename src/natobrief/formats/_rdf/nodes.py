"""A value as a graph: things with a name, what is said of them, and nothing left to chance."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias, cast

import attrs

from natobrief.errors import Fault, InvalidValue, show
from natobrief.formats._core.codec import TABLES, tag_of
from natobrief.formats._core.registry import by_class
from natobrief.formats._rdf.terms import NOTHING, Property, class_term, properties_of
from natobrief.formats._rdf.times import time_literal
from natobrief.formats._rdf.view import Inner, Said, Term, schema_types, schema_view
from natobrief.model import Brief, Person, Source
from natobrief.model.identity import Record
from natobrief.values import Choice, Value
from natobrief.when import Period, When

__all__ = ["Node", "Object", "Stated", "graph_of"]

_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!#-;=?-\[\]_a-z~]*", re.ASCII)
_NAMED = (*(cls for classes in TABLES.values() for cls in classes), Record, Brief)
_HEX = 32


class Stated(NamedTuple):
    """What is said of a thing: a property, and its values."""

    key: str
    iri: str
    objects: list[Object]
    ordered: bool
    as_time: bool


class Node(NamedTuple):
    """A thing: its name, if it has one, its classes and what is said of it."""

    id: str | None
    types: list[str]
    statements: list[Stated]


Object: TypeAlias = Term | Node


def graph_of(value: object, base: str) -> list[Node]:
    """Return a value as named nodes, sorted by their names.

    Raises:
        InvalidValue: The value is none that has properties, or the base is no IRI.
    """
    if type(base) is not str or not _BASE.fullmatch(base):
        allowed = "the start of an IRI, such as https://example.org/"
        raise InvalidValue([Fault(path="base", allowed=allowed, came=show(base))])
    kind = by_class(type(value))
    if kind is None or kind.shape is None:
        allowed = "a brief, a corpus, a record or another value with fields"
        raise InvalidValue([Fault(path="value", allowed=allowed, came=show(value))])
    graph = _Graph(base)
    shape: Value = kind.to_shape(value)
    node = graph.node(shape, kind.tag, "")
    if node.id is None:
        node = node._replace(id=graph.name(kind.tag, "", shape))
    return sorted({**graph.named, str(node.id): node}.values(), key=lambda each: str(each.id))


class _Graph:
    """Collects the nodes that have names."""

    def __init__(self, base: str) -> None:
        self.named: dict[str, Node] = {}
        self._base = base

    def name(self, tag: str, owner: str, value: Value) -> str:
        """Return a name that is made of the content."""
        if isinstance(value, Record):
            return self._base + value.id
        digest = hashlib.sha256(f"{owner}\n{value!r}".encode()).hexdigest()[:_HEX]
        return f"{self._base}{tag.replace('_', '-')}-{digest}"

    def node(self, value: Value, tag: str, owner: str) -> Node:
        """Return a value as a node; ``owner`` is the id of the source that speaks of it."""
        source: Any = getattr(value, "source", None)
        if isinstance(source, Source):
            owner = source.id
        statements = list(self._fields(value, owner))
        view = schema_view(value, lambda other: self._object(other, owner))
        statements.extend(self._viewed(said) for said in view)
        if isinstance(value, Record):
            label = Stated("identifier", "schema:identifier", [Term(value.id)], False, False)
            statements.insert(0, label)
        return Node(None, [class_term(tag), *schema_types(value)], statements)

    def _viewed(self, said: Said) -> Stated:
        objects: list[Object] = []
        for each in said.objects:
            if isinstance(each, Inner):
                told = [self._viewed(part) for part in each.said]
                objects.append(Node(None, each.types, told))
            else:
                objects.append(cast("Object", each))
        return Stated(said.iri, said.iri, objects, False, False)

    def _fields(self, value: Value, owner: str) -> Iterator[Stated]:
        for field, prop in zip(
            attrs.fields(type(value)), properties_of(type(value)).values(), strict=True
        ):
            held: Any = getattr(value, field.name)
            objects = [self._object(each, owner) for each in _told(value, field, held, prop)]
            if objects:
                yield Stated(prop.key, prop.iri, objects, prop.ordered, prop.is_time)

    def _object(self, value: Any, owner: str) -> Object:
        if isinstance(value, Term):
            return value
        if isinstance(value, Value):
            return self._thing(value, owner)
        if isinstance(value, When | Period):
            return time_literal(value)
        if isinstance(value, Choice):
            return Term(cast("str", value.value))
        if isinstance(value, bool):
            return Term("true" if value else "false", "xsd:boolean")
        return Term(str(value), "xsd:integer" if isinstance(value, int) else None)

    def _thing(self, value: Value, owner: str) -> Object:
        tag = tag_of(type(value))
        # An unnamed official may be any, so no two of them are said to be one.
        if not isinstance(value, _NAMED) or (isinstance(value, Person) and value.anonymous):
            return self.node(value, tag, owner)
        identified: Any = getattr(value, "id", None)
        name = self.name(tag, "" if identified is not None else owner, value)
        if name not in self.named:
            self.named[name] = self.node(value, tag, owner)._replace(id=name)
        return Term(name, "@id")


def _told(owner: Value, field: attrs.Attribute[Any], held: Any, prop: Property) -> list[Any]:
    """Return what of a field has to be told; False, and nothing where that is usual, are not."""
    if prop.ordered:
        return list(held)
    default: Any = field.default
    if held is None:
        if not isinstance(default, attrs.Factory):  # type: ignore[arg-type]
            return []
        usual = default.factory(owner) if default.takes_self else default.factory()
        return [] if usual is None else [Term(NOTHING, "@id")]
    return [] if held is False and default is False else [held]
