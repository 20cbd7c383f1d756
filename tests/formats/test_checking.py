"""Checks: every changed value is found, and what is whole has no faults."""

from __future__ import annotations

import copy
import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from natobrief import Brief, Corpus, NatobriefError, Quote, Source, Statement, dump, dumps, loads
from natobrief.formats import check_file, dump_lines
from natobrief.formats.checking import check_document
from natobrief.testing import briefs, corpora
from tests.formats.golden_values import BRIEF, CORPUS, VALUES

Place = tuple[Any, Any]


def leaves(data: Any) -> Iterator[Place]:
    """Yield the place of each text, number, True, False and None: its holder, its key."""
    keys = list(cast("Any", data)) if isinstance(data, dict) else range(len(data))
    for key in keys:
        if isinstance(data[key], dict | list):
            yield from leaves(data[key])
        else:
            yield data, key


def others(value: Any) -> Iterator[Any]:
    """Yield values like this one, and one that is unlike it."""
    if isinstance(value, str):
        yield from (value + "x", value[:-1], value.swapcase(), "2022-02", "y", "")
        yield from (word for word in ("direct", "indirect", "person", "country") if word != value)
    elif isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield from (value + 1, 0 if value else 2)
    yield from (None, 7) if not isinstance(value, int) else (None,)


def changes(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, (holder, key) in enumerate(leaves(document)):
        for other in others(holder[key]):
            if other != holder[key]:
                changed = copy.deepcopy(document)
                place, its_key = list(leaves(changed))[number]
                place[its_key] = other
                yield f"{key}: {holder[key]!r} -> {other!r}", changed


@pytest.mark.parametrize("tag", VALUES)
def test_every_changed_value_is_found(tag: str) -> None:
    document = json.loads(dumps(VALUES[tag]))
    assert check_document(document) == ()
    for what, changed in changes(document):
        assert check_document(changed), what


@settings(max_examples=40)
@given(st.one_of(briefs(), corpora()), st.data())
def test_every_changed_value_of_any_document_is_found(
    value: Brief | Corpus, data: st.DataObject
) -> None:
    document = json.loads(dumps(value))
    before = check_document(document)
    assert all(fault.path.endswith(".text") for fault in before)  # their sources state any digest
    places = list(leaves(document))
    holder, key = data.draw(st.sampled_from(places))
    other = data.draw(st.one_of(st.text(max_size=6), st.integers(), st.booleans(), st.none()))
    if json.dumps(other) != json.dumps(holder[key]):
        holder[key] = other
        assert {*check_document(document)} - {*before}


def test_what_is_taken_away_or_added_is_found() -> None:
    document = json.loads(dumps(BRIEF))
    for key in set(document) - {"digest"}:
        assert check_document({name: each for name, each in document.items() if name != key})
    assert check_document({**document, "doubts": []})


def test_a_changed_record_is_found_without_a_digest() -> None:
    document = json.loads(dumps(CORPUS))
    del document["digest"]
    assert check_document(document) == ()
    for number, row in enumerate(document["sources"]):
        changed = copy.deepcopy(document)
        changed["sources"][number]["title"] = "Another"
        assert f"$.sources[{number}].id" in {fault.path for fault in check_document(changed)}, row
    changed = copy.deepcopy(document)
    changed["briefs"][0]["meetings"][0]["name"] = "Another"
    changed["records"][0]["text"] = "Another"
    assert [fault.path for fault in check_document(changed)] == [
        "$.records[0].id",
        "$.briefs[0].meetings[0].id",
    ]
    alone = json.loads(dumps(BRIEF.statements[0]))
    del alone["digest"]
    alone["value"]["text"] = "Another"
    assert [fault.path for fault in check_document(alone)] == ["$.value.id"]


def test_the_words_of_each_fault() -> None:
    text = "The talks opened."
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = Source(text_sha256=digest)
    said = Statement(source=source, text="Yes.")
    document = json.loads(dumps(Brief(source=source, text=text, statements=[said])))
    stated = document["digest"]
    document["text"] = "The walks opened."
    document["statements"][0]["text"] = "No."
    content = {key: item for key, item in document.items() if key != "digest"}
    compact = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    found = hashlib.sha256(compact.encode()).hexdigest()
    other = hashlib.sha256(b"The walks opened.").hexdigest()
    now = said.evolve(text="No.").id
    whole = f"the digest of what stands here ({found}), or something was changed"
    words = f"the text with the SHA-256 that its source states ({digest})"
    assert [str(fault) for fault in check_document(document)] == [
        f"$.digest: expected {whole}, got '{stated}'",
        f"$.statements[0].id: expected the id of this record, '{now}', got '{said.id}'",
        f"$.text: expected {words}, got one with {other}",
    ]


def test_layout_and_labels_of_ones_own_are_no_faults() -> None:
    document = json.loads(dumps(BRIEF))
    assert check_document(json.loads(json.dumps(document, indent=7))) == ()
    by_hand = {
        "format": "natobrief/1",
        "type": "brief",
        "statements": [{"id": "s1", "text": "a"}],
        "quotes": [{"text": "b", "statement": "s1"}],
    }
    assert check_document(by_hand) == ()


def test_what_cannot_be_loaded_is_told_alone() -> None:
    document = {"format": "natobrief/1", "type": "quote", "digest": "0" * 64, "value": {"text": ""}}
    (fault,) = check_document(document)
    assert fault.path == "$.value.text"
    assert check_document([])[0].path == "$"


def test_files(tmp_path: Path) -> None:
    dump(BRIEF, tmp_path / "a.json")
    dump_lines([BRIEF, Quote(text="Yes.")], tmp_path / "a.jsonl")
    dump_lines([BRIEF, Quote(text="Yes.")], tmp_path / "a.jsonl.gz")
    for name in ("a.json", "a.jsonl", "a.jsonl.gz"):
        assert check_file(tmp_path / name) == check_file(tmp_path / name, ids=True) == ()
    text = (tmp_path / "a.jsonl").read_text(encoding="utf-8").replace("Yes.", "No.") + "{}\n"
    (tmp_path / "a.jsonl").write_text(text, encoding="utf-8")
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(text.encode()))
    for name in ("a.jsonl", "a.jsonl.gz"):
        assert [fault.path for fault in check_file(tmp_path / name, ids=True)] == [
            "line 2: $.digest",
            "line 2: $.value.id",
            "line 3: $.format",
        ]
        assert [fault.path for fault in check_file(tmp_path / name)] == ["line 3: $.format"]
    (tmp_path / "a.json").write_bytes(b"{")
    (tmp_path / "b.jsonl.gz").write_bytes(b"no gzip")
    for name in ("a.json", "b.jsonl.gz"):
        assert [f.path for f in check_file(tmp_path / name, ids=True)] == ["$"]
    with pytest.raises(NatobriefError, match="path: expected a name that ends in"):
        check_file(tmp_path / "a.poem", ids=True)


def test_an_old_text_is_checked() -> None:
    old = json.loads((Path(__file__).parent / "golden" / "0" / "brief.json").read_text("utf-8"))
    assert check_document(old) == ()
    old["text"] = old["text"].replace("talks open", "walks open")
    assert [fault.path for fault in check_document(old)] == ["$.text"]
    assert loads(json.dumps(old)) != BRIEF
