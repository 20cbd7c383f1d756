"""Ids: derived from content, the same everywhere, equal exactly when the values are equal."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any, cast

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from natobrief.formats import loads
from natobrief.model import (
    Country,
    Group,
    Meeting,
    Organization,
    Person,
    Place,
    Post,
    Quote,
    QuoteKind,
    Source,
    Statement,
)
from natobrief.model.identity import Record, encode
from natobrief.testing import meetings, quotes, sources, statements, strategy_for, texts
from natobrief.values import hints
from natobrief.when import Period, When

records = st.one_of(quotes(), statements(), meetings(), sources())


VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"][:14])
def test_vectors(vector: dict[str, Any]) -> None:
    """The encoding and the ids are frozen: files and other programs rest on them."""
    record: Record = loads(json.dumps(vector["document"]))
    assert encode(record) == vector["input"]
    assert record.id == vector["id"]
    kind, _, digest = record.id.partition("-")
    assert kind == type(record).__name__.lower()
    assert digest == hashlib.sha256(vector["input"].encode()).hexdigest()[:32]


def test_there_are_vectors_for_each_record_and_each_field() -> None:
    """Each field is told in some vector, so none can change its name or place unseen."""
    for cls in (Source, Quote, Statement, Meeting):
        inputs = [
            v["input"]
            for v in VECTORS
            if v["input"].startswith(f"rs{len(cls.__name__)}:{cls.__name__}")
        ]
        assert len(inputs) >= 2
        for name in hints(cls):
            assert any(f"s{len(name)}:{name}" in each for each in inputs), name


def test_an_id_is_the_hash_of_the_encoding() -> None:
    record = Statement(topics=["a"], source=Source(title="t"))
    source = "source-" + hashlib.sha256(b"rs6:Sources5:titles1:t.").hexdigest()[:32]
    encoded = f"rs9:Statements6:topicsl1:s1:as6:sourceds39:{source}."
    assert encode(record) == encoded
    assert record.id == f"statement-{hashlib.sha256(encoded.encode()).hexdigest()[:32]}"


@pytest.mark.parametrize(
    ("value", "encoded"),
    [
        ("", "s0:"),
        ("aé𝄞", "s3:aé𝄞"),
        (True, "t"),
        (False, "f"),
        (-12, "i-12."),
        (QuoteKind.DIRECT, "es6:direct"),
        (When.parse("2022"), "ws4:2022"),
        (Period.parse("2022/.."), "ps7:2022/.."),
        ((), "l0:"),
        (("ab", ("c",)), "l2:s2:abl1:s1:c"),
        (Post(name="x"), "rs4:Posts4:names1:x."),
        (Post(name="x", id="y"), "rs4:Posts4:names1:xs2:ids1:y."),
        ((Source(),), "l1:rs6:Source."),
    ],
)
def test_the_encoding(value: object, encoded: str) -> None:
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
