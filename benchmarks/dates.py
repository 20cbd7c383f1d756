"""Dates in text: how well, how fast, and how the time grows, beside other libraries in one run.

    python benchmarks/dates.py [EVAL_FOLDER] [--every N] [--peers none]

The folder holds ``dates_*.jsonl`` and ``score_dates.py``, whose definition of a match is used here.
It is not part of this project; the default is ``../shared/eval`` or the environment variable
``NATOBRIEF_EVAL``, and without it there is nothing to measure. Other libraries come with the extra
``benchmarks``; each that is missing is named.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib
import importlib.util
import os
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from natobrief.when import DateMention, find
from natobrief.when.phrases.table import RULES

ROOT = Path(__file__).resolve().parent.parent
SETS = {
    "dates_timebank": "news",
    "dates_gum_wikinews": "news",
    "dates_msrecognizers": "assistant",
    "dates_duckling": "assistant",
}
Row = dict[str, Any]
Finder = Callable[[str, dt.date], Iterable[Row]]


def row(start: int, end: int, first: dt.date, last: dt.date | None = None) -> Row:
    last = last or first
    return {"start": start, "end": end, "value": f"{first:%Y-%m-%d}/{last:%Y-%m-%d}"}


def natobrief(text: str, reference: dt.date, *, style: str) -> list[Row]:
    return [r for mention in find(text, reference, style=style) if (r := _days(mention))]


def _days(mention: DateMention) -> Row | None:
    if mention.when is None:
        return None
    first, last = mention.when.first_day, mention.when.last_day
    if first is None or last is None:
        return None
    return row(mention.span.start, mention.span.end, first, last)


def make_dateparser() -> Finder:
    search = importlib.import_module("dateparser.search")

    def finder(text: str, reference: dt.date) -> Iterable[Row]:
        base = dt.datetime.combine(reference, dt.time())
        found = search.search_dates(text, languages=["en"], settings={"RELATIVE_BASE": base})
        position = 0
        for words, time_of in found or ():
            start = text.find(words, position)
            if start >= 0:
                position = start + len(words)
                yield row(start, position, time_of.date())

    return finder


def make_parsedatetime() -> Finder:
    module = importlib.import_module("parsedatetime")
    parser = module.Calendar(version=module.VERSION_CONTEXT_STYLE)

    def finder(text: str, reference: dt.date) -> Iterable[Row]:
        base = dt.datetime.combine(reference, dt.time())
        for time_of, _, start, end, _ in parser.nlp(text, base) or ():
            yield row(start, end, time_of.date())

    return finder


def make_recognizers() -> Finder:
    module = importlib.import_module("recognizers_date_time")
    culture = importlib.import_module("recognizers_text").Culture.English
    model = module.DateTimeRecognizer(culture).get_datetime_model()

    def finder(text: str, reference: dt.date) -> Iterable[Row]:
        base = dt.datetime.combine(reference, dt.time())
        for result in model.parse(text, base):
            resolution: Row = result.resolution or {}
            value = _recognized(resolution.get("values", []))
            if value is not None:
                yield {"start": result.start, "end": result.end + 1, "value": value}

    return finder


def _recognized(values: list[dict[str, str]]) -> str | None:
    """Take the last reading, as its users do; its ends are not included."""
    for value in reversed(values):
        start, end = value.get("start", ""), value.get("end", "")
        if len(start) >= 10 and len(end) >= 10:
            last = dt.date.fromisoformat(end[:10]) - dt.timedelta(1)
            return f"{start[:10]}/{max(last.isoformat(), start[:10])}"
        if len(value.get("value", "")) >= 10 and value["value"][:4].isdigit():
            return value["value"][:10]
    return None


PEERS: dict[str, Callable[[], Finder]] = {
    "dateparser.search": make_dateparser,
    "parsedatetime": make_parsedatetime,
    "recognizers-text": make_recognizers,
}


def peers() -> dict[str, Finder]:
    found: dict[str, Finder] = {}
    for name, make in PEERS.items():
        try:
            found[name] = make()
        except ImportError:
            print(f"{name}: not installed (pip install 'natobrief[benchmarks]')")
    return found


def load_scorer(folder: Path) -> Any:
    spec = importlib.util.spec_from_file_location("score_dates", folder / "score_dates.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure(gold: dict[str, Row], finder: Finder) -> tuple[dict[str, Row], float]:
    """Return the predictions, and how many characters a second they took, in thousands."""
    predicted: dict[str, Row] = {}
    start = time.perf_counter()
    for key, text in gold.items():
        reference = dt.date.fromisoformat(text["reference"])
        try:
            dates = list(finder(text["text"], reference))
        except Exception:  # noqa: BLE001 - some peers fail on some texts: no answer
            dates = []
        predicted[key] = {"dates": dates}
    spent = time.perf_counter() - start
    return predicted, sum(len(text["text"]) for text in gold.values()) / spent / 1000


def compare(folder: Path, every: int, others: dict[str, Finder]) -> None:
    scorer = load_scorer(folder)
    for name, style in SETS.items():
        gold = scorer.rows(folder / f"{name}.jsonl")
        gold = {key: gold[key] for key in list(gold)[::every]}
        print(f"\n{name}: {len(gold)} texts")
        print(f"{'':26}{'span F1':>9}{'value P':>9}{'R':>7}{'F1':>7}{'KB/s':>9}{'ratio':>8}")
        styles = dict.fromkeys(["news", style])
        ours: dict[str, Finder] = {
            f"natobrief ({name_of})": partial(natobrief, style=name_of) for name_of in styles
        }
        speeds: dict[str, float] = {}
        for tool, finder in {**ours, **others}.items():
            for rule in RULES:
                finder(rule.example, dt.date(2022, 1, 7))
            predicted, speeds[tool] = measure(gold, finder)
            score = scorer.score(gold, predicted)
            precision, recall, f1 = score["value"]
            ratio = next(iter(speeds.values())) / speeds[tool]
            print(
                f"{tool:26}{score['detect'][2]:9.3f}{precision:9.3f}{recall:7.3f}{f1:7.3f}"
                f"{speeds[tool]:9.1f}{ratio:7.1f}x"
            )


HOSTILE = {
    "digits": "1234567890",
    "dashes": "1-1-1.1/",
    "the first of the": "the first of the ",
    "capitals": "ABCDEFGH ",
    "marks": "\"'“”.,;: ",
    "Monday to": "from Monday to ",
    "months": "May March ",
    "no spaces": "x",
}


def growth(size: int) -> None:
    """Print the time for n, 2n and 4n characters: a linear finder takes twice as long each time."""
    print(f"\ntime for {size // 4:,}, {size // 2:,} and {size:,} characters, in seconds")
    for name, unit in HOSTILE.items():
        times: list[float] = []
        for length in (size // 4, size // 2, size):
            text = unit * (length // len(unit))
            start = time.perf_counter()
            find(text, "2022-01-07")
            times.append(time.perf_counter() - start)
        print(f"{name:20}" + "".join(f"{spent:9.3f}" for spent in times))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    default = os.environ.get("NATOBRIEF_EVAL") or str(ROOT.parent / "shared" / "eval")
    parser.add_argument("folder", nargs="?", default=default)
    parser.add_argument("--every", type=int, default=1, help="take each N-th text only")
    parser.add_argument("--peers", choices=["all", "none"], default="all")
    parser.add_argument("--size", type=int, default=1_000_000, help="of the hostile texts")
    options = parser.parse_args()
    folder = Path(options.folder)
    if (folder / "score_dates.py").exists():
        compare(folder, options.every, peers() if options.peers == "all" else {})
    else:
        print(f"no evaluation data in {folder}: scores are left out")
    growth(options.size)


if __name__ == "__main__":
    main()
