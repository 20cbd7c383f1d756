"""What every immutable value of natobrief has in common.

A value class is ``@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)`` over
:class:`Value`. Its annotations are its contract: on construction each field is
checked against its annotation by *exact* type (a ``bool`` is no ``int``, a subclass of ``str`` no
``str``), and all faults are reported at once. Text refuses lone surrogates, and it refuses blanks,
since None is how to say nothing; a field where an empty text means something is a
:data:`PossiblyEmpty`.
"""

from __future__ import annotations

import enum
import functools
import types
import typing
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any, cast

import attrs

from natobrief.errors import Fault, InvalidValue, show

__all__ = ["Choice", "PossiblyEmpty", "Refused", "Value", "hints", "tuple_of"]

PossiblyEmpty = Annotated[str, "may be empty"]
"""A text field that may hold an empty text."""


class Choice(enum.Enum):
    """An enumeration with a closed list of members and a ``repr`` that evaluates back.

    The value of a member is the word that stands for it in files.
    """

    if not TYPE_CHECKING:  # to checkers, a name without a signature is no method
        # Each member is one object; the hash of its name would take ten times as long.
        __hash__ = object.__hash__

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


@attrs.frozen(weakref_slot=False)
class Refused:
    """What a converter hands on when it can't read a value, with the reasons.

    A converter runs before any check, so raising there would hide the faults of other fields.
    The check of the owning value turns this into faults; no finished value holds one.
    """

    faults: tuple[Fault, ...]


def tuple_of(value: Iterable[Any]) -> tuple[Any, ...]:
    """Copy a list or tuple into a tuple; hand anything else on, for the check to refuse.

    A text is not taken for a sequence of letters, nor a mapping for its keys, and a set has no
    order to keep. (Not generic: mypy can't solve a type variable of an attrs converter.)

    >>> tuple_of(["a", "b"])
    ('a', 'b')
    >>> tuple_of("ab")
    'ab'
    """
    kind = type(value)
    if kind is tuple:
        return cast("tuple[Any, ...]", value)  # nearly always
    if isinstance(value, list | tuple):
        return tuple(cast("Iterable[Any]", value))
    return cast("tuple[Any, ...]", value)


def hints(cls: type[Any]) -> dict[str, Any]:
    """Return the resolved annotation of each field of a value class, in field order."""
    resolved = typing.get_type_hints(cls, include_extras=True)
    return {field.name: resolved[field.name] for field in attrs.fields(cls)}


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Value:
    """The base of all value classes: checks on construction, ``repr``, ``evolve``."""

    def __attrs_post_init__(self) -> None:
        cls = type(self)
        glance = _glances.get(cls)
        faults = () if glance is not None and glance(self) else _faults_in(self)
        if not faults and cls._conflicts is not Value._conflicts:
            faults = tuple(self._conflicts())
        if faults:
            raise InvalidValue(faults)

    def _conflicts(self) -> Iterable[Fault]:
        """Return the faults between fields. Runs only when each field by itself is right."""
        return ()

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in self.__rich_repr__())
        return f"{type(self).__name__}({shown})"

    def __rich_repr__(self) -> Iterator[tuple[str, Any]]:
        """Yield the fields that differ from their default: what rich shows, line by line."""
        for field in attrs.fields(type(self)):
            value = getattr(self, field.name)
            if not _is_default(self, field, value):
                yield field.name, value

    def evolve(self, **changes: Any) -> typing.Self:
        """Return a copy in which the named fields have new values, checked like any other.

        Raises:
            InvalidValue: A new value doesn't fit.
            TypeError: A name is no field of this class.
        """
        return attrs.evolve(self, **changes)


def _faults_in(value: Value) -> tuple[Fault, ...]:
    """Return what is wrong with the fields of a value, each by itself."""
    cls = type(value)
    faults: list[Fault] = []
    for name, check in _checks(cls):
        check(f"{cls.__name__}.{name}", getattr(value, name), faults)
    _looks[cls] += 1
    if _looks[cls] >= _MANY and cls not in _glances:
        _glances[cls] = _glancing(cls)
    return tuple(faults)


_MANY = 16  # with so many values of a class, it pays to compile a glance
_looks: Counter[Any] = Counter()
_glances: dict[Any, Callable[[Any], bool]] = {}


def _is_default(owner: Value, field: attrs.Attribute[Any], value: object) -> bool:
    default = field.default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
        factory = cast("Any", default)
        default = factory.factory(owner) if factory.takes_self else factory.factory()
    # The class counts: True is no default for 1.
    return type(value) is type(default) and value == default


_Check = Callable[[str, Any, list[Fault]], None]


def _compiled(cls: type[Any]) -> tuple[tuple[str, _Check], ...]:
    return tuple((name, _check_for(hint)) for name, hint in hints(cls).items())


# Not a decorator: type checkers hold that a class whose instances hash is itself not hashable.
_checks = cast("Callable[[type[Any]], tuple[tuple[str, _Check], ...]]", functools.cache(_compiled))


def _glancing(cls: type[Any]) -> Callable[[Any], bool]:
    """Compile what tells at a glance that all fields of a value are right, as they mostly are.

    It never lets a wrong field pass; where it is in doubt, the checks look closely. They say what
    is wrong, and cost several times as much.
    """
    names: dict[str, Any] = {"is_plain": _is_plain}
    lines = ["def glance(value):"]
    for name, hint in hints(cls).items():
        lines += [f"    item = value.{name}", *_question(name, hint, names), "        return False"]
    exec("\n".join([*lines, "    return True"]), names)  # noqa: S102 - names of fields only
    return cast("Callable[[Any], bool]", names["glance"])


def _question(name: str, hint: Any, names: dict[str, Any]) -> list[str]:
    """Return, as code, the question whether an item is, or may be, wrong."""
    if typing.get_origin(hint) is tuple:
        doubtful = _doubtful("each", name, _exact_types(typing.get_args(hint)[0]), names)
        inner = f"item and any([{doubtful} for each in item])"
        return [f"    if type(item) is not tuple or ({inner}):"]
    return [f"    if {_doubtful('item', name, _exact_types(hint), names)}:"]


_TEXT: frozenset[Any] = frozenset([str])


def _doubtful(item: str, name: str, exact: frozenset[Any], names: dict[str, Any]) -> str:
    classes: frozenset[Any] = exact - {type(None)}
    if classes == _TEXT:
        # Nearly all texts are seen to be right without a call of ours.
        plain = f"{item} and {item}.isascii() and not {item}.isspace()"
        doubtful = f"type({item}) is not str or not ({plain} or is_plain({item}))"
    elif len(classes) == 1:
        names[f"class_of_{name}"] = next(iter(classes))
        doubtful = f"type({item}) is not class_of_{name}"
    else:
        names[f"classes_of_{name}"] = classes - {str}  # a text is for the checks
        doubtful = f"type({item}) not in classes_of_{name}"
    return f"{item} is not None and ({doubtful})" if classes < exact else f"({doubtful})"


def _check_for(hint: Any) -> _Check:
    """Compile an annotation into a check that appends what is wrong to a list of faults."""
    if typing.get_origin(hint) is tuple:
        return _tuple_check(typing.get_args(hint)[0])
    members = _members(hint)
    may_be_empty = PossiblyEmpty in members
    exact = _exact_types(hint)
    return _exact_check(exact, _in_words(exact), may_be_empty=may_be_empty)


def _members(hint: Any) -> frozenset[Any]:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return frozenset(typing.get_args(hint))
    return frozenset([hint])


def _exact_check(exact: frozenset[type], allowed: str, *, may_be_empty: bool) -> _Check:
    def check(path: str, value: Any, faults: list[Fault]) -> None:
        if type(value) is Refused:
            faults.extend(fault.under(path) for fault in value.faults)
        elif type(value) not in exact:
            faults.append(Fault(path=path, allowed=allowed, came=show(value)))
        elif type(value) is str:
            if not _is_encodable(value):
                without = "text without lone surrogates"
                faults.append(Fault(path=path, allowed=without, came=show(value)))
            elif not may_be_empty and not value.strip():
                faults.append(Fault(path=path, allowed="text that is not blank", came=show(value)))

    return check


def _tuple_check(hint: Any) -> _Check:
    inner = _check_for(hint)
    allowed = f"a list or tuple of {_in_words(_members(hint))}"

    def check(path: str, value: Any, faults: list[Fault]) -> None:
        if type(value) is tuple:
            for index, item in enumerate(cast("Iterable[Any]", value)):
                inner(f"{path}[{index}]", item, faults)
        else:
            faults.append(Fault(path=path, allowed=allowed, came=show(value)))

    return check


def _exact_types(hint: Any) -> frozenset[type]:
    return frozenset(str if member is PossiblyEmpty else member for member in _members(hint))


def _is_plain(text: str) -> bool:
    """Say whether a text is neither blank nor holds lone surrogates."""
    return bool(text) and not text.isspace() and _is_encodable(text)


def _is_encodable(text: str) -> bool:
    if text.isascii():
        return True
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


_WORDS = {str: "text", int: "a whole number", bool: "True or False", type(None): "None"}


def _in_words(exact: frozenset[type]) -> str:
    """Say which types are allowed: ``text or None``, ``Organization or Person``."""
    names = sorted(_word(t) for t in exact - {type(None)})
    return _either([*names, "None"] if type(None) in exact else names)


def _word(cls: type[Any]) -> str:
    if typing.get_origin(cls) is None and issubclass(cls, Choice):
        return f"{cls.__name__} ({_either(list(cls.__members__))})"
    return _WORDS.get(cls, cls.__name__)


def _either(words: list[str]) -> str:
    return words[0] if len(words) < 2 else ", ".join(words[:-1]) + " or " + words[-1]
