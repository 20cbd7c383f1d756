"""The same questions as for the first article, asked of others: the reader knows patterns."""

from __future__ import annotations

import pytest

from natobrief.model import (
    Brief,
    Country,
    DatingBasis,
    Genre,
    Group,
    MeetingFormat,
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
from tests.reader.texts import article, day, meeting, names, said, words_at

# --- another year and Secretary General, the announcements first ------------------------------


@pytest.fixture(scope="module")
def rasmussen() -> Brief:
    return read(article("rasmussen-2014"))


def test_rasmussen_year(rasmussen: Brief) -> None:
    dating = rasmussen.dating
    assert (dating.basis, dating.candidates) == (DatingBasis.INFERRED, (2014,))
    assert dating.reference == day("2014-03-04")
    assert any("from 2009-08-01 to 2014-10-01: 2014" in line for line in dating.proof)
    assert rasmussen.doubts == ()


def test_rasmussen_statement(rasmussen: Brief) -> None:
    (statement,) = rasmussen.statements
    assert statement.speaker == Person(name="Anders Fogh Rasmussen", id="anders-fogh-rasmussen")
    assert statement.post == Post(name="NATO Secretary General", id="nato-secretary-general")
    assert statement.made == day("2014-03-04")
    assert statement.occasion == meeting(rasmussen, "emergency meeting of ambassadors").uid
    assert statement.occasion_relation is OccasionRelation.AFTER
    assert statement.known == When.between("2014-03-04", "2014-03-05")


def test_rasmussen_quotes(rasmussen: Brief) -> None:
    speaker = "Anders Fogh Rasmussen"
    assert said(rasmussen) == [
        (
            "indirect",
            speaker,
            (
                "the consultations will focus on the situation in Crimea and the consequences "
                "for the region"
            ),
        ),
        (
            "direct",
            speaker,
            (
                "We stand with our partners in this difficult hour. Allies are ready to listen, "
                "and today ambassadors agreed that the threats have to stop.\n"
                "We do not seek confrontation. Our aim is a political way out."
            ),
        ),
        (
            "indirect",
            speaker,
            (
                "the alliance has to keep its door open and must be ready for every turn that the "
                "crisis may take"
            ),
        ),
        (
            "direct",
            speaker,
            "I call on all sides to step back. The days ahead will matter for all of us.",
        ),
    ]


def test_rasmussen_meetings(rasmussen: Brief) -> None:
    found = [(m.name, names(m), str(m.time), m.outcome) for m in rasmussen.meetings]
    assert found == [
        (
            "European Union-Ukraine talks",
            ["European Union", "Ukraine"],
            "2014-03-06",
            Outcome.PENDING,
        ),
        ("Russia-United States talks", ["Russia", "United States"], "2014-03-05", Outcome.PENDING),
        ("NATO-Ukraine Commission", ["NATO", "Ukraine"], "2014-03-07", Outcome.PENDING),
        (
            "emergency meeting of ambassadors",
            ["the ambassadors of NATO member states"],
            "2014-03-04",
            Outcome.HELD,
        ),
    ]
    commission = meeting(rasmussen, "NATO-Ukraine Commission")
    known = Organization(name="NATO-Ukraine Commission", id="nato-ukraine-commission")
    assert commission.body == known
    assert commission.agenda == ("the situation in Crimea", "the consequences for the region")
    assert [m.place.name for m in rasmussen.meetings if m.place] == ["Brussels", "Paris"]


# --- another organization, with marks, published given ------------------------------------------


@pytest.fixture(scope="module")
def osce() -> Brief:
    return read(article("osce-2021"), published="2021-04-16")


def test_osce_dating(osce: Brief) -> None:
    assert (osce.dating.basis, osce.dating.reference) == (DatingBasis.GIVEN, day("2021-04-16"))
    assert osce.source.published == day("2021-04-16")
    assert {record.known for record in osce.records} == {day("2021-04-16")}


def test_osce_quotes(osce: Brief) -> None:
    assert said(osce) == [
        ("indirect", "Helga Schmid", "the ceasefire in the east is fraying"),
        ("direct", "Helga Schmid", "What we see on the ground worries us,"),
        ("direct", "Helga Schmid", "I ask everybody to use the tools that we have,"),
        ("direct", "Helga Schmid", "They were made for days like these."),
        (
            "direct",
            "Josep Borrell",
            "We are not at the end of the road,\nbut we can see it from here.",
        ),
        ("indirect", "Josep Borrell", "the Union would not look away"),
    ]
    assert [q.cue for q in osce.quotes] == ["warned", "told", "added", None, "said", "said"]
    assert [len(q.spans) for q in osce.quotes] == [1, 1, 1, 1, 2, 1]


def test_osce_statements(osce: Brief) -> None:
    schmid, borrell = osce.statements
    assert schmid.speaker == Person(name="Helga Schmid", id="helga-schmid")
    assert schmid.post == Post(name="OSCE Secretary General", id="osce-secretary-general")
    assert schmid.made == day("2021-04-15")
    assert schmid.occasion == meeting(osce, "informal meeting of ambassadors").uid
    assert schmid.occasion_relation is OccasionRelation.AFTER
    assert borrell.post == Post(name="EU High Representative", id="eu-high-representative")
    assert (borrell.made, borrell.occasion) == (None, None)


def test_osce_meetings(osce: Brief) -> None:
    informal, consultations, ministers, visit = osce.meetings
    assert (informal.name, informal.level) == ("informal meeting of ambassadors", "ambassadors")
    assert informal.kind is MeetingKind.INFORMAL
    assert (informal.place, informal.held) == (Place(name="Vienna"), day("2021-04-15"))
    assert consultations.name == "Ukraine-Russia consultations"
    assert consultations.format is MeetingFormat.VIRTUAL
    assert consultations.agenda == (
        "the exchange of prisoners",
        "the opening of two crossing points",
    )
    assert consultations.held == day("2021-04-14")
    assert ministers.scheduled == day("2021-04-19")
    assert [p.actor for p in ministers.participants] == [Group(name="EU foreign ministers")]
    assert ministers.agenda == ("the situation at the border",)
    assert (visit.status, visit.outcome) == (MeetingStatus.POSTPONED, Outcome.PENDING)
    assert visit.place == Place(name="Kyiv")


def test_osce_doubts(osce: Brief) -> None:
    assert [(d.code, d.field) for d in osce.doubts] == [
        ("description-unresolved", "participants"),
        ("date-undecided", "scheduled"),
    ]
    assert osce.doubts[0].reason == (
        "who takes part is not clear: it is not clear whom “the chairman” means"
    )


# --- a text that states its day, and other people ------------------------------------------------


@pytest.fixture(scope="module")
def guterres() -> Brief:
    return read(article("guterres-2019"))


def test_guterres_dating(guterres: Brief) -> None:
    assert (guterres.dating.basis, guterres.dating.reference) == (
        DatingBasis.TEXT,
        day("2019-09-24"),
    )
    assert guterres.dating.proof == ("the text states its own date: “24 September 2019”",)
    assert guterres.source.published is None
    assert {record.known for record in guterres.records} == {day("2019-09-24")}


def test_guterres_quotes(guterres: Brief) -> None:
    assert said(guterres) == [
        ("indirect", "Antonio Guterres", "the two had spoken about Syria at length"),
        (
            "direct",
            "Antonio Guterres",
            "The committee is not the end of the story. It is the beginning,",
        ),
        (
            "direct",
            "Antonio Guterres",
            (
                "If it fails, all of us will have failed.\n"
                "And nobody will be able to say that we did not know."
            ),
        ),
        ("mixed", "Sergey Lavrov", "very useful and very frank indeed"),
        ("indirect", "Russia", "nothing had been promised"),
    ]
    assert guterres.quotes[0].attribution_text == "Secretary-General"


def test_guterres_statements(guterres: Brief) -> None:
    first, second, third = guterres.statements
    assert first.speaker == Person(name="Antonio Guterres", id="antonio-guterres")
    assert first.genre is Genre.PRESS_CONFERENCE
    assert first.occasion_relation is OccasionRelation.AT
    assert first.made == day("2019-09-24")
    assert second.post == Post(name="Foreign Minister", id="ru-foreign-minister")
    assert third.speaker == Country(name="Russia", id="ru")


def test_guterres_meetings(guterres: Brief) -> None:
    met, press, summit, cancelled = guterres.meetings
    assert names(met) == ["Antonio Guterres", "Sergey Lavrov"]
    assert met.held == day("2019-09-24")
    assert names(press) == ["Antonio Guterres"]
    assert (summit.name, summit.status) == ("summit", MeetingStatus.TENTATIVE)
    assert names(cancelled) == ["Iran", "Saudi Arabia"]
    assert (cancelled.status, cancelled.outcome) == (MeetingStatus.CANCELLED, Outcome.NOT_HELD)


# --- all of them ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["rasmussen-2014", "osce-2021", "guterres-2019"])
def test_spans_are_the_words_claimed(name: str) -> None:
    brief = read(article(name))
    for quote in brief.quotes:
        assert "\n".join(words_at(brief, quote)) == quote.text
    indirect = [q for q in brief.quotes if q.kind is QuoteKind.INDIRECT]
    assert all(len(quote.spans) == 1 for quote in indirect)
