"""The reader: from the text of an article to a brief, by rules that can say why."""

from natobrief.reader.build import read
from natobrief.reader.finders import FoundKind, FoundName, NameFinder, QuoteFinder
from natobrief.reader.html import read_html
from natobrief.reader.lexicon import Lexicon
from natobrief.reader.many import Article, Progress, Reading, read_many
from natobrief.reader.reader import Reader
from natobrief.reader.registry import rules
from natobrief.reader.rule import Found, Layer, Rule

__all__ = [
    "Article",
    "Found",
    "FoundKind",
    "FoundName",
    "Layer",
    "Lexicon",
    "NameFinder",
    "Progress",
    "QuoteFinder",
    "Reader",
    "Reading",
    "Rule",
    "read",
    "read_html",
    "read_many",
    "rules",
]
