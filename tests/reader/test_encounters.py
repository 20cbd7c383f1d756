"""Who takes part, when it is, what it is part of: encounters as official texts tell of them."""

from __future__ import annotations

import pytest

from natobrief.model import Brief, Group, Meeting, MeetingFormat, MeetingStatus, Outcome, Role
from natobrief.reader import read
from tests.reader.texts import meeting, names

MONDAY = "2022-03-14"


def only(text: str) -> Meeting:
    (found,) = read(text, published=MONDAY).meetings
    return found


def rules(brief: Brief, found: Meeting, field: str) -> list[str]:
    """Return the rules behind a field of a meeting."""
    return [e.rule for e in brief.evidence if e.record == found.id and e.field == field]


PARTIES = {
    "of a state": ("President Ann Lee of Norway met with Tom Keller.", ["Ann Lee", "Tom Keller"]),
    "list of three": (
        (
            "President of Norway Ann Lee, President of Sweden Tom Keller and Prime Minister of "
            "Finland Eva Holm held talks in Oslo."
        ),
        ["Ann Lee", "Tom Keller", "Eva Holm"],
    ),
    "short name in brackets": (
        "Ann Lee had a phone conversation with President of the World Trade Forum (WTF) Eva Holm.",
        ["Ann Lee", "Eva Holm"],
    ),
    "proposed to two": (
        "Ann Lee proposed to Presidents Tom Keller and Eva Holm to hold a trilateral meeting.",
        ["Ann Lee", "Tom Keller", "Eva Holm"],
    ),
    "who came to it": (
        "Ann Lee met with Tom Keller in Oslo. Eva Holm and Bo Kim also attended the meeting.",
        ["Ann Lee", "Tom Keller", "Eva Holm", "Bo Kim"],
    ),
    "joining": (
        (
            "Ann Lee spoke by phone with Tom Keller.\n\nJoining the call were the following "
            "leaders:\n\n- Prime Minister Eva Holm\n- President Cy Dow"
        ),
        ["Ann Lee", "Tom Keller", "Eva Holm", "Cy Dow"],
    ),
    "ministers of two states": (
        "The visit of the French and German foreign ministers is being prepared.",
        ["French and German foreign ministers"],
    ),
    "a colleague's state": (
        "Ann Lee held negotiations with her Polish colleague Tom Keller.",
        ["Ann Lee", "Tom Keller"],
    ),
    "his talks": (
        "President Tom Keller told Eva Holm about his talks with President Ann Lee.",
        ["Tom Keller", "Ann Lee"],
    ),
    "whose visit": ("Ann Lee's visit to Norway ended in May.", ["Ann Lee", "Norway"]),
    "said during": (
        "This was stated by President Ann Lee during a meeting with Tom Keller.",
        ["Ann Lee", "Tom Keller"],
    ),
    "said after": ("Ann Lee said after talks with Sweden that it was near.", ["Ann Lee", "Sweden"]),
    "clause behind": (
        "During the meeting with Tom Keller, Ann Lee raised the issue of trade.",
        ["Tom Keller", "Ann Lee"],
    ),
    "both behind": (
        "During a telephone conversation on March 12, Ann Lee and Tom Keller discussed trade.",
        ["Ann Lee", "Tom Keller"],
    ),
    "attended by": (
        "The meeting was attended by Foreign Minister Ann Lee, Ambassador Tom Keller and Eva Holm.",
        ["Ann Lee", "Tom Keller", "Eva Holm"],
    ),
    "taking part": (
        "Taking part in the meeting were Prime Minister Ann Lee and Speaker Tom Keller.",
        ["Ann Lee", "Tom Keller"],
    ),
    "participation of": (
        "Talks were held with the participation of France, Germany and Italy.",
        ["France", "Germany", "Italy"],
    ),
    "delegations": (
        "Talks between the delegations of Norway and Sweden took place in Oslo.",
        ["Norway", "Sweden"],
    ),
    "led by": (
        "Ann Lee met today with a delegation led by Minister Tom Keller.",
        ["Ann Lee", "Tom Keller"],
    ),
    "without names": (
        "Ann Lee met this afternoon with families of the hostages.",
        ["Ann Lee", "families of the hostages"],
    ),
    "press": (
        "This was stated by President Ann Lee at a meeting with representatives of foreign media.",
        ["Ann Lee", "representatives of foreign media"],
    ),
    "convened": ("Ann Lee convened mayors to discuss trade.", ["Ann Lee", "mayors"]),
    "attends": ("Ann Lee is in Oslo to attend the NATO summit.", ["Ann Lee"]),
}


@pytest.mark.parametrize("family", PARTIES)
def test_parties(family: str) -> None:
    text, parties = PARTIES[family]
    assert names(only(text)) == parties


NOT_THERE = {
    "spokesman": "Bo Kim, the ministry's spokesman, said after talks with Sweden that it was near.",
    "adjective": "Talks were held, attended by European lawmakers.",
    "topic": "Ann Lee welcomed the talks between Norway and Sweden.",
    "should": "Ann Lee said on Friday that Norway should hold talks with Sweden.",
}


@pytest.mark.parametrize("family", NOT_THERE)
def test_who_only_speaks_of_it_does_not_take_part(family: str) -> None:
    assert not {"Bo Kim", "Ann Lee", "European"} & set(names(only(NOT_THERE[family])))


def test_the_state_visited_is_the_host() -> None:
    found = only("President Ann Lee paid a working visit to Norway.")
    assert [(p.actor.name, p.role) for p in found.participants] == [
        ("Ann Lee", Role.ATTENDEE),
        ("Norway", Role.HOST),
    ]
    assert str(found.held) == MONDAY


def test_leaders_of_states_have_the_states_as_members() -> None:
    found = only("The leaders of France and Germany held a phone call.")
    (actor,) = (p.actor for p in found.participants)
    assert isinstance(actor, Group)
    assert [member.name for member in actor.members] == ["France", "Germany"]


def test_the_presidents_are_those_told_of_before() -> None:
    text = "Ann Lee met with Bo Kim. The presidents agreed to hold talks in Oslo in April."
    first, then = read(text, published=MONDAY).meetings
    assert names(first) == names(then) == ["Ann Lee", "Bo Kim"]
    assert (then.status, str(then.scheduled)) == (MeetingStatus.TENTATIVE, "2022-04")


def test_the_presidents_far_from_any_meeting_stay_a_group() -> None:
    text = "Ann Lee met with Bo Kim. " + "Snow fell. " * 9 + "The presidents plan to hold talks."
    names_of = names(read(text, published=MONDAY).meetings[-1])
    assert "Ann Lee" not in names_of


CALLS = {
    "to the holder of an office, by name": (
        "Ann Lee spoke to the President of Norway, Tom Keller, this afternoon."
    ),
    "spoke to": "Vice President Ann Lee today spoke to Prime Minister Tom Keller of Norway.",
    "called": "President Ann Lee called President Tom Keller today to offer condolences.",
    "call from": "Ann Lee received a telephone call from President Tom Keller of Norway.",
    "both spoke": "President Ann Lee and President Tom Keller of Norway spoke today about trade.",
    "made a call": "Ann Lee made a call to President Tom Keller.",
}


@pytest.mark.parametrize("family", CALLS)
def test_a_call(family: str) -> None:
    found = only(CALLS[family])
    assert names(found) == ["Ann Lee", "Tom Keller"]
    assert (str(found.held), found.outcome) == (MONDAY, Outcome.HELD)
    assert "call" in (found.name or "")


NOTHING = {
    "a name": "Ann Lee called President Tom Keller a friend.",
    "called for": "Ann Lee called for peace.",
    "reporters": "Ann Lee spoke to reporters.",
    "channel": "Ann Lee spoke to CNN about trade.",
    "about": "Ann Lee and Tom Keller spoke about trade.",
    "resistance": "The officers met with resistance.",
    "games": "Norway hosted the Olympic Games in 1994.",
    "free to have": "They are free to have a discussion of ideas.",
    "jury": "Ann Lee convened a grand jury.",
    "action": "The book is a call to action.",
    "lead noun": "Ann Lee and Bo Kim set out the goals of the negotiation process.",
}


@pytest.mark.parametrize("family", NOTHING)
def test_no_encounter(family: str) -> None:
    assert read(NOTHING[family], published=MONDAY).meetings == ()


@pytest.mark.parametrize(
    "verb", ["spoke separately by phone with", "made separate calls to", "met separately with"]
)
def test_separately_means_one_with_each(verb: str) -> None:
    text = f"Ann Lee {verb} President Tom Keller and Prime Minister Eva Holm."
    first, then = read(text, published=MONDAY).meetings
    assert names(first) == ["Ann Lee", "Tom Keller"]
    assert names(then) == ["Ann Lee", "Eva Holm"]
    assert first.uid != then.uid
    assert str(first.held) == str(then.held) == MONDAY


def test_a_denied_talk_was_not_held() -> None:
    found = only("Ann Lee has not discussed that with Bo Kim.")
    assert found.outcome is Outcome.NOT_HELD


def test_together_stays_one() -> None:
    assert len(names(only("Ann Lee spoke by phone with Tom Keller and Eva Holm."))) == 3


DAYS = {
    "coming month": ("They discussed the May summit.", "2022-05", Outcome.PENDING),
    "month that was": ("At the May summit, the plan was agreed.", "2021-05", Outcome.HELD),
    "same year": ("At the January summit, the plan was agreed.", "2022-01", Outcome.HELD),
    "next year": ("Norway is preparing for the January summit.", "2023-01", Outcome.PENDING),
    "two days": (
        "Norway and Sweden held another round of talks in Oslo on March 9 and 10.",
        "2022-03-09/2022-03-10",
        Outcome.HELD,
    ),
    "range over a year": (
        (
            "They discussed this year's session of the Nordic Council, which will take place in "
            "Oslo from May 22 to 26."
        ),
        "2022-05-22/2022-05-26",
        Outcome.PENDING,
    ),
    "said there": (
        "The border stays open. This was stated by Ann Lee at a meeting with Tom Keller.",
        MONDAY,
        Outcome.HELD,
    ),
    "took place": (
        (
            "The consultations between the delegations of Norway and Sweden took place in Oslo on "
            "January 10."
        ),
        "2022-01-10",
        Outcome.HELD,
    ),
}


@pytest.mark.parametrize("family", DAYS)
def test_days(family: str) -> None:
    text, day, outcome = DAYS[family]
    found = only(text)
    assert (str(found.time), found.outcome) == (day, outcome)


def test_the_day_that_opens_a_sentence_is_that_of_all_it_tells_of() -> None:
    text = (
        "On March 16, Ann Lee will hold talks in Oslo with President of Finland Tom Keller, who "
        "will arrive in Norway on a working visit."
    )
    brief = read(text, published=MONDAY)
    assert [str(m.scheduled) for m in brief.meetings] == ["2022-03-16", "2022-03-16"]
    assert rules(brief, brief.meetings[1], "scheduled") == ["date-opens"]


def test_a_day_of_speech_that_opens_a_sentence_is_not_that_of_a_plan() -> None:
    text = "On March 11, Ann Lee said that Norway and Sweden will hold talks in Oslo."
    assert only(text).scheduled is None


MOVED = {
    "from to": ("was postponed from May 3 to June 5", "postponed", "2022-05-03", "2022-06-05"),
    "with years": (
        "was rescheduled from 3 May 2022 to 5 June 2022",
        "rescheduled",
        "2022-05-03",
        "2022-06-05",
    ),
    "over a year": (
        "was postponed from December 3 to January 5",
        "postponed",
        "2022-12-03",
        "2023-01-05",
    ),
    "originally": (
        "originally scheduled for April 2, has been rescheduled for April 9",
        "rescheduled",
        "2022-04-02",
        "2022-04-09",
    ),
}


@pytest.mark.parametrize("family", MOVED)
def test_moved(family: str) -> None:
    words, status, before, after = MOVED[family]
    brief = read(f"The summit between Norway and Sweden {words}.", published=MONDAY)
    (found,) = brief.meetings
    assert (found.status.value, str(found.moved_from), str(found.scheduled)) == (
        status,
        before,
        after,
    )
    assert rules(brief, found, "moved_from") == ["moved-from"]


def test_a_plan_that_stays_was_not_moved() -> None:
    assert only("Norway and Sweden will hold talks from May 3 to May 5.").moved_from is None


@pytest.mark.parametrize("words", ["on the margins of", "on the sidelines of", "during"])
def test_part_of(words: str) -> None:
    text = f"Ann Lee met with Tom Keller {words} the NATO summit in Oslo."
    brief = read(text, published=MONDAY)
    inner, summit = brief.meetings
    assert (inner.part_of, summit.part_of) == (summit.uid, None)
    assert rules(brief, inner, "part_of") == ["margins"]


def test_a_later_sentence_adds_what_it_tells() -> None:
    text = "Ann Lee will meet with Tom Keller. The meeting will be held in Oslo on Friday."
    found = only(text)
    assert found.place is not None
    assert (found.place.name, str(found.scheduled)) == ("Oslo", "2022-03-18")


def test_how_a_noun_before_a_noun_is_no_encounter_of_its_own() -> None:
    found = only("Ann Lee held a videoconference meeting with Tom Keller.")
    assert found.format is MeetingFormat.VIRTUAL


@pytest.mark.parametrize("words", ["arrived in", "travelled to"])
def test_a_visit_told_twice_in_a_sentence_is_one(words: str) -> None:
    found = only(f"President Ann Lee {words} Norway on a working visit on Friday.")
    assert (names(found), str(found.held)) == (["Ann Lee", "Norway"], "2022-03-11")


HOME = {
    "office": "President of Norway Ann Lee stressed the importance of talks with Sweden.",
    "side": "The Norwegian side is ready for talks with Sweden.",
    "allies": "The President of Norway told Bo Kim of the talks with Sweden and its allies.",
    "from the directory": "Jonas Gahr Støre stressed the importance of talks with Sweden.",
}


@pytest.mark.parametrize("family", HOME)
def test_the_side_left_out_is_that_of_the_speaker(family: str) -> None:
    assert names(only(HOME[family]))[:2] == ["Norway", "Sweden"]


NOT_HOME = {
    "no state": "Ann Lee stressed the importance of talks with Sweden.",
    "another": "President of Norway Ann Lee said that Denmark should hold talks with Sweden.",
    "both told": "President of Norway Ann Lee spoke of talks between Denmark and Sweden.",
}


@pytest.mark.parametrize("family", NOT_HOME)
def test_a_side_that_could_be_another_is_left_open(family: str) -> None:
    assert "Norway" not in names(only(NOT_HOME[family]))


@pytest.mark.parametrize("name", ["NATO Summit", "NATO summit"])
def test_the_body_in_a_name(name: str) -> None:
    found = only(f"Ann Lee will attend the {name} in Oslo on Friday.")
    assert (names(found), found.body and found.body.id) == (["Ann Lee"], "nato")


def test_an_invitation_to_visit_is_a_proposal() -> None:
    found = only("Ann Lee invited Bo Kim to visit Norway.")
    assert (names(found), found.status) == (["Bo Kim", "Norway"], MeetingStatus.TENTATIVE)


def test_advice_to_visit_is_none() -> None:
    assert read("Ann Lee urged citizens to visit Norway.").meetings == ()


def test_the_year_of_a_topic_is_not_the_day_of_the_meeting() -> None:
    found = only("President Ann Lee held a meeting with Bo Kim on the budget for 2022.")
    assert str(found.held) == MONDAY


def test_a_group_ends_where_the_next_one_begins() -> None:
    text = (
        "Ann Lee held a meeting with members of the Cabinet of Ministers and representatives of "
        "the World Trade Forum."
    )
    assert names(only(text)) == [
        "Ann Lee",
        "members of the Cabinet of Ministers",
        "representatives of the World Trade Forum",
    ]


def test_what_is_suggested_as_certain_is_announced() -> None:
    found = only("Ann Lee suggested that the next round of talks with Sweden will start in May.")
    assert (found.status, found.outcome) == (MeetingStatus.CONFIRMED, Outcome.PENDING)


def test_the_next_round_is_another_meeting() -> None:
    text = (
        "Norway's talks with Sweden ended on Friday. Another round of talks between Norway and "
        "Sweden will be held."
    )
    first, then = read(text, published=MONDAY).meetings
    assert (first.outcome, then.outcome) == (Outcome.HELD, Outcome.PENDING)


def test_a_word_in_a_quote_takes_part_in_nothing() -> None:
    text = "“Readiness is no slogan,” Ann Lee told reporters at a press conference in Oslo."
    assert names(only(text)) == ["Ann Lee"]


def test_who_travels_for_talks_takes_part_in_them() -> None:
    text = "Ann Lee is due to travel to Oslo on Monday for talks with Tom Keller."
    (talks,) = [m for m in read(text, published=MONDAY).meetings if "talks" in (m.name or "")]
    assert names(talks) == ["Ann Lee", "Tom Keller"]


TRIPS = {
    "on a day": ("Ann Lee will fly to Oslo on Friday for talks with Tom Keller.", "2022-03-18"),
    "to attend": ("Ann Lee will travel to Oslo on Friday to attend talks.", "2022-03-18"),
    "without a day": ("Ann Lee will travel to Oslo for talks with Tom Keller.", "None"),
}


@pytest.mark.parametrize("family", TRIPS)
def test_a_trip_says_where_and_when_the_talks_are_that_it_is_made_for(family: str) -> None:
    text, when = TRIPS[family]
    talks = next(m for m in read(text, published=MONDAY).meetings if "talks" in str(m.name))
    assert (talks.place.name if talks.place else None, str(talks.time)) == ("Oslo", when)


def test_a_trip_to_somebody_is_no_place_of_talks() -> None:
    text = "Ann Lee will go to Tom Keller for talks with Max Berg."
    assert meeting(read(text), "talks with Max Berg").place is None


def test_a_long_list_is_cut_short_in_the_name() -> None:
    text = "Ann Lee, Tom Keller, Eva Holm, Bo Kim and Cy Dow met in Oslo on Monday."
    assert only(text).name == "meeting of Ann Lee, Tom Keller and 3 others"
