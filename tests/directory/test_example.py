"""The example of an own directory: what it says is so."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "own_directory.py"


def test_the_example_reports_conflicts_and_answers(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(EXAMPLE))
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "Faults: 0"
    assert "thomas-greminger: 2017-07-18/2020-07 in one document, 2017-07/2020-07" in said[3]
    assert said[4:7] == [
        "Secretary General on 2017-07-10: Thomas Greminger (possibly)",
        "Secretary General on 2020-10-01: nobody is listed",
        "Secretary General on 2022-01-13: Helga Schmid (yes)",
    ]
    assert said[-1].endswith(": 30")


def test_the_example_is_short() -> None:
    assert len(EXAMPLE.read_text(encoding="utf-8").splitlines()) < 80
