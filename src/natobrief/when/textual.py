"""Immutable values that are what their canonical text says."""

from __future__ import annotations

import abc
from typing import Any, Never, Self

from attrs.exceptions import FrozenInstanceError

__all__ = ["Textual"]


class Textual(abc.ABC):
    """A final, immutable value: text, equality, hash, ``repr``, copies and pickles by its text."""

    __slots__ = ("_text",)

    _text: str

    def __new__(cls, *_args: object, **_fields: object) -> Self:
        """Refuse: there is one way in for text and one for dates."""
        raise TypeError(f"{cls.__name__} is built by {cls.__name__}.parse(text) or .of(value)")

    def __init_subclass__(cls, **options: Any) -> None:
        if any(not getattr(base, "__abstractmethods__", True) for base in cls.__bases__):
            raise TypeError(f"{cls.__bases__[0].__name__} is final")
        super().__init_subclass__(**options)

    @classmethod
    @abc.abstractmethod
    def parse(cls, text: str, zone: str | None = None) -> Self:
        """Read the canonical text back, among others."""

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"{type(self).__name__}.parse({self._text!r})"

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._text == other._text

    def __hash__(self) -> int:
        return hash(self._text)

    def __lt__(self, other: Never) -> Never:
        raise _no_order(self)

    def __le__(self, other: Never) -> Never:
        raise _no_order(self)

    def __gt__(self, other: Never) -> Never:
        raise _no_order(self)

    def __ge__(self, other: Never) -> Never:
        raise _no_order(self)

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        return self

    def __reduce__(self) -> tuple[object, ...]:
        return type(self).parse, (self._text,)


def _no_order(value: Textual) -> TypeError:
    name = type(value).__name__
    return TypeError(f"{name} has no order: ask .before(), or sort with .sort_key as the key")
