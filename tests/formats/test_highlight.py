"""The highlighted view: its text is the brief's, its reasons are all there, nothing is loaded."""

from __future__ import annotations

import html.parser
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from natobrief.errors import InvalidValue
from natobrief.formats import highlighted
from natobrief.formats._highlight.notes import notes_of
from natobrief.formats._highlight.spans import paragraphs, pieces
from natobrief.model import Brief, Dating, Doubt, Evidence, Meeting, Person, Quote, Source
from natobrief.reader import read
from natobrief.testing import briefs
from natobrief.text import Span

ARTICLES = sorted((Path(__file__).parents[1] / "reader" / "articles").glob("*.txt"))
HOSTILE = "<script>alert(\"1\")</script>' onmouseover='x' &amp; --> </article></style>\r\n\x0c"
EMPTY = {"meta", "br", "link", "img", "input"}


class View(html.parser.HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text: list[str] = []
        self.marks: list[dict[str, str]] = []
        self.words: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        assert len(found) == len(attrs)
        self.tags.add(tag)
        self.attributes |= found.keys()
        if "id" in found:
            self.ids.append(found["id"])
        if "href" in found:
            self.links.append(found["href"])
        if tag == "mark" and "article" in self.open:
            self.marks.append(found)
            self.words.append("")
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "article" in self.open:
            self.text.append(data)
            if "mark" in self.open:
                self.words[-1] += data


def view_of(brief: Brief) -> View:
    page = highlighted(brief)
    assert page.startswith("<!doctype html>")
    return View(page.removeprefix("<!doctype html>"))


def check(brief: Brief) -> View:
    view = view_of(brief)
    assert "".join(view.text) == brief.text
    assert len(set(view.ids)) == len(view.ids)
    inside = [link for link in view.links if link.startswith("#")]
    assert {link[1:] for link in inside} <= set(view.ids)
    for mark in view.marks:
        assert set(mark["aria-describedby"].split()) <= set(view.ids)
        assert mark["data-why"]
    for note in notes_of(brief):
        for span in note.spans:
            told = [
                words
                for mark, words in zip(view.marks, view.words, strict=True)
                if note.line in mark["data-why"].split("\n") or "\n" in note.line
            ]
            words = span.of(brief.text or "")
            assert told or not words.strip()
    return view


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_articles(path: Path) -> None:
    brief = read(path.read_text(encoding="utf-8"), published="2022-01-12")
    view = check(brief)
    # Each span of each piece of evidence is covered by marks that say why.
    text = brief.text or ""
    for note in notes_of(brief):
        for span in note.spans:
            told = "".join(
                words
                for mark, words in zip(view.marks, view.words, strict=True)
                if note.line in mark["data-why"].split("\n")
            )
            assert re.sub(r"\s", "", span.of(text)) in re.sub(r"\s", "", told)


@settings(max_examples=60)
@given(briefs())
def test_any_brief(brief: Brief) -> None:
    if brief.text is None:
        with pytest.raises(InvalidValue):
            highlighted(brief)
        return
    check(brief)


def test_hostile_text_stays_text() -> None:
    span = Span(start=0, end=len(HOSTILE))
    quote = Quote(
        text=HOSTILE,
        speaker=Person(name=HOSTILE),
        spans=[span],
        source=Source(title=HOSTILE, url="javascript:alert(1)"),
    )
    brief = Brief(
        source=quote.source,
        text=HOSTILE,
        quotes=[quote],
        dating=Dating(proof=[HOSTILE]),
        evidence=[
            Evidence(record=quote.id, field="speaker", spans=[span], rule=HOSTILE, reason=HOSTILE)
        ],
        doubts=[Doubt(code=HOSTILE, spans=[span], reason=HOSTILE, candidates=[HOSTILE])],
    )
    view = check(brief)
    assert not view.tags & {"script", "img", "link", "iframe", "object"}
    assert not any(name.startswith("on") for name in view.attributes)
    assert all(link.startswith("#") for link in view.links)


def test_nothing_is_loaded_from_elsewhere() -> None:
    source = Source(url="https://example.org/?a=1&b=<2>", title="Talks", publisher="The Gazette")
    page = highlighted(read("Ann Lee met Bo Kim.", source=source))
    assert view_of(read("Ann Lee met Bo Kim.", source=source)).links[0] == source.url
    assert not re.search(r"src=|url\(|@import|<link|<script", page)
    assert "default-src 'none'" in page


def test_marks_are_cut_where_spans_cross() -> None:
    text = "One two three"
    first, then = Span(start=0, end=7), Span(start=4, end=13)
    quotes = [
        Quote(text="One two", spans=[first]),
        Quote(text="two three", spans=[then]),
    ]
    view = check(Brief(text=text, quotes=quotes))
    assert view.words == ["One ", "two", " three"]
    assert [mark["data-why"].count("Quote of an unknown speaker") for mark in view.marks] == [
        1,
        1,
        1,
    ]
    assert ["tabindex" in mark for mark in view.marks] == [True, True, False]


def test_paragraphs_of_both_styles() -> None:
    assert [t for *_, t in paragraphs("a\nb\r\nc")] == [True, False, True, False, True]
    assert [t for *_, t in paragraphs("a\nb\r\n \r\nc")] == [True, False, True]
    assert list(paragraphs("")) == []


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 10)), max_size=8),
    st.integers(41, 45),
)
def test_pieces_cover_the_text_once_and_know_their_spans(
    rows: list[tuple[int, int]], end: int
) -> None:
    spans = [(start, start + length, number) for number, (start, length) in enumerate(rows)]
    cut = pieces(spans, [end])
    assert [piece.start for piece in cut] == [0, *(piece.end for piece in cut[:-1])]
    assert cut[-1].end == end
    for piece in cut:
        for at in (piece.start, piece.end - 1):
            assert list(piece.over) == [n for a, b, n in spans if a <= at < b]
        assert list(piece.begins) == [n for a, _, n in spans if a == piece.start]


def test_what_is_no_brief_with_text_is_refused() -> None:
    with pytest.raises(InvalidValue) as caught:
        highlighted("Ann Lee met Bo Kim.")  # type: ignore[arg-type]
    assert str(caught.value) == (
        "highlighted.brief: expected a brief that keeps its text, got 'Ann Lee met Bo Kim.'"
    )
    with pytest.raises(InvalidValue, match=r"got one without$"):
        highlighted(Brief())


def test_doubts_are_listed_with_their_words() -> None:
    page = highlighted(read('"We are ready to talk now." That was all.'))
    assert re.search(
        r'<li id="why(\d+)"><a href="#at\1">“We are ready to talk now.”</a> '
        r"<code>speaker-unknown</code><br>nothing near these words says who spoke them</li>",
        page,
    )
    assert "<h2>Doubts</h2><p>None.</p>" in highlighted(Brief(text=""))


def test_a_meeting_without_evidence_is_shown() -> None:
    meeting = Meeting(uid="talks", name="Talks", spans=[Span(start=0, end=5)])
    view = check(Brief(text="Talks were held.", meetings=[meeting]))
    assert [(mark["class"], mark["data-why"]) for mark in view.marks] == [
        ("meeting", "Meeting “Talks”")
    ]
