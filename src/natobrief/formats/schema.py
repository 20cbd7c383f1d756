"""The JSON Schema of the file format, made from the classes."""

from __future__ import annotations

import typing
from typing import Any, TypeAlias

import attrs

from natobrief.formats._core.codec import TABLES, members_of, tag_of
from natobrief.formats._core.registry import by_tag, tags
from natobrief.formats.migrations import VERSION
from natobrief.model.identity import Record
from natobrief.values import Choice, PossiblyEmpty, Value, hints
from natobrief.when import Period, When

__all__ = ["json_schema"]

Schema: TypeAlias = dict[str, Any]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TABLE_OF = {cls: table for table, classes in TABLES.items() for cls in classes}
# White space as Python's str.strip knows it: more than the \s of other languages.
_BLANK = r"\t-\r\x1c- \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_TEXT: Schema = {"$ref": "#/$defs/text"}


def json_schema() -> Schema:
    """Return the schema of natobrief's documents, in the draft 2020-12 of JSON Schema.

    It is made from the same annotations as the loader. What it accepts the loader accepts too,
    apart from what a schema can't say: whether a text is a date in EDTF, whether the number of a
    row and the label of a record lead somewhere, and what the fields of a record owe each other.
    Documents of earlier versions are not covered, though the loader takes them.

    Returns:
        The schema as plain data, with an ``$id`` for each version of the format.

    >>> from natobrief.formats.schema import json_schema
    >>> json_schema()["$id"]
    'urn:natobrief:schema:1'
    """
    kinds = [kind for tag in tags() if (kind := by_tag(tag)) is not None]
    definitions: dict[str, Schema] = {"edtf": _edtf(), "text": _text()}
    documents: list[Schema] = []
    for kind in kinds:
        if kind.shape is None:
            content: Schema = {"$ref": "#/$defs/edtf"}
        else:
            content = _reference(kind.shape, definitions)
        documents.append(_document(kind.tag, content, definitions, inline=kind.inline))
    rows = {table: _rows(table, definitions) for table in TABLES}
    definitions["tables"] = {"type": "object", "properties": rows}
    return {
        "$schema": _DRAFT,
        "$id": f"urn:natobrief:schema:{VERSION}",
        "title": f"natobrief documents, version {VERSION}",
        "type": "object",
        "required": ["format", "type"],
        "properties": {"type": {"enum": [kind.tag for kind in kinds]}},
        "oneOf": documents,
        "$defs": dict(sorted(definitions.items())),
    }


def _edtf() -> Schema:
    about = "A date or an interval of EDTF (ISO 8601-2), with an RFC 9557 suffix for its zone."
    return {"type": "string", "format": "edtf", "description": about}


def _text() -> Schema:
    about = "Text that is not blank."
    return {"type": "string", "pattern": f"[^{_BLANK}]", "description": about}


def _document(tag: str, content: Schema, definitions: dict[str, Schema], *, inline: bool) -> Schema:
    marks: dict[str, Schema] = {
        "format": {"const": f"natobrief/{VERSION}"},
        "type": {"const": tag},
        "digest": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    }
    tables = {table: {"$ref": f"#/$defs/tables/properties/{table}"} for table in TABLES}
    if inline:
        own = definitions[content["$ref"].rpartition("/")[2]]
        fields, required = own["properties"], own.get("required", [])
    else:
        fields, required = {"value": content}, ["value"]
    return {
        "title": tag,
        "type": "object",
        "properties": {**marks, **tables, **fields},
        "required": ["format", "type", *required],
        "additionalProperties": False,
    }


def _rows(table: str, definitions: dict[str, Schema]) -> Schema:
    classes = TABLES[table]
    if len(classes) == 1:
        return {"type": "array", "items": _reference(classes[0], definitions)}
    return {"type": "array", "items": _tagged(classes, definitions)}


def _tagged(classes: tuple[type[Value], ...], definitions: dict[str, Schema]) -> Schema:
    """One of several classes: an object that states its type."""
    names: list[Schema] = []
    for cls in classes:
        _reference(cls, definitions)
        plain = definitions[tag_of(cls)]
        name = f"typed_{tag_of(cls)}"
        definitions[name] = {
            **plain,
            "properties": {"type": {"const": tag_of(cls)}, **plain["properties"]},
            "required": ["type", *plain.get("required", [])],
        }
        names.append({"$ref": f"#/$defs/{name}"})
    return {"oneOf": names}


def _reference(cls: type[Value], definitions: dict[str, Schema]) -> Schema:
    """Refer to the schema of a class, which is written at first use."""
    tag = tag_of(cls)
    if tag not in definitions:
        definitions[tag] = {}  # a class may hold itself
        definitions[tag].update(_object(cls, definitions))
    return {"$ref": f"#/$defs/{tag}"}


def _object(cls: type[Value], definitions: dict[str, Schema]) -> Schema:
    labelled: dict[str, Schema] = {"id": _TEXT} if issubclass(cls, Record) else {}
    about = _fields_in_words(cls)
    properties = {
        name: _described(_of_hint(hint, definitions), about.get(name))
        for name, hint in hints(cls).items()
    }
    fields = attrs.fields(cls)
    required = [field.name for field in fields if field.default is attrs.NOTHING]
    schema: Schema = {
        "type": "object",
        "properties": {**labelled, **properties},
        "additionalProperties": False,
    }
    first = (cls.__doc__ or "").strip().partition("\n")[0]
    if first:
        schema["description"] = first
    return {**schema, "required": required} if required else schema


def _described(schema: Schema, about: str | None) -> Schema:
    return schema if about is None else {**schema, "description": about}


def _fields_in_words(cls: type[Value]) -> dict[str, str]:
    """Return what the docstring of a class says of its fields, on one line each."""
    doc = cls.__doc__ or ""
    _, found, rest = doc.partition("Attributes:\n")
    words: dict[str, str] = {}
    name = None
    for line in rest.splitlines() if found else []:
        if line.strip() and not line.startswith("        "):
            break
        head, colon, text = line.strip().partition(": ")
        if line.startswith("        ") and not line.startswith("            ") and colon:
            name = head
            words[name] = text
        elif name is not None and line.strip():
            words[name] += f" {line.strip()}"
    return words


def _of_hint(hint: Any, definitions: dict[str, Schema]) -> Schema:
    if typing.get_origin(hint) is tuple:
        return {"type": "array", "items": _of_hint(typing.get_args(hint)[0], definitions)}
    members = members_of(hint)
    classes = tuple(member for member in members if member is not type(None))
    schema = _of_classes(classes, definitions)
    return schema if len(classes) == len(members) else _or_null(schema)


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


_LEAVES: dict[object, Schema] = {
    str: _TEXT,
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    PossiblyEmpty: {"type": "string"},
}


def _of_classes(classes: tuple[Any, ...], definitions: dict[str, Schema]) -> Schema:
    if {When, Period}.issuperset(classes):
        return {"$ref": "#/$defs/edtf"}
    if all(cls in _LEAVES for cls in classes):
        leaves = [_LEAVES[cls] for cls in classes]
        return leaves[0] if len(leaves) == 1 else {"anyOf": leaves}
    if classes[0] in _TABLE_OF:
        return {"type": "integer", "minimum": 0}
    if issubclass(classes[0], Choice):
        return {"enum": [member.value for member in classes[0]]}
    if len(classes) == 1:
        return _reference(classes[0], definitions)
    return _tagged(classes, definitions)
