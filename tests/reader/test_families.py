"""The families of quotes, reported speech and encounters, one small text each."""

from __future__ import annotations

import pytest

from natobrief.model import Group, MeetingFormat, MeetingStatus, Outcome, Person, QuoteKind
from natobrief.reader import read
from tests.reader.texts import names, quoted

LEE = "Ann Lee"

DIRECT = {
    "straight": ('"We are ready to talk," Ann Lee said.', "We are ready to talk,"),
    "curly": ("“We are ready to talk,” Ann Lee said.", "We are ready to talk,"),
    "doubled": ("''We are ready to talk,'' Ann Lee said.", "We are ready to talk,"),
    "backquotes": ("``We are ready to talk,'' Ann Lee said.", "We are ready to talk,"),
    "low": ("„We are ready to talk“, Ann Lee said.", "We are ready to talk"),
    "angular": ("«We are ready to talk», Ann Lee said.", "We are ready to talk"),
    "single": ("‘We are ready to talk,’ Ann Lee said.", "We are ready to talk,"),
    "nested": (
        "“He said ‘no’ and left it there,” Ann Lee said.",
        "He said ‘no’ and left it there,",
    ),
    "inverted": ('"We are ready to talk," said Ann Lee.', "We are ready to talk,"),
    "apposition": (
        '"We are ready to talk," said Ann Lee, a minister in Oslo.',
        "We are ready to talk,",
    ),
    "before": ('Ann Lee said: "We are ready to talk."', "We are ready to talk."),
    "told": ('Ann Lee told reporters that "we are ready to talk".', "we are ready to talk"),
    "asked": ('"Are we ready to talk?" Ann Lee asked.', "Are we ready to talk?"),
    "dash": ('"We are ready to talk." - Ann Lee', "We are ready to talk."),
    "colon": ('Ann Lee was blunt: "We are ready to talk."', "We are ready to talk."),
    "colon line": (
        "Ann Lee said in a statement:\n“We are ready to talk.”",
        "We are ready to talk.",
    ),
    "unclosed": ('Ann Lee said: "We are ready to talk.', "We are ready to talk."),
    "signed": ("“We are ready to talk.”\nAnn Lee, Foreign Minister", "We are ready to talk."),
    "block": ("We are ready to talk.\nAnn Lee, Foreign Minister", "We are ready to talk."),
    "cut": (
        '"We are ready," Ann Lee said, "to talk about all of it."',
        "We are ready,\nto talk about all of it.",
    ),
    "carried on": (
        'Ann Lee said: "We are ready.\n"All of us are."',
        "We are ready.\nAll of us are.",
    ),
    "ally": ('"We are ready to talk," said Keller ally Ann Lee.', "We are ready to talk,"),
    "office": ('"We are ready to talk," said former minister Ann Lee.', "We are ready to talk,"),
    "short": ('Ann Lee called the plan "absurd".', "absurd"),
    "as she put it": (
        'Or, as Ann Lee, a former minister in Oslo, put it: "They are inside."',
        "They are inside.",
    ),
    "as she claimed": (
        'But even as Ann Lee claimed on Tuesday that "we are ready to talk", others said no.',
        "we are ready to talk",
    ),
    "when another": (
        "When Tom Keller left, Ann Lee released the following statement:\n\n“We regret it.”",
        "We regret it.",
    ),
    "writing": (
        'Ann Lee shared a piece called "Perception" on her page, writing: "We are ready to talk."',
        "We are ready to talk.",
    ),
    "party and state": (
        (
            "Rep. Ann Lee (D-Calif.), who was born in Central America, said in a statement that "
            'the plan was "an important first step to peace".'
        ),
        "an important first step to peace",
    ),
    "dashed line": ('"It was bad for all of us."\n\n-Ann Lee, Oslo.', "It was bad for all of us."),
    "from a town": ("The minister from Oslo, Ann Lee, put it bluntly: “He left.”", "He left."),
    "and others agreed": (
        'Ann Lee came. Lee, for her part, said the plan was "a sad day for all," and aides agreed.',
        "a sad day for all,",
    ),
    "sentence before": (
        'Ann Lee shook her head at the idea. "We have never seen it that way."',
        "We have never seen it that way.",
    ),
}


@pytest.mark.parametrize("family", DIRECT)
def test_direct(family: str) -> None:
    text, words = DIRECT[family]
    assert quoted(text) == [(LEE, words)]


INDIRECT = {
    "said that": ("Ann Lee said that talks would start soon.", "talks would start soon"),
    "said day": ("Ann Lee said Tuesday the talks would start.", "the talks would start"),
    "told him": ("Ann Lee told reporters the talks would start.", "the talks would start"),
    "said a deal": ("Ann Lee said a deal was near.", "a deal was near"),
    "bare clause": ("Ann Lee said talks would start soon.", "talks would start soon"),
    "according": ("According to Ann Lee, talks will start soon.", "talks will start soon"),
    "according after": (
        "Talks on the border will start soon, according to Ann Lee.",
        "Talks on the border will start soon",
    ),
    "but": ("Ann Lee said that talks had ended but declined to say why.", "talks had ended"),
    "hope": ("Ann Lee expressed hope that talks would start.", "talks would start"),
    "her concern": ("Ann Lee voiced her concern that talks might end.", "talks might end"),
    "the fact": ("Ann Lee drew attention to the fact that talks had ended.", "talks had ended"),
    "known": ("Ann Lee let it be known that talks had ended.", "talks had ended"),
    "opinion": ("In the opinion of Ann Lee, talks will start soon.", "talks will start soon"),
    "as noted": ("As Ann Lee noted, talks will start soon.", "talks will start soon"),
    "wrote online": ("Ann Lee wrote on Telegram that talks had ended.", "talks had ended"),
    "saying": (
        "Ann Lee turned the offer of the other side down, saying the talks would go on.",
        "the talks would go on",
    ),
    "x said": (
        "Talks on the border will start soon, Ann Lee said.",
        "Talks on the border will start soon",
    ),
    "said x": (
        "Talks on the border will start soon, said Ann Lee.",
        "Talks on the border will start soon",
    ),
    "stated": (
        "Talks on the border will start soon. This was stated by Ann Lee during a visit to Oslo.",
        "Talks on the border will start soon",
    ),
    "convinced": ("Ann Lee is convinced that talks will start soon.", "talks will start soon"),
    "clear": ("Ann Lee made it clear that talks will start soon.", "talks will start soon"),
    "told": ("Ann Lee told the parliament that talks will start.", "talks will start"),
    "adding": (
        "Ann Lee said that talks would start soon, adding that much is open.",
        "talks would start soon",
    ),
    "apposition": (
        "According to Ann Lee, the minister, talks will start soon.",
        "talks will start soon",
    ),
}


@pytest.mark.parametrize("family", INDIRECT)
def test_indirect(family: str) -> None:
    text, words = INDIRECT[family]
    (quote,) = read(text).quotes
    assert quote.kind is QuoteKind.INDIRECT
    assert (quote.speaker, quote.text) == (Person(name=LEE), words)


def test_an_office_closes_a_sentence_too() -> None:
    text = "Talks on the border will start soon, Norway's presidency said."
    assert quoted(text) == [(None, "Talks on the border will start soon")]


def test_what_is_added_is_said_as_well() -> None:
    text = "Talks on the border will start soon, Ann Lee said, adding that all were ready."
    assert quoted(text) == [
        (LEE, "Talks on the border will start soon"),
        (LEE, "all were ready"),
    ]


NO_STANCE = [
    "Ann Lee expressed hope for talks that would start soon.",
    "We met Ann Lee and urged her to keep calm.",
    "The view that talks will start is common, and nobody shares it.",
    "In view of the talks, all is well.",
    "As noted, talks will start soon.",
]


@pytest.mark.parametrize("text", NO_STANCE)
def test_no_stance_of_anybody(text: str) -> None:
    assert quoted(text) == []


def test_who_says_so_is_not_whom_it_is_about() -> None:
    """The outer speaker counts, with or without a name."""
    words = "allies were confident that talks would start"
    assert quoted(f"Ann Lee said {words}.") == [("Ann Lee", words)]
    nameless = "A diplomat, who spoke on condition of anonymity,"
    assert quoted(f"{nameless} said {words}.") == [("A diplomat", words)]
    assert quoted(f"A diplomat who asked not to be named said {words}.") == [("A diplomat", words)]


def test_we_are_nobody_who_was_named_before() -> None:
    text = "Sweden wants to join NATO, and we urge the government to make haste."
    assert quoted(text) == []


def test_an_office_is_whoever_was_named_with_it_before() -> None:
    text = (
        "Austrian Chancellor Ann Lee met Tom Keller. “We are ready to talk,” the chancellor "
        "said. In Berlin, an aide told reporters that Chancellor Eva Holm had been informed."
    )
    assert quoted(text)[0] == ("Ann Lee", "We are ready to talk,")


def test_the_alliance_is_the_one_that_the_text_names() -> None:
    words = "The alliance said that talks would start soon."
    assert quoted(f"Envoys came to NATO on Monday. {words}") == [("NATO", "talks would start soon")]
    assert quoted(f"Envoys came to Oslo on Monday. {words}") == [(None, "talks would start soon")]


def test_one_of_many_stays_without_a_name() -> None:
    text = '"Voters are angry," said one of Lee\'s top donors, who asked for anonymity.'
    (quote,) = read(text).quotes
    assert quote.speaker == Person(name="one of Lee's top donors", anonymous=True)
    assert quoted('Lee, a Republican, wrote: "This is wrong."') == [(None, "This is wrong.")]


DESCRIPTIONS = {
    "Finland's foreign minister": "Pekka Haavisto",
    "France's President": "Emmanuel Macron",
    "The NATO chief": "Jens Stoltenberg",
    "The alliance's chief": "Jens Stoltenberg",
    "The alliance’s secretary general": "Jens Stoltenberg",
    "The UN chief": "António Guterres",
    "America's top diplomat": "Antony Blinken",
    "The EU's foreign policy chief": "Josep Borrell",
    "The organization's chief": None,
    "Her Finnish counterpart": None,
}


@pytest.mark.parametrize("who", DESCRIPTIONS)
def test_offices_in_the_words_of_newspapers(who: str) -> None:
    (quote,) = read(f"{who} said that talks would start soon.", published="2022-03-15").quotes
    assert (quote.speaker.name if quote.speaker else None) == DESCRIPTIONS[who]


@pytest.mark.parametrize("lead", ["Asked about the plan", "When asked", "Speaking in Oslo"])
def test_a_lead_without_a_subject_is_not_reported(lead: str) -> None:
    (quote,) = read(f"{lead}, Ann Lee said: “We will come back.”").quotes
    assert (quote.speaker, quote.text) == (Person(name=LEE), "We will come back.")
    assert read(f"{lead} on the day before, Ann Lee said.").quotes == ()


NOBODY = ("Nobody", "Everyone", "Someone", "Anyone", "Many", "Some", "Most", "Few", "Others",
          "Neither", "Both", "None", "All", "No one")  # fmt: skip


@pytest.mark.parametrize("word", NOBODY)
@pytest.mark.parametrize("frame", ["{} said “this is over.”", "“This is over for us,” said {}."])
def test_nobody_in_particular_speaks(word: str, frame: str) -> None:
    brief = read(frame.format(word))
    (quote,) = brief.quotes
    assert quote.speaker is None
    (doubt,) = brief.doubts
    assert (doubt.code, doubt.record, doubt.field) == ("pronoun-unresolved", quote.id, "speaker")


JOINT = {
    "leads": 'Ann Lee and Tom Keller said in a letter that "it will all go on".',
    "follows": '"It will all go on," Ann Lee and Tom Keller said.',
    "inverted": '"It will all go on," said Ann Lee and Tom Keller.',
    "reported": "Ann Lee and Tom Keller said that it will all go on.",
    "clause first": "It will all go on as it was before, Ann Lee and Tom Keller said.",
    "according": "According to Ann Lee and Tom Keller, it will all go on.",
    "day first": 'On Friday, Ann Lee and Tom Keller said: "It will all go on."',
}


@pytest.mark.parametrize("family", JOINT)
def test_two_speak_as_one(family: str) -> None:
    (quote,) = read(JOINT[family]).quotes
    members = [Person(name="Ann Lee"), Person(name="Tom Keller")]
    assert quote.speaker == Group(name="Ann Lee and Tom Keller", members=members)


def test_three_speak_as_one_and_a_doubt_about_one_stays() -> None:
    text = "Norway, Sweden and Finland said that it will go on."
    (quote,) = read(text).quotes
    assert isinstance(quote.speaker, Group)
    assert quote.speaker.name == "Norway, Sweden and Finland"
    assert [m.id for m in quote.speaker.members] == ["no", "se", "fi"]
    brief = read('Keller and Macron said that "it will all go on".', published="2024-06-10")
    (doubt,) = brief.doubts
    assert (doubt.code, doubt.candidates) == ("surname-only", ("Emmanuel Macron",))


ALONE = {
    "object": 'Ann Lee met Tom Keller and Jim Poe said "we will all go on".',
    "owner": 'Tom Keller\'s aide and Jim Poe said "we will all go on".',
    "another sort": 'Norway and Jim Poe said "we will all go on".',
    "goes on": '"We will all go on," said Jim Poe and Tom Keller left the room.',
}


@pytest.mark.parametrize("family", ALONE)
def test_one_speaks(family: str) -> None:
    assert {name for name, _ in quoted(ALONE[family])} == {"Jim Poe"}


@pytest.mark.parametrize("name", ["Amy Pope", "Stephen King", "Mark Cuban"])
def test_a_title_or_a_people_can_be_a_surname(name: str) -> None:
    assert quoted(f'"We are ready to talk," {name}, who lives in Oslo, said.') == [
        (name, "We are ready to talk,")
    ]
    last = name.split()[1]
    assert quoted(f'{name} came. "We are ready to talk," {last} said.') == [
        (name, "We are ready to talk,")
    ]


HYPHENS = {
    "known half": 'French Foreign Minister Jean-Noël Poe said "we will all go on".',
    "known word": 'Jean Keller-Poe said "we will all go on".',
    "unknown": 'Anne-Lise Keller said "we will all go on".',
    "with a small word": 'Karl-Peter zu Keller said "we will all go on".',
}


@pytest.mark.parametrize("family", HYPHENS)
def test_hyphens_belong_to_a_name(family: str) -> None:
    words = HYPHENS[family].partition(" said")[0].removeprefix("French Foreign Minister ")
    ((speaker, _),) = quoted(HYPHENS[family])
    assert speaker == words


def test_the_office_stays_with_a_hyphenated_name() -> None:
    (quote,) = read(HYPHENS["known half"]).quotes
    assert quote.post is not None
    assert quote.post.name == "French Foreign Minister"


def test_numbered_kings_keep_their_name() -> None:
    ((speaker, _),) = quoted('King Harald V said "we will all go on".')
    assert speaker == "Harald V"


NOT_QUOTED = {
    "title": "She read “The Long Way Home” on the train.",
    "programme": "The “Partnership for Peace” programme goes on.",
    "scare": "The so-called “experts” kept silent.",
    "relative": "Ann Lee spoke in states that have no border.",
    "apostrophes": "It's the ministers' job, isn't it? The '90s are over.",
    "headline": "Lee: 'no talks before spring, and none after'\nThe talks failed.",
    "byline": "By Ann Lee\nThe talks failed.",
    "owner": "Ann Lee's aide said nothing to reporters.",
    "never said": "Ann Lee never said that the plan was dead.",
    "declined": 'Ann Lee declined to say that the plan was "dead and gone for all of us".',
    "denied": "Ann Lee denied that the plan was dead.",
    "denied call": 'Ann Lee denied that she had called the plan "absurd and dangerous".',
    "not called": 'Ann Lee did not call the plan "absurd and dangerous for us all".',
    "below a denial": "Ann Lee did not say that she believes the plan was dead.",
    "trailing denial": "The plan for the border was dead, Ann Lee did not say.",
    "told a story": "Ann Lee told Tom Keller the story of the long walk.",
    "nobody": "Nobody said that the plan was dead.",
    "no minister": "No minister said that the plan was dead.",
    "a few words": "Ann Lee said a few words and went home.",
}


@pytest.mark.parametrize("family", NOT_QUOTED)
def test_no_quote(family: str) -> None:
    assert read(NOT_QUOTED[family]).quotes == ()


SPEAKERS = {
    "surname": ('Ann Lee came. "We are ready to talk," Lee said.', "Ann Lee"),
    "title": ('"We are ready to talk," said Mr. Keller.', "Keller"),
    "not only": ('Ann Lee not only called it "absurd and dangerous" but left.', "Ann Lee"),
    "but she said": ('Ann Lee did not say when, but she said "we will go on".', "Ann Lee"),
    "saying": ('Ann Lee did not reply, saying "we will all go on soon".', "Ann Lee"),
    "pronoun": ('Maria Keller came. "We are ready to talk," she said.', "Maria Keller"),
    "office": (
        'Foreign Minister Ann Lee came. "We are ready to talk," the minister said.',
        "Ann Lee",
    ),
    "owner": ('"We are ready to talk," Lee\'s aide Tom Keller said.', "Tom Keller"),
    "passive": ('"We are ready to talk," a senior official said.', "a senior official"),
    "organization": ('"We are ready to talk," the Foreign Ministry said.', "Foreign Ministry"),
    "country": ('"We are ready to talk," Norway said.', "Norway"),
    "side": ('"We are ready to talk," the Russian side said.', "Russia"),
    "group": ('"We are ready to talk," ministers said.', "ministers"),
    "he believes": ('Ann Lee said he thinks the plan is "a very bad idea".', "Ann Lee"),
    "goes on": (
        'Tom Keller met Jim Lee. "We are ready to talk," Keller said. "And we mean it," he said.',
        "Tom Keller",
    ),
}


@pytest.mark.parametrize("family", SPEAKERS)
def test_speaker(family: str) -> None:
    text, speaker = SPEAKERS[family]
    assert {name for name, _ in quoted(text)} == {speaker}


def test_anonymous_source() -> None:
    (quote,) = read('"We are ready to talk," a senior official said.').quotes
    assert quote.speaker == Person(name="a senior official", anonymous=True)
    assert quote.statement is None


def test_office_on_the_day() -> None:
    text = '"We are ready to talk," the NATO Secretary General said.'
    (quote,) = read(text, published="1996-05-01").quotes
    assert quote.speaker == Person(name="Javier Solana", id="javier-solana")
    (undated,) = read(text).quotes
    assert undated.speaker is None


MEETINGS = {
    "talks with": ("Norway will hold talks with Sweden in Oslo.", ["Norway", "Sweden"], "Oslo"),
    "between": ("Talks between Norway and Sweden began.", ["Norway", "Sweden"], None),
    "hyphen": ("Norway-Sweden talks will begin in Paris.", ["Norway", "Sweden"], "Paris"),
    "adjectives": ("Norwegian-Swedish talks were held.", ["Norway", "Sweden"], None),
    "met with": ("Ann Lee met today in Oslo with Tom Keller.", ["Ann Lee", "Tom Keller"], "Oslo"),
    "spoke": ("Ann Lee spoke by phone with Tom Keller.", ["Ann Lee", "Tom Keller"], None),
    "visit": ("Ann Lee will travel to Norway.", ["Ann Lee", "Norway"], "Norway"),
    "hosted": ("Ann Lee hosted President Tom Keller.", ["Ann Lee", "Tom Keller"], None),
    "they met": ("NATO foreign ministers met in Oslo.", ["NATO foreign ministers"], "Oslo"),
    "and met": ("Norway and Sweden met in Oslo.", ["Norway", "Sweden"], "Oslo"),
    "passive": (
        "Talks will be held in Oslo between Norway and Sweden.",
        ["Norway", "Sweden"],
        "Oslo",
    ),
    "call": (
        "Ann Lee had a telephone conversation with Tom Keller.",
        ["Ann Lee", "Tom Keller"],
        None,
    ),
}


@pytest.mark.parametrize("family", MEETINGS)
def test_meeting(family: str) -> None:
    text, parties, place = MEETINGS[family]
    (found,) = read(text).meetings
    assert names(found) == parties
    assert (found.place.name if found.place else None) == place


STATUS = {
    "held": ("Norway held talks with Sweden.", MeetingStatus.CONFIRMED, Outcome.HELD),
    "announced": (
        "Norway will hold talks with Sweden.",
        MeetingStatus.CONFIRMED,
        Outcome.PENDING,
    ),
    "proposed": ("Norway proposed talks with Sweden.", MeetingStatus.TENTATIVE, Outcome.PENDING),
    "postponed": (
        "Norway postponed its talks with Sweden.",
        MeetingStatus.POSTPONED,
        Outcome.PENDING,
    ),
    "cancelled": (
        "The talks with Sweden were called off.",
        MeetingStatus.CANCELLED,
        Outcome.NOT_HELD,
    ),
    "moved": (
        "The talks with Sweden were rescheduled.",
        MeetingStatus.RESCHEDULED,
        Outcome.PENDING,
    ),
    "unsaid": (
        "Little is known of Sweden's talks with Norway.",
        MeetingStatus.CONFIRMED,
        Outcome.UNKNOWN,
    ),
}


@pytest.mark.parametrize("family", STATUS)
def test_status(family: str) -> None:
    text, status, outcome = STATUS[family]
    (found,) = read(text).meetings
    assert (found.status, found.outcome) == (status, outcome)


FORMATS = {
    "by video conference": MeetingFormat.VIRTUAL,
    "by phone": MeetingFormat.TELEPHONE,
    "in person": MeetingFormat.IN_PERSON,
    "in a hybrid format": MeetingFormat.HYBRID,
}


@pytest.mark.parametrize("words", FORMATS)
def test_format(words: str) -> None:
    (found,) = read(f"Norway held talks {words} with Sweden.").meetings
    assert found.format is FORMATS[words]


NO_MEETING = {
    "pointing": "After these meetings, things will be clear.",
    "call for": "Norway calls for calm.",
    "quoted": '"We will hold talks with Sweden in Oslo," she said.',
    "negation": "No meeting is planned.",
    "format": "They work by video conference.",
}


@pytest.mark.parametrize("family", NO_MEETING)
def test_no_meeting(family: str) -> None:
    assert read(NO_MEETING[family]).meetings == ()


def test_one_encounter_told_twice() -> None:
    text = (
        "Norway and Sweden held talks in Oslo. Officials were pleased. "
        "The talks between Norway and Sweden on Monday, January 10, 2022 were long. "
        "They discussed fish and the price of it."
    )
    (found,) = read(text).meetings
    assert str(found.held) == "2022-01-10"
    assert len(found.spans) == 2
    assert found.place is not None
    assert found.agenda == ("fish", "the price of it")


def test_several_encounters_in_one_sentence() -> None:
    text = "Ann Lee met with Tom Keller before the talks with Norway on Friday."
    first, second = read(text, published="2022-01-08").meetings
    assert (names(first), names(second)) == (["Ann Lee", "Tom Keller"], ["Norway"])
    assert first.time is None
    assert str(second.time) == "2022-01-07"


def test_press_release_is_dated_by_its_day() -> None:
    text = "President of Finland Sauli Niinistö met with Ann Lee. They discussed trade."
    (found,) = read(text, published="2022-01-07").meetings
    assert str(found.held) == "2022-01-07"
    assert found.participants[0].post is not None
    assert found.participants[0].post.id == "fi-president"
    assert found.agenda == ("trade",)


def test_according_to_him_is_not_whoever_comes_next() -> None:
    text = "Mr. Bo Kim came to Oslo. According to him, if Norway has questions, it is time to talk."
    (quote,) = read(text).quotes
    assert quote.speaker == Person(name="Bo Kim")
    assert quote.attribution_text == "him"
