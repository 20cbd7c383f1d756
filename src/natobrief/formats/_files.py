"""Files: replaced as a whole or not at all, compressed where the name says so."""

from __future__ import annotations

import contextlib
import gzip
import io
import os
import secrets
import stat
import zlib
from collections.abc import Generator
from pathlib import Path
from typing import IO, TypeAlias, cast

from natobrief.errors import Fault, InvalidDocument

__all__ = ["PathLike", "opened", "replacing"]

PathLike: TypeAlias = str | os.PathLike[str]

_GZIP = ".gz"


@contextlib.contextmanager
def replacing(path: PathLike) -> Generator[IO[str], None, None]:
    r"""Open a file for text that takes the place of ``path`` once all is written.

    It is written beside the old one, flushed to the disk, and put in its place in one step, with
    its permissions; whatever fails, the old file stays whole and nothing else is left. A symbolic
    link stays one. Text is UTF-8, lines end in ``\\n``, and no time stamp goes into a compressed
    file, so the same text makes the same bytes.

    Raises:
        OSError: The file can't be written.
    """
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".{target.name[:100]}.{secrets.token_hex(8)}.tmp")
    try:
        with _created(beside, target) as raw:
            with _text(raw, target.suffix) as file:
                yield file
            raw.flush()
            os.fsync(raw.fileno())
        with contextlib.suppress(FileNotFoundError):
            beside.chmod(stat.S_IMODE(target.stat().st_mode))
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _created(beside: Path, target: Path) -> IO[bytes]:
    # Unlike tempfile's, the permissions are those of any new file.
    try:
        return beside.open("xb")
    except OSError as error:
        error.filename = str(target)
        raise


@contextlib.contextmanager
def _text(raw: IO[bytes], suffix: str) -> Generator[IO[str], None, None]:
    if suffix.lower() != _GZIP:
        text = io.TextIOWrapper(raw, encoding="utf-8", newline="\n")
        yield text
        text.detach()  # flushes, and leaves the file open to be settled on the disk
        return
    with (
        gzip.GzipFile("", "wb", fileobj=raw, mtime=0) as packed,
        io.TextIOWrapper(packed, encoding="utf-8", newline="\n") as file,
    ):
        yield file


@contextlib.contextmanager
def opened(path: PathLike) -> Generator[IO[bytes], None, None]:
    """Open a file to be read, decompressed where its name ends in ``.gz``.

    Raises:
        InvalidDocument: While it is read, the file turns out to be damaged.
        OSError: The file can't be read.
    """
    try:
        if os.fspath(path).lower().endswith(_GZIP):
            with gzip.open(path, "rb") as packed:
                yield cast("IO[bytes]", packed)
        else:
            with Path(path).open("rb") as file:
                yield file
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        came = f"a damaged one ({error})"
        raise InvalidDocument([Fault(path="$", allowed="a gzip file", came=came)]) from None
