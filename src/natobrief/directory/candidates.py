"""What a name may mean: the one actor, or several with the reasons for each."""

from __future__ import annotations

import attrs

from natobrief.model import Actor
from natobrief.values import Value, tuple_of
from natobrief.when import Truth

__all__ = ["Candidate", "Resolved"]


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Candidate(Value):
    """An actor that a name may mean.

    Attributes:
        actor: Who or what.
        certainty: YES if the name is the actor's own, or if a title, the day or the context leave
            nobody else; NO if the actor bears the name but didn't exist on that day.
        reason: Why, in words.

    >>> Directory.default().candidates("Moscow")[0].reason
    'the capital of Russia, which can stand for the state'
    """

    actor: Actor
    certainty: Truth
    reason: str


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Resolved(Value):
    """What a name means: candidates, best first, never empty.

    Attributes:
        name: What was asked for.
        candidates: Who or what it may mean.

    >>> Directory.default().resolve("President Biden", on="2022-01-07").actor.name
    'Joe Biden'
    """

    name: str
    candidates: tuple[Candidate, ...] = attrs.field(converter=tuple_of)

    @property
    def chosen(self) -> Candidate | None:
        """The candidate that is meant; None if that is left open.

        That is the only one that is certain, or the only one there is.

        >>> Directory.default().resolve("Andris Bērziņš").chosen is None
        True
        """
        certain = [each for each in self.candidates if each.certainty is Truth.YES]
        if len(certain) == 1:
            return certain[0]
        possible = [each for each in self.candidates if each.certainty is not Truth.NO]
        is_alone = len(self.candidates) == len(possible) == 1
        return possible[0] if is_alone else None

    @property
    def actor(self) -> Actor | None:
        """The actor that is meant; None if that is left open.

        >>> Directory.default().resolve("the Kremlin").actor
        Country(name='Russia', id='ru')
        """
        return None if self.chosen is None else self.chosen.actor

    @property
    def is_ambiguous(self) -> bool:
        """Whether it is left open who is meant.

        >>> Directory.default().resolve("Congolese").is_ambiguous
        True
        """
        return self.chosen is None
