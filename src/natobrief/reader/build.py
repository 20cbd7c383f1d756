"""From text to brief: the layers in order, then the records with their evidence and doubts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TypeVar

from natobrief.directory import Directory
from natobrief.errors import Fault, InvalidValue, show
from natobrief.model import (
    Brief,
    Doubt,
    Evidence,
    Meeting,
    Outcome,
    Person,
    Post,
    Quote,
    Source,
    Statement,
)
from natobrief.reader.blocks import find_blocks, signatures
from natobrief.reader.dating import Dated, date_text, terms_of
from natobrief.reader.encounters import find_encounters
from natobrief.reader.indirect import reported_speech
from natobrief.reader.knowledge import Knowledge
from natobrief.reader.lexicon import DEFAULT
from natobrief.reader.meetings import MeetingDraft, meeting_drafts
from natobrief.reader.mentions import Mention, MentionKind
from natobrief.reader.notes import Note, Question
from natobrief.reader.page import Page
from natobrief.reader.people import Identity, People
from natobrief.reader.speakers import direct_quotes
from natobrief.reader.statements import Speech, StatementDraft, statement_drafts
from natobrief.reader.unwrapping import unwrap
from natobrief.reader.utterances import Utterance, utterances
from natobrief.text import Span
from natobrief.when import DateMention, When, WhenLike, find
from natobrief.when.moment import when_of

__all__ = ["read"]

_UID_DIGITS = 12

R = TypeVar("R")


def read(
    text: str,
    *,
    published: WhenLike | None = None,
    source: Source | None = None,
    directory: Directory | None = None,
    zone: str | None = None,
) -> Brief:
    """Read an article, a press release or another text into a brief.

    Reading is deterministic, and it asks neither the clock nor the network. Offsets in the spans
    of the brief count characters of exactly the ``text`` given. Each line is a paragraph, except
    in a text that is wrapped at a fixed width of up to 100 characters: there a paragraph ends at a
    blank line, and the records hold its words on one line.

    Args:
        text: Plain text or Markdown, with any style of newlines.
        published: The day from which "yesterday" counts. If it is left out, the source's own
            ``published`` is taken; without that, the text's own date; without that, the year is
            inferred from the weekdays in the text and from the speakers' times in office.
        source: The document that the text is from. The brief's source also carries the hash of
            the text and the day of publication.
        directory: What is known about people, posts and bodies; the bundled one by default.
        zone: The time zone of dates that name none: ``Europe/Brussels``. UTC by default.

    Returns:
        The brief, with evidence for every record and a doubt for all that isn't decided.

    Raises:
        InvalidValue: ``text`` is no text or has lone surrogates, another argument is of another
            type, ``zone`` is no time zone, or ``published`` and the source's own day of
            publication differ.
        InvalidDate: ``published`` is no date.

    >>> brief = read('"The risk of conflict is real," Jens Stoltenberg said on 7 January 2022.')
    >>> brief.quotes[0].text, brief.quotes[0].speaker.name
    ('The risk of conflict is real,', 'Jens Stoltenberg')
    """
    checked = _checked(text)
    _check_type("source", source, Source)
    _check_type("directory", directory, Directory)
    _check_zone(zone)
    day = _published(published, source, zone)
    document = _document(checked, source, day)
    knowledge = Knowledge.of(directory if directory is not None else Directory.default())
    return _Reading(checked, document, knowledge, zone).brief(day)


def _checked(text: object) -> str:
    if type(text) is not str:
        raise InvalidValue([Fault(path="read.text", allowed="text", came=show(text))])
    if not text.isascii():
        try:
            text.encode("utf-8")
        except UnicodeEncodeError as error:
            came = f"{show(text[error.start])} at {error.start}"
            fault = Fault(path="read.text", allowed="text without lone surrogates", came=came)
            raise InvalidValue([fault]) from None
    return text


def _check_type(name: str, value: object, wanted: type) -> None:
    if value is not None and not isinstance(value, wanted):
        allowed = f"a {wanted.__name__} or None"
        raise InvalidValue([Fault(path=f"read.{name}", allowed=allowed, came=show(value))])


def _check_zone(zone: str | None) -> None:
    """Report a zone that is none here, before one of the layers trips over it."""
    try:
        find("", zone=zone)
    except InvalidValue as error:
        faults = [Fault(path="read.zone", allowed=f.allowed, came=f.came) for f in error.faults]
        raise InvalidValue(faults) from None


def _published(published: WhenLike | None, source: Source | None, zone: str | None) -> When | None:
    own = source.published if source is not None else None
    if published is None:
        return own
    given = when_of(published, zone, "read.published")
    if own is not None and own != given:
        allowed = f"the source's own day of publication ({own}), or None"
        raise InvalidValue([Fault(path="read.published", allowed=allowed, came=str(given))])
    return given


def _document(text: str, source: Source | None, day: When | None) -> Source:
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    document = source if source is not None else Source()
    if document.text_sha256 is None:
        document = document.evolve(text_sha256=digest)
    return document if document.published == day else document.evolve(published=day)


class _Reading:
    """One text on its way to a brief."""

    def __init__(self, text: str, source: Source, knowledge: Knowledge, zone: str | None) -> None:
        self.given, self.source, self.zone = text, source, zone
        self.knowledge = knowledge
        self.unwrapped = unwrap(text)
        self.text = self.unwrapped.text
        self.page = Page(self.text, knowledge.names, DEFAULT)
        self.digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
        self.evidence: list[Evidence] = []
        self.doubts: list[Doubt] = []
        self.known: When | None = None

    def brief(self, published: When | None) -> Brief:
        page = self.page
        signed = signatures(page)
        blocks = find_blocks(page, signed)
        lines = page.layout.lines
        page.hide([(lines[b.first].start, lines[b.last].end) for b in blocks])
        said = utterances(page, blocks, signed, direct_quotes(page), reported_speech(page))
        offices = {s.speaker.start: s.office for s in signed if s.office is not None}
        people = People(page, self.knowledge, offices)
        dated = self._dated(people, said, published)
        people.on = dated.dating.reference
        encounters = find_encounters(page)
        drafts = meeting_drafts(page, people, encounters, dated)
        speeches = list(self._speeches(people, said))
        told = statement_drafts(page, people, speeches, drafts, dated)
        return self._assembled(dated, speeches, told, drafts)

    def _speeches(self, people: People, said: list[Utterance]) -> Iterator[Speech]:
        """Say who speaks each time; a pronoun can go on with the last speaker of its paragraph."""
        last: Mention | None = None
        line = -1
        for utterance in said:
            row = utterance.speaker
            if row is None:
                yield Speech(utterance, None)
                continue
            here = self.page.layout.line_index(row.start)
            identity = people.identify(row)
            if identity.actor is None and row.kind is MentionKind.PRONOUN and last and here == line:
                identity = people.inherited(row, last) or identity
            if identity.actor is not None and row.kind is not MentionKind.PRONOUN:
                last, line = row, here
            yield Speech(utterance, identity)

    def _dated(self, people: People, said: list[Utterance], published: When | None) -> Dated:
        speakers: dict[tuple[Person, Post | None], None] = {}
        for utterance in said:
            if utterance.speaker is None:
                continue
            identity = people.identify(utterance.speaker)
            if isinstance(identity.actor, Person):
                speakers[identity.actor, identity.post] = None
        terms = terms_of(self.knowledge, speakers)
        return date_text(self.page, terms, published, self.zone)

    # --- records --------------------------------------------------------------------------------

    def _assembled(
        self,
        dated: Dated,
        speeches: list[Speech],
        told: list[StatementDraft],
        drafts: list[MeetingDraft],
    ) -> Brief:
        published = self.source.published
        self.known = _known(self.source) if published is not None else dated.known
        uids = {id(draft): self._uid(draft) for draft in drafts}
        meetings = [self._meeting(draft, uids[id(draft)]) for draft in drafts]
        statements = {id(draft): self._statement(draft, uids) for draft in told}
        owners = {id(s.utterance): draft for draft in told for s in draft.speeches}
        quotes: list[Quote] = []
        for speech in speeches:
            owner = owners.get(id(speech.utterance))
            statement = statements[id(owner)] if owner is not None else None
            quotes.append(self._quote(speech, statement))
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

    def _meeting(self, draft: MeetingDraft, uid: str) -> Meeting:
        is_held = draft.status.outcome is Outcome.HELD
        meeting = Meeting(
            uid=uid,
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
            outcome=draft.status.outcome,
            agenda=[" ".join(self.text[a:b].split()) for a, b in draft.agenda],
            spans=self._spans(tuple((e.start, e.end) for e in draft.encounters)),
            source=self.source,
            known=self.known,
        )
        self._note(meeting.id, draft.notes, draft.questions)
        return meeting

    def _statement(self, draft: StatementDraft, uids: dict[int, str]) -> Statement:
        where = sorted({*draft.where, *(p for s in draft.speeches for p in s.utterance.where)})
        statement = Statement(
            speaker=draft.actor,
            post=draft.post,
            made=draft.made,
            genre=draft.genre,
            occasion=uids[id(draft.occasion)] if draft.occasion is not None else None,
            occasion_relation=draft.relation,
            spans=self._spans(tuple(where)),
            source=self.source,
            known=self.known,
        )
        first = draft.speeches[0]
        notes: list[Note] = []
        if first.identity is not None:
            notes.append(_why_speaker(first.utterance, first.identity))
        if draft.post is not None:
            notes.append(_why_post(draft.speeches, draft.post))
        self._note(statement.id, [*notes, *draft.notes], draft.questions)
        return statement

    def _quote(self, speech: Speech, statement: Statement | None) -> Quote:
        utterance, identity = speech.utterance, speech.identity
        quote = Quote(
            text="\n".join(self.text[start:end] for start, end in utterance.where),
            speaker=identity.actor if identity is not None else None,
            post=statement.post if statement is not None else None,
            said=statement.made if statement is not None else None,
            kind=utterance.kind,
            cue=self._words(utterance.cue, lower=True),
            spans=self._spans(utterance.where),
            attribution_text=self._words(utterance.attribution),
            statement=statement.id if statement is not None else None,
            source=self.source,
            known=self.known,
        )
        notes = [Note(None, utterance.where, utterance.rule, utterance.reason)]
        if identity is not None and identity.actor is not None:
            notes.append(_why_speaker(utterance, identity))
        if statement is not None and statement.made is not None:
            reason = "the statement that it belongs to was made then"
            notes.append(Note("said", (), "statement-day", reason))
        if quote.post is not None:
            notes.append(_why_post([speech], quote.post))
        if utterance.cue is not None:
            notes.append(Note("cue", (utterance.cue,), utterance.rule, "the word that reports"))
        self._note(quote.id, notes, _questions(speech))
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
        found = (self.unwrapped.place(start, end) for start, end in places)
        return tuple(Span(start=start, end=end) for start, end in found)

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


def _why_speaker(utterance: Utterance, identity: Identity) -> Note:
    where = (utterance.attribution,) if utterance.attribution is not None else ()
    return Note("speaker", (*where, *identity.where), identity.rule, identity.reason)


def _why_post(speeches: list[Speech], post: Post) -> Note:
    reason = f"the text gives the speaker this office: {post.name}"
    if post.id is not None:
        reason += f", which the directory knows as {post.id}"
    where = tuple(s.utterance.attribution for s in speeches[:1] if s.utterance.attribution)
    return Note("post", where, "office", reason)


def _questions(speech: Speech) -> list[Question]:
    utterance, identity = speech.utterance, speech.identity
    questions: list[Question] = []
    if identity is None:
        reason = "nothing near these words says who spoke them"
        questions.append(Question("speaker-unknown", utterance.where[:1], reason, "speaker"))
    elif identity.doubt:
        where = (utterance.attribution,) if utterance.attribution else utterance.where[:1]
        reason = identity.reason
        questions.append(Question(identity.doubt, where, reason, "speaker", identity.candidates))
    if utterance.unsure is not None:
        reason = "the paragraph may belong to the signed words below it, or to the reporter"
        questions.append(Question("block-start", (utterance.unsure,), reason, "spans"))
    return questions
