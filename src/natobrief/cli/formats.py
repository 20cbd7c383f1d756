"""Formats by their names, and values written in them to files and to standard output."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Generator, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from natobrief.cli.streams import complain, stdin, stdout
from natobrief.cli.wrong import WrongUse, option
from natobrief.errors import MissingExtra
from natobrief.formats import LossReport, dump
from natobrief.formats._format import MODULES, format_of  # the one list of them

__all__ = [
    "STANDARD",
    "as_text",
    "complain_of_losses",
    "names",
    "refuse_unreadable",
    "suffix_of",
    "suffix_of_file",
    "with_ending",
    "write",
]

STANDARD = "-"
"""Standard input or output in the place of a file."""

_ALIASES = {"markdown": ".md"}
_MOST_LOSSES = 10


def names() -> list[str]:
    """Return the names of all formats: the endings of files, without the point."""
    return [suffix.removeprefix(".") for suffix in MODULES]


def suffix_of(name: str, asked: str, others: Iterable[str] = ()) -> str:
    """Return the ending of files in a format.

    Args:
        name: The name of the format.
        asked: The option that gave it.
        others: Names that the option takes beside these.

    Raises:
        WrongUse: There is no such format.
    """
    suffix = _ALIASES.get(name.lower(), "." + name.lower().removeprefix("."))
    if suffix not in MODULES:
        *most, last = (*others, *names())
        raise WrongUse(f"argument {asked}: expected {', '.join(most)} or {last}, got {name!r}")
    return suffix


def suffix_of_file(path: str, asked: str) -> str:
    """Return the ending by which the format of a file is known.

    Raises:
        WrongUse: The name ends in none.
    """
    found = [suffix for suffix in MODULES if path.lower().endswith(suffix)]
    if not found:
        *most, last = MODULES
        allowed = f"a name that ends in {', '.join(most)} or {last}"
        raise WrongUse(f"argument {asked}: expected {allowed}, got {path!r}")
    return max(found, key=len)


def refuse_unreadable(suffix: str, asked: str, came: str) -> None:
    """Refuse a format that is only written, such as a web page.

    Raises:
        WrongUse: It is.
    """
    with contextlib.suppress(MissingExtra):  # which is said when the file is read
        if format_of(suffix).read is None:
            allowed = "a format that can be read back"
            raise WrongUse(f"argument {asked}: expected {allowed}, got {came!r}")


@contextlib.contextmanager
def with_ending(path: str, suffix: str) -> Generator[str, None, None]:
    """Give the path of a file by whose ending its format is known: itself, or a copy for a while.

    Raises:
        OSError: It can't be read.
    """
    if path != STANDARD and path.lower().endswith(suffix):
        yield path
        return
    with TemporaryDirectory() as folder:
        copy = Path(folder) / f"copy{suffix}"
        if path == STANDARD:
            copy.write_bytes(stdin().read())
        else:
            shutil.copyfile(path, copy)
        yield str(copy)


def write(value: object, path: str, suffix: str) -> None:
    """Write a value to a file or to standard output, and tell what was lost.

    Raises:
        WrongUse: The value can't be written in this format.
        OSError: The file can't be written.
    """
    with option("--format" if path == STANDARD else "-o"):
        if path != STANDARD:
            with _blamed(path):
                report = dump(value, path)
        else:
            with TemporaryDirectory() as folder:
                copy = Path(folder) / f"stdout{suffix}"
                report = dump(value, copy)
                data = copy.read_bytes()
            stdout().write(data)
    complain_of_losses(report)


def as_text(text: str, path: str) -> None:
    """Write text to a file or to standard output.

    Raises:
        OSError: The file can't be written.
    """
    if path == STANDARD:
        print(text, end="")
    else:
        with _blamed(path):
            Path(path).write_text(text, encoding="utf-8", newline="\n")


@contextlib.contextmanager
def _blamed(path: str) -> Generator[None, None, None]:
    """Let an error name the file that was asked for, not one that was written on the way."""
    try:
        yield
    except OSError as error:
        error.filename, error.filename2 = path, None
        raise


def complain_of_losses(report: LossReport | None) -> None:
    """Tell what a format couldn't say: each loss, or each kind of loss if there are many."""
    if report is None:
        return
    lines = [str(loss) for loss in report.losses]
    if len(lines) > _MOST_LOSSES:
        counts: dict[str, int] = {}
        for loss in report.losses:
            kind = f"{loss.field}: {loss.reason}"
            counts[kind] = counts.get(kind, 0) + 1
        lines = [f"{kind} ({_times(number)})" for kind, number in counts.items()]
    shown = lines[:_MOST_LOSSES]
    if len(lines) > len(shown):
        shown.append(f"and {len(lines) - len(shown)} more kinds of loss")
    for line in shown:
        complain(f"lost: {line}")


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"
