"""What holds for every text."""

from __future__ import annotations

import hashlib

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from natobrief.errors import InvalidDate, InvalidValue
from natobrief.model import Brief, DatingBasis, Source
from natobrief.reader import read
from natobrief.reader.text.levelling import levelled
from natobrief.text import Span
from natobrief.when import When
from tests.reader.texts import article, said

NAMES = ("rasmussen-2014", "osce-2021", "guterres-2019")

_PIECES = st.sampled_from(
    [
        *(
            "Maria Keller",
            "Keller",
            "the foreign minister",
            "President of Norway",
            "NATO",
            "Russia",
        ),
        *(" said", " told reporters that ", " according to ", "According to ", ", who ", " and "),
        *('"', "“", "”", "''", "‘", "’", "«", "»", "'", ", ", ". ", ": ", "\n", "\r\n", "\n\n"),
        *(
            "talks with ",
            "a meeting between ",
            "will meet in ",
            "the summit",
            "on Friday, January 7",
        ),
        *("we ", "The risk is real", " in Geneva", "was postponed", " - ", "— ", "(", ")", "U.S. "),
        *(
            "Mr. Lee",
            "İstanbul",
            "\u200b",
            "\u00a0",
            "o\u0308",
            "\u0301",
            "\u00ad",
            "\u200f",
            "ß",
            "日本",
            "\x1c",
            "\u2028",
            "7",
            "\t",
        ),
    ]
)
_TEXTS = st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=40).map("".join))


@given(text=_TEXTS)
@settings(max_examples=150, deadline=None)
def test_any_text_gives_a_brief(text: str) -> None:
    brief = read(text, published="2022-01-07")
    assert brief.text == text
    _check(brief)


@given(text=_TEXTS)
@settings(max_examples=60, deadline=None)
def test_any_text_without_a_day(text: str) -> None:
    _check(read(text))


def _check(brief: Brief) -> None:
    text = brief.text
    assert text is not None
    for quote in brief.quotes:
        words = "\n".join(span.of(text) for span in quote.spans)
        assert levelled(words).text == quote.text
    starts = [quote.spans[0] for quote in brief.quotes]
    assert starts == sorted(starts)
    assert [m.spans[0] for m in brief.meetings] == sorted(m.spans[0] for m in brief.meetings)
    assert [d.spans for d in brief.doubts] == sorted(d.spans for d in brief.doubts)
    explained = {evidence.record for evidence in brief.evidence}
    assert explained == {record.id for record in brief.records}
    assert all(evidence.reason and evidence.rule for evidence in brief.evidence)
    # Each quote has a speaker, or a doubt that says why not.
    doubted = {doubt.record for doubt in brief.doubts if doubt.field == "speaker"}
    assert {q.id for q in brief.quotes if q.speaker is None} == doubted - {
        q.id for q in brief.quotes if q.speaker is not None
    }


@pytest.mark.parametrize("name", NAMES)
def test_every_filled_field_has_evidence(name: str) -> None:
    brief = read(article(name))
    told = {(evidence.record, evidence.field) for evidence in brief.evidence}
    own = {"uid", "name", "text", "kind", "spans", "source", "known", "statement"}
    own |= {"attribution_text", "role"}
    for record in brief.records:
        for field in attrs.fields(type(record)):
            value = getattr(record, field.name)
            if field.name in own or value in (None, (), field.default):
                continue
            if field.name == "outcome" and value.value == "unknown":
                continue
            assert (record.id, field.name) in told, (record, field.name)


@pytest.mark.parametrize("name", NAMES)
def test_deterministic(name: str) -> None:
    assert repr(read(article(name))) == repr(read(article(name)))


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\u2028", "\n\n\n"])
@pytest.mark.parametrize("name", NAMES)
def test_newline_styles_give_equal_content(name: str, newline: str) -> None:
    text = article(name)
    plain, other = read(text), read(text.replace("\n", newline))
    assert said(other) == said(plain)
    assert [(m.name, m.time, m.outcome) for m in other.meetings] == [
        (m.name, m.time, m.outcome) for m in plain.meetings
    ]
    assert other.dating == plain.dating


@pytest.mark.parametrize("name", NAMES)
def test_a_prefix_shifts_every_span(name: str) -> None:
    prefix = "\n\n\n"
    plain, shifted = read(article(name)), read(prefix + article(name))
    by = len(prefix)
    moved = [[(s.start - by, s.end - by) for s in r.spans] for r in shifted.records]
    assert moved == [[(s.start, s.end) for s in r.spans] for r in plain.records]
    assert [e.reason for e in shifted.evidence] == [e.reason for e in plain.evidence]


@pytest.mark.parametrize("name", NAMES)
def test_explains_every_record(name: str) -> None:
    brief = read(article(name))
    for record in brief.records:
        assert brief.explain(record) != "no evidence is recorded"


@pytest.mark.parametrize("text", ["", " ", "\n", "\u200b", "Hello", ".", '"', "7"])
def test_nothing_to_read(text: str) -> None:
    brief = read(text)
    assert (brief.records, brief.doubts, brief.text) == ((), (), text)
    assert brief.dating.basis is DatingBasis.UNKNOWN


def test_not_a_text() -> None:
    with pytest.raises(InvalidValue) as caught:
        read(b"Talks were held.")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert str(caught.value) == "read.text: expected text, got b'Talks were held.'"


def test_lone_surrogate() -> None:
    with pytest.raises(InvalidValue) as caught:
        read("Talks\ud800 were held.")
    allowed = "read.text: expected text without lone surrogates"
    assert str(caught.value) == allowed + r", got '\ud800' at 5"


def test_bad_day() -> None:
    with pytest.raises(InvalidDate):
        read("Talks were held.", published="soon")


# --- the source ----------------------------------------------------------------------------------


def test_source_gets_hash_and_day() -> None:
    brief = read("Talks were held.", published="2022-01-07")
    assert brief.source.published == When.parse("2022-01-07")
    assert brief.source.text_sha256 == hashlib.sha256(b"Talks were held.").hexdigest()
    assert brief.retrieved is None


def test_source_keeps_what_it_has() -> None:
    own = Source(title="Talks", published="2022-01-07", text_sha256="0" * 64)
    assert read("Talks were held.", source=own).source == own
    assert read("Talks were held.", source=own, published="2022-01-07").source == own


def test_source_of_another_day() -> None:
    with pytest.raises(InvalidValue) as caught:
        read("Talks.", source=Source(published="2022-01-07"), published="2022-01-08")
    assert str(caught.value) == (
        "read.published: expected the source's own day of publication (2022-01-07), or None, "
        "got 2022-01-08"
    )


def test_known_runs_to_the_update() -> None:
    source = Source(published="2022-01-07", updated="2022-01-09")
    brief = read("Norway and Sweden held talks in Oslo.", source=source)
    assert brief.meetings[0].known == When.between("2022-01-07", "2022-01-09")
    assert all(record.source == brief.source for record in brief.records)


def test_zone() -> None:
    brief = read("Talks.", published="2022-01-07", zone="Europe/Brussels")
    assert str(brief.dating.reference) == "2022-01-07[Europe/Brussels]"


def test_spans_are_sorted_within_a_statement() -> None:
    for name in NAMES:
        for statement in read(article(name)).statements:
            assert list(statement.spans) == sorted(set(statement.spans))
            assert all(isinstance(span, Span) for span in statement.spans)
