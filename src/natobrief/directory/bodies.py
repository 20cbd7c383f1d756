"""Organizations on a day: whether they existed, and what did in their place."""

from __future__ import annotations

from typing import NamedTuple

from natobrief.directory.dates import Asked, held, view_of
from natobrief.directory.documents import Row
from natobrief.directory.facts import Body
from natobrief.directory.store import Store
from natobrief.when import Period, Truth

__all__ = ["Standing", "body_of", "standing"]


class Standing(NamedTuple):
    """Whether an organization existed on a day, why, and the ids of what did in its place."""

    certainty: Truth
    reason: str
    instead: tuple[str, ...] = ()


def _existed(row: Row, on: Period, known: Period | None) -> Truth:
    if "period" not in row.data:
        return Truth.POSSIBLY
    view = view_of(row, known)
    return Truth.NO if view is None else held(view, on)


def standing(store: Store, row: Row, asked: Asked) -> Standing:
    """Say whether an organization existed on the day that was asked for, or ever."""
    lifetime, is_unheard_of = _lifetime(row, asked)
    day = asked.known if asked.on is None and is_unheard_of else asked.on
    certainty = Truth.YES if day is None else _existed(row, day, asked.known)
    if certainty is not Truth.NO or day is None:
        return Standing(certainty, lifetime)
    instead = tuple(_in_its_place(store, row.data["id"], day, asked.known))
    others = " and ".join(store.name(other) for other in instead)
    offer = f"; then there was the {others}" if instead else ""
    so = "" if is_unheard_of else f", so not on {asked.in_words}"
    return Standing(certainty, f"{lifetime}{so}{offer}", instead)


def _lifetime(row: Row, asked: Asked) -> tuple[str, bool]:
    """Say what was known of a lifetime, and whether that was nothing, not even a beginning."""
    period = row.data.get("period")
    if period is None:
        return "its lifetime is not known", False
    if asked.known is None:
        return f"it existed {period}", False
    view = view_of(row, asked.known)
    if view is None:
        return f"nothing was known of it on {asked.known_in_words}", True
    return f"it existed {view.period}", False


def _in_its_place(store: Store, key: str, on: Period, known: Period | None) -> list[str]:
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
                if at is not None and _existed(at, on, known).possible:
                    found.append(other)
    return sorted(found)


def body_of(store: Store, row: Row, asked: Asked) -> Body:
    """Return an organization as it stood on a day."""
    data = row.data
    stands = standing(store, row, asked)
    view = view_of(row, asked.known) if "period" in data else None
    parent = data.get("parent")
    return Body(
        organization=store.organization(data["id"]),
        period=None if view is None else view.period,
        certainty=stands.certainty,
        instead=tuple(store.organization(other) for other in stands.instead),
        reason=stands.reason,
        kind=data.get("kind"),
        parent=None if parent is None else store.organization(parent),
        levels=tuple(data.get("levels", ())),
        note=data.get("note"),
        sources=row.sources,
    )
