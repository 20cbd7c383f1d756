"""The table of all rules, in the order in which they are tried."""

from __future__ import annotations

import functools
import re

from natobrief.when.phrases import absolute, anchored, assistant, parts, relative, weekly
from natobrief.when.phrases.fragments import HEADS
from natobrief.when.phrases.grammar import Grammar, Rule

__all__ = ["RULES", "grammar"]

RULES: tuple[Rule, ...] = (
    *absolute.RULES,
    *parts.RULES,
    *weekly.RULES,
    *anchored.RULES,
    *relative.RULES,
    *assistant.RULES,
)
"""Every rule. Where two could read the same words, the earlier one does."""


@functools.cache
def grammar(*, assistant: bool) -> Grammar:
    """Return the compiled rules of a style; assistant phrases are read in any case of letters."""
    rules = [rule for rule in RULES if assistant or not rule.assistant]
    if not assistant:
        return Grammar(rules, HEADS)
    rules.sort(key=lambda rule: not rule.assistant)
    return Grammar(rules, HEADS, re.IGNORECASE)
