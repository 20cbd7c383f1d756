"""From the names that users write to ids and folded names.

This happens once, when a criterion is added; a query holds what came of it.
"""

from __future__ import annotations

import difflib
import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple, Protocol, TypeAlias, cast

from natobrief.errors import Fault, InvalidValue, UnknownName, show
from natobrief.model import Actor, Country, Group, Organization, Person, Place, Post
from natobrief.query.criteria import Who
from natobrief.query.moments import Moment
from natobrief.text import fold

__all__ = [
    "Book",
    "Facts",
    "Member",
    "MemberFact",
    "Named",
    "Seen",
    "Side",
    "Term",
    "TermFact",
    "What",
]

Named: TypeAlias = Actor | Post | Place
"""What has a name and perhaps an id."""

What: TypeAlias = Literal["actor", "post", "place"]
"""What kind of thing a name is looked up as."""

_SUGGESTED = 3


class TermFact(NamedTuple):
    """Somebody's time in a post, as a directory has it; one time by each source."""

    holder: str
    name: str
    held: tuple[Moment, ...]


class MemberFact(NamedTuple):
    """A member's time in an organization, as a directory has it; one time by each source."""

    member: str
    name: str
    held: tuple[Moment, ...]


class Facts(Protocol):
    """What a directory must be able to tell."""

    def ids(self, name: str, what: What) -> Sequence[str]:
        """Return the ids of all that bear or ever bore a name."""
        ...

    def loose_ids(self, name: str, what: What) -> Sequence[str]:
        """Return the ids of all that a surname, a title or the like can mean."""
        ...

    def knows_place(self, name: str) -> bool:
        """Say whether a name is that of a place."""
        ...

    def names(self, own_id: str, what: What) -> Sequence[str]:
        """Return all names of one id; none if there is no such id."""
        ...

    def terms(self, post: str) -> Sequence[TermFact]:
        """Return all times that somebody held a post, given by id."""
        ...

    def posts_of(self, owner: str) -> Sequence[str]:
        """Return the ids of the posts of a state or an organization, given by id."""
        ...

    def members(self, organization: str) -> Sequence[MemberFact] | None:
        """Return all that ever were members of an organization; None if none are listed."""
        ...

    def close(self, name: str, what: What) -> Sequence[str]:
        """Return names that are close to one that isn't known, best first."""
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
    """Somebody's time in a post, as a query needs it; one time by each source."""

    holder: Who
    name: str
    held: tuple[Moment, ...]


class Side(NamedTuple):
    """Who speaks for a state or organization: itself, whoever is in one of its posts."""

    who: Who
    posts: Who | None
    terms: tuple[Term, ...]


class Member(NamedTuple):
    """A member of an organization, and when it was one; one time by each source."""

    side: Side
    name: str
    held: tuple[Moment, ...]


class _Kind:
    """All names of one kind of thing: those of the directory and those on the records."""

    def __init__(self, what: What, facts: Callable[[], Facts], seen: Iterable[Named]) -> None:
        self.what: What = what
        self.facts = facts
        self.spelled: dict[str, str] = {}
        self.seen_ids: dict[str, dict[str, None]] = {}
        for one in seen:
            if not (isinstance(one, Person) and one.anonymous):
                folded = fold(one.name)
                self.spelled.setdefault(folded, one.name)
                self.seen_ids.setdefault(folded, {}).update({one.id: None} if one.id else {})

    def ids(self, name: str) -> tuple[str, ...]:
        """Return the ids of all that the directory calls so."""
        return tuple(dict.fromkeys(self.facts().ids(name, self.what)))

    def bearers(self, name: str) -> tuple[str, ...]:
        """Return the ids of all that the directory calls so; if none, those on the records."""
        return self.ids(name) or tuple(self.seen_ids.get(fold(name), ()))

    @functools.cached_property
    def _on_records(self) -> Mapping[str, Sequence[str]]:
        """The names on the records, by the ids that the directory finds for their spelling."""
        found: dict[str, list[str]] = {}
        for name in self.spelled.values():
            for own_id in self.ids(name):
                found.setdefault(own_id, []).append(name)
        return found

    def who(self, own_id: str, *also: str) -> Who:
        """Return what to look for when this id is meant, which may bear more names."""
        known = (*self.facts().names(own_id, self.what), *self._on_records.get(own_id, ()), *also)
        names = {fold(name): name for name in known}
        shared = {folded for folded, name in names.items() if set(self.bearers(name)) - {own_id}}
        return Who(
            ids=(own_id,),
            names=tuple(sorted(names.keys() - shared)),
            possible_names=tuple(sorted(shared)),
        )

    def any_of(self, ids: Sequence[str], name: str) -> Who:
        """Return what to look for when one of several ids is meant, and it is open which."""
        if len(ids) == 1:
            return self.who(ids[0], name)
        each = [self.who(own_id, name) for own_id in ids]
        names = {name for who in each for name in (*who.names, *who.possible_names)}
        return Who(possible_ids=tuple(sorted(ids)), possible_names=tuple(sorted(names)))

    def by_name(self, name: str) -> Who | None:
        """Return who bears a name in the directory, else who does on the records.

        A surname or a title that no record gives as a name means the actors that it can stand
        for; where a record does, those are only possible.
        """
        ids = self.bearers(name)
        loose = () if self.ids(name) else tuple(self.facts().loose_ids(name, self.what))
        if fold(name) not in self.spelled:
            return self.any_of(ids or loose, name) if ids or loose else self._unseen_place(name)
        who = self.any_of(ids, name) if ids else Who(names=(fold(name),))
        return who if set(loose) <= {*who.ids, *who.possible_ids} else self._or(who, loose)

    def _unseen_place(self, name: str) -> Who | None:
        known = self.what == "place" and self.facts().knows_place(name)
        return Who(names=(fold(name),)) if known else None

    def _or(self, who: Who, loose: Sequence[str]) -> Who:
        """Add those whom a name may mean as well."""
        each = [self.who(own_id) for own_id in loose]
        names = {name for more in each for name in (*more.names, *more.possible_names)}
        return who.evolve(
            possible_ids=tuple(sorted({*who.possible_ids, *loose} - set(who.ids))),
            possible_names=tuple(sorted(names - set(who.names))),
        )

    def by_id(self, own_id: str, *also: str) -> Who | None:
        """Return who has this id, if the directory or a record knows it or its name."""
        known = self.facts().names(own_id, self.what) or any(map(self.by_name, also))
        if known or any(own_id in ids for ids in self.seen_ids.values()):
            return self.who(own_id, *also)
        return None

    def close(self, name: str) -> list[str]:
        """Return names that are close to an unknown one, those of the directory first."""
        found = difflib.get_close_matches(fold(name), self.spelled, n=_SUGGESTED)
        known = (*self.facts().close(name, self.what), *(self.spelled[folded] for folded in found))
        return list({fold(each): each for each in reversed(known)}.values())[::-1][:_SUGGESTED]


class Book:
    """All names that a question may use: those of the directory and those on the records.

    The directory comes first. A name that it knows means all that bear it there; another one
    means who bears it on the records. An id is taken for a name as well.
    """

    def __init__(self, facts: Callable[[], Facts], seen: Seen) -> None:
        self._facts = functools.cache(facts)
        self._seen = seen
        self._found: dict[str, Who] = {}

    @functools.cached_property
    def _actors(self) -> _Kind:
        return _Kind("actor", self._facts, self._seen.actors())

    @functools.cached_property
    def _posts(self) -> _Kind:
        return _Kind("post", self._facts, self._seen.posts())

    @functools.cached_property
    def _places(self) -> _Kind:
        return _Kind("place", self._facts, self._seen.places())

    def actor(self, value: str | Actor, path: str) -> Who:
        """Return what to look for when this actor is meant.

        Raises:
            UnknownName: Neither the directory nor a record knows it, or it is the title of a post.
            InvalidValue: It is neither a name nor an actor that has one.
        """
        if type(value) is not str:
            return self._actor(value, path)
        if value not in self._found:
            self._found[value] = self._actor(value, path)
        return self._found[value]

    def _actor(self, value: str | Actor, path: str) -> Who:
        allowed = "the name of an actor, or a named Person, Organization, Country or Group"
        if isinstance(cast("object", value), Post):
            allowed += "; by_holder_of takes a post"
        named = _named(value, (Person, Organization, Country, Group), allowed, path)
        if self._is_title(*named):
            error = UnknownName(named[0], what="actor", suggestions=())
            error.add_note(f"{named[0]!r} is a post; by_holder_of asks for whoever held it")
            raise error
        return _found(named, self._actors, "actor")

    def _is_title(self, name: str, own_id: str | None) -> bool:
        """Say whether a name is that of a post and of no actor."""
        if own_id is not None or self._actors.bearers(name) or fold(name) in self._actors.spelled:
            return False
        return bool(self._facts().ids(name, "post"))

    def body(self, value: str | Organization, path: str) -> Who:
        """Return what to look for when this body is meant; raises as :meth:`actor`."""
        named = _named(value, (Organization,), "the name of a body, or an Organization", path)
        return _found(named, self._actors, "body")

    def post(self, value: str | Post, path: str) -> Who:
        """Return what to look for when this post is meant; raises as :meth:`actor`.

        Where several posts bear a title, it is unknown which is meant, and they are suggested.
        """
        named = _named(value, (Post,), "the name of a post, or a Post", path)
        who = _found(named, self._posts, "post")
        if who.possible_ids:
            names = [self._facts().names(own_id, "post")[:1] for own_id in who.possible_ids]
            several = [name for each in names for name in each][:_SUGGESTED]
            raise UnknownName(named[0], what="one post", suggestions=several)
        return who

    def place(self, value: str | Place, path: str) -> Who:
        """Return what to look for when this place is meant; raises as :meth:`actor`."""
        named = _named(value, (Place,), "the name of a place, or a Place", path)
        return _found(named, self._places, "place")

    def side(self, value: str | Actor, path: str) -> Side:
        """Return who speaks for a state or organization: itself, and holders of its posts.

        Raises as :meth:`actor`.
        """
        return self._side(self.actor(value, path))

    def _side(self, who: Who) -> Side:
        posts = [post for own_id in who.ids for post in self._facts().posts_of(own_id)]
        terms = [term for post in posts for term in self.terms(Who(ids=(post,)))]
        return Side(who, self._post_ids(posts), tuple(terms))

    def _post_ids(self, posts: Sequence[str]) -> Who | None:
        each = [self._posts.who(own_id) for own_id in posts]
        if not each:
            return None
        return Who(
            ids=tuple(post for who in each for post in who.ids),
            names=tuple(sorted({name for who in each for name in who.names})),
            possible_names=tuple(sorted({name for who in each for name in who.possible_names})),
        )

    def members(self, value: str | Organization, path: str) -> list[Member]:
        """Return the members of an organization, each with who speaks for it and when it was one.

        Raises:
            UnknownName: Neither the directory nor a record knows the organization, or no members
                of it are listed.
            InvalidValue: It is neither a name nor an organization.
        """
        who = self.body(value, path)
        for own_id in who.ids:
            rows = self._facts().members(own_id)
            if rows is not None:
                sides = (self._side(self._actors.who(row.member, row.name)) for row in rows)
                return [Member(s, row.name, row.held) for s, row in zip(sides, rows, strict=True)]
        raise UnknownName(_title(value), what="list of members")

    def terms(self, post: Who) -> list[Term]:
        """Return who held a post and when, in the order of the directory."""
        terms = [term for own_id in post.ids for term in self._facts().terms(own_id)]
        who = self._actors.who
        return [Term(who(term.holder, term.name), term.name, term.held) for term in terms]


def _named(
    value: str | Named, classes: tuple[type, ...], allowed: str, path: str
) -> tuple[str, str | None]:
    """Return the name and the id that are asked for."""
    given = cast("object", value)
    anonymous = isinstance(given, Person) and given.anonymous
    if not isinstance(given, (str, *classes)) or anonymous or given == "":
        raise InvalidValue([Fault(path=path, allowed=allowed, came=show(given))])
    return (value, None) if isinstance(value, str) else (value.name, value.id)


def _title(value: str | Named) -> str:
    return value if isinstance(value, str) else value.name


def _found(named: tuple[str, str | None], kind: _Kind, what: str) -> Who:
    name, own_id = named
    if own_id is not None:
        who = kind.by_id(own_id, name)
    else:
        who = kind.by_name(name) or kind.by_id(name)
    if who is None:
        raise UnknownName(name, what=what, suggestions=kind.close(name))
    return who
