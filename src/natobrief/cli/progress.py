"""How far long work is, on standard error, and only where somebody looks at it."""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import os
import sys
from collections.abc import Callable, Generator
from typing import Any

from natobrief.cli.streams import is_terminal

__all__ = ["progress_of"]


@contextlib.contextmanager
def progress_of(total: int) -> Generator[Callable[[], None], None, None]:
    """Give a function to call after each of so many pieces of work."""
    if total < 2 or not is_terminal(sys.stderr):
        yield lambda: None
    elif os.environ.get("NO_COLOR") or importlib.util.find_spec("rich") is None:
        yield from _counted(total)
    else:
        yield from _drawn(total)


def _counted(total: int) -> Generator[Callable[[], None], None, None]:
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        print(f"\r{done} of {total}", end="", file=sys.stderr, flush=True)

    try:
        yield step
    finally:
        print("\r" + " " * (2 * len(str(total)) + 4) + "\r", end="", file=sys.stderr, flush=True)


def _drawn(total: int) -> Generator[Callable[[], None], None, None]:
    console = importlib.import_module("rich.console").Console(stderr=True)
    rich: Any = importlib.import_module("rich.progress")
    columns = (rich.BarColumn(), rich.MofNCompleteColumn(), rich.TimeRemainingColumn())
    # What is printed meanwhile stays on its own stream, where it may be piped.
    options = {"transient": True, "redirect_stdout": False, "redirect_stderr": True}
    with rich.Progress(*columns, console=console, **options) as progress:
        task = progress.add_task("reading", total=total)

        def step() -> None:
            progress.advance(task)

        yield step
