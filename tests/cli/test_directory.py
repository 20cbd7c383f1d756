"""``natobrief directory``: each answer is that of the directory."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import natobrief as nb
from tests.cli.shell import run
from tests.cli.test_query import OWN

DIRECTORY = nb.Directory.default()
CHIEF = ("NATO", "Secretary", "General")


def test_holders_on_a_day_and_as_known_then() -> None:
    assert run("directory", "holders", *CHIEF, "--on", "2024-10-01").out == (
        "Holder            Post                    From        Until       Note\n"
        "Jens Stoltenberg  NATO Secretary General  2014-10-01  2024-10-01  handover\n"
        "Mark Rutte        NATO Secretary General  2024-10-01  ..          handover\n"
    )
    ran = run("directory", "holders", *CHIEF, "--on", "2022-06-01", "--known", "2022-01-07")
    assert ran.out.splitlines()[1].endswith(
        "2014-10-01  2022-09-30  possibly, the end is the one expected then"
    )


def test_history_and_posts_are_all_tenures() -> None:
    rows = json.loads(run("directory", "history", *CHIEF, "--format", "json").out)
    found = DIRECTORY.history("NATO Secretary General")
    assert [row["holder"] for row in rows] == [each.holder.name for each in found]
    assert [row["note"].startswith("acting") for row in rows] == [
        bool(each.acting) for each in found
    ]
    lines = run("directory", "posts", "Jens", "Stoltenberg", "--format", "jsonl").out.splitlines()
    found = DIRECTORY.posts("Jens Stoltenberg")
    assert [json.loads(line)["post"] for line in lines] == [each.post.name for each in found]


def test_members_on_a_day() -> None:
    ran = run("directory", "members", "NATO", "--on", "2022-01-07", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    found = DIRECTORY.members("NATO", on="2022-01-07")
    assert [row["id"] for row in rows] == [each.member.id for each in found]
    assert rows[0]["until"] == ".."


def test_a_body_that_did_not_exist_yet_and_what_did() -> None:
    (row,) = json.loads(
        run(
            "directory", "body", "NATO-Ukraine", "Council", "--on", "2022-01-10", "--format", "json"
        ).out
    )
    assert (row["existed"], row["instead"]) == ("no", "NATO-Ukraine Commission")
    assert row["reason"] == DIRECTORY.body("NATO-Ukraine Council", on="2022-01-10").reason
    (row,) = json.loads(
        run("directory", "body", "NATO-Ukraine Council", "--known", "2022", "--format", "json").out
    )
    assert (row["existed"], row["from"]) == ("no", "")


def test_what_a_name_means() -> None:
    ran = run("directory", "resolve", "President", "Biden", "--on", "2022-01-07")
    assert ran.out.splitlines()[1].split("  ")[:4] == ["Joe Biden", "person", "joe-biden", "yes"]
    rows = json.loads(run("directory", "resolve", "Congolese", "--format", "json").out)
    assert [row["meant"] for row in rows] == ["one of several"] * 2 or len(rows) > 1
    ran = run("directory", "resolve", "Jens", "Stoltenburg")
    said = "no actor is known as 'Jens Stoltenburg'; did you mean 'Jens Stoltenberg'?"
    assert (ran.code, ran.out, ran.err) == (1, "", f"natobrief directory: {said}\n")


def test_days_that_are_none_end_with_2() -> None:
    for name in ("--on", "--known"):
        ran = run("directory", "posts", "Jens Stoltenberg", name, "soon")
        said = f"argument {name}: expected a date in EDTF such as 2022-01-07, got 'soon'"
        assert (ran.code, ran.out, ran.err) == (2, "", f"natobrief directory: error: {said}\n")


def test_facts_of_ones_own_are_asked_too(tmp_path: Path) -> None:
    own = tmp_path / "own.json"
    own.write_text(json.dumps(OWN))
    asked = ("directory", "holders", "Mayor of Oslo", "--on", "2022/2023")
    assert run(*asked).code == 1
    ran = run(*asked, "--directory", own)
    assert ran.out.splitlines()[1].split("  ")[0] == "Ann Lee"
    own.write_text("{")
    ran = run(*asked, "--directory", own)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"{own}: $: expected JSON, got ")
