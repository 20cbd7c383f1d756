"""What quotes and statements can both be asked: who spoke, in which post, for whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self, TypeVar

import attrs

from natobrief.model import Actor, Organization, Post, Quote, Statement
from natobrief.query.arguments import name_in_words
from natobrief.query.criteria import (
    Agreed,
    All,
    AnyOf,
    Criterion,
    InPost,
    OnBehalfOf,
    RecordKind,
    SpokenBy,
    TimeRelation,
)
from natobrief.query.moments import Moment
from natobrief.query.names import Side, Term
from natobrief.query.selection import Selection
from natobrief.query.unchecked import unchecked

__all__ = ["SpokenSelection"]

S = TypeVar("S", Quote, Statement)
_spoken_by = unchecked(SpokenBy)


@attrs.frozen(eq=False, repr=False)
class SpokenSelection(Selection[S]):
    """What quotes and statements can both be asked."""

    def by(self, actor: str | Actor) -> Self:
        """Keep what this actor said: a person, country, organization or group.

        A name is looked up in the directory and on the records. A speaker with an id is compared
        by id; one without matches by any name of the actor, surely if no one else bears it. A
        group speaks for each member that the source names. An unknown or unnamed speaker may be
        anybody.

        Raises:
            UnknownName: Neither the directory nor the corpus knows the name.
            InvalidValue: The argument is neither a name nor an actor.

        >>> corpus = Corpus.of(Quote(text="Yes.", speaker=Person(name="Jens Stoltenberg")))
        >>> len(corpus.quotes.by("Jens Stoltenberg"))
        1
        """
        who = self.context.book.actor(actor, "Selection.by.actor")
        return self._having(_spoken_by(f"by {name_in_words(actor)}", who))

    def by_holder_of(self, post: str | Post) -> Self:
        """Keep what a holder of this post said while holding it.

        Who held it when is looked up in the directory, acting holders included; on the day of a
        handover both may have. Where sources disagree about that, or the directory's facts don't
        reach so far, the answer is POSSIBLY. What the source itself says was spoken in that post
        counts too.

        Raises:
            UnknownName: Neither the directory nor the corpus knows the post, or several bear
                the name.
            InvalidValue: The argument is neither a name nor a post.

        >>> stoltenberg = Person(name="Jens Stoltenberg")
        >>> said = [Statement(speaker=stoltenberg, made=day) for day in ("2013", "2022-01-07")]
        >>> len(Corpus.of(*said).statements.by_holder_of("NATO Secretary General"))
        1
        """
        book = self.context.book
        who = book.post(post, "Selection.by_holder_of.post")
        name = name_in_words(post)
        ways: list[Criterion] = [_held(term) for term in book.terms(who)]
        ways.append(InPost(post=who, asked=f"in the post {name}"))
        return self._having(AnyOf(parts=ways, asked=f"by a holder of {name}"))

    def by_representatives_of(self, side: str | Actor) -> Self:
        """Keep what was said for a state or organization: by itself, or by one in its posts.

        That is the state or organization where it is named as the speaker, whoever held one of
        its posts on that day, as :meth:`by_holder_of` has it, and statements on its behalf.

        Raises:
            UnknownName: Neither the directory nor the corpus knows the name.
            InvalidValue: The argument is neither a name nor an actor.

        >>> lavrov = Person(name="Sergey Lavrov", id="sergey-lavrov")
        >>> corpus = Corpus.of(Quote(text="No.", speaker=lavrov, said="2022-01-14"))
        >>> len(corpus.quotes.by_representatives_of("Russia"))
        1
        """
        found = self.context.book.side(side, "Selection.by_representatives_of.side")
        return self._having(self._for_side(found, f"by representatives of {name_in_words(side)}"))

    def by_members_of(self, organization: str | Organization) -> Self:
        """Keep what representatives of its members said, members as of the day of speaking.

        Who speaks for a member is what :meth:`by_representatives_of` says.

        Raises:
            UnknownName: Neither the directory nor the corpus knows the organization, or no
                members of it are listed.
            InvalidValue: The argument is neither a name nor an organization.

        >>> finland = Country(name="Finland")
        >>> said = (Quote(text="Yes.", speaker=finland, said=day) for day in ("2022", "2024"))
        >>> [str(quote.said) for quote in Corpus.of(*said).quotes.by_members_of("NATO")]
        ['2024']
        """
        path = "Selection.by_members_of.organization"
        members = self.context.book.members(organization, path)
        ways = [
            All(parts=(self._for_side(each.side, f"by {each.name!r}"), _during(each.held)))
            for each in members
        ]
        asked = f"by members of {name_in_words(organization)}"
        return self._having(AnyOf(parts=tuple(ways), asked=asked))

    def _for_side(self, side: Side, asked: str) -> Criterion:
        ways: list[Criterion] = [SpokenBy(who=side.who), *map(_held, side.terms)]
        if side.posts is not None:
            ways.append(InPost(post=side.posts))
        if self.query.kind is RecordKind.STATEMENT:
            ways.append(OnBehalfOf(who=side.who))
        return AnyOf(parts=tuple(ways), asked=asked)


def _held(term: Term) -> Criterion:
    """Ask whether somebody spoke while holding a post."""
    spoke = SpokenBy(who=term.holder, asked=f"by {term.name!r}")
    return All(parts=(spoke, _during(term.held)))


def _during(times: Sequence[Moment]) -> Criterion:
    """Ask whether a time falls into another, which each source tells in its own way."""
    during = [x.criterion(TimeRelation.OVERLAPS, f"during {x.words}") for x in times]
    return during[0] if len(during) == 1 else Agreed(parts=tuple(during))
