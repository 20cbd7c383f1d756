"""Ids in files are labels: what refers to what is told by the words as they are written.

No id is computed when a file is read. A label of another shape than an id is somebody's own
("s1", in a file written by hand): such a record gets its id, and every reference to the label
follows, targets first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

import attrs

from natobrief.errors import Fault, show
from natobrief.formats._codec import Codec, In, Out, plain, special, struct_codec
from natobrief.model import Brief, Meeting, Quote, Statement
from natobrief.model._references import references_checked
from natobrief.model.identity import Record
from natobrief.values import Refused

__all__ = ["relabelled"]

_LISTS: dict[str, type[Record]] = {
    "statements": Statement,
    "meetings": Meeting,
    "quotes": Quote,
}
_ID = re.compile(r"(?:quote|statement|meeting)-[0-9a-f]{32}")


@special(Brief)
def brief_codec(codec: Codec) -> Codec:
    """Wrap the codec of a brief: one source for all its records, and living references."""

    def encode(brief: Brief, out: Out) -> dict[str, Any]:
        data = codec.encode(brief.evolve_source_only(), out)
        return data

    return Codec(encode, codec.decode)
