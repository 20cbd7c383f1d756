"""The published schema and the loader accept the same documents, apart from listed exceptions."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natobrief.errors import InvalidDocument
from natobrief.formats import dumps, loads
from natobrief.formats._core.registry import tags
from natobrief.formats.migrations import VERSION, migrated
from natobrief.formats.schema import json_schema
from natobrief.model import Brief
from natobrief.query import Corpus
from natobrief.testing import briefs, corpora, meetings, periods, quotes, statements, whens

jsonschema = pytest.importorskip("jsonschema")

SCHEMA = json_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
GOLDEN = Path(__file__).parent / "golden"

EXCEPTIONS = (
    # Whether a text is a date: EDTF has no short pattern.
    "EDTF",
    # Where the number of a row and the label of a record lead, and which fields that record has.
    "^the number of|^the id of|label|^a field of",
    # What the fields of a value owe each other, the words their span, a hash its length.
    r"^more than|^at most|^another|where|^the words at its span|^\d|^Organization or None",
    r"^None without|^nothing before|^the uid of another|^a uid that no other|^each record once",
    r"^the source of the brief|^groups nested|^a date in not_before|^a day on or after",
)
"""What the loader may refuse though the schema takes it: the list of the docs."""


def is_valid(document: object) -> bool:
    return bool(VALIDATOR.is_valid(document))


def faults_of(document: object) -> list[str] | None:
    """Return what the loader would have allowed; None if it takes the document."""
    try:
        loads(json.dumps(document))
    except InvalidDocument as error:
        return [fault.allowed for fault in error.faults]
    return None


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == "urn:natobrief:schema:1"


@pytest.mark.parametrize("version", range(VERSION + 1))
@pytest.mark.parametrize("tag", tags())
def test_golden_files_fit(tag: str, version: int) -> None:
    """Those of earlier versions do once they are brought up to date."""
    document = json.loads((GOLDEN / str(version) / f"{tag}.json").read_text(encoding="utf-8"))
    assert document["format"] == f"natobrief/{version}"
    assert is_valid(document) is (version == VERSION)
    VALIDATOR.validate(migrated(document))


@pytest.mark.parametrize("version", range(VERSION + 1))
def test_golden_lines_fit(version: int) -> None:
    lines = (GOLDEN / str(version) / "all.jsonl").read_text(encoding="utf-8").split("\n")
    assert len(lines[:-1]) == len(tags())
    for line in lines[:-1]:
        VALIDATOR.validate(migrated(json.loads(line)))


@given(st.one_of(briefs(), corpora(), quotes(), statements(), meetings(), whens(), periods()))
def test_what_is_written_fits(value: Brief | Corpus) -> None:
    VALIDATOR.validate(json.loads(dumps(value)))


def _places(value: object) -> Iterator[tuple[Any, Any]]:
    """Yield each container with each key or index of it."""
    if isinstance(value, dict):
        for key, item in cast("dict[str, Any]", value).items():
            yield value, key
            yield from _places(item)
    elif isinstance(value, list):
        for index, item in enumerate(cast("list[object]", value)):
            yield value, index
            yield from _places(item)


_JUNK = st.sampled_from([None, True, 3, -1, 2.5, "", " ", "x", [], {}, [1], {"x": 1}, ["x", None]])


@given(st.one_of(briefs(), corpora(), quotes(), meetings()), st.data())
def test_schema_and_loader_agree(value: Brief | Corpus, data: st.DataObject) -> None:
    """Something in a document is replaced, dropped or added: both take it, or both refuse it."""
    document = copy.deepcopy(json.loads(dumps(value)))
    container, key = data.draw(st.sampled_from(list(_places(document))))
    change = data.draw(st.sampled_from(["replace", "drop", "add"]))
    if change == "drop":
        del container[key]
    elif change == "add" and isinstance(container, dict):
        container["colour"] = "blue"
    else:
        container[key] = data.draw(_JUNK)
    refused = faults_of(document)
    if refused is None:
        VALIDATOR.validate(document)
    elif is_valid(document):
        unlisted = [each for each in refused if not any(re.search(e, each) for e in EXCEPTIONS)]
        assert unlisted == [], unlisted
