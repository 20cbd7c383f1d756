"""The context file of linked data, and the table of its terms; both follow from the classes."""

from __future__ import annotations

import json
from typing import Any, cast

from natobrief.formats._core.codec import tag_of
from natobrief.formats._core.registry import by_tag, tags
from natobrief.formats._rdf.terms import EDTF, PREFIXES, Property, class_term, properties_of
from natobrief.values import Choice, Value
from natobrief.when import Period, When

__all__ = ["context_text", "terms_page"]


def _spoken_classes() -> dict[str, type[Value]]:
    """Return each class that can stand in linked data, by its term, sorted."""
    kinds = (by_tag(tag) for tag in tags())
    found = {
        class_term(kind.tag): kind.shape
        for kind in kinds
        if kind is not None and kind.shape is not None
    }
    return dict(sorted(found.items()))


def _described() -> dict[str, dict[str, Property]]:
    """Return for each class, by its term, how its fields are said."""
    return {
        term: {prop.field: prop for prop in properties_of(cls).values()}
        for term, cls in _spoken_classes().items()
    }


def context_text() -> str:
    """Return the text of the context file.

    Raises:
        ValueError: Two fields share a word and differ in what it means.
    """
    terms: dict[str, Any] = {}
    for properties in _described().values():
        for prop in properties.values():
            if terms.setdefault(prop.key, _term(prop)) != _term(prop):
                raise ValueError(f"{prop.key}: expected one meaning, got two")
    whole = {"@context": {"@version": 1.1, **PREFIXES, **dict(sorted(terms.items()))}}
    return json.dumps(whole, indent=2) + "\n"


def _term(prop: Property) -> Any:
    said: dict[str, Any] = {"@id": prop.iri}
    if prop.is_time:
        said["@type"] = EDTF
    if prop.ordered:
        said["@container"] = "@list"
    return said if len(said) > 1 else prop.iri


_HEAD = """# Words of linked data

natobrief's [JSON-LD and Turtle](../how-to/linked-data.md) say everything with these words. A field
has schema.org's word where that means the same, else one of natobrief's own. The prefixes are
{prefixes}.
Own words are names, not addresses: nothing is there to be fetched. The
{{download}}`context for JSON-LD <context.jsonld>` maps the names in the first column to the words;
it is packaged with natobrief, which knows it by the name `urn:natobrief:context`.

Beside these, each thing says what it can in schema.org's words alone, such as
`schema:eventStatus`, `schema:creator` or, where it is exact, `schema:startDate`. That is for other
software, and never read back.

A date is a literal of the datatype `{edtf}`, or of `nb:time` where it
uses what natobrief adds to EDTF: a named zone, a time without seconds, an ISO week. `nb:nothing`
stands where a field is nothing and would not be so if it were left out. A value in brackets is an
ordered list.
"""


def terms_page() -> str:
    """Return the page of all words, in Markdown."""
    prefixes = ", ".join(f"`{name}:` (`{iri}`)" for name, iri in PREFIXES.items())
    parts = [_HEAD.format(prefixes=prefixes, edtf=EDTF)]
    for term, properties in _described().items():
        parts.append(f"\n## {term}\n\n| In JSON-LD | In RDF | Value |\n| --- | --- | --- |\n")
        rows = (f"| `{p.key}` | `{p.iri}` | {_words(p)} |\n" for p in properties.values())
        parts.extend(rows)
    return "".join(parts)


def _words(prop: Property) -> str:
    words = " or ".join(sorted({_word(cls) for cls in prop.classes}))
    return f"[{words}]" if prop.ordered else words


def _word(cls: Any) -> str:
    if not isinstance(cls, type) or cls is str:
        return "text"
    if cls in (When, Period):
        return "date"
    if issubclass(cls, Choice):
        return ", ".join(f"`{member.value}`" for member in cls)
    if issubclass(cls, Value):
        return f"`{class_term(tag_of(cls))}`"
    return {bool: "true or false", int: "whole number"}.get(cast("Any", cls), cls.__name__)
