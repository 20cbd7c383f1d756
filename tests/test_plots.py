"""Pictures: what is drawn, that labels don't overlap, and that axes are handed through."""

# Keyword arguments of matplotlib have no types.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("Agg")

import numpy as np  # noqa: E402 - comes with matplotlib
from matplotlib import pyplot as plt  # noqa: E402 - the backend is chosen first
from matplotlib.axes import Axes  # noqa: E402
from matplotlib.collections import LineCollection  # noqa: E402
from matplotlib.patches import Rectangle  # noqa: E402
from matplotlib.text import Annotation  # noqa: E402

from natobrief import plots  # noqa: E402
from natobrief.directory import Directory, Tenure  # noqa: E402
from natobrief.formats import load  # noqa: E402
from natobrief.model import (  # noqa: E402
    AnyRecord,
    Genre,
    Meeting,
    MeetingStatus,
    Person,
    Post,
    Quote,
    Statement,
)
from natobrief.query import Corpus  # noqa: E402
from natobrief.when import When  # noqa: E402

JANUARY = Path(__file__).parents[1] / "examples" / "data" / "january-2022.json"


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    plt.close("all")


def many(number: int) -> list[AnyRecord]:
    """Return records of a year, with days, months, stretches and all states of a plan."""
    dice = random.Random(number)
    found: list[AnyRecord] = []
    for uid in range(number):
        day = f"2022-{dice.randrange(1, 13):02}-{dice.randrange(1, 28):02}"
        day = dice.choice([day, day, day[:7], f"{day}/2022-12-29", f"[{day}..]"])
        if dice.random() < 0.5 and "/" not in day:
            speaker = Person(name=dice.choice(["Ann Lee", "Ben Ode", "Dorothea van der Berg"]))
            genre = dice.choice(list(Genre))
            found.append(Statement(speaker=speaker, made=day, genre=genre, text=str(uid)))
        else:
            status = dice.choice(list(MeetingStatus))
            name = dice.choice(["Talks", "Meeting of the foreign ministers in $ and $"])
            found.append(Meeting(uid=str(uid), name=name, scheduled=day, status=status))
    return found


def boxes(axes: Axes) -> list[tuple[str, float, float, float, float]]:
    """Return where the labels stand, in pixels."""
    axes.figure.canvas.draw()
    texts = [text for text in axes.texts if isinstance(text, Annotation) and text.get_text()]
    extents = [(text.get_text(), text.get_window_extent()) for text in texts]
    return [(text, box.x0, box.x1, box.y0, box.y1) for text, box in extents]


def assert_apart(axes: Axes) -> None:
    placed = boxes(axes)
    figure = axes.figure.bbox
    for text, x0, x1, _, _ in placed:
        assert x0 >= -1, text
        assert x1 <= figure.width + 1, text
    for one, other in itertools.combinations(placed, 2):
        overlap_x = min(one[2], other[2]) - max(one[1], other[1])
        overlap_y = min(one[4], other[4]) - max(one[3], other[3])
        assert overlap_x <= 1 or overlap_y <= 1, (one, other)


@pytest.mark.parametrize("number", [0, 1, 5, 200])
@pytest.mark.parametrize("size", [None, (6, 3)])
def test_labels_of_a_timeline_stay_apart(number: int, size: tuple[int, int] | None) -> None:
    axes = None if size is None else plt.subplots(figsize=size)[1]
    drawn = plots.timeline(many(number), axes)
    assert axes is None or drawn is axes
    assert_apart(drawn)
    labels = [text for text, *_ in boxes(drawn) if "without a label" not in text]
    hidden = sum(
        int(text.split()[0]) for text, *_ in boxes(drawn) if text.endswith("without a label")
    )
    assert len(labels) + hidden == number


def bars(axes: Axes) -> list[tuple[float, float, float, float]]:
    """Return where the bars of a timeline stand, in pixels."""
    scale = axes.figure.dpi / 72
    found: list[tuple[float, float, float, float]] = []
    for lines in (each for each in axes.collections if isinstance(each, LineCollection)):
        half = float(np.max(lines.get_linewidth())) * scale / 2
        for segment in lines.get_segments():
            (x0, y0), (x1, y1) = axes.transData.transform(segment)
            if y0 == y1:
                found.append((x0, x1, y0 - half, y0 + half))
    return found


@pytest.mark.parametrize("number", [5, 200])
def test_no_label_of_a_timeline_stands_on_a_bar(number: int) -> None:
    axes = plots.timeline(many(number))
    placed = boxes(axes)
    assert bars(axes)
    for x0, x1, y0, y1 in bars(axes):
        for text, left, right, low, high in placed:
            overlap = min(x1, right) - max(x0, left), min(y1, high) - max(y0, low)
            assert min(overlap) <= 1.5, text


def test_a_tenure_of_days_is_seen_among_those_of_years() -> None:
    history = Directory.default().history("NATO Secretary General")
    axes = plots.tenures(history)
    marked = [each for each in axes.collections if isinstance(each, LineCollection)]
    assert [float(np.max(each.get_linewidth())) for each in marked].count(1.5) == 3


def test_a_timeline_tells_how_firm_a_meeting_is() -> None:
    axes = plots.timeline(load(JANUARY, Corpus))
    legend = axes.get_legend()
    assert legend is not None
    assert [text.get_text() for text in legend.get_texts()] == ["said", "held"]
    states = [
        Meeting(uid=str(n), scheduled="2022-01-07", status=status)
        for n, status in enumerate(MeetingStatus)
    ]
    legend = plots.timeline([*states, Quote(text="Yes.", said="2022")]).get_legend()
    assert legend is not None
    assert [text.get_text() for text in legend.get_texts()] == [
        "said",
        "announced",
        "proposed or postponed",
        "called off",
        "some time in here",
    ]


def test_what_has_no_time_is_left_out() -> None:
    axes = plots.timeline([Quote(text="Yes."), Meeting(uid="talks", scheduled="2022")])
    assert [text for text, *_ in boxes(axes)] == ["talks"]


def rows(number: int) -> list[Tenure]:
    directory = Directory.default()
    found: list[Tenure] = []
    for country in ("us", "de", "fr", "it", "gb", "pl", "ua", "es", "nl", "ca"):
        for post in directory.posts_of(country):
            found.extend(directory.history(Post(id=post.id, name=post.name)))
    return found[:number]


@pytest.mark.parametrize("number", [0, 5, 60, 200])
@pytest.mark.parametrize("size", [None, (6, 3)])
def test_names_of_tenures_stay_apart(number: int, size: tuple[int, int] | None) -> None:
    axes = None if size is None else plt.subplots(figsize=size)[1]
    assert_apart(plots.tenures(rows(number), axes))


def test_tenures_tell_acting_and_expected() -> None:
    axes = plots.tenures(Directory.default().history("NATO Secretary General"))
    legend = axes.get_legend()
    assert legend is not None
    assert [text.get_text() for text in legend.get_texts()] == [
        "acting",
        "an end that was expected",
    ]
    assert len(boxes(axes)) == 17


@pytest.mark.parametrize("number", [0, 5, 200])
@pytest.mark.parametrize("size", [None, (7, 3)])
def test_words_of_relations_stay_apart(number: int, size: tuple[int, int] | None) -> None:
    axes = None
    if size is not None:
        figure, axes = plt.subplots(figsize=size)
        figure.subplots_adjust(left=0.3, right=0.6)
    drawn = plots.relations(many(number), to="2022-06", axes=axes)
    assert_apart(drawn)
    if number == 5:
        assert len(drawn.get_yticklabels()) == 5


def test_relations_are_told_in_words() -> None:
    axes = plots.relations(["2022-06-10", "2022-01", When.parse("2022")], to="2022-06")
    legend = axes.get_legend()
    assert legend is not None
    assert [text.get_text() for text in legend.get_texts()] == ["before or after", "within", "open"]
    assert [text for text, *_ in boxes(axes)] == [
        "before",
        "before · meets · ... (7)",
        "during",
    ]


def test_counts_are_bars_as_wide_as_their_periods() -> None:
    said = [Quote(text=day, said=day) for day in ("2022-01-07", "2022-01-17", "2022-01")]
    counts = Corpus.of(*said).quotes.per("week")
    axes = plots.counts(counts)
    heights = [patch.get_height() for patch in axes.patches if isinstance(patch, Rectangle)]
    assert heights == [1, 0, 1, 1, 1, 1]
    assert len(plots.counts(()).patches) == 0
    own = plt.subplots()[1]
    assert plots.counts(counts[:1], own) is own
