"""Known names: what the directory calls things, matched word by word in a text."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import NamedTuple

from natobrief.text import fold

__all__ = ["Known", "Names", "folded_name"]

_TOKEN = re.compile(r"[^\W_]+(?:[.’'&][^\W_]+)*\.?")
_GAP = re.compile(r"\.? |[\u2010-\u2015/-]|, ")
_DASHES = re.compile(r"[\u2010-\u2015/-]")
_LONGEST = 10
_LONGEST_ACRONYM = 4


class Known(NamedTuple):
    """A name that the directory knows, and what bears it.

    Attributes:
        kind: ``person``, ``organization``, ``country``, ``demonym``, ``metonym``,
            ``post`` or ``place``.
        id: The directory's id.
        name: The directory's own name for it.
    """

    kind: str
    id: str
    name: str


def folded_name(name: str) -> str:
    """Return a name as it is compared: dashes as spaces, full stops of initials gone."""
    return " ".join(fold(_DASHES.sub(" ", name)).replace(".", "").replace("’", "'").split())


class Names:
    """A table of known names that finds the longest one at a place in a text."""

    __slots__ = ("_exact", "_first", "_known", "surnames")

    def __init__(self, rows: Iterable[tuple[str, Known]]) -> None:
        self._known: dict[tuple[str, ...], tuple[Known, ...]] = {}
        self._exact: dict[tuple[str, ...], frozenset[str]] = {}
        for name, known in rows:
            key = _key(name)
            if not key or known in self._known.get(key, ()):
                continue
            self._known[key] = (*self._known.get(key, ()), known)
            self._exact[key] = self._exact.get(key, frozenset()) | {name.replace(".", "")}
        self.surnames: frozenset[str] = frozenset(
            key[-1]
            for key, rows_of in self._known.items()
            if len(key) > 1 and any(row.kind == "person" for row in rows_of)
        )
        self._first: dict[str, int] = {}
        for key in self._known:
            self._first[key[0]] = max(len(key), self._first.get(key[0], 0))

    def get(self, name: str) -> tuple[Known, ...]:
        """Return what bears a name, however it is spelt with dashes and capitals."""
        return self._known.get(_key(name), ())

    def longest(self, text: str, start: int, end: int) -> tuple[int, tuple[Known, ...]] | None:
        """Find the longest known name that begins at ``start`` and ends by ``end``."""
        words: tuple[str, ...] = ()
        best: tuple[int, tuple[Known, ...]] | None = None
        at, limit = start, _LONGEST
        while len(words) < limit and (m := _TOKEN.match(text, at, end)):
            length, is_owner, word = _token(m[0])
            stop = at + length
            words = (*words, word)
            if len(words) == 1:
                limit = self._first.get(word, 0)
                if not limit:  # as for most words: no name begins with it
                    return None
            found = self._known.get(words)
            if found and self._is_cased(words, text[start:stop]):
                best = stop, found
            gap = _GAP.match(text, stop, end)
            if gap is None or is_owner:
                break
            at = gap.end()
        return best

    def _is_cased(self, key: tuple[str, ...], written: str) -> bool:
        """Refuse "us" and "it" for names that are acronyms: they need their capitals."""
        if len(key) != 1 or len(key[0]) > _LONGEST_ACRONYM:
            return True
        plain = written.replace(".", "")
        return any(plain == name or not name.isupper() for name in self._exact[key])


def _key(name: str) -> tuple[str, ...]:
    return tuple(folded_name(name).removeprefix("the ").split())


class _Token(NamedTuple):
    """A word as it stands in a text: how much of it counts, whether it owns what follows."""

    length: int
    owns: bool
    folded: str


@functools.lru_cache(maxsize=4096)
def _token(word: str) -> _Token:
    """Take a final full stop or an owner's 's off a word, and fold what is left."""
    if word[-2:] in ("'s", "’s"):
        return _Token(len(word) - 2, True, _folded_word(word[:-2]))
    is_initials = word.endswith(".") and word.count(".") > 1
    length = len(word) if is_initials or not word.endswith(".") else len(word) - 1
    return _Token(length, False, _folded_word(word[:length]))


def _folded_word(word: str) -> str:
    if word.isascii():
        return word.replace(".", "").lower()
    return folded_name(word) or word
