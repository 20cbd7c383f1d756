"""The questions that a moment and a period answer alike."""

from __future__ import annotations

import abc
import datetime as dt

from natobrief.when.allen import E1, E2, S1, S2, Condition, Ends, decide
from natobrief.when.truth import Truth

__all__ = ["Related"]


class Related(abc.ABC):
    """The relations of :class:`~natobrief.When` and :class:`~natobrief.Period`.

    Each asks about a time ``x``: a period, or a moment, a date or EDTF text, which stand for their
    whole extent. (``self`` is not extended: a moment is one instant, known within its bounds.)
    The answer is YES if it holds whatever the true times are, within what is known of either;
    NO if it never holds; else POSSIBLY. The two are taken as independent of each other.

    A date without a zone is a date in UTC.
    """

    __slots__ = ()

    @abc.abstractmethod
    def _ends(self) -> Ends:
        """Return the bounds of this time itself."""

    @abc.abstractmethod
    def _asked(self, x: Related | str | dt.date) -> Ends:
        """Return the bounds of the whole extent of what a question is about."""

    @abc.abstractmethod
    def _days(self, x: Related | str | dt.date) -> tuple[list[range], list[range]]:
        """Return the days on which each end of this time and of ``x`` may lie, in x's zone."""

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
        return decide(self._ends(), self._asked(x), [Condition(S2, E1, 1)])

    def after(self, x: Related | str | dt.date) -> Truth:
        """Say whether this begins when ``x`` is over.

        Raises:
            InvalidDate: The text ``x`` is no date.
            InvalidValue: ``x`` is of another type.

        >>> When.parse("2022-01-12").after("2022-01")
        Truth.NO
        """
        return decide(self._ends(), self._asked(x), [Condition(S1, E2, 1)])

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
        return decide(self._ends(), self._asked(x), within)

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
        return decide(self._ends(), self._asked(x), within)

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
        return decide(self._ends(), self._asked(x), common)

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
        return decide(self._ends(), self._asked(x), together)

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
        mine, theirs = self._days(x)
        spans = mine + theirs
        if max(span.start for span in spans) >= min(span.stop for span in spans):
            return Truth.NO
        return Truth.of(all(len(span) == 1 for span in spans)) | Truth.POSSIBLY
