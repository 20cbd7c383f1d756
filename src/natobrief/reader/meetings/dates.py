"""When an encounter is: the date beside it or before its sentence, or the text's own day."""

from __future__ import annotations

import re
from bisect import bisect_left

from natobrief.model import DatingBasis, MeetingStatus, Outcome
from natobrief.reader.dating import Dated
from natobrief.reader.meetings.drafts import MeetingDraft
from natobrief.reader.meetings.encounter import AIM, NOUN_RULES, Encounter
from natobrief.reader.notes import Note, Question
from natobrief.reader.page import Page
from natobrief.when import DateMention, Period, Precision, Truth, When

__all__ = ["Calendar"]

_REACH = 140
_OPENING = 8  # how far from the start of a sentence the date can begin that opens it
_TELLING = ("subject", "speaks-there", "attended-by")
_DAYS = (Precision.DAY, Precision.MINUTE, Precision.SECOND, Precision.HOUR)
_COARSE = (Precision.YEAR, Precision.DECADE, Precision.CENTURY)
_MOVED = (MeetingStatus.POSTPONED, MeetingStatus.RESCHEDULED)
_AND_NEXT = re.compile(
    r"(?:,? and|[-–]) ?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?=[.,;:]|$|\s(?:in|at|to|with|for|by|on|and"
    r"|the|between|as|during|when|where)\b)"
)
_FROM = re.compile(
    r"\bfrom (?:the )?$|\boriginally (?:\w+ )?(?:for|on|in) (?:the )?$"
    r"|\b(?:was|were|had been) (?:to (?:be held|take place|meet|begin|start)|due|set|planned"
    r"|scheduled)(?: \w+)?(?: (?:on|for|in))? (?:the )?$",
    re.IGNORECASE,
)
_TOOK_PLACE = re.compile(
    r" (?:was|were|took|ended|began|opened|closed|concluded|produced|brought|agreed|failed)\b"
)
_PAST_LEAD = re.compile(
    r"\b(?:at|during|after|following|since|from) (?:the |last )?$", re.IGNORECASE
)
_CLAUSE = 60  # how much further a date is that stands in another clause
_NEXT_CLAUSE = re.compile(r"(?:,? (?:and|but|while|whereas)\b|[,;])(?! \d)")
_LEADING = 2
_LIMIT = re.compile(r"\b(?:until|till|by|through|beyond|before|since)(?: $| (?=\d))")
_ENDED = re.compile(r"[.!?…][\"'”’)\]]*$")
_ON = re.compile(r"\s(?:on |late on |early on )?")
_THAT = re.compile(r",? that\b")


def _lead(page: Page) -> int:
    """Return the number of the sentences that a text leads with: headlines and two of prose."""
    prose = 0
    for index, (start, end) in enumerate(page.layout.sentences):
        prose += _ENDED.search(page.text, max(start, end - 4), end) is not None
        if prose == _LEADING:
            return index + 1
    return len(page.layout.sentences)


class Calendar:
    """The dates of a text beside its encounters."""

    encounters: list[Encounter]
    dates: tuple[DateMention, ...]

    def __init__(self, page: Page, encounters: list[Encounter], dated: Dated) -> None:
        self.page = page
        self.encounters, self.dates = encounters, dated.dates
        is_given = dated.dating.basis in (DatingBasis.GIVEN, DatingBasis.TEXT)
        self.today: When | None = dated.dating.reference if is_given else None
        self.reference: When | None = dated.dating.reference
        self.date_starts: list[int] = [date.span.start for date in self.dates]
        self.encounter_starts: list[int] = [encounter.start for encounter in encounters]
        self.lead: int = _lead(page)

    def note(self, draft: MeetingDraft, encounter: Encounter) -> None:
        """Write into a draft when it is, when it was to be, or what is in doubt about that."""
        moved = self._moved_from(draft, encounter)
        if draft.date is not None and moved is not None:
            reason = f"“{moved.text}” tells from which day to which it was moved"
            where = ((moved.span.start, moved.span.end),)
            draft.notes.append(Note("scheduled", where, "moved-from", reason))
            return
        rule = "date-beside"
        date = self._nearest(encounter, moved) if self.page.uses(rule) else None
        if date is not None and self._is_only_a_year(date):
            self._today(draft, encounter, only=date)
            if draft.day is not None:
                return
        if date is None and self.page.uses("date-opens"):
            date, rule = self._opening(draft, encounter), "date-opens"
        if date is None:
            self._today(draft, encounter)
            return
        field = "held" if draft.status.outcome is Outcome.HELD else "scheduled"
        place: tuple[tuple[int, int], ...] = ((date.span.start, date.span.end),)
        when, reason = date.when, date.resolution.reason
        if when is not None:
            when, reason = self._named(draft, encounter, date) or (when, reason)
            when, place = self._two_days(date, when, place)
        if when is None:
            names = tuple(map(str, date.resolution.candidates))
            reason = f"the date “{date.text}” could not be decided: {reason}"
            draft.questions.append(Question("date-undecided", place, reason, field, names))
            return
        if self._is_past_plan(draft, when):
            reason = f"“{date.text}” was read as {when}, which is past for a plan"
            draft.questions.append(Question("date-undecided", place, reason, field))
            return
        draft.date, draft.when = date, when
        field = self._settle(draft, when, place) or field
        how = "stands beside it" if rule == "date-beside" else "opens the sentence"
        draft.notes.append(Note(field, place, rule, f"“{date.text}” {how}: {reason}"))

    def _settle(
        self, draft: MeetingDraft, when: When | Period, place: tuple[tuple[int, int], ...]
    ) -> str | None:
        """What lies ahead of the text's own day has not been held, whatever its verb."""
        status = draft.status
        if not self.page.uses("announced"):
            return None
        if self.today is None or status.outcome not in (Outcome.HELD, Outcome.UNKNOWN):
            return None
        ahead = when.after(self.today) if self.today.precision in _DAYS else Truth.NO
        if ahead is not Truth.YES:
            return None
        draft.status = status._replace(outcome=Outcome.PENDING, rule="announced", where=place[0])
        return "scheduled"

    def _is_past_plan(self, draft: MeetingDraft, time: When | Period) -> bool:
        if self.reference is None or draft.status.outcome is not Outcome.PENDING:
            return False
        return time.before(self.reference) is Truth.YES

    def _near(self, encounter: Encounter) -> list[DateMention]:
        start, end = self.page.layout.sentences[encounter.sentence]
        low = bisect_left(self.date_starts, max(start, encounter.start - 2 * _REACH))
        high = bisect_left(self.date_starts, min(end, encounter.end + _REACH + 1))
        return [
            date
            for date in self.dates[low:high]
            if not self.page.quoted[date.span.start] and date.resolution.duration is None
        ]

    def _nearest(self, encounter: Encounter, moved: DateMention | None) -> DateMention | None:
        """Find the date in the sentence that belongs to an encounter: the nearest one.

        A year gives way to a day or a month.
        """
        best: tuple[tuple[bool, int], DateMention] | None = None
        others = self._neighbours(encounter)
        for date in self._near(encounter):
            distance = self._distance(encounter, date)
            if date is moved or distance > _REACH or self._is_of_telling(date):
                continue
            if self._is_limit(date):
                continue
            is_near = any(self._distance(e, date) < distance for e in others)
            if is_near and not self._is_aim(encounter, date):
                continue
            key = isinstance(date.when, When) and date.when.precision in _COARSE, distance
            if best is None or key < best[0]:
                best = key, date
        return best[1] if best else None

    def _distance(self, encounter: Encounter, date: DateMention) -> int:
        """Return how far a date is; one that stands in the clause before is further."""
        if date.span.start >= encounter.end:
            return date.span.start - encounter.end
        between = self.page.text[date.span.end : encounter.start]
        opens = self._opens(encounter, date)
        clause = _NEXT_CLAUSE.match(between) is not None and not opens
        return max(encounter.start - date.span.end, 0) + (_CLAUSE if clause else 0)

    def _is_aim(self, encounter: Encounter, date: DateMention) -> bool:
        """Say whether a trip on a day is made for an encounter: "travels on May 5 for talks"."""
        aim = AIM.fullmatch(self.page.text, date.span.end, encounter.start)
        return aim is not None and encounter.rule in NOUN_RULES

    def _opens(self, encounter: Encounter, date: DateMention) -> bool:
        return date.span.start - self.page.layout.sentences[encounter.sentence][0] <= _OPENING

    def _is_limit(self, date: DateMention) -> bool:
        """Say whether a year only bounds what is told of: "the strategy until 2025"."""
        is_coarse = isinstance(date.when, When) and date.when.precision in _COARSE
        before = self.page.text[max(date.span.start - 12, 0) : date.span.start]
        return is_coarse and (_LIMIT.search(before) or _LIMIT.match(date.text)) is not None

    def _is_of_telling(self, date: DateMention) -> bool:
        """Say whether a date is that of a report: "the ministry said on Thursday that"."""
        cues = self.page.cues_between(date.span.start - 24, date.span.start)
        if not cues or _THAT.match(self.page.text, date.span.end) is None:
            return False
        return _ON.fullmatch(self.page.text[cues[-1].end : date.span.start]) is not None

    def _neighbours(self, encounter: Encounter) -> list[Encounter]:
        low = bisect_left(self.encounter_starts, encounter.start - 3 * _REACH)
        high = bisect_left(self.encounter_starts, encounter.end + 3 * _REACH)
        near = self.encounters[low:high]
        same = (e for e in near if e.sentence == encounter.sentence and not e.again)
        return [e for e in same if e is not encounter]

    def _opening(self, draft: MeetingDraft, encounter: Encounter) -> DateMention | None:
        """A date that opens a sentence is the one of all that it tells of: "On May 5, ..."."""
        start = self.page.layout.sentences[encounter.sentence][0]
        low = bisect_left(self.date_starts, start)
        for date in self.dates[low : low + 1]:
            end = date.span.end
            opens = date.span.start - start <= _OPENING and self.page.text[end : end + 1] == ","
            is_day = isinstance(date.when, Period) or (
                date.when is not None and date.when.precision in _DAYS
            )
            if not opens or not is_day or self.page.quoted[start] or end > encounter.start:
                return None
            past = date.when is not None and self._is_past_plan(draft, date.when)
            return None if past or date.resolution.duration is not None else date
        return None

    def _two_days(
        self, date: DateMention, when: When | Period, place: tuple[tuple[int, int], ...]
    ) -> tuple[When | Period, tuple[tuple[int, int], ...]]:
        """Read "on March 29 and 30" as both days."""
        m = _AND_NEXT.match(self.page.text, date.span.end)
        if m is None or not isinstance(when, When) or when.precision is not Precision.DAY:
            return when, place
        then = when.first_day.add(days=1)
        if int(m["day"]) != then.day or not re.search(r"\d$", date.text):
            return when, place
        return Period.between(when, When.of(then)), ((date.span.start, m.end("day")),)

    def _named(
        self, draft: MeetingDraft, encounter: Encounter, date: DateMention
    ) -> tuple[When, str] | None:
        """Read the month in "the May summit" as the coming one, unless it is told as past."""
        stated = re.fullmatch(r"XXXX-(\d\d)", date.resolution.stated or "")
        inside = encounter.start <= date.span.start and date.span.end <= encounter.head[0]
        if stated is None or not inside or self.reference is None or self.reference.year is None:
            return None
        here, month = self.reference.first_day, int(stated[1])
        start = self.page.layout.sentences[encounter.sentence][0]
        text = self.page.text
        past = _PAST_LEAD.search(text[start : encounter.start]) or _TOOK_PLACE.match(
            text, encounter.end
        )
        plan = draft.status.outcome is Outcome.PENDING
        if past and not plan:
            year = here.year if month <= here.month else here.year - 1
            return When.parse(f"{year}-{month:02}"), "it is told as past, so it is the last one"
        year = here.year if month >= here.month else here.year + 1
        return When.parse(f"{year}-{month:02}"), "nothing tells it as past, so it is the coming one"

    def _moved_from(self, draft: MeetingDraft, encounter: Encounter) -> DateMention | None:
        """Find the day from which an encounter was moved: "postponed from May 3 to June 5"."""
        if draft.status.status not in _MOVED or not self.page.uses("moved-from"):
            return None
        start = self.page.layout.sentences[encounter.sentence][0]
        for date in self._near(encounter):
            lead = self.page.text[max(start, date.span.start - 60) : date.span.start]
            period = self._open_year(date)
            if period is None and isinstance(date.when, Period):
                period = date.when
            is_from = date.text.startswith("from ") or _FROM.search(lead) is not None
            if (date.when is None and period is None) or not is_from:
                continue
            draft.moved_from = date.when if period is None else period.start
            if period is not None and period.end is not None:
                draft.date, draft.when = date, period.end
            place = ((date.span.start, date.span.end),)
            reason = f"“{date.text}” was the day before it was moved: {date.resolution.reason}"
            draft.notes.append(Note("moved_from", place, "moved-from", reason))
            return date
        return None

    def _open_year(self, date: DateMention) -> Period | None:
        """Give two days without a year the year in which the later one is still to come."""
        m = re.fullmatch(r"XXXX-(\d\d-\d\d)/XXXX-(\d\d-\d\d)", date.resolution.stated or "")
        if m is None or self.reference is None:
            return None
        here = self.reference.first_day
        year = here.year if f"{here.year}-{m[2]}" >= f"{here:%Y-%m-%d}" else here.year + 1
        return Period.between(f"{year if m[1] <= m[2] else year - 1}-{m[1]}", f"{year}-{m[2]}")

    def _is_only_a_year(self, date: DateMention) -> bool:
        """Say whether a date is no more than the year, or years, that the text is of."""
        when = date.when
        if not isinstance(when, When) or when.precision not in _COARSE or self.today is None:
            return False
        return when.first_day <= self.today.first_day <= when.last_day

    def _today(
        self, draft: MeetingDraft, encounter: Encounter, only: DateMention | None = None
    ) -> None:
        """What a release begins with happened on the day of the release."""
        if not self.page.uses("lead-encounter"):
            return
        told = [p for p in draft.notes if p.field == "participants" and p.rule in _TELLING]
        is_first = encounter.sentence < self.lead and bool(told)
        is_where = encounter.kind == "briefing" and bool(told)
        if (
            self.today is None
            or not (is_first or is_where)
            or draft.status.outcome is not Outcome.HELD
        ):
            return
        start, end = self.page.layout.sentences[encounter.sentence]
        low, high = bisect_left(self.date_starts, start), bisect_left(self.date_starts, end)
        if (
            any(date is not only for date in self.dates[low:high])
            or draft.status.where is None
            or self.today.precision not in _DAYS
        ):
            return
        draft.day = self.today
        reason = "the text begins with it and names no other day, so it is the day of publication"
        where = ((encounter.start, encounter.end),)
        draft.notes.append(Note("held", where, "lead-encounter", reason))
