"""What a format could not say: the report of a lossy dump or of a foreign file."""

from __future__ import annotations

import attrs

from natobrief.values import Value, tuple_of

__all__ = ["Loss", "LossReport"]


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Loss(Value):
    """One thing that was left out or made coarser.

    Attributes:
        record: What it belonged to: the id of a record, the UID of an event; None for the whole.
        field: The field that is lost, by its name here or, in a foreign file, there.
        reason: Why, and what became of it.

    >>> print(Loss(record="quote-1", field="spans", reason="a calendar has no place for it"))
    quote-1 spans: a calendar has no place for it
    """

    record: str | None = None
    field: str
    reason: str

    def __str__(self) -> str:
        where = self.field if self.record is None else f"{self.record} {self.field}"
        return f"{where}: {self.reason}"


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class LossReport(Value):
    """What was lost on the way into a format, or out of a foreign file. Empty, it is false.

    Attributes:
        losses: Each loss, in the order in which it was met.

    >>> bool(LossReport())
    False
    >>> print(LossReport(losses=[Loss(field="spans", reason="no place for it")]))
    spans: no place for it
    """

    losses: tuple[Loss, ...] = attrs.field(default=(), converter=tuple_of)

    def __bool__(self) -> bool:
        return bool(self.losses)

    def __str__(self) -> str:
        return "\n".join(map(str, self.losses)) or "nothing was lost"
