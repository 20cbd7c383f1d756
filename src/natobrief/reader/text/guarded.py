"""Patterns that are tried only where a word that they need stands: looking for it is quicker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Guarded"]


class Guarded(NamedTuple):
    r"""A pattern, and words of which at least one stands in whatever it finds.

    A pattern with many branches takes many times as long as a search for a fixed word, and most
    sentences hold none of the words.

    Attributes:
        pattern: The pattern.
        words: The words, or parts of words, in the letters that the pattern wants.

    >>> import re
    >>> from natobrief.reader.text.guarded import Guarded
    >>> met = Guarded(re.compile(r"\b(?:will )?(?:meet|met) with\b"), ("meet", "met"))
    >>> [m[0] for m in met.finditer("They met with Lee and will meet with Kim.", 0, 41)]
    ['met with', 'will meet with']
    >>> met.may_stand("Talks are over.", 0, 15)
    False
    """

    pattern: re.Pattern[str]
    words: tuple[str, ...]

    def may_stand(self, text: str, start: int, end: int) -> bool:
        """Say whether one of the words stands in a stretch, so that a search is worth it."""
        for word in self.words:  # noqa: SIM110 - a generator would cost more than the search
            if text.find(word, start, end) >= 0:
                return True
        return False

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Find what the pattern finds in a stretch of a text."""
        if not self.may_stand(text, start, end):
            return iter(())
        return self.pattern.finditer(text, start, end)

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Find the first place in a stretch of a text where the pattern fits."""
        return self.pattern.search(text, start, end) if self.may_stand(text, start, end) else None
