"""Names as they are looked up: without case, dashes, dots and diacritics."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["key", "loose_key", "sound", "without_owner"]

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
        parts = unicodedata.normalize("NFKD", text.casefold())
        plain = "".join(char for char in parts if not unicodedata.combining(char))
    return " ".join(plain.translate(_TABLE).split()).removeprefix("the ")


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


def without_owner(text: str) -> str:
    """Return a phrase without the endings that say who owns something.

    >>> from natobrief.directory.keys import without_owner
    >>> without_owner("NATO's Secretary General")
    'NATO Secretary General'
    """
    return _OWNER.sub("", text)
