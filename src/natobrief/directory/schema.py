"""What a directory document may hold, and the check that lists all that is wrong with one.

A document is a JSON object. ``directory`` is the version of this schema, ``"1"``; ``about`` says
what it holds; ``cut_off`` is the last day that its facts reach: what is open ("..") was so on that
day. ``sources`` numbers the sources, and every fact names the numbers of its own. Each section is
a list of rows. Text is never empty, an id is a slug, a time is EDTF.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple, cast

from natobrief.errors import Fault, InvalidValue, show
from natobrief.when import Period, When

__all__ = ["SECTIONS", "VERSION", "Field", "faults_of"]

VERSION = "1"

Json = dict[str, Any]
Check = Callable[[str, object, list[Fault]], None]


class Field(NamedTuple):
    """One key of a row: what it holds, whether it must be there, and what it means."""

    check: Check
    about: str
    required: bool = False


def _fault(faults: list[Fault], path: str, allowed: str, came: object) -> None:
    faults.append(Fault(path=path, allowed=allowed, came=show(came)))


def _text(path: str, value: object, faults: list[Fault]) -> None:
    if not isinstance(value, str) or not value.strip():
        _fault(faults, path, "text that is not blank", value)
    elif not value.isascii() and re.search("[\ud800-\udfff]", value):
        _fault(faults, path, "text without lone surrogates", value)


def _id(path: str, value: object, faults: list[Fault]) -> None:
    if not isinstance(value, str) or not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", value):
        _fault(faults, path, "an id in small letters, digits and dashes", value)


def _true_or_false(path: str, value: object, faults: list[Fault]) -> None:
    if not isinstance(value, bool):
        _fault(faults, path, "true or false", value)


def _number(path: str, value: object, faults: list[Fault]) -> None:
    if type(value) is not int or value < 1:
        _fault(faults, path, "the number of a source", value)


def _when(path: str, value: object, faults: list[Fault]) -> None:
    _time(When.parse, "a date in EDTF", path, value, faults)


def _period(path: str, value: object, faults: list[Fault]) -> None:
    _time(Period.parse, "an EDTF interval such as 2022-01-10/2022-01-13", path, value, faults)


def _when_or_period(path: str, value: object, faults: list[Fault]) -> None:
    is_interval = isinstance(value, str) and "/" in value
    _time(Period.parse if is_interval else When.parse, "a date in EDTF", path, value, faults)


def _time(
    parse: Callable[[str], object], allowed: str, path: str, value: object, faults: list[Fault]
) -> None:
    if not isinstance(value, str):
        _fault(faults, path, allowed, value)
        return
    try:
        parse(value)
    except InvalidValue as error:
        faults.extend(Fault(path=path, allowed=f.allowed, came=f.came) for f in error.faults)


def _one_of(*words: str) -> Check:
    def check(path: str, value: object, faults: list[Fault]) -> None:
        if value not in words:
            _fault(faults, path, f"one of {', '.join(map(repr, words))}", value)

    return check


def _list(item: Check, allowed: str, *, empty: bool = True) -> Check:
    def check(path: str, value: object, faults: list[Fault]) -> None:
        items = cast("list[object]", value)
        if not isinstance(value, list) or not (items or empty):
            _fault(faults, path, allowed, items)
            return
        for index, each in enumerate(items):
            item(f"{path}[{index}]", each, faults)

    return check


def _object(fields: Mapping[str, Field]) -> Check:
    def check(path: str, value: object, faults: list[Fault]) -> None:
        if not isinstance(value, dict):
            _fault(faults, path, "an object", value)
            return
        row = cast("Json", value)
        for name, each in row.items():
            if name not in fields:
                _fault(faults, f"{path}.{name}", f"no key but {', '.join(fields)}", each)
            else:
                fields[name].check(f"{path}.{name}", each, faults)
        for name, field in fields.items():
            if field.required and name not in row:
                faults.append(Fault(path=f"{path}.{name}", allowed=field.about, came="nothing"))

    return check


def _name(path: str, value: object, faults: list[Fault]) -> None:
    is_object = isinstance(value, dict)
    (_NAME if is_object else _text)(path, value, faults)


def _numbered(path: str, value: object, faults: list[Fault]) -> None:
    if not isinstance(value, dict):
        _fault(faults, path, "an object of numbered sources", value)
        return
    for number, text in cast("Json", value).items():
        if not re.fullmatch("[1-9][0-9]*", number):
            _fault(faults, f"{path}.{number}", "a number as the key", number)
        _text(f"{path}.{number}", text, faults)


def _lists(allowed: str) -> Check:
    def check(path: str, value: object, faults: list[Fault]) -> None:
        if not isinstance(value, dict):
            _fault(faults, path, allowed, value)
            return
        for name, texts in cast("Json", value).items():
            _TEXTS(f"{path}.{name}", texts, faults)

    return check


_titles = _lists("an object of titles, each with a list of its synonyms")
_forms = _lists("an object of given names, each with a list of its other forms")


_TEXTS = _list(_text, "a list of texts")
_IDS = _list(_id, "a list of ids")
_SOURCES = _list(_number, "a list of at least one number of a source", empty=False)
_NAME = _object(
    {
        "text": Field(_text, "the name", True),
        "kind": Field(_one_of("official", "acronym", "other", "former"), "what the name is"),
        "period": Field(_period, "when it was in use"),
    }
)
_ID = Field(_id, "an id that no other row has", True)
_NAMED = Field(_text, "the name", True)
_NAMES = Field(_list(_name, "a list of names"), "other names: texts, or objects with kind, period")
_NOTE = Field(_text, "a remark")
_CITED = Field(_SOURCES, "the numbers of the sources", True)
_WIKIDATA = Field(_text, "the id in Wikidata")
_ACCOUNT = _object(
    {
        "time": Field(_when_or_period, "the time by that source", True),
        "note": _NOTE,
        "sources": _CITED,
    }
)
_ACCOUNTS = Field(_list(_ACCOUNT, "a list of accounts"), "what other sources say about the time")
_EXPECTED = _object(
    {
        "end": Field(_when, "the end that was expected", True),
        "known": Field(_when, "since when that was known", True),
        "sources": _CITED,
    }
)
_STEP = _object(
    {
        "kind": Field(_text, "signed, deposited, flag_raised ...", True),
        "when": Field(_when, "the day", True),
    }
)
_BASES = ("stated", "successor", "last_seen", "open_in_source", "seen_on")

SECTIONS: Mapping[str, Mapping[str, Field]] = MappingProxyType(
    {
        "organizations": {
            "id": _ID,
            "name": _NAMED,
            "names": _NAMES,
            "kind": Field(_text, "what it is: council, union ..."),
            "parent": Field(_id, "the organization that it belongs to"),
            "predecessors": Field(_IDS, "the organizations that it took the place of"),
            "period": Field(_period, "its lifetime"),
            "seat": Field(_text, "where it sits"),
            "metonyms": Field(_TEXTS, "places that can stand for it, as its seat"),
            "levels": Field(_TEXTS, "the levels at which it meets"),
            "wikidata": _WIKIDATA,
            "note": _NOTE,
            "sources": _CITED,
        },
        "countries": {
            "id": _ID,
            "name": _NAMED,
            "iso3": Field(_text, "the code of three letters"),
            "name_from": Field(_when, "since when the name is in use"),
            "names": _NAMES,
            "demonyms": Field(_TEXTS, "adjectives and names of the people"),
            "metonyms": Field(_TEXTS, "places and offices that stand for the state"),
            "capital": Field(_text, "the capital, which also stands for the state"),
            "capital_names": Field(_TEXTS, "other spellings of the capital"),
            "wikidata": _WIKIDATA,
            "note": _NOTE,
            "sources": _CITED,
        },
        "people": {
            "id": _ID,
            "name": _NAMED,
            "names": _NAMES,
            "wikidata": _WIKIDATA,
            "note": _NOTE,
            "sources": Field(_SOURCES, "the numbers of the sources; else those of the tenures"),
        },
        "posts": {
            "id": _ID,
            "name": _NAMED,
            "titles": Field(_TEXTS, "other titles, without what the post is in"),
            "of": Field(_id, "the state or organization that it is in", True),
            "unique": Field(_true_or_false, "whether one person holds it at a time (default true)"),
            "note": _NOTE,
            "sources": _CITED,
        },
        "tenures": {
            "post": Field(_id, "the id of the post", True),
            "holder": Field(_id, "the id of the person", True),
            "period": Field(_period, "from when until when, both ends included", True),
            "acting": Field(_true_or_false, "whether a source says acting; left out: not said"),
            "end_basis": Field(_one_of(*_BASES), "how the end is known (default stated)"),
            "expected": Field(_list(_EXPECTED, "a list of ends"), "ends expected, oldest first"),
            "accounts": _ACCOUNTS,
            "note": _NOTE,
            "sources": _CITED,
        },
        "memberships": {
            "member": Field(_id, "the id of the member", True),
            "organization": Field(_id, "the id of the organization", True),
            "period": Field(_period, "from when until when, both ends included", True),
            "dates": Field(_list(_STEP, "a list of steps"), "the dates of the steps, by kind"),
            "accounts": _ACCOUNTS,
            "note": _NOTE,
            "sources": _CITED,
        },
        "events": {
            "id": _ID,
            "name": _NAMED,
            "body": Field(_id, "the id of the organization that met", True),
            "kind": Field(_text, "what it is: summit ...", True),
            "time": Field(_when_or_period, "when it was or is planned for", True),
            "place": Field(_text, "where it was"),
            "announced": Field(_when, "since when announced; left out for what was held"),
            "accounts": _ACCOUNTS,
            "note": _NOTE,
            "sources": _CITED,
        },
        "conflicts": {
            "subject": Field(_id, "the id of what it is about", True),
            "reason": Field(_text, "what contradicts what", True),
            "sources": _CITED,
        },
        "sets": {
            "name": Field(_text, "how the sources that lie in it begin", True),
            "about": Field(_text, "what it holds and what was taken", True),
            "licence": Field(_text, "its licence", True),
            "until": Field(_when, "how far its facts reach", True),
        },
    }
)


@functools.cache
def _document() -> Check:
    head = {
        "directory": Field(_one_of(VERSION), f"the version of the schema, {VERSION!r}", True),
        "about": Field(_text, "what the document holds"),
        "cut_off": Field(_when, "the last day that its facts reach", True),
        "licence": Field(_text, "the licence of this document, where it has its own"),
        "attribution": Field(_text, "whose work it is taken from, as the licence asks"),
        "sources": Field(_numbered, "the sources by number"),
        "synonyms": Field(_titles, "titles that mean the same in any state or organization"),
        "given_names": Field(_forms, "given names that are one name in several languages"),
    }
    rows = {
        name: Field(_list(_object(fields), "a list of rows"), f"rows of {name}")
        for name, fields in SECTIONS.items()
    }
    return _object(head | rows)


def faults_of(document: object) -> tuple[Fault, ...]:
    """Return all that is wrong with a parsed document by itself, each with its path.

    >>> from natobrief.directory.schema import faults_of
    >>> for fault in faults_of({"directory": "1", "tenures": [{"post": "A b"}]}):
    ...     print(fault)
    $.tenures[0].post: expected an id in small letters, digits and dashes, got 'A b'
    $.tenures[0].holder: expected the id of the person, got nothing
    $.tenures[0].period: expected from when until when, both ends included, got nothing
    $.tenures[0].sources: expected the numbers of the sources, got nothing
    $.cut_off: expected the last day that its facts reach, got nothing
    """
    faults: list[Fault] = []
    _document()("$", document, faults)
    if not faults:
        row = cast("Json", document)
        _check_numbers("$", row, row.get("sources", {}), faults)
    return tuple(faults)


def _check_numbers(path: str, value: object, table: Json, faults: list[Fault]) -> None:
    """Find numbers of sources that the table doesn't have, at any depth."""
    if isinstance(value, list):
        for index, each in enumerate(cast("list[object]", value)):
            _check_numbers(f"{path}[{index}]", each, table, faults)
    elif isinstance(value, dict):
        for name, each in cast("Json", value).items():
            if name != "sources":
                _check_numbers(f"{path}.{name}", each, table, faults)
            elif isinstance(each, list):
                for index, number in enumerate(cast("list[object]", each)):
                    if str(number) not in table:
                        place = f"{path}.sources[{index}]"
                        _fault(faults, place, "the number of a source in $.sources", number)
