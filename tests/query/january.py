"""January 2022 by hand: one Council in three reports, talks before it, and what was said around."""

from __future__ import annotations

from natobrief.model import (
    Brief,
    Genre,
    Link,
    Meeting,
    MeetingFormat,
    MeetingKind,
    MeetingStatus,
    OccasionRelation,
    Organization,
    Person,
    Place,
    Post,
    Quote,
    Source,
    Statement,
)
from natobrief.query import Corpus

__all__ = ["CORPUS", "COUNCIL", "MINISTERS", "REPORTS"]

COUNCIL = Organization(name="NATO-Russia Council", id="nato-russia-council")
MINISTERS = Organization(name="North Atlantic Council", id="north-atlantic-council")
STOLTENBERG = Person(name="Jens Stoltenberg", id="jens-stoltenberg")
OFFICE = Post(name="NATO Secretary General", id="nato-secretary-general")


def _source(day: str) -> Source:
    return Source(title=f"Report of {day}", published=day)


def _proposed() -> Brief:
    source = _source("2021-12-27")
    council = Meeting(
        uid="council-proposed",
        name="NATO-Russia Council",
        body=COUNCIL,
        scheduled="2022-01-12",
        status=MeetingStatus.TENTATIVE,
        source=source,
    )
    return Brief(source=source, meetings=[council])


def _confirmed() -> Brief:
    source = _source("2021-12-30")
    council = Meeting(
        uid="council-confirmed",
        name="NATO-Russia Council",
        body=COUNCIL,
        scheduled="2022-01-12",
        source=source,
    )
    talks = Meeting(
        uid="talks",
        name="United States-Russia talks",
        scheduled="2022-01-10",
        place=Place(name="Geneva"),
        source=source,
    )
    return Brief(source=source, meetings=[council, talks])


def _ministers() -> Brief:
    source = _source("2022-01-07")
    ministers = Meeting(
        uid="ministers",
        name="Extraordinary meeting of foreign ministers",
        body=MINISTERS,
        level="foreign ministers",
        kind=MeetingKind.EXTRAORDINARY,
        format=MeetingFormat.VIRTUAL,
        held="2022-01-07",
        source=source,
    )
    said = Statement(
        speaker=STOLTENBERG,
        post=OFFICE,
        made="2022-01-07",
        genre=Genre.PRESS_CONFERENCE,
        occasion="ministers",
        occasion_relation=OccasionRelation.AFTER,
        source=source,
    )
    quote = Quote(
        text="We remain ready to meet, and the risk of conflict is there.",
        speaker=STOLTENBERG,
        post=OFFICE,
        said="2022-01-07",
        statement=said.id,
        source=source,
    )
    return Brief(source=source, quotes=[quote], statements=[said], meetings=[ministers])


def _held() -> Brief:
    source = _source("2022-01-12")
    council = Meeting(
        uid="council-held",
        name="NATO-Russia Council",
        body=COUNCIL,
        held="2022-01-12",
        place=Place(name="Brussels"),
        source=source,
    )
    after = Statement(
        speaker=STOLTENBERG,
        post=OFFICE,
        made="2022-01-12",
        occasion="council-proposed",
        occasion_relation=OccasionRelation.AFTER,
        source=source,
    )
    quote = Quote(
        text="It was a useful exchange about a real RISK  of conflict.",
        speaker=Person(name="Jens Stoltenberg"),
        said="2022-01-12",
        statement=after.id,
        source=source,
    )
    return Brief(source=source, quotes=[quote], statements=[after], meetings=[council])


REPORTS = (_proposed(), _confirmed(), _ministers(), _held())
_LINKS = (
    Link(uid="council-proposed", same_as="council-confirmed", reason="one body, one day"),
    Link(uid="council-confirmed", same_as="council-held", reason="one body, one day"),
)
CORPUS = Corpus.of(*REPORTS, *_LINKS)
