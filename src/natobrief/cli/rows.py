"""Answers that are no records: rows with named columns, as text, JSON, JSON Lines or CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence

from natobrief.cli.console import Console
from natobrief.cli.formats import STANDARD, as_text
from natobrief.cli.wrong import WrongUse

__all__ = ["ROW_FORMATS", "Rows", "write_rows"]

Rows = Sequence[Mapping[str, str | int | None]]
ROW_FORMATS = ("text", "json", "jsonl", "csv")


def write_rows(names: Sequence[str], rows: Rows, name: str | None, path: str | None = None) -> None:
    """Write rows in a format; without a name, that of the file's ending or text.

    Raises:
        WrongUse: Rows can't be written in this format.
        OSError: The file can't be written.

    >>> from natobrief.cli.rows import write_rows
    >>> write_rows(["week", "certain"], [{"week": "2022-W01", "certain": 1}], "csv")
    week,certain
    2022-W01,1
    """
    chosen = name or _by_ending(path)
    if chosen not in ROW_FORMATS:
        *most, last = ROW_FORMATS
        allowed = f"{', '.join(most)} or {last} for an answer without records"
        raise WrongUse(f"argument --format: expected {allowed}, got {chosen!r}")
    if chosen == "text" and path in (None, STANDARD):
        _table(names, rows, Console())
    else:
        as_text(_written(names, rows, chosen), path or STANDARD)


def _by_ending(path: str | None) -> str:
    ending = "" if path is None else path.lower().rpartition(".")[2]
    return {"": "text", "txt": "text"}.get(ending, ending)


def _written(names: Sequence[str], rows: Rows, chosen: str) -> str:
    out = io.StringIO()
    if chosen == "text":
        _table(names, rows, Console(out))
    elif chosen == "json":
        out.write(json.dumps(list(rows), ensure_ascii=False, indent=2) + "\n")
    elif chosen == "jsonl":
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    else:
        table = csv.DictWriter(out, names, lineterminator="\n")
        table.writeheader()
        table.writerows(rows)
    return out.getvalue()


def _table(names: Sequence[str], rows: Rows, console: Console) -> None:
    head = [name.replace("_", " ").capitalize() for name in names]
    console.table(head, ([_cell(row.get(name)) for name in names] for row in rows))


def _cell(value: str | int | None) -> str:
    return "" if value is None else str(value)
