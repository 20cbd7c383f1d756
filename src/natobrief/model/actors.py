"""Who speaks and who meets: people, organizations, states, groups, and the posts they hold.

Actors are held by value on every record and carry only what identifies them. All that is dated
about them (other names, tenures, members) lives in the directory. Names follow Popolo.
"""

from __future__ import annotations

from typing import TypeAlias

import attrs

from natobrief.errors import Fault
from natobrief.values import Choice, Value, tuple_of

__all__ = [
    "Actor",
    "Country",
    "Group",
    "Organization",
    "Participant",
    "Person",
    "Place",
    "Post",
    "Role",
]


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Person(Value):
    """A human being, named or not.

    Attributes:
        name: The name as the source gives it, without title.
        id: The person's id in a directory, if known.
        anonymous: The source leaves the person unnamed ("a senior official"); ``name`` is then
            the description. Such a person may be anybody, so questions about who spoke are
            answered as for an unknown speaker.

    >>> Person(name="Jens Stoltenberg")
    Person(name='Jens Stoltenberg')
    """

    name: str
    id: str | None = None
    anonymous: bool = False


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Organization(Value):
    """A body with a name of its own: an alliance, a council, a ministry, a company.

    Attributes:
        name: The name as the source gives it.
        id: The organization's id in a directory, if known.

    >>> Organization(name="NATO-Russia Council", id="nato-russia-council").name
    'NATO-Russia Council'
    """

    name: str
    id: str | None = None


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Country(Value):
    """A state, as one that speaks or takes part.

    Attributes:
        name: The name as the source gives it, or its short English name.
        id: The country's id in a directory, if known.

    >>> Country(name="Norway", id="no")
    Country(name='Norway', id='no')
    """

    name: str
    id: str | None = None


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Group(Value):
    """Several actors under one description: "the foreign ministers of the member states".

    Attributes:
        name: The description as the source gives it.
        id: The group's id in a directory, if known.
        members: Those that the source itself names; a question about one of them finds the
            group's records too. Empty when the source names none. Groups nest at most eight
            deep.

    >>> pair = Group(name="the two presidents", members=[Person(name="A"), Person(name="B")])
    >>> [member.name for member in pair.members]
    ['A', 'B']
    """

    name: str
    id: str | None = None
    members: tuple[Actor, ...] = attrs.field(default=(), converter=tuple_of)

    def _conflicts(self) -> list[Fault]:
        if _depth(self) <= _DEEPEST:
            return []
        allowed = f"groups nested at most {_DEEPEST} deep"
        return [Fault(path="Group.members", allowed=allowed, came="more")]


_DEEPEST = 8


def _depth(group: Group) -> int:
    return 1 + max((_depth(m) for m in group.members if isinstance(m, Group)), default=0)


Actor: TypeAlias = Person | Organization | Country | Group
"""Whoever can speak or take part."""


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Post(Value):
    """An office that people hold one after the other.

    Attributes:
        name: The title as the source gives it, with the organization where that is known.
        id: The post's id in a directory, if known.

    >>> Post(name="NATO Secretary General", id="nato-secretary-general").id
    'nato-secretary-general'
    """

    name: str
    id: str | None = None


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Place(Value):
    """Where something happens: a city, a building, a country.

    Attributes:
        name: The name as the source gives it.
        id: The place's id in a directory or gazetteer, if known.

    >>> Place(name="Geneva")
    Place(name='Geneva')
    """

    name: str
    id: str | None = None


class Role(Choice):
    """What somebody does at a meeting. Closed list.

    >>> Role.CHAIR
    Role.CHAIR
    """

    CHAIR = "chair"
    HOST = "host"
    ATTENDEE = "attendee"


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Participant(Value):
    """Somebody who takes part in a meeting, in an office and a role.

    Attributes:
        actor: Who takes part.
        post: The office in which they do, if the source says so.
        role: What they do there.

    >>> Participant(actor=Country(name="Russia")).role
    Role.ATTENDEE
    """

    actor: Actor
    post: Post | None = None
    role: Role = Role.ATTENDEE
