"""The bundled directory as tables, made from its files whenever the pages are built.

``{facts} members`` puts a table where it stands, ``{facts-sources}`` the numbered sources of all
tables before it on the page. A row of the directory that no page shows is a warning, and so ends
``make docs``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from natobrief.directory.documents import Row, bundled

from .facts_page import (
    BASIS,
    SEEN,
    SHOWN,
    Line,
    Page,
    and_then,
    ends_of,
    folded,
    item_of,
    other_names,
    span_of,
    table_of,
)

__all__ = ["setup"]

_LOG = logging.getLogger(__name__)
_SECTIONS = ("organizations", "countries", "people", "posts", "tenures", "memberships", "events")


# -- one function for each table


def _members(page: Page) -> Iterator[nodes.Node]:
    rows = page.take("memberships", "memberships.json")
    names = page.names("countries")
    kinds = ("signed", "deposited", "in_force", "flag_raised")
    lines: list[Line] = []
    for row in sorted(rows, key=lambda row: (row.data["period"], names[row.data["member"]])):
        steps = {step["kind"]: step["when"] for step in row.data["dates"]}
        dates = [steps.pop(kind, "") for kind in kinds]
        others = "; ".join(f"{kind.replace('_', ' ')} {when}" for kind, when in steps.items())
        about = (names[row.data["member"]], *ends_of(row, "member on"), *dates, others)
        lines.append((*about, page.sources(row), page.remarks(row)))
    head = (
        "Member",
        "From",
        "Until",
        "Signed",
        "Deposited",
        "In force",
        "Flag raised",
        "Other steps",
    )
    yield table_of((*head, "Sources", "Remarks"), lines)


def _secretaries(page: Page) -> Iterator[nodes.Node]:
    names = page.names("people")
    page.take("posts", "secretaries-general.json")
    lines: list[Line] = []
    rows = page.take("tenures", "secretaries-general.json")
    for row in sorted(rows, key=lambda row: str(row.data["period"])):
        acting = "acting" if row.data.get("acting") else ""
        expected: list[nodes.Node] = []
        for each in row.data.get("expected", ()):
            text = f"{each['end']}, known since {each['known']}, source "
            expected += [
                *and_then(len(expected)),
                nodes.Text(text),
                *page.sources(row, each["sources"]),
            ]
        ends = ends_of(row, "in office on")
        remarks = page.remarks(row, BASIS.get(row.data.get("end_basis", ""), ""))
        lines.append(
            (names[row.data["holder"]], *ends, acting, expected, page.sources(row), remarks)
        )
    head = ("Holder", "From", "Until", "Acting", "End that was expected", "Sources", "Remarks")
    yield table_of(head, lines)


def _organizations(page: Page) -> Iterator[nodes.Node]:
    files = page.options["files"].split()
    names = page.names("organizations")
    lines: list[Line] = []
    for row in page.take("organizations", *files):
        data, (start, end) = row.data, ("", "")
        if "period" in data:
            start, end = ends_of(row, "existed on")
        before = "; ".join(names[each] for each in data.get("predecessors", ()))
        kind = data.get("kind", "")
        if "parent" in data:
            kind = f"{kind} of {names[data['parent']]}"
        lists = [(field, data[field]) for field in ("levels", "metonyms") if field in data]
        remarks = page.remarks(row, *(f"{field}: {', '.join(words)}" for field, words in lists))
        other = other_names(row, "acronym", "official", "other", "former")
        about = (data["name"], other, kind, start, end, before, data.get("seat", ""))
        lines.append((*about, remarks, item_of(row), page.sources(row)))
    head = ("Name", "Other names", "Kind", "From", "Until", "In place of", "Seat", "Remarks")
    yield from _without_empty((*head, "Wikidata", "Sources"), lines)


def _without_empty(head: Sequence[str], lines: Sequence[Line]) -> Iterator[nodes.Node]:
    """Yield a table without the columns that say nothing."""
    kept = [i for i in range(len(head)) if any(line[i] for line in lines)]
    yield table_of([head[i] for i in kept], [[line[i] for i in kept] for line in lines])


def _groups(page: Page) -> Iterator[nodes.Node]:
    names = page.names("organizations", "countries")
    rows = page.take("memberships", "groups.json")
    lines: list[Line] = []
    for group, inside in groupby(rows, key=lambda row: str(row.data["organization"])):
        listed = list(inside)
        members = ", ".join(sorted(names[row.data["member"]] for row in listed))
        lines.append(
            (names[group], members, *ends_of(listed[0], "open on"), page.sources(listed[0]))
        )
    yield table_of(("Group", "Members", "From", "Until", "Sources"), lines)


def _summits(page: Page) -> Iterator[nodes.Node]:
    lines: list[Line] = []
    for row in page.take("events"):
        announced = row.data.get("announced")
        said = f"announced {announced}, not known to have been held" if announced else ""
        time = str(row.data["time"]).replace("/", " to ")
        line = (time, row.data["name"], row.data.get("place", ""))
        lines.append((*line, page.sources(row), page.remarks(row, said)))
    yield table_of(("Date", "Summit", "Place", "Sources", "Remarks"), lines)


def _states(page: Page) -> Iterator[nodes.Node]:
    lines: list[Line] = []
    for row in sorted(page.take("countries"), key=lambda row: str(row.data["name"])):
        data = row.data
        name = (
            f"{data['name']} (since {data['name_from']})" if "name_from" in data else data["name"]
        )
        codes = f"{data['id'].upper()} {data.get('iso3', '')}"
        other = other_names(row, "official", "other", "acronym")
        lists = ["; ".join(data.get(field, ())) for field in ("demonyms", "metonyms")]
        capital = data.get("capital", "")
        if "capital_names" in data:
            capital = f"{capital} (also {'; '.join(data['capital_names'])})"
        line = (name, codes, other, other_names(row, "former"), lists[0], capital)
        lines.append((*line, lists[1], page.remarks(row), item_of(row), page.sources(row)))
    head = ("State", "Codes", "Other names", "Former names", "Demonyms", "Capital", "Metonyms")
    yield table_of((*head, "Remarks", "Wikidata", "Sources"), lines)


def _offices(page: Page) -> Iterator[nodes.Node]:
    """Show the posts and tenures of states by initial, or those of organizations."""
    first, _, last = page.options.get("states", "").partition("-")
    states = page.names("countries")
    names = {**page.names("organizations"), **states}
    people = page.names("people")
    posts = [row for row in page.rows("posts") if row.document.name == "posts.json"]
    held: dict[str, list[Row]] = {}
    for row in page.rows("tenures"):
        held.setdefault(row.data["post"], []).append(row)

    def is_here(row: Row) -> bool:
        of = str(row.data["of"])
        return (
            first <= names[of][0] <= last if of in states and first else not (first or of in states)
        )

    here = sorted(filter(is_here, posts), key=lambda row: (names[row.data["of"]], row.data["id"]))
    for of, inside in groupby(here, key=lambda row: str(row.data["of"])):
        listed = list(inside)
        count = sum(len(held.get(row.data["id"], ())) for row in listed)
        title = f"{names[of]}: {_many(len(listed), 'post')}, {_many(count, 'tenure')}"
        tables = (node for row in listed for node in _post(page, row, held, people))
        yield from folded(title, of, tables)


def _post(
    page: Page, post: Row, held: dict[str, list[Row]], people: dict[str, str]
) -> Iterator[nodes.Node]:
    data = post.data
    page.shown.add(f"{post.document.name} posts {post.place}")
    name = nodes.strong("", data["name"])
    titles = "; ".join(t for t in data.get("titles", ()) if t != data["name"])
    about = [f"also {titles}"] if titles else []
    about += [] if data.get("unique", True) else ["several people can hold it at a time"]
    words = nodes.Text(f" ({'; '.join(about)})" if about else "")
    yield nodes.paragraph("", "", name, words, nodes.Text(", source "), *page.sources(post))
    lines: list[Line] = []
    for row in held.get(data["id"], ()):
        page.shown.add(f"{row.document.name} tenures {row.place}")
        acting = "acting" if row.data.get("acting") else ""
        remarks = page.remarks(row, acting, BASIS.get(row.data.get("end_basis", ""), ""))
        ends = ends_of(row, "in office on")
        lines.append((people[row.data["holder"]], *ends, page.sources(row), remarks))
    if lines:
        yield table_of(("Holder", "From", "Until", "Sources", "Remarks"), lines, "tenures")


_ONE = {"countries": "country", "people": "person"}
_MORE = {one: more for more, one in _ONE.items()}


def _many(count: int, word: str) -> str:
    return f"{count} {word if count == 1 else _MORE.get(word, word + 's')}"


def _people(page: Page) -> Iterator[nodes.Node]:
    rows = sorted(page.take("people"), key=lambda row: str(row.data["id"]))
    for letter, inside in groupby(rows, key=lambda row: str(row.data["id"])[0]):
        lines: list[Line] = []
        for row in inside:
            other = other_names(row, "official", "other", "acronym", "former")
            lines.append((row.data["name"], other, row.data["id"], item_of(row)))
        table = table_of(("Name", "Other names", "Id", "Wikidata"), lines)
        yield from folded(
            f"{letter.upper()}: {_many(len(lines), 'person')}", f"people-{letter}", [table]
        )


def _conflicts(page: Page) -> Iterator[nodes.Node]:
    names = page.names("posts")
    rows = page.take("conflicts")
    lines = [(names[r.data["subject"]], r.data["reason"], page.sources(r)) for r in rows]
    yield table_of(("Post", "What contradicts what", "Sources"), lines)


def _accounts(page: Page) -> Iterator[nodes.Node]:
    names = page.names("posts", "people", "countries", "organizations")
    lines: list[Line] = []
    for section, fields in _SUBJECTS.items():
        for row in page.rows(section):
            told = list(page.accounts(row))
            if told:
                ids = [str(row.data[field]) for field in fields]
                about = ", ".join(names.get(each, each) for each in ids)
                time = span_of(row.data.get("period") or row.data["time"])
                other = [node for i, part in enumerate(told) for node in (*and_then(i), *part)]
                lines.append((about, time, other, page.sources(row)))
    yield table_of(("Fact", "Time, as bundled", "Other accounts", "Sources"), lines)


_SUBJECTS = {
    "tenures": ("post", "holder"),
    "memberships": ("organization", "member"),
    "events": ("name",),
}


def _synonyms(page: Page) -> Iterator[nodes.Node]:
    found = [d.content["synonyms"] for d in page.documents if "synonyms" in d.content]
    lines = [(title, "; ".join(others)) for each in found for title, others in each.items()]
    yield table_of(("Title", "Also"), lines)


def _given_names(page: Page) -> Iterator[nodes.Node]:
    found = [d.content["given_names"] for d in page.documents if "given_names" in d.content]
    lines = [(name, "; ".join(others)) for each in found for name, others in each.items()]
    yield table_of(("Given name", "Other forms"), lines)


def _sets(page: Page) -> Iterator[nodes.Node]:
    uses = Counter[str]()
    rows = page.take("sets")
    for document in page.documents:
        for text in document.content.get("sources", {}).values():
            uses.update(r.data["name"] for r in rows if text.startswith(r.data["name"]))
    lines = [
        (d["name"], d["about"], d["licence"], d["until"], str(uses[d["name"]]))
        for d in (row.data for row in rows)
    ]
    yield table_of(("Data set", "What it holds", "Licence", "Facts until", "Places cited"), lines)


def _files(page: Page) -> Iterator[nodes.Node]:
    lines: list[Line] = []
    for document in page.documents:
        content = document.content
        kinds = [k for k, v in content.items() if isinstance(v, list)]
        counts = ", ".join(_many(len(content[kind]), _ONE.get(kind, kind[:-1])) for kind in kinds)
        if "given_names" in content:
            counts = _many(len(content["given_names"]), "given name")
        name = [nodes.literal(document.name, document.name)]
        licence = content.get("licence", "")
        lines.append((name, content["about"], counts, document.cut_off, licence))
    yield table_of(("File", "What it holds", "Rows", "Facts until", "Own licence"), lines)


def _attribution(page: Page) -> Iterator[nodes.Node]:
    files = page.options.get("files", "").split()
    for document in page.documents:
        if "attribution" in document.content and (not files or document.name in files):
            name = nodes.literal(document.name, document.name)
            yield nodes.paragraph("", "", name, nodes.Text(f": {document.content['attribution']}"))


def _counts(page: Page) -> Iterator[nodes.Node]:
    rows = list(page.rows("tenures"))
    still = [row for row in rows if row.data["period"].endswith("/..")]
    basis = Counter(row.data.get("end_basis", "stated") for row in rows)
    seen = sum(basis[each] for each in SEEN)
    starts = sum(row.data["period"].startswith("[") for row in rows)
    lines = [
        ("tenures", str(len(rows))),
        ("... whose end a source states", str(basis["stated"] - len(still))),
        ("... still open on the day that their file reaches", str(len(still))),
        ("... whose end is taken from the next holder's start", str(basis["successor"])),
        ("... whose end is not known: the person was in office on the day given", str(seen)),
        ("... whose start is not known: it is not later than the day given", str(starts)),
        ("... marked acting", str(sum(bool(row.data.get("acting")) for row in rows))),
        (
            "... of which another source gives other dates",
            str(sum("accounts" in r.data for r in rows)),
        ),
        (
            "statements left out because they contradict others",
            str(len(list(page.rows("conflicts")))),
        ),
    ]
    yield table_of(("What", "Rows"), lines)


# -- directives


Made = Callable[[Page], Iterator[nodes.Node]]
TABLES: dict[str, Made] = {
    "accounts": _accounts,
    "attribution": _attribution,
    "conflicts": _conflicts,
    "counts": _counts,
    "files": _files,
    "given-names": _given_names,
    "groups": _groups,
    "members": _members,
    "offices": _offices,
    "organizations": _organizations,
    "people": _people,
    "secretaries-general": _secretaries,
    "sets": _sets,
    "states": _states,
    "summits": _summits,
    "synonyms": _synonyms,
}


class Facts(Page):
    """One table: ``{facts} offices``; ``:states: A-B`` and ``:files: bodies.json`` limit it."""

    required_arguments = 1
    option_spec: ClassVar = {"states": directives.unchanged, "files": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        """Make it."""
        self.open()
        return list(TABLES[self.arguments[0]](self))


class Sources(Page):
    """The sources of the tables before it, by number; a data set's with its licence."""

    def run(self) -> list[nodes.Node]:
        """List them."""
        self.open()
        licences = {row.data["name"]: row.data["licence"] for row in self.rows("sets")}
        listed = nodes.enumerated_list(enumtype="arabic", prefix="", suffix=".")
        for text, number in self.cited.items():
            name = next((name for name in licences if text.startswith(name)), None)
            words = text if name is None else f"{text} (licence: {licences[name]})"
            item = nodes.paragraph("", "", nodes.Text(words))
            listed += nodes.list_item("", item, ids=[f"source-{number}"])
        return list(folded(f"The {len(self.cited)} sources of this page", "sources", [listed]))


def every_row_is_shown(_app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of rows of the bundled directory that no page shows."""
    shown: set[str] = set()
    for page in env.metadata.values():
        shown.update(page.get(SHOWN, ()))
    for document in bundled():
        for section in (*_SECTIONS, "conflicts", "sets"):
            for row in document.rows(section):
                if f"{document.name} {section} {row.place}" not in shown:
                    _LOG.warning("no page shows %s", row.path(section))


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directives."""
    app.add_css_file("facts.css")
    app.add_directive("facts", Facts)
    app.add_directive("facts-sources", Sources)
    app.connect("env-check-consistency", every_row_is_shown)
    return {"parallel_read_safe": False, "parallel_write_safe": True}
