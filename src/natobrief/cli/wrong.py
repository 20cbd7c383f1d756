"""What is wrong with the use of the command, as opposed to the files that it was given."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

__all__ = ["WrongUse", "option"]


class WrongUse(Exception):
    """An option, a date or a format that the command doesn't take."""


@contextmanager
def option(name: str) -> Generator[None, None, None]:
    """Blame an option for a value that the library refuses.

    Raises:
        WrongUse: What was done inside raised :class:`~natobrief.InvalidValue`.
    """
    from natobrief.errors import InvalidValue

    try:
        yield
    except InvalidValue as error:
        fault = error.faults[0]
        raise WrongUse(f"argument {name}: expected {fault.allowed}, got {fault.came}") from None
