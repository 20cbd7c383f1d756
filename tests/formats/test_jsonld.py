"""Linked data: all of a value goes through JSON-LD and Turtle, read by rdflib's own parsers."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import socket
import subprocess
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, Graph, Literal, Namespace, URIRef

import natobrief as nb
from natobrief import Meeting, MeetingStatus, Person, Post, Quote, Source, When
from natobrief.formats._core.registry import by_tag, tags
from natobrief.formats._rdf import context as terms
from natobrief.formats._rdf.terms import expanded
from natobrief.formats._rdf.times import exact_literal, time_literal
from natobrief.formats.jsonld import from_jsonld, to_jsonld
from natobrief.formats.turtle import from_turtle, to_turtle
from natobrief.testing import briefs, corpora, meetings, quotes, statements, strategy_for, whens
from tests.formats.hostile import HOSTILE, LONG_WORDS, everywhere, records_with

SCHEMA = Namespace("https://schema.org/")
NB = Namespace("urn:natobrief:term:")
FORMS: list[tuple[Callable[..., str], Callable[..., Any]]] = [
    (to_jsonld, from_jsonld),
    (to_turtle, from_turtle),
]
BOTH = pytest.mark.parametrize(("write", "read"), FORMS, ids=["jsonld", "turtle"])
ANYTHING = [
    kind.cls
    for kind in (by_tag(tag) for tag in tags())
    if kind is not None and kind.shape is not None
]


def parsed(text: str, form: str) -> Graph:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # rdflib's front door warns of its own ways
        return Graph().parse(data=text, format=form)


def graph_of(value: object) -> Graph:
    return parsed(to_turtle(value), "turtle")


def both_ways(value: object) -> None:
    for write, read in FORMS:
        assert read(write(value).encode(), type(value)) == value


@settings(max_examples=200)
@given(st.one_of(quotes(), statements(), meetings()))
def test_records_come_back(record: nb.AnyRecord) -> None:
    both_ways(record)


@settings(max_examples=200)
@given(briefs())
def test_briefs_come_back(brief: nb.Brief) -> None:
    both_ways(brief)


@settings(max_examples=200)
@given(corpora())
def test_corpora_come_back(corpus: nb.Corpus) -> None:
    both_ways(corpus)


@settings(max_examples=5)
@given(st.data())
@pytest.mark.parametrize("cls", ANYTHING, ids=lambda cls: cast("type", cls).__name__)
def test_each_class_comes_back(cls: type[Any], data: st.DataObject) -> None:
    both_ways(data.draw(strategy_for(cls)))


@settings(max_examples=10)
@given(briefs())
def test_both_forms_say_the_same_graph(brief: nb.Brief) -> None:
    from rdflib.compare import to_isomorphic

    one, other = parsed(to_jsonld(brief), "json-ld"), parsed(to_turtle(brief), "turtle")
    assert to_isomorphic(one) == to_isomorphic(other)


@settings(max_examples=10)
@given(quotes())
def test_what_rdflib_writes_anew_is_read(quote: Quote) -> None:
    """Prefixes, order and blank nodes are all others; the graph is the same."""
    graph = parsed(to_jsonld(quote), "json-ld")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        text = graph.serialize(format="json-ld")
    assert from_jsonld(text) == quote
    assert from_turtle(graph.serialize(format="nt")) == quote


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:30])
def test_hostile_text_in_every_field(text: str) -> None:
    brief = everywhere(text)
    both_ways(brief)
    if text not in LONG_WORDS:  # once is slow enough
        both_ways(nb.Corpus.of(brief, *records_with(text + "2")))


def test_the_same_value_makes_the_same_text_in_every_process() -> None:
    value = nb.Corpus.of(TALKS, Quote(text="Yes.", speaker=Person(name="Ann Lee")))
    code = (
        f"from natobrief import *\nvalue = loads({nb.dumps(value)!r})\nimport hashlib\n"
        "text = to_jsonld(value) + to_turtle(value) + to_calendar(value)\n"
        "print(hashlib.sha256(text.encode()).hexdigest())"
    )
    text = to_jsonld(value) + to_turtle(value) + nb.to_calendar(value)
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo"}
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, env=environment, capture_output=True, check=True, text=True)
        assert done.stdout.strip() == hashlib.sha256(text.encode()).hexdigest()


def test_an_empty_text_is_not_no_text() -> None:
    for text in ("", None):
        both_ways(nb.Brief(text=text))
    source = Source(published="2022-01-07")
    for known in ("2022-01-08", None):
        both_ways(Quote(text="Yes.", source=source, known=known))


TALKS = Meeting(
    uid="talks",
    name="Talks",
    scheduled="2022-01-11",
    moved_from="2022-01-10/2022-01-12",
    status=MeetingStatus.RESCHEDULED,
    format=nb.MeetingFormat.HYBRID,
    participants=[
        nb.Participant(actor=Person(name="Ann Lee"), post=Post(name="Envoy"), role=nb.Role.CHAIR),
        nb.Participant(actor=nb.Country(name="Norway", id="no")),
    ],
    agenda=["Rivers", "Brooks", "Rivers"],
    part_of="week",
    source=Source(
        kind=nb.SourceKind.ARTICLE, title="News", publisher="Gazette", published="2022-01"
    ),
)


def test_schema_org_says_what_it_can() -> None:
    graph = graph_of(TALKS)
    (event,) = (s for s in graph.subjects(RDF.type, SCHEMA.Event) if isinstance(s, URIRef))
    assert str(event) == f"urn:natobrief:{TALKS.id}"
    assert graph.value(event, SCHEMA.eventStatus) == SCHEMA.EventRescheduled
    assert graph.value(event, SCHEMA.eventAttendanceMode) == SCHEMA.MixedEventAttendanceMode
    days = {str(p).rpartition("/")[2]: str(o) for p, o in graph.predicate_objects(event)}
    assert days["startDate"] == days["endDate"] == "2022-01-11"
    assert days["previousStartDate"] == "2022-01-10"
    assert {str(o) for o in graph.objects(event, SCHEMA.about)} == {"Rivers", "Brooks"}
    role = graph.value(event, SCHEMA.organizer)
    assert (role, RDF.type, SCHEMA.OrganizationRole) in graph
    assert graph.value(role, SCHEMA.roleName) == Literal("Envoy")
    ann = graph.value(role, SCHEMA.organizer)
    assert (ann, RDF.type, SCHEMA.Person) in graph
    article = graph.value(event, SCHEMA.subjectOf)
    assert (article, RDF.type, SCHEMA.NewsArticle) in graph
    assert str(graph.value(article, SCHEMA.datePublished)) == "2022-01"
    assert graph.value(graph.value(article, SCHEMA.publisher), SCHEMA.name) == Literal("Gazette")
    assert graph.value(event, NB.scheduled) == Literal(
        "2022-01-11", datatype=URIRef("http://id.loc.gov/datatypes/edtf")
    )


def test_quotes_and_statements_for_schema_org() -> None:
    ann, post = Person(name="Ann Lee", id="ann-lee"), Post(name="Envoy")
    said = nb.Statement(speaker=ann, made="2022-01-07T13:30Z", topics=["rivers"])
    quote = Quote(text="Yes.", speaker=ann, post=post, statement=said.id)
    graph = graph_of(nb.Brief(statements=[said], quotes=[quote]))
    (name,) = graph.subjects(SCHEMA.text, Literal("Yes."))
    assert (name, RDF.type, SCHEMA.Quotation) in graph
    role = graph.value(name, SCHEMA.creator)
    person = graph.value(role, SCHEMA.creator)
    assert graph.value(person, SCHEMA.identifier) == Literal("ann-lee")
    (statement,) = (s for s in graph.subjects(NB.made, None))
    assert graph.value(statement, SCHEMA.creator) == person
    created = graph.value(statement, SCHEMA.dateCreated)
    assert cast("Literal", created).n3() == (
        '"2022-01-07T13:30:00+00:00"^^<http://www.w3.org/2001/XMLSchema#dateTime>'
    )


@pytest.mark.parametrize(
    ("time", "exact", "edtf"),
    [
        ("2022-01-07", ("2022-01-07", "xsd:date"), True),
        ("2022-01", ("2022-01", "xsd:gYearMonth"), True),
        ("2022", ("2022", "xsd:gYear"), True),
        ("2022-01-07T13:30:15+01:00", ("2022-01-07T13:30:15+01:00", "xsd:dateTime"), True),
        ("2022-01-07T13:30Z", ("2022-01-07T13:30:00Z", "xsd:dateTime"), False),
        ("2022-01-07[Europe/Brussels]", ("2022-01-07", "xsd:date"), False),
        ("2022-01~", None, True),
        ("2022-21", None, True),
        ("2022-W01", None, False),
        ("[2022-01-07..2022-01-09]", None, True),
        ("XXXX-01-07", None, True),
    ],
)
def test_dates_are_edtf_and_xsd_where_exact(
    time: str, exact: tuple[str, str] | None, edtf: bool
) -> None:
    when = When.parse(time)
    found = exact_literal(when)
    assert (None if found is None else tuple(found)) == exact
    assert (time_literal(when).datatype == "http://id.loc.gov/datatypes/edtf") is edtf


@given(whens())
def test_an_exact_date_lies_in_the_date(when: When) -> None:
    found = exact_literal(when)
    if found is not None:
        assert not when.approximate
        assert not when.uncertain
        assert str(when).startswith(found.text[:4])
        datatype = URIRef(expanded(cast("str", found.datatype)))
        assert not Literal(found.text, datatype=datatype).ill_typed


def test_names_are_made_of_the_content_and_start_as_asked() -> None:
    text = to_jsonld(TALKS, base="https://example.org/records/")
    names = {node["@id"] for node in json.loads(text)["@graph"]}
    assert f"https://example.org/records/{TALKS.id}" in names
    assert all(name.startswith("https://example.org/records/") for name in names)
    assert from_jsonld(text) == TALKS
    first, second = Source(title="A"), Source(title="B")
    ann = Person(name="Ann")
    one, other = (graph_of(Quote(text="x", speaker=ann, source=s)) for s in (first, second))
    # Two sources may mean two people by one name; with an id they mean one.
    assert not set(one.objects(None, NB.speaker)) & set(other.objects(None, NB.speaker))
    ann = Person(name="Ann", id="ann")
    one, other = (graph_of(Quote(text="x", speaker=ann, source=s)) for s in (first, second))
    assert set(one.objects(None, NB.speaker)) == set(other.objects(None, NB.speaker))


@pytest.mark.parametrize("base", ["no iri", "http://a b/", "x:<", "", 3])
def test_a_base_that_is_none(base: Any) -> None:
    for write in (to_jsonld, to_turtle):
        with pytest.raises(nb.InvalidValue) as caught:
            write(TALKS, base=base)
        allowed = "the start of an IRI, such as https://example.org/"
        assert str(caught.value) == f"base: expected {allowed}, got {base!r}"


def test_a_date_alone_has_no_properties() -> None:
    with pytest.raises(nb.InvalidValue) as caught:
        to_jsonld(When.parse("2022"))
    assert str(caught.value) == (
        "value: expected a brief, a corpus, a record or another value with fields,"
        " got When.parse('2022')"
    )


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_named: object) -> None:
        raise AssertionError("no network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr("urllib.request.urlopen", refuse)
    both_ways(TALKS)
    for context in ("https://schema.org", ["https://schema.org"], {"@import": "https://x.org/c"}):
        data = json.loads(to_jsonld(TALKS)) | {"@context": context}
        with pytest.raises(nb.InvalidDocument, match="context"):
            from_jsonld(json.dumps(data))
    nested = {"@context": {"a": {"@id": "urn:a", "@context": "https://x.org/c"}}, "a": {}}
    with pytest.raises(nb.InvalidDocument) as caught:
        from_jsonld(json.dumps(nested))
    assert str(caught.value) == (
        "$['@context']: expected a context in the document itself, or 'urn:natobrief:context',"
        " got 'https://x.org/c'"
    )


def test_the_context_may_be_named() -> None:
    data = json.loads(to_jsonld(TALKS))
    for context in ("urn:natobrief:context", ["urn:natobrief:context", None, data["@context"]]):
        assert from_jsonld(json.dumps(data | {"@context": context})) == TALKS


DAMAGED = [write(TALKS).encode() for write, _ in FORMS]


@BOTH
def test_truncation(write: Callable[..., str], read: Callable[..., Any]) -> None:
    data = write(TALKS).encode()
    for length in range(len(data)):
        with contextlib.suppress(nb.NatobriefError):
            read(data[:length])


@settings(max_examples=200)
@given(st.sampled_from([0, 1]), st.integers(0, 10**6))
def test_a_flipped_bit(form: int, place: int) -> None:
    data = bytearray(DAMAGED[form])
    place %= len(data) * 8
    data[place // 8] ^= 1 << place % 8
    with contextlib.suppress(nb.NatobriefError):
        FORMS[form][1](bytes(data))


@settings(max_examples=100)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=3),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["@id", "@type", "@graph", "@list", "@value", "@reverse"])
                | st.sampled_from(["@context", "@set", "@vocab", "@language", "name", "x"]),
                inner,
                max_size=3,
            )
        ),
        max_leaves=8,
    )
)
def test_any_json_is_a_value_or_a_clear_error(data: Any) -> None:
    with contextlib.suppress(nb.NatobriefError):
        from_jsonld(json.dumps(data))


ONE = "one value of natobrief's that nothing else in the graph refers to"
ACTOR = "nb:Person or nb:Organization or nb:Country or nb:Group"
LOOP = "<urn:a> a nb:Statement ; nb:topics <urn:l> ."
ROUND = "<urn:a> a nb:Group ; schema:name 'A' ; nb:members (<urn:a>) ."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", f"$: expected {ONE}, got none"),
        ("@prefix", "$: expected Turtle, got a mistake ('string index out of range')"),
        (
            "<urn:a> a nb:Place ; schema:name 'A' . <urn:b> a nb:Post ; schema:name 'B' .",
            f"$: expected {ONE}, got 2 (nb:Place, nb:Post)",
        ),
        (
            "<urn:a> a nb:Place ; schema:name 'A', 'B' .",
            "urn:a schema:name: expected one value, got 2",
        ),
        ("<urn:a> a nb:Place .", "$.value.name: expected the field 'name', got nothing"),
        (
            "<urn:a> a nb:Place ; schema:name <urn:b> .",
            "urn:a schema:name: expected a literal, got 'urn:b'",
        ),
        (
            "<urn:a> a nb:Quote ; schema:text 'x' ; nb:speaker 'Ann' .",
            f"urn:a nb:speaker: expected a thing of the class {ACTOR}, got a literal",
        ),
        (
            "<urn:a> a nb:Quote ; schema:text 'x' ; nb:said 'soon' ; nb:kind 'loud' .",
            "2 faults:\n  $.value.said: expected",
        ),
        (
            "<urn:a> a nb:Statement ; nb:topics 'x', 'y' .",
            "urn:a nb:topics: expected one list, got 2",
        ),
        (
            "<urn:a> a nb:Statement ; nb:topics 'x' .",
            "urn:a nb:topics: expected a list, got 'x'",
        ),
        (
            f"<urn:q> a nb:Quote ; nb:speaker <urn:a> . {ROUND}",
            "urn:a: expected things at most 12 deep in each other, got more",
        ),
        (
            f"<urn:l> rdf:first 'x' ; rdf:rest <urn:l> . {LOOP}",
            "urn:a nb:topics: expected a list, got 'urn:l'",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(text: str, message: str) -> None:
    prefixes = "".join(re.findall(r"@prefix.*\n", to_turtle(TALKS))) if text != "@prefix" else ""
    with pytest.raises(nb.InvalidDocument) as caught:
        from_turtle(prefixes + text)
    assert str(caught.value).startswith(message)


def test_a_group_that_would_grow_without_end_is_refused() -> None:
    """A small text in which each group has the one before it many times over."""
    text = "".join(re.findall(r"@prefix.*\n", to_turtle(TALKS)))
    text += "<urn:g0> a nb:Person ; schema:name 'P' .\n"
    for level in range(1, 8):
        members = f"<urn:g{level - 1}> " * 60
        text += f"<urn:g{level}> a nb:Group ; schema:name 'G' ; nb:members ( {members}) .\n"
    with pytest.raises(nb.InvalidDocument) as caught:
        from_turtle(text)
    assert "expected a group of at most 100000 in all, got a larger one" in str(caught.value)


def test_expect_chooses_among_several() -> None:
    text = to_turtle(TALKS) + to_turtle(Quote(text="Yes."))
    assert from_turtle(text, Quote) == Quote(text="Yes.")
    with pytest.raises(nb.InvalidDocument, match="got 2"):
        from_turtle(text)
    with pytest.raises(nb.InvalidDocument, match="got none"):
        from_turtle(text, nb.Brief)
    with pytest.raises(nb.InvalidDocument) as caught:
        from_turtle(to_turtle(TALKS), Quote)
    assert str(caught.value) == "$.type: expected 'quote', got 'meeting'"


def test_rubbish_is_refused() -> None:
    for read, wrong in ((from_jsonld, "{"), (from_turtle, "rubbish"), (from_turtle, b"\xff")):
        with pytest.raises(nb.InvalidDocument):
            read(cast("str", wrong))
    for read in (from_jsonld, from_turtle):
        with pytest.raises(nb.InvalidValue) as caught:
            read(cast("str", 3))
        assert str(caught.value) == "text: expected text or bytes, got 3"
    for deep in ("[" * 100_000, '{"a":' * 5_000 + "1" + "}" * 5_000, "NaN", '{"x": NaN}', "3"):
        with pytest.raises(nb.InvalidDocument):
            from_jsonld(deep)


@pytest.mark.parametrize("suffix", [".jsonld", ".ttl"])
def test_files(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"talks{suffix}"
    assert nb.dump(TALKS, path) is None
    assert nb.load(path) == TALKS
    assert nb.load(path, Meeting) == TALKS
    with pytest.raises(nb.InvalidDocument):
        nb.load(path, Quote)


def test_a_missing_extra_names_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rdflib", None)
    for write, read in FORMS:
        with pytest.raises(nb.MissingExtra) as caught:
            read(write(TALKS))
        assert str(caught.value) == "Linked data needs more packages: pip install 'natobrief[rdf]'"


ROOT = Path(__file__).parent.parent.parent


def test_the_context_file_is_that_of_the_classes() -> None:
    """If this fails, run ``python tools/linked_data.py``."""
    file = ROOT / "src" / "natobrief" / "formats" / "data" / "context.jsonld"
    assert file.read_text(encoding="utf-8") == terms.context_text()
    published = ROOT / "docs" / "reference" / "context.jsonld"
    assert published.read_text(encoding="utf-8") == terms.context_text()
    page = ROOT / "docs" / "reference" / "linked-data-terms.md"
    assert page.read_text(encoding="utf-8") == terms.terms_page()
