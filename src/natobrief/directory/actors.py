"""Any actor by name: people, organizations and states, on a day and in a context."""

from __future__ import annotations

from natobrief.directory.bodies import Standing, standing
from natobrief.directory.candidates import Candidate, Resolved, full_name_of, only
from natobrief.directory.dates import Asked
from natobrief.directory.keys import key, without_owner
from natobrief.directory.names import Bearer, Names
from natobrief.directory.offices import Offices
from natobrief.directory.people import People
from natobrief.directory.store import Store
from natobrief.model import Country, Organization, Person
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

    def candidates(self, name: str, asked: Asked) -> tuple[Candidate, ...]:
        """Return what a name may mean, best first; empty if nothing bears it."""
        found = self._bodies(name, asked)
        found.extend(self._people.candidates(name, asked))
        if not found:
            found = self._people.holders(self._offices.find(name), asked)
        return tuple(sorted(_once(found), key=lambda each: _RANKS.index(each.certainty)))

    def sole_bearer(self, text: str, folded: str) -> Bearer | None:
        """Return what alone bears a name, if it can mean nothing and nobody else."""
        bearers = (*self._names.bodies.get(folded, ()), *self._names.people.get(folded, ()))
        if (
            not folded
            or folded in self._names.seats
            or len(bearers) != 1
            or bearers[0].acronym
            or without_owner(text) != text
        ):
            return None
        if bearers[0].kind == "person":
            return None if folded.rpartition(" ")[2] in _SIDES else bearers[0]
        return None if self._people.may_be_called(folded.split()) else bearers[0]

    def meaning(self, name: str, sole: Bearer) -> Resolved:
        """Return what a name means that has one bearer, without a day."""
        own_name = self._store.name(sole.id)
        if sole.kind == "person":
            return only(name, Person, sole.id, own_name, full_name_of(own_name))
        if sole.kind == "organization":
            stands = standing(self._store, self._store.organizations[sole.id], Asked())
            return only(name, Organization, sole.id, own_name, _reason(own_name, stands))
        reason, certainty = self._of_state(sole, Asked())
        return only(name, Country, sole.id, own_name, reason, certainty)

    def states(self, text: str) -> tuple[str, ...]:
        """Return the ids of the states that a name, adjective, capital or metonym means."""
        words = key(text).split()
        plain = text if len(words) < 2 or words[-1] not in _SIDES else " ".join(words[:-1])
        kinds = ("country", "demonym", "metonym", "place")
        found = [bearer for bearer in self._names.of(plain) if bearer.kind in kinds]
        found.sort(key=lambda bearer: kinds.index(bearer.kind))
        return tuple(dict.fromkeys(bearer.id for bearer in found))

    def _bodies(self, name: str, asked: Asked) -> list[Candidate]:
        found: list[Candidate] = []
        for bearer in self._names.of(name):
            if bearer.kind == "organization":
                found.extend(self._organization(bearer, asked))
            elif bearer.kind != "person":
                found.append(self._state(bearer, asked))
        found.extend(self._seated(each, asked) for each in self._names.seats.get(key(name), ()))
        if not found and key(name).rpartition(" ")[2] in _SIDES:
            found.extend(self._state(Bearer("demonym", each), asked) for each in self.states(name))
        return found

    def _organization(self, bearer: Bearer, asked: Asked) -> list[Candidate]:
        stands = standing(self._store, self._store.organizations[bearer.id], asked)
        day = asked.known_in_words if asked.on is None else asked.in_words
        actor = self._store.organization(bearer.id)
        certainty = Truth.YES if stands.certainty.possible else Truth.NO
        reason = _reason(actor.name, stands)
        others = [
            Candidate(
                actor=self._store.organization(other),
                certainty=Truth.POSSIBLY,
                reason=f"what there was on {day} in place of the {actor.name}",
            )
            for other in stands.instead
        ]
        return [Candidate(actor=actor, certainty=certainty, reason=reason), *others]

    def _seated(self, own: str, asked: Asked) -> Candidate:
        stands = standing(self._store, self._store.organizations[own], asked)
        actor = self._store.organization(own)
        certainty = stands.certainty & Truth.POSSIBLY
        reason = f"a seat of {actor.name}, which can stand for it: {stands.reason}"
        return Candidate(actor=actor, certainty=certainty, reason=reason)

    def _state(self, bearer: Bearer, asked: Asked) -> Candidate:
        reason, certainty = self._of_state(bearer, asked)
        actor = self._store.country(bearer.id)
        return Candidate(actor=actor, certainty=certainty, reason=reason)

    def _of_state(self, bearer: Bearer, asked: Asked) -> tuple[str, Truth]:
        name = self._store.name(bearer.id)
        if bearer.kind == "place":
            return f"the capital of {name}, which can stand for the state", Truth.POSSIBLY
        reason = {
            "demonym": f"an adjective or the people of {name}",
            "metonym": f"a metonym of {name}",
        }.get(bearer.kind, f"a name of {name}")
        period = None if bearer.period is None else Period.parse(bearer.period)
        if period is not None and not _is_open_yet(period, asked.known):
            reason = f"a former name of {name}, in use {period}"
            if asked.on is not None and period.overlaps(asked.on) is Truth.NO:
                reason += ", so not then"
        return reason, Truth.YES


def _reason(name: str, stands: Standing) -> str:
    return f"a name of {name}: {stands.reason}"


def _is_open_yet(period: Period, known: Period | None) -> bool:
    """Say whether the end of a period was still to come on the day that facts were known."""
    return known is not None and period.bounds[2] >= known.bounds[3]


def _once(found: list[Candidate]) -> list[Candidate]:
    """Keep the best candidate for each actor, in order."""
    best: dict[str | None, Candidate] = {}
    for each in found:
        before = best.get(each.actor.id)
        if before is None or _RANKS.index(each.certainty) < _RANKS.index(before.certainty):
            best[each.actor.id] = each
    return list(best.values())
