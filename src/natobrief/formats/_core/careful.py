"""A close look at an object that isn't simply right: all that is wrong with it is said at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, cast

from natobrief.errors import Fault, InvalidValue, show
from natobrief.formats._core.compiled import Field
from natobrief.formats._core.plain import NOTHING, plain, refused, repeated_keys, unknown_key
from natobrief.formats._core.simple import In
from natobrief.values import Refused, Value

__all__ = ["careful_reader"]


def careful_reader(
    cls: type[Value], fields: Sequence[Field], *, labelled: bool
) -> Callable[[Any, In], Value | Refused]:
    """Return what makes a value of any plain data, or Refused.

    Args:
        cls: The class.
        fields: Its fields, in order.
        labelled: Whether it has ids.
    """
    named = {field.name: field for field in fields}
    names_source = any(field.is_source for field in fields)
    known = ["id", *named] if labelled else list(named)

    def read(raw: Any, source: In) -> Value | Refused:
        if not isinstance(raw, dict):
            return refused(f"an object with the fields of {cls.__name__}", raw)
        data = cast("dict[str, Any]", raw)
        faults: list[Fault] = []
        values: dict[str, Any] = {"source": source.source} if names_source else {}
        for key, item in data.items():
            if key in named:
                values[key] = _read(named[key], item, source)
            elif key != "id" or not labelled:
                faults.append(unknown_key(cls.__name__, key, known))
            elif type(item) is not str or not item.strip():
                faults.append(_bad_label(cls, item))
        missing = [field.name for field in fields if field.required and field.name not in values]
        values |= {name: refused(f"the field {name!r}", NOTHING) for name in missing}
        faults.extend(repeated_keys(cls.__name__, data))
        return _made(cls, values, faults)

    return read


def _read(field: Field, item: object, source: In) -> object:
    if field.codec.is_leaf:
        return plain(item)
    return None if item is None and field.may_be_none else field.codec.decode(item, source)


def _made(cls: type[Value], values: dict[str, Any], faults: list[Fault]) -> Value | Refused:
    try:
        value = cls(**values)
    except InvalidValue as error:
        return Refused((*faults, *error.faults))
    return Refused(tuple(faults)) if faults else value


def _bad_label(cls: type, label: object) -> Fault:
    allowed = "a label: text that is not blank"
    return Fault(path=f"{cls.__name__}.id", allowed=allowed, came=show(plain(label)))
