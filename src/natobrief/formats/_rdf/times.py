"""Dates as literals: EDTF always, and XML Schema's dates where these are exact."""

from __future__ import annotations

import re

from natobrief.formats._rdf.terms import EDTF
from natobrief.formats._rdf.view_terms import Term
from natobrief.when import Period, When

__all__ = ["OWN_TIME", "exact_literal", "time_literal"]

OWN_TIME = "nb:time"
"""The datatype of dates in what natobrief adds to EDTF: zones, minutes, hours and ISO weeks."""

_PLAIN = re.compile(r"[0-9X?~%./,\-]+|\[[0-9X?~%.,\-]+\]")
_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}(?::[0-9]{2}){2}(?:Z|[+-][0-9:]+)")
_EXACT = (
    ("xsd:date", re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:\[[^\]]*\])?")),
    ("xsd:gYearMonth", re.compile(r"([0-9]{4}-(?:0[1-9]|1[0-2]))")),
    ("xsd:gYear", re.compile(r"([0-9]{4})")),
)
_CLOCK = re.compile(
    r"([0-9-]{10}T[0-9]{2}:[0-9]{2})(:[0-9]{2}(?:\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})(?:\[.*\])?"
)


def time_literal(time: When | Period) -> Term:
    """Return a date as a literal that keeps all of it."""
    text = str(time)
    is_edtf = _PLAIN.fullmatch(text) or _INSTANT.fullmatch(text)
    return Term(text, EDTF if is_edtf else OWN_TIME)


def exact_literal(time: When | None) -> Term | None:
    """Return a date as XML Schema has it; None if it has no such date."""
    if time is None:
        return None
    text = str(time)
    for datatype, form in _EXACT:
        found = form.fullmatch(text)
        if found is not None:
            return Term(found[1], datatype)
    clock = _CLOCK.fullmatch(text)
    if clock is None:
        return None
    return Term(f"{clock[1]}{clock[2] or ':00'}{clock[3]}", "xsd:dateTime")
