"""Who held a post, one bar for each tenure."""

# Keyword arguments of matplotlib have no types.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from natobrief.directory import Tenure
from natobrief.plots._labels import LINE, lanes_in, place, shortened, width_of
from natobrief.plots._style import (
    DATE,
    GREY,
    PALE,
    SMALL,
    TEXT,
    Reach,
    axes_of,
    date_axis,
    figure_of,
    reach_of,
    set_height,
    write_legend,
)
from natobrief.when import When

__all__ = ["tenures"]

_WIDTH = 9.0
_MOST_ROWS = 60
_MOST_LANES = 120
_THICK = 0.62
_HATCH = "////"


def tenures(rows: Sequence[Tenure], axes: Axes | None = None) -> Axes:
    """Draw tenures, such as those of ``directory.history(post)``, as bars in order of their start.

    A bar is pale where the start or the end is uncertain, or not known at all; an acting holder's
    is hatched. A small line shows an end that was once expected and wasn't the true one.

    Args:
        rows: The tenures, of one post or of several.
        axes: Where to draw; a new figure by default, as high as the bars need. In a low axes, or
            where there are more than sixty, tenures that don't overlap share a row.

    Returns:
        The axes.

    >>> from natobrief import plots
    >>> axes = plots.tenures(Directory.default().history("NATO Secretary General")[-2:])
    >>> [text.get_text() for text in axes.texts]
    ['Jens Stoltenberg', 'Mark Rutte']
    """
    ordered = sorted(rows, key=lambda row: row.period.sort_key)
    own = axes is None
    axes = axes_of(axes, _WIDTH, 3)
    low, high = _limits([reach_of(row.period) for row in ordered])
    axes.set_xlim(low, high)
    bars = [_placed_bar(row, low, high) for row in ordered]
    room = (_MOST_ROWS, _MOST_LANES) if own else (lanes_in(axes),) * 2
    lanes = _lanes(axes, bars, *room)
    used = max((lane + 1 for lane in lanes if lane is not None), default=1)
    if own:
        set_height(axes, used * LINE / 72 + 1.0)
    for bar, lane in zip(bars, lanes, strict=True):
        if lane is not None:
            _draw(axes, bar, lane)
            _name(axes, bar, lane)
    axes.set_ylim(used - 0.4, -0.6)
    axes.set_yticks([])
    date_axis(axes)
    _legend(axes, ordered, lanes.count(None))
    return axes


class _Bar(NamedTuple):
    row: Tenure
    reach: Reach
    start: float
    end: float
    name: str


def _placed_bar(row: Tenure, low: float, high: float) -> _Bar:
    reach = reach_of(row.period)
    name = shortened(row.holder.name, 34)
    return _Bar(row, reach, max(reach.start, low), min(reach.end, high), name)


def _lanes(axes: Axes, bars: Sequence[_Bar], alone: int, shared: int) -> list[int | None]:
    """Give each bar a row of its own, or share the rows where there are too many bars."""
    if len(bars) <= alone:
        return list(range(len(bars)))
    marks = [(bar.start, bar.end, bar.name) for bar in bars]
    return [placed.lane for placed in place(axes, marks, shared)]


def _limits(reaches: Sequence[Reach]) -> tuple[float, float]:
    known = [x for reach in reaches for x in reach if abs(x) != float("inf")]
    low, high = min(known, default=0.0), max(known, default=1.0)
    margin = max((high - low) * 0.04, 1.0)
    return low - margin, high + margin


def _draw(axes: Axes, bar: _Bar, lane: int) -> None:
    axes.barh(lane, bar.end - bar.start, _THICK, bar.start, color=DATE, alpha=PALE)
    low, high = axes.get_xlim()
    if bar.end - bar.start < (high - low) * 0.003:  # days among years are seen, too
        half = _THICK / 2
        axes.vlines((bar.start + bar.end) / 2, lane - half, lane + half, color=DATE, linewidth=1.5)
    surely = max(bar.reach.surely_start, bar.start), min(bar.reach.surely_end, bar.end)
    if surely[0] < surely[1]:
        acting = bar.row.acting
        axes.barh(
            lane,
            surely[1] - surely[0],
            _THICK,
            surely[0],
            facecolor=DATE,
            edgecolor="white" if acting else DATE,
            hatch=_HATCH if acting else None,
            linewidth=0,
        )
    for expected in _missed(bar.row):
        axes.vlines(reach_of(expected).middle, lane - 0.42, lane + 0.42, color=GREY, linewidth=1.2)


def _missed(row: Tenure) -> list[When]:
    """Return the ends that were expected and weren't the true one."""
    true = reach_of(row.period).end
    return [each.end for each in row.expected if abs(reach_of(each.end).end - true) > 3]


def _name(axes: Axes, bar: _Bar, lane: int) -> None:
    """Write the name beside the bar, or into it where neither side has room."""
    low, high = axes.get_xlim()
    room = axes.get_window_extent().width * 72 / figure_of(axes).dpi / (high - low)
    need = width_of(bar.name) + 8
    if (high - bar.end) * room >= need:
        x, offset, side, color = bar.end, 5, "left", TEXT
    elif (bar.start - low) * room >= need:
        x, offset, side, color = bar.start, -5, "right", TEXT
    else:
        x, offset, side, color = bar.start, 5, "left", "white"
    axes.annotate(
        bar.name,
        (x, lane),
        xytext=(offset, 0),
        textcoords="offset points",
        ha=side,
        va="center",
        fontsize=SMALL,
        color=color,
    )


def _legend(axes: Axes, rows: Sequence[Tenure], hidden: int) -> None:
    handles: list[Patch | Line2D] = []
    if any(row.acting for row in rows):
        handles.append(Patch(facecolor=DATE, hatch=_HATCH, edgecolor="white", label="acting"))
    if any(_is_uncertain(row) for row in rows):
        handles.append(Patch(facecolor=DATE, alpha=PALE, label="uncertain"))
    if any(map(_missed, rows)):
        handles.append(
            Line2D([], [], color=GREY, label="an end that was expected", marker="|", ls="")
        )
    if hidden:
        handles.append(Line2D([], [], ls="", label=f"{hidden} more without room"))
    write_legend(axes, handles)


def _is_uncertain(row: Tenure) -> bool:
    reach = reach_of(row.period)
    return max(reach.surely_start - reach.start, reach.end - reach.surely_end) > 31
