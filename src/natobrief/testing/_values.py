"""A strategy for each value class: its annotations, and what its fields owe each other."""

from __future__ import annotations

import functools
import typing
from collections.abc import Callable
from typing import Any, TypeVar, cast

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from natobrief.errors import show
from natobrief.model import (
    Actor,
    Brief,
    Country,
    Dating,
    Doubt,
    Evidence,
    Group,
    Link,
    Meeting,
    MeetingStatus,
    Organization,
    Outcome,
    Participant,
    Person,
    Place,
    Post,
    Quote,
    Source,
    Statement,
)
from natobrief.query import Corpus
from natobrief.testing._basic import edtf_texts, periods, spans, texts, whens
from natobrief.text import Span
from natobrief.values import Choice, PossiblyEmpty, Value, hints
from natobrief.when import DateMention, Period, Resolution, Truth, When, YearBound, YearInference

__all__ = [
    "actors",
    "countries",
    "date_mentions",
    "datings",
    "doubts",
    "evidence",
    "groups",
    "links",
    "meetings",
    "organizations",
    "participants",
    "persons",
    "places",
    "posts",
    "quotes",
    "resolutions",
    "sources",
    "statements",
    "strategy_for",
    "tuples_of",
    "year_bounds",
    "year_inferences",
]

T = TypeVar("T")
V = TypeVar("V", bound=Value)


def persons() -> SearchStrategy[Person]:
    """People, some of them anonymous."""
    return _of(Person)


def organizations() -> SearchStrategy[Organization]:
    """Organizations."""
    return _of(Organization)


def countries() -> SearchStrategy[Country]:
    """Countries."""
    return _of(Country)


def groups() -> SearchStrategy[Group]:
    """Groups, with up to two members, which are no groups in turn or groups without members."""
    inner = st.builds(Group, name=texts()) | persons() | countries() | organizations()
    return _of(Group, members=tuples_of(inner))


def actors() -> SearchStrategy[Actor]:
    """Actors of all four classes."""
    return st.one_of(persons(), organizations(), countries(), groups())


def posts() -> SearchStrategy[Post]:
    """Offices."""
    return _of(Post)


def places() -> SearchStrategy[Place]:
    """Places."""
    return _of(Place)


def participants() -> SearchStrategy[Participant]:
    """Participants in every role."""
    return _of(Participant)


def sources() -> SearchStrategy[Source]:
    """Sources; where both times are given, the update isn't before the publication."""
    digests = st.binary(min_size=32, max_size=32).map(bytes.hex)
    return _fields(Source, text_sha256=digests).map(_in_order).map(lambda f: Source(**f))


def _in_order(fields: dict[str, Any]) -> dict[str, Any]:
    published, updated = fields.get("published"), fields.get("updated")
    if published and updated and updated.before(published) is Truth.YES:
        return {**fields, "published": updated, "updated": published}
    return fields


def quotes(**given: SearchStrategy[Any]) -> SearchStrategy[Quote]:
    """Quotes; a field may be given a strategy of its own."""
    return _of(Quote, **given)


def statements(**given: SearchStrategy[Any]) -> SearchStrategy[Statement]:
    """Statements; a field may be given a strategy of its own."""
    return _fields(Statement, **given).map(_with_occasion).map(lambda f: Statement(**f))


def _with_occasion(fields: dict[str, Any]) -> dict[str, Any]:
    return fields if fields.get("occasion") else {**fields, "occasion_relation": None}


def meetings(**given: SearchStrategy[Any]) -> SearchStrategy[Meeting]:
    """Meetings; a field may be given a strategy of its own."""
    return _fields(Meeting, **given).map(_possible).map(lambda f: Meeting(**f))


def _possible(fields: dict[str, Any]) -> dict[str, Any]:
    if fields.get("held") is not None:
        fields = {**fields, "outcome": Outcome.HELD}
    if fields.get("outcome") is Outcome.HELD and fields.get("status") is MeetingStatus.CANCELLED:
        fields = {**fields, "status": MeetingStatus.RESCHEDULED}
    return {**fields, "part_of": None} if fields.get("part_of") == fields["uid"] else fields


def links() -> SearchStrategy[Link]:
    """Links between two different uids."""
    return _fields(Link).filter(lambda f: f["uid"] != f["same_as"]).map(lambda f: Link(**f))


def date_mentions() -> SearchStrategy[DateMention]:
    """Dates that a text mentions, with all that is said about them."""
    return _of(DateMention)


def resolutions() -> SearchStrategy[Resolution]:
    """Ways in which the words of a date were understood."""
    durations = st.sampled_from(["P2W", "P3D", "P1Y", "PT24H"])
    return _of(
        Resolution,
        stated=edtf_texts(),
        weekday=st.integers(1, 7),
        duration=durations,
    )


def year_bounds() -> SearchStrategy[YearBound]:
    """Limits to the year of a text, with at least one day, the later one last."""
    return _fields(YearBound).map(_bounded).map(lambda f: YearBound(**f))


def _bounded(fields: dict[str, Any]) -> dict[str, Any]:
    first, last = fields.get("not_before"), fields.get("not_after")
    if first is None and last is None:
        return {**fields, "not_before": When.parse("2014-10-01")}
    if first is None or last is None or first.first_day <= last.last_day:
        return fields
    return {**fields, "not_before": last, "not_after": first}


def year_inferences() -> SearchStrategy[YearInference]:
    """What dates may say about a year."""
    return _of(YearInference)


def datings() -> SearchStrategy[Dating]:
    """Ways in which a text was placed in time."""
    return _of(Dating, candidates=tuples_of(st.integers(1949, 2050)).map(sorted))


def evidence(**given: SearchStrategy[Any]) -> SearchStrategy[Evidence]:
    """Pieces of evidence; a field may be given a strategy of its own."""
    return _of(Evidence, **given)


def doubts(**given: SearchStrategy[Any]) -> SearchStrategy[Doubt]:
    """Doubts; a field may be given a strategy of its own."""
    return _of(Doubt, **given)


def tuples_of(items: SearchStrategy[T]) -> SearchStrategy[tuple[T, ...]]:
    """Return a strategy for tuples of up to two items."""
    return st.lists(items, max_size=2).map(tuple)


def _of(cls: type[V], **given: SearchStrategy[Any]) -> SearchStrategy[V]:
    return _fields(cls, **given).map(lambda fields: cls(**fields))


def _fields(cls: type[Value], **given: SearchStrategy[Any]) -> SearchStrategy[dict[str, Any]]:
    """Return arguments for a class: all that it needs and some of what it may have."""
    strategies = {
        name: given[name] if name in given else _for_hint(hint) for name, hint in hints(cls).items()
    }
    needed = {f.name for f in attrs.fields(cast("Any", cls)) if f.default is attrs.NOTHING}
    needed |= given.keys() & {"source"}
    return st.fixed_dictionaries(
        {name: each for name, each in strategies.items() if name in needed},
        optional={name: each for name, each in strategies.items() if name not in needed},
    )


@functools.cache
def _for_hint(hint: Any) -> SearchStrategy[Any]:
    if typing.get_origin(hint) is tuple:
        return tuples_of(_for_hint(typing.get_args(hint)[0]))
    if hint is PossiblyEmpty:
        return texts() | st.just("")
    if hint in _SIMPLE:
        return _SIMPLE[hint]()
    if isinstance(hint, type):
        return strategy_for(cast("type[Any]", hint))
    return st.one_of([_for_hint(member) for member in typing.get_args(hint)])


_SIMPLE: dict[type, Callable[[], SearchStrategy[Any]]] = {
    str: texts,
    int: lambda: st.integers(-1, 10_000),
    bool: st.booleans,
    type(None): st.none,
}


def _briefs() -> SearchStrategy[Brief]:
    from natobrief.testing._briefs import briefs  # it stands on this module

    return briefs()


def _corpora() -> SearchStrategy[Corpus]:
    from natobrief.testing._briefs import corpora

    return corpora()


_STRATEGIES: dict[type, Callable[[], SearchStrategy[Any]]] = {
    Brief: _briefs,
    Corpus: _corpora,
    Country: countries,
    DateMention: date_mentions,
    Dating: datings,
    Doubt: doubts,
    Evidence: evidence,
    Group: groups,
    Link: links,
    Meeting: meetings,
    Organization: organizations,
    Participant: participants,
    Period: periods,
    Person: persons,
    Place: places,
    Post: posts,
    Quote: quotes,
    Resolution: resolutions,
    Source: sources,
    Span: spans,
    Statement: statements,
    When: whens,
    YearBound: year_bounds,
    YearInference: year_inferences,
}


def strategy_for(cls: type[T]) -> SearchStrategy[T]:
    """Return the strategy for a value class or an enum of natobrief.

    Raises:
        TypeError: There is none for this class.

    >>> from natobrief.testing import strategy_for
    >>> strategy_for(QuoteKind)
    sampled_from(...)
    """
    if issubclass(cls, Choice):
        return cast("SearchStrategy[T]", st.sampled_from(cls))
    if cls not in _STRATEGIES:
        raise TypeError(f"cls: expected a value class of natobrief, got {show(cls)}")
    return _STRATEGIES[cls]()
