"""CSV for spreadsheets: a line for each quote, statement and meeting. It is only written.

The first line names the columns, after the fields of the records. Beside a date in EDTF stand its
first and last day, by which a spreadsheet can sort. Lists are joined with semicolons.
"""

from __future__ import annotations

import contextlib
import csv
import os
import re
from collections.abc import Generator, Iterable, Iterator
from typing import IO, Any, NamedTuple, cast

from natobrief.formats._core.rows import rows_in, taken_apart
from natobrief.formats._core.shapes import shape_of
from natobrief.formats._files import PathLike, replacing
from natobrief.formats._format import Format
from natobrief.formats.losses import Loss, LossReport
from natobrief.model import Brief, Link, Meeting, Participant, Quote, Role, Source, Statement
from natobrief.values import Choice, Value, hints
from natobrief.when import MAX_US, MIN_US, Period, When

__all__ = ["FORMAT", "to_csv"]

_FIRST = ("type", "date", "first_day", "last_day", "speaker", "post", "text", "name")
_OF_SOURCE = ("publisher", "title", "url", "published")
_RECORDS = (Quote, Statement, Meeting)
# A spreadsheet may skip what doesn't show before it looks for a formula.
_FORMULA = re.compile(
    r"[\s\x00-\x20\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]"
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_DISARMED = "an apostrophe was put before it, so that no spreadsheet runs it as a formula"
_SHOWN = "control characters became the signs for them (U+2400 and on)"
_NAMES = "only names are written"
_NO_PLACE = "a table of records has no place for it"


class _Cell(NamedTuple):
    column: str
    field: str
    text: str
    loss: str | None = None


def to_csv(
    records: object, file: PathLike | IO[str], *, raw: bool = False, bom: bool = True
) -> LossReport:
    r"""Write records as CSV: RFC 4180, with commas, in UTF-8.

    Spreadsheets run a cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line break, or
    with the wide form of such a sign, as a formula. What comes from an article must not, so such a
    cell gets an apostrophe in front, and control characters become visible signs.

    Args:
        records: A corpus, a selection, a brief, or any number of briefs and records.
        file: A path, or a file open for text with ``newline=""``.
        raw: Write each text exactly as it is, for programs that read CSV. **Such a file isn't safe
            to open in a spreadsheet.**
        bom: Begin with a byte order mark, by which Excel knows UTF-8; not in a raw file.

    Returns:
        What the file doesn't say, by record and field.

    Raises:
        InvalidValue: There is something among the records that is none.
        OSError: The file can't be written.

    >>> import io
    >>> file = io.StringIO()
    >>> lost = to_csv([Quote(text="=1+1", said="2022-01")], file, bom=False)
    >>> for line in file.getvalue().splitlines():
    ...     print(line)
    type,date,first_day,last_day,text,said,kind,id
    quote,2022-01,2022-01-01,2022-01-31,'=1+1,2022-01,direct,quote-...
    >>> print(lost)
    quote-... text: an apostrophe was put before it, so that no spreadsheet runs it as a formula
    """
    _, values = taken_apart(records)
    losses: list[Loss] = []
    lines: list[dict[str, str]] = []
    for row in rows_in(values):
        if isinstance(row.value, Quote | Statement | Meeting):
            lines.append(_line(row.kind, row.value, losses, raw=raw))
        else:
            losses.extend(_not_written(row.value))
    columns = _columns(lines)
    with _opened(file) as out:
        out.write("\ufeff" if bom and not raw else "")
        writer = csv.DictWriter(out, columns, restval="", lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(lines)
    return LossReport(losses=losses)


@contextlib.contextmanager
def _opened(file: PathLike | IO[str]) -> Generator[IO[str]]:
    if isinstance(file, str | os.PathLike):
        with replacing(file) as out:
            yield out
    else:
        yield file


def _columns(lines: list[dict[str, str]]) -> list[str]:
    """Return the columns in which something stands, in one order for all files."""
    told = {column for line in lines for column in line}
    order = [*_FIRST, *(name for cls in _RECORDS for name in hints(cls)), *_OF_SOURCE]
    last = ("known", "uid", "id")
    between = dict.fromkeys(name for name in order if name not in last)
    return [name for name in [*between, *last] if name in told or name in _FIRST[:4]]


def _line(
    kind: str, record: Quote | Statement | Meeting, losses: list[Loss], *, raw: bool
) -> dict[str, str]:
    line = {"type": kind, **_days(record)}
    for cell in _cells(record):
        text, losses_here = cell.text, [cell.loss]
        if not raw:
            text, changed = _safe(text)
            losses_here += changed
        if text:
            line[cell.column] = text
        reasons = [reason for reason in losses_here if reason is not None]
        losses.extend(Loss(record=record.id, field=cell.field, reason=each) for each in reasons)
    return {**line, "id": record.id}


def _safe(text: str) -> tuple[str, list[str | None]]:
    """Return a text that no spreadsheet takes for more than text, and what was done to it."""
    done: list[str | None] = []
    if _FORMULA.match(text):
        text = f"'{text}"
        done.append(_DISARMED)
    if _CONTROLS.search(text):
        text = _CONTROLS.sub(lambda found: _sign(ord(found[0])), text)
        done.append(_SHOWN)
    return text, done


def _sign(code: int) -> str:
    return chr(0x2421 if code == 0x7F else 0x2400 + code)


def _days(record: Quote | Statement | Meeting) -> dict[str, str]:
    match record:
        case Quote(said=time) | Statement(made=time):
            return _days_of(time)
        case Meeting():
            return _days_of(record.time)


def _days_of(time: When | Period | None) -> dict[str, str]:
    if time is None:
        return {}
    first, last = time.bounds[0], time.bounds[-1]
    days = {"date": str(time)}
    if first > MIN_US + 1 and time.first_day is not None:
        days["first_day"] = time.first_day.isoformat()
    if last < MAX_US - 1 and time.last_day is not None:
        days["last_day"] = time.last_day.isoformat()
    return days


def _cells(record: Value) -> Iterator[_Cell]:
    for name, hint in hints(type(record)).items():
        value = getattr(record, name)
        if value is None or value == ():
            continue
        if isinstance(value, Source):
            yield from _source_cells(value)
        elif name == "spans":
            yield _Cell(name, name, "", _NO_PLACE)
        elif isinstance(value, tuple):
            texts = [_words(each) for each in cast("Iterable[Any]", value)]
            joined = None if not any(";" in text for text in texts) else "semicolons join the items"
            actors = shape_of(hint).item is not str
            yield _Cell(name, name, "; ".join(texts), _NAMES if actors else joined)
        else:
            several = len(shape_of(hint).classes) > 1  # people, countries: a name doesn't say which
            yield _Cell(name, name, _words(value), _NAMES if several else _more_than_a_name(value))


def _words(value: Any) -> str:
    if isinstance(value, Participant):
        role = None if value.role is Role.ATTENDEE else value.role.value
        told = [part for part in (value.post and value.post.name, role) if part]
        return f"{value.actor.name} ({', '.join(told)})" if told else value.actor.name
    if isinstance(value, Choice):
        return str(value.value)
    return str(getattr(value, "name", value))


def _more_than_a_name(value: Any) -> str | None:
    if not isinstance(value, Value):
        return None
    others = (getattr(value, name) for name in hints(type(value)) if name != "name")
    return _NAMES if any(others) else None


def _source_cells(source: Source) -> Iterator[_Cell]:
    for name in hints(Source):
        value = getattr(source, name)
        if value is None:
            continue
        if name in _OF_SOURCE:
            yield _Cell(name, f"source.{name}", _words(value))
        else:
            yield _Cell(name, f"source.{name}", "", _NO_PLACE)


def _not_written(value: Value) -> Iterator[Loss]:
    """Yield a loss for what stands beside the records in a brief or corpus."""
    if not isinstance(value, Brief):
        yield Loss(field="links" if isinstance(value, Link) else "doubts", reason=_NO_PLACE)
        return
    for name in ("retrieved", "text", "dating", "dates", "evidence", "doubts"):
        told = getattr(value, name)
        if told is not None and told not in ((), Brief().dating):
            yield Loss(field=name, reason=_NO_PLACE)


def _write(value: object, path: PathLike) -> LossReport:
    return to_csv(value, path)


FORMAT = Format(_write, None)
"""What :func:`natobrief.dump` uses; a table for spreadsheets isn't read back."""
