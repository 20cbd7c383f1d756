"""Codecs for what is no object: text, numbers, words of a list, dates, and tuples of anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, Protocol, TypeAlias, cast

from natobrief.formats._core.plain import plain, refused
from natobrief.model import Source
from natobrief.values import Choice, Value
from natobrief.when import Period, When

__all__ = [
    "LEAF",
    "Codec",
    "In",
    "Out",
    "Times",
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

    def put(self, table: str, value: Value) -> object:
        """Return what stands for a value of a table."""
        ...


class In(Protocol):
    """Where plain data is read from."""

    source: Source
    """The source of a record that names none."""

    def get(self, table: str, raw: object, classes: tuple[type[Value], ...]) -> object:
        """Return the value that stands in a table, or Refused."""
        ...

    def time(self, text: str, kinds: Times) -> object:
        """Return the When or Period that a text means, or Refused."""
        ...


class Codec(NamedTuple):
    """How values of one type become plain data, and how they are made of it."""

    encode: Callable[[Any, Out], Any]
    decode: Callable[[Any, In], Any]


def _as_it_is(value: Any, _out: Out) -> Any:
    return value


def _as_it_came(raw: object, _source: In) -> object:
    return plain(raw)


LEAF = Codec(_as_it_is, _as_it_came)


def optional(codec: Codec) -> Codec:
    """Return the codec for what may also be None."""
    encode, decode = codec

    def encode_optional(value: Any, out: Out) -> Any:
        return None if value is None else encode(value, out)

    def decode_optional(raw: Any, source: In) -> Any:
        return None if raw is None else decode(raw, source)

    return codec if codec is LEAF else Codec(encode_optional, decode_optional)


def tuple_codec(item: Codec) -> Codec:
    """Return the codec for a tuple of such items: a list."""
    encode, decode = item

    def encode_tuple(value: tuple[Any, ...], out: Out) -> list[Any]:
        return list(value) if item is LEAF else [encode(each, out) for each in value]

    def decode_tuple(raw: Any, source: In) -> object:
        if type(raw) is not list:
            return plain(raw)
        items = cast("Iterable[Any]", raw)
        return tuple([decode(each, source) for each in items])

    return Codec(encode_tuple, decode_tuple)


def choice_codec(cls: type[Choice]) -> Codec:
    """Return the codec for a member of an enumeration: its word."""
    known = {member.value: member for member in cls}
    words = {id(member): member.value for member in cls}  # the property .value is slow
    allowed = f"one of {', '.join(map(repr, known))}"

    def encode(value: Choice, _out: Out) -> object:
        return words[id(value)]

    def decode(raw: object, _source: In) -> object:
        member = known.get(raw) if type(raw) is str else None
        return refused(allowed, raw) if member is None else member

    return Codec(encode, decode)


def time_codec(kinds: Times) -> Codec:
    """Return the codec for dates of some kinds: their text."""
    examples = {When: "a date in EDTF", Period: "an EDTF interval"}
    allowed = " or ".join(words for cls, words in examples.items() if cls in kinds)

    def encode(value: When | Period, _out: Out) -> str:
        return str(value)

    def decode(raw: object, source: In) -> object:
        if type(raw) is not str:
            return refused(f"{allowed}, as text", raw)
        return source.time(raw, kinds)

    return Codec(encode, decode)
