"""Links between reports of one encounter: who is joined, who isn't, and what stays in doubt."""

from __future__ import annotations

import itertools
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import natobrief as nb
from natobrief.formats import dumps, loads
from natobrief.model import (
    Brief,
    Country,
    Link,
    Meeting,
    MeetingFormat,
    MeetingStatus,
    Organization,
    Participant,
    Person,
    Source,
)
from natobrief.query import Corpus

COUNCIL = Organization(name="NATO-Russia Council", id="nato-russia-council")
PERMANENT = Organization(name="OSCE Permanent Council")


def report(uid: str, day: str, known: str = "2021-12-27", **fields: object) -> Meeting:
    """Return a report of the Council from a source of its own."""
    about: dict[str, object] = {"body": COUNCIL, "scheduled": day, **fields}
    source = Source(title=f"{uid} of {known}", published=known)
    return Meeting(uid=uid, source=source, **about)  # type: ignore[arg-type]


def classes(corpus: Corpus) -> set[frozenset[str]]:
    """Return which uids are one, whatever they are called."""
    return {
        frozenset(corpus.uids(record.uid))
        for record in corpus.records
        if isinstance(record, Meeting)
    }


def linked(*reports: Meeting) -> Corpus:
    return Corpus.of(*reports).link()


ARTICLES = {
    "2021-12-27": """BRUSSELS, 27 December 2021 - NATO has invited Russia to a meeting of the
NATO-Russia Council on 12 January. Moscow hasn't answered yet.""",
    "2021-12-30": """MOSCOW, 30 December 2021 - The NATO-Russia Council will meet on 12 January,
the foreign ministry said. The OSCE Permanent Council will meet in Vienna on 13 January. The NATO
Military Committee will meet in Brussels on 12 January.""",
    "2022-01-07": """BRUSSELS, 7 January 2022 - The NATO-Russia Council will meet in Brussels on
Wednesday, January 12. The NATO-Ukraine Commission will meet on Monday, January 10. The
NATO-Russia Council will meet in Brussels on Wednesday, January 26.""",
}


def test_three_articles_read_apart_tell_of_one_council() -> None:
    briefs = [nb.read(" ".join(t.split()), published=day) for day, t in ARTICLES.items()]
    corpus = Corpus.of(*briefs).link()
    council = corpus.meetings.of("NATO-Russia Council").on("2022-01-12")
    assert str(council.one().scheduled) == "2022-01-12"
    reports = tuple(council.revisions().order_by("known"))
    assert [str(each.known) for each in reports] == list(ARTICLES)
    assert reports[0].status is MeetingStatus.TENTATIVE
    assert reports[-1].status is MeetingStatus.CONFIRMED
    assert len(corpus.uids(council.one())) == 3
    # The same body on another day and another body on the same day stay apart.
    apart = [
        corpus.meetings.of("NATO-Russia Council").on("2022-01-26").one(),
        corpus.meetings.of("NATO Military Committee").on("2022-01-12").one(),
        corpus.meetings.of("OSCE Permanent Council").on("2022-01-13").one(),
        corpus.meetings.of("NATO-Ukraine Commission").on("2022-01-10").one(),
    ]
    assert [len(corpus.uids(each)) for each in apart] == [1, 1, 1, 1]
    assert len(corpus.meetings) == 5
    assert {link.reason for link in corpus.links} == {
        "the same body (NATO-Russia Council) on the same day, 2022-01-12"
    }


SAME = [
    (report("a", "2022-01-12"), report("b", "2022-01-12", "2021-12-30")),
    (report("a", "2022-01-12"), report("b", "2022-01-12T14:00Z", "2021-12-30")),
    (
        report("a", "2022-01-12"),
        report("b", "2022-01-12", "2021-12-30", body=Organization(name="nato-russia  council")),
    ),
    (
        report("a", "2022-01-12"),
        report("b", "2022-01-14", "2021-12-30", moved_from="2022-01-12"),
    ),
    (
        report("a", "2022-06-28/2022-06-30"),
        report("b", "2022-06-28/2022-06-30", "2021-12-30"),
    ),
    (
        report("a", "2022-01-12", level="Ambassadors"),
        report("b", "2022-01-12", "2021-12-30", level="ambassadors"),
    ),
    (
        report("a", "2022-01-12", format=MeetingFormat.VIRTUAL),
        report("b", "2022-01-12", "2021-12-30", format=MeetingFormat.TELEPHONE),
    ),
]


@pytest.mark.parametrize("pair", SAME)
def test_these_are_one(pair: tuple[Meeting, Meeting]) -> None:
    assert classes(linked(*pair)) == {frozenset("ab")}


APART = [
    (report("a", "2022-01-12"), report("b", "2022-01-13", "2021-12-30")),
    (report("a", "2022-01-12"), report("b", "2022-01-12", "2021-12-30", body=PERMANENT)),
    (report("a", "2022-01-12"), report("b", "2022-01", "2021-12-30")),
    (report("a", "2022-01-12"), report("b", "[2022-01-12,2022-01-14]", "2021-12-30")),
    (report("a", "2022-01-12"), report("b", "2022-01-12/2022-01-13", "2021-12-30")),
    (report("a", "2022-01-12T10:00Z"), report("b", "2022-01-12T15:00Z", "2021-12-30")),
    (
        report("a", "2022-01-12", level="ambassadors"),
        report("b", "2022-01-12", "2021-12-30", level="foreign ministers"),
    ),
    (
        report("a", "2022-01-12", format=MeetingFormat.IN_PERSON),
        report("b", "2022-01-12", "2021-12-30", format=MeetingFormat.TELEPHONE),
    ),
    (report("a", "2022-01-12", body=None), report("b", "2022-01-12", "2021-12-30", body=None)),
    (report("a", "2022-01-12"), report("b", "2022-01-12", "2021-12-30", body=None)),
    (
        report("a", "2022-01-12"),
        report("b", "2022-01-14", "2021-12-30", moved_from="2022-01-13"),
    ),
]


@pytest.mark.parametrize("pair", APART)
def test_these_are_two(pair: tuple[Meeting, Meeting]) -> None:
    corpus = linked(*pair)
    assert classes(corpus) == {frozenset("a"), frozenset("b")}
    assert corpus.doubts == ()


def talks(uid: str, known: str, *who: str) -> Meeting:
    attending = [Participant(actor=Country(name=name)) for name in who]
    return report(uid, "2022-01-10", known, body=None, participants=attending)


def test_participants_stand_for_the_body() -> None:
    corpus = linked(talks("a", "2021-12-27", "Russia", "United States"), talks("b", "2021-12-30"))
    assert corpus.links == ()
    corpus = linked(
        talks("a", "2021-12-27", "Russia", "United States"),
        talks("b", "2021-12-30", "United States", "Russia", "Switzerland"),
        talks("c", "2021-12-31", "Russia"),
        talks("d", "2022-01-01", "Russia", "China"),
    )
    (link,) = corpus.links
    assert (link.uid, link.same_as) == ("a", "b")
    assert (
        link.reason == "the same participants (Russia, United States) on the same day, 2022-01-10"
    )


def test_what_a_source_tells_apart_is_never_joined() -> None:
    morning, evening = report("a", "2022-01-12"), report("b", "2022-01-12")
    evening = evening.evolve(source=morning.source)
    corpus = linked(morning, evening)
    assert corpus.links == ()
    assert corpus.doubts == ()
    later = report("c", "2022-01-12", "2021-12-30")
    corpus = Corpus.of(morning, evening, later).link()
    assert corpus.links == ()
    (doubt,) = corpus.doubts
    assert (doubt.code, doubt.record, doubt.field) == ("several-encounters", later.id, "uid")
    assert sorted(doubt.candidates) == ["a", "b"]
    assert doubt.reason == (
        "the same body (NATO-Russia Council) on the same day, 2022-01-12; "
        "but one source tells some of these apart"
    )
    assert loads(dumps(corpus)) == corpus
    assert corpus.link() == corpus


def test_links_that_are_there_already_count() -> None:
    known = Link(uid="a", same_as="b", reason="said so by hand")
    corpus = Corpus.of(*APART[0], known, report("c", "2022-01-13", "2022-01-07")).link()
    assert classes(corpus) == {frozenset("abc")}
    assert corpus.links[0] == known


def test_records_stay_as_they_are() -> None:
    brief = Brief(source=SAME[0][0].source, meetings=[SAME[0][0]])
    corpus = Corpus.of(brief, SAME[0][1])
    assert corpus.link().records == corpus.records
    assert corpus.link().briefs == corpus.briefs


_DAYS = st.sampled_from(["2022-01-12", "2022-01-13", "2022-01", "2022-01-12T14:00Z"])


@st.composite
def _reports(draw: st.DrawFn) -> list[Meeting]:
    found: list[Meeting] = []
    for number in range(draw(st.integers(0, 6))):
        source = Source(
            title=draw(st.sampled_from("pqr")), published=draw(st.sampled_from(["2021", "2022-01"]))
        )
        meeting = Meeting(
            uid=f"m{number}",
            body=draw(st.sampled_from([COUNCIL, PERMANENT, None])),
            level=draw(st.sampled_from([None, "ambassadors", "ministers"])),
            scheduled=draw(_DAYS),
            moved_from=draw(st.sampled_from([None, "2022-01-12"])),
            participants=[Participant(actor=Person(name=name)) for name in draw(st.sets(_NAMES))],
            source=source,
        )
        found.append(meeting)
    return found


_NAMES = st.sampled_from(["Ann Lee", "Ben Ode", "Dot Day"])


@given(_reports(), st.randoms(use_true_random=False))
def test_linking_is_settled_and_minds_no_order(reports: list[Meeting], dice: Random) -> None:
    corpus = Corpus.of(*reports).link()
    assert corpus.link() == corpus
    turned = list(reports)
    dice.shuffle(turned)
    assert classes(Corpus.of(*turned).link()) == classes(corpus)


@given(_reports())
def test_one_source_has_one_report_of_an_encounter(reports: list[Meeting]) -> None:
    corpus = Corpus.of(*reports).link()
    for one, other in itertools.combinations(reports, 2):
        if one.source == other.source:
            assert other.uid not in corpus.uids(one.uid)
