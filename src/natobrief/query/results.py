"""What a question gives: its records in their order, the first, the last, the only one, counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Generic, Self, TypeVar, overload

import attrs

from natobrief.errors import NotExactlyOne
from natobrief.model import AnyRecord
from natobrief.query.arguments import choice_of, count_of, count_of_days, flag_of
from natobrief.query.context import Context
from natobrief.query.counts import Count, unit_of, zone_for
from natobrief.query.evaluate import time_of
from natobrief.query.groups import grouping
from natobrief.query.moments import Moment, MomentLike, moment_of
from natobrief.query.ordering import Gap, Order, gaps_between, nearest_to, sorted_by
from natobrief.query.query import Keep, Query
from natobrief.query.tally import CountsBy
from natobrief.query.unchecked import unchecked
from natobrief.query.words import in_words

__all__ = ["Keep", "Results"]

R = TypeVar("R", bound=AnyRecord)


_PREFIX = {Keep.CERTAIN: "", Keep.POSSIBLE: "possibly ", Keep.UNDECIDED: "undecided: "}
_IN_ORDER = {
    (Order.TIME, True): "latest first",
    (Order.KNOWN, False): "in the order in which they became known",
    (Order.KNOWN, True): "what became known last first",
}


class _Answered(Generic[R]):
    """Room for the answer, beside the fields; a cached property would slow all of them down."""

    __slots__ = ("_found",)
    _found: tuple[R, ...]


@attrs.frozen(eq=False, repr=False)
class Results(_Answered[R]):
    """What every selection can be asked; the criteria are those of :class:`Selection`.

    Attributes:
        context: Who answers, and what names mean.
        query: The question as plain data.
        keep: Which answers are kept.
        day: The day of :meth:`Selection.as_of`, None without one.
        order: By what the results are sorted.
        latest_first: Whether they are turned round; those without such a time stay last.
        most: How many are kept at most, None for all.
    """

    context: Context
    query: Query
    keep: Keep = Keep.CERTAIN
    day: Moment | None = None
    order: Order = Order.TIME
    latest_first: bool = False
    most: int | None = None

    # -- results ----------------------------------------------------------------------------------

    @property
    def _kept(self) -> tuple[R, ...]:
        found: tuple[R, ...] | None = getattr(self, "_found", None)
        if found is None:
            found = self._answer()
            object.__setattr__(self, "_found", found)
        return found

    def _answer(self) -> tuple[R, ...]:
        found: Any = self.context.engine.select(self.query, self.keep)
        if self.order is not Order.TIME or self.latest_first:
            found = sorted_by(self.order, found, latest_first=self.latest_first)
        return tuple(found if self.most is None else found[: self.most])

    def _asking(self, query: Query, day: Moment | None = None) -> Self:
        """Return a selection like this one with another query, at less cost than evolving it."""
        return unchecked(type(self))(
            self.context,
            query,
            self.keep,
            day or self.day,
            self.order,
            self.latest_first,
            self.most,
        )

    def __iter__(self) -> Iterator[R]:
        return iter(self._kept)

    def __len__(self) -> int:
        try:
            return len(self._found)
        except AttributeError:
            return len(self._kept)

    def __bool__(self) -> bool:
        return bool(self._kept)

    def __contains__(self, record: object) -> bool:
        return record in self._kept

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self.explain()}>"

    def __rich_repr__(self) -> Iterator[tuple[str, Any]]:
        """Yield what rich shows in a terminal: the question, how many answer it, the first few."""
        yield "question", self.explain()
        yield "found", len(self)
        yield "first", list(self._kept[:3])

    # Angular brackets, as in the plain repr: this is no text that evaluates back.
    __rich_repr__.angular = True  # type: ignore[attr-defined]

    def one(self) -> R:
        """Return the only record.

        Raises:
            NotExactlyOne: There is none, or there are several.

        >>> Corpus.of(Meeting(uid="talks")).meetings.one().uid
        'talks'
        """
        if len(self._kept) != 1:
            raise NotExactlyOne(self.explain(), len(self._kept))
        return self._kept[0]

    def first(self) -> R | None:
        """Return the first record in the order of results, or None if there is none.

        >>> corpus = Corpus.of(Quote(text="B", said="2022"), Quote(text="A", said="2021"))
        >>> corpus.quotes.first().text
        'A'
        """
        return self._kept[0] if self._kept else None

    def latest(self) -> R | None:
        """Return the last of the records whose time is known, or None if there is none.

        >>> corpus = Corpus.of(Quote(text="B", said="2022"), Quote(text="A", said="2021"))
        >>> corpus.quotes.latest().text
        'B'
        """
        dated = (record for record in reversed(self._kept) if time_of(record) is not None)
        return next(dated, None)

    def nearest(self, x: MomentLike) -> R | None:
        """Return the record whose time is nearest to ``x``, or None if none has a time.

        The distance is the shortest that the dates allow; of equals the first one counts.

        Raises:
            InvalidDate: A text that is no date.
            InvalidValue: No day argument.

        >>> said = (Quote(text=day, said=day) for day in ("2022-01-07", "2022-01-12"))
        >>> Corpus.of(*said).quotes.nearest("2022-01-10").text
        '2022-01-12'
        """
        return nearest_to(self._kept, moment_of(x, "Selection.nearest.x").bounds)

    def gaps(self, at_least: int = 1, zone: str = "UTC") -> tuple[Gap, ...]:
        """Return the stretches of whole days between two records on which nothing lies.

        A day on which a record possibly lies is no part of a gap; records without a time are
        passed over. A limit and the order make no difference.

        Args:
            at_least: The least number of days.
            zone: The zone whose days are meant. For dates without a zone that is UTC.

        Raises:
            InvalidValue: No number of days, or no zone.

        >>> said = (Quote(text="Yes.", said=day) for day in ("2022-01-07", "2022-01-10"))
        >>> len(Corpus.of(*said).quotes.gaps(at_least=3))
        0
        """
        days = count_of_days(at_least, "Selection.gaps.at_least")
        in_zone = zone_for(zone, "Selection.gaps.zone")
        records = self.context.engine.select(self.query, self.keep)
        return tuple(gaps_between(records, max(days, 1), in_zone))

    # -- order ------------------------------------------------------------------------------------

    def order_by(self, order: Order | str, *, latest_first: bool = False) -> Self:
        """Sort the results by ``time``, or by when they were ``known``.

        Equals stay in the order of results, and what has no such time comes last.

        Raises:
            InvalidValue: There is no such order, or ``latest_first`` is neither True nor False.

        >>> said = (Quote(text=day, said=day) for day in ("2022-01-07", "2022-01-12"))
        >>> Corpus.of(*said).quotes.order_by("time", latest_first=True).first().text
        '2022-01-12'
        """
        chosen = choice_of(order, Order, "Selection.order_by.order")
        turned = flag_of(latest_first, "Selection.order_by.latest_first")
        return attrs.evolve(self, order=chosen, latest_first=turned)

    def limit(self, most: int) -> Self:
        """Keep at most so many results, the first in the order; criteria added later still count.

        :meth:`per` and :meth:`gaps` look at all of them.

        Raises:
            InvalidValue: No whole number, or less than 0.

        >>> len(Corpus.of(Quote(text="Yes."), Quote(text="No.")).quotes.limit(1))
        1
        """
        return attrs.evolve(self, most=count_of(most, "results", "Selection.limit.most"))

    def possible(self) -> Self:
        """Keep what is possible too, not only what is certain.

        >>> corpus = Corpus.of(Quote(text="Yes."))
        >>> len(corpus.quotes.on("2022-01-07").possible())
        1
        """
        return attrs.evolve(self, keep=Keep.POSSIBLE)

    @property
    def undecided(self) -> Self:
        """What is possible but not certain.

        >>> corpus = Corpus.of(Quote(text="Yes."), Quote(text="No.", said="2022-01-07"))
        >>> [quote.text for quote in corpus.quotes.on("2022-01-07").undecided]
        ['Yes.']
        """
        return attrs.evolve(self, keep=Keep.UNDECIDED)

    @overload
    def per(self, unit: str, zone: str = "UTC", *, by: None = None) -> tuple[Count, ...]: ...

    @overload
    def per(self, unit: str, zone: str = "UTC", *, by: str) -> CountsBy: ...

    def per(
        self, unit: str, zone: str = "UTC", *, by: str | None = None
    ) -> tuple[Count, ...] | CountsBy:
        """Count the records of each period of the calendar, empty ones included.

        The rows run without a gap from the first to the last period into which a record surely
        falls. ``certain`` equals ``len(selection.during(period))`` and ``possible`` equals
        ``len(selection.during(period).possible())``, so a record that lasts over several periods
        counts in each, and one without a time is possible in all.

        Args:
            unit: ``day``, ``week`` (ISO 8601, from Monday), ``month``, ``quarter`` or ``year``.
            zone: The zone whose days are counted. For dates without a zone that is UTC.
            by: A field whose values are counted apart: ``publisher`` or ``language``; ``speaker``
                or ``post`` of quotes and statements; ``kind`` of quotes and meetings; ``genre`` or
                ``on_behalf_of`` of statements; ``body``, ``place``, ``format``, ``status`` or
                ``outcome`` of meetings. The result then maps each value, and None where there
                is none, to its counts.

        Raises:
            InvalidValue: No such unit, zone or field.

        >>> corpus = Corpus.of(*(Quote(text="Yes.", said=d) for d in ("2022-01-07", "2022-01-17")))
        >>> for count in corpus.quotes.per("week"):
        ...     print(count.label, count.certain)
        2022-W01 1
        2022-W02 0
        2022-W03 1
        """
        chosen, in_zone = unit_of(unit, "Selection.per.unit"), zone_for(zone, "Selection.per.zone")
        field = None if by is None else grouping(by, self.query.kind, "Selection.per.by")
        counts = self.context.engine.tally(self.query, chosen, in_zone, field)
        return counts[None] if by is None else counts

    def explain(self) -> str:
        """Say in words what is asked.

        >>> Corpus.of().meetings.before("2022-01-12").explain()
        'meetings before 2022-01-12'
        """
        asked = [_PREFIX[self.keep] + in_words(self.query)]
        if (self.order, self.latest_first) != (Order.TIME, False):
            asked.append(_IN_ORDER[self.order, self.latest_first])
        if self.most is not None:
            asked.append(f"the first {self.most}")
        return ", ".join(asked)
