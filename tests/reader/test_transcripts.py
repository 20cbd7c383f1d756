"""Transcripts: turns, whose they are, and what is no transcript."""

from __future__ import annotations

import pytest

from natobrief.model import Brief, Person, Source, SourceKind
from natobrief.reader import Reader, read
from natobrief.reader.text.layout import layout
from natobrief.reader.transcripts.turns import LabelKind, find_turns
from tests.reader.texts import said, words_at


def turns(text: str) -> list[tuple[str, str]]:
    """Return label and words of each turn."""
    found = find_turns(layout(text))
    return [
        (text[slice(*t.label)], "|".join(text[slice(*place)] for place in t.words)) for t in found
    ]


def spoken(brief: Brief) -> list[tuple[str | None, str | None, str | None, str]]:
    """Return name, id and post of the speaker and the words of each quote."""
    return [
        (
            q.speaker.name if q.speaker else None,
            q.speaker.id if isinstance(q.speaker, Person) else None,
            q.post.name if q.post else None,
            q.text,
        )
        for q in brief.quotes
    ]


PRESS_CONFERENCE = """\
Press conference by NATO Secretary General Jens Stoltenberg

7 January 2022

Oana Lungescu (NATO Spokesperson): Good afternoon. The floor is yours.

NATO Secretary General Jens Stoltenberg: Good afternoon.

We have just met. [Applause] We agreed to talk.

Oana Lungescu: First question, please.

Question (Reuters): When will that be?

Jens Stoltenberg: On Wednesday. (inaudible) in Brussels.

Question (Lili Roth, Baltic Daily): And where?

Stoltenberg: Here.

JS: As I said.

###

For more information contact the press office.
"""


def test_a_press_conference() -> None:
    brief = read(PRESS_CONFERENCE)
    general = ("Jens Stoltenberg", "jens-stoltenberg", "NATO Secretary General")
    host = ("Oana Lungescu", "oana-lungescu", "NATO Spokesperson")
    assert [(s[0], s[3]) for s in spoken(brief)] == [
        (host[0], "Good afternoon. The floor is yours."),
        (general[0], "Good afternoon.\nWe have just met.\nWe agreed to talk."),
        (host[0], "First question, please."),
        ("questioner (Reuters)", "When will that be?"),
        (general[0], "On Wednesday. (inaudible) in Brussels."),
        ("Lili Roth", "And where?"),
        (general[0], "Here."),
        (general[0], "As I said."),
    ]
    assert {s[:3] for s in spoken(brief) if s[0] == general[0]} == {general}
    assert {q.cue for q in brief.quotes} == {None}
    assert brief.quotes[0].attribution_text == "Oana Lungescu"
    assert [s.speaker.name for s in brief.statements if s.speaker].count("Jens Stoltenberg") == 1
    assert words_at(brief, brief.quotes[1]) == [
        "Good afternoon.",
        "We have just met.",
        "We agreed to talk.",
    ]
    assert not brief.meetings


HOUSE = """\
Remarks at the signing

4:11 P.M. EDT

THE PRESIDENT:  Thank you all. (Laughter.) Sit down.

(The pen is handed over.)

AUDIENCE MEMBER:  Boo!

THE PRESIDENT:  It is done.

MS. PSAKI:  That's all.

MR. O'NEIL: Thanks.

MR. O'NEIL. Bye.

END  4:15 P.M. EDT
"""


def test_an_office_alone_is_its_holder_at_the_publisher() -> None:
    source = Source(publisher="The White House", published="2022-01-07")
    brief = read(HOUSE, source=source)
    president = ("Joe Biden", "joe-biden", "President of the United States")
    assert spoken(brief) == [
        (*president, "Thank you all.\nSit down."),
        ("audience member", None, None, "Boo!"),
        (*president, "It is done."),
        ("Psaki", None, None, "That's all."),
        ("O'Neil", None, None, "Thanks."),
        ("O'Neil", None, None, "Bye."),
    ]
    assert read(HOUSE, published="2020-01-07").quotes[0].speaker is None
    (why,) = {e.reason for e in brief.evidence if e.rule == "turn-office"}
    assert why == (
        "Joe Biden was President of the United States on 2022-01-07: it is published by "
        "“The White House”"
    )


def test_another_day_has_another_holder() -> None:
    source = Source(publisher="The White House", published="2014-01-07")
    assert spoken(read(HOUSE, source=source))[0][0] == "Barack Obama"


def test_questions_and_answers() -> None:
    text = "An interview with envoy Mart Saar\n\nQ: Are you ready?\nA: We are.\nQ: When?\nA: Now."
    brief = read(text)
    assert [s[0] for s in spoken(brief)] == ["questioner", "Mart Saar", "questioner", "Mart Saar"]
    assert brief.quotes[0].speaker == Person(name="questioner", anonymous=True)


def test_answers_of_nobody_in_particular() -> None:
    brief = read("Q: Are you ready?\nA: We are.\nQ: When?\nA: Now.")
    assert [s[0] for s in spoken(brief)] == ["questioner", None, "questioner", None]
    assert [d.code for d in brief.doubts] == ["answerer-open", "answerer-open"]


LABELS = {
    "Q    Why?\nMR. LEE: So.\nQ  And?\nMR. LEE: So.": ["Q", "MR. LEE", "Q", "MR. LEE"],
    "**Moderator:** Hi.\n**Ann Lee**: Hi.\n**Moderator:** Bye.": [
        "Moderator",
        "Ann Lee",
        "Moderator",
    ],
    "[00:01:10] Speaker 1: Hi.\n[00:01:20] Speaker 2: Hi.\n[00:01:30] Speaker 1: Bye.": [
        "Speaker 1",
        "Speaker 2",
        "Speaker 1",
    ],
    "PRESIDENT BIDEN:\nGood day.\nCHANCELLOR SCHOLZ (via interpreter):\nGood day.\nQ:\nWhy?": [
        "PRESIDENT BIDEN",
        "CHANCELLOR SCHOLZ",
        "Q",
    ],
    "Interviewer: Hi.\nMaria Keller: Hi.\nInterviewer: So?\nKeller: So.": [
        "Interviewer",
        "Maria Keller",
        "Interviewer",
        "Keller",
    ],
    "MR. McCORMACK: Yes.\nQUESTION: No?\nMR. McCORMACK: No.": [
        "MR. McCORMACK",
        "QUESTION",
        "MR. McCORMACK",
    ],
}


@pytest.mark.parametrize("text", LABELS)
def test_labels(text: str) -> None:
    brief = read(text)
    assert [q.attribution_text for q in brief.quotes] == LABELS[text]


NOT_TRANSCRIPTS = (
    "The talks failed.\nOne thing is clear: nobody won.\nAnn Lee: a winner after all.",
    "WHO: Ann Lee\nWHAT: A briefing.\nWHEN: 7 January 2022\nWHERE: Oslo",
    "TO: All\nFROM: Ann Lee\nSUBJECT: Talks\nDATE: 7 January 2022",
    "Chair: Ann Lee\nSecretary: Bo Kim\nMembers: Cy Day",
    "Norway: 12\nSweden: 14\nNorway: 13",
    "Russia: The talks should go on.\nUkraine: The talks should end.\nNorway: There is a way.",
    "Note: Nothing.\nUpdate: Still nothing.\nCorrection: Something.",
    'Ann Lee was clear: "No."\nShe said: "Never."\nThen she left: it was late.',
    "",
)


@pytest.mark.parametrize("text", NOT_TRANSCRIPTS)
def test_what_is_no_transcript(text: str) -> None:
    assert turns(text) == []


def test_one_label_under_remarks_is_enough() -> None:
    text = "Remarks by Ann Lee at the forum\n\nMS. LEE: Good day.\n\nWe are ready."
    assert turns(text) == [("MS. LEE", "Good day.|We are ready.")]
    (quote,) = read(text).quotes
    assert quote.speaker == Person(name="Ann Lee")


def test_a_source_that_is_a_transcript_needs_one_label() -> None:
    text = "Oslo\n\nMS. LEE: Good day.\n\nWe are ready."
    assert turns(text) == []
    source = Source(kind=SourceKind.TRANSCRIPT)
    assert [q.text for q in read(text, source=source).quotes] == ["Good day.\nWe are ready."]


def test_an_excerpt_in_an_article_ends_with_its_turns() -> None:
    text = (
        "The talks failed on Monday.\nThe host spoke to Ann Lee.\nThis is what they said.\n"
        "HOST: Why?\nLEE: So it is.\nHOST: Why so?\nLEE: I can't say.\n"
        "The studio fell silent.\nThe show ended early."
    )
    assert turns(text) == [
        ("HOST", "Why?"),
        ("LEE", "So it is."),
        ("HOST", "Why so?"),
        ("LEE", "I can't say."),
    ]


def test_kinds_of_labels() -> None:
    text = "Q: Why?\nA: So.\nMODERATOR: Hm.\nMR. LEE: Hm.\nAnn Lee (Oslo): Hm."
    assert [t.kind for t in find_turns(layout(text))] == [
        LabelKind.QUESTION,
        LabelKind.ANSWER,
        LabelKind.ROLE,
        LabelKind.CAPITALS,
        LabelKind.NAME,
    ]


def test_an_outlet_that_asks_is_a_questioner() -> None:
    text = "MR. LEE: Hi.\nReuters: Why now?\nMR. LEE: So.\nReuters: Thanks, but why?"
    names = [s[0] for s in spoken(read(text))]
    assert names[1] == names[3]
    assert names[1] in ("questioner (Reuters)", "Reuters")


def test_a_surname_alone_is_doubted_where_the_directory_knows_several() -> None:
    text = "MR. SULLIVAN: Hi.\nQ: Why?\nMR. SULLIVAN: So."
    brief = read(text, published="2021-06-17")
    assert {s[0] for s in spoken(brief)} == {"Sullivan", "questioner"}
    doubts = [d for d in brief.doubts if d.code == "surname-only"]
    assert len(doubts) == 2
    assert "Jake Sullivan" in doubts[0].candidates


SPEAKERS = {
    "JENS STOLTENBERG": ("Jens Stoltenberg", "jens-stoltenberg", None),
    "NATO SECRETARY GENERAL JENS STOLTENBERG": (
        "Jens Stoltenberg",
        "jens-stoltenberg",
        "NATO Secretary General",
    ),
    "SECRETARY BLINKEN": ("Antony Blinken", "antony-blinken", None),
    "MS. O'NEIL": ("O'Neil", None, None),
    "MR. McCORMACK": ("McCormack", None, None),
    "SENIOR ADMINISTRATION OFFICIAL": ("senior administration official", None, None),
    "Jens Stoltenberg (NATO Secretary General)": (
        "Jens Stoltenberg",
        "jens-stoltenberg",
        "NATO Secretary General",
    ),
}


@pytest.mark.parametrize("label", SPEAKERS)
def test_speakers_that_only_the_directory_knows(label: str) -> None:
    text = f"{label}: Good day.\nQ: Why?\n{label}: So."
    name, id_, post = spoken(read(text, published="2022-01-07"))[0][:3]
    assert (name, id_) == SPEAKERS[label][:2]
    if SPEAKERS[label][2] is not None:
        assert (post or "").lower() == str(SPEAKERS[label][2]).lower()


def test_without_the_rule_labels_name_nobody() -> None:
    text = "MR. LEE: Good day.\nQ: Why?\nMR. LEE: So."
    brief = Reader(without=["turn-speaker"]).read(text)
    assert {q.speaker for q in brief.quotes} == {None}
    assert Reader(without=["turn-label"]).read(text).quotes == ()


def test_two_turns_of_offices_with_names_are_a_talk() -> None:
    text = (
        "The President held talks with Eva Holm in Oslo.\n\n"
        "President of Norway Ann Lee: Prime Minister,\n\nI am glad to see you.\n\n"
        "Prime Minister of Sweden Eva Holm: Thank you very much, President."
    )
    assert said(read(text)) == [
        ("direct", "Ann Lee", "Prime Minister,\nI am glad to see you."),
        ("direct", "Eva Holm", "Thank you very much, President."),
    ]


def test_one_headline_with_an_office_is_no_talk() -> None:
    text = "President Ann Lee: Norway is ready\n\nAnn Lee met Eva Holm in Oslo."
    assert read(text).quotes == ()
