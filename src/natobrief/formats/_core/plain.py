"""Plain data as it is read: what may be wrong with it, and how that is said.

Plain data is what JSON holds: objects, lists, text, whole numbers, True, False and None.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from natobrief.errors import Fault, show
from natobrief.values import Refused

__all__ = [
    "NOTHING",
    "Repeated",
    "like",
    "plain",
    "refused",
    "repeated_keys",
    "step",
    "unknown_key",
]

_PLAIN = frozenset([str, int, bool, float, type(None)])
_SIMPLE_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,79}", re.ASCII)


class Repeated(dict[str, Any]):
    """An object in which keys stand more than once, and which keys those are."""

    keys_repeated: tuple[str, ...] = ()


def like(data: dict[str, Any], copy: dict[str, Any]) -> dict[str, Any]:
    """Return what was made of an object, with the note of the keys that it repeats."""
    if not isinstance(data, Repeated):
        return copy
    made = Repeated(copy)
    made.keys_repeated = data.keys_repeated
    return made


def step(key: str) -> str:
    """Return the step of a path that goes to a key."""
    return f".{key}" if _SIMPLE_KEY.fullmatch(key) else f"[{show(key)}]"


class _Words:
    """Stands in a message for a value that would be too long to show."""

    def __init__(self, words: str) -> None:
        self.words = words

    def __repr__(self) -> str:
        return self.words


NOTHING = _Words("nothing")
"""Stands in a message for what isn't there."""


def plain(raw: object) -> object:
    """Return a value that is safe to show: of objects and lists only what they are."""
    if type(raw) in _PLAIN:
        return raw
    if isinstance(raw, dict):
        return _Words("an object")
    return _Words("a list") if isinstance(raw, list) else raw


def refused(allowed: str, raw: object) -> Refused:
    """Refuse plain data at its own place."""
    return Refused((Fault(path="", allowed=allowed, came=show(plain(raw))),))


def unknown_key(path: str, key: str, known: Collection[str]) -> Fault:
    """Return the fault of a key that has no meaning at its place."""
    allowed = f"only the keys {', '.join(known)}"
    return Fault(path=f"{path}{step(key)}", allowed=allowed, came=f"the key {show(key)}")


def repeated_keys(path: str, data: dict[str, Any]) -> list[Fault]:
    """Return a fault for each key that an object holds more than once."""
    if not isinstance(data, Repeated):
        return []
    return [
        Fault(path=f"{path}{step(key)}", allowed="each key once", came=f"the key {show(key)} again")
        for key in data.keys_repeated
    ]
