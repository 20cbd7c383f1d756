"""Allen's relations between two times."""

from __future__ import annotations

from natobrief.when.allen import Allen
from natobrief.when.period import TimeLike, time_of

__all__ = ["relation"]


def relation(a: TimeLike, b: TimeLike) -> frozenset[Allen]:
    """Return Allen's relations of ``a`` to ``b`` that can hold; one if it is certain.

    A moment, also one given as text or date, is one instant on either side; write
    ``w.extent`` for all of it.

    Raises:
        InvalidDate: A text is no date.
        InvalidValue: A value of another type.

    >>> relation("2022-01-07/2022-01-08", "2022-01-12/2022-01-13") == {Allen.BEFORE}
    True
    >>> talks = Period.parse("2022-01-10/2022-01-13")
    >>> relation(When.parse("2022-01-12"), talks) == {Allen.DURING}
    True
    """
    return time_of(a).relations(time_of(b))
