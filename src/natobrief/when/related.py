"""The questions that a moment and a period answer alike."""

from __future__ import annotations

import abc
import datetime as dt

from natobrief.when.allen import (
    E1,
    E2,
    S1,
    S2,
    Allen,
    Condition,
    Ends,
    decide,
    possible_relations,
)
from natobrief.when.textual import Textual
from natobrief.when.truth import Truth
from natobrief.when.zones import day_at

__all__ = ["Related"]


class Related(Textual):
    """The relations of :class:`~natobrief.When` and :class:`~natobrief.Period`.

    Each asks about a time ``x``: a period, or a moment, a date or EDTF text, which stand for their
    whole extent. (``self`` is not extended: a moment is one instant, known within its bounds.)
    The answer is YES if it holds whatever the true times are, within what is known of either;
    NO if it never holds; else POSSIBLY. The two are taken as independent of each other.

    A date without a zone is a date in UTC.
    """

    __slots__ = ()

    @property
    @abc.abstractmethod
    def bounds(self) -> tuple[int, int] | tuple[int, int, int, int]:
        """The bounds of the one instant, or of both ends."""

    @property
    @abc.abstractmethod
    def sort_key(self) -> tuple[int, int, str]:
        """A key for sorting moments and periods together."""

    @property
    @abc.abstractmethod
    def zone(self) -> str:
        """The zone by name, ``UTC`` or an offset."""

    def before(self, x: Related | str | dt.date) -> Truth:
        """Say whether this is over when ``x`` begins.

        Raises:
            InvalidDate: The text ``x`` is no date.
            InvalidValue: ``x`` is of another type.

        >>> When.parse("2022-01-07").before("2022-01-10")
        Truth.YES
        >>> When.parse("2022-01").before("2022-01-10")
        Truth.POSSIBLY
        """
        return _decide(self, x, [Condition(S2, E1, 1)])

    def after(self, x: Related | str | dt.date) -> Truth:
        """Say whether this begins when ``x`` is over.

        Raises:
            InvalidDate: The text ``x`` is no date.
            InvalidValue: ``x`` is of another type.

        >>> When.parse("2022-01-12").after("2022-01")
        Truth.NO
        """
        return _decide(self, x, [Condition(S1, E2, 1)])

    def during(self, x: Related | str | dt.date) -> Truth:
        """Say whether this lies within ``x``, ends included.

        Raises:
            InvalidDate: The text ``x`` is no date.
            InvalidValue: ``x`` is of another type.

        >>> When.parse("2022-01-07").during("2022-01")
        Truth.YES
        >>> When.parse("2022").during("2022-01")
        Truth.POSSIBLY
        """
        within = [Condition(S1, S2, 0), Condition(E2, E1, 0)]
        return _decide(self, x, within)

    def contains(self, x: Related | str | dt.date) -> Truth:
        """Say whether ``x`` lies within this, ends included.

        A moment is one instant, which contains no day; ask its :attr:`~natobrief.When.extent`.

        Raises:
            InvalidDate: The text ``x`` is no date.
            InvalidValue: ``x`` is of another type.

        >>> Period.parse("2014-10-01/2024-10-01").contains("2022-01-07")
        Truth.YES
        >>> When.parse("2022-01").extent.contains("2022-01-07")
        Truth.YES
        """
        within = [Condition(S2, S1, 0), Condition(E1, E2, 0)]
        return _decide(self, x, within)

    def overlaps(self, x: Related | str | dt.date) -> Truth:
        """Say whether this and ``x`` have an instant in common.

        This is the everyday word; Allen's narrower relation is :attr:`Allen.OVERLAPS`.

        Raises:
            InvalidDate: The text ``x`` is no date.
            InvalidValue: ``x`` is of another type.

        >>> Period.parse("2022-01-10/2022-01-13").overlaps("2022-01-12")
        Truth.YES
        """
        common = [Condition(E2, S1, 0), Condition(E1, S2, 0)]
        return _decide(self, x, common)

    def equals(self, x: Related | str | dt.date) -> Truth:
        """Say whether this and ``x`` begin together and end together.

        A moment is one instant, which is no whole day; ask its :attr:`~natobrief.When.extent`.
        Whether two texts are the same is ``==``.

        Raises:
            InvalidDate: The text ``x`` is no date.
            InvalidValue: ``x`` is of another type.

        >>> When.parse("2022-W01").extent.equals("2022-W01")
        Truth.YES
        """
        together = [Condition(S1, S2, 0), Condition(S2, S1, 0)]
        together += [Condition(E1, E2, 0), Condition(E2, E1, 0)]
        return _decide(self, x, together)

    def same_day(self, x: Related | str | dt.date) -> Truth:
        """Say whether this and ``x`` fall on one and the same day, a day of ``x``'s zone.

        Here a moment is one instant on either side: January is possibly the same day as
        7 January. A period must lie on that day from end to end.

        Raises:
            InvalidDate: The text ``x`` is no date.
            InvalidValue: ``x`` is of another type.

        >>> When.parse("2022-01-07T23:30Z").same_day("2022-01-08[Europe/Brussels]")
        Truth.YES
        >>> When.parse("2022-01").same_day("2022-01-07")
        Truth.POSSIBLY
        """
        other = _time(x)
        spans = _days(self, other.zone) + _days(other, other.zone)
        if max(span.start for span in spans) >= min(span.stop for span in spans):
            return Truth.NO
        return Truth.of(all(len(span) == 1 for span in spans)) | Truth.POSSIBLY

    def relations(self, x: Related | str | dt.date) -> frozenset[Allen]:
        """Return Allen's relations of this to ``x`` that can hold; one if it is certain.

        Here a moment is one instant on either side, also one given as text or date.

        Raises:
            InvalidDate: The text ``x`` is no date.
            InvalidValue: ``x`` is of another type.

        >>> When.parse("2022-01-12").relations("2022-01-10/2022-01-13") == {Allen.DURING}
        True
        """
        return possible_relations(_ends(self), _ends(_time(x)))


def _time(x: Related | str | dt.date) -> Related:
    if isinstance(x, Related):
        return x
    from natobrief.when.period import time_of  # moments and periods are built on this module

    return time_of(x)


def _ends(time: Related) -> Ends:
    bounds = time.bounds
    return Ends(*bounds) if len(bounds) == 4 else Ends(*bounds, *bounds, instant=True)


def _extent_ends(time: Related) -> Ends:
    """Return the ends of all of a moment, which are known; of a period, what is known of them."""
    bounds = time.bounds
    if len(bounds) == 4:
        return Ends(*bounds)
    low, high = bounds
    return Ends(low, low + 1, high - 1, high)


def _decide(time: Related, x: Related | str | dt.date, conditions: list[Condition]) -> Truth:
    return decide(_ends(time), _extent_ends(_time(x)), conditions)


def _days(time: Related, zone: str) -> list[range]:
    """Return the days on which each end may lie, counted in a zone."""
    bounds = time.bounds
    return [
        range(day_at(low, zone), day_at(high - 1, zone) + 1)
        for low, high in zip(bounds[::2], bounds[1::2], strict=True)
    ]
