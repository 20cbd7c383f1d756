"""Check directory files, by default those that come with natobrief: ``make facts``.

    python tools/lint_directory.py [FOLDER]

First the schema (every date parses, no end before its start, a source in every row), then what
:meth:`natobrief.Directory.validate` finds between rows (ids, references, overlaps, lifetimes), then
what is asked of bundled data beyond that: it can be reviewed, and says where it is from. Prints how
much was checked, and ends with 1 if there are faults.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, cast

from natobrief.directory import Directory
from natobrief.directory.documents import Document, Row, read
from natobrief.directory.schema import SECTIONS
from natobrief.errors import Fault, InvalidDocument

HOME = Path(__file__).resolve().parent.parent / "src" / "natobrief" / "directory" / "data"
LARGEST = 1_000_000  # bytes
SEEN = ("last_seen", "open_in_source", "seen_on")
SEEN_END = re.compile(r"\[[-0-9]+\.\.[-0-9]*\]")
ADDRESS = re.compile(r"\w://|(?<![^\s(\"'])(?:/|~/|[A-Za-z]:\\)\w")

Faults = Iterator[Fault]
Documents = Sequence[Document]


def rows_of(documents: Documents, section: str) -> Iterator[Row]:
    """Yield the rows of a section in all documents."""
    for document in documents:
        yield from document.rows(section)


def fault(path: str, allowed: str, came: object) -> Fault:
    """Make a fault of what came, in words."""
    return Fault(path=path, allowed=allowed, came=repr(came))


def one_name_for_each_id(documents: Documents) -> Faults:
    """Find ids that have two names."""
    names: dict[str, str] = {}
    for section in ("people", "organizations", "countries", "posts"):
        for row in rows_of(documents, section):
            name = names.setdefault(row.data["id"], row.data["name"])
            if name != row.data["name"]:
                yield fault(f"{row.path(section)}.name", f"the name {name!r}", row.data["name"])


def seen_is_no_end(documents: Documents) -> Faults:
    """Find days on which somebody was only seen, given as an end."""
    for row in rows_of(documents, "tenures"):
        end = row.data["period"].partition("/")[2]
        if row.data.get("end_basis") in SEEN and not SEEN_END.fullmatch(end):
            allowed = "an end [d..] or [d..e], since it isn't known"
            yield fault(f"{row.path('tenures')}.period", allowed, row.data["period"])


def each_row_once(documents: Documents) -> Faults:
    """Find tenures and memberships that say again what another row says."""
    for section, fields in {
        "tenures": ("post", "holder", "period"),
        "memberships": ("organization", "member", "period"),
    }.items():
        seen: set[tuple[str, ...]] = set()
        for row in rows_of(documents, section):
            said = tuple(row.data[field] for field in fields)
            if said in seen:
                yield fault(row.path(section), "a row that says something new", said)
            seen.add(said)


def people_have_sources(documents: Documents) -> Faults:
    """Find people without a source: neither their own nor that of a tenure."""
    holders = {row.data["holder"] for row in rows_of(documents, "tenures")}
    for row in rows_of(documents, "people"):
        if row.data["id"] not in holders and not row.sources:
            allowed = "sources, or a tenure that has some"
            yield fault(row.path("people"), allowed, row.data["id"])


def cited_numbers(value: object) -> Iterator[str]:
    """Yield the numbers of all sources that are cited at any depth."""
    if isinstance(value, list):
        for each in cast("list[object]", value):
            yield from cited_numbers(each)
    elif isinstance(value, dict):
        for name, each in cast("dict[str, Any]", value).items():
            yield from map(str, each) if name == "sources" else cited_numbers(each)


def each_source_is_cited(documents: Documents) -> Faults:
    """Find sources that no row cites."""
    for document in documents:
        rows = [document.content.get(section, []) for section in SECTIONS]
        for number in sorted(set(document.content.get("sources", {})) - set(cited_numbers(rows))):
            path = f"{document.name}: $.sources.{number}"
            yield fault(path, "a source that a row cites", document.content["sources"][number])


def texts_in(path: str, value: object) -> Iterator[tuple[str, str]]:
    """Yield all texts at any depth, with their paths."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for index, each in enumerate(cast("list[object]", value)):
            yield from texts_in(f"{path}[{index}]", each)
    elif isinstance(value, dict):
        for name, each in cast("dict[str, Any]", value).items():
            yield from texts_in(f"{path}.{name}", each)


def no_addresses(documents: Documents) -> Faults:
    """Find paths of a machine and addresses, which don't last."""
    for document in documents:
        for path, text in texts_in(f"{document.name}: $", document.content):
            if ADDRESS.search(text):
                yield fault(path, "no address and no path of a machine", text)


def share_alike_is_attributed(documents: Documents) -> Faults:
    """Find sources in a share-alike set that their file doesn't attribute by name."""
    sets = [row.data for row in rows_of(documents, "sets")]
    shared = [each["name"] for each in sets if "BY-SA" in each["licence"]]
    for document in documents:
        attribution = document.content.get("attribution", "")
        for number, text in document.content.get("sources", {}).items():
            for name in shared:
                if text.startswith(name) and name not in attribution:
                    path = f"{document.name}: $.sources.{number}"
                    yield fault(path, f"an attribution in this file that names {name}", text)


def sorted_by_id(documents: Documents) -> Faults:
    """Find rows that a reader wouldn't look for where they are."""
    for document in documents:
        for section in SECTIONS:
            rows = document.rows(section)
            for field in ("id", "post"):
                ids = [str(row.data.get(field, "")) for row in rows]
                for before, after, row in zip(ids, ids[1:], rows[1:], strict=False):
                    if after < before:
                        yield fault(f"{row.path(section)}.{field}", f"rows by {field}", after)


CHECKS: tuple[Callable[[Documents], Faults], ...] = (
    one_name_for_each_id,
    seen_is_no_end,
    each_row_once,
    people_have_sources,
    each_source_is_cited,
    no_addresses,
    share_alike_is_attributed,
    sorted_by_id,
)


def faults_in(folder: Path) -> list[Fault]:
    """Return all faults of the files in a folder."""
    try:
        documents = read(folder)
    except InvalidDocument as error:
        return list(error.faults)
    found = list(Directory(documents).validate())
    for check in CHECKS:
        found.extend(check(documents))
    size = sum(path.stat().st_size for path in folder.glob("*.json"))
    if size >= LARGEST:
        found.append(fault(str(folder), f"less than {LARGEST:,} bytes", size))
    return found


def counts(folder: Path) -> str:
    """Say how much there is."""
    documents = read(folder)
    rows = Counter({name: len(list(rows_of(documents, name))) for name in SECTIONS})
    words = ", ".join(f"{count} {name}" for name, count in rows.items() if count)
    sources = sum(len(document.content.get("sources", {})) for document in documents)
    return f"{len(documents)} files: {words}; {sources} sources"


def main(arguments: Sequence[str]) -> int:
    """Check a folder and say what is wrong."""
    folder = Path(arguments[0]) if arguments else HOME
    found = faults_in(folder)
    for each in found:
        print(each)
    if found:
        print(f"{len(found)} fault{'' if len(found) == 1 else 's'}")
        return 1
    print(f"{counts(folder)}; no faults")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
