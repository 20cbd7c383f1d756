"""The reader on the evaluation data: what it finds, how fast, and how the time grows.

    python benchmarks/reader.py [EVAL_FOLDER] [--only quotes,press] [--half a] [--ablate RULE]

The folder holds the gold data and its scorers, whose definition of a match is used here. It is not
part of this project; the default is ``../shared/eval`` or the environment variable
``NATOBRIEF_EVAL``, and without it there is nothing to measure. Other tools come with the extra
``benchmarks`` or from npm; each that is missing is named.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import reader_gold as gold_data
from benchmarks import reader_peers as peers
from benchmarks import reader_speed as speed
from natobrief.model import Brief
from natobrief.reader import Layer, Reader, rules

ROOT = Path(__file__).resolve().parent.parent
Row = dict[str, Any]
Marks = dict[str, float]


class Data(NamedTuple):
    """The evaluation data: its folder, which texts of each set to take, and what reads them."""

    folder: Path
    half: str
    reader: Reader = Reader()

    def rows(self, name: str) -> dict[str, Row]:
        """Return the rows of a set, or every second of them."""
        found = gold_data.rows(self.folder / f"{name}.jsonl")
        first, step = {"a": (0, 2), "b": (1, 2)}.get(self.half, (0, 1))
        return {key: found[key] for key in list(found)[first::step]}

    def scorer(self, name: str) -> Any:
        """Return a scorer."""
        return gold_data.scorer(self.folder, name)

    def read(self, row: Row) -> Brief:
        """Read the text of a row."""
        published = row.get("published") or row.get("reference")
        return self.reader.read(row["text"], published=published[:10] if published else None)


# ------------------------------------------------------------------------------------- the scores


def quotes(data: Data) -> Marks:
    """Direct quotes of news and their speakers."""
    rows, scorer = data.rows("quotes_polnear_train_direct"), data.scorer("score_quotes")
    found = {key: {"quotes": gold_data.quotes(data.read(row))[0]} for key, row in rows.items()}
    return _quote_marks(rows, found, scorer)


def _quote_marks(rows: dict[str, Row], found: dict[str, Row], scorer: Any) -> Marks:
    score = scorer.score(rows, found)
    given, matched, answered = score["speaker_name"]
    named = sum(
        q.get("speaker_kind", "name") == "name" and bool(scorer.names(q.get("speaker")))
        for row in rows.values()
        for q in row["quotes"]
    )
    right = given * matched
    return {
        "direct P": score["overlap"][0],
        "direct R": score["overlap"][1],
        "direct F1": score["overlap"][2],
        "named": right / max(named, 1),
        "named, answered": right / max(answered, 1),
    }


def indirect(data: Data) -> Marks:
    """Reported speech of news."""
    rows, scorer = data.rows("quotes_polnear_train_attributions"), data.scorer("score_quotes")
    found = {key: {"quotes": gold_data.quotes(data.read(row))[1]} for key, row in rows.items()}
    score = scorer.score(rows, found, {"indirect"})
    return dict(zip(("indirect P", "indirect R", "indirect F1"), score["overlap"], strict=True))


def press(data: Data) -> Marks:
    """Press releases: quotes, reported speech, encounters and dates."""
    texts, gold = data.rows("domain_texts"), data.rows("domain_gold")
    found = {key: gold_data.press(data.read(row)) for key, row in texts.items() if key in gold}
    score, _ = data.scorer("score_domain").score(gold, found)
    quoted, met = score["quotes"], score["meetings"]
    return {
        "press quotes F1": quoted["f1"],
        "press speakers": quoted["speaker_accuracy"],
        "reported spans F1": score["reported_span"]["f1"],
        "reported F1": score["reported"]["f1"],
        "meetings F1": met["f1"],
        "status": met["status_accuracy"],
        "kind": met["kind_accuracy"],
        "date": met["when_accuracy"],
        "place": met["place_accuracy"],
        "participants": met["participants_jaccard"],
        "press dates F1": score["dates"]["f1"],
    }


def readouts(data: Data) -> Marks:
    """Readouts: a call or a meeting."""
    rows = data.rows("meetings_readouts_silver")
    kinds = {key: gold_data.lead_kind(data.read(row)) for key, row in rows.items()}
    right = [_same_kind(kinds[key], row["meeting"]["kind"]) for key, row in rows.items()]
    found = sum(kind is not None for kind in kinds.values())
    return {"call or meeting": sum(right) / len(right), "readouts with one": found / len(kinds)}


def _same_kind(found: str | None, wanted: str) -> bool:
    return found is not None and (found == "call") == (wanted == "call")


TASKS: dict[str, Callable[[Data], Marks]] = {
    "quotes": quotes,
    "indirect": indirect,
    "press": press,
    "readouts": readouts,
}
GOALS = {
    "direct F1": 0.95,
    "named": 0.82,
    "named, answered": 0.94,
    "indirect P": 0.85,
    "indirect F1": 0.28,
    "press quotes F1": 0.97,
    "press speakers": 0.94,
    "reported spans F1": 0.70,
    "reported F1": 0.60,
    "meetings F1": 0.85,
    "status": 0.92,
    "kind": 0.88,
    "date": 0.88,
    "place": 0.65,
    "participants": 0.65,
    "call or meeting": 0.97,
}


def show(marks: Marks) -> None:
    """Print each score beside its goal."""
    for name, mark in marks.items():
        goal = GOALS.get(name)
        beside = "" if goal is None else f"   goal {goal:.2f}   {_verdict(mark, goal)}"
        print(f"  {name:20}{mark:8.3f}{beside}")


def _verdict(mark: float, goal: float) -> str:
    return "met" if mark >= goal else f"{goal - mark:.3f} short"


# -------------------------------------------------------------------------------- rules left out


def rule_names() -> list[str]:
    """Return the ids of all rules that can be left out."""
    return [rule.id for rule in rules() if rule.layer is not Layer.DOUBT]


def _all(data: Data, tasks: list[str]) -> Marks:
    return {name: mark for task in tasks for name, mark in TASKS[task](data).items()}


def ablate(names: list[str], data: Data, tasks: list[str]) -> None:
    """Print what each rule is worth: the scores that change when it is left out."""
    whole = _all(data, tasks)
    print("\nWithout a rule (only the scores that change):")
    for rule in names:
        less = _all(data._replace(reader=Reader(without=(rule,))), tasks)
        changed = [
            f"{name} {less[name] - mark:+.3f}"
            for name, mark in whole.items()
            if abs(less[name] - mark) >= 0.0005
        ]
        print(f"  {rule:20}{', '.join(changed) or 'nothing changes'}")


# ------------------------------------------------------------------------------ beside others


def beside(data: Data) -> None:
    """Print what can be installed from PyPI or npm for the same tasks, with the same scorers."""
    scorer = data.scorer("score_quotes")
    rows = data.rows("quotes_polnear_train_direct")
    print("\nOther tools on the same texts:")
    for tool, found in _found_by_others(rows):
        if isinstance(found, str):
            print(f"  {found}")
            continue
        marks = _quote_marks(rows, found, scorer)
        speakers = f"   named {marks['named']:.3f}" if marks["named"] else "   no speakers"
        print(f"  {tool:20}direct F1 {marks['direct F1']:.3f}{speakers}")
    rows = data.rows("quotes_polnear_train_attributions")
    plain = {key: {"quotes": peers.regex_reported(row["text"])} for key, row in rows.items()}
    score = scorer.score(rows, plain, {"indirect"})["overlap"]
    print(f"  {'“X said that”':20}indirect P {score[0]:.3f} F1 {score[2]:.3f}")
    print(f"  {peers.textacy_sentence()}")


def _found_by_others(rows: dict[str, Row]) -> Iterator[tuple[str, dict[str, Row] | str]]:
    plain = {key: {"quotes": peers.regex_quotes(row["text"])} for key, row in rows.items()}
    yield "plain regex", plain
    other = peers.compromise([row["text"] for row in rows.values()])
    if isinstance(other, str):
        yield "compromise", other
    else:
        yield "compromise", {k: {"quotes": q} for k, q in zip(rows, other, strict=True)}


def fast(data: Data, rounds: int) -> None:
    """Print how fast texts are read, beside dateparser with English fixed."""
    news = [row["text"] for row in data.rows("quotes_polnear_train_direct").values()]
    texts = [*news[::14], *(row["text"] for row in data.rows("domain_texts").values())]
    other = peers.dateparser_search()
    ours, ratio = speed.throughput(texts, None if isinstance(other, str) else other, rounds)
    size = sum(map(len, texts)) / 1000
    print(f"\nread: {ours:.0f} KB/s over {size:.0f} KB, median of {rounds} rounds")
    if isinstance(other, str):
        print(f"  {other}")
    if ratio is not None:
        print(f"  {ratio:.1f} times dateparser.search   goal 2   {_verdict(ratio, 2)}")


def grow(size: int) -> None:
    """Print the time at n, 2n and 4n: a linear reader takes twice as long each time."""
    print(f"\nseconds for {size // 4:,}, {size // 2:,} and {size:,} characters; 2.0 is linear")
    for name, (a, b, c) in speed.growth(size):
        ratios = f"x{b / max(a, 1e-6):.1f} x{c / max(b, 1e-6):.1f}"
        print(f"  {name:24}{a:8.3f}{b:8.3f}{c:8.3f}   {ratios}", flush=True)


# ----------------------------------------------------------------------------------- the command


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    default = os.environ.get("NATOBRIEF_EVAL") or str(ROOT.parent / "shared" / "eval")
    parts = [*TASKS, "peers", "speed", "growth"]
    parser.add_argument("folder", nargs="?", default=default)
    parser.add_argument("--only", help=f"some of {', '.join(parts)}, with commas between")
    parser.add_argument("--half", choices=["a", "b"], help="every second text only")
    parser.add_argument("--ablate", metavar="RULE", help="leave out rules, one at a time; or all")
    parser.add_argument("--row", metavar="CHANGE", help="print a row for reader.md")
    parser.add_argument("--rounds", type=int, default=5, help="of the comparison of speed")
    parser.add_argument("--size", type=int, default=400_000, help="of the hostile texts")
    options = parser.parse_args()
    options.parts = options.only.split(",") if options.only else parts
    wrong = [part for part in options.parts if part not in parts]
    if wrong:
        parser.error(f"--only: expected some of {', '.join(parts)}, got {', '.join(wrong)}")
    given: list[str] = options.ablate.split(",") if options.ablate else []
    options.rules = rule_names() if given == ["all"] else given
    if unknown := [rule for rule in options.rules if rule not in rule_names()]:
        known = ", ".join(rule_names())
        parser.error(f"--ablate: expected all or some of {known}, got {', '.join(unknown)}")
    return options


def main() -> None:
    options = _options()
    data = Data(Path(options.folder), options.half or "")
    if not (data.folder / "score_domain.py").exists():
        print(f"no evaluation data in {data.folder}: nothing is measured")
        return
    tasks = [part for part in options.parts if part in TASKS]
    if options.rules:
        ablate(options.rules, data, tasks)
        return
    marks: Marks = {}
    for task in tasks:
        print(f"\n{TASKS[task].__doc__}")
        found = TASKS[task](data)
        show(found)
        marks |= found
    if options.row:
        cells = [f"{marks[name]:.3f}" if name in marks else "" for name in GOALS]
        print(f"\n| {' | '.join([options.row, *cells])} |")
    if "peers" in options.parts:
        beside(data)
    if "speed" in options.parts:
        fast(data, options.rounds)
    if "growth" in options.parts:
        grow(options.size)


if __name__ == "__main__":
    main()
