"""Finding dates in a running text, and resolving them against the day of writing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from natobrief.errors import Fault, InvalidDate, InvalidValue, show
from natobrief.text import Span
from natobrief.when.mention import DateMention, Resolution
from natobrief.when.moment import When, WhenLike
from natobrief.when.period import Period
from natobrief.when.phrases import expressions as ex
from natobrief.when.phrases.context import Context, unknown
from natobrief.when.phrases.items import Item, is_dateline, joined, with_clocks
from natobrief.when.phrases.owners import foreign_owner
from natobrief.when.phrases.resolve import resolve
from natobrief.when.phrases.table import grammar
from natobrief.when.phrases.tense import Tense, tense_at
from natobrief.when.phrases.units import Found
from natobrief.when.reading import read_zone

__all__ = ["find", "resolve_date"]

_STYLES = ("news", "assistant")


def find(
    text: str, reference: WhenLike | None = None, *, zone: str | None = None, style: str = "news"
) -> tuple[DateMention, ...]:
    """Find the dates, periods and durations that a text mentions, in their order.

    Args:
        text: English, as newspapers write it.
        reference: The day of writing. Where it is known less finely than a day, only what comes
            out the same for its first and its last day is resolved.
        zone: The zone of the text's days and clock times; by default days are in UTC, and a clock
            time without a zone of its own is not used.
        style: ``news``, or ``assistant`` for phrases as people type them to an assistant: letters
            of any case, month before day in numbers, "in two weeks" as one day.

    Returns:
        The mentions; their spans never overlap. What is found but can't be decided has
        ``when=None`` and says why in its ``resolution``.

    Raises:
        InvalidDate: The reference is no date.
        InvalidValue: An argument is of another type, or the zone or style is none.

    >>> [m.when for m in find("They met yesterday and will meet on Monday.", "2022-01-07")]
    [When.parse('2022-01-06'), When.parse('2022-01-10')]
    >>> mention = find("talks on Wednesday, January 13, 2022")[0]
    >>> mention.when, mention.resolution.check
    (None, Check.CONTRADICTION)
    >>> mention.resolution.candidates
    (When.parse('2022-01-13'), When.parse('2022-01-12'))
    """
    return tuple(_Reading(text, reference, zone, style).mentions())


def resolve_date(
    phrase: str,
    *,
    reference: WhenLike | None = None,
    zone: str | None = None,
    style: str = "news",
) -> DateMention:
    """Resolve the first date that a phrase holds.

    Args:
        phrase: A phrase such as "next Wednesday" or "two weeks ago".
        reference: The day that the phrase counts from.
        zone: As for :func:`find`.
        style: As for :func:`find`.

    Raises:
        InvalidDate: The phrase holds no date, or the reference is none.
        InvalidValue: An argument is of another type, or the zone or style is none.

    >>> resolve_date("next Wednesday", reference="2022-01-07").when
    When.parse('2022-01-12')
    """
    mentions = find(phrase, reference, zone=zone, style=style)
    if not mentions:
        allowed = "a phrase that holds a date, such as 'next Wednesday'"
        raise InvalidDate([Fault(path="resolve_date.phrase", allowed=allowed, came=show(phrase))])
    return mentions[0]


class _Reading:
    """One text, being read."""

    def __init__(self, text: str, reference: WhenLike | None, zone: str | None, style: str) -> None:
        if type(text) is not str:
            raise InvalidValue([Fault(path="find.text", allowed="text", came=show(text))])
        if style not in _STYLES:
            allowed = "'news' or 'assistant'"
            raise InvalidValue([Fault(path="find.style", allowed=allowed, came=show(style))])
        self.text = text
        self.zone = read_zone(zone, "find.zone")
        self.days = _days_of(None if reference is None else When.of(reference, zone))
        known = [day for day in self.days if day is not None]
        self.leeway = (max(known) - min(known)).days if known else 0
        self.assistant = style == "assistant"

    def mentions(self) -> Iterator[DateMention]:
        """Yield the mentions from left to right."""
        items = with_clocks(self.text, joined(self.text, list(self._items())))
        memories = [_Memory() for _ in self.days]
        for item in items:
            founds = [
                self._resolve(item, day, m) for day, m in zip(self.days, memories, strict=True)
            ]
            yield self._mention(item, _agreed(founds))

    def _items(self) -> Iterator[Item]:
        for raw in grammar(assistant=self.assistant).scan(self.text):
            yield Item(raw.start, raw.end, raw.rule, raw.says, raw.side)

    def _resolve(self, item: Item, day: dt.date | None, memory: _Memory) -> Found:
        context = Context(
            day,
            _once(lambda: tense_at(self.text, item.start, item.end)),
            memory.anchor,
            memory.quarter_at(item.start),
            self.assistant,
            leeway=self.leeway,
        )
        found = _safely(item.says, context)
        if isinstance(item.says, ex.Named) and found.edtf is not None:
            owner = foreign_owner(self.text, item.start, item.end)
            if owner:
                found = unknown(f"the list of named days doesn't hold that of “{owner}”")
        memory.keep(item, found)
        return found

    def _mention(self, item: Item, found: Found) -> DateMention:
        try:
            when, reason = self._when(item, found)
        except InvalidDate as error:  # an hour 25, or the first day of year 1 east of Greenwich
            when, reason = None, f"{found.edtf} is no date: expected {error.faults[0].allowed}"
            found = found._replace(stated=None)
        if item.side and found.edtf:
            reason = f"{reason}; '{item.side}' is not drawn any finer"
        return DateMention(
            span=Span(start=item.start, end=item.end),
            text=self.text[item.start : item.end],
            when=when,
            resolution=Resolution(
                rule="dateline" if is_dateline(self.text, item) else item.rule,
                reason=reason,
                stated=found.stated,
                weekday=found.weekday,
                check=found.check,
                candidates=tuple(self._readable(found.candidates)),
                duration=found.duration,
            ),
        )

    def _readable(self, texts: tuple[str, ...]) -> Iterator[When]:
        for text in texts:
            try:
                yield When.parse(text, self.zone)
            except InvalidDate:
                continue

    def _when(self, item: Item, found: Found) -> tuple[When | Period | None, str]:
        text, clock = found.edtf, item.clock
        if text is None:
            return None, found.reason
        if "/" in text:
            return Period.parse(text, self.zone), found.reason
        if clock is None or found.unit != "day":
            return When.parse(text, self.zone), found.reason
        zone = clock.zone or self.zone
        if not clock.time or zone is None:
            reason = f"{found.reason}; the time of day is left out, since its zone isn't known"
            return When.parse(text, self.zone), reason
        try:
            return When.parse(f"{text}T{clock.time}", zone), found.reason
        except InvalidDate:
            reason = f"{found.reason}; {clock.time} comes twice or never on that day in {zone}"
            return When.parse(text, self.zone), reason


def _days_of(reference: When | None) -> list[dt.date | None]:
    if reference is None:
        return [None]
    first, last = reference.first_day, reference.last_day
    days = dict.fromkeys(dt.date(d.year, d.month, d.day) for d in (first, last))
    return list(days)


def _once(function: Callable[[], Tense]) -> Callable[[], Tense]:
    known: list[Tense] = []

    def answer() -> Tense:
        if not known:
            known.append(function())
        return known[0]

    return answer


def _safely(says: ex.Expr, context: Context) -> Found:
    """Resolve; a date that falls outside the calendar is not known."""
    try:
        found = resolve(says, context)
    except (OverflowError, ValueError):
        return _OUTSIDE
    return _OUTSIDE if found.last is not None and found.last.year > 9998 else found


_OUTSIDE = Found(None, "it lies outside the years 1 to 9998")


def _agreed(founds: list[Found]) -> Found:
    """Return what holds for the first and the last possible day of writing alike."""
    first, last = founds[0], founds[-1]
    if first.edtf == last.edtf:
        return first
    texts = [text for f in founds for text in (f.edtf, *f.candidates) if text and "/" not in text]
    return Found(
        None,
        "the day of writing isn't known finely enough",
        stated=first.stated,
        weekday=first.weekday,
        candidates=tuple(dict.fromkeys(texts)),
    )


class _Memory:
    """What was mentioned before: the last date, and the last quarter of a year."""

    def __init__(self) -> None:
        self.anchor: Found | None = None
        self._quarter: Found | None = None
        self._quarter_end = 0

    def quarter_at(self, start: int) -> Found | None:
        """Return the last quarter named, if the text still speaks of it."""
        return self._quarter if start - self._quarter_end < _QUARTER_REACH else None

    def keep(self, item: Item, found: Found) -> None:
        """Remember a date."""
        if found.edtf is None:
            return
        if isinstance(item.says, ex.Quarter):
            if item.says.which not in ("year-ago", "in-year"):
                self._quarter, self._quarter_end = found, item.end
        self.anchor = found


_QUARTER_REACH = 1500
