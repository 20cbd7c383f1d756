"""From the records of a brief to the rows of the gold data: the only place that knows both."""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from natobrief.model import Brief, Meeting, MeetingFormat, MeetingStatus, Outcome, Quote, QuoteKind
from natobrief.when import Period, When

__all__ = ["Read", "Row", "lead_kind", "press", "quotes", "rows", "scorer"]

Row = dict[str, Any]
Read = Callable[[str, str | None], Brief]

# Records say how people meet (by telephone, in person) and the gold data by which noun the text
# calls it, so the noun is taken from the words that the record points at.
_KINDS = (
    (r"press conference|news conference|briefing|media|journalists|reporters", "briefing"),
    (r"telephone|phone|\bcalls?\b|conversation|video ?conference|\bspoke\b|phoned", "call"),
    (r"summit", "summit"),
    (r"visit|trip|travel|arriv", "visit"),
    (r"talks|negotiation|consultation|dialogue", "talks"),
    (r"session", "session"),
    (r"conference|forum", "conference"),
)

_FACES = re.compile(r"\bmet\b|\bmeetings?\b|\broundtable\b", re.I)


def rows(path: Path) -> dict[str, Row]:
    """Return the rows of a JSON Lines file by their id."""
    with path.open(encoding="utf-8") as lines:
        return {row["id"]: row for row in map(json.loads, filter(str.strip, lines))}


def scorer(folder: Path, name: str) -> Any:
    """Load a scorer of the evaluation data."""
    spec = importlib.util.spec_from_file_location(name, folder / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def quotes(brief: Brief) -> tuple[list[Row], list[Row]]:
    """Return the stretches that are quoted, and those that are reported."""
    direct: list[Row] = []
    reported: list[Row] = []
    for quote in brief.quotes:
        rows_of = reported if quote.kind is QuoteKind.INDIRECT else direct
        speaker = _speaker(quote)
        rows_of += [{"start": s.start, "end": s.end, "speaker": speaker} for s in quote.spans]
    return direct, reported


def _speaker(quote: Quote) -> str | None:
    return quote.speaker.name if quote.speaker is not None else quote.attribution_text


def press(brief: Brief) -> Row:
    """Return everything that the gold data of press releases has a place for."""
    direct, reported = quotes(brief)
    direct = _whole(direct, brief.text or "")
    dates = [
        {"start": d.span.start, "end": d.span.end, "value": _days(d.when)}
        for d in brief.dates
        if d.when is not None
    ]
    meetings = [_meeting(m, brief.text or "") for m in brief.meetings]
    return {"quotes": direct, "reported": reported, "meetings": meetings, "dates": dates}


def _whole(found: list[Row], text: str) -> list[Row]:
    """Put the paragraphs of one turn together: the gold data has a turn as one quote."""
    whole: list[Row] = []
    for row in found:
        last = whole[-1] if whole else None
        if (
            last
            and last["speaker"] == row["speaker"]
            and not text[last["end"] : row["start"]].strip()
        ):
            whole[-1] = {**last, "end": row["end"]}
        else:
            whole.append(row)
    return whole


def _meeting(meeting: Meeting, text: str) -> Row:
    first = meeting.spans[0]
    actors = [participant.actor.name for participant in meeting.participants]
    return {
        "start": first.start,
        "end": first.end,
        "kind": _kind(text[first.start : first.end]),
        "status": _status(meeting),
        "when": _days(meeting.time),
        "place": meeting.place.name if meeting.place is not None else None,
        "participants": [*actors, *([meeting.body.name] if meeting.body is not None else [])],
    }


def _kind(words: str) -> str:
    return next((kind for words_of, kind in _KINDS if re.search(words_of, words, re.I)), "meeting")


def _status(meeting: Meeting) -> str:
    if meeting.status is not MeetingStatus.CONFIRMED:
        return "proposed" if meeting.status is MeetingStatus.TENTATIVE else meeting.status.value
    return "scheduled" if meeting.outcome is Outcome.PENDING else "held"


def _days(time: When | Period | None) -> str | None:
    """Write a time as its first and last day; an open end stays open."""
    if time is None:
        return None
    first, last = time.first_day, time.last_day
    return "/".join("" if day is None else f"{day:%Y-%m-%d}" for day in (first, last))


def lead_kind(brief: Brief) -> str | None:
    """Say whether the encounter that a readout is about is a call, a meeting or a visit.

    It is the first one that was held on the day of publication, else the first one.
    """
    if not brief.meetings:
        return None
    today = _days(brief.dating.reference)
    held = (m for m in brief.meetings if m.held is not None and _days(m.held) == today)
    lead = next(held, brief.meetings[0])
    words = (brief.text or "")[lead.spans[0].start : lead.spans[0].end]
    if _FACES.search(words):
        return "meeting"
    kind = _kind(words)
    if lead.format is MeetingFormat.TELEPHONE or kind == "call":
        return "call"
    return "visit" if kind == "visit" else "meeting"
