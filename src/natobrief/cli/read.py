"""``natobrief read``: texts into briefs."""

from __future__ import annotations

import argparse
import contextlib
import errno
import io
import itertools
import os
import sys
from collections.abc import Callable, Generator, Iterable, Iterator
from pathlib import Path
from typing import cast

import attrs

from natobrief.cli.console import Console
from natobrief.cli.documents import is_folder, named
from natobrief.cli.formats import STANDARD, as_text, suffix_of, suffix_of_file, write
from natobrief.cli.own_directory import directory_with
from natobrief.cli.progress import progress_of
from natobrief.cli.streams import complain, is_terminal, stdin
from natobrief.cli.summary import summarize
from natobrief.cli.wrong import WrongUse, option
from natobrief.errors import InvalidValue
from natobrief.formats import dump_lines, highlighted
from natobrief.model import Brief
from natobrief.query import Corpus
from natobrief.reader import Article, Reader, Reading, read_many
from natobrief.when import When

__all__ = ["run"]

_PAGES = (".html", ".htm")
_TEXTS = (".txt", ".md", ".markdown", *_PAGES)
_OWN_FORMATS = ("text", "highlighted")


@attrs.define
class _Work:
    """What is to be read, and what went wrong so far."""

    options: argparse.Namespace
    reader: Reader
    faults: int = 0

    def blame(self, path: str, what: object) -> None:
        """Tell of a fault in one line."""
        self.faults += 1
        complain(f"{named(path)}: {' '.join(str(what).split())}")


def run(options: argparse.Namespace) -> int:
    """Read all texts and write the briefs.

    Returns:
        1 if a text couldn't be read or there was none, else 0.

    Raises:
        WrongUse: An option doesn't fit.
    """
    if options.output == STANDARD:
        options.output = None
    way = _way(options)
    work = _Work(options, _reader(options))
    paths = list(_paths(options.files or [STANDARD], work))
    if len(paths) > 1 and (options.title or options.url):
        name = "--title" if options.title else "--url"
        raise WrongUse(f"argument {name}: expected one text, got {len(paths)}")
    with contextlib.closing(_briefs(paths, work)) as briefs:
        first = next(briefs, None)
        if first is None:
            return 1
        _WRITERS.get(way, _write_at_once)(itertools.chain([first], briefs), options, way)
    return 1 if work.faults else 0


def _way(options: argparse.Namespace) -> str:
    """Return how the briefs are written: ``text``, ``highlighted`` or an ending."""
    path, name = options.output, options.format
    if name in _OWN_FORMATS:
        return str(name)
    if name is not None:
        suffix = suffix_of(name, "--format", _OWN_FORMATS)
        if path is not None and not path.lower().endswith(suffix):
            raise WrongUse(f"argument -o: expected a name that ends in {suffix}, got {path!r}")
        return suffix
    if path is None or path.lower().endswith(".txt"):
        return "text"
    return suffix_of_file(path, "-o")


def _reader(options: argparse.Namespace) -> Reader:
    if options.processes < 1:
        allowed = f"a whole number from 1, got {options.processes}"
        raise WrongUse(f"argument --processes: expected {allowed}")
    if options.published is not None:
        with option("--published"):
            When.parse(options.published)
    own = directory_with(options.directory)
    with option("--zone"):
        return Reader(directory=own, zone=options.zone)


# --- from files to briefs -------------------------------------------------------------------------


def _paths(given: Iterable[str], work: _Work) -> Iterator[str]:
    for each in given:
        if not each:  # to Path, that is this folder
            work.blame("''", os.strerror(errno.ENOENT))
        elif each == STANDARD or not is_folder(each):
            yield each
        else:
            yield from _texts_in(each, work)


def _texts_in(folder: str, work: _Work) -> list[str]:
    """Return the texts in a folder and those below it, in order."""
    faults = work.faults

    def blame(error: OSError) -> None:
        work.blame(error.filename, error.strerror or error)

    inside = [
        str(Path(where, name))
        for where, _, names in os.walk(folder, onerror=blame)
        for name in names
        if Path(name).suffix.lower() in _TEXTS
    ]
    if not inside and work.faults == faults:
        work.blame(folder, f"expected files that end in {', '.join(_TEXTS)}, got none")
    return sorted(inside)


def _briefs(paths: list[str], work: _Work) -> Generator[tuple[str, Brief], None, None]:
    """Read all, hand out what could be read with its name, tell of what couldn't."""
    articles = _articles(paths, work)
    number = work.options.processes
    # Where the briefs themselves appear on the terminal, they are the progress.
    shown = work.options.output is None and is_terminal(sys.stdout)
    with progress_of(0 if shown else len(paths)) as step:
        readings = read_many(articles, processes=number, reader=work.reader)
        with contextlib.closing(readings):
            for reading in readings:
                step()
                path = reading.article.key or STANDARD
                if reading.brief is None:
                    _blame_reading(path, reading, work)
                else:
                    yield path, reading.brief


def _blame_reading(path: str, reading: Reading, work: _Work) -> None:
    if isinstance(reading.fault, InvalidValue):
        for fault in reading.fault.faults:
            work.blame(path, fault)
    else:
        work.blame(path, reading.fault)


def _articles(paths: Iterable[str], work: _Work) -> Iterator[Article]:
    options = work.options
    for path in paths:
        is_html = options.html or path.lower().endswith(_PAGES)
        try:
            text = _text(path, is_html=is_html)
        except OSError as error:
            work.blame(path, error.strerror or error)
        except UnicodeDecodeError as error:
            came = f"byte 0x{error.object[error.start]:02x} at {error.start}"
            work.blame(path, f"expected text in UTF-8, got {came}")
        else:
            yield Article(
                text,
                published=options.published,
                title=options.title,
                url=options.url,
                key=path,
                is_html=is_html,
            )


def _text(path: str, *, is_html: bool) -> str:
    data = stdin().read() if path == STANDARD else Path(path).read_bytes()
    if is_html:
        # The bytes as they are: the reader knows best in which encoding a page is.
        return cast("str", data)
    return io.TextIOWrapper(io.BytesIO(data), encoding="utf-8-sig").read()


# --- from briefs to output ------------------------------------------------------------------------

_Named = Iterable[tuple[str, Brief]]
_Writer = Callable[[_Named, argparse.Namespace, str], None]


def _write_text(briefs: _Named, options: argparse.Namespace, _: str) -> None:
    out = io.StringIO()
    console = Console(None if options.output is None else out)
    for number, (path, brief) in enumerate(briefs):
        if number:
            console.line("")
        summarize(brief, brief.source.title or named(path), console)
    if options.output is not None:
        as_text(out.getvalue(), options.output)


def _write_highlighted(briefs: _Named, options: argparse.Namespace, _: str) -> None:
    read = [brief for _, brief in briefs]
    if len(read) > 1:
        raise WrongUse(f"argument --format: expected one text to highlight, got {len(read)}")
    as_text(highlighted(read[0]), options.output or STANDARD)


def _write_lines(briefs: _Named, options: argparse.Namespace, suffix: str) -> None:
    """Write each brief as soon as it is read."""
    each = (brief for _, brief in briefs)
    if options.output is None and suffix == ".jsonl":
        dump_lines(each, sys.stdout)
    else:
        write(each, options.output or STANDARD, suffix)


def _write_at_once(briefs: _Named, options: argparse.Namespace, suffix: str) -> None:
    read = [brief for _, brief in briefs]
    value = read[0] if len(read) == 1 else Corpus.of(*read)
    write(value, options.output or STANDARD, suffix)


_WRITERS: dict[str, _Writer] = {
    "text": _write_text,
    "highlighted": _write_highlighted,
    ".jsonl": _write_lines,
    ".jsonl.gz": _write_lines,
}
