"""What holds of every selection: order, chaining, certainty, sets, sizes."""

from __future__ import annotations

import pickle
import random
from typing import Any, cast

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from natobrief.errors import InvalidValue, NotExactlyOne
from natobrief.model import AnyRecord, Link, Meeting, Person, Quote, Statement
from natobrief.query import Corpus, Query, RecordKind, Selection
from natobrief.query.criteria import (
    Agreed,
    All,
    AnyOf,
    FieldIs,
    OfBody,
    SpokenBy,
    Time,
    TimeRelation,
    Who,
    kinds_of,
)
from natobrief.query.words import in_words
from natobrief.text import fold
from tests.query.questions import criteria, questions
from tests.query.small import directory
from tests.query.strategies import links, record_lists

KINDS = ("quotes", "statements", "meetings")


@given(st.data())
@settings(max_examples=40)
def test_steps_commute_and_sets_obey_kleene(data: st.DataObject) -> None:
    records, joined = data.draw(record_lists()), data.draw(links())
    kind = data.draw(st.sampled_from(KINDS))
    corpus = Corpus.of(*records, *joined, directory=directory())
    base = getattr(corpus, kind)
    first, second = (data.draw(criteria(kind, records, joined)) for _ in range(2))
    a, b = first.put(base), second.put(base)

    one, other = second.put(first.put(base)), first.put(second.put(base))
    for x, y, both in (
        (one, other, a & b),
        (one.possible(), other.possible(), (a & b).possible()),
        (one.as_of("2022-01-07"), other.as_of("2022-01-07"), (a & b).as_of("2022-01-07")),
    ):
        assert list(x) == list(y) == list(both)
    assert list(first.put(base.as_of("2022-01-07"))) == list(a.as_of("2022-01-07"))
    assert list(first.put(base.possible())) == list(a.possible())

    assert set(a) <= set(a.possible()) <= set(base.possible())
    assert set(a).isdisjoint(a.undecided)
    assert set(a) | set(a.undecided) == set(a.possible())
    assert set(a | b) == set(a) | set(b)
    assert set((a | b).possible()) == set(a.possible()) | set(b.possible())
    assert set(~a) == set(base) - set(a.possible())
    assert set((~a).undecided) == set(a.undecided)
    assert list(~~a) == list(a)
    assert list(a - b) == list(a & ~b)
    assert list(~(a | b)) == list(~a & ~b)


@given(record_lists(), links(), st.randoms())
@settings(max_examples=40)
def test_the_order_given_changes_no_result(
    records: list[AnyRecord], joined: list[Link], chance: random.Random
) -> None:
    shuffled = records[:]
    chance.shuffle(shuffled)
    one, other = (Corpus.of(*some, *joined, directory=directory()) for some in (records, shuffled))
    assert one.records == other.records
    for kind in KINDS:
        assert list(getattr(one, kind)) == list(getattr(other, kind))
    assert list(one.meetings.revisions()) == [m for m in one.records if isinstance(m, Meeting)]


@given(record_lists(), links())
@settings(max_examples=40)
def test_a_corpus_is_the_collection_of_its_records(
    records: list[AnyRecord], joined: list[Link]
) -> None:
    corpus = Corpus.of(*records, *joined, directory=directory())
    assert set(corpus) == set(records)
    assert len(corpus) == len(set(records))
    assert corpus == Corpus.of(*joined, *records)
    assert hash(corpus) == hash(Corpus.of(*joined, *records))
    assert corpus + corpus == corpus
    assert Corpus.of(*records) + Corpus.of(*joined) == corpus
    for record in records:
        assert corpus.get(record.id) == record
    asked = len(corpus.quotes), len(corpus.statements), len(corpus.meetings.revisions())
    assert sum(asked) == len(corpus)
    assert pickle.loads(pickle.dumps(Corpus.of(*records, *joined))) == corpus


@given(st.data())
@settings(max_examples=40)
def test_a_query_is_plain_data(data: st.DataObject) -> None:
    records, joined = data.draw(record_lists()), data.draw(links())
    kind = data.draw(st.sampled_from(KINDS))
    corpus = Corpus.of(*records, *joined, directory=directory())
    question = data.draw(questions(kind, records, joined))
    query = question.put(getattr(corpus, kind).as_of("2022-01-07")).query
    assert pickle.loads(pickle.dumps(query)) == query
    assert hash(query) == hash(question.put(getattr(corpus, kind).as_of("2022-01-07")).query)
    _assert_plain(query)


def _assert_plain(value: object) -> None:
    """Only attrs values, tuples, enums, text and numbers may be reachable."""
    if isinstance(value, tuple):
        for item in value:  # pyright: ignore[reportUnknownVariableType]
            _assert_plain(item)  # pyright: ignore[reportUnknownArgumentType]
    elif attrs.has(type(value)):
        for field in attrs.fields(cast("Any", type(value))):
            _assert_plain(getattr(value, field.name))
    else:
        assert value is None or type(value).__module__ in ("builtins", *_OWN), value
        assert not isinstance(value, list | dict | set)


_OWN = ("natobrief.query.criteria", "natobrief.model.statement")

YES, NO = Quote(text="Yes.", said="2022-01-07"), Quote(text="No.", said="2022-01-08")
DATED = Corpus.of(NO, YES, Quote(text="Perhaps."), directory=directory())


def test_a_selection_is_a_collection() -> None:
    quotes = DATED.quotes
    assert len(quotes) == 3
    assert YES in quotes
    assert Quote(text="Never.") not in quotes
    assert quotes
    assert not quotes.before("2020")
    assert quotes.first() == YES
    assert quotes.latest() == NO
    assert quotes.before("2020").first() is None
    assert quotes.before("2020").latest() is None
    undated = Corpus.of(Quote(text="Perhaps.")).quotes
    assert undated.first() is not None
    assert undated.latest() is None
    assert quotes.on("2022-01-07").one() == YES


def test_what_is_not_exactly_one_says_what_was_asked() -> None:
    with pytest.raises(NotExactlyOne) as error:
        DATED.quotes.after("2022-01-01").one()
    assert str(error.value) == "expected exactly one record, got 2: quotes after 2022-01-01"
    with pytest.raises(NotExactlyOne) as error:
        DATED.meetings.one()
    assert str(error.value) == "expected exactly one record, got 0: all meetings"


def test_a_step_leaves_the_selection_as_it_was() -> None:
    quotes = DATED.quotes.after("2022-01-01")
    quotes.before("2022-01-08").possible()
    assert list(quotes) == [YES, NO]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        quotes.query = Query(kind=RecordKind.QUOTE)  # type: ignore[misc]


@pytest.mark.parametrize(
    "other",
    [
        DATED.quotes.possible(),
        DATED.quotes.as_of("2022"),
        DATED.meetings,
        Corpus.of(YES).quotes,
        "quotes",
    ],
    ids=repr,
)
def test_only_like_selections_combine(other: Selection[Quote]) -> None:
    allowed = "a QuoteSelection of the same corpus, as_of, revisions, order, limit and possible()"
    for combine in ("__and__", "__or__", "__sub__"):
        with pytest.raises(InvalidValue) as error:
            getattr(DATED.quotes, combine)(other)
        assert str(error.value) == f"Selection: expected {allowed}, got {other!r}"


def test_only_queries_of_one_scope_combine() -> None:
    quotes, meetings = Query(kind=RecordKind.QUOTE), Query(kind=RecordKind.MEETING)
    with pytest.raises(InvalidValue) as error:
        _ = quotes & meetings
    assert str(error.value) == (
        "Query: expected a query with the same kind, known_by and revisions, "
        "got (RecordKind.MEETING, None, False)"
    )


def test_a_criterion_must_fit_the_kind() -> None:
    who = Who(ids=["ann"])
    with pytest.raises(InvalidValue) as error:
        Query(kind=RecordKind.MEETING, where=[OfBody(body=who), SpokenBy(who=who)])
    assert str(error.value) == ("Query.where[1]: expected a criterion for meetings, got SpokenBy")
    assert kinds_of(FieldIs(field="kind", words=["direct"])) == {
        RecordKind.QUOTE,
        RecordKind.MEETING,
    }
    with pytest.raises(InvalidValue) as error:
        FieldIs(field="colour", words=["red"])
    assert str(error.value) == (
        "FieldIs.field: expected one of format, genre, kind, outcome, status, got 'colour'"
    )


def test_the_bounds_of_a_time_are_in_order() -> None:
    def time(*bounds: int) -> Time:
        names = ("start_earliest", "start_latest", "end_earliest", "end_latest")
        fields: dict[str, Any] = dict(zip(names, bounds, strict=True))
        return Time(relation=TimeRelation.BEFORE, **fields)

    assert time(0, 1, 0, 1).end_latest == 1
    with pytest.raises(InvalidValue, match=r"Time.start_latest: expected more than 1, got 1"):
        time(1, 1, 2, 3)
    with pytest.raises(InvalidValue, match=r"Time.end_latest: expected more than 3, got 2"):
        time(0, 1, 3, 2)
    with pytest.raises(InvalidValue, match=r"expected more than start_earliest \(5\), got 5"):
        time(5, 6, 0, 5)


@pytest.mark.parametrize(
    ("selection", "words"),
    [
        (DATED.quotes, "all quotes"),
        (DATED.quotes.possible().on("2022"), "possibly quotes on 2022"),
        (DATED.quotes.on("2022").undecided, "undecided: quotes on 2022"),
        (
            DATED.quotes.on("2022") | DATED.quotes.on("2023").mentioning("no"),
            "quotes (on 2022 or (on 2023 and mentioning 'no'))",
        ),
        (DATED.quotes - DATED.quotes.on("2022"), "quotes not on 2022"),
        (~DATED.quotes, "quotes not of any sort"),
        (
            DATED.meetings.revisions().as_of("2022-01-07"),
            "meetings every revision, as known before 2022-01-08T00:00:00Z",
        ),
        (
            DATED.meetings.upcoming(on="2022-01-07", within=3).status("confirmed", "tentative"),
            "meetings upcoming on 2022-01-07 within 3 days, status confirmed or tentative",
        ),
    ],
)
def test_what_is_asked_in_words(selection: Selection[Quote], words: str) -> None:
    assert selection.explain() == words
    assert repr(selection) == f"<{type(selection).__name__}: {words}>"


def test_repeated_criteria_count_once() -> None:
    quotes = DATED.quotes.on("2022")
    assert quotes.on("2022").query == quotes.query
    assert quotes.possible().possible().query == quotes.query


@pytest.mark.parametrize("phrase", ["", "  ", None, 3])
def test_a_blank_phrase_is_refused(phrase: str) -> None:
    with pytest.raises(InvalidValue) as error:
        DATED.quotes.mentioning(phrase)
    assert str(error.value) == (
        f"Selection.mentioning.phrase: expected text that is not blank, got {phrase!r}"
    )


def test_a_criterion_without_a_choice_is_refused() -> None:
    for ask, message in (
        (DATED.quotes.mentioning, "mentioning.phrase: expected at least one phrase"),
        (DATED.quotes.kind, "kind: expected at least one of 'direct', 'indirect', 'mixed'"),
        (DATED.meetings.outcome, "outcome: expected at least one of 'pending', 'held', "),
    ):
        with pytest.raises(InvalidValue) as error:
            ask()
        assert str(error.value).startswith(f"Selection.{message}")
        assert str(error.value).endswith(", got none")


@given(st.text(min_size=1).filter(str.strip), st.text(max_size=3), st.text(max_size=3))
@settings(max_examples=40)
def test_a_phrase_is_found_in_any_case_and_spacing(phrase: str, a: str, b: str) -> None:
    text = f"{a} {phrase.upper()} {b}"
    found = Corpus.of(Quote(text=text), directory=directory()).quotes.mentioning(phrase)
    assert bool(found) is (fold(phrase) in fold(text))


def test_topics_and_kinds_are_asked_by_their_words() -> None:
    said = Statement(topics=["European  Security"])
    corpus = Corpus.of(said, Quote(text="Yes."), Meeting(uid="a"), directory=directory())
    assert corpus.statements.about("european security").one() == said
    assert not corpus.statements.about("security").possible()
    assert corpus.quotes.kind("direct")
    assert not corpus.quotes.kind("indirect", "mixed")
    assert corpus.statements.genre("remarks").undecided.one() == said
    assert corpus.meetings.format("virtual").undecided
    assert corpus.meetings.outcome("unknown")
    with pytest.raises(InvalidValue) as error:
        corpus.meetings.kind("secret")
    assert str(error.value) == (
        "Selection.kind: expected one of 'regular', 'extraordinary', 'informal', got 'secret'"
    )


def test_quotes_of_a_statement() -> None:
    said = Statement(made="2022-01-07")
    mine, open_ = Quote(text="Mine.", statement=said.id), Quote(text="Open.")
    other = Quote(text="Other.", statement="statement-1")
    quotes = Corpus.of(said, mine, open_, other, directory=directory()).quotes
    assert quotes.of(said).one() == quotes.of(said.id).one() == mine
    assert quotes.of(said).undecided.one() == open_
    with pytest.raises(InvalidValue) as error:
        quotes.of(3)  # type: ignore[arg-type]
    assert str(error.value) == "Selection.of.statement: expected a Statement or its id, got 3"


def test_every_criterion_can_be_said_in_words() -> None:
    parts = (SpokenBy(who=Who(ids=["ann"]), asked="by Ann"), SpokenBy(who=Who(ids=["lee"])))
    for combined, words in (
        (All(parts=parts[:1]), "(by Ann)"),
        (Agreed(parts=parts[:1]), "(by Ann)"),
        (Agreed(parts=(parts[0], parts[0])), "(by Ann and likewise by Ann)"),
        (AnyOf(parts=()), "of no sort"),
        (AnyOf(parts=parts), f"(by Ann or {parts[1]!r})"),
    ):
        assert in_words(Query(kind=RecordKind.QUOTE, where=[combined])) == f"quotes {words}"


@pytest.mark.parametrize(
    ("speakers", "answer"),
    [((), "undecided"), (("ann",), "yes"), (("ann", "lee"), "undecided"), (("lee",), "no")],
)
def test_parts_that_agree_decide(speakers: tuple[str, ...], answer: str) -> None:
    said = Quote(text="Yes.", speaker=Person(name="Ann Lee", id="ann"))
    parts = tuple(SpokenBy(who=Who(ids=[own_id])) for own_id in speakers)
    query = Query(kind=RecordKind.QUOTE, where=[Agreed(parts=parts)])
    quotes = attrs.evolve(Corpus.of(said).quotes, query=query)
    assert [bool(quotes), bool(quotes.undecided)] == [answer == "yes", answer == "undecided"]
