"""Every code block of the README and of the docs pages runs, and prints what it says.

A fenced block marked ``python``, ``pycon`` or ``{doctest}`` is run: as a doctest where it has
prompts, else as a plain script. The blocks of a page share their names, from top to bottom. Code
that is only to be looked at goes into a block marked ``text``.

A block marked ``console`` with ``$ natobrief`` in it is run in a shell, each command in the same
folder, and has to print what stands below it, errors included.
"""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import natobrief
from tests.architecture import FLOORS

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    path
    for path in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    if not {"_build", "gallery"} & set(path.relative_to(ROOT).parts)
)
BLOCK = re.compile(
    r"^(?P<indent> *)(?P<fence>```+)(?:python|pycon|\{doctest\})[^\n]*\n"
    r"(?P<code>.*?)^(?P=indent)(?P=fence) *$",
    re.MULTILINE | re.DOTALL,
)
SHELL = re.compile(BLOCK.pattern.replace(r"(?:python|pycon|\{doctest\})", "console"), BLOCK.flags)
PROMPT = re.compile(r"^\$ (.*\n)((?:(?!\$ ).*\n)*)", re.MULTILINE)
FLAGS = doctest.ELLIPSIS


def run(text: str, name: str) -> list[str]:
    """Run the code blocks of a page and return what went wrong, ready to print."""
    names: dict[str, object] = {"__name__": "__main__"}
    said: list[str] = []
    for block in BLOCK.finditer(text):
        line = text.count("\n", 0, block.start("code"))
        code = re.sub(f"(?m)^{block['indent']}", "", block["code"])
        if ">>> " not in code:
            exec(compile("\n" * line + code, name, "exec"), names)
            continue
        test = doctest.DocTestParser().get_doctest(code, names, name, name, line)
        doctest.DocTestRunner(verbose=False, optionflags=FLAGS).run(
            test, out=said.append, clear_globs=False
        )
        names |= test.globs
    return said


def run_shell(text: str, name: str, folder: Path) -> list[str]:
    """Run the commands of a page in a folder and return what went wrong, ready to print."""
    (folder / "bin").mkdir()
    command = folder / "bin" / "natobrief"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m natobrief "$@"\n')
    command.chmod(0o755)
    paths = os.pathsep.join([str(command.parent), os.environ["PATH"]])
    env = {**os.environ, "PATH": paths, "PYTHONPATH": str(ROOT / "src"), "COLUMNS": "100"}
    said: list[str] = []
    for block in SHELL.finditer(text):
        if "$ natobrief" not in block["code"]:
            continue
        for line, expected in PROMPT.findall(block["code"]):
            ran = subprocess.run(
                ["bash", "-c", line],
                cwd=folder,
                env=env,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                check=False,
            )
            got = ran.stdout.decode()
            if not doctest.OutputChecker().check_output(expected, got, FLAGS):
                said.append(f"{name}: $ {line}Expected:\n{expected}Got:\n{got}")
    return said


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_code_of_a_page_runs(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)  # what a page writes must not land in the project
    text = page.read_text(encoding="utf-8")
    assert "\n".join(run(text, str(page))) == ""
    assert "\n".join(run_shell(text, str(page), tmp_path)) == ""


def test_the_readme_is_among_the_pages() -> None:
    assert ROOT / "README.md" in PAGES
    assert ROOT / "docs" / "index.md" in PAGES


def test_each_room_is_explained_on_one_page() -> None:
    pages = [
        path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "reference").rglob("*.md")
    ]
    named = {room for page in pages for room in re.findall(r"```\{room\} (\w+)", page)}
    assert named <= FLOORS.keys()
    for room in natobrief._ROOMS:
        assert sum(f"```{{room}} {room}\n" in page for page in pages) == 1, room


def test_a_wrong_output_is_seen() -> None:
    page = "Text.\n\n```python\n>>> 1 + 1\n3\n```\n"
    (said,) = run(page, "page.md")
    assert "line 4" in said
    assert "Expected:\n    3\nGot:\n    2\n" in said


def test_blocks_share_their_names_and_others_are_left_alone() -> None:
    page = """
```python
x = 6
```
  ```pycon
  >>> x * 7
  42
  ```
```{doctest}
>>> y = x
```
```text
>>> nonsense
```
```python
assert y == 6
```
"""
    assert run(page, "page.md") == []


def test_a_script_that_fails_fails_the_page() -> None:
    with pytest.raises(ZeroDivisionError):
        run("```python\n1 / 0\n```\n", "page.md")


def test_commands_run_in_one_folder_and_wrong_output_is_seen(tmp_path: Path) -> None:
    page = """
```console
$ natobrief --version > version.txt
$ cut -c 1-9 version.txt
natobrief
$ echo 1; echo 2 >&2
1
3
```
```console
$ false
this block has no such command and is not run
```
"""
    (said,) = run_shell(page, "page.md", tmp_path)
    assert said == "page.md: $ echo 1; echo 2 >&2\nExpected:\n1\n3\nGot:\n1\n2\n"
