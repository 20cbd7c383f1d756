"""Documents of earlier versions of the format, brought up to date as plain data.

A step takes a document of one version and returns one of the next; it changes no input and knows
no class. When a document is loaded, the steps from its version to the present one run in order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias, cast

from natobrief.formats._core.plain import like

__all__ = ["STEPS", "VERSION", "migrated", "version_of"]

VERSION = 1
"""The version that this natobrief writes."""

Document: TypeAlias = dict[str, Any]

_FORMAT = re.compile(r"natobrief/(0|[1-9][0-9]{0,8})", re.ASCII)
_OLD_ID = re.compile(r"(?:quote|statement|meeting)-[0-9a-f]{32}", re.ASCII)
_LABELS = ("id", "statement", "record")


def version_of(mark: object) -> int | None:
    """Return the version that the ``format`` of a document states; None if it is no such text.

    >>> from natobrief.formats.migrations import version_of
    >>> version_of("natobrief/0"), version_of("natobrief/x")
    (0, None)
    """
    found = _FORMAT.fullmatch(mark) if type(mark) is str else None
    return None if found is None else int(found[1])


def migrated(document: Document) -> Document:
    """Return a document of an earlier version as one of the present version.

    A document of the present version, of a later one or of none comes back as it is.

    >>> from natobrief.formats.migrations import migrated
    >>> migrated({"format": "natobrief/0", "type": "when", "value": "2022-01"})["format"]
    'natobrief/1'
    """
    version = version_of(document.get("format"))
    if version is None:
        return document
    for number in range(version, VERSION):
        document = {**STEPS[number](document), "format": f"natobrief/{number + 1}"}
    return document


def _with_labels_in_place_of_ids(document: Document) -> Document:
    """0 to 1: an id is made of its record in another way.

    Each id of version 0 becomes a label like those that people write by hand, so that the loader
    gives the record its id and lets every reference follow. A reference that leads out of the
    document is kept: what it means is known elsewhere, if at all.
    """
    ids = {row["id"] for row in _objects(document) if _is_old_id(row.get("id"))}
    return cast("Document", _relabelled(document, ids))


def _is_old_id(label: object) -> bool:
    return type(label) is str and _OLD_ID.fullmatch(label) is not None


def _objects(data: object) -> Iterator[Document]:
    """Yield all objects of a document, without going into it call by call: it may be deep."""
    waiting = [data]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            yield cast("Document", each)
            waiting.extend(cast("Document", each).values())
        elif isinstance(each, list):
            waiting.extend(cast("list[object]", each))


def _relabelled(data: object, ids: set[str], depth: int = 0) -> object:
    if depth > _DEEPEST:
        return data  # the loader will refuse it
    if isinstance(data, list):
        return [_relabelled(each, ids, depth + 1) for each in cast("list[object]", data)]
    if not isinstance(data, dict):
        return data
    copy: Document = {}
    for key, item in cast("Document", data).items():
        if key in _LABELS and type(item) is str:
            copy[key] = f"0:{item}" if item in ids else item
        else:
            copy[key] = _relabelled(item, ids, depth + 1)
    return like(cast("Document", data), copy)


_DEEPEST = 40

STEPS: dict[int, Callable[[Document], Document]] = {0: _with_labels_in_place_of_ids}
"""What brings a document from each version to the next."""
