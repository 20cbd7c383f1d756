"""Clock times beside a date: "at 14:00 CET", "5 p.m. local time"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from natobrief.when.phrases.fragments import SP
from natobrief.when.phrases.words import CITIES, ZONES, small

__all__ = ["Clock", "clocks"]

_CITY = "|".join(name.capitalize() for name in CITIES)
_AFTER = (
    rf"(?P<zone>{'|'.join(sorted(ZONES, key=len, reverse=True))})\b"
    rf"|\(?(?P<city>{_CITY}){SP}(?:[Ss]tandard{SP}|[Dd]aylight{SP})?[Tt]ime\b|(?P<local>local{SP}time)"
)
_CLOCK = re.compile(
    rf"(?<![\w.,:$€£/-])(?:(?P<four>[01][0-9][0-5][0-9]|2[0-3][0-5][0-9])(?![0-9:])"
    rf"(?:{SP}?(?:h|hrs|hours)\b)?|(?P<hour>[01]?[0-9]|2[0-3])"
    rf"(?:[:.](?P<minute>[0-5][0-9])(?![0-9:]))?(?P<rest>{SP}?(?P<half>[ap])(?:\.{SP}?m\.|m\b)"
    rf"|{SP}o['’]clock\b|{SP}?h(?:rs|ours)?\b)?"
    rf"|(?P<word>{small(['noon', 'midnight'])})\b)"
    rf"(?:{SP}(?:{_AFTER}))?"
)
_MARKED = re.compile(r"\b(?:at|by|from|until|till|around|about|before|after)\s$", re.IGNORECASE)


class Clock(NamedTuple):
    """A clock time as written: where, ``13:30`` (empty if it has no digits), and its zone."""

    start: int
    end: int
    time: str
    zone: str | None
    local: bool
    next_day: bool = False


def clocks(text: str, start: int, end: int) -> Iterator[Clock]:
    """Yield the clock times in a stretch of text. A bare number is none."""
    for found in _CLOCK.finditer(text, start, end):
        clock = _clock(text, found)
        if clock is not None:
            yield clock


def _clock(text: str, found: re.Match[str]) -> Clock | None:
    zone, local = _zone(found), found["local"] is not None
    start, end = found.span()
    if found["word"] is not None:
        midnight = found["word"].lower() == "midnight"
        # Midnight of a day may be its first or its last minute; only noon is certain.
        return Clock(start, end, "" if midnight else "12:00", zone, local)
    if found["four"] is not None:
        if zone is None and not local:
            return None
        return Clock(start, end, f"{found['four'][:2]}:{found['four'][2:]}", zone, local)
    hour, minute = int(found["hour"]), found["minute"] or "00"
    if found["half"] is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"] == "p" else 0)
    elif found["minute"] is None and found["rest"] is None:
        return None
    elif found["rest"] is None and zone is None and not local:
        if _MARKED.search(text, max(0, start - 8), start) is None:
            return None
    return Clock(start, end, f"{hour:02}:{minute}", zone, local)


def _zone(found: re.Match[str]) -> str | None:
    if found["zone"] is not None:
        return ZONES[found["zone"]]
    if found["city"] is not None:
        return CITIES[found["city"].lower()]
    return None
