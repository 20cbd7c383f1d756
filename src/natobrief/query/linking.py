"""Which reports tell of one encounter, though each source has a uid of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from natobrief.model import Actor, Doubt, Link, Meeting, MeetingFormat, Organization
from natobrief.model.encounters import UidClasses, by_age
from natobrief.text import fold
from natobrief.when import Period, When
from natobrief.when.zones import DAY

__all__ = ["Linked", "linked"]

_TIE = "several-encounters"

_WITHOUT_TRAVEL = frozenset({MeetingFormat.TELEPHONE, MeetingFormat.VIRTUAL})


class Linked(NamedTuple):
    """What was found: new links, and the reports that fit more than one encounter."""

    links: tuple[Link, ...]
    doubts: tuple[Doubt, ...]


class _Match(NamedTuple):
    """Why two reports tell of one encounter."""

    older: Meeting
    newer: Meeting
    reason: str


def linked(meetings: Iterable[Meeting], links: Iterable[Link]) -> Linked:
    """Find reports from different sources that tell of one encounter.

    Two reports are of one encounter when they name the same body, or the same participants (at
    least two), on the same day; their levels, and their hours, must not differ where both are
    stated. A report that says from which day an encounter was moved also fits those planned for
    that day. What a single source tells apart is never joined.

    A report that fits two encounters which a source tells apart is left alone, with a doubt.
    """
    reports = by_age(meetings)
    groups = _Groups(reports, links)
    found: list[Link] = []
    while True:
        more, doubts = _pass(reports, groups)
        found.extend(more)
        # What is joined now can settle what was open before.
        if not more:
            return Linked(tuple(found), tuple(doubts))


def _pass(reports: Sequence[Meeting], groups: _Groups) -> tuple[list[Link], list[Doubt]]:
    found: list[Link] = []
    doubts: list[Doubt] = []
    for report in reports:
        fitting = groups.fitting(report)
        if groups.separate([match.older.uid for match in fitting]):
            doubts.append(_tie(report, fitting))
            continue
        found.extend(link for match in fitting if (link := groups.join(match)) is not None)
    return found, doubts


def _tie(report: Meeting, fitting: Sequence[_Match]) -> Doubt:
    uids = dict.fromkeys(match.older.uid for match in fitting)
    reason = f"{fitting[0].reason}; but one source tells some of these apart"
    return Doubt(
        code=_TIE,
        record=report.id,
        field="uid",
        spans=report.spans,
        reason=reason,
        candidates=tuple(uids),
    )


class _Groups:
    """Encounters on the way: uids that are joined, and the sources that speak of each."""

    def __init__(self, reports: Sequence[Meeting], links: Iterable[Link]) -> None:
        classes = UidClasses(reports, links)
        self._of: dict[str, list[str]] = {}
        for report in reports:
            uids = classes.uids(report.uid)
            self._of.setdefault(uids[0], list(uids))
            self._of[report.uid] = self._of[uids[0]]
        self._told = _told(reports)
        self._index = _Index(reports)

    def fitting(self, report: Meeting) -> list[_Match]:
        """Return why older reports outside the encounter of this one fit it, one for each uid."""
        own = self._of[report.uid]
        found: dict[str, _Match] = {}
        for older in self._index.candidates(report):
            group = self._of[older.uid]
            if group is own or older.uid in found or self._apart(group, own):
                continue
            reason = _reason(older, report)
            if reason is not None:
                found[older.uid] = _Match(older, report, reason)
        return list(found.values())

    def separate(self, uids: Sequence[str]) -> bool:
        """Say whether one source tells two of these encounters apart."""
        groups = list({id(self._of[uid]): self._of[uid] for uid in uids}.values())
        return any(self._apart(one, other) for one, other in combinations(groups, 2))

    def _apart(self, one: Sequence[str], other: Sequence[str]) -> bool:
        return not self._sources(one).isdisjoint(self._sources(other))

    def _sources(self, uids: Sequence[str]) -> frozenset[str]:
        return frozenset(source for uid in uids for source in self._told.get(uid, ()))

    def join(self, match: _Match) -> Link | None:
        """Make two encounters one; None if they are one already."""
        one, other = self._of[match.older.uid], self._of[match.newer.uid]
        if one is other:
            return None
        one.extend(other)
        self._of.update(dict.fromkeys(other, one))
        return Link(uid=match.older.uid, same_as=match.newer.uid, reason=match.reason)


def _told(reports: Sequence[Meeting]) -> Mapping[str, frozenset[str]]:
    """Return for each uid the ids of the sources that report it."""
    told: dict[str, frozenset[str]] = {}
    for report in reports:
        told[report.uid] = told.get(report.uid, frozenset()) | {report.source.id}
    return told


class _Index:
    """Reports by the days that they name, so that only those of one day are compared."""

    def __init__(self, reports: Sequence[Meeting]) -> None:
        self._age = {id(report): at for at, report in enumerate(reports)}
        self._on: dict[str, list[Meeting]] = {}
        for report in reports:
            for day in _days(report):
                self._on.setdefault(day, []).append(report)

    def candidates(self, report: Meeting) -> Iterator[Meeting]:
        """Yield older reports that name a day of this one, the oldest first."""
        own = self._age[id(report)]
        seen: dict[int, Meeting] = {}
        for day in (*_days(report), *_labels(report.moved_from)):
            for other in self._on.get(day, ()):
                if self._age[id(other)] < own:
                    seen[self._age[id(other)]] = other
        return (seen[age] for age in sorted(seen))


def _days(report: Meeting) -> tuple[str, ...]:
    """Return the days, or the first and last days, on which a report puts an encounter."""
    return tuple(dict.fromkeys((*_labels(report.scheduled), *_labels(report.held))))


def _labels(time: When | Period | None) -> tuple[str, ...]:
    """Return the day of a time, if it is known to the day; of a stretch, its first and last."""
    if time is None or time.first_day is None or time.last_day is None:
        return ()
    if isinstance(time, When):
        exact = time.first_day == time.last_day and time.bounds[1] - time.bounds[0] <= _LONGEST_DAY
        return (str(time.first_day),) if exact else ()
    ends = (time.start, time.end)
    if not all(end is not None and end.first_day == end.last_day for end in ends):
        return ()
    if time.first_day == time.last_day:
        return (str(time.first_day),)
    return (f"{time.first_day}/{time.last_day}",)


_LONGEST_DAY = 2 * DAY
"""Days are longer where clocks are set back; sets of days are longer still, or have two ends."""


def _reason(older: Meeting, newer: Meeting) -> str | None:
    """Say why two reports are of one encounter; None if they aren't."""
    who = _same_who(older, newer)
    if who is None or _differ(older.level, newer.level) or _unlike(older, newer):
        return None
    shared = [day for day in _days(newer) if day in _days(older)]
    if shared and not _hours_differ(older, newer):
        return f"{who} on the same day, {shared[0].replace('/', ' to ')}"
    moved = [day for day in _labels(newer.moved_from) if day in _days(older)]
    if moved:
        return f"{who}, moved from {moved[0].replace('/', ' to ')}"
    return None


def _same_who(one: Meeting, other: Meeting) -> str | None:
    """Name the body or the participants that two reports share."""
    if one.body is not None and other.body is not None:
        return f"the same body ({one.body.name})" if _same(one.body, other.body) else None
    ours, theirs = _present(one), _present(other)
    small, large = sorted((ours, theirs), key=len)
    if len(small) >= 2 and small.keys() <= large.keys():
        return f"the same participants ({', '.join(sorted(small.values()))})"
    return None


def _same(one: Organization, other: Organization) -> bool:
    if one.id is not None and other.id is not None:
        return one.id == other.id
    return fold(one.name) == fold(other.name)


def _present(meeting: Meeting) -> dict[str, str]:
    """Return the participants' names by their keys; one without a name has no key."""
    actors: list[Actor] = [one.actor for one in meeting.participants]
    return {actor.id or fold(actor.name): actor.name for actor in actors if actor.name}


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and fold(one) != fold(other)


def _unlike(one: Meeting, other: Meeting) -> bool:
    """Say whether one is a call and the other an encounter in a place."""
    formats = {one.format, other.format}
    return MeetingFormat.IN_PERSON in formats and not _WITHOUT_TRAVEL.isdisjoint(formats)


def _hours_differ(one: Meeting, other: Meeting) -> bool:
    """Say whether both state an hour, and not the same."""
    if one.time is None or other.time is None:
        return False
    hours = [time for time in (one.time, other.time) if _is_hour(time)]
    return len(hours) == 2 and not hours[0].overlaps(hours[1]).possible


def _is_hour(time: When | Period) -> bool:
    start = time if isinstance(time, When) else time.start
    return start is not None and start.bounds[1] - start.bounds[0] < DAY // 2
