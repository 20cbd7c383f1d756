"""Checks for the arguments that are neither days nor names."""

from __future__ import annotations

from typing import TypeVar

from natobrief.errors import Fault, InvalidValue, show
from natobrief.text import fold
from natobrief.values import Choice

__all__ = ["choice_of", "count_of", "count_of_days", "flag_of", "folded_of", "name_in_words"]

C = TypeVar("C", bound=Choice)


def count_of_days(value: int, path: str) -> int:
    """Check a number of days.

    Raises:
        InvalidValue: It is no whole number, or less than 0.

    >>> from natobrief.query.arguments import count_of_days
    >>> count_of_days(3, "days")
    3
    """
    return count_of(value, "days", path)


def count_of(value: int, what: str, path: str) -> int:
    """Check a number of things.

    Raises:
        InvalidValue: It is no whole number, or less than 0.

    >>> from natobrief.query.arguments import count_of
    >>> count_of(3, "results", "most")
    3
    """
    if type(value) is not int or value < 0:
        allowed = f"a whole number of {what}, 0 or more"
        raise InvalidValue([Fault(path=path, allowed=allowed, came=show(value))])
    return value


def flag_of(value: bool, path: str) -> bool:
    """Check what is True or False.

    Raises:
        InvalidValue: It is neither.

    >>> from natobrief.query.arguments import flag_of
    >>> flag_of(True, "latest_first")
    True
    """
    if type(value) is not bool:
        raise InvalidValue([Fault(path=path, allowed="True or False", came=show(value))])
    return value


def folded_of(text: str, path: str) -> str:
    """Fold words that are looked for.

    Raises:
        InvalidValue: It is no text, or blank.

    >>> from natobrief.query.arguments import folded_of
    >>> folded_of("Open  Door", "phrase")
    'open door'
    """
    if type(text) is not str or not text.strip():
        raise InvalidValue([Fault(path=path, allowed="text that is not blank", came=show(text))])
    return fold(text)


def choice_of(value: C | str, of: type[C], path: str) -> C:
    """Return a member of an enumeration, given itself or the word that stands for it.

    Raises:
        InvalidValue: It is neither.

    >>> from natobrief.query.arguments import choice_of
    >>> choice_of("after", OccasionRelation, "relation")
    OccasionRelation.AFTER
    """
    for member in of:
        if value is member or value == member.value:
            return member
    allowed = f"one of {', '.join(repr(member.value) for member in of)}"
    raise InvalidValue([Fault(path=path, allowed=allowed, came=show(value))])


def name_in_words(named: object) -> str:
    """Return how a name, or the name of an actor, post or place, is shown.

    >>> from natobrief.query.arguments import name_in_words
    >>> name_in_words(Person(name="Ann Lee"))
    "'Ann Lee'"
    """
    return repr(named if isinstance(named, str) else getattr(named, "name", named))
