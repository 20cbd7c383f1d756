"""Documents as people write them, made into documents with tables.

What is written where it is used (an actor, an office, a place, a source) gets a row of a table;
what is unquoted is taken for what its field wants. Everything else is left as it came, for the
reader of documents to check. Each place in the new document knows where it was written.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from natobrief.errors import Fault, show
from natobrief.formats._core.codec import TABLES, tag_of
from natobrief.formats._core.plain import step
from natobrief.formats._core.registry import by_tag
from natobrief.formats._core.shapes import ANYTHING, Shape, fields_of, shape_of, shape_of_whole
from natobrief.formats._yaml.nodes import Listing, Node, Object, Place, Scalar
from natobrief.model import Participant, Source
from natobrief.values import Value

__all__ = ["ACTORS", "OF_ACTORS", "Document"]

ACTORS = {tag_of(cls): cls for cls in TABLES["actors"]}
"""The classes of actors by the words that stand for them."""

OF_ACTORS = ("id", "anonymous", "members")
"""What may be said of an actor beside its name."""

_NOTHING = frozenset(["", "~", "null", "Null", "NULL"])
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NUMBER = re.compile(r"[-+]?[0-9]{1,4000}", re.ASCII)
_ROW = re.compile(rf"\$\.({'|'.join(TABLES)})\[([0-9]+)\]")


class _At(NamedTuple):
    """A place in the new document, and the same as it is called where it was written."""

    made: str
    written: str

    def down(self, key: str, written: str | None = None) -> _At:
        return _At(self.made + step(key), self.written + step(written or key))

    def item(self, index: int) -> _At:
        return _At(f"{self.made}[{index}]", f"{self.written}[{index}]")


class Document:
    """A document that was written by hand, as one with tables.

    Attributes:
        data: The document as plain data.
        faults: What was wrong already.
    """

    def __init__(self, root: Node) -> None:
        self.faults: list[Fault] = []
        self._places: dict[str, tuple[Place, str]] = {}
        self._rows: dict[str, list[Any]] = {table: [] for table in TABLES}
        self._own: dict[str, list[int]] = {table: [] for table in TABLES}
        self._origins: dict[str, list[str]] = {table: [] for table in TABLES}
        self._made: dict[tuple[int, tuple[str, ...]], int] = {}
        self._kept: list[Node] = []  # so that no other node gets the identity of one
        self.data: object = self._root(root)

    def placed(self, fault: Fault) -> Fault:
        """Return a fault of the document with the line and column where its reason stands."""
        row = _ROW.match(fault.path)
        path, rest = fault.path, ""
        if row is not None and int(row[2]) < len(self._origins[row[1]]):
            path = self._origins[row[1]][int(row[2])] + path[row.end() :]
        while path not in self._places and path != "$":
            cut = max(path.rfind("."), path.rfind("["), 1)
            path, rest = path[:cut], path[cut:] + rest
        place, written = self._places[path]
        came, allowed = fault.came, fault.allowed
        return Fault(path=f"{place}: {written}{rest}", allowed=allowed, came=came)

    def _fault(self, at: _At, allowed: str, came: str) -> None:
        self.faults.append(self.placed(Fault(path=at.made, allowed=allowed, came=came)))

    def _root(self, root: Node) -> object:
        top = _At("$", "$")
        if not isinstance(root, Object):
            return self._value(root, ANYTHING, top)
        self._places["$"] = (root.place, "$")
        fields = _top_fields(root)
        tables = {table: root.entries[table][1] for table in TABLES if table in root.entries}
        for table, node in tables.items():
            self._table(table, node, top.down(table))
        data = {
            key: self._entry(name, node, fields.get(key), top)
            for key, (name, node) in root.entries.items()
            if key not in TABLES
        }
        return {**data, **{table: rows for table, rows in self._rows.items() if rows}}

    def _table(self, table: str, node: Node, at: _At) -> None:
        self._places[at.made] = (node.place, at.written)
        if not isinstance(node, Listing):
            self._fault(at, "a list", _said(node))
            return
        shape = Shape(table=table, classes={tag_of(cls): cls for cls in TABLES[table]})
        for index, row in enumerate(node.items):
            # A number means a row that stands before, so no row can wait for itself.
            self._own[table].append(self._row(row, shape, at.item(index).written))

    def _entry(self, key: Scalar, node: Node, hint: Any, at: _At) -> object:
        below = at.down(key.text)
        shape = ANYTHING if hint is None else hint
        if not isinstance(shape, Shape):
            shape = shape_of(hint)
        if shape is ANYTHING:  # an unknown key: it is the key that is wrong
            value = self._value(node, shape, below)
            self._places[below.made] = (key.place, below.written)
            return value
        return self._value(node, shape, below)

    def _value(self, node: Node, shape: Shape, at: _At) -> object:
        self._places[at.made] = (node.place, at.written)
        if shape.table is not None:
            nothing = isinstance(node, Scalar) and node.plain and node.text in _NOTHING
            return None if nothing and shape.optional else self._reference(node, shape, at)
        if isinstance(node, Scalar):
            return _scalar(node, shape)
        if isinstance(node, Listing):
            item = ANYTHING if shape.item is None else shape_of(shape.item)
            return [self._value(each, item, at.item(i)) for i, each in enumerate(node.items)]
        return self._object(node, shape, at)

    def _object(self, node: Object, shape: Shape, at: _At) -> dict[str, Any]:
        cls = _class_of(node, shape)
        if cls is Participant and "actor" not in node.entries:
            return self._participant(node, at)
        return self._fields(node, {} if cls is None else {"type": str, **fields_of(cls)}, at)

    def _fields(self, node: Object, fields: dict[str, Any], at: _At) -> dict[str, Any]:
        return {
            key: self._entry(name, each, fields.get(key), at)
            for key, (name, each) in node.entries.items()
        }

    def _participant(self, node: Object, at: _At) -> dict[str, Any]:
        """Take apart an actor and what it does at a meeting, written as one."""
        fields = fields_of(Participant)
        of_actor = {*ACTORS, *OF_ACTORS, "type", "name"}
        actor = {key: each for key, each in node.entries.items() if key in of_actor}
        rest = {key: each for key, each in node.entries.items() if key not in of_actor}
        others = self._fields(Object(node.place, rest), fields, at)
        if not actor:
            return others
        below = _At(f"{at.made}.actor", at.written)
        inner = Object(node.place, actor)
        self._kept.append(inner)
        return {"actor": self._value(inner, shape_of(fields["actor"]), below), **others}

    def _reference(self, node: Node, shape: Shape, at: _At) -> int:
        table = shape.table or ""
        if not isinstance(node, Scalar) or not node.plain or not _NUMBER.fullmatch(node.text):
            return self._row(node, shape, at.written)
        rows = self._own[table]
        if 0 <= int(node.text) < len(rows):
            return rows[int(node.text)]
        which = f"the number of one of {len(rows)} rows of $.{table}, or what would stand there"
        self._fault(at, which, node.text[:20])
        self._rows[table].append(_any_row(shape))
        self._origins[table].append(at.made)
        return len(self._rows[table]) - 1

    def _row(self, node: Node, shape: Shape, written: str) -> int:
        """Return the number of the row for what stands here; what has an alias has one row."""
        key = (id(node), tuple(shape.classes))
        if key not in self._made:
            table = shape.table or ""
            at = _At(f"$.{table}[@{len(self._made)}]", written)  # its number isn't known yet
            self._made[key] = -1
            self._places[at.made] = (node.place, written)
            self._rows[table].append(self._row_data(node, shape, at))
            self._origins[table].append(at.made)
            self._made[key] = len(self._rows[table]) - 1
        return self._made[key]

    def _row_data(self, node: Node, shape: Shape, at: _At) -> dict[str, Any]:
        named = [cls for cls in shape.classes.values() if cls is not Source]
        if isinstance(node, Object):
            if shape.table != "actors":
                return self._fields(node, fields_of(next(iter(shape.classes.values()))), at)
            return self._actor(node, list(shape.classes), at)
        if isinstance(node, Scalar) and len(shape.classes) == 1 and named:
            typed = {"type": tag_of(named[0])} if shape.table == "actors" else {}
            return {**typed, "name": node.text or None}
        self._fault(at, _WORDS[shape.table or ""], _said(node))
        return _any_row(shape)

    def _actor(self, node: Object, tags: list[str], at: _At) -> dict[str, Any]:
        """Read an actor: its class is told by the key of its name, ``person: Ann Lee``."""
        given = next((tag for tag in ACTORS if tag in node.entries), None)
        if given is None or "type" in node.entries:
            if "type" not in node.entries and len(tags) > 1:
                self._fault(at, f"one of the keys {', '.join(ACTORS)}", "none of them")
                return {"type": tags[0], "name": "?"}
            tag = tags[0] if "type" not in node.entries else _text(node.entries["type"][1])
            fields = fields_of(ACTORS.get(tag, ACTORS[tags[0]]))
            return {"type": tag, **self._fields(node, {"type": str, **fields}, at)}
        fields = fields_of(ACTORS[given])
        rest = {key: each for key, each in node.entries.items() if key != given}
        name = node.entries[given][1]
        value = self._value(name, shape_of(str), at.down("name", given))
        return {"type": given, "name": value, **self._fields(Object(node.place, rest), fields, at)}


_WORDS = {
    "sources": "a source, with keys such as url, title, publisher, published",
    "actors": "an actor such as {person: Ann Lee}",
    "posts": "the name of an office, or its name and id",
    "places": "the name of a place, or its name and id",
}


def _any_row(shape: Shape) -> dict[str, Any]:
    if shape.table == "sources":
        return {}
    first = next(iter(shape.classes))
    return {"type": first, "name": "?"} if shape.table == "actors" else {"name": "?"}


def _top_fields(root: Object) -> dict[str, Any]:
    """Return the annotation of each key of a whole document."""
    marks = {"format": str, "type": str}
    kind = by_tag(_text(root.entries["type"][1])) if "type" in root.entries else None
    if kind is None:
        return marks
    if kind.inline and kind.shape is not None:
        return {**marks, **fields_of(kind.shape)}
    return {**marks, "value": shape_of_whole(kind.shape or kind.cls)}


def _text(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _class_of(node: Object, shape: Shape) -> type[Value] | None:
    if len(shape.classes) == 1:
        return next(iter(shape.classes.values()))
    return shape.classes.get(_text(node.entries["type"][1])) if "type" in node.entries else None


def _said(node: Node) -> str:
    if isinstance(node, Scalar):
        return show(node.text)
    return "a list" if isinstance(node, Listing) else "an object"


def _scalar(node: Scalar, shape: Shape) -> object:
    """Return what a field wants of a text as it is written."""
    text = node.text
    if not node.plain:
        return text
    if shape.item is not None and text in _NOTHING:
        return []
    if text in ("", "~") or (shape.optional and text in _NOTHING):
        return None
    if shape.leaf is int and _NUMBER.fullmatch(text):
        return int(text)
    if shape.leaf is bool:
        return _TRUTH.get(text, text)
    return text
