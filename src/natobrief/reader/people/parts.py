"""The pieces of a capitalised run, and those that are less than they seem."""

from __future__ import annotations

from typing import NamedTuple

from natobrief.reader.people.given_names import FEMALE, MALE
from natobrief.reader.people.names import Known

__all__ = ["Part", "levelled"]

_GIVEN = frozenset((*MALE, *FEMALE))
_SIDES_OF_EARTH = frozenset("Central Latin North South Northern Southern East West".split())
_SURNAMES_TOO = ("office", "title", "demonym")


class Part(NamedTuple):
    """A piece of a run: a known name, the words of an office, an honorific or a plain word."""

    what: str  # known kinds, "office", "title", "word"
    start: int
    end: int
    known: tuple[Known, ...] = ()


def levelled(text: str, parts: list[Part]) -> list[Part]:
    """Take "Central America" for a place, and "King" in "Stephen King" for a name."""
    done: list[Part] = []
    for index, part in enumerate(parts):
        last = done[-1] if done else None
        word = text[last.start : last.end] if last is not None else ""
        if last is None or last.what != "word" or part.start - last.end != 1:
            done.append(part)
        elif part.what == "country" and word in _SIDES_OF_EARTH:
            done[-1] = Part("place", last.start, part.end)
        elif part.what in _SURNAMES_TOO and word in _GIVEN and index + 1 == len(parts):
            is_one = " " not in text[part.start : part.end]
            done.append(part._replace(what="word", known=()) if is_one else part)
        else:
            done.append(part)
    return done
