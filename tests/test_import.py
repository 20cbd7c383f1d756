"""The face: its three lists agree, every name is there, is explained and loads when first used."""

from __future__ import annotations

import ast
import inspect
import pickle
import re
import subprocess
import sys
from importlib import import_module, metadata
from pathlib import Path

import pytest

import natobrief as nb

FACE = Path(nb.__file__)


def names_for_checkers(text: str) -> dict[str, str]:
    """Return what a file imports for type checkers: name -> room."""
    (block,) = (
        node
        for node in ast.parse(text).body
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    )
    return {
        alias.name: (node.module or "").removeprefix("natobrief.")
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def test_the_three_lists_agree() -> None:
    table = {name: room for room, names in nb._ROOMS.items() for name in names}
    assert names_for_checkers(FACE.read_text(encoding="utf-8")) == table
    assert set(nb.__all__) == {"__version__", *table}


def test_the_lists_are_sorted_and_name_nothing_twice() -> None:
    assert nb.__all__ == sorted(set(nb.__all__))
    assert list(nb._ROOMS) == sorted(nb._ROOMS)
    for names in nb._ROOMS.values():
        assert list(names) == sorted(set(names))


def test_the_reading_of_the_block_sees_a_difference() -> None:
    text = "if TYPE_CHECKING:\n    from natobrief.when import A, B\nelse:\n    pass\n"
    assert names_for_checkers(text) == {"A": "when", "B": "when"}


@pytest.mark.parametrize("name", nb.__all__)
def test_each_name_is_what_its_room_calls_by_it(name: str) -> None:
    if name == "__version__":
        return
    room = import_module(f"natobrief.{nb._HOME[name]}")
    assert getattr(nb, name) is getattr(room, name)
    assert name in room.__all__


@pytest.mark.parametrize("name", nb.__all__)
def test_each_name_is_explained_with_an_example(name: str) -> None:
    thing = getattr(nb, name)
    if not (inspect.isclass(thing) or inspect.isroutine(thing)):
        return  # an alias or a constant; its explanation stands beside it in the source
    explained = thing.__doc__ or ""
    assert ">>> " in explained, f"{name} has no example in its docstring"


def test_a_name_is_loaded_once_and_stays() -> None:
    code = "import natobrief as nb; nb.Quote; print('Quote' in vars(nb), nb.Quote is nb.Quote)"
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert run.stdout == "True True\n"


def test_dir_lists_the_public_names() -> None:
    assert dir(nb) == sorted(nb.__all__)


def test_a_misspelt_name_is_refused() -> None:
    with pytest.raises(AttributeError) as caught:
        getattr(nb, "Qoute")  # noqa: B009  (a checker would refuse nb.Qoute)
    assert str(caught.value) == "module 'natobrief' has no attribute 'Qoute'"
    assert (caught.value.name, caught.value.obj) == ("Qoute", nb)


def test_classes_pickle_by_reference() -> None:
    assert pickle.loads(pickle.dumps(nb.Quote)) is nb.Quote


def test_the_version_is_the_installed_one() -> None:
    try:
        installed = metadata.version("natobrief")
    except metadata.PackageNotFoundError:
        pytest.skip("natobrief runs from its source tree and is not installed")
    assert installed == nb.__version__
    assert re.fullmatch(r"\d+\.\d+\.\d+(\.dev\d+)?", nb.__version__)


def test_the_citation_names_this_version() -> None:
    citation = (Path(__file__).parent.parent / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {nb.__version__}\n" in citation
