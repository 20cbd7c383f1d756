"""Hypothesis strategies for all values of natobrief, for the tests of projects that use it.

They need the extra ``testing``. Texts are as awkward as real ones can be: combining marks, right to
left, emoji, quotation marks of many scripts, separators of lines. Every value that comes out is
valid, and a brief holds together: one source, spans inside its text, references that lead on.

>>> from hypothesis import given
>>> from natobrief.testing import quotes
>>> @given(quotes())
... def test_round_trip(quote):
...     assert loads(dumps(quote)) == quote
>>> test_round_trip()
"""

from __future__ import annotations

import importlib.util

from natobrief.errors import MissingExtra

if importlib.util.find_spec("hypothesis") is None:
    raise MissingExtra("natobrief.testing", "testing")

from natobrief.testing._basic import periods, spans, texts, whens
from natobrief.testing._briefs import briefs, corpora
from natobrief.testing._values import (
    actors,
    countries,
    date_mentions,
    datings,
    doubts,
    evidence,
    groups,
    links,
    meetings,
    organizations,
    participants,
    persons,
    places,
    posts,
    quotes,
    resolutions,
    sources,
    statements,
    strategy_for,
    year_bounds,
    year_inferences,
)

__all__ = [
    "actors",
    "briefs",
    "corpora",
    "countries",
    "date_mentions",
    "datings",
    "doubts",
    "evidence",
    "groups",
    "links",
    "meetings",
    "organizations",
    "participants",
    "periods",
    "persons",
    "places",
    "posts",
    "quotes",
    "resolutions",
    "sources",
    "spans",
    "statements",
    "strategy_for",
    "texts",
    "whens",
    "year_bounds",
    "year_inferences",
]
