"""What value classes have in common, on classes made for the purpose."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from natobrief.errors import Fault, InvalidValue
from natobrief.values import Choice, PossiblyEmpty, Refused, Value, hints, tuple_of


class Colour(Choice):
    RED = "red"


def _bad(value: Any) -> Any:
    return (
        Refused((Fault(path="When.zone", allowed="a zone", came="'x'"),))
        if value == "bad"
        else value
    )


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Paint(Value):
    name: str
    note: PossiblyEmpty = ""
    colour: Colour | None = attrs.field(default=None, converter=_bad)
    coats: int = 1
    glossy: bool = False
    mixed: tuple[Paint, ...] = attrs.field(default=(), converter=tuple_of)
    tags: tuple[str, ...] = attrs.field(factory=tuple, converter=tuple_of)
    layers: tuple[tuple[int, ...], ...] = ()
    label: str = attrs.Factory(lambda self: str(self.name), takes_self=True)

    def _conflicts(self) -> list[Fault]:
        if self.coats > 0:
            return []
        return [Fault(path="Paint.coats", allowed="1 or more", came=str(self.coats))]


def faults(**fields: Any) -> list[str]:
    with pytest.raises(InvalidValue) as caught:
        Paint(**fields)
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"name": 1}, ["Paint.name: expected text, got 1"]),
        ({"name": ""}, ["Paint.name: expected text that is not blank, got ''"]),
        ({"name": "a", "label": " "}, ["Paint.label: expected text that is not blank, got ' '"]),
        ({"name": "a", "note": None}, ["Paint.note: expected text, got None"]),
        (
            {"name": "a", "note": "\udfff"},
            [r"Paint.note: expected text without lone surrogates, got '\udfff'"],
        ),
        (
            {"name": "a", "colour": "red"},
            ["Paint.colour: expected Colour (RED) or None, got 'red'"],
        ),
        ({"name": "a", "colour": "bad"}, ["Paint.colour.zone: expected a zone, got 'x'"]),
        ({"name": "a", "coats": True}, ["Paint.coats: expected a whole number, got True"]),
        ({"name": "a", "coats": 0}, ["Paint.coats: expected 1 or more, got 0"]),
        ({"name": "a", "coats": 0, "glossy": 0}, ["Paint.glossy: expected True or False, got 0"]),
        ({"name": "a", "mixed": ["b"]}, ["Paint.mixed[0]: expected Paint, got 'b'"]),
        (
            {"name": "a", "tags": ["b", ""]},
            ["Paint.tags[1]: expected text that is not blank, got ''"],
        ),
        (
            {"name": "a", "layers": ((1, 2), [3], (4, "5"))},
            [
                "Paint.layers[1]: expected a list or tuple of a whole number, got [3]",
                "Paint.layers[2][1]: expected a whole number, got '5'",
            ],
        ),
    ],
)
def test_every_field_is_checked(fields: dict[str, Any], expected: list[str]) -> None:
    found = [fault for fault in faults(**fields) if "label" not in fault or "label" in fields]
    assert found == expected


def test_conflicts_are_looked_for_only_between_fields_that_are_right() -> None:
    assert faults(name="", coats=0) == [
        "Paint.name: expected text that is not blank, got ''",
        "Paint.label: expected text that is not blank, got ''",
    ]


def test_repr_leaves_out_what_equals_its_default_with_its_class() -> None:
    assert repr(Paint(name="a")) == "Paint(name='a')"
    assert repr(Paint(name="a", label="a", coats=1, tags=[])) == "Paint(name='a')"
    full = Paint(name="a", note="n", colour=Colour.RED, coats=2, mixed=[Paint(name="b")], label="c")
    assert repr(full) == (
        "Paint(name='a', note='n', colour=Colour.RED, coats=2, mixed=(Paint(name='b'),), label='c')"
    )


def test_evolve_checks() -> None:
    paint = Paint(name="a")
    assert paint.evolve(coats=2) == Paint(name="a", coats=2)
    with pytest.raises(InvalidValue, match=r"Paint.coats: expected 1 or more, got 0"):
        paint.evolve(coats=0)


def test_hints_keep_what_is_annotated() -> None:
    assert list(hints(Paint))[:2] == ["name", "note"]
    assert hints(Paint)["note"] == PossiblyEmpty


@pytest.mark.parametrize("value", ["ab", b"cd", {"a": 1}, {1}, None, 3])
def test_only_lists_and_tuples_become_tuples(value: Any) -> None:
    assert tuple_of(value) is value
    assert tuple_of([value]) == tuple_of((value,)) == (value,)


def test_a_value_without_fields_of_its_own_has_no_conflicts() -> None:
    assert Value()._conflicts() == ()
