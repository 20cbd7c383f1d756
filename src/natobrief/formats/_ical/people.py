"""Who takes part in an event: ORGANIZER and ATTENDEE as participants."""

from __future__ import annotations

from typing import Any, cast

from natobrief.formats._ical.spans import Lose
from natobrief.model import Actor, Group, Participant, Person, Role

__all__ = ["participants"]

_THINGS = ("ROOM", "RESOURCE")


def participants(component: Any, lose: Lose) -> tuple[Participant, ...]:
    """Return who takes part; the organizer, who invites, is the host unless somebody chairs."""
    found: dict[str, Participant] = {}
    for attendee in _all(component, "ATTENDEE"):
        taken = _participant(attendee, lose)
        if taken is not None:
            found.setdefault(_address(attendee).lower(), taken)
    for organizer in _all(component, "ORGANIZER")[:1]:
        address = _address(organizer).lower()
        known = found.get(address)
        if known is None:
            actor = _actor(organizer)
            if actor is not None:
                host = Participant(actor=actor, role=Role.HOST)
                found = {address: host, **found}
        elif known.role is Role.ATTENDEE:
            found[address] = known.evolve(role=Role.HOST)
    if any(address.startswith("mailto:") for address in found):
        lose("ATTENDEE", "names are kept, mail addresses are not")
    return tuple(dict.fromkeys(found.values()))


def _all(component: Any, name: str) -> list[Any]:
    found: Any = component.get(name)
    if found is None:
        return []
    return cast("list[object]", found) if isinstance(found, list) else [found]


def _parameter(address: Any, name: str, default: str) -> str:
    found: Any = getattr(address, "params", {}).get(name, default)
    if isinstance(found, list):
        return str((cast("list[object]", found) or [default])[0])
    return str(found)


def _address(address: Any) -> str:
    return str.__str__(address) if isinstance(address, str) else str(address)


def _actor(address: Any) -> Actor | None:
    """Return who an address stands for, by name, else by the address without its scheme."""
    name = _parameter(address, "CN", "").strip() or _address(address).partition(":")[2].strip()
    if not name:
        return None
    is_group = _parameter(address, "CUTYPE", "INDIVIDUAL").upper() == "GROUP"
    return Group(name=name) if is_group else Person(name=name)


def _participant(attendee: Any, lose: Lose) -> Participant | None:
    kind = _parameter(attendee, "CUTYPE", "INDIVIDUAL").upper()
    answer = _parameter(attendee, "PARTSTAT", "NEEDS-ACTION").upper()
    role = _parameter(attendee, "ROLE", "REQ-PARTICIPANT").upper()
    name = _parameter(attendee, "CN", "") or _address(attendee)
    actor = _actor(attendee)
    if kind in _THINGS:
        lose("ATTENDEE", f"{name}: a {kind.lower()} takes no part")
        return None
    if answer == "DECLINED" or role == "NON-PARTICIPANT":
        why = "declined" if answer == "DECLINED" else "is only informed"
        lose("ATTENDEE", f"{name} {why}, so takes no part")
        return None
    if actor is None:
        lose("ATTENDEE", "it names nobody")
        return None
    if answer not in ("NEEDS-ACTION", "ACCEPTED") or role == "OPT-PARTICIPANT":
        lose("ATTENDEE", f"{name}: {answer.lower()}, {role.lower()} isn't kept")
    return Participant(actor=actor, role=Role.CHAIR if role == "CHAIR" else Role.ATTENDEE)
