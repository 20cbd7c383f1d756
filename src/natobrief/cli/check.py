"""``natobrief check``: every fault of files, each on a line of its own."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator

from natobrief.cli.console import one_line
from natobrief.cli.documents import faults_in, is_folder, named, refuse_folder
from natobrief.cli.formats import (
    STANDARD,
    refuse_unreadable,
    suffix_of,
    suffix_of_file,
    with_ending,
)
from natobrief.cli.streams import complain
from natobrief.cli.wrong import WrongUse
from natobrief.directory import Directory
from natobrief.errors import NatobriefError
from natobrief.formats.checking import check_file

__all__ = ["check_each", "faults_of_facts", "run"]


def run(options: argparse.Namespace) -> int:
    """Check files.

    Returns:
        1 if anything is wrong with one of them, else 0.

    Raises:
        WrongUse: A file is in no known format.
    """
    if options.as_ == "directory":
        if options.ids:
            raise WrongUse("argument --ids: expected with files of records, got with a directory")
        return check_each(options.files, faults_of_facts)
    chosen = None
    if options.as_ is not None:
        chosen = suffix_of(options.as_, "--as", ["directory"])
        refuse_unreadable(chosen, "--as", options.as_)
    suffixes = {path: chosen or _suffix(path) for path in options.files}
    return check_each(suffixes, lambda path: _faults(path, suffixes[path], ids=options.ids))


def _suffix(path: str) -> str:
    if is_folder(path):
        return ""  # which is a fault of this one file
    if path == STANDARD:
        raise WrongUse("argument --as: expected a format for the standard input")
    suffix = suffix_of_file(path, "FILE")
    refuse_unreadable(suffix, "FILE", path)
    return suffix


def check_each(paths: Iterable[str], faults: Callable[[str], Iterator[str]]) -> int:
    """Print the faults of each file, and how many they are to standard error."""
    files = found = 0
    for path in paths:
        files += 1
        for line in faults(path):
            found += 1
            print(one_line(line))
    checked = f"{files} file{'' if files == 1 else 's'} checked"
    many = "no faults" if not found else f"{found} fault{'' if found == 1 else 's'}"
    complain(f"{checked}: {many}")
    return 1 if found else 0


def _faults(path: str, suffix: str, *, ids: bool) -> Iterator[str]:
    try:
        refuse_folder(path)
        with with_ending(path, suffix) as local:
            found = check_file(local, ids=ids)
    except (NatobriefError, OSError) as error:
        yield from faults_in(path, error)
    else:
        yield from (f"{named(path)}: {fault}" for fault in found)


def faults_of_facts(path: str) -> Iterator[str]:
    """Yield what is wrong with a file or folder of facts, beside the bundled ones."""
    try:
        own = Directory.load(path)
    except (NatobriefError, OSError) as error:
        yield from faults_in(path, error)
        return
    # What a file refers to may stand among the bundled facts, which have no faults themselves.
    merged = Directory.default().merge(own)
    yield from (f"{path}: {fault}" for fault in merged.validate())
