"""A text with plain spaces, whole letters and no invisible marks, and the way back.

Typesetters put no-break and thin spaces into dates and between the parts of a name, some programs
write "ö" as "o" with a mark behind it, and pages carry soft hyphens and marks of direction. None
of them changes what a text says, so no rule has to know them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from natobrief.reader.text.unwrapping import Edit, Unwrapped, edited

__all__ = ["COMBINING", "levelled"]

_SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"), " ")
_SPACES |= dict.fromkeys(map(ord, "\u200a\u202f\u205f\u3000"), " ")
_INVISIBLE = "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
COMBINING = re.compile("[\u0300-\u036f]+")
"""Marks that belong to the letter before them."""

_ODD = re.compile(f"[{_INVISIBLE}]+|[^\\W\\d_]{COMBINING.pattern}")


def levelled(text: str) -> Unwrapped:
    r"""Level the spaces and the letters of a text; a plain text comes back as it is.

    >>> levelled("Jose\u0301\u00a0Alm").text
    'José Alm'
    """
    if text.isascii():
        return Unwrapped(text, (0,), (0,))
    plain = text.translate(_SPACES)
    edits = list(_edits(plain))
    return edited(plain, edits) if edits else Unwrapped(plain, (0,), (0,))


def _edits(text: str) -> Iterator[Edit]:
    for m in _ODD.finditer(text):
        whole = unicodedata.normalize("NFC", m[0]) if m[0][0].isalpha() else ""
        if whole != m[0]:
            yield Edit(m.start(), m.end(), whole)
