"""JSON: the shape of documents, and everything that a bad one is told."""

# The table of faults reads best with one fault in one line.
# ruff: noqa: E501

from __future__ import annotations

import contextlib
import gc
import hashlib
import json
import sys
from collections.abc import Callable
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from natobrief.errors import InvalidDocument, InvalidValue, NatobriefError
from natobrief.formats import dumps, loads
from natobrief.formats._core.document import MAX_DEPTH
from natobrief.model import (
    Brief,
    Country,
    Evidence,
    Group,
    Meeting,
    MeetingFormat,
    OccasionRelation,
    Participant,
    Person,
    Place,
    Post,
    Quote,
    Source,
    Statement,
)
from natobrief.model.identity import Record
from natobrief.testing import briefs
from natobrief.text import Span
from natobrief.when import Period, When

NATO = Source(publisher="NATO", published="2022-01-07")
ANN = Person(name="Ann")
PAIR = Group(name="two", members=[ANN, Country(name="Norway")])
TALKS = Meeting(
    uid="talks",
    format=MeetingFormat.HYBRID,
    participants=[Participant(actor=PAIR, post=Post(name="envoys"))],
    place=Place(name="Geneva"),
    scheduled="2022-01-10/2022-01-12",
    source=NATO,
)
SAID = Statement(
    speaker=ANN,
    made="2022-01-07",
    occasion="talks",
    occasion_relation=OccasionRelation.AFTER,
    source=NATO,
)
YES = Quote(text="“Yes.”\n\nЩо?", speaker=ANN, statement=SAID.id, source=NATO, known=None)
BRIEF = Brief(
    source=NATO,
    text="“Yes.”\n\nЩо? …",
    quotes=[YES.evolve(spans=[Span(start=0, end=6)])],
    statements=[SAID],
    meetings=[TALKS],
)

GOLDEN = """{
  "format": "natobrief/1",
  "type": "brief",
  "digest": "%(digest)s",
  "sources": [
    {"id": "%(source)s", "publisher": "NATO", "published": "2022-01-07"}
  ],
  "actors": [
    {"type": "person", "name": "Ann"},
    {"type": "country", "name": "Norway"},
    {"type": "group", "name": "two", "members": [0, 1]}
  ],
  "posts": [
    {"name": "envoys"}
  ],
  "places": [
    {"name": "Geneva"}
  ],
  "source": 0,
  "text": "“Yes.”\\n\\nЩо? …",
  "quotes": [
    {"id": "%(quote)s", "text": "“Yes.”\\n\\nЩо?", "speaker": 0, "spans": [{"start": 0, "end": 6}], \
"statement": "%(said)s", "known": null}
  ],
  "statements": [
    {"id": "%(said)s", "speaker": 0, "made": "2022-01-07", "occasion": "talks", \
"occasion_relation": "after"}
  ],
  "meetings": [
    {"id": "%(talks)s", "uid": "talks", "format": "hybrid", \
"participants": [{"actor": 2, "post": 0}], "place": 0, "scheduled": "2022-01-10/2022-01-12"}
  ]
}"""


def digest_in(text: str) -> str:
    """Return the digest of a document, by its definition."""
    data = json.loads(text)
    stated: str = data.pop("digest")
    compact = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    assert stated == hashlib.sha256(compact.encode()).hexdigest()
    return stated


def test_the_shape_of_a_brief() -> None:
    ids = {
        "digest": digest_in(dumps(BRIEF)),
        "source": NATO.id,
        "quote": BRIEF.quotes[0].id,
        "said": SAID.id,
        "talks": TALKS.id,
    }
    assert dumps(BRIEF) == GOLDEN % ids
    assert loads(GOLDEN % ids) == BRIEF


@pytest.mark.parametrize(
    ("value", "content"),
    [
        (When.parse("2022-W01"), '"value": "2022-W01"'),
        (Period.parse("2022/.."), '"value": "2022/.."'),
        (Span(start=0, end=1), '"value": {"start": 0, "end": 1}'),
        (Person(name="A", anonymous=True), '"value": {"name": "A", "anonymous": true}'),
        (Brief(), None),
        (
            Participant(actor=ANN),
            '"actors": [\n    {"type": "person", "name": "Ann"}\n  ],\n  "value": {"actor": 0}',
        ),
    ],
)
def test_other_values_stand_under_value(value: Any, content: str | None) -> None:
    tag = type(value).__name__.lower()
    rest = f",\n  {content}" if content else ""
    digest = digest_in(dumps(value))
    marks = f'"format": "natobrief/1",\n  "type": "{tag}",\n  "digest": "{digest}"'
    assert dumps(value) == f"{{\n  {marks}{rest}\n}}"


def test_a_record_names_its_source_outside_a_brief_only() -> None:
    assert '"source": 0' in dumps(SAID)
    assert dumps(BRIEF).count('"source": 0') == 1
    explicit = json.loads(dumps(BRIEF))
    explicit["statements"][0]["source"] = 0
    assert loads(json.dumps(explicit)) == BRIEF
    explicit["sources"].append({})
    explicit["statements"][0]["source"] = 1
    assert faults(explicit) == [
        f"$.statements[0].source: expected the source of the brief, got {Source()!r}"
    ]


def test_distinct_values_with_one_id_have_rows_of_their_own() -> None:
    pair = Group(name="g", members=[Person(name="A", id="a"), Person(name="a.", id="a")])
    assert [row["name"] for row in json.loads(dumps(pair))["actors"]] == ["A", "a."]


def test_other_texts_for_the_same_value() -> None:
    """What people and other programs write may be longer than what natobrief writes."""
    data = json.loads(dumps(BRIEF))
    data["quotes"][0] |= {"kind": "direct", "cue": None, "said": None}
    data["doubts"] = []
    shuffled = dict(reversed(data.items()))
    assert loads(json.dumps(shuffled, ensure_ascii=True, indent=7)) == BRIEF
    assert loads(b"\xef\xbb\xbf" + dumps(BRIEF).encode()) == BRIEF
    assert dumps(loads("\ufeff" + json.dumps(shuffled))) == dumps(BRIEF)


# What is wrong.


def faults(data: object, expect: type | None = None) -> list[str]:
    """Return what is wrong with a document: JSON text, or plain data to be made such."""
    text = data if isinstance(data, str | bytes) else json.dumps(data)
    with pytest.raises(InvalidDocument) as caught:
        loads(text) if expect is None else loads(text, expect)
    return [str(fault) for fault in caught.value.faults]


def document(content: str = "", tag: str = "brief") -> str:
    return f'{{"format": "natobrief/1", "type": "{tag}"{content and ", " + content}}}'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "$: expected JSON, got nothing"),
        (" \n", "$: expected JSON, got nothing"),
        ("[1]", "$: expected an object, got a list"),
        ('"x"', "$: expected an object, got 'x'"),
        ("{}", "$.format: expected 'natobrief/1', got nothing"),
        ('{"format": 0}', "$.format: expected 'natobrief/1', got 0"),
        ('{"format": "natobrief/1x"}', "$.format: expected 'natobrief/1', got 'natobrief/1x'"),
        (
            '{"format": "natobrief/9", "type": "poem"}',
            "$.format: expected 'natobrief/1' or an earlier version (a newer natobrief wrote this; upgrade to read it), got 'natobrief/9'",
        ),
        (document(tag="span"), "$.value: expected the value, got nothing"),
        (document('"value": "soon"', "when"), "$.value: expected a date in EDTF such as 2022-01-07, got 'soon'"),
        (document('"value": 2022', "when"), "$.value: expected a date in EDTF, as text, got 2022"),
        (document('"value": "2022"', "period"), "$.value: expected an EDTF interval such as 2022-01-10/2022-01-13, got '2022'"),
        (document('"value": [1]', "period"), "$.value: expected an EDTF interval, as text, got a list"),
        (document('"value": 3', "span"), "$.value: expected an object with the fields of Span, got 3"),
        (document('"quotes": 3'), "$.quotes: expected a list or tuple of Quote, got 3"),
        (document('"quotes": "ab"'), "$.quotes: expected a list or tuple of Quote, got 'ab'"),
        (document('"quotes": {"a": 1}'), "$.quotes: expected a list or tuple of Quote, got an object"),
        (document('"quotes": [3]'), "$.quotes[0]: expected an object with the fields of Quote, got 3"),
        (document('"sources": {}'), "$.sources: expected a list, got an object"),
        (document('"text": ["a"]'), "$.text: expected text or None, got a list"),
        (document('"text": NaN'), "$.text: expected text or None, got NaN"),
        (document('"text": -Infinity'), "$.text: expected text or None, got -Infinity"),
        (document('"text": 1e999'), "$.text: expected text or None, got inf"),
        (document(r'"text": "\ud800"'), r"$.text: expected text without lone surrogates, got '\ud800'"),
        (document('"value": {"start": 0, "end": true}', "span"), "$.value.end: expected a whole number, got True"),
        (document('"value": {"start": 0, "end": 1.0}', "span"), "$.value.end: expected a whole number, got 1.0"),
        (document('"value": {"start": 0, "end": "1"}', "span"), "$.value.end: expected a whole number, got '1'"),
        (document('"value": {"start": 0}', "span"), "$.value.end: expected the field 'end', got nothing"),
        (document('"value": {"end": 1, "start": 2}', "span"), "$.value.end: expected more than start (2), got 1"),
        (document('"value": {"name": "a"}, "of": 1', "post"), "$.of: expected only the keys format, type, digest, sources, actors, posts, places, value, got the key 'of'"),
        (document('"value": {"name": "a", "a b": 1}', "post"), "$.value['a b']: expected only the keys name, id, got the key 'a b'"),
        (document('"value": 1, "value": {"name": "a"}', "post"), "$.value: expected each key once, got the key 'value' again"),
        (document('"value": {"name": "a", "name": "b"}', "post"), "$.value.name: expected each key once, got the key 'name' again"),
        (document('"actors": [3]'), "$.actors[0]: expected an object with a type, got 3"),
        (document('"actors": [{"type": "post"}]'), "$.actors[0].type: expected one of 'person', 'organization', 'country', 'group', got 'post'"),
        (document('"actors": [{"name": "a"}]'), "$.actors[0].type: expected one of 'person', 'organization', 'country', 'group', got nothing"),
        (document('"actors": [{"type": "person", "name": "a", "name": "b"}]'), "$.actors[0].name: expected each key once, got the key 'name' again"),
        (document('"actors": [{"type": "group", "name": "g", "members": [0]}]'), "$.actors[0].members[0]: expected the number of an earlier row of $.actors, got 0"),
        (document('"source": 0'), "$.source: expected the number of one of 0 rows of $.sources, got 0"),
        (document('"source": -1, "sources": [{}]'), "$.source: expected the number of one of 1 rows of $.sources, got -1"),
        (document('"source": true, "sources": [{}, {}]'), "$.source: expected the number of one of 2 rows of $.sources, got True"),
        (document('"quotes": [{"text": "a", "kind": "loud"}]'), "$.quotes[0].kind: expected one of 'direct', 'indirect', 'mixed', got 'loud'"),
        (document('"quotes": [{"text": "a", "kind": null}]'), "$.quotes[0].kind: expected one of 'direct', 'indirect', 'mixed', got None"),
        (document('"quotes": [{"text": "a", "id": 3}]'), "$.quotes[0].id: expected a label: text that is not blank, got 3"),
        (document('"quotes": [{"text": "a", "id": " "}]'), "$.quotes[0].id: expected a label: text that is not blank, got ' '"),
        (document('"quotes": [{"text": "a", "statement": "s1"}]'), "$.quotes[0].statement: expected the id of a statement here, got 's1'"),
        (document('"quotes": [{"text": "a", "id": "q"}, {"text": "b", "statement": "q"}]'), "$.quotes[1].statement: expected the id of a statement here, got 'q'"),
        (document('"meetings": [{"uid": "a", "id": "x"}, {"uid": "b", "id": "x"}]'), "$.meetings[1].id: expected a label that no other record here has, got 'x'"),
        (document('"evidence": [{"record": "q", "rule": "a", "reason": "b"}]'), "$.evidence[0].record: expected the id of a record here, got 'q'"),
        (document('"meetings": [{"uid": "a", "id": "x"}], "doubts": [{"record": "x", "field": "text", "code": "a", "reason": "b"}]'), "$.doubts[0].field: expected a field of Meeting, got 'text'"),
        (document('"meetings": [{"uid": "a", "scheduled": 7}]'), "$.meetings[0].scheduled: expected a date in EDTF or an EDTF interval, as text, got 7"),
        (document('"meetings": [{"uid": "a", "held": "2022-13"}]'), "$.meetings[0].held: expected a month from 01 to 12, or 21 to 41 for a part of the year, got '2022-13'"),
        (document('"value": {"name": "b", "reason": "r", "not_before": 3}', "year_bound"), "$.value.name: expected only the keys not_before, not_after, reason, got the key 'name'"),
        (document('"text": ' + "[" * 50_000), "$: expected at most 32 levels of nesting, got more"),
        (document(f'"text": {"[" * 40}{"]" * 40}'), "$: expected at most 32 levels of nesting, got more"),
        (document(f'"text": {"9" * 5000}'), "$: expected numbers that a computer can hold, got one with too many digits"),
        (document('"digest": "x"'), "$.digest: expected 64 hexadecimal digits in lower case, got 'x'"),
        (document('"digest": null'), "$.digest: expected 64 hexadecimal digits in lower case, got None"),
        (document('"digest": [1]'), "$.digest: expected 64 hexadecimal digits in lower case, got a list"),
        (b'{"a": "\xff"}', "$: expected UTF-8, got byte 0xff at 7 (invalid start byte)"),
        ("\ufeff{}".encode("utf-16"), "$: expected UTF-8, got byte 0xff at 0 (invalid start byte)"),
    ],
    ids=lambda value: None if isinstance(value, str | bytes) else str(value),
)  # fmt: skip
def test_one_fault(text: str | bytes, expected: str) -> None:
    assert faults(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ('{"a": tru}', "a mistake at line 1, column 7 ("),
        ('{"a" 1}', "a mistake at line 1, column 6 ("),
        ("{} {}", "more text after the document, at line 1, column 4"),
        ('{"a":\n "b', "a document that is cut off at line 2, column 2 ("),
        ('{"a": 1', "a document that is cut off at line 1, column 8 ("),
    ],
)
def test_no_json(text: str, start: str) -> None:
    (fault,) = faults(text)
    assert fault.startswith(f"$: expected JSON, got {start}")


def test_all_faults_come_at_once() -> None:
    text = document(
        '"colour": 1, "sources": [{"published": "soon"}], "actors": [{"type": "person"}], '
        '"source": 0, "quotes": [{"text": "", "speaker": 0, "said": "2022-02-30"}, '
        '{"text": 3, "speaker": 7, "loud": true, "statement": "s9"}], "quotes": '
        '[{"text": "", "speaker": 0, "said": "2022-02-30"}, '
        '{"text": 3, "speaker": 7, "loud": true, "statement": "s9"}], '
        '"meetings": [{"name": "m", "spans": [{"start": 3, "end": 2}, {}]}]'
    )
    assert faults(text) == [
        "$.quotes: expected each key once, got the key 'quotes' again",
        "$.sources[0].published: expected a date in EDTF such as 2022-01-07, got 'soon'",
        "$.actors[0].name: expected the field 'name', got nothing",
        "$.colour: expected only the keys source, retrieved, text, dating, dates, quotes, statements, meetings, evidence, doubts, got the key 'colour'",
        "$.quotes[0].text: expected text that is not blank, got ''",
        "$.quotes[0].said: expected a day that exists, got '2022-02-30'",
        "$.quotes[1].loud: expected only the keys id, text, speaker, post, said, kind, cue, spans, attribution_text, statement, source, known, got the key 'loud'",
        "$.quotes[1].text: expected text, got 3",
        "$.quotes[1].speaker: expected the number of one of 1 rows of $.actors, got 7",
        "$.meetings[0].uid: expected the field 'uid', got nothing",
        "$.meetings[0].spans[0].end: expected more than start (3), got 2",
        "$.meetings[0].spans[1].start: expected the field 'start', got nothing",
        "$.meetings[0].spans[1].end: expected the field 'end', got nothing",
        "$.quotes[1].statement: expected the id of a statement here, got 's9'",
    ]


def test_a_bad_row_is_reported_once() -> None:
    data = json.loads(dumps(BRIEF))
    data["sources"][0]["kind"] = "song"
    data["actors"][2]["name"] = ""
    data["posts"][0]["name"] = None
    data["places"][0] = 3
    data["meetings"][0]["body"] = 2
    assert faults(data) == [
        "$.sources[0].kind: expected one of 'article', 'press_release', 'readout', 'transcript', 'statement', 'speech', 'report', 'post', 'calendar', got 'song'",
        "$.actors[2].name: expected text that is not blank, got ''",
        "$.posts[0].name: expected text, got None",
        "$.places[0]: expected an object with the fields of Place, got 3",
    ]


def test_an_actor_of_the_wrong_class() -> None:
    data = json.loads(dumps(BRIEF))
    data["meetings"][0]["body"] = 0
    assert faults(data) == [
        "$.meetings[0].body: expected Organization or None, got Person(name='Ann')"
    ]


def test_spans_and_uids_are_checked() -> None:
    data = json.loads(dumps(BRIEF))
    data["quotes"][0]["spans"][0]["end"] = 99
    data["meetings"].append({"uid": "talks"})
    assert faults(data) == [
        "$.quotes[0].spans[0].end: expected at most the length of the text (13), got 99",
        "$.meetings[1].uid: expected a uid that no other meeting here has, got 'talks'",
    ]


def test_another_class_than_expected() -> None:
    assert loads(dumps(ANN), expect=Person) == ANN
    assert faults(dumps(ANN), Post) == ["$.type: expected 'post', got 'person'"]
    assert faults(dumps(ANN), int) == ["$.type: expected 'int', got 'person'"]
    (fault,) = faults(document(tag="poem"))
    assert fault.startswith("$.type: expected one of 'brief', 'corpus', 'country', ")
    assert fault.endswith(", 'when', 'year_bound', 'year_inference', got 'poem'")
    assert faults('{"format": "natobrief/1", "type": ["a"]}')[0].endswith(", got a list")


@pytest.mark.parametrize("value", [3, None, "x", [], {}, (ANN,), object, Record])
def test_what_is_no_document(value: object) -> None:
    with pytest.raises(InvalidValue) as caught:
        dumps(value)
    allowed = "a natobrief value, such as a Brief, a Quote or a When"
    assert str(caught.value) == f"value: expected {allowed}, got {value!r}"


@pytest.mark.parametrize("text", [3, None, {}, bytearray(b"{}")])
def test_what_is_no_text(text: Any) -> None:
    with pytest.raises(InvalidValue) as caught:
        loads(text)
    assert str(caught.value) == f"text: expected text or bytes, got {text!r}"


# Labels.


def test_no_id_is_computed_on_load(monkeypatch: pytest.MonkeyPatch) -> None:
    note = Evidence(record=BRIEF.quotes[0].id, rule="r", reason="s")
    written = dumps(BRIEF.evolve(evidence=[note]))

    def fail(_value: object) -> bytes:
        pytest.fail("an id was computed")

    monkeypatch.setattr("natobrief.model.identity.encode", fail)
    read = loads(written)
    monkeypatch.undo()
    assert read.get(note.record) == BRIEF.quotes[0]


def test_labels_count_as_they_are_written() -> None:
    """A mended text has another id than its label; references still follow the label."""
    data = json.loads(dumps(BRIEF))
    data["statements"][0]["made"] = "2022-01-08"
    brief = loads(json.dumps(data))
    assert brief.quotes[0].statement == SAID.id
    with pytest.raises(InvalidValue) as caught:
        dumps(brief)
    assert str(caught.value) == (
        f"Brief.quotes[0].statement: expected the id of a statement here, got {SAID.id!r}"
    )


def test_labels_of_ones_own_become_ids() -> None:
    text = document(
        '"actors": [{"type": "person", "name": "Ann"}], '
        '"quotes": [{"id": "q", "text": "Yes.", "statement": "s1"}, {"text": "No."}], '
        '"statements": [{"id": "s1", "speaker": 0}, {"id": "s2"}], '
        '"meetings": [{"id": "m", "uid": "talks"}], '
        '"evidence": [{"record": "q", "field": "text", "rule": "r", "reason": "s"}], '
        '"doubts": [{"record": "m", "code": "c", "reason": "s"}, {"code": "c", "reason": "s"}]'
    )
    brief = loads(text, expect=Brief)
    assert brief.get(brief.quotes[0].statement or "") == Statement(speaker=ANN)
    assert brief.get(brief.evidence[0].record) == brief.quotes[0]
    assert brief.get(brief.doubts[0].record or "") == Meeting(uid="talks")
    assert brief.evolve() == brief == loads(dumps(brief))


def test_labels_of_ones_own_beside_faults() -> None:
    text = document('"statements": [{"id": "s1", "made": "soon"}], "quotes": 3')
    assert faults(text) == [
        "$.quotes: expected a list or tuple of Quote, got 3",
        "$.statements[0].made: expected a date in EDTF such as 2022-01-07, got 'soon'",
    ]


# Robustness.


@settings(max_examples=40)
@given(briefs(), st.data())
def test_a_damaged_document_is_refused_or_means_something(
    brief: Brief, data: st.DataObject
) -> None:
    whole = dumps(brief).encode()
    place = data.draw(st.integers(0, len(whole) - 1))
    bit = data.draw(st.integers(0, 7))
    flipped = whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :]
    for damaged in (whole[:place], flipped):
        try:
            value = loads(damaged)
            again = dumps(value)  # refuses a brief whose labels are no longer its ids
        except NatobriefError:
            continue
        assert loads(again) == value


def test_a_document_cut_off_anywhere() -> None:
    whole = dumps(BRIEF).encode()
    for end in range(len(whole)):
        with pytest.raises(InvalidDocument):
            loads(whole[:end])


json_like = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


def places(data: Any) -> list[tuple[Any, Any]]:
    """Return each place of a document: the list or object that holds it, and its key there."""
    keys: list[Any] = []
    if isinstance(data, dict):
        keys = list(cast("Any", data))
    elif isinstance(data, list):
        keys = [*range(len(cast("Any", data)))]
    return [place for key in keys for place in [(cast("Any", data), key), *places(data[key])]]


@settings(max_examples=60)
@given(junk=json_like, data=st.data())
def test_junk_in_any_place_is_refused_or_means_something(junk: Any, data: st.DataObject) -> None:
    whole = json.loads(dumps(BRIEF))
    holder, key = data.draw(st.sampled_from(places(whole)))
    holder[key] = junk
    try:
        value = loads(json.dumps(whole))
    except InvalidDocument:
        return
    with contextlib.suppress(InvalidValue):  # labels that are no longer ids
        assert loads(dumps(value)) == value


def test_the_nesting_of_what_is_written_stays_below_the_cap() -> None:
    group = Group(name="1")
    for depth in range(2, 9):
        group = Group(name=str(depth), members=[group])
    value = Meeting(uid="m", participants=[Participant(actor=group)])
    assert loads(dumps(value)) == value
    assert depth_of(json.loads(dumps(BRIEF))) < MAX_DEPTH / 4


def depth_of(data: Any) -> int:
    if not isinstance(data, dict | list):
        return 0
    return 1 + max((depth_of(holder[key]) for holder, key in places(data)), default=0)


@pytest.mark.parametrize("switch", [gc.enable, gc.disable])
def test_the_collector_is_left_as_it_was(switch: Callable[[], None]) -> None:
    was_on = gc.isenabled()
    try:
        switch()
        expected = gc.isenabled()
        loads(dumps(ANN))
        assert gc.isenabled() == expected
        with pytest.raises(InvalidDocument):
            loads("{")
        assert gc.isenabled() == expected
    finally:
        (gc.enable if was_on else gc.disable)()


def test_digits_limit_is_there() -> None:
    assert sys.get_int_max_str_digits() < 5000  # or the case above shows nothing
