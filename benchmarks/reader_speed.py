"""How fast a text is read, beside dateparser in the same run, and how the time grows."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterator

from natobrief.reader import read

__all__ = ["HOSTILE", "growth", "rate", "throughput"]

MEGABYTE = 1_000_000
Work = Callable[[str], object]

# A unit that is repeated, and what opens and separates the text.
HOSTILE = {
    "prose in one paragraph": "Ann Lee said that talks with Norway would start on 7 January. ",
    "prose in lines": "“We are ready,” Ann Lee said after the talks in Oslo.\n",
    "straight marks": '"',
    "mixed marks": "\"'“”‘’«»`` '' ",
    "opening marks": "“We said ",
    "unclosed quotes": '"We are ready to talk about it.\n',
    "closing marks": '"We are ready," she said. Now," ',
    "nested marks": '"we "are" ready" ',
    "one sentence of quotes": "Lee saw “the long winter of the north”, ",
    "brackets": "([{(",
    "capitals": "ABCDEFGH ",
    "capital words": "Keller Lee Brandt ",
    "digits": "1234567890",
    "numbers": "1 2 3 ",
    "the first of the": "the first of the ",
    "said that": "said that ",
    "Lee said": "Lee said ",
    "he said": "he said ",
    "talks with": "talks with ",
    "the president of the": "the president of the ",
    "offices and names": "President Ann ",
    "offices of states": "President of Norway Ann Lee ",
    "a list of guests": "Joining the call were the following leaders: Prime Minister Ann Lee, ",
    "according to": "according to ",
    "commas": ", ",
    "dashes": " - – — ",
    "dots": "... ",
    "Mr.": "Mr. ",
    "empty lines": "\n",
    "spaces": " ",
    "one word": "x",
}


def names_text(size: int) -> str:
    """Return sentences with a new name in each."""
    first = ("Ann", "Maria", "Peter", "Olga", "Jan")
    parts: list[str] = []
    length = 0
    while length < size:
        number, n = "", len(parts)
        while n or not number:
            n, digit = divmod(n, 20)
            number += "bcdfghklmnprstvwaeio"[digit]
        parts.append(f"{first[len(parts) % 5]} Q{number} said talks were over. ")
        length += len(parts[-1])
    return "".join(parts)[:size]


def _read(text: str) -> object:
    return read(text, published="2022-01-07")


def _spent(work: Work, texts: list[str], clock: Callable[[], float]) -> float:
    gc.collect()
    start = clock()
    for text in texts:
        work(text)
    return clock() - start


def rate(work: Work, texts: list[str]) -> float:
    """Return thousands of characters a second."""
    return sum(map(len, texts)) / _spent(work, texts, time.perf_counter) / 1000


def throughput(texts: list[str], other: Work | None, rounds: int) -> tuple[float, float | None]:
    """Return our rate, and the ratio to another's: medians of rounds that take turns."""
    ours: list[float] = []
    ratios: list[float] = []
    read(texts[0], published="2022-01-07")
    for _ in range(rounds):
        ours.append(rate(_read, texts))
        if other is not None:
            ratios.append(ours[-1] / rate(other, texts))
    return statistics.median(ours), statistics.median(ratios) if ratios else None


def growth(size: int) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Yield the seconds for a quarter of a size, half of it and all of it, for each text.

    Prose in one paragraph always goes up to a megabyte.
    """
    for name in (*HOSTILE, "thousands of names"):
        times: list[float] = []
        top = max(size, MEGABYTE) if name == "prose in one paragraph" else size
        for length in (top // 4, top // 2, top):
            text = _text(name, length)
            times.append(_spent(_read, [text], time.process_time))
        yield name, tuple(times)


def _text(name: str, size: int) -> str:
    unit = HOSTILE.get(name)
    return names_text(size) if unit is None else (unit * (size // len(unit) + 1))[:size]
