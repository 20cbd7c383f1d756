"""Pages of Markdown: all that was read is told, nothing that was written becomes markup."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

from natobrief.errors import InvalidValue
from natobrief.formats import dump, html, load, markdown
from natobrief.formats._page.plain_text import escaped, isolated, level, link_target
from natobrief.model import (
    Brief,
    Meeting,
    MeetingStatus,
    Outcome,
    Person,
    Post,
    Quote,
    QuoteKind,
    Source,
    Statement,
)
from natobrief.query import Corpus
from natobrief.testing import briefs, corpora, texts
from tests.formats.hostile import HOSTILE, everywhere
from tests.formats.told import all_records, all_sources, texts_of

# As GitHub reads it: tables, strikethrough and HTML count.
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

KINDS = {
    *("heading", "paragraph", "inline", "text", "strong", "link", "softbreak", "hardbreak"),
    *("bullet_list", "ordered_list", "list_item", "blockquote", "text_special"),
}


def tokens_in(page: str) -> list[Token]:
    found: list[Token] = []
    for token in READER.parse(page):
        found.append(token)
        found += token.children or []
    return found


def flat(text: str) -> str:
    """Return a text without blanks and without the isolates that are put around some."""
    kept = (c for c in level(text) if not c.isspace() and c not in "\u2068\u2069")
    return "".join(kept)


def text_of(page: str) -> str:
    return flat("".join(t.content for t in tokens_in(page) if t.type.startswith("text")))


def check(value: Brief | Corpus) -> None:
    """Read the page of a value as a browser of GitHub would, and look for all that it tells."""
    page = markdown.dumps(value)
    assert page == markdown.dumps(value)
    tokens = tokens_in(page)
    kinds = {token.type.removesuffix("_open").removesuffix("_close") for token in tokens}
    assert kinds <= KINDS
    sources = all_sources(value)
    links = [str(token.attrs["href"]) for token in tokens if token.type == "link_open"]
    assert len(links) <= 2 * len([s for s in sources if s.url is not None])
    for link in links:
        assert link.lower().startswith(("http://", "https://"))
    said = text_of(page)
    for text in texts_of(value):
        assert flat(text) in said
    for record in all_records(value):
        if isinstance(record, Quote | Statement) and record.text is not None:
            assert flat(record.text) in said


@settings(max_examples=30)
@given(briefs())
def test_any_brief(brief: Brief) -> None:
    check(brief)


@settings(max_examples=30)
@given(corpora())
def test_any_corpus(corpus: Corpus) -> None:
    check(corpus)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:30])
def test_hostile_text_in_every_field(text: str) -> None:
    check(everywhere(text))


def only_text(page: str, text: str) -> None:
    inline = [token for token in READER.parse(page) if token.type == "inline"]
    assert len(inline) == 1
    children = inline[0].children or []
    assert all(child.type in ("text", "text_special") for child in children)
    assert " ".join("".join(child.content for child in children).split()) == level(text)


@settings(max_examples=150)
@given(texts(max_size=20))
@example("1. one")
@example("1) one")
@example("+ one")
@example("===")
@example("![a](b)")
@example("www.example.org")
@example("a | b\n- | -")
@example("[a]: b")
@example("<!-- a -->")
@example("\\")
@example("&copy; &#38;")
@example("~~a~~ $b$")
def test_a_text_stays_that_text_alone_and_behind_words(text: str) -> None:
    only_text(escaped(text), text)
    only_text(f"x {escaped(text)}", f"x {text}")


@given(texts(max_size=20))
def test_isolates_are_balanced(text: str) -> None:
    line = isolated(text)
    if line == escaped(text):
        classes = {unicodedata.bidirectional(c) for c in text}
        assert not classes & {"R", "AL", "RLO", "RLE", "LRO", "LRE", "RLI", "LRI", "FSI", "PDI"}
        return
    depth = 0
    for character in line:
        depth += character in "\u2066\u2067\u2068"
        depth = max(depth - (character == "\u2069"), 0)
    assert depth == 0
    assert line[0] == "\u2068"


def test_what_github_would_link_by_itself_is_broken_up() -> None:
    assert escaped("see https://example.org or WWW.example.org") == (
        r"see https\://example.org or WWW\.example.org"
    )


def test_addresses_keep_their_meaning() -> None:
    assert (
        link_target("https://example.org/a>b<c\\d(e)") == "<https://example.org/a%3Eb%3Cc%5Cd(e)>"
    )


def test_a_page() -> None:
    source = Source(
        title="Talks", publisher="The Courier", published="2022-01-07", url="https://example.org/a"
    )
    speaker, post = Person(name="Ann Lee"), Post(name="Secretary")
    said = Statement(
        speaker=speaker,
        post=post,
        made="2022-01-07",
        occasion="council",
        audience=[Person(name="Bo Kim")],
        source=source,
    )
    council = Meeting(
        uid="council",
        name="The Council",
        scheduled="2022-01~",
        status=MeetingStatus.TENTATIVE,
        outcome=Outcome.PENDING,
        agenda=["1. energy", "*trade*"],
        source=source,
    )
    direct = Quote(
        text="We are ready.\nThey are not.",
        speaker=speaker,
        post=post,
        said="2022-01-07",
        statement=said.id,
        source=source,
    )
    told = Quote(text="it is late", kind=QuoteKind.INDIRECT, source=source)
    brief = Brief(source=source, quotes=[direct, told], statements=[said], meetings=[council])
    assert markdown.dumps(brief) == (
        "# Talks\n\n"
        "The Courier · published Friday 7 January 2022 · "
        "[https\\://example.org/a](<https://example.org/a>)\n\n"
        "2 quotes, 1 statement, 1 meeting, 1 source\n\n"
        "## Quotes\n\n"
        "### Friday 7 January 2022\n\n"
        "> We are ready.\n>\n> They are not.\n\n"
        "**Ann Lee**, Secretary\\\n"
        "Part of the statement of Ann Lee\\\n"
        "According to The Courier (source 1) of Friday 7 January 2022\n\n"
        "### At a time that is not known\n\n"
        "it is late\n\n"
        "Speaker not known (in the words of the reporter)\\\n"
        "According to The Courier (source 1) of Friday 7 January 2022\n\n"
        "## Timeline\n\n"
        "### Friday 7 January 2022\n\n"
        "- **Ann Lee**, Secretary (statement)\\\n"
        "  To Bo Kim\\\n"
        "  Around The Council\\\n"
        "  According to The Courier (source 1) of Friday 7 January 2022\n\n"
        "## What lies ahead\n\n"
        "As of the newest report, Friday 7 January 2022\n\n"
        "- **The Council** (proposed)\\\n"
        "  About January 2022\\\n"
        "  On the agenda: 1\\. energy; \\*trade\\*\\\n"
        "  According to The Courier (source 1) of Friday 7 January 2022\n\n"
        "## Sources\n\n"
        "1. **Talks**\\\n"
        "   The Courier · published Friday 7 January 2022 · "
        "[https\\://example.org/a](<https://example.org/a>)\n"
    )


def test_dump_writes_the_page_and_says_what_is_lost(tmp_path: Path) -> None:
    brief = Brief(text="Yes.", quotes=[Quote(text="Yes.", speaker=Person(name="A", id="a"))])
    path = tmp_path / "page.md"
    report = dump(brief, path)
    assert path.read_bytes().decode() == markdown.dumps(brief)
    assert report == dump(brief, tmp_path / "page.html")
    assert str(report).splitlines() == [
        f"{brief.source.id} text: a page tells what was read, not the text itself",
        f"{brief.quotes[0].id} id: a page has only names",
    ]
    with pytest.raises(InvalidValue, match="a file in a format that can be read back"):
        load(path)


def test_both_pages_have_the_same_title() -> None:
    quote = Quote(text="Yes.")
    assert markdown.dumps(quote, title="A *b*").startswith("# A \\*b\\*\n")
    assert "<h1><bdi>A *b*</bdi></h1>" in html.dumps(quote, title="A *b*")
