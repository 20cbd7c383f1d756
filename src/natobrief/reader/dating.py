"""When a text was written: given, stated in it, or inferred from its weekdays and its speakers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from natobrief.errors import InvalidDate
from natobrief.model import Dating, DatingBasis, Person, Post
from natobrief.reader.notes import Question
from natobrief.reader.page import Page
from natobrief.reader.people.knowledge import Knowledge, Limits
from natobrief.reader.text.layout import LineKind
from natobrief.when import Check, DateMention, Precision, When, find, infer_year
from natobrief.when.years import YearBound, YearInference

__all__ = ["Dated", "Term", "date_text", "terms_of"]

_FUTURE = re.compile(
    r"\b(?:will|to be held|scheduled|is to|are to|due to|upcoming|plans? to|planned|set (?:to"
    r"|for)|expected to"
    r"|going to|forthcoming|would)\b"
)
_SHOWN = 12
_LOOK_BACK = 140


class Term(NamedTuple):
    """A speaker's time in the office that the text gives him."""

    person: Person
    post: Post
    limits: Limits


class Dated(NamedTuple):
    """A text placed in time.

    Attributes:
        dating: The record of it.
        dates: The dates that the text mentions.
        known: When the report became known, as far as the text tells.
        questions: What could not be decided.
    """

    dating: Dating
    dates: tuple[DateMention, ...]
    known: When | None
    questions: tuple[Question, ...]


def terms_of(knowledge: Knowledge, speakers: Iterable[tuple[Person, Post | None]]) -> list[Term]:
    """Return the times in office of those who speak, for each the first post that is known."""
    found: list[Term] = []
    for person, post in speakers:
        if person.id is None or post is None or post.id is None:
            continue
        limits = knowledge.limits(person.id, post.id)
        if limits is not None and all(term.person.id != person.id for term in found):
            found.append(Term(person, post, limits))
    return found


def date_text(page: Page, terms: Sequence[Term], published: When | None, zone: str | None) -> Dated:
    """Place a text in time and read its dates from there."""
    if published is not None:
        return _given(page, published, terms, zone)
    raw = find(page.text, zone=zone)
    stated = _stated(page, raw)
    if stated is not None:
        return _from_reference(page, *stated, zone)
    return _inferred(page, raw, terms, zone)


def _given(page: Page, published: When, terms: Sequence[Term], zone: str | None) -> Dated:
    dates = find(page.text, published, zone=zone)
    questions = list(_contradictions(dates))
    outside = _outside(page, dates)
    proof = [f"the caller gives {published} as the day of publication"]
    candidates: tuple[int, ...] = ()
    if questions:
        inference = infer_year(outside, bounds=_bounds(terms))
        candidates = inference.candidates
        proof += ["weekdays in the text contradict it, so the dates beside them are left open"]
        proof += inference.proof
    else:
        outside = [mention for mention in outside if _is_of_the_text(mention)]
        conflicts = infer_year(outside, published=published).conflicts
        places = tuple((m.span.start, m.span.end) for m in outside[:1])
        questions += [Question("date-contradiction", places, reason) for reason in conflicts]
    dating = Dating(
        reference=published, basis=DatingBasis.GIVEN, candidates=candidates, proof=proof
    )
    return Dated(dating, dates, None, tuple(questions))


def _outside(page: Page, dates: Sequence[DateMention]) -> list[DateMention]:
    return [mention for mention in dates if not page.quoted[mention.span.start]]


def _is_of_the_text(mention: DateMention) -> bool:
    """Leave out days with their year: a text may look back as far as it likes."""
    return mention.resolution.rule == "dateline" or not _names_year(mention)


def _names_year(mention: DateMention) -> bool:
    return re.match(r"\d{4}", mention.resolution.stated or "") is not None


def _day(year: int, mention: DateMention) -> When | None:
    """Return the day in the year, or in the one before where only that has its weekday."""
    stated, weekday = mention.resolution.stated or "", mention.resolution.weekday
    for each in (year, year - 1):
        try:
            day = When.parse(f"{each}{stated[4:]}")
        except InvalidDate:  # the 29th of February
            continue
        if weekday is None or day.first_day.isoweekday() == weekday:
            return day
    return None


def _stated(page: Page, raw: Sequence[DateMention]) -> tuple[DateMention, When] | None:
    """Find a full date in a dateline or alone on a line near the top."""
    places = [line.dateline for line in page.layout.lines[:8] if line.dateline is not None]
    short = (line for line in page.layout.lines[:8] if line.end - line.start <= 60)
    places.extend((line.start, line.end) for line in short if line.kind is not LineKind.ITEM)
    for mention in raw:
        if not isinstance(mention.when, When) or mention.when.precision is not Precision.DAY:
            continue
        for start, end in places:
            inside = start <= mention.span.start and mention.span.end <= end
            if inside and end - start - len(mention.text) <= 12:
                return mention, mention.when
    return None


def _from_reference(page: Page, stated: DateMention, day: When, zone: str | None) -> Dated:
    dates = find(page.text, day, zone=zone)
    proof = (f"the text states its own date: “{stated.text}”",)
    dating = Dating(reference=day, basis=DatingBasis.TEXT, proof=proof)
    return Dated(dating, dates, day, _contradictions(dates))


def _inferred(
    page: Page, raw: Sequence[DateMention], terms: Sequence[Term], zone: str | None
) -> Dated:
    outside = _outside(page, raw)
    inference = infer_year(outside, bounds=_bounds(terms))
    year, proof = inference.year, inference.proof
    if year is None:
        dating = Dating(candidates=inference.candidates, proof=proof)
        questions = (*_contradictions(raw), *_open_year(outside, inference))
        return Dated(dating, tuple(raw), None, questions)
    past, future = _by_tense(page, outside, year)
    reference = max(past) if past else (min(future) if future else None)
    dates = find(page.text, reference[1], zone=zone) if reference else tuple(raw)
    if not past or reference is None:
        dating = Dating(basis=DatingBasis.INFERRED, candidates=inference.candidates, proof=proof)
        return Dated(dating, dates, None, _contradictions(dates))
    reason = f"{reference[1]} is the last day that the text tells of as past"
    dating = Dating(
        reference=reference[1],
        basis=DatingBasis.INFERRED,
        candidates=inference.candidates,
        proof=(*proof, f"{reason}, so days are counted from there"),
    )
    return Dated(dating, dates, _known(reference[1], future), _contradictions(dates))


def _bounds(terms: Sequence[Term]) -> Iterator[YearBound]:
    """A speaker speaks in an office while he holds it."""
    for term in terms:
        first, last = term.limits.first, term.limits.last
        if first is not None or last is not None:
            yield YearBound(not_before=first, not_after=last, reason=_sentence(term))


def _sentence(term: Term) -> str:
    person, post, (first, last, in_office) = term.person.name, term.post.name, term.limits
    if first is not None and last is not None:
        return f"{person} speaks as {post} and was so from {first} to {last}"
    if first is not None:
        since = f"is so since {first}" if in_office else f"was not so before {first}"
        return f"{person} speaks as {post} and {since}"
    return f"{person} speaks as {post} and was so until {last}"


def _by_tense(
    page: Page, mentions: Sequence[DateMention], year: int
) -> tuple[list[tuple[str, When]], list[tuple[str, When]]]:
    """Divide the days of the year into those told as past and those that lie ahead."""
    past: list[tuple[str, When]] = []
    future: list[tuple[str, When]] = []
    for mention in mentions:
        stated = mention.resolution.stated or ""
        if not re.match(r"XXXX-\d\d-\d\d$", stated):
            continue
        day = _day(year, mention)
        if day is None:
            continue
        start, end = page.layout.sentence(mention.span.start)
        low, high = (
            max(start, mention.span.start - _LOOK_BACK),
            min(end, mention.span.end + _LOOK_BACK),
        )
        lies_ahead = any(not page.quoted[m.start()] for m in _FUTURE.finditer(page.text, low, high))
        (future if lies_ahead else past).append((str(day), day))
    if past and future:
        future = [row for row in future if row[0] > min(past)[0]]
        past = [row for row in past if not future or row[0] <= min(future)[0]] or past
    return past, future


def _known(reference: When, future: Sequence[tuple[str, When]]) -> When | None:
    """A report of a day that tells of a later one as ahead was known between the two."""
    if not future:
        return None
    first = min(future)[1]
    return When.between(reference, first) if str(first) > str(reference) else reference


def _contradictions(dates: Sequence[DateMention]) -> tuple[Question, ...]:
    questions: list[Question] = []
    for mention in dates:
        if mention.resolution.check is Check.CONTRADICTION:
            place = ((mention.span.start, mention.span.end),)
            names = tuple(map(str, mention.resolution.candidates))
            reason = f"“{mention.text}”: {mention.resolution.reason}"
            questions.append(Question("date-contradiction", place, reason, None, names))
    return tuple(questions)


def _open_year(mentions: Sequence[DateMention], inference: YearInference) -> tuple[Question, ...]:
    """Ask for the year once, at the first date that lacks it."""
    for mention in mentions:
        if (mention.resolution.stated or "").startswith("XXXX-"):
            place = ((mention.span.start, mention.span.end),)
            names = tuple(map(str, inference.candidates[:_SHOWN]))
            lead = "the text names no year"
            if any(map(_names_year, mentions)):
                lead = f"the text doesn't say of which year “{mention.text}” is"
            reason = f"{lead}, and its dates fit several"
            if inference.conflicts:
                reason = f"{lead}: " + "; ".join(inference.conflicts)
            return (Question("year-open", place, reason, None, names),)
    return ()
