"""The directory that a command asks: the bundled one, or that with facts of the user's own."""

from __future__ import annotations

from natobrief.directory import Directory
from natobrief.errors import Fault, InvalidDocument

__all__ = ["directory_with"]


def directory_with(path: str | None) -> Directory | None:
    """Return the bundled directory with the facts of a file or folder; None for it alone.

    Raises:
        InvalidDocument: With every fault of every file, each with the path.
        OSError: A file can't be read.
    """
    if path is None:
        return None
    try:
        own = Directory.load(path)
    except InvalidDocument as error:
        named = (
            Fault(path=f"{path}: {fault.path}", allowed=fault.allowed, came=fault.came)
            for fault in error.faults
        )
        raise InvalidDocument(named) from None
    return Directory.default().merge(own)
