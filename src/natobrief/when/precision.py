"""How finely an instant is known."""

from __future__ import annotations

from natobrief.values import Choice

__all__ = ["Precision"]


class Precision(Choice):
    """How finely an instant is known. Closed list, finest first.

    RANGE stands for all that is no single unit of the calendar: sets such as
    ``[2022-01-07..2022-01-09]``, digits left open within a unit such as ``2022-01-1X``, and the
    thirds and halves of a year (EDTF 37 to 41).

    >>> When.parse("2022-01").precision
    Precision.MONTH
    """

    MICROSECOND = "microsecond"
    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"
