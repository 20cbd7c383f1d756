"""What a caller expects of a file: one value of a class, or any number of them."""

from __future__ import annotations

import typing
from typing import Any, cast

from natobrief.errors import Fault, InvalidDocument, InvalidValue, show

__all__ = ["as_expected", "item_expected"]


def item_expected(expect: Any) -> type[Any] | None:
    """Return the class that each value must have: of ``tuple[Brief, ...]`` it is Brief.

    Raises:
        InvalidValue: It is neither a class nor such a tuple nor None.

    >>> from natobrief.formats._core.expected import item_expected
    >>> item_expected(tuple[Brief, ...]) is item_expected(Brief) is Brief
    True
    """
    item = typing.get_args(expect)[0] if _is_several(expect) else expect
    if item is not None and not isinstance(item, type):
        allowed = "a class, or any number of its values as in tuple[Quote, ...]"
        raise InvalidValue([Fault(path="expect", allowed=allowed, came=show(expect))])
    return cast("type[Any] | None", item)


def as_expected(found: Any, expect: Any) -> Any:
    """Return what was found, one value or a tuple, in the form that is expected.

    Raises:
        InvalidDocument: One value is expected, and there is another number.
    """
    if expect is None:
        return found
    several = isinstance(found, tuple)
    values = cast("tuple[Any, ...]", found) if several else (found,)
    if _is_several(expect):
        return values
    if len(values) != 1:
        allowed = f"one {expect.__name__} (for any number, expect tuple[{expect.__name__}, ...])"
        raise InvalidDocument([Fault(path="$", allowed=allowed, came=str(len(values)))])
    return values[0]


def _is_several(expect: Any) -> bool:
    return typing.get_origin(expect) is tuple and typing.get_args(expect)[1:] == (...,)
