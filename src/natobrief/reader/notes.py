"""Evidence and doubts before the records that they are about exist."""

from __future__ import annotations

from typing import NamedTuple

from natobrief.model import Doubt, Evidence
from natobrief.text import Span

__all__ = ["Note", "Question", "spans_of"]

Place = tuple[int, int]


class Note(NamedTuple):
    """A piece of evidence in the making.

    Attributes:
        field: The field it speaks for; None for the record as a whole.
        where: The words that it rests on.
        rule: The name of the rule.
        reason: The sentence that ``explain`` prints.
    """

    field: str | None
    where: tuple[Place, ...]
    rule: str
    reason: str

    def about(self, record: str) -> Evidence:
        """Make the evidence for a record."""
        spans = spans_of(self.where)
        return Evidence(
            record=record, field=self.field, spans=spans, rule=self.rule, reason=self.reason
        )


class Question(NamedTuple):
    """A doubt in the making.

    Attributes:
        code: A short name for the kind of doubt.
        where: The words that it is about.
        reason: What could not be decided.
        field: The field it concerns.
        candidates: What it might be, the likeliest first.
    """

    code: str
    where: tuple[Place, ...]
    reason: str
    field: str | None = None
    candidates: tuple[str, ...] = ()

    def about(self, record: str | None) -> Doubt:
        """Make the doubt, about a record or about the text as a whole."""
        return Doubt(
            code=self.code,
            spans=spans_of(self.where),
            record=record,
            field=self.field if record is not None else None,
            reason=self.reason,
            candidates=self.candidates,
        )


def spans_of(places: tuple[Place, ...]) -> tuple[Span, ...]:
    """Return places as spans, in the order given."""
    return tuple(Span(start=start, end=end) for start, end in places)
