"""Pictures of records over time, drawn with matplotlib; they need the extra ``plot``.

Each function takes an axes or makes one, and returns it, so that a picture can stand in a figure of
one's own. Colours and lines are readable on light and on dark paper and for the colour-blind, and
what is only known within bounds is drawn so: paler, as far as it may reach.
"""

from __future__ import annotations

import importlib.util

from natobrief.errors import MissingExtra

if importlib.util.find_spec("matplotlib") is None:
    raise MissingExtra("natobrief.plots", "plot")

from natobrief.plots.counts import counts
from natobrief.plots.relations import relations
from natobrief.plots.tenures import tenures
from natobrief.plots.timeline import timeline

__all__ = ["counts", "relations", "tenures", "timeline"]
