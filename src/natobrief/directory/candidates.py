"""What a name may mean: the one actor, or several with the reasons for each."""

from __future__ import annotations

from typing import TypeVar

import attrs

from natobrief.model import Actor, Country, Organization, Person
from natobrief.values import Value, tuple_of
from natobrief.when import Truth

__all__ = ["Candidate", "Resolved", "full_name_of", "only"]

_put = object.__setattr__
_Made = TypeVar("_Made", bound=Value)


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Candidate(Value):
    """An actor that a name may mean.

    Attributes:
        actor: Who or what.
        certainty: YES if the name is the actor's own, or if a title, an office on that day or the
            context leave nobody else; NO if the actor bears the name but didn't exist on that day.
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

        That is the only one that is certain; else, if nothing else has the name, the state that a
        capital stands for. Somebody who is only possibly meant, such as the one listed bearer of
        a surname, is never chosen.

        >>> bush = Directory.default().resolve("Bush", on="2022-01-07")
        >>> bush.chosen is None, bush.candidates[0].reason
        (True, 'the surname of George W. Bush')
        """
        certain = [each for each in self.candidates if each.certainty is Truth.YES]
        if len(certain) == 1:
            return certain[0]
        only = self.candidates[0] if len(self.candidates) == 1 else None
        is_state = only is not None and isinstance(only.actor, Country)
        return only if is_state else None

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


def only(
    name: str,
    kind: type[Country | Organization | Person],
    own_id: str,
    own_name: str,
    reason: str,
    certainty: Truth = Truth.YES,
) -> Resolved:
    """Return what a name means that has one bearer.

    It is made without the checks of the constructors, which take most of the time: there are
    thousands of these, and the texts in them were checked when they were read.
    """
    more = {"anonymous": False} if kind is Person else {}
    actor = _unchecked(kind, id=own_id, name=own_name, **more)
    candidate = _unchecked(Candidate, actor=actor, certainty=certainty, reason=reason)
    return _unchecked(Resolved, name=name, candidates=(candidate,))


def full_name_of(own_name: str) -> str:
    """Say why somebody is meant by a full name."""
    return f"the full name of {own_name}"


def _unchecked(cls: type[_Made], **fields: object) -> _Made:
    made = cls.__new__(cls)
    for name, value in fields.items():
        _put(made, name, value)
    return made
