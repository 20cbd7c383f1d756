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
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, Protocol, TypeAlias, cast

import attrs

from natobrief.errors import Fault, InvalidValue, show
from natobrief.formats._plain import NOTHING, Repeated, plain, refused, repeated_keys, unknown_key
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
        return _tuple_codec(codec_for(typing.get_args(hint)[0]))
    members = members_of(hint)
    classes = tuple(member for member in members if member is not type(None))
    codec = _codec_for_classes(classes)
    return codec if len(classes) == len(members) else _optional(codec)


def _codec_for_classes(classes: tuple[Any, ...]) -> Codec:
    if all(cls in (str, int, bool) or cls is PossiblyEmpty for cls in classes):
        return _LEAF
    if _TIMES.issuperset(classes):
        return _time_codec(frozenset(classes))
    if all(cls in _TABLE_OF for cls in classes):
        return _ref_codec(classes)
    if all(isinstance(cls, type) and issubclass(cls, Value) for cls in classes):
        return _lazy_codec(*classes) if len(classes) == 1 else tagged_codec(classes)
    if len(classes) == 1 and isinstance(classes[0], type) and issubclass(classes[0], Choice):
        return _choice_codec(classes[0])
    raise TypeError(f"no codec for {classes}")


def _as_it_is(value: Any, _out: Out) -> Any:
    return value


def _as_it_came(raw: object, _source: In) -> object:
    return plain(raw)


_LEAF = Codec(_as_it_is, _as_it_came)


def _optional(codec: Codec) -> Codec:
    encode, decode = codec

    def encode_optional(value: Any, out: Out) -> Any:
        return None if value is None else encode(value, out)

    def decode_optional(raw: Any, source: In) -> Any:
        return None if raw is None else decode(raw, source)

    return codec if codec is _LEAF else Codec(encode_optional, decode_optional)


def _tuple_codec(item: Codec) -> Codec:
    encode, decode = item

    def encode_tuple(value: tuple[Any, ...], out: Out) -> list[Any]:
        return [encode(each, out) for each in value]

    def decode_tuple(raw: Any, source: In) -> object:
        if type(raw) is not list:
            return plain(raw)
        items = cast("Iterable[Any]", raw)
        return tuple([decode(each, source) for each in items])

    return Codec(encode_tuple, decode_tuple)


def _choice_codec(cls: type[Choice]) -> Codec:
    known = {member.value: member for member in cls}
    allowed = f"one of {', '.join(map(repr, known))}"

    def encode(value: Choice, _out: Out) -> object:
        return value.value

    def decode(raw: object, _source: In) -> object:
        member = known.get(raw) if type(raw) is str else None
        return refused(allowed, raw) if member is None else member

    return Codec(encode, decode)


def _time_codec(kinds: Times) -> Codec:
    examples = {When: "a date in EDTF", Period: "an EDTF interval"}
    allowed = " or ".join(words for cls, words in examples.items() if cls in kinds)

    def encode(value: When | Period, _out: Out) -> str:
        return str(value)

    def decode(raw: object, source: In) -> object:
        if type(raw) is not str:
            return refused(f"{allowed}, as text", raw)
        return source.time(raw, kinds)

    return Codec(encode, decode)


def _ref_codec(classes: tuple[type[Value], ...]) -> Codec:
    table = _TABLE_OF[classes[0]]

    def encode(value: Value, out: Out) -> object:
        return out.put(table, value)

    def decode(raw: object, source: In) -> object:
        return source.get(table, raw, classes)

    return Codec(encode, decode)


def _lazy_codec(cls: type[Value]) -> Codec:
    # A class may hold itself, so its own codec is looked up at use.
    def encode(value: Value, out: Out) -> object:
        return struct_codec(cls).encode(value, out)

    def decode(raw: object, source: In) -> object:
        return struct_codec(cls).decode(raw, source)

    return Codec(encode, decode)


@functools.cache
def tagged_codec(classes: tuple[type[Value], ...]) -> Codec:
    """Return the codec for one of several classes: an object that states its ``type``."""
    tags = {tag_of(cls): cls for cls in classes}
    allowed = f"one of {', '.join(map(repr, tags))}"

    def encode(value: Value, out: Out) -> dict[str, Any]:
        data = struct_codec(type(value)).encode(value, out)
        return {"type": tag_of(type(value)), **data}

    def decode(raw: object, source: In) -> object:
        if not isinstance(raw, dict):
            return refused("an object with a type", raw)
        data = cast("dict[str, Any]", raw)
        tag = data.get("type", NOTHING)
        cls = tags.get(tag) if type(tag) is str else None
        if cls is None:
            return _refused_at(".type", allowed, tag)
        return struct_codec(cls).decode(_without_type(data), source)

    return Codec(encode, decode)


def _without_type(data: dict[str, Any]) -> dict[str, Any]:
    rest = {key: item for key, item in data.items() if key != "type"}
    if not isinstance(data, Repeated):
        return rest
    copy = Repeated(rest)
    copy.keys_repeated = data.keys_repeated
    return copy


def _refused_at(path: str, allowed: str, raw: object) -> Refused:
    return Refused((Fault(path=path, allowed=allowed, came=show(plain(raw))),))


def special(cls: type[Value]) -> Callable[[Callable[[Codec], Codec]], Callable[[Codec], Codec]]:
    """Let a function wrap the codec of a class that needs more than its annotations say."""

    def remember(wrap: Callable[[Codec], Codec]) -> Callable[[Codec], Codec]:
        _special[cls] = wrap
        return wrap

    return remember


_special: dict[type[Value], Callable[[Codec], Codec]] = {}


def struct_codec(cls: type[Value]) -> Codec:
    """Return the codec for one value class: an object with its fields.

    A field that equals its default is left out; a record carries its id as a label.
    """
    return _compiled(cast("Any", cls))


@functools.cache
def _compiled(cls: Any) -> Codec:
    codec = Codec(_struct_encode(cls), _struct_decode(cls))
    wrap = _special.get(cls)
    return codec if wrap is None else wrap(codec)


_Default: TypeAlias = Callable[[Any, Out], object]


def _default_of(field: attrs.Attribute[Any], hint: object) -> _Default:
    if hint is Source:
        return lambda _owner, out: out.source
    default = cast("Any", field.default)
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
        make = default.factory
        return (lambda owner, _out: make(owner)) if default.takes_self else lambda _o, _out: make()
    return lambda _owner, _out: default


def _struct_encode(cls: type[Value]) -> Callable[[Any, Out], dict[str, Any]]:
    annotations = hints(cls)
    labelled = issubclass(cls, Record)
    plan = [
        (field.name, _default_of(field, hint), codec_for(hint).encode)
        for field, hint in zip(attrs.fields(cls), annotations.values(), strict=True)
    ]

    def encode(value: Any, out: Out) -> dict[str, Any]:
        data: dict[str, Any] = {"id": value.id} if labelled else {}
        for name, default_of, encode_field in plan:
            item = getattr(value, name)
            default = default_of(value, out)
            if item is not default and item != default:
                data[name] = encode_field(item, out)
        return data

    return encode


def _struct_decode(cls: type[Value]) -> Callable[[Any, In], Any]:
    annotations = hints(cls)
    codecs = {name: codec_for(hint).decode for name, hint in annotations.items()}
    fields = attrs.fields(cls)
    required = [field.name for field in fields if field.default is attrs.NOTHING]
    names_source = "source" in annotations and annotations["source"] is Source
    labelled = issubclass(cls, Record)
    known = ["id", *codecs] if labelled else list(codecs)

    def decode(raw: Any, source: In) -> Any:
        if not isinstance(raw, dict):
            return refused(f"an object with the fields of {cls.__name__}", raw)
        data = cast("dict[str, Any]", raw)
        faults: list[Fault] = []
        values: dict[str, Any] = {}
        for key, item in data.items():
            decode_field = codecs.get(key)
            if decode_field is not None:
                values[key] = decode_field(item, source)
            elif key == "id" and labelled:
                faults.extend(_label_faults(cls, item))
            else:
                faults.append(unknown_key(cls.__name__, key, known))
        if names_source and "source" not in values:
            values["source"] = source.source
        for name in required:
            if name not in values:
                values[name] = refused(f"the field {name!r}", NOTHING)
        faults.extend(repeated_keys(cls.__name__, data))
        return _made(cls, values, faults)

    return decode


def _made(cls: type[Value], values: dict[str, Any], faults: list[Fault]) -> Value | Refused:
    try:
        value = cls(**values)
    except InvalidValue as error:
        return Refused((*faults, *error.faults))
    return Refused(tuple(faults)) if faults else value


def _label_faults(cls: type, label: object) -> list[Fault]:
    if type(label) is str and label.strip():
        return []
    allowed = "a label: text that is not blank"
    return [Fault(path=f"{cls.__name__}.id", allowed=allowed, came=show(plain(label)))]
