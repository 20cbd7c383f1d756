"""Who and what a text names: people, organizations, states, descriptions, pronouns, as rows."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from natobrief.reader.people.names import Known
from natobrief.values import Choice

__all__ = ["Mention", "MentionKind", "Mentions"]


class MentionKind(Choice):
    """What a mention names. Closed list."""

    PERSON = "person"
    ORGANIZATION = "organization"
    COUNTRY = "country"
    DEMONYM = "demonym"
    OFFICE = "office"
    NOMINAL = "nominal"
    GROUP = "group"
    PRONOUN = "pronoun"
    PLACE = "place"


class Mention(NamedTuple):
    """One place where something is named.

    Attributes:
        start: Where the whole phrase begins, office included.
        end: One past the end of the phrase.
        kind: What it names.
        name: The name, spaces levelled; for a description its words.
        last: The last name of a person, in small letters.
        office: Where the words of the office stand, if they go with the name.
        gender: ``m``, ``f`` or empty.
        known: What the directory knows under this name.
        owns: Whether "'s" follows.
        governed: The preposition before it, or empty.
        finder: The name of the finder of a caller that found it, or empty.
    """

    start: int
    end: int
    kind: MentionKind
    name: str
    last: str = ""
    office: tuple[int, int] | None = None
    gender: str = ""
    known: tuple[Known, ...] = ()
    owns: bool = False
    governed: str = ""
    finder: str = ""


class Mentions:
    """All mentions of a text, in order of place, with queries by place."""

    __slots__ = ("full_names", "rows", "starts")

    def __init__(self, rows: list[Mention]) -> None:
        self.rows: list[Mention] = rows
        self.starts: list[int] = [row.start for row in rows]
        self.full_names: dict[str, list[str]] = {}
        for row in rows:
            if row.kind is MentionKind.PERSON and " " in row.name:
                names = self.full_names.setdefault(row.last, [])
                if row.name not in names:
                    names.append(row.name)

    def between(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that begin at or after ``start`` and end by ``end``."""
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [row for row in self.rows[low:high] if row.end <= end]
