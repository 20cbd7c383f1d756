"""What a corpus holds, and how it is written and read."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

from natobrief.directory import Directory
from natobrief.errors import InvalidDocument, InvalidValue
from natobrief.formats import dump, dumps, load, loads
from natobrief.model import Brief, Doubt, Link, Meeting, Quote, Source
from natobrief.query import Corpus
from tests.query.january import CORPUS, REPORTS
from tests.query.small import directory


def test_a_corpus_holds_each_thing_once() -> None:
    record = REPORTS[2].quotes[0]
    link = Link(uid="a", same_as="b", reason="r")
    loose = Meeting(uid="loose")
    corpus = Corpus.of(loose, record, REPORTS[2], link, REPORTS[2], loose, link)
    assert corpus.briefs == (REPORTS[2],)
    assert corpus.loose == (loose,)
    assert corpus.links == (link,)
    assert len(corpus) == 4
    assert repr(corpus) == "<Corpus of 1 brief, 4 records, 1 link>"


def test_equal_reports_of_two_briefs_are_one_record() -> None:
    meeting = Meeting(uid="a", source=Source(title="t"))
    one = Brief(source=meeting.source, meetings=[meeting])
    other = one.evolve(retrieved="2022-01-08")
    corpus = Corpus.of(one, other)
    assert (len(corpus.briefs), corpus.records) == (2, (meeting,))


def test_the_directory_is_no_content() -> None:
    own = Corpus.of(REPORTS[0], directory=directory())
    assert own == Corpus.of(REPORTS[0])
    assert own.directory is directory()
    assert (own + Corpus.of(REPORTS[1])).directory is directory()
    assert Corpus.of().directory is Directory.default()


def test_doubts_of_all_briefs() -> None:
    doubts = [Doubt(code=f"code-{n}", reason="open") for n in range(3)]
    briefs = [Brief(doubts=doubts[:2]), Brief(doubts=doubts[2:])]
    assert Corpus.of(*briefs).doubts == tuple(doubts)


def test_a_corpus_is_immutable_and_can_be_copied() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        CORPUS.links = ()  # type: ignore[misc]
    assert len(CORPUS.quotes) == 2  # so that what is cached is carried along, or left behind
    for twin in (copy.copy(CORPUS), copy.deepcopy(CORPUS), pickle.loads(pickle.dumps(CORPUS))):
        assert twin == CORPUS
        assert hash(twin) == hash(CORPUS)
        assert list(twin.quotes) == list(CORPUS.quotes)
    assert Corpus.of(*REPORTS) != CORPUS


def test_what_is_no_content_is_refused() -> None:
    with pytest.raises(InvalidValue) as error:
        Corpus.of(REPORTS[0], [REPORTS[1]], "x", directory=3)  # type: ignore[arg-type]
    assert str(error.value).splitlines()[0] == "3 faults:"
    assert str(error.value).splitlines()[2:] == [
        "  Corpus.of[2]: expected a Brief, Quote, Statement, Meeting, Link or Doubt, got 'x'",
        "  Corpus.of.directory: expected a Directory or None, got 3",
    ]


def test_what_is_no_corpus_is_refused() -> None:
    asked: dict[str, Callable[[Any], object]] = {
        "Corpus + other: expected a Corpus, got 3": CORPUS.__add__,
        "Corpus.diff.other: expected a Corpus, got 3": CORPUS.diff,
        "Corpus.get.reference: expected an id, or the uid of a meeting, got 3": CORPUS.get,
    }
    for message, ask in asked.items():
        with pytest.raises(InvalidValue) as error:
            ask(3)
        assert str(error.value) == message


def test_a_corpus_goes_to_a_file_and_back(tmp_path: Path) -> None:
    corpus = CORPUS + Corpus.of(Quote(text="Loose."), Meeting(uid="loose"), Quote(text="More."))
    path = tmp_path / "corpus.json"
    dump(corpus, path)
    back = load(path)
    assert type(back) is Corpus
    assert back == corpus
    assert back.loose == corpus.loose
    assert dumps(back) == dumps(corpus)
    assert list(back.meetings) == list(corpus.meetings)


def test_an_empty_corpus_is_a_document() -> None:
    assert loads(dumps(Corpus.of())) == Corpus.of()


def test_a_document_with_faults_names_their_places() -> None:
    text = dumps(CORPUS).replace('"council-held"', '""')
    with pytest.raises(InvalidDocument) as error:
        loads(text)
    paths = [fault.path for fault in error.value.faults]
    assert "$.briefs[3].meetings[0].uid" in paths
    assert "$.links[1].same_as" in paths


def test_the_view_of_a_day_says_which() -> None:
    then = CORPUS.as_of("2021-12-28")
    assert repr(then) == "<Corpus of 4 briefs, 9 records, 2 links as of 2021-12-28>"
    assert then.corpus is CORPUS
    with pytest.raises(InvalidValue):
        CORPUS.as_of("soon")


def test_a_selection_is_pickled_with_its_corpus() -> None:
    corpus = Corpus.of(Quote(text="Yes.", said="2022-01-07"), Quote(text="No.", said="2021"))
    chosen = corpus.quotes.during("2022")
    assert list(chosen) == [corpus.quotes.latest()]
    back = pickle.loads(pickle.dumps(chosen))
    assert list(back) == list(chosen)
    assert back.explain() == chosen.explain()
    assert list(back.before("2022-01-07")) == []
