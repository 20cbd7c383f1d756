"""Draw the picture of the README and of the first page of the docs, and one for the gallery.

``python tools/draw_pictures.py`` writes them. The first is a timeline of the records in
``examples/data/january-2022.json``, as SVG with text as paths, so that it looks the same
everywhere. The same records give the same bytes.
"""

# Keyword arguments of matplotlib have no types.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from pathlib import Path

import matplotlib as mpl
from matplotlib import pyplot as plt

import natobrief as nb

ROOT = Path(__file__).parents[1]
DATA = ROOT / "examples" / "data" / "january-2022.json"
PICTURE = ROOT / "docs" / "_static" / "january-2022.svg"
PRINTED = ROOT / "docs" / "_static" / "printed.png"


def draw(path: Path) -> None:
    """Draw what was said and held by 11 January 2022, and what lay ahead on that day."""
    mpl.use("Agg")
    mpl.rcParams["svg.hashsalt"] = "natobrief"
    from natobrief import plots

    figure, axes = plt.subplots(figsize=(10, 2.4))
    plots.timeline(nb.load(DATA, nb.Corpus).as_of("2022-01-11").timeline(), axes)
    figure.savefig(path, metadata={"Date": None}, transparent=True, bbox_inches="tight")


def draw_printed(path: Path) -> None:
    """Draw what stands in the gallery for an example whose answer is printed."""
    figure = plt.figure(figsize=(4, 2.8))
    figure.text(
        0.5, 0.5, ">>>", size=64, family="monospace", color="#3b82c4", ha="center", va="center"
    )
    figure.savefig(path, metadata={"Software": None}, dpi=100, transparent=True)


if __name__ == "__main__":
    draw(PICTURE)
    draw_printed(PRINTED)
    print(PICTURE.relative_to(ROOT))
