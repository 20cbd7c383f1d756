"""Every row of the table that says what a correct reading of the first article gives."""

from __future__ import annotations

import pytest

from natobrief.model import (
    Brief,
    Country,
    DatingBasis,
    Group,
    MeetingKind,
    MeetingStatus,
    OccasionRelation,
    Organization,
    Outcome,
    Person,
    Place,
    Post,
    QuoteKind,
)
from natobrief.reader import read
from natobrief.when import When
from tests.reader.texts import SEED, day, meeting, words_at

pytestmark = pytest.mark.skipif(
    not SEED.exists(), reason="the first article is not part of the repository, nor beside it"
)


@pytest.fixture(scope="module")
def brief() -> Brief:
    return read(SEED.read_text(encoding="utf-8"))


def test_year_with_its_reasons(brief: Brief) -> None:
    dating = brief.dating
    assert dating.basis is DatingBasis.INFERRED
    assert dating.candidates == (2022,)
    assert dating.reference == day("2022-01-07")
    weekdays, office, left, counted = dating.proof
    assert "Friday January 7, Monday January 10 and Wednesday January 12 fit only" in weekdays
    assert "2005, 2011, 2022, 2028" in weekdays
    assert "Jens Stoltenberg speaks as NATO Secretary-General" in office
    assert "from 2014-10-01 to 2024-10-01: 2022" in office
    assert left == "that leaves 2022"
    assert "2022-01-07 is the last day" in counted
    assert brief.doubts == ()


def test_dates(brief: Brief) -> None:
    assert [(d.text, str(d.when)) for d in brief.dates if d.resolution.weekday] == [
        ("Friday, January 7", "2022-01-07"),
        ("Wednesday, January 12", "2022-01-12"),
        ("Monday, January 10", "2022-01-10"),
    ]


def test_statement(brief: Brief) -> None:
    (statement,) = brief.statements
    assert statement.speaker == Person(name="Jens Stoltenberg", id="jens-stoltenberg")
    assert statement.post == Post(name="NATO Secretary-General", id="nato-secretary-general")
    assert statement.made == day("2022-01-07")
    assert statement.occasion == meeting(brief, "extraordinary meeting of foreign ministers").uid
    assert statement.occasion_relation is OccasionRelation.AFTER
    assert statement.known == When.between("2022-01-07", "2022-01-10")


def test_block_quotes(brief: Brief) -> None:
    first, second = (q for q in brief.quotes if q.kind is QuoteKind.DIRECT)
    assert (len(first.spans), len(second.spans)) == (1, 2)
    assert first.text.startswith("Allies addressed Russia’s unprovoked")
    assert first.text.endswith("a track record of using force against neighbors.")
    upper, lower = second.text.split("\n")
    assert upper.startswith("The risk of conflict is real.")
    assert upper.endswith("dialogue is even more important.")
    assert lower.startswith("NATO will engage in dialogue")
    assert lower.endswith("carry a heavy price for Russia.")
    for quote in (first, second):
        assert quote.attribution_text == "Jens Stoltenberg, NATO Secretary-General"
        assert quote.said == day("2022-01-07")
        assert quote.post is not None
        assert quote.post.id == "nato-secretary-general"


def test_reported_speech(brief: Brief) -> None:
    reported = [(q.cue, q.text) for q in brief.quotes if q.kind is QuoteKind.INDIRECT]
    assert reported == [
        ("made it clear", "NATO is preparing for the Ukrainian crisis’s worst"),
        (
            "according to",
            (
                "the risk of conflict is real and, while hoping for diplomatic means to prevail, "
                "NATO has to be ready for any further development"
            ),
        ),
        (
            "according to",
            (
                "the meeting will focus on the situation in and around Ukraine and the "
                "implications for European security"
            ),
        ),
    ]


def test_all_words_are_one_statement(brief: Brief) -> None:
    (statement,) = brief.statements
    assert {quote.statement for quote in brief.quotes} == {statement.id}
    assert {quote.speaker for quote in brief.quotes} == {statement.speaker}
    # "So today, Ministers stressed that ..." stands inside a quote.
    assert not any(quote.text.startswith("any further aggression") for quote in brief.quotes)


def test_meeting_of_foreign_ministers(brief: Brief) -> None:
    held = brief.meetings[0]
    assert held.name == "extraordinary meeting of foreign ministers"
    assert held.kind is MeetingKind.EXTRAORDINARY
    assert held.level == "foreign ministers"
    assert (held.held, held.scheduled) == (day("2022-01-07"), None)
    assert (held.status, held.outcome) == (MeetingStatus.CONFIRMED, Outcome.HELD)
    ministers = Group(name="Foreign Ministers of NATO member countries")
    assert [p.actor for p in held.participants] == [ministers]


def test_announced_meetings(brief: Brief) -> None:
    council, talks = brief.meetings[1:]
    assert council.name == "NATO-Russia Council"
    assert council.body == Organization(name="NATO-Russia Council", id="nato-russia-council")
    russia = Country(name="Russia", id="ru")
    assert [p.actor for p in council.participants] == [Organization(name="NATO", id="nato"), russia]
    assert council.scheduled == day("2022-01-12")
    assert talks.name == "United States-Russia talks"
    assert [p.actor for p in talks.participants] == [Country(name="United States", id="us"), russia]
    assert (talks.place, talks.scheduled) == (Place(name="Geneva"), day("2022-01-10"))
    for announced in (council, talks):
        assert announced.held is None
        assert announced.status is MeetingStatus.CONFIRMED
        assert announced.outcome is Outcome.PENDING


def test_agenda(brief: Brief) -> None:
    assert meeting(brief, "NATO-Russia Council").agenda == (
        "the situation in and around Ukraine",
        "the implications for European security",
    )


def test_spans_are_the_words_claimed(brief: Brief) -> None:
    for quote in brief.quotes:
        assert "\n".join(words_at(brief, quote)) == quote.text
    assert [words_at(brief, m) for m in brief.meetings] == [
        ["extraordinary meeting held with the Foreign Ministers of NATO member countries"],
        ["talks between NATO and Russia"],
        ["talks"],
    ]


def test_contradicting_publication_forces_nothing() -> None:
    brief = read(SEED.read_text(encoding="utf-8"), published="2023-06-01")
    assert brief.dating.basis is DatingBasis.GIVEN
    assert brief.dating.reference == day("2023-06-01")
    assert brief.dating.candidates == (2022,)
    assert [d.when for d in brief.dates if d.resolution.weekday] == [None, None, None]
    assert [(m.held, m.scheduled) for m in brief.meetings] == [(None, None)] * 3
    assert brief.statements[0].made is None
    contradictions = [d for d in brief.doubts if d.code == "date-contradiction"]
    assert [d.spans[0].of(brief.text or "") for d in contradictions] == [
        "Friday, January 7",
        "Wednesday, January 12",
        "Monday, January 10",
    ]
    assert "2022-01-07" in contradictions[0].candidates


def test_agreeing_publication() -> None:
    brief = read(SEED.read_text(encoding="utf-8"), published="2022-01-08")
    assert brief.dating.basis is DatingBasis.GIVEN
    assert [str(m.time) for m in brief.meetings] == ["2022-01-07", "2022-01-12", "2022-01-10"]
    assert {record.known for record in brief.records} == {day("2022-01-08")}
    assert brief.doubts == ()
