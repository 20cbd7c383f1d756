"""What the tables of dated facts are made of: dates in words, cells, and numbered sources."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from importlib import resources
from pathlib import Path
from typing import Any, cast

from docutils import nodes
from docutils.parsers.rst import Directive
from sphinx.environment import BuildEnvironment

from natobrief.directory.documents import Row, bundled

__all__ = ["BASIS", "SEEN", "SHOWN", "Line", "Page", "and_then", "ends_of", "folded", "item_of"]
__all__ += ["other_names", "span_of", "table_of"]

_FOLDER = Path(str(resources.files("natobrief.directory") / "data"))
SHOWN = "natobrief facts"
SEEN = ("last_seen", "open_in_source", "seen_on")
BASIS = {
    "successor": "end taken from the start of the next holder",
    "last_seen": "the source lists no end",
    "open_in_source": "open in the source",
    "seen_on": "known from dated texts only",
}

_LONG = 60  # characters, from which on a cell is made wider
_DATE = re.compile(r"(\d{4}-\d\d(?:-\d\d)?)")

Cell = str | Sequence[nodes.Node]
Line = Sequence[Cell]


# -- what a date says


def _bounds(text: str) -> tuple[str, str] | None:
    found = re.fullmatch(r"\[(.*)\.\.(.*)\]", text)
    return None if found is None else (found[1], found[2])


def start_of(text: str) -> str:
    """Say in words when something began; a day on which it was only seen is no start."""
    bounds = _bounds(text)
    if bounds is None:
        return {"..": "", "": "not known"}.get(text, text)
    not_before = f", not earlier than {bounds[0]}" if bounds[0] else ""
    return (
        f"not later than {bounds[1]}{not_before}" if bounds[1] else f"not earlier than {bounds[0]}"
    )


def end_of(text: str, still: str, seen: str = "not earlier than") -> str:
    """Say in words when something ended; a day on which it was only seen is no end."""
    bounds = _bounds(text)
    if bounds is None:
        return {"..": still, "": "not known"}.get(text, text)
    low = f"{seen} {bounds[0]}" if bounds[0] else ""
    high = f"not later than {bounds[1]}" if bounds[1] else ""
    return ", ".join(filter(None, (low, high)))


def ends_of(row: Row, still: str) -> tuple[str, str]:
    start, _, end = str(row.data["period"]).partition("/")
    seen = "in office on" if row.data.get("end_basis") in SEEN else "not earlier than"
    return start_of(start), end_of(end, f"{still} {row.document.cut_off}", seen)


def span_of(text: str) -> str:
    start, _, end = text.partition("/")
    return f"{start_of(start)} to {end_of(end, 'open')}" if end else start


def _where_it_differs(time: str, own: str) -> str:
    """Say in words what a time says that a row's own time doesn't."""
    start, _, end = time.partition("/")
    own_start, _, own_end = own.partition("/")
    if end and end == own_end:
        return f"from {start_of(start)}"
    if end and start == own_start:
        return f"until {end_of(end, 'open')}"
    return span_of(time)


# -- tables


class Page(Directive):
    """A directive that knows the bundled files and numbers the sources that it cites."""

    has_content = False

    def open(self) -> None:
        """Read the files, and note that the page depends on them."""
        self.env: BuildEnvironment = self.state.document.settings.env
        self.documents = bundled()
        self.cited: dict[str, int] = cast(
            "dict[str, int]", self.env.temp_data.setdefault("natobrief sources", {})
        )
        self.shown: set[str] = self.env.metadata[self.env.docname].setdefault(SHOWN, set())
        for path in _FOLDER.glob("*.json"):
            self.env.note_dependency(str(path))

    def rows(self, section: str) -> Iterator[Row]:
        """Yield the rows of a section in all files."""
        for document in self.documents:
            yield from document.rows(section)

    def take(self, section: str, *files: str) -> list[Row]:
        """Return rows that are shown here, of all files or some."""
        found = [r for r in self.rows(section) if not files or r.document.name in files]
        self.shown.update(f"{row.document.name} {section} {row.place}" for row in found)
        return found

    def names(self, *sections: str) -> dict[str, str]:
        """Return the names of what has an id."""
        return {row.data["id"]: row.data["name"] for s in sections for row in self.rows(s)}

    def sources(self, row: Row, numbers: Iterable[Any] | None = None) -> list[nodes.Node]:
        """Return the numbers of a row's sources on this page, each a link to the list."""
        wanted = row.data.get("sources", ()) if numbers is None else numbers
        made: list[nodes.Node] = []
        for text in row.document.cited(wanted):
            number = self.cited.setdefault(text, len(self.cited) + 1)
            link = nodes.reference("", str(number), internal=True, refid=f"source-{number}")
            made += [nodes.Text(" "), link] if made else [link]
        return made

    def accounts(self, row: Row) -> Iterator[list[nodes.Node]]:
        """Yield what other sources say about the time."""
        for each in row.data.get("accounts", ()):
            note = f" ({each['note']})" if "note" in each else ""
            time = _where_it_differs(each["time"], row.data.get("period", ""))
            text = nodes.Text(f"another account: {time}{note}, source ")
            yield [text, *self.sources(row, each["sources"])]

    def remarks(self, row: Row, *more: str) -> list[nodes.Node]:
        """Return all that has no column: marks, accounts, the note."""
        parts: list[list[nodes.Node]] = [[nodes.Text(text)] for text in more if text]
        parts += [list(each) for each in self.accounts(row)]
        if "note" in row.data:
            parts.append([nodes.Text(row.data["note"])])
        return [node for i, part in enumerate(parts) for node in (*and_then(i), *part)]


def and_then(index: int) -> list[nodes.Node]:
    return [nodes.Text("; ")] if index else []


def table_of(head: Sequence[str], lines: Iterable[Line], *classes: str) -> nodes.table:
    group = nodes.tgroup("", cols=len(head))
    group += [nodes.colspec(colwidth=1) for _ in head]
    group += nodes.thead("", _line(head))
    group += nodes.tbody("", *map(_line, lines))
    return nodes.table("", group, classes=["filled", "facts", *classes])


def _line(cells: Line) -> nodes.row:
    made = nodes.row()
    for cell in cells:
        inside = list(_words(cell)) if isinstance(cell, str) else list(cell)
        is_long = sum(len(node.astext()) for node in inside) > _LONG
        paragraph = nodes.paragraph("", "", *inside)
        made += nodes.entry("", paragraph, classes=["long"] if is_long else [])
    return made


def _words(text: str) -> Iterator[nodes.Node]:
    """Yield a text in which no date is broken over lines."""
    if len(text) > _LONG or _DATE.fullmatch(text):
        yield nodes.Text(text)
        return
    for part in _DATE.split(text):
        if _DATE.fullmatch(part):
            yield nodes.inline("", part, classes=["whole"])
        elif part:
            yield nodes.Text(part)


def other_names(row: Row, *kinds: str) -> str:
    """Return the other names of some kinds, former ones with their time."""
    found: list[str] = []
    for each in row.data.get("names", ()):
        name = {"text": each, "kind": "other"} if isinstance(each, str) else each
        if name.get("kind", "other") in kinds:
            until = str(name.get("period", "")).removeprefix("../")
            found.append(f"{name['text']} (until {until})" if until else name["text"])
    return "; ".join(found)


def item_of(row: Row) -> Cell:
    item = row.data.get("wikidata")
    if item is None:
        return ""
    return [nodes.reference("", item, refuri=f"https://www.wikidata.org/wiki/{item}")]


def folded(title: str, anchor: str, inside: Iterable[nodes.Node]) -> Iterator[nodes.Node]:
    """Yield nodes that a reader opens; the anchor lies within, so that a link to it opens them."""
    opened = f'<details class="facts"><summary>{html.escape(title)}</summary><div id="{anchor}">'
    yield nodes.raw("", opened, format="html")
    yield from inside
    yield nodes.raw("", "</div></details>", format="html")
