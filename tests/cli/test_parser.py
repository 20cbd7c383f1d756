"""What the command takes: help, words of options, completion, wrong use."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

import natobrief as nb
from natobrief.cli import query_options
from natobrief.cli.parser import SHELLS, build
from natobrief.errors import MissingExtra
from natobrief.query.counts import LONGEST
from natobrief.values import Choice
from tests.cli.shell import bare, run

COMMANDS = ("read", "query", "convert", "check", "directory")


def words(*choices: type[Choice]) -> set[str]:
    return {choice.value for each in choices for choice in each}


def test_the_words_of_options_are_those_of_the_library() -> None:
    assert set(query_options.STATUSES) == words(nb.MeetingStatus)
    assert set(query_options.OUTCOMES) == words(nb.Outcome)
    assert set(query_options.GENRES) == words(nb.Genre)
    assert set(query_options.KINDS) == words(nb.QuoteKind, nb.MeetingKind)
    assert set(query_options.KINDS_OF_RECORDS) == {f"{kind}s" for kind in words(nb.RecordKind)}
    assert list(query_options.UNITS) == list(LONGEST)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_examples_that_parse(command: str) -> None:
    ran = run(command, "--help")
    assert (ran.code, ran.err) == (0, "")
    _, _, examples = ran.out.partition("examples:\n")
    lines = [line.split("|")[0] for line in examples.splitlines() if line.strip()]
    assert lines
    for line in lines:
        given = re.sub(r" <.*", "", line.replace('"', "")).split()
        assert given[0] == "natobrief"
        assert build().parse_args(given[1:]).command == given[1]


def test_the_version_is_that_of_the_package() -> None:
    assert run("--version") == (0, f"natobrief {nb.__version__}\n", "")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([], "natobrief: error: the following arguments are required: COMMAND"),
        (
            ["write"],
            "natobrief: error: argument COMMAND: invalid choice: 'write' ",
        ),
        (["read", "--nonsense"], "natobrief read: error: unrecognized arguments: --nonsense"),
        (["read", "--form", "json"], "natobrief read: error: unrecognized arguments: --form"),
        (["check"], "natobrief check: error: the following arguments are required: FILE"),
        (
            ["directory", "holders", "x"],
            "natobrief directory holders: error: the following arguments are required: --on",
        ),
        (
            ["query", "--limit", "few"],
            "natobrief query: error: argument --limit: invalid int value: 'few'",
        ),
        (
            ["query", "--possible", "--undecided"],
            "natobrief query: error: argument --undecided: not allowed with argument --possible",
        ),
    ],
)
def test_wrong_use_ends_with_2(given: list[str], said: str) -> None:
    ran = run(*given)
    assert (ran.code, ran.out) == (2, "")
    # Which choices there are is said in other words by each version of Python.
    assert ran.err.splitlines()[-1].partition("(choose from")[0] == said


def test_files_may_stand_before_between_and_behind_options() -> None:
    for given in (
        ["read", "a", "b", "--title", "T"],
        ["read", "a", "--title", "T", "b"],
        ["read", "--title", "T", "--", "a", "b"],
    ):
        found = build().parse_args(given)
        assert (found.files, found.title) == (["a", "b"], "T"), given


@pytest.mark.parametrize("shell", SHELLS)
def test_completion_is_a_script_with_every_option(shell: str) -> None:
    pytest.importorskip("shtab")
    ran = run("--print-completion", shell)
    assert (ran.code, ran.err) == (0, "")
    options = ("--holder-of", "--published") if shell != "tcsh" else ()
    for word in (*COMMANDS, *options, "holders"):
        assert word in ran.out


def test_bash_takes_the_script() -> None:
    pytest.importorskip("shtab")
    script = run("--print-completion", "bash").out
    checked = subprocess.run(
        ["bash", "-n"], input=script, text=True, capture_output=True, env=bare(), check=False
    )
    assert (checked.returncode, checked.stderr) == (0, "")


def test_without_shtab_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "shtab", None)
    ran = run("--print-completion", "bash")
    said = str(MissingExtra("the completion of natobrief", "cli"))
    assert (ran.code, ran.out, ran.err) == (1, "", f"natobrief: {said}\n")


def test_help_is_as_wide_as_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    wide = run("query", "--help").out
    monkeypatch.setitem(os.environ, "COLUMNS", "60")
    assert len(run("query", "--help").out.splitlines()) > len(wide.splitlines())
