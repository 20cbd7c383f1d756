"""Dated questions about many briefs and records, with three-valued answers."""

from natobrief.query.corpus import Corpus, CorpusThen
from natobrief.query.counts import Count
from natobrief.query.criteria import RecordKind
from natobrief.query.document import register_corpus
from natobrief.query.query import Query
from natobrief.query.selection import Selection
from natobrief.query.selections import MeetingSelection, QuoteSelection, StatementSelection

__all__ = [
    "Corpus",
    "CorpusThen",
    "Count",
    "MeetingSelection",
    "Query",
    "QuoteSelection",
    "RecordKind",
    "Selection",
    "StatementSelection",
]

register_corpus()
