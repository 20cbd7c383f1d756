"""``natobrief convert``: what a file holds, in another format."""

from __future__ import annotations

import argparse

from natobrief.cli.documents import faults_in, one_value, refuse_folder
from natobrief.cli.formats import (
    STANDARD,
    refuse_unreadable,
    suffix_of,
    suffix_of_file,
    with_ending,
    write,
)
from natobrief.cli.streams import complain
from natobrief.cli.wrong import WrongUse
from natobrief.errors import NatobriefError
from natobrief.formats import load

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Read a file and write it in another format.

    Returns:
        1 if the file couldn't be read or holds no document, else 0.

    Raises:
        WrongUse: A format is missing or unknown, or can't hold what the file holds.
        OSError: A folder was given for a file, or the other file can't be written.
    """
    source = _suffix(options.in_file, options.from_, "IN", "--from")
    if options.from_ is None:
        refuse_unreadable(source, "IN", options.in_file)
    else:
        refuse_unreadable(source, "--from", options.from_)
    target = _suffix(options.out_file, options.to, "OUT", "--to")
    if options.out_file != STANDARD and not options.out_file.lower().endswith(target):
        came = f"got {options.out_file!r}"
        raise WrongUse(f"argument OUT: expected a name that ends in {target}, {came}")
    try:
        with with_ending(options.in_file, source) as path:
            loaded = load(path)
    except (NatobriefError, OSError) as error:
        for line in faults_in(options.in_file, error):
            complain(line)
        return 1
    value = loaded if target.startswith(".jsonl") else one_value(loaded)
    write(value, options.out_file, target)
    return 0


def _suffix(path: str, name: str | None, positional: str, asked: str) -> str:
    if name is not None:
        return suffix_of(name, asked)
    if path == STANDARD:
        stream = "input" if positional == "IN" else "output"
        raise WrongUse(f"argument {asked}: expected a format for the standard {stream}")
    refuse_folder(path)
    return suffix_of_file(path, positional)
