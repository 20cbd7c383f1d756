"""A brief as a page to be read: who said what, which meetings, what was left in doubt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from natobrief.cli.console import Console
from natobrief.cli.words import around, label, speaker, state, when, with_whom
from natobrief.model import Brief, DatingBasis, Doubt, Meeting, Quote, QuoteKind, Statement

__all__ = ["summarize"]


def summarize(brief: Brief, title: str, console: Console) -> None:
    """Write a summary of a brief under a title."""
    console.line(title, style="bold underline")
    for line in _dating(brief):
        console.line(line, indent=2)
    if brief.quotes or brief.statements:
        console.heading("Who said what")
        _say_who(brief, console)
    if brief.meetings:
        console.heading("Meetings")
        for meeting in brief.meetings:
            _say_meeting(meeting, console)
    if brief.doubts:
        console.heading("In doubt")
        # One doubt may concern a quote and its statement: it is said once.
        for line in dict.fromkeys(_doubt(brief, doubt) for doubt in brief.doubts):
            console.line(line, indent=2)
    if not (brief.records or brief.doubts):
        console.line("nothing was said, and nobody met", indent=2)


def _dating(brief: Brief) -> Iterator[str]:
    dating = brief.dating
    how = _BASES[dating.basis]
    yield f"dated {dating.reference} ({how})" if dating.reference else f"not dated: {how}"
    if dating.basis is DatingBasis.INFERRED:
        yield from dating.proof


_BASES = {
    DatingBasis.GIVEN: "given",
    DatingBasis.TEXT: "the text says so",
    DatingBasis.INFERRED: "inferred",
    DatingBasis.UNKNOWN: "the text doesn't say enough",
}


def _say_who(brief: Brief, console: Console) -> None:
    names = {meeting.uid: label(meeting) for meeting in brief.meetings}
    for statement in brief.statements:
        told = [speaker(statement), _dated(statement)]
        if statement.genre is not None:
            told.append(statement.genre.value.replace("_", " "))
        told.append(around(statement, names.get))
        console.line(" · ".join(filter(None, told)), indent=2, style="cyan")
        _say_more(statement, console)
        _say_words((q for q in brief.quotes if q.statement == statement.id), console)
    for quote in brief.quotes:
        if quote.statement is None:
            told = [speaker(quote), _dated(quote)]
            console.line(" · ".join(filter(None, told)), indent=2, style="cyan")
            _say_words((quote,), console)


def _dated(record: Quote | Statement) -> str:
    time = record.said if isinstance(record, Quote) else record.made
    return "" if time is None else str(time)


def _say_more(statement: Statement, console: Console) -> None:
    if statement.audience:
        console.line(f"to {', '.join(hearer.name for hearer in statement.audience)}", indent=4)
    if statement.topics:
        console.line(f"on {'; '.join(statement.topics)}", indent=4)


def _say_words(quotes: Iterable[Quote], console: Console) -> None:
    for quote in quotes:
        if quote.kind is QuoteKind.INDIRECT:
            console.line(f"reported ({quote.cue or 'no cue'}): {quote.text}", indent=4)
        else:
            console.line(f"“{quote.text.rstrip(',')}”", indent=4)


def _say_meeting(meeting: Meeting, console: Console) -> None:
    place = f", {meeting.place.name}" if meeting.place else ""
    told = f"{when(meeting)} · {label(meeting)}{place} · {state(meeting)}"
    console.line(told, indent=2, style="cyan")
    if meeting.participants:
        console.line(f"with {with_whom(meeting)}", indent=4)
    if meeting.moved_from is not None:
        console.line(f"moved from {meeting.moved_from}", indent=4)
    for item in meeting.agenda:
        console.line(f"on {item}", indent=4)


def _doubt(brief: Brief, doubt: Doubt) -> str:
    told = doubt.reason
    if doubt.candidates:
        told += f": {' or '.join(doubt.candidates)}"
    if brief.text is not None and doubt.spans:
        line = brief.text.count("\n", 0, doubt.spans[0].start) + 1
        return f"line {line}: {told} ({doubt.code})"
    return f"{told} ({doubt.code})"
