"""Which classes can stand in a file of their own, and the word for each.

The classes of ``model/``, ``when/`` and ``text`` are found here. A room further up brings its own
with :func:`register`, at import. Since imports run down only, this room can't import that one to
have it registered; so ``_UPPER`` names, as plain data, the module that brings each such word; it
is imported when a file with that word comes. A value to be written has its module loaded already.
"""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from natobrief import model, text, when
from natobrief.formats._core.codec import TABLES, tag_of
from natobrief.model import Brief
from natobrief.values import Value, hints

__all__ = ["DocumentType", "by_class", "by_tag", "register", "tags"]

V = TypeVar("V")
S = TypeVar("S", bound=Value)

ENVELOPE = ("format", "type", "digest", *TABLES)
"""The keys that every document has, or may have, beside its content."""

_UPPER = {"corpus": "natobrief.query"}


class DocumentType(NamedTuple):
    """A class that can be a document.

    Attributes:
        tag: Its word in files.
        cls: The class.
        shape: The value class whose fields are written; None for a date, written as text.
        to_shape: Turns a value into its shape.
        from_shape: And back.
        inline: Whether the fields stand at the top of the document rather than under ``value``.
    """

    tag: str
    cls: type
    shape: type[Value] | None
    to_shape: Callable[[Any], Any]
    from_shape: Callable[[Any], Any]
    inline: bool


_registered: dict[str, DocumentType] = {}


def register(
    tag: str,
    cls: type[V],
    shape: type[S],
    *,
    to_shape: Callable[[V], S],
    from_shape: Callable[[S], V],
) -> None:
    """Let the values of a class of an upper room be written to files and read back.

    The room calls this when it is imported, and its module stands in ``_UPPER``. What is written
    are the fields of ``shape``, a value class (an attrs class over
    :class:`~natobrief.values.Value`, which may be private to the room) with fields of the
    kinds that records have: text, numbers, dates, enums, other value classes, and tuples of these;
    several classes in one field are told apart by their ``type``. All that files need follows from
    its annotations: tables, labels, checks, paths, canonical order. The fields stand at the top of
    the document, as those of a brief do.

    Args:
        tag: The word for the class in files; the value of ``type``.
        cls: The class itself, exactly: no subclasses.
        shape: The value class that holds what is written.
        to_shape: Turns a value into its shape.
        from_shape: And back, without loss. It may raise
            :class:`~natobrief.errors.InvalidValue`; paths in its faults start with any word,
            such as ``Corpus.links[0]``.

    Raises:
        ValueError: The tag is taken by another class, or a field has the name of a key that every
            document has.

    >>> from natobrief.formats import register
    >>> register("brief", Quote, Quote, to_shape=lambda q: q, from_shape=lambda q: q)
    Traceback (most recent call last):
        ...
    ValueError: tag: expected a word that is not taken, got 'brief'
    """
    taken = _own().get(tag) or _registered.get(tag)
    if taken is not None and taken.cls is not cls:
        raise ValueError(f"tag: expected a word that is not taken, got {tag!r}")
    clash = sorted(set(hints(shape)) & set(ENVELOPE))
    if clash:
        raise ValueError(f"shape: expected fields without {', '.join(ENVELOPE)}, got {clash}")
    _registered[tag] = DocumentType(tag, cls, shape, to_shape, from_shape, inline=True)


def _as_it_is(cls: type, shape: type[Value] | None) -> DocumentType:
    return DocumentType(tag_of(cls), cls, shape, _itself, _itself, inline=cls is Brief)


def _itself(value: Any) -> Any:
    return value


@functools.cache
def _own() -> dict[str, DocumentType]:
    """Find the value classes of the rooms below."""
    found: dict[str, DocumentType] = {}
    for room in (text, when, model):
        for name in room.__all__:
            cls = getattr(room, name)
            if isinstance(cls, type) and issubclass(cls, Value):
                found[tag_of(cls)] = _as_it_is(cls, cls)
            elif cls in _TIMES:
                found[tag_of(cls)] = _as_it_is(cls, None)
    return found


@functools.cache
def _own_classes() -> dict[type, DocumentType]:
    return {document.cls: document for document in _own().values()}


_TIMES = (when.When, when.Period)


def tags() -> list[str]:
    """Return all words for documents, sorted, also those of rooms that aren't loaded."""
    return sorted({*_own(), *_registered, *_UPPER})


def by_tag(tag: str) -> DocumentType | None:
    """Return the document type with this word, loading the room that brings it."""
    if tag in _UPPER and tag not in _registered:
        importlib.import_module(_UPPER[tag])
    return _own().get(tag) or _registered.get(tag)


def by_class(cls: type) -> DocumentType | None:
    """Return the document type of exactly this class."""
    own = _own_classes().get(cls)
    if own is not None:
        return own
    return next((document for document in _registered.values() if document.cls is cls), None)
