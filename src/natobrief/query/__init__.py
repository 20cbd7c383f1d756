"""Dated questions about many briefs and records, with three-valued answers."""

from natobrief.query.changes import Change, ChangeKind
from natobrief.query.corpus import Corpus, CorpusThen
from natobrief.query.counts import Count
from natobrief.query.criteria import RecordKind
from natobrief.query.difference import CorpusDiff, Revised
from natobrief.query.document import register_corpus
from natobrief.query.ordering import Gap, Order
from natobrief.query.query import Query
from natobrief.query.selection import Selection
from natobrief.query.selections import MeetingSelection, QuoteSelection, StatementSelection
from natobrief.query.tally import CountsBy

__all__ = [
    "Change",
    "ChangeKind",
    "Corpus",
    "CorpusDiff",
    "CorpusThen",
    "Count",
    "CountsBy",
    "Gap",
    "MeetingSelection",
    "Order",
    "Query",
    "QuoteSelection",
    "RecordKind",
    "Revised",
    "Selection",
    "StatementSelection",
]

register_corpus()
