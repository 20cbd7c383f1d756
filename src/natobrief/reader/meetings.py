"""Encounters put together: several mentions of one become one meeting."""

from __future__ import annotations

import re
from bisect import bisect_left

from natobrief.model import (
    DatingBasis,
    Organization,
    Outcome,
    Participant,
    Place,
)
from natobrief.reader.agenda import AGENDA, agenda_items
from natobrief.reader.circumstances import format_of, kind_of, level_of, place_of
from natobrief.reader.dating import Dated
from natobrief.reader.drafts import MeetingDraft, is_same, merge, same_actor
from natobrief.reader.encounter import Encounter
from natobrief.reader.meeting_names import name_of
from natobrief.reader.mentions import Mention, MentionKind
from natobrief.reader.notes import Note, Question
from natobrief.reader.page import Page
from natobrief.reader.parties import Party, parties
from natobrief.reader.people import People
from natobrief.reader.status import status_of
from natobrief.when import DateMention, Period, Precision, Truth, When

__all__ = ["MeetingDraft", "meeting_drafts"]

_REACH = 140
_MEMORY = 40  # how many encounters back a text points or repeats itself
_TELLING = ("subject", "speaks-there")
_DAYS = (Precision.DAY, Precision.MINUTE, Precision.SECOND, Precision.HOUR)
_VAGUE = re.compile(
    r"(?:the|this|that|these|those|its?|their|them|all)(?: (?:same )?(?:matters?|issues?|topics?"
    r"|questions?|results?))?(?: in [A-Z]\w+)?$",
    re.I,
)
_PAST_LEAD = re.compile(r"\b(?:after|following|at|during) (?:the|this) $", re.I)
_FAMILY = {"session": "meeting", "conference": "meeting", "summit": "meeting"}


def meeting_drafts(
    page: Page, people: People, encounters: list[Encounter], dated: Dated
) -> list[MeetingDraft]:
    """Put the encounters of a text together, in the order of their first naming."""
    reader = _Reader(page, people, encounters, dated)
    for encounter in encounters:
        reader.take(encounter)
    reader.read_agendas()
    for draft in reader.drafts:
        draft.name = name_of(page, draft)
    return reader.drafts


def _can_be(kind: str, word: str) -> bool:
    if word in ("meeting", "session"):
        return kind not in ("call", "visit", "briefing")
    return kind == word


def _is_told_of(draft: MeetingDraft) -> bool:
    """Ask for a day or a place of "the talks", and for any circumstance of a mere call."""
    first, has_time = draft.first, draft.date is not None or draft.day is not None
    if first.again:
        return not first.plural and (has_time or draft.place is not None)
    if first.kind == "call":
        return has_time or bool(draft.participants) or draft.body is not None
    return True


def _last_told(draft: MeetingDraft) -> int:
    return max(e.start for e in (*draft.encounters, *draft.again))


class _Reader:
    def __init__(
        self, page: Page, people: People, encounters: list[Encounter], dated: Dated
    ) -> None:
        self.page, self.people = page, people
        self.encounters, self.dates = encounters, dated.dates
        is_given = dated.dating.basis in (DatingBasis.GIVEN, DatingBasis.TEXT)
        self.today = dated.dating.reference if is_given else None
        self.reference = dated.dating.reference
        self.date_starts = [date.span.start for date in self.dates]
        self.encounter_starts = [encounter.start for encounter in encounters]
        self.starts: list[int] = []
        self.drafts: list[MeetingDraft] = []

    def take(self, encounter: Encounter) -> None:
        if encounter.again:
            draft = self.meant(encounter)
            if draft is not None:
                draft.again.append(encounter)
                return
        new = self.draft(encounter)
        if not _is_told_of(new):
            return
        for old in reversed(self.drafts[-_MEMORY:]):
            if is_same(old, new):
                merge(old, new)
                return
        self.drafts.append(new)

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
        return max(fits, key=_last_told, default=None)

    def draft(self, encounter: Encounter) -> MeetingDraft:
        page, status = self.page, status_of(self.page, encounter)
        draft = MeetingDraft(encounter, status)
        where = ((encounter.start, encounter.end),)
        words = page.text[encounter.start : encounter.end]
        draft.notes.append(
            Note(None, where, encounter.rule, f"“{_level(words)}” names an encounter")
        )
        self._body(draft, encounter)
        found = parties(page, encounter)
        self._participants(draft, found)
        self._level_and_kind(draft, encounter, found)
        self._place(draft, encounter)
        self._date(draft, encounter)
        self._status(draft)
        return draft

    def _body(self, draft: MeetingDraft, encounter: Encounter) -> None:
        row = encounter.body
        if row is None and encounter.kind in ("summit", "session", "meeting", "conference"):
            rows = self.page.mentions.between(encounter.start, encounter.head[0])
            sides = [r for r in rows if r.kind in _SIDES]
            row = (
                sides[0] if len(sides) == 1 and sides[0].kind is MentionKind.ORGANIZATION else None
            )
        if row is None:
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
            draft.participants.append(
                Participant(actor=identity.actor, post=identity.post, role=party.role)
            )
            reason = f"“{party.row.name}” takes part ({_PARTY[party.rule]}); {identity.reason}"
            draft.notes.append(Note("participants", (*place, *identity.where), party.rule, reason))

    def _level_and_kind(
        self, draft: MeetingDraft, encounter: Encounter, found: list[Party]
    ) -> None:
        level = level_of(self.page, encounter, found)
        if level is not None:
            draft.level = level[0]
            draft.notes.append(
                Note("level", (level[1],), "level", f"it meets at the level of {level[0]}")
            )
        kind = kind_of(self.page, encounter)
        if kind is not None:
            draft.kind = kind[0]
            word = self.page.text[slice(*kind[1])]
            draft.notes.append(Note("kind", (kind[1],), "kind-word", f"it is called “{word}”"))
        form = format_of(self.page, encounter)
        if form is not None:
            draft.format = form[0]
            word = self.page.text[slice(*form[1])]
            draft.notes.append(
                Note("format", (form[1],), "format-word", f"“{word}” says how they meet")
            )

    def _place(self, draft: MeetingDraft, encounter: Encounter) -> None:
        row = place_of(self.page, encounter)
        if row is None:
            return
        draft.place = Place(id=_place_id(row), name=row.name)
        reason = f"“{row.name}” stands as the place beside the encounter"
        draft.notes.append(Note("place", ((row.start, row.end),), "in-place", reason))

    def _date(self, draft: MeetingDraft, encounter: Encounter) -> None:
        date = self._nearest(encounter)
        if date is None:
            self._today(draft, encounter)
            return
        field = "held" if draft.status.outcome is Outcome.HELD else "scheduled"
        place = ((date.span.start, date.span.end),)
        if date.when is None:
            names = tuple(map(str, date.resolution.candidates))
            reason = f"the date “{date.text}” could not be decided: {date.resolution.reason}"
            draft.questions.append(Question("date-undecided", place, reason, field, names))
            return
        if self._is_past_plan(draft, date.when):
            reason = f"“{date.text}” was read as {date.when}, which is past for a plan"
            draft.questions.append(Question("date-undecided", place, reason, field))
            return
        draft.date = date
        draft.notes.append(
            Note(
                field,
                place,
                "date-beside",
                f"“{date.text}” stands beside it: {date.resolution.reason}",
            )
        )

    def _is_past_plan(self, draft: MeetingDraft, time: When | Period) -> bool:
        if self.reference is None or draft.status.outcome is not Outcome.PENDING:
            return False
        return time.before(self.reference) is Truth.YES

    def _nearest(self, encounter: Encounter) -> DateMention | None:
        """Find the date in the sentence that belongs to an encounter: the nearest one."""
        start, end = self.page.layout.sentences[encounter.sentence]
        low = bisect_left(self.date_starts, max(start, encounter.start - 2 * _REACH))
        high = bisect_left(self.date_starts, min(end, encounter.end + _REACH + 1))
        best: tuple[int, DateMention] | None = None
        others = self._neighbours(encounter)
        for date in self.dates[low:high]:
            if self.page.quoted[date.span.start] or date.resolution.duration is not None:
                continue
            distance = _distance(encounter, date)
            if distance > _REACH or any(_distance(e, date) < distance for e in others):
                continue
            if best is None or distance < best[0]:
                best = distance, date
        return best[1] if best else None

    def _neighbours(self, encounter: Encounter) -> list[Encounter]:
        low = bisect_left(self.encounter_starts, encounter.start - 3 * _REACH)
        high = bisect_left(self.encounter_starts, encounter.end + 3 * _REACH)
        near = self.encounters[low:high]
        same = (e for e in near if e.sentence == encounter.sentence and not e.again)
        return [e for e in same if e is not encounter]

    def _today(self, draft: MeetingDraft, encounter: Encounter) -> None:
        """What a release begins with happened on the day of the release."""
        told = [p for p in draft.notes if p.field == "participants" and p.rule in _TELLING]
        is_first = encounter.sentence < 2 and bool(told)
        is_where = encounter.kind == "briefing" and bool(told)
        if (
            self.today is None
            or not (is_first or is_where)
            or draft.status.outcome is not Outcome.HELD
        ):
            return
        start, end = self.page.layout.sentences[encounter.sentence]
        dated = bisect_left(self.date_starts, start) < bisect_left(self.date_starts, end)
        if dated or draft.status.where is None or self.today.precision not in _DAYS:
            return
        draft.day = self.today
        reason = "the text begins with it and names no other day, so it is the day of publication"
        where = ((encounter.start, encounter.end),)
        draft.notes.append(Note("held", where, "lead-encounter", reason))

    def _status(self, draft: MeetingDraft) -> None:
        status = draft.status
        where = (status.where,) if status.where is not None else ()
        if status.outcome is Outcome.HELD and status.where is None:
            draft.status = status._replace(outcome=Outcome.UNKNOWN)
            return
        words = f"“{self.page.text[slice(*status.where)]}” " if status.where else ""
        draft.notes.append(
            Note("outcome", where, status.rule, f"{words}says that it is {status.rule}")
        )
        draft.notes.append(
            Note("status", where, status.rule, f"{words}says how firm it is: {status.rule}")
        )

    # --- agenda -----------------------------------------------------------------------------

    def read_agendas(self) -> None:
        self.starts = [draft.first.start for draft in self.drafts]
        for index, (start, end) in enumerate(self.page.layout.sentences):
            for m in AGENDA.finditer(self.page.text, start, end):
                if self.page.quoted[m.start()]:
                    continue
                draft = self._about(index, start, m)
                if draft is None:
                    continue
                items = [i for i in agenda_items(self.page, m.end(), end) if self._says_what(i)]
                draft.agenda.extend(item for item in items if item not in draft.agenda)
                words = _level(m[0])
                draft.notes.append(
                    Note("agenda", tuple(items), "agenda-verb", f"“{words}” says what it is about")
                )
                break

    def _says_what(self, item: tuple[int, int]) -> bool:
        """Leave out what only points: "the matter", "this"."""
        return _VAGUE.match(self.page.text, *item) is None

    def _about(self, index: int, start: int, m: re.Match[str]) -> MeetingDraft | None:
        """Say which meeting an agenda verb speaks of."""
        low = bisect_left(self.starts, m.start())
        drafts = self.drafts[max(low - _MEMORY, 0) : low]
        here = [
            d
            for d in drafts
            if any(e.sentence == index and e.start < m.end() for e in d.encounters)
        ]
        back = [
            d for d in drafts if any(e.sentence == index and e.end <= m.start() for e in d.again)
        ]
        if back:
            return back[-1]
        subject = [r for r in self.page.mentions.between(start, m.start()) if not r.governed]
        if subject and m.start() - subject[-1].end < 3:
            word = subject[-1].name.split()[-1].lower()
            for draft in sorted(drafts, key=_last_told, reverse=True):
                if draft.body is not None and draft.body.name.split()[-1].lower() == word:
                    return draft
        if here:
            return here[-1]
        if subject and subject[0].name.lower().split()[-1] in _THOSE_WHO_MEET:
            near = [d for d in drafts if index - 2 <= d.encounters[-1].sentence < index]
            return near[-1] if near else None
        return None


_THOSE_WHO_MEET = (
    "they",
    "participants",
    "sides",
    "parties",
    "leaders",
    "ministers",
    "interlocutors",
    "agenda",
    "presidents",
)
_SIDES = (MentionKind.COUNTRY, MentionKind.DEMONYM, MentionKind.ORGANIZATION)
_PARTY = {
    "subject": "it is the subject of the sentence",
    "complement": "it stands behind the naming words",
    "modifier": "it is part of the name",
    "chaired-by": "it leads the encounter",
    "speaks-there": "it speaks there",
}


def _place_id(row: Mention) -> str | None:
    known = [k for k in row.known if k.kind in ("country", "place") and k.id]
    return known[0].id if len(known) == 1 and row.kind is MentionKind.COUNTRY else None


def _distance(encounter: Encounter, date: DateMention) -> int:
    if date.span.start >= encounter.end:
        return date.span.start - encounter.end
    return max(encounter.start - date.span.end, 0)


def _level(text: str) -> str:
    return " ".join(text.split())
