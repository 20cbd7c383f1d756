"""Graphs as text: JSON-LD and Turtle, each the same for the same graph."""

from __future__ import annotations

import functools
import importlib.resources
import json
import re
from collections.abc import Iterator
from typing import Any

from natobrief.formats._rdf.nodes import Node, Object, Stated
from natobrief.formats._rdf.terms import EDTF, PREFIXES

__all__ = ["context", "jsonld_text", "turtle_text"]

_UNSAFE = re.compile(
    '["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]'
)
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


@functools.cache
def context() -> Any:
    """Return natobrief's JSON-LD context; it is a file of the package."""
    file = importlib.resources.files("natobrief.formats") / "data" / "context.jsonld"
    return json.loads(file.read_text(encoding="utf-8"))["@context"]


def jsonld_text(nodes: list[Node]) -> str:
    """Return a graph as a JSON-LD document, the context in it, each named node on a line."""
    rows = ",\n    ".join(_json(_jsonld(node)) for node in nodes)
    return f'{{\n  "@context": {_json(context())},\n  "@graph": [\n    {rows}\n  ]\n}}\n'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _jsonld(node: Node) -> dict[str, Any]:
    data: dict[str, Any] = {} if node.id is None else {"@id": node.id}
    data["@type"] = node.types
    for said in _joined(node.statements):
        values = [_value(each, said) for each in said.objects]
        data[said.key] = values if said.ordered or len(values) > 1 else values[0]
    return data


def _joined(statements: list[Stated]) -> list[Stated]:
    """Put together what is said with one property."""
    found: dict[str, Stated] = {}
    for said in statements:
        known = found.get(said.key)
        found[said.key] = (
            said if known is None else known._replace(objects=[*known.objects, *said.objects])
        )
    return list(found.values())


def _value(each: Object, said: Stated) -> Any:
    if isinstance(each, Node):
        return _jsonld(each)
    match each.datatype:
        case None:
            return each.text
        case "@id":
            return {"@id": each.text}
        case "xsd:integer":
            return int(each.text)
        case "xsd:boolean":
            return each.text == "true"
        case datatype if said.as_time and datatype == EDTF:
            return each.text
        case datatype:
            return {"@value": each.text, "@type": datatype}


def turtle_text(nodes: list[Node]) -> str:
    """Return a graph as a Turtle document."""
    lines = [f"@prefix {name}: <{iri}> ." for name, iri in PREFIXES.items()]
    for node in nodes:
        lines += ["", f"<{node.id}>", *_body(node, 1)]
        lines[-1] += " ."
    return "\n".join(lines) + "\n"


def _body(node: Node, depth: int) -> Iterator[str]:
    """Yield the lines that say what a node is; the last has no mark behind it."""
    pad = "    " * depth
    parts = [f"a {', '.join(node.types)}"]
    for said in _joined(node.statements):
        objects = [_turtle(each, depth + 1) for each in said.objects]
        together = f"( {' '.join(objects)} )" if said.ordered else ", ".join(objects)
        parts.append(f"{said.iri} {together}")
    for index, part in enumerate(parts):
        yield f"{pad}{part}{' ;' if index + 1 < len(parts) else ''}"


def _turtle(each: Object, depth: int) -> str:
    if isinstance(each, Node):
        inner = "\n".join(_body(each, depth))
        return f"[\n{inner}\n{'    ' * (depth - 1)}]"
    if each.datatype == "@id":
        return _named(each.text)
    if each.datatype in ("xsd:integer", "xsd:boolean"):
        return each.text
    quoted = f'"{_UNSAFE.sub(_escaped, each.text)}"'
    return quoted if each.datatype is None else f"{quoted}^^{_named(each.datatype)}"


def _named(name: str) -> str:
    prefix, _, local = name.partition(":")
    return name if prefix in PREFIXES and local.isalpha() else f"<{name}>"


def _escaped(found: re.Match[str]) -> str:
    return _SHORT.get(found[0]) or f"\\u{ord(found[0]):04X}"
