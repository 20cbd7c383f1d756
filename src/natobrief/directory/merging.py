"""Several documents as one: rows with one id become one row, and what contradicts is reported."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, cast

from natobrief.directory.documents import Document, Row
from natobrief.directory.facts import Conflict
from natobrief.directory.schema import SECTIONS
from natobrief.errors import show
from natobrief.when import Period, Truth, When

__all__ = ["Merged", "merge"]

_WITH_ID = ("people", "organizations", "countries", "posts", "events")
_TIMES = {"tenures": ("post", "holder"), "memberships": ("organization", "member")}
_LISTS = ("names", "titles", "demonyms", "metonyms", "capital_names", "levels", "predecessors")


class Merged(NamedTuple):
    """The rows of several documents, and the contradictions that were found."""

    rows: dict[str, list[Row]]
    by_id: dict[str, dict[str, Row]]
    conflicts: tuple[Conflict, ...]


def merge(documents: Iterable[Document]) -> Merged:
    """Put documents together. Of two values for one field the later document's counts.

    Names and other lists are united. A tenure or membership that another document has with other
    dates becomes an account of that row, so that neither is lost and the answer is POSSIBLY where
    they differ. What was open in one document and ended after its cut-off in another has ended.
    """
    conflicts: list[Conflict] = []
    rows: dict[str, list[Row]] = {section: [] for section in SECTIONS}
    for document in documents:
        for section in SECTIONS:
            rows[section].extend(document.rows(section))
    by_id = {section: _by_id(rows[section], conflicts) for section in _WITH_ID}
    for section in _WITH_ID:
        rows[section] = list(by_id[section].values())
    for section, fields in _TIMES.items():
        rows[section] = _times(rows[section], fields, conflicts)
    return Merged(rows, by_id, tuple(conflicts))


def _by_id(rows: list[Row], conflicts: list[Conflict]) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for row in rows:
        key = row.data["id"]
        before = found.get(key)
        found[key] = row if before is None else _united(before, row, conflicts)
    return found


def _united(before: Row, row: Row, conflicts: list[Conflict]) -> Row:
    data = _spelt_out(before)
    for field, value in _spelt_out(row).items():
        old = data.get(field)
        if old == value:
            continue
        if field in _LISTS and old is not None:
            data[field] = [*old, *(each for each in value if each not in old)]
            continue
        if old is not None:
            reason = f"{field} is {show(value)} in one document and {show(old)} in another"
            conflicts.append(Conflict(subject=row.data["id"], reason=reason, sources=row.sources))
        if field == "name" and old is not None:
            data["names"] = [*data.get("names", ()), old]
        data[field] = value
    return _citing(row, data, before)


def _citing(row: Row, data: dict[str, Any], before: Row) -> Row:
    """Return a row that cites the sources of both, in words since the numbers differ."""
    sources = list(dict.fromkeys((*before.sources, *row.sources)))
    return row._replace(data={**data, "sources": sources} if sources else data)


def _times(rows: list[Row], fields: tuple[str, str], conflicts: list[Conflict]) -> list[Row]:
    # Within one document two rows are two times; only another document's can be the same.
    by_pair: dict[tuple[str, str], list[int]] = {}
    kept: list[Row] = []
    for row in rows:
        pair = (row.data[fields[0]], row.data[fields[1]])
        places = by_pair.setdefault(pair, [])
        same = [i for i in places if kept[i].document is not row.document and _same(kept[i], row)]
        if same:
            kept[same[0]] = _joined(kept[same[0]], row, pair, conflicts)
        else:
            places.append(len(kept))
            kept.append(row)
    return kept


def _same(one: Row, other: Row) -> bool:
    periods = (Period.parse(one.data["period"]), Period.parse(other.data["period"]))
    return periods[0] == periods[1] or periods[0].overlaps(periods[1]) is Truth.YES


def _joined(before: Row, row: Row, pair: tuple[str, str], conflicts: list[Conflict]) -> Row:
    if before.data["period"] == row.data["period"]:
        plain = _spelt_out(before)
        return _citing(row, {**plain, **_spelt_out(row)}, before)
    for older, newer in ((before, row), (row, before)):
        if _has_ended_since(older, newer):
            both = {**_spelt_out(older), **_spelt_out(newer)}
            return _citing(newer, both, older)
    account = {"time": before.data["period"], "sources": list(before.sources)}
    accounts = [*_spelt_out(row).get("accounts", ()), account]
    accounts.extend(_spelt_out(before).get("accounts", ()))
    reason = f"{pair[1]}: {row.data['period']} in one document, {account['time']} in another"
    conflicts.append(Conflict(subject=pair[0], reason=reason, sources=before.sources))
    data = {**_spelt_out(before), **_spelt_out(row), "accounts": accounts}
    return row._replace(data={**data, "sources": list(row.sources)})


def _has_ended_since(older: Row, newer: Row) -> bool:
    """Say whether one time was open when its document was made, and the other ended after that."""
    start, _, end = str(older.data["period"]).partition("/")
    own_start, _, own_end = str(newer.data["period"]).partition("/")
    if end != ".." or own_end == ".." or start != own_start:
        return False
    ended = Period.parse(newer.data["period"]).bounds[3]
    return ended > When.parse(older.document.cut_off).bounds[0]


def _spelt_out(row: Row) -> dict[str, Any]:
    """Return a row's data with every source in words, to stand in any document."""

    def spelt(value: object) -> object:
        if isinstance(value, list):
            return [spelt(each) for each in cast("list[object]", value)]
        if not isinstance(value, dict):
            return value
        return {
            name: list(row.document.cited(each)) if name == "sources" else spelt(each)
            for name, each in cast("dict[str, Any]", value).items()
        }

    return {name: spelt(each) for name, each in row.data.items() if name != "sources"}
