"""Which year a text without a year speaks of: the constraints of all its dates, joined.

"Friday, January 7" fits one year in six or so. Several such dates that agree rarely leave fewer, so
the rest must come from elsewhere: when a person held an office, or when the text was published.
Every step leaves a line that a person can read, and nothing is forced: a year comes out only if it
is the only one left.
"""

from __future__ import annotations

import calendar
import datetime as dt
import functools
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, cast

import attrs

from natobrief.errors import Fault, InvalidValue, show
from natobrief.values import Refused, Value, tuple_of
from natobrief.when.mention import Check, DateMention
from natobrief.when.moment import When, WhenLike, when_of
from natobrief.when.phrases.context import NEAR

__all__ = ["FIRST_YEAR", "LAST_YEAR", "YearBound", "YearInference", "infer_year"]

FIRST_YEAR = 1900
"""The first year that :func:`infer_year` considers."""
LAST_YEAR = 2099
"""The last year that it considers, itself included."""

_SHOWN = 3  # years shown on each side of the one that is left


def _when_or_refused(value: WhenLike | None) -> When | None:
    if value is None or isinstance(cast("object", value), Refused):
        return cast("When | None", value)  # evolve runs converters again
    try:
        return when_of(value, None, "YearBound")
    except InvalidValue as error:
        return cast("When", Refused(error.faults))


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class YearBound(Value):
    """Something that a text can only have been written within, and why.

    Attributes:
        not_before: The first day that is possible; None for no limit.
        not_after: The last day that is possible, itself included; None for no limit.
        reason: The sentence that a reader of the proof sees.

    >>> YearBound(not_before="2014-10-01", reason="took office on 2014-10-01").not_before
    When.parse('2014-10-01')
    """

    not_before: When | None = attrs.field(default=None, converter=_when_or_refused)
    not_after: When | None = attrs.field(default=None, converter=_when_or_refused)
    reason: str

    def _conflicts(self) -> list[Fault]:
        if self.not_before is None and self.not_after is None:
            allowed = "a date in not_before, in not_after or in both"
            return [Fault(path="YearBound", allowed=allowed, came="None for both")]
        if self.not_before is not None and self.not_after is not None:
            if self.not_after.last_day < self.not_before.first_day:
                allowed = f"a day on or after not_before ({self.not_before})"
                return [
                    Fault(path="YearBound.not_after", allowed=allowed, came=str(self.not_after))
                ]
        return []


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class YearInference(Value):
    """What the dates of a text say about its year.

    Attributes:
        candidates: The years that fit everything known, in order.
        year: The year, if it is the only candidate and nothing contradicts it.
        proof: How it was found, a sentence for each step.
        conflicts: What does not fit together.

    >>> YearInference(candidates=(2022,), year=2022).candidates
    (2022,)
    """

    candidates: tuple[int, ...] = attrs.field(default=(), converter=tuple_of)
    year: int | None = None
    proof: tuple[str, ...] = attrs.field(default=(), converter=tuple_of)
    conflicts: tuple[str, ...] = attrs.field(default=(), converter=tuple_of)


class _Date(NamedTuple):
    """A day without its year, in the order of the calendar."""

    month: int
    day: int
    weekday: int | None

    def __str__(self) -> str:
        name = "" if self.weekday is None else calendar.day_name[self.weekday - 1] + " "
        return f"{name}{calendar.month_name[self.month]} {self.day}"

    def in_year(self, year: int) -> dt.date | None:
        """Return that day of a year, None where it doesn't exist or is another weekday."""
        try:
            day = dt.date(year, self.month, self.day)
        except ValueError:
            return None
        fits = self.weekday is None or day.isoweekday() == self.weekday
        return day if fits else None

    def by_year(self) -> Mapping[int, dt.date]:
        """Return that day in each year that has it, from the year before the first to the last."""
        return _by_year(self)


class _Reading(NamedTuple):
    """The days that a text's dates are if its year is ``year``."""

    year: int
    days: tuple[dt.date, ...]


def infer_year(
    mentions: Iterable[DateMention],
    *,
    not_before: WhenLike | None = None,
    not_after: WhenLike | None = None,
    published: WhenLike | None = None,
    bounds: Iterable[YearBound] = (),
) -> YearInference:
    """Find the year of dates that name none.

    The weekdays of all dates must fit one year; where none does, dates from July on may belong to
    the year before that of dates up to June. A dateline that states its year decides, and so does a
    day that the text gives both with and without its year. A text that only has dates with years
    has their year if it is one.

    Args:
        mentions: What :func:`find` found, with or without a reference.
        not_before: The first day on which the text can have been written.
        not_after: The last such day, itself included.
        published: When it was published. Its dates lie at most 366 days from then; where weekdays
            don't decide, the year with the nearest dates is taken.
        bounds: More limits, each with its reason.

    Returns:
        The candidates from 1900 to 2099, the year if one is left, the proof and the conflicts.

    Raises:
        InvalidDate: A limit is no date.
        InvalidValue: A limit is of another type.

    >>> found = find("On Friday, January 7, they met. Talks follow on Monday, January 10.")
    >>> inferred = infer_year(found, not_before="2014-10-01", not_after="2024-10-01")
    >>> inferred.year
    2022
    >>> for line in inferred.proof[1:]:
    ...     print(line)
    not before 2014-10-01, not after 2024-10-01: 2022
    that leaves 2022
    """
    found = _mentions(mentions)
    limits = [*_plain_bound(not_before, not_after), *bounds]
    when = None if published is None else when_of(published, None, "infer_year.published")
    return _Inference(found, limits, when).result()


def _plain_bound(not_before: WhenLike | None, not_after: WhenLike | None) -> list[YearBound]:
    first = None if not_before is None else when_of(not_before, None, "infer_year.not_before")
    last = None if not_after is None else when_of(not_after, None, "infer_year.not_after")
    texts: list[str] = []
    if first is not None:
        texts.append(f"not before {first}")
    if last is not None:
        texts.append(f"not after {last}")
    if not texts:
        return []
    return [YearBound(not_before=first, not_after=last, reason=", ".join(texts))]


class _Inference:
    """One inference, step by step."""

    def __init__(
        self, mentions: Sequence[DateMention], bounds: Sequence[YearBound], published: When | None
    ) -> None:
        self.mentions = mentions
        self.bounds = bounds
        self.published = published
        self.proof: list[str] = []
        self.conflicts: list[str] = [
            f"'{m.text}': {m.resolution.reason}"
            for m in mentions
            if m.resolution.check is Check.CONTRADICTION and _stated_year(m) is not None
        ]
        self.dates = _open_dates(mentions)

    def result(self) -> YearInference:
        readings, line = self._by_weekdays()
        readings = self._stated(readings)
        informed = len(self.proof) > 0 or line is not None
        readings, lines = self._bounded(readings)
        readings, more = self._near(readings)
        lines += more
        informed = informed or bool(lines)
        years = tuple(reading.year for reading in readings) if informed else ()
        year = years[0] if len(years) == 1 and not self.conflicts else None
        if line is not None:
            self.proof.insert(0, line[0] + _shown(line[1], year))
        self.proof += lines
        if year is not None:
            self.proof.append(f"that leaves {year}")
        return YearInference(
            candidates=years, year=year, proof=tuple(self.proof), conflicts=tuple(self.conflicts)
        )

    def _by_weekdays(self) -> tuple[list[_Reading], tuple[str, list[int]] | None]:
        """Return a reading for each year that all dates fit, and the line that says so."""
        readings = _readings(self.dates, across=False)
        telling = [d for d in self.dates if d.weekday is not None or (d.month, d.day) == (2, 29)]
        if not telling:
            return readings, None
        names, suffix = _listed(telling), ""
        usable = [r for r in readings if self._possible(r)]
        if not usable:
            across = _readings(self.dates, across=True)
            if across and (not readings or any(self._possible(r) for r in across)):
                readings, suffix = across, ", those from July on in the year before"
        if not readings:
            self.conflicts.append(f"{names} fit no common year")
            return [], None
        years = [reading.year for reading in readings]
        verb = "fits" if len(telling) == 1 else "fit"
        return readings, (f"{names} {verb} only {_kind(years)}{suffix}: ", years)

    def _possible(self, reading: _Reading) -> bool:
        return all(_within(reading, bound) for bound in self.bounds)

    def _stated(self, readings: list[_Reading]) -> list[_Reading]:
        """Let a year that the text states decide, where it clearly is the text's own."""
        for mention in self.mentions:
            year = _stated_year(mention)
            if year is not None and self._is_own(mention):
                kept = [reading for reading in readings if reading.year == year]
                source = "the dateline" if mention.resolution.rule == "dateline" else "the text"
                if kept:
                    self.proof.append(f"{source} states the year: '{mention.text}'")
                    return kept
                self.conflicts.append(f"{source} states '{mention.text}', which fits no year above")
        return readings

    def _is_own(self, mention: DateMention) -> bool:
        if mention.resolution.rule == "dateline":
            return True
        stated = mention.resolution.stated or ""
        if self.dates:
            return any(stated[5:] == f"{d.month:02}-{d.day:02}" for d in self.dates)
        return {_stated_year(m) for m in self.mentions} - {None} == {_stated_year(mention)}

    def _bounded(self, readings: list[_Reading]) -> tuple[list[_Reading], list[str]]:
        lines: list[str] = []
        for bound in self.bounds:
            kept = [reading for reading in readings if _within(reading, bound)]
            if readings and not kept:
                self.conflicts.append(f"{bound.reason}: no year is left")
                return readings, lines
            readings = kept
            lines.append(f"{bound.reason}: {_years(readings)}")
        return readings, lines

    def _near(self, readings: list[_Reading]) -> tuple[list[_Reading], list[str]]:
        """Keep the years whose dates lie near the day of publication."""
        if self.published is None or not readings:
            return readings, []
        day = self.published.first_day
        own = [reading for reading in readings if reading.year == day.year and not reading.days]
        if own:  # without a date, no other year can be nearer
            return own, [f"published {self.published}: {_years(own)}"]
        far = {reading.year: _distance(reading, day) for reading in readings}
        kept = [reading for reading in readings if far[reading.year] <= NEAR]
        if not kept:
            names = _listed(self.dates) or "its dates"
            self.conflicts.append(
                f"published {self.published}, but {names} would lie more than a year from then"
            )
            return readings, []
        least = min(far[reading.year] for reading in kept)
        kept = [reading for reading in kept if far[reading.year] == least]
        return kept, [f"published {self.published}: {_years(kept)}"]


def _open_dates(mentions: Sequence[DateMention]) -> list[_Date]:
    """Return the distinct days without a year, a weekday counting for all mentions of its day."""
    dates: set[_Date] = set()
    for mention in mentions:
        for stated in (mention.resolution.stated or "").split("/"):
            parts = stated.split("-")
            if len(parts) == 3 and parts[0] == "XXXX" and parts[1] != "XX":
                dates.add(_Date(int(parts[1]), int(parts[2]), mention.resolution.weekday))
    known = {(d.month, d.day) for d in dates if d.weekday is not None}
    kept = (d for d in dates if d.weekday is not None or (d.month, d.day) not in known)
    return sorted(kept, key=lambda d: (d.month, d.day, d.weekday or 0))


def _stated_year(mention: DateMention) -> int | None:
    """Return the year of a day that the text gives in full."""
    stated = mention.resolution.stated or ""
    return int(stated[:4]) if len(stated) >= 10 and stated[:4].isdigit() else None


_EVERY_YEAR = tuple(_Reading(year, ()) for year in range(FIRST_YEAR, LAST_YEAR + 1))


def _readings(dates: Sequence[_Date], *, across: bool) -> list[_Reading]:
    if not dates:
        return list(_EVERY_YEAR)
    days = [(date.by_year(), int(across and date.month > 6)) for date in dates]
    return [
        _Reading(year, tuple(known[year - back] for known, back in days))
        for year in range(FIRST_YEAR, LAST_YEAR + 1)
        if all(year - back in known for known, back in days)
    ]


@functools.lru_cache(maxsize=512)
def _by_year(date: _Date) -> Mapping[int, dt.date]:
    days = ((year, date.in_year(year)) for year in range(FIRST_YEAR - 1, LAST_YEAR + 1))
    return {year: day for year, day in days if day is not None}


def _within(reading: _Reading, bound: YearBound) -> bool:
    """Say whether at least one day of a reading can lie within the bound."""
    first = dt.date.min if bound.not_before is None else bound.not_before.first_day
    last = dt.date.max if bound.not_after is None else bound.not_after.last_day
    if not reading.days:
        return first.year <= reading.year <= last.year
    return any(first <= day <= last for day in reading.days)


def _distance(reading: _Reading, day: dt.date) -> int:
    """Return how far, in days, the farthest date of a reading lies from a day."""
    if not reading.days:
        return 366 * abs(reading.year - day.year)
    return max(abs((other - day).days) for other in reading.days)


def _kind(years: list[int]) -> str:
    """Describe a set of years by its common first weekday, if it is all of those."""
    weekdays = {dt.date(year, 1, 1).weekday() for year in years}
    if len(weekdays) > 1:
        return "these years"
    (weekday,) = weekdays
    alike = [y for y in range(FIRST_YEAR, LAST_YEAR + 1) if dt.date(y, 1, 1).weekday() == weekday]
    if alike != years:
        return "these years"
    return f"years that begin on a {calendar.day_name[weekday]}"


def _listed(dates: Sequence[_Date]) -> str:
    names = [str(date) for date in dates]
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def _years(readings: Sequence[_Reading]) -> str:
    return ", ".join(str(reading.year) for reading in readings) or "none"


def _shown(years: list[int], year: int | None) -> str:
    """List years; around the one that is left, the nearest ones are enough."""
    if year not in years:
        return ", ".join(map(str, years))
    index = years.index(year)
    low, high = max(0, index - _SHOWN + 1), index + _SHOWN + 1
    shown = [str(y) for y in years[low:high]]
    return ", ".join(["..."] * (low > 0) + shown + ["..."] * (high < len(years)))


def _mentions(mentions: Iterable[object]) -> tuple[DateMention, ...]:
    found = tuple(mentions)
    faults = [
        Fault(path=f"infer_year.mentions[{i}]", allowed="DateMention", came=show(each))
        for i, each in enumerate(found)
        if not isinstance(each, DateMention)
    ]
    if faults:
        raise InvalidValue(faults)
    return cast("tuple[DateMention, ...]", found)
