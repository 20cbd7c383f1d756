"""Arrow, Parquet and CSV: lossless tables, and a table for spreadsheets that runs nothing."""

from __future__ import annotations

import csv
import importlib
import io
import random
import sys
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings

from natobrief.errors import InvalidDocument, InvalidValue, MissingExtra, NatobriefError
from natobrief.formats import dump, from_arrow, load, to_arrow, to_csv, to_pandas
from natobrief.model import (
    Brief,
    Country,
    Doubt,
    Group,
    Link,
    Meeting,
    Organization,
    Participant,
    Person,
    Post,
    Quote,
    Role,
    Source,
    Statement,
)
from natobrief.query import Corpus
from natobrief.testing import briefs, corpora, meetings, quotes, statements
from natobrief.text import Span
from natobrief.when import When
from tests.formats.hostile import HOSTILE, LONG_WORDS, everywhere, records_with

pa: Any = importlib.import_module("pyarrow")  # it has no annotations
pc: Any = importlib.import_module("pyarrow.compute")

ANN = Person(name="Ann", id="ann")
PAIR = Group(name="two", members=[ANN, Group(name="inner", members=[Country(name="Norway")])])
NATO = Source(publisher="NATO", published="2022-01-07")
SAID = Statement(speaker=PAIR, made="[..2022-01]", topics=["a", "b"], source=NATO)
YES = Quote(
    text="Yes.",
    speaker=ANN,
    post=Post(name="envoy"),
    said="2022-01",
    statement=SAID.id,
    spans=[Span(start=0, end=4)],
    source=NATO,
    known=None,
)
TALKS = Meeting(
    uid="talks",
    held="2022-01-10/2022-01-12",
    participants=[Participant(actor=PAIR, role=Role.CHAIR), Participant(actor=ANN)],
    source=NATO,
)
BRIEF = Brief(source=NATO, text="Yes.", quotes=[YES], statements=[SAID], meetings=[TALKS])
CORPUS = Corpus.of(BRIEF, Quote(text="No."), Link(uid="a", same_as="b", reason="one day"))


@settings(max_examples=200)
@given(briefs() | corpora())
def test_arrow_keeps_briefs_and_corpora(value: Any) -> None:
    assert from_arrow(to_arrow(value)) == value


@settings(max_examples=200)
@given(quotes() | statements() | meetings())
def test_arrow_keeps_records(record: Any) -> None:
    assert from_arrow(to_arrow(record)) == record
    assert from_arrow(to_arrow([record, record])) == (record, record)


@settings(max_examples=200)
@given(value=briefs() | corpora())
@pytest.mark.parametrize("suffix", [".parquet", ".feather", ".arrow"])
def test_files_keep_briefs_and_corpora(
    tmp_path_factory: pytest.TempPathFactory, suffix: str, value: Any
) -> None:
    path = tmp_path_factory.getbasetemp() / f"value{suffix}"
    assert dump(value, path) is None
    assert load(path, value.__class__) == value


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:30])
def test_hostile_text_in_every_column(text: str) -> None:
    corpus = Corpus.of(everywhere(text), *records_with(text + "2"))
    assert from_arrow(to_arrow(corpus)) == corpus


def test_the_columns_of_quotes() -> None:
    table: Any = to_arrow([YES])
    row = table.to_pylist()[0]
    assert (row["speaker"], row["speaker_type"]) == ("Ann", "person")
    assert row["said"] == "2022-01"
    assert row["said_earliest"].isoformat() == "2022-01-01T00:00:00+00:00"
    assert row["said_latest"].isoformat() == "2022-02-01T00:00:00+00:00"
    assert row["said_precision"] == "month"
    assert row["spans"] == [{"start": 0, "end": 4}]
    assert row["id"] == YES.id
    assert "brief" not in row
    assert "participants" not in row
    assert table.schema.field("speaker").type == pa.dictionary(pa.int32(), pa.string())
    assert table.schema.field("said_earliest").type == pa.timestamp("us", tz="UTC")


def test_open_ends_are_null_and_nothing_makes_all_columns() -> None:
    row = to_arrow([SAID]).to_pylist()[0]
    assert row["made_earliest"] is None
    assert row["made_latest"].isoformat() == "2022-02-01T00:00:00+00:00"
    empty = to_arrow([])
    assert {"said", "made", "held", "dates", "same_as"} <= set(empty.schema.names)
    assert from_arrow(empty) == ()


def test_a_corpus_has_a_row_for_each_brief_record_link_and_doubt() -> None:
    corpus = Corpus.of(*CORPUS.briefs, *CORPUS.loose, *CORPUS.links, Doubt(code="x", reason="y"))
    table = to_arrow(corpus)
    kinds = ["brief", "quote", "statement", "meeting", "quote", "link", "doubt"]
    assert table["type"].to_pylist() == kinds
    assert table["brief"].to_pylist() == [0, 0, 0, 0, None, None, None]
    assert from_arrow(table) == corpus


def test_rows_may_be_taken_away() -> None:
    table = to_arrow(BRIEF)
    only: Any = table.filter(pc.equal(table["type"], "quote"))
    assert from_arrow(only) == (YES,)
    assert from_arrow(only.select(["type", "text"])) == (Quote(text="Yes."),)
    with pytest.raises(InvalidDocument, match=r"\$\[0\]\.quotes\[0\]\.statement: expected"):
        from_arrow(table.slice(0, 2))


def test_pandas_and_polars_give_back_what_they_got() -> None:
    values = (YES, SAID, TALKS)
    frame = to_pandas(values)
    assert frame["said_earliest"].dtype == "datetime64[us, UTC]"
    assert frame["speaker"].dtype == "category"
    polars: Any = pl
    back = polars.from_arrow(to_arrow(values))
    assert from_arrow(back) == values
    statements = back.filter(pl.col("type") == "statement")
    assert from_arrow(statements, tuple[Statement, ...]) == (SAID,)
    assert from_arrow(statements, Statement) == SAID


def broken(**columns: list[Any]) -> list[str]:
    table = pa.table({"type": ["quote"] * len(next(iter(columns.values()))), **columns})
    with pytest.raises(InvalidDocument) as caught:
        from_arrow(table)
    return [str(fault) for fault in caught.value.faults]


def test_all_faults_of_a_table_are_listed() -> None:
    found = broken(text=["a", None, ""], said=["soon", None, "2022"], speaker=[None, None, "Ann"])
    assert [fault.partition(": ")[0] for fault in found] == [
        "$[0].said",
        "$[1].text",
        "$[2].text",
        "$[2].speaker",
    ]
    assert found[1] == "$[1].text: expected text, got None"
    assert found[3].startswith("$[2].speaker: expected a type, one of 'person', ")
    assert broken(text=["a"], score=[1]) == [
        "$.score: expected only columns of records, got another column"
    ]
    assert broken(text=["a"], spans=["b"])[0].startswith("$: expected a column of lists, got")
    assert broken(text=["a"], spans=[[1]])[0].startswith("$: expected a column of span, got")
    assert broken(text=["a"], kind=["wrong"])[0].startswith("$[0].kind: expected one of 'direct'")
    members: dict[str, list[Any]] = {
        "speaker": ["Ann"],
        "speaker_type": ["group"],
        "speaker_members": ["[1]"],
    }
    assert broken(text=["a"], **members)[0].startswith("$[0].speaker: expected the members of a")
    flag: dict[str, list[Any]] = {
        "speaker": ["Norway"],
        "speaker_type": ["country"],
        "speaker_anonymous": [True],
    }
    assert broken(text=["a"], **flag)[0].startswith("$[0].speaker: expected anonymous of a person")


def test_what_is_no_table_of_records() -> None:
    mark = {"natobrief": '{"format": "natobrief/999"}'}
    newer = pa.table({"type": ["quote"]}).replace_schema_metadata(mark)
    with pytest.raises(
        InvalidDocument, match=r"\$: expected a table with the column type, got 'a'"
    ):
        from_arrow(pa.table({"a": [1]}))
    with pytest.raises(InvalidDocument, match=r"\$\[0\]\.type: expected one of 'brief', .* 'x'"):
        from_arrow(pa.table({"type": ["x"]}))
    with pytest.raises(InvalidDocument, match=r"\$\.format: expected .* got 'natobrief/999'"):
        from_arrow(newer)
    with pytest.raises(InvalidValue, match=r"from_arrow\.table: expected a table of Arrow, got 3"):
        from_arrow(3)
    with pytest.raises(InvalidValue, match="value: expected a corpus, or briefs and records"):
        to_arrow([When.parse("2022")])
    with pytest.raises(InvalidValue, match="value: expected whole numbers of 64 bits"):
        to_arrow(Quote(text="a", spans=[Span(start=0, end=2**64)]))
    with pytest.raises(InvalidDocument, match=r"\$: expected a value of Meeting, got one of Quote"):
        from_arrow(to_arrow([YES]), Meeting)


def is_refused(path: Path) -> bool:
    try:
        load(path)
    except NatobriefError:
        return True
    return False


@pytest.mark.parametrize("suffix", [".parquet", ".feather"])
def test_a_file_cut_off_at_any_byte(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"quote{suffix}"
    dump(Quote(text="Yes."), path)
    with path.open("r+b") as file:
        for end in reversed(range(path.stat().st_size)):
            file.truncate(end)
            assert is_refused(path)


@pytest.mark.parametrize("suffix", [".parquet", ".feather"])
def test_a_flipped_bit_gives_an_error_or_a_value(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"brief{suffix}"
    dump(BRIEF, path)
    data, draw, refused = path.read_bytes(), random.Random(7), 0
    for _ in range(200):
        copy = bytearray(data)
        copy[draw.randrange(len(copy))] ^= 1 << draw.randrange(8)
        path.write_bytes(copy)
        refused += is_refused(path)
    assert 0 < refused < 200


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("arrow", "_arrow.columns", "_arrow.read"):
        monkeypatch.delitem(sys.modules, f"natobrief.formats.{module}", raising=False)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match=r"pip install 'natobrief\[arrow\]'"):
        to_arrow([])


def lines_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def written(records: object, **options: Any) -> str:
    file = io.StringIO(newline="")
    to_csv(records, file, **options)
    return file.getvalue()


def test_the_table_of_a_brief(tmp_path: Path) -> None:
    lost = dump(BRIEF, tmp_path / "brief.csv")
    assert (tmp_path / "brief.csv").read_bytes().startswith(b"\xef\xbb\xbftype,date,first_day,")
    head, *lines = lines_of((tmp_path / "brief.csv").read_text(encoding="utf-8-sig"))
    rows = [dict(zip(head, line, strict=True)) for line in lines]
    assert [row["type"] for row in rows] == ["quote", "statement", "meeting"]
    assert [row["first_day"] for row in rows] == ["2022-01-01", "", "2022-01-10"]
    assert [row["last_day"] for row in rows] == ["2022-01-31", "2022-01-31", "2022-01-12"]
    assert rows[1]["topics"] == "a; b"
    assert rows[2]["participants"] == "two (chair); Ann"
    assert str(lost).splitlines() == [
        "text: a table of records has no place for it",
        f"{YES.id} speaker: only names are written",
        f"{YES.id} spans: a table of records has no place for it",
        f"{SAID.id} speaker: only names are written",
        f"{TALKS.id} participants: only names are written",
    ]
    with pytest.raises(InvalidValue, match="a file in a format that can be read back"):
        load(tmp_path / "brief.csv")


def test_no_cell_is_a_formula() -> None:
    dangers = "=+-@\t\r\n＝＋－＠"
    values = [record for text in HOSTILE if text not in LONG_WORDS for record in records_with(text)]
    for line in lines_of(written(values, bom=False)):
        for cell in line:
            assert cell.strip("\u200b\u2060\ufeff \x00")[:1] not in {*dangers} or cell == ""
            assert not any(ord(char) < 32 and char not in "\t\n\r" for char in cell)


def test_raw_keeps_every_text() -> None:
    values = [Quote(text=text) for text in HOSTILE]
    head, *lines = lines_of(written(values, raw=True))
    place = head.index("text")
    assert [line[place] for line in lines] == list(HOSTILE)


def test_what_was_changed_is_reported() -> None:
    quote = Quote(text="=\x00", speaker=Organization(name="EU"))
    file = io.StringIO(newline="")
    lost = to_csv([quote, Link(uid="a", same_as="b", reason="c")], file, bom=False)
    assert "'=\u2400" in file.getvalue()
    assert [loss.field for loss in lost.losses] == ["text", "text", "speaker", "links"]
    assert written([quote]).startswith("\ufeff")
    assert written([], bom=False) == "type,date,first_day,last_day\r\n"
    many = to_csv([Statement(topics=["a;b"])], io.StringIO())
    assert [loss.reason for loss in many.losses] == ["semicolons join the items"]
