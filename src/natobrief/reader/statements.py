"""Statements: what one speaker says on one occasion, and which occasion that was."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from natobrief.model import Actor, DatingBasis, Genre, OccasionRelation, Outcome, Post
from natobrief.reader.dating import Dated
from natobrief.reader.encounter import Encounter
from natobrief.reader.meetings import MeetingDraft
from natobrief.reader.mentions import MentionKind
from natobrief.reader.notes import Note, Question
from natobrief.reader.page import Page
from natobrief.reader.people import Identity, People
from natobrief.reader.said_on import is_beside, is_day
from natobrief.reader.utterances import Utterance, content_mask
from natobrief.when import DateMention, Truth, When

__all__ = ["Speech", "StatementDraft", "statement_drafts"]

Place = tuple[int, int]

_ISSUED = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Hh]is|[Hh]er|[Tt]heir|[Tt]hese|[Tt]hose) (?:[a-z]+ )?(?:statement"
    r"|remarks?|comments?"
    r"|announcement|declaration|message|warning|appeal|address|speech|words)s? "
    r"(?:(?:was|were|has been|have been) (?:issued|made|delivered|released|given|published|read)"
    r"|came|followed)\b"
)
_STATED = re.compile(
    r"(?:This|That|It) (?:was|has been) \w+ed by|(?:This|That) was (?:said|told) by|(?:He|She"
    r"|They) (?:said|stated) (?:this|so)"
)
_RELATIONS = (
    (
        re.compile(r"\b(?:after|following|at the end of|in the wake of|upon)$", re.I),
        OccasionRelation.AFTER,
    ),
    (
        re.compile(
            r"\b(?:before|ahead of|prior to|on the eve of|in the run-up to|arriving (?:at|for))$",
            re.I,
        ),
        OccasionRelation.BEFORE,
    ),
    (
        re.compile(
            r"\b(?:at|during|in|on the (?:sidelines|margins) of|opening|chairing"
            r"|addressing)$",
            re.I,
        ),
        OccasionRelation.AT,
    ),
)
_DETERMINER = re.compile(r"\s*(?:(?:the|a|an|his|her|their|its|this|that|these)\s+)?$", re.I)
_GENRES = (
    (re.compile(r"\b(?:press|news) conference\b", re.I), Genre.PRESS_CONFERENCE),
    (re.compile(r"\bbriefing\b", re.I), Genre.BRIEFING),
    (
        re.compile(r"\b(?:an? |the )?interview\b|\btold (?:the )?(?:BBC|CNN|Reuters|AFP|AP)\b"),
        Genre.INTERVIEW,
    ),
    (re.compile(r"\bjoint (?:statement|declaration)\b", re.I), Genre.JOINT_STATEMENT),
    (re.compile(r"\bcommuniqu[eé]\b", re.I), Genre.COMMUNIQUE),
    (re.compile(r"\bin a (?:\w+ )?statement\b"), Genre.WRITTEN_STATEMENT),
    (re.compile(r"\b(?:speech|address to|addressing)\b"), Genre.SPEECH),
    (re.compile(r"\bin a letter\b|\bthe letter reads\b"), Genre.LETTER),
    (re.compile(r"\btweet(?:ed)?\b|\bon (?:Twitter|Facebook|Telegram|X)\b"), Genre.POST),
)
_SAME_DAY = (OccasionRelation.AT, OccasionRelation.AFTER)


class Speech(NamedTuple):
    """An utterance with the one who spoke."""

    utterance: Utterance
    identity: Identity | None


class StatementDraft:
    """A statement in the making."""

    __slots__ = (
        "actor",
        "genre",
        "made",
        "notes",
        "occasion",
        "post",
        "questions",
        "relation",
        "speeches",
        "where",
    )

    def __init__(self, actor: Actor, post: Post | None) -> None:
        self.actor: Actor = actor
        self.post: Post | None = post
        self.speeches: list[Speech] = []
        self.made: When | None = None
        self.genre: Genre | None = None
        self.occasion: MeetingDraft | None = None
        self.relation: OccasionRelation | None = None
        self.where: list[Place] = []
        self.notes: list[Note] = []
        self.questions: list[Question] = []


def statement_drafts(
    page: Page,
    people: People,
    speeches: list[Speech],
    meetings: list[MeetingDraft],
    dated: Dated,
) -> list[StatementDraft]:
    """Gather what each speaker says, with its time and its occasion, by place."""
    reader = _Reader(page, people, speeches, meetings, dated)
    for speech in speeches:
        reader.take(speech)
    for draft in reader.drafts:
        reader.place(draft)
    return reader.drafts


class _Reader:
    def __init__(
        self,
        page: Page,
        people: People,
        speeches: list[Speech],
        meetings: list[MeetingDraft],
        dated: Dated,
    ) -> None:
        self.page, self.people = page, people
        self.meetings, self.dates = meetings, dated.dates
        is_given = dated.dating.basis in (DatingBasis.GIVEN, DatingBasis.TEXT)
        self.published = dated.dating.reference if is_given else None
        self.drafts: list[StatementDraft] = []
        self.by_actor: dict[str, StatementDraft] = {}
        self.issued = self._issued()
        self.content = content_mask(page, [speech.utterance for speech in speeches])
        self.date_starts = [date.span.start for date in self.dates]
        self.told: dict[int, list[tuple[MeetingDraft, Encounter]]] = {}
        for meeting in meetings:
            for encounter in (*meeting.encounters, *meeting.again):
                self.told.setdefault(encounter.sentence, []).append((meeting, encounter))

    def take(self, speech: Speech) -> None:
        identity = speech.identity
        if (
            identity is None
            or identity.actor is None
            or getattr(identity.actor, "anonymous", False)
        ):
            return
        key = identity.actor.id or identity.actor.name
        draft = self.by_actor.get(key)
        if draft is None:
            draft = self.by_actor[key] = StatementDraft(identity.actor, identity.post)
            self.drafts.append(draft)
        draft.speeches.append(speech)
        draft.post = draft.post or identity.post

    def _issued(self) -> list[tuple[int, Actor | None]]:
        """Find sentences such as "The statement was issued on Friday" and whose statement it is."""
        found: list[tuple[int, Actor | None]] = []
        for index, (start, end) in enumerate(self.page.layout.sentences):
            m = _ISSUED.search(self.page.text, start, min(end, start + 80))
            if m is None or self.page.quoted[m.start()]:
                continue
            found.append((index, self._issuer(start, end)))
        return found

    def _issuer(self, start: int, end: int) -> Actor | None:
        rows = self.page.mentions.between(start, end)
        by = [r for r in rows if r.governed == "by" and r.kind in _ACTORS]
        before = [
            r
            for r in self.page.mentions.between(max(start - 600, 0), start)
            if r.kind is MentionKind.PERSON and not r.owns and not self.page.quoted[r.start]
        ]
        row = by[0] if by else (before[-1] if before else None)
        return self.people.identify(row).actor if row is not None else None

    def place(self, draft: StatementDraft) -> None:
        """Find the time, the occasion and the form of a statement."""
        sentences = dict.fromkeys(index for index, actor in self.issued if actor == draft.actor)
        own = {index for index, _ in self.issued}
        for speech in draft.speeches:
            at = _attributed_at(speech.utterance)
            index = self.page.layout.sentence_index(at)
            if index not in own:
                sentences[index] = None
        for index in sentences:
            self._read(draft, index, issued=index in own)
        self._same_day(draft)

    def _read(self, draft: StatementDraft, index: int, *, issued: bool) -> None:
        start, end = self.page.layout.sentences[index]
        if issued and (start, end) not in draft.where:
            draft.where.append((start, end))
            draft.notes.append(
                Note(None, ((start, end),), "issued", "the sentence tells of the statement itself")
            )
        if draft.occasion is None:
            self._occasion(draft, index, start)
        if draft.made is None:
            self._made(draft, start, end, issued=issued)
        if draft.genre is None:
            self._genre(draft, start, end)

    def _occasion(self, draft: StatementDraft, index: int, start: int) -> None:
        for meeting, encounter in self._encounters(index):
            if self.content[encounter.start]:
                continue
            before = self.page.text[max(start, encounter.start - 60) : encounter.start]
            lead = _DETERMINER.sub("", before)
            for pattern, relation in _RELATIONS:
                m = pattern.search(lead)
                if m is None:
                    continue
                draft.occasion, draft.relation = meeting, relation
                words = (encounter.start - len(before) + m.start(), encounter.end)
                reason = f"made {relation.value} the encounter “{meeting.name}”"
                draft.notes.append(Note("occasion", (words,), "occasion-phrase", reason))
                draft.notes.append(Note("occasion_relation", (words,), "occasion-phrase", reason))
                return

    def _encounters(self, index: int) -> list[tuple[MeetingDraft, Encounter]]:
        return sorted(self.told.get(index, ()), key=lambda row: row[1].start)

    def _made(self, draft: StatementDraft, start: int, end: int, *, issued: bool) -> None:
        low, high = bisect_left(self.date_starts, start), bisect_left(self.date_starts, end)
        for date in self.dates[low:high]:
            span = date.span
            if self.page.quoted[span.start] or self.content[span.start]:
                continue
            if not isinstance(date.when, When) or date.resolution.duration is not None:
                continue
            if self._says_when(draft, date, start, end, issued=issued):
                self._take_day(draft, date, date.when)
                return

    def _says_when(
        self, draft: StatementDraft, date: DateMention, start: int, end: int, *, issued: bool
    ) -> bool:
        if issued:
            told = _ISSUED.search(self.page.text, start, end)
            direct = told is not None and is_beside(self.page, date, told.span(), (start, start), 0)
            return is_day(date) or direct
        for speech in draft.speeches:
            cue, row = speech.utterance.cue, speech.utterance.speaker
            if cue is None or row is None or not start <= cue[0] < end:
                continue
            low, high = min(cue[0], date.span.start), max(cue[1], date.span.end)
            if any(self.content[low:high]) or any(self.page.quoted[low:high]):
                continue
            if is_beside(self.page, date, cue, (row.start, row.end), start):
                return True
        return False

    def _take_day(self, draft: StatementDraft, date: DateMention, day: When) -> None:
        """Take the day for when it was said, unless the text was written before."""
        where = ((date.span.start, date.span.end),)
        if self.published is not None and day.after(self.published) is Truth.YES:
            reason = (
                f"“{date.text}” was read as {day}, which is after {self.published}, "
                "the day of the text that reports it"
            )
            draft.questions.append(Question("said-after-text", where, reason, "made", (str(day),)))
            return
        draft.made = day
        draft.notes.append(Note("made", where, "said-on", f"“{date.text}” is when it was said"))

    def _same_day(self, draft: StatementDraft) -> None:
        """Date what is said at or after an encounter by it, if nothing else does."""
        meeting = draft.occasion
        if draft.made is not None or meeting is None or not isinstance(meeting.time, When):
            return
        if draft.relation not in _SAME_DAY or meeting.status.outcome is not Outcome.HELD:
            return
        draft.made = meeting.time
        reason = f"said {draft.relation.value} “{meeting.name}”, so taken to be of the same day"
        draft.notes.append(Note("made", meeting.dated_at, "occasion-day", reason))

    def _genre(self, draft: StatementDraft, start: int, end: int) -> None:
        for pattern, genre in _GENRES:
            m = pattern.search(self.page.text, start, end)
            if m is not None and not self.page.quoted[m.start()] and not self.content[m.start()]:
                draft.genre = genre
                draft.notes.append(
                    Note("genre", (m.span(),), "genre-word", f"“{m[0]}” names the form")
                )
                return


_ACTORS = (MentionKind.PERSON, MentionKind.ORGANIZATION, MentionKind.COUNTRY, MentionKind.OFFICE)


def _attributed_at(utterance: Utterance) -> int:
    """Say where the sentence stands that reports an utterance: at its cue, else at its words."""
    if utterance.cue is not None:
        return utterance.cue[0]
    return utterance.attribution[0] if utterance.attribution else utterance.where[0][0]
