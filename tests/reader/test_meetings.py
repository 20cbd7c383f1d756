"""Encounters told by a verb, denied, made conditional, or pointed to without being told before."""

from __future__ import annotations

import pytest

from natobrief.model import MeetingStatus, Outcome
from natobrief.reader import read
from natobrief.when import When
from tests.reader.texts import names

MONDAY = "2024-06-10"

MET = {
    "a state councillor": (
        "Vice Premier Ann Lee and State Councilor Tom Keller met in Oslo.",
        ["Ann Lee", "Tom Keller"],
    ),
    "what is cited behind the party": (
        "Ann Lee held talks with Tom Keller, citing the Norwegian leader.",
        ["Ann Lee", "Tom Keller"],
    ),
    "a press conference with another": (
        "Ann Lee will hold a press conference with her Finnish counterpart, Tom Keller.",
        ["Ann Lee", "Tom Keller"],
    ),
    "an Arabic article": ("Ann Lee met Karim al-Badri.", ["Ann Lee", "Karim al-Badri"]),
    "a colleague": ("Ann Lee met her Swedish colleague, Tom Keller.", ["Ann Lee", "Tom Keller"]),
    "last met": ("Ann Lee and Tom Keller last met in Oslo.", ["Ann Lee", "Tom Keller"]),
    "had spoken": (
        "Ann Lee and Tom Keller had spoken by telephone on Monday.",
        ["Ann Lee", "Tom Keller"],
    ),
    "a relative clause behind the subject": (
        "President Ann Lee, who is recovering from a cold, will receive Tom Keller on Friday.",
        ["Ann Lee", "Tom Keller"],
    ),
    "an apposition with a body and a state": (
        "Ann Lee, head of the Blue Party Council and Norwegian president, met with Tom Keller.",
        ["Ann Lee", "Tom Keller"],
    ),
    "a name behind the office and its body": (
        "The head of the Norwegian foreign ministry, Ann Lee, held talks with Tom Keller.",
        ["Ann Lee", "Tom Keller"],
    ),
    "two, of whom the second has an office": (
        "Ann Lee and Tom Keller, the minister of trade, held talks with Eva Berg.",
        ["Ann Lee", "Tom Keller", "Eva Berg"],
    ),
    "his visit in a clause": (
        "Tom Keller, an aide, said on Monday that Max Berg would cut short his visit to Oslo.",
        ["Max Berg"],
    ),
    "surnames": ("Keller and Macron met in Oslo.", ["Keller", "Macron"]),
    "transitive": ("President Ann Lee met Tom Keller in Oslo.", ["Ann Lee", "Tom Keller"]),
    "again": ("Ann Lee met briefly Tom Keller.", ["Ann Lee", "Tom Keller"]),
    "future": ("Ann Lee will meet Tom Keller in Oslo.", ["Ann Lee", "Tom Keller"]),
    "group": ("Ann Lee met Swedish ministers.", ["Ann Lee", "Swedish ministers"]),
    "counterpart": (
        "Ann Lee met her Swedish counterpart Tom Keller.",
        ["Ann Lee", "Tom Keller"],
    ),
}


@pytest.mark.parametrize("family", MET)
def test_met(family: str) -> None:
    text, parties = MET[family]
    (found,) = read(text).meetings
    assert names(found) == parties


def test_met_at_a_place_on_a_day() -> None:
    text = "President Ann Lee met President Tom Keller at a castle in Oslo on June 8, 2024."
    (found,) = read(text).meetings
    assert str(found.held) == "2024-06-08"
    assert found.place is not None
    assert found.place.name == "Oslo"


PLACES = {
    "headquarters": ("Ann Lee met Tom Keller at NATO Headquarters.", "NATO Headquarters"),
    "a town behind a building": (
        "Ann Lee met Tom Keller at the Great Hall of the People in Oslo on Monday.",
        "Oslo",
    ),
    "a body that is no building": ("Ann Lee met Tom Keller at the Trade Council.", None),
}


@pytest.mark.parametrize("family", PLACES)
def test_met_at(family: str) -> None:
    text, place = PLACES[family]
    (found,) = read(text, published=MONDAY).meetings
    assert (found.place.name if found.place else None) == place


def test_states_that_only_tell_of_whom_do_not_meet() -> None:
    text = "We, the Ministers for Foreign Affairs of Norway, Chile and Peru, met in Oslo."
    (found,) = read(text).meetings
    assert names(found) == []


def test_the_place_where_somebody_tells_of_a_call_is_not_that_of_the_call() -> None:
    text = "In Oslo, Ann Lee said that Tom Keller spoke by phone with Eva Berg on Monday."
    (found,) = read(text, published=MONDAY).meetings
    assert found.place is None


NOT_MET = {
    "over the years": "Ann Lee and Tom Keller have met over the years in many lobbies.",
    "targets": "Norway met its targets.",
    "demands": "Ann Lee met Tom Keller's demands.",
    "challenge": "Ann Lee met the challenge.",
    "needs": "The plan could meet the needs of Norway.",
    "call": "They held a conference call.",
    "on a call": '"We will come back," Ann Lee told reporters on a conference call.',
    "pointing": "The talks were long.",
    "several": "These meetings were held in Oslo on Friday.",
}


@pytest.mark.parametrize("family", NOT_MET)
def test_nobody_met(family: str) -> None:
    assert read(NOT_MET[family], published=MONDAY).meetings == ()


FIRST_MENTIONS = {
    "talks": ("The talks will be held in Geneva on Friday.", "2024-06-14", Outcome.PENDING),
    "meeting": ("The meeting took place in Geneva on Friday.", "2024-06-07", Outcome.HELD),
}


@pytest.mark.parametrize("family", FIRST_MENTIONS)
def test_the_talks_without_a_mention_before(family: str) -> None:
    text, when, outcome = FIRST_MENTIONS[family]
    (found,) = read(text, published=MONDAY).meetings
    assert (str(found.time), found.outcome) == (when, outcome)
    assert found.place is not None
    assert found.place.name == "Geneva"


def test_the_talks_point_back_where_they_can() -> None:
    text = "Norway held talks with Sweden. The talks were held in Geneva on Friday."
    (found,) = read(text, published=MONDAY).meetings
    assert names(found) == ["Norway", "Sweden"]


CONFIRMED, TENTATIVE = MeetingStatus.CONFIRMED, MeetingStatus.TENTATIVE
FIRMNESS = {
    "body did not": ("The North Atlantic Council did not meet in Oslo.", CONFIRMED, "not_held"),
    "they did not": ("Ann Lee and Tom Keller didn't meet in Oslo.", CONFIRMED, "not_held"),
    "never met": ("Ann Lee did not meet Tom Keller.", CONFIRMED, "not_held"),
    "no talks": ("The ministers did not hold talks with Sweden.", CONFIRMED, "not_held"),
    "not placed": ("The talks with Sweden did not take place.", CONFIRMED, "not_held"),
    "convened": ("The North Atlantic Council will be convened in Oslo.", CONFIRMED, "pending"),
    "was convened": ("The North Atlantic Council was convened in Oslo.", CONFIRMED, "held"),
    "of a body": (
        "An urgent meeting of the NATO-Russia Council will be convened.",
        CONFIRMED,
        "pending",
    ),
    "would if": (
        "The NATO-Russia Council would meet in Oslo if the plan fails.",
        TENTATIVE,
        "pending",
    ),
    "will if": ("If Norway agrees, the NATO-Russia Council will meet.", TENTATIVE, "pending"),
    "would": ("Norway would hold talks with Sweden.", TENTATIVE, "pending"),
    "said would": (
        "Ann Lee said the NATO-Russia Council would meet in Oslo.",
        CONFIRMED,
        "pending",
    ),
    "said would if": (
        "Ann Lee said the NATO-Russia Council would meet unless the plan fails.",
        TENTATIVE,
        "pending",
    ),
    "to see if": (
        "The NATO-Russia Council will meet to see if the plan works.",
        CONFIRMED,
        "pending",
    ),
    "while it went on": (
        "Ann Lee said at a briefing in Oslo that talks would go on.",
        CONFIRMED,
        "held",
    ),
}


@pytest.mark.parametrize("family", FIRMNESS)
def test_firmness(family: str) -> None:
    text, status, outcome = FIRMNESS[family]
    (found,) = read(text).meetings
    assert (found.status, found.outcome.value) == (status, outcome)


def test_a_call_that_somebody_holds() -> None:
    text = "Ann Lee will hold a conference call with Tom Keller on Friday."
    (found,) = read(text, published=MONDAY).meetings
    assert names(found) == ["Ann Lee", "Tom Keller"]
    assert str(found.scheduled) == "2024-06-14"


def test_a_plan_whose_verb_stands_behind_the_participants() -> None:
    text = "Talks between the United States and Russia will be held in Geneva on August 10."
    (meeting,) = read(text, published="2024-03-14").meetings
    assert meeting.scheduled == When.parse("2024-08-10")
    assert (meeting.status, meeting.outcome) == (MeetingStatus.CONFIRMED, Outcome.PENDING)
