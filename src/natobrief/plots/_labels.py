"""Labels that don't overlap: each gets the lowest lane in which there is room for it."""

# Keyword arguments of matplotlib have no types.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from natobrief.plots._style import SMALL, figure_of

__all__ = ["LINE", "Placed", "lanes_in", "place", "shortened", "width_of"]

LINE = 15.0
"""The height of a lane in points."""

_GAP = 10.0
_FONT = FontProperties(size=SMALL)


class Placed(NamedTuple):
    """Where a label stands.

    Attributes:
        lane: Its lane, from 0; None if there is no room.
        leftward: Whether it stands on the left of its mark, since the right has no room.
        inside: Whether it stands on its mark, a long bar, since neither side has room.
    """

    lane: int | None
    leftward: bool = False
    inside: bool = False


def width_of(text: str) -> float:
    """Return the width of a label in points."""
    width, _, _ = text_to_path.get_text_width_height_descent(text, _FONT, ismath=False)
    return float(width)


def shortened(text: str, most: int = 44) -> str:
    """Return a text that is not longer than so many characters, cut between words."""
    # A dollar sign would start a formula.
    text = " ".join(text.split()).replace("$", r"\$")
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut else cut}…"


def lanes_in(axes: Axes, share: float = 1.0) -> int:
    """Return how many lanes there is room for in a share of the height of the axes."""
    return max(int(_points(axes)[1] * share / LINE), 1)


def _points(axes: Axes) -> tuple[float, float]:
    box = axes.get_window_extent()
    scale = 72 / figure_of(axes).dpi
    return box.width * scale, box.height * scale


def place(axes: Axes, marks: Sequence[tuple[float, float, str]], most: int) -> list[Placed]:
    """Give each label a lane, in the order given.

    Args:
        axes: Where they stand; the limits of x must be set.
        marks: For each label, where its mark begins and ends on the x axis, and its text.
        most: How many lanes there are.
    """
    low, high = axes.get_xlim()
    width, _ = _points(axes)
    taken: list[list[tuple[float, float]]] = [[] for _ in range(most)]
    placed: list[Placed] = []
    for start, end, text in marks:
        left, right = ((x - low) / (high - low) * width for x in (start, end))
        label = width_of(text) + _GAP
        leftward = right + label > width and left - label >= 0
        inside = right + label > width and not leftward
        if inside and right - left < label:
            placed.append(Placed(None))
            continue
        stretch = _stretch(left, right, label, leftward=leftward, inside=inside)
        lane = next((n for n, each in enumerate(taken) if _is_free(each, stretch)), None)
        if lane is not None:
            taken[lane].append(stretch)
        placed.append(Placed(lane, leftward, inside))
    return placed


def _stretch(
    left: float, right: float, label: float, *, leftward: bool, inside: bool
) -> tuple[float, float]:
    """Return what a mark and its label take of a lane."""
    if inside:
        return left - 6, right + 6
    return (left - label - 4, right + 6) if leftward else (left - 6, right + label + 4)


def _is_free(taken: Sequence[tuple[float, float]], stretch: tuple[float, float]) -> bool:
    return all(stretch[0] >= end or stretch[1] <= start for start, end in taken)
