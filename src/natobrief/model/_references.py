"""How the records of a brief hold together: one source, spans in the text, living references."""

from __future__ import annotations

import contextvars
import functools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs

from natobrief.errors import Fault, show
from natobrief.model.evidence import Doubt, Evidence
from natobrief.model.meeting import Meeting
from natobrief.model.quote import Quote
from natobrief.model.statement import Statement
from natobrief.text import Span

if TYPE_CHECKING:
    from natobrief.model.brief import AnyRecord, Brief

__all__ = [
    "reference_faults",
    "references_checked",
    "repetition_faults",
    "replaced",
    "source_faults",
    "span_faults",
]

R = TypeVar("R", Quote, Statement, Meeting)

_checked: contextvars.ContextVar[bool] = contextvars.ContextVar("checked", default=False)


class references_checked:  # noqa: N801  it is used as a function
    """Build briefs whose references the caller has checked already.

    In a file an id is a label. A loader checks references against the labels as they are
    written; checking them again here would compute the id of every record.
    """

    __slots__ = ("_token",)

    def __enter__(self) -> None:
        self._token = _checked.set(True)

    def __exit__(self, *_: object) -> None:
        _checked.reset(self._token)


def source_faults(brief: Brief) -> Iterable[Fault]:
    # Records of one document share one Source object, so equality is rarely computed.
    own = brief.source
    for records in (brief.quotes, brief.statements, brief.meetings):
        for record in records:
            if record.source is not own and record.source != own:
                return _source_faults(brief)
    return ()


def _source_faults(brief: Brief) -> Iterator[Fault]:
    for path, record in _placed(brief):
        if record.source != brief.source:
            allowed = "the source of the brief"
            yield Fault(path=f"{path}.source", allowed=allowed, came=show(record.source))


def span_faults(brief: Brief) -> Iterable[Fault]:
    return () if brief.text is None else _span_faults(brief, brief.text)


def _span_faults(brief: Brief, text: str) -> Iterator[Fault]:
    if _last_place(brief) > len(text):
        for path, span in _spans(brief):
            if span.end > len(text):
                allowed = f"at most the length of the text ({len(text)})"
                yield Fault(path=f"{path}.end", allowed=allowed, came=str(span.end))
    for index, mention in enumerate(brief.dates):
        words = mention.span.of(text)
        if words != mention.text:
            allowed = f"the words at its span, {show(words)}"
            yield Fault(path=f"Brief.dates[{index}].text", allowed=allowed, came=show(mention.text))


def repetition_faults(brief: Brief) -> Iterable[Fault]:
    # The hash of a record is that of all its fields; most differ in what is cheap to compare.
    for records in (brief.quotes, brief.statements):
        if len(records) > 1 and len({(r.text, _start(r)) for r in records}) < len(records):
            return _repetition_faults(brief)
    if len({meeting.uid for meeting in brief.meetings}) < len(brief.meetings):
        return _repetition_faults(brief)
    return ()


def _start(record: Quote | Statement) -> int | None:
    return record.spans[0].start if record.spans else None


def _repetition_faults(brief: Brief) -> Iterator[Fault]:
    seen: set[AnyRecord] = set()
    uids: set[str] = set()
    for path, record in _placed(brief):
        if record in seen:
            yield Fault(path=path, allowed="each record once", came=show(record))
        elif isinstance(record, Meeting) and record.uid in uids:
            allowed = "a uid that no other meeting here has"
            yield Fault(path=f"{path}.uid", allowed=allowed, came=show(record.uid))
        seen.add(record)
        if isinstance(record, Meeting):
            uids.add(record.uid)


def reference_faults(brief: Brief) -> Iterable[Fault]:
    if _checked.get():
        return ()
    targets = {quote.statement for quote in brief.quotes}
    known = {None, *(each.id for each in brief.statements)} if targets - {None} else {None}
    if targets <= known and not brief.evidence and not brief.doubts:
        return ()
    return _reference_faults(brief)


def _reference_faults(brief: Brief) -> Iterator[Fault]:
    statements = {statement.id for statement in brief.statements}
    for index, quote in enumerate(brief.quotes):
        if quote.statement is not None and quote.statement not in statements:
            path = f"Brief.quotes[{index}].statement"
            yield Fault(path=path, allowed="the id of a statement here", came=show(quote.statement))
    notes = list(_notes(brief))
    if any(note.record is not None for _, note in notes):
        yield from _note_faults({record.id: record for record in brief.records}, notes)


def _note_faults(
    records: dict[str, AnyRecord], notes: Iterable[tuple[str, Evidence | Doubt]]
) -> Iterator[Fault]:
    for path, note in notes:
        if note.record is None:
            continue
        record = records.get(note.record)
        if record is None:
            allowed = "the id of a record here"
            yield Fault(path=f"{path}.record", allowed=allowed, came=show(note.record))
        elif note.field is not None and note.field not in _names(record):
            allowed = f"a field of {type(record).__name__}"
            yield Fault(path=f"{path}.field", allowed=allowed, came=show(note.field))


def _names(record: AnyRecord) -> frozenset[str]:
    # Checkers hold that a class whose instances hash is itself not hashable.
    return _names_of(cast("Any", type(record)))


@functools.cache
def _names_of(cls: Any) -> frozenset[str]:
    return frozenset(field.name for field in attrs.fields(cls))


def replaced(brief: Brief, old: AnyRecord, new: AnyRecord) -> Brief:
    """Put ``new`` in the place of ``old``; references run from quote to statement to meeting."""
    ids: dict[str, str] = {}
    uids: dict[str, str] = {}
    if isinstance(old, Meeting) and isinstance(new, Meeting):
        uids[old.uid] = new.uid
    meetings = _followed(brief.meetings, old, new, {"part_of": uids}, ids)
    statements = _followed(brief.statements, old, new, {"occasion": uids}, ids)
    quotes = _followed(brief.quotes, old, new, {"statement": dict(ids)}, ids)
    return brief.evolve(
        meetings=meetings,
        statements=statements,
        quotes=quotes,
        evidence=_renamed(brief.evidence, ids),
        doubts=_renamed(brief.doubts, ids),
    )


def _followed(
    records: tuple[R, ...],
    old: AnyRecord,
    new: AnyRecord,
    moved: dict[str, dict[str, str]],
    ids: dict[str, str],
) -> tuple[R, ...]:
    followed: list[R] = []
    for record in records:
        after = cast("R", new) if record == old else record
        refers = {name: getattr(after, name) for name in moved}
        changes = {name: moved[name][ref] for name, ref in refers.items() if ref in moved[name]}
        if changes:
            after = after.evolve(**changes)
        if after is not record:
            ids[record.id] = after.id
        followed.append(after)
    return tuple(followed)


N = TypeVar("N", Evidence, Doubt)


def _renamed(notes: tuple[N, ...], ids: dict[str, str]) -> tuple[N, ...]:
    return tuple(n.evolve(record=ids[n.record]) if n.record in ids else n for n in notes)


def _placed(brief: Brief) -> Iterator[tuple[str, AnyRecord]]:
    yield from _numbered("quotes", brief.quotes)
    yield from _numbered("statements", brief.statements)
    yield from _numbered("meetings", brief.meetings)


def _notes(brief: Brief) -> Iterator[tuple[str, Evidence | Doubt]]:
    yield from _numbered("evidence", brief.evidence)
    yield from _numbered("doubts", brief.doubts)


T = TypeVar("T")


def _numbered(name: str, items: Iterable[T]) -> Iterator[tuple[str, T]]:
    for index, item in enumerate(items):
        yield f"Brief.{name}[{index}]", item


def _last_place(brief: Brief) -> int:
    """Return where the last span of a brief ends."""
    told = (*brief.records, *brief.evidence, *brief.doubts)
    ends = [span.end for each in told for span in each.spans]
    return max([*ends, *(mention.span.end for mention in brief.dates)], default=0)


def _spans(brief: Brief) -> Iterator[tuple[str, Span]]:
    for path, item in [*_placed(brief), *_notes(brief)]:
        for index, span in enumerate(item.spans):
            yield f"{path}.spans[{index}]", span
    for path, mention in _numbered("dates", brief.dates):
        yield f"{path}.span", mention.span
