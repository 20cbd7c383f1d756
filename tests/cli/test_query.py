"""``natobrief query``: each option asks what the method of a selection asks."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

import natobrief as nb
from tests.cli.shell import COUNCIL, run

CHIEF = nb.Person(name="Jens Stoltenberg", id="jens-stoltenberg")
ALLIANCE = nb.Organization(name="NATO", id="nato")
COUNCIL_BODY = nb.Organization(name="NATO-Russia Council")
PRESS = nb.Source(publisher="Reuters", published="2021-12-28")
LATER = nb.Source(publisher="AP", published="2022-01-08")


def records() -> tuple[nb.AnyRecord, ...]:
    plan = nb.Meeting(
        uid="council",
        name="Council",
        body=COUNCIL_BODY,
        place=nb.Place(name="Brussels"),
        scheduled="2022-01-12",
        status=nb.MeetingStatus.TENTATIVE,
        outcome=nb.Outcome.PENDING,
        source=PRESS,
    )
    firm = plan.evolve(status=nb.MeetingStatus.CONFIRMED, source=LATER, known="2022-01-08")
    talks = nb.Meeting(
        uid="talks",
        name="Talks in Geneva",
        kind=nb.MeetingKind.EXTRAORDINARY,
        participants=[nb.Participant(actor=nb.Country(name="Russia", id="ru"))],
        held="2022-01-10",
        source=LATER,
    )
    call = nb.Meeting(
        uid="call",
        name="Call",
        format=nb.MeetingFormat.TELEPHONE,
        scheduled="2022-01-05",
        status=nb.MeetingStatus.CANCELLED,
        source=LATER,
    )
    remark = nb.Statement(
        speaker=CHIEF,
        on_behalf_of=ALLIANCE,
        made="2022-01-07",
        genre=nb.Genre.PRESS_CONFERENCE,
        occasion="council",
        occasion_relation=nb.OccasionRelation.BEFORE,
        topics=["European security"],
        source=LATER,
    )
    written = remark.evolve(
        speaker=nb.Country(name="Sweden", id="se"),
        on_behalf_of=None,
        made="2022-02-01",
        genre=nb.Genre.WRITTEN_STATEMENT,
        occasion=None,
        occasion_relation=None,
        topics=(),
    )
    early = nb.Statement(speaker=nb.Person(name="Sergey Lavrov"), made="2021-12", source=PRESS)
    risk = nb.Quote(text="The risk is real.", speaker=CHIEF, said="2022-01-07", source=LATER)
    other = nb.Quote(text="No.", speaker=nb.Person(name="Ann Lee"), said="2022-01-06", source=LATER)
    vague = nb.Quote(
        text="Yes.", speaker=CHIEF, said="2022-01", kind=nb.QuoteKind.INDIRECT, source=PRESS
    )
    return plan, firm, talks, call, remark, written, early, risk, other, vague


@pytest.fixture(scope="module")
def corpus() -> nb.Corpus:
    return nb.Corpus.of(*records())


@pytest.fixture(scope="module")
def file(corpus: nb.Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("corpora") / "corpus.json"
    nb.dump(corpus, path)
    return path


NO_ROWS = "expected text, json, jsonl or csv for an answer without records"
NO_STRETCH = "expected no day before known_a (2022-01-09)"

Ask = Callable[[nb.Corpus], Iterable[nb.AnyRecord]]

QUESTIONS: list[tuple[str, Ask]] = [
    ("quotes", lambda c: c.quotes),
    ("quotes --by Stoltenberg", lambda c: c.quotes.by("Stoltenberg")),
    (
        "quotes --holder-of nato-secretary-general",
        lambda c: c.quotes.by_holder_of("nato-secretary-general"),
    ),
    ("statements --representatives-of ru", lambda c: c.statements.by_representatives_of("ru")),
    ("statements --members-of NATO", lambda c: c.statements.by_members_of("NATO")),
    ("statements --on-behalf-of NATO", lambda c: c.statements.on_behalf_of("NATO")),
    ("statements --occasion council", lambda c: c.statements.occasion("council")),
    ("statements --about european\nsecurity", lambda c: c.statements.about("european security")),
    (
        "statements --genre readout --genre press_conference",
        lambda c: c.statements.genre("readout", "press_conference"),
    ),
    ("meetings --involving Russia", lambda c: c.meetings.involving("Russia")),
    (
        "quotes --mentioning risk --mentioning real",
        lambda c: c.quotes.mentioning("risk").mentioning("real"),
    ),
    ("quotes --publisher reuters", lambda c: c.quotes.published_by("Reuters")),
    ("quotes --on 2022-01-07", lambda c: c.quotes.on("2022-01-07")),
    ("quotes --on 2022-01-07 --possible", lambda c: c.quotes.on("2022-01-07").possible()),
    ("quotes --on 2022-01-07 --undecided", lambda c: c.quotes.on("2022-01-07").undecided),
    ("quotes --during 2022-W01", lambda c: c.quotes.during("2022-W01")),
    (
        "quotes --during 2022-01-07/2022-01-08 --possible",
        lambda c: c.quotes.during(nb.Period.parse("2022-01-07/2022-01-08")).possible(),
    ),
    (
        "meetings --between 2022-01-10 2022-01-11",
        lambda c: c.meetings.between("2022-01-10", "2022-01-11"),
    ),
    ("quotes --before council", lambda c: c.quotes.before(council(c))),
    ("meetings --after 2022-01-11", lambda c: c.meetings.after("2022-01-11")),
    ("statements --around council", lambda c: c.statements.around(council(c))),
    ("statements --around council --days 9", lambda c: c.statements.around(council(c), days=9)),
    ("meetings --of NATO-Russia\nCouncil", lambda c: c.meetings.of("NATO-Russia Council")),
    ("meetings --at Brussels", lambda c: c.meetings.at("Brussels")),
    ("meetings --status confirmed", lambda c: c.meetings.status("confirmed")),
    ("meetings --outcome pending", lambda c: c.meetings.outcome("pending")),
    ("meetings --kind extraordinary", lambda c: c.meetings.kind("extraordinary")),
    ("quotes --kind indirect", lambda c: c.quotes.kind("indirect")),
    ("meetings --as-of 2021-12-28", lambda c: c.as_of("2021-12-28").meetings),
    ("--as-of 2021-12-28 --upcoming meetings", lambda c: c.as_of("2021-12-28").meetings.upcoming()),
    ("meetings --upcoming 2022-01-08", lambda c: c.meetings.upcoming(on="2022-01-08")),
    (
        "meetings --upcoming 2022-01-08 --within 3",
        lambda c: c.meetings.upcoming(on="2022-01-08", within=3),
    ),
    (
        "meetings --order known --latest-first --limit 1",
        lambda c: c.meetings.order_by("known", latest_first=True).limit(1),
    ),
    ("meetings --latest-first", lambda c: c.meetings.order_by("time", latest_first=True)),
    ("--timeline", lambda c: c.timeline()),
    ("--timeline --as-of 2021-12-28", lambda c: c.as_of("2021-12-28").timeline()),
]


def council(corpus: nb.Corpus) -> nb.Meeting:
    found = corpus.get("council")
    assert isinstance(found, nb.Meeting)
    return found


@pytest.mark.parametrize(("words", "ask"), QUESTIONS, ids=[words for words, _ in QUESTIONS])
def test_an_option_asks_what_the_method_asks(
    words: str, ask: Ask, corpus: nb.Corpus, file: Path
) -> None:
    given = [word.replace("\n", " ") for word in words.split(" ")]
    ran = run("query", file, *given, "--format", "jsonl")
    assert (ran.code, ran.err) == (0, "")
    assert list(nb.iter_lines(ran.out.splitlines())) == list(ask(corpus))


def test_no_option_could_be_passed_over(corpus: nb.Corpus) -> None:
    """Each question has another answer than the bare one, so that the test above can fail."""
    for words, ask in QUESTIONS[1:]:
        (kind,) = {"quotes", "statements", "meetings", "--timeline"} & set(words.split()) or [""]
        bare = corpus.timeline() if kind == "--timeline" else getattr(corpus, kind)
        assert words == "--timeline" or list(ask(corpus)) != list(bare), words


def test_a_table_says_when_who_and_what(file: Path) -> None:
    assert run("query", file, "quotes").out == (
        "When        Who               Kind      Words\n"
        "2022-01     Jens Stoltenberg  indirect  Yes.\n"
        "2022-01-06  Ann Lee           direct    No.\n"
        "2022-01-07  Jens Stoltenberg  direct    The risk is real.\n"
    )
    assert run("query", file, "statements").out == (
        "When        Who                         Form               Around          About\n"
        "2021-12     Sergey Lavrov\n"
        "2022-01-07  Jens Stoltenberg, for NATO  press conference   before Council  "
        "European security\n"
        "2022-02-01  Sweden                      written statement\n"
    )
    assert run("query", file, "meetings").out == (
        "When        What             Where     With    Status\n"
        "2022-01-05  Call                               cancelled\n"
        "2022-01-10  Talks in Geneva            Russia  held\n"
        "2022-01-12  Council          Brussels          confirmed, pending\n"
    )
    assert run("query", file, "--timeline").out == (
        "When        What                          Who                         Where or around\n"
        "2021-12     statement                     Sergey Lavrov\n"
        "2022-01-05  Call (cancelled)\n"
        "2022-01-07  press conference              Jens Stoltenberg, for NATO  before Council\n"
        "2022-01-10  Talks in Geneva (held)        Russia\n"
        "2022-01-12  Council (confirmed, pending)                              Brussels\n"
        "2022-02-01  written statement             Sweden\n"
    )


def test_counts_are_rows_in_every_row_format(file: Path, tmp_path: Path) -> None:
    assert run("query", file, "quotes", "--per", "week").out == (
        "Week      Certain  Possible\n2022-W01  2        3\n"
    )
    expected = [{"week": "2022-W01", "certain": 2, "possible": 3}]
    ran = run("query", file, "quotes", "--per", "week", "--format", "json")
    assert json.loads(ran.out) == expected
    run("query", file, "quotes", "--per", "week", "-o", tmp_path / "a.jsonl")
    assert json.loads((tmp_path / "a.jsonl").read_text()) == expected[0]
    ran = run("query", file, "quotes", "--per", "week", "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(ran.out))
    assert row == {"week": "2022-W01", "certain": "2", "possible": "3"}
    run("query", file, "quotes", "--per", "week", "-o", tmp_path / "a.txt")
    assert (tmp_path / "a.txt").read_text().startswith("Week  ")
    ran = run("query", file, "quotes", "--per", "week", "--format", "yaml")
    assert (ran.code, ran.err) == (
        2,
        f"natobrief query: error: argument --format: {NO_ROWS}, got 'yaml'\n",
    )


def test_changes_are_what_the_corpus_says(corpus: nb.Corpus, file: Path) -> None:
    days = ("2021-12-30", "2022-01-09")
    ran = run("query", file, "--changes", *days)
    assert ran.out.splitlines() == [str(change) for change in corpus.changes(*days)]
    assert "confirmed: meeting Council, 2022-01-12" in ran.out
    rows = json.loads(run("query", file, "--changes", *days, "--format", "json").out)
    assert [row["id"] for row in rows] == [change.after.id for change in corpus.changes(*days)]
    assert [row["fields"] for row in rows if row["before"]] == ["status"]
    ran = run("query", file, "--changes", *days[::-1])
    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        f"natobrief query: error: argument --changes: {NO_STRETCH}, got 2021-12-30\n",
    )


def test_explain_says_the_question_and_why_each_was_read_so(
    brief: nb.Brief, brief_file: Path, file: Path
) -> None:
    ran = run("query", brief_file, "meetings", "--at", "Geneva", "--explain")
    head, record, *lines = ran.out.splitlines()
    assert head == "meetings at 'Geneva': 1"
    assert record == "  meeting United States-Russia talks, 2022-01-10"
    (talks,) = nb.Corpus.of(brief).meetings.at("Geneva")
    assert [line.strip() for line in lines] == brief.explain(talks).split("\n")
    ran = run("query", file, "meetings", "--of", "NATO-Russia Council", "--explain")
    assert ran.out.splitlines()[-1] == "    written by hand"
    ran = run("query", brief_file, "meetings", "--explain", "--format", "json")
    assert ran.code == 2
    said = "argument --explain: expected with text, got with json\n"
    assert ran.err == f"natobrief query: error: {said}"


def test_link_joins_reports_of_one_meeting(tmp_path: Path) -> None:
    first = nb.Meeting(uid="a", body=COUNCIL_BODY, scheduled="2022-01-12", source=PRESS)
    second = nb.Meeting(uid="b", body=COUNCIL_BODY, scheduled="2022-01-12", source=LATER)
    nb.dump(nb.Corpus.of(first, second), tmp_path / "two.json")
    lines = [
        run("query", tmp_path / "two.json", "meetings", *link).out.splitlines()
        for link in ([], ["--link"])
    ]
    assert list(map(len, lines)) == [3, 2]


def test_answers_can_be_asked_again(corpus: nb.Corpus, file: Path, tmp_path: Path) -> None:
    once = run("query", file, "quotes", "--format", "json")
    again = run("query", "quotes", "--mentioning", "risk", given=once.out.encode())
    assert again.out.count("\n") == 2
    lines = run("query", file, "meetings", "--format", "jsonl").out.encode()
    for given in (lines, b"\xef\xbb\xbf" + lines):
        assert run("query", "-", "meetings", given=given) == run("query", file, "meetings")
    run("query", file, "meetings", "-o", tmp_path / "m.jsonl.gz")
    assert nb.load(tmp_path / "m.jsonl.gz") == tuple(corpus.meetings)
    run("query", file, "meetings", "-o", tmp_path / "m.yaml")
    run("query", file, "meetings", "-o", tmp_path / "m.txt")
    assert (tmp_path / "m.txt").read_text() == run("query", file, "meetings").out
    both = run("query", tmp_path / "m.yaml", tmp_path / "m.jsonl.gz", "meetings")
    assert both == run("query", file, "meetings")


def test_facts_of_ones_own_count(tmp_path: Path, file: Path) -> None:
    quote = nb.Quote(text="Yes.", speaker=nb.Person(name="Ann Lee"), said="2022-01-07")
    nb.dump(nb.Corpus.of(quote), tmp_path / "one.json")
    own = tmp_path / "own.json"
    own.write_text(json.dumps(OWN), encoding="utf-8")
    asked = ("query", tmp_path / "one.json", "quotes", "--holder-of", "Mayor of Oslo")
    assert run(*asked).code == 1
    ran = run(*asked, "--directory", own)
    assert (ran.code, ran.err, len(ran.out.splitlines())) == (0, "", 2)
    ran = run(*asked, "--directory", tmp_path / "none.json")
    assert (ran.code, ran.err) == (1, f"{tmp_path / 'none.json'}: No such file or directory\n")


OWN: dict[str, Any] = {
    "directory": "1",
    "about": "The mayors of a town",
    "cut_off": "2025-01-01",
    "sources": {"1": "written for a test"},
    "organizations": [{"id": "oslo-town", "name": "Town of Oslo", "sources": [1]}],
    "people": [{"id": "ann-lee", "name": "Ann Lee", "sources": [1]}],
    "posts": [
        {"id": "oslo-mayor", "name": "Mayor of Oslo", "of": "oslo-town", "sources": [1]},
    ],
    "tenures": [
        {"holder": "ann-lee", "post": "oslo-mayor", "period": "2020-01-01/..", "sources": [1]},
    ],
}


WRONG = [
    ("nothing.json", "expected one of quotes, statements and meetings, got only '/"),
    ("quotes meetings", "expected one of quotes, statements and meetings, got quotes and meetings"),
    ("quotes --timeline", "argument --timeline: expected without quotes"),
    ("quotes --changes 2021 2022", "argument --changes: expected without quotes"),
    ("quotes --of NATO", "argument --of: expected with meetings, got with quotes"),
    ("meetings --by NATO", "argument --by: expected with quotes or statements, got with meetings"),
    (
        "--timeline --by NATO",
        "argument --by: expected with quotes or statements, got with a timeline",
    ),
    (
        "statements --kind direct",
        "argument --kind: expected with quotes or meetings, got with statements",
    ),
    (
        "meetings --kind direct",
        "argument --kind: expected one of 'regular', 'extraordinary', 'informal', got 'direct'",
    ),
    ("quotes --upcoming 2022", "argument --upcoming: expected with meetings, got with quotes"),
    ("meetings --upcoming", "argument --upcoming: expected a day, since --as-of gives none"),
    ("meetings --within 3", "argument --within: expected with --upcoming"),
    ("meetings --days 3", "argument --days: expected with --around"),
    (
        "meetings --limit -1",
        "argument --limit: expected a whole number of results, 0 or more, got -1",
    ),
    (
        "meetings --between 2022 2021",
        "argument --between: expected nothing before first (2022), got 2021",
    ),
    ("quotes --mentioning .", None),
    (
        "quotes --format toml",
        "argument --format: expected text, json, jsonl, ",
    ),
    (
        "quotes --format json -o a.yaml",
        "argument -o: expected a name that ends in .json, got 'a.yaml'",
    ),
    ("quotes -o notes.doc", "argument -o: expected a name that ends in .json, .jsonl, "),
]


@pytest.mark.parametrize(("words", "said"), WRONG, ids=[words for words, _ in WRONG])
def test_wrong_use_is_one_line(words: str, said: str | None, file: Path) -> None:
    ran = run("query", file, *words.split())
    if said is None:
        assert (ran.code, ran.err) == (0, "")
        return
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert line.startswith(f"natobrief query: error: {said}")


def test_files_that_cannot_be_read_are_a_line_each(tmp_path: Path, file: Path) -> None:
    bad, post = tmp_path / "bad.json", tmp_path / "post.json"
    text = file.read_text(encoding="utf-8")
    bad.write_text(text.replace('"2022-01-12"', '"soon"').replace('"held"', '"heldd"'))
    nb.dump(nb.Post(name="Mayor"), post)
    missing = tmp_path / "missing.jsonl"
    ran = run("query", file, bad, missing, tmp_path, post, "quotes")
    assert (ran.code, ran.out) == (1, "")
    lines = ran.err.splitlines()
    assert lines[-3:] == [
        f"{missing}: No such file or directory",
        f"{tmp_path}: Is a directory",
        f"{post}: $: expected briefs, records or a corpus, got Post(name='Mayor')",
    ]
    assert len(lines) > 4
    assert all(line.startswith(f"{bad}: $.") for line in lines[:-3])
    assert "expected a date in EDTF such as 2022-01-07, got 'soon'" in lines[0]
    ran = run("query", "quotes", given=b"{}\n")
    assert ran.code == 1
    assert ran.err.startswith("standard input: line 1: $")


def test_names_and_meetings_that_nobody_knows_end_with_1(file: Path) -> None:
    ran = run("query", file, "statements", "--occasion", "nowhere")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "natobrief query: nothing in this corpus has the id or uid 'nowhere'\n"
    ran = run("query", file, "quotes", "--on", COUNCIL)
    assert ran.code == 2


def test_what_is_only_possible_is_told_where_nothing_is_certain(tmp_path: Path) -> None:
    file = tmp_path / "memoir.json"
    nb.dump(nb.Corpus.of(nb.Quote(text="We feared the worst.", said="2022-01")), file)
    head = "When  Who  Kind  Words\n"
    told = "natobrief query: nothing is certain; --possible shows 1\n"
    assert run("query", file, "quotes", "--on", "2022-01-07") == (0, head, told)
    assert run("query", file, "quotes", "--on", "2022-02-07") == (0, head, "")
    ran = run("query", file, "quotes", "--on", "2022-01-07", "--possible")
    assert (ran.code, ran.out.count("\n"), ran.err) == (0, 2, "")
