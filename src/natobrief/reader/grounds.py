"""Why a record was read so, and what was left open: notes and questions for the assembly."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from natobrief.model import Person, Post, QuoteKind
from natobrief.reader.meetings.merging import MeetingDraft
from natobrief.reader.notes import Note, Question
from natobrief.reader.people.identities import Identity, People
from natobrief.reader.people.offices import office_doubt
from natobrief.reader.quotes.utterances import Utterance
from natobrief.reader.statements.speeches import Speech, StatementDraft
from natobrief.when import Period, When

__all__ = [
    "meeting_notes",
    "meeting_questions",
    "quote_notes",
    "quote_questions",
    "statement_notes",
    "statement_questions",
]

Place = tuple[int, int]

_SOME = 20  # how many wordings of one office are compared
_TIMES = ("held", "scheduled")


# --- quotes ---------------------------------------------------------------------------------------


def quote_notes(
    people: People, speech: Speech, post: Post | None, owner: StatementDraft | None, *, dated: bool
) -> list[Note]:
    """Say why each field of a quote is set.

    Args:
        people: Who is who in the text.
        speech: The words and their speaker.
        post: The office that the quote gets.
        owner: The statement that it is a part of.
        dated: Whether the quote has the statement's day.
    """
    utterance, identity = speech.utterance, speech.identity
    notes = [Note(None, utterance.where, utterance.rule, utterance.reason)]
    if identity is not None and identity.actor is not None:
        notes.append(_why_speaker(utterance, identity))
    if post is not None:
        notes.append(_why_post(people, speech, post))
    if utterance.kind is not QuoteKind.DIRECT:
        notes.append(_why_kind(utterance))
    if utterance.cue is not None:
        notes.append(Note("cue", (utterance.cue,), utterance.rule, "the word that reports"))
    if utterance.attribution is not None:
        reason = "the words that name the source"
        notes.append(Note("attribution_text", (utterance.attribution,), utterance.rule, reason))
    if owner is not None:
        notes.extend(_why_statement(utterance, owner, dated=dated))
    return notes


def _why_kind(utterance: Utterance) -> Note:
    reason = "the words are reported without quotation marks"
    if utterance.kind is QuoteKind.MIXED:
        reason = "the quoted words are a part of the sentence that reports them"
    return Note("kind", utterance.where, utterance.rule, reason)


def _why_statement(utterance: Utterance, owner: StatementDraft, *, dated: bool) -> Iterator[Note]:
    reason = "said by one speaker on one occasion"
    where = owner.speeches[0].utterance.where
    yield Note("statement", tuple(dict.fromkeys((*where, *utterance.where))), "gathered", reason)
    if dated:
        days = tuple(place for note in owner.notes if note.field == "made" for place in note.where)
        reason = "the statement that it belongs to was made then"
        yield Note("said", days or utterance.where, "statement-day", reason)


def quote_questions(people: People, speech: Speech, draft: StatementDraft | None) -> list[Question]:
    """Say what is open about a quote."""
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
    if draft is not None:
        questions.extend(_office_of(people, speech, draft))
    return questions


def _office_of(people: People, speech: Speech, draft: StatementDraft) -> Iterator[Question]:
    """Doubt the office of a quote if its own words name it; else the statement's doubt stands."""
    own = speech.utterance.attribution
    for question in _office_questions(people, speech, draft.post, draft.made or people.on):
        if own is not None and all(own[0] <= a and b <= own[1] for a, b in question.where):
            yield question


# --- statements -----------------------------------------------------------------------------------


def statement_notes(people: People, draft: StatementDraft) -> list[Note]:
    """Say why each field of a statement is set."""
    first = draft.speeches[0]
    where = tuple(place for speech in draft.speeches for place in speech.utterance.where)
    reason = "what one speaker says on one occasion"
    notes = [Note(None, where, "gathered", reason)]
    if first.identity is not None and draft.actor is not None:
        notes.append(_why_speaker(first.utterance, first.identity))
    if draft.post is not None:
        notes.append(_why_post(people, first, draft.post))
    return [*notes, *draft.notes]


def statement_questions(people: People, draft: StatementDraft) -> list[Question]:
    """Say what is open about a statement."""
    on = draft.made or people.on
    found = _office_questions(people, draft.speeches[0], draft.post, on)
    return [*draft.questions, *found]


# --- meetings -------------------------------------------------------------------------------------


def meeting_notes(draft: MeetingDraft, *, held: bool) -> list[Note]:
    """Say why each field of a meeting is set.

    A day that was read for a plan counts for the day on which it was held, if it was held.
    """
    field = _TIMES[0] if held else _TIMES[1]
    notes = [n._replace(field=field) if n.field in _TIMES else n for n in draft.notes]
    first = draft.first
    if draft.name:
        reason = f"the text calls it “{draft.name}”"
        notes.append(Note("name", ((first.start, first.end),), "meeting-name", reason))
    return list(dict.fromkeys(notes))


def meeting_questions(people: People, draft: MeetingDraft) -> list[Question]:
    """Say what is open about a meeting, the offices of its participants included."""
    questions = list(draft.questions)
    on = draft.time or people.on
    for participant in draft.participants:
        person, post = participant.actor, participant.post
        if not isinstance(person, Person) or post is None:
            continue
        doubt = office_doubt(people.knowledge, person, post, on)
        if doubt is not None:
            where = (_office_place(people, person.name, post) or _first_place(draft),)
            questions.append(
                Question(doubt.code, where, doubt.reason, "participants", doubt.candidates)
            )
    return questions


def _first_place(draft: MeetingDraft) -> Place:
    return draft.first.start, draft.first.end


# --- shared ---------------------------------------------------------------------------------------


def _why_speaker(utterance: Utterance, identity: Identity) -> Note:
    where = (utterance.attribution,) if utterance.attribution is not None else ()
    return Note("speaker", (*where, *identity.where), identity.rule, identity.reason)


def _why_post(people: People, speech: Speech, post: Post) -> Note:
    reason = f"the text gives the speaker this office: {post.name}"
    if post.id is not None:
        reason += f", which the directory knows as {post.id}"
    return Note("post", (_named_at(people, speech, post),), "office", reason)


def _named_at(people: People, speech: Speech, post: Post) -> Place:
    """Say where the office stands: with the name, wherever in the text that is."""
    actor = speech.identity.actor if speech.identity is not None else None
    place = _office_place(people, actor.name, post) if actor is not None else None
    utterance = speech.utterance
    return place or utterance.attribution or utterance.where[0]


def _office_place(people: People, name: str, post: Post) -> Place | None:
    figure = people.figures.by_name.get(name)
    if figure is None:
        return None
    if post.name in figure.offices:
        return figure.offices[post.name]
    some = itertools.islice(figure.offices.items(), _SOME)
    return next((place for words, place in some if words.endswith(post.name)), None)


def _office_questions(
    people: People, speech: Speech, post: Post | None, on: When | Period | None
) -> Iterator[Question]:
    """Ask about an office that the directory contradicts."""
    actor = speech.identity.actor if speech.identity is not None else None
    if post is None or not isinstance(actor, Person):
        return
    doubt = office_doubt(people.knowledge, actor, post, on)
    if doubt is not None:
        where = (_named_at(people, speech, post),)
        yield Question(doubt.code, where, doubt.reason, "post", doubt.candidates)
