"""Records outside of briefs: labels of one's own, and references that lead on or out."""

from __future__ import annotations

import json
from typing import Any

import pytest

from natobrief import Corpus, InvalidDocument, Quote, Statement, dumps, loads

HEAD: dict[str, Any] = {"format": "natobrief/1", "type": "corpus"}


def load(**content: Any) -> Corpus:
    return loads(json.dumps({**HEAD, **content}), Corpus)


def faults(**content: Any) -> list[str]:
    with pytest.raises(InvalidDocument) as caught:
        load(**content)
    return [str(fault) for fault in caught.value.faults]


QUOTE = {"type": "quote", "id": "q", "text": "a", "statement": "s"}
SAID = {"type": "statement", "id": "s", "text": "x"}
BRIEFS = [{"statements": [{"id": "s", "text": "in a brief"}]}]


def test_references_follow_whatever_the_order() -> None:
    doubt = {"code": "c", "reason": "r", "record": "q"}
    corpus = load(records=[QUOTE, SAID], doubts=[doubt])
    quote, said = corpus.loose
    assert said == Statement(text="x")
    assert quote == Quote(text="a", statement=said.id)
    assert corpus.between[0].record == quote.id
    assert loads(dumps(corpus)) == corpus


def test_a_reference_into_a_brief() -> None:
    corpus = load(records=[QUOTE], briefs=BRIEFS)
    assert corpus.loose[0] == Quote(text="a", statement=Statement(text="in a brief").id)


def test_a_label_beside_goes_before_one_in_a_brief() -> None:
    corpus = load(records=[QUOTE, SAID], briefs=BRIEFS)
    assert corpus.loose[0] == Quote(text="a", statement=Statement(text="x").id)


def test_an_id_may_lead_out_of_the_corpus() -> None:
    away = Quote(text="a", statement=Statement(text="elsewhere").id)
    assert loads(dumps(Corpus.of(away))) == Corpus.of(away)
    rows = [{**QUOTE, "statement": away.statement}, SAID]
    assert load(records=rows).loose == (away, Statement(text="x"))


def test_a_label_that_leads_nowhere() -> None:
    rows = [{**QUOTE, "statement": "t"}, SAID, SAID]
    doubts = [{"code": "c", "reason": "r", "record": "u"}]
    assert faults(records=rows, doubts=doubts) == [
        "$.records[2].id: expected a label that no other record here has, got 's'",
        "$.records[0].statement: expected the id of a record here, got 't'",
        "$.doubts[0].record: expected the id of a record here, got 'u'",
    ]


def test_a_label_of_two_briefs_tells_nothing() -> None:
    assert faults(records=[QUOTE], briefs=BRIEFS * 2) == [
        "$.records[0].statement: expected the id of a record in one brief only, got 's'"
    ]


@pytest.mark.parametrize("junk", [3, "x", {"a": 1}, [3], None, [{"id": 3}], [{"type": []}]])
def test_junk_beside_labels(junk: Any) -> None:
    assert faults(records=[QUOTE, SAID], briefs=junk)
    assert faults(records=[QUOTE, SAID], doubts=junk)
    assert faults(records=junk, briefs=BRIEFS)


def test_repeated_keys_stay_known() -> None:
    text = json.dumps({**HEAD, "records": [QUOTE, SAID]}).replace(
        '"text": "a"', '"text": "b", "text": "a"'
    )
    with pytest.raises(InvalidDocument, match="each key once, got the key 'text' again"):
        loads(text)
