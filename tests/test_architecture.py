"""The house stands as DESIGN says: imports run down, records know no format, extras stay out."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import natobrief
from tests.architecture import (
    EXTRAS,
    LONGEST,
    cycle,
    sources,
    too_long,
    unlisted,
    violations,
)

TREE = sources(Path(natobrief.__file__).parent)


def test_no_import_runs_up_or_sideways() -> None:
    assert violations(TREE) == []


def test_no_circle_of_imports() -> None:
    assert cycle(TREE) == []


def test_each_module_holds_one_concept() -> None:
    assert too_long(TREE) == []


def test_each_public_module_lists_its_names() -> None:
    assert unlisted(TREE) == []


def test_the_whole_package_is_looked_at() -> None:
    assert {"errors", "model.", "model.quote", "."} <= TREE.keys()


@pytest.mark.parametrize(
    ("module", "line", "fault"),
    [
        ("when.parse", "import natobrief.model.quote", "imports model"),
        ("when.parse", "from natobrief.model import Quote", "imports model"),
        ("when.parse", "from natobrief import model", "imports model"),
        ("when.parse", "from ..model.quote import Quote", "imports model"),
        ("when.", "from ..model import quote", "imports model"),
        ("when.parse", "from natobrief import Quote", "imports the face"),
        ("when.parse", "import natobrief", "imports the face"),
        ("reader.quotes", "from natobrief.archive import store", "imports archive"),
        ("plots", "from natobrief import cli", "imports cli"),
        ("values", "from natobrief.text import fold", "imports text"),
        ("errors", "from natobrief.values import Value", "imports values"),
        ("errors", "from natobrief.when import When", "imports when"),
        ("query.index", "def late():\n    from natobrief.reader import read", "imports reader"),
        ("model.quote", "if TYPE_CHECKING:\n    from natobrief.query import Q", "imports query"),
    ],
)
def test_an_import_up_or_sideways_is_seen(module: str, line: str, fault: str) -> None:
    number = line.count("\n") + 1
    expected = f"{module}:{number}: {fault}, which is not on a lower floor"
    assert violations({module: f"{line}\n"}) == [expected]


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("model.quote", "from natobrief.when import When"),
        ("model.quote", "from natobrief.model.source import Source"),
        ("model.quote", "from .source import Source"),
        ("model.", "from .source import Source"),
        ("text", "from natobrief.values import Value"),
        ("cli", "from natobrief import __version__"),
        ("cli", "from natobrief import reader, query"),
        ("reader.quotes", "import json, cattrs"),
        ("__main__", "from natobrief.cli import main"),
        ("model.quote", "import re, attrs, pendulum"),
        ("model.quote", "import natobriefs"),
    ],
)
def test_an_import_down_or_within_a_room_is_fine(module: str, line: str) -> None:
    assert violations({module: line}) == []


@pytest.mark.parametrize("line", ["import json", "from cattrs.gen import x", "import ruamel.yaml"])
def test_a_serializer_in_the_model_is_seen(line: str) -> None:
    (fault,) = violations({"model.quote": f"def dumps():\n    {line}\n"})
    assert fault.startswith("model.quote:2: imports ")
    assert fault.endswith(", a serializer")


def test_a_room_without_a_floor_is_seen() -> None:
    assert violations({"attic.": "", "attic.box": "import natobrief"}) == ["attic: has no floor"]


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        ({"when.a": "from natobrief.when import b", "when.b": "from .a import x"}, 3),
        ({"when.": "from natobrief.when.a import x", "when.a": "from natobrief.when import y"}, 3),
        ({"when.a": "def f():\n from . import b", "when.b": "from .a import x"}, 0),
        ({"when.a": "if TYPE_CHECKING:\n from . import b", "when.b": "from .a import x"}, 0),
        ({"when.a": "if x:\n from . import b", "when.b": "class C:\n from .a import x"}, 3),
        ({"when.a": "import re, json.decoder", "when.b": "from .a import x"}, 0),
    ],
)
def test_a_circle_is_seen(tree: dict[str, str], expected: int) -> None:
    assert len(cycle(tree)) == expected


def test_a_long_module_and_a_missing_list_are_seen() -> None:
    tree = {"when.": "__all__ = []", "when.long": "x = 1\n" * (LONGEST + 1), "when._own": ""}
    assert too_long(tree) == ["when.long"]
    assert unlisted(tree) == ["when.long"]


def loaded_after(code: str) -> set[str]:
    """Run code in a new interpreter and return the names of the top packages that it loaded."""
    report = "import sys; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    # Coverage, when it measures this run, would load packages of its own in the new interpreter.
    env = {key: value for key, value in os.environ.items() if not key.startswith("COVERAGE_")}
    run = subprocess.run(
        [sys.executable, "-c", f"{code}\n{report}"],
        check=True,
        capture_output=True,
        text=True,
        env=env,
    )
    return set(run.stdout.split())


def test_importing_loads_no_extra_and_no_dependency() -> None:
    loaded = loaded_after("import natobrief")
    assert "natobrief" in loaded
    assert loaded & (EXTRAS | {"attrs", "attr", "cattrs", "pendulum", "typing", "re"}) == set()


def test_using_the_core_loads_no_extra() -> None:
    loaded = loaded_after("from natobrief import *")
    assert {"attrs", "pendulum"} <= loaded
    assert loaded & EXTRAS == set()


def test_a_loaded_extra_would_be_seen() -> None:
    assert loaded_after("import sqlite3") & EXTRAS == {"sqlite3"}
