"""Texts wrapped at a fixed width are read like the same texts unwrapped."""

from __future__ import annotations

import re
import textwrap

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from natobrief.model import Brief
from natobrief.reader import read
from natobrief.reader.text.unwrapping import unwrap
from tests.reader.texts import SEED, article


def wrapped(text: str, width: int = 72, indent: str = "") -> str:
    """Wrap each paragraph, with a blank line between two."""
    return "\n\n".join(
        textwrap.fill(line, width, subsequent_indent=indent)
        for line in text.split("\n")
        if line.strip()
    )


_HIDDEN = ("id", "uid", "spans", "source", "occasion", "statement")


def facts(brief: Brief) -> list[object]:
    records = [
        {f.name: getattr(r, f.name) for f in attrs.fields(type(r)) if f.name not in _HIDDEN}
        for r in brief.records
    ]
    dates = [(" ".join(d.text.split()), d.when, d.resolution) for d in brief.dates]
    why = [(e.field, e.rule, e.reason) for e in brief.evidence]
    doubts = [(d.code, d.field, d.reason, d.candidates) for d in brief.doubts]
    return [records, dates, why, doubts, brief.dating]


@pytest.mark.skipif(not SEED.exists(), reason="the first article is not beside the repository")
def test_wrapped_first_article() -> None:
    text = SEED.read_text(encoding="utf-8")
    assert unwrap(text).text is text
    assert facts(read(wrapped(text))) == facts(read(text))


@pytest.mark.parametrize("indent", ["", "   "])
@pytest.mark.parametrize("width", [60, 72, 95])
@pytest.mark.parametrize("name", ["rasmussen-2014", "osce-2021", "guterres-2019"])
def test_wrapped_article(name: str, width: int, indent: str) -> None:
    text = wrapped(article(name), width, indent)
    brief = read(text)
    assert facts(brief) == facts(read(article(name)))
    for quote in brief.quotes:
        words = "\n".join(" ".join(span.of(text).split()) for span in quote.spans)
        assert words.replace("- ", "-") == quote.text.replace("- ", "-")
    assert all(date.text == date.span.of(text) for date in brief.dates)


_WORDS = st.text("abcdefg", min_size=2, max_size=9)
_PARAGRAPHS = st.lists(st.lists(_WORDS, min_size=30, max_size=60), min_size=1, max_size=4)


@given(paragraphs=_PARAGRAPHS, width=st.integers(20, 100), newline=st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=60, deadline=None)
def test_unwrap_undoes_wrapping(paragraphs: list[list[str]], width: int, newline: str) -> None:
    lines = [" ".join(words) for words in paragraphs]
    line_ends = sum(len(textwrap.wrap(line, width)) - 1 for line in lines)
    assume(line_ends == 0 or line_ends >= 3)  # fewer are no evidence, and the text is left alone
    text = "\n\n".join(textwrap.fill(line, width) for line in lines).replace("\n", newline)
    found = unwrap(text)
    assert found.text == (newline * 2).join(lines)
    for m in re.finditer(r"\w+", found.text):
        assert text[slice(*found.place(*m.span()))] == m[0]
    assert found.place(0, len(found.text)) == (0, len(text))
    assert found.place(3, 3) == (3, 3)


WRAPPED = (
    "The first line of this text runs on to\nthe right margin and goes on from there\n"
    "to the next one, and so it does below\nthat, since somebody wrapped it so, and\n"
    "left it at that for whoever came later.\n"
)
UNWRAPPED = WRAPPED.strip().replace("\n", " ")


KEPT_APART = {
    WRAPPED + "\nAnn Lee\nForeign Minister": UNWRAPPED + "\n\nAnn Lee\nForeign Minister",
    WRAPPED + "- one thing\n- another": UNWRAPPED + "\n- one thing\n- another",
    WRAPPED + "\nIt was a time of far-reaching and long-\nrange plans.": (
        UNWRAPPED + "\n\nIt was a time of far-reaching and long-range plans."
    ),
    WRAPPED + "\nIt was a time of all kinds of short-\nand long-range plans.": (
        UNWRAPPED + "\n\nIt was a time of all kinds of short- and long-range plans."
    ),
    WRAPPED + "\nIt was all over and done with by May\n24. Then they went on.": (
        UNWRAPPED + "\n\nIt was all over and done with by May 24. Then they went on."
    ),
}


@pytest.mark.parametrize("text", KEPT_APART)
def test_lines_that_stay_apart(text: str) -> None:
    assert unwrap(text).text.strip() == KEPT_APART[text]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "They met in Oslo.\nIt went well.\nThey left.\nIt rained.\nNobody knew why.",
        # Short paragraphs of one length that end where a sentence does.
        "Norway met Sweden today.\nSweden met Norway today.\nDenmark met Sweden also.\nAll met.",
        "\n".join([f"{'word ' * 25}and so on." for _ in range(5)]),
    ],
)
def test_texts_that_are_not_wrapped(text: str) -> None:
    assert unwrap(text).text is text
