"""Values in files: the suffix of the name says in which format."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import IO, Any, NamedTuple, TypeVar, cast, overload

from natobrief.errors import Fault, InvalidValue, NatobriefError, show
from natobrief.formats import json, lines
from natobrief.formats._files import PathLike, opened, replacing
from natobrief.formats._registry import by_class

__all__ = ["dump", "load"]

T = TypeVar("T")


class _Format(NamedTuple):
    write: Callable[[Any, IO[str]], None]
    read: Callable[[PathLike, type[Any] | None], Any]


def _write_json(value: object, file: IO[str]) -> None:
    file.write(json.dumps(value) + "\n")


def _read_json(path: PathLike, expect: type[Any] | None) -> Any:
    with opened(path) as file:
        text = file.read()
    return json.loads(text) if expect is None else json.loads(text, expect)


def _write_lines(values: object, file: IO[str]) -> None:
    if by_class(type(values)) is not None:
        values = [values]
    if not isinstance(values, Iterable) or isinstance(values, str | bytes):
        allowed = "values that can be documents, one for each line"
        raise InvalidValue([Fault(path="value", allowed=allowed, came=show(values))])
    lines.write_all(cast("Iterable[object]", values), file)


def _read_lines(path: PathLike, expect: type[Any] | None) -> Any:
    with json.collector_paused():
        return lines.read_all(path, expect)


_LINES = _Format(_write_lines, _read_lines)
_BY_SUFFIX = {
    ".json": _Format(_write_json, _read_json),
    ".jsonl": _LINES,
    ".jsonl.gz": _LINES,
}


def dump(value: object, path: PathLike) -> None:
    """Write a value to a file, in the format that the suffix of its name says.

    - ``.json``: one document, as :func:`dumps` writes it.
    - ``.jsonl``, ``.jsonl.gz``: JSON Lines; ``value`` is one value or any number of them.

    The file is replaced as a whole, or left as it was if anything fails. A new file has the usual
    permissions, an old one keeps its own.

    Raises:
        InvalidValue: The suffix is unknown, or the value can't be a document.
        OSError: The file can't be written.

    >>> dump(Post(name="Secretary General"), "post.toml")
    Traceback (most recent call last):
        ...
    natobrief.errors.InvalidValue: path: expected a name that ends in .json, ... got 'post.toml'
    """
    chosen = _format(path)
    with replacing(path) as file:
        chosen.write(value, file)


@overload
def load(path: PathLike) -> Any: ...
@overload
def load(path: PathLike, expect: type[T]) -> T: ...
def load(path: PathLike, expect: type[Any] | None = None) -> Any:
    """Return what a file holds, read in the format that the suffix of its name says.

    A ``.json`` file gives one value, JSON Lines give a tuple of the values of all lines; to take
    them one after the other, use :func:`iter_lines`.

    Args:
        path: The file.
        expect: The class that must come, in JSON Lines from each line; None for any.

    Raises:
        InvalidValue: The suffix is unknown.
        InvalidDocument: The file holds no natobrief document; all faults are listed, each with its
            place, in JSON Lines with the number of the line. A note names the file.
        OSError: The file can't be read.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     dump(When.parse("2022-01"), f"{folder}/month.json")
    ...     load(f"{folder}/month.json")
    When.parse('2022-01')
    """
    chosen = _format(path)
    try:
        return chosen.read(path, expect)
    except NatobriefError as error:
        error.add_note(f"in {os.fspath(path)}")
        raise


def _format(path: PathLike) -> _Format:
    name = os.fspath(path).lower()
    suffixes = [suffix for suffix in _BY_SUFFIX if name.endswith(suffix)]
    if not suffixes:
        *most, last = _BY_SUFFIX
        allowed = f"a name that ends in {', '.join(most)} or {last}"
        raise InvalidValue([Fault(path="path", allowed=allowed, came=show(os.fspath(path)))])
    return _BY_SUFFIX[max(suffixes, key=len)]
