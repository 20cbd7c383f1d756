"""Laws that every value of natobrief obeys. A new class without a strategy fails here."""

from __future__ import annotations

import copy
import importlib
import pickle
import pkgutil
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any, cast

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import natobrief as nb
from natobrief import model, text, when
from natobrief.formats import dumps, loads, make_converter
from natobrief.model.identity import Record, encode
from natobrief.query import Corpus
from natobrief.testing import corpora, strategy_for
from natobrief.values import Choice, Value, hints
from natobrief.when import Period, When


def modules() -> Iterator[ModuleType]:
    yield text
    for room in (model, when):
        for found in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            yield importlib.import_module(found.name)


def value_classes() -> list[type[Any]]:
    found = {
        cls
        for module in modules()
        for cls in cast("dict[str, object]", vars(module)).values()
        if isinstance(cls, type) and issubclass(cls, Value) and cls not in (Value, Record)
    }
    return [*sorted(found, key=lambda cls: cls.__name__), Period, When]


CLASSES = value_classes()
RECORDS = [cls for cls in CLASSES if issubclass(cls, Record)]
FACE = {name: getattr(nb, name) for name in nb.__all__}

each_class = pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
few = settings(max_examples=10)


def parts(value: object) -> Iterator[object]:
    """Yield a value and all that can be reached from it."""
    yield value
    if isinstance(value, Value):
        for name in hints(type(value)):
            yield from parts(getattr(value, name))
    elif isinstance(value, tuple):
        for item in cast("tuple[object, ...]", value):
            yield from parts(item)


def test_the_classes_are_found() -> None:
    names = {cls.__name__ for cls in CLASSES}
    assert {"Brief", "Span", "DateMention", "When", "Period", "Group"} <= names
    assert {cls.__name__ for cls in RECORDS} == {"Source", "Quote", "Statement", "Meeting"}


@each_class
@few
@given(data=st.data())
def test_files(cls: type[Any], data: st.DataObject) -> None:
    value = data.draw(strategy_for(cls))
    before = repr(value)
    written = dumps(value)
    read = loads(written)
    assert read == value
    assert repr(read) == before == repr(value)
    assert [type(part) for part in parts(read)] == [type(part) for part in parts(value)]
    assert dumps(value) == written == dumps(read)
    assert loads(written.encode(), expect=cls) == value


@each_class
@few
@given(data=st.data())
def test_nested_in_the_classes_of_others(cls: type[Any], data: st.DataObject) -> None:
    value = data.draw(strategy_for(cls))
    converter = make_converter()
    plain = converter.unstructure(value)
    assert {type(part) for part in plain_parts(plain)} <= {dict, list, str, int, bool, type(None)}
    assert repr(converter.structure(plain, cls)) == repr(value)


def plain_parts(plain: object) -> Iterator[object]:
    yield plain
    if isinstance(plain, dict):
        for item in cast("dict[str, object]", plain).values():
            yield from plain_parts(item)
    elif isinstance(plain, list):
        for item in cast("list[object]", plain):
            yield from plain_parts(item)


@each_class
@few
@given(data=st.data())
def test_copies(cls: type[Any], data: st.DataObject) -> None:
    value = data.draw(strategy_for(cls))
    copies = [
        eval(repr(value), dict(FACE)),
        pickle.loads(pickle.dumps(value)),
        copy.copy(value),
        copy.deepcopy(value),
        *([value.evolve()] if isinstance(value, Value) else []),
    ]
    for other in copies:
        assert type(other) is cls
        assert other == value
        assert hash(other) == hash(value)
        assert repr(other) == repr(value)
        assert encode(other) == encode(value)


@each_class
@few
@given(data=st.data())
def test_equality(cls: type[Any], data: st.DataObject) -> None:
    first, second = data.draw(strategy_for(cls)), data.draw(strategy_for(cls))
    same = first == second
    assert same == (second == first)
    assert same != (first != second)
    assert same == (encode(first) == encode(second))
    assert same == (dumps(first) == dumps(second))
    assert same == (repr(first) == repr(second))
    if same:
        assert hash(first) == hash(second)
    if isinstance(first, Record):
        assert same == (first.id == second.id)
    assert first != "another kind of thing"


@each_class
@few
@given(data=st.data())
def test_nothing_can_be_changed(cls: type[Any], data: st.DataObject) -> None:
    value = data.draw(strategy_for(cls))
    kinds = (Value, Choice, When, Period, str, int, bool, tuple, type(None))
    assert all(isinstance(part, kinds) for part in parts(value))
    names = [*hints(cls)] if isinstance(value, Value) else ["_text"]
    for name in [*names, "something_else"]:
        with pytest.raises(AttributeError):
            setattr(value, name, None)
        with pytest.raises(AttributeError):
            delattr(value, name)
    assert not hasattr(value, "__dict__")


@pytest.mark.parametrize(
    "cls", [cls for cls in CLASSES if issubclass(cls, Value)], ids=lambda cls: cls.__name__
)
@few
@given(data=st.data())
def test_lists_are_copied_on_entry(cls: type[Any], data: st.DataObject) -> None:
    value = data.draw(strategy_for(cls))
    given_values: dict[str, object] = {name: getattr(value, name) for name in hints(cls)}
    lists: dict[str, list[Any]] = {
        name: list(cast("Iterable[Any]", each))
        for name, each in given_values.items()
        if isinstance(each, tuple)
    }
    made = cls(**given_values | lists)
    assert made == value
    for each in lists.values():
        each.append("more")
    assert made == value


@few
@given(corpora())
def test_corpora(corpus: Corpus) -> None:
    written = dumps(corpus)
    read = loads(written, expect=Corpus)
    assert type(read) is Corpus
    assert read == corpus
    assert (read.briefs, read.loose, read.links) == (corpus.briefs, corpus.loose, corpus.links)
    assert dumps(read) == written


@pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)
@few
@given(data=st.data())
def test_an_id_is_no_part_of_the_value(cls: type[Any], data: st.DataObject) -> None:
    value = data.draw(strategy_for(cls))
    fresh = copy.deepcopy(value)
    assert value.id.startswith(f"{cls.__name__.lower()}-")
    assert len(value.id.rpartition("-")[2]) == 32
    assert fresh == value
    assert pickle.loads(pickle.dumps(value)).id == value.id == fresh.id
    assert "id" not in {field.name for field in attrs.fields(cls)}


def test_every_enum_evaluates_back_and_has_words() -> None:
    enums = {
        cls
        for module in modules()
        for cls in cast("dict[str, object]", vars(module)).values()
        if isinstance(cls, type) and issubclass(cls, Choice) and cls is not Choice
    }
    assert len(enums) > 10
    for cls in enums:
        for member in cls:
            assert eval(repr(member), {cls.__name__: cls}) is member
            assert cls(member.value) is member
            assert pickle.loads(pickle.dumps(member)) is member
