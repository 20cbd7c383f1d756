"""The command as a real process: its exit codes, its streams, and what interrupts it."""

from __future__ import annotations

import errno
import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import natobrief as nb
from natobrief.formats._format import MODULES
from tests.cli.shell import ARTICLES, COMMAND, COUNCIL, bare, process, run, started

UNKNOWN = (
    "natobrief query: no actor is known as 'Jens Stoltenburg'; did you mean 'Jens Stoltenberg'?\n"
)


def test_each_command_ends_with_0(tmp_path: Path, brief: nb.Brief) -> None:
    ran = process("read", COUNCIL, "-o", "brief.json", cwd=tmp_path)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert nb.load(tmp_path / "brief.json") == brief
    ran = process("query", "brief.json", "meetings", "--on", "2022-01-12", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "When        What                 Where     With  Status\n"
        "2022-01-12  NATO-Russia Council  Brussels        confirmed, pending\n"
    )
    ran = process("convert", "brief.json", "lines.jsonl", cwd=tmp_path)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    ran = process("check", "brief.json", "lines.jsonl", "--ids", cwd=tmp_path)
    assert (ran.code, ran.out, ran.err) == (0, "", "2 files checked: no faults\n")
    ran = process("directory", "members", "NATO", "--on", "2022-01-07", cwd=tmp_path)
    assert (ran.code, len(ran.out.splitlines()), ran.err) == (0, 31, "")


def test_faults_end_with_1_and_wrong_use_with_2(brief_file: Path) -> None:
    ran = process("query", brief_file, "quotes", "--by", "Jens Stoltenburg")
    assert (ran.code, ran.out, ran.err) == (1, "", UNKNOWN)
    ran = process("query", brief_file, "quotes", "--on", "soon")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "natobrief query: error: argument --on: expected a date in EDTF such as 2022-01-07, or "
        "the uid of a meeting, got 'soon'\n"
    )


def test_all_is_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    text = "“We are ready,” Jens Stoltenberg said in Türkiye.\n"
    path = tmp_path / "Gespräch.txt"
    path.write_text(text, encoding="utf-8")
    latin = bare(PYTHONUTF8="0", PYTHONIOENCODING="latin-1")
    ascii_only = bare(PYTHONUTF8="0", PYTHONIOENCODING="ascii", PYTHONCOERCECLOCALE="0")
    piped = process("read", given=text.encode(), env=latin)
    named = process("read", path, env=ascii_only)
    assert (piped.code, piped.err) == (0, "")
    assert "    “We are ready”\n" in piped.out
    assert named == (0, piped.out.replace("standard input", str(path)), "")


def test_a_reader_who_goes_away_is_no_fault(tmp_path: Path) -> None:
    """More than a pipe holds is written after the reader has left."""
    for number in range(20):
        shutil.copy(COUNCIL, tmp_path / f"{number}.txt")
    words = " ".join([*COMMAND, "read", ".", "--format", "jsonl"])
    line = f"{words} | head -c 9; exit ${{PIPESTATUS[0]}}"
    ran = subprocess.run(
        ["bash", "-c", line], capture_output=True, env=bare(), cwd=tmp_path, check=False
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (141, b'{"format"', b"")


def test_a_pipe_that_is_closed_from_the_start_ends_with_141(brief_file: Path) -> None:
    for words in (["query", str(brief_file), "quotes"], ["--help"], ["read", "--help"]):
        reading, writing = os.pipe()
        os.close(reading)
        with os.fdopen(writing, "wb") as closed:
            child = [*COMMAND, *words]
            ran = subprocess.run(
                child, stdout=closed, stderr=subprocess.PIPE, env=bare(), check=False
            )
        assert (ran.returncode, ran.stderr) == (141, b""), words


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_is_one_line(brief_file: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        child = [*COMMAND, "query", str(brief_file), "quotes"]
        ran = subprocess.run(child, stdout=full, stderr=subprocess.PIPE, env=bare(), check=False)
    said = f"natobrief: {os.strerror(errno.ENOSPC)}\n"
    assert (ran.returncode, ran.stderr.decode()) == (1, said)


def test_without_any_streams_it_still_ends(brief_file: Path) -> None:
    line = f'"$@" query {brief_file} quotes <&- >&- 2>&-'
    ran = subprocess.run(["sh", "-c", line, "sh", *COMMAND], env=bare(), check=False)
    assert ran.returncode == 0


@pytest.mark.parametrize("processes", ["1", "2"])
def test_ctrl_c_is_one_line_and_130(tmp_path: Path, processes: str) -> None:
    for number in range(3000):
        shutil.copy(COUNCIL, tmp_path / f"{number}.txt")
    words = ("read", ".", "--format", "jsonl", "--processes", processes)
    with started(*words, cwd=tmp_path) as child:
        assert child.stdout is not None
        assert child.stdout.read(1) == b"{"  # it is at work
        os.killpg(child.pid, signal.SIGINT)
        _, err = child.communicate(timeout=60)
    assert (child.returncode, err) == (130, b"natobrief: interrupted\n")


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="as Linux tells of processes")
def test_ctrl_c_while_processes_start_is_one_line(tmp_path: Path) -> None:
    for number in range(300):
        shutil.copy(COUNCIL, tmp_path / f"{number}.txt")
    with started("read", ".", "-o", "all.json", "--processes", "2", cwd=tmp_path) as child:
        children = Path(f"/proc/{child.pid}/task/{child.pid}/children")
        while child.poll() is None and len(children.read_text(encoding="utf-8").split()) < 3:
            time.sleep(0.001)  # until there are two, and the one that cleans up behind them
        os.killpg(child.pid, signal.SIGINT)
        _, err = child.communicate(timeout=60)
    assert (child.returncode, err) == (130, b"natobrief: interrupted\n")
    assert not (tmp_path / "all.json").exists()


def test_several_processes_read_the_same() -> None:
    words = ("read", ARTICLES, "--format", "jsonl")
    one, two = run(*words), process(*words, "--processes", "2")
    assert (one.code, one.err) == (0, "")
    assert two == one
    assert len(one.out.splitlines()) == 4


BARE = """
import sys
for name in ("bs4", "hypothesis", "icalendar", "matplotlib", "pyarrow", "rdflib", "rich", "ruamel",
             "ruamel.yaml", "shtab"):
    sys.modules[name] = None  # which is how Python marks what can't be imported
from natobrief.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("suffix", sorted(MODULES))
def test_without_extras_each_format_works_or_says_what_it_needs(
    suffix: str, brief_file: Path, tmp_path: Path
) -> None:
    child = [sys.executable, "-c", BARE]
    file = tmp_path / f"brief{suffix}"
    file.write_bytes(b"")  # so that reading gets as far as the format
    for words in (["convert", str(brief_file), str(file)], ["check", str(file)]):
        ran = subprocess.run([*child, *words], capture_output=True, env=bare(), check=False)
        said = (ran.stdout + ran.stderr).decode()
        assert ran.returncode in (0, 1, 2), words
        assert "Traceback" not in said
        assert ran.returncode != 1 or "needs more packages: pip install 'natobrief[" in said, said


def test_help_loads_none_of_the_library() -> None:
    code = (
        "import sys; from natobrief.cli import main; main(['query', '--help']); "
        "print(sorted(name for name in sys.modules if name.split('.')[0] in "
        "{'attr', 'attrs', 'cattrs', 'pendulum', 'rich', 'shtab'} or "
        "name.startswith('natobrief.') and not name.startswith('natobrief.cli')))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=bare(), check=True
    )
    assert ran.stdout.splitlines()[-1] == "[]"


def on_terminal(*words: str, **more: str) -> str:
    """Run the command with a terminal as its standard output and error."""
    ours, theirs = pty.openpty()
    env = bare(TERM="xterm", COLUMNS="100", **more)
    child = subprocess.Popen(
        [*COMMAND, *words], stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, env=env
    )
    os.close(theirs)
    seen = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # Linux says so when nobody is left at the other end
            break
        if not piece:
            break
        seen += piece
    os.close(ours)
    assert child.wait(timeout=60) == 0
    return seen.decode()


def test_a_terminal_shows_colours_unless_they_are_unwanted(brief_file: Path) -> None:
    words = ("query", str(brief_file), "meetings")
    pytest.importorskip("rich")
    assert "\x1b[1m" in on_terminal(*words)
    plain = on_terminal(*words, NO_COLOR="1")
    assert "\x1b" not in plain
    assert plain.splitlines()[0].split() == ["When", "What", "Where", "With", "Status"]


def test_a_terminal_shows_progress(tmp_path: Path) -> None:
    pytest.importorskip("rich")
    out = str(tmp_path / "corpus.json")
    assert "4/4" in on_terminal("read", str(ARTICLES), "-o", out)
    seen = on_terminal("read", str(ARTICLES), "-o", out, NO_COLOR="1")
    assert "\r4 of 4" in seen
    assert "\x1b" not in seen
