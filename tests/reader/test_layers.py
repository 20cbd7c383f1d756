"""The layers below the records: lines and sentences, marks, names, offices, datings."""

from __future__ import annotations

import pytest

from natobrief.directory import Directory
from natobrief.model import Brief, DatingBasis, Group, MeetingKind, Person, Post, Role
from natobrief.reader import read
from natobrief.reader.lexicon import DEFAULT, forms
from natobrief.reader.meetings.encounters import ENCOUNTER_RULES
from natobrief.reader.page import Page
from natobrief.reader.people.knowledge import Knowledge
from natobrief.reader.people.mentions import MentionKind
from natobrief.reader.quotes.indirect import INDIRECT_RULES
from natobrief.reader.text.layout import LineKind, layout
from natobrief.reader.text.marks import mask, quoted_spans
from natobrief.when import When
from tests.reader.texts import day, meeting, names, quoted

SENTENCES = {
    "He met Mr. Lee. It went well.": ["He met Mr. Lee.", "It went well."],
    "The U.S. President came. He left.": ["The U.S. President came.", "He left."],
    "They came to the U.S. The talks began.": ["They came to the U.S.", "The talks began."],
    "It is 3.5 percent. Yes.": ["It is 3.5 percent.", "Yes."],
    "“Why?” She left.": ["“Why?”", "She left."],
    "On Jan. 7 they met. so it goes": ["On Jan. 7 they met. so it goes"],
    "One.\r\nTwo.\u2028Three.": ["One.", "Two.", "Three."],
}


@pytest.mark.parametrize("text", SENTENCES)
def test_sentences(text: str) -> None:
    assert [text[a:b] for a, b in layout(text).sentences] == SENTENCES[text]


LINES = {
    "Talks fail\nBy Ann Lee\nThe talks failed.": ["headline", "byline", "prose"],
    "# Talks\nThe talks failed.": ["headline", "prose"],
    "Photo: talks in Oslo.\n- one thing\n2. another thing": ["caption", "item", "item"],
    "The talks failed.\nAnn Lee": ["prose", "prose"],
}


@pytest.mark.parametrize("text", LINES)
def test_lines(text: str) -> None:
    assert [line.kind for line in layout(text).lines] == [LineKind(k) for k in LINES[text]]


def test_dateline() -> None:
    text = "OSLO, Jan 7 (Agency) - The talks failed."
    (line,) = layout(text).lines
    assert line.dateline is not None
    assert (text[slice(*line.dateline)], text[line.body :]) == ("Jan 7", "The talks failed.")


def test_marks_and_mask() -> None:
    text = 'He said "yes" and left.'
    spans = quoted_spans(layout(text))
    assert [(text[s.start : s.end], s.closed) for s in spans] == [("yes", True)]
    table = mask(len(text), spans)
    assert [i for i, inside in enumerate(table) if inside] == list(range(8, 13))


MARKS = {
    "“One. “Two.”": ["One.", "Two."],
    '"One. "Two."': ["One.", "Two."],
    "It's the '90s": [],
    "»Eins« und «deux»": ["Eins", "deux"],
    "5' 11\"": [],
}


@pytest.mark.parametrize("text", MARKS)
def test_marks(text: str) -> None:
    assert [text[s.start : s.end] for s in quoted_spans(layout(text))] == MARKS[text]


def page(text: str) -> Page:
    return Page(text, Knowledge.of(Directory.default()).names)


OFFICES = {
    "President of Ukraine Volodymyr Zelenskyy came.": "President of Ukraine",
    "President of the Republic of Poland Andrzej Duda came.": "President of the Republic of Poland",
    "Minister of Foreign Affairs Ann Lee came.": "Minister of Foreign Affairs",
    "Minister of Public Works and Mr. Tom came.": None,
    "Agriculture Secretary Ann Lee came.": "Agriculture Secretary",
    "They met former finance minister Ann Lee there.": "former finance minister",
    "Adviser to the Head of the President's Office Ann Lee came.": (
        "Adviser to the Head of the President's Office"
    ),
    "Former Gov. Ann Lee came.": "Former Gov.",
    "Ann Lee came.": None,
}


@pytest.mark.parametrize("text", OFFICES)
def test_offices(text: str) -> None:
    people = [m for m in page(text).mentions.rows if m.kind is MentionKind.PERSON]
    offices = [text[slice(*m.office)] for m in people if m.office]
    wanted = OFFICES[text]
    assert offices == ([] if wanted is None else [wanted])


KINDS = {
    "The Ministry of Foreign Affairs of Norland came.": (
        "organization",
        "Ministry of Foreign Affairs of Norland",
    ),
    "The Foreign Ministers came.": ("group", "Foreign Ministers"),
    "They live in Norland now.": ("place", "Norland"),
    "They live in Upper Norland now.": ("place", "Upper Norland"),
    "Then NORAD came.": ("organization", "NORAD"),
    "Mrs. Keller came.": ("person", "Keller"),
    "The heads of state and government came.": ("group", "The heads of state and government"),
    "Kyiv said so.": ("place", "Kyiv"),
}


@pytest.mark.parametrize("text", KINDS)
def test_kinds(text: str) -> None:
    kind, name = KINDS[text]
    rows = [m for m in page(text).mentions.rows if m.kind is not MentionKind.PRONOUN]
    assert [(m.kind.value, m.name) for m in rows] == [(kind, name)]


def test_small_words_are_no_acronyms() -> None:
    rows = page("They told us that it was so, and the US agreed.").mentions.rows
    assert [m.name for m in rows if m.kind is MentionKind.COUNTRY] == ["US"]


def test_lexicon() -> None:
    assert forms("deny") == ("deny", "denies", "denied", "denying")
    assert forms("reply") == ("reply", "replies", "replied", "replying")
    assert forms("carry") == ("carry", "carries", "carried", "carrying")
    assert forms("express")[1] == "expresses"
    assert DEFAULT.gender_of("Maria") == "f"
    assert "avow" in DEFAULT.adding(core_verbs=("avow",)).core_verbs


def test_rules_have_names() -> None:
    assert list(ENCOUNTER_RULES) == ["head", "met-with", "body-sits", "they-met"]
    assert "according-to" in INDIRECT_RULES


# --- knowledge --------------------------------------------------------------------------------


def test_surname_alone_on_its_day() -> None:
    text = '"We are ready to talk," Lavrov said.'
    brief = read(text, published="2022-01-07")
    assert brief.quotes[0].speaker == Person(name="Lavrov")
    assert [(d.code, d.reason, d.candidates) for d in brief.doubts] == [
        (
            "surname-only",
            "the text gives no first name; “Lavrov” may be Sergey Lavrov",
            ("Sergey Lavrov",),
        ),
    ]
    assert read(text).doubts == ()


def test_surname_with_a_title_on_its_day() -> None:
    text = '"We are ready to talk," Secretary General Stoltenberg said.'
    (quote,) = read(text, published="2022-01-07").quotes
    assert quote.speaker == Person(name="Jens Stoltenberg", id="jens-stoltenberg")


def test_bare_office_of_a_known_person() -> None:
    (quote,) = read('"We are ready," President Joe Biden said.', published="2022-01-07").quotes
    assert quote.post == Post(name="President", id="us-president")


def test_metonym() -> None:
    assert quoted('"We are ready to talk about it," Moscow said.') == [
        ("Russia", "We are ready to talk about it,"),
    ]


def test_own_directory() -> None:
    empty = Directory([])
    (quote,) = read('"We are ready," Russia said.', directory=empty).quotes
    assert quote.speaker is not None
    assert quote.speaker.id is None


# --- dating -----------------------------------------------------------------------------------


def test_day_alone_on_a_line() -> None:
    brief = read("Talks\n7 January 2022\nThey met on Wednesday.")
    assert (brief.dating.basis, brief.dating.reference) == (DatingBasis.TEXT, day("2022-01-07"))


def test_across_new_year() -> None:
    text = (
        "Jens Stoltenberg, NATO Secretary General, said on Thursday, December 30, that it was "
        "late. Talks will be held on Monday, January 10."
    )
    brief = read(text)
    assert brief.dating.candidates == (2022,)
    assert brief.dating.reference == day("2021-12-30")
    assert brief.meetings[0].scheduled == day("2022-01-10")
    assert brief.meetings[0].known == When.between("2021-12-30", "2022-01-10")


def test_only_the_future() -> None:
    text = (
        'NATO Secretary General Jens Stoltenberg said: "We will see." '
        "Talks between Norway and Sweden will be held on Wednesday, January 12."
    )
    brief = read(text)
    assert brief.dating.basis is DatingBasis.INFERRED
    assert (brief.dating.reference, brief.meetings[0].known) == (None, None)
    assert str(brief.meetings[0].scheduled) == "2022-01-12"


def test_in_office_still() -> None:
    text = 'On Friday, January 10, NATO Secretary General Mark Rutte said: "We will see."'
    (line,) = (line for line in read(text).dating.proof if "Rutte" in line)
    assert line.startswith("Mark Rutte speaks as NATO Secretary General and")


def test_far_from_publication() -> None:
    brief = read("They met on March 4 and on May 5, 2010.", published="2022-01-07")
    assert brief.dating.reference == day("2022-01-07")


# --- details of meetings ----------------------------------------------------------------------


def only(text: str, published: str | None = None) -> Brief:
    return read(text, published=published)


def test_chair() -> None:
    brief = only("Norway and Sweden held a meeting in Oslo, chaired by Ann Lee.")
    roles = {p.actor.name: p.role for p in brief.meetings[0].participants}
    assert roles == {"Norway": Role.ATTENDEE, "Sweden": Role.ATTENDEE, "Ann Lee": Role.CHAIR}


def test_host() -> None:
    brief = only("Ann Lee hosted talks with Norway.")
    assert brief.meetings[0].participants[0].role is Role.HOST


def test_three_sides() -> None:
    brief = only("Norway, Sweden and Denmark held annual consultations.")
    assert names(brief.meetings[0]) == ["Norway", "Sweden", "Denmark"]
    assert brief.meetings[0].kind is MeetingKind.REGULAR


def test_summit_of_a_body() -> None:
    brief = only("The NATO summit will be held in Madrid on 28 June 2022.")
    (summit,) = brief.meetings
    assert summit.body is not None
    assert (summit.body.id, summit.name) == ("nato", "NATO summit")
    assert summit.place is not None
    assert summit.place.name == "Madrid"


def test_body_sits() -> None:
    brief = only("The North Atlantic Council will meet at the level of defence ministers.")
    (found,) = brief.meetings
    assert (found.name, found.level) == ("North Atlantic Council", "defence ministers")


def test_place_in_front() -> None:
    brief = only("In Vienna, Norway and Sweden held talks.")
    assert brief.places[0].name == "Vienna"


def test_group_with_members_of() -> None:
    brief = only("Ann Lee met with foreign ministers of NATO member states.")
    wanted = Group(name="foreign ministers of NATO member states")
    assert brief.meetings[0].participants[1].actor == wanted


def test_speaker_at_a_briefing() -> None:
    brief = only("Ann Lee said at a briefing in Oslo that talks would go on.", "2022-01-07")
    found = meeting(brief, "briefing of Ann Lee")
    assert str(found.held) == "2022-01-07"
    assert brief.statements[0].occasion == found.uid
    assert brief.statements[0].made == day("2022-01-07")


def test_held_but_ahead_is_asked() -> None:
    text = "Norway plans talks with Sweden. The meeting will focus on fish."
    (found,) = only(text).meetings
    assert found.agenda == ("fish",)


def test_page_hides_marks() -> None:
    text = "We said “no” to it.\nAnn Lee, Foreign Minister"
    assert quoted(text) == [("Ann Lee", "We said “no” to it.")]


@pytest.mark.parametrize("junior", [", Jr.", " Jr.", " Sr.", ", Jr"])
def test_a_junior_divides_no_sentence(junior: str) -> None:
    (meeting,) = read(f"Adam Lee{junior} met Bo Kim in Oslo.").meetings
    assert [p.actor.name.rstrip(".") for p in meeting.participants][1:] == ["Bo Kim"]
    assert meeting.participants[0].actor.name.startswith("Adam Lee")
