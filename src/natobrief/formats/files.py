"""Values in files: the suffix of the name says in which format."""

from __future__ import annotations

import os
from typing import Any, TypeVar, cast, overload

from natobrief.errors import Fault, InvalidValue, NatobriefError, show
from natobrief.formats._core.expected import as_expected, item_expected
from natobrief.formats._files import PathLike
from natobrief.formats._format import MODULES, Format, format_of
from natobrief.formats.losses import LossReport

__all__ = ["dump", "load"]

T = TypeVar("T")


def dump(value: object, path: PathLike) -> LossReport | None:
    """Write a value to a file, in the format that the suffix of its name says.

    - ``.json``: one document, as :func:`dumps` writes it.
    - ``.jsonl``, ``.jsonl.gz``: JSON Lines; ``value`` is one value or any number of them.
    - ``.yaml``, ``.yml``: one document, in the layout in which people write briefs by hand.
    - ``.jsonld``, ``.ttl``: linked data, as :func:`to_jsonld` and :func:`to_turtle` write it.
    - ``.parquet``, ``.arrow``, ``.feather``: a table, as :func:`to_arrow` makes it.
    - ``.ics``: a calendar of the meetings, as :func:`to_calendar` writes it.
    - ``.csv``: a table for a spreadsheet, as :func:`to_csv` writes it. It can't be loaded.
    - ``.html``, ``.md``: a page to be read, of a brief, a corpus, a record or any number of these.
      It can't be loaded.

    The file is replaced as a whole, or left as it was if anything fails. A new file has the usual
    permissions, an old one keeps its own.

    Returns:
        What a lossy format couldn't say; None from JSON and others that lose nothing.

    Raises:
        InvalidValue: The suffix is unknown, or the value can't be a document.
        OSError: The file can't be written.

    >>> dump(Post(name="Secretary General"), "post.toml")
    Traceback (most recent call last):
        ...
    natobrief.errors.InvalidValue: path: expected a name that ends in .json, ... got 'post.toml'
    """
    return _format(path).write(value, path)


@overload
def load(path: PathLike) -> Any: ...
@overload
def load(path: PathLike, expect: type[T]) -> T: ...
def load(path: PathLike, expect: type[Any] | None = None) -> Any:
    """Return what a file holds, read in the format that the suffix of its name says.

    A ``.json`` file gives one value, JSON Lines give a tuple of the values of all lines; to take
    them one after the other, use :func:`iter_lines`. A calendar gives a tuple of meetings;
    :func:`read_calendar` also says what of it was lost.

    Args:
        path: The file.
        expect: The class of the one value that must come; ``tuple[Quote, ...]`` for any number of
            quotes, which then come as a tuple from any file; None for whatever there is.

    Raises:
        InvalidValue: The suffix is unknown.
        InvalidDocument: The file holds no natobrief document, or not what is expected; all faults
            are listed, each with its place, in JSON Lines with the number of the line. A note names
            the file.
        OSError: The file can't be read.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     dump(When.parse("2022-01"), f"{folder}/month.json")
    ...     load(f"{folder}/month.json", When)
    When.parse('2022-01')
    """
    chosen = _format(path)
    if chosen.read is None:
        allowed = "a file in a format that can be read back"
        raise InvalidValue([Fault(path="path", allowed=allowed, came=show(os.fspath(path)))])
    try:
        return as_expected(chosen.read(path, item_expected(expect)), expect)
    except NatobriefError as error:
        error.add_note(f"in {os.fspath(path)}")
        raise


def _format(path: PathLike) -> Format:
    if not isinstance(cast("object", path), str | os.PathLike):
        allowed = "the path of a file, as text or a Path"
        raise InvalidValue([Fault(path="path", allowed=allowed, came=show(path))])
    name = os.fspath(path).lower()
    suffixes = [suffix for suffix in MODULES if name.endswith(suffix)]
    if not suffixes:
        *most, last = MODULES
        allowed = f"a name that ends in {', '.join(most)} or {last}"
        raise InvalidValue([Fault(path="path", allowed=allowed, came=show(os.fspath(path)))])
    return format_of(max(suffixes, key=len))
