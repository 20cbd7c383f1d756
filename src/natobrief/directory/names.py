"""Tables of names: what bears a name, found by dictionary look-ups."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from natobrief.directory.documents import Row
from natobrief.directory.facts import DirectoryEntry
from natobrief.directory.keys import key, keys, sounds
from natobrief.directory.store import Store

__all__ = ["Bearer", "Names"]

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_LONGEST_SURNAME = 4
# The part of two names that agrees, as difflib counts it, from which on they are close.
_CLOSE = 0.8


class Bearer(NamedTuple):
    """What bears a name.

    Attributes:
        kind: ``person``, ``organization``, ``country``, ``demonym``, ``metonym`` or ``place``.
        id: Whose name it is.
        period: When it was in use, in EDTF; None if always or not said.
        acronym: Whether it is an acronym, which needs its capitals.
    """

    kind: str
    id: str
    period: str | None = None
    acronym: bool = False


Table = dict[str, tuple[Bearer, ...]]


class Names:
    """The names of one directory. Each table is made at first need."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, text: str) -> tuple[Bearer, ...]:
        """Return what bears exactly this name, states and organizations first."""
        folded = key(text)
        found = (*self.bodies.get(folded, ()), *self.people.get(folded, ()))
        if not any(bearer.acronym for bearer in found) or _can_be_acronym(text):
            return found
        return tuple(bearer for bearer in found if not bearer.acronym)

    @cached_property
    def bodies(self) -> Table:
        """States and organizations, with demonyms, metonyms and capitals."""
        return _table(_names_of_bodies(self._store))

    @cached_property
    def seats(self) -> dict[str, tuple[str, ...]]:
        """Organizations by the places that can stand for them."""
        table: dict[str, tuple[str, ...]] = {}
        for own, row in self._store.organizations.items():
            for folded in keys(row.data.get("metonyms", ())):
                table[folded] = (*table.get(folded, ()), own)
        return table

    @cached_property
    def people(self) -> Table:
        """People by full name."""
        return _table(_names_of_people(self._store))

    @cached_property
    def surnames(self) -> dict[str, tuple[str, ...]]:
        """People by the last words of their names: "scheffer", "de hoop scheffer"."""
        table: dict[str, tuple[str, ...]] = {}
        for folded, bearers in self.people.items():
            words = folded.split()
            while len(words) > 2 and words[-1] in _SUFFIXES:
                words.pop()
            for start in range(max(1, len(words) - _LONGEST_SURNAME), len(words)):
                _add(table, " ".join(words[start:]), bearers)
        return table

    @cached_property
    def first_words(self) -> dict[str, tuple[str, ...]]:
        """People by the first word of their names, which in some languages is the family's."""
        table: dict[str, tuple[str, ...]] = {}
        for folded, bearers in self.people.items():
            _add(table, folded.partition(" ")[0], bearers)
        return table

    @cached_property
    def ends(self) -> frozenset[str]:
        """The words that what somebody is called can end in, as they sound.

        They are the last words of names and surnames, and first words, of which some are surnames.
        """
        ends: set[str] = set()
        for words in map(str.split, self.people):
            ends.update(words[:1], words[-1:])
            while len(words) > 1 and words[-1] in _SUFFIXES:
                words.pop()
                ends.add(words[-1])
        return frozenset(sounds(ends))

    @cached_property
    def loose(self) -> Table:
        """People by full name, as it sounds in any romanization."""
        table: Table = {}
        for heard, bearers in zip(_heard(self.people), self.people.values(), strict=True):
            for bearer in bearers:
                _put(table, heard, bearer)
        return table

    @cached_property
    def loose_surnames(self) -> dict[str, tuple[str, ...]]:
        """Surnames as they sound in any romanization."""
        table: dict[str, tuple[str, ...]] = {}
        for heard, ids in zip(_heard(self.surnames), self.surnames.values(), strict=True):
            found = table.get(heard)
            table[heard] = ids if found is None else tuple(dict.fromkeys((*found, *ids)))
        return table

    def texts(self, *, people: bool) -> list[str]:
        """Return the names of all people, or of all other actors, as they are written."""
        named = _names_of_people(self._store) if people else _names_of_bodies(self._store)
        return [text for text, _ in named]

    def entries(self) -> Iterator[tuple[str, DirectoryEntry]]:
        """Iterate over all names of all actors and posts as they are written."""
        store = self._store
        for text, bearer in (*_names_of_bodies(store), *_names_of_people(store)):
            yield text, DirectoryEntry(bearer.kind, bearer.id, store.name(bearer.id))
        for post, row in store.posts.items():
            yield row.data["name"], DirectoryEntry("post", post, row.data["name"])

    def close_to(self, text: str) -> tuple[str, ...]:
        """Return up to three names that are spelt much like ``text``, best first.

        Surnames count where no whole name is close.
        """
        folded = key(text)
        ids = [
            bearer.id
            for match in _close((*self.bodies, *self.people), folded)
            for bearer in (*self.bodies.get(match, ()), *self.people.get(match, ()))
        ]
        if not ids:
            near = [match for match in _close(self.surnames, folded) if match != folded]
            ids = [own for match in near for own in self.surnames[match]]
        return tuple(dict.fromkeys(map(self._store.name, ids)))[:3]


def _can_be_acronym(text: str) -> bool:
    """Say whether letters are written as an acronym: US, U.N., Unesco; but not us, Who."""
    return text == text.upper() or (len(text) > 3 and text[0].isupper())


def _close(names: Iterable[str], folded: str) -> list[str]:
    letters = frozenset(folded)
    pool = {name for name in names if _may_be_close(folded, letters, name)}
    return difflib.get_close_matches(folded, pool, n=3, cutoff=_CLOSE)


def _may_be_close(one: str, letters: frozenset[str], other: str) -> bool:
    """Say whether two names can agree enough: letters that just one has agree with nothing."""
    least = _CLOSE * (len(one) + len(other)) / 2
    if abs(len(one) - len(other)) >= 4 or len(one) - len(letters.difference(other)) < least:
        return False
    return len(other) - len(set(other).difference(letters)) >= least


def _table(named: Iterable[tuple[str, Bearer]]) -> Table:
    rows = list(named)
    table: Table = {}
    for folded, (_, bearer) in zip(keys(text for text, _ in rows), rows, strict=True):
        _put(table, folded, bearer)
    return table


def _heard(folded: Iterable[str]) -> list[str]:
    return sounds(each.removeprefix("the ") for each in folded)


def _put(table: Table, folded: str, bearer: Bearer) -> None:
    found = table.get(folded)
    if found is None:
        table[folded] = (bearer,)
    elif all((bearer.kind, bearer.id) != (other.kind, other.id) for other in found):
        table[folded] = (*found, bearer)
    elif bearer.period is None and not bearer.acronym:
        # A name that is always right says more than the same name with a date or in capitals.
        table[folded] = tuple(bearer if bearer[:2] == other[:2] else other for other in found)


def _add(table: dict[str, tuple[str, ...]], word: str, bearers: Iterable[Bearer]) -> None:
    ids = [bearer.id for bearer in bearers]
    found = table.get(word)
    table[word] = tuple(dict.fromkeys(ids if found is None else (*found, *ids)))


def _names_of(row: Row, kind: str) -> Iterator[tuple[str, Bearer]]:
    key_of = row.data["id"]
    plain = Bearer(kind, key_of)
    yield row.data["name"], plain
    for each in row.data.get("names", ()):
        if isinstance(each, str):
            yield each, plain
        else:
            is_acronym = each.get("kind") == "acronym"
            yield each["text"], Bearer(kind, key_of, each.get("period"), is_acronym)


def _names_of_people(store: Store) -> Iterator[tuple[str, Bearer]]:
    for row in store.people.values():
        yield from _names_of(row, "person")


def _names_of_bodies(store: Store) -> Iterator[tuple[str, Bearer]]:
    for kind, rows in (("country", store.countries), ("organization", store.organizations)):
        for row in rows.values():
            yield from _names_of(row, kind)
    for key_of, row in store.countries.items():
        for kind, field in (("demonym", "demonyms"), ("metonym", "metonyms")):
            for text in row.data.get(field, ()):
                yield text, Bearer(kind, key_of)
        if "capital" in row.data:
            for text in (row.data["capital"], *row.data.get("capital_names", ())):
                yield text, Bearer("place", key_of)
