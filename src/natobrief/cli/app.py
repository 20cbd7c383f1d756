"""From the words after ``natobrief`` to an exit code."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence

from natobrief.cli.parser import build
from natobrief.cli.streams import complain, drop_output, use_utf8
from natobrief.cli.wrong import WrongUse

__all__ = ["CLOSED_PIPE", "FAULTS", "INTERRUPTED", "WRONG_USE", "main"]

FAULTS = 1
"""Something was wrong with what was given: a file, a document, a name that nobody bears."""
WRONG_USE = 2
"""The command doesn't take what it was given: an option, a date, a format."""
INTERRUPTED = 130
"""Ctrl-C: 128 and the number of the signal, as shells have it."""
CLOSED_PIPE = 141
"""Whoever read the output went away: 128 and the number of the signal, as shells have it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code.

    Args:
        argv: The words after ``natobrief``; those that the process was started with if None.

    >>> from natobrief.cli import main
    >>> main(["directory", "holders", "NATO Secretary General", "--on", "2022-01-07"])
    Holder            Post                    From        Until       Note
    Jens Stoltenberg  NATO Secretary General  2014-10-01  2024-10-01
    0
    """
    try:
        use_utf8()
        code = _run(argv)
        _flush()
    except BrokenPipeError:
        drop_output()
        return CLOSED_PIPE
    except KeyboardInterrupt:
        drop_output()
        complain("natobrief: interrupted")
        return INTERRUPTED
    except OSError as error:  # of the output: no space left
        drop_output()
        complain(f"natobrief: {error.strerror or error}")
        return FAULTS
    return code


def _flush() -> None:
    # Here and not at the end of the process, where a failure could only be shown as a traceback.
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # pyright: ignore[reportUnnecessaryComparison] - closed at the start
            stream.flush()


def _run(argv: Sequence[str] | None) -> int:
    try:
        options = build().parse_args(argv)
    except SystemExit as end:  # after --help, or after a message about wrong use
        return end.code if isinstance(end.code, int) else WRONG_USE
    return _ran(options)


def _ran(options: argparse.Namespace) -> int:
    from natobrief.errors import InvalidDocument, InvalidValue, NatobriefError

    name = f"natobrief {options.command}"
    try:
        module = importlib.import_module(f"natobrief.cli.{options.command}")
        code: int = module.run(options)
    except WrongUse as error:
        complain(f"{name}: error: {error}")
        return WRONG_USE
    except InvalidDocument as error:
        for fault in error.faults:
            complain(str(fault))
        return FAULTS
    except InvalidValue as error:
        for fault in error.faults:
            complain(f"{name}: error: {fault}")
        return WRONG_USE
    except NatobriefError as error:
        complain(f"{name}: {error}")
        return FAULTS
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except OSError as error:
        if error.filename is None:
            raise
        complain(f"{error.filename}: {error.strerror}")
        return FAULTS
    return code
