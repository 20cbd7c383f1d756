"""What was said and what took place or lay ahead, on one axis of time."""

# Keyword arguments of matplotlib have no types.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from natobrief.model import AnyRecord, Meeting, MeetingStatus, Outcome, Quote
from natobrief.plots._labels import LINE, Placed, lanes_in, place, shortened
from natobrief.plots._style import (
    GREY,
    HELD,
    PALE,
    SAID,
    SMALL,
    TEXT,
    Reach,
    axes_of,
    date_axis,
    reach_of,
    set_height,
    write_legend,
)
from natobrief.query import Corpus
from natobrief.query.evaluate import time_of

__all__ = ["timeline"]

_WIDTH = 10.0
_MOST_LANES = 18


class _Item(NamedTuple):
    record: AnyRecord
    reach: Reach
    text: str


def timeline(records: Corpus | Iterable[AnyRecord], axes: Axes | None = None) -> Axes:
    """Draw what was said above the line, and meetings below it.

    A filled square is a meeting that was held, a hollow one is announced, a hollow diamond only
    proposed or postponed, a cross called off. A time that isn't known to the day is a pale bar as
    far as it may reach; what lasts is a bar, pale where its ends are uncertain. Where labels would
    overlap they are left out and their number is told; their marks are small. Records without a
    time are left out.

    Args:
        records: A corpus (its timeline: statements, and each meeting in its newest report) or
            records of any kind, such as a selection.
        axes: Where to draw; a new figure by default, as high as the labels need.

    Returns:
        The axes.

    >>> from natobrief import plots
    >>> talks = Meeting(uid="talks", name="Talks", scheduled="2022-01-10")
    >>> [text.get_text() for text in plots.timeline([talks]).texts]
    ['Talks']
    """
    items = _items(records)
    above = [item for item in items if not isinstance(item.record, Meeting)]
    below = [item for item in items if isinstance(item.record, Meeting)]
    axes, room = _prepared(axes, items, above, below)
    lanes = [_drawn(axes, above, room[0], 1), _drawn(axes, below, room[1], -1)]
    axes.axhline(0, color=GREY, linewidth=1)
    axes.set_ylim(-lanes[1] - 0.9, lanes[0] + 0.9)
    axes.set_yticks([])
    date_axis(axes)
    _legend(axes, items)
    return axes


def _items(records: Corpus | Iterable[AnyRecord]) -> list[_Item]:
    found = records.timeline() if isinstance(records, Corpus) else records
    timed = ((record, time_of(record)) for record in found)
    return [
        _Item(record, reach_of(time), shortened(_text(record)))
        for record, time in timed
        if time is not None
    ]


def _text(record: AnyRecord) -> str:
    if isinstance(record, Meeting):
        return record.name or (record.body.name if record.body else record.uid)
    who = "unknown speaker" if record.speaker is None else record.speaker.name
    if isinstance(record, Quote):
        return f"{who}: “{record.text}”"
    if record.genre is not None:
        return f"{who}: {record.genre.value.replace('_', ' ')}"
    return who


def _prepared(
    axes: Axes | None, items: Sequence[_Item], above: Sequence[_Item], below: Sequence[_Item]
) -> tuple[Axes, tuple[int, int]]:
    """Set the limits of time, and say how many lanes there are above and below."""
    if axes is not None:
        axes = axes_of(axes, 0, 0)
        _limit(axes, items)
        lanes = max(lanes_in(axes) - 2, 2)
        share = len(above) / max(len(items), 1)
        upper = min(max(round(lanes * share), 1), lanes - 1)
        return axes, (upper, lanes - upper)
    axes = axes_of(None, _WIDTH, 3)
    _limit(axes, items)
    needed = [_lanes(place(axes, _marks(each), _MOST_LANES)) for each in (above, below)]
    height = (sum(needed) + 2) * LINE / 72 + 0.94
    set_height(axes, height)
    return axes, (max(needed[0], 1), max(needed[1], 1))


def _limit(axes: Axes, items: Sequence[_Item]) -> None:
    ends = [x for item in items for x in item.reach if abs(x) != float("inf")]
    low, high = min(ends, default=0.0), max(ends, default=1.0)
    margin = max((high - low) * 0.03, 0.6)
    axes.set_xlim(low - margin, high + margin)


def _lanes(placed: Sequence[Placed]) -> int:
    return max((each.lane + 1 for each in placed if each.lane is not None), default=0)


def _marks(items: Sequence[_Item]) -> list[tuple[float, float, str]]:
    return [(*_ends(item.reach), item.text) for item in items]


def _ends(reach: Reach) -> tuple[float, float]:
    if reach.end - reach.start <= 1.01:
        return reach.middle, reach.middle
    return reach.start, reach.end


def _drawn(axes: Axes, items: Sequence[_Item], most: int, side: int) -> int:
    """Draw marks and labels on one side of the line; return how many lanes are in use."""
    low, high = axes.get_xlim()
    marks = [(max(a, low), min(b, high), text) for a, b, text in _marks(items)]
    placed = place(axes, marks, most)
    for item, (start, end, _), where in zip(items, marks, placed, strict=True):
        if where.lane is None:
            _mark(axes, item, start, end, side * 0.35, small=True)
            continue
        height: float = side * (where.lane + 1)
        # A label that finds no room beside its bar stands right above it.
        foot = height - 0.28 if where.inside else height
        axes.vlines((start + end) / 2, 0, foot, color=GREY, linewidth=0.5, alpha=PALE)
        _mark(axes, item, start, end, foot)
        _label(axes, item.text, where, start, end, height + 0.2 if where.inside else height)
    hidden = sum(where.lane is None for where in placed)
    lanes = max(_lanes(placed), 1)
    if hidden:
        words = f"{hidden} more without a label"
        corner = (0.0, 1.0 if side > 0 else 0.0)
        axes.annotate(
            words,
            corner,
            xycoords="axes fraction",
            fontsize=SMALL,
            color=TEXT,
            style="italic",
            va="top" if side > 0 else "bottom",
        )
        return lanes + 1
    return lanes


def _mark(
    axes: Axes, item: _Item, start: float, end: float, height: float, *, small: bool = False
) -> None:
    color = HELD if isinstance(item.record, Meeting) else SAID
    thick = 1.2 if small else 5
    if end > start:
        axes.hlines(height, start, end, color=color, linewidth=thick, alpha=PALE)
        surely = (max(item.reach.surely_start, start), min(item.reach.surely_end, end))
        if surely[0] < surely[1]:
            axes.hlines(height, *surely, color=color, linewidth=thick)
            if _shape(item.record) == ("s", True):
                return
    shape, filled = _shape(item.record)
    axes.plot(
        (start + end) / 2,
        height,
        shape,
        color=color,
        markersize=3 if small else 5.5,
        markerfacecolor=color if filled else "none",
        markeredgewidth=0.8 if small else 1.3,
    )


def _shape(record: AnyRecord) -> tuple[str, bool]:
    if not isinstance(record, Meeting):
        return "o", True
    if record.status is MeetingStatus.CANCELLED or record.outcome is Outcome.NOT_HELD:
        return "x", True
    if record.outcome is Outcome.HELD:
        return "s", True
    open_plan = record.status in (MeetingStatus.TENTATIVE, MeetingStatus.POSTPONED)
    return ("D", False) if open_plan else ("s", False)


def _label(axes: Axes, text: str, where: Placed, start: float, end: float, height: float) -> None:
    axes.annotate(
        text,
        (start if where.leftward or where.inside else end, height),
        xytext=(-7 if where.leftward else 7, 0),
        textcoords="offset points",
        ha="right" if where.leftward else "left",
        va="center",
        fontsize=SMALL,
        color=TEXT,
    )


_WORDS = {
    ("o", True): "said",
    ("s", True): "held",
    ("s", False): "announced",
    ("D", False): "proposed or postponed",
    ("x", True): "called off",
}


def _legend(axes: Axes, items: Sequence[_Item]) -> None:
    present = {_shape(item.record) for item in items}
    handles: list[Line2D | Patch] = [
        Line2D(
            [],
            [],
            linestyle="none",
            marker=shape,
            color=SAID if shape == "o" else HELD,
            markerfacecolor=None if filled else "none",
            markersize=5.5,
            label=words,
        )
        for (shape, filled), words in _WORDS.items()
        if (shape, filled) in present
    ]
    if any(item.reach.end - item.reach.start > 1.01 for item in items):
        handles.append(Patch(color=GREY, alpha=PALE, label="some time in here"))
    write_legend(axes, handles)
