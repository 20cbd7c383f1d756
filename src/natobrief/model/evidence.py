"""Why something was read so, and what could not be decided."""

from __future__ import annotations

import attrs

from natobrief.model._fields import as_when
from natobrief.text import Span
from natobrief.values import Choice, Value, tuple_of
from natobrief.when import When

__all__ = ["Dating", "DatingBasis", "Doubt", "Evidence"]


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Evidence(Value):
    """What in the text speaks for one field of a record, or for the record itself.

    Attributes:
        record: The id of the record.
        field: The field it speaks for; None for the record as a whole.
        spans: The words that it rests on.
        rule: The name of the rule that read them.
        reason: The sentence that :meth:`Brief.explain` prints.

    >>> Evidence(record="quote-1", field="speaker", rule="said", reason="named before 'said'")
    Evidence(record='quote-1', field='speaker', rule='said', reason="named before 'said'")
    """

    record: str
    field: str | None = None
    spans: tuple[Span, ...] = attrs.field(default=(), converter=tuple_of)
    rule: str
    reason: str


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Doubt(Value):
    """Something that the text leaves undecided. Nothing is guessed in silence.

    Attributes:
        code: A short name for the kind of doubt, such as ``speaker-unknown``. Open list.
        spans: The words that it is about.
        record: The id of the record it concerns, if it concerns one.
        field: The field that it concerns, if it concerns one.
        reason: What could not be decided, in words.
        candidates: What it might be, in words, the likeliest first.

    >>> Doubt(code="pronoun", reason="'he' may be two people", candidates=["A", "B"]).candidates
    ('A', 'B')
    """

    code: str
    spans: tuple[Span, ...] = attrs.field(default=(), converter=tuple_of)
    record: str | None = None
    field: str | None = None
    reason: str
    candidates: tuple[str, ...] = attrs.field(default=(), converter=tuple_of)


class DatingBasis(Choice):
    """How the reference date of a text was found. Closed list.

    >>> DatingBasis.INFERRED.value
    'inferred'
    """

    GIVEN = "given"
    TEXT = "text"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Dating(Value):
    """How a text was placed in time.

    Attributes:
        reference: The day from which "tomorrow" counts; None if it could not be found.
        basis: Given by the caller, written in the text, inferred from its weekdays, or unknown.
        candidates: The years that fit all that the text says, in order; empty where none had
            to be inferred.
        proof: The reasoning, one line a step, to be read by a person.

    >>> Dating(reference="2022-01-07", basis=DatingBasis.GIVEN).reference.year
    2022
    """

    reference: When | None = attrs.field(default=None, converter=as_when)
    basis: DatingBasis = DatingBasis.UNKNOWN
    candidates: tuple[int, ...] = attrs.field(default=(), converter=tuple_of)
    proof: tuple[str, ...] = attrs.field(default=(), converter=tuple_of)
