"""The words that dates are made of: data, and how each is written in a pattern.

A word in these tables stands in lower case. :func:`cased` and :func:`small` turn lists of words
into patterns: names of months and weekdays keep their capital, so that "may" and "march" are never
dates; all other words may start with either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = [
    "CARDINALS",
    "CITIES",
    "DECADES",
    "MONTHS",
    "NAMED_MONTHS",
    "ORDINALS",
    "SEASONS",
    "UNITS",
    "WEEKDAYS",
    "ZONES",
    "cased",
    "number_of",
    "small",
    "unit_of",
]

NAMED_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
MONTHS = {name: number for number, name in enumerate(NAMED_MONTHS, 1)} | {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
"""Names and abbreviations of months."""

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS = {name: number for number, name in enumerate(_DAYS, 1)} | {
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5,
    "sat": 6, "sun": 7,
}  # fmt: skip
"""Names and abbreviations of weekdays, with their ISO numbers."""

_UNITS_TO_19 = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
CARDINALS = {name: number for number, name in enumerate(_UNITS_TO_19, 1)} | {
    name: 10 * number for number, name in enumerate(_TENS, 2)
}
"""Number words; tens and units combine with a hyphen or a space."""

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
"""Ordinal words."""

DECADES = {f"{name.removesuffix('y')}ies": 10 * n for n, name in enumerate(_TENS, 2)}
"""Decades of a century: "the nineties"."""

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""Seasons, with their numbers in EDTF."""

UNITS = {
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "night": "day",
    "week": "week", "fortnight": "fortnight", "month": "month", "quarter": "quarter",
    "year": "year", "decade": "decade", "century": "century", "centurie": "century",
    "weekend": "weekend",
}  # fmt: skip
"""Units of time, without their plural s."""

ZONES = {
    "UTC": "UTC", "GMT": "UTC", "CET": "+01:00", "CEST": "+02:00", "EET": "+02:00",
    "EEST": "+03:00", "WET": "UTC", "WEST": "+01:00", "BST": "+01:00", "MSK": "+03:00",
    "EST": "-05:00", "EDT": "-04:00", "PST": "-08:00", "PDT": "-07:00", "MDT": "-06:00",
    "CDT": "-05:00", "JST": "+09:00", "ET": "America/New_York", "PT": "America/Los_Angeles",
}  # fmt: skip
"""Abbreviations of zones that mean one zone only; IST, CST and MST mean several."""

CITIES = {
    "ankara": "Europe/Istanbul", "athens": "Europe/Athens", "beijing": "Asia/Shanghai",
    "berlin": "Europe/Berlin", "brussels": "Europe/Brussels", "eastern": "America/New_York",
    "geneva": "Europe/Zurich", "istanbul": "Europe/Istanbul", "kiev": "Europe/Kyiv",
    "kyiv": "Europe/Kyiv", "london": "Europe/London", "madrid": "Europe/Madrid",
    "moscow": "Europe/Moscow", "oslo": "Europe/Oslo", "pacific": "America/Los_Angeles",
    "paris": "Europe/Paris", "riga": "Europe/Riga", "rome": "Europe/Rome",
    "stockholm": "Europe/Stockholm", "tallinn": "Europe/Tallinn", "tokyo": "Asia/Tokyo",
    "vienna": "Europe/Vienna", "vilnius": "Europe/Vilnius", "warsaw": "Europe/Warsaw",
    "washington": "America/New_York",
}  # fmt: skip
"""Places whose "time" newspapers name ("10 a.m. Moscow time"), with their zones."""


def cased(words: Iterable[str]) -> str:
    """Return a pattern for names: with a capital, or in capitals throughout.

    >>> cased(["may"])
    'May|MAY'
    """
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(form for word in longest_first for form in (word.capitalize(), word.upper()))


def small(words: Iterable[str]) -> str:
    """Return a pattern for words that may start a sentence.

    >>> small(["next", "last"])
    '[Ll]ast|[Nn]ext'
    """
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(
        f"[{word[0].upper()}{word[0]}]{word[1:]}" if word[0].isalpha() else word
        for word in longest_first
    )


def number_of(text: str) -> int | None:
    """Return what a number in digits or words counts, None where it is vague ("several").

    >>> number_of("twenty-four"), number_of("a"), number_of("3rd"), number_of("several")
    (24, 1, 3, None)
    """
    text = text.lower().strip()
    digits = re.match(r"[0-9]+", text)
    if digits is not None:
        return int(digits[0])
    if text in ("a", "an", "a single", "another"):
        return 1
    if text in ("a couple", "a couple of", "couple", "couple of"):
        return 2
    total = 0
    for part in re.split(r"[-\s]+", text):
        value = CARDINALS.get(part) or ORDINALS.get(part)
        if value is None:
            return None
        total += value
    return total


def unit_of(word: str) -> str:
    """Return the unit that a word names, in the singular.

    >>> unit_of("Weeks"), unit_of("centuries")
    ('week', 'century')
    """
    word = word.lower()
    return UNITS[word.removesuffix("s") if word.removesuffix("s") in UNITS else word]
