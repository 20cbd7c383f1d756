"""Straight code for the fields of a class, compiled from their codecs as attrs does its methods.

Documents are written and read field by field, so this is where formats spend their time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TypeAlias, cast

from natobrief.formats._core.simple import TEXT, Codec, In, Out, as_text
from natobrief.values import Choice, Value

__all__ = ["Default", "Field", "encoder", "quick_reader", "writer"]

Default: TypeAlias = Callable[[Any], object]
"""Returns the default of a field that depends on the other fields of its owner."""


class Field(NamedTuple):
    """A field of a class.

    Attributes:
        name: Its name.
        codec: The codec for what it holds besides None.
        may_be_none: Whether it may hold None.
        default: Its default, if that is always the same.
        default_of: Returns it, otherwise.
        required: Whether it has none.
        is_source: Whether it holds the source of a record, which a document need not repeat.
    """

    name: str
    codec: Codec
    may_be_none: bool
    default: object
    default_of: Default | None
    required: bool
    is_source: bool


def encoder(fields: Sequence[Field], *, labelled: bool) -> Callable[[Any, Out], dict[str, Any]]:
    """Return what makes plain data of a value.

    Args:
        fields: The fields of its class, in order.
        labelled: Whether the class has ids.
    """
    start = "{'id': value.id}" if labelled else "{}"
    lines = ["def encode(value, out):", f"    data = {start}"]
    names: dict[str, Any] = {}
    for field in fields:
        encoded = "item" if field.codec.is_leaf else f"encode_{field.name}(item, out)"
        if field.may_be_none and field.default is not None and not field.codec.is_leaf:
            encoded = f"None if item is None else {encoded}"
        lines += _if_told(field, names)
        lines += [f"        data['{field.name}'] = {encoded}"]
        names[f"encode_{field.name}"] = field.codec.encode
    return _compiled("encode", [*lines, "    return data"], names)


def writer(fields: Sequence[Field], *, labelled: bool) -> Callable[[Any, Out], str]:
    """Return what makes canonical JSON of a value: the text of what the encoder returns."""
    start = """'"id":"' + value.id + '",'""" if labelled else "''"
    lines = ["def write(value, out):", "    placed = out.placed", f"    text = {start}"]
    names: dict[str, Any] = {"as_text": as_text, "with_commas": ",".join}
    for field in fields:
        name = field.name
        written = f"{{write_{name}(item, out)}}"
        if field.codec is TEXT:
            written = "{as_text(item)}"
        elif field.codec.item is TEXT:
            written = "[{with_commas(map(as_text, item))}]"
        elif field.codec.table is not None:
            # Nearly always the value stands in its table already.
            written = f"{{placed.get(id(item)) or write_{name}(item, out)}}"
        elif field.codec.times is not None:
            written = "{as_text(str(item))}"
        line = f"""text += f'"{name}":{written},'"""
        if field.may_be_none and field.default is not None:
            line = f"""text += '"{name}":null,' if item is None else {line[8:]}"""
        lines += [*_if_told(field, names), f"        {line}"]
        names[f"write_{name}"] = field.codec.write
    return _compiled("write", [*lines, "    return f'{{{text[:-1]}}}'"], names)


def _if_told(field: Field, names: dict[str, Any]) -> list[str]:
    """Return, as code, the question whether a field differs from what goes without saying."""
    name = field.name
    names |= {f"default_{name}": field.default, f"default_of_{name}": field.default_of}
    lines = [f"    item = value.{name}"]
    if field.required:
        return [*lines, "    if True:"]
    if field.is_source:
        return [*lines, "    if item is not out.source and item != out.source:"]
    if field.default_of is not None:
        # None equals nothing else, and values are slow to say so.
        differs = "item is not usual and (usual is None or item != usual)"
        return [*lines, f"    usual = default_of_{name}(value)", f"    if {differs}:"]
    if field.default is None:
        return [*lines, "    if item is not None:"]
    differs = f"item is not default_{name}"
    if not isinstance(field.default, bool | Choice):
        differs = f"{differs} and item != default_{name}"
    return [*lines, f"    if {differs}:"]


def quick_reader(
    cls: type[Value], fields: Sequence[Field], *, labelled: bool
) -> Callable[[dict[str, Any], In], Any]:
    """Return what makes a value of an object in which nothing is out of the ordinary.

    It sets the fields itself, as unpickling does, since the constructor would take half of the time
    that a document takes. Then it runs the checks of the class, which take only what is finished,
    so nothing gets past them that the constructor would have refused or converted.

    It returns None where anything is odd, a fault or not, for a closer look, and raises
    InvalidValue where the class refuses what it is given.
    """
    names: dict[str, Any] = {"cls": cls, "make": object.__new__}
    lines = ["def read(data, source):", "    new = make(cls)", "    told = len(data)"]
    if labelled:
        lines += [
            "    if 'id' in data:",
            "        item = data['id']",
            "        if type(item) is not str or not item or item.isspace():",
            "            return None",
            "        told -= 1",
        ]
    for field in fields:
        name = field.name
        names[f"put_{name}"] = getattr(cls, name).__set__
        lines += [f"    if '{name}' in data:", f"        item = data['{name}']"]
        lines += [f"        {line}" for line in _taken(field, names)]
        lines += ["        told -= 1", "    else:", f"        {_missing(field, names)}"]
        lines += [f"    put_{name}(new, item)"]
    lines += ["    if told:", "        return None", "    new.__attrs_post_init__()"]
    return _compiled("read", [*lines, "    return new"], names)


def _missing(field: Field, names: dict[str, Any]) -> str:
    """Return, as code, what stands in a field that a document leaves out."""
    if field.required:
        return "return None"
    if field.is_source:
        return "item = source.source"
    if field.default_of is not None:
        names[f"default_of_{field.name}"] = field.default_of
        return f"item = default_of_{field.name}(new)"
    names[f"default_{field.name}"] = field.default
    return f"item = default_{field.name}"


def _taken(field: Field, names: dict[str, Any]) -> list[str]:
    """Return, as code, how an item is decoded; mostly without a call."""
    name, codec = field.name, field.codec
    if codec.is_leaf:
        return []
    names[f"decode_{name}"] = codec.decode
    decoded = f"decode_{name}(item, source)"
    if field.may_be_none:
        decoded = f"None if item is None else {decoded}"
    if codec.table is not None:
        return [
            f"rows = source.rows['{codec.table}']",
            "found = rows[item] if type(item) is int and 0 <= item < len(rows) else None",
            f"item = ({decoded}) if found is None else found",
        ]
    if codec.times is not None:
        names[f"times_of_{name}"] = codec.times
        return [
            f"found = source.times[times_of_{name}].get(item) if type(item) is str else None",
            f"item = ({decoded}) if found is None else found",
        ]
    items = "" if codec.item is None else _items(name, codec.item, names)
    return [
        f"item = {items} if type(item) is list else {decoded}" if items else f"item = {decoded}"
    ]


def _items(name: str, codec: Codec, names: dict[str, Any]) -> str:
    """Return, as code, the items of a list; None stands for one to be looked at closely."""
    if codec.is_leaf:
        return "tuple(item)"
    if codec.read is None:
        return ""
    names[f"read_{name}"] = codec.read
    read = f"read_{name}(each, source) if type(each) is dict else None"
    return f"tuple([{read} for each in item])"


def _compiled(name: str, lines: list[str], names: dict[str, Any]) -> Callable[..., Any]:
    exec("\n".join(lines), names)  # noqa: S102 - names of fields only
    return cast("Callable[..., Any]", names[name])
