"""JSON Lines: a stream in both directions."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from natobrief.errors import InvalidDocument, InvalidValue
from natobrief.formats import dump_lines, iter_lines, load
from natobrief.formats._core.contexts import Shared
from natobrief.model import Brief, Person, Post, Quote, Source
from natobrief.testing import briefs, quotes, statements, whens
from natobrief.when import Period, When

NATO = Source(publisher="NATO", published="2022-01-07")
VALUES = [
    Quote(text="One\u2028two\x85three", speaker=Person(name="Ann"), source=NATO),
    When.parse("2022-01"),
    Post(name="Chair"),
]
DIGEST = "a1f566fcecee781ed5767afbb5f2010ea90fca2426d34ecc2b5afc56e1627500"
LINE = f'{{"format":"natobrief/1","type":"post","digest":"{DIGEST}","value":{{"name":"Chair"}}}}\n'
BAD = '{"format":"natobrief/1","type":"span","value":{"start":2,"of":1}}\n'


@settings(max_examples=200)
@given(st.lists(st.one_of(quotes(), statements(), whens(), briefs()), max_size=4))
def test_there_and_back(values: list[object]) -> None:
    file = io.StringIO()
    dump_lines(values, file)
    text = file.getvalue()
    assert text.count("\n") == len(values)
    for lines in (io.StringIO(text), io.BytesIO(text.encode()), text.split("\n")):
        assert list(iter_lines(lines)) == values


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.JSONL.GZ", "other.txt"])
def test_files(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    dump_lines(iter(VALUES), path)
    assert list(iter_lines(str(path))) == VALUES
    assert path.read_bytes().startswith(b"\x1f\x8b") == name.lower().endswith(".gz")
    before = path.read_bytes()
    dump_lines(VALUES, str(path))
    assert path.read_bytes() == before


def test_lines_are_taken_and_given_one_by_one() -> None:
    taken: list[int] = []

    def lines() -> Iterator[str]:
        for number in range(3):
            taken.append(number)
            yield LINE

    read = iter_lines(lines())
    assert taken == []
    next(read)
    assert taken == [0]

    file = io.StringIO()

    def values() -> Iterator[Post]:
        for count in range(3):
            assert file.getvalue().count("\n") == count
            yield Post(name="Chair")

    dump_lines(values(), file)
    assert file.getvalue() == LINE * 3


def test_dates_actors_and_sources_are_shared() -> None:
    file = io.StringIO()
    dump_lines([VALUES[0], VALUES[0]], file)
    one, other = iter_lines(io.StringIO(file.getvalue()), expect=Quote)
    assert one == other
    assert one.speaker is other.speaker
    assert one.source is other.source
    assert one.source.published is other.source.published


def test_what_is_shared_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("natobrief.formats._core.contexts._KEPT", 3)
    shared = Shared()
    for year in range(2000, 2010):
        assert shared.time(str(year), frozenset([When])) == When.parse(str(year))
        assert shared.value(Post(name=str(year))) == Post(name=str(year))
        assert all(len(known) <= 3 for known in shared.times.values())
        assert len(shared._values) <= 3


def test_one_text_may_be_a_moment_or_a_period() -> None:
    shared = Shared()
    text = "2022-01-10/2022-01-12"
    both = shared.time(text, frozenset([When, Period]))
    assert both == shared.time(text, frozenset([Period])) == Period.parse(text)
    assert shared.time("2022[Europe/Oslo]", frozenset([When, Period])) == When.parse(
        "2022[Europe/Oslo]"
    )


def test_blank_lines_are_skipped_and_counted() -> None:
    assert len(list(iter_lines([LINE, "\n", " ", LINE]))) == 2
    with pytest.raises(InvalidDocument) as caught:
        list(iter_lines([LINE, "\n", BAD]))
    assert [str(fault) for fault in caught.value.faults] == [
        "line 3: $.value.of: expected only the keys start, end, got the key 'of'",
        "line 3: $.value.end: expected the field 'end', got nothing",
    ]


def test_values_before_a_bad_line_are_given() -> None:
    read = iter_lines([LINE, LINE[:-9], LINE])
    assert next(read) == Post(name="Chair")
    with pytest.raises(InvalidDocument) as caught:
        next(read)
    assert caught.value.faults[0].path == "line 2: $"
    assert caught.value.faults[0].came.startswith("a document that is cut off at line 1")


def test_load_lists_the_faults_of_all_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes((BAD + LINE + "{}\n").encode() + b'"\xff"\n' + LINE[:20].encode())
    with pytest.raises(InvalidDocument) as caught:
        load(path)
    places = [fault.path for fault in caught.value.faults]
    assert places == [
        "line 1: $.value.of",
        "line 1: $.value.end",
        "line 3: $.format",
        "line 4: $",
        "line 5: $",
    ]


def test_each_line_is_of_the_class_expected() -> None:
    with pytest.raises(InvalidDocument, match=r"line 1: \$.type: expected 'quote', got 'post'"):
        list(iter_lines([LINE], expect=Quote))


def test_a_bad_value_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("old")
    with pytest.raises(InvalidValue, match="value: expected a natobrief value"):
        dump_lines([*VALUES, 3], path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("keep", [slice(None, -9), slice(None, 30), slice(2, None)])
def test_a_damaged_gzip_file(tmp_path: Path, keep: slice) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress((LINE * 50).encode())[keep])
    with pytest.raises(InvalidDocument, match=r"^\$: expected a gzip file, got a damaged one \("):
        list(iter_lines(path))


def test_a_flipped_bit_in_a_gzip_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    whole = gzip.compress((LINE * 50).encode())
    for place in range(10, len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
        with pytest.raises(InvalidDocument):
            list(iter_lines(path))


def test_one_value_alone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidValue) as caught:
        dump_lines(cast("list[object]", Brief()), tmp_path / "a.jsonl")
    allowed = "several values, as a list or any other iterable"
    assert str(caught.value) == f"dump_lines.values: expected {allowed}, got Brief()"
    assert list(tmp_path.iterdir()) == []


def test_what_are_no_lines_is_refused() -> None:
    with pytest.raises(InvalidValue) as caught:
        list(iter_lines(cast("str", 3)))
    assert str(caught.value) == "iter_lines.file: expected a path, an open file or lines, got 3"
    with pytest.raises(InvalidValue) as caught:
        list(iter_lines(cast("list[str]", [LINE, 3])))
    assert str(caught.value) == "iter_lines.file[1]: expected text or bytes, got 3"
