"""Answers about names, each worked out once: those about listed names are ready beforehand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeAlias

import pendulum

from natobrief.directory.actors import Actors
from natobrief.directory.arguments import checked, several
from natobrief.directory.candidates import Resolved
from natobrief.directory.dates import Asked, day_of
from natobrief.directory.keys import keys
from natobrief.directory.names import Names
from natobrief.directory.store import Store
from natobrief.model import Actor, Post
from natobrief.when import Period, TimeLike, When

__all__ = ["Answers", "Named"]

Named: TypeAlias = str | Actor | Post

# How many answers each directory keeps besides the ready ones: texts repeat their names.
_KEPT = 2**14
# Not datetimes: the same moment in another zone is equal, but not its text, which reasons quote.
_KEPT_DAYS = frozenset((type(None), str, When, Period, dt.date, pendulum.Date))


class Answers:
    """What names mean. An answer never changes, so it is made once and handed out again.

    The first question for the listed name of a person makes the answers for all people's names, as
    they are listed, that have one bearer, since who asks for one asks for more; that for a state or
    an organization makes those of all of these. Whatever limits a question (a title, a context, a
    day that matters to the answer) has it worked out by itself.
    """

    def __init__(self, store: Store, names: Names, actors: Actors) -> None:
        self._store = store
        self._names = names
        self._actors = actors
        self._undated: dict[str, Resolved] = {}
        self._timeless: dict[str, Resolved] = {}
        self._made: set[bool] = set()  # for people (True), for all other actors (False)
        self._kept = lru_cache(maxsize=_KEPT)(self._worked_out)
        self._checked_day = lru_cache(maxsize=_KEPT)(day_of)

    def ready(self, name: str, on: TimeLike | None) -> Resolved | None:
        """Return the answer about a listed name without context, if it is at hand."""
        if on is None:
            return self._undated.get(name)
        found = self._timeless.get(name)
        if found is not None and type(on) in _KEPT_DAYS:
            self._checked_day(on)  # which refuses what is no day
            return found
        return None

    def of(
        self,
        name: str,
        on: TimeLike | None,
        context: Iterable[Named],
        known: TimeLike | None,
    ) -> Resolved | None:
        """Return the answer to a question; None if nothing bears the name."""
        checked(name, "name", "text")
        others = several(context, "context")
        if type(on) in _KEPT_DAYS and type(known) in _KEPT_DAYS:
            return self._kept(name, on, others, known)
        return self._worked_out(name, on, others, known)

    def _worked_out(
        self,
        name: str,
        on: TimeLike | None,
        context: tuple[Named, ...],
        known: TimeLike | None,
    ) -> Resolved | None:
        asked = Asked.of(on, known, self._ids(context))
        for bearer in () if name in self._undated else self._names.of(name):
            self._make_ready(people=bearer.kind == "person")
        return self._answer(name, asked)

    def _answer(self, name: str, asked: Asked) -> Resolved | None:
        found = self._actors.candidates(name, asked)
        return Resolved(name=name, candidates=found) if found else None

    def _ids(self, context: Iterable[Named]) -> Iterator[str]:
        for each in context:
            if not isinstance(each, str):
                yield each.id or each.name
            elif self._store.row(each) is not None:
                yield each
            else:
                yield from (bearer.id for bearer in self._names.of(each))

    def _make_ready(self, *, people: bool) -> None:
        if people in self._made:
            return
        self._made.add(people)
        texts = self._names.texts(people=people)
        for name, folded in zip(texts, keys(texts), strict=True):
            sole = self._actors.sole_bearer(name, folded)
            if sole is not None:
                self._undated[name] = answer = self._actors.meaning(name, sole)
                if sole.period is None and not self._is_dated(sole.id):
                    self._timeless[name] = answer

    def _is_dated(self, actor: str) -> bool:
        body = self._store.organizations.get(actor)
        return actor in self._store.tenures_of if body is None else "period" in body.data
