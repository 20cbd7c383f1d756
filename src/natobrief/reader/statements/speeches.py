"""A statement in the making, and when two sets of words are parts of one."""

from __future__ import annotations

from typing import NamedTuple

from natobrief.model import Actor, Genre, OccasionRelation, Post
from natobrief.reader.meetings.merging import MeetingDraft
from natobrief.reader.notes import Note, Question
from natobrief.reader.people.identities import Identity
from natobrief.reader.quotes.utterances import Utterance
from natobrief.reader.statements.genres import are_apart, is_finer
from natobrief.reader.statements.principals import Principal
from natobrief.when import Truth, When

__all__ = ["Speech", "StatementDraft", "attributed_at"]

Place = tuple[int, int]

_FIELDS = ("made", "occasion", "audience", "topics", "principal")


class Speech(NamedTuple):
    """An utterance with the one who spoke."""

    utterance: Utterance
    identity: Identity | None


class StatementDraft:
    """A statement in the making."""

    __slots__ = (
        "actor",
        "audience",
        "genre",
        "is_earlier",
        "made",
        "notes",
        "occasion",
        "post",
        "principal",
        "questions",
        "relation",
        "speeches",
        "text",
        "topic_words",
        "topics",
        "where",
    )

    def __init__(self, speech: Speech) -> None:
        identity = speech.identity
        self.actor: Actor | None = identity.actor if identity is not None else None
        self.post: Post | None = identity.post if identity is not None else None
        self.speeches: list[Speech] = [speech]
        self.is_earlier: bool = False  # "had said": on an occasion before the one told of
        self.made: When | None = None
        self.genre: Genre | None = None
        self.occasion: MeetingDraft | None = None
        self.relation: OccasionRelation | None = None
        self.audience: list[Actor] = []
        self.topics: list[Place] = []
        self.topic_words: set[str] = set()
        self.text: Place | None = None  # all the words, where the document is the statement
        self.principal: Principal | None = None
        self.where: list[Place] = []
        self.notes: list[Note] = []
        self.questions: list[Question] = []

    def is_apart(self, other: StatementDraft) -> bool:
        """Say whether the words of another draft were said on another occasion."""
        days, forms = (self.made, other.made), (self.genre, other.genre)
        return _are_other_days(*days) or are_apart(*forms) or self._is_elsewhere(other)

    def _is_elsewhere(self, other: StatementDraft) -> bool:
        """Say whether two occasions can't be one; a press conference belongs to any."""
        one, two = self.occasion, other.occasion
        if one is None or two is None or OccasionRelation.ABOUT in (self.relation, other.relation):
            return False
        if one is two:
            return {self.relation, other.relation} == {
                OccasionRelation.BEFORE,
                OccasionRelation.AFTER,
            }
        return "briefing" not in (one.first.kind, two.first.kind)

    def shares(self, other: StatementDraft) -> bool:
        """Say whether two drafts name the same day, the same encounter or the same form."""
        return (
            (self.made is not None and self.made == other.made)
            or (self.occasion is not None and self.occasion is other.occasion)
            or (self.genre is not None and self.genre is other.genre)
        )

    def absorb(self, other: StatementDraft) -> None:
        """Add what further words of the same statement tell."""
        self.speeches.extend(other.speeches)
        self.where.extend(other.where)
        self.post = self.post or other.post
        taken: set[str | None] = {None}
        for field in _FIELDS:
            if not getattr(self, field) and getattr(other, field):
                setattr(self, field, getattr(other, field))
                taken.add("on_behalf_of" if field == "principal" else field)
        self.topic_words = self.topic_words or other.topic_words
        if "occasion" in taken:
            self.relation = other.relation
            taken.add("occasion_relation")
        if is_finer(other.genre, self.genre):
            self.genre = other.genre
            self.notes = [note for note in self.notes if note.field != "genre"]
            taken.add("genre")
        self.notes.extend(note for note in other.notes if note.field in taken)
        self.questions.extend(other.questions)

    def take_principal(self, principal: Principal) -> None:
        """Note for whom the words are said, unless that is known already."""
        if self.principal is None and principal.actor != self.actor:
            self.principal = principal
            self.notes.append(
                Note("on_behalf_of", (principal.where,), principal.rule, principal.reason)
            )


def _are_other_days(one: When | None, other: When | None) -> bool:
    return one is not None and other is not None and one.overlaps(other) is Truth.NO


def attributed_at(utterance: Utterance) -> int:
    """Say where the sentence stands that reports an utterance: at its cue, else at its words."""
    if utterance.cue is not None:
        return utterance.cue[0]
    return utterance.attribution[0] if utterance.attribution else utterance.where[0][0]
