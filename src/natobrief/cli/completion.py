"""The completion of the command in a shell, which shtab writes."""

from __future__ import annotations

import argparse
import importlib
from typing import Any, cast

__all__ = ["script"]

_PATHS = frozenset({"FILE", "PATH", "IN", "OUT", "FILE ... quotes|statements|meetings"})


def script(parser: argparse.ArgumentParser, shell: str) -> str:
    """Return the script that teaches a shell to complete the command.

    Raises:
        MissingExtra: shtab is not installed.
    """
    from natobrief.errors import MissingExtra

    try:
        shtab: Any = importlib.import_module("shtab")
    except ImportError:
        raise MissingExtra("the completion of natobrief", "cli") from None
    _mark_paths(parser, shtab.FILE)
    text: str = shtab.complete(parser, shell)
    return text


def _mark_paths(parser: argparse.ArgumentParser, file: object) -> None:
    """Tell shtab which arguments are files."""
    actions: list[Any] = parser._actions  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    for action in actions:
        below: object = action.choices
        if isinstance(below, dict):
            for each in cast("dict[str, argparse.ArgumentParser]", below).values():
                _mark_paths(each, file)
        elif action.metavar in _PATHS:
            action.complete = file
