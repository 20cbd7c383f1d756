"""A date that a text mentions: where, in which words, and what was made of it."""

from __future__ import annotations

import attrs

from natobrief.text import Span
from natobrief.values import Choice, Value, tuple_of
from natobrief.when.moment import When
from natobrief.when.period import Period

__all__ = ["Check", "DateMention", "Resolution"]


class Check(Choice):
    """Whether a stated weekday and the date beside it agree. Closed list.

    >>> Check.CONTRADICTION.value
    'contradiction'
    """

    UNCHECKED = "unchecked"
    CONSISTENT = "consistent"
    CONTRADICTION = "contradiction"


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Resolution(Value):
    """How the words of a date were understood.

    Attributes:
        rule: The name of the rule that read them.
        reason: What the rule concluded, in words.
        stated: What the words alone say, as EDTF text, without any reference date:
            ``XXXX-01-07`` for "January 7".
        weekday: The weekday that the words name, ISO 1 (Monday) to 7 (Sunday).
        check: Whether the weekday and the date agree.
        candidates: What the words might mean where that isn't decided, the likeliest first.
        duration: The length of time that the words name, as an ISO 8601 duration: ``P2W``.

    >>> Resolution(rule="month-day", reason="a day of a month", stated="XXXX-01-07").stated
    'XXXX-01-07'
    """

    rule: str
    reason: str
    stated: str | None = None
    weekday: int | None = None
    check: Check = Check.UNCHECKED
    candidates: tuple[When, ...] = attrs.field(default=(), converter=tuple_of)
    duration: str | None = None


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class DateMention(Value):
    """A date, a period or a duration in a running text.

    Attributes:
        span: Where the words stand.
        text: The words, exactly as they stand there.
        when: What they mean; None where that isn't decided, and for durations.
        resolution: How they were understood.

    >>> found = find("Talks begin on Monday, January 10, 2022.")[0]
    >>> found.text, found.when
    ('Monday, January 10, 2022', When.parse('2022-01-10'))
    """

    span: Span
    text: str
    when: When | Period | None = None
    resolution: Resolution
