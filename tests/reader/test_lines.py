"""What a paragraph is for: headline, dateline, byline, caption, boilerplate; and any newline."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from natobrief.errors import InvalidValue, NatobriefError
from natobrief.reader import read
from natobrief.reader.text.layout import LineKind, layout
from natobrief.reader.text.linekinds import SILENT, kind_of_line
from natobrief.reader.text.markdown import strip_markdown
from natobrief.reader.text.unwrapping import unwrap
from natobrief.reader.transcripts.turns import find_turns

KINDS = {
    "byline": [
        "By Ann Lee",
        "BY ANN LEE AND BO KIM",
        "By Ann Lee, Europe correspondent",
        "Written by Ann Lee",
        "(Reporting by Ann Lee in Oslo; editing by Bo Kim)",
        "Ann Lee and Bo Kim contributed to this report.",
        "Published: 7 January 2022",
        "Last updated on 7 January 2022 at 10:00 CET",
    ],
    "caption": [
        "Photo: the hall",
        "FILE PHOTO: Ann Lee meets Bo Kim",
        "Image courtesy of the palace",
        "[Photo: Ann Lee]",
        "Ann Lee meets Bo Kim in Oslo in 2019. (AP Photo/Cy Day)",
        "Ann Lee meets Bo Kim in Oslo. REUTERS/Cy Day / Reuters",
    ],
    "boilerplate": [
        "Share this story",
        "Read also: Talks fail again",
        "For more information contact Ann Lee",
        "For further information, please visit our site.",
        "© 2022 The Paper",
        "Copyright 2022. All rights reserved.",
        "The Paper, 2022. All rights reserved",
        "Media contact: Ann Lee",
        "Related articles",
        "* * *",
        "----------",
    ],
    "end": ["###", "# # #", "-END-", "- 30 -", "ENDS", "END 10:31 A.M. EST"],
    "item": ["- talks", "2. talks", "• talks"],
    "prose": [
        "By Friday the talks had failed",
        "By the end of the day the talks had failed.",
        "Photo opportunities were scarce.",
        "Photographers were there.",
        "Share prices fell.",
        "Read my lips, she said.",
        "Contact was lost on Monday.",
        'Copyright is "a joke," Ann Lee said.',
        "The end of the talks is near.",
        "Published works were shown by the museum.",
        "Endless talks.",
    ],
}


@pytest.mark.parametrize(("kind", "text"), [(k, t) for k, ts in KINDS.items() for t in ts])
def test_kinds_of_lines(kind: str, text: str) -> None:
    assert kind_of_line(text, 0, len(text), opening=False) is LineKind(kind)


DATELINES = {
    "BRUSSELS, Jan 7 (Reuters) - Talks failed.": ("BRUSSELS", "Jan 7", "Talks failed."),
    "KYIV – Talks failed.": ("KYIV", None, "Talks failed."),
    "Brussels (AFP) — Talks failed.": ("Brussels", None, "Talks failed."),
    "Oslo, 7 January 2022 – Talks failed.": ("Oslo", "7 January 2022", "Talks failed."),
    "WASHINGTON, D.C. -- Talks failed.": ("WASHINGTON, D.C.", None, "Talks failed."),
    "New York, Jan 7 (Xinhua) -- Talks failed.": ("New York", "Jan 7", "Talks failed."),
    "Talks failed - again.": (None, None, "Talks failed - again."),
    "Norway (2) - Sweden (1).": (None, None, "Norway (2) - Sweden (1)."),
}


@pytest.mark.parametrize("text", DATELINES)
def test_datelines(text: str) -> None:
    (line,) = layout(text).lines
    place = text[slice(*line.place)] if line.place else None
    date = text[slice(*line.dateline)] if line.dateline else None
    assert (place, date, text[line.body :]) == DATELINES[text]


def test_what_stands_behind_the_end_mark_says_nothing() -> None:
    text = (
        "The talks failed.\nAnn Lee said that they would go on.\n###\n"
        "“Older words,” Bo Kim said. He met Cy Day."
    )
    brief = read(text)
    assert [q.speaker.name for q in brief.quotes if q.speaker] == ["Ann Lee"]
    assert brief.meetings == ()


def test_an_end_mark_in_the_first_half_is_a_line_between() -> None:
    text = "Note\n###\n“We are ready,” Bo Kim said. He said no more than that on Monday evening."
    assert len(read(text).quotes) == 1


def test_nobody_in_a_byline_is_meant_by_a_surname() -> None:
    text = "Talks fail\nBy Maria Keller\n“We tried,” Anna Keller said.\n“It was late,” Keller said."
    speakers = [q.speaker.name for q in read(text).quotes if q.speaker]
    assert speakers == ["Anna Keller", "Anna Keller"]


@pytest.mark.parametrize("line", [t for k in ("byline", "boilerplate", "end") for t in KINDS[k]])
def test_silent_lines_give_no_records(line: str) -> None:
    body = "“We are ready,” Cy Day told reporters. He left at once, and the hall went dark."
    with_line, without = read(f"{body}\n{line}"), read(body)
    assert [q.text for q in with_line.quotes] == [q.text for q in without.quotes]
    assert with_line.meetings == without.meetings
    assert {a.name for a in with_line.actors} == {a.name for a in without.actors}


NEWLINES = ("\n", "\r\n", "\r", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")


@pytest.mark.parametrize("newline", NEWLINES)
def test_any_newline_divides_paragraphs(newline: str) -> None:
    lines = ["Talks fail", "By Ann Lee", "“We tried,” Bo Kim said.", "“It was late,” he said."]
    found = [(q.text, q.speaker and q.speaker.name) for q in read(newline.join(lines)).quotes]
    assert found == [("We tried,", "Bo Kim"), ("It was late,", "Bo Kim")]


@pytest.mark.parametrize("newline", NEWLINES)
def test_any_newline_divides_turns(newline: str) -> None:
    text = newline.join(["Q: Why?", "MR. LEE: So.", "Q: And?", "MR. LEE: So it is."])
    assert [q.text for q in read(text).quotes] == ["Why?", "So.", "And?", "So it is."]


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "x", "\0", "\ufeff", "“", ":", "Q", "Q:", ">", "#", "###"]
)
def test_next_to_nothing(text: str) -> None:
    brief = read(text)
    assert (brief.text, brief.quotes, brief.meetings) == (text, (), ())


def test_bytes_are_refused_in_words() -> None:
    with pytest.raises(InvalidValue) as caught:
        read(b"\x89PNG")  # type: ignore[arg-type]
    assert str(caught.value) == "read.text: expected text, got b'\\x89PNG'"


_LABELS = st.sampled_from(
    [
        "Q: ",
        "A: ",
        "Q  ",
        "THE PRESIDENT: ",
        "MR. LEE: ",
        "MR. LEE. ",
        "Ann Lee: ",
        "Reuters: ",
        "Question (Reuters): ",
        "Moderator: ",
        "**Ann Lee:** ",
        "[Laughter]",
        "(inaudible)",
        "###",
        "Remarks by Ann Lee",
        "Why?",
        "Yes.",
        "“No,” she said.",
        "\n",
        "\n\n",
        "\u2029",
        "> ",
        "- ",
        "By Bo Kim",
        "Share this",
        "Photo: ",
        "Ann Lee met Bo Kim in Oslo. ",
        "OSLO – ",
        " ",
        ":",
        "(",
    ]
)
_TEXTS = st.one_of(
    st.text(max_size=120),
    st.lists(_LABELS, max_size=40).map("".join),
    st.lists(st.binary(max_size=20), max_size=6).map(lambda b: b"".join(b).decode("latin-1")),
)


@given(text=_TEXTS)
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_or_refused_by_an_error_of_ours(text: str) -> None:
    try:
        brief = read(text, published="2022-01-07")
    except NatobriefError as error:
        assert "lone surrogates" in str(error)  # noqa: PT017
        return
    letters = [c for c in text if c.isalnum()]
    for quote in brief.quotes:
        found = [c for span in quote.spans for c in span.of(text) if c.isalnum()]
        assert [c for c in quote.text if c.isalnum()] == found or len(found) <= len(letters)
        assert all(0 <= span.start < span.end <= len(text) for span in quote.spans)


@given(text=_TEXTS)
@settings(max_examples=200, deadline=None)
def test_turns_keep_apart_and_in_order(text: str) -> None:
    places: list[tuple[int, int]] = []
    for turn in find_turns(layout(text)):
        places.append(turn.label)
        places.extend(turn.words)
    assert places == sorted(places)
    assert all(a[1] <= b[0] for a, b in pairwise(places))


@given(text=_TEXTS)
@settings(max_examples=100, deadline=None)
def test_lines_cover_all_letters(text: str) -> None:
    inside = bytearray(len(text))
    for line in layout(text).lines:
        inside[line.start : line.end] = b"\x01" * (line.end - line.start)
    assert all(inside[i] for i, c in enumerate(text) if c.isalnum())


# --- the work grows as the text does ------------------------------------------------------------

HOSTILE = (
    *("> ", "> a b\n", "*", "[", "[a](b", "![", "*a _b ", "\\*", "[^1]", "> " * 20 + "\n"),
    *("Q: Yes?\nMR. LEE: No.\n", "MR. LEE: ", "Q: (laughter) [", "12:00 ", "(laughter) "),
    *("### ", "By Ann Lee and ", "Share this\n", "--- ", "Photo: ", "© ", "A ", "A, A ", "OSLO, "),
)


def calls(work: Callable[[], object]) -> int:
    """Count the calls that a piece of work takes, which no busy machine changes."""
    count = 0

    def note(frame: object, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", HOSTILE)
def test_inputs_take_work_in_proportion(piece: str) -> None:
    def prepared(size: int) -> Callable[[], object]:
        text = (piece * size)[: 40 * size]

        def work() -> object:
            return strip_markdown(text), unwrap(text), find_turns(layout(text))

        return work

    one, two, four = (calls(prepared(size)) for size in (100, 200, 400))
    assert two <= 2.2 * one + 60
    assert four <= 2.2 * two + 60


def test_silent_kinds_are_no_prose() -> None:
    assert LineKind.PROSE not in SILENT
