"""Content lines of iCalendar (RFC 5545): escaped, folded at 75 octets, ended by CRLF."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["folded", "line", "parameter", "text_value"]

_OCTETS = 75
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# RFC 5545 allows no control characters but the tab in a text.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SPECIAL = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def text_value(text: str) -> str:
    r"""Return text as a value of type TEXT.

    Every kind of line break becomes ``\\n``; a control character, which no calendar may hold,
    becomes U+FFFD.
    """
    return _clean(text).translate(_SPECIAL)


def _clean(text: str) -> str:
    return _CONTROLS.sub("\ufffd", _BREAKS.sub("\n", text))


def parameter(text: str) -> str:
    """Return text as a quoted parameter; a quotation mark, which it can't hold, becomes ``'``."""
    # RFC 6868 gives the caret a meaning.
    plain = " ".join(_clean(text).split()).replace('"', "'").replace("^", "^^")
    return f'"{plain}"'


def line(name: str, value: str, **parameters: str) -> str:
    """Return an unfolded content line; the values must be escaped already."""
    named = (f";{key.replace('_', '-')}={each}" for key, each in parameters.items())
    return f"{name}{''.join(named)}:{value}"


def folded(lines: list[str]) -> str:
    """Return content lines as the text of a file."""
    return "".join(f"{part}\r\n" for each in lines for part in _parts(each))


def _parts(content: str) -> Iterator[str]:
    """Cut a line so that no part has more than 75 octets, and no character is cut."""
    if len(content) * 4 <= _OCTETS:
        yield content
        return
    part, octets = "", 0
    for char in content:
        width = len(char.encode())
        if octets + width > _OCTETS:
            yield part
            part, octets = " ", 1
        part += char
        octets += width
    yield part
