"""Questions over time beside other engines, in one run over the same generated statements.

    python benchmarks/queries.py [--size 1000000] [--rounds 7]

Each engine holds the same statements in the order of natobrief's results and gives the same
answers, which is checked. natobrief is asked as its users ask it, from the words of the question to
a list of records; the others get ready numbers and give the numbers of rows. In each round each
engine answers the same five questions ten times over, and the figure is the median of the rounds'
ratios. Before, each has answered each question once: what nobody has touched for a while comes
slowly from memory, whoever asks. A limit counts as broken beyond 15 %, since other work may run on
the machine.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import random
import sqlite3
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, cast

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.queries_data import DAYS, FIRST, columns, speakers, statements
from natobrief import Corpus, Person, Statement, When
from natobrief.formats.json import collector_paused

DAY = 86_400_000_000
MONDAY = -3 * DAY  # 1969-12-29, with which a week began
WEEK = 7 * DAY
SLACK = 1.15
PEERS = ("duckdb", "sqlite3", "pandas", "polars")
LIMITS = {
    "3 days": 0.02,
    "speaker and month": 0.03,
    "overlap with a day": 0.25,
    "month as known then": 0.25,
    "known by a day": 0.25,
    "weeks by speaker": 1.0,
}
COLUMNS = ("row", "speaker", "lo", "hi", "known_lo", "known_hi", "genre", "url", "text")
Answer = Any


class Asked(NamedTuple):
    """One set of questions: the words for natobrief, and the same in microseconds."""

    days: tuple[str, str]
    window: tuple[int, int]
    month: str
    month_window: tuple[int, int]
    name: str
    speaker: str
    day: str
    day_window: tuple[int, int]
    known: str
    known_end: int
    early: str
    early_end: int


def asked(chance: random.Random) -> Asked:
    people = speakers()
    person = chance.choices(people, [1 / (rank + 3) for rank in range(len(people))])[0]
    first = FIRST.toordinal() + chance.randrange(400, DAYS - 400)
    start, end = (str(FIRST.fromordinal(first + n)) for n in (0, 2))
    month = start[:7]
    known, early = f"{month}-15", str(FIRST.fromordinal(FIRST.toordinal() + chance.randint(18, 24)))
    return Asked(
        (start, end), bounds(start, end), month, bounds(month, month), person.name, str(person.id),
        start, bounds(start, start), known, bounds(known, known)[1], early, bounds(early, early)[1],
    )  # fmt: skip


def bounds(first: str, last: str) -> tuple[int, int]:
    return When.parse(first).bounds[0], When.parse(last).bounds[1]


Question = Callable[[Asked], Answer]
Engine = Mapping[str, Question]


def natobrief(corpus: Corpus) -> Engine:
    return {
        "3 days": lambda q: list(corpus.statements.between(*q.days)),
        "speaker and month": lambda q: list(corpus.statements.by(q.name).during(q.month)),
        "overlap with a day": lambda q: list(corpus.statements.on(q.day).possible()),
        "month as known then": lambda q: list(corpus.as_of(q.known).statements.during(q.month)),
        "known by a day": lambda q: list(corpus.as_of(q.early).statements),
        "weeks by speaker": lambda _: corpus.statements.per("week", by="speaker").certain,
    }


SQL = {
    "3 days": "select row from s where lo >= ? and hi <= ?",
    "speaker and month": "select row from s where speaker = ? and lo >= ? and hi <= ?",
    "overlap with a day": "select row from s where lo < ? and hi > ? or lo is null",
    "month as known then": "select row from s where lo >= ? and hi <= ? and known_hi <= ?",
    "known by a day": "select row from s where known_hi <= ?",
    "weeks by speaker": f"""
        select (lo - {MONDAY}) // {WEEK}, speaker, count(*) from s
        where (lo - {MONDAY}) // {WEEK} = (hi - 1 - {MONDAY}) // {WEEK} group by all""",
}
PARAMETERS: Mapping[str, Callable[[Asked], Sequence[object]]] = {
    "3 days": lambda q: q.window,
    "speaker and month": lambda q: (q.speaker, *q.month_window),
    "overlap with a day": lambda q: q.day_window[::-1],
    "month as known then": lambda q: (*q.month_window, q.known_end),
    "known by a day": lambda q: (q.early_end,),
    "weeks by speaker": lambda _: (),
}


def from_sql(
    run: Callable[[str, Sequence[object]], Iterable[Any]], sql: Mapping[str, str]
) -> Engine:
    def question(name: str) -> Question:
        return lambda q: run(sql[name], PARAMETERS[name](q))

    return {name: question(name) for name in SQL}


def in_duckdb(data: Mapping[str, list[object]]) -> Engine:
    duckdb, arrow = importlib.import_module("duckdb"), importlib.import_module("pyarrow")
    connection = duckdb.connect()
    connection.register("given", arrow.table(data))
    connection.execute("create table s as select * from given")
    connection.unregister("given")
    return from_sql(lambda sql, values: connection.execute(sql, values).fetchall(), SQL)


def in_sqlite3(data: Mapping[str, list[object]]) -> Engine:
    connection = sqlite3.connect(":memory:")
    connection.execute(f"create table s ({', '.join(COLUMNS)})")
    marks = ", ".join("?" * len(COLUMNS))
    connection.executemany(f"insert into s values ({marks})", zip(*data.values(), strict=True))
    connection.execute("create index times on s (lo, hi, row)")
    connection.execute("create index said on s (speaker, lo, hi, row)")
    connection.execute("create index known on s (known_hi, row)")
    connection.execute("create index both on s (lo, hi, known_hi, row)")
    connection.execute("analyze")
    sql = {
        **{name: f"{text} order by row" for name, text in SQL.items()},
        "weeks by speaker": SQL["weeks by speaker"]
        .replace("//", "/")
        .replace("group by all", "group by 1, 2"),
    }
    return from_sql(lambda text, values: connection.execute(text, values).fetchall(), sql)


def in_pandas(data: Mapping[str, list[object]]) -> Engine:
    pandas = importlib.import_module("pandas")
    numbers = dict.fromkeys(("lo", "hi", "known_lo", "known_hi"), "Int64")
    s = pandas.DataFrame(data).astype(numbers)
    dated = s[s["lo"].notna()].astype({"lo": "int64", "hi": "int64"})
    known = s["known_hi"].fillna(2**62).astype("int64")
    lo, hi, undated = dated["lo"], dated["hi"], s.index[s["lo"].isna()].tolist()

    def within(window: tuple[int, int]) -> Any:
        first, stop = lo.searchsorted(window[0]), lo.searchsorted(window[1])
        part = dated.iloc[first:stop]
        return part[part["hi"] <= window[1]]

    def weeks(_: Asked) -> Answer:
        week = (lo - MONDAY) // WEEK
        one = week == (hi - 1 - MONDAY) // WEEK
        speaker = dated.loc[one, "speaker"]
        counts = speaker.groupby([week[one], speaker], dropna=False).size()
        return [(w, s if isinstance(s, str) else None, n) for (w, s), n in counts.items()]

    def speaker_month(q: Asked) -> Answer:
        month = within(q.month_window)
        return month.index[month["speaker"] == q.speaker].tolist()

    def over(q: Asked) -> Answer:
        low, high = q.day_window
        return dated.index[(lo < high) & (hi > low)].tolist() + undated

    def month_then(q: Asked) -> Answer:
        month = within(q.month_window)
        return month.index[known[month.index] <= q.known_end].tolist()

    return {
        "3 days": lambda q: within(q.window).index.tolist(),
        "speaker and month": speaker_month,
        "overlap with a day": over,
        "month as known then": month_then,
        "known by a day": lambda q: s.index[known <= q.early_end].tolist(),
        "weeks by speaker": weeks,
    }


def in_polars(data: Mapping[str, list[object]]) -> Engine:
    pl = importlib.import_module("polars")
    s = pl.DataFrame(data).with_columns(pl.col("lo").set_sorted(nulls_last=True))
    lo, hi, known, speaker = (pl.col(name) for name in ("lo", "hi", "known_hi", "speaker"))

    def rows(*where: Any) -> list[int]:
        found: list[int] = s.lazy().filter(*where).select("row").collect()["row"].to_list()
        return found

    def during(window: tuple[int, int]) -> Any:
        return (lo >= window[0]) & (hi <= window[1])

    def weeks(_: Asked) -> Answer:
        week = (lo - MONDAY) // WEEK
        counts = (
            s.lazy()
            .filter(week == (hi - 1 - MONDAY) // WEEK)
            .group_by(week.alias("week"), "speaker")
            .len()
            .collect()
        )
        return counts.rows()

    return {
        "3 days": lambda q: rows(during(q.window)),
        "speaker and month": lambda q: rows(speaker == q.speaker, during(q.month_window)),
        "overlap with a day": lambda q: rows(
            ((lo < q.day_window[1]) & (hi > q.day_window[0])) | lo.is_null()
        ),
        "month as known then": lambda q: rows(during(q.month_window), known <= q.known_end),
        "known by a day": lambda q: rows(known <= q.early_end),
        "weeks by speaker": weeks,
    }


MAKERS: Mapping[str, Callable[[Mapping[str, list[object]]], Engine]] = {
    "duckdb": in_duckdb,
    "sqlite3": in_sqlite3,
    "pandas": in_pandas,
    "polars": in_polars,
}


def _row(found: Any, rows: Mapping[int, int]) -> int:
    if isinstance(found, Statement):
        return rows[id(found)]
    return int(found if isinstance(found, int) else found[0])


def plain(name: str, answer: Any, rows: Mapping[int, int], corpus: Corpus) -> object:
    """Return an answer in the form in which all can be compared."""
    if name != "weeks by speaker":
        return [_row(each, rows) for each in answer]
    if isinstance(answer, list):
        triples = cast("list[tuple[int, str | None, int]]", answer)
        return {(week, speaker): count for week, speaker, count in triples}
    counts_of = cast("Mapping[Person | None, Sequence[int]]", answer)
    starts = [week.bounds[0] for week in corpus.statements.per("week", by="speaker").periods]
    return {
        ((start - MONDAY) // WEEK, None if person is None else person.id): count
        for person, counts in counts_of.items()
        for start, count in zip(starts, counts, strict=True)
        if count
    }


def timed(question: Question, questions: Sequence[Asked], again: int) -> float:
    for each in questions:
        question(each)
    start = time.perf_counter()
    for _ in range(again):
        for each in questions:
            question(each)
    return (time.perf_counter() - start) / len(questions) / again


def clock(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    done = work()
    return time.perf_counter() - start, done


Rounds = dict[str, list[float]]


def race(
    engines: Mapping[str, Question], questions: Sequence[Sequence[Asked]], again: int
) -> Rounds:
    """Return the times of each engine, round by round, in turns."""
    times: Rounds = {name: [] for name in engines}
    for number, some in enumerate(questions):
        order = list(engines)[:: -1 if number % 2 else 1]
        for name in order:
            times[name].append(timed(engines[name], some, again))
    return times


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    return statistics.median(a / b for a, b in zip(ours, theirs, strict=True))


def verdict(value: float, limit: float) -> str:
    return "met" if value <= limit else "within 15 %" if value <= limit * SLACK else "MISSED"


def check(engines: Mapping[str, Engine], corpus: Corpus, some: Sequence[Asked]) -> None:
    rows = {id(record): row for row, record in enumerate(corpus.records)}
    for name in LIMITS:
        for each in some:
            answers = {e: plain(name, of[name](each), rows, corpus) for e, of in engines.items()}
            wrong = [e for e, answer in answers.items() if answer != answers["natobrief"]]
            assert not wrong, (name, each, wrong)


def compare(engines: Mapping[str, Engine], rounds: int, chance: random.Random) -> None:
    peers = [name for name in PEERS if name in engines]
    print(f"\n{'question':22}{'natobrief':>12}" + "".join(f"{peer:>11}" for peer in peers))
    print(f"{'':22}{'ms':>12}" + f"{'ratio':>11}" * len(peers) + f"{'limit':>9}  (to {peers[0]})")
    for name, limit in LIMITS.items():
        weeks = name == "weeks by speaker"  # a long question, and only one
        questions = [[asked(chance) for _ in range(1 if weeks else 5)] for _ in range(rounds)]
        racing = {engine: of[name] for engine, of in engines.items()}
        times = race(racing, questions, 1 if weeks else 10)
        ratios = [ratio(times["natobrief"], times[peer]) for peer in peers]
        shown = "".join(f"{value:11.4f}" for value in ratios)
        ours = statistics.median(times["natobrief"]) * 1000
        print(f"{name:22}{ours:12.4f}{shown}{limit:9.2f}  {verdict(ratios[0], limit)}")


def scaling(corpus: Corpus, rounds: int, chance: random.Random) -> None:
    """Ask for the same three days of everything, and of the ten thousand records around them."""
    records = corpus.records
    middle = len(records) // 2
    few = Corpus.of(*records[middle - 5_000 : middle + 5_000])
    times = [r.made.bounds[0] for r in few.records if isinstance(r, Statement) and r.made]
    first = When.of(str(FIRST.fromordinal(719_163 + times[5_000] // DAY - 5)))
    days = [first.first_day.add(days=n) for n in range(8)]
    questions = [
        [asked(chance)._replace(days=(str(day), str(day.add(days=2)))) for day in days]
        for _ in range(rounds)
    ]
    engines = {name: natobrief(some)["3 days"] for name, some in (("all", corpus), ("few", few))}
    found = [len(engines[name](questions[0][0])) for name in ("all", "few")]
    took = race(engines, questions, 20)
    value = ratio(took["all"], took["few"])
    label = f"3 days of {len(records):,} / of {len(few):,}"
    print(f"{label:45}{value:11.4f}{2:9.2f}  {verdict(value, 2)} (results: {found})")


def ask_all(corpus: Corpus, each: Asked) -> None:
    for question in natobrief(corpus).values():
        question(each)


def memory(size: int) -> None:
    """Compare what the records take with what corpus and indexes take beside them."""
    tracemalloc.start()
    with collector_paused():
        records = statements(size)
    gc.collect()
    own = tracemalloc.get_traced_memory()[0]
    corpus = Corpus.of(*records)
    ask_all(corpus, asked(random.Random(1)))
    gc.collect()
    both = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    value = both / own
    print(
        f"{f'memory of {size:,} with index / records alone':45}{value:11.4f}{1.15:9.2f}"
        f"  {verdict(value, 1.15)} ({own / size:.0f} + {(both - own) / size:.0f} bytes each)"
    )


class Built(NamedTuple):
    """All engines, and how long natobrief's and DuckDB's took to build, and the columns."""

    corpus: Corpus
    engines: dict[str, Engine]
    indexed: float
    columns: float
    duckdb: float


def show(what: str, seconds: float) -> float:
    print(f"{what:45}{seconds:11.2f} s")
    return seconds


def build(size: int, peers: Sequence[str], chance: random.Random, *, shuffled: bool) -> Built:
    with collector_paused():
        took, records = clock(lambda: statements(size, shuffled=shuffled))
    show("made in", took)
    gc.freeze()  # what is there stays there, for each engine
    took, corpus = clock(partial(Corpus.of, *records))
    show("Corpus.of (without an index)", took)
    index, _ = clock(lambda: ask_all(corpus, asked(chance)))
    show("natobrief: all indexes, first answers", index)
    read, data = clock(lambda: columns([r for r in corpus.records if isinstance(r, Statement)]))
    show("columns for the others, already in order", read)
    engines: dict[str, Engine] = {"natobrief": natobrief(corpus)}
    times: dict[str, float] = {}
    for name in peers:
        times[name], engines[name] = clock(partial(MAKERS[name], data))
        show(f"{name}: table from these columns", times[name])
    return Built(corpus, engines, index, read, times["duckdb"])


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--size", type=int, default=1_000_000, help="how many statements")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--shuffled", action="store_true", help="records come in no order")
    options = parser.parse_args()
    chance = random.Random(11)
    print(f"{options.size:,} statements, {options.rounds} rounds")
    built = build(options.size, PEERS, chance, shuffled=options.shuffled)
    gc.collect()
    gc.freeze()
    check(built.engines, built.corpus, [asked(chance) for _ in range(3)])
    print("answers checked: all engines give the same")
    compare(built.engines, options.rounds, chance)
    print()
    scaling(built.corpus, options.rounds, chance)
    value = built.indexed / (built.duckdb + built.columns)
    print(f"{'index / DuckDB table from the records':45}{value:11.4f}{1:9.2f}  {verdict(value, 1)}")
    value = built.indexed / built.duckdb
    print(
        f"{'index / DuckDB table from ready columns':45}{value:11.4f}{1:9.2f}  {verdict(value, 1)}"
    )
    del built
    gc.unfreeze()
    gc.collect()
    memory(min(options.size, 100_000))


if __name__ == "__main__":
    main()
