"""What a phrase takes in beside its own words: a partner, a bracket, a clock time."""

from __future__ import annotations

import re
from typing import NamedTuple

from natobrief.when.phrases import expressions as ex
from natobrief.when.phrases.clocks import Clock, clocks

__all__ = ["Item", "is_dateline", "joined", "with_clocks"]


class Item(NamedTuple):
    """A phrase on its way: where it stands, what it says, and its clock time."""

    start: int
    end: int
    rule: str
    says: ex.Expr
    side: str = ""
    clock: Clock | None = None


_TO = re.compile(r"\s?[-‐-―]\s?|\s(?:to|through|until|till|thru)\s(?:the\s)?", re.IGNORECASE)
_AND = re.compile(r"\sand\s(?:the\s)?", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s(?:the\s)?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$", re.IGNORECASE)
_JOINABLE = (
    ex.Day, ex.DayOfMonth, ex.Direct, ex.Month, ex.Weekday, ex.Relative, ex.Quarter, ex.Part,
    ex.Named, ex.Unit, ex.Decade,
)  # fmt: skip


def joined(text: str, items: list[Item]) -> list[Item]:
    """Join two neighbours into a stretch: "from Monday to Wednesday", "June-August 2022"."""
    out: list[Item] = []
    for item in items:
        pair = _pair(text, out[-1], item) if out else None
        if pair is None:
            if out:
                out[-1] = _with_year_of(text, out[-1], item)
            out.append(item)
        else:
            out[-1] = pair
    return out


_LIST = re.compile(r",?\s(?:and|or)\s(?:on\s)?|,\s")


def _with_year_of(text: str, first: Item, last: Item) -> Item:
    """Give "January 11" its year in "January 11 and November 26, 2021"."""
    if isinstance(first.says, ex.Day) and isinstance(last.says, ex.Day) and last.says.year:
        if _LIST.fullmatch(text, first.end, last.start):
            return first._replace(says=_completed(first.says, last.says))
    return first


def _pair(text: str, first: Item, last: Item) -> Item | None:
    if last.start - first.end > 12 or last.start <= first.end:
        return None
    if isinstance(first.says, ex.Weekday):
        with_date = _in_brackets(text, first, first.says, last)
        return with_date or _stretch(text, first, last)
    if isinstance(first.says, ex.Relative) and isinstance(last.says, ex.Weekday):
        named = _named_day(text, first, first.says, last, last.says)
        return named or _stretch(text, first, last)
    if isinstance(first.says, ex.Length):
        return _counted_from(text, first, first.says, last)
    return _stretch(text, first, last)


def _stretch(text: str, first: Item, last: Item) -> Item | None:
    if not (isinstance(first.says, _JOINABLE) and isinstance(last.says, _JOINABLE)):
        return None
    gap, before = text[first.end : last.start], text[max(0, first.start - 13) : first.start]
    if _AND.fullmatch(gap):
        led = _BETWEEN.search(before)
        if led is None:
            return None
    elif _TO.fullmatch(gap):
        led = _FROM.search(before)
        if led is None and not _alike(first.says, last.says):
            return None
    else:
        return None
    start = first.start if led is None else first.start - (len(before) - led.start())
    says = ex.Range(_completed(first.says, last.says), last.says)
    return Item(start, last.end, "range", says)


def _in_brackets(text: str, first: Item, day: ex.Weekday, last: Item) -> Item | None:
    """Read "Tuesday (January 11)" as one date with its weekday."""
    if text[first.end : last.start] != " (" or text[last.end : last.end + 1] != ")":
        return None
    if not isinstance(last.says, ex.Day) or last.says.weekday is not None:
        return None
    return Item(first.start, last.end + 1, last.rule, last.says._replace(weekday=day.weekday))


_NAMED = re.compile(
    r",\s(?P<day>\w+(?:\s(?:early\s|late\s)?(?:morning|afternoon|evening|night))?)"
    r"(?=,|[.;:!?)]|\s*(?:\n|$)|\s(?:at|in|that|when|as|with)\b)"
    r"(?!,\s(?:and\s|or\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|\s\((?P<in>\w+)\)"
)


def _named_day(
    text: str, first: Item, day: ex.Relative, last: Item, weekday: ex.Weekday
) -> Item | None:
    """Read "today, Friday" as one date with its weekday, which has to fit."""
    found = _NAMED.match(text, first.end)
    if found is None or (last.start, last.end) not in (found.span("day"), found.span("in")):
        return None
    if day.weekday is not None or last.rule != "weekday":
        return None
    return Item(first.start, found.end(), first.rule, day._replace(weekday=weekday.weekday))


_AWAY = re.compile(r"\s(?:(before)|after|from|following)\s(?:the\s)?", re.IGNORECASE)


def _counted_from(text: str, first: Item, length: ex.Length, last: Item) -> Item | None:
    """Join a length of time with the day that it counts from: "two days before Christmas"."""
    gap = _AWAY.fullmatch(text, first.end, last.start)
    if gap is None or not isinstance(last.says, _WITH_CLOCK) or length.unit not in _DAYS_UP:
        return None
    amount = -length.amount if gap[1] else length.amount
    says = ex.WeekdayIn(amount, length.unit, last.says)
    return Item(first.start, last.end, "days-away", says)


_DAYS_UP = ("day", "week", "month", "quarter", "year", "decade", "century")


def _alike(first: ex.Expr, last: ex.Expr) -> bool:
    """Say whether two dates with only a dash or "to" between them are one stretch."""
    return type(first) is type(last) and not isinstance(first, ex.Relative)


def _completed(first: ex.Simple, last: ex.Simple) -> ex.Simple:
    """Give the first date the year that only the second one states."""
    if isinstance(first, ex.Day | ex.Month) and isinstance(last, ex.Day | ex.Month):
        if first.year is None and first.shift is None and not _which(first):
            over = 1 if first.month > last.month else 0
            if last.year is not None:
                return first._replace(year=last.year - over)
            if last.shift is not None:
                return first._replace(shift=last.shift - over)
    return first


def _which(says: ex.Expr) -> str:
    return says.which if isinstance(says, ex.Month) else ""


_GAP = re.compile(r",?\s?(?:at|on|around|about|by|from|until|before|after)?\s?", re.IGNORECASE)
_CLOCK_REACH = 40


def with_clocks(text: str, items: list[Item]) -> list[Item]:
    """Give each day the clock time that stands right before or behind it."""
    out: list[Item] = []
    for index, item in enumerate(items):
        if not isinstance(item.says, _WITH_CLOCK):
            out.append(item)
            continue
        floor = out[-1].end if out else 0
        ceiling = items[index + 1].start if index + 1 < len(items) else len(text)
        out.append(_with_clock(text, item, floor, ceiling))
    return out


_WITH_CLOCK = (ex.Day, ex.Weekday, ex.Relative, ex.DayOfMonth, ex.Named, ex.Anchored, ex.Direct)


def _with_clock(text: str, item: Item, floor: int, ceiling: int) -> Item:
    behind = min(ceiling, item.end + _CLOCK_REACH)
    for clock in clocks(text, item.end, behind):
        if _GAP.fullmatch(text, item.end, clock.start):
            return item._replace(end=clock.end, clock=clock)
        break
    ahead = max(floor, item.start - _CLOCK_REACH)
    for clock in clocks(text, ahead, item.start):
        if _GAP.fullmatch(text, clock.end, item.start):
            return item._replace(start=clock.start, clock=clock)
    return item


_PLACE = re.compile(r"(?:^|\n)[ \t]*[A-Z][A-Z .'’/-]{2,40}(?:,[ ][A-Z][\w. ]{1,20})?,?[ ](?:[(]?)$")


def is_dateline(text: str, item: Item) -> bool:
    """Say whether a date stands behind a place in capitals at the start of a line."""
    if not isinstance(item.says, ex.Day):
        return False
    return _PLACE.search(text, max(0, item.start - 70), item.start) is not None
