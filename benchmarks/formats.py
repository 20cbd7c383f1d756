"""JSON Lines beside other libraries, in one run over the same generated briefs.

    python benchmarks/formats.py [--size 100000] [--rounds 3]

Each line is a brief: a statement with two quotes, from one source. The others have models of the
same shape, with each value in its place rather than in tables, as their users write them; their
dates are validated values with bounds and precision, too, parsed once per distinct text (naive
cattrs: each time, through pendulum). Everybody is called as by a user: the others with Python's
collector at its default, natobrief as it is, and all values are kept. The rounds take turns, every
other one backwards, and the figure is the median of the rounds' ratios. What counts is the time
that the processor spends on it, whatever else runs on the machine.

natobrief is asked to encode briefs that were just loaded, so the ids for the labels must be
computed, and then once more. Beside it stands what Python's own json takes for the same documents
if they are ready as dictionaries: nothing that uses it can be faster. A limit counts as broken
beyond 15 %, since other work may run on the machine. Streaming is measured at the full size only.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import statistics
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.formats_data import briefs, inlined
from benchmarks.formats_peers import MAKERS, Peer, slotted
from natobrief import Brief, dump_lines, iter_lines, load
from natobrief.formats._core.document import canonical, to_document, to_line

SLACK = 1.15
LIMITS = {
    ("decode", "pydantic"): 0.8,
    ("decode", "naive cattrs"): 0.3,
    ("encode", "pydantic"): 1.0,
}
MEMORY_LIMIT, STREAM_LIMIT = 1.15, 1.2
OURS, AGAIN, FLOOR = "natobrief", "natobrief, ids known", "json of ready documents"


class Times(NamedTuple):
    decode: dict[str, list[float]]
    encode: dict[str, list[float]]


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    gc.collect()
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def ours(path: Path, times: Times) -> None:
    spent, values = timed(lambda: load(path, tuple[Brief, ...]))
    times.decode[OURS].append(spent)
    for name in (OURS, AGAIN):
        spent, _ = timed(lambda: [to_line(value) for value in values])
        times.encode[name].append(spent)
    some = values[: max(1, len(values) // 10)]
    documents = [to_document(value) for value in some]
    spent, _ = timed(lambda: [canonical(document) for document in documents])
    times.encode[FLOOR].append(spent * len(values) / len(some))


def theirs(name: str, peer: Peer, lines: list[str], times: Times) -> None:
    spent, values = timed(lambda: [peer.decode(line) for line in lines])
    times.decode[name].append(spent)
    spent, _ = timed(lambda: [peer.encode(value) for value in values])
    times.encode[name].append(spent)


def speed(path: Path, size: int, rounds: int) -> None:
    placed = [inlined(line) for line in path.read_text("utf-8").splitlines()]
    peers = _peers()
    names = [OURS, *peers]
    times = Times({name: [] for name in names}, {name: [] for name in (*names, AGAIN, FLOOR)})
    for number in range(rounds):
        for name in names if number % 2 == 0 else reversed(names):
            if name == OURS:
                ours(path, times)
            else:
                theirs(name, peers[name], placed, times)
    for what, spent in zip(("decode", "encode"), times, strict=True):
        print(f"\n{what} {size:,} briefs{'us per brief':>32}{'natobrief / it':>16}{'limit':>7}")
        for name, each in spent.items():
            micro = statistics.median(each) / size * 1e6
            ratio = statistics.median(a / b for a, b in zip(spent[OURS], each, strict=True))
            print(
                f"  {name:24}{micro:26.1f}{ratio:16.2f}{_verdict(ratio, LIMITS.get((what, name)))}"
            )


def _peers() -> dict[str, Peer]:
    found: dict[str, Peer] = {}
    for name, make in MAKERS.items():
        try:
            found[name] = make()
        except ImportError:
            print(f"{name}: not installed (pip install 'natobrief[benchmarks]')")
    return found


def _verdict(ratio: float, limit: float | None) -> str:
    if limit is None:
        return ""
    reached = "reached" if ratio <= limit else "noise" if ratio <= limit * SLACK else "MISSED"
    return f"{limit:7.2f}  {reached}"


def memory(path: Path, size: int) -> None:
    """Compare what stays in memory: the same texts, dates, people and offices in other shells."""
    lines = list(itertools.islice(_lines(path), size))
    mine = _kept(lambda: list(iter_lines(lines, Brief)))
    other = _kept(lambda: [slotted(brief) for brief in iter_lines(lines, Brief)])
    ratio = mine / other
    print(f"\nmemory of {size:,} briefs: natobrief {mine / size:,.0f} bytes a brief,", end=" ")
    verdict = _verdict(ratio, MEMORY_LIMIT)
    print(f"slotted dataclasses {other / size:,.0f}: ratio {ratio:.2f}{verdict}")


def _kept(make: Callable[[], list[Any]]) -> int:
    make()  # what is remembered from now on is no part of the values
    gc.collect()
    tracemalloc.start()
    values = make()
    gc.collect()
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del values
    return size


def streaming(path: Path, sizes: tuple[int, int]) -> None:
    peaks: list[int] = []
    for size in sizes:
        gc.collect()
        tracemalloc.start()
        for _ in iter_lines(itertools.islice(_lines(path), size)):
            pass
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    ratio = peaks[1] / peaks[0]
    print(f"\nstreaming, peak: {sizes[0]:,} lines {peaks[0] / 1e6:.1f} MB,", end=" ")
    verdict = _verdict(ratio, STREAM_LIMIT)
    print(f"{sizes[1]:,} lines {peaks[1] / 1e6:.1f} MB: ratio {ratio:.2f}{verdict}")


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as file:
        yield from file


def _written(folder: str, values: Iterable[Brief]) -> Path:
    path = Path(folder, "briefs.jsonl")
    dump_lines(values, path)
    return path


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--size", type=int, default=100_000, help="briefs, one in each line")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    size: int = options.size
    with tempfile.TemporaryDirectory() as folder:
        path = _written(folder, briefs(size))
        print(f"{size:,} briefs, {path.stat().st_size / size:,.0f} bytes each")
        speed(path, size, options.rounds)
        memory(path, min(size, 20_000))
        if size >= 100_000:  # what is remembered on the way is full after some 5,000 lines
            streaming(path, (size // 10, size))


if __name__ == "__main__":
    main()
