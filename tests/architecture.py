"""Which room of natobrief may import which, and a checker for it.

The checker is a function of a tree of sources, so that ``test_architecture.py`` can show it made-up
trees in which something is wrong.
"""

from __future__ import annotations

import ast
import graphlib
from collections.abc import Iterator, Mapping
from pathlib import Path

__all__ = [
    "EXTRAS",
    "FLOORS",
    "LONGEST",
    "SERIALIZERS",
    "cycle",
    "imports",
    "sources",
    "too_long",
    "unlisted",
    "violations",
]

LONGEST = 400
"""A module that nears this many lines holds two concepts."""

FLOORS = {
    "errors": 0,
    "text": 0,
    "values": 0,
    "when": 1,
    "model": 2,
    "formats": 3,
    "directory": 4,
    "query": 5,
    "archive": 6,
    "reader": 6,
    "cli": 7,
    "notebook": 7,
    "plots": 7,
    "testing": 7,
    # The face and the command stand on top of the house.
    "": 8,
    "__main__": 9,
}
"""The floor of each room; the face (``natobrief/__init__.py``) is the room without a name."""

# values.py stands on errors.py, and text.py on both: the one order within a floor.
_GROUND = ("errors", "values", "text")

SERIALIZERS = frozenset(
    {"cattr", "cattrs", "csv", "json", "marshal", "msgspec", "orjson", "pickle", "pyarrow"}
    | {"pydantic", "rdflib", "ruamel", "tomllib", "xml", "yaml"}
)
"""What a module of ``model/`` must not import."""

EXTRAS = frozenset(
    {"bs4", "dateparser", "duckdb", "hypothesis", "icalendar", "lxml", "matplotlib", "msgspec"}
    | {"numpy", "orjson", "pandas", "polars", "pyarrow", "pydantic", "pyspark", "rapidfuzz"}
    | {"rdflib", "rich", "ruamel", "shtab", "sqlite3", "yaml"}
)
"""What neither ``import natobrief`` nor the use of its core may load."""


def sources(package: Path) -> dict[str, str]:
    """Return the text of each module of the package, by its dotted name below the package."""
    return {
        _dotted(path.relative_to(package)): path.read_text(encoding="utf-8")
        for path in sorted(package.rglob("*.py"))
    }


def _dotted(path: Path) -> str:
    """Name a file as importing code does: ``model/quote.py`` is ``model.quote``.

    A package keeps a dot at its end, ``model.``, and the face is ``.`` alone.
    """
    parts = path.with_suffix("").parts
    if parts[-1] == "__init__":
        return ".".join([*parts[:-1], ""]) or "."
    return ".".join(parts)


def imports(name: str, text: str, *, at_load: bool = False) -> Iterator[tuple[int, str]]:
    """Yield line and absolute dotted name of each import, also of those inside functions.

    ``from x import y`` counts as ``x.y``, since ``y`` may be a module. With ``at_load`` only what
    runs when the module is loaded counts: not inside a function, not for checkers alone.
    """
    package = ["natobrief", *(part for part in name.split(".")[:-1] if part)]
    for node in _statements(ast.parse(text)) if at_load else ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) + 1 - node.level] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            for alias in node.names:
                yield node.lineno, f"{module}.{alias.name}"


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        yield child
        yield from _statements(child)


def violations(tree: Mapping[str, str]) -> list[str]:
    """Say what in a tree of sources is against the plan of the house, sorted.

    An import that runs up or sideways, a room without a floor, a serializer in ``model/``.
    """
    homeless = {_room(name) for name in tree} - FLOORS.keys()
    faults = {f"{room}: has no floor" for room in homeless}
    for name, text in tree.items():
        if _room(name) not in homeless:
            found = (
                (line, _fault(_room(name), imported)) for line, imported in imports(name, text)
            )
            faults |= {f"{name}:{line}: {fault}" for line, fault in found if fault}
    return sorted(faults)


def _room(name: str) -> str:
    return name.partition(".")[0]


def _fault(room: str, imported: str) -> str | None:
    top, _, below = imported.partition(".")
    if top != "natobrief":
        return f"imports {top}, a serializer" if room == "model" and top in SERIALIZERS else None
    target = _room(below) if _room(below) in FLOORS else ""
    if target == room or _may(room, target) or below == "__version__":
        return None
    return f"imports {target or 'the face'}, which is not on a lower floor"


def _may(room: str, target: str) -> bool:
    if room in _GROUND and target in _GROUND:
        return _GROUND.index(target) < _GROUND.index(room)
    return FLOORS[target] < FLOORS[room]


def cycle(tree: Mapping[str, str]) -> list[str]:
    """Return the modules of a circle of imports that run when a module is loaded, or nothing."""
    graph = {
        name: {
            target
            for _, imported in imports(name, text, at_load=True)
            if (target := _module(imported, tree)) and target != name
        }
        for name, text in tree.items()
    }
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as error:
        return list(error.args[1])
    return []


def _module(imported: str, tree: Mapping[str, str]) -> str | None:
    """Return the module of the tree that an imported name stands for or in."""
    top, _, below = imported.partition(".")
    if top != "natobrief":
        return None
    for name in (below, f"{below}.", below.rpartition(".")[0], f"{below.rpartition('.')[0]}."):
        if name in tree:
            return name
    return None


def too_long(tree: Mapping[str, str]) -> list[str]:
    """Name the modules that hold more lines than one concept needs.

    The face is a list: it names each public thing three times.
    """
    lines = {name: text.count("\n") for name, text in tree.items() if name != "."}
    return sorted(name for name, number in lines.items() if number > LONGEST)


def unlisted(tree: Mapping[str, str]) -> list[str]:
    """Name the public modules that don't state their public names in ``__all__``."""
    return sorted(name for name, text in tree.items() if _lacks_all(name, text))


def _lacks_all(name: str, text: str) -> bool:
    if any(part.startswith("_") for part in name.split(".")):
        return False
    body = ast.parse(text).body
    if all(isinstance(node, ast.Expr) for node in body):
        return False  # a folder that says what it is for has no names to list
    return not any(
        isinstance(target, ast.Name) and target.id == "__all__"
        for node in body
        if isinstance(node, ast.Assign)
        for target in node.targets
    )
