"""From a criterion to a test of one record, three-valued.

A test answers YES where the criterion surely holds, NO where it surely doesn't, and POSSIBLY where
the record leaves it open: a field that is None is unknown, an empty tuple says that there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from natobrief.model import (
    Actor,
    AnyRecord,
    Group,
    Meeting,
    OccasionRelation,
    Person,
    Place,
    Post,
    Quote,
    Source,
    Statement,
)
from natobrief.query.criteria import (
    Agreed,
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
    SourceIs,
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

__all__ = ["Test", "known_by", "named", "test_of", "time_of", "with_members"]

Test: TypeAlias = Callable[[Any], Truth]
"""Asks one thing of one record, of a kind for which the criterion makes sense."""


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
        case Agreed(parts=parts):
            return _agreed([test_of(part) for part in parts])
        case Not(part=part):
            test = test_of(part)
            return lambda record: ~test(record)
        case Time():
            return _time(criterion)
        case SpokenBy() | InPost() | OnBehalfOf() | Involves() | OfBody() | AtPlace():
            return _who_test(criterion)
        case _:
            return _word_test(criterion)


def _all(tests: list[Test]) -> Test:
    def test(record: AnyRecord) -> Truth:
        answer = Truth.YES
        for each in tests:
            answer = answer & each(record)
            if answer is Truth.NO:
                break
        return answer

    return test


def _any(tests: list[Test]) -> Test:
    return lambda record: _some(test(record) for test in tests)


def _agreed(tests: list[Test]) -> Test:
    def test(record: AnyRecord) -> Truth:
        answers = {each(record) for each in tests}
        return answers.pop() if len(answers) == 1 else Truth.POSSIBLY

    return test


def _some(answers: Iterable[Truth]) -> Truth:
    answer = Truth.NO
    for each in answers:
        answer = answer | each
        if answer is Truth.YES:
            break
    return answer


def _time(asked: Time) -> Test:
    x = Bounds(asked.start_earliest, asked.start_latest, asked.end_earliest, asked.end_latest)
    relation = _RELATIONS[asked.relation]

    def test(record: AnyRecord) -> Truth:
        known = bounds_of(time_of(record))
        return Truth.POSSIBLY if known is None else relation(known, x)

    return test


def _overlaps(known: Bounds, x: Bounds) -> Truth:
    certain = known.s_high <= x.e_low + 1 and x.s_high <= known.e_low + 1
    possible = known.s_low < x.e_high and x.s_low < known.e_high
    return _between(certain, possible)


def _before(known: Bounds, x: Bounds) -> Truth:
    return _between(known.e_high <= x.s_low, known.e_low + 1 < x.s_high)


def _after(known: Bounds, x: Bounds) -> Truth:
    return _before(x, known)


_RELATIONS = {
    TimeRelation.OVERLAPS: _overlaps,
    TimeRelation.BEFORE: _before,
    TimeRelation.AFTER: _after,
}


def _between(certain: bool, possible: bool) -> Truth:
    if certain:
        return Truth.YES
    return Truth.POSSIBLY if possible else Truth.NO


def _who_test(criterion: SpokenBy | InPost | OnBehalfOf | Involves | OfBody | AtPlace) -> Test:
    match criterion:
        case SpokenBy(who=who):
            return lambda record: _is(who, record.speaker)
        case InPost(post=who):
            return lambda record: _is(who, record.post, unknown=Truth.NO)
        case OnBehalfOf(who=who):
            return lambda record: _is(who, record.on_behalf_of, unknown=Truth.NO)
        case Involves(who=who):
            return lambda record: _some(_is(who, one) for one in named(record))
        case OfBody(body=who):
            return lambda record: _is(who, record.body)
        case AtPlace(place=who):
            return lambda record: _is(who, record.place)


def _is(who: Who, named: Actor | Post | Place | None, *, unknown: Truth = Truth.POSSIBLY) -> Truth:
    if named is None:
        return unknown
    if isinstance(named, Person) and named.anonymous:
        return Truth.POSSIBLY
    if isinstance(named, Group):
        members = _some(_is(who, member) for member in named.members)
        return members | _bears(who, named.id, named.name)
    return _bears(who, named.id, named.name)


def _bears(who: Who, own_id: str | None, name: str) -> Truth:
    if own_id is not None:
        return _between(own_id in who.ids, own_id in who.possible_ids)
    folded = fold(name)
    return _between(folded in who.names, folded in who.possible_names)


def named(record: AnyRecord) -> Iterator[Actor | None]:
    """Yield whom a record names; None where it leaves open who spoke.

    >>> from natobrief.query.evaluate import named
    >>> list(named(Quote(text="Yes.")))
    [None]
    """
    match record:
        case Quote(speaker=speaker):
            yield speaker
        case Statement(speaker=speaker, on_behalf_of=principal, audience=audience):
            yield speaker
            yield from audience
            if principal is not None:
                yield principal
        case Meeting(body=body, participants=participants):
            yield from (participant.actor for participant in participants)
            if body is not None:
                yield body


def with_members(actors: Iterable[Actor]) -> Iterator[Actor]:
    """Yield each actor and, behind a group, its members.

    >>> from natobrief.query.evaluate import with_members
    >>> pair = Group(name="the pair", members=[Person(name="A"), Person(name="B")])
    >>> [actor.name for actor in with_members([pair])]
    ['the pair', 'A', 'B']
    """
    for actor in actors:
        yield actor
        if isinstance(actor, Group):
            yield from with_members(actor.members)


def _word_test(
    criterion: FieldIs
    | Mentions
    | OccasionIs
    | OccasionRelationIs
    | OfStatement
    | PartOf
    | SaidAt
    | SourceIs
    | Topic,
) -> Test:
    match criterion:
        case Mentions(phrase=phrase):
            return lambda record: _some(_holds(text, phrase) for text in _texts(record))
        case OfStatement(ids=ids):
            return lambda record: _among(ids, record.statement)
        case PartOf(uids=uids):
            return lambda record: _among(uids, record.part_of)
        case OccasionIs(uids=uids):
            return lambda record: _among(uids, record.occasion)
        case OccasionRelationIs(relation=relation):
            return lambda record: _among((relation,), record.occasion_relation)
        case SaidAt(uids=uids):
            return lambda record: Truth.of(_is_at(record, uids))
        case Topic(topic=topic):
            return lambda record: Truth.of(topic in map(fold, record.topics))
        case SourceIs(field=field, words=words):
            return lambda record: _among(words, _of_source(record.source, field))
        case FieldIs(field=field, words=words):
            return lambda record: _among(words, _word(getattr(record, field)))


def _among(values: tuple[object, ...], value: object) -> Truth:
    return Truth.POSSIBLY if value is None else Truth.of(value in values)


def _of_source(source: Source, field: str) -> str | None:
    value: str | None = getattr(source, field)
    return fold(value) if value is not None and field in ("publisher", "title") else value


def _word(member: Choice | None) -> str | None:
    return None if member is None else member.value


def _is_at(statement: Statement, uids: tuple[str, ...]) -> bool:
    return statement.occasion in uids and statement.occasion_relation is OccasionRelation.AT


def _holds(text: str | None, phrase: str) -> Truth:
    return Truth.POSSIBLY if text is None else Truth.of(phrase in fold(text))


def _texts(record: AnyRecord) -> tuple[str | None, ...]:
    match record:
        case Quote(text=text) | Statement(text=text):
            return (text,)
        case Meeting(name=name, agenda=agenda):
            return (name, *agenda)
