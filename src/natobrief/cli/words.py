"""Records in words, as tables and summaries show them."""

from __future__ import annotations

from collections.abc import Callable

from natobrief.model import AnyRecord, Meeting, MeetingStatus, Outcome, Post, Quote, Statement
from natobrief.when import Period, When

__all__ = [
    "HEADS",
    "Finder",
    "around",
    "label",
    "row",
    "row_of_timeline",
    "speaker",
    "state",
    "when",
    "with_whom",
]

Finder = Callable[[str], str | None]
"""Returns for the uid of a meeting what it is called, None if it isn't known."""

HEADS: dict[str, tuple[str, ...]] = {
    "quotes": ("When", "Who", "Kind", "Words"),
    "statements": ("When", "Who", "Form", "Around", "About"),
    "meetings": ("When", "What", "Where", "With", "Status"),
    "timeline": ("When", "What", "Who", "Where or around"),
}


def row(record: AnyRecord, name: Finder) -> tuple[str, ...]:
    """Return a record as a row of its table.

    >>> from natobrief.cli.words import row
    >>> row(Quote(text="Yes.", speaker=Person(name="Ann Lee"), said="2022-01"), lambda uid: None)
    ('2022-01', 'Ann Lee', 'direct', 'Yes.')
    """
    match record:
        case Quote():
            return when(record), speaker(record), record.kind.value, record.text.rstrip(",")
        case Statement():
            return (
                when(record),
                speaker(record),
                _form(record),
                around(record, name),
                "; ".join(record.topics),
            )
        case Meeting():
            place = record.place.name if record.place else ""
            return when(record), label(record), place, with_whom(record), state(record)


def row_of_timeline(record: Statement | Meeting, name: Finder) -> tuple[str, ...]:
    """Return a record as a row of a timeline."""
    if isinstance(record, Meeting):
        place = record.place.name if record.place else ""
        what = f"{label(record)} ({state(record)})"
        return when(record), what, with_whom(record), place
    return when(record), _form(record) or "statement", speaker(record), around(record, name)


def when(record: AnyRecord) -> str:
    """Return the time of a record as EDTF text, ``?`` if it has none."""
    time: When | Period | None
    match record:
        case Quote():
            time = record.said
        case Statement():
            time = record.made
        case Meeting():
            time = record.time
    return "?" if time is None else str(time)


def label(meeting: Meeting) -> str:
    """Return what a meeting is called."""
    return meeting.name or (meeting.body.name if meeting.body else meeting.uid)


def speaker(record: Quote | Statement) -> str:
    """Return who spoke, in which office and for whom."""
    who = _in_post(record.speaker.name if record.speaker else "an unknown speaker", record.post)
    if isinstance(record, Statement) and record.on_behalf_of is not None:
        return f"{who}, for {record.on_behalf_of.name}"
    return who


def _in_post(name: str, post: Post | None) -> str:
    return name if post is None else f"{name}, {post.name}"


def _form(statement: Statement) -> str:
    return statement.genre.value.replace("_", " ") if statement.genre else ""


def around(statement: Statement, name: Finder) -> str:
    """Return the occasion of a statement: "after the NATO-Russia Council"."""
    if statement.occasion is None:
        return ""
    relation = statement.occasion_relation
    called = name(statement.occasion) or statement.occasion
    return f"{relation.value} {called}" if relation else called


def with_whom(meeting: Meeting) -> str:
    """Return who takes part in a meeting."""
    mark = "; " if any(each.post for each in meeting.participants) else ", "
    return mark.join(_in_post(each.actor.name, each.post) for each in meeting.participants)


def state(meeting: Meeting) -> str:
    """Return what is known of a meeting's plan and outcome.

    >>> from natobrief.cli.words import state
    >>> state(Meeting(uid="talks", outcome=Outcome.PENDING)), state(Meeting(uid="a", held="2022"))
    ('confirmed, pending', 'held')
    """
    if meeting.outcome is Outcome.HELD and meeting.status is MeetingStatus.CONFIRMED:
        return "held"
    words = [meeting.status.value]
    if meeting.outcome is not Outcome.UNKNOWN:
        words.append(meeting.outcome.value.replace("_", " "))
    return ", ".join(words)
