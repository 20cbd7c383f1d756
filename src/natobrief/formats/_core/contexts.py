"""Where values of a table go, and where they come from: numbers in a document, or in place."""

from __future__ import annotations

import functools
from collections import defaultdict
from typing import Any, cast

from natobrief.errors import Fault, InvalidValue
from natobrief.formats._core.codec import TABLES, Codec, In, Times, struct_codec, tagged_codec
from natobrief.formats._core.labels import brief_codec
from natobrief.formats._core.plain import refused
from natobrief.model import Source
from natobrief.model._fields import as_extent
from natobrief.values import Refused, Value
from natobrief.when import Period, When

__all__ = [
    "InPlace",
    "LineWriter",
    "Shared",
    "TableReader",
    "TableWriter",
    "brief_codec",
    "row_codec",
]

_OWN = Source()
_KEPT = 5_000
_TEXT_ONLY = {str}


@functools.cache
def row_codec(table: str) -> Codec:
    """Return the codec for the rows of a table; where classes mix, each row states its type."""
    classes = TABLES[table]
    return tagged_codec(classes) if classes[1:] else struct_codec(next(iter(classes)))


class Shared:
    """What documents that are read one after the other have in common: dates, actors, sources.

    Each distinct date is parsed once, each distinct value kept once. When too much has come
    together it starts afresh, so that a long stream takes no more memory than a short one.
    """

    def __init__(self) -> None:
        self.times: defaultdict[Times, dict[str, object]] = defaultdict(dict)
        self._values: dict[Value, Value] = {}
        self._rows: dict[tuple[object, ...], Value] = {}

    def time(self, text: str, kinds: Times) -> object:
        """Return the When or Period that a text means, or Refused."""
        known = self.times[kinds]
        found = known.get(text)
        if found is None:
            if len(known) >= _KEPT:
                known.clear()
            found = known[text] = _read_time(text, kinds)
        return found

    def value(self, value: Value) -> Value:
        """Return the first value that equals this one."""
        if len(self._values) >= _KEPT:
            self._values.clear()
        return self._values.setdefault(value, value)

    def row(self, table: str, raw: Any, source: In) -> object:
        """Return the value of a table's row, or Refused; rows of the same text are read once."""
        # A document has mostly a source of its own, and people that others have, too.
        row = cast("dict[str, object]", raw)
        if type(row) is not dict or table == "sources":
            return self._read_row(table, raw, source)
        key = (table, *row, *row.values())
        try:
            found = self._rows.get(key)
        except TypeError:  # it holds lists or objects
            return self._read_row(table, raw, source)
        if found is not None:
            return found
        value = self._read_row(table, raw, source)
        # With text only, for 1 equals True.
        if isinstance(value, Value) and {*map(type, row.values())} == _TEXT_ONLY:
            if len(self._rows) >= _KEPT:
                self._rows.clear()
            self._rows[key] = value
        return value

    def _read_row(self, table: str, raw: object, source: In) -> object:
        value = row_codec(table).decode(raw, source)
        return value if type(value) is Refused else self.value(value)


def _read_time(text: str, kinds: Times) -> object:
    try:
        if When not in kinds:
            return Period.parse(text)
        return as_extent(text) if Period in kinds else When.parse(text)
    except InvalidValue as error:
        return Refused(error.faults)


class InPlace:
    """Each value stands where it is used; actors state their type. Writes and reads."""

    def __init__(self) -> None:
        self.source = _OWN
        self.rows: dict[str, list[Value | None]] = {table: [] for table in TABLES}
        self.placed: dict[int, str] = {}
        self._shared = Shared()
        self.times = self._shared.times

    def put(self, table: str, value: Value) -> object:
        """Return the value itself as plain data."""
        return row_codec(table).encode(value, self)

    def get(self, table: str, raw: object, classes: tuple[type[Value], ...]) -> object:
        """Read the value that stands here."""
        tagged = len(TABLES[table]) > 1
        codec = tagged_codec(classes) if tagged else row_codec(table)
        return codec.decode(raw, self)

    def time(self, text: str, kinds: Times) -> object:
        """Return the When or Period that a text means, or Refused."""
        return self._shared.time(text, kinds)


class TableWriter:
    """Collects the tables of a document as plain data: a value becomes the number of its row."""

    def __init__(self) -> None:
        self.source = _OWN
        self.rows: dict[str, list[Any]] = {table: [] for table in TABLES}
        self.placed: dict[int, str] = {}
        self._numbers: dict[Value, int] = {}

    def put(self, table: str, value: Value) -> int:
        """Return the number of the row with this value, a new one at first use."""
        number = self._numbers.get(value)
        if number is None:
            row = row_codec(table).encode(value, self)  # may add rows, which come before it
            number = self._numbers[value] = len(self.rows[table])
            self.rows[table].append(row)
        return number


class LineWriter:
    """Collects the tables of a document as JSON: a value becomes the number of its row.

    Attributes:
        source: The source that a record needn't name.
        rows: The rows of each table, and the number of each.
        placed: The numbers of the objects that came before, by their own ``id()``. The records of a
            document share most of these objects, and hold them while it is written.
    """

    def __init__(self) -> None:
        self.source = _OWN
        self.rows: dict[str, dict[str, int]] = {table: {} for table in TABLES}
        self.placed: dict[int, str] = {}

    def put(self, table: str, value: Value) -> int:
        """Return the number of the row with this value, a new one at first use."""
        row = row_codec(table).write(value, self)  # may add rows, which come before it
        rows = self.rows[table]
        number = rows.setdefault(row, len(rows))
        self.placed[id(value)] = str(number)
        return number


class TableReader:
    """Reads the tables of a document, then gives out their values by number.

    Attributes:
        time: Returns the When or Period that a text means, or Refused.
        faults: What is wrong with the tables. Such a row has a stand-in, so that the rest of the
            document can be checked all the same.
    """

    def __init__(self, data: dict[str, Any], shared: Shared) -> None:
        self.source = _OWN
        self.faults: list[Fault] = []
        self.time, self.times = shared.time, shared.times
        self.rows: dict[str, list[Value | None]] = {}
        self._shared = shared
        self._reading: str | None = None
        for table in TABLES:
            self.rows[table] = []
            if table in data:
                self._reading = table
                self._read(table, data[table])
        self._reading = None

    def _read(self, table: str, raw: object) -> None:
        if not isinstance(raw, list):
            faults = refused("a list", raw).faults
            self.faults.extend(fault.under(f"$.{table}") for fault in faults)
            return
        values, read = self.rows[table], self._shared.row
        for row in cast("list[object]", raw):
            value: Any = read(table, row, self)
            if type(value) is Refused:
                place = f"$.{table}[{len(values)}]"
                self.faults.extend(fault.under(place) for fault in value.faults)
                value = None
            values.append(value)

    def get(self, table: str, raw: object, classes: tuple[type[Value], ...]) -> object:
        """Return the value in a row of a table."""
        rows = self.rows[table]
        if type(raw) is not int or not 0 <= raw < len(rows):
            which = f"one of {len(rows)} rows" if table != self._reading else "an earlier row"
            return refused(f"the number of {which} of $.{table}", raw)
        value = rows[raw]
        return _stand_in(classes[0], raw) if value is None else value


def _stand_in(cls: type[Value], row: int) -> Value:
    """Return some value for a row that can't be read; it never leaves the reader."""
    name = "title" if cls is Source else "name"
    return cls(**cast("Any", {name: f"row {row}"}))
