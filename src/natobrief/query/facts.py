"""What questions need of a directory."""

from __future__ import annotations

from natobrief.directory import Directory
from natobrief.query.names import Facts

__all__ = ["facts_of"]


def facts_of(directory: Directory) -> Facts:
    return directory.facts  # type: ignore
