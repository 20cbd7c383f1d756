"""What is called what: the part of a directory that turns names into actors and posts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from natobrief.directory.actors import Actors
from natobrief.directory.answers import Answers, Named
from natobrief.directory.arguments import ACTORS, checked
from natobrief.directory.candidates import Candidate, Resolved
from natobrief.directory.dates import day_of
from natobrief.directory.documents import Document
from natobrief.directory.facts import DatedName, DirectoryEntry, NameKind
from natobrief.directory.names import Names
from natobrief.directory.offices import Offices
from natobrief.directory.store import Store
from natobrief.errors import UnknownName
from natobrief.model import Actor, Country, Organization, Person, Post
from natobrief.when import TimeLike, Truth

__all__ = ["Naming"]


class Naming:
    """The questions about names; a :class:`~natobrief.Directory` answers them with all others."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._store = Store(documents)
        self._names = Names(self._store)
        self._offices = Offices(self._store, self._names)
        self._actors = Actors(self._store, self._names, self._offices)
        self._answers = Answers(self._store, self._names, self._actors)

    # --- names ----------------------------------------------------------------------------------

    def resolve(
        self,
        name: str,
        on: TimeLike | None = None,
        context: Iterable[Named] = (),
        *,
        known: TimeLike | None = None,
    ) -> Resolved:
        """Return the actor that a name means, or ranked candidates where it is ambiguous.

        Titles, initials, diacritics, romanizations and surnames are understood. A close
        misspelling is no match but a suggestion on the error.

        Args:
            name: As a text gives it.
            on: The day of the text: it counts who held the title then, and what existed.
            context: Ids, names or actors that the text names elsewhere.
            known: Answer as was known at the end of this day; by default with all that is known.

        Raises:
            UnknownName: Nothing bears the name.
            InvalidDate: A date that natobrief doesn't read.

        >>> directory = Directory.default()
        >>> directory.resolve("Secretary General Stoltenberg", on="2022-01-07").actor
        Person(name='Jens Stoltenberg', id='jens-stoltenberg')
        >>> directory.resolve("Jens Stoltenburg")
        Traceback (most recent call last):
            ...
        natobrief.errors.UnknownName: no actor is known as 'Jens Stoltenburg'; did you mean \
'Jens Stoltenberg'?
        """
        if known is None and not context:
            ready = self._answers.ready(name, on)
            if ready is not None:
                return ready
        found = self._answers.of(name, on, context, known)
        if found is None:
            raise UnknownName(name, what="actor", suggestions=self.suggestions(name))
        return found

    def candidates(
        self,
        name: str,
        on: TimeLike | None = None,
        context: Iterable[Named] = (),
        *,
        known: TimeLike | None = None,
    ) -> tuple[Candidate, ...]:
        """Return what a name may mean, best first; empty if nothing bears it.

        Raises:
            InvalidDate: A date that natobrief doesn't read.

        >>> Directory.default().candidates("Nobody Whatsoever")
        ()
        """
        found = self._answers.of(name, on, context, known)
        return () if found is None else found.candidates

    def suggestions(self, name: str) -> tuple[str, ...]:
        """Return up to three names that are spelt much like this one, best first.

        >>> Directory.default().suggestions("Jens Stoltenburg")
        ('Jens Stoltenberg',)
        """
        return self._names.close_to(checked(name, "name", "text"))

    def lookup(self, name: str) -> tuple[DirectoryEntry, ...]:
        """Return what bears exactly this name, by its folded form: two dictionary look-ups.

        >>> Directory.default().lookup("jens stoltenberg")[0].id
        'jens-stoltenberg'
        """
        store = self._store
        bearers = self._names.of(checked(name, "name", "text"))
        return tuple(DirectoryEntry(b.kind, b.id, store.name(b.id)) for b in bearers)

    def entries(self) -> Iterator[tuple[str, DirectoryEntry]]:
        """Iterate over all names of all actors and posts, for a reader that makes its own table.

        >>> ("the Kremlin", "metonym", "ru") in {
        ...     (name, entry.kind, entry.id) for name, entry in Directory.default().entries()}
        True
        """
        return self._names.entries()

    def names(self, actor: str | Actor | Post) -> tuple[str, ...]:
        """Return all names of an actor or post, the main one first; empty if it isn't known.

        Args:
            actor: An id, or an actor or post with an id.

        >>> Directory.default().names("nato")[:2]
        ('NATO', 'North Atlantic Treaty Organization')
        >>> Directory.default().names("nato-secretary-general")[:2]
        ('NATO Secretary General', 'Secretary General of NATO')
        """
        texts = [name.text for name in self.dated_names(actor)]
        key = actor if isinstance(actor, str) else actor.id
        if key in self._store.posts:
            texts.extend(self._offices.spellings(key))
        return tuple(dict.fromkeys(texts))

    def dated_names(self, actor: str | Actor | Post) -> tuple[DatedName, ...]:
        """Return all names of an actor or post with their kinds and when they were in use.

        >>> Directory.default().dated_names("tr")[0]
        DatedName(text='Türkiye', period=Period.parse('2022-06-01/..'))
        """
        checked(actor, "actor", "an id, an actor or a post", Post, *ACTORS)
        key = actor if isinstance(actor, str) else actor.id
        return () if key is None else self._store.dated_names(key)

    def name_on(self, actor: str | Actor, on: TimeLike) -> str:
        """Return what a state or organization was called on a day, else its main name.

        Raises:
            UnknownName: No actor has that id.
            InvalidDate: A date that natobrief doesn't read.

        >>> directory = Directory.default()
        >>> directory.name_on("tr", "2022-01-07"), directory.name_on("tr", "2023-01-07")
        ('Turkey', 'Türkiye')
        """
        checked(actor, "actor", "an id or an actor", *ACTORS)
        key = str(actor if isinstance(actor, str) else actor.id)
        day = day_of(on)
        for name in self.dated_names(self.actor(key)):
            is_main = name.kind in (NameKind.NAME, NameKind.FORMER)
            if is_main and (name.period is None or name.period.overlaps(day) is Truth.YES):
                return name.text
        return self._store.name(key)

    # --- by id ----------------------------------------------------------------------------------

    def actor(self, id: str) -> Actor:  # noqa: A002 - it is what the field is called everywhere
        """Return a person, organization or state by id.

        Raises:
            UnknownName: No actor has that id.

        >>> Directory.default().actor("ru")
        Country(name='Russia', id='ru')
        """
        if self._store.row(id) is None:
            raise UnknownName(id, what="actor")
        return self._store.actor(id)

    def person(self, id: str) -> Person:  # noqa: A002
        """Return a person by id.

        Raises:
            UnknownName: No person has that id.

        >>> Directory.default().person("jens-stoltenberg").name
        'Jens Stoltenberg'
        """
        if id not in self._store.people:
            raise UnknownName(id, what="person")
        return self._store.person(id)

    def organization(self, id: str) -> Organization:  # noqa: A002
        """Return an organization by id.

        Raises:
            UnknownName: No organization has that id.

        >>> Directory.default().organization("nato-russia-council").name
        'NATO-Russia Council'
        """
        if id not in self._store.organizations:
            raise UnknownName(id, what="organization")
        return self._store.organization(id)

    def country(self, id: str) -> Country:  # noqa: A002
        """Return a state by id, which is its two-letter code in small letters.

        Raises:
            UnknownName: No state has that id.

        >>> Directory.default().country("us").name
        'United States'
        """
        if id not in self._store.countries:
            raise UnknownName(id, what="state")
        return self._store.country(id)

    @property
    def people(self) -> tuple[Person, ...]:
        """All people, by id.

        >>> [p.name for p in Directory.default().people if p.id == "mark-rutte"]
        ['Mark Rutte']
        """
        return tuple(self._store.person(each) for each in sorted(self._store.people))

    @property
    def organizations(self) -> tuple[Organization, ...]:
        """All organizations, by id.

        >>> Organization(id="nato", name="NATO") in Directory.default().organizations
        True
        """
        return tuple(self._store.organization(each) for each in sorted(self._store.organizations))

    @property
    def countries(self) -> tuple[Country, ...]:
        """All states, by id.

        >>> len(Directory.default().countries)
        197
        """
        return tuple(self._store.country(each) for each in sorted(self._store.countries))

    @property
    def offices(self) -> tuple[Post, ...]:
        """All posts, by id.

        >>> Directory.default().offices[0].name
        'Prime Minister of Andorra'
        """
        return tuple(self._store.post(each) for each in sorted(self._store.posts))

    def states(self, text: str) -> tuple[Country, ...]:
        """Return the states that a name, adjective, capital or metonym means; empty if none.

        >>> directory = Directory.default()
        >>> [directory.states(text)[0].id for text in ("Russian side", "Moscow", "the Kremlin")]
        ['ru', 'ru', 'ru']
        """
        return tuple(
            self._store.country(each) for each in self._actors.states(checked(text, "text", "text"))
        )

    def find_post(self, text: str) -> Post | None:
        """Return the one post that a phrase names, or None if none or several fit.

        >>> directory = Directory.default()
        >>> directory.find_post("Secretary-General of NATO") == directory.find_post(
        ...     "NATO's Secretary General") != None
        True
        """
        found = self.find_posts(text)
        return found[0] if len(found) == 1 else None

    def find_posts(self, text: str) -> tuple[Post, ...]:
        """Return all posts that a phrase can name: many for a bare "Prime Minister".

        >>> [post.id for post in Directory.default().find_posts("Ukrainian foreign minister")]
        ['ua-foreign-minister']
        """
        found = self._offices.find(checked(text, "text", "text"))
        return tuple(self._store.post(each) for each in found)

    # --- arguments ------------------------------------------------------------------------------

    def _post_id(self, post: str | Post) -> str:
        checked(post, "post", "an id, a title or a post", Post)
        if not isinstance(post, str):
            return post.id if post.id in self._store.posts else self._post_id(post.name)
        if post in self._store.posts:
            return post
        found = self._offices.find(post)
        if len(found) == 1:
            return found[0]
        suggestions = [self._store.post(each).name for each in found[:3]]
        if not found:
            suggestions = list(self._offices.close_to(post))
        raise UnknownName(post, what="one post" if found else "post", suggestions=suggestions)

    def _person_id(self, person: str | Person, on: TimeLike | None = None) -> str:
        checked(person, "person", "an id, a name or a person", Person)
        if not isinstance(person, str):
            if person.id in self._store.people:
                return person.id
            return self._person_id(person.name, on)
        return person if person in self._store.people else self._only(person, Person, "person", on)

    def _organization_id(self, body: str | Organization, field: str = "organization") -> str:
        checked(body, field, "an id, a name or an organization", Organization)
        if not isinstance(body, str):
            known = body.id in self._store.organizations
            return body.id if known and body.id else self._organization_id(body.name, field)
        if body in self._store.organizations:
            return body
        named = [b.id for b in self._names.of(body) if b.kind == "organization"]
        return named[0] if len(named) == 1 else self._only(body, Organization, "organization")

    def _only(
        self,
        name: str,
        kind: type[Person | Organization],
        what: str,
        on: TimeLike | None = None,
    ) -> str:
        found = [each for each in self.candidates(name, on) if isinstance(each.actor, kind)]
        chosen = Resolved(name=name, candidates=found).actor if found else None
        if chosen is not None and chosen.id is not None:
            return chosen.id
        several = [each.actor.name for each in found[:3]]
        what = f"one {what}" if found else what
        raise UnknownName(name, what=what, suggestions=several or self.suggestions(name))
