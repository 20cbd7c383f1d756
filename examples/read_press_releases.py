"""
A folder of press releases
==========================

Read a folder of texts, or a table of them: what was found, what was doubted, how fast it was.

Run it with ``python examples/read_press_releases.py``, or give it a folder with ``.txt``, ``.md``
and ``.html`` files, or a CSV file with the columns ``text``, ``date``, ``title`` and ``url`` (only
``text`` is needed). A number behind it says on how many processes to read.
"""

import collections
import csv
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import natobrief as nb

BUNDLED = Path(sys.argv[0]).parent / "articles"
ENDINGS = (".txt", ".md", ".html")


def main(place: Path, processes: int) -> None:
    articles = list(from_table(place) if place.suffix == ".csv" else from_folder(place))
    if not articles:
        sys.exit(f"{place}: no texts; a folder needs files that end with {', '.join(ENDINGS)}")
    began, briefs, faults = time.perf_counter(), list[nb.Brief](), list[str]()
    for each in nb.read_many(articles, processes=processes, progress=show_progress):
        if each.brief is None:
            faults.append(f"{each.article.key}: {each.fault}")
        else:
            briefs.append(each.brief)
    show(nb.Corpus.of(*briefs), briefs, faults)
    seconds, size = time.perf_counter() - began, sum(len(a.text) for a in articles) / 1000
    print(f"\n{len(articles)} texts, {size:.0f} KB, {seconds:.1f} s: {size / seconds:.0f} KB/s")


def from_folder(folder: Path) -> Iterator[nb.Article]:
    if not folder.is_dir():
        sys.exit(f"{folder}: expected a folder, or a file that ends with .csv")
    for path in sorted(p for p in folder.iterdir() if p.suffix in ENDINGS):
        text = path.read_text(encoding="utf-8")
        yield nb.Article(text, key=path.name, is_html=path.suffix == ".html")


def from_table(path: Path) -> Iterator[nb.Article]:
    csv.field_size_limit(2**30)  # a text may be long
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        if "text" not in (rows.fieldnames or ()):
            sys.exit(f"{path}: no column text, only {', '.join(rows.fieldnames or ())}")
        for row in rows:
            date, title, url = (row.get(name) or None for name in ("date", "title", "url"))
            key = f"{path.name}:{rows.line_num}"
            yield nb.Article(row["text"], published=date, title=title, url=url, key=key)


def show_progress(done: int, total: int | None, _: nb.Reading) -> None:
    bar = "#" * (40 * done // (total or done))
    print(f"\r[{bar:<40}] {done}/{total}", end="\n" * (done == total), file=sys.stderr, flush=True)


def show(corpus: nb.Corpus, briefs: list[nb.Brief], faults: list[str]) -> None:
    print(f"{len(corpus.quotes):>5} quotes\n{len(corpus.statements):>5} statements")
    print(f"{len(corpus.meetings):>5} meetings")
    names = collections.Counter(s.speaker.name for s in corpus.statements if s.speaker)
    print("\nmost statements:", *(f"{c:>5} {name}" for name, c in names.most_common(5)), sep="\n")
    doubts = collections.Counter(d.code for brief in briefs for d in brief.doubts)
    print("\nleft open:", *(f"{count:>5} {code}" for code, count in doubts.most_common()), sep="\n")
    reasons = dict.fromkeys(doubt.reason for brief in briefs for doubt in brief.doubts)
    print("\nfor example:", *list(reasons)[:5], sep="\n  ")
    print("".join(f"\nnot read: {fault}" for fault in faults), end="")


if __name__ == "__main__":
    given = sys.argv[1:]
    main(Path(given[0]) if given else BUNDLED, int(given[1]) if len(given) > 1 else 1)
