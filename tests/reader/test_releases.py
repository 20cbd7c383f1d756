"""Releases of offices, in the style of official translations: who speaks, and where quotes end."""

from __future__ import annotations

import pytest

from natobrief.model import QuoteKind
from natobrief.reader import read
from tests.reader.texts import quoted

DAY = "2022-04-10"
LEE, ALM, KIM = "Ann Lee", "Eva Alm", "Bo Kim"
TALKS = "President of Norway Ann Lee held talks with President of Chile Eva Alm."

SPEAKERS = {
    "the one it leads with": (
        f'{TALKS} "We will not forget it," the Head of State said.',
        [(LEE, "We will not forget it,")],
    ),
    "the one it leads with after by": (
        (
            f"The border stays open. This was stated by President Ann Lee. {TALKS}"
            ' "It is needed today," the President said.'
        ),
        [(LEE, "It is needed today,")],
    ),
    "not the one with the state": (
        f'{TALKS} "We will be there," the President of Chile said.',
        [(ALM, "We will be there,")],
    ),
    "another in quotes": (
        (
            'President Ann Lee came. "President Eva Alm can help," she said. '
            '"And we need it," the Head of State added.'
        ),
        [(LEE, "President Eva Alm can help,"), (LEE, "And we need it,")],
    ),
    "an office that only the directory knows": (
        (
            "Vladimir Putin spoke by telephone with President of Chile Eva Alm. "
            '"It is a good sign," the President said.'
        ),
        [("Vladimir Putin", "It is a good sign,")],
    ),
    "the leader of a state": (
        'Volodymyr Zelenskyy came. "There is no time to lose," the Ukrainian leader said.',
        [("Volodymyr Zelenskyy", "There is no time to lose,")],
    ),
    "a press secretary": (
        'Press Secretary Bo Kim spoke. "It is not planned," the spokesman said.',
        [(KIM, "It is not planned,")],
    ),
    "he among others": (
        (
            'Minister Bo Kim opened the school. "It is new," Kim said. "It is big," Kim added.\n'
            'President of Chile Jan Alm is active there. "We are strong today," he said.'
        ),
        [(KIM, "It is new,"), (KIM, "It is big,"), (KIM, "We are strong today,")],
    ),
    "the reporting sentence before": (
        (
            '"We agreed on it," Ann Lee said. Eva Alm stressed that the border stays open. '
            '"Nobody will be left alone."'
        ),
        [(LEE, "We agreed on it,"), (ALM, "Nobody will be left alone.")],
    ),
    "is convinced": (
        '"There is no other way for us," President Ann Lee is convinced.',
        [(LEE, "There is no other way for us,")],
    ),
    "is sure, short": ('"We need it," the minister, Ann Lee, is sure.', [(LEE, "We need it,")]),
    "a verb of no list": (
        'Ann Lee came. "You are the future of us all," Ann Lee turned to the students.',
        [(LEE, "You are the future of us all,")],
    ),
    "in the words of": (
        "In the words of Ann Lee, “there is no other way for us”.",
        [(LEE, "there is no other way for us")],
    ),
    "a part of the sentence": (
        "Ann Lee drew the attention of her colleague to “the long winter of the north”.",
        [(LEE, "the long winter of the north")],
    ),
}

MARKS = {
    "inner marks of the same kind": (
        'Ann Lee spoke. "We keep the "open door" policy here. It matters," she said.',
        'We keep the "open door" policy here. It matters,',
    ),
    "inner curly marks": (
        "Ann Lee spoke. “We keep the “open door” policy here. It matters,” she said.",
        "We keep the “open door” policy here. It matters,",
    ),
    "no space before": (
        'Ann Lee thanked them."We are ready for the talks," she said.',
        "We are ready for the talks,",
    ),
    "a space too many behind the opening mark": (
        'Ann Lee thanked them. " We are ready for the talks," she said.',
        " We are ready for the talks,",
    ),
    "a space too many before the closing mark": (
        'Ann Lee thanked them. "We are ready for the talks, " she said.',
        "We are ready for the talks, ",
    ),
}


@pytest.mark.parametrize("case", SPEAKERS)
def test_who_speaks(case: str) -> None:
    text, expected = SPEAKERS[case]
    quotes = [q for q in read(text, published=DAY).quotes if q.kind is not QuoteKind.INDIRECT]
    assert [(q.speaker and q.speaker.name, q.text) for q in quotes] == expected


@pytest.mark.parametrize("case", MARKS)
def test_faulty_marks(case: str) -> None:
    text, words = MARKS[case]
    assert quoted(text) == [(LEE, words)]


def test_a_second_half_without_its_opening_mark() -> None:
    text = '"We are ready," Ann Lee said. It is time for us all to do it," Ann Lee added.'
    assert quoted(text) == [(LEE, "We are ready,"), (LEE, "It is time for us all to do it,")]


def test_a_closing_mark_alone_is_no_quote() -> None:
    assert quoted('The talks took place in Oslo," and nobody said why.') == []


def test_who_leads_is_not_guessed_where_the_text_is_of_somebody_else() -> None:
    text = (
        "Bo Kim's school was opened. President of Norway Ann Lee and President of Chile Eva Alm "
        'came. "It is big," the President said.'
    )
    (quote,) = read(text, published=DAY).quotes
    assert quote.speaker is None


def test_he_stays_open_where_two_speak() -> None:
    text = (
        'Bo Kim came. "It is new," Kim said. "It is big," Jan Alm said.\n'
        'They walked through the hall. "We are strong today," he said.'
    )
    assert read(text, published=DAY).quotes[-1].speaker is None


TURNS = [
    (LEE, "Let us begin with the schools. How are they?"),
    (KIM, "They are full, Madam President."),
    (LEE, "Good."),
]
LABELS = ["President of Norway Ann Lee", "Minister of Education Bo Kim", "Ann Lee"]


@pytest.mark.parametrize("gap", [" ", "\n", "\n\n"])
def test_a_talk_whose_labels_begin_with_offices(gap: str) -> None:
    turns = [f"{label}: {words}" for label, (_, words) in zip(LABELS, TURNS, strict=True)]
    text = gap.join(["Ann Lee met with the government.", *turns])
    assert quoted(text) == TURNS


@pytest.mark.parametrize(
    "text",
    [
        "The list is short. Ann Lee: Oslo. Eva Alm: Bergen. Bo Kim: Narvik.",
        "Ann Lee came. Ann Lee: We are ready. Ann Lee: We go. Ann Lee: We are there.",
        "Ann Lee came. Ann Lee: We are ready. Bo Kim: So are we.",
    ],
)
def test_labels_inside_a_paragraph_that_are_no_talk(text: str) -> None:
    assert quoted(text) == []


def test_he_goes_on_from_whom_the_paragraph_before_says_it_was_stated_by() -> None:
    text = (
        "Foreign Minister Tom Keller said that President Cy Dow had sent a letter to Bo Kim.\n\n"
        "This was stated by Tom Keller at a forum in Oslo.\n\n"
        '"We wait for an answer," he said.\n\n'
        "According to him, the answer will come in May."
    )
    assert [quote.speaker.name if quote.speaker else None for quote in read(text).quotes] == [
        "Tom Keller",
        "Tom Keller",
        "Tom Keller",
    ]
