"""YAML: lossless both ways, kind to those who write by hand, closed to all of YAML's traps."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

import natobrief as nb
from natobrief.errors import InvalidDocument, InvalidValue, NatobriefError
from natobrief.formats import dump, load, yaml
from natobrief.formats._core.document import FORMAT, MAX_DEPTH
from natobrief.formats._yaml.nodes import MAX_ALIASED
from natobrief.model import (
    Brief,
    Country,
    Evidence,
    Group,
    Meeting,
    Organization,
    Participant,
    Person,
    Place,
    Post,
    Quote,
    Role,
    Source,
    Statement,
)
from natobrief.query import Corpus
from natobrief.testing import briefs, corpora, strategy_for
from natobrief.text import Span
from natobrief.when import DateMention, Period, When
from tests.formats.hostile import HOSTILE, LONG_WORDS, everywhere, records_with

BY_HAND = f"""\
# A brief that somebody wrote with a text editor.
format: {FORMAT}
type: brief
source:
  publisher: NATO
  title: 2022
  published: 2022-01-07
statements:
- id: s1
  speaker: &chief {{person: Jens Stoltenberg}}
  post: NATO Secretary General
  made: 2022-01-07
  occasion: council
  occasion_relation: before
  audience:
  - group: the ministers
    members: [country: Norway, organization: EU]
quotes:
- text: >-
    The risk
    is real.
  speaker: *chief
  said: 2022-01
  statement: s1
  known:
meetings:
- uid: council
  body: NATO-Russia Council
  scheduled: 2022-01-12/2022-01-13
  place: {{name: Brussels, id: 7}}
  participants:
  - {{person: Jens Stoltenberg, post: NATO Secretary General, role: chair}}
  - country: Russia
  agenda:
evidence:
- {{record: s1, rule: by-hand, reason: "no: really"}}
"""


def parts(*lines: str, kind: str = "brief") -> str:
    return "\n".join([f"format: {FORMAT}", f"type: {kind}", *lines])


def faults(text: str | bytes) -> list[str]:
    with pytest.raises(InvalidDocument) as caught:
        yaml.loads(text)
    return [str(fault) for fault in caught.value.faults]


def test_a_brief_written_by_hand() -> None:
    source = Source(publisher="NATO", title="2022", published="2022-01-07")
    chief, post = Person(name="Jens Stoltenberg"), Post(name="NATO Secretary General")
    ministers = Group(
        name="the ministers", members=[Country(name="Norway"), Organization(name="EU")]
    )
    said = Statement(
        speaker=chief,
        post=post,
        made="2022-01-07",
        occasion="council",
        occasion_relation=nb.OccasionRelation.BEFORE,
        audience=[ministers],
        source=source,
    )
    quote = Quote(
        text="The risk is real.",
        speaker=chief,
        said="2022-01",
        statement=said.id,
        known=None,
        source=source,
    )
    council = Meeting(
        uid="council",
        body=Organization(name="NATO-Russia Council"),
        scheduled="2022-01-12/2022-01-13",
        place=Place(name="Brussels", id="7"),
        participants=[
            Participant(actor=chief, post=post, role=Role.CHAIR),
            Participant(actor=Country(name="Russia")),
        ],
        source=source,
    )
    why = Evidence(record=said.id, rule="by-hand", reason="no: really")
    assert yaml.loads(BY_HAND) == Brief(
        source=source, statements=[said], quotes=[quote], meetings=[council], evidence=[why]
    )


def test_how_a_brief_is_written() -> None:
    text = yaml.dumps(yaml.loads(BY_HAND))
    assert (
        text
        == f"""\
format: {FORMAT}
type: brief
source:
  title: "2022"
  publisher: NATO
  published: "2022-01-07"
quotes:
  - text: The risk is real.
    speaker: {{person: Jens Stoltenberg}}
    said: 2022-01
    statement: s1
    known: null
statements:
  - id: s1
    speaker: {{person: Jens Stoltenberg}}
    post: NATO Secretary General
    audience:
      - group: the ministers
        members:
          - {{country: Norway}}
          - {{organization: EU}}
    made: "2022-01-07"
    occasion: council
    occasion_relation: before
meetings:
  - uid: council
    body: NATO-Russia Council
    participants:
      - {{person: Jens Stoltenberg, post: NATO Secretary General, role: chair}}
      - {{country: Russia}}
    place: {{name: Brussels, id: "7"}}
    scheduled: 2022-01-12/2022-01-13
evidence:
  - record: s1
    rule: by-hand
    reason: "no: really"
""".replace("said: 2022-01\n", 'said: "2022-01"\n').replace(
            "2022-01-12/2022-01-13", '"2022-01-12/2022-01-13"'
        )
    )


@settings(max_examples=200)
@given(briefs() | corpora())
def test_what_is_written_reads_back(value: Any) -> None:
    text = yaml.dumps(value)
    assert yaml.loads(text) == value
    assert yaml.dumps(yaml.loads(text)) == text


@pytest.mark.parametrize(
    "cls", [Group, Participant, Source, Span, When, Period, DateMention, nb.Link, nb.Dating]
)
def test_every_value_is_a_document(cls: type[Any]) -> None:
    @settings(max_examples=20)
    @given(strategy_for(cls))
    def reads_back(value: Any) -> None:
        assert yaml.loads(yaml.dumps(value), cls) == value

    reads_back()


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:30])
def test_hostile_text_in_every_field(text: str) -> None:
    brief = everywhere(text)
    assert yaml.loads(yaml.dumps(brief)) == brief
    if text in LONG_WORDS:
        return  # once is slow enough
    corpus = Corpus.of(brief, *records_with(text + "2"))
    assert yaml.loads(yaml.dumps(corpus)) == corpus


def test_other_readers_of_yaml_see_the_same_texts() -> None:
    """A date is text for them too, so that nothing becomes something else on its way through."""
    quotes = [Quote(text=text, said="2022-01-07") for text in HOSTILE if "\x85" not in text]
    other: Any = YAML(typ="safe", pure=True)
    plain = other.load(yaml.dumps(Corpus.of(*quotes)))
    assert [row["text"] for row in plain["records"]] == [quote.text for quote in quotes]
    assert {row["said"] for row in plain["records"]} == {"2022-01-07"}
    assert not any(isinstance(row["said"], dt.date) for row in plain["records"])


@pytest.mark.parametrize(
    "written",
    ["2022", "2022-01-07", "12:30:45", "yes", "no", "1_000", "0o17", "1e3", ".inf", "null", "-1"],
)
def test_a_text_stays_what_is_written(written: str) -> None:
    value = yaml.loads(parts("value:", f"  name: {written}", kind="post"))
    assert value == Post(name=written)


def test_dates_are_read_as_they_are_written() -> None:
    for written in ["2022", "2022-01-07", "2022-01-07T12:30Z", '"2022-01"', "2022-01-07~"]:
        when = yaml.loads(parts(f"value: {written}", kind="when"))
        assert when == When.parse(written.strip('"'))


def test_numbers_and_truth_are_read_where_a_field_wants_them() -> None:
    assert yaml.loads(parts("value: {start: 0, end: +12}", kind="span")) == Span(start=0, end=12)
    person = yaml.loads(parts("value: {name: official, anonymous: True}", kind="person"))
    assert person == Person(name="official", anonymous=True)


def test_tables_and_rows_may_be_written_too() -> None:
    text = parts(
        "actors: [{type: country, name: Norway}, {group: two, members: [0, person: Ann]}]",
        "statements: [{speaker: 1, on_behalf_of: 0, post: {name: envoys}}]",
    )
    norway = Country(name="Norway")
    two = Group(name="two", members=[norway, Person(name="Ann")])
    said = Statement(speaker=two, on_behalf_of=norway, post=Post(name="envoys"))
    assert yaml.loads(text) == Brief(statements=[said])


def test_json_is_yaml() -> None:
    brief = yaml.loads(BY_HAND)
    assert yaml.loads(nb.dumps(brief)) == brief


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["quotes:", "- text: ''", "  said: soon", "  colour: red"],
            [
                "line 4, column 9: $.quotes[0].text: expected text that is not blank, got ''",
                "line 5, column 9: $.quotes[0].said: expected",
                "line 6, column 3: $.quotes[0].colour: expected only the keys",
            ],
        ),
        (
            ["quotes:", "- {text: a, speaker: {person: ''}}"],
            ["line 4, column 31: $.quotes[0].speaker.person: expected text that is not blank"],
        ),
        (
            ["statements:", "- speaker: Ann"],
            ["line 4, column 12: $.statements[0].speaker: expected an actor such as {person:"],
        ),
        (
            ["statements:", "- speaker: {name: Ann}"],
            ["line 4, column 12: $.statements[0].speaker: expected one of the keys person, org"],
        ),
        (
            ["source: NATO"],
            ["line 3, column 9: $.source: expected a source, with keys such as url, title"],
        ),
        (
            ["quotes: [{text: a, speaker: 3}]"],
            ["line 3, column 29: $.quotes[0].speaker: expected the number of one of 0 rows of"],
        ),
        (
            ["actors: 7", "places: [[a]]"],
            [
                "line 3, column 9: $.actors: expected a list, got '7'",
                "line 4, column 10: $.places[0]: expected the name of a place, or its name and id",
            ],
        ),
        (["text: a", "text: b"], ["line 4, column 1: expected each key once, got the key 'text'"]),
        (
            ["<<: {text: a}"],
            ["line 3, column 1: expected each key written out (YAML 1.2 has no merge keys), got"],
        ),
        (["text: !!python/name:os.system x"], ["line 3, column 7: expected no tags, got the tag"]),
        (["[a]: b"], ["line 3, column 1: expected text as a key, got a list"]),
        (["text: *nobody"], ["line 3, column 7: expected an alias of what stands before, got"]),
        (["text: &a [*a]"], ["line 3, column 11: expected an alias of what stands before, got"]),
        (["--- b"], ["line 3, column 1: expected one document, got a second one"]),
        (["text: 'cut off"], ["line 3, column 15: expected YAML, got a mistake"]),
        (["quotes: x"], ["line 3, column 9: $.quotes: expected a list or tuple of Quote, got 'x'"]),
        (
            ["quotes: [{text: a, spans: [{start: one, end: 2}]}]"],
            ["line 3, column 36: $.quotes[0].spans[0].start: expected a whole number, got 'one'"],
        ),
    ],
)
def test_a_fault_has_its_line_and_column(lines: list[str], expected: list[str]) -> None:
    found = faults(parts(*lines))
    assert len(found) >= len(expected)
    for said, begins in zip(found, expected, strict=False):
        assert said.startswith(begins)


def test_marks_of_a_document_are_checked() -> None:
    assert faults("")[0] == "$: expected a YAML document, got nothing"
    assert faults("[a]")[0].startswith("line 1, column 1: $: expected an object, got a list")
    assert faults("a: b")[0].startswith("line 1, column 1: $.format: expected")
    assert faults(f"format: {FORMAT}\ntype: tale")[0].startswith("line 2, column 7: $.type:")
    assert faults("%YAML 1.1\n---\n" + parts())[0].startswith("line 2, column 1: expected YAML 1.2")
    assert faults(b"text: \xff") == ["$: expected UTF-8, got byte 0xff at 6 (invalid start byte)"]
    assert "unacceptable character" in faults("text: a\x00b")[0]
    with pytest.raises(InvalidDocument, match="'quote'"):
        yaml.loads(parts(), Quote)


def test_a_bomb_of_aliases_is_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    (said,) = faults(parts(*lines))
    assert said.endswith(f"expected aliases of at most {MAX_ALIASED} values, got more")


def test_depth_is_limited_with_and_without_aliases() -> None:
    deep = "[" * 100_000
    allowed = f"expected at most {MAX_DEPTH} levels of nesting, got more"
    assert faults(parts(f"text: {deep}")) == [f"line 3, column {6 + MAX_DEPTH}: {allowed}"]
    lines = ["a0: &a0 []", *(f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, MAX_DEPTH + 1))]
    (said,) = faults(parts(*lines))
    assert said.endswith(allowed)


def test_truncated_and_damaged_text_gives_an_error_or_a_value() -> None:
    data = BY_HAND.encode()
    draw = random.Random(7)
    damaged = [data[:cut] for cut in range(len(data))]
    for _ in range(150):
        copy = bytearray(data)
        copy[draw.randrange(len(copy))] ^= 1 << draw.randrange(8)
        damaged.append(bytes(copy))
    refused = 0
    for each in damaged:
        try:
            yaml.loads(each)
        except NatobriefError:
            refused += 1
    assert 0 < refused < len(damaged)


@settings(max_examples=50)
@given(st.text(alphabet="ab:-?[]{},&*!|>'\"%@`# \n\t0", max_size=40))
def test_any_text_gives_an_error_or_a_value(text: str) -> None:
    with pytest.raises(NatobriefError):
        yaml.loads(text)


def test_files(tmp_path: Path) -> None:
    brief = yaml.loads(BY_HAND)
    for name in ("brief.yaml", "brief.YML"):
        assert dump(brief, tmp_path / name) is None
        assert load(tmp_path / name, Brief) == brief


def test_long_texts_are_easy_to_read() -> None:
    long = " ".join(["word"] * 40)
    text = yaml.dumps(Quote(text=long))
    assert "text: >-\n    word word" in text
    assert max(map(len, text.splitlines())) <= 100
    assert "text: |\n    one\n\n    two\n" in yaml.dumps(Quote(text="one\n\ntwo\n"))
    assert 'text: " a"' in yaml.dumps(Quote(text=" a"))


def test_what_is_no_text_is_refused_by_name() -> None:
    with pytest.raises(InvalidValue) as wrong:
        yaml.loads(3)  # type: ignore[arg-type]
    assert str(wrong.value) == "text: expected text or bytes, got 3"
