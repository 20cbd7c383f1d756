"""Counts for each value of a field."""

from __future__ import annotations

from collections import Counter
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from natobrief.errors import InvalidValue
from natobrief.model import AnyRecord, Meeting, MeetingStatus, Person, Quote, Source
from natobrief.query import Corpus
from tests.query.small import directory
from tests.query.strategies import record_lists


@given(record_lists(), st.sampled_from(["week", "year"]), st.booleans())
@settings(max_examples=40)
def test_groups_add_up_to_all(records: list[AnyRecord], unit: str, narrowed: bool) -> None:
    corpus = Corpus.of(*records, directory=directory())
    for selection, by in (
        (corpus.quotes, "speaker"),
        (corpus.statements, "genre"),
        (corpus.meetings, "body"),
    ):
        asked = selection.mentioning("o") if narrowed else selection
        together, apart = asked.per(unit), asked.per(unit, by=by)
        assert apart.periods == tuple(count.period for count in together)
        for place, count in enumerate(together):
            assert sum(rows[place] for rows in apart.certain.values()) == count.certain
            assert sum(rows[place] for rows in apart.possible.values()) == count.possible
        assert all(len(rows) == len(together) for rows in apart.values())
        assert set(apart.certain) == set(apart.possible) == set(apart)
        if narrowed and together:
            found = {getattr(r, by) for r in asked.possible() if not isinstance(r, Quote)}
            assert by == "speaker" or set(apart) <= {*found, None}


def test_each_speaker_is_counted_by_id_else_by_folded_name() -> None:
    ann, also, unnamed = (
        Person(name="Ann Lee"),
        Person(name="ANN  LEE"),
        Person(name="aide", anonymous=True),
    )
    known = Person(name="Ann Lee", id="ann")
    who = (ann, also, known, unnamed, None)
    quotes = [Quote(text=f"{n}", speaker=one, said="2022-01-07") for n, one in enumerate(who)]
    counts = Corpus.of(*quotes, directory=directory()).quotes.per("day", by="speaker")
    assert {one: rows[0].certain for one, rows in counts.items()} == {ann: 2, known: 1, None: 2}
    assert repr(counts) == "<CountsBy: 3 groups, 1 periods>"
    assert len(counts) == 3


def test_only_what_answers_makes_a_group() -> None:
    papers = [Source(publisher=name) for name in ("A", "B", "B")]
    quotes = [Quote(text=f"{n}", said="2022", source=one) for n, one in enumerate(papers)]
    corpus = Corpus.of(*quotes, directory=directory())
    assert Counter(
        {k: v[0].certain for k, v in corpus.quotes.per("year", by="publisher").items()}
    ) == {
        "A": 1,
        "B": 2,
    }
    assert list(corpus.quotes.mentioning("0").per("year", by="publisher")) == ["A"]


def test_a_field_that_records_have_not_is_refused() -> None:
    corpus = Corpus.of(Meeting(uid="a", held="2022"), directory=directory())
    assert list(corpus.meetings.per("year", by="status")) == [MeetingStatus.CONFIRMED]
    with pytest.raises(InvalidValue) as error:
        corpus.quotes.per("year", by="body")
    assert str(error.value) == (
        "Selection.per.by: expected one of kind, language, post, publisher, speaker, got 'body'"
    )
    with pytest.raises(InvalidValue, match=r"Selection\.per\.by: expected one of kind"):
        corpus.quotes.per("year", by=cast("str", ["kind"]))
