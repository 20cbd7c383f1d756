"""Standard input, output and error: UTF-8 whatever the locale, and quiet when they are closed."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import BinaryIO, TextIO, cast

from natobrief.cli.wrong import WrongUse

__all__ = ["complain", "drop_output", "is_terminal", "stdin", "stdout", "use_utf8"]


def use_utf8() -> None:
    """Write UTF-8 and line feeds, whatever the locale says.

    Bytes of a file's name that are no UTF-8 come out as they are.
    """
    for stream, errors in ((sys.stdout, "surrogateescape"), (sys.stderr, "backslashreplace")):
        reconfigure = getattr(stream, "reconfigure", None)  # a test's own stream has none
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors=errors, newline="\n")


def stdin() -> BinaryIO:
    """Return standard input.

    Raises:
        WrongUse: There is none.
    """
    stream = cast("TextIO | None", sys.stdin)
    if stream is None:
        raise WrongUse("standard input is closed")
    if stream.isatty():
        complain("natobrief: reading from the terminal; end with Ctrl-D")
    return stream.buffer


def stdout() -> BinaryIO:
    """Return standard output for bytes, with all text written before.

    Raises:
        WrongUse: There is none.
    """
    stream = cast("TextIO | None", sys.stdout)
    if stream is None:
        raise WrongUse("standard output is closed")
    stream.flush()
    return stream.buffer


def is_terminal(stream: object) -> bool:
    """Say whether somebody looks at a stream."""
    isatty = getattr(stream, "isatty", None)
    return isatty is not None and bool(isatty())


def complain(text: str) -> None:
    """Write a line to standard error; that nobody reads it is no fault."""
    with contextlib.suppress(OSError):
        print(text, file=sys.stderr, flush=True)


def drop_output() -> None:
    """Let what is still to be written go nowhere, so that Python ends without a complaint."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
