"""When, around what, in which form, to whom and about what something is said."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from natobrief.model import DatingBasis, Genre, Group, OccasionRelation, Outcome
from natobrief.reader.dating import Dated
from natobrief.reader.meetings.merging import MeetingDraft
from natobrief.reader.notes import Note, Question
from natobrief.reader.page import Page
from natobrief.reader.people.identities import People
from natobrief.reader.quotes.said_on import is_beside, is_day
from natobrief.reader.statements.audiences import hearers
from natobrief.reader.statements.genres import FormWord, form_in, headline_form
from natobrief.reader.statements.issuing import ISSUED
from natobrief.reader.statements.occasions import Occasions
from natobrief.reader.statements.principals import named_principal
from natobrief.reader.statements.speeches import Speech, StatementDraft, attributed_at
from natobrief.reader.statements.topics import Topic, headline_topic, section_topics, topics_in
from natobrief.when import DateMention, Truth, When

__all__ = ["Settings"]

Place = tuple[int, int]

_REACH = 600  # how far from a reporting word its own sentence tells of it
_SAME_DAY = (OccasionRelation.AT, OccasionRelation.AFTER)
_EARLIER_BEFORE = re.compile(r"\b(?:had|earlier|previously)(?: (?:also|already|\w+ly))? $")
_EARLIER_BEHIND = re.compile(r" (?:earlier|previously)\b(?! (?:today|on|this))")


class Settings:
    """Reads out of the reporting sentences of a text what they tell of a statement."""

    page: Page
    people: People
    content: bytearray

    def __init__(
        self,
        page: Page,
        people: People,
        meetings: list[MeetingDraft],
        dated: Dated,
        content: bytearray,
    ) -> None:
        self.page, self.people, self.content = page, people, content
        self.dates: tuple[DateMention, ...] = dated.dates
        is_given = dated.dating.basis in (DatingBasis.GIVEN, DatingBasis.TEXT)
        self.published: When | None = dated.dating.reference if is_given else None
        self.date_starts: list[int] = [date.span.start for date in self.dates]
        self.occasions: Occasions = Occasions(page, meetings)
        self.form: FormWord | None = headline_form(page)
        self.authors: list[StatementDraft] = []  # of a document that is one statement
        self.topic: Topic | None = headline_topic(page)
        self.sections: list[tuple[int, Topic]] = section_topics(page)
        self.section_lines: list[int] = [line for line, _ in self.sections]

    def written_by(self, authors: list[StatementDraft]) -> None:
        """Let the form that the headline names be only that of its authors' statements."""
        self.authors = authors

    def is_free(self, at: int) -> bool:
        """Say whether an offset is no part of what is said, but of what is told about it."""
        return not self.page.quoted[at] and not self.content[at]

    # --- one reporting sentence -------------------------------------------------------------------

    def read(self, draft: StatementDraft, index: int) -> None:
        """Add what the reporting sentence of an utterance tells."""
        (speech,) = draft.speeches
        sentence = self._near(index, attributed_at(speech.utterance))
        draft.is_earlier = self._is_earlier(speech)
        self._occasion(draft, index, sentence)
        self._made(draft, sentence, speech)
        self._form(draft, sentence)
        self._audience(draft, sentence, speech)
        self._principal(draft, sentence)
        for topic in topics_in(self.page, sentence, self._dates_in(sentence), self.is_free):
            self._topic(draft, topic)

    def read_issued(self, draft: StatementDraft, index: int) -> None:
        """Add what a sentence about the statement itself tells."""
        sentence = self.page.layout.sentences[index]
        draft.where.append(sentence)
        reason = "the sentence tells of the statement itself"
        draft.notes.append(Note(None, (sentence,), "issued", reason))
        self._occasion(draft, index, sentence)
        self._made(draft, sentence, None)
        self._form(draft, sentence)

    def complete(self, draft: StatementDraft) -> None:
        """Add what the document as a whole tells of a statement that says nothing itself."""
        self._same_day(draft)
        if draft.is_earlier:
            return
        form = self.form
        if draft.genre is None and form is not None and self.page.uses(form.rule):
            if self._can_make(draft, form.genre):
                draft.genre = form.genre
                self._note_form(draft, form.where, form.rule)
        if self.topic is not None:
            self._topic(draft, self.topic)
        for topic in self._headings(draft):
            self._topic(draft, topic)

    def _can_make(self, draft: StatementDraft, form: Genre) -> bool:
        """Say whether the form that the headline names can be that of a statement."""
        if self.authors:
            return any(draft is author for author in self.authors)
        return form is not Genre.JOINT_STATEMENT or isinstance(draft.actor, Group)

    def _headings(self, draft: StatementDraft) -> Iterator[Topic]:
        """Return the headings of the sections that the words stand in."""
        indices: dict[int, None] = {}
        for speech in draft.speeches if self.sections else ():
            line = self.page.layout.line_index(attributed_at(speech.utterance))
            indices[bisect_left(self.section_lines, line)] = None
        for index in indices:
            if index:
                yield self.sections[index - 1][1]

    def _is_earlier(self, speech: Speech) -> bool:
        cue = speech.utterance.cue
        if cue is None:
            return False
        before = self.page.text[max(cue[0] - 24, 0) : cue[0]]
        behind = _EARLIER_BEHIND.match(self.page.text, cue[1])
        return _EARLIER_BEFORE.search(before) is not None or behind is not None

    # --- its parts --------------------------------------------------------------------------------

    def _near(self, index: int, at: int) -> Place:
        """Return the sentence around a reporting word, as far as it belongs to the word at all."""
        start, end = self.page.layout.sentences[index]
        return max(start, at - _REACH), min(end, at + _REACH)

    def _occasion(self, draft: StatementDraft, index: int, sentence: Place) -> None:
        found = self.occasions.find(index, sentence, self.is_free)
        if found is None or not self.page.uses("occasion-phrase"):
            return
        draft.occasion, draft.relation = found.meeting, found.relation
        reason = f"made {found.relation.value} the encounter “{found.meeting.name}”"
        for field in ("occasion", "occasion_relation"):
            draft.notes.append(Note(field, (found.where,), "occasion-phrase", reason))

    def _dates_in(self, sentence: Place) -> list[DateMention]:
        low = bisect_left(self.date_starts, sentence[0])
        return list(self.dates[low : bisect_left(self.date_starts, sentence[1])])

    def _made(self, draft: StatementDraft, sentence: Place, speech: Speech | None) -> None:
        """Find the day; ``speech`` is None for a sentence about the statement itself."""
        for date in self._dates_in(sentence) if self.page.uses("said-on") else ():
            if not self.is_free(date.span.start) or not isinstance(date.when, When):
                continue
            if date.resolution.duration is None and self._says_when(date, sentence, speech):
                self._take_day(draft, date, date.when)
                return

    def _says_when(self, date: DateMention, sentence: Place, speech: Speech | None) -> bool:
        start, end = sentence
        if speech is None:
            told = ISSUED.search(self.page.text, start, end)
            direct = told is not None and is_beside(self.page, date, told.span(), (start, start), 0)
            return is_day(date) or direct
        cue, row = speech.utterance.cue, speech.utterance.speaker
        if cue is None or row is None or not start <= cue[0] < end:
            return False
        low, high = min(cue[0], date.span.start), max(cue[1], date.span.end)
        if any(self.content[low:high]) or any(self.page.quoted[low:high]):
            return False
        return is_beside(self.page, date, cue, (row.start, row.end), start)

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
        if not self.page.uses("occasion-day"):
            return
        draft.made = meeting.time
        reason = f"said {draft.relation.value} “{meeting.name}”, so taken to be of the same day"
        draft.notes.append(Note("made", meeting.dated_at, "occasion-day", reason))

    def _form(self, draft: StatementDraft, sentence: Place) -> None:
        found = form_in(self.page, *sentence, self.is_free)
        if found is not None and self.page.uses(found.rule):
            draft.genre = found.genre
            self._note_form(draft, found.where, found.rule)

    def _note_form(self, draft: StatementDraft, where: Place, rule: str) -> None:
        words = self._words(where)
        draft.notes.append(Note("genre", (where,), rule, f"“{words}” names the form"))

    def _audience(self, draft: StatementDraft, sentence: Place, speech: Speech) -> None:
        if not self.page.uses("told"):
            return
        for hearer in hearers(
            self.page, self.people, sentence, self._told(speech, sentence), self.is_free
        ):
            who = hearer.identity
            if hearer.actor is None:
                if who is not None and who.doubt:
                    reason = f"who is told so is not clear: {who.reason}"
                    draft.questions.append(
                        Question(who.doubt, (hearer.where,), reason, "audience", who.candidates)
                    )
            elif hearer.actor not in draft.audience and hearer.actor != draft.actor:
                draft.audience.append(hearer.actor)
                draft.notes.append(Note("audience", (hearer.where,), "told", hearer.reason))

    def _told(self, speech: Speech, sentence: Place) -> tuple[str, Place] | None:
        place = speech.utterance.cue
        if place is None or not sentence[0] <= place[0] < sentence[1]:
            return None
        verbs = (cue.verb for cue in self.page.cues_between(place[0], place[1]))
        return next(((verb, place) for verb in verbs), None)

    def _principal(self, draft: StatementDraft, sentence: Place) -> None:
        found = named_principal(self.page, self.people, *sentence, self.is_free)
        if found is not None and self.page.uses(found.rule):
            draft.take_principal(found)

    def _topic(self, draft: StatementDraft, topic: Topic) -> None:
        words = self._words(topic.where).lower()
        if self.page.uses(topic.rule) and words not in draft.topic_words:
            draft.topic_words.add(words)
            draft.topics.append(topic.where)
            draft.notes.append(Note("topics", (topic.where,), topic.rule, topic.reason))

    def _words(self, place: Place) -> str:
        return " ".join(self.page.text[slice(*place)].split())
