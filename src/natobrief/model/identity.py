"""What an ``id`` is made of: the content of a record, encoded without ambiguity.

The encoding is the same on every machine and Python version. Each part starts with a letter for
its kind and carries its length, so no two different values share an encoding:

- text: ``s``, the length of its UTF-8 bytes, ``:``, the bytes
- whole number: ``i``, then its digits as text; True and False: ``t``, ``f``
- member of an enumeration: ``e``, the class name as text, the member's value as text
- :class:`~natobrief.When` and :class:`~natobrief.Period`: ``w``, the class name, the canonical text
- tuple: ``l``, the number of items, ``:``, the items
- record or other value: ``r``, the class name, the number of fields told, ``:``, then each
  field's name and value

A field that is None or empty says nothing and is left out; so a field that a later version adds
changes no id of a record that doesn't use it.
"""

from __future__ import annotations

import enum
import functools
import hashlib
from typing import Any, cast

import attrs

from natobrief.values import Value
from natobrief.when import Period, When

__all__ = ["Record", "encode"]

_HEX = 32  # 128 bits: no two of 10**15 records are likely to meet


def encode(value: object) -> bytes:
    """Return the encoding that an id is the SHA-256 of.

    Raises:
        TypeError: The value is of a kind that no record holds.

    >>> from natobrief.model.identity import encode
    >>> encode(("a", True))
    b'l2:s1:at'
    >>> encode(Person(name="Ann Lee"))
    b'rs6:Person2:s4:names7:Ann Lees9:anonymousf'
    """
    if isinstance(value, str):
        data = value.encode("utf-8")
        return b"s%d:%s" % (len(data), data)
    if isinstance(value, bool):
        return b"t" if value else b"f"
    if isinstance(value, int):
        return b"i" + encode(str(value))
    if isinstance(value, enum.Enum):
        return b"e" + encode(type(value).__name__) + encode(value.value)
    if isinstance(value, When | Period):
        return b"w" + encode(type(value).__name__) + encode(str(value))
    if isinstance(value, tuple):
        items = cast("tuple[object, ...]", value)
        return b"l%d:%s" % (len(items), b"".join(map(encode, items)))
    if isinstance(value, Value):
        return _encode_fields(value)
    raise TypeError(f"no record holds a {type(value).__name__}")


def _encode_fields(value: Value) -> bytes:
    fields = attrs.fields(cast("Any", type(value)))
    told = [(f.name, v) for f in fields if (v := getattr(value, f.name)) is not None and v != ()]
    parts = [encode(name) + encode(item) for name, item in told]
    return b"r%s%d:%s" % (encode(type(value).__name__), len(told), b"".join(parts))


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Record(Value):
    """A value with an identity of its own: an ``id`` that its content decides."""

    @functools.cached_property
    def id(self) -> str:
        """The record's label, derived from all of its content.

        Two records have one id exactly when they are equal, on every machine. It is computed
        at first use and never given.

        >>> same = Quote(text="Dialogue is even more important.")
        >>> same.id == Quote(text="Dialogue is even more important.").id
        True
        """
        digest = hashlib.sha256(encode(self)).hexdigest()[:_HEX]
        return f"{type(self).__name__.lower()}-{digest}"
