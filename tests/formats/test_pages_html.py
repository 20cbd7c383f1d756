"""Pages of HTML: all that was read is told, nothing that was written becomes markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings

from natobrief.errors import InvalidValue
from natobrief.formats import dump, html, load
from natobrief.formats._page.content import content_of
from natobrief.formats._page.losses import losses_of
from natobrief.formats._page.parts import visible
from natobrief.formats._page.style import STYLE
from natobrief.model import (
    Brief,
    Dating,
    DatingBasis,
    Doubt,
    Link,
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
from natobrief.testing import briefs, corpora
from natobrief.text import Span
from tests.formats.hostile import HOSTILE, everywhere
from tests.formats.told import all_records, all_sources, texts_of

JANUARY = Path(__file__).parents[2] / "examples" / "data" / "january-2022.json"

TAGS = {
    *("html", "head", "meta", "title", "style", "body", "header", "nav", "main", "section"),
    *("h1", "h2", "h3", "p", "ul", "ol", "li", "figure", "figcaption", "blockquote", "div"),
    *("a", "bdi", "strong", "span", "time", "cite"),
}
ATTRIBUTES = {
    *("lang", "charset", "http-equiv", "content", "name", "class", "href", "id", "aria-label"),
    *("aria-labelledby", "dir", "cite", "datetime", "rel"),
}


class View(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.all_text = ""
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.times: list[str] = []
        self.labels: list[str] = []
        self.isolated: list[str] = []
        self.quoted: list[str] = []
        self.reported: list[str] = []
        self.title = ""
        self.style = ""
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        assert len(found) == len(attrs)
        self.tags.add(tag)
        self.attributes |= found.keys()
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found["href"]] if "href" in found else []
        self.times += [found["datetime"]] if "datetime" in found else []
        self.labels += [found["aria-labelledby"]] if "aria-labelledby" in found else []
        if tag == "bdi":
            self.isolated.append("")
        elif tag == "blockquote":
            self.quoted.append("")
        elif found.get("class") == "words":
            self.reported.append("")
        if tag != "meta":
            self.open.append(f"{tag}.{found.get('class', '')}".rstrip("."))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().partition(".")[0] == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "title":
            self.title += data
        elif self.open and self.open[-1] == "style":
            self.style += data
        else:
            self.all_text += data
            if "bdi" in self.open:
                self.isolated[-1] += data
            elif "blockquote" in self.open:
                self.quoted[-1] += data
            elif "div.words" in self.open:
                self.reported[-1] += data


def check(value: Brief | Corpus) -> View:
    """Look through the page of a value, and return what was seen."""
    page = html.dumps(value)
    assert page == html.dumps(value)
    view = View(page)
    assert view.tags <= TAGS
    assert view.attributes <= ATTRIBUTES
    assert view.style == STYLE
    assert len(set(view.ids)) == len(view.ids)
    inside = {link[1:] for link in view.links if link.startswith("#")}
    assert {*inside, *view.labels} <= set(view.ids)
    outside = {link for link in view.links if not link.startswith("#")}
    assert outside <= {source.url for source in all_sources(value)}
    records = all_records(value)
    assert {record.id for record in records} <= set(view.ids)
    assert {f"source-{n}" for n in range(1, len(all_sources(value)) + 1)} <= set(view.ids)
    assert {visible(text) for text in texts_of(value)} <= set(view.isolated)
    quotes = [record for record in records if isinstance(record, Quote)]
    reported = [visible(q.text) for q in quotes if q.kind is QuoteKind.INDIRECT]
    literal = [visible(q.text) for q in quotes if q.kind is not QuoteKind.INDIRECT]
    said = [visible(r.text) for r in records if isinstance(r, Statement) and r.text is not None]
    assert sorted(view.reported) == sorted(reported)
    assert sorted(view.quoted) == sorted([*literal, *said])
    return view


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
    view = check(everywhere(text))
    assert view.title == visible(text)
    assert visible(text) in view.quoted


def test_every_tag_and_attribute_of_the_list_is_used() -> None:
    person = Person(name="Ann Lee")
    source = Source(url="https://example.org/a", title="A", published="2022-01-07", language="en")
    brief = Brief(
        source=source,
        quotes=[
            Quote(text="Yes.", speaker=person, source=source),
            Quote(text="they agree", kind=QuoteKind.INDIRECT, source=source),
        ],
        meetings=[Meeting(uid="a", source=source)],
    )
    view = check(brief)
    assert (view.tags, view.attributes) == (TAGS, ATTRIBUTES)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//example.org", "https://a b", "https://ü"]
)
def test_only_plain_addresses_become_links(url: str) -> None:
    source = Source(url=url)
    view = check(Brief(source=source, quotes=[Quote(text="Yes.", source=source)]))
    assert all(link.startswith("#") for link in view.links)
    assert url in view.isolated


def test_a_language_that_is_no_tag_is_no_attribute() -> None:
    source = Source(language='en" onload="x', title="A")
    page = html.dumps(Brief(source=source))
    assert "<h1><bdi>A</bdi></h1>" in page


def test_the_page_loads_nothing_and_runs_nothing() -> None:
    page = html.dumps(load(JANUARY, Corpus))
    assert "default-src 'none'; style-src 'unsafe-inline'" in page
    assert not re.search(r"url\(|@import|@font-face|src=|<script|<link", page)


def test_a_quote_has_its_speaker_office_and_source() -> None:
    source = Source(title="Remarks", publisher="NATO", published="2022-01-07", language="en")
    quote = Quote(
        text="We are ready.\n\nSo are they.",
        speaker=Person(name="Ann Lee"),
        post=Post(name="Secretary"),
        said="2022-01-07T10:30Z",
        source=source,
    )
    page = html.dumps(quote)
    assert (
        '<blockquote lang="en" dir="auto"><p>We are ready.</p>\n\n<p>So are they.</p>'
        "</blockquote>\n<figcaption><p><strong><bdi>Ann Lee</bdi></strong>, "
        '<bdi>Secretary</bdi>, <time datetime="2022-01-07T10:30Z">Friday 7 January 2022, '
        "10:30 UTC</time></p>\n<p>According to "
        '<cite><a href="#source-1"><bdi>NATO</bdi> (source 1)</a></cite> of '
        '<time datetime="2022-01-07">Friday 7 January 2022</time></p></figcaption>'
    ) in page
    assert "<h3>Friday 7 January 2022</h3>" in page


def sections(page: str) -> dict[str, str]:
    """Return the text of each section by its title, tags left out, blanks as one."""
    found: dict[str, str] = {}
    for part in page.split("<h2")[1:]:
        title, _, rest = part.partition("</h2>")
        text = View(f"<main>{rest.partition('</section>')[0]}</main>").all_text
        found[title.partition(">")[2]] = " ".join(text.split())
    return found


def test_each_meeting_stands_once_with_its_older_reports_below() -> None:
    corpus = Corpus.of(
        Meeting(
            uid="a",
            name="Council",
            scheduled="2022-01-12",
            status=MeetingStatus.TENTATIVE,
            known="2021-12-27",
        ),
        Meeting(uid="b", name="The Council", held="2022-01-12", known="2022-01-12"),
        Link(uid="a", same_as="b", reason="one day"),
    )
    assert sections(html.dumps(corpus)) == {
        "Timeline": "Wednesday 12 January 2022 The Council took place Wednesday 12 January 2022 "
        "According to source 1, known Wednesday 12 January 2022 Earlier reports Council proposed "
        "Wednesday 12 January 2022 According to source 1, known Monday 27 December 2021 "
        "Counted as one meeting, for these reasons one day",
        "Sources": "No document is named",
    }


def test_what_lies_ahead_is_told_apart() -> None:
    def meeting(uid: str, day: str | None, status: MeetingStatus, outcome: Outcome) -> Meeting:
        return Meeting(
            uid=uid, name=uid, scheduled=day, status=status, outcome=outcome, known="2022-01-07"
        )

    page = html.dumps(
        [
            meeting("firm", "2022-01-12", MeetingStatus.CONFIRMED, Outcome.PENDING),
            meeting("off", "2022-01-13", MeetingStatus.CANCELLED, Outcome.NOT_HELD),
            meeting("late", None, MeetingStatus.POSTPONED, Outcome.PENDING),
            meeting("past", "2022-01-03", MeetingStatus.CONFIRMED, Outcome.PENDING),
            meeting("missed", "2022-01-04", MeetingStatus.CONFIRMED, Outcome.NOT_HELD),
            meeting("bare", None, MeetingStatus.CONFIRMED, Outcome.UNKNOWN),
        ]
    )
    told = sections(page)
    known = "According to source 1, known Friday 7 January 2022"
    assert told["What lies ahead"] == (
        "As of the newest report, Friday 7 January 2022 "
        f"firm announced Wednesday 12 January 2022 {known} "
        f"off called off Thursday 13 January 2022 {known} "
        f"late postponed Time not known {known}"
    )
    assert told["Timeline"] == (
        "Monday 3 January 2022 past announced Monday 3 January 2022 "
        f"{known} No report here tells what came of it "
        "Tuesday 4 January 2022 missed announced, did not take place Tuesday 4 January 2022 "
        f"{known} At a time that is not known bare not known whether it took place Time not known "
        f"{known}"
    )


def test_a_plan_that_moved_says_from_when() -> None:
    moved = Meeting(
        uid="talks",
        scheduled="2022-01-11",
        moved_from="2022-01-10",
        status=MeetingStatus.RESCHEDULED,
        outcome=Outcome.PENDING,
    )
    told = sections(html.dumps(moved))["What lies ahead"]
    assert told == (
        "A meeting moved Tuesday 11 January 2022; moved from Monday 10 January 2022 "
        "According to source 1"
    )


def test_doubts_show_their_words_and_candidates() -> None:
    quote = Quote(text="Yes.", spans=[Span(start=0, end=4)])
    doubt = Doubt(
        code="pronoun",
        spans=[Span(start=6, end=8)],
        record=quote.id,
        field="speaker",
        reason="two men are named before",
        candidates=["Bo Kim", "Al Ray"],
    )
    told = sections(html.dumps(Brief(text="Yes, he said.", quotes=[quote], doubts=[doubt])))
    assert told["Doubts"] == (
        "two men are named before pronoun Of the words “e” Perhaps Bo Kim or Al Ray "
        "About the quote of an unknown speaker, field speaker Read in source 1"
    )


def test_how_the_day_was_found() -> None:
    dating = Dating(
        reference="2022-01-07",
        basis=DatingBasis.INFERRED,
        candidates=[2011, 2022],
        proof=["a Friday", "in office"],
    )
    assert sections(html.dumps(Brief(dating=dating)))["How the dates were found"] == (
        "The day of writing was inferred from the text: Friday 7 January 2022. "
        "Years that fit: 2011, 2022. a Friday in office"
    )


def test_other_values_are_refused_with_their_place() -> None:
    with pytest.raises(InvalidValue) as caught:
        html.dumps([Quote(text="Yes."), 7, Person(name="Ann Lee")])
    allowed = "a Brief, a Corpus, a Quote, a Statement, a Meeting, or any number of these"
    assert str(caught.value).splitlines()[-2:] == [
        f"  value[1]: expected {allowed}, got 7",
        f"  value[2]: expected {allowed}, got Person(name='Ann Lee')",
    ]


def test_dump_writes_the_page_and_says_what_is_lost(tmp_path: Path) -> None:
    quote = Quote(text="Yes.", cue="said", spans=[Span(start=0, end=4)])
    brief = Brief(text="Yes. said Ann.", quotes=[quote])
    path = tmp_path / "page.html"
    report = dump(brief, path)
    assert path.read_bytes().decode() == html.dumps(brief)
    assert str(report).splitlines() == [
        f"{brief.source.id} text: a page tells what was read, not the text itself",
        f"{quote.id} spans: a page has no places in the text",
        f"{quote.id} cue: a page leaves out the verb that reports",
    ]
    with pytest.raises(InvalidValue, match="a file in a format that can be read back"):
        load(path)


def test_a_part_for_another_page_has_no_labels_and_no_frame() -> None:
    view = View(html.fragment(load(JANUARY, Corpus), title="January", note="The first of many"))
    assert view.ids == []
    assert all(not link.startswith("#") for link in view.links)
    assert not {"html", "head", "body", "main", "nav", "header"} & view.tags
    assert "January" in view.isolated
    assert "The first of many" in view.all_text


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, as WCAG 2 defines it."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_words_stand_out_by_day_and_by_night() -> None:
    by_day, by_night = STYLE.split("@media screen and (prefers-color-scheme: dark)")
    for part in (by_day, by_night.partition("}")[0]):
        colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]+)", part))
        for ink in ("ink", "soft"):
            for ground in ("ground", "panel"):
                assert contrast(colours[ink], colours[ground]) >= 4.5
        assert contrast(colours["said"], colours["ground"]) >= 3


def test_a_speaker_is_named_as_written_where_that_says_more() -> None:
    quotes = [
        Quote(text=str(number), speaker=Person(name="Ann Lee"), attribution_text=written)
        for number, written in enumerate(("Minister Ann Lee", "Lee", "Ann Lee", "the minister"))
    ]
    page = html.dumps(quotes)
    assert page.count("named as") == 1
    assert "named as “<bdi>the minister</bdi>”" in page
    report = losses_of(content_of(quotes))
    lost = [loss.record for loss in report.losses if loss.field == "attribution_text"]
    assert lost == [quote.id for quote in quotes[:3]]
