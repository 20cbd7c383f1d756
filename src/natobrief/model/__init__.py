"""The records: who said what, who met, and what the source of it is.

A record is one source's report. Records are flat: they refer to each other by text, and hold
their actors, posts, places and source by value. Every class is frozen, holds tuples only, and has
a ``repr`` that evaluates back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

# A statement needs neither meetings nor briefs: each module is loaded when it is first used, so
# that the first record is made soon after the start.
_MODULES = {
    "actors": (
        "Actor",
        "Country",
        "Group",
        "Organization",
        "Participant",
        "Person",
        "Place",
        "Post",
        "Role",
    ),
    "brief": (
        "AnyRecord",
        "Brief",
    ),
    "evidence": (
        "Dating",
        "DatingBasis",
        "Doubt",
        "Evidence",
    ),
    "meeting": (
        "Link",
        "Meeting",
        "MeetingFormat",
        "MeetingKind",
        "MeetingStatus",
        "Outcome",
    ),
    "quote": (
        "Quote",
        "QuoteKind",
    ),
    "source": (
        "Source",
        "SourceKind",
    ),
    "statement": (
        "Genre",
        "OccasionRelation",
        "Statement",
    ),
}
_HOME = {name: module for module, names in _MODULES.items() for name in names}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in _HOME:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message, name=name)
        import importlib

        module = importlib.import_module(f"{__name__}.{_HOME[name]}")
        globals()[name] = getattr(module, name)
        return globals()[name]
