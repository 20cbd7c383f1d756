"""Words that a source puts into somebody's mouth."""

from __future__ import annotations

import attrs

from natobrief.model._fields import as_when
from natobrief.model.actors import Actor, Post
from natobrief.model.identity import Record
from natobrief.model.source import Source, known_from
from natobrief.text import Span
from natobrief.values import Choice, tuple_of
from natobrief.when import When

__all__ = ["Quote", "QuoteKind"]


class QuoteKind(Choice):
    """How words are reported, in the terms of PolNeAR. Closed list.

    >>> QuoteKind.INDIRECT
    QuoteKind.INDIRECT
    """

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Quote(Record):
    """Words attributed to a speaker, as one source reports them.

    Attributes:
        text: The words, without quotation marks. Several spans are joined by a line break.
        speaker: Who said them; None if that isn't known.
        post: The office spoken in.
        said: When they were said.
        kind: Literal words, reported speech, or reported speech with literal parts.
        cue: The word that reports: "said", "according to".
        spans: Where the words stand in the brief's text; several for a quote over paragraphs,
            or one that "he said" cuts in two.
        attribution_text: The source of the words as written: "the Secretary General".
        statement: The id of the :class:`Statement` that the words belong to.
        source: The document that reports them.
        known: When the report became known: by default the source's ``published``, or the set
            ``[published..updated]``. None if that isn't known.

    Raises:
        InvalidValue: A field doesn't fit; the error lists all that don't.

    >>> quote = Quote(
    ...     text="The risk of conflict is real.",
    ...     speaker=Person(name="Jens Stoltenberg"),
    ...     said="2022-01-07",
    ... )
    >>> quote.said.last_day.isoformat()
    '2022-01-07'
    """

    text: str
    speaker: Actor | None = None
    post: Post | None = None
    said: When | None = attrs.field(default=None, converter=as_when)
    kind: QuoteKind = QuoteKind.DIRECT
    cue: str | None = None
    spans: tuple[Span, ...] = attrs.field(default=(), converter=tuple_of)
    attribution_text: str | None = None
    statement: str | None = None
    source: Source = Source()
    known: When | None = attrs.field(
        default=attrs.Factory(lambda self: known_from(self.source), takes_self=True),
        converter=as_when,
    )
