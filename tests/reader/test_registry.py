"""The registry of rules: it is whole, each rule does what it says, and can be switched off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import natobrief.reader
from natobrief.model import Brief
from natobrief.reader import Layer, Reader, Rule, read, rules
from natobrief.reader.catalogue import told
from natobrief.reader.meetings.encounters import ENCOUNTER_RULES
from natobrief.reader.quotes.indirect import INDIRECT_RULES
from tests.reader.test_families import DIRECT, INDIRECT
from tests.reader.texts import ARTICLES

BY_ID = {rule.id: rule for rule in rules()}
SWITCHED = [rule.id for rule in rules() if rule.layer is not Layer.DOUBT]


def test_no_id_stands_twice() -> None:
    assert len(BY_ID) == len(rules())


@pytest.mark.parametrize("name", BY_ID)
def test_a_rule_finds_what_it_says_in_its_example(name: str) -> None:
    rule = BY_ID[name]
    assert told(rule, read(rule.example)) == rule.finds


@pytest.mark.parametrize("name", SWITCHED)
def test_a_rule_can_be_switched_off(name: str) -> None:
    brief = Reader(without=[name]).read(BY_ID[name].example)
    assert name not in {evidence.rule for evidence in brief.evidence}


def texts() -> Iterator[str]:
    yield from (rule.example for rule in rules())
    yield from (text for text, _ in (*DIRECT.values(), *INDIRECT.values()))
    yield from (path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt")))


def named_by(brief: Brief) -> set[tuple[str, bool]]:
    """Return the rules that evidence names and the codes of doubts, told apart."""
    told_of = {(evidence.rule, False) for evidence in brief.evidence}
    return told_of | {(doubt.code, True) for doubt in brief.doubts}


def test_whatever_evidence_or_a_doubt_names_is_in_the_registry() -> None:
    named = {each for text in texts() for each in named_by(read(text))}
    known = {(rule.id, rule.layer is Layer.DOUBT) for rule in rules()}
    assert named <= known
    assert known <= named  # the examples of all rules are among the texts


def test_the_code_asks_about_rules_of_the_registry_only() -> None:
    room = Path(natobrief.reader.__file__).parent
    asked = {
        name
        for path in room.glob("*.py")
        for name in re.findall(r'\.uses\("([^"]+)"\)', path.read_text(encoding="utf-8"))
    }
    assert asked
    assert asked <= BY_ID.keys()


def test_the_rules_that_find_are_in_the_registry() -> None:
    assert {*INDIRECT_RULES, *ENCOUNTER_RULES} <= BY_ID.keys()


def test_rules_of_the_package_are_text_that_can_be_shown() -> None:
    for rule in rules():
        assert rule.sentence[0].isupper(), rule.id
        assert rule.sentence.endswith("."), rule.id
        assert rule.example, rule.id
        assert rule.finds, rule.id
        assert rule.find is None, rule.id


def test_a_rule_without_evidence_is_told_as_nothing() -> None:
    rule = Rule(id="none", layer=Layer.QUOTE, sentence="Nothing.")
    assert told(rule, read("Nothing.")) is None
