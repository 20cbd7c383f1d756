"""Import times: natobrief beside a bare interpreter and beside the packages that it stands on.

    python benchmarks/imports.py [--rounds 15]

Each line is a process of its own; the variants take turns, and the figure is the median of the
rounds' ratios. Ends with 1 where one is more than 15 % beyond its limit.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence

BARE = "pass"
FACE = "import natobrief"
CORE = "import attrs, pendulum"
FIRST = 'import natobrief as nb; nb.Statement(made="2022-01-07")'
LIMITS = ((FACE, BARE, 1.5), (FIRST, CORE, 1.1))
SLACK = 1.15


def took(code: str) -> float:
    """Return how long a fresh interpreter takes for some code, in seconds."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
    return time.perf_counter() - start


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args(arguments).rounds
    codes = (BARE, FACE, CORE, FIRST)
    for code in codes:
        took(code)  # so that all is compiled
    times: dict[str, list[float]] = {code: [] for code in codes}
    for number in range(rounds):
        for code in codes[:: -1 if number % 2 else 1]:
            times[code].append(took(code))
    worst = 0
    print(f"median of {rounds} rounds{'ms':>40}{'ratio':>8}{'limit':>7}")
    for code, base, limit in LIMITS:
        ratio = statistics.median(a / b for a, b in zip(times[code], times[base], strict=True))
        shown = f"{code[:34]} / {base}"
        print(f"{shown:58}{statistics.median(times[code]) * 1000:6.1f}{ratio:8.2f}{limit:7.2f}")
        worst |= ratio > limit * SLACK
    return int(worst)


if __name__ == "__main__":
    raise SystemExit(main())
