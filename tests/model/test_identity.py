"""Ids: derived from content, the same everywhere, equal exactly when the values are equal."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from typing import Any, cast

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from natobrief.model import (
    Country,
    Group,
    Meeting,
    MeetingFormat,
    Organization,
    Participant,
    Person,
    Place,
    Post,
    Quote,
    QuoteKind,
    Role,
    Source,
    Statement,
)
from natobrief.model.identity import Record, encode
from natobrief.testing import meetings, quotes, sources, statements, strategy_for, texts
from natobrief.text import Span
from natobrief.when import Period, When

records = st.one_of(quotes(), statements(), meetings(), sources())


PAIR = Group(name="two", members=[Person(name="A"), Country(name="B", id="b")])
QUOTE = Quote(
    text="“Ça va?” — да",
    speaker=PAIR,
    said="2022-01-07T13:30+01:00",
    spans=[Span(start=0, end=13)],
    source=Source(publisher="NATO", published="2022-01-07"),
)
MEETING = Meeting(
    uid="m",
    participants=[Participant(actor=Person(name="A", anonymous=True), role=Role.HOST)],
    format=MeetingFormat.VIRTUAL,
    held="2022-01-10/2022-01-12",
    agenda=["a", "b"],
    place=Place(name="Geneva"),
)


# Ids of version 0. When the format reaches version 1, these freeze.
@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (Source(), "source-b0705f62944b6909600aac79d87ccade"),
        (Statement(), "statement-e9ea4795af1799d047afe977a14fc116"),
        (Quote(text="Yes."), "quote-1a05d581c0f09df64ce7529743b44e7a"),
        (QUOTE, "quote-6a8e8fd9177572bcdb61286bfba4bf04"),
        (MEETING, "meeting-cfa7c1ab727e6a935b48423b62495809"),
    ],
)
def test_vectors(record: Record, expected: str) -> None:
    assert record.id == expected


def test_an_id_is_the_hash_of_the_encoding() -> None:
    record = Statement(topics=["a"], source=Source(title="t"))
    source = b"rs6:Source1:s5:titles1:t"
    encoded = b"rs9:Statement2:s6:topicsl1:s1:as6:source" + source
    assert encode(record) == encoded
    assert record.id == f"statement-{hashlib.sha256(encoded).hexdigest()[:32]}"


@pytest.mark.parametrize(
    ("value", "encoded"),
    [
        ("", b"s0:"),
        ("aé", "s3:aé".encode()),
        (True, b"t"),
        (False, b"f"),
        (-12, b"is3:-12"),
        (QuoteKind.DIRECT, b"es9:QuoteKinds6:direct"),
        (When.parse("2022"), b"ws4:Whens4:2022"),
        (Period.parse("2022/.."), b"ws6:Periods7:2022/.."),
        ((), b"l0:"),
        (("ab", ("c",)), b"l2:s2:abl1:s1:c"),
        (Post(name="x"), b"rs4:Post1:s4:names1:x"),
        (Post(name="x", id="y"), b"rs4:Post2:s4:names1:xs2:ids1:y"),
    ],
)
def test_the_encoding(value: object, encoded: bytes) -> None:
    assert encode(value) == encoded


@pytest.mark.parametrize("value", [None, 1.5, [], {}, b"", object()])
def test_nothing_else_is_encoded(value: object) -> None:
    with pytest.raises(TypeError, match=f"no record holds a {type(value).__name__}"):
        encode(value)


def test_look_alikes_differ() -> None:
    """Pairs that a careless encoding, or Python's own equality, would take for one."""
    alike: list[object] = [
        1,
        True,
        "1",
        "True",
        "",
        (),
        ("",),
        ("ab",),
        ("a", "b"),
        (("a",), "b"),
        ("a", ("b",)),
        "s1:a",
        "é",
        "e\u0301",
        Person(name="x"),
        Organization(name="x"),
        Country(name="x"),
        Group(name="x"),
        Post(name="x"),
        Place(name="x"),
        Person(name="x", id="y"),
        Person(name="xs2:ids1:y"),
        When.parse("2022-01-07"),
        "2022-01-07",
        When.parse("2022-01-07[+01:00]"),
        When.parse("2022-01-07~"),
        Period.parse("2022-01-07/2022-01-07"),
        Quote(text="x"),
        Quote(text="x", cue="x"),
        Quote(text="x", attribution_text="x"),
        Quote(text="x", source=Source(title="x")),
        Quote(text="x", source=Source(publisher="x")),
        Statement(topics=["a", "b"]),
        Statement(topics=["ab"]),
        Statement(text="a"),
    ]
    assert len({encode(value) for value in alike}) == len(alike)


@settings(max_examples=60)
@given(records, st.data())
def test_a_change_of_one_field_is_seen(record: Any, data: st.DataObject) -> None:
    cls: type[Any] = record.__class__
    name = data.draw(st.sampled_from([field.name for field in attrs.fields(cls)]))
    other = data.draw(strategy_for(cls))
    try:
        changed = record.evolve(**{name: getattr(other, name)})
    except ValueError:
        return  # the two fields don't go together
    assert (changed == record) == (changed.id == record.id)
    assert (changed == record) == (getattr(other, name) == getattr(record, name))


@settings(max_examples=60)
@given(texts(), texts(), st.integers(0, 12))
def test_moving_a_border_is_seen(first: str, second: str, cut: int) -> None:
    together = first + second
    parts = (together[:cut], together[cut:])
    assert (encode(parts) == encode((first, second))) == (parts == (first, second))


@settings(max_examples=40)
@given(st.lists(records, max_size=6))
def test_ids_tell_values_apart(several: list[Record]) -> None:
    for one in several:
        for other in several:
            assert (one.id == other.id) == (one == other)


def test_an_id_is_the_same_in_another_process() -> None:
    code = (
        "from natobrief.model import Quote, Source;"
        "print(Quote(text='Да', source=Source(published='2022-01')).id)"
    )
    ids = {
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            text=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(filter(None, sys.path))},
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert ids == {Quote(text="Да", source=Source(published="2022-01")).id}


def test_an_id_is_computed_once_and_cannot_be_given() -> None:
    quote = Quote(text="Yes.")
    assert quote.id is quote.id
    with pytest.raises(TypeError, match="id"):
        cast("Any", Quote)(text="Yes.", id="quote-1")
    with pytest.raises(AttributeError):
        cast("Any", quote).id = "quote-1"
