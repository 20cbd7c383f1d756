"""Values built past their checks, from parts that were checked before."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, Protocol, TypeVar, cast

import attrs

__all__ = ["unchecked"]

V = TypeVar("V")


class _Unchecked(Protocol):
    def __call__(self, of: type[V], /) -> Callable[..., V]: ...


def _maker(of: Any) -> Callable[..., Any]:
    """Compile what sets the fields of a class, past what makes it frozen."""
    fields = [field.name for field in attrs.fields(of)]
    names = {f"put_{field}": getattr(of, field).__set__ for field in fields}
    names |= {"of": of, "new": object.__new__}
    lines = [f"def make({', '.join(fields)}):", "    made = new(of)"]
    lines += [f"    put_{field}(made, {field})" for field in fields]
    exec("\n".join([*lines, "    return made"]), names)  # noqa: S102 - names of fields only
    return cast("Callable[..., Any]", names["make"])


unchecked: _Unchecked = cast("_Unchecked", functools.cache(_maker))
"""Return what makes a value of fields that are known to fit: all of them, in their order.

To build a question must not take longer than to answer it, and most of that would go into checks of
what was checked before.
"""
