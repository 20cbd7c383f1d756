"""From the annotations of a value class to plain data and back.

Plain data is what JSON holds: objects, lists, text, whole numbers, True, False and None. Each
class is compiled once into a :class:`Codec`. Two things are left to the one who calls: how a value
that stands in a table of the document is referred to, and which source goes without saying.

Decoding never raises. What can't be read comes back as :class:`~natobrief.values.Refused`, and is
handed to the constructor all the same: its own check joins these faults with what it finds itself,
so that all faults come out at once, each under its place.
"""

from __future__ import annotations

import functools
import re
import types
import typing
from collections.abc import Callable
from typing import Any, cast

import attrs

from natobrief.errors import Fault, InvalidValue, show
from natobrief.formats._core.careful import careful_reader
from natobrief.formats._core.compiled import Default, Field, encoder, quick_reader, writer
from natobrief.formats._core.plain import NOTHING, like, plain, refused
from natobrief.formats._core.simple import (
    LEAF,
    TEXT,
    Codec,
    In,
    Out,
    Times,
    choice_codec,
    optional,
    time_codec,
    tuple_codec,
)
from natobrief.model import Country, Group, Organization, Person, Place, Post, Source
from natobrief.model.identity import Record
from natobrief.values import Choice, PossiblyEmpty, Refused, Value, hints
from natobrief.when import Period, When

__all__ = [
    "TABLES",
    "Codec",
    "In",
    "Out",
    "Times",
    "codec_for",
    "joined",
    "members_of",
    "special",
    "struct_codec",
    "tag_of",
    "tagged_codec",
]

TABLES: dict[str, tuple[type[Value], ...]] = {
    "sources": (Source,),
    "actors": (Person, Organization, Country, Group),
    "posts": (Post,),
    "places": (Place,),
}
"""What stands once in a document, in this order; the records refer to it by number."""

_TABLE_OF = {cls: table for table, classes in TABLES.items() for cls in classes}
_TIMES = frozenset([When, Period])
_TEXTS = (str, PossiblyEmpty)


def tag_of(cls: type) -> str:
    """Return the word for a class in files: ``date_mention`` for ``DateMention``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).lower()


def members_of(hint: Any) -> tuple[Any, ...]:
    """Return what a union holds, in order; a hint that is none holds itself."""
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return typing.get_args(hint)
    return (hint,)


def codec_for(hint: Any) -> Codec:
    """Return the codec for an annotation.

    Raises:
        TypeError: No field of a value class has such an annotation.
    """
    if typing.get_origin(hint) is tuple:
        return tuple_codec(codec_for(typing.get_args(hint)[0]))
    members = members_of(hint)
    classes = tuple(member for member in members if member is not type(None))
    codec = _codec_for_classes(classes)
    return codec if len(classes) == len(members) else optional(codec)


def _codec_for_classes(classes: tuple[Any, ...]) -> Codec:
    if all(cls in _TEXTS for cls in classes):
        return TEXT
    if all(cls in (*_TEXTS, int, bool) for cls in classes):
        return LEAF
    if _TIMES.issuperset(classes):
        return time_codec(frozenset(classes))
    if all(cls in _TABLE_OF for cls in classes):
        return _ref_codec(classes)
    if all(isinstance(cls, type) and issubclass(cls, Value) for cls in classes):
        return struct_codec(*classes) if len(classes) == 1 else tagged_codec(classes)
    if len(classes) == 1 and isinstance(classes[0], type) and issubclass(classes[0], Choice):
        return choice_codec(classes[0])
    raise TypeError(f"no codec for {classes}")


def _ref_codec(classes: tuple[type[Value], ...]) -> Codec:
    table = _TABLE_OF[classes[0]]

    def encode(value: Value, out: Out) -> object:
        return out.put(table, value)

    def write(value: Value, out: Out) -> str:
        return str(out.put(table, value))

    def decode(raw: object, source: In) -> object:
        return source.get(table, raw, classes)

    return Codec(encode, write, decode, table=table)


@functools.cache
def tagged_codec(classes: tuple[type[Value], ...]) -> Codec:
    """Return the codec for one of several classes: an object that states its ``type``."""
    tags = {tag_of(cls): cls for cls in classes}
    words = {cls: tag for tag, cls in tags.items()}
    allowed = f"one of {', '.join(map(repr, tags))}"

    def encode(value: Value, out: Out) -> dict[str, Any]:
        data = struct_codec(type(value)).encode(value, out)
        return {"type": words[type(value)], **data}

    def write(value: Value, out: Out) -> str:
        text = struct_codec(type(value)).write(value, out)
        return joined(f'{{"type":"{words[type(value)]}"}}', text)

    def decode(raw: object, source: In) -> object:
        if not isinstance(raw, dict):
            return refused("an object with a type", raw)
        data = cast("dict[str, Any]", raw)
        tag = data.get("type", NOTHING)
        cls = tags.get(tag) if type(tag) is str else None
        if cls is None:
            return _refused_at(".type", allowed, tag)
        return struct_codec(cls).decode(_without_type(data), source)

    return Codec(encode, write, decode)


def _without_type(data: dict[str, Any]) -> dict[str, Any]:
    return like(data, {key: item for key, item in data.items() if key != "type"})


def _refused_at(path: str, allowed: str, raw: object) -> Refused:
    return Refused((Fault(path=path, allowed=allowed, came=show(plain(raw))),))


def joined(first: str, second: str) -> str:
    """Return two JSON objects, as texts, as one."""
    if first == "{}" or second == "{}":
        return first if second == "{}" else second
    return f"{first[:-1]},{second[1:]}"


def special(cls: type[Value]) -> Callable[[Callable[[Codec], Codec]], Callable[[Codec], Codec]]:
    """Let a function wrap the codec of a class that needs more than its annotations say."""

    def remember(wrap: Callable[[Codec], Codec]) -> Callable[[Codec], Codec]:
        _special[cls] = wrap
        return wrap

    return remember


_special: dict[type[Value], Callable[[Codec], Codec]] = {}


def _compiled(cls: type[Value]) -> Codec:
    fields, labelled = _fields_of(cls), issubclass(cls, Record)
    read = quick_reader(cls, fields, labelled=labelled)
    codec = Codec(
        encoder(fields, labelled=labelled),
        writer(fields, labelled=labelled),
        _decoder(read, careful_reader(cls, fields, labelled=labelled)),
        read=read,
    )
    wrap = _special.get(cls)
    return codec if wrap is None else wrap(codec)


# Not a decorator: type checkers hold that a class whose instances hash is itself not hashable.
struct_codec = cast("Callable[[type[Value]], Codec]", functools.cache(_compiled))
"""Return the codec for one value class: an object with its fields.

A field that equals its default is left out; a record carries its id as a label.
"""


def _default_of(field: attrs.Attribute[Any]) -> tuple[object, Default | None]:
    default = cast("Any", field.default)
    if not isinstance(default, attrs.Factory):  # type: ignore[arg-type]
        return default, None
    make = default.factory
    return NOTHING, make if default.takes_self else lambda _owner: make()


def _without_none(hint: Any) -> tuple[Codec, bool]:
    """Return the codec for what a field holds besides None, and whether it may be None."""
    classes = tuple(member for member in members_of(hint) if member is not type(None))
    if len(classes) == len(members_of(hint)):
        return codec_for(hint), False
    return _codec_for_classes(classes), True


def _fields_of(cls: type[Value]) -> list[Field]:
    made: list[Field] = []
    for field, hint in zip(attrs.fields(cls), hints(cls).values(), strict=True):
        codec, may_be_none = _without_none(hint)
        default, default_of = _default_of(field)
        required, is_source = field.default is attrs.NOTHING, hint is Source
        made.append(Field(field.name, codec, may_be_none, default, default_of, required, is_source))
    return made


def _decoder(
    quick: Callable[[dict[str, Any], In], Any], careful: Callable[[Any, In], Any]
) -> Callable[[Any, In], Any]:
    """Return what makes a value of plain data, with a close look only where it is needed."""

    def decode(raw: Any, source: In) -> Any:
        if type(raw) is dict:
            try:
                value = quick(cast("dict[str, Any]", raw), source)
            except InvalidValue:
                value = None
            if value is not None:
                return value
        return careful(raw, source)

    return decode
