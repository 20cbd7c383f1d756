"""YAML as a tree of nodes that know their places, without any of YAML's magic.

Nothing is resolved here: a scalar is the text as it is written, and whether it was quoted. Tags,
merge keys, repeated keys and a second document are refused. An alias stands for what its anchor
names; how much that may add up to is limited, and so is the depth.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias, cast

from natobrief.errors import Fault, InvalidDocument, MissingExtra, show
from natobrief.formats._core.document import MAX_DEPTH

try:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError
except ImportError:
    raise MissingExtra("YAML", "yaml") from None

__all__ = ["MAX_ALIASED", "Listing", "Node", "Object", "Place", "Scalar", "nodes_of"]

MAX_ALIASED = 100_000
"""How many nodes all aliases of a document may stand for together."""

# What ruamel.yaml lets out of its scanner on broken input, beside its own errors.
_SLIPS = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError)


class Place(NamedTuple):
    """Where something is written: line and column, from 1."""

    line: int
    column: int

    def __str__(self) -> str:
        return f"line {self.line}, column {self.column}"


class Scalar(NamedTuple):
    """Text as written; ``plain`` if it was not quoted."""

    place: Place
    text: str
    plain: bool


class Listing(NamedTuple):
    """A sequence."""

    place: Place
    items: list[Node]


class Object(NamedTuple):
    """A mapping with text for keys, each once."""

    place: Place
    entries: dict[str, tuple[Scalar, Node]]


Node: TypeAlias = Scalar | Listing | Object


def nodes_of(text: str) -> tuple[Node, list[Fault]]:
    """Return the document of a YAML text, with the faults that leave the rest readable.

    Raises:
        InvalidDocument: The text is no YAML, or it nests or repeats too much to be read.
    """
    builder = _Builder()
    for event in _events(text):
        builder.take(event)
    if builder.root is None:
        raise _invalid("$", "a YAML document", "nothing")
    return builder.root, builder.faults


def _events(text: str) -> Iterator[Any]:
    try:
        yield from cast("Any", YAML(typ="safe", pure=True)).parse(text)
    except MarkedYAMLError as error:
        raise _syntax(error) from None
    except (YAMLError, ValueError, *_SLIPS) as error:
        words = " ".join(str(error).split()) or type(error).__name__
        raise _invalid("$", "YAML", f"a mistake ({words[:80]})") from None


def _syntax(error: Any) -> InvalidDocument:
    mark = error.problem_mark or error.context_mark
    path = "$" if mark is None else str(Place(mark.line + 1, mark.column + 1))
    words = " ".join(str(error.problem or error.context or "not understood").split())
    return _invalid(path, "YAML", f"a mistake ({words[:80]})")


def _invalid(path: str, allowed: str, came: str) -> InvalidDocument:
    return InvalidDocument([Fault(path=path, allowed=allowed, came=came)])


class _Done(NamedTuple):
    node: Node
    size: int
    height: int


class _Open:
    """A sequence or mapping whose end hasn't come."""

    def __init__(self, node: Listing | Object, anchor: str | None) -> None:
        self.node = node
        self.anchor = anchor
        self.key: Scalar | None = None
        self.size = 1
        self.height = 1


class _Builder:
    """Makes nodes of events, one after the other, without recursion."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self._open: list[_Open] = []
        self._anchors: dict[str, _Done | None] = {}
        self._aliased = 0

    def take(self, event: Any) -> None:
        """Take the next event of the parser."""
        place = Place(event.start_mark.line + 1, event.start_mark.column + 1)
        kind = type(event).__name__
        if kind == "DocumentStartEvent":
            self._starts(event, place)
        elif kind == "AliasEvent":
            self._add(self._named(event.anchor, place), place)
        elif kind in ("SequenceEndEvent", "MappingEndEvent"):
            self._ends()
        elif kind in ("ScalarEvent", "SequenceStartEvent", "MappingStartEvent"):
            self._begins(event, kind, place)

    def _fault(self, place: Place, allowed: str, came: str) -> None:
        self.faults.append(Fault(path=str(place), allowed=allowed, came=came))

    def _starts(self, event: Any, place: Place) -> None:
        if self.root is not None:
            raise _invalid(str(place), "one document", "a second one")
        if event.version is not None and tuple(event.version) != (1, 2):
            self._fault(place, "YAML 1.2", "another version")

    def _begins(self, event: Any, kind: str, place: Place) -> None:
        tag = event.tag
        if tag is not None:
            self._fault(place, "no tags", f"the tag {show(str(tag))}")
        if kind == "ScalarEvent":
            done = _Done(Scalar(place, event.value, plain=event.style is None), 1, 0)
            if event.anchor is not None:
                self._anchors[event.anchor] = done
            self._add(done, place)
            return
        if len(self._open) >= MAX_DEPTH:
            raise _deep(place)
        if event.anchor is not None:
            self._anchors[event.anchor] = None
        node = Listing(place, []) if kind == "SequenceStartEvent" else Object(place, {})
        self._open.append(_Open(node, event.anchor))

    def _ends(self) -> None:
        ended = self._open.pop()
        done = _Done(ended.node, ended.size, ended.height)
        if ended.anchor is not None:
            self._anchors[ended.anchor] = done
        self._add(done, ended.node.place)

    def _named(self, anchor: str, place: Place) -> _Done:
        done = self._anchors.get(anchor)
        if done is None:
            came = f"the alias {show(anchor)} of what it stands in or of nothing"
            raise _invalid(str(place), "an alias of what stands before", came)
        self._aliased += done.size
        if self._aliased > MAX_ALIASED:
            raise _invalid(str(place), f"aliases of at most {MAX_ALIASED} values", "more")
        if len(self._open) + done.height > MAX_DEPTH:
            raise _deep(place)
        return done

    def _add(self, done: _Done, place: Place) -> None:
        if not self._open:
            self.root = done.node
            return
        owner = self._open[-1]
        if isinstance(owner.node, Listing):
            owner.node.items.append(done.node)
        elif owner.key is None:
            owner.key = self._key(done.node, place)
        else:
            self._enter(owner.node, owner.key, done.node)
            owner.key = None
        owner.size += done.size
        owner.height = max(owner.height, done.height + 1)

    def _key(self, node: Node, place: Place) -> Scalar:
        if isinstance(node, Scalar):
            if node.plain and node.text == "<<":
                self._fault(place, "each key written out (YAML 1.2 has no merge keys)", "'<<'")
            return node
        self._fault(place, "text as a key", "a list" if isinstance(node, Listing) else "an object")
        return Scalar(place, "", plain=True)

    def _enter(self, owner: Object, key: Scalar, node: Node) -> None:
        if key.plain and key.text == "<<":
            return
        if key.text in owner.entries:
            self._fault(key.place, "each key once", f"the key {show(key.text)} again")
        else:
            owner.entries[key.text] = (key, node)


def _deep(place: Place) -> InvalidDocument:
    return _invalid(str(place), f"at most {MAX_DEPTH} levels of nesting", "more")
