"""Selections: questions to a corpus or an archive, each step one more criterion."""

from __future__ import annotations

from typing import Self, TypeVar

import attrs

from natobrief.errors import Fault, InvalidValue, show
from natobrief.model import Actor, AnyRecord, Source
from natobrief.query.arguments import choice_of, count_of_days, folded_of, name_in_words
from natobrief.query.criteria import (
    AnyOf,
    Criterion,
    FieldIs,
    Involves,
    Mentions,
    SourceIs,
    TimeRelation,
)
from natobrief.query.moments import Moment, MomentLike, moment_of
from natobrief.query.query import Query
from natobrief.query.results import Results
from natobrief.values import Choice

__all__ = ["Selection"]

R = TypeVar("R", bound=AnyRecord)
C = TypeVar("C", bound=Choice)


@attrs.frozen(eq=False, repr=False)
class Selection(Results[R]):
    """The records that answer a question; lazy, immutable, iterable and sized.

    Each method returns a new selection with one more criterion, and the order of the steps makes
    no difference. All criteria must hold. What a record leaves open answers POSSIBLY; a selection
    keeps what is certain, :meth:`possible` also what is possible.

    Results come in a total order: by their time (said, made; held, else scheduled), the earliest
    start first, then the latest start, then the end likewise; those without a time last. Of equal
    times, what was known first comes first; then their words count, by code point (the text, of a
    meeting the uid), and at last the id.

    A day argument is EDTF text, a :class:`~natobrief.When`, a :class:`~natobrief.Period`, a
    standard or pendulum date, or a :class:`~natobrief.Meeting`. A bare day and a ``When`` mean all
    of it; a ``Period`` and a meeting keep what is uncertain about their ends. A day without a zone
    is one in UTC.

    >>> corpus = Corpus.of(Quote(text="Yes.", said="2022-01-07"), Quote(text="No.", said="2022"))
    >>> len(corpus.quotes.on("2022-01-07")), len(corpus.quotes.on("2022-01-07").possible())
    (1, 2)
    """

    # -- combining --------------------------------------------------------------------------------

    def __and__(self, other: Self) -> Self:
        """Keep what answers both questions, by Kleene's logic.

        >>> quotes = Corpus.of(Quote(text="Yes."), Quote(text="Yes and no.")).quotes
        >>> [q.text for q in quotes.mentioning("yes") & quotes.mentioning("no")]
        ['Yes and no.']
        """
        return attrs.evolve(self, query=self.query & self._like(other))

    def __or__(self, other: Self) -> Self:
        """Keep what answers at least one of the questions, by Kleene's logic.

        >>> quotes = Corpus.of(Quote(text="Yes."), Quote(text="No."), Quote(text="Hm.")).quotes
        >>> [q.text for q in quotes.mentioning("yes") | quotes.mentioning("no")]
        ['No.', 'Yes.']
        """
        return attrs.evolve(self, query=self.query | self._like(other))

    def __sub__(self, other: Self) -> Self:
        """Keep what answers this question and not the other, by Kleene's logic.

        >>> quotes = Corpus.of(Quote(text="Yes."), Quote(text="Yes and no.")).quotes
        >>> [q.text for q in quotes.mentioning("yes") - quotes.mentioning("no")]
        ['Yes.']
        """
        return attrs.evolve(self, query=self.query - self._like(other))

    def __invert__(self) -> Self:
        """Keep what doesn't answer the question; ``as_of`` and revisions stay as they are.

        >>> corpus = Corpus.of(Quote(text="Yes.", said="2022-01-07"), Quote(text="No."))
        >>> silent = ~corpus.quotes.on("2022-01-07")  # which may hold for the one without a date
        >>> [q.text for q in silent], [q.text for q in silent.possible()]
        ([], ['No.'])
        """
        return attrs.evolve(self, query=~self.query)

    def _like(self, other: Selection[R]) -> Query:
        """Return the other's query, if it was asked of the same corpus in the same way."""
        if getattr(other, "_manner", None) == self._manner:
            return other.query
        kind = type(self).__name__
        allowed = f"a {kind} of the same corpus, as_of, revisions, order, limit and possible()"
        raise InvalidValue([Fault(path="Selection", allowed=allowed, came=show(other))])

    @property
    def _manner(self) -> tuple[object, ...]:
        order = (self.order, self.latest_first, self.most)
        return (id(self.context), self.keep, *order, *self.query.scope)

    # -- criteria ---------------------------------------------------------------------------------

    def _having(self, *criteria: Criterion) -> Self:
        return self._asking(self.query.having(*criteria))

    def _at_time(self, relation: TimeRelation, x: Moment, word: str) -> Self:
        return self._asking(self.query.having(x.criterion(relation, f"{word} {x.words}")))

    def involving(self, actor: str | Actor) -> Self:
        """Keep what names this actor: as speaker, principal, audience, body or participant.

        A group is taken for each member that the source names. An unknown speaker may be anybody.

        Raises:
            UnknownName: Neither the directory nor the corpus knows the name.

        >>> norway = Participant(actor=Country(name="Norway"))
        >>> len(Corpus.of(Meeting(uid="talks", participants=[norway])).meetings.involving("Norway"))
        1
        """
        who = self.context.book.actor(actor, "Selection.involving.actor")
        return self._having(Involves(who=who, asked=f"involving {name_in_words(actor)}"))

    def mentioning(self, *phrases: str) -> Self:
        """Keep what holds all these phrases in its words, whatever the case and the spacing.

        The words are the text of a quote or statement, and the name and the items of the agenda
        of a meeting. Both sides are folded as :func:`natobrief.text.fold` does.

        Raises:
            InvalidValue: A phrase is no text, or blank, or there is none.

        >>> quote = Quote(text="The risk of conflict is real.")
        >>> len(Corpus.of(quote).quotes.mentioning("Risk of  Conflict", "real"))
        1
        """
        path = "Selection.mentioning.phrase"
        if not phrases:
            raise InvalidValue([Fault(path=path, allowed="at least one phrase", came="none")])
        return self._having(
            *(
                Mentions(phrase=folded_of(phrase, path), asked=f"mentioning {phrase!r}")
                for phrase in phrases
            )
        )

    def from_source(self, source: Source | str) -> Self:
        """Keep what comes from this document, given itself or by its id, url or title.

        Raises:
            InvalidValue: The argument is neither a source nor text.

        >>> page = Source(title="Press briefing", publisher="Reuters")
        >>> len(Corpus.of(Quote(text="Yes.", source=page)).quotes.from_source("press briefing"))
        1
        """
        if isinstance(source, Source):
            asked = f"from {source.title or source.url or source.id!r}"
            return self._having(SourceIs(field="id", words=(source.id,), asked=asked))
        folded = folded_of(source, "Selection.from_source.source")
        exact = (SourceIs(field=field, words=(source,)) for field in ("id", "url"))
        ways = (*exact, SourceIs(field="title", words=(folded,)))
        return self._having(AnyOf(parts=ways, asked=f"from {source!r}"))

    def published_by(self, publisher: str) -> Self:
        """Keep what comes from this publisher, whatever the case and the spacing.

        Raises:
            InvalidValue: The name is no text, or blank.

        >>> page = Source(publisher="Reuters")
        >>> len(Corpus.of(Quote(text="Yes.", source=page)).quotes.published_by("reuters"))
        1
        """
        folded = folded_of(publisher, "Selection.published_by.publisher")
        asked = f"published by {publisher!r}"
        return self._having(SourceIs(field="publisher", words=(folded,), asked=asked))

    def on(self, day: MomentLike) -> Self:
        """Keep what was said, made or held on this day: at some time in it, if it lasts.

        It is certain only if the time surely lies in the day.

        Raises:
            InvalidDate: A text that is no date.
            InvalidValue: No day argument.

        >>> corpus = Corpus.of(Quote(text="Yes.", said="2022-01"))
        >>> len(corpus.quotes.on("2022-01-07")), len(corpus.quotes.on("2022-01"))
        (0, 1)
        """
        return self._at_time(TimeRelation.OVERLAPS, moment_of(day, "Selection.on.day"), "on")

    def during(self, period: MomentLike) -> Self:
        """Keep what was said, made or held in this period: at some time in it, if it lasts.

        A ``Period`` starts and ends *some time* in its first and last day, so on those days the
        answer is POSSIBLY; :meth:`between` takes both days whole.

        Raises:
            InvalidDate: A text that is no date.
            InvalidValue: No day argument.

        >>> len(Corpus.of(Quote(text="Yes.", said="2022-01-07")).quotes.during("2022-01"))
        1
        """
        x = moment_of(period, "Selection.during.period")
        return self._at_time(TimeRelation.OVERLAPS, x, "during")

    def between(self, first: MomentLike, last: MomentLike) -> Self:
        """Keep what was said, made or held from one day to another, both included.

        Raises:
            InvalidDate: A text that is no date.
            InvalidValue: No day argument, or ``last`` is over before ``first`` begins.

        >>> corpus = Corpus.of(Quote(text="Yes.", said="2022-01-07"))
        >>> len(corpus.quotes.between("2022-01-05", "2022-01-07"))
        1
        """
        start = moment_of(first, "Selection.between.first")
        end = moment_of(last, "Selection.between.last")
        if end.bounds.e_high <= start.bounds.s_low:
            allowed = f"nothing before first ({start.words})"
            raise InvalidValue(
                [Fault(path="Selection.between.last", allowed=allowed, came=end.words)]
            )
        asked = start.criterion_until(end, TimeRelation.OVERLAPS, "between")
        return self._asking(self.query.having(asked))

    def before(self, x: MomentLike) -> Self:
        """Keep what was over when ``x`` began.

        Raises:
            InvalidDate: A text that is no date.
            InvalidValue: No day argument.

        >>> council = Meeting(uid="council", scheduled="2022-01-12")
        >>> len(Corpus.of(Quote(text="Yes.", said="2022-01-07")).quotes.before(council))
        1
        """
        return self._at_time(TimeRelation.BEFORE, moment_of(x, "Selection.before.x"), "before")

    def after(self, x: MomentLike) -> Self:
        """Keep what began when ``x`` was over.

        Raises:
            InvalidDate: A text that is no date.
            InvalidValue: No day argument.

        >>> len(Corpus.of(Quote(text="Yes.", said="2022-01-07")).quotes.after("2022-01-06"))
        1
        """
        return self._at_time(TimeRelation.AFTER, moment_of(x, "Selection.after.x"), "after")

    def around(self, x: MomentLike, days: int = 3) -> Self:
        """Keep what was said, made or held at most so many days before or after ``x``.

        Days are whole days of the calendar, in the zone of ``x``: three days around 12 January
        are the 9th to the 15th, the meeting of 12 January among them.

        Raises:
            InvalidDate: A text that is no date.
            InvalidValue: No day argument, or no number of days.

        >>> council = Meeting(uid="council", scheduled="2022-01-12T14:00Z")
        >>> len(Corpus.of(Quote(text="Yes.", said="2022-01-09")).quotes.around(council, days=3))
        1
        """
        return self._having(self._near(x, days))

    def _near(self, x: MomentLike, days: int) -> Criterion:
        number = count_of_days(days, "Selection.around.days")
        around = moment_of(x, "Selection.around.x").widened(number, number)
        return around.criterion(
            TimeRelation.OVERLAPS, f"at most {number} days around {around.words}"
        )

    def as_of(self, day: MomentLike) -> Self:
        """Keep what was known by the end of this day.

        A record counts once its ``known.latest`` has passed, possibly once its ``known.earliest``
        has; without ``known`` it counts possibly. Of each meeting it is the newest revision that
        was known *then*. Of two days the earlier one counts.

        Raises:
            InvalidDate: A text that is no date.
            InvalidValue: No day argument.

        >>> plan = Meeting(uid="talks", scheduled="2022-01-10", known="2021-12-30")
        >>> len(Corpus.of(plan).meetings.as_of("2021-12-29"))
        0
        """
        moment = moment_of(day, "Selection.as_of.day")
        end = moment.bounds.e_high
        if self.query.known_by is not None and self.query.known_by <= end:
            return self
        return self._asking(self.query.as_known_by(end), moment)

    def _field(self, field: str, of: type[C], *choices: C | str) -> Self:
        path = f"Selection.{field}"
        if not choices:
            allowed = f"at least one of {', '.join(repr(member.value) for member in of)}"
            raise InvalidValue([Fault(path=path, allowed=allowed, came="none")])
        words = tuple(choice_of(choice, of, path).value for choice in choices)
        return self._having(
            FieldIs(field=field, words=words, asked=f"{field} {' or '.join(words)}")
        )
