"""The directory: dated facts about people, posts, organizations and states, and questions."""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path

from natobrief.directory.arguments import ACTORS, checked
from natobrief.directory.bodies import body_of
from natobrief.directory.dates import Asked, day_of, held, then_of, view_of
from natobrief.directory.documents import bundled, read
from natobrief.directory.facts import (
    Body,
    Conflict,
    DataSet,
    Event,
    Membership,
    Tenure,
)
from natobrief.directory.linting import lint
from natobrief.directory.naming import Naming
from natobrief.directory.store import time_in
from natobrief.directory.tenures import gaps_in, tenures_on
from natobrief.errors import Fault, InvalidValue, UnknownName, show
from natobrief.model import Actor, Organization, Person, Post
from natobrief.when import Period, TimeLike, Truth, When

__all__ = ["Directory"]


class Directory(Naming):
    """Who held which office, who was a member, and what was called what, on a given day.

    Facts are data: files of rows, each row with its sources, each file with the last day that its
    facts reach. A directory never changes; :meth:`merge` gives a new one. The bundled one is about
    NATO and the offices of states; :meth:`load` reads your own files, about anything else.

    A day is given as EDTF text, a date, a :class:`~natobrief.When` or a period; it means all of
    it, and both ends of a tenure are included, so on the day of a handover two people hold the
    post. Where the dates don't decide, or other sources give other dates, or the day is beyond
    what a file knows, the row that comes back says ``Truth.POSSIBLY``.

    >>> directory = Directory.default()
    >>> [row.holder.name for row in directory.holders("NATO Secretary General", on="2022-01-07")]
    ['Jens Stoltenberg']
    """

    @classmethod
    def default(cls) -> Directory:
        """Return the directory that comes with natobrief; it is read at first use, once.

        >>> Directory.default() is Directory.default()
        True
        """
        return _default()

    @classmethod
    def load(cls, path: str | Path) -> Directory:
        """Read a directory file, or all ``.json`` files of a folder.

        What a file refers to may stand in another directory: :meth:`merge` the two, then ask
        :meth:`validate`.

        Raises:
            InvalidDocument: With every fault of every file: its path, what was allowed, what came.
            OSError: A file can't be read.
        """
        return cls(read(path))

    def merge(self, other: Directory) -> Directory:
        """Return a directory with the facts of both.

        Names are united. Where a field has two values, that of ``other`` counts; where one fact
        has two times, that of ``other`` counts and this one's is kept as an account, so that days
        on which they differ are POSSIBLY. Either is listed in :attr:`conflicts`.

        >>> both = Directory.default().merge(Directory.default())
        >>> both.conflicts == Directory.default().conflicts
        True
        """
        if not isinstance(other, Directory):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise InvalidValue([Fault(path="other", allowed="a Directory", came=show(other))])
        mine = self._store.documents
        new = (each for each in other._store.documents if not any(each is own for own in mine))
        return Directory((*mine, *new))

    def validate(self) -> tuple[Fault, ...]:
        """Return all that can't be right: the linter for directory files.

        An id that two rows have or none has, people who hold a unique post at one time, a member
        of a body that didn't exist yet, a name without bearer. Empty if nothing was found.

        >>> Directory.default().validate()
        ()
        """
        return lint(self._store)

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What sources or merged directories contradict each other about.

        >>> len(Directory.default().conflicts) > 20
        True
        """
        return self._store.conflicts

    @property
    def data_sets(self) -> tuple[DataSet, ...]:
        """The data sets that facts were taken from, with their licences.

        >>> Directory.default().data_sets[0].licence
        'no licence file; Wikidata is CC0'
        """
        return self._store.data_sets

    @cached_property
    def cut_off(self) -> When:
        """The last day that every file reaches; what is open ("..") was so on that day.

        >>> Directory.default().cut_off
        When.parse('2026-01-13')
        """
        days = [When.parse(document.cut_off) for document in self._store.documents]
        return min(days, key=lambda day: day.sort_key)

    # --- dated questions ------------------------------------------------------------------------

    def holders(
        self, post: str | Post, on: TimeLike, *, known: TimeLike | None = None
    ) -> tuple[Tenure, ...]:
        """Return everybody who held a post on a day, or at some time in a longer stretch.

        Args:
            post: An id, a title ("NATO Secretary General") or a post.
            on: The day.
            known: Answer as was known at the end of this day; by default with all that is known.

        Raises:
            UnknownName: No post is known by that name, or several are.
            InvalidDate: A date that natobrief doesn't read.

        >>> directory = Directory.default()
        >>> [(row.holder.name, str(row.period)) for row in directory.holders(
        ...     "NATO Secretary General", on="2022-06-01", known="2022-01-07")]
        [('Jens Stoltenberg', '2014-10-01/2022-09-30')]
        """
        key = self._post_id(post)
        rows = self._store.tenures_in.get(key, [])
        return tenures_on(self._store, rows, day_of(on), then_of(known))

    def posts(
        self, person: str | Person, on: TimeLike | None = None, *, known: TimeLike | None = None
    ) -> tuple[Tenure, ...]:
        """Return the posts that somebody held on a day, or ever, by start.

        Raises:
            UnknownName: Nobody is known by that name, or several are.
            InvalidDate: A date that natobrief doesn't read.

        >>> directory = Directory.default()
        >>> [row.post.name for row in directory.posts("Jens Stoltenberg", on="2022-01-07")]
        ['NATO Secretary General']
        """
        rows = self._store.tenures_of.get(self._person_id(person, on), [])
        day = None if on is None else day_of(on)
        return tenures_on(self._store, rows, day, then_of(known))

    def history(self, post: str | Post, *, known: TimeLike | None = None) -> tuple[Tenure, ...]:
        """Return all tenures in a post, by start, acting ones included.

        Raises:
            UnknownName: No post is known by that name, or several are.
            InvalidDate: A date that natobrief doesn't read.

        >>> rows = Directory.default().history("NATO Secretary General")
        >>> rows[0].holder.name, [row.holder.name for row in rows if row.acting][0]
        ('Hastings Ismay', 'Sergio Balanzino')
        """
        rows = self._store.tenures_in.get(self._post_id(post), [])
        return tenures_on(self._store, rows, None, then_of(known))

    def posts_of(self, owner: str | Actor) -> tuple[Post, ...]:
        """Return the posts of a state or an organization, by id; none if none are listed.

        Args:
            owner: An id, or a state or organization with an id.

        >>> [post.name for post in Directory.default().posts_of("nato")]
        ['NATO Secretary General']
        """
        checked(owner, "owner", "an id, a state or an organization", *ACTORS)
        key = owner if isinstance(owner, str) else owner.id
        owned = (own_id for own_id, row in self._store.posts.items() if row.data.get("of") == key)
        return tuple(self._store.post(own_id) for own_id in sorted(owned))

    def gaps(self, post: str | Post) -> tuple[Period, ...]:
        """Return the stretches between two tenures in which nobody is listed, first to last day.

        Raises:
            UnknownName: No post is known by that name, or several are.

        >>> Directory.default().gaps("NATO Secretary General")
        ()
        """
        return gaps_in(self.history(post))

    def members(
        self,
        organization: str | Organization,
        on: TimeLike | None = None,
        *,
        known: TimeLike | None = None,
    ) -> tuple[Membership, ...]:
        """Return the members of an organization on a day, or all it ever had, by id.

        Args:
            organization: An id, a name or an organization.
            on: The day.
            known: Answer as was known at the end of this day; by default with all that is known.

        Raises:
            UnknownName: No organization is known by that name, or several are, or this directory
                lists no members of it at all, which doesn't mean that it has none.
            InvalidDate: A date that natobrief doesn't read.

        >>> len(Directory.default().members("NATO", on="2022-01-07"))
        30
        """
        key = self._organization_id(organization)
        rows = self._store.members_of.get(key)
        if rows is None:
            raise UnknownName(self._store.name(key), what="list of members")
        day = None if on is None else day_of(on)
        then = then_of(known)
        found: list[Membership] = []
        for row in rows:
            view = view_of(row, then)
            if view is None:
                continue
            certainty = Truth.YES if day is None else held(view, day)
            if certainty.possible:
                found.append(self._store.membership(row, view, certainty))
        return tuple(sorted(found, key=lambda each: str(each.member.id)))

    def body(
        self,
        name: str | Organization,
        on: TimeLike | None = None,
        *,
        known: TimeLike | None = None,
    ) -> Body:
        """Return an organization as it stood on a day, with what existed then in its place.

        Args:
            name: An id, a name or an organization.
            on: The day.
            known: Answer as was known at the end of this day; by default with all that is known.
                Of what hadn't begun by then nothing was known: its certainty is NO, without a
                period; and what hadn't ended had no end.

        Raises:
            UnknownName: No organization is known by that name, or several are.
            InvalidDate: A date that natobrief doesn't read.

        >>> body = Directory.default().body("NATO-Ukraine Council", on="2022-01-10")
        >>> body.certainty, body.instead[0].name
        (Truth.NO, 'NATO-Ukraine Commission')
        >>> body = Directory.default().body("NATO-Russia Council", known="2022-01-07")
        >>> body.period, body.reason
        (Period.parse('2002-05-28/..'), 'it existed 2002-05-28/..')
        """
        row = self._store.organizations[self._organization_id(name, "name")]
        return body_of(self._store, row, Asked.of(on, known))

    def events(
        self, body: str | Organization | None = None, on: TimeLike | None = None
    ) -> tuple[Event, ...]:
        """Return the meetings that are listed, such as summits, by date.

        Raises:
            UnknownName: No organization is known by that name, or several are.
            InvalidDate: A date that natobrief doesn't read.

        >>> [event.name for event in Directory.default().events("NATO", on="2022")]
        ['Extraordinary virtual summit', 'Extraordinary Brussels summit', 'Madrid summit']
        """
        wanted = None if body is None else self._organization_id(body, "body")
        day = None if on is None else day_of(on)
        found = [
            self._store.event(row)
            for row in self._store.events
            if wanted in (None, row.data["body"])
            and (day is None or time_in(row.data["time"]).overlaps(day).possible)
        ]
        return tuple(sorted(found, key=lambda each: each.time.sort_key))

    def __reduce__(self) -> tuple[object, ...]:
        if self is _default():
            return _default, ()
        return Directory, (self._store.documents,)

    def __repr__(self) -> str:
        store = self._store
        counts = {
            "people": store.people,
            "organizations": store.organizations,
            "states": store.countries,
            "posts": store.posts,
            "tenures": store.tenures,
        }
        words = ", ".join(f"{len(rows)} {name}" for name, rows in counts.items() if rows)
        return f"<Directory: {words or 'empty'}>"


@lru_cache(maxsize=1)
def _default() -> Directory:
    return Directory(bundled())
