"""JSON Lines: a stream of documents, one in each line."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import IO, Any, TypeVar, cast, overload

from natobrief.errors import Fault, InvalidDocument, InvalidValue, show
from natobrief.formats._core.contexts import Shared
from natobrief.formats._core.document import from_document, to_line
from natobrief.formats._core.registry import by_class
from natobrief.formats._files import PathLike, opened, replacing
from natobrief.formats._format import Format
from natobrief.formats.json import collector_paused, parse

__all__ = ["FORMAT", "dump_lines", "iter_lines"]

T = TypeVar("T")


def dump_lines(values: Iterable[object], file: PathLike | IO[str]) -> None:
    """Write values to a file as JSON Lines, one whole document in each line.

    The values are taken one after the other, so there may be more than fit in memory. A file that
    is named by its path is replaced when all are written; if anything fails, it stays as it was.

    Args:
        values: Values that can be documents.
        file: A path, or a file open for text. A path that ends in ``.gz`` is compressed.

    Raises:
        InvalidValue: A value is of a class that can't be a document, or this is one value alone.
        OSError: The file can't be written.

    >>> import io
    >>> file = io.StringIO()
    >>> dump_lines([Post(name="Secretary General")], file)
    >>> print(file.getvalue(), end="")
    {"format":"natobrief/1","type":"post","digest":"...","value":{"name":"Secretary General"}}
    """
    if not isinstance(cast("object", values), Iterable):
        allowed = "several values, as a list or any other iterable"
        raise InvalidValue([Fault(path="dump_lines.values", allowed=allowed, came=show(values))])
    if isinstance(file, str | os.PathLike):
        with replacing(file) as out:
            _write_all(values, out)
    else:
        _write_all(values, file)


def _write_all(values: Iterable[object], file: IO[str]) -> None:
    """Write each value as a line to an open file."""
    for value in values:
        file.write(to_line(value) + "\n")


@overload
def iter_lines(file: PathLike | Iterable[str] | Iterable[bytes]) -> Iterator[Any]: ...
@overload
def iter_lines(
    file: PathLike | Iterable[str] | Iterable[bytes], expect: type[T]
) -> Iterator[T]: ...
def iter_lines(
    file: PathLike | Iterable[str] | Iterable[bytes], expect: type[Any] | None = None
) -> Iterator[Any]:
    """Read JSON Lines one by one. Blank lines are skipped.

    Each date is parsed once per distinct text and each distinct actor and source kept once, over
    all lines.

    Args:
        file: A path, a file open for text or bytes, or any lines. A path that ends in ``.gz`` is
            decompressed.
        expect: The class that each line must hold; None for any.

    Yields:
        The value of each line.

    Raises:
        InvalidValue: This is neither a path nor a file nor lines.
        InvalidDocument: A line is no natobrief document. The error lists all faults of that line;
            each path begins with the number of the line, from 1.
        OSError: The file can't be read.

    >>> lines = ['{"format": "natobrief/1", "type": "when", "value": "2022-01"}']
    >>> list(iter_lines(lines))
    [When.parse('2022-01')]
    """
    for result in _results(file, expect):
        if isinstance(result, InvalidDocument):
            raise result
        yield result


def _read_all(file: PathLike, expect: type[Any] | None = None) -> tuple[Any, ...]:
    """Return the values of all lines.

    Raises:
        InvalidDocument: Lines are no natobrief documents; all faults of all lines are listed.
    """
    results = list(_results(file, expect))
    faults = [f for result in results if isinstance(result, InvalidDocument) for f in result.faults]
    if faults:
        raise InvalidDocument(faults)
    return tuple(results)


def _results(
    file: PathLike | Iterable[str] | Iterable[bytes], expect: type[Any] | None
) -> Iterator[Any]:
    if isinstance(file, str | os.PathLike):
        with opened(file) as lines:
            yield from _results(lines, expect)
        return
    if not isinstance(cast("object", file), Iterable):
        allowed = "a path, an open file or lines"
        raise InvalidValue([Fault(path="iter_lines.file", allowed=allowed, came=show(file))])
    shared = Shared()
    for number, line in enumerate(cast("Iterable[Any]", file), 1):
        if not isinstance(line, (str, bytes)):
            path = f"iter_lines.file[{number - 1}]"
            raise InvalidValue([Fault(path=path, allowed="text or bytes", came=show(line))])
        if not line or line.isspace():
            continue
        try:
            yield from_document(parse(line), shared, expect)
        except InvalidDocument as error:
            yield InvalidDocument(_in_line(number, fault) for fault in error.faults)


def _in_line(number: int, fault: Fault) -> Fault:
    return Fault(path=f"line {number}: {fault.path}", allowed=fault.allowed, came=fault.came)


def _write(values: object, path: PathLike) -> None:
    if by_class(type(values)) is not None:
        values = [values]
    if not isinstance(values, Iterable) or isinstance(values, str | bytes):
        allowed = "values that can be documents, one for each line"
        raise InvalidValue([Fault(path="value", allowed=allowed, came=show(values))])
    dump_lines(cast("Iterable[object]", values), path)


def _read(path: PathLike, expect: type[Any] | None) -> Any:
    with collector_paused():
        return _read_all(path, expect)


FORMAT = Format(_write, _read)
"""What :func:`natobrief.dump` and :func:`natobrief.load` use."""
