"""What is left open, and in which words."""

from __future__ import annotations

from natobrief.model import Doubt
from natobrief.reader import read
from natobrief.text import Span


def doubts(text: str, published: str | None = None) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(d.code, d.reason, d.candidates) for d in read(text, published=published).doubts]


def test_nobody_speaks() -> None:
    brief = read('"We are ready to talk about it."')
    assert brief.doubts == (
        Doubt(
            code="speaker-unknown",
            spans=[Span(start=1, end=31)],
            record=brief.quotes[0].id,
            field="speaker",
            reason="nothing near these words says who spoke them",
        ),
    )


def test_two_people_of_one_surname() -> None:
    text = 'Ann Lee met Tom Lee. "We are ready to talk," Lee said.'
    assert doubts(text) == [
        ("name-ambiguous", "“Lee” may be Ann Lee or Tom Lee", ("Ann Lee", "Tom Lee")),
    ]
    assert read(text).quotes[0].attribution_text == "Lee"


def test_pronoun_with_two_candidates() -> None:
    text = 'Tom Keller met Jim Stone. It went well.\n"We are ready to talk," he said.'
    assert doubts(text) == [
        ("pronoun-unresolved", "it is not clear whom “he” means", ("Tom Keller", "Jim Stone")),
    ]


def test_they() -> None:
    assert doubts('"We are ready to talk," they said.') == [
        ("pronoun-unresolved", "it is not clear whom “they” means", ()),
    ]


def test_description() -> None:
    assert doubts('"We are ready to talk," the envoy said.') == [
        ("description-unresolved", "it is not clear whom “the envoy” means", ()),
    ]


def test_year_is_open() -> None:
    assert doubts("They met on Friday, January 7.")[0][:2] == (
        "year-open",
        "the text names no year, and its dates fit several",
    )
    assert doubts("They met on Friday, January 7, and Friday, January 8.") == [
        (
            "year-open",
            "the text names no year: Friday January 7 and Friday January 8 fit no common year",
            (),
        ),
    ]


def test_start_of_a_block() -> None:
    text = "It was a long day.\nWe will not give in.\nAnn Lee, Foreign Minister"
    assert doubts(text) == [
        (
            "block-start",
            "the paragraph may belong to the signed words below it, or to the reporter",
            (),
        ),
    ]


def test_date_that_is_none() -> None:
    text = "They met on Wednesday, January 13, 2022."
    assert [code for code, _, _ in doubts(text)] == ["date-contradiction"]


def test_speaker_of_two_countries() -> None:
    ((code, reason, candidates),) = doubts('"We are ready to talk," the Congolese side said.')
    assert code == "name-ambiguous"
    assert reason == f"“the Congolese side” may speak for {' or '.join(candidates)}"
    assert len(candidates) == 2
