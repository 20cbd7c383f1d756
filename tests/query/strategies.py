"""Small corpora and questions in which all that is hard comes up often."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from natobrief.model import (
    Actor,
    AnyRecord,
    Group,
    Link,
    Meeting,
    MeetingStatus,
    OccasionRelation,
    Organization,
    Participant,
    Person,
    Place,
    Post,
    Quote,
    Statement,
)
from natobrief.when import Period, When

__all__ = [
    "DAYS",
    "NAMES",
    "TIMES",
    "UIDS",
    "WORDS",
    "actors",
    "links",
    "meetings",
    "quotes",
    "record_lists",
    "statements",
    "time_in",
]

DAYS = (
    "2022-01-07",
    "2022-01-08",
    "2022-01-10",
    "2022-01-12",
    "2022-01-12[Europe/Brussels]",
    "2022-01-12T13:00Z",
    "2022-01",
    "2022-W02",
    "2022",
    "2022-01-07~",
    "[2022-01-08..2022-01-11]",
    "2022-03-27[Europe/Brussels]",
    "2022-03-26[Europe/Brussels]",
)
"""Moments: equal, touching, overlapping, nested, in two zones, over a change of the clocks."""

TIMES = (
    *DAYS,
    "2022-01-07/2022-01-10",
    "2022-01-08/2022-01-12",
    "2022-01/2022-01-10",
    "2022-01-10/..",
    "2022-01-10/",
    "../2022-01-08",
)
"""Moments and periods, with ends that overlap, are open or unknown."""

NAMES = ("Ann Lee", "A. Lee", "Lee", "Lee Ann", "Ben Ode", "Cy Orr")
"""Names in :data:`tests.query.small.DIRECTORY` (two bear "Lee"), and two that aren't."""

UIDS = ("a", "b", "c", "d")
WORDS = ("Risk of conflict.", "The RISK  of\nconflict", "Dialogue", "Straße")


def time_in(text: str) -> When | Period:
    """Read one of :data:`TIMES`, as a moment or as a period."""
    interval = "/" in text.replace("Europe/Brussels", "")
    return Period.parse(text) if interval else When.parse(text)


def _people() -> st.SearchStrategy[Person]:
    known = {"Ann Lee": "ann", "A. Lee": "ann", "Lee Ann": "lee", "Ben Ode": "ben"}
    plain = st.sampled_from(NAMES).map(lambda name: Person(name=name))
    tagged = st.sampled_from(sorted(known)).map(lambda name: Person(name=name, id=known[name]))
    hidden = st.just(Person(name="a senior official", anonymous=True))
    stranger = st.sampled_from(["x1", "x2"]).map(lambda own_id: Person(name="Cy Orr", id=own_id))
    return st.one_of(plain, plain, tagged, hidden, stranger)


def actors() -> st.SearchStrategy[Actor]:
    """Draw people with and without an id, unnamed ones, groups, and an organization."""
    base = st.one_of(_people(), _people(), st.just(Organization(name="Council")))
    members = st.lists(_people(), max_size=2)
    groups = members.map(lambda some: Group(name="the ministers", members=some))
    return st.one_of(base, base, base, groups)


def _known() -> st.SearchStrategy[str | None]:
    return st.none() | st.sampled_from(("2022-01-06", "2022-01-07", "2022-01-07", "2022-01"))


def _maybe(options: Any) -> st.SearchStrategy[Any]:
    return st.none() | st.sampled_from(options)


_POSTS = (Post(name="Speaker"), Post(name="Speaker", id="speaker"), Post(name="Clerk"))


@st.composite
def quotes(draw: st.DrawFn) -> Quote:
    """Draw a quote."""
    return Quote(
        text=draw(st.sampled_from(WORDS)),
        speaker=draw(st.none() | actors()),
        post=draw(_maybe(_POSTS)),
        said=draw(_maybe(DAYS)),
        known=draw(_known()),
    )


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    """Draw a statement."""
    occasion = draw(_maybe(UIDS))
    relation = None if occasion is None else draw(_maybe(tuple(OccasionRelation)))
    return Statement(
        speaker=draw(st.none() | actors()),
        post=draw(_maybe(_POSTS)),
        on_behalf_of=draw(st.none() | actors()),
        audience=draw(st.lists(actors(), max_size=2)),
        made=draw(_maybe(DAYS)),
        text=draw(_maybe(WORDS)),
        occasion=occasion,
        occasion_relation=relation,
        known=draw(_known()),
    )


@st.composite
def meetings(draw: st.DrawFn) -> Meeting:
    """Draw one report of a meeting."""
    uid = draw(st.sampled_from(UIDS))
    people = draw(st.lists(actors(), max_size=2))
    return Meeting(
        uid=uid,
        name=draw(_maybe(WORDS)),
        body=draw(_maybe((Organization(name="Council"), Organization(name="Board", id="board")))),
        participants=[Participant(actor=actor) for actor in people],
        place=draw(_maybe((Place(name="Geneva"), Place(name="Oslo", id="oslo")))),
        scheduled=draw(_maybe(TIMES)),
        status=draw(st.sampled_from(MeetingStatus)),
        agenda=draw(st.lists(st.sampled_from(WORDS), max_size=2)),
        part_of=draw(_maybe([other for other in UIDS if other != uid])),
        known=draw(_known()),
    )


def links() -> st.SearchStrategy[list[Link]]:
    """Draw links that join some uids."""
    pairs = st.lists(st.sampled_from((*UIDS, "e")), min_size=2, max_size=2, unique=True)
    one = pairs.map(lambda pair: Link(uid=pair[0], same_as=pair[1], reason="one day"))
    return st.lists(one, max_size=3)


def record_lists() -> st.SearchStrategy[list[AnyRecord]]:
    """Draw the records of a corpus; with so few values, ties are common."""
    record: st.SearchStrategy[AnyRecord] = st.one_of(quotes(), statements(), meetings(), meetings())
    return st.lists(record, max_size=7)
