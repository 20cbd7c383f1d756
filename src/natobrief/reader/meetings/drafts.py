"""A meeting in the making, and when two mentions make one."""

from __future__ import annotations

import copy

from natobrief.model import (
    Actor,
    Group,
    MeetingFormat,
    MeetingKind,
    Organization,
    Outcome,
    Participant,
    Place,
)
from natobrief.reader.meetings.encounter import Encounter
from natobrief.reader.meetings.status import Status
from natobrief.reader.notes import Note, Question
from natobrief.when import DateMention, Period, When

__all__ = ["FAMILY", "MeetingDraft", "is_same", "last_told", "merge", "same_actor", "start_of"]

FAMILY = {"session": "meeting", "conference": "meeting", "summit": "meeting"}


class MeetingDraft:
    """A meeting in the making."""

    __slots__ = (
        "again",
        "agenda",
        "body",
        "date",
        "day",
        "encounters",
        "format",
        "kind",
        "level",
        "moved_from",
        "name",
        "notes",
        "part_of",
        "participants",
        "place",
        "questions",
        "status",
        "when",
    )

    def __init__(self, encounter: Encounter, status: Status) -> None:
        self.encounters: list[Encounter] = [encounter]
        self.again: list[Encounter] = []
        self.status: Status = status
        self.name: str = ""
        self.body: Organization | None = None
        self.level: str | None = None
        self.kind: MeetingKind | None = None
        self.format: MeetingFormat | None = None
        self.participants: list[Participant] = []
        self.place: Place | None = None
        self.date: DateMention | None = None
        self.when: When | Period | None = None
        self.day: When | None = None
        self.moved_from: When | Period | None = None
        self.part_of: MeetingDraft | None = None
        self.agenda: list[tuple[int, int]] = []
        self.notes: list[Note] = []
        self.questions: list[Question] = []

    @property
    def first(self) -> Encounter:
        """The first mention, which names it."""
        return self.encounters[0]

    @property
    def time(self) -> When | Period | None:
        """When it is, as far as the text tells."""
        return self.when if self.date is not None else self.day

    @property
    def dated_at(self) -> tuple[tuple[int, int], ...]:
        """Where the words stand that date it."""
        if self.date is None:
            return ((self.first.start, self.first.end),)
        return ((self.date.span.start, self.date.span.end),)

    def only(self, kept: Note, others: list[Note], first: Encounter | None) -> MeetingDraft:
        """Return the encounter with one of several who were met separately."""
        start, end = kept.where[0]
        draft = copy.copy(self)
        draft.encounters = [first or self.first._replace(start=start, end=end)]
        draft.again, draft.agenda = [], list(self.agenda)
        draft.questions = list(self.questions)
        draft.notes = [n for n in draft.notes if n is kept or n not in others]
        away = {i for i, n in enumerate(self._told()) if n in others and n is not kept}
        draft.participants = [p for i, p in enumerate(self.participants) if i not in away]
        return draft

    def _told(self) -> list[Note]:
        return [note for note in self.notes if note.field == "participants"]


def start_of(encounter: Encounter) -> int:
    """Return where an encounter is named: the key of their order."""
    return encounter.start


def last_told(draft: MeetingDraft) -> int:
    """Return where a text tells of a meeting last, so far."""
    return max(told[-1].start for told in (draft.encounters, draft.again) if told)


def same_actor(a: Actor, b: Actor) -> bool:
    """Say whether two names mean one actor."""
    if a.id is not None and b.id is not None:
        return a.id == b.id and type(a) is type(b)
    return a.name.lower() == b.name.lower()


def is_same(old: MeetingDraft, new: MeetingDraft) -> bool:
    """Say whether two mentions tell of one encounter."""
    if not _compatible(old.time, new.time) or old.status.status is not new.status.status:
        return False
    if old.body is not None and new.body is not None:
        return same_actor(old.body, new.body)
    a, b = FAMILY.get(old.first.kind, old.first.kind), FAMILY.get(new.first.kind, new.first.kind)
    if a != b and {a, b} != {"meeting", "talks"}:
        return False
    theirs = [p.actor for p in old.participants if not isinstance(p.actor, Group)]
    ours = [p.actor for p in new.participants if not isinstance(p.actor, Group)]
    if not theirs or not ours:
        return False
    shared = sum(any(same_actor(x, y) for y in theirs) for x in ours)
    return shared == len(ours) and (len(ours) > 1 or shared == len(theirs))


def _compatible(a: When | Period | None, b: When | Period | None) -> bool:
    return a is None or b is None or a == b


def merge(old: MeetingDraft, new: MeetingDraft) -> None:
    """Add to a meeting what a further mention tells."""
    old.encounters.extend(new.encounters)
    fields = ("body", "level", "kind", "format", "place", "date", "moved_from")
    taken = {None, "participants"}
    for field in fields:
        if getattr(old, field) is None and getattr(new, field) is not None:
            setattr(old, field, getattr(new, field))
            if field == "date":
                old.when = new.when
            taken.add("held" if field == "date" else field)
            taken.add("scheduled" if field == "date" else field)
    for participant in new.participants:
        if not any(same_actor(p.actor, participant.actor) for p in old.participants):
            old.participants.append(participant)
    if old.status.outcome is Outcome.UNKNOWN:
        old.status = new.status
        taken |= {"status", "outcome"}
    old.notes.extend(note for note in new.notes if note.field in taken)
    old.questions.extend(new.questions)
