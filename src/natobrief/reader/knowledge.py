"""What the reader asks the directory: names in a text, posts by their words, times in office."""

from __future__ import annotations

import functools

from natobrief.directory import Directory, Tenure
from natobrief.errors import UnknownName
from natobrief.model import Person
from natobrief.reader.names import Known, Names
from natobrief.when import Period, Truth, When

__all__ = ["Knowledge"]


class Knowledge:
    """A directory with the tables that reading needs, made once for each directory."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        self.names: Names = Names((text, Known(*entry)) for text, entry in directory.entries())
        self._posts: dict[str, Known | None] = {}

    @staticmethod
    def of(directory: Directory) -> Knowledge:
        """Return the tables of a directory; the last few are kept."""
        return _knowledge(directory)

    def post(self, words: str) -> Known | None:
        """Find the one post that words such as "NATO Secretary-General" name."""
        if words not in self._posts:
            post = self.directory.find_post(words)
            named = None if post is None or post.id is None else Known("post", post.id, post.name)
            self._posts[words] = named
        return self._posts[words]

    def people(self, name: str) -> tuple[Known, ...]:
        """Return the people who bear a full name, however its letters are written."""
        return tuple(Known(*row) for row in self.directory.lookup(name) if row.kind == "person")

    def post_held(self, person: str, words: str, on: When | None) -> Known | None:
        """Find the post that a bare title means for somebody who held just one such post."""
        titled = {post.id for post in self.directory.find_posts(words)}
        rows = self.directory.posts(Person(id=person, name=person), on) if titled else ()
        held = {row.post.id: row.post for row in rows if row.post.id in titled}
        if len(held) != 1:
            return None
        (post,) = held.values()
        return Known("post", post.id or "", post.name)

    def holders(self, post: str, on: When | None) -> tuple[Known, ...]:
        """Return who held a post on a day, as far as the directory knows."""
        if on is None:
            return ()
        try:
            rows = self.directory.holders(post, on)
        except UnknownName:
            return ()
        sure = [row for row in rows if row.certainty is not Truth.NO]
        named = (Known("person", row.holder.id or "", row.holder.name) for row in sure)
        return tuple(dict.fromkeys(named))

    def terms(self, person: str, post: str) -> tuple[Period, ...]:
        """Return somebody's times in a post."""
        return tuple(row.period for row in self._history(post) if row.holder.id == person)

    def by_surname(self, words: str, on: When | None) -> tuple[tuple[Known, ...], bool]:
        """Return who may be meant by a surname on a day, with or without a title before it.

        The second value says whether it is certain: a bare surname never is.
        """
        found = self.directory.candidates(words, on) if on is not None else ()
        sure = [c for c in found if c.certainty is Truth.YES]
        people = [c.actor for c in sure or found if isinstance(c.actor, Person)]
        known = tuple(Known("person", p.id, p.name) for p in people if p.id is not None)
        return known, bool(sure) and len(known) == 1

    def states(self, words: str) -> tuple[Known, ...]:
        """Return the states that a name, an adjective, a capital or a metonym stands for."""
        rows = self.directory.states(words)
        return tuple(Known("country", row.id, row.name) for row in rows if row.id is not None)

    def _history(self, post: str) -> tuple[Tenure, ...]:
        try:
            return self.directory.history(post)
        except UnknownName:
            return ()


@functools.lru_cache(maxsize=4)
def _knowledge(directory: Directory) -> Knowledge:
    return Knowledge(directory)
