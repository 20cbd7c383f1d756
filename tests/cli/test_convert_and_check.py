"""``natobrief convert`` and ``natobrief check``: files into others, and what is wrong with them."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

import natobrief as nb
from natobrief.cli.formats import complain_of_losses
from natobrief.formats.checking import check_file
from tests.cli.shell import run
from tests.cli.test_query import OWN

ENDINGS = "json, jsonl, jsonl.gz, "


# --- convert --------------------------------------------------------------------------------------


def test_there_and_back_is_the_same(brief: nb.Brief, brief_file: Path, tmp_path: Path) -> None:
    lines, yaml, back = (tmp_path / name for name in ("b.jsonl", "b.yaml", "back.json"))
    for one, other in ((brief_file, lines), (lines, yaml), (yaml, back)):
        assert run("convert", one, other) == (0, "", "")
    assert nb.load(back) == brief
    assert back.read_bytes() == brief_file.read_bytes()


def test_streams_need_the_names_of_formats(brief_file: Path) -> None:
    given = brief_file.read_bytes()
    lines = run("convert", "--from", "json", "--to", "jsonl", given=given)
    assert (lines.code, lines.err, lines.out.count("\n")) == (0, "", 1)
    again = run("convert", "-", "-", "--from", "jsonl", "--to", "json", given=lines.out.encode())
    assert again.out.encode() == given
    ran = run("convert", "--to", "json", given=given)
    said = "argument --from: expected a format for the standard input"
    assert (ran.code, ran.err) == (2, f"natobrief convert: error: {said}\n")
    ran = run("convert", brief_file)
    said = "argument --to: expected a format for the standard output"
    assert (ran.code, ran.err) == (2, f"natobrief convert: error: {said}\n")


def test_an_option_counts_before_the_name_of_a_file(
    brief: nb.Brief, brief_file: Path, tmp_path: Path
) -> None:
    unnamed = tmp_path / "unnamed"
    unnamed.write_bytes(brief_file.read_bytes())
    ran = run("convert", unnamed, tmp_path / "b.jsonl", "--from", "json")
    assert (ran.code, nb.load(tmp_path / "b.jsonl")) == (0, (brief,))
    ran = run("convert", unnamed, tmp_path / "b.doc", "--from", "json", "--to", "yaml")
    came = f"expected a name that ends in .yaml, got {str(tmp_path / 'b.doc')!r}"
    assert (ran.code, ran.err) == (2, f"natobrief convert: error: argument OUT: {came}\n")


def test_several_values_become_a_corpus(brief: nb.Brief, tmp_path: Path) -> None:
    one, two = brief, nb.read("Ann Lee met Bo Kim in Oslo.")
    nb.dump((one, two), tmp_path / "two.jsonl")
    assert run("convert", tmp_path / "two.jsonl", tmp_path / "two.json").code == 0
    assert nb.load(tmp_path / "two.json") == nb.Corpus.of(one, two)


def test_what_is_lost_is_told(brief: nb.Brief, brief_file: Path, tmp_path: Path) -> None:
    ran = run("convert", brief_file, tmp_path / "b.ics")
    report = nb.dump(brief, tmp_path / "again.ics")
    assert report
    assert ran == (0, "", "".join(f"lost: {loss}\n" for loss in report.losses))


def test_many_losses_are_told_by_their_kinds(capsys: pytest.CaptureFixture[str]) -> None:
    def losses(*fields: str) -> nb.LossReport:
        return nb.LossReport(
            losses=[
                nb.Loss(record=f"quote-{n}", field=field, reason="no place for it")
                for n, field in enumerate(fields)
            ]
        )

    complain_of_losses(losses("cue", "cue"))
    assert capsys.readouterr().err == (
        "lost: quote-0 cue: no place for it\nlost: quote-1 cue: no place for it\n"
    )
    complain_of_losses(losses(*["cue"] * 10, "spans"))
    assert capsys.readouterr().err == (
        "lost: cue: no place for it (10 times)\nlost: spans: no place for it (once)\n"
    )
    complain_of_losses(losses(*(f"field-{n}" for n in range(13))))
    assert capsys.readouterr().err.splitlines()[-2:] == [
        "lost: field-9: no place for it (once)",
        "lost: and 3 more kinds of loss",
    ]


def test_convert_names_the_file_at_fault(brief_file: Path, tmp_path: Path) -> None:
    missing, bad, out = tmp_path / "no.json", tmp_path / "bad.json", tmp_path / "out.json"
    bad.write_text("{")
    for path, said in (
        (missing, f"{missing}: {os.strerror(errno.ENOENT)}"),
        (tmp_path, f"{tmp_path}: {os.strerror(errno.EISDIR)}"),
        (bad, f"{bad}: $: expected JSON, got a document that is cut off at line 1, column 2 "),
    ):
        ran = run("convert", path, out)
        assert (ran.code, ran.out) == (1, "")
        (line,) = ran.err.splitlines()
        assert line.startswith(said)
        assert not out.exists()
    ran = run("convert", brief_file, brief_file / "below.json")
    assert ran.err == f"{brief_file / 'below.json'}: {os.strerror(errno.ENOTDIR)}\n"
    ran = run("convert", "--from", "json", "--to", "json", given=b"{")
    assert ran.err.startswith("standard input: $: expected JSON, got ")
    ran = run("convert", brief_file, tmp_path / "out.doc")
    assert ran.code == 2


# --- check ----------------------------------------------------------------------------------------


def test_good_files_have_no_faults(brief_file: Path) -> None:
    assert run("check", brief_file, "--ids") == (0, "", "1 file checked: no faults\n")
    given = brief_file.read_bytes()
    assert run("check", "-", "--as", "json", given=given) == (0, "", "1 file checked: no faults\n")


def test_every_fault_is_a_line(brief_file: Path, tmp_path: Path) -> None:
    bad, missing = tmp_path / "bad.json", tmp_path / "no.jsonl"
    text = brief_file.read_text(encoding="utf-8")
    bad.write_text(text.replace('"2022-01-12"', '"soon"'), encoding="utf-8")
    ran = run("check", bad, brief_file, missing, tmp_path)
    faults = [f"{bad}: {fault}" for fault in check_file(bad)]
    assert len(faults) > 1
    assert ran.out.splitlines() == [
        *faults,
        f"{missing}: {os.strerror(errno.ENOENT)}",
        f"{tmp_path}: {os.strerror(errno.EISDIR)}",
    ]
    assert (ran.code, ran.err) == (1, f"4 files checked: {len(faults) + 2} faults\n")
    ran = run("check", "-", "--as", "jsonl", given=b"\n{}\n")
    assert ran.out.startswith("standard input: line 2: $")


def test_ids_are_checked_when_asked(brief_file: Path, tmp_path: Path) -> None:
    changed = tmp_path / "changed.json"
    text = brief_file.read_text(encoding="utf-8")
    changed.write_text(text.replace('"Geneva"', '"Vienna"'), encoding="utf-8")
    assert run("check", changed).code == 0
    ran = run("check", "--ids", changed)
    assert ran.code == 1
    found = [f"{changed}: {fault}" for fault in check_file(changed, ids=True)]
    assert ran.out.splitlines() == found


def test_facts_are_checked_beside_the_bundled_ones(tmp_path: Path) -> None:
    good, bad, torn = (tmp_path / f"{name}.json" for name in ("good", "bad", "torn"))
    good.write_text(json.dumps(OWN))
    ghost = {"holder": "nobody", "post": "oslo-mayor", "period": "2019/2020", "sources": [1]}
    bad.write_text(json.dumps(OWN | {"tenures": [*OWN["tenures"], ghost]}))
    torn.write_text("{")
    for words in (("check", "--as", "directory"), ("directory", "check")):
        assert run(*words, good) == (0, "", "1 file checked: no faults\n")
        ran = run(*words, good, bad, torn, tmp_path / "no.json")
        assert ran.code == 1
        *first, second, third = ran.out.splitlines()
        assert first
        assert all(line.startswith(f"{bad}: ") for line in first)
        assert "nobody" in first[0]
        assert second.startswith(f"{torn}: $: expected JSON, got ")
        assert third == f"{tmp_path / 'no.json'}: {os.strerror(errno.ENOENT)}"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-"], "argument --as: expected a format for the standard input"),
        (["a.doc"], "argument FILE: expected a name that ends in .json, .jsonl, "),
        (["a", "--as", "doc"], f"argument --as: expected directory, {ENDINGS}"),
        (
            ["a", "--as", "directory", "--ids"],
            "argument --ids: expected with files of records, got with a directory",
        ),
    ],
)
def test_wrong_use_of_check_is_one_line(words: list[str], said: str) -> None:
    ran = run("check", *words)
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert line.startswith(f"natobrief check: error: {said}")


@pytest.mark.parametrize("name", ["brief.html", "brief.md"])
def test_what_is_only_written_is_not_read(name: str, tmp_path: Path, brief_file: Path) -> None:
    page = tmp_path / name
    assert run("convert", brief_file, page).code == 0
    for words, argument in (
        (("convert", page, tmp_path / "a.json"), "IN"),
        (("check", page), "FILE"),
        (("query", page, "quotes"), "FILE"),
    ):
        ran = run(*words)
        allowed = "expected a format that can be read back"
        said = f"natobrief {words[0]}: error: argument {argument}: {allowed}, got '{page}'\n"
        assert (ran.code, ran.out, ran.err) == (2, "", said)
    for chosen, argument in (
        (("convert", "--from", name[6:], brief_file, tmp_path / "a.json"), "--from"),
        (("check", "--as", name[6:], brief_file), "--as"),
    ):
        ran = run(*chosen)
        assert (ran.code, ran.out) == (2, "")
        assert f"argument {argument}: expected a format that can be read back" in ran.err
