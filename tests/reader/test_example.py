"""The example that reads a folder or a table of press releases."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "examples" / "read_press_releases.py"


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> None:
    monkeypatch.setattr(sys, "argv", [str(SCRIPT), *arguments])
    runpy.run_path(str(SCRIPT), run_name="__main__")


def test_the_bundled_articles(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch)
    said, bar = capsys.readouterr()
    assert "office-differs" in said
    assert "the text calls Pekka Haavisto “Prime Minister”" in said
    assert bar.endswith(f"[{'#' * 40}] 4/4\n")


def test_a_table(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    long = "We are ready. " * 20_000
    rows = f'\ufefftext,date,title\n"“{long}” Ann Lee said.",2022-01-07,A\nThey met.,soon,\n'
    table = tmp_path / "table.csv"
    table.write_text(rows, encoding="utf-8")
    run(monkeypatch, str(table))
    said, _ = capsys.readouterr()
    assert "    1 quotes\n" in said
    assert "not read: table.csv:3: read.published: expected a date in EDTF" in said
    assert "\n2 texts, 280 KB, " in said


def test_what_is_wrong_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("a,b\n1,2\n", encoding="utf-8")
    for place, words in (
        (tmp_path / "nowhere", "expected a folder, or a file that ends with .csv"),
        (tmp_path, "no texts; a folder needs files that end with .txt, .md, .html"),
        (table, "no column text, only a, b"),
    ):
        with pytest.raises(SystemExit) as caught:
            run(monkeypatch, str(place))
        assert str(caught.value) == f"{place}: {words}"
