"""What questions need of a directory, asked of the one there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from natobrief.directory import Directory, Membership, Tenure
from natobrief.errors import UnknownName
from natobrief.model import Post
from natobrief.query.moments import moment_of
from natobrief.query.names import MemberFact, TermFact, What
from natobrief.when import Period, Truth, When

__all__ = ["DirectoryFacts"]

_ACTORS = {"person", "organization", "country"}


class DirectoryFacts:
    """A directory, as :class:`natobrief.query.names.Facts`."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    def ids(self, name: str, what: What) -> Sequence[str]:
        """Return the ids of all that bear or ever bore a name; the directory has none of places."""
        if what == "post":
            return [post.id for post in self._directory.find_posts(name) if post.id is not None]
        if what == "place":
            return ()
        return [entry.id for entry in self._directory.lookup(name) if entry.kind in _ACTORS]

    def loose_ids(self, name: str, what: What) -> Sequence[str]:
        """Return the ids of actors that a surname, a title or the like can mean."""
        if what != "actor":
            return ()
        found = self._directory.candidates(name)
        actors = [each.actor for each in found if each.certainty is not Truth.NO]
        return [actor.id for actor in actors if actor.id is not None]

    def knows_place(self, name: str) -> bool:
        """Say whether a name is that of a place."""
        return any(entry.kind == "place" for entry in self._directory.lookup(name))

    def names(self, own_id: str, what: What) -> Sequence[str]:
        """Return all names of one id; none if there is no such id."""
        try:
            if what == "actor":
                return self._directory.names(self._directory.actor(own_id))
            if what == "post":
                post = Post(id=own_id, name=own_id)
                self._directory.history(post)  # which fails for what is no post
                return self._directory.names(post)
        except UnknownName:
            pass
        return ()

    def terms(self, post: str) -> Sequence[TermFact]:
        """Return all times that somebody held a post, given by id."""
        tenures = self._directory.history(Post(id=post, name=post))
        return [
            TermFact(str(row.holder.id), row.holder.name, tuple(map(moment_of, self._times(row))))
            for row in tenures
        ]

    def posts_of(self, owner: str) -> Sequence[str]:
        """Return the ids of the posts of a state or an organization, given by id."""
        return [str(post.id) for post in self._directory.posts_of(owner)]

    def members(self, organization: str) -> Sequence[MemberFact] | None:
        """Return all that ever were members of an organization; None if none are listed."""
        try:
            rows = self._directory.members(organization)
        except UnknownName:
            return None
        return [
            MemberFact(str(row.member.id), row.member.name, tuple(map(moment_of, self._times(row))))
            for row in rows
        ]

    def _times(self, fact: Tenure | Membership) -> Iterator[When | Period]:
        """Yield the time of a fact by each source; past its cut-off a directory knows nothing."""
        not_before_cut_off = When.between(self._directory.cut_off.first_day, None)
        for time in (fact.period, *(account.time for account in fact.accounts)):
            if isinstance(time, Period) and time.open_end:
                start = time.start
                yield Period.between(start, not_before_cut_off, open_start=time.open_start)
            else:
                yield time

    def close(self, name: str, what: What) -> Sequence[str]:
        """Return names that are close to one that isn't known, best first."""
        if what == "actor":
            return self._directory.suggestions(name)
        found: Sequence[str] = ()
        if what == "post":
            try:
                self._directory.history(name)
            except UnknownName as error:
                found = error.suggestions
        return found
