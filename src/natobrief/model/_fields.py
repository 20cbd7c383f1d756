"""Converters that several records share."""

from __future__ import annotations

from typing import cast

from natobrief.errors import InvalidValue
from natobrief.values import Refused
from natobrief.when import Period, When, WhenLike
from natobrief.when.period import time_of


def as_when(value: WhenLike | None) -> When | None:
    """Read EDTF text or a date; what can't be read is left to the check of the owner."""
    if value is None or type(value) in (When, Refused):
        return cast("When | None", value)
    try:
        return When.of(value)
    except InvalidValue as error:
        return cast("When", Refused(error.faults))


def as_extent(value: WhenLike | Period | None) -> When | Period | None:
    """Read EDTF text, also an interval ``a/b``, or a date."""
    if value is None or type(value) in (When, Period, Refused):
        return cast("When | Period | None", value)
    try:
        return time_of(value)
    except InvalidValue as error:
        return cast("When", Refused(error.faults))
