"""Turns of phrase in which an earlier reader named the wrong one, or missed what was told."""

from __future__ import annotations

import pytest

from natobrief import read
from natobrief.model import QuoteKind

DAY = "2022-05-05"

SPEAKERS: dict[str, tuple[str, list[tuple[str | None, str]]]] = {
    "a surname that stands first": (
        "Premier Bai Renhu met Tom Keller. Bai said that the talks were good.",
        [("Bai Renhu", "the talks were good")],
    ),
    "an initial before the surname": (
        'Minister Ann Lee met Tom Keller. "We are glad," A. Lee said. "So am I," B. Lee said.',
        [("Ann Lee", "We are glad,"), ("B. Lee", "So am I,")],
    ),
    "whom the speaker met does not speak": (
        'Ann Lee, who met twice with her colleague, Tom Keller, in May, said it was "all good".',
        [("Ann Lee", "all good")],
    ),
    "an Arabic article in a surname": (
        'Karim al-Badri met Tom Keller. "We are glad," al-Badri said. "So am I," Badri said.',
        [("Karim al-Badri", "We are glad,"), ("Karim al-Badri", "So am I,")],
    ),
    "a presidential aide": (
        "Norwegian Presidential Aide Ann Lee said that the talks were good.",
        [("Ann Lee", "the talks were good")],
    ),
    "a spokeswoman is she": (
        'Spokeswoman Sunniva Lund met Oddvar Berg and Tom Keller. "We are glad," she said.',
        [("Sunniva Lund", "We are glad,")],
    ),
    "an agency in the dateline is nobody": (
        'OSLO (Rostrum) - Ministers left, with Norway\'s minister, Ann Lee, calling it "a joke".',
        [("Ann Lee", "a joke")],
    ),
    "whoever accuses warns too": (
        "Ann Lee accused Oslo on Monday of delay and warned that the bridge would be closed.",
        [("Ann Lee", "the bridge would be closed")],
    ),
    "a think tank thinks nothing": (
        "Ann Lee, a fellow at the Nord think tank, told Bo Kim the dispute was old.",
        [("Ann Lee", "the dispute was old")],
    ),
    "the name behind an office": (
        "The road will be closed, informed the Head of the Road Office, Ann Lee.",
        [("Ann Lee", "The road will be closed")],
    ),
    "convinced at the end": (
        "It is impossible to win this alone, Ann Lee is convinced.",
        [("Ann Lee", "It is impossible to win this alone")],
    ),
    "whoever said it, not who passed it on": (
        "Minister Ann Lee said the bridge would be closed, according to the Nord agency.",
        [("Ann Lee", "the bridge would be closed")],
    ),
    "a day between verb and content": (
        "Ann Lee said on 3 March 2022 that the bridge would be closed.",
        [("Ann Lee", "the bridge would be closed")],
    ),
    "a paper between verb and content": (
        "Ann Lee said in a communiqué that the bridge would be closed.",
        [("Ann Lee", "the bridge would be closed")],
    ),
    "points out": (
        "Ann Lee points out that the bridge has been closed.",
        [("Ann Lee", "the bridge has been closed")],
    ),
    "a time is no content": ("Ann Lee said ahead of the summit of mayors in Oslo.", []),
    "the subject of the sentence before": (
        'Mr. Bo Kim met Mr. Jan Alm. Kim was blunt about it. "It is late," he said.',
        [("Bo Kim", "It is late,")],
    ),
    "when someone asks, the other answers": (
        'Ms. Ann Lee met Ms. Eva Alm.\nWhen Lee pointed at it, Alm paused. "It is late," she said.',
        [(None, "It is late,")],
    ),
    "whoever alone speaks in the paragraph before": (
        'Mr. Jan Alm sat in Oslo.\nMr. Bo Kim said that it was cold.\n"It is late," he added.',
        [("Bo Kim", "it was cold"), ("Bo Kim", "It is late,")],
    ),
    "a surname in front": (
        'Ann Lee met Wang Yi in Oslo. "It is late," Mr. Wang said.',
        [("Wang Yi", "It is late,")],
    ),
    "a husband is another person": (
        'Ann Lee told of her husband, President Lee. "It is late," President Lee said.',
        [("Ann Lee", "It is late,")],
    ),
    "a surname in front, without a title": (
        'Ann Lee met Xi Ming in Oslo. "It is late," Xi said.',
        [("Xi Ming", "It is late,")],
    ),
    "whoever leads to the words speaks them": (
        'Bo Kim left early. One of his friends, who was there, told us: "It is late."',
        [(None, "It is late.")],
    ),
    "the minister is nobody named later": (
        (
            "Ministers sat in Oslo. The minister added that it was late. In Rome, the Prime "
            "Minister of Italy, Eva Alm, slept."
        ),
        [(None, "it was late")],
    ),
    "of two, the first may be of the other gender": (
        "Kalani Lee met Mr. Bo Kim in Oslo. He said that it was late.",
        [(None, "it was late")],
    ),
    "an official comes back": (
        'A senior official called it "direct and candid". "It is late," the official said.',
        [("A senior official", "direct and candid"), ("A senior official", "It is late,")],
    ),
    "French marks": ("« It is late », said Ann Lee.", [("Ann Lee", "It is late")]),
    "German marks": (
        "„We are ready“, said Ann Lee. »We wait«, said Bo Kim.",
        [("Ann Lee", "We are ready"), ("Bo Kim", "We wait")],
    ),
    "corner marks": ("「It is late」 said Ann Lee.", [("Ann Lee", "It is late")]),
    "a headline in capitals names nobody": (
        'LEE HOSTS KIM IN OSLO\n\nAnn Lee met Bo Kim. "It is late," Kim said.',
        [("Bo Kim", "It is late,")],
    ),
}


@pytest.mark.parametrize("case", SPEAKERS)
def test_who_says_what(case: str) -> None:
    text, expected = SPEAKERS[case]
    found = [(q.speaker and q.speaker.name, q.text) for q in read(text, published=DAY).quotes]
    assert found == expected


POSTS: dict[str, tuple[str, dict[str, str | None]]] = {
    "two with their offices before them": (
        "The Spanish premier, Ann Lee, and the German chancellor, Bo Kim, met in Oslo.",
        {"Ann Lee": "Spanish premier", "Bo Kim": "German chancellor"},
    ),
    "an office with a list": (
        "Minister of Foreign Affairs, Trade and Cooperation of Norway Ann Lee met with Bo Kim.",
        {"Ann Lee": "Minister of Foreign Affairs, Trade and Cooperation of Norway", "Bo Kim": None},
    ),
    "an assistant is no president": (
        "Bo Kim met with Assistant to the U.S. President for National Affairs Ann Lee.",
        {"Bo Kim": None, "Ann Lee": "Assistant to the U.S. President for National Affairs"},
    ),
    "a headline before an office": (
        (
            "Readout of the Video Call Between President Lee and Bo Kim\n\n"
            "Ann Lee spoke with Minister Bo Kim by video today."
        ),
        {"Ann Lee": "President", "Bo Kim": "Minister"},
    ),
}


@pytest.mark.parametrize("case", POSTS)
def test_which_office(case: str) -> None:
    text, expected = POSTS[case]
    brief = read(text, published=DAY)
    found = {p.actor.name: p.post and p.post.name for m in brief.meetings for p in m.participants}
    assert found == expected


MEETINGS: dict[str, tuple[str, list[set[str]]]] = {
    "welcoming words is no meeting": ("President Ann Lee welcomed Norway's help.", []),
    "welcoming a visit to come is none": ("Ann Lee welcomed Minister Kim's coming visit.", []),
    "those who tell of calls take no part in them": (
        "The leaders discussed their calls with President Ann Lee and Minister Bo Kim.",
        [{"Ann Lee", "Bo Kim"}],
    ),
    "an interview is no meeting": ("Bo Kim spoke with The Nord Post about his garden.", []),
    "a habit is no meeting": ("Ann Lee has met regularly with Bo Kim.", []),
    "a guest with the state in front": (
        "Ann Lee is due to host Norway's Minister Bo Kim.",
        [{"Ann Lee", "Bo Kim"}],
    ),
    "the diplomat of a state": (
        "Ann Lee met with Norway's top diplomat, Bo Kim, in Oslo.",
        [{"Ann Lee", "Bo Kim"}],
    ),
    "a forum in an office sits not": (
        "Ann Lee met with President of the Nord Forum (NF) Bo Kim.",
        [{"Ann Lee", "Bo Kim"}],
    ),
    "a town is no guest": ("Ann Lee will visit Kalmarin in April.", [{"Ann Lee"}]),
    "who travels for talks takes part": (
        "President Ann Lee will travel to Warsaw for talks with President Bo Kim.",
        [{"Ann Lee"}, {"Ann Lee", "Bo Kim"}],
    ),
    "an office behind a comma speaks": (
        "In the meeting with Minister Bo Kim, the President stressed that it was late.",
        [{"Bo Kim"}],
    ),
    "he within the own sentence": (
        "Mr. Jan Alm slept. Mr. Bo Kim said he would meet with Ann Lee.",
        [{"Bo Kim", "Ann Lee"}],
    ),
}


@pytest.mark.parametrize("case", MEETINGS)
def test_who_meets(case: str) -> None:
    text, expected = MEETINGS[case]
    meetings = read(text, published=DAY).meetings
    assert [{p.actor.name for p in m.participants} for m in meetings] == expected


def test_a_lead_below_a_headline_and_a_date_is_of_that_day() -> None:
    text = "President meets Kim\n\n5 May 2022 - 17:05\n\nPresident Ann Lee met with Bo Kim in Oslo."
    (meeting,) = read(text).meetings
    assert str(meeting.held) == "2022-05-05"


def test_a_year_that_bounds_a_plan_dates_no_meeting() -> None:
    text = "Ann Lee met with Bo Kim. The plan until 2025 was discussed at the meeting."
    (meeting,) = read(text, published=DAY).meetings
    assert meeting.held is None or str(meeting.held) == DAY


def test_a_call_told_beside_a_summit_says_nothing_of_its_format() -> None:
    text = (
        "Ann Lee will attend the Nord Summit in Oslo on 9 May 2022. Before the summit, on Monday, "
        "Ann Lee spoke by telephone with Bo Kim."
    )
    summit = read(text, published=DAY).meetings[0]
    assert summit.format is None


def test_turns_need_no_early_question() -> None:
    talk = "\n".join(f"Ann Lee: We go on with it.\nBo Kim: So we do {n}." for n in range(8))
    text = f"Press conference\nby Ann Lee\n\n{talk}\nQuestion: Why?\nAnn Lee: It is late."
    quotes = read(text, published=DAY).quotes
    assert len(quotes) == 18
    assert {q.speaker.name for q in quotes if q.speaker} == {"Ann Lee", "Bo Kim", "questioner"}


def test_a_turn_can_begin_with_a_greeting() -> None:
    text = (
        "Minister of Norway Ann Lee: Mr Kim, colleagues,\nI am glad.\n"
        "Bo Kim: Ms Lee,\nSo am I.\nAnn Lee: Good.\n<…>"
    )
    quotes = read(text, published=DAY).quotes
    assert [q.speaker and q.speaker.name for q in quotes] == ["Ann Lee", "Bo Kim", "Ann Lee"]
    assert all(q.kind is QuoteKind.DIRECT for q in quotes)
    assert quotes[-1].text == "Good."


def test_what_is_looked_forward_to_lies_ahead() -> None:
    text = "Ann Lee looked forward to seeing Bo Kim at the Nord Summit in November."
    (summit,) = read(text, published="2022-10-04").meetings
    assert (str(summit.scheduled), summit.held) == ("2022-11", None)
