"""Plain data as YAML: one way to write each value, safe for every reader of YAML.

Text that any YAML, also of version 1.1, would take for a number, a date, a truth value or nothing
is quoted. Characters that don't show, or turn the direction of writing, are escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, cast

from natobrief.formats._yaml.in_place import Small

__all__ = ["yaml_text"]

_WIDTH = 100
_ODD = (
    r"\x00-\x1f\x7f-\xa0\xad\u0600-\u0605\u061c\u06dd\u070f\u08e2\u1680\u180e\u2000-\u200b"
    r"\u200e\u200f\u2028-\u202f\u205f-\u206f\u3000\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff0-\ufffb"
    r"\ufffe\uffff\U000e0000-\U000e007f\U000f0000-\U0010ffff"
)
_ESCAPED = re.compile(rf'["\\{_ODD}]')
_PLAIN = re.compile(
    # A letter first; no mark that begins something else; no blank at the end.
    rf"(?![{_ODD}])[A-Za-z\u00a1-\U000effff](?:[^{_ODD} :#,\[\]{{}}]|[ ](?![ #]|$)|:(?![ ]|$)|\#)*",
    re.ASCII | re.VERBOSE,
)
_LINE = re.compile(rf"(?:[^{_ODD}\s][^{_ODD}]*)?(?<! )")
_RESOLVED = frozenset("null true false yes no on off y n".split())
_NAMED = {"\0": "\\0", "\t": "\\t", "\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def yaml_text(document: dict[str, Any]) -> str:
    """Return a document of plain data as YAML."""
    return "\n".join(_object(document, "")) + "\n"


def _object(data: Any, pad: str) -> Iterator[str]:
    for key, value in data.items():
        yield from _entry(f"{pad}{key}:", value, pad)


def _entry(head: str, value: Any, pad: str) -> Iterator[str]:
    """Yield the lines of a value behind a key or a dash."""
    if isinstance(value, str):
        yield from _text(head, value, pad + "  ")
        return
    line = _one_line(value)
    if line is not None and (len(head) + 1 + len(line) <= _WIDTH or not value):
        yield f"{head} {line}"
        return
    yield head
    inner = pad + "  "
    yield from _list(value, inner) if isinstance(value, list) else _object(value, inner)


def _list(items: Any, pad: str) -> Iterator[str]:
    for item in items:
        lines = _entry(f"{pad}-", item, pad)
        first = next(lines)
        if first == f"{pad}-":  # an object begins behind its dash
            first = f"{pad}- {next(lines).lstrip(' ')}"
        yield first
        yield from lines


def _one_line(value: Any) -> str | None:
    """Return a value that is short by its nature on one line; None for any other."""
    if isinstance(value, dict):
        parts = {key: _within(item) for key, item in cast("dict[str, Any]", value).items()}
        if (parts and not isinstance(value, Small)) or None in parts.values():
            return None
        return f"{{{', '.join(f'{key}: {part}' for key, part in parts.items())}}}"
    if isinstance(value, list):
        items = list(cast("Iterable[Any]", value))
        if any(isinstance(item, dict) and not _is_span(item) for item in items):
            return None
        found = [_within(item) for item in items]
        return None if None in found else f"[{', '.join(map(str, found))}]"
    return _within(value)


def _is_span(item: Any) -> bool:
    return isinstance(item, Small) and item.keys() == {"start", "end"}


def _within(value: Any) -> str | None:
    if isinstance(value, dict | list):
        return _one_line(value)
    if isinstance(value, str):
        return _scalar(value)
    if value is None:
        return "null"
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


def _scalar(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.lower() not in _RESOLVED:
        return text
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    if char in _NAMED:
        return _NAMED[char]
    code = ord(char)
    return (
        f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"
    )


def _text(head: str, text: str, pad: str) -> Iterator[str]:
    """Yield text in the way that is easiest to read and still exact."""
    lines = text.split("\n")
    if len(head) + 1 + len(text) <= _WIDTH and len(lines) == 1:
        yield f"{head} {_scalar(text)}"
    elif len(lines) > 1 and _is_block(lines):
        ends = lines[-1] == ""
        yield f"{head} {'|' if ends else '|-'}"
        yield from (pad + line if line else "" for line in (lines[:-1] if ends else lines))
    elif len(lines) == 1 and "  " not in text and _LINE.fullmatch(text):
        yield f"{head} >-"
        yield from _wrapped(text, pad)
    else:
        yield f"{head} {_scalar(text)}"


def _is_block(lines: list[str]) -> bool:
    """Say whether lines stay what they are in a literal block, also in a careless editor."""
    last = lines[-2] if lines[-1] == "" else lines[-1]
    return bool(lines[0]) and bool(last) and all(map(_LINE.fullmatch, lines))


def _wrapped(text: str, pad: str) -> Iterator[str]:
    line = pad
    for word in text.split(" "):
        if len(line) + 1 + len(word) > _WIDTH and line != pad:
            yield line
            line = pad
        line = f"{line} {word}" if line != pad else pad + word
    yield line
