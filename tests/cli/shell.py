"""Running the command: in this process where words are looked at, as a process where it ends."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Generator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from natobrief.cli import main

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT / "examples" / "articles"
COUNCIL = ARTICLES / "2022-01-07-foreign-ministers.txt"
COMMAND = (sys.executable, "-m", "natobrief")


_RIGHTS = "-dac_override,-dac_read_search"
_WITHOUT = ("setpriv", "--bounding-set", _RIGHTS, "--inh-caps", _RIGHTS)
UNPRIVILEGED = _WITHOUT if os.geteuid() == 0 else ()
"""What a command is run through so that permissions count: nothing, unless root runs the tests."""


class Ran(NamedTuple):
    """What came of a command."""

    code: int
    out: str
    err: str


def run(*words: str | Path, given: bytes = b"") -> Ran:
    """Run the command in this process, with streams of its own."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="ascii") for _ in range(2))
    stdin = io.TextIOWrapper(io.BytesIO(given), encoding="ascii")
    with swapped(stdin), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main([str(word) for word in words])
        out.flush()
        err.flush()
    raw_out, raw_err = (stream.buffer for stream in (out, err))
    assert isinstance(raw_out, io.BytesIO)
    assert isinstance(raw_err, io.BytesIO)
    return Ran(code, raw_out.getvalue().decode(), raw_err.getvalue().decode())


@contextlib.contextmanager
def swapped(stdin: io.TextIOWrapper) -> Generator[None, None, None]:
    """Take another standard input for a while."""
    before = sys.stdin
    sys.stdin = stdin
    try:
        yield
    finally:
        sys.stdin = before


def bare(**more: str) -> dict[str, str]:
    """Return an environment with next to nothing in it: no terminal, no locale."""
    kept = {
        name: os.environ[name] for name in ("PATH", "COVERAGE_PROCESS_START") if name in os.environ
    }
    paths = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    return {**kept, "PYTHONPATH": paths, "LC_ALL": "C", **more}


def process(
    *words: str | Path,
    given: bytes = b"",
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    through: Sequence[str] = (),
) -> Ran:
    """Run the command as a process, as a shell does, or through another command."""
    ran = subprocess.run(
        [*through, *COMMAND, *map(str, words)],
        input=given,
        capture_output=True,
        env=bare() if env is None else env,
        cwd=cwd,
        timeout=120,
        check=False,
    )
    return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


def started(*words: str | Path, cwd: Path) -> subprocess.Popen[bytes]:
    """Start the command in a session of its own, where Ctrl-C reaches nobody else."""
    return subprocess.Popen(
        [sys.executable, "-c", _LISTENING, *map(str, words)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=bare(),
        cwd=cwd,
        start_new_session=True,
    )


# Ctrl-C must be heard, though whoever runs the tests may ignore it.
_LISTENING = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.execv(sys.executable, [sys.executable, "-m", "natobrief", *sys.argv[1:]])
"""
