"""From a criterion to a test of one record, three-valued.

A test answers YES where the criterion surely holds, NO where it surely doesn't, and POSSIBLY where
the record leaves it open: a field that is None is unknown, an empty tuple says that there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from natobrief.model import (
    Actor,
    AnyRecord,
    Country,
    Group,
    Meeting,
    Organization,
    Person,
    Place,
    Post,
    Quote,
    Statement,
)
from natobrief.query.criteria import (
    All,
    AnyOf,
    AtPlace,
    Criterion,
    FieldIs,
    InPost,
    Involves,
    Mentions,
    Not,
    OccasionIs,
    OccasionRelationIs,
    OfBody,
    OfStatement,
    OnBehalfOf,
    PartOf,
    SaidAt,
    SpokenBy,
    Time,
    TimeRelation,
    Topic,
    Who,
)
from natobrief.query.moments import Bounds, bounds_of
from natobrief.text import fold
from natobrief.values import Choice
from natobrief.when import Period, Truth, When

__all__ = ["Test", "known_by", "test_of", "time_of"]

Test: TypeAlias = Callable[[AnyRecord], Truth]
"""Asks one thing of one record."""


def time_of(record: AnyRecord) -> When | Period | None:
    """Return the time that questions are about: said, made, or held, else scheduled.

    >>> from natobrief.query.evaluate import time_of
    >>> time_of(Quote(text="Yes.", said="2022-01-07"))
    When.parse('2022-01-07')
    """
    match record:
        case Quote():
            return record.said
        case Statement():
            return record.made
        case Meeting():
            return record.time


def known_by(record: AnyRecord, instant: int) -> Truth:
    """Say whether a record was known before an instant, in UTC microseconds.

    >>> from natobrief.query.evaluate import known_by
    >>> known_by(Meeting(uid="talks", known="1970-01-01"), 1)
    Truth.POSSIBLY
    """
    if record.known is None:
        return Truth.POSSIBLY
    low, high = record.known.bounds
    return _between(high <= instant, low < instant)


def test_of(criterion: Criterion) -> Test:
    """Compile a criterion.

    >>> from natobrief.query.criteria import Mentions
    >>> from natobrief.query.evaluate import test_of
    >>> test_of(Mentions(phrase="open door"))(Quote(text="The open  door stays open."))
    Truth.YES
    """
    match criterion:
        case All(parts=parts):
            return _all([test_of(part) for part in parts])
        case AnyOf(parts=parts):
            return _any([test_of(part) for part in parts])
        case Not(part=part):
            test = test_of(part)
            return lambda record: ~test(record)
        case Time():
            return _time(criterion)
        case Mentions(phrase=phrase):
            return lambda record: any_of(_holds(text, phrase) for text in _words(record))
        case _:
            return _field_test(criterion)


_OneField: TypeAlias = (
    AtPlace
    | FieldIs
    | InPost
    | Involves
    | OccasionIs
    | OccasionRelationIs
    | OfBody
    | OfStatement
    | OnBehalfOf
    | PartOf
    | SaidAt
    | SpokenBy
    | Topic
)


def _field_test(criterion: _OneField) -> Test:
    match criterion:
        case SpokenBy(who=who):
            return lambda record: _is(who, _spoken(record).speaker)
        case InPost(post=who):
            return lambda record: _is(who, _spoken(record).post, unknown=Truth.NO)
        case OnBehalfOf(who=who):
            return lambda record: _is(who, _statement(record).on_behalf_of, unknown=Truth.NO)
        case Involves(who=who):
            return lambda record: any_of(_is(who, one) for one in _named(record))
        case OfBody(body=who):
            return lambda record: _is(who, _meeting(record).body)
        case AtPlace(place=who):
            return lambda record: _is(who, _meeting(record).place)
        case _:
            return _reference_test(criterion)


def _reference_test(
    criterion: FieldIs | OccasionIs | OccasionRelationIs | OfStatement | PartOf | SaidAt | Topic,
) -> Test:
    match criterion:
        case OfStatement(ids=ids):
            return lambda record: _among(ids, _quote(record).statement)
        case PartOf(uids=uids):
            return lambda record: _among(uids, _meeting(record).part_of)
        case OccasionIs(uids=uids):
            return lambda record: _among(uids, _statement(record).occasion)
        case OccasionRelationIs(relation=relation):
            words = (relation.value,)
            return lambda record: _among(words, _word(_statement(record).occasion_relation))
        case SaidAt(uids=uids):
            return lambda record: Truth.of(_is_at(_statement(record), uids))
        case Topic(topic=topic):
            return lambda record: Truth.of(topic in map(fold, _statement(record).topics))
        case FieldIs(field=field, words=words):
            return lambda record: _among(words, _word(getattr(record, field)))
