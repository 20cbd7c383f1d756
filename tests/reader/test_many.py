"""Many texts: in order, lazily, with faults of their own, on one process or on two."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from natobrief.errors import InvalidDate, InvalidValue
from natobrief.model import Source
from natobrief.reader import Article, Layer, Reader, Reading, Rule, read, read_html, read_many
from natobrief.reader.many import _sendable

GOOD = '"We are ready," Ann Lee said on {day} January 2022.'
MIXED: list[str | Article] = [
    Article(GOOD.format(day=3), published="2022-01-05", title="Third", url="https://x.example/3"),
    Article(GOOD.format(day=4), published="soon", key="bad day"),
    GOOD.format(day=5),
    "\ud800",
    Article(GOOD.format(day=7), title=""),
    Article("", key="empty"),
    *(GOOD.format(day=day) for day in range(8, 31)),
]


def outcome(reading: Reading) -> tuple[object, ...]:
    fault = reading.fault
    return reading.index, reading.article, reading.brief, type(fault), str(fault)


def test_each_result_is_what_read_says_or_its_fault() -> None:
    readings = list(read_many(MIXED))
    assert [r.index for r in readings] == list(range(len(MIXED)))
    assert [type(r.fault) for r in readings[:6]] == [
        type(None),
        InvalidDate,
        type(None),
        InvalidValue,
        InvalidValue,
        type(None),
    ]
    source = Source(title="Third", url="https://x.example/3")
    assert readings[0].brief == read(GOOD.format(day=3), published="2022-01-05", source=source)
    assert readings[2].brief == read(GOOD.format(day=5))
    assert all((r.brief is None) is (r.fault is not None) and r.seconds >= 0 for r in readings)
    assert readings[1].article.key == "bad day"
    with pytest.raises(InvalidValue, match=re.escape("Source.title: expected text that is not")):
        readings[4].unwrap()


def test_two_processes_give_the_same_in_the_same_order() -> None:
    calls: list[tuple[int, int | None, int]] = []
    found = list(
        read_many(
            MIXED,
            processes=2,
            progress=lambda done, total, reading: calls.append((done, total, reading.index)),
        )
    )
    assert [outcome(r) for r in found] == [outcome(r) for r in read_many(MIXED)]
    assert calls == [(i + 1, len(MIXED), i) for i in range(len(MIXED))]


def test_a_page_says_its_own_title_and_day() -> None:
    page = (
        '<html><head><title>The page</title><meta property="article:published_time" '
        'content="2022-01-07"></head><body><h1>The page</h1><p>Ann Lee met Bo Kim in Oslo.</p>'
    )
    plain, named = read_many(
        [Article(page, is_html=True), Article(page, title="Mine", is_html=True)]
    )
    assert plain.unwrap() == read_html(page)
    assert plain.unwrap().source.title == "The page"
    assert named.unwrap().source.title == "Mine"
    assert str(named.unwrap().source.published) == "2022-01-07"


def test_what_is_no_text_is_a_fault_of_its_own() -> None:
    texts: list[object] = [None, b"bytes", "They met."]
    found = list(read_many(texts))  # type: ignore[arg-type]
    assert [str(r.fault) for r in found] == [
        "read.text: expected text, got None",
        "read.text: expected text, got b'bytes'",
        "None",
    ]


def counted(taken: list[int], count: int = 1000) -> Iterator[str]:
    for index in range(count):
        taken.append(index)
        yield f"Text {index}."


def test_the_input_is_taken_when_it_is_needed() -> None:
    taken: list[int] = []
    results = read_many(counted(taken))
    assert taken == []
    assert [next(results).index for _ in range(3)] == [0, 1, 2]
    assert taken == [0, 1, 2]
    results.close()


def test_processes_take_no_more_than_a_few_texts_ahead() -> None:
    taken: list[int] = []
    totals: list[int | None] = []
    results = read_many(
        counted(taken), processes=2, progress=lambda _, total, __: totals.append(total)
    )
    assert [next(results).index for _ in range(3)] == [0, 1, 2]
    assert taken == list(range(10))
    assert totals == [None, None, None]
    results.close()
    assert taken == list(range(10))


def failing(at: int) -> Iterator[str]:
    yield from ["They met."] * at
    raise OSError("the disk is gone")


@pytest.mark.parametrize("processes", [1, 2])
def test_an_error_of_the_input_comes_after_the_texts_before_it(processes: int) -> None:
    seen: list[int] = []
    with pytest.raises(OSError, match="the disk is gone"):
        seen.extend(r.index for r in read_many(failing(3), processes=processes))
    assert seen == [0, 1, 2]


def test_an_error_of_the_callback_is_the_callers() -> None:
    def refuse(done: int, total: int | None, reading: Reading) -> None:
        raise KeyError(done)

    with pytest.raises(KeyError):
        next(read_many(["They met."], progress=refuse))


def test_a_reader_of_ones_own() -> None:
    reader = Reader(without=["said-that"])
    (found,) = read_many(["Ann Lee said that talks would start."], reader=reader)
    assert found.unwrap().quotes == ()


WRONG: list[tuple[Callable[[], object], str]] = [
    (
        lambda: read_many("text"),
        "read_many.texts: expected an iterable of texts or of Article, got 'text'",
    ),
    (
        lambda: read_many(3, processes=0, progress=1, reader="r"),  # type: ignore[arg-type]
        (
            "4 faults:\n"
            "  read_many.texts: expected an iterable of texts or of Article, got 3\n"
            "  read_many.processes: expected a whole number from 1, got 0\n"
            "  read_many.progress: expected a function or None, got 1\n"
            "  read_many.reader: expected a Reader or None, got 'r'"
        ),
    ),
    (lambda: read_many([], processes=True), "read_many.processes: expected a whole number from 1"),
]


@pytest.mark.parametrize(("call", "words"), WRONG)
def test_arguments_are_checked_at_once(call: Callable[[], object], words: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        call()
    assert str(caught.value).startswith(words)


def test_a_reader_that_cannot_be_sent() -> None:
    rule = Rule(
        id="own",
        layer=Layer.REPORTED,
        sentence="Own.",
        example="Own.",
        finds="Own.",
        find=lambda _: iter(()),
    )
    with pytest.raises(InvalidValue, match="a reader that pickles, with functions that stand in"):
        read_many([], processes=2, reader=Reader(rules=[rule]))
    assert list(read_many([], reader=Reader(rules=[rule]))) == []


class _Stubborn(Exception):
    def __init__(self, one: int, two: int) -> None:
        super().__init__(f"{one} and {two}")


def test_faults_that_do_not_pickle_come_as_words() -> None:
    assert str(_sendable(_Stubborn(1, 2))) == "_Stubborn: 1 and 2"
    plain = ValueError("no")
    assert _sendable(plain) is plain
    assert _sendable(None) is None


# --- scripts --------------------------------------------------------------------------------------

UNGUARDED = """
from natobrief import read_many
for reading in read_many(["They met."] * 3, processes=2):
    print(reading.index)
"""
GUARDED = """
import sys
from natobrief import read_many
if __name__ == "__main__":
    for reading in read_many(("They met." for _ in range(int(sys.argv[1]))), processes=2):
        print(reading.index, flush=True)
"""


def start(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def test_a_script_without_a_guard_is_told_so(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(UNGUARDED, encoding="utf-8")
    process = start(str(script))
    said, complaint = process.communicate(timeout=60)
    assert said == ""
    words = (
        "natobrief.errors.ProcessesFailed: other processes can't be used: one ended before its "
        'time; is the script\'s own code below if __name__ == "__main__":\n'
    )
    assert complaint.count(words) == 1


def test_a_script_that_comes_through_a_pipe_is_told_so() -> None:
    process = start("-")
    said, complaint = process.communicate(UNGUARDED, timeout=60)
    assert said == ""
    assert complaint.rstrip().endswith(
        "natobrief.errors.ProcessesFailed: other processes can't be used: the running script "
        "(<stdin>) is no file that they could import"
    )


def test_ctrl_c_ends_it_with_one_traceback(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(GUARDED, encoding="utf-8")
    process = start(str(script), "1000000")
    assert process.stdout is not None
    assert process.stdout.readline() == "0\n"
    assert os.getpgid(process.pid) == process.pid != os.getpgrp()
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the script and its processes
    _, complaint = process.communicate(timeout=60)
    assert process.returncode == -signal.SIGINT
    assert complaint.count("Traceback") == 1
    assert complaint.rstrip().endswith("KeyboardInterrupt")
