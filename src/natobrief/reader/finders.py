"""Finders of your own: names and quotes that another program found, taken over into a text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, Protocol, runtime_checkable

from natobrief.errors import Fault, InvalidValue, show
from natobrief.model import Actor, Country, Group, Organization, Person
from natobrief.reader.people.mentions import Mention, MentionKind, Mentions
from natobrief.reader.people.names import Known
from natobrief.reader.people.naming import last_name, mention_of
from natobrief.reader.rule import Found, checked, is_place
from natobrief.values import Choice

__all__ = [
    "Finder",
    "FoundKind",
    "FoundName",
    "NameFinder",
    "QuoteFinder",
    "actor_of",
    "merged",
    "names_of",
    "quotes_of",
]


class FoundKind(Choice):
    """What a name that a finder found is the name of. Closed list.

    >>> FoundKind("person")
    FoundKind.PERSON
    """

    PERSON = "person"
    ORGANIZATION = "organization"
    COUNTRY = "country"
    GROUP = "group"
    PLACE = "place"


class FoundName(NamedTuple):
    """A name that a finder found in a text.

    Attributes:
        start: The first character of the name, from 0.
        end: One past its last character.
        kind: What it names.
        name: The name in full; as written if None.
        id: The id of the one who bears it, as records should hold it.

    >>> FoundName(0, 3, FoundKind.PERSON, name="Anna Alm").name
    'Anna Alm'
    """

    start: int
    end: int
    kind: FoundKind
    name: str | None = None
    id: str | None = None


@runtime_checkable
class NameFinder(Protocol):
    """What finds names of people, organizations, states, groups and places in a text.

    Any object with these two members is one. Where its names overlap what the reader found, its
    own count; an office before a name stays with it.

    >>> class Gazetteer:
    ...     name = "gazetteer"
    ...     def find_names(self, text):
    ...         yield FoundName(0, 3, FoundKind.PERSON, name="Anna Alm", id="anna-alm")
    >>> isinstance(Gazetteer(), NameFinder)
    True
    """

    @property
    def name(self) -> str:
        """The name that evidence gives as the rule: small letters, digits and dashes."""
        ...

    def find_names(self, text: str) -> Iterable[FoundName]:
        """Yield the names in a text, none overlapping another."""
        ...


@runtime_checkable
class QuoteFinder(Protocol):
    """What finds words that somebody says in a text.

    Any object with these two members is one. Where its words overlap quotes or reported speech
    of the reader's own, they take their place. Words within quotation marks become direct quotes
    and others indirect ones; the speaker is read from the place that the finder gives.

    >>> class Nothing:
    ...     name = "nothing"
    ...     def find_quotes(self, text):
    ...         return []
    >>> isinstance(Nothing(), QuoteFinder)
    True
    """

    @property
    def name(self) -> str:
        """The name that evidence gives as the rule: small letters, digits and dashes."""
        ...

    def find_quotes(self, text: str) -> Iterable[Found]:
        """Yield the words with their speakers, none overlapping another."""
        ...


Finder = NameFinder | QuoteFinder


def names_of(finder: NameFinder, text: str) -> Iterator[Mention]:
    """Yield what a finder finds, as rows, once each is known to lie in the text."""
    end = 0
    for found in sorted(_names(finder, text), key=lambda one: one.start):
        if found.start < end:
            allowed = f"names that don't overlap (one ends at {end})"
            raise InvalidValue([_fault(finder, allowed, show(found))])
        end = found.end
        yield _row(finder, text, found)


def _names(finder: NameFinder, text: str) -> Iterator[FoundName]:
    for found in finder.find_names(text):
        if not _is_name(found, len(text)):
            allowed = f"a FoundName with its kind and a place within 0 to {len(text)}"
            raise InvalidValue([_fault(finder, allowed, show(found))])
        yield found


def _is_name(found: object, length: int) -> bool:
    if not isinstance(found, FoundName) or type(found.kind) is not FoundKind:
        return False
    return is_place((found.start, found.end), length)


def _fault(finder: NameFinder, allowed: str, came: str) -> Fault:
    return Fault(path=f"{finder.name}.find_names", allowed=allowed, came=came)


def _row(finder: NameFinder, text: str, found: FoundName) -> Mention:
    row = mention_of(text, MentionKind(found.kind.value), found.start, found.end)
    name = found.name or row.name
    last = last_name(name) if found.kind is FoundKind.PERSON else ""
    known = (Known(found.kind.value, found.id or "", name),)
    return row._replace(name=name, last=last, known=known, finder=finder.name)


_ACTORS: dict[MentionKind, Callable[..., Actor]] = {
    MentionKind.PERSON: Person,
    MentionKind.ORGANIZATION: Organization,
    MentionKind.COUNTRY: Country,
    MentionKind.GROUP: Group,
}


def actor_of(row: Mention) -> Actor:
    """Make the actor of a finder's row."""
    known = row.known[0]
    return _ACTORS[row.kind](id=known.id or None, name=known.name)


def quotes_of(finder: QuoteFinder, text: str) -> list[Found]:
    """Return what a finder finds, once each place is known to lie in the text."""
    path = f"{finder.name}.find_quotes"
    return [checked(found, len(text), path) for found in finder.find_quotes(text)]


def merged(mentions: Mentions, found: list[Mention]) -> Mentions:
    """Put a finder's rows in the place of those that they overlap.

    A person's office that stands right before the name stays with it.
    """
    if not found:
        return mentions
    rows: list[Mention] = []
    at = 0
    for row in mentions.rows:
        while at < len(found) and found[at].end <= row.start:
            at += 1
        over = found[at] if at < len(found) and found[at].start < row.end else None
        if over is None:
            rows.append(row)
        elif row.office is not None and row.office[1] <= over.start and over.end >= row.end:
            found[at] = over._replace(start=row.start, office=row.office, governed=row.governed)
    return Mentions(sorted([*rows, *found], key=lambda row: (row.start, -row.end)))
