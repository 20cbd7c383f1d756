"""What the view says about words of a text: a note for each date, each evidence and each doubt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from natobrief.model import Brief, Meeting, Quote, QuoteKind, Statement
from natobrief.model.brief import AnyRecord
from natobrief.text import Span
from natobrief.when import DateMention

__all__ = ["Note", "heading", "notes_of"]


class Note(NamedTuple):
    """Something to be said about words of the text.

    Attributes:
        kind: Its style: ``quote``, ``reported``, ``speaker``, ``meeting``, ``detail``, ``date``
            or ``doubt``.
        spans: The words.
        about: What it is about: the id of a record, or empty.
        label: What the words are.
        field: The field of the record, or empty.
        reason: Why.
        rule: The rule, or the code of the doubt; empty if there is none.
    """

    kind: str
    spans: tuple[Span, ...]
    about: str
    label: str
    field: str
    reason: str
    rule: str

    @property
    def line(self) -> str:
        """The note in one line."""
        return self._told(self.label)

    @property
    def short(self) -> str:
        """The note in one line, for a list under the name of its record."""
        return self._told(self.field or self.label)

    def _told(self, label: str) -> str:
        told = f"{label}: {self.reason}" if self.reason else label
        return f"{told} (rule {self.rule})" if self.rule and self.kind != "doubt" else told


def notes_of(brief: Brief) -> list[Note]:
    """Return the notes of a brief: by record, then the dates, then the doubts."""
    by_record: dict[str, list[Note]] = {record.id: [] for record in brief.records}
    for evidence in brief.evidence:
        record = brief.get(evidence.record)
        by_record[record.id].append(
            Note(
                _kind(record, evidence.field),
                evidence.spans,
                record.id,
                _label(record, evidence.field),
                (evidence.field or "record").replace("_", " "),
                evidence.reason,
                evidence.rule,
            )
        )
    for record in brief.records:
        bare = not any(n.spans and n.label == _label(record, None) for n in by_record[record.id])
        if bare and record.spans and not isinstance(record, Statement):
            note = Note(
                _kind(record, None), record.spans, record.id, _label(record, None), "record", "", ""
            )
            by_record[record.id].insert(0, note)
    notes = [note for rows in by_record.values() for note in rows]
    return [*notes, *map(_of_date, brief.dates), *_doubts(brief)]


def _kind(record: AnyRecord, field: str | None) -> str:
    if field is None and isinstance(record, Quote):
        return "reported" if record.kind is QuoteKind.INDIRECT else "quote"
    if field is None and isinstance(record, Meeting):
        return "meeting"
    return "speaker" if field in ("speaker", "post") else "detail"


def _label(record: AnyRecord, field: str | None) -> str:
    what = heading(record)
    if field is None:
        return what
    name = field.replace("_", " ")
    if field == "speaker" and not isinstance(record, Meeting) and record.speaker is not None:
        return f"Speaker ({record.speaker.name})"
    return f"{name.capitalize()} of {what[0].lower() + what[1:]}"


def heading(record: AnyRecord) -> str:
    """Name a record for a reader."""
    if isinstance(record, Meeting):
        return f"Meeting “{record.name or record.uid}”"
    name = record.speaker.name if record.speaker is not None else "an unknown speaker"
    if isinstance(record, Statement):
        return f"Statement of {name}"
    what = {QuoteKind.INDIRECT: "Reported speech", QuoteKind.MIXED: "Quoted words"}
    return f"{what.get(record.kind, 'Quote')} of {name}"


def _of_date(date: DateMention) -> Note:
    value = f"Date ({date.when})" if date.when is not None else "Date, not decided"
    return Note(
        "date",
        (date.span,),
        "",
        value,
        f"“{date.text}”",
        date.resolution.reason,
        date.resolution.rule,
    )


def _doubts(brief: Brief) -> Iterator[Note]:
    for doubt in brief.doubts:
        reason = doubt.reason
        if doubt.candidates:
            reason += f"; perhaps {' or '.join(doubt.candidates)}"
        yield Note("doubt", doubt.spans, doubt.record or "", "Doubt", "", reason, doubt.code)
