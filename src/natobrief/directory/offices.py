"""Posts by what they are called: "NATO Secretary General", "Secretary-General of NATO"."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from functools import cached_property

from natobrief.directory.keys import key, without_owner
from natobrief.directory.names import Names
from natobrief.directory.store import Store

__all__ = ["Offices"]

_OF = frozenset(("of", "to", "for", "at"))
_MODIFIERS = frozenset(
    ("acting", "caretaker", "current", "ex", "former", "interim", "late", "new", "outgoing", "then")
)
_TITLES = frozenset(
    "amb ambassador baroness dame dr gen general hon lady lord mr mrs ms pm president prof sir"
    " excellency his her majesty king queen".split()
)
_LONGEST = 6


class Offices:
    """The posts of one directory, by name and by title within a state or organization."""

    def __init__(self, store: Store, names: Names) -> None:
        self._store = store
        self._names = names

    @cached_property
    def by_name(self) -> dict[str, tuple[str, ...]]:
        """Posts by full name."""
        table: dict[str, tuple[str, ...]] = {}
        for post, row in self._store.posts.items():
            _add(table, key(row.data["name"]), post)
        return table

    @cached_property
    def by_title(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """Posts by title and what they are in."""
        table: dict[tuple[str, str], tuple[str, ...]] = {}
        for title, posts in self.titles.items():
            for post in posts:
                place = (title, self._store.posts[post].data["of"])
                table[place] = (*table.get(place, ()), post)
        return table

    @cached_property
    def titles(self) -> dict[str, tuple[str, ...]]:
        """Posts by title alone."""
        synonyms = _both_ways(self._store.synonyms)
        table: dict[str, tuple[str, ...]] = {}
        for post, row in self._store.posts.items():
            for text in (row.data["name"], *row.data.get("titles", ())):
                for title in self._bare(key(text), row.data["of"]):
                    for each in (title, *synonyms.get(title, ())):
                        _add(table, each, post)
        return table

    @cached_property
    def words(self) -> frozenset[str]:
        """All words that can stand before a name: titles, and what they are in."""
        titles = (word for title in self.titles for word in title.split())
        bodies = (word for name in self._names.bodies for word in name.split())
        return frozenset((*titles, *bodies, *_TITLES, *_MODIFIERS, *_OF, "the", "and", "s"))

    def find(self, text: str) -> tuple[str, ...]:
        """Return the ids of the posts that a phrase names; several if it leaves open which."""
        folded = _without_modifiers(key(without_owner(text)))
        found: dict[str, None] = dict.fromkeys(self.by_name.get(folded, ()))
        for title, place in self._split(folded):
            found.update(dict.fromkeys(self.by_title.get((title, place), ())))
        return tuple(found) or self.titles.get(folded, ())

    def spellings(self, post: str) -> Iterator[str]:
        """Return the ways to write a post with what it is in: "X Chair", "Chair of X"."""
        row = self._store.posts[post]
        of = str(row.data["of"])
        place = self._store.row(of)
        titles = [text for text in row.data.get("titles", ()) if self._is_bare(text, of)]
        if place is not None:
            names = (name.text for name in self._store.dated_names(of))
            for name in (*names, *place.data.get("demonyms", ())):
                for title in titles:
                    yield f"{name} {title}"
                    if name not in place.data.get("demonyms", ()):
                        yield f"{title} of {name}"

    def _is_bare(self, text: str, place: str) -> bool:
        return all(of != place for _, of in self._split(key(text)))

    def close_to(self, text: str) -> tuple[str, ...]:
        """Return up to three posts whose names are spelt much like a phrase, best first."""
        matches = difflib.get_close_matches(key(text), sorted(self.by_name), n=3, cutoff=0.8)
        posts = (post for match in matches for post in self.by_name[match])
        return tuple(self._store.post(post).name for post in posts)[:3]

    def held_under(self, phrase: str) -> frozenset[str]:
        """Return the posts that the words before a name may mean, here or anywhere."""
        return frozenset(self.find(phrase)) if phrase.strip() else frozenset()

    def _bare(self, folded: str, place: str) -> Iterator[str]:
        """Return a title without what it is in, or as it is if it names none."""
        bare = [title for title, of in self._split(folded) if of == place]
        yield from bare or [folded]

    def _split(self, folded: str) -> Iterator[tuple[str, str]]:
        """Take a phrase apart in every way: what the post is in, before it or after "of"."""
        words = folded.split()
        for cut in range(1, min(_LONGEST, len(words) - 1) + 1):
            for bearer in self._names.bodies.get(" ".join(words[:cut]), ()):
                yield " ".join(words[cut:]), bearer.id
        for cut in range(1, len(words) - 1):
            if words[cut] in _OF:
                rest = " ".join(words[cut + 1 :]).removeprefix("the ")
                for bearer in self._names.bodies.get(rest, ()):
                    yield " ".join(words[:cut]), bearer.id


def _without_modifiers(folded: str) -> str:
    words = folded.split()
    while len(words) > 1 and words[0] in _MODIFIERS:
        del words[0]
    return " ".join(words)


def _both_ways(synonyms: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Let each title of a set of synonyms stand for all others, by their folded forms."""
    found: dict[str, tuple[str, ...]] = {}
    for title, others in synonyms.items():
        group = tuple(dict.fromkeys(map(key, (title, *others))))
        for each in group:
            rest = (other for other in group if other != each)
            found[each] = tuple(dict.fromkeys((*found.get(each, ()), *rest)))
    return found


def _add(table: dict[str, tuple[str, ...]], text: str, post: str) -> None:
    found: Iterable[str] = table.get(text, ())
    if post not in found:
        table[text] = (*found, post)
