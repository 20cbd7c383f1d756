"""One style for all pictures: colours, lines, axes, and times as numbers of days."""

# Keyword arguments of matplotlib have no types.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, cast

from matplotlib import dates as mdates
from matplotlib import pyplot as plt
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from natobrief.when import MAX_US, MIN_US, Period, When

__all__ = [
    "DATE",
    "GREY",
    "HELD",
    "PALE",
    "SAID",
    "SMALL",
    "TEXT",
    "Reach",
    "axes_of",
    "date_axis",
    "figure_of",
    "reach_of",
    "set_height",
    "write_legend",
]

# Of the colours that Okabe and Ito chose for the colour-blind, each in a shade that stands out from
# white and from black.
SAID = "#3a87c8"
HELD = "#d2741f"
DATE = "#1f9e77"
GREY = "#808080"
TEXT = "#767676"
PALE = 0.32
SMALL = 8.0

_DAY = 86_400_000_000
_FEW_DAYS = 4


class Reach(NamedTuple):
    """A time in days since 1970: where it may begin and end, and where it surely does.

    What lies between ``start`` and ``surely_start``, and between ``surely_end`` and ``end``, is
    possible; what lies between the two middle ones is certain, if they are in that order.
    """

    start: float
    surely_start: float
    surely_end: float
    end: float

    @property
    def middle(self) -> float:
        """Return where a mark for the whole stands."""
        return (self.start + self.end) / 2


def reach_of(time: When | Period) -> Reach:
    """Return where a time may lie; ends that are open or unknown are infinite."""
    if isinstance(time, When):
        low, high = time.bounds
        return Reach(_days(low), _days(high), _days(low), _days(high))
    return Reach(*map(_days, time.bounds))


def _days(instant: int) -> float:
    if instant <= MIN_US + 1:
        return float("-inf")
    return float("inf") if instant >= MAX_US - 1 else instant / _DAY


def axes_of(axes: Axes | None, width: float, height: float) -> Axes:
    """Return the axes given, or those of a new figure of this size in inches."""
    if axes is None:
        figure, axes = plt.subplots(figsize=(width, height), layout=None)
        figure.patch.set_alpha(0)
        figure.subplots_adjust(left=0.03, right=0.97)
        set_height(axes, height)
    axes.patch.set_alpha(0)
    for side, spine in axes.spines.items():
        spine.set_visible(side == "bottom")
        spine.set_color(GREY)
    axes.tick_params(colors=TEXT, labelsize=SMALL)
    axes.yaxis.label.set_color(TEXT)
    axes.title.set_color(TEXT)
    return axes


def set_height(axes: Axes, height: float) -> None:
    """Give a figure of its own this height in inches, with room for dates and legend."""
    figure = figure_of(axes)
    figure.set_figheight(height)
    figure.subplots_adjust(bottom=0.42 / height, top=1 - 0.52 / height)


def figure_of(axes: Axes) -> Figure:
    """Return the figure in which axes stand, however deep."""
    return cast("Figure", axes.get_figure(root=True))


def date_axis(axes: Axes) -> None:
    """Write dates below the axes, as few as fit."""
    low, high = axes.get_xlim()
    # These three have no types at all.
    make: Any = mdates
    few = high - low < _FEW_DAYS
    locator = make.DayLocator() if few else make.AutoDateLocator(minticks=3, maxticks=9)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(make.ConciseDateFormatter(locator))
    axes.xaxis.get_offset_text().set_color(TEXT)
    axes.xaxis.get_offset_text().set_fontsize(SMALL)


def write_legend(axes: Axes, handles: Sequence[Artist]) -> None:
    """Write a legend above the axes, in one row; none if there is nothing to tell."""
    if not handles:
        return
    axes.legend(
        handles=handles,
        loc="lower left",
        bbox_to_anchor=(0, 1),
        ncols=len(handles),
        frameon=False,
        fontsize=SMALL,
        labelcolor=TEXT,
        handletextpad=0.4,
        borderaxespad=0.2,
    )
