"""What a selection needs beside its query: who answers, and what names mean."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import cast

import attrs

from natobrief.errors import Fault, InvalidValue, UnknownReference, show
from natobrief.model import Meeting
from natobrief.query.engine import Engine
from natobrief.query.names import Book

__all__ = ["Context", "OwnContext"]


@attrs.frozen(eq=False)
class Context:
    """Who answers queries and what names mean, shared by all selections of a corpus."""

    engine: Engine
    book: Book

    def uids(self, meeting: Meeting | str, path: str) -> tuple[str, ...]:
        """Return all uids of a meeting, the one that names it first.

        A meeting that is given itself needs no report here.

        Raises:
            UnknownReference: A text that no record and no link knows as a uid or an id.
            InvalidValue: Something else.
        """
        given = cast("object", meeting)
        if isinstance(given, str):
            return self.engine.uids(given)
        if isinstance(given, Meeting):
            try:
                return self.engine.uids(given.uid)
            except UnknownReference:
                return (given.uid,)
        allowed = "a Meeting, or a uid or id of one"
        raise InvalidValue([Fault(path=path, allowed=allowed, came=show(given))])


@attrs.frozen(eq=False)
class OwnContext(Context):
    """The context of a corpus, which makes it again when a selection is unpickled."""

    owner: object

    def __reduce__(self) -> tuple[Callable[[object], object], tuple[object]]:
        return operator.attrgetter("_context"), (self.owner,)
