"""Files: chosen by suffix, replaced as a whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from natobrief.errors import InvalidDocument, InvalidValue
from natobrief.formats import dump, dumps, load
from natobrief.formats._format import MODULES
from natobrief.model import Brief, Meeting, Post, Quote


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


BRIEF = Brief(text="Так.", quotes=[Quote(text="Так.")], meetings=[Meeting(uid="talks")])
POST = Post(name="Chair")


@pytest.mark.parametrize("as_path", [str, Path])
def test_json(tmp_path: Path, as_path: Any) -> None:
    path = as_path(tmp_path / "Brief.JSON")
    dump(BRIEF, path)
    assert Path(path).read_bytes() == (dumps(BRIEF) + "\n").encode()
    assert load(path) == load(path, Brief) == BRIEF
    assert names(tmp_path) == ["Brief.JSON"]


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_json_lines(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    for value, expected in [
        (BRIEF, (BRIEF,)),
        ([BRIEF, POST], (BRIEF, POST)),
        (iter([POST]), (POST,)),
        ([], ()),
    ]:
        dump(value, path)
        assert load(path) == expected
    dump(POST, path)
    with pytest.raises(InvalidDocument, match=r"line 1: \$.type"):
        load(path, expect=Brief)


def test_what_is_expected_is_what_comes(tmp_path: Path) -> None:
    """The types say so too: a type checker reads this file."""
    chair, host = POST, Post(name="Host")
    for name in ("a.json", "a.yaml", "a.jsonld", "a.ttl", "a.jsonl"):
        dump(chair, tmp_path / name)
        one: Post = load(tmp_path / name, Post)
        many: tuple[Post, ...] = load(tmp_path / name, tuple[Post, ...])
        assert (one, many) == (chair, (chair,))
    dump([chair, host], tmp_path / "a.jsonl")
    many = load(tmp_path / "a.jsonl", tuple[Post, ...])
    assert many == load(tmp_path / "a.jsonl") == (chair, host)
    with pytest.raises(InvalidDocument) as caught:
        load(tmp_path / "a.jsonl", Post)
    assert str(caught.value) == (
        "$: expected one Post (for any number, expect tuple[Post, ...]), got 2"
    )
    with pytest.raises(InvalidDocument, match=r"line 1: \$.type: expected 'brief', got 'post'"):
        load(tmp_path / "a.jsonl", tuple[Brief, ...])


@pytest.mark.parametrize("expect", ["Post", tuple[Post], list[Post], Post | None])
def test_what_can_not_be_expected(tmp_path: Path, expect: Any) -> None:
    dump(POST, tmp_path / "a.json")
    with pytest.raises(InvalidValue) as caught:
        load(tmp_path / "a.json", expect)
    (fault,) = caught.value.faults
    assert fault.path == "expect"
    assert fault.allowed == "a class, or any number of its values as in tuple[Quote, ...]"


@pytest.mark.parametrize("value", [3, "text", b"bytes", None])
def test_lines_need_values(tmp_path: Path, value: object) -> None:
    with pytest.raises(InvalidValue) as caught:
        dump(value, tmp_path / "a.jsonl")
    expected = f"value: expected values that can be documents, one for each line, got {value!r}"
    assert str(caught.value) == expected
    assert names(tmp_path) == []


@pytest.mark.parametrize("name", ["a.toml", "json", "a.json.bak", "a.gz", "a.json.gz", ""])
def test_unknown_suffixes(name: str) -> None:
    uses: list[Callable[[str], object]] = [load, partial(dump, POST)]
    for use in uses:
        with pytest.raises(InvalidValue) as caught:
            use(name)
        *most, last = MODULES
        allowed = f"a name that ends in {', '.join(most)} or {last}"
        assert str(caught.value) == f"path: expected {allowed}, got {name!r}"


@pytest.mark.parametrize("path", [3, None, b"brief.json"])
def test_what_is_no_path(path: Any) -> None:
    for work in (partial(load, path), partial(dump, POST, path)):
        with pytest.raises(InvalidValue) as caught:
            work()
        allowed = "the path of a file, as text or a Path"
        assert str(caught.value) == f"path: expected {allowed}, got {path!r}"


def test_an_error_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("{")
    with pytest.raises(InvalidDocument) as caught:
        load(path)
    assert caught.value.__notes__ == [f"in {path}"]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "a.json")
    path = tmp_path / "folder" / "a.json"
    with pytest.raises(FileNotFoundError) as caught:
        dump(POST, path)
    assert caught.value.filename == str(path)


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"
    dump(POST, path)
    before = path.read_bytes()
    with pytest.raises(InvalidValue):
        dump(3, path)

    def fail(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    for name in ("os.fsync", "pathlib.Path.replace", "pathlib.Path.chmod"):
        with monkeypatch.context() as patch:
            patch.setattr(name, fail)
            with pytest.raises(OSError, match="No space left"):
                dump(BRIEF, path)
        assert path.read_bytes() == before
        assert names(tmp_path) == ["a.json"]


def test_an_interrupted_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    dump(POST, path)
    before = path.read_bytes()

    def values() -> Any:
        yield POST
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        dump(values(), path)
    assert path.read_bytes() == before
    assert names(tmp_path) == ["a.jsonl.gz"]


@pytest.mark.skipif(os.name != "posix", reason="other systems have other permissions")
def test_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    plain = tmp_path / "plain.txt"
    plain.touch()
    dump(POST, path)
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)
    path.chmod(0o640)
    dump(BRIEF, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    target, link = tmp_path / "there" / "a.json", tmp_path / "link.json"
    link.symlink_to(target)
    dump(POST, link)
    assert link.is_symlink()
    assert load(target) == POST


def test_a_long_name(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 240 + ".json")
    dump(POST, path)
    assert load(path) == POST
