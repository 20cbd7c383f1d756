"""``natobrief query``: a dated question to briefs and corpora."""

from __future__ import annotations

import argparse
import functools
import io
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from natobrief.cli.console import Console
from natobrief.cli.criteria import Moments, narrowed
from natobrief.cli.documents import corpus_of
from natobrief.cli.formats import STANDARD, as_text, suffix_of, suffix_of_file, write
from natobrief.cli.query_options import KINDS_OF_RECORDS
from natobrief.cli.rows import write_rows
from natobrief.cli.streams import complain
from natobrief.cli.words import HEADS, Finder, label, row, row_of_timeline
from natobrief.cli.wrong import WrongUse, option
from natobrief.errors import UnknownReference
from natobrief.formats import dump_lines
from natobrief.model import AnyRecord, Meeting
from natobrief.query import Corpus
from natobrief.query.difference import label as in_words
from natobrief.query.ordering import timeline

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Ask, and write what was found.

    Returns:
        1 if a file couldn't be read, else 0, also if nothing answers the question.

    Raises:
        WrongUse: An option doesn't fit.
        UnknownName: A name that neither the directory nor the files know.
    """
    if options.output == STANDARD:
        options.output = None
    paths, kind = _asked(options)
    _check_way(options)
    corpus = corpus_of(paths or [STANDARD], options.directory)
    if corpus is None:
        return 1
    if options.link:
        corpus = corpus.link()
    if options.changes is not None:
        _write_changes(corpus, options)
    elif options.timeline:
        _write_timeline(corpus, options)
    else:
        _write_selection(corpus, kind, options)
    return 0


def _asked(options: argparse.Namespace) -> tuple[list[str], str]:
    """Return the files and the kind of records; a file with such a name is given as ./quotes."""
    words: list[str] = list(options.words)
    if options.upcoming in KINDS_OF_RECORDS:  # "--upcoming meetings": the day was left out
        words.append(options.upcoming)
        options.upcoming = ""
    kinds = [word for word in words if word in KINDS_OF_RECORDS]
    paths = [word for word in words if word not in KINDS_OF_RECORDS]
    if options.timeline or options.changes is not None:
        if kinds:
            name = "--timeline" if options.timeline else "--changes"
            raise WrongUse(f"argument {name}: expected without {kinds[0]}")
        return paths, "timeline"
    if len(kinds) != 1:
        only = f"only {', '.join(map(repr, paths))}" if paths else "none"
        came = " and ".join(kinds) or only
        raise WrongUse(f"expected one of quotes, statements and meetings, got {came}")
    return paths, kinds[0]


def _check_way(options: argparse.Namespace) -> None:
    """Refuse a format before long work."""
    name, path = options.format, options.output
    if options.per is not None or options.changes is not None:
        return  # rows, which have formats of their own
    if name not in (None, "text"):
        suffix = suffix_of(name, "--format", ["text"])
        if path is not None and not path.lower().endswith(suffix):
            raise WrongUse(f"argument -o: expected a name that ends in {suffix}, got {path!r}")
    elif name is None and path is not None and not path.lower().endswith(".txt"):
        options.format = suffix_of_file(path, "-o").removeprefix(".")
    if options.explain and options.format not in (None, "text"):
        raise WrongUse(f"argument --explain: expected with text, got with {options.format}")


# --- records --------------------------------------------------------------------------------------


def _write_selection(corpus: Corpus, kind: str, options: argparse.Namespace) -> None:
    found = narrowed(getattr(corpus, kind), kind, options, Moments(corpus))
    if options.per is not None:
        _write_counts(found, options)
    elif options.explain:
        _write_reasons(corpus, found, options)
    else:
        names = _finder(corpus)
        _write_records(tuple(found), options, HEADS[kind], [row(each, names) for each in found])
        if not (found or options.possible or options.undecided or options.limit == 0):
            _tell_of_possible(len(found.possible()))


def _tell_of_possible(number: int) -> None:
    if number:
        complain(f"natobrief query: nothing is certain; --possible shows {number}")


def _write_timeline(corpus: Corpus, options: argparse.Namespace) -> None:
    moments = Moments(corpus)
    found = [
        narrowed(selection, "timeline", options, moments)
        for selection in (corpus.statements, corpus.meetings)
    ]
    records = timeline(*found)
    if options.latest_first:
        records = records[::-1]
    names = _finder(corpus)
    rows = [row_of_timeline(each, names) for each in records[: options.limit]]
    _write_records(records[: options.limit], options, HEADS["timeline"], rows)


def _write_records(
    records: Sequence[AnyRecord],
    options: argparse.Namespace,
    head: Sequence[str],
    rows: Iterable[Sequence[str]],
) -> None:
    if options.format in (None, "text"):
        _write_text(options, functools.partial(_show_table, head, rows))
        return
    suffix = suffix_of(options.format, "--format")
    if suffix == ".jsonl" and options.output is None:
        dump_lines(records, sys.stdout)
    elif suffix.startswith(".jsonl"):
        write(records, options.output or STANDARD, suffix)
    else:
        write(Corpus.of(*records), options.output or STANDARD, suffix)


def _show_table(head: Sequence[str], rows: Iterable[Sequence[str]], console: Console) -> None:
    console.table(head, rows)


def _write_text(options: argparse.Namespace, show: Callable[[Console], None]) -> None:
    if options.output is None:
        show(Console())
        return
    out = io.StringIO()
    show(Console(out))
    as_text(out.getvalue(), options.output)


def _finder(corpus: Corpus) -> Finder:
    def name(uid: str) -> str | None:
        try:
            found = corpus.get(uid)
        except UnknownReference:
            return None
        return label(found) if isinstance(found, Meeting) else None

    return name


# --- other answers --------------------------------------------------------------------------------


def _write_counts(found: Any, options: argparse.Namespace) -> None:
    counts = found.per(options.per)
    rows = [
        {options.per: count.label, "certain": count.certain, "possible": count.possible}
        for count in counts
    ]
    names = (options.per, "certain", "possible")
    write_rows(names, rows, options.format, options.output)


def _write_changes(corpus: Corpus, options: argparse.Namespace) -> None:
    moments = Moments(corpus)
    first, last = (moments.of(day, "--changes") for day in options.changes)
    with option("--changes"):
        changes = corpus.changes(first, last)
    if options.format in (None, "text") and options.output is None:
        console = Console()
        for change in changes:
            console.line(str(change))
        return
    rows = [
        {
            "change": change.kind.value,
            "record": in_words(change.after),
            "id": change.after.id,
            "before": None if change.before is None else change.before.id,
            "fields": " ".join(change.fields),
        }
        for change in changes
    ]
    names = ("change", "record", "id", "before", "fields")
    write_rows(names, rows, options.format, options.output)


def _write_reasons(corpus: Corpus, found: Any, options: argparse.Namespace) -> None:
    """Write the question in words, then each record with the evidence of its brief."""
    homes = {record: brief for brief in corpus.briefs for record in brief.records}

    def show(console: Console) -> None:
        console.line(f"{found.explain()}: {len(found)}", style="bold")
        for record in found:
            console.line(in_words(record), indent=2, style="cyan")
            home = homes.get(record)
            lines = "written by hand" if home is None else home.explain(record)
            for line in lines.split("\n"):
                console.line(line, indent=4)

    _write_text(options, show)
