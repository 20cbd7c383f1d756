"""Documents of upper rooms, registered as one of them would do it."""

from __future__ import annotations

import json
import subprocess
import sys
import types
from collections.abc import Iterator

import attrs
import pytest

from natobrief import model, text, when
from natobrief.errors import Fault, InvalidDocument, InvalidValue
from natobrief.formats import dumps, loads, register
from natobrief.formats._core import registry as _registry
from natobrief.model import AnyRecord, Brief, Link, Meeting, Person, Quote, Source, Statement
from natobrief.values import Value, tuple_of


class Box:
    """Like a corpus: no value class itself."""

    def __init__(self, *items: object) -> None:
        self.items = items


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class BoxShape(Value):
    briefs: tuple[Brief, ...] = attrs.field(default=(), converter=tuple_of)
    loose: tuple[AnyRecord, ...] = attrs.field(default=(), converter=tuple_of)
    links: tuple[Link, ...] = attrs.field(default=(), converter=tuple_of)


def to_shape(box: Box) -> BoxShape:
    return BoxShape(
        briefs=[item for item in box.items if isinstance(item, Brief)],
        loose=[item for item in box.items if isinstance(item, Quote | Statement | Meeting)],
        links=[item for item in box.items if isinstance(item, Link)],
    )


def from_shape(shape: BoxShape) -> Box:
    if not shape.briefs:
        raise InvalidValue([Fault(path="Box.briefs", allowed="a brief", came="none")])
    return Box(*shape.briefs, *shape.loose, *shape.links)


def register_box() -> None:
    register("box", Box, BoxShape, to_shape=to_shape, from_shape=from_shape)


@pytest.fixture(autouse=True)
def fresh_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_registry, "_registered", dict(_registry._registered))


NATO = Source(publisher="NATO", published="2022")
BOX = Box(
    Brief(source=NATO, quotes=[Quote(text="a", speaker=Person(name="Ann"), source=NATO)]),
    Quote(text="b", source=NATO),
    Meeting(uid="m"),
    Link(uid="a", same_as="b", reason="r"),
)


def test_there_and_back() -> None:
    register_box()
    register_box()  # a module may be loaded again
    written = dumps(BOX)
    assert written == (
        "{\n"
        '  "format": "natobrief/1",\n'
        '  "type": "box",\n'
        f'  "digest": "{json.loads(written)["digest"]}",\n'
        '  "sources": [\n'
        f'    {{"id": "{NATO.id}", "publisher": "NATO", "published": "2022"}}\n'
        "  ],\n"
        '  "actors": [\n'
        '    {"type": "person", "name": "Ann"}\n'
        "  ],\n"
        '  "briefs": [\n'
        '    {"source": 0, "quotes": '
        f'[{{"id": "{Quote(text="a", speaker=Person(name="Ann"), source=NATO).id}", '
        '"text": "a", "speaker": 0}]}\n'
        "  ],\n"
        '  "loose": [\n'
        f'    {{"type": "quote", "id": "{Quote(text="b", source=NATO).id}", '
        '"text": "b", "source": 0},\n'
        f'    {{"type": "meeting", "id": "{Meeting(uid="m").id}", "uid": "m"}}\n'
        "  ],\n"
        '  "links": [\n'
        '    {"uid": "a", "same_as": "b", "reason": "r"}\n'
        "  ]\n"
        "}"
    )
    assert loads(written, expect=Box).items == BOX.items


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('"loose": []', "$.briefs: expected a brief, got none"),
        (
            '"loose": [{"type": "link"}]',
            "$.loose[0].type: expected one of 'quote', 'statement', 'meeting', got 'link'",
        ),
        (
            '"briefs": [3]',
            "$.briefs[0]: expected an object with the fields of Brief, got 3",
        ),
        ('"loose": [{"type": "quote"}]', "$.loose[0].text: expected the field 'text', got nothing"),
        (
            '"loose": [{"type": "quote", "text": "a", "text": "b"}]',
            "$.loose[0].text: expected each key once, got the key 'text' again",
        ),
        (
            '"briefs": [{"quotes": [{"text": "a", "statement": "s"}]}]',
            "$.briefs[0].quotes[0].statement: expected the id of a statement here, got 's'",
        ),
    ],
)
def test_what_is_wrong(content: str, expected: str) -> None:
    register_box()
    with pytest.raises(InvalidDocument) as caught:
        loads(f'{{"format": "natobrief/1", "type": "box", {content}}}')
    assert [str(fault) for fault in caught.value.faults] == [expected]


def test_without_registration() -> None:
    with pytest.raises(InvalidValue):
        dumps(BOX)
    with pytest.raises(InvalidDocument):
        loads('{"format": "natobrief/1", "type": "box"}')


@pytest.fixture
def attic(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A module that registers its documents when it is imported, and isn't yet."""

    class Finder:
        @staticmethod
        def import_module(name: str) -> types.ModuleType:
            register_box()
            return sys.modules.setdefault(name, types.ModuleType(name))

    monkeypatch.setattr(_registry, "importlib", Finder)
    monkeypatch.setitem(_registry._UPPER, "box", "attic_of_tests")
    yield "attic_of_tests"
    sys.modules.pop("attic_of_tests", None)


def test_a_room_above_is_loaded_when_its_document_comes(attic: str) -> None:
    assert "box" in _registry.tags()
    assert attic not in sys.modules
    written = '{"format": "natobrief/1", "type": "box", "briefs": [{}]}'
    assert loads(written).items == (Brief(),)
    assert attic in sys.modules


def test_a_corpus_can_be_loaded_before_its_room_is() -> None:
    code = (
        "import sys; from natobrief.formats import loads;"
        "assert 'natobrief.query' not in sys.modules;"
        """print(len(loads('{"format": "natobrief/1", "type": "corpus"}').records))"""
    )
    run = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert (run.stdout, run.stderr) == ("0\n", "")


def test_tags_and_keys_that_are_taken() -> None:
    register_box()
    with pytest.raises(ValueError, match="tag: expected a word that is not taken, got 'box'"):
        register("box", Person, Person, to_shape=lambda p: p, from_shape=lambda p: p)

    @attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
    class Clash(Value):
        type: str
        actors: tuple[str, ...] = ()

    with pytest.raises(ValueError, match=r"shape: expected fields without .*, got \['actors', 'ty"):
        register("clash", Clash, Clash, to_shape=lambda c: c, from_shape=lambda c: c)


def test_every_value_class_can_be_a_document() -> None:
    classes = {
        getattr(room, name)
        for room in (text, when, model)
        for name in room.__all__
        if isinstance(getattr(room, name), type)
    }
    values = {cls for cls in classes if issubclass(cls, Value)} | {when.When, when.Period}
    for cls in values:
        found = _registry.by_class(cls)
        assert found is not None
        assert _registry.by_tag(found.tag) is found
    assert _registry.by_class(int) is None
