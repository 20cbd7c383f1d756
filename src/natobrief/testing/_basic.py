"""Texts and times: what the fields of values hold."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from natobrief.text import Span
from natobrief.when import Period, When

__all__ = ["edtf_texts", "periods", "spans", "texts", "whens"]

_AWKWARD = (
    "e\u0301\u0323\u00e9\u0130\u00df\ufb01\u2126\u05e9\u05dc\u0645\u202e\u202c\u200f\u200b\u200d\ufeff"
    "\u0085\u2028\u2029\u00a0\u3000\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb\u300c\u300d\"'\\<&>=+@-"
    "\n\r\t\x00\x1b\x7f\U0001f1fa\U0001f1e6\U0001f468\U0010ffff\ufffe"
)
_MARKS = st.sampled_from(["", "", "?", "~", "%"])
_ZONES = st.sampled_from(["Europe/Brussels", "America/New_York", "Asia/Kathmandu", "+01:00"])
_OFFSETS = st.sampled_from(["Z", "+01:00", "-05:00", "+05:45"])


def texts(*, max_size: int = 12) -> SearchStrategy[str]:
    """Texts that are not blank, of all characters that UTF-8 has.

    >>> from natobrief.testing import texts
    >>> texts().filter(lambda text: not text.strip()).is_empty
    False
    """
    plain = st.sampled_from(["NATO", "the talks", "Jens Stoltenberg", "Україна"])
    awkward = st.text(_AWKWARD, min_size=1, max_size=max_size)
    anything = st.text(st.characters(codec="utf-8"), min_size=1, max_size=max_size)
    return plain | awkward.filter(str.strip) | anything.filter(str.strip)


def whens() -> SearchStrategy[When]:
    """Moments of every form: plain, marked, imprecise, times, zones, unknown digits, sets."""
    return edtf_texts().map(When.parse)


def edtf_texts() -> SearchStrategy[str]:
    """Texts that :meth:`When.parse` reads, canonical or not."""
    days = st.dates(dt.date(1000, 1, 1), dt.date(3000, 12, 31)).map(dt.date.isoformat)
    years = st.integers(1, 9998).map("{:04}".format)
    marked = st.builds(str.__add__, days | days.map(lambda day: day[:7]) | years, _MARKS)
    clock = st.times().map(lambda time: time.replace(tzinfo=None).isoformat())
    minutes = st.times().map(lambda time: time.isoformat("minutes"))
    pair = st.tuples(days, days).map(sorted)
    return st.one_of(
        days,
        marked,
        st.builds("{}T{}{}".format, days, clock | minutes, _OFFSETS),
        st.builds("{}T{:02}Z".format, days, st.integers(0, 23)),
        st.builds("{}[{}]".format, days, _ZONES),
        st.builds("{}-W{:02}".format, st.integers(1000, 3000), st.integers(1, 52)),
        st.builds("{}-{}".format, st.integers(1000, 3000), st.integers(21, 41)),
        st.sampled_from(["XXXX-01-12", "202X", "20XX", "2022-XX", "2022-0X", "XXXX-02-29~"]),
        pair.map(lambda ends: "[{}..{}]".format(*ends)),
        st.builds("[{},{}]".format, days, days),
        st.sampled_from(["[..2022-01]", "[2022-01-07..]"]),
    )


@st.composite
def periods(draw: DrawFn) -> Period:
    """Periods with ends of every form, open and unknown ones too."""
    first, last = draw(whens()), draw(whens())
    if last.bounds[1] <= first.bounds[0]:
        first, last = last, first
    known = draw(st.sampled_from(["both", "start", "end"]))
    is_open = draw(st.booleans())
    if known == "both":
        return Period.between(first, last)
    if known == "start":
        return Period.between(first, None, open_end=is_open)
    return Period.between(None, last, open_start=is_open)


def spans(*, length: int = 1000) -> SearchStrategy[Span]:
    """Stretches of a text of ``length`` characters, at least one character long."""
    ends = st.tuples(st.integers(0, length - 1), st.integers(1, length))
    return ends.map(lambda pair: Span(start=min(pair), end=max(*pair, pair[0] + 1)))
