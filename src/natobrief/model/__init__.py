"""The records: who said what, who met, and what the source of it is.

A record is one source's report. Records are flat: they refer to each other by text, and hold
their actors, posts, places and source by value. Every class is frozen, holds tuples only, and has
a ``repr`` that evaluates back.
"""

from natobrief.model.actors import (
    Actor,
    Country,
    Group,
    Organization,
    Participant,
    Person,
    Place,
    Post,
    Role,
)
from natobrief.model.brief import AnyRecord, Brief
from natobrief.model.evidence import Dating, DatingBasis, Doubt, Evidence
from natobrief.model.meeting import (
    Link,
    Meeting,
    MeetingFormat,
    MeetingKind,
    MeetingStatus,
    Outcome,
)
from natobrief.model.quote import Quote, QuoteKind
from natobrief.model.source import Source, SourceKind
from natobrief.model.statement import Genre, OccasionRelation, Statement

__all__ = [
    "Actor",
    "AnyRecord",
    "Brief",
    "Country",
    "Dating",
    "DatingBasis",
    "Doubt",
    "Evidence",
    "Genre",
    "Group",
    "Link",
    "Meeting",
    "MeetingFormat",
    "MeetingKind",
    "MeetingStatus",
    "OccasionRelation",
    "Organization",
    "Outcome",
    "Participant",
    "Person",
    "Place",
    "Post",
    "Quote",
    "QuoteKind",
    "Role",
    "Source",
    "SourceKind",
    "Statement",
]
