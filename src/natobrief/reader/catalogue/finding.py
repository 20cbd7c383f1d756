"""What a rule finds in its example, in words."""

from __future__ import annotations

import enum
from typing import cast

from natobrief.model import (
    Brief,
    Country,
    Doubt,
    Evidence,
    Group,
    Meeting,
    Organization,
    Participant,
    Person,
    Place,
    Post,
    Quote,
)
from natobrief.model.brief import AnyRecord
from natobrief.reader.rule import Layer, Rule

__all__ = ["told"]


def told(rule: Rule, brief: Brief) -> str | None:
    """Say what a rule found in a brief: the record, or the value of the field; None if nothing.

    >>> rule = next(rule for rule in rules() if rule.id == "said-x")
    >>> told(rule, nb.read(rule.example))
    'Ann Lee: We are ready,'
    """
    if rule.layer is Layer.DOUBT:
        return next((_of_doubt(brief, d) for d in brief.doubts if d.code == rule.id), None)
    return next((_of_evidence(brief, e) for e in brief.evidence if e.rule == rule.id), None)


def _of_doubt(brief: Brief, doubt: Doubt) -> str:
    words = " … ".join(span.of(brief.text or "") for span in doubt.spans)
    return words + (f" ({' or '.join(doubt.candidates)}?)" if doubt.candidates else "")


def _of_evidence(brief: Brief, evidence: Evidence) -> str:
    record = brief.get(evidence.record)
    if evidence.field is None:
        return _of_record(record)
    return _of_value(getattr(record, evidence.field), brief)


def _of_record(record: AnyRecord) -> str:
    if isinstance(record, Meeting):
        return record.name or record.uid
    name = getattr(record.speaker, "name", None)
    words = record.text if isinstance(record, Quote) else None
    return ": ".join(part for part in (name, words) if part)


def _of_value(value: object, brief: Brief) -> str:
    if isinstance(value, tuple):
        return ", ".join(_of_value(each, brief) for each in cast("tuple[object, ...]", value))
    if isinstance(value, enum.Enum):
        return str(value.value)
    if isinstance(value, Participant):
        return _of_value(value.actor, brief)
    if isinstance(value, Person | Organization | Country | Group | Post | Place):
        return f"{value.name} ({value.id})" if value.id else value.name
    text = str(value)
    meeting = next((each for each in brief.meetings if each.uid == text), None)
    return (meeting.name if meeting is not None else None) or text
