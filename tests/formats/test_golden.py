"""Golden files: what version 1 writes is frozen, and every earlier version is still read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from natobrief import Brief, Corpus
from natobrief.formats import dumps, iter_lines, load, loads
from natobrief.formats._core.document import from_document, to_line
from natobrief.formats._core.registry import by_class, tags
from natobrief.formats.checking import check_file
from natobrief.formats.migrations import STEPS, VERSION, migrated, version_of
from natobrief.model.identity import Record
from tests.formats.golden_values import BRIEF, CORPUS, VALUES

GOLDEN = Path(__file__).parent / "golden"
each_value = pytest.mark.parametrize("tag", VALUES)


def test_each_kind_of_document_has_a_value_and_a_file() -> None:
    assert sorted(VALUES) == tags()
    for tag, value in VALUES.items():
        kind = by_class(type(value))
        assert kind is not None
        assert kind.tag == tag
    for version in range(VERSION + 1):
        files = sorted(path.stem for path in (GOLDEN / str(version)).glob("*.json"))
        assert files == sorted(VALUES)


@each_value
def test_what_is_written_is_frozen(tag: str) -> None:
    expected = (GOLDEN / "1" / f"{tag}.json").read_text(encoding="utf-8")
    assert dumps(VALUES[tag]) + "\n" == expected


@each_value
@pytest.mark.parametrize("version", range(VERSION + 1))
def test_every_version_is_read(version: int, tag: str) -> None:
    path = GOLDEN / str(version) / f"{tag}.json"
    assert json.loads(path.read_text(encoding="utf-8"))["format"] == f"natobrief/{version}"
    assert load(path) == _expected(version, tag)
    assert check_file(path, ids=True) == ()


def _expected(version: int, tag: str) -> object:
    """Return the value; alone, what refers to a record of version 0 refers to it as it did."""
    value: Any = VALUES[tag]
    raw = json.loads((GOLDEN / str(version) / f"{tag}.json").read_text(encoding="utf-8"))
    if version == 0 and tag in ("evidence", "doubt"):
        return value.evolve(record=raw["value"]["record"])
    return (
        value.evolve(statement=raw["value"]["statement"])
        if (version, tag) == (0, "quote")
        else value
    )


@pytest.mark.parametrize("version", range(VERSION + 1))
def test_lines_are_frozen(version: int) -> None:
    path = GOLDEN / str(version) / "all.jsonl"
    values = [_expected(version, tag) for tag in VALUES]
    assert list(iter_lines(path)) == values
    assert check_file(path, ids=True) == ()
    if version == VERSION:
        expected = "".join(f"{to_line(value)}\n" for value in values)
        assert path.read_text(encoding="utf-8") == expected


# Migrations.


def test_there_is_a_step_for_each_version() -> None:
    assert sorted(STEPS) == list(range(VERSION))


def test_a_migrated_document_is_relabelled() -> None:
    raw = json.loads((GOLDEN / "0" / "brief.json").read_text(encoding="utf-8"))
    old = {row["id"] for name in ("quotes", "statements", "meetings") for row in raw[name]}
    brief = from_document(raw)
    assert brief == BRIEF
    assert not old & {record.id for record in brief.records}
    assert brief.get(brief.quotes[0].statement) == BRIEF.statements[0]
    assert loads(dumps(brief)) == brief


def test_loose_records_are_relabelled_too() -> None:
    corpus = load(GOLDEN / "0" / "corpus.json", Corpus)
    assert corpus == CORPUS
    quote = next(record for record in corpus.loose if record == CORPUS.loose[1])
    assert corpus.get(getattr(quote, "statement", "")) == CORPUS.loose[0]


def test_a_step_changes_no_input() -> None:
    text = (GOLDEN / "0" / "corpus.json").read_text(encoding="utf-8")
    raw = json.loads(text)
    assert migrated(raw)["format"] == f"natobrief/{VERSION}"
    assert raw == json.loads(text)
    now = json.loads(dumps(BRIEF))
    assert migrated(now) is now
    assert migrated({"type": "brief"}) == {"type": "brief"}


@pytest.mark.parametrize(
    ("mark", "version"),
    [
        ("natobrief/0", 0),
        ("natobrief/12", 12),
        ("natobrief/01", None),
        ("natobrief/", None),
        (1, None),
    ],
)
def test_version_of(mark: object, version: int | None) -> None:
    assert version_of(mark) == version


def test_faults_of_an_old_document_are_told_as_of_a_new_one() -> None:
    text = (
        '{"format": "natobrief/0", "type": "brief", "quotes": [{"text": "", "text": ""}], "x": %s}'
    )
    with pytest.raises(ValueError, match="3 faults") as caught:
        loads(text % "1", Brief)
    assert "expected each key once, got the key 'text' again" in str(caught.value)
    with pytest.raises(ValueError, match="at most 32 levels of nesting"):
        loads(text % ("[" * 300 + "]" * 300))


def test_records_are_values_of_their_own() -> None:
    records = [value for value in VALUES.values() if isinstance(value, Record)]
    assert len({record.id for record in records}) == 4
