"""With which two characters the words that a pattern lists can begin.

A pattern that lists a hundred words is slow to find that none of them stands at a place. Two
characters rule nearly all places out, and are quick to look at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

__all__ = ["openings"]

_CHARACTER = re.compile(r"\[[^\]]+\]|[\w'’]")  # one, or one of a class
_OPTIONAL = tuple("?*{")


def openings(patterns: Iterable[str]) -> list[str]:
    """Return patterns for the first two characters of whatever some patterns match.

    Args:
        patterns: Words with ``|`` between, also in groups; each begins with a letter, a digit, an
            apostrophe or a class of characters.

    >>> from natobrief.when.phrases.openings import openings
    >>> openings(["May|MAY|Mar", "(?:[Tt]oday|[Tt]onight)(?!x)", "[0-9]+"])
    ['M[Aa]', '[Tt][o]', '[0-9]']
    """
    found: dict[str, set[str]] = {}
    for pattern in patterns:
        for first, second in _openings(pattern):
            found.setdefault(first, set()).add(second)
    return [
        first if "" in then else f"{first}[{''.join(sorted(then))}]"
        for first, then in found.items()
    ]


def _openings(pattern: str) -> Iterator[tuple[str, str]]:
    """Yield the first character of each word, and the second if there surely is one."""
    for word in _parts(pattern):
        if word.startswith("(?:"):
            yield from _openings(word[3 : _end_of_group(word)])
            continue
        first = _CHARACTER.match(word)
        if first is None:
            raise ValueError(f"no character begins {word!r}")
        then = _CHARACTER.match(word, first.end())
        is_sure = then is not None and not word.startswith(_OPTIONAL, then.end())
        yield first[0], then[0].strip("[]") if then is not None and is_sure else ""


def _parts(pattern: str) -> Iterator[str]:
    """Divide a pattern at each ``|`` outside of groups and classes."""
    start = depth = 0
    for m in re.finditer(r"\\.|\[[^\]]*\]|[()|]", pattern):
        if m[0] == "|" and depth == 0:
            yield pattern[start : m.start()]
            start = m.end()
        depth += {"(": 1, ")": -1}.get(m[0], 0)
    yield pattern[start:]


def _end_of_group(pattern: str) -> int:
    """Return where the group that a pattern begins with is closed."""
    depth = 0
    for m in re.finditer(r"\\.|\[[^\]]*\]|[()]", pattern):
        depth += {"(": 1, ")": -1}.get(m[0], 0)
        if depth == 0:
            return m.start()
    raise ValueError(f"a group stays open in {pattern!r}")
