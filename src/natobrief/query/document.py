"""A corpus as a document: briefs, loose records, links and doubts, never the directory."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from natobrief.formats import register
from natobrief.model import AnyRecord, Brief, Doubt, Link
from natobrief.query.corpus import Corpus
from natobrief.values import Value, tuple_of

__all__ = ["CorpusDocument", "register_corpus"]


def _briefs(value: Iterable[Brief]) -> tuple[Brief, ...]:
    return tuple_of(value)


def _records(value: Iterable[AnyRecord]) -> tuple[AnyRecord, ...]:
    return tuple_of(value)


def _links(value: Iterable[Link]) -> tuple[Link, ...]:
    return tuple_of(value)


def _doubts(value: Iterable[Doubt]) -> tuple[Doubt, ...]:
    return tuple_of(value)


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class CorpusDocument(Value):
    """What a file holds of a corpus.

    Attributes:
        briefs: The briefs.
        records: The records outside of any brief.
        links: Which uids name one encounter.
        doubts: How reports of different briefs belong together, where that is open.
    """

    briefs: tuple[Brief, ...] = attrs.field(default=(), converter=_briefs)
    records: tuple[AnyRecord, ...] = attrs.field(default=(), converter=_records)
    links: tuple[Link, ...] = attrs.field(default=(), converter=_links)
    doubts: tuple[Doubt, ...] = attrs.field(default=(), converter=_doubts)


def _to_document(corpus: Corpus) -> CorpusDocument:
    return CorpusDocument(
        briefs=corpus.briefs, records=corpus.loose, links=corpus.links, doubts=corpus.between
    )


def _from_document(document: CorpusDocument) -> Corpus:
    return Corpus.of(*document.briefs, *document.records, *document.links, *document.doubts)


def register_corpus() -> None:
    """Let :func:`natobrief.dump` and :func:`natobrief.load` know corpora.

    >>> loads(dumps(Corpus.of(Quote(text="Yes.")))) == Corpus.of(Quote(text="Yes."))
    True
    """
    register(
        "corpus",
        Corpus,
        CorpusDocument,
        to_shape=_to_document,
        from_shape=_from_document,
    )
