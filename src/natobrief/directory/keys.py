"""Names as they are looked up: without case, dashes, dots and diacritics."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

__all__ = ["key", "keys", "loose_key", "sound", "sounds", "without_owner"]

_SPACES = dict.fromkeys(map(ord, "-/,()–—‐‑‒―\u00a0"), " ")
_GONE = dict.fromkeys(map(ord, ".'’‘`ʼ\""), None)
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
_MORE = {"ə": "a", "ħ": "h"}
_TABLE = str.maketrans({**_SPACES, **_GONE, **{ord(a): b for a, b in (_LETTERS | _MORE).items()}})
_OWNER = re.compile(r"['’]s\b|(?<=s)['’](?=\s|$)")

# What romanizations of one name differ in, in this order; each side is as good as the other. The
# sign says which words have it: most have little of it, and to look is quicker than to replace.
_SINGLE = str.maketrans({"y": "i", "j": "i", "w": "v", "x": "ks"})
_ROMAN = (
    ("kh", re.compile(r"kh"), "h"),
    ("ph", re.compile(r"ph"), "f"),
    ("c", re.compile(r"ck|c(?=[aou])"), "k"),
    ("q", re.compile(r"q"), "k"),
    ("u", re.compile(r"ou|ue"), "u"),
    ("oe", re.compile(r"oe"), "o"),
    ("ae", re.compile(r"ae"), "a"),
)
# Letters that one romanization doubles and another doesn't; "Bidden" is no spelling of "Biden".
_DOUBLED = re.compile(r"([aefhiklmnosuvz])\1+")


def key(text: str) -> str:
    """Return a name as the directory's indexes hold it; an article in front is dropped.

    >>> from natobrief.directory.keys import key
    >>> key("The NATO\u2013Russia Council"), key("Manfred Wörner"), key("U.S.")
    ('nato russia council', 'manfred worner', 'us')
    """
    if text.isascii():
        plain = text.lower()
        if text.replace(" ", "").isalnum():  # as most names are
            return " ".join(plain.split()).removeprefix("the ")
    else:
        plain = _without_marks(text)
    return " ".join(plain.translate(_TABLE).split()).removeprefix("the ")


def keys(texts: Iterable[str]) -> list[str]:
    """Return the key of each of many names: all are folded in one go, which is much quicker.

    >>> from natobrief.directory.keys import keys
    >>> keys(["The Kremlin", "Manfred Wörner"])
    ['kremlin', 'manfred worner']
    """
    listed = list(texts)
    lines = _without_marks("\n".join(listed)).translate(_TABLE).split("\n")
    if len(lines) != max(1, len(listed)):  # a name holds the sign that parts them
        return [key(text) for text in listed]
    return [" ".join(line.split()).removeprefix("the ") for line in lines[: len(listed)]]


def _without_marks(text: str) -> str:
    """Return a text in small letters without diacritics."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    marks = {char for char in set(parts) if unicodedata.combining(char)}
    return parts.translate(dict.fromkeys(map(ord, marks))) if marks else parts


def loose_key(text: str) -> str:
    """Return a name as it sounds in any romanization: another spelling gives the same.

    >>> from natobrief.directory.keys import loose_key
    >>> {loose_key(name) for name in ("Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskij")}
    {'zelenski'}
    """
    return sound(key(text))


def sound(plain: str) -> str:
    """Return how a name or a word sounds that is already as :func:`key` gives it."""
    plain = plain.translate(_SINGLE)
    for sign, pattern, replacement in _ROMAN:
        if sign in plain:
            plain = pattern.sub(replacement, plain)
    return _DOUBLED.sub(r"\1", plain)


def sounds(plain: Iterable[str]) -> list[str]:
    """Return how each of many names sounds, as :func:`sound` says; all in one go.

    >>> from natobrief.directory.keys import sounds
    >>> sounds(["zelenskyy", "woerner"])
    ['zelenski', 'vorner']
    """
    listed = list(plain)
    return sound("\n".join(listed)).split("\n")[: len(listed)]


def without_owner(text: str) -> str:
    """Return a phrase without the endings that say who owns something.

    >>> from natobrief.directory.keys import without_owner
    >>> without_owner("NATO's Secretary General")
    'NATO Secretary General'
    """
    return _OWNER.sub("", text) if "'" in text or "’" in text else text
