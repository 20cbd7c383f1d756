"""Any actor by name: people, organizations and states, on a day and in a context."""

from __future__ import annotations

from natobrief.directory.bodies import standing
from natobrief.directory.candidates import Candidate
from natobrief.directory.keys import key
from natobrief.directory.names import Bearer, Names
from natobrief.directory.offices import Offices
from natobrief.directory.people import Asked, People
from natobrief.directory.store import Store
from natobrief.when import Period, Truth

__all__ = ["Actors"]

_RANKS = (Truth.YES, Truth.POSSIBLY, Truth.NO)
# What a body or its people may be called by, after an adjective: "the Russian side".
_SIDES = frozenset(("authorities", "delegation", "government", "party", "side"))


class Actors:
    """Finds actors by what a text calls them."""

    def __init__(self, store: Store, names: Names, offices: Offices) -> None:
        self._store = store
        self._names = names
        self._offices = offices
        self._people = People(store, names, offices)

    def candidates(self, name: str, asked: Asked, day: str) -> tuple[Candidate, ...]:
        """Return what a name may mean, best first; empty if nothing bears it.

        Args:
            name: As a text gives it.
            asked: The day and the context.
            day: The day as it was asked for, for the reasons.
        """
        found = self._bodies(name, asked.on, day)
        found.extend(self._people.candidates(name, asked))
        if not found:
            found = self._people.holders(self._offices.find(name), asked)
        return tuple(sorted(_once(found), key=lambda each: _RANKS.index(each.certainty)))

    def states(self, text: str) -> tuple[str, ...]:
        """Return the ids of the states that a name, adjective, capital or metonym means."""
        words = key(text).split()
        plain = text if len(words) < 2 or words[-1] not in _SIDES else " ".join(words[:-1])
        kinds = ("country", "demonym", "metonym", "place")
        found = [bearer for bearer in self._names.of(plain) if bearer.kind in kinds]
        found.sort(key=lambda bearer: kinds.index(bearer.kind))
        return tuple(dict.fromkeys(bearer.id for bearer in found))

    def _bodies(self, name: str, on: Period | None, day: str) -> list[Candidate]:
        found: list[Candidate] = []
        for bearer in self._names.of(name):
            if bearer.kind == "organization":
                found.extend(self._organization(bearer, on, day))
            elif bearer.kind != "person":
                found.append(self._state(bearer, on))
        if not found and key(name).rpartition(" ")[2] in _SIDES:
            found.extend(self._state(Bearer("demonym", each), on) for each in self.states(name))
        return found

    def _organization(self, bearer: Bearer, on: Period | None, day: str) -> list[Candidate]:
        stands = standing(self._store, self._store.organizations[bearer.id], on, day)
        actor = self._store.organization(bearer.id)
        certainty = Truth.YES if stands.certainty.possible else Truth.NO
        reason = f"a name of {actor.name}: {stands.reason}"
        others = [
            Candidate(
                actor=self._store.organization(other),
                certainty=Truth.POSSIBLY,
                reason=f"what there was on {day} in place of the {actor.name}",
            )
            for other in stands.instead
        ]
        return [Candidate(actor=actor, certainty=certainty, reason=reason), *others]

    def _state(self, bearer: Bearer, on: Period | None) -> Candidate:
        actor = self._store.country(bearer.id)
        reason = {
            "demonym": f"an adjective or the people of {actor.name}",
            "metonym": f"a metonym of {actor.name}",
            "place": f"the capital of {actor.name}, which can stand for the state",
        }.get(bearer.kind, f"a name of {actor.name}")
        if bearer.period is not None:
            reason = f"a former name of {actor.name}, in use {bearer.period}"
            if on is not None and Period.parse(bearer.period).overlaps(on) is Truth.NO:
                reason += ", so not then"
        certainty = Truth.POSSIBLY if bearer.kind == "place" else Truth.YES
        return Candidate(actor=actor, certainty=certainty, reason=reason)


def _once(found: list[Candidate]) -> list[Candidate]:
    """Keep the best candidate for each actor, in order."""
    best: dict[str | None, Candidate] = {}
    for each in found:
        before = best.get(each.actor.id)
        if before is None or _RANKS.index(each.certainty) < _RANKS.index(before.certainty):
            best[each.actor.id] = each
    return list(best.values())
