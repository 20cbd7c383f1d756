"""What a module of a format offers to :func:`natobrief.dump` and :func:`natobrief.load`."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any, NamedTuple

from natobrief.formats._files import PathLike
from natobrief.formats.losses import LossReport

__all__ = ["MODULES", "Format", "format_of"]

MODULES = {
    ".json": "json",
    ".jsonl": "lines",
    ".jsonl.gz": "lines",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".csv": "csv",
    ".md": "markdown",
    ".html": "html",
    ".parquet": "arrow",
    ".arrow": "arrow",
    ".feather": "arrow",
    ".ics": "icalendar",
    ".jsonld": "jsonld",
    ".ttl": "turtle",
}
"""The module of this room for each suffix; it is imported when it is first needed."""


class Format(NamedTuple):
    """How values get into a file and out again.

    Attributes:
        write: Writes a value to a path, whole or not at all, and says what was lost; None if
            the format never loses anything.
        read: Reads a path; each value must be of the class that is expected, if one is. None for
            a format that is only written.
    """

    write: Callable[[Any, PathLike], LossReport | None]
    read: Callable[[PathLike, type[Any] | None], Any] | None


def format_of(suffix: str) -> Format:
    """Return the format of a suffix in :data:`MODULES`; its module calls it ``FORMAT``."""
    module = importlib.import_module(f"natobrief.formats.{MODULES[suffix]}")
    found: Format = module.FORMAT
    return found
