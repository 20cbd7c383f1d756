"""Generated moments and periods of every form that natobrief writes."""

from __future__ import annotations

import datetime as dt

from hypothesis import reject
from hypothesis import strategies as st

from natobrief.errors import InvalidDate
from natobrief.when import Period, When

__all__ = ["ZONES", "days", "periods", "times", "when_texts", "whens"]

ZONES = ("UTC", "Europe/Brussels", "America/New_York", "Pacific/Apia", "Asia/Kolkata", "-03:30")
"""UTC, both sides of Greenwich, a zone that skipped a day, half hours, and no name at all."""

_MARKS = st.sampled_from(["", "", "", "~", "?", "%"])


@st.composite
def days(draw: st.DrawFn) -> str:
    """Draw a day of the years that natobrief holds, most often one of our time."""
    recent = st.dates(dt.date(1949, 4, 4), dt.date(2030, 12, 31))
    day = draw(st.one_of(recent, recent, st.dates(dt.date(1, 1, 3), dt.date(9998, 12, 29))))
    return f"{day.year:04}-{day.month:02}-{day.day:02}"


@st.composite
def _qualified(draw: st.DrawFn) -> str:
    parts = draw(days()).split("-")[: draw(st.integers(1, 3))]
    return "-".join(draw(_MARKS) + part + draw(_MARKS) for part in parts)


@st.composite
def _open_digits(draw: st.DrawFn) -> str:
    text = draw(days())[: draw(st.sampled_from([4, 7, 10]))]
    spots = [i for i, char in enumerate(text) if char != "-"]
    chosen = draw(st.sets(st.sampled_from(spots), min_size=1))
    return "".join("X" if i in chosen else char for i, char in enumerate(text)) + draw(_MARKS)


@st.composite
def _units(draw: st.DrawFn) -> str:
    year = draw(days())[:4]
    season = st.integers(21, 41).map(str)
    week = st.integers(1, 53).map("W{:02}".format)
    quarter = st.integers(1, 4).map("Q{}".format)
    week_day = st.builds("W{:02}-{}".format, st.integers(1, 53), st.integers(1, 7))
    return f"{year}-{draw(st.one_of(season, week, quarter, week_day))}{draw(_MARKS)}"


@st.composite
def times(draw: st.DrawFn) -> str:
    """Draw a clock time with Z or an offset, to the hour or finer."""
    clock = draw(st.times())
    form = draw(st.sampled_from(["T%H", "T%H:%M", "T%H:%M:%S", "T%H:%M:%S.%f"]))
    offset = draw(st.sampled_from(["Z", "+01:00", "-05:00", "+05:30", "-00:00", "+02"]))
    return draw(days()) + clock.strftime(form) + offset + draw(_MARKS)


def _single_texts() -> st.SearchStrategy[str]:
    return st.one_of(days(), _qualified(), _open_digits(), _units(), times())


@st.composite
def _set_texts(draw: st.DrawFn) -> str:
    items: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        first, last = draw(_single_texts()), draw(_single_texts())
        items.append(draw(st.sampled_from([first, f"{first}..{last}", f"{first}..", f"..{last}"])))
    return f"[{','.join(items)}]"


@st.composite
def when_texts(draw: st.DrawFn) -> str:
    """Draw text that is nearly always one that :meth:`When.parse` reads."""
    text = draw(st.one_of(_single_texts(), _single_texts(), _set_texts()))
    zone = draw(st.sampled_from(["", "", "", *ZONES]))
    return f"{text}[{zone}]" if zone else text


def _when_or_none(text: str) -> When | None:
    try:
        return When.parse(text)
    except InvalidDate:
        return None  # 30 February, a range that runs backwards, an offset of another zone


@st.composite
def _in_zones(draw: st.DrawFn) -> When:
    """Draw an instant in a named zone: the only way to meet its odd offsets often."""
    zone = draw(st.sampled_from([zone for zone in ZONES if "/" in zone]))
    utc = draw(st.datetimes(dt.datetime(2, 1, 1), dt.datetime(9998, 12, 30)))  # noqa: DTZ001
    digits = utc.strftime("%H:%M:%S") + draw(st.sampled_from(["", f".{utc.microsecond:06}"]))
    day = f"{utc.year:04}-{utc.month:02}-{utc.day:02}"
    return When.parse(f"{day}T{digits}Z[{zone}]")


def whens() -> st.SearchStrategy[When]:
    """Generate moments of every form, precision, qualification and kind of zone."""
    return st.one_of(_readable(), _readable(), _in_zones())


@st.composite
def _readable(draw: st.DrawFn) -> When:
    when = draw(when_texts().map(_when_or_none))
    if when is None:
        reject()
    return when


def _period_or_none(
    start: When | None, end: When | None, open_start: bool, open_end: bool
) -> Period | None:
    try:
        return Period.between(
            start,
            end,
            open_start=open_start and start is None,
            open_end=open_end and end is None,
        )
    except InvalidDate:
        return None


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Generate periods with known, open and unknown ends."""
    start, end = draw(st.one_of(st.none(), whens())), draw(st.one_of(st.none(), whens()))
    flags = draw(st.booleans()), draw(st.booleans())
    for pair in ((start, end), (end, start), (start, start), (None, end)):
        period = _period_or_none(*pair, *flags)
        if period is not None:
            return period
    return Period.parse("2022-01-10/2022-01-13")
