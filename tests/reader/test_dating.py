"""When a text was written, when its words were said, and what is no reason to doubt it."""

from __future__ import annotations

import pytest

from natobrief.directory import Directory
from natobrief.errors import InvalidDate, InvalidValue
from natobrief.model import DatingBasis
from natobrief.reader import read
from natobrief.reader.people.knowledge import Knowledge, Limits
from natobrief.when import When
from tests.reader.texts import day

KNOWLEDGE = Knowledge.of(Directory.default())


# --- terms in office as limits ------------------------------------------------------------------


def test_a_post_that_is_not_followed_up_leaves_later_years_open() -> None:
    text = "Polish Foreign Minister Radoslaw Sikorski said on Thursday, March 14, that it was late."
    brief = read(text)
    assert brief.dating.basis is DatingBasis.UNKNOWN
    assert brief.dating.candidates[:3] == (2013, 2019, 2024)
    assert "Radoslaw Sikorski speaks as Polish Foreign Minister and was not so before" in "".join(
        brief.dating.proof
    )
    assert [doubt.code for doubt in brief.doubts] == ["year-open"]


def test_a_post_that_is_followed_up_bounds_the_year() -> None:
    text = (
        "Polish Foreign Minister Radoslaw Sikorski said on Thursday, March 14, that it was late. "
        "NATO Secretary General Jens Stoltenberg said that it was not."
    )
    brief = read(text)
    assert brief.dating.candidates == (2019, 2024)
    assert [doubt.reason for doubt in brief.doubts] == [
        "the text names no year, and its dates fit several"
    ]


LIMITS = {
    ("jens-stoltenberg", "nato-secretary-general"): ("2014-10-01", "2024-10-01", False),
    ("mark-rutte", "nato-secretary-general"): ("2024-10-01", None, True),
    # Two terms with others between: from the first to the last.
    ("sergio-balanzino", "nato-secretary-general"): ("1994-08-13", "1995-12", False),
    ("donald-trump", "us-president"): ("2017-01-20", None, False),
    # Nobody is known from the successor's last day on, so there may be another term.
    ("josep-borrell", "eu-high-representative"): ("2019-12-01", None, False),
}


@pytest.mark.parametrize(("person", "post"), LIMITS)
def test_limits(person: str, post: str) -> None:
    first, last, in_office = LIMITS[person, post]
    wanted = Limits(day(first), None if last is None else When.parse(last), in_office)
    assert KNOWLEDGE.limits(person, post) == wanted


def test_no_limits() -> None:
    assert KNOWLEDGE.limits("jens-stoltenberg", "us-president") is None
    assert KNOWLEDGE.limits("jens-stoltenberg", "no-such-post") is None


# --- datelines ----------------------------------------------------------------------------------


DATELINES = {
    "Brussels, 24 June 2025 – Leaders gathered today.": "Leaders gathered today.",
    "The Hague, June 24, 2025 - Leaders gathered today.": "Leaders gathered today.",
    "New York, N.Y., Tuesday 24 June 2025 (AP) -- They met.": "They met.",
    "Talks begin\n\nBrussels, 24 June 2025 — Leaders gathered.": "Leaders gathered.",
    "THE HAGUE, June 24, 2025 - Leaders gathered today.": "Leaders gathered today.",
}


@pytest.mark.parametrize("text", DATELINES)
def test_dateline_in_small_letters(text: str) -> None:
    dating = read(text).dating
    assert (dating.basis, dating.reference) == (DatingBasis.TEXT, day("2025-06-24"))


@pytest.mark.parametrize(
    "text",
    [
        "It was late.\nBrussels, 24 June 2025 – Leaders gathered.",
        "Brussels, 24 June – Leaders gathered today.",
        "Brussels, where leaders met on 24 June 2025 – a Tuesday – is old.",
    ],
)
def test_no_dateline(text: str) -> None:
    assert read(text).dating.basis is not DatingBasis.TEXT


# --- background and doubts ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "The attack on 24 February 2022 was a crime.",
        "The attack on 24 February 2022 was a crime. It began on 3 May 2014.",
        "The attack on 24 February 2022 came before that on 24 February.",
    ],
)
def test_a_full_date_may_lie_far_back(text: str) -> None:
    assert read(text, published="2024-03-14").doubts == ()


def test_a_dateline_may_not() -> None:
    (doubt,) = read("OSLO, May 3, 2010 - They met.", published="2024-03-14").doubts
    assert doubt.code == "date-contradiction"
    assert doubt.reason == (
        "published 2024-03-14, but its dates would lie more than a year from then"
    )


def test_another_date_has_a_year() -> None:
    (doubt,) = read("The attack on 24 February was not that of 3 May 2014.").doubts
    assert (doubt.code, doubt.reason) == (
        "year-open",
        "the text doesn't say of which year “24 February” is, and its dates fit several",
    )


# --- when it was said ---------------------------------------------------------------------------

SAID = {
    "“We are ready for it,” Ann Lee said on Monday.": "2024-07-08",
    "“We are ready for it,” Ann Lee said in May.": "2024-05",
    "“We are ready for it,” Ann Lee told reporters in Oslo on Monday.": "2024-07-08",
    "“We are ready for it,” said Ann Lee, the foreign minister, on Monday.": "2024-07-08",
    "On Monday Ann Lee said that they were late.": "2024-07-08",
    "Ann Lee on Monday said that it was late.": "2024-07-08",
    "Ann Lee said Monday that it was late.": "2024-07-08",
    "“We are ready for it,” Ann Lee said of the May summit.": None,
    "“We are ready for it,” Ann Lee said of the talks on Monday.": None,
    "“We are ready for it,” Ann Lee said before the talks on Monday.": None,
    "“We are ready for it,” Ann Lee said about the Monday talks.": None,
    "“We are ready for it,” Ann Lee said after Monday's talks.": None,
    "Ahead of talks on Friday, Ann Lee said that it was late.": None,
    "Ann Lee, who met Tom Stone on Friday, said that it was late.": None,
    "Ann Lee was quoted as saying that ministers “may” discuss it in May.": None,
    "In May Ann Lee said that it was late.": None,
}


@pytest.mark.parametrize("text", SAID)
def test_said(text: str) -> None:
    wanted = SAID[text]
    (said,) = {quote.said for quote in read(text, published="2024-07-14").quotes}
    assert said == (None if wanted is None else When.parse(wanted))


def test_said_after_the_text() -> None:
    text = "“We are ready for it,” Ann Lee said on 20 July 2024."
    brief = read(text, published="2024-07-14")
    assert (brief.quotes[0].said, brief.statements[0].made) == (None, None)
    (doubt,) = brief.doubts
    assert (doubt.code, doubt.record, doubt.field) == (
        "said-after-text",
        brief.statements[0].id,
        "made",
    )
    assert doubt.reason == (
        "“20 July 2024” was read as 2024-07-20, which is after 2024-07-14, "
        "the day of the text that reports it"
    )
    assert doubt.candidates == ("2024-07-20",)


# --- arguments ----------------------------------------------------------------------------------


def refused(**arguments: object) -> str:
    with pytest.raises(InvalidValue) as caught:
        read("They met.", **arguments)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    return str(caught.value)


def test_arguments_of_another_kind() -> None:
    assert refused(source="NATO") == "read.source: expected a Source or None, got 'NATO'"
    assert refused(directory="x") == "read.directory: expected a Directory or None, got 'x'"
    assert refused(published=3) == (
        "read.published: expected EDTF text, a date, or a time with a zone, got 3"
    )
    assert refused(zone="Mars/Dome") == (
        "read.zone: expected the name of a time zone or an offset like +01:00, got 'Mars/Dome'"
    )
    assert refused(zone="Mars/Dome", published="2024-03-14").startswith("read.zone: expected ")


def test_published_is_no_date() -> None:
    with pytest.raises(InvalidDate) as caught:
        read("They met.", published="yesterday")
    assert str(caught.value) == (
        "read.published: expected a date in EDTF such as 2022-01-07, got 'yesterday'"
    )
