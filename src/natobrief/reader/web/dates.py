"""The days of publication that a page gives, made into one, or into a doubt."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from natobrief.errors import NatobriefError
from natobrief.reader.notes import Question
from natobrief.reader.web.facts import Stamp
from natobrief.when import Period, Truth, When, find

__all__ = ["PageDates", "page_dates"]

_ISO = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})(?:[T ](?P<time>\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?"
    r"\s?(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$")
_MAIL = re.compile(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})? \S+$")


class PageDates(NamedTuple):
    """When a page was published and changed.

    Attributes:
        published: The day or the moment; a set if the page contradicts itself.
        updated: The last change, if it isn't before the publication.
        questions: What doesn't go together.
    """

    published: When | None
    updated: When | None
    questions: tuple[Question, ...]


def page_dates(
    published: tuple[Stamp, ...], updated: tuple[Stamp, ...], zone: str | None, given: When | None
) -> PageDates:
    """Make one day of publication of what a page gives in several places.

    Args:
        published: The days of publication that the page gives, what is most reliable first.
        updated: The days of the last change.
        zone: The time zone of times that name none; UTC by default.
        given: The day that the caller gives. It counts, and the page may contradict it.
    """
    questions: list[Question] = []
    days = _read(published, zone, questions)
    if given is not None:
        days.insert(0, (given, Stamp(str(given), "the caller")))
    first = _agreed(days, questions, given)
    last: When | None = None
    for moment, stamp in _read(updated, zone, questions):
        if first is not None and moment.before(first) is Truth.YES and not _touch(moment, first):
            reason = f"the page was changed on {moment} ({stamp.where}), before it was published"
            questions.append(Question("page-dates", (), reason, None, (str(moment), str(first))))
        elif last is None and (first is None or moment.before(first) is not Truth.YES):
            last = moment
    return PageDates(first, last, tuple(questions))


def _read(
    stamps: tuple[Stamp, ...], zone: str | None, questions: list[Question]
) -> list[tuple[When, Stamp]]:
    found: list[tuple[When, Stamp]] = []
    for stamp in stamps:
        moment = _moment(stamp.words, zone)
        if moment is not None:
            found.append((moment, stamp))
        elif stamp.words:
            reason = (
                f"the page gives “{stamp.words}” as a date ({stamp.where}), which can't be read"
            )
            questions.append(Question("page-dates", (), reason))
    return found


def _agreed(
    days: list[tuple[When, Stamp]], questions: list[Question], given: When | None
) -> When | None:
    """Return the first of dates that go together; of others a set, for one of them is true."""
    if not days:
        return None
    first, where = days[0]
    others = [(day, stamp) for day, stamp in days[1:] if not _touch(first, day)]
    if not others:
        return first
    places = "; ".join(f"{day} ({stamp.where})" for day, stamp in ((first, where), *others))
    names = tuple(dict.fromkeys(str(day) for day, _ in ((first, where), *others)))
    reason = f"the page contradicts itself about its day of publication: {places}"
    if given is not None:
        reason = f"the page and the caller give different days of publication: {places}"
    questions.append(Question("page-dates", (), reason, None, names))
    if given is not None:
        return given
    dates = sorted({str(day.first_day) for day in (first, *(day for day, _ in others))})
    return When.parse(f"[{','.join(dates)}]")


def _touch(a: When, b: When) -> bool:
    """Say whether two dates can be one: their days share a moment, in some time zone."""
    days = abs((a.first_day - b.first_day).days)
    exact = a.precision.value in _TIMES and b.precision.value in _TIMES
    if exact:
        return abs(a.bounds[0] - b.bounds[0]) < 86_400_000_000
    return days <= (1 if {a.precision.value, b.precision.value} & _TIMES else 0) or (
        a.overlaps(b) is not Truth.NO
    )


_TIMES = frozenset(("hour", "minute", "second", "microsecond"))


def _moment(words: str, zone: str | None) -> When | None:
    try:
        return _exact(words.strip(), zone)
    except (NatobriefError, ValueError, IndexError, OverflowError):
        return None


def _exact(words: str, zone: str | None) -> When | None:
    m = _ISO.match(words)
    if m is not None:
        return _of_iso(m, zone)
    m = _COMPACT.match(words)
    if m is not None:
        return When.parse("-".join(m.groups()))
    if _MAIL.match(words):
        return When.of(parsedate_to_datetime(words), zone or "UTC")
    found = [date for date in find(words, zone=zone) if isinstance(date.when, When | Period)]
    if len(found) == 1 and isinstance(found[0].when, When):
        return found[0].when
    return None


def _of_iso(m: re.Match[str], zone: str | None) -> When:
    if m["time"] is None:
        return When.parse(m["day"])
    offset = m["zone"] or ""
    if offset in ("UTC", "GMT"):
        offset = "Z"
    if len(offset) == 3:
        offset += ":00"
    elif len(offset) == 5:
        offset = f"{offset[:3]}:{offset[3:]}"
    text = f"{m['day']}T{m['time']}{offset}"
    return (
        When.parse(text, zone) if zone is not None else When.parse(text if offset else f"{text}Z")
    )
