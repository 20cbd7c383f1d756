"""What one speaker says on one occasion."""

from __future__ import annotations

import attrs

from natobrief.errors import Fault
from natobrief.model._fields import as_when
from natobrief.model.actors import Actor, Post
from natobrief.model.identity import Record
from natobrief.model.source import Source, known_from
from natobrief.text import Span
from natobrief.values import Choice, tuple_of
from natobrief.when import When

__all__ = ["Genre", "OccasionRelation", "Statement"]


class Genre(Choice):
    """The form that a statement takes. Closed list.

    >>> Genre.PRESS_CONFERENCE.value
    'press_conference'
    """

    REMARKS = "remarks"
    SPEECH = "speech"
    PRESS_CONFERENCE = "press_conference"
    BRIEFING = "briefing"
    INTERVIEW = "interview"
    WRITTEN_STATEMENT = "written_statement"
    JOINT_STATEMENT = "joint_statement"
    COMMUNIQUE = "communique"
    READOUT = "readout"
    LETTER = "letter"
    POST = "post"


class OccasionRelation(Choice):
    """How a statement stands to its occasion. Closed list.

    >>> OccasionRelation("after")
    OccasionRelation.AFTER
    """

    BEFORE = "before"
    AT = "at"
    AFTER = "after"
    ABOUT = "about"


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Statement(Record):
    """What one speaker says on one occasion, as one source reports it.

    Attributes:
        speaker: Who speaks; None if that isn't known. A joint statement has a
            :class:`Group`.
        post: The office spoken in.
        on_behalf_of: For whom, where that is somebody else.
        audience: To whom.
        made: When.
        genre: The form.
        occasion: The ``uid`` of the meeting around which it was made; the meeting may be in
            another brief.
        occasion_relation: Before, at, after or about that meeting.
        text: The words, if they are given as a whole; quotes are records of their own.
        topics: What it is about, in the author's words.
        spans: Where the brief's text tells of it.
        source: The document that reports it.
        known: When the report became known, as on :class:`Quote`.

    Raises:
        InvalidValue: A field doesn't fit, or there is a relation without an occasion.

    >>> Statement(speaker=Country(name="Norway"), made="2022-01").made.precision
    Precision.MONTH
    """

    speaker: Actor | None = None
    post: Post | None = None
    on_behalf_of: Actor | None = None
    audience: tuple[Actor, ...] = attrs.field(default=(), converter=tuple_of)
    made: When | None = attrs.field(default=None, converter=as_when)
    genre: Genre | None = None
    occasion: str | None = None
    occasion_relation: OccasionRelation | None = None
    text: str | None = None
    topics: tuple[str, ...] = attrs.field(default=(), converter=tuple_of)
    spans: tuple[Span, ...] = attrs.field(default=(), converter=tuple_of)
    source: Source = Source()
    known: When | None = attrs.field(
        default=attrs.Factory(lambda self: known_from(self.source), takes_self=True),
        converter=as_when,
    )

    def _conflicts(self) -> list[Fault]:
        if self.occasion is not None or self.occasion_relation is None:
            return []
        path, came = "Statement.occasion_relation", repr(self.occasion_relation)
        return [Fault(path=path, allowed="None without an occasion", came=came)]
