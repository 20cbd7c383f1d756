"""A table of rules, compiled into one pattern per first word.

A :class:`Rule` says how a family of phrases is written and how to read it. Trying every rule at
every character is slow, so each states its ``heads``: the kinds of word that it can begin with. One
pattern looks for heads, and only the rules of that kind are tried there, in the order of the table.
``tests/when/test_finder_laws.py`` holds the guarded search equal to trying every rule everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from natobrief.when.phrases.expressions import Expr
from natobrief.when.phrases.openings import openings

__all__ = ["BEFORE", "Grammar", "Groups", "Pieces", "Raw", "Rule"]

BEFORE = r"(?<![\w$£€#@])"
"""What a phrase must not touch on its left."""

Groups: TypeAlias = Mapping[str, str | None]
_NAME = re.compile(r"\(\?P<\w+>")


class Pieces(NamedTuple):
    """Several dates in one phrase, each with the name of its group: "January 10 and 12"."""

    says: tuple[tuple[str, Expr], ...]


class Rule(NamedTuple):
    """One family of phrases.

    ``heads`` are keys of the grammar's table of first words. ``read`` returns what the words say,
    several pieces where they hold several dates, or None if they are no date after all.
    ``assistant`` rules serve that style only.
    """

    name: str
    family: str
    example: str
    heads: tuple[str, ...]
    body: str
    read: Callable[[Groups], Expr | Pieces | None]
    assistant: bool = False


class Raw(NamedTuple):
    """A place where a rule fits, and what it read there."""

    start: int
    end: int
    rule: str
    says: Expr
    side: str = ""


class Grammar:
    """Rules, ready to search a text."""

    def __init__(self, rules: Sequence[Rule], heads: Mapping[str, str], flags: int = 0) -> None:
        self._rules = {rule.name: rule for rule in rules}
        self._flags = flags
        self._compiled: dict[str, re.Pattern[str]] = {}
        guard = "|".join(f"(?P<{kind}>{words})" for kind, words in heads.items())
        opening = "|".join(openings(heads.values()))
        self._guard = re.compile(f"{BEFORE}(?={opening})(?:{guard})", flags)
        self._by_head = {
            kind: self._one_of([rule for rule in rules if kind in rule.heads], flags)
            for kind in heads
        }

    @staticmethod
    def _one_of(rules: Sequence[Rule], flags: int) -> re.Pattern[str]:
        bodies = (f"{_NAME.sub('(?:', rule.body)}(?P<{_marker(rule.name)}>)" for rule in rules)
        return re.compile("|".join(bodies) or "(?!)", flags)

    def _own(self, name: str) -> re.Pattern[str]:
        """Return the pattern of one rule with its groups, compiled at first use."""
        own = self._compiled.get(name)
        if own is None:
            own = re.compile(BEFORE + self._rules[name].body, self._flags)
            self._compiled[name] = own
        return own

    def scan(self, text: str) -> Iterator[Raw]:
        """Yield what the rules find, from left to right, without overlaps."""
        position = 0
        while (head := self._guard.search(text, position)) is not None:
            position = head.end()
            found = self._by_head[head.lastgroup or ""].match(text, head.start())
            if found is not None:
                raws = self._read(text, head.start(), _name(found.lastgroup or ""))
                yield from raws
                position = max(position, found.end()) if raws else position

    def scan_unguarded(self, text: str) -> Iterator[Raw]:
        """Yield the same by trying every rule at every character: slow, for tests."""
        position = 0
        while position < len(text):
            name = next((n for n in self._rules if self._own(n).match(text, position)), None)
            raws = [] if name is None else self._read(text, position, name)
            yield from raws
            found = self._own(name).match(text, position) if name and raws else None
            position = found.end() if found else position + 1

    def _read(self, text: str, start: int, name: str) -> list[Raw]:
        found = self._own(name).match(text, start)
        assert found is not None, name  # noqa: S101 - the alternation has just matched this rule
        says = self._rules[name].read(found.groupdict())
        if says is None:
            return []
        if isinstance(says, Pieces):
            return [
                Raw(found.start(group), found.end(group), name, piece) for group, piece in says.says
            ]
        groups = found.groupdict()
        side = (groups.get("mod") or groups.get("side") or "").lower()
        return [Raw(start, found.end(), name, says, side)]


def _marker(name: str) -> str:
    return name.replace("-", "_")


def _name(marker: str) -> str:
    return marker.replace("_", "-")
