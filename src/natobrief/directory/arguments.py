"""Arguments of questions, refused by their own names where they are of another type."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from natobrief.errors import Fault, InvalidValue, show
from natobrief.model import Country, Group, Organization, Person

__all__ = ["ACTORS", "checked", "several"]

ACTORS = (Person, Organization, Country, Group)
_Given = TypeVar("_Given")


def checked(value: _Given, field: str, allowed: str, *kinds: type) -> _Given:
    """Return an argument that is a text or a value of some kinds.

    >>> from natobrief.directory.arguments import checked
    >>> checked("nato", "body", "an id, a name or an organization", Organization)
    'nato'
    >>> checked(3, "post", "an id, a title or a post", Post)
    Traceback (most recent call last):
        ...
    natobrief.errors.InvalidValue: post: expected an id, a title or a post, got 3
    """
    if isinstance(value, (str, *kinds)):
        return value
    raise InvalidValue([Fault(path=field, allowed=allowed, came=show(value))])


def several(values: Iterable[_Given], field: str) -> tuple[_Given, ...]:
    """Return an argument that is several ids, names or values; a text alone is its letters.

    >>> from natobrief.directory.arguments import several
    >>> several("NATO", "context")
    Traceback (most recent call last):
        ...
    natobrief.errors.InvalidValue: context: expected several ids, names, actors or posts, got 'NATO'
    """
    if isinstance(values, str) or not isinstance(values, Iterable):  # pyright: ignore[reportUnnecessaryIsInstance]
        allowed = "several ids, names, actors or posts"
        raise InvalidValue([Fault(path=field, allowed=allowed, came=show(values))])
    return tuple(values)
