"""The chain of January 2022, as it ships with the examples, walked day by day."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from natobrief.formats import dump, load
from natobrief.query import ChangeKind, Corpus
from tools import build_january

EXAMPLES = Path(__file__).parents[2] / "examples"
DATA = EXAMPLES / "data" / "january-2022.json"
CORPUS = load(DATA, Corpus)

COUNCIL = "2022-01-12 NATO-Russia Council"
TALKS = "2022-01-10 Talks of Russia and the United States"
OSCE = "2022-01-13 OSCE Permanent Council"
NAC = (
    "2022-01-07T14:00+01:00[Europe/Brussels] Extraordinary meeting of NATO Ministers of Foreign "
    "Affairs"
)

AHEAD = {
    "2021-12-26": [],
    "2021-12-27": [f"{COUNCIL} tentative"],
    "2021-12-28": [f"{COUNCIL} tentative"],
    "2021-12-29": [f"{COUNCIL} tentative"],
    "2021-12-30": [TALKS, COUNCIL, OSCE],
    "2021-12-31": [TALKS, COUNCIL, OSCE],
    "2022-01-03": [TALKS, COUNCIL, OSCE],
    "2022-01-05": [TALKS, COUNCIL, OSCE],
    "2022-01-06": [NAC, TALKS, COUNCIL, OSCE],
    "2022-01-07": [TALKS, COUNCIL, OSCE],
    "2022-01-09": [TALKS, COUNCIL, OSCE],
    "2022-01-10": [COUNCIL, OSCE],
    "2022-01-11": [COUNCIL, OSCE],
    "2022-01-12": [OSCE],
    "2022-01-13": [],
}


def test_the_script_writes_the_file_that_ships(tmp_path: Path) -> None:
    written = tmp_path / "january.json"
    dump(build_january.corpus(), written)
    assert written.read_bytes() == DATA.read_bytes()


def test_what_lay_ahead_day_by_day() -> None:
    for day, expected in AHEAD.items():
        ahead = CORPUS.as_of(day).meetings.upcoming()
        found = [f"{m.time} {m.name} {m.status.value}".removesuffix(" confirmed") for m in ahead]
        assert found == expected, day


def known(day: str, uid: str) -> tuple[bool, bool]:
    """Say whether a report was surely, and whether it was possibly, known on a day."""
    reports = CORPUS.as_of(day).meetings.revisions()
    surely, possibly = ({each.uid for each in kept} for kept in (reports, reports.possible()))
    return uid in surely, uid in possibly


def test_a_press_release_counts_once_its_last_update_is_out() -> None:
    """It was issued on 4 January and last updated on the 6th: between these it is possible."""
    assert known("2022-01-03", "nac-1") == (False, False)
    assert known("2022-01-04", "nac-1") == (False, True)
    assert known("2022-01-05", "nac-1") == (False, True)
    assert known("2022-01-06", "nac-1") == (True, True)


def test_a_source_without_a_date_is_never_more_than_possible() -> None:
    """What it tells took place on 10 January, so it was not known before."""
    assert known("2022-01-09", "nuc") == (False, False)
    assert known("2022-01-10", "nuc") == (False, True)
    assert known("2030-01-01", "nuc") == (False, True)


def test_one_council_is_told_four_times() -> None:
    council = CORPUS.meetings.of("NATO-Russia Council")
    reports = council.revisions().order_by("known")
    assert [(m.status.value, m.outcome.value) for m in reports] == [
        ("tentative", "pending"),
        ("confirmed", "pending"),
        ("confirmed", "pending"),
        ("confirmed", "held"),
    ]
    assert CORPUS.uids("nrc-4") == ("nrc-1", "nrc-2", "nrc-3", "nrc-4")
    assert CORPUS.link() == CORPUS


def test_what_each_stretch_brought() -> None:
    kinds = [
        [change.kind for change in CORPUS.changes(first, second)]
        for first, second in (
            ("2021-12-26", "2021-12-28"),
            ("2021-12-28", "2021-12-31"),
            ("2021-12-31", "2022-01-05"),
            ("2022-01-08", "2022-01-14"),
        )
    ]
    new, held = ChangeKind.NEW, ChangeKind.HELD
    assert kinds == [[new], [new, ChangeKind.CONFIRMED, new], [], [new, held, held, held]]


def test_every_record_names_its_source() -> None:
    assert all(record.source.title and record.source.publisher for record in CORPUS.records)
    assert len({record.source for record in CORPUS.records}) == 10


def test_the_example_runs() -> None:
    script = EXAMPLES / "as_known_then.py"
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert "Ahead on 2021-12-28:\n    2022-01-12  NATO-Russia Council (tentative)\n" in done.stdout
    assert "confirmed: meeting NATO-Russia Council, 2022-01-12\n" in done.stdout
