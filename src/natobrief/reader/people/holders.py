"""Who in a text holds an office that has no name with it: "the President", "the minister"."""

from __future__ import annotations

import re

from natobrief.reader.people.figures import Figure, Figures
from natobrief.reader.people.knowledge import Knowledge
from natobrief.reader.people.names import folded_name
from natobrief.when import When

__all__ = ["Holders"]

_ARTICLE = re.compile(r"^(?:the|an?|its|his|her|their)\s+", re.I)
_SYNONYMS = (
    ("head of state", "president"),
    ("head of government", "prime minister"),
    ("press secretary", "spokesperson"),
    ("spokesman", "spokesperson"),
    ("spokeswoman", "spokesperson"),
)
# Who can be called the leader of a state.
_LEADERS = frozenset(("president", "premier", "prime", "chancellor", "king", "queen", "leader"))
_ASSISTING = frozenset(("adviser", "advisor", "aide", "assistant", "spokesperson"))
_SMALL = ("of", "the", "for", "to", "and")


class Holders:
    """The people of a text by the words of their offices."""

    def __init__(self, knowledge: Knowledge, figures: Figures) -> None:
        self.knowledge = knowledge
        self.figures = figures
        self._found: dict[tuple[str, When | None], tuple[Figure | None, list[Figure]]] = {}

    def of(self, description: str, on: When | None, at: int | None = None) -> list[Figure]:
        """Return who in the text can be meant by an office on a day.

        Args:
            description: The words for the office.
            on: The day.
            at: Where the words stand; who is named only behind them gives way to others.
        """
        wanted = _office_words(description)
        if not wanted:
            return []
        key = description, on
        if key not in self._found:
            self._found[key] = self._titled(wanted, on)
        exact, found = self._found[key]
        if exact is None:
            return found
        earlier = [f for f in found if at is not None and f.rows[0].start < at]
        return [exact] if exact in earlier or not earlier else earlier

    def _titled(self, wanted: list[str], on: When | None) -> tuple[Figure | None, list[Figure]]:
        people = self.figures.by_name.values()
        fits = [f for f in people if any(self._fits(wanted, o) for o in f.offices)]
        # Of a "President of Norway" and a "President Lee", "the President" is the second.
        exact = [f for f in fits if any(_office_words(o) == wanted for o in f.offices)]
        if len(exact) == 1:
            return exact[0], fits
        return None, fits + [f for f in self._by_directory(wanted, on) if f not in fits]

    def _by_directory(self, wanted: list[str], on: When | None) -> list[Figure]:
        """Return whom the directory knows in an office: anybody if the state is named with it."""
        leading = self.figures.leading()
        people = [leading] if leading is not None else []
        if self._levelled(wanted) != wanted:
            people = list(self.figures.by_name.values())
        return [f for f in people if any(self._fits(wanted, o) for o in self._held(f, on))]

    def _held(self, figure: Figure, on: When | None) -> list[str]:
        known = [k for k in figure.known if k.kind == "person"]
        return self.knowledge.titles(known[0].id, on) if len(known) == 1 else []

    def _fits(self, wanted: list[str], office: str) -> bool:
        """Say whether every word of a description is among the words of an office."""
        have = set(self._levelled(_office_words(office)))
        if "minister" in wanted and "prime" in have and "prime" not in wanted:
            return False  # nobody calls a prime minister "the minister"
        if have & _ASSISTING and not have & _ASSISTING & set(wanted):
            return False  # of an "adviser to the head of the office", "the head" is the other one
        if "leader" in wanted and have & _LEADERS:
            have.add("leader")
        return all(word in have for word in self._levelled(wanted))

    def _levelled(self, words: list[str]) -> list[str]:
        """Put one id for each state and body, however it is named."""
        levelled: list[str] = []
        for word in words:
            known = [
                k
                for k in self.knowledge.names.get(word)
                if k.kind in ("demonym", "country", "organization")
            ]
            levelled.append(known[0].id if len(known) == 1 and known[0].id else word)
        return levelled


def _office_words(text: str) -> list[str]:
    folded = folded_name(_ARTICLE.sub("", text))
    for phrase, word in _SYNONYMS:
        folded = folded.replace(phrase, word)
    return [w.removesuffix("'s") for w in folded.split() if w not in _SMALL]
