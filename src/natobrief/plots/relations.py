"""How times stand to one time: before it, in it, over its edge, or after it."""

# Keyword arguments of matplotlib have no types.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Iterable, Sequence

from matplotlib.axes import Axes
from matplotlib.patches import Patch

from natobrief.model import AnyRecord, Meeting, Quote, Statement
from natobrief.plots._labels import LINE, lanes_in, shortened
from natobrief.plots._style import (
    DATE,
    GREY,
    HELD,
    SAID,
    SMALL,
    TEXT,
    Reach,
    axes_of,
    date_axis,
    figure_of,
    reach_of,
    write_legend,
)
from natobrief.query.evaluate import time_of
from natobrief.when import Allen, Period, TimeLike, When, relation

__all__ = ["relations"]

_WIDTH = 9.0
_MOST_ROWS = 50


def relations(
    times: Iterable[When | Period | str | AnyRecord], to: TimeLike, axes: Axes | None = None
) -> Axes:
    """Draw times as bars, in order, against one time that runs through as a band.

    Beside each stand the relations of Allen that can hold. One that is certain colours the bar:
    before and after in blue, within in green, over an edge or around it in orange; a bar whose
    relation is open is grey. Bars and band are pale where they are uncertain.

    Args:
        times: Times, EDTF text, or records; a record without a time is left out.
        to: The time to which they stand: EDTF text, a date, a moment or a period.
        axes: Where to draw; a new figure by default, as high as the bars need. Where there is no
            room for all labels, every second, third ... is written.

    Returns:
        The axes.

    >>> from natobrief import plots
    >>> axes = plots.relations(["2022-01-07", "2022-01"], to="2022-01-12")
    >>> [text.get_text() for text in axes.texts]
    ['before · meets · ... (7)', 'before']
    """
    band = Period.of(to)
    found = [(name, time) for each in times if (time := _time(each)) for name in [_name(each)]]
    height = min(len(found), _MOST_ROWS) * LINE / 72 + 1.0
    own = axes is None
    axes = axes_of(axes, _WIDTH, height)
    if own:
        figure_of(axes).subplots_adjust(left=0.22, right=0.74)
    found.sort(key=lambda each: each[1].sort_key)
    reaches = [reach_of(time) for _, time in found]
    _limit(axes, [*reaches, reach_of(band)])
    _band(axes, reach_of(band))
    room = _MOST_ROWS if own else lanes_in(axes)
    every = max(-(-len(found) // room), 1)
    for row, ((_, time), reach) in enumerate(zip(found, reaches, strict=True)):
        can = relation(time, band)
        _bar(axes, reach, row, _color(can))
        if row % every == 0:
            axes.annotate(
                _words(can),
                (1, row),
                xycoords=("axes fraction", "data"),
                xytext=(6, 0),
                textcoords="offset points",
                va="center",
                fontsize=SMALL,
                color=TEXT,
                annotation_clip=False,
            )
    axes.set_yticks(range(0, len(found), every), [shortened(n, 30) for n, _ in found[::every]])
    axes.tick_params(axis="y", length=0)
    axes.set_ylim(len(found) - 0.4, -0.6)
    date_axis(axes)
    _legend(axes, {_color(relation(time, band)) for _, time in found})
    return axes


def _time(each: When | Period | str | AnyRecord) -> When | Period | None:
    if isinstance(each, Quote | Statement | Meeting):
        return time_of(each)
    if isinstance(each, str):
        return Period.of(each) if "/" in each else When.parse(each)
    return each


def _name(each: When | Period | str | AnyRecord) -> str:
    if isinstance(each, Meeting):
        return each.name or each.uid
    if isinstance(each, Quote | Statement):
        return "unknown speaker" if each.speaker is None else each.speaker.name
    return str(each)


def _limit(axes: Axes, reaches: Sequence[Reach]) -> None:
    known = [x for reach in reaches for x in reach if abs(x) != float("inf")]
    low, high = min(known, default=0.0), max(known, default=1.0)
    margin = max((high - low) * 0.03, 0.3)
    axes.set_xlim(low - margin, high + margin)


def _band(axes: Axes, reach: Reach) -> None:
    low, high = axes.get_xlim()
    axes.axvspan(max(reach.start, low), min(reach.end, high), color=GREY, alpha=0.16, linewidth=0)
    surely = max(reach.surely_start, low), min(reach.surely_end, high)
    if surely[0] < surely[1]:
        axes.axvspan(*surely, color=GREY, alpha=0.16, linewidth=0)


def _bar(axes: Axes, reach: Reach, row: int, color: str) -> None:
    low, high = axes.get_xlim()
    start, end = max(reach.start, low), min(reach.end, high)
    if end - start < (high - low) * 0.01:
        axes.plot((start + end) / 2, row, "o", color=color, markersize=4)
        return
    axes.barh(row, end - start, 0.56, start, color=color, alpha=0.5)
    surely = max(reach.surely_start, start), min(reach.surely_end, end)
    if surely[0] < surely[1]:
        axes.barh(row, surely[1] - surely[0], 0.56, surely[0], color=color)


_APART = frozenset({Allen.BEFORE, Allen.MEETS, Allen.MET_BY, Allen.AFTER})
_WITHIN = frozenset({Allen.STARTS, Allen.DURING, Allen.FINISHES, Allen.EQUALS})


_MEANING = {
    SAID: "before or after",
    DATE: "within",
    HELD: "over an edge or all of it",
    GREY: "open",
}


def _color(can: frozenset[Allen]) -> str:
    if can <= _APART:
        return SAID
    if can <= _WITHIN:
        return DATE
    return HELD if can.isdisjoint(_APART) else GREY


def _legend(axes: Axes, present: set[str]) -> None:
    write_legend(axes, [Patch(color=c, label=w) for c, w in _MEANING.items() if c in present])


def _words(can: frozenset[Allen]) -> str:
    names = [each.value.replace("_", " ") for each in Allen if each in can]
    if len(names) <= 3:
        return " · ".join(names)
    return f"{' · '.join(names[:2])} · ... ({len(names)})"
