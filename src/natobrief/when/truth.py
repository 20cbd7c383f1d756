"""Answers that are yes, no, or neither as far as is known."""

from __future__ import annotations

from natobrief.errors import Fault, InvalidValue, Undecided, show
from natobrief.values import Choice

__all__ = ["Truth"]


class Truth(Choice):
    """A three-valued answer, combined by the rules of Kleene's strong logic.

    ``&`` is the least certain of two, ``|`` the most certain, ``~`` swaps YES and NO. POSSIBLY
    refuses to be used as a plain condition: say which you mean with :attr:`certain` or
    :attr:`possible`.

    >>> Truth.YES & Truth.POSSIBLY
    Truth.POSSIBLY
    >>> ~Truth.YES | Truth.POSSIBLY
    Truth.POSSIBLY
    """

    NO = "no"
    POSSIBLY = "possibly"
    YES = "yes"

    @classmethod
    def of(cls, value: bool) -> Truth:
        """Return YES for True and NO for False.

        Raises:
            InvalidValue: The value is no plain True or False.

        >>> Truth.of(2 > 1)
        Truth.YES
        """
        given: object = value
        if type(given) is not bool:
            fault = Fault(path="Truth", allowed="True or False", came=show(given))
            raise InvalidValue([fault])
        return cls.YES if value else cls.NO

    @property
    def certain(self) -> bool:
        """Whether the answer is YES.

        >>> Truth.POSSIBLY.certain
        False
        """
        return self is Truth.YES

    @property
    def possible(self) -> bool:
        """Whether the answer is not NO.

        >>> Truth.POSSIBLY.possible
        True
        """
        return self is not Truth.NO

    def __and__(self, other: Truth) -> Truth:
        if type(other) is not Truth:
            return NotImplemented
        if self is Truth.NO or other is Truth.NO:
            return Truth.NO
        return Truth.YES if self is other is Truth.YES else Truth.POSSIBLY

    def __or__(self, other: Truth) -> Truth:
        if type(other) is not Truth:
            return NotImplemented
        if self is Truth.YES or other is Truth.YES:
            return Truth.YES
        return Truth.NO if self is other is Truth.NO else Truth.POSSIBLY

    def __invert__(self) -> Truth:
        if self is Truth.POSSIBLY:
            return self
        return Truth.NO if self is Truth.YES else Truth.YES

    def __bool__(self) -> bool:
        if self is Truth.POSSIBLY:
            message = "POSSIBLY is neither true nor false: ask .certain or .possible"
            raise Undecided(message)
        return self is Truth.YES
