"""Records as tables for other tools, in memory. The packages are loaded when they are needed."""

from __future__ import annotations

import importlib.util
from typing import Any, TypeVar, overload

from natobrief.errors import Fault, InvalidValue, MissingExtra, show
from natobrief.formats._core.expected import as_expected, item_expected
from natobrief.formats.csv import to_csv

__all__ = ["from_arrow", "to_arrow", "to_csv", "to_pandas"]

T = TypeVar("T")


def to_arrow(records: object) -> Any:
    """Return records as a ``pyarrow.Table``, a row for each. Needs the extra ``arrow``.

    Each quote, statement and meeting is a row. A brief is a row too, before those of its records,
    and so is each link or doubt of a corpus; the column ``type`` says what a row is. Only the
    columns of what is there are made. A date has four columns: ``said`` (EDTF), ``said_earliest``
    and ``said_latest`` (UTC, to the microsecond; the latest isn't included, and an open end is
    null) and ``said_precision``. Nothing is lost.

    Args:
        records: A corpus, a selection, a brief, or any number of briefs and records.

    Raises:
        InvalidValue: There is something else among the records.
        MissingExtra: pyarrow is not installed.

    >>> table = to_arrow([Quote(text="Yes.", said="2022-01", speaker=Country(name="Norway"))])
    >>> table.select(["said", "said_precision", "speaker", "speaker_type"]).to_pylist()
    [{'said': '2022-01', 'said_precision': 'month', 'speaker': 'Norway', 'speaker_type': 'country'}]
    """
    from natobrief.formats.arrow import table_of

    return table_of(records)


@overload
def from_arrow(table: Any) -> Any: ...
@overload
def from_arrow(table: Any, expect: type[T]) -> T: ...
def from_arrow(table: Any, expect: type[Any] | None = None) -> Any:
    """Return what a ``pyarrow.Table`` holds, checked as any other value. Needs the extra ``arrow``.

    A table of :func:`to_arrow` gives what went into it: a corpus, a brief, a record; several
    records come as a tuple. So does a table that another tool made or changed: rows may be missing,
    columns too, but no column may come in. The times and precisions beside a date aren't read.

    Args:
        table: The table; anything with Arrow's C interface for streams is taken too, such as a data
            frame of polars.
        expect: The class of the one value that must come; ``tuple[Quote, ...]`` for any number of
            quotes, which then come as a tuple; None for whatever there is.

    Raises:
        InvalidDocument: The table isn't one of records; all faults are listed, each with the number
            of its row, from 0.
        InvalidValue: This is no table.
        MissingExtra: pyarrow is not installed.

    >>> quotes = (Quote(text="Yes."), Quote(text="No.", said="2022-01-07"))
    >>> from_arrow(to_arrow(quotes)) == quotes
    True
    """
    from natobrief.formats.arrow import as_table, values_of

    found = as_table(table)
    if found is None:
        allowed = "a table of Arrow"
        raise InvalidValue([Fault(path="from_arrow.table", allowed=allowed, came=show(table))])
    return as_expected(values_of(found, item_expected(expect)), expect)


def to_pandas(records: object) -> Any:
    """Return records as a ``pandas.DataFrame``, with the columns of :func:`to_arrow`.

    What repeats (speakers, offices, sources, words of a list) is a category, instants are
    ``datetime64[us, UTC]``. Needs pandas and the extra ``arrow``.

    Raises:
        InvalidValue: There is something else among the records.
        MissingExtra: pyarrow or pandas is not installed.

    >>> frame = to_pandas([Quote(text="Yes.", said="2022-01"), Quote(text="No.", said="2022-02")])
    >>> frame.groupby("said_earliest").size().tolist()
    [1, 1]
    """
    if importlib.util.find_spec("pandas") is None:
        raise MissingExtra("natobrief.to_pandas", "pandas")
    return to_arrow(records).to_pandas()
