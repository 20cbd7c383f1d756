"""Files: replaced as a whole or not at all, compressed where the name says so."""

from __future__ import annotations

import contextlib
import gzip
import io
import os
import secrets
import stat
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TypeAlias

from natobrief.errors import Fault, InvalidDocument

__all__ = ["PathLike", "opened", "replacing"]

PathLike: TypeAlias = str | os.PathLike[str]


@contextlib.contextmanager
def replacing(path: PathLike) -> Iterator[IO[str]]:
    """Open a file for text that takes the place of ``path`` once all is written.

    It is written beside the old one, flushed to the disk, and put in its place in one step, with
    its permissions; whatever fails, the old file stays whole and nothing else is left. A symbolic
    link stays one. Text is UTF-8, lines end in ``\\n``, and no time stamp goes into a compressed
    file, so the same text makes the same bytes.

    Raises:
        OSError: The file can't be written.
    """
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".{target.name[:100]}.{secrets.token_hex(8)}.tmp")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    try:
        with open(descriptor, "wb") as raw:  # noqa: PTH123 - it is no path
            with contextlib.ExitStack() as stack:
                yield stack.enter_context(_text(raw, target.suffix))
            raw.flush()
            os.fsync(raw.fileno())
        with contextlib.suppress(FileNotFoundError):
            beside.chmod(stat.S_IMODE(target.stat().st_mode))
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _settle(target.parent)
