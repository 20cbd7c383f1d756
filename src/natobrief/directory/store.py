"""The rows of a directory, indexed, and the values that are made of them at first need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from natobrief.directory.dates import View
from natobrief.directory.documents import Document, Row
from natobrief.directory.facts import (
    Account,
    Conflict,
    DataSet,
    DatedName,
    DatedStep,
    EndBasis,
    Event,
    Expectation,
    Membership,
    NameKind,
    Tenure,
)
from natobrief.directory.keys import loose_key
from natobrief.directory.merging import Merged, merge
from natobrief.model import Actor, Country, Organization, Person, Place, Post
from natobrief.when import Period, Truth, When

__all__ = ["ACTORS", "Store"]

ACTORS = ("people", "organizations", "countries")


class Store:
    """All rows, by section, by id and by what they are about. It never changes."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.documents: tuple[Document, ...] = tuple(documents)
        self._merged: Merged = merge(self.documents)
        self.people: dict[str, Row] = self._merged.by_id["people"]
        self.organizations: dict[str, Row] = self._merged.by_id["organizations"]
        self.countries: dict[str, Row] = self._merged.by_id["countries"]
        self.posts: dict[str, Row] = self._merged.by_id["posts"]
        self.tenures: list[Row] = self._merged.rows["tenures"]
        self.memberships: list[Row] = self._merged.rows["memberships"]
        self.events: list[Row] = self._merged.rows["events"]

    # --- indexes --------------------------------------------------------------------------------

    @cached_property
    def tenures_in(self) -> dict[str, list[Row]]:
        """The tenures of each post, by start."""
        return _by(self.tenures, "post")

    @cached_property
    def tenures_of(self) -> dict[str, list[Row]]:
        """The tenures of each person, by start."""
        return _by(self.tenures, "holder")

    @cached_property
    def members_of(self) -> dict[str, list[Row]]:
        """The memberships of each organization."""
        return _by(self.memberships, "organization")

    @cached_property
    def successors(self) -> dict[str, list[str]]:
        """The organizations that took the place of each."""
        found: dict[str, list[str]] = defaultdict(list)
        for key, row in self.organizations.items():
            for before in row.data.get("predecessors", ()):
                found[before].append(key)
        return dict(found)

    @cached_property
    def synonyms(self) -> dict[str, tuple[str, ...]]:
        """Titles that mean the same everywhere."""
        found: dict[str, tuple[str, ...]] = {}
        for document in self.documents:
            for title, others in document.content.get("synonyms", {}).items():
                found[title] = (*found.get(title, ()), *others)
        return found

    @cached_property
    def given_names(self) -> dict[str, tuple[str, ...]]:
        """For each given name, as it sounds, its forms in several languages."""
        found: dict[str, tuple[str, ...]] = {}
        for document in self.documents:
            for name, others in document.content.get("given_names", {}).items():
                group = [loose_key(form) for form in (name, *others)]
                for form in group:
                    found[form] = tuple(dict.fromkeys((*found.get(form, ()), *group)))
        return found

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What the documents say is contradictory, and what was found when they were merged."""
        told = (row for document in self.documents for row in document.rows("conflicts"))
        rows = [
            Conflict(subject=row.data["subject"], reason=row.data["reason"], sources=row.sources)
            for row in told
        ]
        return (*rows, *self._merged.conflicts)

    @cached_property
    def data_sets(self) -> tuple[DataSet, ...]:
        """The data sets that the documents name."""
        rows = (row.data for document in self.documents for row in document.rows("sets"))
        return tuple(
            DataSet(
                name=row["name"],
                about=row["about"],
                licence=row["licence"],
                until=When.parse(row["until"]),
            )
            for row in rows
        )

    # --- values ---------------------------------------------------------------------------------

    def row(self, key: str) -> Row | None:
        """Return the row of an actor."""
        return self.people.get(key) or self.countries.get(key) or self.organizations.get(key)

    def name(self, key: str) -> str:
        """Return the name of an actor; an id that no row has stands for itself."""
        row = self.row(key)
        return key if row is None else str(row.data["name"])

    def actor(self, key: str) -> Actor:
        """Return an actor by id."""
        if key in self.people:
            return self.person(key)
        return self.country(key) if key in self.countries else self.organization(key)

    def person(self, key: str) -> Person:
        """Return a person by id."""
        return Person(id=key, name=self.name(key))

    def country(self, key: str) -> Country:
        """Return a state by id."""
        return Country(id=key, name=self.name(key))

    def organization(self, key: str) -> Organization:
        """Return an organization by id."""
        return Organization(id=key, name=self.name(key))

    def post(self, key: str) -> Post:
        """Return a post by id."""
        row = self.posts.get(key)
        name = key if row is None else row.data["name"]
        return Post(id=key, name=name)

    def tenure(
        self, row: Row, view: View, *, certainty: Truth = Truth.YES, handover: bool = False
    ) -> Tenure:
        """Return a tenure, seen in a certain light."""
        data, cited = row.data, row.document.cited
        basis = EndBasis(data.get("end_basis", "stated"))
        return Tenure(
            holder=self.person(data["holder"]),
            post=self.post(data["post"]),
            period=view.period,
            acting=data.get("acting"),
            certainty=certainty,
            handover=handover,
            end_is_expected=view.expected,
            end_basis=basis,
            expected=tuple(_expectation(row, each) for each in data.get("expected", ())),
            accounts=_accounts(row),
            note=data.get("note"),
            sources=cited(data["sources"]),
        )

    def membership(self, row: Row, view: View, certainty: Truth = Truth.YES) -> Membership:
        """Return a membership, seen in a certain light."""
        data = row.data
        steps = data.get("dates", ())
        return Membership(
            member=self.actor(data["member"]),
            organization=self.organization(data["organization"]),
            period=view.period,
            dates=tuple(DatedStep(kind=s["kind"], when=When.parse(s["when"])) for s in steps),
            certainty=certainty,
            accounts=_accounts(row),
            note=data.get("note"),
            sources=row.sources,
        )

    def event(self, row: Row) -> Event:
        """Return an event."""
        data = row.data
        place = data.get("place")
        return Event(
            id=data["id"],
            name=data["name"],
            body=self.organization(data["body"]),
            time=time_in(data["time"]),
            kind=data["kind"],
            place=None if place is None else Place(name=place),
            announced=row.when("announced"),
            accounts=_accounts(row),
            note=data.get("note"),
            sources=row.sources,
        )

    def dated_names(self, key: str) -> tuple[DatedName, ...]:
        """Return all names of an actor or post, the main one first."""
        row = self.row(key) or self.posts.get(key)
        if row is None:
            return ()
        since = row.when("name_from")
        period = None if since is None else Period.between(since, None, open_end=True)
        main = DatedName(text=row.data["name"], kind=NameKind.NAME, period=period)
        return (main, *(_dated_name(each) for each in row.data.get("names", ())))


def time_in(text: str) -> When | Period:
    """Read a time that is a date or an interval."""
    return Period.parse(text) if "/" in text else When.parse(text)


def _by(rows: list[Row], field: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.data[field]].append(row)
    return dict(found)


def _dated_name(each: Any) -> DatedName:
    if isinstance(each, str):
        return DatedName(text=each, kind=NameKind.OTHER)
    period = each.get("period")
    return DatedName(
        text=each["text"],
        kind=NameKind(each.get("kind", "other")),
        period=None if period is None else Period.parse(period),
    )


def _accounts(row: Row) -> tuple[Account, ...]:
    return tuple(
        Account(
            time=time_in(each["time"]),
            sources=row.document.cited(each["sources"]),
            note=each.get("note"),
        )
        for each in row.data.get("accounts", ())
    )


def _expectation(row: Row, each: dict[str, Any]) -> Expectation:
    return Expectation(
        end=When.parse(each["end"]),
        known=When.parse(each["known"]),
        sources=row.document.cited(each["sources"]),
    )
