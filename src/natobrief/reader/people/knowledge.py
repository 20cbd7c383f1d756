"""What the reader asks the directory: names in a text, posts by their words, times in office."""

from __future__ import annotations

import datetime as dt
import functools
from typing import Any, NamedTuple

from natobrief.directory import Directory, EndBasis, Tenure
from natobrief.errors import UnknownName
from natobrief.model import Person, Post
from natobrief.reader.people.names import Known, Names
from natobrief.reader.people.roles import Owners, owners_by_word, wordings
from natobrief.when import Period, Truth, When

__all__ = ["Knowledge", "Limits"]

_MOST_ANSWERS = 4096
_DAY = dt.timedelta(days=1)
_SOURCED = (EndBasis.STATED, EndBasis.SUCCESSOR)


class Limits(NamedTuple):
    """Between which days somebody held a post, as far as the directory can rule out the others.

    Attributes:
        first: The first day of the first term; None if there may be an earlier one.
        last: The last day of the last term; None if there may be a later one.
        in_office: Whether the person held the post at the directory's cut-off.
    """

    first: When | None
    last: When | None
    in_office: bool


class Knowledge:
    """A directory with the tables that reading needs, made once for each directory."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        self.names: Names = Names((text, Known(*entry)) for text, entry in directory.entries())
        self._posts: dict[str, Known | None] = {}
        self._titled: dict[str, frozenset[str]] = {}
        self._held: dict[tuple[str, When | Period | None], tuple[Tenure, ...]] = {}
        self._histories: dict[str, tuple[Tenure, ...]] = {}

    @staticmethod
    def of(directory: Directory) -> Knowledge:
        """Return the tables of a directory; the last few are kept."""
        return _knowledge(directory)

    def post(self, words: str) -> Known | None:
        """Find the one post that words such as "NATO Secretary-General" name."""
        if words not in self._posts:
            _make_room(self._posts)
            post = self.directory.find_post(words) or self._described(words)
            named = None if post is None or post.id is None else Known("post", post.id, post.name)
            self._posts[words] = named
        return self._posts[words]

    def _described(self, words: str) -> Post | None:
        """Find the post that "the NATO chief" or "America's top diplomat" means."""
        found = (self.directory.find_post(title) for title in wordings(words, self._owners))
        return next(filter(None, found), None)

    def bodies(self, word: str) -> tuple[Known, ...]:
        """Return which bodies a word such as "alliance" can stand for."""
        found = self._owners.get(word.lower(), {})
        return tuple(Known("organization", id_, name) for id_, name in found.items())

    @functools.cached_property
    def _owners(self) -> Owners:
        return owners_by_word(
            (text, entry.id, entry.name)
            for text, entry in self.directory.entries()
            if entry.kind == "organization"
        )

    def titled(self, words: str) -> frozenset[str]:
        """Return the ids of all posts that words can name: many for a bare "Prime Minister"."""
        if words not in self._titled:
            _make_room(self._titled)
            found = (post.id for post in self.directory.find_posts(words))
            self._titled[words] = frozenset(id_ for id_ in found if id_ is not None)
        return self._titled[words]

    def people(self, name: str) -> tuple[Known, ...]:
        """Return the people who bear a full name, however its letters are written."""
        return tuple(Known(*row) for row in self.directory.lookup(name) if row.kind == "person")

    def titles(self, person: str, on: When | None) -> list[str]:
        """Return the names of the posts that somebody held on a day."""
        return [row.post.name for row in self.posts(person, on)] if on is not None else []

    def post_held(self, person: str, words: str, on: When | None) -> Known | None:
        """Find the post that a bare title means for somebody who held just one such post."""
        titled = self.titled(words)
        rows = self.posts(person, on) if titled else ()
        held = {row.post.id: row.post for row in rows if row.post.id in titled}
        if len(held) != 1:
            return None
        (post,) = held.values()
        return Known("post", post.id or "", post.name)

    def posts(self, person: str, on: When | Period | None) -> tuple[Tenure, ...]:
        """Return the posts that somebody held; none of one whom only a caller's finder knows."""
        if (person, on) not in self._held:
            _make_room(self._held)
            try:
                rows = self.directory.posts(Person(id=person, name=person), on)
            except UnknownName:
                rows = ()
            self._held[person, on] = rows
        return self._held[person, on]

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

    def limits(self, person: str, post: str) -> Limits | None:
        """Return the limits of somebody's terms in a post; None if no term is known.

        All terms of the person count together. Their end is a limit only if the post's holders
        are known from there to the directory's cut-off, without a gap and by sourced ends: who
        isn't listed any more may be back in office otherwise.
        """
        rows = self._history(post)
        own = [index for index, row in enumerate(rows) if row.holder.id == person]
        if not own:
            return None
        first, later = rows[own[0]].period, rows[own[-1] :]
        before = _is_whole(rows[: own[0] + 1]) and not first.open_start
        known = _is_whole(later) and self._reaches_cut_off(later)
        period, basis = later[0].period, later[0].end_basis
        end = period.end if known and basis in _SOURCED else None
        return Limits(first.start if before else None, end, period.open_end)

    def _reaches_cut_off(self, rows: tuple[Tenure, ...]) -> bool:
        period = rows[-1].period
        if period.open_end:
            return True
        return period.end is not None and period.end.first_day >= self.directory.cut_off.first_day

    def by_surname(self, words: str, on: When | None) -> tuple[tuple[Known, ...], bool]:
        """Return who may be meant by a surname on a day, with or without a title before it.

        The second value says whether it is certain. A bare surname never is, though its bearer was
        in office: the text may be about somebody else.
        """
        found = self.directory.candidates(words, on) if on is not None else ()
        sure = [c for c in found if c.certainty is Truth.YES]
        people = [c.actor for c in sure or found if isinstance(c.actor, Person)]
        known = tuple(Known("person", p.id, p.name) for p in people if p.id is not None)
        is_surname = " " not in words and not self.people(words)
        return known, bool(sure) and len(known) == 1 and not is_surname

    def states(self, words: str) -> tuple[Known, ...]:
        """Return the states that a name, an adjective, a capital or a metonym stands for."""
        rows = self.directory.states(words)
        return tuple(Known("country", row.id, row.name) for row in rows if row.id is not None)

    def _history(self, post: str) -> tuple[Tenure, ...]:
        if post not in self._histories:
            _make_room(self._histories)
            try:
                self._histories[post] = self.directory.history(post)
            except UnknownName:
                self._histories[post] = ()
        return self._histories[post]


def _make_room(answers: dict[Any, Any]) -> None:
    """Forget all answers when they are many: texts without end may name posts without end."""
    if len(answers) >= _MOST_ANSWERS:
        answers.clear()


def _is_whole(rows: tuple[Tenure, ...]) -> bool:
    """Say whether tenures follow each other without a gap, each but the last with a known end."""
    reached: dt.date | None = None
    for index, row in enumerate(rows):
        start, last = row.period.start, row.period.last_day
        if start is None or (reached is not None and start.first_day > reached + _DAY):
            return False
        if index + 1 < len(rows) and (last is None or row.end_basis not in _SOURCED):
            return False
        if last is not None:
            reached = last if reached is None else max(reached, last)
    return True


@functools.lru_cache(maxsize=4)
def _knowledge(directory: Directory) -> Knowledge:
    return Knowledge(directory)
