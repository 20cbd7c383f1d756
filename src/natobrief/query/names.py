"""From the names that users write to ids and folded names.

This happens once, when a criterion is added; a query holds what came of it.
"""

from __future__ import annotations

import difflib
import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol, TypeAlias

from natobrief.errors import Fault, InvalidValue, UnknownName, show
from natobrief.model import Actor, Country, Group, Organization, Person, Place, Post
from natobrief.query.criteria import Who
from natobrief.query.moments import Moment
from natobrief.text import fold

__all__ = ["Book", "Entry", "Facts", "Named", "Register", "Seen", "Term", "TermFact"]

Named: TypeAlias = Actor | Post | Place
"""What has a name and perhaps an id."""

_ACTORS = (Person, Organization, Country, Group)
_SUGGESTED = 3


class Entry(NamedTuple):
    """What a directory calls one actor or post: its id and all names it ever had."""

    id: str
    names: Sequence[str]


class TermFact(NamedTuple):
    """Somebody's time in a post, as a directory has it."""

    holder: Person
    post: str
    held: Moment


class Facts(Protocol):
    """What a directory must be able to tell."""

    def actors(self) -> Iterable[Entry]:
        """Return all people, organizations, countries and groups."""
        ...

    def posts(self) -> Iterable[Entry]:
        """Return all posts."""
        ...

    def terms(self, post: str) -> Iterable[TermFact]:
        """Return all times that somebody held a post, given by id."""
        ...


class Seen(Protocol):
    """What the records name."""

    def actors(self) -> Iterable[Actor]:
        """Return every actor, members of groups too."""
        ...

    def posts(self) -> Iterable[Post]:
        """Return every post."""
        ...

    def places(self) -> Iterable[Place]:
        """Return every place."""
        ...


class Term(NamedTuple):
    """Somebody's time in a post, as a query needs it."""

    holder: Who
    name: str
    held: Moment


class Register:
    """Who bears which name."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._names: dict[str, dict[str, str]] = {}
        self._bearers: dict[str, dict[str, None]] = {}
        for entry in entries:
            names = self._names.setdefault(entry.id, {})
            for name in entry.names:
                names.setdefault(fold(name), name)
                self._bearers.setdefault(fold(name), {})[entry.id] = None

    def __contains__(self, own_id: str) -> bool:
        return own_id in self._names

    def bearers(self, folded: str) -> tuple[str, ...]:
        """Return the ids of all that bear a folded name."""
        return tuple(self._bearers.get(folded, ()))

    def who(self, own_id: str, also: str | None = None) -> Who:
        """Return what to look for when this id is meant, which may bear one more name."""
        names = dict.fromkeys(self._names.get(own_id, ()))
        if also is not None:
            names[fold(also)] = None
        shared = {name for name in names if set(self.bearers(name)) - {own_id}}
        return Who(
            ids=(own_id,),
            names=tuple(sorted(names.keys() - shared)),
            possible_names=tuple(sorted(shared)),
        )

    def any_of(self, ids: Sequence[str], folded: str) -> Who:
        """Return what to look for when one of several ids is meant, and it is open which."""
        if len(ids) == 1:
            return self.who(ids[0], folded)
        names = {name for own_id in ids for name in self._names.get(own_id, ())}
        return Who(possible_ids=tuple(sorted(ids)), possible_names=tuple(sorted(names | {folded})))

    def spelled(self) -> Mapping[str, str]:
        """Return all names by their folded forms, for suggestions."""
        return {folded: name for names in self._names.values() for folded, name in names.items()}


class _Records:
    """The names on the records, and the ids that go with them."""

    def __init__(self, named: Iterable[Named]) -> None:
        self.ids: dict[str, dict[str, None]] = {}
        self.spelled: dict[str, str] = {}
        self.known_ids: set[str] = set()
        for one in named:
            if isinstance(one, Person) and one.anonymous:
                continue
            folded = fold(one.name)
            ids = self.ids.setdefault(folded, {})
            self.spelled.setdefault(folded, one.name)
            if one.id is not None:
                ids[one.id] = None
                self.known_ids.add(one.id)


class _Kind(NamedTuple):
    """One kind of thing that has names: actors, posts or places."""

    what: str
    allowed: str
    classes: tuple[type, ...]
    register: Callable[[], Register]
    records: Callable[[], _Records]


class Book:
    """All names that a question may use: those of the directory and those on the records.

    The directory comes first. A name that it knows means all that bear it there; another one
    means who bears it on the records. A name can be an id as well.
    """

    def __init__(self, facts: Callable[[], Facts], seen: Seen) -> None:
        self._facts = functools.cache(facts)
        self._seen = seen
        self._terms: dict[str, tuple[TermFact, ...]] = {}

    @functools.cached_property
    def _actors(self) -> Register:
        return Register(self._facts().actors())

    @functools.cached_property
    def _posts(self) -> Register:
        return Register(self._facts().posts())

    @functools.cached_property
    def _no_places(self) -> Register:
        return Register(())

    @functools.cached_property
    def _seen_actors(self) -> _Records:
        return _Records(self._seen.actors())

    @functools.cached_property
    def _seen_posts(self) -> _Records:
        return _Records(self._seen.posts())

    @functools.cached_property
    def _seen_places(self) -> _Records:
        return _Records(self._seen.places())

    def actor(self, value: str | Actor, path: str) -> Who:
        """Return what to look for when this actor is meant.

        Raises:
            UnknownName: Neither the directory nor a record knows it.
            InvalidValue: It is neither a name nor an actor that has one.
        """
        allowed = "the name of an actor, or a named Person, Organization, Country or Group"
        return self._who(value, path, self._kind("actor", allowed, _ACTORS))

    def body(self, value: str | Organization, path: str) -> Who:
        """Return what to look for when this body is meant; raises as :meth:`actor`."""
        kind = self._kind("body", "the name of a body, or an Organization", (Organization,))
        return self._who(value, path, kind)

    def post(self, value: str | Post, path: str) -> Who:
        """Return what to look for when this post is meant; raises as :meth:`actor`."""
        kind = _Kind(
            "post",
            "the name of a post, or a Post",
            (Post,),
            lambda: self._posts,
            lambda: self._seen_posts,
        )
        return self._who(value, path, kind)

    def place(self, value: str | Place, path: str) -> Who:
        """Return what to look for when this place is meant; raises as :meth:`actor`."""
        kind = _Kind(
            "place",
            "the name of a place, or a Place",
            (Place,),
            lambda: self._no_places,
            lambda: self._seen_places,
        )
        return self._who(value, path, kind)

    def _kind(self, what: str, allowed: str, classes: tuple[type, ...]) -> _Kind:
        return _Kind(what, allowed, classes, lambda: self._actors, lambda: self._seen_actors)

    def terms(self, post: Who) -> list[Term]:
        """Return who held a post and when; where it is open which post is meant, of each."""
        terms = (
            t for own_id in (*post.ids, *post.possible_ids) for t in self._facts().terms(own_id)
        )
        return [
            Term(self._holder(term.holder), term.holder.name, term.held)
            for term in sorted(terms, key=lambda t: (t.held.bounds, t.holder.name))
        ]

    def _holder(self, person: Person) -> Who:
        if person.id is None:
            return Who(names=(fold(person.name),))
        return self._actors.who(person.id, person.name)

    def _who(self, value: Named | str, path: str, kind: _Kind) -> Who:
        unnamed = isinstance(value, Person) and value.anonymous
        if unnamed or value == "" or not isinstance(value, (str, *kind.classes)):
            raise InvalidValue([Fault(path=path, allowed=kind.allowed, came=show(value))])
        if isinstance(value, str):
            found = self._by_name(value, kind) or self._by_id(value, None, kind)
        elif value.id is not None:
            found = self._by_id(value.id, value.name, kind)
        else:
            found = self._by_name(value.name, kind)
        if found is None:
            name = value if isinstance(value, str) else value.name
            raise UnknownName(name, what=kind.what, suggestions=_close(name, kind))
        return found

    def _by_name(self, name: str, kind: _Kind) -> Who | None:
        folded = fold(name)
        ids = kind.register().bearers(folded)
        if ids:
            return kind.register().any_of(ids, folded)
        seen = kind.records().ids.get(folded)
        if seen is None:
            return None
        return kind.register().any_of(tuple(seen), folded) if seen else Who(names=(folded,))

    def _by_id(self, own_id: str, name: str | None, kind: _Kind) -> Who | None:
        register, records = kind.register(), kind.records()
        known = own_id in register or own_id in records.known_ids
        if known or (name is not None and fold(name) in records.ids):
            return register.who(own_id, name)
        return None


def _close(name: str, kind: _Kind) -> list[str]:
    spelled = {**kind.register().spelled(), **kind.records().spelled}
    close = difflib.get_close_matches(fold(name), spelled, n=_SUGGESTED)
    return [spelled[folded] for folded in close]
