"""A cattrs converter that knows natobrief's classes, for those who nest them in their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import cattrs

from natobrief.errors import InvalidDocument
from natobrief.formats._core.codec import codec_for, members_of
from natobrief.formats._core.contexts import InPlace
from natobrief.values import Choice, Refused, Value
from natobrief.when import Period, When

__all__ = ["make_converter"]


def make_converter() -> cattrs.Converter:
    """Return a new cattrs converter with hooks for all of natobrief's classes.

    The classes of other projects may hold natobrief's: such a value becomes plain data in its
    place, in the shape that it has in a JSON document, only that actors, posts, places and sources
    stand where they are used rather than in tables. An actor states its ``type``. Extra keys are
    refused, also by classes of your own. The converter is yours: hooks that you register on it
    change no other.

    Structuring one of natobrief's classes raises :class:`~natobrief.errors.InvalidDocument`; inside
    a class of your own, cattrs collects it in a ``ClassValidationError``.

    >>> import attrs
    >>> from natobrief.formats import make_converter
    >>> fields = {"speaker": attrs.field(type=Person), "day": attrs.field(type=When)}
    >>> Card = attrs.make_class("Card", fields)
    >>> converter = make_converter()
    >>> data = converter.unstructure(Card(Person(name="Jens Stoltenberg"), When.parse("2022-01")))
    >>> data
    {'speaker': {'type': 'person', 'name': 'Jens Stoltenberg'}, 'day': '2022-01'}
    >>> converter.structure(data, Card).day
    When.parse('2022-01')
    """
    converter = cattrs.Converter(forbid_extra_keys=True)
    converter.register_unstructure_hook_factory(_is_ours, _unstructure_hook)
    converter.register_structure_hook_factory(_is_ours, _structure_hook)
    return converter


def _is_ours(hint: Any) -> bool:
    classes = [cls for cls in members_of(hint) if cls is not type(None)]
    return bool(classes) and all(map(_is_our_class, classes))


def _is_our_class(cls: Any) -> bool:
    return isinstance(cls, type) and (issubclass(cls, Value | Choice) or cls in (When, Period))


def _unstructure_hook(hint: Any) -> Callable[[Any], Any]:
    encode = codec_for(hint).encode
    return lambda value: encode(value, InPlace())


def _structure_hook(hint: Any) -> Callable[[Any, Any], Any]:
    decode = codec_for(hint).decode

    def structure(raw: Any, _hint: Any) -> Any:
        value = decode(raw, InPlace())
        if isinstance(value, Refused):
            raise InvalidDocument(value.faults)
        return value

    return structure
