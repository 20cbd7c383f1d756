"""Every code block of the README and of the docs pages runs, and prints what it says.

A fenced block marked ``python``, ``pycon`` or ``{doctest}`` is run: as a doctest where it has
prompts, else as a plain script. The blocks of a page share their names, from top to bottom. Code
that is only to be looked at goes into a block marked ``text``.
"""

from __future__ import annotations

import doctest
import re
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


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_code_of_a_page_runs(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)  # what a page writes must not land in the project
    assert "\n".join(run(page.read_text(encoding="utf-8"), str(page))) == ""


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
