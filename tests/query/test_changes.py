"""What was learned between two days, and how two corpora differ."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natobrief.errors import InvalidDate, InvalidValue
from natobrief.model import (
    Doubt,
    Link,
    Meeting,
    MeetingStatus,
    Outcome,
    Person,
    Place,
    Quote,
    Statement,
)
from natobrief.query import ChangeKind, Corpus, CorpusDiff
from natobrief.testing import corpora

PLAN = Meeting(uid="talks", name="Talks", scheduled="2022-01-10", known="2021-12-27")

AFTER: dict[ChangeKind, list[dict[str, Any]]] = {
    ChangeKind.MOVED: [
        {"scheduled": "2022-01-11"},
        {"scheduled": None, "held": "2022-01-11", "outcome": Outcome.HELD},
        {"status": MeetingStatus.POSTPONED},
        {"status": MeetingStatus.RESCHEDULED, "name": "Other talks"},
    ],
    ChangeKind.CANCELLED: [
        {"status": MeetingStatus.CANCELLED},
        {"outcome": Outcome.NOT_HELD},
        {"status": MeetingStatus.CANCELLED, "scheduled": "2022-01-11"},
    ],
    ChangeKind.HELD: [{"held": "2022-01-10", "scheduled": None, "outcome": Outcome.HELD}],
    ChangeKind.CORRECTED: [
        {"place": Place(name="Geneva")},
        {"scheduled": "2022-01-10T08:55Z"},
        {"name": "United States-Russia talks"},
    ],
}


def test_a_proposal_becomes_firm() -> None:
    proposed = PLAN.evolve(status=MeetingStatus.TENTATIVE)
    corpus = Corpus.of(proposed, PLAN.evolve(known="2022-01-07"))
    (change,) = corpus.changes("2021-12-31", "2022-01-07")
    assert str(change) == "confirmed: meeting Talks, 2022-01-10"
    assert change.fields == ("status",)


@pytest.mark.parametrize(
    ("kind", "fields"), [(kind, fields) for kind, each in AFTER.items() for fields in each]
)
def test_a_new_report_changes_a_meeting(kind: ChangeKind, fields: dict[str, Any]) -> None:
    newer = PLAN.evolve(known="2022-01-07", **fields)
    corpus = Corpus.of(PLAN, newer)
    (change,) = corpus.changes("2021-12-31", "2022-01-07")
    assert (change.kind, change.before, change.after) == (kind, PLAN, newer)
    told = {name for name, value in fields.items() if value is not None}
    assert told <= set(change.fields) <= set(fields)
    assert corpus.changes("2022-01-07", "2022-01-09") == ()
    (new,) = corpus.changes("2021-12-01", "2022-01-09")
    assert (new.kind, new.before, new.after) == (ChangeKind.NEW, None, newer)


def test_a_report_that_says_less_or_the_same_changes_nothing() -> None:
    for fields in ({}, {"name": None}, {"scheduled": None}):
        newer = PLAN.evolve(known="2022-01-07", **fields)
        assert Corpus.of(PLAN, newer).changes("2021-12-31", "2022-01-07") == ()


def test_changes_see_one_encounter_through_links() -> None:
    newer = PLAN.evolve(uid="geneva", scheduled="2022-01-11", known="2022-01-07")
    apart = Corpus.of(PLAN, newer)
    assert [each.kind for each in apart.changes("2021-12-31", "2022-01-07")] == [ChangeKind.NEW]
    link = Link(uid="talks", same_as="geneva", reason="said so by hand")
    (change,) = Corpus.of(PLAN, newer, link).changes("2021-12-31", "2022-01-07")
    assert change.kind is ChangeKind.MOVED


def test_changes_are_printed() -> None:
    off = PLAN.evolve(known="2022-01-07", status=MeetingStatus.CANCELLED, scheduled="2022-01-11")
    said = Statement(speaker=Person(name="Ann Lee"), made="2022-01-08", known="2022-01-09")
    quote = Quote(text="Yes.", known="2022-01-09")
    corpus = Corpus.of(PLAN, off, said, quote)
    assert [str(change) for change in corpus.changes("2021-12-31", "2022-01-09")] == [
        "new: statement of Ann Lee, 2022-01-08",
        (
            "cancelled: meeting Talks, 2022-01-11; scheduled 2022-01-10 -> 2022-01-11; "
            "status confirmed -> cancelled"
        ),
        "new: quote of an unknown speaker: 'Yes.'",
    ]


def test_the_days_of_changes_are_checked() -> None:
    with pytest.raises(InvalidValue) as error:
        Corpus.of().changes("2022-01-07", "2022-01-06")
    assert str(error.value) == (
        "Corpus.changes.known_b: expected no day before known_a (2022-01-07), got 2022-01-06"
    )
    with pytest.raises(InvalidDate, match=r"^Corpus.changes.known_a: "):
        Corpus.of().changes("soon", "2022-01-06")


DAYS = st.sampled_from(["2021-12", "2021-12-27", "2022-01-01", "2022-01-07", "2022"])


@st.composite
def _revised(draw: st.DrawFn) -> Corpus:
    reports = [
        Meeting(
            uid=draw(st.sampled_from("ab")),
            scheduled=draw(st.none() | DAYS),
            status=draw(st.sampled_from(MeetingStatus)),
            known=draw(st.none() | DAYS),
        )
        for _ in range(draw(st.integers(0, 5)))
    ]
    return Corpus.of(*reports, *(Quote(text=t, known=draw(DAYS)) for t in draw(st.sets(_TEXTS))))


_TEXTS = st.sampled_from(["Yes.", "No."])


@given(_revised(), DAYS, DAYS)
def test_changes_lead_from_what_was_known_to_what_is(corpus: Corpus, a: str, b: str) -> None:
    """Brute force: what was known on the first day, changed, is what was known on the second."""
    first, second = corpus.as_of(a), corpus.as_of(b)
    before = {*first.quotes, *first.meetings}
    after = {*second.quotes, *second.meetings}
    try:
        found = corpus.changes(a, b)
    except InvalidValue:
        return
    new = {change.after for change in found if change.before is None}
    assert {change.after for change in found} <= after - before
    assert {change.before for change in found if change.before is not None} <= before
    assert {record for record in after - before if isinstance(record, Quote)} <= new
    known = {record.uid for record in before if isinstance(record, Meeting)}
    for change in found:
        if isinstance(change.after, Meeting):
            assert (change.kind is ChangeKind.NEW) == (change.after.uid not in known)
    assert corpus.changes(b, b) == ()


def test_a_difference_is_a_report() -> None:
    one = Quote(text="Yes.", speaker=Person(name="Ann Lee"), said="2022-01-07")
    doubt = Doubt(code="open", reason="it is open")
    first = Corpus.of(PLAN, one, Link(uid="a", same_as="b", reason="r"))
    second = Corpus.of(PLAN.evolve(scheduled="2022-01-11"), Quote(text="No " * 40), doubt)
    report = first.diff(second)
    assert str(report).splitlines() == [
        f"+ quote of an unknown speaker: {('No ' * 40)[:59] + '…'!r}",
        "- quote of Ann Lee, 2022-01-07: 'Yes.'",
        "~ meeting Talks, 2022-01-10: scheduled 2022-01-10 -> 2022-01-11",
        "- link a = b",
        "+ doubt open: it is open",
    ]
    assert bool(report)
    back = second.diff(first)
    assert (back.added, back.removed) == (report.removed, report.added)
    assert (back.doubts_removed, back.links_added) == ((doubt,), first.links)


def test_what_is_not_clear_is_no_revision() -> None:
    first = Corpus.of(Quote(text="Yes.", said="2022-01-07"), Quote(text="Yes.", said="2022-01-08"))
    second = Corpus.of(Quote(text="Yes.", said="2022-01-09"))
    report = first.diff(second)
    assert (len(report.added), len(report.removed), report.revised) == (1, 2, ())


@given(corpora(), corpora())
def test_a_difference_leads_from_one_corpus_to_the_other(one: Corpus, other: Corpus) -> None:
    report = one.diff(other)
    gone = {*report.removed, *(pair.before for pair in report.revised)}
    come = {*report.added, *(pair.after for pair in report.revised)}
    assert (set(one.records) - gone) | come == set(other.records)
    assert come.isdisjoint(one.records)
    assert gone.isdisjoint(other.records)
    assert one.diff(one) == CorpusDiff()
    assert str(one.diff(one)) == "no difference"
    assert all(pair.fields for pair in report.revised)
