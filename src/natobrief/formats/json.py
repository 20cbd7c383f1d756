"""JSON: lossless and canonical. The same value gives the same text, everywhere.

The document has each table row and each record on a line of its own, so that a person can read it
and a tool that compares lines shows what changed.
"""

from __future__ import annotations

import contextlib
import gc
import json
from collections import Counter
from collections.abc import Generator
from typing import Any, TypeVar, cast, overload

from natobrief.errors import Fault, InvalidDocument
from natobrief.formats._core.document import (
    canonical,
    deep_document,
    digest_of,
    from_document,
    to_document,
)
from natobrief.formats._core.given import text_of
from natobrief.formats._core.plain import Repeated
from natobrief.formats._files import PathLike, opened, replacing
from natobrief.formats._format import Format

__all__ = ["FORMAT", "collector_paused", "dumps", "loads", "parse"]

T = TypeVar("T")

_encoder = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False)


def dumps(value: object) -> str:
    """Return a value as the text of a JSON document.

    Every value class of natobrief can be a document of its own, and so can a
    :class:`~natobrief.Corpus`. Fields that equal their default are left out; keys come in the order
    of the fields; text is written as it is, in Unicode.

    Raises:
        InvalidValue: The value is of another class, or it is a brief in which a reference leads
            nowhere, because it was loaded from a document whose ids were wrong.

    >>> print(dumps(Post(name="NATO Secretary General")))
    {
      "format": "natobrief/1",
      "type": "post",
      "digest": "5ccf0dc8e32b51ec41fff24d63ebe4e7bcfbb6fe1a685ebf538a68c1cecda0a4",
      "value": {"name": "NATO Secretary General"}
    }
    """
    document = to_document(value)
    digest = digest_of(canonical(document))
    marks = {"format": document.pop("format"), "type": document.pop("type"), "digest": digest}
    entries = ",\n  ".join(_entry(*entry) for entry in {**marks, **document}.items())
    return f"{{\n  {entries}\n}}"


def _entry(key: str, item: object) -> str:
    if isinstance(item, list) and item:
        rows = ",\n    ".join(map(_encoder.encode, cast("list[object]", item)))
        return f'"{key}": [\n    {rows}\n  ]'
    return f'"{key}": {_encoder.encode(item)}'


@overload
def loads(text: str | bytes) -> Any: ...
@overload
def loads(text: str | bytes, expect: type[T]) -> T: ...
def loads(text: str | bytes, expect: type[Any] | None = None) -> Any:
    """Return the value of a JSON document.

    Dates may be any that :class:`~natobrief.When` reads; a byte order mark at the start is skipped.
    Ids are labels, and none is computed: references are checked against the labels as written.

    Args:
        text: The document; bytes are UTF-8.
        expect: The class that must come; None for any.

    Raises:
        InvalidDocument: The text is no natobrief document, or one of another class than
            ``expect``. The error lists all faults, each with its place as a JSON path.

    >>> loads(dumps(When.parse("2022-01")))
    When.parse('2022-01')
    >>> loads(dumps(Post(name="Secretary General")), expect=Post).name
    'Secretary General'
    """
    with collector_paused():
        return from_document(parse(text), expect=expect)


@contextlib.contextmanager
def collector_paused() -> Generator[None, None, None]:
    """Keep Python from looking for garbage while many objects that stay are made."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def parse(text: object) -> object:
    """Return JSON text as plain data, strictly.

    Raises:
        InvalidDocument: It is no JSON, or no UTF-8. Repeated keys and numbers that JSON doesn't
            have are left for the caller to refuse at their places.
        InvalidValue: It is neither text nor bytes.
    """
    text = text_of(text)
    try:
        return _decoder.decode(text)
    except json.JSONDecodeError as error:
        raise _invalid("JSON", _syntax(error)) from None
    except RecursionError:
        raise InvalidDocument([deep_document()]) from None
    except ValueError:
        raise _invalid("numbers that a computer can hold", "one with too many digits") from None


def _invalid(allowed: str, came: str) -> InvalidDocument:
    return InvalidDocument([Fault(path="$", allowed=allowed, came=came)])


def _syntax(error: json.JSONDecodeError) -> str:
    if not error.doc.strip():
        return "nothing"
    place = f"at line {error.lineno}, column {error.colno}"
    if error.msg == "Extra data":
        return f"more text after the document, {place}"
    cut_off = error.msg.startswith("Unterminated") or not error.doc[error.pos :].strip()
    return f"{'a document that is cut off' if cut_off else 'a mistake'} {place} ({error.msg})"


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    repeated = Repeated(made)
    counts = Counter(key for key, _ in pairs)
    repeated.keys_repeated = tuple(key for key, count in counts.items() if count > 1)
    return repeated


class _NoNumber:
    """NaN or an infinity, which JSON doesn't have and no field takes."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __repr__(self) -> str:
        return self._name


_decoder = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_NoNumber)


def _write(value: object, path: PathLike) -> None:
    text = dumps(value)
    with replacing(path) as file:
        file.write(text + "\n")


def _read(path: PathLike, expect: type[Any] | None) -> Any:
    with opened(path) as file:
        text = file.read()
    return loads(text) if expect is None else loads(text, expect)


FORMAT = Format(_write, _read)
"""What :func:`natobrief.dump` and :func:`natobrief.load` use."""
