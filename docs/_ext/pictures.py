"""Pictures of time, drawn as SVG from what natobrief answers.

They take their ink from the page, so that they are readable in its light and in its dark colours,
and tell their bars apart by filling and by name, not by colour alone.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator

from docutils import nodes
from docutils.parsers.rst import Directive
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

import natobrief as nb

__all__ = ["setup"]

_WIDTH = 360
_LEFT, _RIGHT = 100, 346  # where the first and the last day of a picture stand
_INK = "var(--color-foreground-primary, currentColor)"
_FAINT = "var(--color-foreground-border, #878787)"
_STYLE = f"""<style>
.nb-svg {{ display: block; width: 100%; max-width: 32rem; height: auto; margin: 1rem auto; }}
.nb-svg text {{ fill: {_INK}; font: 12px sans-serif; }}
.nb-svg .code {{ font: 11px monospace; }}
.nb-svg .small {{ font-size: 10px; }}
.nb-svg .end {{ text-anchor: end; }}
.nb-svg .mid {{ text-anchor: middle; }}
.nb-svg .a {{ fill: #2b7bba; }}
.nb-svg .b {{ fill: none; stroke: {_INK}; stroke-width: 1.5; }}
.nb-svg .fuzzy {{ fill: url(#nb-stripes); stroke: #2b7bba; stroke-dasharray: 3 2; }}
.nb-svg .stripe {{ stroke: #2b7bba; stroke-width: 2.5; }}
.nb-svg .line {{ stroke: {_FAINT}; stroke-width: .75; stroke-opacity: .6; }}
.nb-svg .between {{ fill: {_FAINT}; fill-opacity: .16; }}
</style>
<defs><pattern id="nb-stripes" width="6" height="6" patternUnits="userSpaceOnUse"
patternTransform="rotate(45)"><line class="stripe" x1="0" y1="0" x2="0" y2="6"/></pattern></defs>"""


class _Picture:
    """An SVG whose horizontal axis is the days ``first`` to ``last`` of January 2022."""

    def __init__(self, first: int, last: int) -> None:
        self._first = first
        self._scale = (_RIGHT - _LEFT) / (last + 1 - first)
        self._parts: list[str] = []

    def x(self, day: int) -> float:
        """Return where a day begins."""
        return round(_LEFT + (day - self._first) * self._scale, 1)

    def text(self, x: float, y: float, text: str, classes: str = "") -> None:
        """Write something; y is the foot of the letters."""
        self._parts.append(f'<text x="{x}" y="{y}" class="{classes}">{html.escape(text)}</text>')

    def bar(self, first: int, last: int, y: float, height: float, kind: str) -> None:
        """Draw the days ``first`` to ``last``, both included."""
        x, width = self.x(first), round(self.x(last + 1) - self.x(first), 1)
        self._parts.append(
            f'<rect class="{kind}" x="{x}" y="{y}" width="{width}" height="{height}" rx="2"/>'
        )

    def rule(self, y: float) -> None:
        """Draw a line over the whole width."""
        self._parts.append(f'<path class="line" d="M4 {y}H{_WIDTH - 4}"/>')

    def svg(self, height: int, title: str, description: str) -> nodes.raw:
        """Return the whole picture, with its words for those who can't see it."""
        head = (
            f'<svg class="nb-svg" role="img" viewBox="0 0 {_WIDTH} {height}" '
            f'xmlns="http://www.w3.org/2000/svg"><title>{html.escape(title)}</title>'
            f"<desc>{html.escape(description)}</desc>{_STYLE}"
        )
        return nodes.raw("", f"{head}{''.join(self._parts)}</svg>", format="html")


# -- the thirteen relations

_B = (10, 13)
_A = (
    (3, 6), (6, 9), (7, 11), (10, 11), (11, 12), (12, 13), (10, 13), (8, 13), (8, 15), (10, 15),
    (12, 16), (14, 17), (17, 20),
)  # fmt: skip
_ROW = 30


def _all_of(first: int, last: int) -> nb.Period:
    """Return the period from the first to the last instant of two days of January 2022."""
    days = nb.When.parse(f"2022-01-{first:02}"), nb.When.parse(f"2022-01-{last:02}")
    return nb.Period.between(days[0].extent.start, days[1].extent.end)


def _relations() -> Iterator[tuple[nb.Allen, tuple[int, int]]]:
    """Yield the relation that natobrief finds for each pair of bars."""
    for days in _A:
        (found,) = nb.relation(_all_of(*days), _all_of(*_B))
        yield found, days


class AllenPicture(Directive):
    """Allen's thirteen relations, named by :func:`natobrief.relation`."""

    def run(self) -> list[nodes.Node]:
        """Draw a row for each."""
        found = list(_relations())
        if {relation for relation, _ in found} != set(nb.Allen):
            raise ExtensionError("the picture of Allen's relations doesn't show all thirteen")
        picture, top = _Picture(3, 20), 24
        middle = (picture.x(_B[0]) + picture.x(_B[1] + 1)) / 2
        picture.text(6, 14, "a … b")
        picture.text(middle, 14, "b", "mid")
        bottom = top + _ROW * len(found)
        picture.bar(*_B, top, bottom - top, "between")
        for index, (relation, days) in enumerate(found):
            _relation_row(picture, top + _ROW * index, relation, days)
        says = _sentences(f"a {r.value} b" for r, _ in found)
        return [picture.svg(bottom + 2, "The thirteen relations of two periods", says)]


def _relation_row(picture: _Picture, y: int, relation: nb.Allen, days: tuple[int, int]) -> None:
    picture.rule(y)
    picture.text(6, y + 19, relation.value, "code")
    picture.bar(*days, y + 5, 8, "a")
    picture.bar(*_B, y + 17, 8, "b")
    if days[1] == 20:  # no room behind it
        picture.text(picture.x(days[0]) - 4, y + 13, "a", "small end")
    else:
        picture.text(picture.x(days[1] + 1) + 4, y + 13, "a", "small")


def _sentences(texts: Iterable[str]) -> str:
    return ". ".join(text.replace("_", " ") for text in texts) + "."


# -- three answers

_TALKS = "2022-01-10/2022-01-13"
_MOMENTS = (
    ("2022-01-07", 7, 7),
    ("2022-01-11", 11, 11),
    ("2022-W02", 10, 16),
    ("[2022-01-05..2022-01-11]", 5, 11),
    ("2022-01", 1, 31),
    ("2022-01-18", 18, 18),
)
_STEP = 42


class ThreeAnswers(Directive):
    """Moments that are known more or less finely against a period that is known exactly."""

    def run(self) -> list[nodes.Node]:
        """Draw a row for each moment, with the answers below it."""
        picture, top = _Picture(1, 31), 42
        talks = _all_of(*_B)
        bottom = top + _STEP * len(_MOMENTS)
        picture.text(
            (picture.x(_B[0]) + picture.x(_B[1] + 1)) / 2, 12, "the talks, 10 to 13 January", "mid"
        )
        picture.bar(*_B, 18, 10, "b")
        picture.text(picture.x(1), 27, "1 January", "small")
        picture.text(picture.x(32), 27, "31 January", "small end")
        picture.bar(*_B, 28, bottom - 28, "between")
        says = [_moment_row(picture, top + _STEP * i, m, talks) for i, m in enumerate(_MOMENTS)]
        return [picture.svg(bottom + 2, f"Moments and the talks of {_TALKS}", _sentences(says))]


def _moment_row(picture: _Picture, y: int, moment: tuple[str, int, int], talks: nb.Period) -> str:
    text, first, last = moment
    when = nb.When.parse(text)
    if (when.first_day.day, when.last_day.day) != (first, last):
        raise ExtensionError(f"{text} is drawn from {first} to {last}")
    before, during = when.before(talks).name, when.during(talks).name
    picture.rule(y)
    picture.bar(first, last, y + 6, 10, "a" if first == last else "fuzzy")
    picture.text(6, y + 15, "at an instant in")
    picture.text(6, y + 33, text, "code")
    picture.text(_RIGHT, y + 33, f"before {before} · during {during}", "small end")
    return f"{text} lies before the talks: {before}; during the talks: {during}"


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the pictures."""
    app.add_directive("allen-picture", AllenPicture)
    app.add_directive("three-answers", ThreeAnswers)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
