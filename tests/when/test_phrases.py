"""Every family of phrases by example, and what must not be taken for a date."""

from __future__ import annotations

import datetime as dt

import pytest

from natobrief.errors import InvalidDate, InvalidValue
from natobrief.when import Check, Period, When, find, resolve_date

# A Friday.
REFERENCE = "2022-01-07"


def read(text: str, reference: str | None = REFERENCE, **options: str) -> dict[str, str]:
    """Return each phrase with its meaning, ``?`` for none, as text."""
    return {
        m.text: str(m.when) if m.when is not None else m.resolution.duration or "?"
        for m in find(text, reference, **options)
    }


ABSOLUTE = {
    "It was 7 January 2022.": {"7 January 2022": "2022-01-07"},
    "It was on the 7th of January, 2022.": {"the 7th of January, 2022": "2022-01-07"},
    "It was the second of March.": {"the second of March": "2022-03-02"},
    "by Jan. 14": {"Jan. 14": "2022-01-14"},
    "on JAN 14": {"JAN 14": "2022-01-14"},
    "on 07 January": {"07 January": "2022-01-07"},
    "on 2022-01-14": {"2022-01-14": "2022-01-14"},
    "at 2022-01-14T13:30+01:00": {"2022-01-14T13:30+01:00": "2022-01-14T13:30+01:00"},
    "on 2022/01/14": {"2022/01/14": "2022-01-14"},
    "on 25/12/2021": {"25/12/2021": "2021-12-25"},
    "on 12/25/2021": {"12/25/2021": "2021-12-25"},
    "on 3/3/2021": {"3/3/2021": "2021-03-03"},
    "on 4.3.2021": {"4.3.2021": "2021-03-04"},
    "January 7 of last year": {"January 7 of last year": "2021-01-07"},
    "on Jan. 7,\n2021": {"Jan. 7,\n2021": "2021-01-07"},
    "in January 2022": {"January 2022": "2022-01"},
    "in January of last year": {"January of last year": "2021-01"},
    "in last year's March": {"last year's March": "2021-03"},
    "They met in March.": {"March": "2021-03"},
    "They will meet in March.": {"March": "2022-03"},
    "They will meet in January.": {"January": "2022-01"},
    "last March": {"last March": "2021-03"},
    "next March": {"next March": "2022-03"},
    "this March": {"this March": "2022-03"},
    "in mid-March they will": {"mid-March": "2022-03"},
    "early 2022": {"early 2022": "2022"},
    "It ended at the end of June.": {"the end of June": "2021-06"},
    "January nineteen ninety-seven": {"January nineteen ninety-seven": "1997-01"},
    "in nineteen ninety-seven": {"nineteen ninety-seven": "1997"},
    "in two thousand and four": {"two thousand and four": "2004"},
    "the year two thousand": {"the year two thousand": "2000"},
    "in fiscal 2021": {"fiscal 2021": "2021"},
    "since 2014, until 1815": {"2014": "2014", "1815": "1815"},
    "on Monday the 10th": {"Monday the 10th": "2022-01-10"},
    "on Monday 10": {"Monday 10": "2022-01-10"},
    "the 24th of this month": {"the 24th of this month": "2022-01-24"},
    "It will start on the 24th.": {"the 24th": "2022-01-24"},
    "29 February": {"29 February": "?"},
    "since 9/11": {"9/11": "2001-09-11"},
}
PARTS = {
    "in the 1990s": {"the 1990s": "199X"},
    "in the '90s": {"the '90s": "199X"},
    "in the nineties": {"the nineties": "199X"},
    "in the early 1980s": {"the early 1980s": "198X"},
    "the 1800s": {"the 1800s": "18XX"},
    "the 20th century": {"the 20th century": "19XX"},
    "in the late nineteenth century": {"the late nineteenth century": "18XX"},
    "Q3 2021": {"Q3 2021": "2021-35"},
    "2021 Q3": {"2021 Q3": "2021-35"},
    "in Q3": {"Q3": "2021-35"},
    "the third quarter of 2020": {"the third quarter of 2020": "2020-35"},
    "last year's third quarter": {"last year's third quarter": "2021-35"},
    "the 2020 third quarter": {"the 2020 third quarter": "2020-35"},
    "the next quarter": {"the next quarter": "2022-34"},
    "next first quarter": {"next first quarter": "2023-33"},
    "the first two quarters of 2020": {"the first two quarters of 2020": "2020-40"},
    "the first three quarters of 2020": {"the first three quarters of 2020": "2020-01/2020-09"},
    "the first half of 2020": {"the first half of 2020": "2020-40"},
    "the second half of the year": {"the second half of the year": "2022-41"},
    "H1 2020": {"H1 2020": "2020-40"},
    "2020-H2": {"2020-H2": "2020-41"},
    "spring 2020": {"spring 2020": "2020-21"},
    "the summer of 2020": {"the summer of 2020": "2020-22"},
    "last winter": {"last winter": "2020-24"},
    "next summer": {"next summer": "2022-22"},
    "this autumn": {"this autumn": "2022-23"},
    "week 2": {"week 2": "2022-W02"},
    "week 53 of 2021": {"week 53 of 2021": "?"},
    "the week of January 12": {"the week of January 12": "2022-W02"},
    "the first week of July 2022": {"the first week of July 2022": "2022-W27"},
    "the last week of July 2022": {"the last week of July 2022": "2022-W30"},
    "the first Monday of March": {"the first Monday of March": "2022-03-07"},
    "the last Friday of this month": {"the last Friday of this month": "2022-01-28"},
    "the fifth Monday of March 2022": {"the fifth Monday of March 2022": "?"},
}
QUARTERS = {
    "Net rose in the third quarter. A year earlier it fell.": {
        "the third quarter": "2021-35",
        "A year earlier": "2020-35",
    },
    "Sales grew in the second quarter, against the year-ago quarter.": {
        "the second quarter": "2021-34",
        "the year-ago quarter": "2020-34",
    },
    "the year-ago third quarter": {"the year-ago third quarter": "2020-35"},
    "the latest quarter": {"the latest quarter": "2021-36"},
    "It lost in the third quarter and won in the 2019 period.": {
        "the third quarter": "2021-35",
        "the 2019 period": "2019-35",
    },
    "the 2019 period": {"the 2019 period": "2019"},
    "The third quarter was bad. That quarter hurt.": {
        "The third quarter": "2021-35",
        "That quarter": "2021-35",
    },
}
RANGES = {
    "from January 10 to 13": {"from January 10 to 13": "2022-01-10/2022-01-13"},
    "10-13 January": {"10-13 January": "2022-01-10/2022-01-13"},
    "between 10 and 13 January": {"between 10 and 13 January": "2022-01-10/2022-01-13"},
    "January 10–13, 2021": {"January 10–13, 2021": "2021-01-10/2021-01-13"},
    "January 10 and 12": {"January 10": "2022-01-10", "12": "2022-01-12"},
    "10 and 12 January 2021": {"10": "2021-01-10", "12 January 2021": "2021-01-12"},
    "It ran between Monday and Wednesday.": {
        "between Monday and Wednesday": "2022-01-03/2022-01-05"
    },
    "Jan. 10-Feb. 2": {"Jan. 10-Feb. 2": "2022-01-10/2022-02-02"},
    "December 30 to January 2": {"December 30 to January 2": "2021-12-30/2022-01-02"},
    "from December 30 to January 2, 2020": {
        "from December 30 to January 2, 2020": "2019-12-30/2020-01-02"
    },
    "from March 5 to April 2 of last year": {
        "from March 5 to April 2 of last year": "2021-03-05/2021-04-02"
    },
    "June to August 2021": {"June to August 2021": "2021-06/2021-08"},
    "2014-2018": {"2014-2018": "2014/2018"},
    "from 2014 to 2018": {"from 2014 to 2018": "2014/2018"},
    "2021/22": {"2021/22": "2021/2022"},
    "from Monday, January 10 to Friday, January 14": {
        "from Monday, January 10 to Friday, January 14": "2022-01-10/2022-01-14"
    },
    "from Friday to Monday, they will": {"from Friday to Monday": "2022-01-07/2022-01-10"},
    "from today to January 3, 2021": {"from today to January 3, 2021": "?"},
}
LISTS = {
    "on January 11 and November 26, 2021": {
        "January 11": "2021-01-11",
        "November 26, 2021": "2021-11-26",
    },
    "on Monday (January 10) they will": {"Monday (January 10)": "2022-01-10"},
    "on Monday (January 11) they will": {"Monday (January 11)": "?"},
    "the first two months of this year": {
        "the first two months of this year": "2022-01-01/2022-02-28"
    },
    "the last three days of May 2021": {"the last three days of May 2021": "2021-05-29/2021-05-31"},
    "the first ten days of 2021": {"the first ten days of 2021": "2021-01-01/2021-01-10"},
    "the first 40 days of May 2021": {"the first 40 days of May 2021": "?"},
    "between May and July 2021": {"between May and July 2021": "2021-05/2021-07"},
    "April and May": {"May": "2021-05"},
    "a 2019 crisis, its 2018 losses": {"2019": "2019", "2018": "2018"},
}
WEEKDAYS = {
    "They met on Monday.": {"Monday": "2022-01-03"},
    "They will meet on Monday.": {"Monday": "2022-01-10"},
    "They met on Friday.": {"Friday": "2022-01-07"},
    "next Wednesday": {"next Wednesday": "2022-01-12"},
    "this Wednesday": {"this Wednesday": "2022-01-05"},
    "last Friday": {"last Friday": "2021-12-31"},
    "this coming Tuesday": {"this coming Tuesday": "2022-01-11"},
    "Tuesday of last week": {"Tuesday of last week": "2021-12-28"},
    "Tuesday next week": {"Tuesday next week": "2022-01-11"},
    "next week on Tuesday": {"next week on Tuesday": "2022-01-11"},
    "next Sunday": {"next Sunday": "?"},
    "on Thursday evening": {"Thursday evening": "2022-01-06"},
    "a week from Tuesday": {"a week from Tuesday": "2022-01-18"},
}
RELATIVE = {
    "today": {"today": "2022-01-07"},
    "yesterday morning": {"yesterday morning": "2022-01-06"},
    "tomorrow": {"tomorrow": "2022-01-08"},
    "Tonight": {"Tonight": "2022-01-07"},
    "this morning": {"this morning": "2022-01-07"},
    "last night": {"last night": "2022-01-06"},
    "the day before yesterday": {"the day before yesterday": "2022-01-05"},
    "the day after tomorrow": {"the day after tomorrow": "2022-01-09"},
    "two weeks ago": {"two weeks ago": "2021-W51"},
    "ten days ago": {"ten days ago": "2021-12-28"},
    "a year ago": {"a year ago": "2021"},
    "two minutes ago": {"two minutes ago": "?"},
    "They leave in three days.": {"in three days": "2022-01-10"},
    "They sold out in three days.": {"in three days": "?"},
    "two weeks from now": {"two weeks from now": "2022-W03"},
    "three days from tomorrow": {"three days from tomorrow": "2022-01-11"},
    "last month": {"last month": "2021-12"},
    "this past week": {"this past week": "2021-W52"},
    "earlier this year": {"earlier this year": "2022"},
    "late last year": {"late last year": "2021"},
    "the end of the month": {"the end of the month": "2022-01"},
    "over the past decade": {"the past decade": "2012-01-07/2022-01-07"},
    "over the past two weeks": {"the past two weeks": "2021-12-24/2022-01-07"},
    "in the next two weeks": {"the next two weeks": "2022-01-07/2022-01-21"},
    "the last two weekends": {"the last two weekends": "2022-01-05/2022-01-07"},
    "They met over the weekend.": {"the weekend": "[2022-01-01..2022-01-02]"},
    "They will meet at the weekend.": {"the weekend": "[2022-01-08..2022-01-09]"},
    "last weekend": {"last weekend": "[2022-01-01..2022-01-02]"},
    "the week after next": {"the week after next": "2022-W03"},
    "the week before last": {"the week before last": "2021-W51"},
    "next fortnight": {"next fortnight": "2022-01-07/2022-01-21"},
    "by year-end": {"year-end": "2022"},
    "since year-end 2019": {"year-end 2019": "2019"},
    "for the year": {"the year": "2022"},
    "the current fiscal year": {"the current fiscal year": "2022"},
}
ANCHORED = {
    "They met on January 10. The following Tuesday they left.": {
        "January 10": "2022-01-10",
        "The following Tuesday": "2022-01-11",
    },
    "They met on January 10. A day later they left.": {
        "January 10": "2022-01-10",
        "A day later": "2022-01-11",
    },
    "They met on January 10. That same week it rained.": {
        "January 10": "2022-01-10",
        "That same week": "2022-W02",
    },
    "They met on January 10. The day before, it rained.": {
        "January 10": "2022-01-10",
        "The day before": "2022-01-09",
    },
    "They met on January 10 and left the next day.": {
        "January 10": "2022-01-10",
        "the next day": "2022-01-11",
    },
    "They met on January 10. The previous Friday they slept.": {
        "January 10": "2022-01-10",
        "The previous Friday": "2022-01-07",
    },
    "They met on January 10. That Monday was cold.": {
        "January 10": "2022-01-10",
        "That Monday": "2022-01-10",
    },
    "It was 2014. The following year it changed. Two years later it ended.": {
        "2014": "2014",
        "The following year": "2015",
        "Two years later": "2017",
    },
    "It began in May 2014. The day before, it rained.": {
        "May 2014": "2014-05",
        "The day before": "?",
    },
    "It began in May 2014. The previous month was dry.": {
        "May 2014": "2014-05",
        "The previous month": "2014-04",
    },
    "It began in May 2014 and ended the following March.": {
        "May 2014": "2014-05",
        "the following March": "2015-03",
    },
    "The day before, it rained.": {"The day before": "?"},
    "the following March": {"the following March": "?"},
    "the following Tuesday": {"the following Tuesday": "?"},
}
NAMED = {
    "It was over by Christmas.": {"Christmas": "2021-12-25"},
    "New Year's Eve": {"New Year's Eve": "2021-12-31"},
    "New Year’s Day": {"New Year’s Day": "2022-01-01"},
    "Easter 2022": {"Easter 2022": "2022-04-17"},
    "last Easter": {"last Easter": "2021-04-04"},
    "next Easter": {"next Easter": "2022-04-17"},
    "this Easter": {"this Easter": "2022-04-17"},
    "Good Friday": {"Good Friday": "2022-04-15"},
    "Thanksgiving 2021": {"Thanksgiving 2021": "2021-11-25"},
    "the Fourth of July 2021": {"the Fourth of July 2021": "2021-07-04"},
    "Labor Day of last year": {"Labor Day of last year": "2021-09-06"},
    "two days before Christmas": {"two days before Christmas": "2021-12-23"},
}
CLOCKS = {
    "on January 10 at 14:00 CET": {"January 10 at 14:00 CET": "2022-01-10T14:00+01:00"},
    "at 14:00 CET on January 10": {"14:00 CET on January 10": "2022-01-10T14:00+01:00"},
    "on January 10 at 9:30 a.m. Brussels time": {
        "January 10 at 9:30 a.m. Brussels time": "2022-01-10T09:30+01:00[Europe/Brussels]"
    },
    "on January 10 at 1400 GMT": {"January 10 at 1400 GMT": "2022-01-10T14:00Z"},
    "on January 10 at 12 a.m. UTC": {"January 10 at 12 a.m. UTC": "2022-01-10T00:00Z"},
    "on January 10 at 5 p.m. local time": {"January 10 at 5 p.m. local time": "2022-01-10"},
    "noon Saturday": {"noon Saturday": "2022-01-01"},
    "midnight Friday": {"midnight Friday": "2022-01-07"},
    "on January 10 at 13 p.m.": {"January 10": "2022-01-10"},
    "on January 10, 1400 people came": {"January 10": "2022-01-10"},
}
LENGTHS = {
    "for two weeks": {"two weeks": "P2W"},
    "a three-day visit": {"three-day": "P3D"},
    "for 24 hours": {"24 hours": "PT24H"},
    "for 90 minutes": {"90 minutes": "PT90M"},
    "over two decades": {"two decades": "P20Y"},
    "for six months": {"six months": "P6M"},
    "three fortnights": {"three fortnights": "P42D"},
}
FAMILIES = (
    ABSOLUTE
    | PARTS
    | QUARTERS
    | RANGES
    | LISTS
    | WEEKDAYS
    | RELATIVE
    | ANCHORED
    | NAMED
    | CLOCKS
    | LENGTHS
)


@pytest.mark.parametrize(("text", "meaning"), FAMILIES.items(), ids=FAMILIES)
def test_family(text: str, meaning: dict[str, str]) -> None:
    assert read(text) == meaning


NO_DATES = (
    "You may now go.",
    "He may march on. The march went on.",
    "A second sun rose in the second act.",
    "Sun Microsystems and Mar Vista",
    "Theresa May said so.",
    "April Jones met June Smith.",
    "August Wilson wrote plays.",
    "44, of st",
    "2000 troops and 1,500 people",
    "about 1990 soldiers",
    "UN Resolution 1973, Room 2020, Flight 1999, page 12",
    "It costs $2022 or 20.22 percent.",
    "The Sunday Times wrote on it.",
    "the Good Friday Agreement",
    "the first half of the match",
    "the fall of Kabul, spring to mind",
    "in a second",
    "the 51st session, the 2nd Brigade",
    "a 12-year-old boy, 30 years old",
    "USA Today and the Today show",
    "3/4 of them, 24/7, 50/50",
    "1-1-1-1-1",
    "January 35",
    "Fridays are quiet; Mondays are not.",
    "now and recently",
    "the seven nations, nine lives",
    "13:30",
)


@pytest.mark.parametrize("text", NO_DATES)
def test_nothing_is_invented(text: str) -> None:
    assert read(text) == {}


def test_without_a_reference_only_what_the_text_states_is_known() -> None:
    text = "On Friday, January 7, they met. In May 2014 and on 5 June 2015 they had met. Last week?"
    assert read(text, None) == {
        "Friday, January 7": "?",
        "May 2014": "2014-05",
        "5 June 2015": "2015-06-05",
        "Last week": "?",
    }
    first = find(text)[0].resolution
    assert (first.stated, first.weekday) == ("XXXX-01-07", 5)
    assert first.reason == "the day of writing isn't known"


@pytest.mark.parametrize("text", [t for t in FAMILIES if "XXXX" not in t])
def test_without_a_reference_nothing_contradicts_one(text: str) -> None:
    for alone, dated in zip(find(text), find(text, REFERENCE), strict=True):
        assert alone.span == dated.span
        assert alone.when in (None, dated.when) or "nineties" in text or "'90s" in text


@pytest.mark.parametrize(
    ("text", "stated", "weekday"),
    [
        ("January 7", "XXXX-01-07", None),
        ("Friday, January 7", "XXXX-01-07", 5),
        ("January 7, 2022", "2022-01-07", None),
        ("in January", "XXXX-01", None),
        ("January 2022", "2022-01", None),
        ("Monday 10", "XXXX-XX-10", 1),
        ("on Monday", None, 1),
        ("Q3", "XXXX-35", None),
        ("from January 10 to 13", "XXXX-01-10/XXXX-01-13", None),
        ("yesterday", None, None),
    ],
)
def test_what_the_words_alone_say(text: str, stated: str | None, weekday: int | None) -> None:
    for reference in (None, REFERENCE):
        resolution = find(text, reference)[0].resolution
        assert (resolution.stated, resolution.weekday) == (stated, weekday)


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Wednesday January 13, 2022", ("2022-01-13", "2022-01-12")),
        ("Monday, January 7", ("2022-01-07", "2022-01-10")),
        ("Monday 11", ("2022-01-11", "2022-01-10")),
        ("Friday 29 February", ()),
        ("Monday 2022-01-11", ("2022-01-11", "2022-01-10")),
    ],
)
def test_a_weekday_that_does_not_fit_is_a_contradiction(
    text: str, candidates: tuple[str, ...]
) -> None:
    wrong = [m for m in find(text, REFERENCE) if m.resolution.check is Check.CONTRADICTION]
    assert bool(wrong) is bool(candidates)
    for mention in wrong:
        assert mention.when is None
        assert tuple(map(str, mention.resolution.candidates)) == candidates
        assert "not a" in mention.resolution.reason


def test_a_contradiction_within_a_stretch_stays_one() -> None:
    (mention,) = find("from Tuesday, January 10 to Friday, January 14", REFERENCE)
    assert mention.when is None
    assert mention.resolution.check is Check.CONTRADICTION


def test_a_number_that_is_a_date_in_two_ways_is_left_open() -> None:
    (mention,) = find("on 3/4/2022", REFERENCE)
    assert mention.when is None
    assert mention.resolution.check is Check.UNCHECKED
    assert mention.resolution.candidates == (When.parse("2022-03-04"), When.parse("2022-04-03"))
    assert mention.resolution.reason == "day and month can be read either way round"


@pytest.mark.parametrize(
    ("text", "reference", "when"),
    [
        ("9000 years ago", "9998-12-31", "0998"),
        ("9998 years ago", "9998-12-31", None),
        ("yesterday", "0001-01-01", None),
        ("last weekend", "0001-01-01", None),
        ("this month", "9998-12-31", "9998-12"),
        ("tomorrow", "9998-12-31", None),
        ("next month", "9998-12-31", None),
        ("next decade", "9998-12-31", None),
        ("the past 9000 years", "2022-01-07", None),
    ],
)
def test_the_edge_of_the_calendar_is_not_crossed(
    text: str, reference: str, when: str | None
) -> None:
    (mention,) = find(text, reference)
    assert mention.when == (None if when is None else When.parse(when))
    if when is None:
        assert mention.resolution.reason == "it lies outside the years 1 to 9998"


def test_a_vague_reference_names_the_candidates() -> None:
    (mention,) = find("January 7", "2022")
    assert mention.resolution.reason == "the day of writing isn't known finely enough"
    assert mention.resolution.candidates == (When.parse("2022-01-07"), When.parse("2023-01-07"))


def test_the_zone_holds_for_days_and_local_times() -> None:
    text = "on Monday at 5 p.m. local time"
    assert read(text, zone="Europe/Brussels") == {
        "Monday at 5 p.m. local time": "2022-01-03T17:00+01:00[Europe/Brussels]"
    }
    assert read("yesterday", zone="+01:00") == {"yesterday": "2022-01-06[+01:00]"}
    (mention,) = find(text, REFERENCE)
    assert mention.when == When.parse("2022-01-03")
    assert mention.resolution.reason.endswith(
        "the time of day is left out, since its zone isn't known"
    )


def test_a_clock_time_that_does_not_exist_stays_a_day() -> None:
    (mention,) = find("on March 27, 2022 at 2:30 a.m. Brussels time")
    assert mention.when == When.parse("2022-03-27", "UTC")
    assert "comes twice or never on that day in Europe/Brussels" in mention.resolution.reason


@pytest.mark.parametrize(
    ("text", "zone"), [("2022-01-07T25:00Z", None), ("0001-01-01", "+05:00"), ("9999-01-01", None)]
)
def test_what_no_moment_can_be_is_never_an_error(text: str, zone: str | None) -> None:
    for mention in find(text, zone=zone):
        assert mention.when is None
        assert mention.resolution.reason.startswith(f"{mention.text} is no date: expected ")


def test_candidates_at_the_edge_of_the_calendar() -> None:
    (mention,) = find("Sunday 0001-01-01", zone="+05:00")
    assert mention.when is None
    assert [str(c) for c in mention.resolution.candidates] == []


def test_a_reference_may_be_a_date_or_a_time() -> None:
    text = "yesterday"
    time_of_day = dt.datetime(2022, 1, 7, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=5)))
    for reference in (dt.date(2022, 1, 7), When.parse("2022-01-07"), time_of_day):
        assert find(text, reference)[0].when == When.parse("2022-01-06")


@pytest.mark.parametrize(
    "line",
    [
        "BRUSSELS, Jan 7 (Reuters) - Allies met.",
        "WASHINGTON, D.C., Jan. 7 - Allies met.",
        "News\nKYIV, Ukraine, 7 January -- Allies met.",
    ],
)
def test_a_dateline_is_known_as_one(line: str) -> None:
    mention = find(line, REFERENCE)[0]
    assert mention.resolution.rule == "dateline"
    assert mention.when == When.parse("2022-01-07")


def test_sides_of_a_unit_are_said_but_draw_nothing_finer() -> None:
    (mention,) = find("early 2022", REFERENCE)
    assert mention.when == When.parse("2022")
    assert mention.resolution.reason == "the text states it; 'early' is not drawn any finer"


def test_resolve_date_takes_the_first_date_of_a_phrase() -> None:
    mention = resolve_date("next Wednesday or Thursday", reference=REFERENCE)
    assert (mention.text, mention.when) == ("next Wednesday", When.parse("2022-01-12"))
    assert isinstance(resolve_date("10-13 January 2022").when, Period)


def test_errors_say_what_was_expected() -> None:
    with pytest.raises(InvalidDate) as no_date:
        resolve_date("soon")
    assert str(no_date.value) == (
        "resolve_date.phrase: expected a phrase that holds a date, such as 'next Wednesday', "
        "got 'soon'"
    )
    with pytest.raises(InvalidValue) as style:
        find("today", style="prose")
    assert str(style.value) == "find.style: expected 'news' or 'assistant', got 'prose'"
    with pytest.raises(InvalidValue) as text:
        find(7)  # type: ignore[arg-type]
    assert str(text.value) == "find.text: expected text, got 7"
    with pytest.raises(InvalidValue) as zone:
        find("today", zone="Mars")
    assert str(zone.value).startswith("find.zone: expected the name of a time zone")
    with pytest.raises(InvalidDate):
        find("today", "soon")


ASSISTANT = {
    "on 22/04": {"22/04": "2022-04-22"},
    "on friday 1/14": {"friday 1/14": "2022-01-14"},
    "on 1/14, 2021": {"1/14, 2021": "2021-01-14"},
    "40/40": {},
    "03/18/40": {"03/18/40": "1940-03-18"},
    "40/18/40": {},
    "on 3/4/2022": {"3/4/2022": "2022-03-04"},
    "2021-aug-1": {"2021-aug-1": "2021-08-01"},
    "Jan/3": {"Jan/3": "2022-01-03"},
    "feb/31": {},
    "it will be the 18th": {"the 18th": "2022-01-18"},
    "right now": {"right now": "2022-01-07"},
    "in 5 minutes": {"in 5 minutes": "2022-01-07"},
    "2 next days": {"2 next days": "2022-01-08/2022-01-09"},
    "last 3 days": {"last 3 days": "2022-01-04/2022-01-06"},
    "previous two quarters": {"previous two quarters": "2021-07-01/2021-12-31"},
    "next two quarters": {"next two quarters": "2022-04-01/2022-09-30"},
    "in two weeks": {"in two weeks": "2022-01-21"},
    "three weeks later": {"three weeks later": "2022-01-28"},
    "the following week": {"the following week": "2022-W02"},
    "the following friday": {"the following friday": "2022-01-14"},
    "next sunday": {"next sunday": "2022-01-16"},
    "from august to october": {"from august to october": "2021-08/2021-09-30"},
    "monday, may 2nd": {"monday, may 2nd": "2022-05-02"},
}


@pytest.mark.parametrize(("text", "meaning"), ASSISTANT.items(), ids=ASSISTANT)
def test_assistant_style(text: str, meaning: dict[str, str]) -> None:
    assert read(text, style="assistant") == meaning


@pytest.mark.parametrize(
    "unit",
    ["1234567890", "the first of ", "ABC DEF ", "\"'“”.,;:", "the end of the beginning of ",
     "1-1/1.", "in a ", "from January to ", "a day or so or ", "\n", " "],
)  # fmt: skip
def test_hostile_text_is_read(unit: str) -> None:
    assert len(find(unit * (20_000 // len(unit)), REFERENCE)) <= 20_000


# A Wednesday.
MIDWEEK = "2022-01-12"


@pytest.mark.parametrize(
    "clause",
    [
        "The vote will be held on Friday.",
        "The vote will not soon be formally held on Friday.",
        "The vote won't be held on Friday.",
        "The lists shall be closed on Friday.",
        "They hoped it would be opened on Friday.",
        "Offers may be sent on Friday.",
        "The road is to be cut on Friday.",
        "The bill, to be read on Friday, is long.",
        "The chairs are being painted on Friday.",
        "The bridge is expected to be formally built on Friday.",
        "The fund is due to be wound up on Friday.",
        "She hopes to be named on Friday.",
        "The work will have been done on Friday.",
        "It has been said that it will be signed on Friday.",
    ],
)
def test_a_passive_looks_ahead_with_its_helping_verb(clause: str) -> None:
    assert read(clause, MIDWEEK) == {"Friday": "2022-01-14"}


@pytest.mark.parametrize(
    "clause",
    [
        "The vote was held on Friday.",
        "The vote has been held on Friday.",
        "The men were being held on Friday.",
        "The vote would have been held on Friday.",
        "The vote could not be held on Friday.",
    ],
)
def test_a_passive_that_is_over_looks_back(clause: str) -> None:
    assert read(clause, MIDWEEK) == {"Friday": "2022-01-07"}


MENDED = {
    "A fair will be held on August 10.": {"August 10": "2022-08-10"},
    "A fair will be held in Bergen in June.": {"June": "2022-06"},
    "on 14 Jan 19.": {"14 Jan 19": "2019-01-14"},
    "14-Jan-19": {"14-Jan-19": "2019-01-14"},
    "Jan 12, '99": {"Jan 12, '99": "1999-01-12"},
    "On 14 Jan 19 boats sank.": {"14 Jan": "2022-01-14"},
    "14 January 12 March": {"14 January": "2022-01-14", "12 March": "2022-03-12"},
    "They met today, Wednesday.": {"today, Wednesday": "2022-01-12"},
    "It rained yesterday (Tuesday) too.": {"yesterday (Tuesday)": "2022-01-11"},
    "We met today, Friday's game is off.": {"today": "2022-01-12", "Friday": "2022-01-07"},
    "open today, Thursday, Friday": {
        "today": "2022-01-12",
        "Thursday": "2022-01-06",
        "Friday": "2022-01-07",
    },
    "today, next Friday": {"today": "2022-01-12", "next Friday": "?"},
    "They come Friday week.": {"Friday week": "2022-01-21"},
    "They come a week on Friday.": {"a week on Friday": "2022-01-21"},
    "They come on Tuesday next.": {"Tuesday next": "2022-01-18"},
    "the Tuesday next to it": {"Tuesday": "2022-01-11"},
    "Monday through Thursday": {"Monday through Thursday": "2022-01-10/2022-01-13"},
    "They met Monday through Thursday.": {"Monday through Thursday": "2022-01-03/2022-01-06"},
    "They will meet Monday through Thursday.": {"Monday through Thursday": "2022-01-17/2022-01-20"},
    "two years after 2014": {"two years after 2014": "2016"},
    "two years before 2014": {"two years before 2014": "2012"},
    "two days after 2014": {"two days after 2014": "?"},
    "half a year ago": {"half a year ago": "2021-07"},
    "half a century ago": {"half a century ago": "1972"},
    "half an hour ago": {},
    "Thursday 1900 GMT": {"Thursday 1900 GMT": "2022-01-06T19:00Z"},
    "January 10, 1900 GMT": {"January 10, 1900 GMT": "2022-01-10T19:00Z"},
    "January 10 at 1900 hours GMT": {"January 10 at 1900 hours GMT": "2022-01-10T19:00Z"},
    "room 2022, page 2014": {},
    "2010 people and 2011 tanks": {},
    "in 2010 and 2011 sales rose": {"2010": "2010", "2011": "2011"},
    "January 10, 12 and 13": {"January 10": "2022-01-10", "12": "2022-01-12", "13": "2022-01-13"},
    "Monday, January 10, 11, 12, and 13, 2022": {
        "Monday, January 10": "2022-01-10",
        "11": "2022-01-11",
        "12": "2022-01-12",
        "13, 2022": "2022-01-13",
    },
    "7, 8 and 9 July 2026": {"7": "2026-07-07", "8": "2026-07-08", "9 July 2026": "2026-07-09"},
    "January 10, 3 and 2": {"January 10": "2022-01-10"},
    "10, 9 and 3 January 2022": {"3 January 2022": "2022-01-03"},
    "January 10, 12 and 13 people": {"January 10": "2022-01-10"},
    "January 10, forty and fifty": {"January 10": "2022-01-10"},
    "on Oct. 3, 5 and 8 of last year": {
        "Oct. 3": "2021-10-03",
        "5": "2021-10-05",
        "8 of last year": "2021-10-08",
    },
    "Thirty-first of May": {"Thirty-first of May": "2022-05-31"},
    "15.-17.2.2022": {"15.-17.2.2022": "2022-02-15/2022-02-17"},
    "28.2.–3.3.2022": {"28.2.–3.3.2022": "2022-02-28/2022-03-03"},
    "17.-15.2.2022": {"15.2.2022": "2022-02-15"},
    "7 and 8 July 2026": {"7": "2026-07-07", "8 July 2026": "2026-07-08"},
}


@pytest.mark.parametrize(("text", "meaning"), MENDED.items(), ids=MENDED)
def test_midweek(text: str, meaning: dict[str, str]) -> None:
    assert read(text, MIDWEEK) == meaning


@pytest.mark.parametrize(
    ("text", "phrase", "reason"),
    [
        ("February 30, 2022", "February 30, 2022", "no February has a day 30"),
        ("February 29, 2022", "February 29, 2022", "2022 is no leap year"),
        ("on 31 April 2022 they", "31 April 2022", "no April has a day 31"),
        ("the 31st of June", "the 31st of June", "no June has a day 31"),
        ("30-31 April 2022", "30-31 April 2022", "no April has a day 31"),
        ("the week of February 30", "the week of February 30", "no February has a day 30"),
        ("29 February '21", "29 February '21", "no such year is a leap year"),
    ],
)
def test_a_day_that_no_month_has_is_named_and_not_made_coarser(
    text: str, phrase: str, reason: str
) -> None:
    (mention,) = find(text, MIDWEEK)
    assert (mention.text, mention.when) == (phrase, None)
    assert mention.resolution.reason == f"no such day: {reason}"


@pytest.mark.parametrize(
    ("text", "reference", "candidates"),
    [
        ("14 Jan '60", MIDWEEK, ("2060-01-14", "1960-01-14")),
        ("1 Sept 39.", MIDWEEK, ("2039-09-01", "1939-09-01")),
        ("14 Jan '19", None, ("2019-01-14", "1919-01-14")),
    ],
)
def test_two_digits_that_may_be_of_either_century(
    text: str, reference: str | None, candidates: tuple[str, ...]
) -> None:
    (mention,) = find(text, reference)
    assert mention.when is None
    assert tuple(map(str, mention.resolution.candidates)) == candidates
    assert mention.resolution.reason.endswith("may be of either century")


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("They meet today, Thursday.", ("2022-01-12", "2022-01-13")),
        ("They met yesterday, Monday evening.", ("2022-01-11", "2022-01-10")),
        ("They meet tomorrow (Friday).", ("2022-01-13", "2022-01-14")),
    ],
)
def test_a_day_called_by_a_wrong_weekday_is_a_contradiction(
    text: str, candidates: tuple[str, ...]
) -> None:
    (mention,) = find(text, MIDWEEK)
    assert (mention.when, mention.resolution.check) == (None, Check.CONTRADICTION)
    assert tuple(map(str, mention.resolution.candidates)) == candidates
    assert find(text)[0].resolution.weekday is not None


_PAST_PREFERRED = (
    "no verb points back or ahead; the likeliest near 2022-01-12: a past date is preferred"
    " where no verb points ahead"
)


@pytest.mark.parametrize(
    ("text", "when", "reason"),
    [
        ("January 9", "2022-01-09", "no verb points back or ahead; the nearest to 2022-01-12"),
        ("July 9", "2021-07-09", _PAST_PREFERRED),
        (
            "It will open on August 9.",
            "2022-08-09",
            "the clause looks ahead; the likeliest near 2022-01-12: a date ahead is preferred",
        ),
    ],
)
def test_the_reason_says_the_nearest_only_of_the_nearest(text: str, when: str, reason: str) -> None:
    (mention,) = find(text, MIDWEEK)
    assert mention.when == When.parse(when)
    assert mention.resolution.reason == reason


@pytest.mark.parametrize(
    ("text", "reference", "when"),
    [
        # The day after tomorrow under a wrong name, or a day of last year without its year?
        ("The talks on Wednesday, January 13 went on.", "2022-01-12", None),
        ("They meet on Tuesday, January 18.", "2022-01-20", "2022-01-18"),
        ("They met on Friday, January 7.", "2022-12-01", "2022-01-07"),
        ("They met on Friday, December 31.", "2022-01-12", "2021-12-31"),
    ],
)
def test_a_slip_in_a_weekday_moves_no_date_by_a_year(
    text: str, reference: str, when: str | None
) -> None:
    (mention,) = find(text, reference)
    assert mention.when == (None if when is None else When.parse(when))
    slip = Check.CONTRADICTION if when is None else Check.CONSISTENT
    assert mention.resolution.check is slip


def test_a_verb_that_looks_ahead_outweighs_a_month_behind() -> None:
    (mention,) = find("The museum will open on December 9.", "2022-01-12")
    assert mention.when == When.parse("2022-12-09")


def test_what_did_not_happen_lies_behind() -> None:
    (mention,) = find("The Council did not meet on Friday.", "2022-01-12")
    assert mention.when == When.parse("2022-01-07")
