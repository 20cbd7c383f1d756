"""The directory: names resolved, first use, and size, each beside what it is measured against.

    python benchmarks/directory.py [--rounds N]

Timings are ratios of two things measured in turn in the same round, and the middle one of all
rounds counts. Ends with 1 where one is more than 15 % beyond its limit, or the data is too large.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from importlib import resources
from pathlib import Path
from typing import NamedTuple, TypeVar

from natobrief.directory import Directory

ACTORS = 10_000
NOISE = 1.15

# Each is run by a fresh interpreter and prints how long its last lines took.
IMPORTS = "import attrs, cattrs, pendulum"
LOADED = "import natobrief.directory"
LOAD = "directory = natobrief.directory.Directory.default()"
QUESTIONS = f"""{LOAD}
directory.resolve("Secretary General Stoltenberg", on="2022-01-07")
directory.holders("NATO Secretary General", on="2022-01-07")
directory.members("NATO", on="2022-01-07")
directory.body("NATO-Ukraine Council", on="2022-01-10")"""
UNKNOWN = f"""{QUESTIONS}
try:
    directory.resolve("Jens Stoltenburg")
except LookupError as error:
    assert error.suggestions == ("Jens Stoltenberg",)"""
A_PERSON = f"{LOAD}\ndirectory.resolve('Jens Stoltenberg')"
A_BODY = f"{LOAD}\ndirectory.resolve('NATO')"


class Result(NamedTuple):
    """One line of the table: a figure, its limit, and what it is measured in."""

    name: str
    value: float
    limit: float | None
    unit: str = "times"
    noise: float = NOISE

    @property
    def is_too_much(self) -> bool:
        """Whether the figure is beyond its limit by more than noise explains."""
        return self.limit is not None and self.value > self.limit * self.noise


def middle(ratios: Sequence[float]) -> float:
    """Return the middle of some ratios."""
    return statistics.median(ratios)


# -- names


def made_up_names() -> list[str]:
    """Return 10,000 names of two words, all different."""
    sounds = [a + b for a, b in itertools.product("bdfgklmnrs", "aeiou")]
    words = [f"{a}{b}".title() for a, b in itertools.product(sounds, sounds)]
    return [f"{words[i % 100]} {words[i // 4]}{sounds[i % 50]}" for i in range(ACTORS)]


def directory_of(names: Sequence[str]) -> Directory:
    """Return a directory with a person or, for each tenth name, an organization of each name."""
    rows = [{"id": f"a{i}", "name": name, "sources": [1]} for i, name in enumerate(names)]
    content = {
        "directory": "1",
        "cut_off": "2022-12-31",
        "sources": {"1": "made up"},
        "people": [row for i, row in enumerate(rows) if i % 10],
        "organizations": rows[::10],
    }
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "actors.json"
        path.write_text(json.dumps(content), encoding="utf-8")
        return Directory.load(path)


def look_up(table: Mapping[str, int], names: Sequence[str]) -> None:
    """Look each name up in a dictionary, as one would write it."""
    for name in names:
        table[name]


def resolve(directory: Directory, names: Sequence[str]) -> None:
    """Resolve each name."""
    for name in names:
        directory.resolve(name)


def resolve_on_a_day(directory: Directory, names: Sequence[str]) -> None:
    """Resolve each name on one day."""
    for name in names:
        directory.resolve(name, on="2022-01-07")


def look_up_entries(directory: Directory, names: Sequence[str]) -> None:
    """Ask for what bears exactly each name."""
    for name in names:
        directory.lookup(name)


_Asked = TypeVar("_Asked")


def spent(ask: Callable[[_Asked, Sequence[str]], None], of: _Asked, names: Sequence[str]) -> float:
    """Return how many seconds it takes to ask for all names."""
    gc.collect()
    gc.disable()
    start = time.perf_counter()
    ask(of, names)
    took = time.perf_counter() - start
    gc.enable()
    return took


def names(rounds: int) -> list[Result]:
    """Measure questions for names against look-ups in a plain dictionary of the same names."""
    listed = made_up_names()
    plain = {name: number for number, name in enumerate(listed)}
    took: dict[str, list[float]] = defaultdict(list)
    made: list[float] = []
    shuffled = random.Random(0)
    for _ in range(rounds):
        asked = shuffled.sample(listed, ACTORS)
        new = directory_of(listed)
        new.lookup(listed[0])  # makes the table of names
        base = spent(look_up, plain, asked)
        made.append(spent(resolve, new, listed[:2]))  # an organization and a person
        took["made"].append(made[-1] / base)
        took["first"].append(spent(resolve, new, asked) / base)
        took["again"].append(spent(resolve, new, asked) / base)
        took["day"].append(spent(resolve_on_a_day, new, asked) / base)
        took["lookup"].append(spent(look_up_entries, new, asked) / base)
    is_made = f"making all answers at the first two questions: {middle(made) * 1000:.0f} ms"
    return [
        Result(
            "resolve each of 10,000 names for the first time, to table[name]",
            middle(took["first"]),
            20,
        ),
        Result("... and again", middle(took["again"]), 20),
        Result("... and on a day, for actors without dates", middle(took["day"]), 20),
        Result(f"... {is_made}, for each name", middle(took["made"]), None),
        Result("lookup: the exact name only, nothing kept", middle(took["lookup"]), None),
    ]


# -- first use


def in_new_process(before: str, timed: str) -> float:
    """Return how many seconds some lines take in a fresh interpreter."""
    lines = ["import time", before, "start = time.perf_counter()", timed]
    lines.append("print(time.perf_counter() - start)")
    run = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=True
    )
    return float(run.stdout)


def first_use(rounds: int) -> list[Result]:
    """Measure the bundled directory against importing what natobrief depends on."""
    cases = {
        "load the bundled directory, to importing attrs, cattrs, pendulum": (LOADED, LOAD, 1.0),
        "... and ask four questions": (LOADED, QUESTIONS, 1.0),
        "... and these, and one for an unknown name, with suggestions": (LOADED, UNKNOWN, 1.0),
        "... and ask for a person, which makes those for all people": (LOADED, A_PERSON, 1.0),
        "... and ask for a body, which makes those for all bodies": (LOADED, A_BODY, 1.0),
        "import natobrief": ("", "import natobrief", 0.05),
    }
    ratios: dict[str, list[float]] = {name: [] for name in cases}
    base: list[float] = []
    for _ in range(rounds):
        imports = in_new_process("", IMPORTS)
        base.append(imports)
        for name, (before, timed, _) in cases.items():
            ratios[name].append(in_new_process(before, timed) / imports)
    about = f"(importing the three: {middle(base) * 1000:.0f} ms)"
    made = [Result(name, middle(ratios[name]), limit) for name, (*_, limit) in cases.items()]
    return [made[0]._replace(name=f"{made[0].name} {about}"), *made[1:]]


def size() -> list[Result]:
    """Measure the installed data."""
    folder = resources.files("natobrief.directory") / "data"
    whole = sum(len(file.read_bytes()) for file in folder.iterdir() if file.is_file())
    return [Result("size of the bundled data", whole / 1e6, 1.0, "MB", noise=1.0)]


def main() -> int:
    """Measure all and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=7, help="at least 5")
    rounds = max(5, parser.parse_args().rounds)
    results = [*names(rounds), *first_use(rounds), *size()]
    width = max(len(result.name) for result in results)
    print(f"{'middle of ' + str(rounds) + ' rounds':{width}}  {'measured':>10}  {'limit':>8}")
    for result in results:
        limit = "" if result.limit is None else f"{result.limit:g}"
        mark = "  TOO MUCH" if result.is_too_much else ""
        print(f"{result.name:{width}}  {result.value:10.3f}  {limit:>8} {result.unit}{mark}")
    return int(any(result.is_too_much for result in results))


if __name__ == "__main__":
    sys.exit(main())
