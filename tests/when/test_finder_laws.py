"""Laws of finding dates that hold for every text."""

from __future__ import annotations

import calendar
import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from natobrief.when import Check, DateMention, When, find
from natobrief.when.phrases.grammar import Rule
from natobrief.when.phrases.table import RULES, grammar

_WORDS = (
    "the a an in on from to of and between by at last next this past coming following that same"
    " early late mid- end beginning week weeks month year years quarter decade century day days"
    " weekend today yesterday tomorrow tonight ago later earlier before after now second third"
    " first two three twenty twenty-four several January Jan. may May March march Sun Sun. Monday"
    " Tues. SUNDAY FEB 7 07 10 13 24 31 2022 1999 1990s '90s 20th 3/4/2022 2022-01-07 14:00 5 p.m."
    " CET GMT local time noon midnight Q3 H1 9/11 Christmas Easter Good Friday New Year's Day"
    " spring winter will met said 7th 2,000 12.5 % $ ( ) , . - – \n \n\n fiscal year-ago year-end"
).split(" ")
_mostly_dates = st.lists(st.sampled_from(_WORDS), max_size=25).map(" ".join)
_texts = st.one_of(
    _mostly_dates, st.text(max_size=60), st.sampled_from([rule.example for rule in RULES])
)
_days = st.dates(dt.date(1905, 1, 1), dt.date(2094, 12, 31))
_styles = st.sampled_from(["news", "assistant"])


@given(_texts, st.none() | _days, _styles)
def test_spans_slice_to_the_words_and_never_overlap(
    text: str, reference: dt.date | None, style: str
) -> None:
    found = find(text, reference, style=style)
    for mention in found:
        assert mention.span.of(text) == mention.text
    for one, two in pairwise(found):
        assert one.span.end <= two.span.start


@given(_texts, st.none() | _days)
def test_a_mention_is_decided_or_says_why_not(text: str, reference: dt.date | None) -> None:
    for mention in find(text, reference):
        resolution = mention.resolution
        assert resolution.reason.strip()
        if resolution.check is Check.CONTRADICTION:
            assert resolution.candidates
        if resolution.candidates or resolution.duration:
            assert mention.when is None


@given(_texts, _days)
def test_the_same_input_gives_the_same_answer(text: str, reference: dt.date) -> None:
    assert find(text, reference) == find(text, reference)


@given(_texts, _days)
def test_a_paragraph_in_front_only_moves_the_spans(text: str, reference: dt.date) -> None:
    prefix = "Nothing is said here.\n\n"
    text = text.strip()
    moved = [(m.span.start - len(prefix), m.text) for m in find(prefix + text, reference)]
    assert moved == [(m.span.start, m.text) for m in find(text, reference)]


@settings(max_examples=250)
@given(_texts, st.booleans())
@example("A day later, on the 2nd Monday of March, the 3rd week of Jan.", True)
def test_guarded_search_equals_trying_every_rule_everywhere(text: str, assistant: bool) -> None:
    rules = grammar(assistant=assistant)
    assert list(rules.scan(text)) == list(rules.scan_unguarded(text))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_example_of_each_rule_is_read_by_that_rule(rule: Rule) -> None:
    found = find(rule.example, "2022-01-07", style="assistant" if rule.assistant else "news")
    assert rule.name in {mention.resolution.rule for mention in found}


_FORMATS = (
    "{d.day} {month} {d.year}",
    "{d.day:02} {month} {d.year}",
    "the {d.day}{th} of {month}, {d.year}",
    "{d.day}{th} {month} {d.year}",
    "{month} {d.day}, {d.year}",
    "{month} {d.day}{th}, {d.year}",
    "{month} {d.day} {d.year}",
    "{short} {d.day}, {d.year}",
    "{dotted} {d.day}, {d.year}",
    "{d.day} {dotted} {d.year}",
    "{d.day}-{short}-{d.year}",
    "{SHORT} {d.day}, {d.year}",
    "{d:%Y-%m-%d}",
    "{d:%Y/%m/%d}",
    "{d:%d.%m.%Y}",
    "{weekday}, {month} {d.day}, {d.year}",
    "{weekday} {d.day} {month} {d.year}",
    "{weekday}, the {d.day}{th} of {month} {d.year}",
    "{day}, {short} {d.day}, {d.year}",
    "{day}. {d.day} {short} {d.year}",
    "{weekday} {month} {d.day}, {d.year}",
    "{month} {d.day}, {d.year} ({weekday})",
)


def _written(form: str, day: dt.date) -> str:
    month = calendar.month_name[day.month]
    ending = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}.get(day.day, "th")
    weekday = calendar.day_name[day.weekday()]
    dotted = month if month == "May" else f"{month[:3]}."
    return form.format(
        d=day, month=month, dotted=dotted, short=month[:3], SHORT=month[:3].upper(), th=ending,
        weekday=weekday, day=weekday[:3],
    )  # fmt: skip


def _only(text: str, reference: object = None) -> DateMention:
    (mention,) = find(text, reference)  # type: ignore[arg-type]
    return mention


@given(st.sampled_from(_FORMATS), _days)
def test_a_full_date_is_found_in_every_format(form: str, day: dt.date) -> None:
    phrase = _written(form, day)
    mention = _only(f"Ministers met on {phrase}")
    assert mention.when == When.of(day)
    assert phrase.removesuffix(")").endswith(mention.text.removesuffix(")"))
    stated = "weekday" in form or "{day}" in form
    assert mention.resolution.check is (Check.CONSISTENT if stated else Check.UNCHECKED)


def test_a_weekday_is_a_constraint_on_every_day_of_a_calendar() -> None:
    first = dt.date(2021, 12, 20)
    for day in (first + dt.timedelta(n) for n in range(75)):
        for name in calendar.day_name:
            text = f"{name}, {day:%B} {day.day}, {day.year}"
            mention = _only(text)
            if calendar.day_name[day.weekday()] == name:
                assert mention.when == When.of(day), text
                assert mention.resolution.check is Check.CONSISTENT
            else:
                near = [day + dt.timedelta(n) for n in range(-3, 4)]
                (other,) = (d for d in near if calendar.day_name[d.weekday()] == name)
                assert mention.when is None
                assert mention.resolution.check is Check.CONTRADICTION
                assert mention.resolution.candidates == (When.of(day), When.of(other)), text


@given(_days, st.integers(-180, 180))
def test_a_weekday_decides_the_year_of_a_day_without_one(day: dt.date, off: int) -> None:
    mention = _only(f"{day:%A}, {day:%B} {day.day}", day + dt.timedelta(off))
    if (day.month, day.day) != (2, 29) or mention.when is not None:
        assert mention.when == When.of(day)


@given(_days)
def test_bare_weekdays_are_within_a_week_and_follow_the_tense(reference: dt.date) -> None:
    for number, name in enumerate(calendar.day_name):
        past = _only(f"They met on {name}.", reference).when
        future = _only(f"They will meet on {name}.", reference).when
        assert isinstance(past, When)
        assert isinstance(future, When)
        assert past.first_day.weekday() == future.first_day.weekday() == number
        assert 0 <= reference.toordinal() - past.first_day.toordinal() < 7
        assert 0 <= future.first_day.toordinal() - reference.toordinal() < 7


@given(_days, st.integers(1, 28))
def test_a_vaguer_reference_never_says_more(day: dt.date, number: int) -> None:
    text = f"It rained on Monday, on {day:%B} {number}, last month and two weeks ago."
    exact = find(text, day)
    for vague in (f"{day:%Y-%m}", f"{day.year:04}"):
        for fine, coarse in zip(exact, find(text, vague), strict=True):
            assert coarse.when in (None, fine.when)
