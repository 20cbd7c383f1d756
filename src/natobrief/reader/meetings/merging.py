"""Encounters put together: several mentions of one become one meeting."""

from __future__ import annotations

import re

from natobrief.model import (
    Actor,
    Country,
    Group,
    MeetingStatus,
    Organization,
    Outcome,
    Participant,
    Place,
)
from natobrief.reader.dating import Dated
from natobrief.reader.meetings.agenda import read_agendas
from natobrief.reader.meetings.circumstances import (
    body_in_name,
    format_of,
    kind_of,
    level_of,
    place_of,
)
from natobrief.reader.meetings.dates import Calendar
from natobrief.reader.meetings.drafts import MeetingDraft, is_same, last_told, merge, same_actor
from natobrief.reader.meetings.encounter import Encounter
from natobrief.reader.meetings.guests import Party
from natobrief.reader.meetings.home_side import home_side
from natobrief.reader.meetings.parties import parties
from natobrief.reader.meetings.status import Status, status_of
from natobrief.reader.meetings.titles import name_of
from natobrief.reader.notes import Note, Question
from natobrief.reader.page import Page
from natobrief.reader.people.identities import People
from natobrief.reader.people.mentions import Mention, MentionKind

__all__ = ["MeetingDraft", "meeting_drafts"]

_MEMORY = 40  # how many encounters back a text points or repeats itself
_PAST_LEAD = re.compile(r"\b(?:after|following|at|during) (?:the|this) $", re.I)
_SEPARATE = re.compile(r"\bseparate(?:ly)?\b")
_NEAR = 4  # how many sentences back "the presidents" can point
_THEY = re.compile(
    r"(?:(?:the|both|these) )?(?:two |three )?(?:parties|sides|leaders|presidents|interlocutors"
    r"|ministers|heads of state|politicians|diplomats|they)",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:next|new|another|second|third|fourth|fifth)(?: [a-z-]+){0,2}(?: of)? $", re.IGNORECASE
)
_BESIDE = 5  # how far behind "on the margins of the" the larger encounter can begin
_MARGINS = re.compile(
    r"\b(?:on the (?:margins|sidelines) of|as part of|within the framework of|in the framework of"
    r"|during|at) (?:(?:the|an?|his|her|their|its|today's) )?"
)


def meeting_drafts(
    page: Page, people: People, encounters: list[Encounter], dated: Dated
) -> list[MeetingDraft]:
    """Put the encounters of a text together, in the order of their first naming."""
    reader = _Reader(page, people, encounters, dated)
    for encounter in encounters:
        reader.take(encounter)
    reader.link()
    read_agendas(page, reader.drafts)
    for draft in reader.drafts:
        draft.name = "" if not page.uses("meeting-name") else name_of(page, draft)
    return reader.drafts


def _can_be(kind: str, word: str) -> bool:
    if word in ("meeting", "session"):
        return kind not in ("call", "visit", "briefing")
    return kind == word


def _is_told_of(draft: MeetingDraft) -> bool:
    """Ask for a day or a place of "the talks", and for any circumstance of a mere call."""
    first, has_time = draft.first, draft.date is not None or draft.day is not None
    if first.again:
        came = any(note.rule == "attended-by" for note in draft.notes)
        return not first.plural and (has_time or draft.place is not None or came)
    if first.kind == "call":
        return has_time or bool(draft.participants) or draft.body is not None
    return True


class _Reader:
    def __init__(
        self, page: Page, people: People, encounters: list[Encounter], dated: Dated
    ) -> None:
        self.page, self.people = page, people
        self.calendar = Calendar(page, encounters, dated)
        self.drafts: list[MeetingDraft] = []

    def take(self, encounter: Encounter) -> None:
        if encounter.again:
            draft = self.meant(encounter)
            if draft is not None:
                self.go_on(draft, encounter)
                return
        new = self.draft(encounter)
        if not _is_told_of(new):
            return
        for one in self.parted(new):
            self.add(one)

    def add(self, new: MeetingDraft) -> None:
        head = new.first.head[0]
        if _ANOTHER.search(self.page.text[max(head - 40, 0) : head]):
            self.drafts.append(new)  # "the next round of talks with": not those told of before
            return
        for old in reversed(self.drafts[-_MEMORY:]):
            if is_same(old, new):
                merge(old, new)
                return
        self.drafts.append(new)

    def parted(self, draft: MeetingDraft) -> list[MeetingDraft]:
        """Make one of each of those who were spoken with "separately"."""
        encounter = draft.first
        words = self.page.text[encounter.start : encounter.until]
        others = [n for n in draft.notes if n.rule == "complement"]
        if _SEPARATE.search(words) is None or len(others) < 2:
            return [draft]
        return [
            draft.only(note, others, encounter if not i else None) for i, note in enumerate(others)
        ]

    def link(self) -> None:
        """Say which encounter another one is part of: "on the margins of the summit"."""
        if not self.page.uses("margins"):
            return
        named = {
            encounter.start: draft
            for draft in self.drafts
            for encounter in (*draft.again, *draft.encounters)
        }
        for draft in self.drafts:
            first = draft.first
            end = self.page.layout.sentences[first.sentence][1]
            m = _MARGINS.search(self.page.text, first.head[1], min(end, first.until + 120))
            if m is None or self.page.quoted[m.start()]:
                continue
            near = (named.get(place) for place in range(m.end(), m.end() + _BESIDE))
            larger = next((one for one in near if one is not None), None)
            if larger is not None and larger is not draft and larger.part_of is not draft:
                draft.part_of = larger
                words = _level(m[0])
                reason = f"“{words}” says that it is part of the {larger.first.kind}"
                draft.notes.append(Note("part_of", (m.span(),), "margins", reason))

    def go_on(self, draft: MeetingDraft, encounter: Encounter) -> None:
        """Add what a sentence that points back tells of the place, the day and who came."""
        draft.again.append(encounter)
        more = self.draft(encounter)
        if more.status.status is draft.status.status or more.status.outcome is Outcome.UNKNOWN:
            more.status = draft.status
            more.encounters = []
            came = [n for n in more.notes if n.field == "participants" and n.rule == "attended-by"]
            if not came:
                more.participants = []
            more.level = more.kind = more.body = None
            more.format = more.format if draft.format is None else None
            more.questions = []
            more.notes = [n for n in more.notes if n.field != "participants"] + came
            merge(draft, more)

    def meant(self, encounter: Encounter) -> MeetingDraft | None:
        """Find what "the meeting" points back to: what was told of last, if the kind allows it."""
        if encounter.plural:
            return None
        fits = [d for d in self.drafts[-_MEMORY:] if _can_be(d.first.kind, encounter.kind)]
        start = self.page.layout.sentences[encounter.sentence][0]
        lead = self.page.text[max(start, encounter.start - 24) : encounter.start]
        if _PAST_LEAD.search(lead):
            # "said after the meeting": one that took place, if there is one.
            fits = [d for d in fits if d.status.outcome is Outcome.HELD] or fits
        return max(fits, key=last_told, default=None)

    def draft(self, encounter: Encounter) -> MeetingDraft:
        page, status = self.page, status_of(self.page, encounter)
        if not page.uses(status.rule):
            status = Status(MeetingStatus.CONFIRMED, Outcome.UNKNOWN, status.rule, None)
        draft = MeetingDraft(encounter, status)
        where = ((encounter.start, encounter.end),)
        words = page.text[encounter.start : encounter.end]
        draft.notes.append(
            Note(None, where, encounter.rule, f"“{_level(words)}” names an encounter")
        )
        self._body(draft, encounter)
        found = parties(page, encounter)
        self._participants(draft, found)
        self._home_side(draft, encounter, found)
        self._level_and_kind(draft, encounter, found)
        self._place(draft, encounter)
        self.calendar.note(draft, encounter)
        self._status(draft)
        return draft

    def _body(self, draft: MeetingDraft, encounter: Encounter) -> None:
        row = encounter.body or body_in_name(self.page, encounter)
        if row is None or not self.page.uses("body"):
            return
        identity = self.people.identify(row)
        if isinstance(identity.actor, Organization):
            draft.body = identity.actor
            draft.notes.append(
                Note(
                    "body",
                    ((row.start, row.end),),
                    "body",
                    f"{identity.reason}; it is the body that meets",
                )
            )
            if identity.doubt:
                draft.questions.append(
                    Question(
                        identity.doubt,
                        ((row.start, row.end),),
                        identity.reason,
                        "body",
                        identity.candidates,
                    )
                )

    def _participants(self, draft: MeetingDraft, found: list[Party]) -> None:
        for party in found:
            place = ((party.row.start, party.row.end),)
            if _THEY.fullmatch(party.row.name) and self._those_before(draft, party):
                continue
            identity = self.people.identify(party.row)
            if identity.actor is None:
                reason = f"who takes part is not clear: {identity.reason}"
                code = identity.doubt or "participant-unresolved"
                draft.questions.append(
                    Question(code, place, reason, "participants", identity.candidates)
                )
                continue
            if any(same_actor(p.actor, identity.actor) for p in draft.participants):
                continue
            actor = self._with_members(party.row, identity.actor)
            draft.participants.append(Participant(actor=actor, post=identity.post, role=party.role))
            reason = f"“{party.row.name}” takes part ({_PARTY[party.rule]}); {identity.reason}"
            draft.notes.append(Note("participants", (*place, *identity.where), party.rule, reason))

    def _home_side(self, draft: MeetingDraft, encounter: Encounter, found: list[Party]) -> None:
        side = home_side(self.page, self.people, encounter, found)
        if side is None or not self.page.uses("home-side"):
            return
        (state, row), actor = side, Country(id=side[0].id or None, name=side[0].name)
        if any(same_actor(p.actor, actor) for p in draft.participants):
            return
        draft.participants.insert(0, Participant(actor=actor))
        reason = f"“{row.name}” speaks of talks with others for {state.name}, the side left out"
        place = ((row.start, row.end),)
        draft.notes.append(Note("participants", place, "home-side", reason))

    def _those_before(self, draft: MeetingDraft, party: Party) -> bool:
        """Read "the presidents" and "they" as those who took part in what was told of last."""
        told = [d for d in self.drafts[-_MEMORY:] if len(d.participants) > 1]
        if not told or not self.page.uses("those-before"):
            return False
        last = max(told, key=last_told)
        if last.first.sentence < draft.first.sentence - _NEAR:
            return False
        for one in last.participants:
            if not any(same_actor(p.actor, one.actor) for p in draft.participants):
                draft.participants.append(one.evolve(role=party.role))
                reason = f"“{party.row.name}” are those who took part in the {last.first.kind}"
                where = ((party.row.start, party.row.end),)
                draft.notes.append(Note("participants", where, "those-before", reason))
        return True

    def _with_members(self, row: Mention, actor: Actor) -> Actor:
        """Give "the leaders of Norway and Sweden" the states as members."""
        if not isinstance(actor, Group) or actor.members or row.kind is not MentionKind.GROUP:
            return actor
        rows = [r for r in self.page.mentions.between(row.start, row.end) if r.start > row.start]
        inner = [self.people.identify(r).actor for r in rows if r.kind is MentionKind.COUNTRY]
        members = tuple(one for one in inner if one is not None)
        return actor.evolve(members=members) if members else actor

    def _level_and_kind(
        self, draft: MeetingDraft, encounter: Encounter, found: list[Party]
    ) -> None:
        level = level_of(self.page, encounter, found)
        if level is not None and self.page.uses("level"):
            draft.level = level[0]
            draft.notes.append(
                Note("level", (level[1],), "level", f"it meets at the level of {level[0]}")
            )
        kind = kind_of(self.page, encounter)
        if kind is not None and self.page.uses("kind-word"):
            draft.kind = kind[0]
            word = self.page.text[slice(*kind[1])]
            draft.notes.append(Note("kind", (kind[1],), "kind-word", f"it is called “{word}”"))
        form = format_of(self.page, encounter)
        if form is not None and self.page.uses("format-word"):
            draft.format = form[0]
            word = self.page.text[slice(*form[1])]
            draft.notes.append(
                Note("format", (form[1],), "format-word", f"“{word}” says how they meet")
            )

    def _place(self, draft: MeetingDraft, encounter: Encounter) -> None:
        row = place_of(self.page, encounter)
        if row is None or not self.page.uses("in-place"):
            return
        draft.place = Place(id=_place_id(row), name=row.name)
        reason = f"“{row.name}” stands as the place beside the encounter"
        draft.notes.append(Note("place", ((row.start, row.end),), "in-place", reason))

    def _status(self, draft: MeetingDraft) -> None:
        status = draft.status
        where = (status.where,) if status.where is not None else ()
        if status.outcome is Outcome.HELD and status.where is None:
            draft.status = status._replace(outcome=Outcome.UNKNOWN)
        if draft.status.outcome is Outcome.UNKNOWN:
            return
        words = f"“{self.page.text[slice(*status.where)]}” " if status.where else ""
        draft.notes.append(
            Note("outcome", where, status.rule, f"{words}says that it is {status.rule}")
        )
        draft.notes.append(
            Note("status", where, status.rule, f"{words}says how firm it is: {status.rule}")
        )


_SIDES = (MentionKind.COUNTRY, MentionKind.DEMONYM, MentionKind.ORGANIZATION)
_PARTY = {
    "subject": "it is the subject of the sentence",
    "complement": "it stands behind the naming words",
    "modifier": "it is part of the name",
    "chaired-by": "it leads the encounter",
    "speaks-there": "it speaks there",
    "owner": "the words say whose encounter it is",
    "those-before": "it was told before who they are",
    "attended-by": "it is listed among those who came",
}


def _place_id(row: Mention) -> str | None:
    known = [k for k in row.known if k.kind in ("country", "place") and k.id]
    is_sure = row.kind is MentionKind.COUNTRY or row.finder
    return known[0].id if len(known) == 1 and is_sure else None


def _level(text: str) -> str:
    return " ".join(text.split())
