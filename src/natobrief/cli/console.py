"""What people read: lines and tables, with rich on a terminal and as plain text elsewhere."""

from __future__ import annotations

import importlib
import importlib.util
import os
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from natobrief.cli.streams import is_terminal

__all__ = ["Console", "one_line", "width_of"]

_GAP = "  "


class Console:
    """Writes for people.

    Args:
        file: Where to; standard output by default.

    >>> from natobrief.cli.console import Console
    >>> Console().table(("When", "Who"), [("2022-01-07", "Ann Lee"), ("2022", "")])
    When        Who
    2022-01-07  Ann Lee
    2022
    """

    def __init__(self, file: TextIO | None = None) -> None:
        self._file = sys.stdout if file is None else file
        self.is_terminal: bool = is_terminal(self._file)
        self._rich = _rich(self._file) if self.is_terminal else None

    def heading(self, text: str) -> None:
        """Write a heading behind a blank line."""
        self.line("")
        self.line(text, style="bold")

    def line(self, text: str, *, indent: int = 0, style: str = "") -> None:
        """Write a line, which is broken only on a terminal."""
        text = one_line(text)
        if self._rich is not None:
            padding = importlib.import_module("rich.padding").Padding
            self._rich.print(padding(_text(text, style), (0, 0, 0, indent)))
            return
        if self.is_terminal:
            space = " " * indent
            width = max(shutil.get_terminal_size().columns, indent + 20)
            text = textwrap.fill(text, width, initial_indent=space, subsequent_indent=space)
        else:
            text = " " * indent + text if text else ""
        self._write(text)

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Write a table with a head; every row has as many cells."""
        cells = [[one_line(cell) for cell in row] for row in rows]
        if self._rich is not None:
            self._rich.print(_rich_table(head, cells))
            return
        wide = [max(map(width_of, column)) for column in zip(head, *cells, strict=True)]
        for row in (head, *cells):
            padded = (cell + " " * (w - width_of(cell)) for cell, w in zip(row, wide, strict=True))
            self._write(_GAP.join(padded).rstrip())

    def _write(self, text: str) -> None:
        print(text, file=self._file)


def one_line(text: str) -> str:
    r"""Return text in one line without control characters, which could steer a terminal.

    >>> from natobrief.cli.console import one_line
    >>> one_line("Two\n  lines\x1b[2J")
    'Two lines[2J'
    """
    spaced = " ".join(text.split())
    return "".join(c for c in spaced if unicodedata.category(c) not in {"Cc", "Cf"})


def width_of(text: str) -> int:
    """Return how many columns a text takes: wide characters two, combining ones none.

    >>> from natobrief.cli.console import width_of
    >>> width_of("Ann"), width_of("北約")
    (3, 4)
    """
    return sum(
        0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in text
    )


def _rich(file: TextIO) -> Any:
    if os.environ.get("NO_COLOR") or importlib.util.find_spec("rich") is None:
        return None
    console = importlib.import_module("rich.console").Console
    return console(file=file, highlight=False, markup=False, emoji=False)


def _text(text: str, style: str = "") -> Any:
    return importlib.import_module("rich.text").Text(text, style=style)


def _rich_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Any:
    box = importlib.import_module("rich.box")
    table = importlib.import_module("rich.table").Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in head:
        table.add_column(_text(name), overflow="fold")
    for row in rows:
        table.add_row(*map(_text, row))
    return table
