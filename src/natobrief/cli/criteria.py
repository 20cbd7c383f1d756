"""From the options of ``natobrief query`` to the criteria of a selection."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any, NamedTuple

from natobrief.cli.wrong import WrongUse, option
from natobrief.errors import InvalidDate, UnknownReference
from natobrief.model import Meeting
from natobrief.query import Corpus
from natobrief.when import Period, When

__all__ = ["Moments", "narrowed"]

_ALL = frozenset({"quotes", "statements", "meetings", "timeline"})
_SPOKEN = frozenset({"quotes", "statements"})
_STATEMENTS = frozenset({"statements"})
_MEETINGS = frozenset({"meetings"})


class Moments:
    """Reads the days that options give; what is no date may be the uid of a meeting."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    def of(self, text: str, asked: str) -> When | Period | Meeting:
        """Return a day, a period or a meeting.

        Raises:
            WrongUse: It is neither.
        """
        try:
            return Period.parse(text) if "/" in text else When.parse(text)
        except InvalidDate as error:
            meeting = self._meeting(text)
            if meeting is not None:
                return meeting
            fault = error.faults[0]
            allowed = f"{fault.allowed}, or the uid of a meeting"
            raise WrongUse(f"argument {asked}: expected {allowed}, got {fault.came}") from None

    def _meeting(self, text: str) -> Meeting | None:
        try:
            found = self._corpus.get(text)
        except UnknownReference:
            return None
        return found if isinstance(found, Meeting) else None


class _Criterion(NamedTuple):
    """An option: what it can be asked of, and the method of selections that it stands for."""

    name: str
    kinds: frozenset[str]
    method: str
    is_day: bool = False

    def narrowed(self, found: Any, *values: object) -> Any:
        """Return a selection with this criterion."""
        with option(f"--{self.name}"):
            return getattr(found, self.method)(*values)


_NAMED = (
    _Criterion("involving", _ALL, "involving"),
    _Criterion("mentioning", _ALL, "mentioning"),
    _Criterion("publisher", _ALL, "published_by"),
    _Criterion("by", _SPOKEN, "by"),
    _Criterion("holder-of", _SPOKEN, "by_holder_of"),
    _Criterion("representatives-of", _SPOKEN, "by_representatives_of"),
    _Criterion("members-of", _SPOKEN, "by_members_of"),
    _Criterion("on-behalf-of", _STATEMENTS, "on_behalf_of"),
    _Criterion("occasion", _STATEMENTS, "occasion"),
    _Criterion("about", _STATEMENTS, "about"),
    _Criterion("of", _MEETINGS, "of"),
    _Criterion("at", _MEETINGS, "at"),
    _Criterion("on", _ALL, "on", is_day=True),
    _Criterion("during", _ALL, "during", is_day=True),
    _Criterion("before", _ALL, "before", is_day=True),
    _Criterion("after", _ALL, "after", is_day=True),
)
"""Options with one value, each of which narrows down."""

_CHOSEN = (
    _Criterion("kind", frozenset({"quotes", "meetings"}), "kind"),
    _Criterion("genre", _STATEMENTS, "genre"),
    _Criterion("status", _MEETINGS, "status"),
    _Criterion("outcome", _MEETINGS, "outcome"),
)
"""Options whose values are alternatives."""


def narrowed(found: Any, kind: str, options: argparse.Namespace, moments: Moments) -> Any:
    """Return a selection with the criteria that options give.

    Args:
        found: The selection.
        kind: ``quotes``, ``statements``, ``meetings`` or ``timeline``.
        options: What the command was given.
        moments: Reads days.

    Raises:
        WrongUse: An option can't be asked of this kind, or its value doesn't fit.
        UnknownName: A name that neither the directory nor the corpus knows.
        UnknownReference: A meeting that the corpus doesn't know.
    """
    if options.as_of is not None:  # first: --upcoming counts from this day
        found = found.as_of(moments.of(options.as_of, "--as-of"))
    for criterion, values in _given(options):
        name = f"--{criterion.name}"
        _check_kind(name, criterion.kinds, kind)
        days = [moments.of(value, name) for value in values] if criterion.is_day else values
        found = criterion.narrowed(found, *days)
    found = _in_stretches(found, kind, options, moments)
    return _arranged(found, options)


def _given(options: argparse.Namespace) -> Iterator[tuple[_Criterion, list[str]]]:
    for criterion in _NAMED:
        for value in getattr(options, criterion.name.replace("-", "_")) or ():
            yield criterion, [value]
    for criterion in _CHOSEN:
        words = getattr(options, criterion.name)
        if words:
            yield criterion, words


def _check_kind(name: str, kinds: frozenset[str], kind: str) -> None:
    if kind in kinds:
        return
    *most, last = [each for each in (*_ORDER,) if each in kinds]
    allowed = f"{' or '.join((', '.join(most), last)) if most else last}"
    came = "a timeline" if kind == "timeline" else kind
    raise WrongUse(f"argument {name}: expected with {allowed}, got with {came}")


_ORDER = ("quotes", "statements", "meetings")


def _in_stretches(found: Any, kind: str, options: argparse.Namespace, moments: Moments) -> Any:
    for pair in options.between or ():
        first, last = (moments.of(each, "--between") for each in pair)
        with option("--between"):
            found = found.between(first, last)
    if options.days is not None and not options.around:
        raise WrongUse("argument --days: expected with --around")
    for each in options.around or ():
        centre = moments.of(each, "--around")
        with option("--days"):
            found = found.around(centre, days=3 if options.days is None else options.days)
    return _upcoming(found, kind, options, moments)


def _upcoming(found: Any, kind: str, options: argparse.Namespace, moments: Moments) -> Any:
    if options.upcoming is None:
        if options.within is not None:
            raise WrongUse("argument --within: expected with --upcoming")
        return found
    _check_kind("--upcoming", _MEETINGS, kind)
    if not options.upcoming and options.as_of is None:
        raise WrongUse("argument --upcoming: expected a day, since --as-of gives none")
    day = moments.of(options.upcoming, "--upcoming") if options.upcoming else None
    with option("--within"):
        return found.upcoming(on=day, within=options.within)


def _arranged(found: Any, options: argparse.Namespace) -> Any:
    if options.possible:
        found = found.possible()
    if options.undecided:
        found = found.undecided
    if options.order is not None or options.latest_first:
        found = found.order_by(options.order or "time", latest_first=options.latest_first)
    if options.limit is not None:
        with option("--limit"):
            found = found.limit(options.limit)
    return found
