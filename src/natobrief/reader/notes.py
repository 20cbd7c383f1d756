"""Evidence and doubts before the records that they are about exist."""

from __future__ import annotations

from typing import NamedTuple

from natobrief.model import Doubt, Evidence
from natobrief.text import Span

__all__ = ["Note", "Question"]

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

    def about(self, record: str, spans: tuple[Span, ...]) -> Evidence:
        """Make the evidence for a record, with its words as spans of the text given."""
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

    def about(self, record: str | None, spans: tuple[Span, ...]) -> Doubt:
        """Make the doubt, about a record or about the text as a whole."""
        return Doubt(
            code=self.code,
            spans=spans,
            record=record,
            field=self.field if record is not None else None,
            reason=self.reason,
            candidates=self.candidates,
        )
