"""What the directory answers with: dated facts, each with its sources, as frozen values."""

from __future__ import annotations

from typing import NamedTuple

import attrs

from natobrief.model import Actor, Organization, Person, Place, Post
from natobrief.values import Choice, Value, tuple_of
from natobrief.when import Period, Truth, When

__all__ = [
    "Account",
    "Body",
    "Conflict",
    "DataSet",
    "DatedName",
    "DatedStep",
    "DirectoryEntry",
    "EndBasis",
    "Event",
    "Expectation",
    "Membership",
    "NameKind",
    "Tenure",
]


class NameKind(Choice):
    """What a name is to its bearer. Closed list.

    >>> NameKind.FORMER
    NameKind.FORMER
    """

    NAME = "name"
    """The name that actors of the directory carry."""
    OFFICIAL = "official"
    ACRONYM = "acronym"
    """Letters that only count as a name in capitals: "us" is none."""
    OTHER = "other"
    FORMER = "former"


class EndBasis(Choice):
    """How the end of a tenure is known. Closed list.

    >>> EndBasis.SUCCESSOR.value
    'successor'
    """

    STATED = "stated"
    SUCCESSOR = "successor"
    """The successor's start: a vacancy or a caretaker in between would be hidden."""
    LAST_SEEN = "last_seen"
    """The last day on which a source still lists the person; the true end isn't known."""
    OPEN_IN_SOURCE = "open_in_source"
    """Open on the day of the source; the true end isn't known."""
    SEEN_ON = "seen_on"
    """Only mentioned in office on dated texts."""


class DirectoryEntry(NamedTuple):
    """A name that the directory knows, for fast look-ups.

    Attributes:
        kind: ``person``, ``organization``, ``country``, ``demonym``, ``metonym``, ``place`` (a
            capital) or ``post``.
        id: Whose name it is; for a demonym, metonym or capital the state's.
        name: The bearer's own name in the directory.

    >>> Directory.default().lookup("Russian")
    (DirectoryEntry(kind='demonym', id='ru', name='Russia'),)
    """

    kind: str
    id: str
    name: str


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class DatedName(Value):
    """A name and when it was in use.

    Attributes:
        text: The name.
        kind: What it is to its bearer.
        period: When it was in use, as far as that is dated. An open start means that no earlier
            name is listed.

    >>> names = Directory.default().dated_names("mk")
    >>> [str(name.period) for name in names if name.text == "Macedonia"]
    ['../2019-02-11']
    """

    text: str
    kind: NameKind = NameKind.NAME
    period: Period | None = None


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Account(Value):
    """What another source says about the time of a fact.

    Attributes:
        time: When it was, by that source.
        sources: Where it says so.
        note: A remark.

    >>> (spaak,) = Directory.default().holders("NATO Secretary General", on="1961-04-01")
    >>> str(spaak.accounts[0].time), spaak.certainty
    ('1957-05-16/1961-03', Truth.POSSIBLY)
    """

    time: When | Period
    sources: tuple[str, ...] = attrs.field(default=(), converter=tuple_of)
    note: str | None = None


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Expectation(Value):
    """When a tenure was going to end, as was known then.

    Attributes:
        end: The end that was expected.
        known: Since when that was known.
        sources: Where that is written.

    >>> expected = Directory.default().history("NATO Secretary General")[-2].expected
    >>> [(str(e.known), str(e.end)) for e in expected][1:3]
    [('2019-03-28', '2022-09-30'), ('2022-03-24', '2023-09-30')]
    """

    end: When
    known: When
    sources: tuple[str, ...] = attrs.field(default=(), converter=tuple_of)


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Tenure(Value):
    """Somebody's time in a post.

    Attributes:
        holder: Who held the post.
        post: The post.
        period: From when until when, both ends included; ``[..d]`` is not later than d, ``[d..]``
            not earlier than d. ``..`` as the end means in office at the directory's cut-off.
        acting: True if a source says acting, interim or caretaker; None if none says so.
        certainty: Whether the person held the post on the day that was asked for, as far as the
            dates and all accounts allow to say; YES where no day was asked for.
        handover: Whether the day that was asked for is the last of one holder and the first of
            another, and this is one of the two.
        end_is_expected: Whether the end is the one that was expected on the day in ``known``.
        end_basis: How the end is known.
        expected: Ends that were expected before the true one was known, oldest first.
        accounts: What other sources say about the time.
        note: A remark.
        sources: Where all this is written.

    >>> holders = Directory.default().holders("NATO Secretary General", on="2024-10-01")
    >>> [(row.holder.name, row.handover) for row in holders]
    [('Jens Stoltenberg', True), ('Mark Rutte', True)]
    """

    holder: Person
    post: Post
    period: Period
    acting: bool | None = None
    certainty: Truth = Truth.YES
    handover: bool = False
    end_is_expected: bool = False
    end_basis: EndBasis = EndBasis.STATED
    expected: tuple[Expectation, ...] = attrs.field(default=(), converter=tuple_of)
    accounts: tuple[Account, ...] = attrs.field(default=(), converter=tuple_of)
    note: str | None = None
    sources: tuple[str, ...] = attrs.field(default=(), converter=tuple_of)


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class DatedStep(Value):
    """A step on the way to a membership, kept apart from other such dates.

    Attributes:
        kind: What happened: ``signed``, ``deposited``, ``flag_raised`` ...
        when: The day, as finely as it is known.

    >>> DatedStep(kind="deposited", when=When.parse("2023-04-04")).when
    When.parse('2023-04-04')
    """

    kind: str
    when: When


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Membership(Value):
    """Somebody's time as a member of an organization.

    Attributes:
        member: Who is a member.
        organization: Of what.
        period: From when until when, both ends included; ``..`` as the end means a member at the
            directory's cut-off.
        dates: The dates of the steps, each of one kind.
        certainty: Whether it was a member on the day that was asked for; YES where none was.
        accounts: What other sources say about the time.
        note: A remark.
        sources: Where all this is written.

    >>> members = Directory.default().members("NATO", on="2023-04-04")
    >>> finland = next(row for row in members if row.member.id == "fi")
    >>> len(members), finland.date("deposited"), finland.date("flag_raised")
    (31, When.parse('2023-04-04'), When.parse('2023-04-04'))
    """

    member: Actor
    organization: Organization
    period: Period
    dates: tuple[DatedStep, ...] = attrs.field(default=(), converter=tuple_of)
    certainty: Truth = Truth.YES
    accounts: tuple[Account, ...] = attrs.field(default=(), converter=tuple_of)
    note: str | None = None
    sources: tuple[str, ...] = attrs.field(default=(), converter=tuple_of)

    def date(self, kind: str) -> When | None:
        """Return the date of one kind, or None.

        >>> members = Directory.default().members("NATO", on="2022-01-07")
        >>> albania = members[0]
        >>> albania.date("signed"), albania.date("deposited"), albania.date("flag_raised")
        (When.parse('2008-07-09'), When.parse('2009-04-01'), When.parse('2009-04-07'))
        """
        return next((step.when for step in self.dates if step.kind == kind), None)


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Body(Value):
    """An organization as it stood on a day.

    Attributes:
        organization: Which one bears the name.
        period: Its lifetime, both ends included; None if not known.
        certainty: Whether it existed on the day that was asked for; YES where none was, POSSIBLY
            where its lifetime isn't known.
        instead: What existed on that day in its place: those that came before or after it.
        reason: Why the name is flagged, or what the lifetime is, in words.
        kind: What it is: council, commission, union ...
        parent: What it belongs to.
        levels: The levels at which it meets.
        note: A remark.
        sources: Where all this is written.

    >>> body = Directory.default().body("NATO-Ukraine Council", on="2022-01-10")
    >>> body.certainty, [other.name for other in body.instead]
    (Truth.NO, ['NATO-Ukraine Commission'])
    """

    organization: Organization
    period: Period | None = None
    certainty: Truth = Truth.YES
    instead: tuple[Organization, ...] = attrs.field(default=(), converter=tuple_of)
    reason: str
    kind: str | None = None
    parent: Organization | None = None
    levels: tuple[str, ...] = attrs.field(default=(), converter=tuple_of)
    note: str | None = None
    sources: tuple[str, ...] = attrs.field(default=(), converter=tuple_of)


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Event(Value):
    """A dated meeting that the directory lists, such as a summit.

    Attributes:
        id: Its id in the directory.
        name: What it is called.
        body: Whose meeting it is.
        time: When it was, or is planned for.
        kind: What it is: ``summit``.
        place: Where it was.
        announced: Since when it was announced, if it isn't known to have been held.
        accounts: What other sources say about the time.
        note: A remark.
        sources: Where all this is written.

    >>> [event.name for event in Directory.default().events("NATO", on="2023")]
    ['Vilnius summit']
    """

    id: str
    name: str
    body: Organization
    time: When | Period
    kind: str
    place: Place | None = None
    announced: When | None = None
    accounts: tuple[Account, ...] = attrs.field(default=(), converter=tuple_of)
    note: str | None = None
    sources: tuple[str, ...] = attrs.field(default=(), converter=tuple_of)


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Conflict(Value):
    """Statements that contradict each other, and what was done about them.

    Attributes:
        subject: The id of what they are about.
        reason: What contradicts what.
        sources: Where the statement is written that was left out or overruled.

    >>> conflicts = Directory.default().conflicts
    >>> next(c.reason for c in conflicts if c.subject == "it-foreign-minister")
    'Silvio Berlusconi, 2002-11-14 to 2002-01-06: end before start in the source'
    """

    subject: str
    reason: str
    sources: tuple[str, ...] = attrs.field(default=(), converter=tuple_of)


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class DataSet(Value):
    """A data set that facts were taken from.

    Attributes:
        name: How the sources that lie in it begin.
        about: What it holds and what was taken.
        licence: Under which licence it is, in words.
        until: How far its facts reach.

    >>> {s.licence for s in Directory.default().data_sets if "supraverden" in s.name}
    {'CC BY-SA 4.0'}
    """

    name: str
    about: str
    licence: str
    until: When
