"""What a text in EDTF says, taken apart: one date or time, or one of several.

These are plain tuples between the parser, the writer and the bounds; nobody else sees them.
"""

from __future__ import annotations

import enum
from typing import NamedTuple

__all__ = [
    "APPROXIMATE",
    "BOTH",
    "UNCERTAIN",
    "Form",
    "Kind",
    "OneOf",
    "Single",
    "Stretch",
    "flags_in",
    "singles_in",
]

APPROXIMATE = 1
UNCERTAIN = 2
BOTH = APPROXIMATE | UNCERTAIN


class Kind(enum.Enum):
    """Which units a single date is made of."""

    DATE = enum.auto()
    """A year, perhaps a month, perhaps a day; any digit can be left open."""
    SEASON = enum.auto()
    """A year and a part of it that ISO 8601-2 numbers 21 to 41."""
    WEEK = enum.auto()
    """A year and a week of ISO 8601."""
    TIME = enum.auto()
    """A day and a clock time."""


class Single(NamedTuple):
    """One date, season, week or time.

    ``parts`` are the digits of year, month (season, week) and day; ``flags`` qualify each part,
    a time as a whole; ``clock`` is hour, minute, second and microsecond, as far as stated, and
    ``offset`` the seconds east of Greenwich.
    """

    kind: Kind
    parts: tuple[str, ...]
    flags: tuple[int, ...]
    zone: str
    clock: tuple[int, ...] = ()
    offset: int = 0


class Stretch(NamedTuple):
    """An element ``a..b`` of a set, open where a side is None."""

    first: Single | None
    last: Single | None


class OneOf(NamedTuple):
    """A set ``[a,b..c]``: the instant lies in one of its elements."""

    items: tuple[Single | Stretch, ...]
    zone: str


Form = Single | OneOf


def singles_in(form: Form | Stretch) -> list[Single]:
    """Return the dates that a form is made of, in order."""
    if isinstance(form, Single):
        return [form]
    if isinstance(form, Stretch):
        return [date for date in form if date is not None]
    return [date for item in form.items for date in singles_in(item)]


def flags_in(form: Form) -> list[int]:
    """Return how each part of each date is qualified."""
    return [flag for single in singles_in(form) for flag in single.flags]
