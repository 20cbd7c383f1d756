"""How many records there are in each period, as bars."""

# Keyword arguments of matplotlib have no types.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from natobrief.plots._style import (
    PALE,
    SAID,
    TEXT,
    axes_of,
    date_axis,
    figure_of,
    reach_of,
    write_legend,
)
from natobrief.query import Count

__all__ = ["counts"]


def counts(rows: Sequence[Count], axes: Axes | None = None) -> Axes:
    """Draw counts, such as those of ``selection.per("week")``, as one bar for each period.

    The full bar is what is certain; a pale one on top is what is possible too. Each bar is as wide
    as its period.

    Args:
        rows: The counts.
        axes: Where to draw; a new figure by default.

    Returns:
        The axes.

    >>> from natobrief import plots
    >>> said = [Quote(text="Yes.", said=day) for day in ("2022-01-07", "2022-01-17")]
    >>> len(plots.counts(Corpus.of(*said).quotes.per("week")).patches)
    3
    """
    own = axes is None
    axes = axes_of(axes, 8, 3)
    if own:
        figure_of(axes).subplots_adjust(left=0.07)
    reaches = [reach_of(row.period) for row in rows]
    middles = [reach.middle for reach in reaches]
    widths = [(reach.end - reach.start) * 0.86 for reach in reaches]
    certain = [row.certain for row in rows]
    also = [row.possible - row.certain for row in rows]
    axes.bar(middles, certain, widths, color=SAID)
    if any(also):
        axes.bar(middles, also, widths, bottom=certain, color=SAID, alpha=PALE)
        possible = Patch(color=SAID, alpha=PALE, label="possible")
        write_legend(axes, [Patch(color=SAID, label="certain"), possible])
    axes.yaxis.set_major_locator(MaxNLocator(nbins=5, integer=True))
    axes.grid(axis="y", color=TEXT, alpha=0.2, linewidth=0.6)
    axes.set_axisbelow(True)
    if rows:
        margin = (reaches[-1].end - reaches[0].start) * 0.01
        axes.set_xlim(reaches[0].start - margin, reaches[-1].end + margin)
    date_axis(axes)
    return axes
