"""Values built past their checks, from parts that were checked before."""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

import attrs

from natobrief.values import Value

__all__ = ["unchecked"]

V = TypeVar("V", bound=Value)


def unchecked(of: type[V], *fields: object) -> V:
    """Make a value of fields that are known to fit: all of them, in their order.

    To build a question must not take longer than to answer it, and most of that would go into
    checks of what was checked before.
    """
    new = object.__new__(of)
    for put, value in zip(_puts(cast("Hashable", of)), fields, strict=True):
        put(new, value)
    return new


@functools.cache
def _puts(of: Any) -> tuple[Callable[[object, object], None], ...]:
    """Return how each field of a class is set, past what makes it frozen."""
    return tuple(getattr(of, field.name).__set__ for field in attrs.fields(of))
