"""Who is meant: ids, names that several bear, names that nobody knows, groups, office holders."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

from natobrief.directory import Directory
from natobrief.errors import InvalidValue, UnknownName
from natobrief.model import (
    Actor,
    Country,
    Group,
    Meeting,
    Organization,
    Participant,
    Person,
    Place,
    Post,
    Quote,
    Statement,
)
from natobrief.query import Corpus
from natobrief.query.criteria import Who
from tests.query import oracle
from tests.query.oracle import Asked, Known
from tests.query.small import WORLD, directory
from tests.query.strategies import DAYS

Ask: TypeAlias = Callable[[Any], object]

ANN, LEE = Person(name="Ann Lee", id="ann"), Person(name="Lee Ann", id="lee")
HIDDEN = Person(name="an aide", anonymous=True)
SINGLE: list[Actor | None] = [
    None,
    HIDDEN,
    ANN,
    LEE,
    Person(name="the Speaker", id="ann"),
    *(Person(name=name) for name in ("Ann Lee", "ANN  LEE", "A. Lee", "Lee", "Lee Ann", "Ann")),
    Person(name="Cy Orr"),
    Person(name="Cy Orr", id="x1"),
    Person(name="Di Poe"),
    Person(name="Di Poe", id="x2"),
    Person(name="Di Poe", id="x3"),
    Organization(name="Board"),
    Organization(name="Board", id="board"),
    Country(name="Board", id="other"),
]
SPEAKERS: list[Actor | None] = [
    *SINGLE,
    Group(name="nobody named"),
    Group(name="Cy Orr"),
    *(Group(name="a pair", members=[a, ANN]) for a in SINGLE if a is not None),
    *(Group(name="some", members=[Group(name="inner", members=[a])]) for a in SINGLE[5:9] if a),
]
QUOTES = [Quote(text=f"quote {n}", speaker=speaker) for n, speaker in enumerate(SPEAKERS)]
CORPUS = Corpus.of(*QUOTES, directory=directory())
KNOWN = Known.of(WORLD, QUOTES)
ASKED = ["Ann Lee", "a. lee", "Lee", "Lee Ann", "Ben Ode", "Cy Orr", "Di Poe", "Board", "a pair"]


@pytest.mark.parametrize("name", ASKED)
def test_speakers_agree_with_enumeration(name: str) -> None:
    meant = KNOWN.meant(name)
    expected = {quote: KNOWN.same(meant, quote.speaker) for quote in QUOTES}
    for selection in (CORPUS.quotes.by(name), CORPUS.quotes.involving(name)):
        assert set(selection) == {quote for quote, answer in expected.items() if answer == 2}
        assert set(selection.undecided) == {q for q, answer in expected.items() if answer == 1}


@pytest.mark.parametrize("actor", [ANN, LEE, Person(name="Di Poe", id="x2")])
def test_an_actor_with_an_id_means_that_id(actor: Person) -> None:
    assert actor.id is not None
    expected = {quote: KNOWN.same({actor.id}, quote.speaker) for quote in QUOTES}
    selection = CORPUS.quotes.by(actor)
    assert set(selection) == {quote for quote, answer in expected.items() if answer == 2}
    assert set(selection.undecided) == {q for q, answer in expected.items() if answer == 1}


def test_an_id_can_stand_for_the_name() -> None:
    assert CORPUS.quotes.by("x2")
    assert list(CORPUS.quotes.by("x2")) == list(CORPUS.quotes.by(Person(name="x2", id="x2")))


def test_a_query_holds_ids_and_folded_names_only() -> None:
    (criterion,) = CORPUS.quotes.by("Ann Lee").query.where
    assert repr(criterion) == (
        "SpokenBy(asked=\"by 'Ann Lee'\", who=Who(ids=('ann',), "
        "names=('a. lee', 'ann lee'), possible_names=('lee',)))"
    )
    (criterion,) = CORPUS.quotes.by("Lee").query.where
    assert getattr(criterion, "who") == Who(  # noqa: B009
        possible_ids=["ann", "lee"], possible_names=["a. lee", "ann lee", "lee", "lee ann"]
    )


def test_a_surname_stands_for_the_person_unless_a_record_gives_it_as_a_name() -> None:
    said = Quote(text="Yes.", speaker=Person(name="Ben Ode", id="ben"))
    corpus = Corpus.of(said, directory=directory())
    assert list(corpus.quotes.by("Ode")) == [said]
    named_so = Quote(text="No.", speaker=Person(name="Ode"))
    quotes = Corpus.of(said, named_so, directory=directory()).quotes.by("Ode")
    assert (list(quotes), list(quotes.undecided)) == ([named_so], [said])


def test_other_spellings_on_the_records_count_as_the_directory_reads_them() -> None:
    council = Organization(name="NATO\u2013Russia Council")
    corpus = Corpus.of(Meeting(uid="council", body=council))
    assert corpus.meetings.of("NATO-Russia Council").one().body == council


def test_a_known_name_without_matches_is_empty() -> None:
    empty = Corpus.of(directory=directory())
    assert not empty.quotes.by("Dot Day").possible()
    assert not empty.statements.on_behalf_of("Dot Day").possible()
    assert not empty.meetings.of("Board").possible()
    assert not Corpus.of().meetings.at("Kyiv").possible()


UNKNOWN: list[tuple[Ask, str]] = [
    (
        lambda c: c.quotes.by("Anna Lea"),
        "no actor is known as 'Anna Lea'; did you mean 'Ann Lee'?",
    ),
    (
        lambda c: c.quotes.by(Person(name="Fay", id="fay")),
        "no actor is known as 'Fay'",
    ),
    (
        lambda c: c.quotes.involving("Cy Oor"),
        "no actor is known as 'Cy Oor'; did you mean 'Cy Orr'?",
    ),
    (
        lambda c: c.quotes.by("an aide"),
        "no actor is known as 'an aide'; did you mean 'a pair'?",
    ),
    (
        lambda c: c.meetings.of("Boord"),
        "no body is known as 'Boord'; did you mean 'Board'?",
    ),
    (lambda c: c.meetings.at("Genf"), "no place is known as 'Genf'"),
    (
        lambda c: c.quotes.by_holder_of("Speakr"),
        "no post is known as 'Speakr'; did you mean 'Speaker'?",
    ),
]


@pytest.mark.parametrize(("ask", "message"), UNKNOWN)
def test_an_unknown_name_comes_with_suggestions(ask: Ask, message: str) -> None:
    with pytest.raises(UnknownName) as error:
        ask(CORPUS)
    assert str(error.value) == message


def test_a_title_of_many_posts_is_no_post() -> None:
    with pytest.raises(UnknownName, match="no one post is known as 'Prime Minister'; did you mean"):
        Corpus.of().quotes.by_holder_of("Prime Minister")


REFUSED: list[tuple[Ask, str]] = [
    (
        lambda c: c.quotes.by(None),
        (
            "Selection.by.actor: expected the name of an actor, or a named Person, "
            "Organization, Country or Group, got None"
        ),
    ),
    (
        lambda c: c.quotes.by(HIDDEN),
        (
            "Selection.by.actor: expected the name of an actor, or a named Person, "
            "Organization, Country or Group, got Person(name='an aide', anonymous=True)"
        ),
    ),
    (
        lambda c: c.quotes.by(""),
        (
            "Selection.by.actor: expected the name of an actor, or a named Person, "
            "Organization, Country or Group, got ''"
        ),
    ),
    (
        lambda c: c.quotes.by(Post(name="Chair")),
        (
            "Selection.by.actor: expected the name of an actor, or a named Person, "
            "Organization, Country or Group; by_holder_of takes a post, got Post(name='Chair')"
        ),
    ),
    (
        lambda c: c.meetings.of(ANN),
        (
            "Selection.of.body: expected the name of a body, or an Organization, "
            "got Person(name='Ann Lee', id='ann')"
        ),
    ),
    (
        lambda c: c.meetings.at(ANN),
        (
            "Selection.at.place: expected the name of a place, or a Place, "
            "got Person(name='Ann Lee', id='ann')"
        ),
    ),
    (
        lambda c: c.quotes.by_holder_of(ANN),
        (
            "Selection.by_holder_of.post: expected the name of a post, or a Post, "
            "got Person(name='Ann Lee', id='ann')"
        ),
    ),
]


@pytest.mark.parametrize(("ask", "message"), REFUSED)
def test_what_is_no_name_is_refused(ask: Ask, message: str) -> None:
    with pytest.raises(InvalidValue) as error:
        ask(CORPUS)
    assert str(error.value) == message


PLACES = [None, Place(name="Geneva"), Place(name="Oslo", id="oslo"), Place(name="Oslo")]


def test_places_and_bodies_match_by_id_else_by_name() -> None:
    meetings = [Meeting(uid=f"m{n}", place=place) for n, place in enumerate(PLACES)]
    corpus = Corpus.of(*meetings, directory=directory())
    assert [m.uid for m in corpus.meetings.at("geneva")] == ["m1"]
    assert {m.uid for m in corpus.meetings.at("Oslo")} == {"m2", "m3"}
    assert {m.uid for m in corpus.meetings.at(Place(name="Oslo"))} == {"m2", "m3"}
    assert {m.uid for m in corpus.meetings.at("Oslo").undecided} == {"m0"}


def test_a_meeting_involves_its_participants_and_its_body() -> None:
    empty, board = Meeting(uid="empty"), Meeting(uid="board", body=Organization(name="Board"))
    ann = Meeting(uid="ann", participants=[Participant(actor=ANN), Participant(actor=HIDDEN)])
    corpus = Corpus.of(empty, board, ann, directory=directory())
    assert corpus.meetings.involving("Board").one() == board
    assert corpus.meetings.involving("Ann Lee").one() == ann
    # No participants is none at all, while an unnamed one may be anybody.
    assert list(corpus.meetings.involving("Lee Ann").possible()) == [ann]
    assert list(corpus.meetings.of("Board").undecided) == [
        m for m in corpus.meetings if m.body is None
    ]


def test_a_statement_involves_principal_and_audience() -> None:
    said = Statement(speaker=ANN, on_behalf_of=Country(name="Norway"), audience=[LEE])
    corpus = Corpus.of(said, Statement(speaker=ANN), directory=directory())
    for name in ("Norway", "Lee Ann"):
        assert corpus.statements.involving(name).one() == said
        assert not corpus.statements.involving(name).undecided
    assert corpus.statements.on_behalf_of("Norway").one() == said
    assert not corpus.statements.on_behalf_of("Norway").undecided


def test_holders_agree_with_enumeration() -> None:
    speakers = (None, ANN, LEE, Person(name="Lee"), Person(name="Ben Ode"))
    days = (*DAYS, "2019", "2022-01-10T12:00Z", "2023-06", None)
    said = [Statement(speaker=who, made=day) for who, day in itertools.product(speakers, days)]
    corpus = Corpus.of(*said, directory=directory())
    known = Known.of(WORLD, said)
    expected = {
        record: max(
            min(known.same({own_id}, record.speaker), oracle.overlaps(record, Asked(term, False)))
            for own_id, term in WORLD.held["speaker"]
        )
        for record in said
    }
    found = corpus.statements.by_holder_of("Speaker")
    assert set(found) == {record for record, answer in expected.items() if answer == 2}
    assert set(found.undecided) == {record for record, answer in expected.items() if answer == 1}


@pytest.mark.parametrize(
    "day",
    [
        "1957-05-16",
        "1961-03-15",
        "1961-04-01",
        "1994-09-01",
        "2003-12-20",
        "2022-01-07",
        "2024-10-01",
        "2030",
    ],
)
def test_holders_are_those_that_the_directory_names(day: str) -> None:
    tenures = Directory.default().history("NATO Secretary General")
    people = {tenure.holder for tenure in tenures}
    corpus = Corpus.of(*(Statement(speaker=person, made=day) for person in people))
    holders = Directory.default().holders("NATO Secretary General", on=day)
    # On a handover day both held the post, but not at every moment of it.
    certain = {t.holder for t in holders if t.certainty.certain and not t.handover}
    found = corpus.statements.by_holder_of("NATO Secretary General")
    assert {statement.speaker for statement in found} == certain
    possible = {statement.speaker for statement in found.possible()}
    assert possible == {tenure.holder for tenure in holders}


def test_what_says_that_it_was_spoken_in_the_post_counts() -> None:
    post = Post(name="Speaker", id="speaker")
    unknown = Statement(post=post, made="1990")
    other = Statement(post=Post(name="Clerk"), made="1990")
    named = Statement(speaker=Person(name="Ben Ode"), post=Post(name="speaker"), made="1990")
    corpus = Corpus.of(unknown, other, named, directory=directory())
    assert set(corpus.statements.by_holder_of(post)) == {unknown, named}
    assert not corpus.statements.by_holder_of("Speaker").undecided


def test_a_post_that_only_records_know_is_known() -> None:
    said = Statement(speaker=ANN, post=Post(name="Clerk"))
    corpus = Corpus.of(said, Meeting(uid="a"), directory=directory())
    assert corpus.statements.by_holder_of("clerk").one() == said
    part = Participant(actor=ANN, post=Post(name="Usher"))
    corpus = Corpus.of(Meeting(uid="a", participants=[part]), directory=directory())
    assert not corpus.statements.by_holder_of("Usher")
