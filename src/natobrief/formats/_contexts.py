"""Where values of a table go, and where they come from: numbers in a document, or in place."""

from __future__ import annotations

from typing import Any, cast

from natobrief.errors import Fault, InvalidValue
from natobrief.formats._codec import TABLES, Codec, Times, struct_codec, tagged_codec
from natobrief.formats._labels import brief_codec
from natobrief.formats._plain import refused
from natobrief.model import Source
from natobrief.model._fields import as_extent
from natobrief.values import Refused, Value
from natobrief.when import Period, When

__all__ = ["InPlace", "Shared", "TableReader", "TableWriter", "brief_codec", "row_codec"]

_OWN = Source()
_KEPT = 50_000


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

    def put(self, table: str, value: Value) -> int:
        """Return the number of the row with this value, a new one at first use."""
        number = self._numbers.get(value)
        if number is None:
            row = row_codec(table).encode(value, self)  # may add rows, which come before it
            number = self._numbers[value] = len(self.rows[table])
            self.rows[table].append(row)
        return number


class TableReader:
    """Reads the tables of a document, then gives out their values by number.

    Attributes:
        faults: What is wrong with the tables. Such a row has a stand-in, so that the rest of the
            document can be checked all the same.
    """

    def __init__(self, data: dict[str, Any], shared: Shared) -> None:
        self.source = _OWN
        self.faults: list[Fault] = []
        self._shared = shared
        self._values: dict[str, list[Value | None]] = {table: [] for table in TABLES}
        self._complete: set[str] = set()
        for table in TABLES:
            if table in data:
                self._read(table, data[table])
            self._complete.add(table)

    def _read(self, table: str, raw: object) -> None:
        if not isinstance(raw, list):
            faults = refused("a list", raw).faults
            self.faults.extend(fault.under(f"$.{table}") for fault in faults)
            return
        decode = row_codec(table).decode
        for index, row in enumerate(cast("list[object]", raw)):
            value = decode(row, self)
            if isinstance(value, Refused):
                self.faults.extend(fault.under(f"$.{table}[{index}]") for fault in value.faults)
            kept = None if isinstance(value, Refused) else self._shared.value(value)
            self._values[table].append(kept)

    def get(self, table: str, raw: object, classes: tuple[type[Value], ...]) -> object:
        """Return the value in a row of a table."""
        rows = self._values[table]
        if type(raw) is not int or not 0 <= raw < len(rows):
            which = f"one of {len(rows)} rows" if table in self._complete else "an earlier row"
            return refused(f"the number of {which} of $.{table}", raw)
        value = rows[raw]
        return _stand_in(classes[0], raw) if value is None else value

    def time(self, text: str, kinds: Times) -> object:
        """Return the When or Period that a text means, or Refused."""
        return self._shared.time(text, kinds)


def _stand_in(cls: type[Value], row: int) -> Value:
    """Return some value for a row that can't be read; it never leaves the reader."""
    name = "title" if cls is Source else "name"
    return cls(**cast("Any", {name: f"row {row}"}))
