"""The rules for dates that count from one mentioned before."""

from __future__ import annotations

from natobrief.when.phrases.expressions import (
    Anchored,
    Expr,
    Quarter,
    Unit,
)
from natobrief.when.phrases.fragments import (
    ARTICLE,
    COUNT,
    END,
    NOT_DECIMAL,
    ORDINAL,
    SP,
)
from natobrief.when.phrases.grammar import Groups, Rule
from natobrief.when.phrases.readers import (
    amount_in,
    just,
)
from natobrief.when.phrases.words import number_of, unit_of

__all__ = ["RULES"]


def _anchored(g: Groups) -> Expr | None:
    found = amount_in(g, -1 if (g["side2"] or "") in ("earlier", "before", "previously") else 1)
    return None if found is None else Anchored(*found)


def _neighbour(g: Groups) -> Unit:
    back = (g["which"] or "").lower() in ("previous", "preceding", "before", "earlier", "prior")
    return Unit(unit_of(g["unit"] or ""), "preceding" if back else "following")


def _same(g: Groups) -> Anchored | Quarter:
    unit = unit_of(g["unit"] or "")
    return Quarter(None, which="same") if unit == "quarter" else Anchored(0, unit)


def _year_ago_quarter(g: Groups) -> Quarter:
    if g["nth"] is not None:
        return Quarter(number_of(g["nth"] or ""), which="year-ago")
    return Quarter(None, which="year-ago")


_UNIT = "days?|weeks?|fortnights?|months?|quarters?|years?|decades?|centur(?:y|ies)|weekends?"
_LONG = f"(?P<unit>{_UNIT}){END}"
_CLOSED = rf"(?=\s*(?:[.,;:)–—\n]|$|-)|{SP}(?:and|but|when|while|as|that|in|at|by|on|to|with)\b)"
RULES: tuple[Rule, ...] = (
    Rule(
        "neighbour",
        "anchored",
        "the following day",
        ("article", "which"),
        rf"{ARTICLE}(?P<which>[Ff]ollowing|[Pp]revious|[Pp]receding){SP}"
        rf"(?P<unit>day|night|week|month|quarter|year|decade|century|weekend){END}(?!{SP}(?:ended|to{END}))",
        _neighbour,
    ),
    Rule(
        "next-day",
        "anchored",
        "the next day",
        ("article",),
        rf"[Tt]he{SP}(?P<which>next){SP}(?P<unit>day|night|morning){END}",
        just(Anchored(1, "day")),
    ),
    Rule(
        "day-before",
        "anchored",
        "the day before",
        ("article",),
        rf"[Tt]he{SP}(?P<unit>day|night|week|month|year){SP}(?P<which>before|after|earlier){_CLOSED}",
        _neighbour,
    ),
    Rule(
        "same-unit",
        "anchored",
        "that same week",
        ("article", "which"),
        rf"(?:[Tt]he{SP}same|[Tt]hat(?:{SP}same)?){SP}(?P<unit>day|night|week|month|quarter|year)"
        rf"{END}(?!['’]s)",
        _same,
    ),
    Rule(
        "year-ago-quarter",
        "quarter",
        "the year-ago quarter",
        ("article", "quarter", "count"),
        rf"(?:{ARTICLE}|[Aa]{SP})(?:comparable{SP})?[Yy]ear-(?:ago|earlier)"
        rf"(?:{SP}(?:fiscal{SP})?(?:(?P<nth>{ORDINAL})(?:{SP}|-))?(?:quarter|period))?{END}",
        _year_ago_quarter,
    ),
    Rule(
        "latest-quarter",
        "quarter",
        "the latest quarter",
        ("article", "quarter"),
        rf"{ARTICLE}[Ll]atest{SP}(?:fiscal{SP})?(?:quarter|period){END}",
        just(Quarter(None, which="latest")),
    ),
    Rule(
        "later",
        "anchored",
        "a day later",
        ("count", "digit"),
        rf"{NOT_DECIMAL}(?:[Jj]ust{SP})?(?P<n>{COUNT}){SP}{_LONG}{SP}"
        rf"(?P<side2>later|earlier|before|previously|afterwards){END}(?!{SP}(?:the{END}|than{END}|[0-9]|(?-i:[A-Z])))",
        _anchored,
    ),
    Rule(
        "the-quarter",
        "quarter",
        "the quarter",
        ("article",),
        rf"[Tt]he{SP}(?P<unit>quarter){END}(?!{SP}of{END}|-)",
        just(Quarter(None, which="latest")),
    ),
)
