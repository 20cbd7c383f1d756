"""The words of linked data: which class and which field has which name there.

A field that schema.org has the very word for bears that; any other has a word of natobrief's own.
All follows from the annotations of the classes, so a new field has its word at once.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from natobrief.formats._core.codec import members_of
from natobrief.values import Choice, Value, hints
from natobrief.when import Period, When

__all__ = [
    "EDTF",
    "NOTHING",
    "PREFIXES",
    "Property",
    "class_term",
    "expanded",
    "properties_of",
    "tag_of_term",
]

PREFIXES = {
    "nb": "urn:natobrief:term:",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""The vocabularies; what starts with ``nb:`` is natobrief's own."""

EDTF = "http://id.loc.gov/datatypes/edtf"
"""The datatype of dates, by the Library of Congress."""

NOTHING = "nb:nothing"
"""Stands for None where a field would have another value if it were left out."""

_SCHEMA = {
    "id": "identifier",
    "language": "inLanguage",
    "name": "name",
    "place": "location",
    "text": "text",
    "title": "headline",
    "url": "url",
}
"""The fields that schema.org has a word for with the same meaning, whatever the class."""

# One name means one thing, so what differs by class has a name by class.
_OWN = {
    ("Resolution", "candidates"): "candidateTimes",
    ("Dating", "candidates"): "candidateYears",
    ("YearInference", "candidates"): "candidateYears",
    ("Evidence", "record"): "recordIdentifier",
    ("Doubt", "record"): "recordIdentifier",
    ("Quote", "statement"): "statementIdentifier",
}


class Property(NamedTuple):
    """How a field is said.

    Attributes:
        field: Its name in Python.
        key: Its name in JSON-LD.
        iri: Its name in RDF, with a prefix.
        classes: What a value may be, without None.
        ordered: Whether there may be several, in an order that counts.
    """

    field: str
    key: str
    iri: str
    classes: tuple[Any, ...]
    ordered: bool

    @property
    def is_node(self) -> bool:
        """Whether its values are things with properties of their own."""
        return all(isinstance(cls, type) and issubclass(cls, Value) for cls in self.classes)

    @property
    def is_time(self) -> bool:
        """Whether its values are dates."""
        return {When, Period}.issuperset(self.classes)

    @property
    def is_choice(self) -> bool:
        """Whether its values are words of a closed list."""
        return all(isinstance(cls, type) and issubclass(cls, Choice) for cls in self.classes)


def properties_of(cls: type[Value]) -> dict[str, Property]:
    """Return how each field of a class is said, by its name in RDF."""
    found = (_property(cls, name, hint) for name, hint in hints(cls).items())
    return {each.iri: each for each in found}


def _property(cls: type[Value], name: str, hint: Any) -> Property:
    ordered = getattr(hint, "__origin__", None) is tuple
    members = members_of(hint.__args__[0] if ordered else hint)
    classes = tuple(member for member in members if member is not type(None))
    word = _SCHEMA.get(name)
    if word is not None:
        return Property(name, word, f"schema:{word}", classes, ordered)
    own = _OWN.get((cls.__name__, name)) or _camel(name)
    return Property(name, own, f"nb:{own}", classes, ordered)


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def class_term(tag: str) -> str:
    """Return the class in RDF of values with this tag: ``nb:DateMention`` for date_mention."""
    return f"nb:{''.join(word.capitalize() for word in tag.split('_'))}"


def tag_of_term(iri: str) -> str | None:
    """Return the tag that a whole IRI of a class stands for; None if it is none of ours."""
    own = PREFIXES["nb"]
    if not iri.startswith(own):
        return None
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", iri.removeprefix(own)).lower()


def expanded(term: str) -> str:
    """Return the whole IRI of a name with a prefix; a whole one stays as it is."""
    prefix, _, name = term.partition(":")
    return PREFIXES[prefix] + name if prefix in PREFIXES else term
