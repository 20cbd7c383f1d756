"""Dates known to some precision, periods, and three-valued answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natobrief.when.allen import Allen
from natobrief.when.moment import When, WhenLike
from natobrief.when.period import Period, TimeLike
from natobrief.when.precision import Precision
from natobrief.when.relation import relation
from natobrief.when.truth import Truth
from natobrief.when.zones import MAX_US, MIN_US

if TYPE_CHECKING:
    from natobrief.when.mention import Check, DateMention, Resolution
    from natobrief.when.phrases import find, resolve_date
    from natobrief.when.years import YearBound, YearInference, infer_year

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

# The grammar of phrases takes longer to load than all the rest, and most records need none of it.
_LATER = {
    "Check": "mention",
    "DateMention": "mention",
    "Resolution": "mention",
    "YearBound": "years",
    "YearInference": "years",
    "find": "phrases",
    "infer_year": "years",
    "resolve_date": "phrases",
}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in _LATER:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message, name=name)
        import importlib

        module = importlib.import_module(f"{__name__}.{_LATER[name]}")
        globals()[name] = getattr(module, name)
        return globals()[name]
