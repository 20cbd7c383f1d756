"""Where values of a table go, and where they come from: numbers in a document, or in place."""

from __future__ import annotations

from typing import Any, cast

from natobrief.errors import Fault, InvalidValue
from natobrief.formats._core.codec import TABLES, Codec, In, Times, struct_codec, tagged_codec
from natobrief.formats._core.labels import brief_codec
from natobrief.formats._core.plain import refused
from natobrief.model import Source
from natobrief.model._fields import as_extent
from natobrief.values import Refused, Value
from natobrief.when import Period, When

__all__ = ["InPlace", "Shared", "TableReader", "TableWriter", "brief_codec", "row_codec"]

_OWN = Source()
_KEPT = 5_000
_TEXT_ONLY = {str}


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
        self._times: dict[tuple[str, Times], object] = {}
        self._values: dict[Value, Value] = {}
        self._rows: dict[tuple[object, ...], Value] = {}

    def time(self, text: str, kinds: Times) -> object:
        """Return the When or Period that a text means, or Refused."""
        found = self._times.get((text, kinds))
        if found is None:
            if len(self._times) >= _KEPT:
                self._times.clear()
            found = self._times[text, kinds] = _read_time(text, kinds)
        return found

    def value(self, value: Value) -> Value:
        """Return the first value that equals this one."""
        if len(self._values) >= _KEPT:
            self._values.clear()
        return self._values.setdefault(value, value)

    def row(self, table: str, raw: object, source: In) -> object:
        """Return the value of a table's row, or Refused; rows of the same text are read once."""
        key = _key(table, raw)
        found = self._rows.get(key) if key is not None else None
        if found is not None:
            return found
        value = row_codec(table).decode(raw, source)
        if isinstance(value, Refused):
            return value
        value = self.value(value)
        if key is not None:
            if len(self._rows) >= _KEPT:
                self._rows.clear()
            self._rows[key] = value
        return value


def _key(table: str, raw: object) -> tuple[object, ...] | None:
    """Return what tells a row from others; None unless it holds text only, for 1 equals True."""
    if type(raw) is not dict:
        return None
    row = cast("dict[str, object]", raw)
    if {*map(type, row.values())} != _TEXT_ONLY:
        return None
    return (table, *row, *row.values())


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
        self._shared = Shared()

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
    """Collects the tables of a document: a value becomes the number of its row."""

    def __init__(self) -> None:
        self.source = _OWN
        self.rows: dict[str, list[Any]] = {table: [] for table in TABLES}
        self._numbers: dict[Value, int] = {}
        self._placed: dict[int, int] = {}

    def put(self, table: str, value: Value) -> int:
        """Return the number of the row with this value, a new one at first use."""
        # The records of a document share most of these objects, and hold them while it is written.
        number = self._placed.get(id(value))
        if number is None:
            number = self._numbers.get(value)
            if number is None:
                row = row_codec(table).encode(value, self)  # may add rows, which come before it
                number = self._numbers[value] = len(self.rows[table])
                self.rows[table].append(row)
            self._placed[id(value)] = number
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
        self._shared = shared
        self._values: dict[str, list[Value | None]] = {table: [] for table in TABLES}
        self._reading: str | None = None
        self.time = shared.time
        for table in TABLES:
            if table in data:
                self._reading = table
                self._read(table, data[table])
        self._reading = None

    def _read(self, table: str, raw: object) -> None:
        if not isinstance(raw, list):
            faults = refused("a list", raw).faults
            self.faults.extend(fault.under(f"$.{table}") for fault in faults)
            return
        values = self._values[table]
        for index, row in enumerate(cast("list[object]", raw)):
            value = self._shared.row(table, row, self)
            if isinstance(value, Refused):
                self.faults.extend(fault.under(f"$.{table}[{index}]") for fault in value.faults)
                value = None
            values.append(cast("Value | None", value))

    def get(self, table: str, raw: object, classes: tuple[type[Value], ...]) -> object:
        """Return the value in a row of a table."""
        rows = self._values[table]
        if type(raw) is not int or not 0 <= raw < len(rows):
            which = f"one of {len(rows)} rows" if table != self._reading else "an earlier row"
            return refused(f"the number of {which} of $.{table}", raw)
        value = rows[raw]
        return _stand_in(classes[0], raw) if value is None else value


def _stand_in(cls: type[Value], row: int) -> Value:
    """Return some value for a row that can't be read; it never leaves the reader."""
    name = "title" if cls is Source else "name"
    return cls(**cast("Any", {name: f"row {row}"}))
