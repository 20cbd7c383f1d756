"""Dates known to some precision, periods, and three-valued answers."""

from __future__ import annotations

from natobrief.when.allen import Allen
from natobrief.when.mention import Check, DateMention, Resolution
from natobrief.when.moment import When, WhenLike
from natobrief.when.period import Period, TimeLike
from natobrief.when.phrases import find, resolve_date
from natobrief.when.precision import Precision
from natobrief.when.relation import relation
from natobrief.when.truth import Truth
from natobrief.when.years import YearBound, YearInference, infer_year
from natobrief.when.zones import MAX_US, MIN_US

__all__ = [
    "MAX_US",
    "MIN_US",
    "Allen",
    "Check",
    "DateMention",
    "Period",
    "Precision",
    "Resolution",
    "TimeLike",
    "Truth",
    "When",
    "WhenLike",
    "YearBound",
    "YearInference",
    "find",
    "infer_year",
    "relation",
    "resolve_date",
]
