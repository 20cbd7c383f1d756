"""YAML: lossless, for people who write briefs by hand. It needs the extra ``yaml``.

Values stand where they are used, an actor as ``{person: Ann Lee}``, an office or a place by its
name alone. What is written without quotation marks is what its field wants: a date stays a date, a
title ``2022`` a text. The same value always makes the same text.
"""

from __future__ import annotations

from typing import Any

from natobrief.errors import Fault, InvalidDocument
from natobrief.formats._core.document import from_document, to_document
from natobrief.formats._core.given import text_of
from natobrief.formats._files import PathLike, opened, replacing
from natobrief.formats._format import Format
from natobrief.formats._yaml.by_hand import Document
from natobrief.formats._yaml.in_place import in_place
from natobrief.formats._yaml.nodes import nodes_of
from natobrief.formats._yaml.text import yaml_text

__all__ = ["FORMAT", "dumps", "loads"]


def dumps(value: object) -> str:
    """Return a value as the text of a YAML document.

    Raises:
        InvalidValue: The value can't be a document, as for :func:`natobrief.dumps`.

    >>> from natobrief.formats import yaml
    >>> print(yaml.dumps(Participant(actor=Country(name="Norway"), role=Role.HOST)), end="")
    format: natobrief/...
    type: participant
    value: {country: Norway, role: host}
    """
    return yaml_text(in_place(to_document(value)))


def loads(text: str | bytes, expect: type[Any] | None = None) -> Any:
    r"""Return the value of a YAML document.

    Raises:
        InvalidDocument: The text is no natobrief document in YAML. All faults are listed, each
            with its line and column.
        InvalidValue: It is neither text nor bytes.

    >>> from natobrief.formats import yaml
    >>> yaml.loads("format: natobrief/9\ntype: when\nvalue: 2022")
    Traceback (most recent call last):
        ...
    natobrief.errors.InvalidDocument: line 1, column 9: $.format: expected ...
    """
    root, faults = nodes_of(text_of(text))
    document = Document(root)
    faults = [*faults, *document.faults]
    value: Any = None
    try:
        value = from_document(document.data, expect=expect)
    except InvalidDocument as error:
        faults.extend(map(document.placed, error.faults))
    if faults:
        raise InvalidDocument(sorted(faults, key=_line))
    return value


def _line(fault: Fault) -> tuple[int, int]:
    _, line, _, column = fault.path.partition(": ")[0].replace(",", "").split()
    return int(line), int(column)


def _write(value: object, path: PathLike) -> None:
    text = dumps(value)
    with replacing(path) as file:
        file.write(text)


def _read(path: PathLike, expect: type[Any] | None) -> Any:
    with opened(path) as file:
        data = file.read()
    return loads(data, expect)


FORMAT = Format(_write, _read)
"""What :func:`natobrief.dump` and :func:`natobrief.load` use."""
