"""Briefs and corpora from files, as one corpus."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, cast

from natobrief.cli.formats import STANDARD, refuse_unreadable, suffix_of_file
from natobrief.cli.own_directory import directory_with
from natobrief.cli.streams import complain, stdin
from natobrief.errors import InvalidDocument, NatobriefError, show
from natobrief.formats import iter_lines, load, loads
from natobrief.model import Brief, Doubt, Link, Meeting, Quote, Statement
from natobrief.query import Corpus

__all__ = ["corpus_of", "faults_in", "is_folder", "named", "one_value", "refuse_folder"]

_ITEMS = (Brief, Quote, Statement, Meeting, Link, Doubt)


def corpus_of(paths: Iterable[str], own_directory: str | None) -> Corpus | None:
    """Return a corpus of what files hold; None if one couldn't be read, which is told of.

    Args:
        paths: Files; ``-`` for standard input.
        own_directory: Facts of the user's own.

    Raises:
        WrongUse: A file is in no known format.
    """
    given = list(paths)
    for path in given:
        if path != STANDARD and not is_folder(path):
            refuse_unreadable(suffix_of_file(path, "FILE"), "FILE", path)
    directory = directory_with(own_directory)
    items: list[Any] = []
    faulty = False
    for path in given:
        for line in _added(path, items):
            faulty = True
            complain(line)
    return None if faulty else Corpus.of(*items, directory=directory)


def _added(path: str, items: list[Any]) -> Iterator[str]:
    """Add what a file holds, and yield a line for each fault."""
    try:
        refuse_folder(path)
        for value in _values(path):
            if isinstance(value, Corpus):
                items += (*value.briefs, *value.loose, *value.links, *value.between)
            elif isinstance(value, _ITEMS):
                items.append(value)
            else:
                allowed = "briefs, records or a corpus"
                yield f"{named(path)}: $: expected {allowed}, got {show(value)}"
    except (NatobriefError, OSError) as error:
        yield from faults_in(path, error)


def _values(path: str) -> Iterator[Any]:
    loaded: Any = _from_stdin() if path == STANDARD else load(path)
    yield from one_by_one(loaded)


def one_by_one(loaded: Any) -> Iterator[Any]:
    """Yield the values of a file, which are one or several."""
    if isinstance(loaded, tuple):
        yield from cast("tuple[object, ...]", loaded)
    else:
        yield loaded


def one_value(loaded: Any) -> Any:
    """Return what a file holds as one value; several briefs and records become a corpus."""
    values = list(one_by_one(loaded))
    return values[0] if len(values) == 1 else Corpus.of(*values)


def _from_stdin() -> Any:
    """Return the values of JSON Lines, or that of one JSON document that runs over lines."""
    text = stdin().read()
    if text.lstrip(b"\xef\xbb\xbf \r\n").split(b"\n", 1)[0].strip() == b"{":
        return loads(text)
    return tuple(iter_lines(io.BytesIO(text)))


def is_folder(path: str) -> bool:
    """Say whether a path is a folder; one that can't be looked at is none, and fails when read."""
    try:
        return Path(path).is_dir()
    except OSError:
        return False


def refuse_folder(path: str) -> None:
    """Refuse a folder in the place of a file.

    Raises:
        IsADirectoryError: The path is that of a folder.
    """
    if is_folder(path):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)


def faults_in(path: str, error: Exception) -> Iterator[str]:
    """Yield a line for each fault of a file: where, what was expected, what came."""
    name = named(path)
    if isinstance(error, InvalidDocument):
        yield from (f"{name}: {fault}" for fault in error.faults)
    elif isinstance(error, OSError) and not isinstance(error, NatobriefError):
        yield f"{name}: {error.strerror or error}"
    else:
        yield f"{name}: {' '.join(str(error).split())}"


def named(path: str) -> str:
    """Return what a file is called in a message."""
    return "standard input" if path == STANDARD else path
