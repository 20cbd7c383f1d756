"""A value for each kind of document, with every field in use somewhere. Golden files hold them."""

from __future__ import annotations

import hashlib

from natobrief import (
    Brief,
    Check,
    Corpus,
    Country,
    DateMention,
    Dating,
    DatingBasis,
    Doubt,
    Evidence,
    Genre,
    Group,
    Link,
    Meeting,
    MeetingFormat,
    MeetingKind,
    MeetingStatus,
    OccasionRelation,
    Organization,
    Outcome,
    Participant,
    Period,
    Person,
    Place,
    Post,
    Quote,
    QuoteKind,
    Resolution,
    Role,
    Source,
    SourceKind,
    Span,
    Statement,
    When,
    YearBound,
    YearInference,
)

__all__ = ["BRIEF", "CORPUS", "VALUES"]

TEXT = "“Талки будуть,” said Ann Lee on Monday.\n\nThe talks open on January 10 in Genève. 𝄞"
ANN = Person(name="Ann Lee", id="ann-lee")
SOMEBODY = Person(name="a senior official", anonymous=True)
NORWAY = Country(name="Norway", id="no")
COUNCIL = Organization(name="Council of Examples")
PAIR = Group(name="the two", id="two", members=[ANN, Group(name="hosts", members=[NORWAY])])
ENVOY = Post(name="Envoy", id="envoy")
GENEVA = Place(name="Genève", id="geneva")
SOURCE = Source(
    url="https://example.org/a?b=1&c=%22",
    title='The "talks" open',
    publisher="Example Agency",
    kind=SourceKind.PRESS_RELEASE,
    published="2022-01-07T13:30+01:00",
    updated="2022-01-08T09:00:00Z",
    language="en",
    text_sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
)
STATEMENT = Statement(
    speaker=ANN,
    post=ENVOY,
    on_behalf_of=COUNCIL,
    audience=[NORWAY, PAIR],
    made="2022-01-03[Europe/Oslo]",
    genre=Genre.PRESS_CONFERENCE,
    occasion="talks",
    occasion_relation=OccasionRelation.BEFORE,
    text="Талки будуть.",
    topics=["talks", "Ukraine"],
    spans=[Span(start=0, end=15)],
    source=SOURCE,
)
QUOTE = Quote(
    text="Талки будуть,",
    speaker=ANN,
    post=ENVOY,
    said="2022-01~",
    kind=QuoteKind.MIXED,
    cue="said",
    spans=[Span(start=1, end=14), Span(start=16, end=20)],
    attribution_text="Ann Lee",
    statement=STATEMENT.id,
    source=SOURCE,
    known=None,
)
MEETING = Meeting(
    uid="talks",
    name="talks in Genève",
    body=COUNCIL,
    level="ambassadors",
    kind=MeetingKind.EXTRAORDINARY,
    format=MeetingFormat.HYBRID,
    participants=[
        Participant(actor=NORWAY, role=Role.HOST),
        Participant(actor=PAIR, post=ENVOY),
    ],
    place=GENEVA,
    scheduled="2022-01-10/2022-01-12",
    status=MeetingStatus.RESCHEDULED,
    moved_from="2021-12-XX",
    outcome=Outcome.PENDING,
    agenda=["arms control", "risks"],
    part_of="dialogue",
    spans=[Span(start=45, end=54)],
    source=SOURCE,
    known="2022-01-08",
)
MENTION = DateMention(
    span=Span(start=32, end=38),
    text="Monday",
    when=When.parse("2022-01-03"),
    resolution=Resolution(
        rule="weekday",
        reason="the Monday before",
        stated="XXXX-01-03",
        weekday=1,
        check=Check.CONSISTENT,
        candidates=[When.parse("2022-01-03"), When.parse("2022-01-10")],
        duration="P1W",
    ),
)
DATING = Dating(
    reference="2022-01-07",
    basis=DatingBasis.INFERRED,
    candidates=[2022, 2033],
    proof=["one", "two"],
)
EVIDENCE = Evidence(
    record=QUOTE.id,
    field="speaker",
    spans=[Span(start=21, end=28)],
    rule="said",
    reason="after 'said'",
)
DOUBT = Doubt(
    code="moved",
    spans=[Span(start=45, end=54)],
    record=MEETING.id,
    field="moved_from",
    reason="the day isn't said",
    candidates=["2021-12-13", "2021-12-20"],
)
BRIEF = Brief(
    source=SOURCE,
    retrieved="2022-01-09",
    text=TEXT,
    dating=DATING,
    dates=[MENTION],
    quotes=[QUOTE],
    statements=[STATEMENT],
    meetings=[MEETING],
    evidence=[EVIDENCE],
    doubts=[DOUBT],
)
LINK = Link(uid="talks", same_as="geneva", reason="the same body on the same day")
LOOSE = Statement(speaker=SOMEBODY, source=Source(publisher="B", published="2022-02"))
CORPUS = Corpus.of(
    BRIEF,
    Brief(text=""),
    LOOSE,
    Quote(text="Так.", statement=LOOSE.id, source=LOOSE.source),
    Meeting(uid="geneva", held="2022-01-10"),
    LINK,
    Doubt(code="several-encounters", record=LOOSE.id, reason="two fit"),
)
VALUES: dict[str, object] = {
    "brief": BRIEF,
    "corpus": CORPUS,
    "country": NORWAY,
    "date_mention": MENTION,
    "dating": DATING,
    "doubt": DOUBT,
    "evidence": EVIDENCE,
    "group": PAIR,
    "link": LINK,
    "meeting": MEETING,
    "organization": COUNCIL,
    "participant": MEETING.participants[1],
    "period": Period.parse("2014-10-01/.."),
    "person": SOMEBODY,
    "place": GENEVA,
    "post": ENVOY,
    "quote": QUOTE,
    "resolution": MENTION.resolution,
    "source": SOURCE,
    "span": Span(start=0, end=3),
    "statement": STATEMENT,
    "when": When.parse("2022-01-07T13:30+01:00[Europe/Oslo]"),
    "year_bound": YearBound(not_before="2014-10-01", reason="in office"),
    "year_inference": YearInference(
        candidates=[2022], year=2022, proof=["Friday January 7"], conflicts=["none"]
    ),
}
"""By the word for each kind of document."""
