"""What can't be right in a directory, across all of its rows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from natobrief.directory.documents import Row
from natobrief.directory.store import ACTORS, Store
from natobrief.errors import Fault
from natobrief.when import Period

__all__ = ["lint"]

_DAY = 24 * 60 * 60 * 1_000_000

# Which fields of a section refer to which sections.
_REFERENCES: dict[str, dict[str, tuple[str, ...]]] = {
    "organizations": {"parent": ("organizations",), "predecessors": ("organizations",)},
    "posts": {"of": ("organizations", "countries")},
    "tenures": {"post": ("posts",), "holder": ("people",)},
    "memberships": {"member": ACTORS, "organization": ("organizations",)},
    "events": {"body": ("organizations",)},
}


def lint(store: Store) -> tuple[Fault, ...]:
    """Return all faults between rows, each with its path."""
    return (
        *_doubled(store),
        *_unknown(store),
        *_overlapping(store),
        *_too_early(store),
        *_one_wikidata(store),
    )


def _rows(store: Store, section: str) -> Iterator[Row]:
    for document in store.documents:
        yield from document.rows(section)


def _doubled(store: Store) -> Iterator[Fault]:
    for sections in (ACTORS, ("posts",), ("events",)):
        seen: dict[str, set[tuple[str, int]]] = {}
        for section in sections:
            for row in _rows(store, section):
                # The same id in another document of the same section adds to that row.
                place = (section, id(row.document))
                before = seen.setdefault(row.data["id"], set())
                if place in before or any(other != section for other, _ in before):
                    path = f"{row.path(section)}.id"
                    allowed = "an id that no other row has"
                    yield Fault(path=path, allowed=allowed, came=repr(row.data["id"]))
                before.add(place)


def _unknown(store: Store) -> Iterator[Fault]:
    known: dict[str, dict[str, Row]] = {
        "people": store.people,
        "organizations": store.organizations,
        "countries": store.countries,
        "posts": store.posts,
    }
    for section, fields in _REFERENCES.items():
        for row in _rows(store, section):
            for field, targets in fields.items():
                value = row.data.get(field, ())
                for each in [value] if isinstance(value, str) else value:
                    if not any(each in known[target] for target in targets):
                        path = f"{row.path(section)}.{field}"
                        allowed = f"an id among the {' or '.join(targets)}"
                        yield Fault(path=path, allowed=allowed, came=repr(each))


def _overlapping(store: Store) -> Iterator[Fault]:
    for post, rows in store.tenures_in.items():
        at = store.posts.get(post)
        if at is not None and not at.data.get("unique", True):
            continue
        full = [row for row in rows if not row.data.get("acting")]
        for one, other in combinations(full, 2):
            if _certainly_share_a_day(one, other):
                path = f"{other.path('tenures')}.period"
                who = one.data["holder"]
                allowed = f"nobody else in this post while {who} held it ({one.data['period']})"
                yield Fault(path=path, allowed=allowed, came=repr(other.data["period"]))


def _certainly_share_a_day(one: Row, other: Row) -> bool:
    """Say whether two tenures overlap by more than the one day of a handover."""
    first, second = (Period.parse(row.data["period"]).bounds for row in (one, other))
    begun = max(first[1], second[1])
    ended = min(first[2], second[2])
    return ended >= begun and not _meet(first, second)


def _meet(first: tuple[int, ...], second: tuple[int, ...]) -> bool:
    return first[3] - _DAY <= second[0] or second[3] - _DAY <= first[0]


def _too_early(store: Store) -> Iterator[Fault]:
    for row in _rows(store, "memberships"):
        body = store.organizations.get(row.data["organization"])
        lifetime = None if body is None else body.period()
        if (
            lifetime is not None
            and Period.parse(row.data["period"]).bounds[1] <= lifetime.bounds[0]
        ):
            path = f"{row.path('memberships')}.period"
            allowed = f"a time in the lifetime of {row.data['organization']} ({lifetime})"
            yield Fault(path=path, allowed=allowed, came=repr(row.data["period"]))


def _one_wikidata(store: Store) -> Iterator[Fault]:
    for section in ACTORS:
        seen: dict[str, str] = {}
        for row in _rows(store, section):
            item = row.data.get("wikidata")
            owner = row.data["id"] if item is None else seen.setdefault(item, row.data["id"])
            if owner != row.data["id"]:
                path = f"{row.path(section)}.wikidata"
                allowed = f"an item that is not that of {owner}"
                yield Fault(path=path, allowed=allowed, came=repr(item))
