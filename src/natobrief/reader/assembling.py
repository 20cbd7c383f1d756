"""Records out of drafts, each with its evidence and its doubts."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from typing import TypeVar

from natobrief.model import (
    Brief,
    Doubt,
    Evidence,
    Meeting,
    Outcome,
    Quote,
    Source,
    Statement,
)
from natobrief.reader.dating import Dated
from natobrief.reader.grounds import (
    meeting_notes,
    meeting_questions,
    quote_notes,
    quote_questions,
    statement_notes,
    statement_questions,
)
from natobrief.reader.meetings.merging import MeetingDraft
from natobrief.reader.notes import Note, Question
from natobrief.reader.people.identities import People
from natobrief.reader.statements.gathering import Speech, StatementDraft
from natobrief.reader.text.levelling import COMBINING
from natobrief.reader.text.unwrapping import Unwrapped
from natobrief.text import Span
from natobrief.when import DateMention, When

__all__ = ["Assembly"]

_UID_DIGITS = 12

R = TypeVar("R")


class Assembly:
    """One text, whose drafts become records."""

    given: str
    unwrapped: Unwrapped
    source: Source
    digest: str
    people: People
    off: Collection[str]

    def __init__(
        self,
        given: str,
        unwrapped: Unwrapped,
        source: Source,
        digest: str,
        people: People,
        off: Collection[str] = frozenset(),
    ) -> None:
        self.given, self.unwrapped, self.source, self.digest = given, unwrapped, source, digest
        self.text: str = unwrapped.text
        self.people, self.off = people, off
        self.evidence: list[Evidence] = []
        self.doubts: list[Doubt] = []
        self.spans: dict[tuple[int, int], Span] = {}
        self.known: When | None = None

    def brief(
        self,
        dated: Dated,
        speeches: list[Speech],
        told: list[StatementDraft],
        drafts: list[MeetingDraft],
    ) -> Brief:
        """Make the brief of all that was found."""
        published = self.source.published
        self.known = _known(self.source) if published is not None else dated.known
        uids = {id(draft): self._uid(draft) for draft in drafts}
        meetings = [self._meeting(draft, uids) for draft in drafts]
        statements = {id(draft): self._statement(draft, uids) for draft in told}
        owners = {id(s.utterance): draft for draft in told for s in draft.speeches}
        quotes: list[Quote] = []
        for speech in speeches:
            owner = owners.get(id(speech.utterance))
            statement = statements[id(owner)] if owner is not None else None
            quotes.append(self._quote(speech, owner, statement))
        for question in dated.questions:
            self.doubts.append(question.about(None, self._spans(question.where)))
        return Brief(
            source=self.source,
            text=self.given,
            dating=dated.dating,
            dates=[self._date(date) for date in dated.dates],
            quotes=_once(quotes),
            statements=_once([statements[id(draft)] for draft in told]),
            meetings=tuple(meetings),
            evidence=tuple(self.evidence),
            doubts=tuple(sorted(self.doubts, key=_place)),
        )

    def _uid(self, draft: MeetingDraft) -> str:
        start, end = self.unwrapped.place(draft.first.start, draft.first.end)
        place = f"{self.digest}:{start}:{end}"
        return "m-" + hashlib.sha256(place.encode("ascii")).hexdigest()[:_UID_DIGITS]

    def _meeting(self, draft: MeetingDraft, uids: dict[int, str]) -> Meeting:
        is_held = draft.status.outcome is Outcome.HELD
        meeting = Meeting(
            uid=uids[id(draft)],
            name=draft.name or None,
            body=draft.body,
            level=draft.level,
            kind=draft.kind,
            format=draft.format,
            participants=draft.participants,
            place=draft.place,
            scheduled=None if is_held else draft.time,
            held=draft.time if is_held else None,
            status=draft.status.status,
            moved_from=draft.moved_from,
            outcome=draft.status.outcome,
            agenda=[" ".join(self.text[a:b].split()) for a, b in draft.agenda],
            part_of=uids[id(draft.part_of)] if draft.part_of is not None else None,
            spans=self._spans(tuple((e.start, e.end) for e in draft.encounters)),
            source=self.source,
            known=self.known,
        )
        notes = meeting_notes(draft, held=is_held)
        self._note(meeting.id, notes, meeting_questions(self.people, draft))
        return meeting

    def _statement(self, draft: StatementDraft, uids: dict[int, str]) -> Statement:
        where = sorted({*draft.where, *(p for s in draft.speeches for p in s.utterance.where)})
        statement = Statement(
            speaker=draft.actor,
            post=draft.post,
            on_behalf_of=draft.principal.actor if draft.principal is not None else None,
            audience=draft.audience,
            made=draft.made,
            genre=draft.genre,
            occasion=uids[id(draft.occasion)] if draft.occasion is not None else None,
            occasion_relation=draft.relation,
            text=self.text[slice(*draft.text)] if draft.text is not None else None,
            topics=[" ".join(self.text[a:b].split()) for a, b in draft.topics],
            spans=self._spans(tuple(where)),
            source=self.source,
            known=self.known,
        )
        notes = statement_notes(self.people, draft)
        self._note(statement.id, notes, statement_questions(self.people, draft))
        return statement

    def _quote(
        self, speech: Speech, owner: StatementDraft | None, statement: Statement | None
    ) -> Quote:
        utterance, identity = speech.utterance, speech.identity
        is_dated = statement is not None and "statement-day" not in self.off
        made = statement.made if statement is not None and is_dated else None
        quote = Quote(
            text="\n".join(self.text[start:end] for start, end in utterance.where),
            speaker=identity.actor if identity is not None else None,
            post=statement.post if statement is not None else None,
            said=made,
            kind=utterance.kind,
            cue=self._words(utterance.cue, lower=True),
            spans=self._spans(utterance.where),
            attribution_text=self._words(utterance.attribution),
            statement=statement.id if statement is not None else None,
            source=self.source,
            known=self.known,
        )
        notes = quote_notes(self.people, speech, quote.post, owner, dated=made is not None)
        self._note(quote.id, notes, quote_questions(self.people, speech, owner))
        return quote

    def _words(self, place: tuple[int, int] | None, *, lower: bool = False) -> str | None:
        if place is None:
            return None
        words = " ".join(self.text[place[0] : place[1]].split())
        return words.lower() if lower else words

    def _note(self, record: str, notes: list[Note], questions: list[Question]) -> None:
        self.evidence.extend(note.about(record, self._spans(note.where)) for note in notes)
        self.doubts.extend(each.about(record, self._spans(each.where)) for each in questions)

    def _spans(self, places: tuple[tuple[int, int], ...]) -> tuple[Span, ...]:
        """Return places as spans of the text that was given, in the order given."""
        return tuple([self._span(place) for place in places])

    def _span(self, place: tuple[int, int]) -> Span:
        """Return a place as a span, one and the same for all records that rest on it."""
        span = self.spans.get(place)
        if span is None:
            start, end = self.unwrapped.place(*place)
            marks = COMBINING.match(self.given, end) if end > start else None
            end = marks.end() if marks else end
            span = self.spans[place] = Span(start=start, end=end)
        return span

    def _date(self, date: DateMention) -> DateMention:
        """Let a date count in the text that was given, and hold its words as they stand there."""
        if self.text is self.given:
            return date
        (span,) = self._spans(((date.span.start, date.span.end),))
        return date.evolve(span=span, text=span.of(self.given))


def _known(source: Source) -> When | None:
    if source.published is None or source.updated is None:
        return source.published
    return When.between(source.published, source.updated)


def _once(records: list[R]) -> tuple[R, ...]:
    return tuple(dict.fromkeys(records))


def _place(doubt: Doubt) -> tuple[Span, ...]:
    return doubt.spans
