"""The engine agrees with an enumeration of what each record leaves open."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from natobrief.model import AnyRecord, Meeting, Quote, Statement
from natobrief.query import Corpus
from natobrief.when import When
from tests.query import oracle
from tests.query.questions import questions
from tests.query.small import directory
from tests.query.strategies import links, record_lists

_CLASSES: dict[str, type[AnyRecord]] = {
    "quotes": Quote,
    "statements": Statement,
    "meetings": Meeting,
}


@given(st.data())
@settings(max_examples=200)
def test_every_question_is_answered_as_by_enumeration(data: st.DataObject) -> None:
    records, joined = data.draw(record_lists()), data.draw(links())
    kind = data.draw(st.sampled_from(sorted(_CLASSES)))
    day = data.draw(st.sampled_from([None, "2022-01-06", "2022-01-07", "2022-01-20"]))
    question = data.draw(questions(kind, records, joined))

    corpus = Corpus.of(*records, *joined, directory=directory())
    selection = getattr(corpus, kind)
    if day is not None:
        selection = selection.as_of(day)
    selection = question.put(selection)

    instant = None if day is None else When.parse(day).bounds[1]
    distinct = [r for r in dict.fromkeys(records) if isinstance(r, _CLASSES[kind])]
    if kind == "meetings" and not data.draw(st.booleans()):
        scope: dict[AnyRecord, int] = {
            report: seen
            for reports in oracle.classes([r for r in distinct if isinstance(r, Meeting)], joined)
            for report, seen in oracle.newest(reports, instant).items()
        }
    else:
        scope = {record: oracle.was_known(record, instant) for record in distinct}
        selection = selection.revisions() if kind == "meetings" else selection
    answers = {record: min(seen, question.answer(record)) for record, seen in scope.items()}

    expected = {t: oracle.ordered(r for r, a in answers.items() if a >= t) for t in (1, 2)}
    assert list(selection) == expected[2], question.words
    assert list(selection.possible()) == expected[1], question.words
    undecided = [record for record in expected[1] if answers[record] == 1]
    assert list(selection.undecided) == undecided, question.words
