"""One error root, with the data of each fault on the error.

Every error that natobrief raises on purpose is a :class:`~natobrief.NatobriefError`.
An error about input lists *all* faults that were found, each with the path to the place, what was
allowed there and what came.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

__all__ = [
    "Fault",
    "InvalidDate",
    "InvalidDocument",
    "InvalidValue",
    "MissingExtra",
    "NatobriefError",
    "NotExactlyOne",
    "ProcessesFailed",
    "Undecided",
    "UnknownName",
    "UnknownReference",
    "show",
]

_SHOWN = 80  # characters of a wrong value that a message repeats


def show(value: object) -> str:
    """Return a short ``repr`` of a wrong value, for a message.

    >>> show("x" * 100)[-12:]
    "xxxxxxxx...'"
    """
    text = repr(value)
    if len(text) <= _SHOWN:
        return text
    return text[: _SHOWN - 4] + "..." + text[-1]


@attrs.frozen(kw_only=True, weakref_slot=False)
class Fault:
    """One thing that is wrong with an input: where, what was allowed, what came.

    Attributes:
        path: The place, from the outside in: ``Quote.said`` or ``$.quotes[2].said``.
        allowed: What would have been accepted there, in words.
        came: What was there, shortened to be read.

    >>> print(Fault(path="Quote.text", allowed="text that is not blank", came="''"))
    Quote.text: expected text that is not blank, got ''
    """

    path: str
    allowed: str
    came: str

    def __str__(self) -> str:
        return f"{self.path}: expected {self.allowed}, got {self.came}"

    def under(self, path: str) -> Fault:
        """Return this fault as seen from outside, with ``path`` in place of its first step.

        >>> fault = Fault(path="Quote.said", allowed="a date", came="'soon'")
        >>> fault.under("$.quotes[2]").path
        '$.quotes[2].said'
        """
        cut = min((i for i in (self.path.find("."), self.path.find("[")) if i >= 0), default=-1)
        rest = self.path[cut:] if cut >= 0 else ""
        return Fault(path=path + rest, allowed=self.allowed, came=self.came)


class NatobriefError(Exception):
    """The root of every error that natobrief raises on purpose.

    >>> try:
    ...     When.parse("soon")
    ... except NatobriefError as error:
    ...     print(type(error).__name__)
    InvalidDate
    """


class InvalidValue(NatobriefError, ValueError):
    """A value that a record can't hold. It lists every fault, in the order of the fields.

    Attributes:
        faults: All that is wrong, never empty.

    >>> try:
    ...     Quote(text="", cue=3)
    ... except InvalidValue as error:
    ...     print(error)
    2 faults:
      Quote.text: expected text that is not blank, got ''
      Quote.cue: expected text or None, got 3
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        if len(self.faults) == 1:
            return str(self.faults[0])
        return "\n".join([f"{len(self.faults)} faults:", *(f"  {f}" for f in self.faults)])


class InvalidDate(InvalidValue):
    """A text that is no date that natobrief reads, or a date out of range.

    >>> try:
    ...     When.parse("2022-02-30")
    ... except InvalidDate as error:
    ...     print(error.faults[0].came)
    '2022-02-30'
    """


class InvalidDocument(InvalidValue):
    """A file or text that is no natobrief document. It lists every fault with its path.

    >>> try:
    ...     loads("{")
    ... except InvalidDocument as error:
    ...     print(error.faults[0].path)
    $
    """


class UnknownName(NatobriefError, LookupError):
    """A name that the directory and the corpus don't know.

    Attributes:
        name: What was asked for.
        what: What kind of thing was looked for, in words.
        suggestions: Known names that are close, best first.

    >>> print(UnknownName("Jens Stoltenburg", what="person", suggestions=["Jens Stoltenberg"]))
    no person is known as 'Jens Stoltenburg'; did you mean 'Jens Stoltenberg'?
    """

    def __init__(self, name: str, *, what: str, suggestions: Sequence[str] = ()) -> None:
        self.name = name
        self.what = what
        self.suggestions: tuple[str, ...] = tuple(suggestions)
        super().__init__(name)

    def __str__(self) -> str:
        text = f"no {self.what} is known as {show(self.name)}"
        if not self.suggestions:
            return text
        return f"{text}; did you mean {' or '.join(map(repr, self.suggestions))}?"

    def __reduce__(self) -> tuple[object, ...]:
        return _unknown_name, (self.name, self.what, self.suggestions)


def _unknown_name(name: str, what: str, suggestions: tuple[str, ...]) -> UnknownName:
    return UnknownName(name, what=what, suggestions=suggestions)


class UnknownReference(NatobriefError, LookupError):
    """A reference (an id or a meeting's uid) that nothing here answers to.

    >>> print(UnknownReference("quote-12", where="this brief"))
    nothing in this brief has the id or uid 'quote-12'
    """

    def __init__(self, reference: str, where: str) -> None:
        self.reference = reference
        self.where = where
        super().__init__(reference, where)

    def __str__(self) -> str:
        return f"nothing in {self.where} has the id or uid {show(self.reference)}"


class NotExactlyOne(NatobriefError, LookupError):
    """A selection that was asked for its only record has none, or several.

    >>> print(NotExactlyOne("meetings of NATO-Russia Council", 3))
    expected exactly one record, got 3: meetings of NATO-Russia Council
    """

    def __init__(self, asked: str, found: int) -> None:
        self.asked = asked
        self.found = found
        super().__init__(asked, found)

    def __str__(self) -> str:
        return f"expected exactly one record, got {self.found}: {self.asked}"


class Undecided(NatobriefError, TypeError):
    """A three-valued answer was used as a plain yes or no while it is neither.

    >>> bool(Truth.POSSIBLY)
    Traceback (most recent call last):
        ...
    natobrief.errors.Undecided: POSSIBLY is neither true nor false: ask .certain or .possible
    """


class MissingExtra(NatobriefError, ImportError):
    """A feature needs packages that are not installed.

    >>> print(MissingExtra("natobrief.testing", "testing"))
    natobrief.testing needs more packages: pip install 'natobrief[testing]'
    """

    def __init__(self, feature: str, extra: str) -> None:
        self.feature = feature
        self.extra = extra
        super().__init__(feature, extra)

    def __str__(self) -> str:
        return f"{self.feature} needs more packages: pip install 'natobrief[{self.extra}]'"


class ProcessesFailed(NatobriefError, RuntimeError):
    """Work that was to be done on other processes couldn't be.

    >>> print(ProcessesFailed("one ended before its time"))
    other processes can't be used: one ended before its time
    """

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)

    def __str__(self) -> str:
        return f"other processes can't be used: {self.reason}"
