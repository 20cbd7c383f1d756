"""Codecs for what is no object: text, numbers, words of a list, dates, and tuples of anything."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol, TypeAlias, cast

from natobrief.formats._core.plain import plain, refused
from natobrief.model import Source
from natobrief.values import Choice, Value
from natobrief.when import Period, When

__all__ = [
    "LEAF",
    "TEXT",
    "Codec",
    "In",
    "Out",
    "Times",
    "as_text",
    "choice_codec",
    "optional",
    "time_codec",
    "tuple_codec",
]

Times: TypeAlias = frozenset[type]


class Out(Protocol):
    """Where plain data is written to."""

    source: Source
    """The source that a record needn't name."""

    @property
    def placed(self) -> Mapping[int, str]:
        """The JSON of what stands for objects that came before, by their own ``id()``."""
        ...

    def put(self, table: str, value: Value) -> object:
        """Return what stands for a value of a table."""
        ...


class In(Protocol):
    """Where plain data is read from."""

    source: Source
    """The source of a record that names none."""

    @property
    def rows(self) -> Mapping[str, Sequence[Value | None]]:
        """The values of each table; None where a row can't be read."""
        ...

    @property
    def times(self) -> Mapping[Times, Mapping[str, object]]:
        """Dates that came before, by their text."""
        ...

    def get(self, table: str, raw: object, classes: tuple[type[Value], ...]) -> object:
        """Return the value that stands in a table, or Refused."""
        ...

    def time(self, text: str, kinds: Times) -> object:
        """Return the When or Period that a text means, or Refused."""
        ...


class Codec(NamedTuple):
    """How values of one type become plain data or canonical JSON, and are made of plain data.

    Attributes:
        encode: Returns a value as plain data.
        write: Returns it as the JSON text of that plain data.
        decode: Returns the value that plain data means, or Refused.
        is_leaf: Whether the plain data is the value itself, if it is right.
        table: The table in which such values stand, if they do.
        times: What kinds of dates they are, if they are dates.
        item: The codec of the items, if they are tuples.
        read: Makes a value of an ordinary object, quickly, or returns None.
    """

    encode: Callable[[Any, Out], Any]
    write: Callable[[Any, Out], str]
    decode: Callable[[Any, In], Any]
    is_leaf: bool = False
    table: str | None = None
    times: Times | None = None
    item: Codec | None = None
    read: Callable[[dict[str, Any], In], Any] | None = None


as_text = json.encoder.encode_basestring
"""Return text as JSON, each character as it is except for quotation marks and the like."""


def _as_it_is(value: Any, _out: Out) -> Any:
    return value


def _text_as_json(value: str, _out: Out) -> str:
    return as_text(value)


def _as_json(value: object, _out: Out) -> str:
    return json.dumps(value, ensure_ascii=False)


def _as_it_came(raw: object, _source: In) -> object:
    return plain(raw)


TEXT = Codec(_as_it_is, _text_as_json, _as_it_came, is_leaf=True)
LEAF = Codec(_as_it_is, _as_json, _as_it_came, is_leaf=True)


def optional(codec: Codec) -> Codec:
    """Return the codec for what may also be None."""
    encode, write, decode = codec[:3]

    def encode_optional(value: Any, out: Out) -> Any:
        return None if value is None else encode(value, out)

    def write_optional(value: Any, out: Out) -> str:
        return "null" if value is None else write(value, out)

    def decode_optional(raw: Any, source: In) -> Any:
        return None if raw is None else decode(raw, source)

    return Codec(encode_optional, write_optional, decode_optional)


def tuple_codec(item: Codec) -> Codec:
    """Return the codec for a tuple of such items: a list."""
    encode, write, decode = item[:3]

    def encode_tuple(value: tuple[Any, ...], out: Out) -> list[Any]:
        return list(value) if item.is_leaf else [encode(each, out) for each in value]

    def write_tuple(value: tuple[Any, ...], out: Out) -> str:
        return f"[{','.join([write(each, out) for each in value])}]"

    def decode_tuple(raw: Any, source: In) -> object:
        if type(raw) is not list:
            return plain(raw)
        items = cast("Iterable[Any]", raw)
        return tuple([decode(each, source) for each in items])

    return Codec(encode_tuple, write_tuple, decode_tuple, item=item)


def choice_codec(cls: type[Choice]) -> Codec:
    """Return the codec for a member of an enumeration: its word."""
    known = {member.value: member for member in cls}
    words = {id(member): member.value for member in cls}  # the property .value is slow
    written = {key: as_text(word) for key, word in words.items()}
    allowed = f"one of {', '.join(map(repr, known))}"

    def encode(value: Choice, _out: Out) -> object:
        return words[id(value)]

    def write(value: Choice, _out: Out) -> str:
        return written[id(value)]

    def decode(raw: object, _source: In) -> object:
        member = known.get(raw) if type(raw) is str else None
        return refused(allowed, raw) if member is None else member

    return Codec(encode, write, decode)


def time_codec(kinds: Times) -> Codec:
    """Return the codec for dates of some kinds: their text."""
    examples = {When: "a date in EDTF", Period: "an EDTF interval"}
    allowed = " or ".join(words for cls, words in examples.items() if cls in kinds)

    def encode(value: When | Period, _out: Out) -> str:
        return str(value)

    def write(value: When | Period, _out: Out) -> str:
        return as_text(str(value))

    def decode(raw: object, source: In) -> object:
        if type(raw) is not str:
            return refused(f"{allowed}, as text", raw)
        return source.time(raw, kinds)

    return Codec(encode, write, decode, times=kinds)
