"""Markdown: marks go, offsets stay exact, block quotes have speakers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from natobrief.reader import read
from natobrief.reader.text.markdown import strip_markdown
from natobrief.reader.text.preparing import prepare
from natobrief.reader.text.unwrapping import Edit, edited
from tests.reader.texts import quoted, said, words_at

STRIPPED = {
    "The **Foreign** _Minister_ met ***her***.": "The Foreign Minister met her.",
    "[Maria Keller](https://x.org/a_b_c) spoke.": "Maria Keller spoke.",
    '[Keller](<https://x.org/a> "her page") spoke.': "Keller spoke.",
    "[Keller](https://x.org/a_(b)) spoke.": "Keller spoke.",
    "**[Maria](u) Keller** spoke.": "Maria Keller spoke.",
    "A word[^1] and \\*stars\\*.": "A word and *stars*.",
    "![A hall](hall.jpg)": "A hall",
    "> one\n> two\n\nthree": "one two\n\nthree",
    "> one\ntwo lazy.\nThree.": "one two lazy.\nThree.",
    ">one\r\n>two": "one two",
    "> one.\n>\n> - two\n> - three": "one.\n\n- two\n- three",
    "> > deep\n> out": "deep\nout",
    # What only looks like marks stays.
    "snake_case and 2*3*4": "snake_case and 2*3*4",
    "* item\n* item": "* item\n* item",
    "Lee* and Kim* agree.": "Lee* and Kim* agree.",
    "a > b": "a > b",
    "[laughter] (and) applause": "[laughter] (and) applause",
    "5 * 3 _ 2": "5 * 3 _ 2",
    "*open\nclosed*": "*open\nclosed*",
}


@pytest.mark.parametrize("text", STRIPPED)
def test_stripped(text: str) -> None:
    assert strip_markdown(text).unwrapped.text == STRIPPED[text]


_PIECES = st.sampled_from(
    [
        "> ",
        ">",
        "*",
        "**",
        "_",
        "[",
        "](u)",
        "]",
        "(",
        ")",
        "![",
        "\\",
        "[^1]",
        "# ",
        "- ",
        "—",
        "\n",
        "\r\n",
        "\n\n",
        "\r",
        " ",
        "word",
        "Two words.",
        "“Yes,” Ann Lee said.",
        ": ",
        "é",
        "\t",
    ]
)
_TEXTS = st.lists(_PIECES, max_size=40).map("".join)


@given(text=_TEXTS)
@settings(max_examples=300, deadline=None)
def test_every_letter_is_found_again_where_it_stood(text: str) -> None:
    unwrapped = prepare(text).unwrapped
    for at, char in enumerate(unwrapped.text):
        start, end = unwrapped.place(at, at + 1)
        if not char.isspace():
            assert text[start:end] == char
        assert 0 <= start <= end <= len(text)


@given(text=_TEXTS)
@settings(max_examples=300, deadline=None)
def test_no_letter_is_lost_save_addresses(text: str) -> None:
    kept = [c for c in prepare(text).unwrapped.text if c.isalpha()]
    given_ = [c for c in text.replace("](u)", "") if c.isalpha()]
    assert [c for c in kept if c != "u"] == given_


@given(text=_TEXTS)
@settings(max_examples=150, deadline=None)
def test_quotations_and_tags_begin_at_words(text: str) -> None:
    prepared = prepare(text)
    for start in prepared.tags:
        assert not prepared.unwrapped.text[start : start + 1].isspace()
    for row in strip_markdown(text).quotations:
        assert row.depth >= 1
        assert row.start < row.end


@given(text=_TEXTS)
@settings(max_examples=100, deadline=None)
def test_any_markdown_is_read(text: str) -> None:
    brief = read(text)
    assert brief.text == text
    for quote in brief.quotes:
        found = " ".join(words_at(brief, quote))
        letters = [c for c in found.replace("](u)", "").replace("[^1]", "") if c.isalnum()]
        assert [c for c in quote.text if c.isalnum()] == [c for c in letters if c != "u"] or (
            "u" in found
        )


def test_an_edit_is_undone_by_place() -> None:
    done = edited("abcdef", [Edit(1, 3, "X"), Edit(4, 5, "")])
    assert done.text == "aXdf"
    assert [done.place(i, i + 1) for i in range(4)] == [(0, 1), (1, 2), (3, 4), (5, 6)]
    assert [done.forward(at) for at in (0, 3, 5)] == [0, 2, 3]


BLOCKS = {
    "> We are ready.\n> — Maria Keller, Foreign Minister": [("Maria Keller", "We are ready.")],
    "> We are ready.\n\n— Maria Keller": [("Maria Keller", "We are ready.")],
    "> We are ready.\n\nMaria Keller, Foreign Minister of Norway": [
        ("Maria Keller", "We are ready.")
    ],
    "Maria Keller said in a statement:\n\n> We are ready.\n>\n> We are many.": [
        ("Maria Keller", "We are ready.\nWe are many.")
    ],
    "**Maria Keller** wrote:\n> We are ready\n> and willing.": [
        ("Maria Keller", "We are ready and willing.")
    ],
    'Maria Keller wrote:\n> "We are ready."': [("Maria Keller", "We are ready.")],
    # A block that quotes an article has its own speakers.
    'It was in the paper:\n\n> "We are ready," said Bo Kim.': [("Bo Kim", "We are ready,")],
    "Nobody knows whose they are.\n\n> We are ready.": [(None, "We are ready.")],
    "Maria Keller wrote:\n\n> Bo Kim told me:\n>\n> > We agree.": [
        ("Maria Keller", "Bo Kim told me:"),
        ("Bo Kim", "We agree."),
    ],
}


@pytest.mark.parametrize("text", BLOCKS)
def test_block_quotes(text: str) -> None:
    assert quoted(text) == BLOCKS[text]


def test_a_block_quote_without_a_speaker_is_doubted() -> None:
    brief = read("> We are ready.")
    assert [(d.code, d.field) for d in brief.doubts] == [("speaker-unknown", "speaker")]


def test_marks_do_not_break_names_and_quotes() -> None:
    text = "**Jens Stoltenberg** said: “The *risk* is [real](https://x.org).”"
    brief = read(text)
    (quote,) = brief.quotes
    assert quote.text == "The risk is real."
    assert words_at(brief, quote) == ["The *risk* is [real](https://x.org)."]
    assert quote.speaker is not None
    assert (quote.speaker.id, quote.attribution_text) == ("jens-stoltenberg", "Jens Stoltenberg")


def test_a_picture_alone_on_its_line_is_a_caption() -> None:
    brief = read("The talks failed.\n\n![Ann Lee meets Bo Kim in Oslo](a.jpg)\n\nThey left.")
    assert brief.meetings == ()


def test_quotes_in_wrapped_mail() -> None:
    text = (
        "Maria Keller wrote:\n\n> We are ready to talk about\n> this at any time.\n\nThat was all."
    )
    assert said(read(text)) == [
        ("direct", "Maria Keller", "We are ready to talk about this at any time.")
    ]
