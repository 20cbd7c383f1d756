"""Text that stays text in Markdown: nothing in it becomes markup, a link or another line."""

from __future__ import annotations

import re
import unicodedata

from natobrief.formats._page.parts import visible

__all__ = ["escaped", "isolated", "level", "link_target"]

# What begins an inline element, wherever it stands: emphasis, code, links, HTML, entities, tables,
# strikethrough and, on GitHub, formulas.
_INLINE = re.compile(r"[\\`*_\[\]<>&|~$]")
# What begins a block at the start of a line, and "!" where it could make a link a picture.
_START = re.compile(r"^(?:[-+=#:]|(?P<number>\d{1,9})(?=[.)]))")
# What GitHub makes a link without any marks.
_BARE_LINK = re.compile(r"(?i)(https?|ftp|mailto|xmpp)(?=:)|(www)(?=\.)")
_CLOSERS = {"\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
_RIGHT = frozenset({"R", "AL", "RLE", "RLO", "LRE", "LRO", "PDF", "RLI", "LRI", "FSI", "PDI"})


def level(text: str) -> str:
    r"""Return a text in one line, runs of blanks as one, as Markdown shows it.

    >>> from natobrief.formats._page.plain_text import level
    >>> level("  two\n lines ")
    'two lines'
    """
    return " ".join(visible(text).split())


def escaped(text: str) -> str:
    r"""Return a text in one line that any Markdown shows as it is.

    >>> from natobrief.formats._page.plain_text import escaped
    >>> print(escaped("# *a* [b](c) <d> 1. e_f"))
    \# \*a\* \[b\](c) \<d\> 1. e\_f
    """
    line = _INLINE.sub(r"\\\g<0>", level(text))
    line = _BARE_LINK.sub(r"\g<0>\\", line)
    start = _START.match(line)
    if start is not None:
        line = f"{start[0]}\\{line[start.end() :]}" if start["number"] else f"\\{line}"
    return f"{line[:-1]}\\!" if line.endswith("!") else line


def isolated(text: str) -> str:
    r"""Return a text, escaped, whose direction changes nothing around it.

    >>> from natobrief.formats._page.plain_text import isolated
    >>> isolated("Ann Lee"), isolated("\u05d0")
    ('Ann Lee', '\u2068\u05d0\u2069')
    """
    line = escaped(text)
    if not any(unicodedata.bidirectional(character) in _RIGHT for character in line):
        return line
    open_ones = 0
    for character in line:
        if character in _CLOSERS:
            open_ones += 1
        elif character == "\u2069" and open_ones:
            open_ones -= 1
    return "\u2068" + line + "\u2069" * (open_ones + 1)


def link_target(address: str) -> str:
    """Return an address of printable ASCII as the target of a link."""
    return "<" + re.sub(r"[\\<>]", lambda found: f"%{ord(found[0]):02X}", address) + ">"
