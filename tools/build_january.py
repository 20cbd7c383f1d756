"""Write ``examples/data/january-2022.json``: the chain of January 2022, source by source.

``python tools/build_january.py`` writes it; the same facts give the same bytes. Each of the ten
sources is a brief of its own that tells what that source knew on its day: who would meet or had
met, where, and how firm the plan was. Titles in square brackets are descriptions of our own; the
others are those of the documents. NATO's pages stamp their last update without a zone; it is taken
for that of Brussels.
"""

from __future__ import annotations

import sys
from pathlib import Path

import natobrief as nb

OUTPUT = Path(__file__).parents[1] / "examples" / "data" / "january-2022.json"

COUNCIL = nb.Organization(name="NATO-Russia Council", id="nato-russia-council")
COUNCIL_OF_ALLIES = nb.Organization(name="North Atlantic Council", id="north-atlantic-council")
STOLTENBERG = nb.Person(name="Jens Stoltenberg", id="jens-stoltenberg")
OFFICE = nb.Post(name="NATO Secretary General", id="nato-secretary-general")
CHAIR = nb.Participant(actor=STOLTENBERG, post=OFFICE, role=nb.Role.CHAIR)
UNITED_STATES = nb.Participant(actor=nb.Country(name="United States", id="us"))
RUSSIA = nb.Participant(actor=nb.Country(name="Russia", id="ru"))
SHERMAN = nb.Participant(actor=nb.Person(name="Wendy Sherman"))
RYABKOV = nb.Participant(actor=nb.Person(name="Sergei Ryabkov"))
BRUSSELS, GENEVA, VIENNA = (nb.Place(name=name) for name in ("Brussels", "Geneva", "Vienna"))

NRC = "NATO-Russia Council"
TALKS = "Talks of Russia and the United States"
MINISTERS = "Extraordinary meeting of NATO Ministers of Foreign Affairs"
OSCE = "OSCE Permanent Council"


def convened() -> nb.Brief:
    """On 27 December the Council is convened, and Russia is only "in contact"."""
    source = nb.Source(
        title="[The Secretary General convenes the NATO-Russia Council]",
        publisher="News Front",
        kind=nb.SourceKind.ARTICLE,
        published="2021-12-27",
    )
    council = nb.Meeting(
        uid="nrc-1",
        name=NRC,
        body=COUNCIL,
        scheduled="2022-01-12",
        status=nb.MeetingStatus.TENTATIVE,
        outcome=nb.Outcome.PENDING,
        source=source,
    )
    return nb.Brief(source=source, meetings=[council])


def confirmed() -> nb.Brief:
    """On 30 December Moscow confirms three meetings."""
    source = nb.Source(
        title="[Moscow confirms 10, 12 and 13 January]",
        publisher="UrduPoint / Sputnik",
        kind=nb.SourceKind.ARTICLE,
        published="2021-12-30",
    )
    talks = nb.Meeting(
        uid="talks-1",
        name=TALKS,
        participants=[UNITED_STATES, RUSSIA],
        scheduled="2022-01-10",
        outcome=nb.Outcome.PENDING,
        source=source,
    )
    council = nb.Meeting(
        uid="nrc-2",
        name=NRC,
        body=COUNCIL,
        scheduled="2022-01-12",
        outcome=nb.Outcome.PENDING,
        source=source,
    )
    osce = nb.Meeting(
        uid="osce-1",
        name=OSCE,
        body=nb.Organization(name=OSCE),
        scheduled="2022-01-13",
        outcome=nb.Outcome.PENDING,
        source=source,
    )
    return nb.Brief(source=source, meetings=[talks, council, osce])


def announced() -> nb.Brief:
    """The press release of 4 January, last updated on the 6th at 13:21."""
    source = nb.Source(
        url="https://www.nato.int/cps/en/natohq/news_190472.htm",
        title="Press Release (2022) 001",
        publisher="NATO",
        kind=nb.SourceKind.PRESS_RELEASE,
        published="2022-01-04",
        updated="2022-01-06T13:21+01:00",
        language="en",
    )
    ministers = nb.Meeting(
        uid="nac-1",
        name=MINISTERS,
        body=COUNCIL_OF_ALLIES,
        level="foreign ministers",
        kind=nb.MeetingKind.EXTRAORDINARY,
        format=nb.MeetingFormat.VIRTUAL,
        participants=[CHAIR],
        scheduled="2022-01-07T14:00+01:00[Europe/Brussels]",
        outcome=nb.Outcome.PENDING,
        source=source,
    )
    return nb.Brief(source=source, meetings=[ministers])


def opening_remarks() -> nb.Brief:
    """The remarks that open the meeting name the day of the Council."""
    source = nb.Source(
        url="https://www.nato.int/cps/en/natohq/opinions_190509.htm",
        title="Opening remarks",
        publisher="NATO",
        kind=nb.SourceKind.TRANSCRIPT,
        published="2022-01-07",
        updated="2022-01-07T14:57+01:00",
        language="en",
    )
    remarks = nb.Statement(
        speaker=STOLTENBERG,
        post=OFFICE,
        made="2022-01-07",
        genre=nb.Genre.REMARKS,
        occasion="nac-1",
        occasion_relation=nb.OccasionRelation.AT,
        source=source,
    )
    council = nb.Meeting(
        uid="nrc-3",
        name=NRC,
        body=COUNCIL,
        scheduled="2022-01-12",
        outcome=nb.Outcome.PENDING,
        source=source,
    )
    return nb.Brief(source=source, statements=[remarks], meetings=[council])


def press_conference() -> nb.Brief:
    """The press conference after the meeting names the days ahead only by their weekdays."""
    source = nb.Source(
        url="https://www.nato.int/cps/en/natohq/opinions_190508.htm",
        title="Press conference",
        publisher="NATO",
        kind=nb.SourceKind.TRANSCRIPT,
        published="2022-01-07",
        updated="2022-01-07T21:37+01:00",
        language="en",
    )
    answers = nb.Statement(
        speaker=STOLTENBERG,
        post=OFFICE,
        made="2022-01-07",
        genre=nb.Genre.PRESS_CONFERENCE,
        occasion="nac-1",
        occasion_relation=nb.OccasionRelation.AFTER,
        source=source,
    )
    ministers = nb.Meeting(
        uid="nac-2",
        name=MINISTERS,
        body=COUNCIL_OF_ALLIES,
        level="foreign ministers",
        kind=nb.MeetingKind.EXTRAORDINARY,
        format=nb.MeetingFormat.VIRTUAL,
        participants=[CHAIR],
        held="2022-01-07",
        source=source,
    )
    return nb.Brief(source=source, statements=[answers], meetings=[ministers])


def commission() -> nb.Brief:
    """A report without a date of its own: what it tells of was held on 10 January."""
    source = nb.Source(
        title="[The NATO-Ukraine Commission meets]",
        publisher="Interfax-Ukraine",
        kind=nb.SourceKind.ARTICLE,
    )
    held = nb.Meeting(
        uid="nuc",
        name="NATO-Ukraine Commission",
        body=nb.Organization(name="NATO-Ukraine Commission", id="nato-ukraine-commission"),
        held="2022-01-10",
        source=source,
        known="[2022-01-10..]",
    )
    return nb.Brief(source=source, meetings=[held])


def begun() -> nb.Brief:
    """On 10 January the talks in Geneva have begun."""
    source = nb.Source(
        title="[The talks of the United States and Russia begin in Geneva]",
        publisher="ANSA",
        kind=nb.SourceKind.ARTICLE,
        published="2022-01-10",
    )
    talks = nb.Meeting(
        uid="talks-2",
        name=TALKS,
        participants=[UNITED_STATES, RUSSIA],
        place=GENEVA,
        held=nb.Period.parse("2022-01-10T08:55+01:00[Europe/Zurich]/2022-01-10[Europe/Zurich]"),
        source=source,
    )
    return nb.Brief(source=source, meetings=[talks])


def briefed() -> nb.Brief:
    """On 11 January: who led the delegations, and that both had met the evening before."""
    source = nb.Source(
        title="[Briefing on the Strategic Stability Dialogue]",
        publisher="United States Department of State",
        kind=nb.SourceKind.TRANSCRIPT,
        published="2022-01-11",
        language="en",
    )
    evening = nb.Meeting(
        uid="evening",
        name="Meeting of Sherman and Ryabkov",
        participants=[SHERMAN, RYABKOV],
        held="2022-01-09",
        source=source,
    )
    talks = nb.Meeting(
        uid="talks-3",
        name=TALKS,
        participants=[UNITED_STATES, RUSSIA, SHERMAN, RYABKOV],
        place=GENEVA,
        held="2022-01-10",
        source=source,
    )
    return nb.Brief(source=source, meetings=[evening, talks])


def council_held() -> nb.Brief:
    """On 12 January the Council has met in Brussels."""
    source = nb.Source(
        title="[The NATO-Russia Council meets in Brussels]",
        publisher="Raman Media Network",
        kind=nb.SourceKind.ARTICLE,
        published="2022-01-12",
    )
    council = nb.Meeting(
        uid="nrc-4",
        name=NRC,
        body=COUNCIL,
        participants=[CHAIR, RUSSIA],
        place=BRUSSELS,
        held="2022-01-12",
        source=source,
    )
    return nb.Brief(source=source, meetings=[council])


def osce_held() -> nb.Brief:
    """On 13 January the Permanent Council of the OSCE has met in Vienna."""
    source = nb.Source(
        title="[The Permanent Council of the OSCE meets in Vienna]",
        publisher="Warsaw Point",
        kind=nb.SourceKind.ARTICLE,
        published="2022-01-13",
    )
    council = nb.Meeting(
        uid="osce-2",
        name=OSCE,
        body=nb.Organization(name=OSCE),
        place=VIENNA,
        held="2022-01-13",
        source=source,
    )
    return nb.Brief(source=source, meetings=[council])


def corpus() -> nb.Corpus:
    """Return the ten briefs, linked: one Council in four reports, talks in three."""
    reports = (
        *(convened(), confirmed(), announced(), opening_remarks(), press_conference()),
        *(commission(), begun(), briefed(), council_held(), osce_held()),
    )
    return nb.Corpus.of(*reports).link()


if __name__ == "__main__":
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else OUTPUT
    path.parent.mkdir(parents=True, exist_ok=True)
    nb.dump(corpus(), path)
    print(path)
