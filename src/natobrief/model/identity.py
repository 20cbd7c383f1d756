"""What an ``id`` is made of: the content of a record, encoded without ambiguity.

The encoding is the same on every machine and Python version. Each part starts with a letter for
its kind and says where it ends, so no two different values share an encoding:

- text: ``s``, the number of its characters (Unicode code points), ``:``, the characters
- whole number: ``i``, its digits, ``.``; True and False: ``t``, ``f``
- member of an enumeration: ``e``, then its word in files, as text
- :class:`~natobrief.When`: ``w``, and :class:`~natobrief.Period`: ``p``, then the canonical text
- tuple: ``l``, the number of items, ``:``, the items
- record, or other value: ``r``, the class name as text, each field that is told as the field's name
  and its value, ``.``
- record in a record, which is its source: ``d``, then the id of that one, as text

A field that is None or empty says nothing and is left out; so a field that a later version adds
changes no id of a record that doesn't use it. The hash is taken of the encoding in UTF-8. All this
is frozen: ids mean the same in every version of natobrief that reads them.
"""

from __future__ import annotations

import enum
import functools
import types
import typing
from collections.abc import Callable
from typing import Any, cast

import attrs

from natobrief.values import Value, hints
from natobrief.when import Period, When

__all__ = ["Record", "encode"]

_HEX = 32  # 128 bits: no two of 10**15 records are likely to meet


def encode(value: object) -> str:
    """Return the encoding that an id is the SHA-256 of, in UTF-8.

    Raises:
        TypeError: The value is of a kind that no record holds.

    >>> from natobrief.model.identity import encode
    >>> encode(("a", True))
    'l2:s1:at'
    >>> encode(Person(name="Ann Lee"))
    'rs6:Persons4:names7:Ann Lees9:anonymousf.'
    """
    return _encoder(type(value))(value)


def _text(value: str) -> str:
    return f"s{len(value)}:{value}"


def _encode_tuple(value: tuple[object, ...]) -> str:
    return f"l{len(value)}:{''.join(map(encode, value))}"


def _encoder_of(cls: type[Any]) -> Callable[[Any], str]:
    if issubclass(cls, Value):
        return _fields_encoder(cls)
    if issubclass(cls, enum.Enum):
        # Members live as long as their class; their own hash is slow.
        known = {id(member): f"e{_text(member.value)}" for member in cast("Any", cls)}
        return lambda member: known[id(member)]
    encoder = _ENCODERS.get(cls)
    if encoder is None:
        raise TypeError(f"no record holds a {cls.__name__}")
    return encoder


_encoder = cast("Callable[[type[Any]], Callable[[Any], str]]", functools.cache(_encoder_of))

_ENCODERS: dict[type[Any], Callable[[Any], str]] = {
    str: _text,
    bool: lambda value: "t" if value else "f",
    int: lambda value: f"i{value}.",
    When: lambda value: f"ws{len(text := str(value))}:{text}",
    Period: lambda value: f"p{_text(str(value))}",
    tuple: _encode_tuple,
}


def _fields_encoder(cls: type[Value]) -> Callable[[Value], str]:
    """Compile the encoding of a class into straight code, as attrs does for its methods.

    An id is computed for every record that is written, so this is where writing spends its time.
    """
    lines = ["def encode_fields(value):", f"    out = 'r{_text(cls.__name__)}'"]
    for name, hint in hints(cls).items():
        told, (said, encoded) = _text(name), _code_for(hint)
        lines += [
            f"    item = value.{name}",
            f"    if {said}:",
            f"        out += f'{told}{encoded}'",
        ]
    lines.append("    return out + '.'")
    made: dict[str, Any] = {"inner_encoder": _inner_encoder, "shared": _shared}
    exec("\n".join(lines), made)  # noqa: S102 - names of classes and fields only
    return cast("Callable[[Value], str]", made["encode_fields"])


def _code_for(hint: object) -> tuple[str, str]:
    """Return, as code, whether the item of a field says anything, and its encoding."""
    members = set(typing.get_args(hint)) if isinstance(hint, types.UnionType) else {hint}
    (one, *others) = members - {type(None)}
    if one is str and not others:
        return "item", "s{len(item)}:{item}"
    if one is When and not others:
        return "item is not None", "ws{len(text := str(item))}:{text}"
    if isinstance(one, type) and issubclass(one, Record) and not others:
        return "item is not None", "ds{len(item.id)}:{item.id}"
    if all(map(_is_value, members - {type(None)})):
        return "item is not None", "{shared(item)}"
    said = "item" if typing.get_origin(one) is tuple else "item is not None"
    return said, "{inner_encoder(type(item))(item)}"


def _is_value(hint: object) -> bool:
    return isinstance(hint, type) and issubclass(hint, Value)


_KEPT = 4096
_seen: dict[int, tuple[Value, str]] = {}


def _shared(value: Value) -> str:
    """Encode an actor, post or place, which many records share, mostly once."""
    # It is kept beside its encoding, so no other object can get its id() meanwhile.
    seen = _seen.get(id(value))
    if seen is None:
        if len(_seen) >= _KEPT:
            _seen.clear()
        seen = _seen[id(value)] = value, _encoder(type(value))(value)
    return seen[1]


def _inner_encoder_of(cls: type[Any]) -> Callable[[Any], str]:
    if issubclass(cls, Record):
        return lambda record: f"d{_text(record.id)}"
    return _encoder(cls)


_inner_encoder = cast(
    "Callable[[type[Any]], Callable[[Any], str]]", functools.cache(_inner_encoder_of)
)


class _Labelled:
    """Room for an id, beside the fields.

    With a cached property, attrs would give all records a ``__getattr__``, and Python then reads
    every field of theirs three times as slowly.
    """

    __slots__ = ("_id",)
    _id: str


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Record(Value, _Labelled):
    """A value with an identity of its own: an ``id`` that its content decides."""

    @property
    def id(self) -> str:
        """The record's label, derived from all of its content.

        Two records have one id exactly when they are equal, on every machine. It is computed
        at first use and never given.

        >>> same = Quote(text="Dialogue is even more important.")
        >>> same.id == Quote(text="Dialogue is even more important.").id
        True
        """
        known: str | None = getattr(self, "_id", None)
        if known is None:
            known = _id_of(self)
            object.__setattr__(self, "_id", known)
        return known


def _id_of(record: Record) -> str:
    import hashlib  # it loads OpenSSL, and not everybody asks for an id

    cls = type(record)
    digest = hashlib.sha256(_encoder(cls)(record).encode()).hexdigest()
    return f"{cls.__name__.lower()}-{digest[:_HEX]}"
