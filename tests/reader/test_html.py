"""Pages of HTML: what they say about themselves, which words are the article, and rubbish."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from bs4.element import PreformattedString
from hypothesis import example, given, settings
from hypothesis import strategies as st

from natobrief.errors import InvalidDate, InvalidValue, MissingExtra, NatobriefError
from natobrief.model import Brief, DatingBasis, Source, SourceKind
from natobrief.reader import read_html
from natobrief.reader.web.markup import decoded, whole_markup
from natobrief.when import When
from tests.reader.texts import day, said

PAGES = Path(__file__).parent / "pages"


def page(name: str, **more: str) -> Brief:
    return read_html((PAGES / f"{name}.html").read_bytes(), **more)  # type: ignore[arg-type]


def article(*words: str, head: str = "") -> Brief:
    body = "".join(f"<p>{each}</p>" for each in words)
    return read_html(f"<html><head>{head}</head><body><article>{body}</article></body></html>")


# --- whole pages --------------------------------------------------------------------------------


def test_a_news_site_with_linked_data() -> None:
    brief = page("news", url="https://courier.example.org/x?y=1")
    assert brief.source.evolve(text_sha256=None) == Source(
        url="https://courier.example.org/x?y=1",
        title="Norway offers to host talks on Ukraine",
        publisher="The Fjord Courier",
        kind=SourceKind.ARTICLE,
        published="2022-01-07T16:30:00+01:00",
        updated="2022-01-07T18:05:00+01:00",
        language="en-GB",
    )
    assert (brief.text or "").split("\n\n") == [
        "Norway offers to host talks on Ukraine",
        "By Kari Holm",
        "7 January 2022",
        "Prime Minister Erik Moe meets Swedish envoys in Bergen in 2019.",
        (
            "OSLO, Jan 7 – Norway is ready to host talks between Russia and Ukraine, Foreign"
            " Minister"
            " Anna Berg said on Friday."
        ),
        "“We have a table, and we have time,” Anna Berg told reporters in Oslo yesterday.",
        "We would welcome any serious meeting.",
        "— Bo Kim, Ambassador of South Korea",
        "Officials in Kyiv did not comment.",
    ]
    direct = [row[1:] for row in said(brief) if row[0] == "direct"]
    assert direct == [
        ("Anna Berg", "We have a table, and we have time,"),
        ("Bo Kim", "We would welcome any serious meeting."),
    ]
    # The caption is of another year, and the byline speaks to nobody.
    assert all("Swedish" not in (m.name or "") for m in brief.meetings)
    assert "Kari Holm" not in {q.speaker.name for q in brief.quotes if q.speaker}
    assert brief.dating.basis is DatingBasis.GIVEN
    assert not [d for d in brief.doubts if d.code.startswith("page")]


def test_a_ministry_of_the_old_school() -> None:
    brief = page("ministry")
    assert brief.source.title == "Minister Berg spoke with Minister Kim"
    assert brief.source.publisher == "Ministry of Foreign Affairs of Norway"
    assert (brief.source.published, brief.source.language) == (day("2021-11-23"), "en-GB")
    assert (brief.text or "").split("\n\n")[2:5] == [
        (
            "Foreign Minister Anna Berg of Norway spoke by phone with Bo Kim, the Foreign"
            " Minister of"
            " South Korea, on 23 November 2021."
        ),
        "Anna Berg said that Norway would open an office in São Tomé next year.",
        '"We agreed on next steps," the minister said.',
    ]
    assert {q.speaker.name for q in brief.quotes if q.speaker} == {"Anna Berg"}
    assert "Per Dahl" not in {getattr(a, "name", "") for a in brief.actors}


def test_a_blog_that_contradicts_itself() -> None:
    brief = page("blog")
    assert brief.source.url == "https://notes.example.org/2022/02/questions/"
    assert brief.source.published == When.parse("[2022-02-03,2022-02-09]")
    (doubt,) = brief.doubts
    assert (doubt.code, doubt.candidates) == (
        "page-dates",
        ("2022-02-09T09:00:00Z", "2022-02-03T09:00:00Z"),
    )
    assert doubt.reason == (
        "the page contradicts itself about its day of publication: 2022-02-09T09:00:00Z (JSON-LD)"
        "; 2022-02-03T09:00:00Z (meta article:published_time)"
    )
    assert [row[1:] for row in said(brief)] == [
        ("questioner", "Are you ready?"),
        ("Mart Saar", "We are.\nWe have been for weeks."),
        ("questioner", "When will it start?"),
        ("Mart Saar", "On Monday."),
    ]


def test_a_broken_page() -> None:
    brief = page("broken")
    assert brief.source.title == "Talks in Riga"
    assert (brief.text or "").split("\n\n")[1:4] == [
        "The foreign minister of Latvia, Ilze Ozola, said 3 < 4 and a > b.",
        '"We meet again on Monday," Ozola said.',
        "The ministers met in Riga. never closed",
    ]


def test_a_page_that_says_nothing_about_itself() -> None:
    brief = page("bare")
    title = "Finland and Sweden will hold talks in Turku."
    assert brief.source == Source(title=title, text_sha256=brief.source.text_sha256)
    assert said(brief) == [("direct", "Aino Laine", "We are neighbours,")]


def test_a_transcript() -> None:
    brief = page("transcript")
    assert brief.source.kind is SourceKind.TRANSCRIPT
    assert [(s, w.splitlines()[0]) for _, s, w in said(brief)] == [
        ("Joe Biden", "Good evening. Sit down, please."),
        ("questioner", "Mr. President, thank you. Is the alliance united?"),
        ("Joe Biden", "It is."),
        ("questioner (Reuters)", "And tomorrow?"),
        ("Joe Biden", "Tomorrow too."),
    ]


# --- facts --------------------------------------------------------------------------------------

META = '<meta property="article:published_time" content="{}">'
DATES = {
    "2022-01-07": "2022-01-07",
    "2022-01-07T10:00:00Z": "2022-01-07T10:00:00Z",
    "2022-01-07T10:00:00.123+0100": "2022-01-07T10:00:00+01:00",
    "2022-01-07T10:00+01": "2022-01-07T10:00+01:00",
    "2022-01-07 10:00:00": "2022-01-07T10:00:00Z",
    "2022-01-07 10:00:00 UTC": "2022-01-07T10:00:00Z",
    "20220107": "2022-01-07",
    "Fri, 07 Jan 2022 10:00:00 +0100": "2022-01-07T10:00:00+01:00",
    "January 7, 2022": "2022-01-07",
    "7 January 2022": "2022-01-07",
}


@pytest.mark.parametrize("words", DATES)
def test_dates_as_pages_write_them(words: str) -> None:
    brief = article("Nothing.", head=META.format(words))
    assert str(brief.source.published).removesuffix("[UTC]") == DATES[words]
    assert not brief.doubts


@pytest.mark.parametrize("words", ["01/02/2022", "soon", "2022-02-30", "99999999999999"])
def test_a_date_that_cannot_be_read_is_doubted(words: str) -> None:
    brief = article("Nothing.", head=META.format(words))
    assert brief.source.published is None
    assert [d.reason for d in brief.doubts] == [
        f"the page gives “{words}” as a date (meta article:published_time), which can't be read"
    ]


def test_times_are_in_the_zone_of_the_caller() -> None:
    text = META.format("2022-01-07T10:00:00")
    brief = read_html(text, zone="Europe/Oslo")
    assert str(brief.source.published) == "2022-01-07T10:00:00+01:00[Europe/Oslo]"


def test_the_day_of_the_caller_counts_and_is_compared() -> None:
    brief = read_html(META.format("2022-01-07"), published="2022-01-20")
    assert brief.source.published == day("2022-01-20")
    (doubt,) = brief.doubts
    assert doubt.reason == (
        "the page and the caller give different days of publication: 2022-01-20 (the caller); "
        "2022-01-07 (meta article:published_time)"
    )
    assert not read_html(META.format("2022-01-07T23:30:00Z"), published="2022-01-08").doubts


def test_a_change_before_the_publication_is_doubted() -> None:
    head = META.format("2022-01-07") + '<meta name="last-modified" content="2021-01-01">'
    brief = article("Nothing.", head=head)
    assert brief.source.updated is None
    assert [d.reason for d in brief.doubts] == [
        "the page was changed on 2021-01-01 (meta last-modified), before it was published"
    ]


def test_the_source_of_the_caller_counts() -> None:
    source = Source(title="Mine", publisher="Me", published="2022-01-07")
    brief = read_html(
        META.format("2022-01-07") + "<title>Theirs</title><p>Words.</p>", source=source
    )
    assert (brief.source.title, brief.source.publisher) == ("Mine", "Me")


@pytest.mark.parametrize(
    "data",
    [
        "[" * 100_000,
        '{"@type": "NewsArticle", "headline": ',
        '{"@type": "NewsArticle", "headline": {"a": 1}, "datePublished": 5, "author": [[[]]]}',
        '{"@graph": "x", "@type": 5}',
        "null",
        '{"@type": "NewsArticle", "headline": "\\ud800"}',
        "9" * 5000,
    ],
)
def test_linked_data_of_any_kind(data: str) -> None:
    brief = article("Nothing.", head=f'<script type="application/ld+json">{data}</script>')
    assert brief.text


KINDS = {
    "Readout of a call": SourceKind.READOUT,
    "Joint statement of the ministers": SourceKind.STATEMENT,
    "Remarks by Ann Lee": SourceKind.TRANSCRIPT,
    "Speech by Ann Lee": SourceKind.SPEECH,
    "Talks failed": None,
}


@pytest.mark.parametrize("title", KINDS)
def test_the_kind_of_a_page_by_its_title(title: str) -> None:
    assert article("Nothing.", head=f"<title>{title}</title>").source.kind is KINDS[title]


def test_the_kind_of_a_page_by_its_address() -> None:
    url = "https://example.org/press-releases/1"
    assert read_html("<p>Nothing.</p>", url=url).source.kind is SourceKind.PRESS_RELEASE


def test_a_canonical_address() -> None:
    for href, expected in (
        ("https://example.org/a", "https://example.org/a"),
        ("/a", None),
        ("javascript:alert(1)", None),
        ("http://[", None),
    ):
        assert read_html(f'<link rel="canonical" href="{href}">').source.url == expected


def test_the_name_of_the_site_is_no_part_of_the_title() -> None:
    head = '<meta property="og:site_name" content="The Site"><title>Talks fail | The Site</title>'
    assert article("Nothing.", head=head).source.title == "Talks fail"


# --- words --------------------------------------------------------------------------------------

WRAPPED = """\
The talks that were planned for a day
in May have been put off by all of the
parties that were to have taken part in
them this year."""

TEXTS = {
    "<p>One.</p><p>Two.</p>": "One.\n\nTwo.",
    "One.<br>Two.<br><br>Three.": "One.\n\nTwo.\n\nThree.",
    "The long<br>line goes<br />on.": "The long line goes on.",
    "<p>An&shy;na&nbsp;Berg &amp; co&#46;</p>": "Anna Berg & co.",
    "<p>She said <q>we <q>know</q> it</q>.</p>": "She said “we ‘know’ it”.",
    "<ul><li>One</li><li>Two</li></ul>": "One\n\nTwo",
    f"<pre>{WRAPPED}</pre>": (
        "The talks that were planned for a day in May have been put off by all of the parties that"
        " were to have taken part in them this year."
    ),
    "<p hidden>no</p><div style='display: none'>no</div><p>yes</p>": "yes",
    "<div class='related-posts'>no</div><div class=cookie-banner>no</div><p>yes</p>": "yes",
    "<nav>no</nav><form>no</form><noscript>no</noscript><svg><text>no</text></svg><p>yes": "yes",
    "<script>no</script><script>no<p>yes</p>": "no\n\nyes",
    "<!-- no --><p>yes<!-- no": "yes no",
    "<table><tr><td>One</td><td>Two</td></tr></table>": "One\n\nTwo",
    "<p>H<sub>2</sub>O and x<sup>2</sup> and y<sup>nd</sup></p>": "H2O and x and ynd",
    "": "",
    "<": "<",
    "no markup at all": "no markup at all",
}


@pytest.mark.parametrize("markup", TEXTS)
def test_words(markup: str) -> None:
    assert read_html(markup).text == TEXTS[markup]


def test_the_densest_block_is_the_article() -> None:
    links = "".join(f"<li><a href='#'>A link with many words in it {i}</a></li>" for i in range(30))
    words = "<p>" + "The talks went on for a long time. " * 12 + "</p>"
    brief = read_html(f"<div><ul>{links}</ul></div><div><div>{words}{words}</div></div>")
    assert "link" not in (brief.text or "")
    assert (brief.text or "").count("The talks") == 24


ENCODED = {
    "utf-8": "<p>São Tomé “yes”</p>".encode(),
    "bom": b"\xef\xbb\xbf" + "<p>São Tomé “yes”</p>".encode(),
    "utf-16": "<p>São Tomé “yes”</p>".encode("utf-16"),
    "windows": "<p>São Tomé “yes”</p>".encode("cp1252"),
    "said latin-1": b'<meta charset="iso-8859-1">' + "<p>São Tomé “yes”</p>".encode("cp1252"),
    "said greek": b'<meta charset="iso-8859-7"><p>S\xe3o</p>',
    "said latin-1, is utf-8": b'<meta charset="latin-1">' + "<p>São Tomé “yes”</p>".encode(),
    "said nonsense": b'<meta charset="klingon">' + "<p>São Tomé “yes”</p>".encode(),
    "said hex": b'<meta charset="hex">' + "<p>São Tomé “yes”</p>".encode(),
    "xml": b'<?xml version="1.0" encoding="utf-8"?>' + "<p>São Tomé “yes”</p>".encode(),
}


@pytest.mark.parametrize("name", ENCODED)
def test_encodings(name: str) -> None:
    expected = "Sγo" if name == "said greek" else "São Tomé “yes”"
    assert read_html(ENCODED[name]).text == expected


def test_bytes_that_fit_no_encoding_are_doubted() -> None:
    brief = read_html(b"\xef\xbb\xbf<p>Talks \xff failed.</p>")
    assert brief.text == "Talks \ufffd failed."
    assert [d.code for d in brief.doubts] == ["page-encoding"]


# --- faults -------------------------------------------------------------------------------------


def test_all_faults_of_the_arguments_at_once() -> None:
    with pytest.raises(InvalidValue) as caught:
        read_html(3, url=4, source="x", directory=5, zone="Mars")  # type: ignore[arg-type]
    assert [str(f) for f in caught.value.faults[:3]] == [
        "read_html.url: expected text or None, got 4",
        "read_html.source: expected a Source or None, got 'x'",
        "read_html.directory: expected a Directory or None, got 5",
    ]
    assert [f.path for f in caught.value.faults[3:]] == ["read_html.zone", "read_html.page"]
    assert str(caught.value.faults[-1]) == "read_html.page: expected text or bytes, got 3"


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, b"PK\x03\x04" + b"\0" * 500, b"%PDF-1.7"],
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidValue, match=r"^read_html\.page: expected HTML, got binary data: "):
        read_html(data)


def test_lone_surrogates_are_refused() -> None:
    with pytest.raises(InvalidValue) as caught:
        read_html("<p>\ud800</p>")
    assert str(caught.value) == (
        "read_html.page: expected text without lone surrogates, got '\\ud800' at 3"
    )


def test_two_days_of_publication() -> None:
    with pytest.raises(InvalidValue, match=r"^read_html\.published: expected the source's own"):
        read_html("", published="2022-01-07", source=Source(published="2022-01-08"))
    with pytest.raises(InvalidDate):
        read_html("", published="soon")


def _nothing(name: str) -> None:
    """Find no package."""


def test_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", _nothing)
    with pytest.raises(MissingExtra) as caught:
        read_html("")
    assert str(caught.value) == (
        "natobrief.read_html needs more packages: pip install 'natobrief[html]'"
    )


def test_the_parser_is_loaded_when_it_is_needed() -> None:
    code = (
        "import sys; from natobrief.reader import read_html, read; read('x'); "
        "print('bs4' in sys.modules); read_html('x'); print('bs4' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert run.stdout.split() == ["False", "True"]


# --- rubbish ------------------------------------------------------------------------------------

_PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div ",
        ">",
        "<",
        "</",
        "<!--",
        "-->",
        "<![",
        "<?",
        "'",
        '"',
        "=",
        "&",
        ";",
        "<script",
        "</script",
        "<style>",
        "</title",
        "<title>",
        "<q>",
        "</q>",
        "<blockquote>",
        "<br>",
        "</blockquote>",
        "<article>",
        "</article>",
        "<h1>",
        "<time datetime='2022-01-07'>",
        "<pre>",
        "Ann Lee said: ",
        "“Yes.”",
        "\n",
        "\r",
        "\x00",
        "é",
        "\u2028",
        "&#xD800;",
        "&#0;",
        "<plaintext>",
        '<meta property="article:published_time" content="2022-01-0',
        '7">',
        "<table><td>",
        "<li>",
    ]
)
_MARKUP = st.one_of(st.lists(_PIECES, max_size=30).map("".join), st.text(max_size=80))


# A quotation mark that opens no value, and a declaration inside of what follows it.
_STRAY_MARK = '<div 7"><![7">'


@given(markup=_MARKUP)
@example(_STRAY_MARK)
@settings(max_examples=200, deadline=None)
def test_any_page_gives_a_brief_whose_spans_fit(markup: str) -> None:
    brief = read_html(markup)
    assert brief.text is not None
    for quote in brief.quotes:
        assert "\n".join(span.of(brief.text) for span in quote.spans) == quote.text
    assert "<script" not in brief.text or "<script" in markup.lower()


@given(data=st.binary(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_bytes_give_a_brief_or_an_error_of_ours(data: bytes) -> None:
    try:
        assert read_html(data).text is not None
    except NatobriefError as error:
        assert "binary data" in str(error)  # noqa: PT017


@given(markup=_MARKUP)
@example(_STRAY_MARK)
@settings(max_examples=200, deadline=None)
def test_whole_markup_has_no_open_ends(markup: str) -> None:
    whole = whole_markup(markup).text
    tree = BeautifulSoup(whole, "html.parser")
    assert not tree.find_all(string=lambda text: isinstance(text, PreformattedString))
    assert not tree.find_all("script")
    for tag in whole.split("<")[1:]:
        assert tag.removeprefix("/")[:1].isalpha()
        assert ">" in tag or "'" in whole or '"' in whole


@given(data=st.binary(max_size=60))
@settings(max_examples=100, deadline=None)
def test_bytes_are_always_decoded(data: bytes) -> None:
    found = decoded(data)
    assert found.text.encode("utf-8", "strict") is not None


DEEP = ("<div>", "<blockquote>x", "<q>x", "<b><p>x", "<ul><li>x", "<table><tr><td>x")


@pytest.mark.parametrize("piece", DEEP)
def test_pages_as_deep_as_one_likes(piece: str) -> None:
    assert read_html(piece * 3000 + "<p>The end.</p>").text


OPEN = (
    "<a ",
    "<a href='",
    "<!--",
    "<![",
    "<?",
    "</",
    "<",
    "<script>",
    "<b \"'",
    "<title>",
    "&#x41;",
)


@pytest.mark.parametrize("piece", OPEN)
def test_what_is_left_open_is_passed_once(piece: str) -> None:
    """The work of the pass grows as the page does: counted in calls, not in time."""

    def calls(length: int) -> int:
        count = 0

        def note(frame: object, event: str, arg: object) -> None:
            nonlocal count
            count += 1

        sys.setprofile(note)
        try:
            whole_markup(piece * length)
        finally:
            sys.setprofile(None)
        return count

    small, large = calls(400), calls(1600)
    assert large <= 4.2 * small + 50
