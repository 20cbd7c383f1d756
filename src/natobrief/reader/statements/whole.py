"""A document that is one statement as a whole: "Joint statement by ...", "Letter from ..."."""

from __future__ import annotations

import itertools
import re

from natobrief.model import Genre, Group, QuoteKind
from natobrief.reader.notes import Note
from natobrief.reader.page import Page
from natobrief.reader.people.identities import Identity, People
from natobrief.reader.people.joint import listed
from natobrief.reader.people.mentions import Mention, MentionKind
from natobrief.reader.quotes.utterances import Utterance
from natobrief.reader.statements.genres import FormWord
from natobrief.reader.statements.speeches import Speech, StatementDraft
from natobrief.reader.text.layout import Line
from natobrief.reader.text.linekinds import LineKind
from natobrief.when import When

__all__ = ["date_as_whole", "whole_statement"]

_WRITTEN = frozenset(
    (
        Genre.JOINT_STATEMENT,
        Genre.WRITTEN_STATEMENT,
        Genre.COMMUNIQUE,
        Genre.LETTER,
        Genre.REMARKS,
        Genre.SPEECH,
    )
)
_NAMED = (
    MentionKind.PERSON,
    MentionKind.ORGANIZATION,
    MentionKind.COUNTRY,
    MentionKind.OFFICE,
    MentionKind.GROUP,
)
_BY = re.compile(r"\s(?:by|from|of)\s")
_STOP = re.compile(
    r"\s(?:on|about|regarding|concerning|at|following|after|during|for|to|ahead|before|in)\s"
)
_LONGEST_LEAD = 30
_ENDS = re.compile(
    r"\s*(?:$|[,;:\n(]|and\b|of\b|[A-Z0-9])|\s(?:on|about|regarding|concerning|at"
    r"|following|after|during|for|to|ahead|before|in)\s",
    re.MULTILINE,
)
_STATES = (MentionKind.COUNTRY, MentionKind.ORGANIZATION)
_OF = re.compile(r"\sof (?:the )?")
_NEXT = re.compile(r"(?:,? and|,) (?:the )?")
_FURTHER = (", ", " and ")


def whole_statement(page: Page, people: People, form: FormWord | None) -> StatementDraft | None:
    """Read a document whose headline names the form and the author: it is their statement.

    Args:
        page: The text.
        people: Who is who in it.
        form: The form that the headline names, if it names one.
    """
    if form is None or form.genre not in _WRITTEN or not page.uses("whole-document"):
        return None
    headline = page.layout.line(form.where[0])
    body = _body(page, headline)
    rows = _authors(page, headline, form)
    if body is None or not rows:
        return None
    identity = _identity(people, rows)
    if identity is None:
        return None
    attribution = (rows[0].start, rows[-1].end)
    reason = "the headline names the author of all that follows"
    draft = StatementDraft(
        Speech(
            Utterance(
                QuoteKind.DIRECT, (body,), rows[0], attribution, None, "whole-document", reason
            ),
            identity,
        )
    )
    draft.text = body
    draft.notes.append(Note("text", (body,), "whole-document", reason))
    return draft


def _body(page: Page, headline: Line) -> tuple[int, int] | None:
    lines = [
        line
        for line in page.layout.lines
        if line.start > headline.start and line.kind in (LineKind.PROSE, LineKind.ITEM)
    ]
    return (lines[0].body, lines[-1].end) if lines else None


def _authors(page: Page, headline: Line, form: FormWord) -> list[Mention]:
    """Return who stands behind "by" up to the topic: "President A of B and Minister C"."""
    by = _BY.search(page.text, form.where[0], headline.end)
    if by is None:
        return []
    stop = _STOP.search(page.text, by.end(), headline.end)
    end = stop.start() if stop is not None else headline.end
    rows = [row for row in page.mentions.between(by.end(), end) if row.kind in _NAMED]
    # Of "chief adviser APNSA Ann Lee" the last is the name, and the others only lead to it.
    rows = [
        row
        for row, then in itertools.zip_longest(rows, rows[1:])
        if then is None or then.kind is not MentionKind.PERSON or then.start - row.end != 1
    ]
    rows = _with_states(page, rows)
    if not rows or rows[0].owns or rows[0].start - by.end() > _LONGEST_LEAD:
        return []
    authors = [rows[0], *(row for row in rows[1:] if _is_further(page, row))]
    # A name that runs on behind its end was not understood whole: better none than half of it.
    return authors if all(_ENDS.match(page.text, row.end) for row in authors) else []


def _with_states(page: Page, rows: list[Mention]) -> list[Mention]:
    """Let "the foreign ministers" run on over "of Norway, Chile and Peru"."""
    joined: list[Mention] = []
    for row in rows:
        last = joined[-1] if joined else None
        gap = page.text[last.end : row.start] if last is not None else ""
        is_state = row.kind in _STATES and last is not None and last.kind is MentionKind.GROUP
        if last is not None and is_state and (_OF.fullmatch(gap) or _joins_states(last, gap)):
            name = " ".join(page.text[last.start : row.end].split())
            joined[-1] = last._replace(end=row.end, name=name)
        else:
            joined.append(row)
    return joined


def _joins_states(group: Mention, gap: str) -> bool:
    return " of " in group.name and _NEXT.fullmatch(gap) is not None


def _is_further(page: Page, row: Mention) -> bool:
    """Say whether a name goes on with a list of authors: "and President B"."""
    before = page.text[max(row.start - 12, 0) : row.start].removesuffix("the ")
    return not row.owns and before.endswith(_FURTHER)


def _identity(people: People, rows: list[Mention]) -> Identity | None:
    found = [people.identify(row) for row in rows]
    if len(found) == 1:
        return found[0] if found[0].actor is not None else None
    actors = [each.actor for each in found if each.actor is not None]
    if not actors:
        return None
    name = listed([" ".join(row.name.split()) for row in rows])
    reason = f"“{name}” are the authors that the headline names"
    where = tuple((row.start, row.end) for row in rows[1:])
    return Identity(Group(name=name, members=actors), None, "whole-document", reason, where)


def date_as_whole(
    page: Page, draft: StatementDraft, day: When | None, headline: tuple[int, int]
) -> None:
    """Date the statement that a document is by the day of the document."""
    if draft.made is None and day is not None and page.uses("document-day"):
        draft.made = day
        reason = "the document is the statement, so it was made on the document's day"
        draft.notes.append(Note("made", (headline,), "document-day", reason))
