"""natobrief's values in the classes of others, through a cattrs converter."""

from __future__ import annotations

import attrs
import cattrs
import pytest

from natobrief.errors import InvalidDocument
from natobrief.formats import make_converter
from natobrief.formats._core.codec import codec_for
from natobrief.model import (
    Actor,
    Brief,
    Country,
    Group,
    Meeting,
    Participant,
    Person,
    Quote,
    Role,
    Source,
    Statement,
)
from natobrief.when import Period, When


@attrs.frozen
class Card:
    quote: Quote
    speaker: Actor
    role: Role
    day: When
    time: When | Period | None = None
    others: tuple[Actor, ...] = ()
    person: Person | None = None
    note: str = ""


ANN = Person(name="Ann")
NATO = Source(publisher="NATO", published="2022")
CARD = Card(
    quote=Quote(text="Yes.", speaker=ANN, source=NATO),
    speaker=Group(name="g", members=[ANN, Country(name="Norway")]),
    role=Role.HOST,
    day=When.parse("2022-01"),
    time=Period.parse("2022/.."),
    others=(ANN,),
    person=ANN,
)
PLAIN = {
    "quote": {
        "id": CARD.quote.id,
        "text": "Yes.",
        "speaker": {"type": "person", "name": "Ann"},
        "source": {"id": NATO.id, "publisher": "NATO", "published": "2022"},
    },
    "speaker": {
        "type": "group",
        "name": "g",
        "members": [{"type": "person", "name": "Ann"}, {"type": "country", "name": "Norway"}],
    },
    "role": "host",
    "day": "2022-01",
    "time": "2022/..",
    "others": [{"type": "person", "name": "Ann"}],
    "person": {"type": "person", "name": "Ann"},
    "note": "",
}


def test_there_and_back() -> None:
    converter = make_converter()
    plain = converter.unstructure(CARD)
    assert plain == PLAIN
    card = converter.structure(plain, Card)
    assert card == CARD
    assert type(card.time) is Period
    assert converter.structure({**plain, "time": None, "person": None}, Card).person is None


def test_a_brief_in_place() -> None:
    said = Statement(speaker=ANN, source=NATO)
    brief = Brief(
        source=NATO, statements=[said], quotes=[Quote(text="a", statement=said.id, source=NATO)]
    )
    converter = make_converter()
    plain = converter.unstructure(brief)
    assert "source" not in plain["statements"][0]
    assert converter.structure(plain, Brief) == brief
    with pytest.raises(InvalidDocument, match=r"^Brief.quotes\[0\].statement: expected the id"):
        converter.structure({**plain, "statements": []}, Brief)


def test_faults() -> None:
    converter = make_converter()
    with pytest.raises(InvalidDocument) as caught:
        converter.structure({"actor": {"type": "person", "name": 3}, "role": "guest"}, Participant)
    assert [str(fault) for fault in caught.value.faults] == [
        "Participant.actor.name: expected text, got 3",
        "Participant.role: expected one of 'chair', 'host', 'attendee', got 'guest'",
    ]
    with pytest.raises(InvalidDocument, match=r"^Meeting.held: expected a date in EDTF"):
        converter.structure({"uid": "m", "held": "soon"}, Meeting)
    with pytest.raises(InvalidDocument, match=r"^When: expected a date in EDTF"):
        converter.structure("soon", When)
    with pytest.raises(InvalidDocument, match=r"^.type: expected one of 'person', got 'country'"):
        converter.structure({"type": "country", "name": "Norway"}, Person)
    with pytest.raises(cattrs.ClassValidationError):
        converter.structure({**PLAIN, "day": "soon"}, Card)
    with pytest.raises(cattrs.ClassValidationError):
        converter.structure({**PLAIN, "colour": "red"}, Card)


def test_each_converter_is_ones_own() -> None:
    mine = make_converter()
    mine.register_unstructure_hook(When, lambda _when: "mine")
    assert mine.unstructure(CARD.day) == "mine"
    assert make_converter().unstructure(CARD.day) == "2022-01"


def test_ordinary_classes_are_left_to_cattrs() -> None:
    assert make_converter().structure(["1", "2"], list[int]) == [1, 2]


@pytest.mark.parametrize("hint", [float, str | Person, dict[str, str]])
def test_fields_that_no_value_has(hint: object) -> None:
    with pytest.raises(TypeError, match="no codec for "):
        codec_for(hint)
