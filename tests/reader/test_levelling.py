"""Spaces, combining marks and invisible marks change nothing of what is read."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natobrief.reader import read
from natobrief.reader.text.levelling import levelled
from tests.reader.test_unwrapping import facts
from tests.reader.texts import article

_NAMES = ["rasmussen-2014", "osce-2021", "guterres-2019"]
_CHARS = st.sampled_from(
    ["a", "o\u0308", "e\u0301", "\u00a0", "\u2009", "\u200b", "\u202e", ".", " "]
)


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", "\u3000"])
@pytest.mark.parametrize("name", _NAMES)
def test_spaces_of_any_kind(name: str, space: str) -> None:
    text = article(name)
    assert facts(read(text.replace(" ", space))) == facts(read(text))


@pytest.mark.parametrize("mark", ["\u200b", "\u00ad", "\u200f", "\u2060", "\ufeff", "\u2066"])
@pytest.mark.parametrize("name", _NAMES)
def test_invisible_marks(name: str, mark: str) -> None:
    text = article(name)
    marked = mark + text.replace(" ", f" {mark}").replace("e", f"e{mark}")
    assert [quote.text for quote in read(marked).quotes] == [
        quote.text for quote in read(text).quotes
    ]
    assert [meeting.name for meeting in read(marked).meetings] == [
        meeting.name for meeting in read(text).meetings
    ]


def test_letters_in_two_pieces() -> None:
    text = "Péter Szijjártó met with José Müller in Malmö on 3 May 2022. “No,” said Szijjártó."
    apart = unicodedata.normalize("NFD", text)
    brief = read(apart)
    assert facts(brief) == facts(read(text))
    assert brief.quotes[0].attribution_text == "Szijjártó"
    (place,) = [e.spans[0] for e in brief.evidence if e.field == "place"]
    assert unicodedata.normalize("NFC", place.of(apart)) == "Malmö"


@given(text=st.lists(_CHARS, max_size=30).map("".join))
def test_levelled_text_is_level(text: str) -> None:
    level = levelled(text)
    assert levelled(level.text).text == level.text
    # Every letter stands where it stood, and nothing is out of order.
    places = [level.place(at, at + 1) for at in range(len(level.text))]
    assert places == sorted(places)
    for (start, _), char in zip(places, level.text, strict=True):
        assert unicodedata.normalize("NFD", char)[0] in (text[start], " ")


def test_plain_text_comes_back_as_it_is() -> None:
    for text in ("", "Ann Lee said so.", "“Ja,” sagte Müller."):
        assert levelled(text).text == text
        assert len(levelled(text).here) == 1
