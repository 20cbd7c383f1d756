"""A moment is its canonical text, and the instants that this text allows."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
import zoneinfo

import pendulum
import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from natobrief.errors import InvalidDate, InvalidValue, NatobriefError
from natobrief.when import MAX_US, MIN_US, Period, Precision, When
from tests.when.strategies import ZONES, when_texts, whens

HOUR = 3600 * 1_000_000
DAY = 24 * HOUR


def utc(text: str) -> int:
    """Count the microseconds of an ISO time by the standard library alone."""
    since = dt.datetime.fromisoformat(text) - dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
    return since // dt.timedelta(microseconds=1)


@given(when=whens())
def test_text_reads_back(when: When) -> None:
    text = str(when)
    again = When.parse(text)
    assert again == when
    assert str(again) == text
    assert again.bounds == when.bounds
    assert hash(again) == hash(when)
    assert eval(repr(when)) == when
    # The zone is in the text, so a default changes nothing unless it is left out for being UTC.
    assert when.zone == again.zone


@given(when=whens())
def test_copies_are_equal(when: When) -> None:
    assert pickle.loads(pickle.dumps(when)) == when
    assert copy.deepcopy(when) is copy.copy(when) is when
    assert When.of(when) is when
    assert When.of(str(when)) == when
    assert When.between(when, when) == when


@given(text=when_texts())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        when = When.parse(text)
    except InvalidDate:
        with pytest.raises(InvalidDate, match=r"^When: expected .*, got "):
            When.of(text)
    else:
        assert When.parse(str(when)) == when


@given(text=st.text(alphabet="0123456789-X~?%/.,[]{}TZ:+WQSY EuropeBrusl_\ud800٣", max_size=30))
def test_rubbish_is_read_or_refused(text: str) -> None:
    try:
        when = When.parse(text)
    except InvalidDate:
        return
    assert When.parse(str(when)) == when


@given(when=whens())
def test_bounds_are_what_the_times_say(when: When) -> None:
    low, high = when.bounds
    assert MIN_US <= low < high <= MAX_US
    assert utc(when.earliest.isoformat()) == low
    assert utc(when.latest.isoformat()) == high
    assert type(when.earliest) is type(when.latest) is pendulum.DateTime
    assert type(when.first_day) is type(when.last_day) is pendulum.Date
    assert when.first_day <= when.last_day
    assert when.sort_key == (low, high, str(when))


@given(when=whens())
def test_extent_is_exactly_all_of_it(when: When) -> None:
    extent = when.extent
    low, high = when.bounds
    assert extent.bounds == (low, low + 1, high - 1, high)
    assert Period.parse(str(extent)) == extent
    assert (extent.open_start, extent.open_end) == (extent.start is None, extent.end is None)


@given(first=whens(), last=whens())
def test_between_spans_both(first: When, last: When) -> None:
    if first != last and first.extent.open_start and last.extent.open_end:
        with pytest.raises(InvalidDate, match=r"at least one date"):
            When.between(first, last)
    elif last.bounds[1] <= first.bounds[0]:
        with pytest.raises(InvalidDate, match=r"a range a\.\.b that does not end before it starts"):
            When.between(first, last)
    else:
        both = When.between(first, last)
        assert both.bounds == (first.bounds[0], last.bounds[1])
        assert When.parse(str(both)) == both
        # A set keeps only the date at its edge, so marks in its middle may go.
        assert not both.approximate or first.approximate or last.approximate


@given(
    time=st.datetimes(dt.datetime(2, 1, 1), dt.datetime(9998, 12, 30)),  # noqa: DTZ001
    zone=st.sampled_from(ZONES),
)
def test_a_time_with_a_zone_is_taken_as_it_is(time: dt.datetime, zone: str) -> None:
    tz = pendulum.FixedTimezone(-12600) if zone == "-03:30" else pendulum.timezone(zone)
    when = When.of(pendulum.instance(time.replace(tzinfo=dt.UTC)).in_timezone(tz))
    assert when.bounds[0] == utc(f"{time.isoformat()}+00:00")
    assert when.zone == zone
    assert when.precision is (Precision.MICROSECOND if time.microsecond else Precision.SECOND)
    assert When.parse(str(when)) == when
    assert when.earliest.timezone_name == zone


@given(day=st.dates(dt.date(1, 1, 3), dt.date(9998, 12, 30)), zone=st.sampled_from(ZONES))
def test_a_date_is_a_day_of_its_zone(day: dt.date, zone: str) -> None:
    if (day, zone) == (dt.date(2011, 12, 30), "Pacific/Apia"):
        return
    when = When.of(day, zone)
    assert when.first_day == when.last_day == day
    assert when.zone == zone
    assert when.year == day.year
    assert when == When.of(pendulum.Date(day.year, day.month, day.day), zone)
    before = When.of(day - dt.timedelta(days=1), zone) if day != dt.date(2011, 12, 31) else None
    if before is not None:
        assert before.bounds[1] == when.bounds[0]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("2022-03-27[Europe/Brussels]", 23),
        ("2022-10-30[Europe/Brussels]", 25),
        ("2022-03-27", 24),
        ("2022-03-27[+01:00]", 24),
        ("2018-11-04[America/Sao_Paulo]", 23),  # midnight is skipped
        ("2018-02-17[America/Sao_Paulo]", 25),  # the hour before midnight comes twice
        ("2022-11-06[America/Havana]", 25),  # midnight comes twice
        ("2022-03[Europe/Brussels]", 31 * 24 - 1),
        ("2011-12[Pacific/Apia]", 30 * 24),
    ],
)
def test_days_are_as_long_as_they_are(text: str, hours: int) -> None:
    low, high = When.parse(text).bounds
    assert high - low == hours * HOUR
    assert When.parse(text).extent.first_day == When.parse(text).first_day


def test_a_midnight_inside_a_gap_starts_the_day_at_the_change() -> None:
    # Toronto went from 23:30 to 00:30 on 30 March 1919: half an hour of either day is missing.
    day, eve = (When.parse(f"1919-03-{n}[America/Toronto]") for n in (31, 30))
    assert day.earliest.isoformat() == "1919-03-31T00:30:00-04:00"
    assert day.bounds[0] == eve.bounds[1] == utc("1919-03-31T00:30:00-04:00")


def test_a_day_that_comes_back_ends_when_it_is_over_for_good() -> None:
    # Goose Bay fell back from 00:01 to 23:01 of the day before.
    eve, day = (When.parse(f"2010-11-0{n}[America/Goose_Bay]") for n in (6, 7))
    assert eve.latest.isoformat() == "2010-11-07T00:00:00-04:00"
    assert day.earliest.isoformat() == "2010-11-07T00:00:00-03:00"
    assert eve.bounds[1] - day.bounds[0] == HOUR


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("2022-10-30T02:30+02:00[Europe/Brussels]", "2022-10-30T02:30+02:00[Europe/Brussels]"),
        ("2022-10-30T02:30+01:00[Europe/Brussels]", "2022-10-30T02:30+01:00[Europe/Brussels]"),
        ("2022-10-30T01:30Z[Europe/Brussels]", "2022-10-30T02:30+01:00[Europe/Brussels]"),
        ("2022-01-07T13:30[Europe/Brussels]", "2022-01-07T13:30+01:00[Europe/Brussels]"),
        ("2022-01-07T13:30[!Europe/Brussels]", "2022-01-07T13:30+01:00[Europe/Brussels]"),
        ("2022-01-07T13:30+01:00[+01:00]", "2022-01-07T13:30+01:00"),
        ("2022-01-07T13:30+00:00", "2022-01-07T13:30Z"),
        ("2022-01-07T13:30-00:00", "2022-01-07T13:30Z"),
        ("2022-01-07T13:30Z[UTC]", "2022-01-07T13:30Z"),
        ("2022-01-07T13:30Z[+01:00]", "2022-01-07T14:30+01:00"),
        ("2022-01-07T13:30+01", "2022-01-07T13:30+01:00"),
        ("2022-01-07T13+01:00", "2022-01-07T13+01:00"),
        ("2022-01-07T13:30:00.5Z", "2022-01-07T13:30:00.500000Z"),
        ("2022-01-07T13:30:00.000000Z", "2022-01-07T13:30:00.000000Z"),
        ("2022-01-07T13:30+01:00~[Europe/Brussels]", "2022-01-07T13:30+01:00~[Europe/Brussels]"),
        ("2022-01-07[UTC]", "2022-01-07"),
        ("2022-01-07[Z]", "2022-01-07"),
        ("2022-01-07[+00:00]", "2022-01-07"),
        ("2022-01-07[+01]", "2022-01-07[+01:00]"),
        ("1850-06-01T12:00:00+00:17:30", "1850-06-01T12:00:00+00:17:30"),
        ("[2022-01-07T10:00Z][Europe/Brussels]", "2022-01-07T11:00+01:00[Europe/Brussels]"),
        (
            "[2022-01-07..2022-01-08T10:00Z][Europe/Brussels]",
            "[2022-01-07..2022-01-08T11:00+01:00][Europe/Brussels]",
        ),
        ("[2022-01-07..2022-01-08T10:00+01:00]", "[2022-01-07..2022-01-08T10:00+01:00]"),
        ("[2022-01-07..2022-01-08][+01:00]", "[2022-01-07..2022-01-08][+01:00]"),
        (
            "[2022-01-07T10:00+01:00..2022-01-07T12:00+01:00][+01:00]",
            "[2022-01-07T10:00+01:00..2022-01-07T12:00+01:00]",
        ),
    ],
)
def test_zones_have_one_text(text: str, canonical: str) -> None:
    when = When.parse(text)
    assert str(when) == canonical
    assert When.parse(canonical) == when


@pytest.mark.parametrize(
    ("text", "zone", "canonical"),
    [
        ("2022-01-07", "Europe/Brussels", "2022-01-07[Europe/Brussels]"),
        ("2022-01-07", "+01:00", "2022-01-07[+01:00]"),
        ("2022-01-07", "UTC", "2022-01-07"),
        ("2022-01-07", "-00:00", "2022-01-07"),
        ("2022-01-07T13:30", "Europe/Brussels", "2022-01-07T13:30+01:00[Europe/Brussels]"),
        ("2022-01-07T13:30", "+01:00", "2022-01-07T13:30+01:00"),
        ("2022-01-07T13:30", "UTC", "2022-01-07T13:30Z"),
        # What states its own zone keeps it.
        ("2022-01-07T13:30Z", "Europe/Brussels", "2022-01-07T13:30Z"),
        ("2022-01-07[Asia/Kolkata]", "Europe/Brussels", "2022-01-07[Asia/Kolkata]"),
        (
            "[2022-01-07,2022-01-08T10:00Z]",
            "Europe/Brussels",
            "[2022-01-07,2022-01-08T11:00+01:00][Europe/Brussels]",
        ),
        (
            "[2022-01-08T10:00Z,2022-01-07]",
            "Europe/Brussels",
            "[2022-01-07,2022-01-08T11:00+01:00][Europe/Brussels]",
        ),
        (
            "[..2022-01-07,2022-01-09..]",
            "Europe/Brussels",
            "[..2022-01-07,2022-01-09..][Europe/Brussels]",
        ),
        ("[2022-01-08T10:00Z..]", "Europe/Brussels", "[2022-01-08T10:00Z..]"),
    ],
)
def test_a_zone_is_for_what_states_none(text: str, zone: str, canonical: str) -> None:
    assert str(When.parse(text, zone)) == canonical


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("2022-01-07T13:30", "a time with Z or an offset like +01:00"),
        ("2022-03-27T02:30[Europe/Brussels]", "a time that exists in Europe/Brussels"),
        (
            "2022-10-30T02:30[Europe/Brussels]",
            "an offset, since this time comes twice in Europe/Brussels",
        ),
        (
            "2022-01-07T13:30+02:00[Europe/Brussels]",
            "an offset that Europe/Brussels has at that time",
        ),
        (
            "2022-03-27T02:30+01:00[Europe/Brussels]",
            "an offset that Europe/Brussels has at that time",
        ),
        ("2022-01-07T13:30+01:00[+02:00]", "an offset that +02:00 has at that time"),
        (
            "[2022-01-07,2022-01-08T10:00+05:00][Europe/Brussels]",
            "an offset that Europe/Brussels has at that time",
        ),
        ("2022-01-07T13Z[Asia/Kolkata]", "a time that can be written in Asia/Kolkata"),
        ("2022-01-07T13:30+25:00", "an offset from -23:59 to +23:59"),
        ("2022-01-07T13:30+01:60", "an offset from -23:59 to +23:59"),
        ("2022-01-07T24:00Z", "a clock time from 00:00:00 to 23:59:59"),
        ("2022-01-07T23:59:60Z", "a clock time from 00:00:00 to 23:59:59"),
        ("2022-02-30T13:30Z", "a day that exists"),
        ("2022-01-07[Mars]", "the name of a time zone or an offset like +01:00"),
        ("2022-01-07[localtime]", "the name of a time zone or an offset like +01:00"),
        ("2022-01-07[europe/brussels]", "the name of a time zone or an offset like +01:00"),
        (
            "2022-01-07[Europe/Brussels][Europe/Brussels]",
            "a zone in brackets once, at the very end",
        ),
        ("[2022-01-07[Europe/Brussels]]", "a zone in brackets once, at the very end"),
        ("2022-01-07/2022-01-08", "one date, not a period: Period.parse reads those"),
        ("2011-12-30[Pacific/Apia]", "a day that exists in Pacific/Apia"),
        ("0001-01-01[Europe/Brussels]", "a date that starts after the year 1 begins in UTC"),
        ("0001-01-01T00:30+01:00", "a date that starts after the year 1 begins in UTC"),
        ("9998-12-31T23:30Z[Asia/Kolkata]", "a year of four digits, from 0001 to 9998"),
        ("0001-01-01T02:00Z[America/New_York]", "a year of four digits, from 0001 to 9998"),
    ],
)
def test_what_is_wrong_about_a_time_is_said(text: str, allowed: str) -> None:
    with pytest.raises(InvalidDate) as caught:
        When.parse(text)
    assert str(caught.value) == f"When: expected {allowed}, got {text!r}"


@pytest.mark.parametrize(
    "text", ["now", "today", "12:00", "20220107", " 2022", "2022 ", "", "٢٠٢٢"]
)
def test_nothing_is_guessed(text: str) -> None:
    with pytest.raises(InvalidDate) as caught:
        When.parse(text)
    expected = f"When: expected a date in EDTF such as 2022-01-07, got {text!r}"
    assert str(caught.value) == expected
    assert isinstance(caught.value, NatobriefError)
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize(
    "text", ["0001-01-01", "9998-12-31", "9998", "XXXX", "XXXX-24", "XXXX-12-31", "9998-W52"]
)
@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Asia/Kolkata", "-12:00"])
def test_the_ends_of_the_years(text: str, zone: str) -> None:
    if (text, zone) == ("0001-01-01", "Asia/Kolkata"):
        return  # that day begins before the year 1 does in UTC
    when = When.parse(text, zone)
    assert utc(when.earliest.isoformat()) == when.bounds[0]
    assert utc(when.latest.isoformat()) == when.bounds[1] <= utc("9999-01-01T12:00+00:00")
    assert Period.parse(str(when.extent)) == when.extent


def test_open_sets_reach_to_the_ends_of_time() -> None:
    before, after = When.parse("[..1984][America/New_York]"), When.parse("[1984..][Asia/Kolkata]")
    assert before.bounds[0] == MIN_US
    assert after.bounds[1] == MAX_US
    assert before.earliest.isoformat() == "0001-01-01T00:00:00+00:00"
    assert before.first_day == dt.date(1, 1, 1)
    assert When.parse("[..1984][-03:30]").first_day == dt.date(1, 1, 1)
    assert before.same_day("1984[America/New_York]").possible
    assert str(before.extent) == "../1984-12-31T23:59:59.999999-05:00[America/New_York]"
    assert after.extent.open_end
    assert When.between(None, "1984") == When.parse("[..1984]")
    assert When.between("1984", None) == When.parse("[1984..]")


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("2022-01-07", "2022-01-09", "[2022-01-07..2022-01-09]"),
        ("2022-01-07", "2022-01-07", "2022-01-07"),
        ("2022-01-07", "2022-01-07T21:37+01:00", "[2022-01-07..2022-01-07T21:37+01:00]"),
        (
            "2022-01-07",
            "2022-01-07T21:37+01:00[Europe/Brussels]",
            "[2022-01-07..2022-01-07T21:37+01:00]",
        ),
        (
            "2022-01-07[Europe/Brussels]",
            "2022-01-07T21:37Z",
            "[2022-01-07..2022-01-07T22:37+01:00][Europe/Brussels]",
        ),
        (
            "2022-01-07T10:00+01:00[Europe/Brussels]",
            "2022-01-07T21:37+01:00[Europe/Brussels]",
            "[2022-01-07T10:00+01:00..2022-01-07T21:37+01:00][Europe/Brussels]",
        ),
        (
            "2022-01-07T10:00+01:00[Europe/Brussels]",
            "2022-01-07T21:37Z",
            "[2022-01-07T10:00+01:00..2022-01-07T21:37Z]",
        ),
        (
            "2022-01-07[Europe/Brussels]",
            "2022-01-08~[Asia/Kolkata]",
            "[2022-01-07T00:00:00.000000+01:00..2022-01-08T23:59:59.999999+05:30~]",
        ),
        (
            "2022-01-07T13+01:00",
            "2022-01-08[Asia/Kolkata]",
            "[2022-01-07T13:00:00.000000+01:00..2022-01-08T23:59:59.999999+05:30]",
        ),
        ("[2022-01-07,2022-01-09]", "[2022-01-08..2022-01-10]", "[2022-01-07..2022-01-10]"),
        ("[..2022-01-07]", "2022-01-09", "[..2022-01-09]"),
    ],
)
def test_between_has_one_zone(first: str, last: str, text: str) -> None:
    both = When.between(first, last)
    assert str(both) == text
    assert both.bounds == (When.parse(first).bounds[0], When.parse(last).bounds[1])


def test_between_needs_dates_in_order() -> None:
    with pytest.raises(InvalidDate) as caught:
        When.between("2022-01-07", "2022-01-06")
    assert str(caught.value) == (
        "When: expected a range a..b that does not end before it starts, "
        "got '2022-01-07..2022-01-06'"
    )
    with pytest.raises(InvalidDate, match=r"^When: expected at least one date, got '\.\.'$"):
        When.between(None, None)
    with pytest.raises(
        InvalidDate, match=r"^When: expected at least one date, got '\[\.\.2021\]\.\."
    ):
        When.between("[..2021]", "[2023..]")


def test_standard_times() -> None:
    brussels = zoneinfo.ZoneInfo("Europe/Brussels")
    time = dt.datetime(2022, 10, 30, 2, 30, tzinfo=brussels)
    assert str(When.of(time)) == "2022-10-30T02:30:00+02:00[Europe/Brussels]"
    assert str(When.of(time.replace(fold=1))) == "2022-10-30T02:30:00+01:00[Europe/Brussels]"
    assert str(When.of(time.astimezone(dt.UTC))) == "2022-10-30T00:30:00Z"
    east = dt.timezone(dt.timedelta(hours=2))
    assert str(When.of(time.astimezone(east))) == "2022-10-30T02:30:00+02:00"
    assert str(When.of(pendulum.datetime(2022, 1, 7))) == "2022-01-07T00:00:00Z"
    naive = dt.datetime(2022, 1, 7, 13, 30)  # noqa: DTZ001
    assert str(When.of(naive, "Europe/Brussels")) == "2022-01-07T13:30:00+01:00[Europe/Brussels]"
    assert str(When.of(naive, "UTC")) == "2022-01-07T13:30:00Z"
    assert str(When.of(naive.replace(microsecond=5), "UTC")) == "2022-01-07T13:30:00.000005Z"
    assert str(When.of(naive.replace(tzinfo=Nameless()))) == "2022-01-07T13:30:00+01:00"


class Nameless(dt.tzinfo):
    """A zone of a library that natobrief doesn't know."""

    def utcoffset(self, time: dt.datetime | None, /) -> dt.timedelta:
        return dt.timedelta(hours=1)

    def dst(self, time: dt.datetime | None, /) -> None:
        return None

    def tzname(self, time: dt.datetime | None, /) -> str:
        return "somewhere"


@pytest.mark.parametrize(
    ("time", "allowed"),
    [
        (dt.datetime(2022, 1, 7, 13, 30), "a time with a zone"),  # noqa: DTZ001
        (
            dt.datetime(2022, 3, 27, 2, 30, tzinfo=zoneinfo.ZoneInfo("Europe/Brussels")),
            "a time that exists in Europe/Brussels",
        ),
        (dt.datetime(9999, 1, 1, tzinfo=dt.UTC), "a year from 1 to 9998"),
        (
            dt.datetime(2022, 1, 1, tzinfo=dt.timezone(dt.timedelta(microseconds=5))),
            "a time with an offset of whole seconds",
        ),
        (
            dt.datetime(1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=1))),
            "a date that starts after the year 1 begins in UTC",
        ),
        (dt.date(9999, 1, 1), "a year of four digits, from 0001 to 9998"),
    ],
)
def test_times_that_cannot_be_taken(time: dt.date, allowed: str) -> None:
    with pytest.raises(InvalidDate, match=r"^When: expected ") as caught:
        When.of(time)
    assert caught.value.faults[0].allowed == allowed


@pytest.mark.parametrize("value", [None, 2022, 20.22, True, b"22", ["2022"], dt.time(13, 30)])
def test_other_types_are_refused(value: object) -> None:
    with pytest.raises(InvalidValue) as caught:
        When.of(value)  # type: ignore[arg-type]
    expected = f"When: expected EDTF text, a date, or a time with a zone, got {value!r}"
    assert str(caught.value) == expected
    assert not isinstance(caught.value, InvalidDate)
    with pytest.raises(InvalidValue) as caught:
        When.parse(value)  # type: ignore[arg-type]
    assert str(caught.value) == f"When: expected text in EDTF, got {value!r}"


@pytest.mark.parametrize(
    ("zone", "allowed"),
    [
        ("Mars", "the name of a time zone or an offset like +01:00"),
        ("Factory", "the name of a time zone or an offset like +01:00"),
        ("../etc/passwd", "the name of a time zone or an offset like +01:00"),
        ("+1", "the name of a time zone or an offset like +01:00"),
        ("", "the name of a time zone or an offset like +01:00"),
        (1, "the name of a time zone, an offset like +01:00 or None"),
    ],
)
def test_a_wrong_zone_is_refused(zone: str, allowed: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        When.parse("2022-01-07", zone)
    assert str(caught.value) == f"When.zone: expected {allowed}, got {zone!r}"
    with pytest.raises(InvalidValue, match=r"^When\.zone: expected "):
        When.of(dt.date(2022, 1, 7), zone)


class Word(str):
    """A text of another class, as some libraries have them."""

    __slots__ = ()

    def __hash__(self) -> int:
        return 0

    def __eq__(self, other: object) -> bool:
        return True


def test_text_of_another_class_becomes_plain() -> None:
    assert str(When.parse(Word("2022-01-07"))) == "2022-01-07"
    assert str(When.of(Word("2022-01-08"))) == "2022-01-08"
    assert type(str(When.of(Word("2022-01")))) is str


def test_it_is_immutable_and_final() -> None:
    when = When.parse("2022-01-07")
    with pytest.raises(FrozenInstanceError):
        when.zone = "UTC"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        when._text = "2023"
    with pytest.raises(FrozenInstanceError):
        del when._text
    with pytest.raises(TypeError, match=r"^When is built by When\.parse\(text\) or \.of\(value\)$"):
        When("2022-01-07")
    with pytest.raises(TypeError, match=r"^When is final$"):
        type("Then", (When,), {})
    assert not hasattr(when, "__dict__")


def test_it_has_no_order() -> None:
    first, second = When.parse("2022-01-07"), When.parse("2022-01-08")
    message = r"^When has no order: ask \.before\(\), or sort with \.sort_key as the key$"
    for order in ("__lt__", "__le__", "__gt__", "__ge__"):
        with pytest.raises(TypeError, match=message):
            getattr(first, order)(second)
    with pytest.raises(TypeError, match=message):
        sorted([second, first])
    assert sorted([second, first], key=lambda when: when.sort_key) == [first, second]


def test_it_equals_its_like_alone() -> None:
    when = When.parse("2022-01-07")
    others: list[object] = [
        "2022-01-07",
        dt.date(2022, 1, 7),
        when.extent,
        When.parse("2022-01-07~"),
    ]
    assert all(when != other for other in others)
    assert when != When.parse("2022-01-07[Europe/London]")  # the same instants, another zone


def test_it_matches_patterns() -> None:
    match When.parse("2022-01"):
        case When(precision=Precision.MONTH, year=2022, zone="UTC"):
            pass
        case other:
            pytest.fail(repr(other))


def test_the_same_text_gives_the_same_object() -> None:
    assert When.parse("2022-01-07") is When.of("2022-01-07")
