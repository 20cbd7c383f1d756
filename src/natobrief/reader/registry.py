"""All rules of the reader in one registry, and what a reader makes of them and of a caller's."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from natobrief.reader.catalogue import (
    doubts,
    encounters,
    inputs,
    meetings,
    people,
    quotes,
    reported,
    statements,
)
from natobrief.reader.finders import NameFinder, QuoteFinder
from natobrief.reader.lexicon import DEFAULT, Lexicon
from natobrief.reader.rule import Rule

__all__ = ["DEFAULT_SETUP", "RULES", "Setup", "reasons_of", "rules"]

_MODULES = (quotes, inputs, reported, people, encounters, meetings, statements, doubts)

RULES: tuple[Rule, ...] = tuple(rule for module in _MODULES for rule in module.RULES)
"""The rules of all modules of the catalogue, in their order."""


def rules() -> tuple[Rule, ...]:
    """Return every rule that the package brings.

    Each id that evidence can name is among them, and each code that a doubt can have. Dates have a
    table of their own: the phrases of :func:`~natobrief.find`.

    >>> [rule.sentence for rule in rules() if rule.id == "said-x"]
    ['A reporting verb and then the speaker follow the words.']
    """
    return RULES


class Setup(NamedTuple):
    """What one reader reads with: its words, its rules and its finders.

    Attributes:
        lexicon: The words.
        off: The ids of the rules that are switched off.
        reported: The caller's rules for reported speech.
        encounters: The caller's rules for encounters.
        names: The caller's finders of names.
        quotes: The caller's finders of quotes.
        reasons: The sentence for the evidence of each rule of speech.
    """

    lexicon: Lexicon = DEFAULT
    off: frozenset[str] = frozenset()
    reported: tuple[Rule, ...] = ()
    encounters: tuple[Rule, ...] = ()
    names: tuple[NameFinder, ...] = ()
    quotes: tuple[QuoteFinder, ...] = ()
    reasons: Mapping[str, str] = MappingProxyType({})


def reasons_of(rules: tuple[Rule, ...]) -> Mapping[str, str]:
    """Return the sentence for the evidence of each rule, the package's own among them."""
    own = {rule.id: rule.reason for rule in RULES if rule.reason}
    return MappingProxyType(own | {rule.id: rule.reason or rule.sentence for rule in rules})


DEFAULT_SETUP = Setup(reasons=reasons_of(()))
"""What ``read`` reads with."""
