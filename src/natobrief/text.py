"""Places in a text, and text folded for comparison."""

from __future__ import annotations

import re
import unicodedata

import attrs

from natobrief.errors import Fault
from natobrief.values import Value

__all__ = ["Span", "fold", "slug"]


@attrs.frozen(kw_only=True, repr=False, order=True, weakref_slot=False)
class Span(Value):
    """A stretch of a text: characters ``start`` to ``end``, the end not included.

    Offsets count Python characters (Unicode code points) of exactly the text that was read.
    Spans sort by start, then by end.

    Attributes:
        start: The first character, from 0.
        end: One past the last character; greater than ``start``.

    >>> Span(start=4, end=8).of("The risk is real.")
    'risk'
    """

    start: int
    end: int

    def _conflicts(self) -> list[Fault]:
        if self.start < 0:
            return [Fault(path="Span.start", allowed="0 or more", came=str(self.start))]
        if self.end <= self.start:
            allowed = f"more than start ({self.start})"
            return [Fault(path="Span.end", allowed=allowed, came=str(self.end))]
        return []

    def of(self, text: str) -> str:
        """Return the words that stand at this place of ``text``.

        >>> Span(start=0, end=4).of("NATO will engage in dialogue.")
        'NATO'
        """
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Say whether the two stretches share a character.

        >>> Span(start=0, end=4).overlaps(Span(start=4, end=8))
        False
        """
        return self.start < other.end and other.start < self.end


def fold(text: str) -> str:
    """Return ``text`` as it is compared: NFKC(casefold(NFKC(text))), runs of space as one.

    Phrase search, names and links all compare folded text. The fold keeps diacritics, and it
    is idempotent.

    >>> fold("Straße  in KYIV")
    'strasse in kyiv'
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(folded.split())


def slug(text: str) -> str:
    """Return ``text`` as a readable ASCII label: lower case, words joined by ``-``.

    Characters without an ASCII base are dropped, so different texts can share a slug; an id
    must not rest on it alone.

    >>> slug("NATO–Russia Council: São Tomé")
    'nato-russia-council-sao-tome'
    """
    plain = unicodedata.normalize("NFKD", re.sub(r"[\u2010-\u2015]", "-", text.casefold()))
    ascii_only = plain.encode("ascii", "ignore").decode("ascii")
    return "-".join(re.findall(r"[a-z0-9]+", ascii_only))
