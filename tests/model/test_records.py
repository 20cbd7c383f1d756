"""Records: what they refuse and in which words, and what can be done with a brief."""

# A fault is one line.
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import pendulum
import pytest

from natobrief.errors import InvalidValue, UnknownReference
from natobrief.model import (
    Brief,
    Country,
    Dating,
    DatingBasis,
    Doubt,
    Evidence,
    Group,
    Link,
    Meeting,
    MeetingStatus,
    OccasionRelation,
    Organization,
    Outcome,
    Participant,
    Person,
    Place,
    Post,
    Quote,
    QuoteKind,
    Role,
    Source,
    Statement,
)
from natobrief.text import Span
from natobrief.when import DateMention, Period, Resolution, When

ANN = Person(name="Ann")
OSLO = Source(url="https://example.org/oslo", published="2022-01-07")
TALKS = Meeting(uid="talks", place=Place(name="Geneva"), source=OSLO)
SAID = Statement(
    speaker=ANN, occasion="talks", occasion_relation=OccasionRelation.AFTER, source=OSLO
)
YES = Quote(text="Yes.", speaker=ANN, statement=SAID.id, source=OSLO)


def faults(make: Callable[..., object], **fields: Any) -> list[str]:
    with pytest.raises(InvalidValue) as caught:
        make(**fields)
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("cls", "fields", "expected"),
    [
        (Quote, {"text": ""}, ["Quote.text: expected text that is not blank, got ''"]),
        (
            Quote,
            {"text": " \u2003\n"},
            [r"Quote.text: expected text that is not blank, got ' \u2003\n'"],
        ),
        (Quote, {"text": None}, ["Quote.text: expected text, got None"]),
        (Quote, {"text": b"x"}, ["Quote.text: expected text, got b'x'"]),
        (
            Quote,
            {"text": "\ud83d"},
            [r"Quote.text: expected text without lone surrogates, got '\ud83d'"],
        ),
        (
            Quote,
            {"text": "x", "speaker": "Ann", "kind": "direct", "said": "soon"},
            [
                "Quote.speaker: expected Country, Group, Organization, Person or None, got 'Ann'",
                "Quote.said: expected a date in EDTF such as 2022-01-07, got 'soon'",
                "Quote.kind: expected QuoteKind (DIRECT, INDIRECT or MIXED), got 'direct'",
            ],
        ),
        (
            Quote,
            {"text": "x", "spans": Span(start=0, end=1)},
            ["Quote.spans: expected a list or tuple of Span, got Span(start=0, end=1)"],
        ),
        (Quote, {"text": "x", "spans": [3]}, ["Quote.spans[0]: expected Span, got 3"]),
        (
            Statement,
            {"topics": "peace", "audience": ["all"]},
            [
                "Statement.audience[0]: expected Country, Group, Organization or Person, got 'all'",
                "Statement.topics: expected a list or tuple of text, got 'peace'",
            ],
        ),
        (
            Statement,
            {"occasion_relation": OccasionRelation.AT},
            [
                "Statement.occasion_relation: expected None without an occasion, got OccasionRelation.AT",
            ],
        ),
        (
            Meeting,
            {"uid": "m", "held": "2022", "outcome": Outcome.PENDING, "part_of": "m"},
            [
                "Meeting.outcome: expected Outcome.HELD where held is given, got Outcome.PENDING",
                "Meeting.part_of: expected the uid of another meeting, got 'm'",
            ],
        ),
        (
            Meeting,
            {"uid": "m", "held": "2022", "status": MeetingStatus.CANCELLED},
            [
                "Meeting.status: expected another status than CANCELLED for a meeting that was held, got MeetingStatus.CANCELLED",
            ],
        ),
        (
            Meeting,
            {"uid": "m", "body": Country(name="Norway")},
            ["Meeting.body: expected Organization or None, got Country(name='Norway')"],
        ),
        (
            Link,
            {"uid": "a", "same_as": "a", "reason": "r"},
            ["Link.same_as: expected another uid, got 'a'"],
        ),
        (
            Person,
            {"name": "Ann", "anonymous": 1},
            ["Person.anonymous: expected True or False, got 1"],
        ),
        (
            Dating,
            {"candidates": [2022, True, 2023.0]},
            [
                "Dating.candidates[1]: expected a whole number, got True",
                "Dating.candidates[2]: expected a whole number, got 2023.0",
            ],
        ),
        (
            Source,
            {"text_sha256": "ABC"},
            ["Source.text_sha256: expected 64 hexadecimal digits in lower case, got 'ABC'"],
        ),
        (
            Source,
            {"published": "2022-01-07", "updated": "2022-01-06"},
            ["Source.updated: expected nothing before published (2022-01-07), got 2022-01-06"],
        ),
    ],
)
def test_what_is_refused(cls: type[Any], fields: dict[str, Any], expected: list[str]) -> None:
    assert faults(cls, **fields) == expected


def test_groups_nest_only_so_far() -> None:
    group = Group(name="1")
    for depth in range(2, 9):
        group = Group(name=str(depth), members=[group, ANN])
    assert faults(Group, name="9", members=[ANN, group]) == [
        "Group.members: expected groups nested at most 8 deep, got more"
    ]


@pytest.mark.parametrize("given", [{"a": 1}, {"a", "b"}, iter(["a"]), range(2)])
def test_only_lists_and_tuples_are_taken_for_many(given: object) -> None:
    (fault,) = faults(Statement, topics=given)
    assert fault.startswith("Statement.topics: expected a list or tuple of text, got ")


class Text(str):
    __slots__ = ()


def test_a_subclass_is_not_the_type() -> None:
    assert faults(Quote, text=Text("x")) == ["Quote.text: expected text, got 'x'"]


def test_dates_of_many_kinds_are_taken() -> None:
    day = pendulum.date(2022, 1, 7)
    assert Quote(text="x", said=day).said == When.parse("2022-01-07")
    assert Meeting(uid="m", scheduled="2022-01-10/2022-01-12").scheduled == Period.parse(
        "2022-01-10/2022-01-12"
    )
    zoned = Meeting(uid="m", held="2022-01-10[Europe/Brussels]")
    assert zoned.held == When.parse("2022-01-10[Europe/Brussels]")
    assert faults(Meeting, uid="m", held="2022-01/soon", scheduled=3) == [
        "Meeting.scheduled: expected EDTF text, a date, or a time with a zone, got 3",
        "Meeting.held.end: expected a date in EDTF such as 2022-01-07, got 'soon'",
    ]


def test_known_comes_from_the_source() -> None:
    assert YES.known == When.parse("2022-01-07")
    assert Quote(text="x").known is None
    assert Quote(text="x", source=OSLO, known=None).known is None
    updated = OSLO.evolve(updated="2022-01-09")
    assert Quote(text="x", source=updated).known == When.parse("[2022-01-07..2022-01-09]")
    open_ends = Source(published="[..2022-01]", updated="[2022-01-07..]")
    assert Quote(text="x", source=open_ends).known is None
    assert YES.evolve(source=updated).known == YES.known
    assert faults(Quote, text="x", source="a page") == [
        "Quote.source: expected Source, got 'a page'"
    ]


def test_the_outcome_follows_from_held() -> None:
    assert Meeting(uid="m").outcome is Outcome.UNKNOWN
    assert Meeting(uid="m", held="2022").outcome is Outcome.HELD


def test_evolve() -> None:
    louder = YES.evolve(text="YES!")
    assert (louder.text, louder.speaker, YES.text) == ("YES!", ANN, "Yes.")
    assert faults(YES.evolve, text="") == ["Quote.text: expected text that is not blank, got ''"]
    with pytest.raises(TypeError, match="colour"):
        YES.evolve(colour="red")


def test_fields_go_by_name_only() -> None:
    with pytest.raises(TypeError):
        cast("Any", Quote)("Yes.")


def test_pattern_matching() -> None:
    match YES:
        case Quote(text=text, speaker=Person(name=name), kind=QuoteKind.DIRECT):
            assert (text, name) == ("Yes.", "Ann")
        case _:
            pytest.fail("no match")


def test_repr_leaves_out_defaults() -> None:
    assert repr(Participant(actor=ANN)) == "Participant(actor=Person(name='Ann'))"
    chair = Participant(actor=ANN, post=Post(name="Chair"), role=Role.CHAIR)
    assert repr(chair) == (
        "Participant(actor=Person(name='Ann'), post=Post(name='Chair'), role=Role.CHAIR)"
    )
    assert repr(Quote(text="x", source=OSLO, known=None)).endswith(", known=None)")
    assert "known" not in repr(YES)


# Briefs.

WHOLE = Brief(source=OSLO, text="Ann: Yes.", quotes=[YES], statements=[SAID], meetings=[TALKS])


def test_records_actors_places() -> None:
    pair = Group(name="pair", members=[ANN, Country(name="Norway")])
    nac = Organization(name="Council")
    guests = [Participant(actor=pair), Participant(actor=ANN)]
    held = TALKS.evolve(uid="more", body=nac, participants=guests)
    mixed = SAID.evolve(on_behalf_of=nac, audience=[pair])
    brief = Brief(source=OSLO, statements=[mixed], meetings=[held, TALKS])
    assert brief.records == (mixed, held, TALKS)
    assert brief.actors == (ANN, nac, pair, Country(name="Norway"))
    assert brief.places == (Place(name="Geneva"),)
    assert Brief(meetings=[Meeting(uid="x")]).places == ()


def test_get() -> None:
    assert [WHOLE.get(each.id) for each in WHOLE.records] == list(WHOLE.records)
    assert WHOLE.get("talks") is TALKS
    with pytest.raises(UnknownReference) as caught:
        WHOLE.get("statement-1")
    assert str(caught.value) == "nothing in this brief has the id or uid 'statement-1'"


def test_explain() -> None:
    notes = [
        Evidence(record=YES.id, rule="colon", reason="signed", spans=[Span(start=0, end=3)]),
        Evidence(record=YES.id, field="speaker", rule="name", reason="named before"),
    ]
    brief = WHOLE.evolve(evidence=notes)
    assert brief.explain(YES) == (
        "record: signed — “Ann” (rule colon)\nspeaker: named before (rule name)"
    )
    assert brief.explain(YES.id, "speaker") == "speaker: named before (rule name)"
    assert brief.explain(YES, "cue") == brief.explain("talks") == "no evidence is recorded"
    assert brief.without_text().explain(YES, None).startswith("record: signed (rule colon)")
    with pytest.raises(
        InvalidValue, match=r"explain.field: expected one of text, speaker, .*, got 'colour'"
    ):
        brief.explain(YES, "colour")
    with pytest.raises(UnknownReference):
        brief.explain(Quote(text="No."))


def test_replace_follows_every_reference() -> None:
    session = Meeting(uid="session", part_of="talks", source=OSLO)
    brief = WHOLE.evolve(
        meetings=[TALKS, session],
        evidence=[Evidence(record=YES.id, rule="r", reason="s")],
        doubts=[Doubt(code="c", reason="s", record=SAID.id), Doubt(code="d", reason="s")],
    )
    moved = brief.replace(TALKS, TALKS.evolve(uid="geneva"))
    quote, said, talks, part = moved.records
    assert isinstance(quote, Quote)
    assert isinstance(said, Statement)
    assert isinstance(part, Meeting)
    assert talks == TALKS.evolve(uid="geneva")
    assert said.occasion == part.part_of == "geneva"
    assert quote.statement == said.id != SAID.id
    assert [note.record for note in moved.evidence] == [quote.id]
    assert [doubt.record for doubt in moved.doubts] == [said.id, None]
    assert brief.replace(YES, YES) == brief
    with pytest.raises(TypeError, match="new: expected a Quote, got a Statement"):
        brief.replace(YES, SAID)
    with pytest.raises(UnknownReference):
        brief.replace(Quote(text="No."), YES)


def test_without_text() -> None:
    assert WHOLE.without_text() == WHOLE.evolve(text=None)
    assert WHOLE.without_text().quotes == WHOLE.quotes


def test_uids_may_lie_outside_but_ids_may_not() -> None:
    away = Statement(occasion="elsewhere")
    lost = Quote(text="x", statement="statement-1")
    assert Brief(statements=[away], meetings=[Meeting(uid="a", part_of="b")]).get(away.id) is away
    assert faults(
        Brief,
        quotes=[lost],
        evidence=[Evidence(record="quote-1", rule="r", reason="s")],
        doubts=[Doubt(record=lost.id, field="a", code="c", reason="s")],
    ) == [
        "Brief.quotes[0].statement: expected the id of a statement here, got 'statement-1'",
        "Brief.evidence[0].record: expected the id of a record here, got 'quote-1'",
        "Brief.doubts[0].field: expected a field of Quote, got 'a'",
    ]


def test_how_a_brief_holds_together() -> None:
    mention = DateMention(
        span=Span(start=0, end=3), text="Bob", resolution=Resolution(rule="r", reason="s")
    )
    far = YES.evolve(spans=[Span(start=8, end=10)], source=Source())
    assert faults(
        Brief,
        source=OSLO,
        text="Ann: Yes.",
        quotes=[YES, far, YES],
        statements=[SAID],
        meetings=[TALKS, TALKS.evolve(name="again")],
        dates=[mention],
        doubts=[Doubt(code="c", reason="s", spans=[Span(start=0, end=99)])],
    ) == [
        "Brief.quotes[1].source: expected the source of the brief, got Source()",
        "Brief.quotes[1].spans[0].end: expected at most the length of the text (9), got 10",
        "Brief.doubts[0].spans[0].end: expected at most the length of the text (9), got 99",
        "Brief.dates[0].text: expected the words at its span, 'Ann', got 'Bob'",
        f"Brief.quotes[2]: expected each record once, got {repr(YES)[:76]}...)",
        "Brief.meetings[1].uid: expected a uid that no other meeting here has, got 'talks'",
    ]


def test_a_brief_may_have_an_empty_text() -> None:
    assert Brief(text="").text == ""
    assert Brief(dating=Dating(reference="2022-01-07", basis=DatingBasis.GIVEN)).text is None
