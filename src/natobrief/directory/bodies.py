"""Organizations on a day: whether they existed, and what did in their place."""

from __future__ import annotations

from typing import NamedTuple

from natobrief.directory.dates import View, held
from natobrief.directory.documents import Row
from natobrief.directory.facts import Body
from natobrief.directory.store import Store
from natobrief.when import Period, Truth, When

__all__ = ["Standing", "body_of", "standing"]


class Standing(NamedTuple):
    """Whether an organization existed on a day, why, and the ids of what did in its place."""

    certainty: Truth
    reason: str
    instead: tuple[str, ...] = ()


def _existed(row: Row, on: Period) -> Truth:
    period = row.period()
    if period is None:
        return Truth.POSSIBLY
    return held(View(period, (), When.parse(row.document.cut_off)), on)


def standing(store: Store, row: Row, on: Period | None, asked: str) -> Standing:
    """Say whether an organization existed on a day.

    Args:
        store: The directory.
        row: The organization.
        on: The day, or None for any.
        asked: The day as it was asked for, for the reason.
    """
    period = row.data.get("period")
    lifetime = "its lifetime is not known" if period is None else f"it existed {period}"
    if on is None:
        return Standing(Truth.YES, lifetime)
    certainty = _existed(row, on)
    if certainty is not Truth.NO:
        return Standing(certainty, lifetime)
    instead = tuple(_in_its_place(store, row.data["id"], on))
    others = " and ".join(store.name(other) for other in instead)
    offer = f"; then there was the {others}" if instead else ""
    return Standing(certainty, f"{lifetime}, so not on {asked}{offer}", instead)


def _in_its_place(store: Store, key: str, on: Period) -> list[str]:
    """Follow predecessors and successors to those that existed."""
    found: list[str] = []
    waiting, seen = [key], {key}
    while waiting:
        each = waiting.pop()
        row = store.organizations.get(each)
        before = () if row is None else row.data.get("predecessors", ())
        for other in (*before, *store.successors.get(each, ())):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
                at = store.organizations.get(other)
                if at is not None and _existed(at, on).possible:
                    found.append(other)
    return sorted(found)


def body_of(store: Store, row: Row, on: Period | None, asked: str) -> Body:
    """Return an organization as it stood on a day."""
    data = row.data
    stands = standing(store, row, on, asked)
    parent = data.get("parent")
    return Body(
        organization=store.organization(data["id"]),
        period=row.period(),
        certainty=stands.certainty,
        instead=tuple(store.organization(other) for other in stands.instead),
        reason=stands.reason,
        kind=data.get("kind"),
        parent=None if parent is None else store.organization(parent),
        levels=tuple(data.get("levels", ())),
        note=data.get("note"),
        sources=row.sources,
    )
