"""Classes of characters that the patterns of the reader share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

__all__ = ["CLOSERS", "LOWER_WORD", "OPENERS", "UPPER"]


def _ranges(wanted: Callable[[str], bool]) -> Iterator[str]:
    """Write the letters before Arabic, and the further Latin ones, as ranges for a pattern."""
    start = last = -2
    for code in [*range(0x41, 0x590), *range(0x1E00, 0x2000)]:
        if not wanted(chr(code)):
            continue
        if code != last + 1:
            if start > 0:
                yield f"{chr(start)}-{chr(last)}"
            start = code
        last = code
    yield f"{chr(start)}-{chr(last)}"


UPPER = "".join(_ranges(str.isupper))
"""Capital letters, for the inside of a character class."""

OPENERS = "\"'“‘„«‚‹`(\\["
"""What can stand before the first letter of a sentence, for the inside of a class."""

CLOSERS = "\"'”’»›)\\]"
"""What can stand after the end mark of a sentence, for the inside of a class."""

LOWER_WORD = re.compile(f"[{''.join(_ranges(str.islower))}]")
