"""Laws of the formats that lose nothing: all comes back, and damage is refused, or found."""

from __future__ import annotations

import copy
import gzip
import io
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from natobrief import Brief, Corpus, NatobriefError, dump_lines, dumps, iter_lines, load, loads
from natobrief.formats import check_document, make_converter
from natobrief.formats._core.document import (
    canonical,
    digest_of,
    from_document,
    to_document,
    to_line,
)
from natobrief.formats._core.plain import Repeated
from natobrief.formats.json import parse
from natobrief.testing import briefs, corpora
from tests.formats.golden_values import BRIEF, CORPUS, VALUES
from tests.formats.hostile import HOSTILE, everywhere, records_with


def assert_canonical(value: object) -> None:
    """Hold a line, which is written field by field, against Python's own JSON of plain data."""
    text = canonical(to_document(value))
    assert to_line(value).replace(f',"digest":"{digest_of(text)}"', "", 1) == text


@settings(max_examples=200)
@given(briefs())
def test_a_brief_comes_back(brief: Brief) -> None:
    text = dumps(brief)
    back = loads(text, Brief)
    assert back == brief
    assert dumps(back) == text
    assert loads(to_line(brief)) == brief
    assert repr(back) == repr(brief)
    assert_canonical(brief)


@settings(max_examples=200)
@given(corpora())
def test_a_corpus_comes_back(corpus: Corpus) -> None:
    text = dumps(corpus)
    back = loads(text, Corpus)
    assert back == corpus
    assert dumps(back) == text
    assert [record.id for record in back] == [record.id for record in corpus]
    assert_canonical(corpus)


@settings(max_examples=200)
@given(briefs())
def test_a_brief_comes_back_in_place(brief: Brief) -> None:
    converter = make_converter()
    assert converter.structure(converter.unstructure(brief), Brief) == brief


@pytest.mark.parametrize("value", VALUES.values(), ids=list(VALUES))
def test_every_value_is_canonical_in_a_line(value: object) -> None:
    assert_canonical(value)


ODD: tuple[Any, ...] = (None, True, 0, 1, -1, 2.5, "", " ", "2022-01", "x", [], {}, [[]], [None])


def damaged(data: Any, chance: random.Random) -> Any:
    """Return plain data with one thing somewhere in it replaced, left out or added."""
    if not isinstance(data, list | dict) or not data or chance.random() < 0.2:
        return chance.choice(ODD)
    changed = copy.copy(cast("dict[Any, Any]", data))
    place = chance.choice(list(changed) if isinstance(data, dict) else range(len(changed)))
    match chance.randrange(12):
        case 0:
            del changed[place]
        case 1 if isinstance(data, dict):
            changed["id" if chance.random() < 0.5 else "odd"] = chance.choice(ODD)
        case _:
            changed[place] = damaged(changed[place], chance)
    return changed


def looked_at_closely(data: Any) -> Any:
    """Return the same data in objects of a kind that is never read quickly."""
    if isinstance(data, dict):
        items = cast("dict[str, Any]", data).items()
        return Repeated({key: looked_at_closely(item) for key, item in items})
    return list(map(looked_at_closely, cast("Any", data))) if isinstance(data, list) else data


def outcome(document: Any) -> Any:
    try:
        return from_document(document)
    except NatobriefError as error:
        return str(error)


@settings(max_examples=200)
@given(corpora(), st.randoms(use_true_random=False))
def test_what_is_read_quickly_is_what_a_close_look_finds(
    corpus: Corpus, chance: random.Random
) -> None:
    for value in (corpus, *corpus.briefs, *corpus.records):
        document = to_document(value)
        assert outcome(document) == outcome(looked_at_closely(document)) == value
        for _ in range(3):
            some = damaged(document, chance)
            assert outcome(some) == outcome(looked_at_closely(some))


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:30])
def test_hostile_text_in_every_field(text: str) -> None:
    brief = everywhere(text)
    corpus = Corpus.of(brief, *records_with(text + "2"))
    assert loads(dumps(brief)) == brief
    assert loads(dumps(corpus)) == corpus
    assert list(iter_lines([to_line(brief), to_line(corpus)])) == [brief, corpus]
    assert_canonical(brief)
    assert_canonical(corpus)
    converter = make_converter()
    assert converter.structure(converter.unstructure(brief), Brief) == brief


# Damage.

LINES = [VALUES[tag] for tag in ("group", "quote", "when", "link")]
WHOLE = {
    "brief.json": dumps(BRIEF).encode(),
    "corpus.json": dumps(CORPUS).encode(),
    "some.jsonl": "".join(f"{to_line(value)}\n" for value in LINES).encode(),
}
WHOLE["some.jsonl.gz"] = gzip.compress(WHOLE["some.jsonl"], mtime=0)


def read_json(data: bytes) -> object:
    return loads(data)


def read_lines(data: bytes) -> object:
    return list(iter_lines(io.BytesIO(data)))


def reader_of(name: str, folder: Path) -> Callable[[bytes], object]:
    if name.endswith(".json"):
        return read_json
    if name.endswith(".jsonl"):
        return read_lines

    def read_file(data: bytes) -> object:
        path = folder / name
        path.write_bytes(data)
        return load(path)

    return read_file


def is_refused(read: Callable[[bytes], object], data: bytes) -> bool:
    try:
        read(data)
    except NatobriefError:
        return True
    return False


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_cut_off_at_any_byte(name: str, tmp_path: Path) -> None:
    read, whole = reader_of(name, tmp_path), WHOLE[name]
    taken = {end for end in range(len(whole)) if not is_refused(read, whole[:end])}
    lines = {end + cut for end, byte in enumerate(whole) if byte == 10 for cut in (0, 1)}
    expected = {
        "some.jsonl": {0, *lines} - {len(whole)},
        "some.jsonl.gz": {0},  # an empty file is an empty stream to gzip
    }
    assert taken == expected.get(name, set())


@pytest.mark.parametrize("name", WHOLE)
def test_a_flipped_bit_anywhere(name: str, tmp_path: Path) -> None:
    read, whole = reader_of(name, tmp_path), WHOLE[name]
    draw = random.Random(11)
    refused = 0
    for _ in range(600):
        place, bit = draw.randrange(len(whole)), draw.randrange(8)
        damaged = whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :]
        refused += is_refused(read, damaged)
    assert refused > 150


@pytest.mark.parametrize("name", ["brief.json", "corpus.json"])
def test_a_flipped_bit_that_is_not_refused_is_found(name: str) -> None:
    whole: bytes = WHOLE[name]
    before: Any = parse(whole)
    draw = random.Random(12)
    for _ in range(300):
        place, bit = draw.randrange(len(whole)), draw.randrange(8)
        damaged = whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :]
        try:
            after = parse(damaged)
            loads(damaged)
        except NatobriefError:
            continue
        assert (check_document(after) != ()) == (after != before)


def test_lines_come_back(tmp_path: Path) -> None:
    dump_lines(VALUES.values(), tmp_path / "a.jsonl.gz")
    assert load(tmp_path / "a.jsonl.gz") == tuple(VALUES.values())
