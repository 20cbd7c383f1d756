"""``natobrief read``: what is shown, what is written, and what is said of texts that fail."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

import natobrief as nb
from tests.cli.shell import ARTICLES, COUNCIL, UNPRIVILEGED, process, run

TEXT = """\
BRUSSELS, Jan. 7, 2022 - "We are ready," Ann Lee said.
She told reporters on Europe that talks would follow.

Russia and NATO will meet in Geneva on Monday, January 10. They spoke on Wednesday, January 8.
"""
HTML = "<article><h1>Talks</h1><p>“We are ready,” Jens Stoltenberg said.</p></article>"


@pytest.fixture
def text_file(tmp_path: Path) -> Path:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_summary_says_who_said_what_who_meets_and_what_is_open() -> None:
    ran = run("read", "--title", "A text", given=TEXT.encode())
    assert (ran.code, ran.err) == (0, "")
    brief = nb.read(TEXT)
    head, said, met, doubts = ran.out.split("\n\n")
    assert head.splitlines() == ["A text", "  dated 2022-01-07 (the text says so)"]
    assert said.splitlines()[:3] == ["Who said what", "  Ann Lee · remarks", "    to reporters"]
    assert said.splitlines()[3:] == [
        "    “We are ready”",
        "    reported (told): talks would follow",
    ]
    assert met.splitlines()[:3] == [
        "Meetings",
        f"  2022-01-10 · {brief.meetings[0].name}, Geneva · confirmed, pending",
        "    with Russia, NATO",
    ]
    assert doubts.splitlines()[0] == "In doubt"
    assert len(doubts.splitlines()) == len(brief.doubts) + 1
    assert doubts.splitlines()[-1].startswith("  line 4: ")
    assert doubts.splitlines()[-1].endswith(f"({brief.doubts[-1].code})")


def test_a_year_that_was_inferred_is_proven() -> None:
    brief = nb.read(COUNCIL.read_text(encoding="utf-8"))
    lines = run("read", COUNCIL).out.splitlines()
    assert lines[:2] == [str(COUNCIL), "  dated 2022-01-07 (inferred)"]
    assert [line.strip() for line in lines[2:6]] == list(brief.dating.proof)


def test_a_text_that_says_nothing_says_so() -> None:
    assert run("read", given=b"").out == (
        "standard input\n  not dated: the text doesn't say enough\n"
        "  nothing was said, and nobody met\n"
    )


def test_every_way_of_writing_gives_the_brief(text_file: Path, tmp_path: Path) -> None:
    brief = nb.read(TEXT)
    assert nb.loads(run("read", text_file, "--format", "json").out) == brief
    assert list(nb.iter_lines([run("read", text_file, "--format", "jsonl").out])) == [brief]
    assert run("read", text_file, "--format", "highlighted").out == nb.highlighted(brief)
    for name in ("a.json", "a.jsonl", "a.yaml"):
        out = tmp_path / name
        assert run("read", text_file, "-o", out) == (0, "", "")
        assert nb.load(out) in {brief, (brief,)} if name != "a.yaml" else nb.load(out) == brief
    run("read", text_file, "-o", tmp_path / "a.txt")
    assert (tmp_path / "a.txt").read_text() == run("read", text_file, "-o", "-").out
    run("read", text_file, "-o", tmp_path / "v.html", "--format", "highlighted")
    assert (tmp_path / "v.html").read_text() == nb.highlighted(brief)


def test_several_texts_make_a_corpus(tmp_path: Path) -> None:
    out = tmp_path / "corpus.json"
    assert run("read", ARTICLES, "-o", out) == (0, "", "")
    corpus = nb.load(out, nb.Corpus)
    lines = run("read", *sorted(ARTICLES.iterdir()), "--format", "jsonl").out.splitlines()
    assert corpus == nb.Corpus.of(*nb.iter_lines(lines))
    assert len(corpus.briefs) == len(lines) == 4
    shown = run("read", ARTICLES).out
    assert shown.count("\n  dated ") + shown.count("\n  not dated") == 4


def test_what_is_known_beforehand_counts(text_file: Path) -> None:
    words = ("--published", "2022-01-08", "--zone", "Europe/Brussels", "--url", "https://a.example")
    ran = run("read", text_file, *words, "--title", "T", "--format", "json")
    source = nb.Source(title="T", url="https://a.example")
    published = nb.When.parse("2022-01-08", zone="Europe/Brussels")
    expected = nb.read(TEXT, published=published, source=source, zone="Europe/Brussels")
    assert nb.loads(ran.out) == expected


def test_pages_are_known_by_their_names_or_by_the_option(tmp_path: Path) -> None:
    page = tmp_path / "page.HTM"
    page.write_bytes(HTML.encode("cp1252"))
    expected = nb.read_html(HTML.encode("cp1252"))
    assert nb.loads(run("read", page, "--format", "json").out) == expected
    ran = run("read", "--html", "--format", "json", given=page.read_bytes())
    assert nb.loads(ran.out) == expected


def test_line_ends_and_byte_order_marks_make_no_difference(text_file: Path) -> None:
    given = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    assert nb.loads(run("read", "--format", "json", given=given).out) == nb.read(TEXT)


def test_faults_are_a_line_each_and_the_others_are_read(tmp_path: Path, text_file: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    latin, picture = tmp_path / "latin.txt", tmp_path / "picture.html"
    latin.write_bytes("Türkiye".encode("latin-1"))
    picture.write_bytes(b"\x89PNG" + bytes(100))
    missing, below = tmp_path / "missing.txt", text_file / "below.txt"
    given = (missing, empty, text_file, latin, below, picture)
    ran = run("read", *given, "--format", "jsonl")
    assert ran.code == 1
    assert list(nb.iter_lines([ran.out])) == [nb.read(TEXT)]
    endings = ".txt, .md, .markdown, .html, .htm"
    lines = ran.err.splitlines()
    assert lines[:4] == [
        f"{empty}: expected files that end in {endings}, got none",
        f"{missing}: {os.strerror(errno.ENOENT)}",
        f"{latin}: expected text in UTF-8, got byte 0xfc at 1",
        f"{below}: {os.strerror(errno.ENOTDIR)}",
    ]
    (last,) = lines[4:]
    assert last.startswith(f"{picture}: read_html.page: expected HTML, got binary data: ")


@pytest.mark.skipif(
    os.geteuid() == 0 and shutil.which("setpriv") is None, reason="root may do everything"
)
def test_what_there_is_no_permission_for_is_a_line(text_file: Path) -> None:
    folder = text_file.parent / "folder"
    inner = folder / "inner"
    inner.mkdir(parents=True)
    shutil.copy(text_file, folder / "a.txt")
    denied = os.strerror(errno.EACCES)
    locked = {text_file: 0, inner: 0, folder: 0o555}
    try:
        for path, mode in locked.items():
            path.chmod(mode)
        words = ("read", text_file, folder, "--format", "jsonl")
        ran = process(*words, through=UNPRIVILEGED)
        assert ran.code == 1
        assert len(list(nb.iter_lines([ran.out]))) == 1
        assert ran.err == f"{inner}: {denied}\n{text_file}: {denied}\n"
        out = folder / "b.json"
        ran = process("read", folder / "a.txt", "-o", out, through=UNPRIVILEGED)
        assert (ran.code, ran.out, ran.err) == (1, "", f"{out}: {denied}\n")
        for command in (("check",), ("directory", "check")):
            ran = process(*command, inner / "a.json", through=UNPRIVILEGED)
            assert (ran.code, ran.out) == (1, f"{inner / 'a.json'}: {denied}\n")
    finally:
        for path in reversed(locked):
            path.chmod(0o755)


def test_an_empty_name_is_not_this_folder(text_file: Path) -> None:
    ran = run("read", "", text_file, "--format", "jsonl")
    assert (ran.code, ran.err) == (1, f"'': {os.strerror(errno.ENOENT)}\n")
    assert len(list(nb.iter_lines([ran.out]))) == 1


def test_nothing_read_writes_nothing(tmp_path: Path) -> None:
    for name in ("a.json", "a.jsonl", "a.txt", "a.html"):
        way = ("--format", "highlighted") if name == "a.html" else ()
        ran = run("read", tmp_path / "none.txt", "-o", tmp_path / name, *way)
        assert ran.code == 1
        assert not (tmp_path / name).exists(), name


@pytest.mark.parametrize("name", ["folder.json", "folder.txt", "text.txt/below.jsonl", "no/a.txt"])
def test_where_nothing_can_be_written_is_a_line(name: str, text_file: Path) -> None:
    for folder in ("folder.json", "folder.txt"):
        (text_file.parent / folder).mkdir()
    out = text_file.parent / name
    reason = {"f": errno.EISDIR, "t": errno.ENOTDIR, "n": errno.ENOENT}[name[0]]
    ran = run("read", text_file, "-o", out)
    assert (ran.code, ran.out, ran.err) == (1, "", f"{out}: {os.strerror(reason)}\n")


WRONG = [
    (
        ("--published", "soon"),
        "argument --published: expected a date in EDTF such as 2022-01-07, got 'soon'",
    ),
    (
        ("--zone", "Mars"),
        "argument --zone: expected the name of a time zone or an offset like +01:00, got 'Mars'",
    ),
    (("--processes", "0"), "argument --processes: expected a whole number from 1, got 0"),
    (("--format", "doc"), "argument --format: expected text, highlighted, json, jsonl, "),
    (("-o", "a.doc"), "argument -o: expected a name that ends in .json, .jsonl, "),
    (
        ("-o", "a.json", "--format", "jsonl"),
        "argument -o: expected a name that ends in .jsonl, got 'a.json'",
    ),
    (("a", "b", "--title", "T"), "argument --title: expected one text, got 2"),
    (("a", "b", "--url", "T"), "argument --url: expected one text, got 2"),
    (
        (ARTICLES, "--format", "highlighted"),
        "argument --format: expected one text to highlight, got 4",
    ),
]


@pytest.mark.parametrize(("words", "said"), WRONG, ids=range(len(WRONG)))
def test_wrong_use_is_one_line(words: tuple[str | Path, ...], said: str) -> None:
    ran = run("read", *words)
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert line.startswith(f"natobrief read: error: {said}")
