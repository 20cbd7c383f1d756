"""Wrong arguments of questions: each is refused by its own name, with what is possible."""

from __future__ import annotations

from typing import Any

import pytest

from natobrief import InvalidDate, InvalidValue, Person
from natobrief.directory import Directory

CHIEF = "NATO Secretary General"
DATE = "a date in EDTF such as 2022-01-07"
TIME = "EDTF text, a date, or a time with a zone"
POST = "post: expected an id, a title or a post, got"
BODY = "an id, a name or an organization"
SEVERAL = "context: expected several ids, names, actors or posts, got"

OTHER_TYPES: dict[str, tuple[str, dict[str, object]]] = {
    f"{POST} 5": ("holders", {"post": 5, "on": "2022"}),
    f"{POST} None": ("history", {"post": None}),
    f"{POST} []": ("gaps", {"post": []}),
    "person: expected an id, a name or a person, got 5": ("posts", {"person": 5}),
    f"organization: expected {BODY}, got Person(name='Al')": (
        "members",
        {"organization": Person(name="Al")},
    ),
    f"name: expected {BODY}, got 5": ("body", {"name": 5}),
    f"body: expected {BODY}, got 5": ("events", {"body": 5}),
    "owner: expected an id, a state or an organization, got 5": ("posts_of", {"owner": 5}),
    "actor: expected an id, an actor or a post, got 5": ("names", {"actor": 5}),
    "actor: expected an id or an actor, got 5": ("name_on", {"actor": 5, "on": "2022"}),
    "name: expected text, got 5": ("resolve", {"name": 5}),
    "name: expected text, got 6": ("lookup", {"name": 6}),
    "name: expected text, got 7": ("suggestions", {"name": 7}),
    "text: expected text, got 5": ("states", {"text": 5}),
    "text: expected text, got 6": ("find_posts", {"text": 6}),
    f"{SEVERAL} 'NATO'": ("resolve", {"name": "Alm", "context": "NATO"}),
    f"{SEVERAL} 5": ("candidates", {"name": "Alm", "context": 5}),
    "other: expected a Directory, got 5": ("merge", {"other": 5}),
    f"on: expected {TIME}, got 5": ("holders", {"post": CHIEF, "on": 5}),
    f"known: expected {TIME}, got 5": ("body", {"name": "NATO", "known": 5}),
}

NO_DAYS: list[tuple[str, dict[str, str]]] = [
    ("holders", {"post": CHIEF, "on": "now"}),
    ("history", {"post": CHIEF, "known": "now"}),
    ("members", {"organization": "NATO", "known": "now"}),
    ("resolve", {"name": "NATO", "on": "now"}),
    ("resolve", {"name": "NATO", "known": "now"}),
    ("events", {"body": "NATO", "on": "now"}),
    ("name_on", {"actor": "tr", "on": "now"}),
]


def ask(question: str, given: dict[str, Any]) -> object:
    return getattr(Directory.default(), question)(**given)


@pytest.mark.parametrize("message", OTHER_TYPES)
def test_an_argument_of_another_type(message: str) -> None:
    question, given = OTHER_TYPES[message]
    with pytest.raises(InvalidValue) as caught:
        ask(question, given)
    assert str(caught.value) == message


@pytest.mark.parametrize(("question", "given"), NO_DAYS)
def test_a_day_that_is_none(question: str, given: dict[str, str]) -> None:
    (field,) = (name for name, value in given.items() if value == "now")
    with pytest.raises(InvalidDate) as caught:
        ask(question, given)
    assert str(caught.value) == f"{field}: expected {DATE}, got 'now'"
