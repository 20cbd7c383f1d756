"""Each script of the gallery is short, has a title, and runs on its own from any folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCRIPTS = sorted((ROOT / "examples").glob("*.py"))
NAMED = {
    "The year that the article does not name",
    "What lay ahead on 8 January",
    "As known on 28 December",
    "Thirty allies",
    "Who spoke for whom",
    "A calendar for your phone",
    "A week as a page",
}


def lines(script: Path) -> list[str]:
    return script.read_text(encoding="utf-8").splitlines()


def test_the_gallery_has_what_it_promises() -> None:
    titles = [lines(script)[1] for script in SCRIPTS]
    assert len(titles) == len(set(titles)) >= 8
    assert set(titles) >= NAMED


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_a_script_is_short_and_has_a_title_and_a_text(script: Path) -> None:
    first, title, below, empty, text, *others = lines(script)
    assert (first, below, empty) == ('"""', "=" * len(title), "")
    assert text
    assert len(others) + 5 < 80


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_a_script_runs_on_its_own(script: Path, tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-W", "error", str(script)],
        cwd=tmp_path,
        env={
            **{name: value for name, value in os.environ.items() if name != "DISPLAY"},
            "PYTHONPATH": str(ROOT / "src"),
            "MPLBACKEND": "agg",
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert len(ran.stdout) > 100
    assert "Traceback" not in ran.stderr
