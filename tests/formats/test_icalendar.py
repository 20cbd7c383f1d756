"""Calendars: what is written is read back equal, by others too; what others wrote is understood."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
import socket
import sys
from pathlib import Path
from typing import Any, cast

import pytest
import recurring_ical_events  # pyright: ignore[reportMissingTypeStubs]
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

import natobrief as nb
from natobrief import Meeting, MeetingStatus, Outcome, Participant, Person, Role, Source, When
from natobrief.formats.icalendar import read_calendar, to_calendar
from natobrief.testing import briefs, corpora, meetings
from tests.formats.hostile import HOSTILE, everywhere

CALENDARS = Path(__file__).parent / "calendars"
SEVERAL = st.lists(meetings(), max_size=2, unique_by=lambda meeting: meeting.uid)


def properties(text: str) -> list[str]:
    """Unfold a calendar into its content lines."""
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def only(text: str, name: str) -> list[str]:
    return [each.partition(":")[2] for each in properties(text) if each.startswith(name)]


@settings(max_examples=200)
@given(SEVERAL)
def test_meetings_come_back_and_other_software_reads_them(several: list[Meeting]) -> None:
    text = to_calendar(several)
    assert text == to_calendar(several)
    assert all(len(part.encode()) <= 75 for part in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    assert "\r" not in text.replace("\r\n", "")
    found = read_calendar(text)
    assert found.meetings == tuple(several)
    assert not found.report
    calendar = cast("Any", Calendar.from_ical(text))
    assert [component.errors for component in calendar.walk()] == [[] for _ in calendar.walk()]
    assert calendar.to_ical()
    shown = recurring_ical_events.of(calendar, components=["VEVENT", "VJOURNAL"])
    for meeting, component in zip(several, cast("list[Any]", calendar.events), strict=False):
        if len(several) == 1:
            assert type(meeting.time) in (nb.When, nb.Period)
            day = component["DTSTART"].dt
            start = dt.date(day.year, day.month, day.day)
            if 1900 < start.year < 2100:
                around = shown.between(start - dt.timedelta(1), start + dt.timedelta(2))
                assert [str(event["UID"]) for event in around] == [str(component["UID"])]


@given(briefs())
def test_a_brief_gives_its_meetings(brief: nb.Brief) -> None:
    assert read_calendar(to_calendar(brief)).meetings == brief.meetings


@given(corpora())
def test_a_corpus_gives_each_encounter_once(corpus: nb.Corpus) -> None:
    text = to_calendar(corpus)
    newest = tuple(corpus.meetings)
    assert read_calendar(text).meetings == newest
    uids = only(text, "UID")
    assert len(set(uids)) == len(uids) == len(newest)
    classes = [{m.uid for m in newest} & set(corpus.uids(m)) for m in newest]
    assert all(len(each) == 1 for each in classes)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:30])
def test_hostile_text_in_every_field(text: str) -> None:
    meetings = everywhere(text).meetings
    written = to_calendar(meetings)
    entries = len(re.findall(r"\r\nBEGIN:V(EVENT|JOURNAL)\r\n", written))
    assert (entries, written.count("\r\nEND:VCALENDAR\r\n")) == (1, 1)
    found = read_calendar(written)
    assert found.meetings == meetings
    assert not found.report


DAMAGED = to_calendar(
    [
        Meeting(uid="a", name="Ünï, code; \\", scheduled="2022-01-10T09:00+01:00[Europe/Zurich]"),
        Meeting(uid="b", scheduled="2022-01", participants=[Participant(actor=Person(name="Ann"))]),
    ]
).encode()


def survives(data: bytes) -> None:
    with contextlib.suppress(nb.NatobriefError):
        read_calendar(data)


def test_truncation_at_every_byte() -> None:
    for length in range(len(DAMAGED)):
        survives(DAMAGED[:length])
    with pytest.raises(nb.InvalidDocument) as caught:
        read_calendar(DAMAGED[: DAMAGED.index(b"END:VEVENT")])
    assert str(caught.value) == (
        "$: expected a calendar, from BEGIN:VCALENDAR to END:VCALENDAR, got one that is cut off"
    )


@settings(max_examples=200)
@given(st.integers(0, len(DAMAGED) * 8 - 1))
def test_a_flipped_bit(place: int) -> None:
    data = bytearray(DAMAGED)
    data[place // 8] ^= 1 << place % 8
    survives(bytes(data))


@pytest.mark.parametrize("name", sorted(p.name for p in CALENDARS.glob("*.ics")))
def test_damaged_calendars_of_others(name: str) -> None:
    data = (CALENDARS / name).read_bytes()
    for length in range(0, len(data), 101):
        survives(data[:length])
        flipped = bytearray(data)
        flipped[length] ^= 1 << length % 8
        survives(bytes(flipped))


@pytest.mark.parametrize(
    ("text", "came"),
    [
        ("", "nothing"),
        ("  \n", "nothing"),
        ("BEGIN:VCALENDAR\n", "one that is cut off"),
        ("BEGIN:VEVENT\nUID:1\nEND:VEVENT\n", "a VEVENT"),
    ],
)
def test_what_is_no_calendar(text: str, came: str) -> None:
    with pytest.raises(nb.InvalidDocument) as caught:
        read_calendar(text)
    (fault,) = caught.value.faults
    assert (fault.path, fault.came) == ("$", came)


def test_rubbish_is_refused() -> None:
    with pytest.raises(nb.InvalidDocument, match="got something else"):
        read_calendar("<html>no calendar</html>")
    with pytest.raises(nb.InvalidDocument) as caught:
        read_calendar(b"BEGIN:VCALENDAR\xff")
    assert str(caught.value) == "$: expected UTF-8, got byte 0xff at 15 (invalid start byte)"
    with pytest.raises(nb.InvalidValue) as wrong:
        read_calendar(cast("str", 3))
    assert str(wrong.value) == "read_calendar.text: expected text or bytes, got 3"
    with pytest.raises(nb.InvalidValue):
        read_calendar("", zone="Atlantis")
    with pytest.raises(nb.InvalidValue) as none:
        to_calendar([nb.Quote(text="Yes.")])
    assert str(none.value).startswith("value: expected a Meeting, a Brief, a Corpus, or any number")
    with pytest.raises(nb.InvalidValue) as domain:
        to_calendar([], domain=cast("str", None))
    assert str(domain.value) == "to_calendar.domain: expected text, got None"


@pytest.mark.parametrize(
    ("time", "lines"),
    [
        ("2022-01-07", ["DTSTART;VALUE=DATE:20220107", "DTEND;VALUE=DATE:20220108"]),
        ("2022-12-31", ["DTSTART;VALUE=DATE:20221231", "DTEND;VALUE=DATE:20230101"]),
        ("2022-01-10/2022-01-12", ["DTSTART;VALUE=DATE:20220110", "DTEND;VALUE=DATE:20220113"]),
        ("2022-01-10/..", ["DTSTART;VALUE=DATE:20220110"]),
        (
            "2022-01-10T09:00Z/2022-01-12",
            ["DTSTART;VALUE=DATE:20220110", "DTEND;VALUE=DATE:20220113"],
        ),
        ("2022-01-10T09:00+01:00", ["DTSTART:20220110T080000Z"]),
        ("2022-01-10T09:00Z/2022-01-10T09:00Z", ["DTSTART:20220110T090000Z"]),
        (
            "2022-07-10T09:00+02:00[Europe/Brussels]",
            ["DTSTART;TZID=Europe/Brussels:20220710T090000"],
        ),
        # 02:30 comes twice in this night; the second has no name in a calendar but in UTC.
        (
            "2022-10-30T02:30+02:00[Europe/Brussels]",
            ["DTSTART;TZID=Europe/Brussels:20221030T023000"],
        ),
        ("2022-10-30T02:30+01:00[Europe/Brussels]", ["DTSTART:20221030T013000Z"]),
        ("2022-01", []),
        ("2022-W02", []),
        ("[2022-01-10,2022-01-12]", []),
        ("2022-01/2022-02-03", []),
    ],
)
def test_times(time: str, lines: list[str]) -> None:
    text = to_calendar(Meeting(uid="talks", scheduled=time))
    inside = text[text.index("UID:") :].split("\r\n")
    assert [each for each in inside if each.startswith(("DTSTART", "DTEND"))] == lines
    assert ("BEGIN:VJOURNAL\r\n" in text) is (lines == [])


def test_every_zone_rule_is_that_of_the_zone() -> None:
    """Oracle: icalendar's own reading of our VTIMEZONE, under a name that nobody knows."""
    months = [When.parse(f"2022-{month:02}-15T12:00Z") for month in range(1, 13)]
    for zone in ("Europe/Brussels", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"):
        there = [nb.When.of(when.earliest.in_timezone(zone)) for when in months]
        text = to_calendar([Meeting(uid=f"m{i}", scheduled=t) for i, t in enumerate(there)])
        # natobrief's own records are gone, and all zones have one name: each calendar counts.
        foreign = text.replace(zone, "Custom/Nowhere").replace("X-NATOBRIEF-RECORD", "X-OTHER")
        for meeting, when in zip(read_calendar(foreign).meetings, there, strict=True):
            assert cast("When", meeting.time).bounds[0] == when.bounds[0]


def test_a_brief_says_what_a_calendar_has_no_place_for(tmp_path: Path) -> None:
    talks = Meeting(uid="talks", name="Talks", scheduled="2022-01~")
    firm = Meeting(uid="firm", held="2022-01-07?")
    brief = nb.Brief(
        text="Talks.",
        quotes=[nb.Quote(text="Yes.")],
        meetings=[talks, firm],
        doubts=[nb.Doubt(code="x", reason="y"), nb.Doubt(code="x", reason="z")],
    )
    report = nb.dump(brief, tmp_path / "brief.ics")
    assert str(report).splitlines() == [
        f"{talks.id} scheduled: 2022-01~ is no day or time, so it has no place in a calendar",
        f"{firm.id} held: 2022-01-07? is written as if it were certain",
        "text: left out: a calendar holds meetings",
        "quotes: 1 left out: a calendar holds meetings",
        "doubts: 2 left out: a calendar holds meetings",
    ]
    assert nb.load(tmp_path / "brief.ics") == (talks, firm)
    assert nb.load(tmp_path / "brief.ics", tuple[Meeting, ...]) == (talks, firm)
    with pytest.raises(nb.InvalidValue) as caught:
        nb.load(tmp_path / "brief.ics", nb.Brief)
    assert "expect: expected Meeting, tuple[Meeting, ...] or None" in str(caught.value)


PLAN = Meeting(uid="council", name="Council", scheduled="2022-01-12", known="2021-12-27")
MOVED = PLAN.evolve(
    uid="other",
    scheduled="2022-01-13",
    moved_from="2022-01-12",
    status=MeetingStatus.RESCHEDULED,
    known="2022-01-05",
)


def test_the_sequence_rises_and_the_uid_stays() -> None:
    link = nb.Link(uid="council", same_as="other", reason="a stated move")
    part = Meeting(uid="part", part_of="other", scheduled="2022-01-13")
    first, second = to_calendar(nb.Corpus.of(PLAN)), to_calendar(nb.Corpus.of(PLAN, MOVED, link))
    assert only(first, "UID") == only(second, "UID")
    assert (only(first, "SEQUENCE"), only(second, "SEQUENCE")) == (["0"], ["1"])
    assert only(second, "DTSTAMP") == only(second, "LAST-MODIFIED") == ["20220105T000000Z"]
    assert only(second, "STATUS") == ["CONFIRMED"]
    assert only(second, "X-NATOBRIEF-STATUS") == ["RESCHEDULED"]
    whole = to_calendar(nb.Corpus.of(PLAN, MOVED, link, part))
    assert only(whole, "RELATED-TO;RELTYPE=PARENT") == only(first, "UID")
    elsewhere = to_calendar(nb.Corpus.of(part))
    assert only(elsewhere, "RELATED-TO") == only(to_calendar(MOVED), "UID")


def test_a_selection_has_the_uids_and_the_numbers_of_its_corpus() -> None:
    first = nb.Meeting(uid="a", scheduled="2022-01-12", known="2021-12-27")
    second = nb.Meeting(uid="b", scheduled="2022-01-13", known="2021-12-30")
    link = nb.Link(uid="a", same_as="b", reason="the same council")
    corpus = nb.Corpus.of(first, second, link, nb.Meeting(uid="c", scheduled="2023"))
    assert to_calendar(corpus.meetings) == to_calendar(corpus)
    some = to_calendar(corpus.meetings.during("2022"))
    assert only(some, "SEQUENCE") == ["1"]
    assert only(some, "UID") == only(to_calendar(corpus), "UID")[:1]
    assert to_calendar(iter([second])) == to_calendar([second])


def test_what_is_no_meeting_in_a_list_is_told(tmp_path: Path) -> None:
    report = nb.dump([nb.Meeting(uid="a"), nb.Quote(text="Yes.")], tmp_path / "some.ics")
    assert str(report) == "quotes: 1 left out: a calendar holds meetings"


def test_reports_in_a_list_are_told_once_in_the_newest() -> None:
    newer = PLAN.evolve(status=MeetingStatus.POSTPONED, known="2022-01-02")
    for reports in ([PLAN, newer], (newer, PLAN), [newer, PLAN, newer]):
        text = to_calendar(reports)
        assert read_calendar(text).meetings == (newer,)
        assert (only(text, "SEQUENCE"), only(text, "STATUS")) == (["1"], ["CANCELLED"])


def test_a_uid_that_is_global_is_kept_and_others_depend_on_the_domain() -> None:
    for uid in ("3k2vj1@google.com", "C0FFEE00-0000-4000-8000-000000000001"):
        assert only(to_calendar(Meeting(uid=uid)), "UID") == [uid]
    plain = only(to_calendar(PLAN), "UID")
    assert plain == ["0704746b-05d4-541d-9890-9f47f4aece57"]
    assert only(to_calendar(PLAN, domain="example.org"), "UID") != plain


@pytest.mark.parametrize(
    ("changes", "event", "entry"),
    [
        ({"status": MeetingStatus.TENTATIVE}, "TENTATIVE", "DRAFT"),
        ({"status": MeetingStatus.CONFIRMED}, "CONFIRMED", "FINAL"),
        ({"status": MeetingStatus.POSTPONED}, "CANCELLED", "CANCELLED"),
        ({"outcome": Outcome.NOT_HELD}, "CANCELLED", "CANCELLED"),
    ],
)
def test_status(changes: dict[str, Any], event: str, entry: str) -> None:
    assert only(to_calendar(PLAN.evolve(**changes)), "STATUS") == [event]
    assert only(to_calendar(PLAN.evolve(scheduled=None, **changes)), "STATUS") == [entry]


def test_people_have_names_roles_and_no_mail() -> None:
    chair = Participant(
        actor=Person(name='Ann "A" Lee'), post=nb.Post(name="Chair; first"), role=Role.CHAIR
    )
    state = Participant(actor=nb.Country(name="Norway"))
    text = to_calendar(PLAN.evolve(participants=[state, chair]))
    event = cast("Any", Calendar.from_ical(text)).events[0]
    organizer, (first, second) = event["ORGANIZER"], event["ATTENDEE"]
    assert organizer.params["CN"] == "Ann 'A' Lee (Chair; first)"
    assert dict(first.params) == {"CN": "Norway", "CUTYPE": "GROUP", "ROLE": "REQ-PARTICIPANT"}
    assert (second.params["ROLE"], str(second)) == ("CHAIR", str(organizer))
    assert str(first).startswith("urn:uuid:")
    assert "mailto" not in text


def test_what_was_changed_in_the_calendar_is_taken() -> None:
    held = Meeting(uid="x", name="Talks", held="2022-01-12", place=nb.Place(name="Oslo", id="oslo"))
    text = to_calendar([PLAN, held])
    same = text.replace("SEQUENCE:0", "SEQUENCE:9").replace("CALSCALE:GREGORIAN\r\n", "")
    assert read_calendar(same).meetings == (PLAN, held)
    moved = text.replace("20220112", "20220114").replace("20220113", "20220115")
    found = read_calendar(
        moved.replace("SUMMARY:Talks", "SUMMARY:Chat").replace(":Oslo", ":Bergen")
    )
    plan, other = found.meetings
    assert plan == PLAN.evolve(scheduled="2022-01-14")
    assert other == held.evolve(held="2022-01-14", name="Chat", place=nb.Place(name="Bergen"))
    assert [loss.field for loss in found.report.losses] == ["scheduled", "name", "place", "held"]
    off = read_calendar(text.replace("\nSTATUS:CONFIRMED", "\nSTATUS:CANCELLED", 1))
    assert off.meetings[0] == PLAN.evolve(status=MeetingStatus.CANCELLED)


def test_a_record_that_is_broken_leaves_the_event() -> None:
    text = to_calendar(PLAN).replace('{"format"', '{"fromat"')
    found = read_calendar(text)
    assert found.meetings[0].name == "Council"
    assert found.report.losses[0].field == "X-NATOBRIEF-RECORD"
    assert found.report.losses[0].reason.startswith("it can't be read ($.format: expected")


def read(name: str, **given: Any) -> tuple[list[Meeting], list[tuple[str | None, str]]]:
    found = read_calendar((CALENDARS / name).read_bytes(), **given)
    return list(found.meetings), [(loss.record, loss.field) for loss in found.report.losses]


def test_google() -> None:
    (council, week, weekly, moved), lost = read("google.ics")
    assert council == Meeting(
        uid="3k2vj1@google.com",
        name="River Council",
        place=nb.Place(name="Brussels, Building 2"),
        scheduled="2022-01-12T09:00Z/2022-01-12T13:00Z",
        participants=[
            Participant(actor=Person(name="Council diary"), role=Role.HOST),
            Participant(actor=Person(name="Ann Lee")),
        ],
        source=Source(kind=nb.SourceKind.CALENDAR, title="Council diary"),
        known="2022-01-05T12:00:00Z",
    )
    assert str(week.scheduled) == "2022-01-10/2022-01-12"
    assert str(cast("nb.Period", weekly.scheduled).start) == (
        "2022-01-03T10:00+01:00[Europe/Brussels]"
    )
    assert moved.uid == "weekly@google.com 2022-01-17T10:00+01:00[Europe/Brussels]"
    assert moved.status is MeetingStatus.RESCHEDULED
    assert moved.moved_from == When.parse("2022-01-17T10:00+01:00[Europe/Brussels]")
    assert lost == [
        (None, "X-WR-CALDESC"),
        *(
            ("3k2vj1@google.com", field)
            for field in "X-GOOGLE-CONFERENCE CREATED DESCRIPTION SEQUENCE TRANSP VALARM".split()
        ),
        *[("3k2vj1@google.com", "ATTENDEE")] * 3,
        ("7mm0@google.com", "TRANSP"),
        ("weekly@google.com", "RRULE"),
        ("weekly@google.com", "EXDATE"),
    ]


def test_outlook() -> None:
    (talks, summer), lost = read("outlook.ics")
    assert str(talks.scheduled) == "2022-01-10T09:00+01:00/2022-01-10T17:00+01:00"
    assert [(p.actor.name, p.role) for p in talks.participants] == [
        ("Lee, Ann", Role.CHAIR),
        ("Birk, Bo", Role.ATTENDEE),
    ]
    assert str(summer.scheduled) == (
        "2022-07-11T09:00+02:00[Europe/Berlin]/2022-07-11T10:30+02:00[Europe/Berlin]"
    )
    assert summer.status is MeetingStatus.CANCELLED
    fields = [field for record, field in lost if record == talks.uid]
    assert fields[:2] == ["DTSTART", "DTEND"]
    assert {"CLASS", "DESCRIPTION", "PRIORITY", "X-ALT-DESC", "ATTENDEE"} < set(fields)


def test_apple() -> None:
    (call, visit), lost = read("apple.ics")
    assert call.scheduled == When.parse("2022-01-07")
    assert call.source.url == "https://example.org/call"
    assert visit.part_of == call.uid
    assert (call.uid, "ATTACH") in lost
    assert (visit.uid, "RELATED-TO") in lost
    (call, _), lost = read("apple.ics", zone="Europe/Paris", source=Source(title="Mine"))
    assert str(call.scheduled) == (
        "2022-01-07T14:00+01:00[Europe/Paris]/2022-01-07T15:00+01:00[Europe/Paris]"
    )
    assert call.source == Source(title="Mine")
    assert (call.uid, "DTSTART") not in lost


def test_nextcloud() -> None:
    (talks, sometime), lost = read("nextcloud.ics")
    assert talks.name == "Дві сторони; Büro"
    assert talks.status is MeetingStatus.TENTATIVE
    assert str(cast("nb.Period", talks.scheduled).start) == (
        "2022-01-20T10:15:30+01:00[Europe/Berlin]"
    )
    assert (sometime.scheduled, sometime.status) == (None, MeetingStatus.CONFIRMED)
    assert (sometime.uid, "STATUS") in lost
    assert lost[-1] == ("c0ffee00-0000-4000-8000-000000000003", "VTODO")


def test_by_hand_and_broken() -> None:
    (nameless, backwards, gap), lost = read("broken.ics")
    assert nameless.uid.startswith("event-")
    assert nameless.scheduled is None
    assert backwards.scheduled == When.parse("2022-01-10T10:00Z")
    assert [p.actor for p in backwards.participants] == [
        Person(name="somebody@example.org"),
        nb.Group(name="The delegations"),
    ]
    assert gap.scheduled == When.parse("2022-03-27")
    assert [field for _, field in lost] == ["UID", "DTSTART", "DTEND", "ATTENDEE", "DTSTART"]


def test_a_calendar_that_cancels() -> None:
    text = (
        "BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nUID:a\nDTSTART:20220110T090000Z\n"
        "DURATION:P1D\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    (meeting,) = read_calendar(text).meetings
    assert meeting.status is MeetingStatus.CANCELLED
    assert str(meeting.scheduled) == "2022-01-10T09:00Z/2022-01-11T09:00Z"
    assert read_calendar(text * 2).meetings == (meeting, meeting)


def test_nothing_asks_the_network_or_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_named: object) -> None:
        raise AssertionError("no network")

    monkeypatch.setattr(socket, "socket", refuse)
    for path in CALENDARS.glob("*.ics"):
        read_calendar(path.read_bytes())


def test_a_missing_extra_names_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    assert to_calendar(PLAN)  # writing needs nothing more
    with pytest.raises(nb.MissingExtra) as caught:
        read_calendar(to_calendar(PLAN))
    assert str(caught.value) == "iCalendar needs more packages: pip install 'natobrief[calendar]'"
