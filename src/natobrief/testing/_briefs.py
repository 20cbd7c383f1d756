"""Briefs, made of parts that are drawn each by itself and then fitted to each other; corpora."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from natobrief.model import (
    AnyRecord,
    Brief,
    Doubt,
    Evidence,
    Meeting,
    Quote,
    Source,
    Statement,
)
from natobrief.query import Corpus
from natobrief.testing._basic import texts, whens
from natobrief.testing._values import (
    date_mentions,
    datings,
    doubts,
    evidence,
    links,
    meetings,
    quotes,
    sources,
    statements,
    tuples_of,
)
from natobrief.text import Span
from natobrief.when import DateMention

__all__ = ["briefs", "corpora"]

R = TypeVar("R", Quote, Statement, Meeting)
N = TypeVar("N", Evidence, Doubt)

_PARTS = st.fixed_dictionaries(
    {
        "source": sources(),
        "text": texts(max_size=40),
        "keeps_text": st.booleans(),
        "retrieved": st.none() | whens(),
        "dating": datings(),
        "dates": tuples_of(date_mentions()),
        "quotes": tuples_of(quotes()),
        "statements": tuples_of(statements()),
        "meetings": tuples_of(meetings()),
        "evidence": tuples_of(evidence()),
        "doubts": tuples_of(doubts()),
        "choices": st.lists(st.integers(0, 20), min_size=1, max_size=4),
    }
)


def briefs() -> SearchStrategy[Brief]:
    """Briefs that hold together: one source, spans in the text, references that lead on."""
    return _PARTS.map(lambda parts: _Fitter(parts).brief())


def corpora() -> SearchStrategy[Corpus]:
    """Corpora of briefs, loose records and links."""
    items = st.one_of(briefs(), quotes(), statements(), meetings(), links())
    return st.lists(items, max_size=4).map(lambda several: Corpus.of(*several))


class _Fitter:
    """Bends the parts until they fit, without any chance of its own."""

    def __init__(self, parts: dict[str, Any]) -> None:
        self._parts = parts
        self._text: str = parts["text"]
        self._source: Source = parts["source"]
        self._choices: Iterator[int] = itertools.cycle(parts["choices"])

    def brief(self) -> Brief:
        parts = self._parts
        held = _once({m.uid: self._placed(m) for m in parts["meetings"]}.values())
        said = _once(self._spoken(self._placed(s), held) for s in parts["statements"])
        quoted = _once(self._quoted(self._placed(q), said) for q in parts["quotes"])
        records: list[AnyRecord] = [*quoted, *said, *held]
        return Brief(
            source=self._source,
            retrieved=parts["retrieved"],
            text=self._text if parts["keeps_text"] else None,
            dating=parts["dating"],
            dates=[self._mention(mention) for mention in parts["dates"]],
            quotes=quoted,
            statements=said,
            meetings=held,
            evidence=[self._about(note, records) for note in parts["evidence"] if records],
            doubts=[self._doubted(doubt, records) for doubt in parts["doubts"]],
        )

    def _one_of(self, several: list[Any]) -> Any:
        return several[next(self._choices) % len(several)]

    def _placed(self, record: R) -> R:
        changes: dict[str, Any] = {"source": self._source, "spans": self._spans(record.spans)}
        if next(self._choices) % 2:
            changes["known"] = self._source.published
        return record.evolve(**changes)

    def _spans(self, spans: tuple[Span, ...]) -> list[Span]:
        return [self._span(span) for span in spans]

    def _span(self, span: Span) -> Span:
        start = span.start % len(self._text)
        return Span(start=start, end=max(start + 1, min(span.end, len(self._text))))

    def _mention(self, mention: DateMention) -> DateMention:
        span = self._span(mention.span)
        if not span.of(self._text).strip():
            span = Span(start=0, end=len(self._text))
        return mention.evolve(span=span, text=span.of(self._text))

    def _spoken(self, statement: Statement, held: list[Meeting]) -> Statement:
        if statement.occasion is None or not held:
            return statement
        return statement.evolve(occasion=self._one_of(held).uid)

    def _quoted(self, quote: Quote, said: list[Statement]) -> Quote:
        target = self._one_of([None, *said])
        return quote.evolve(statement=target and target.id)

    def _about(self, note: N, records: list[AnyRecord]) -> N:
        record: AnyRecord = self._one_of(records)
        names = [None, *(field.name for field in attrs.fields(type(record)))]
        spans = self._spans(note.spans)
        return note.evolve(record=record.id, field=self._one_of(names), spans=spans)

    def _doubted(self, doubt: Doubt, records: list[AnyRecord]) -> Doubt:
        if records and doubt.record is not None:
            return self._about(doubt, records)
        return doubt.evolve(record=None, spans=self._spans(doubt.spans))


T = TypeVar("T")


def _once(items: Any) -> list[Any]:
    return list(dict.fromkeys(items))
