"""Tables that natobrief fills itself: dates as text, phrases, named days.

An example that doesn't do what its table says is a warning, and so ends ``make docs``.
"""

from __future__ import annotations

import importlib.util
import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import ClassVar, NamedTuple

from docutils import nodes
from docutils.parsers.rst import Directive, directives
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

import natobrief as nb
from natobrief.when.phrases.days import NAMED_DAYS
from natobrief.when.phrases.grammar import Rule
from natobrief.when.phrases.table import RULES

__all__ = ["setup"]

_PUBLISHED = Path(__file__).parents[2] / "tests" / "when" / "test_edtf_loc_examples.py"
_REFERENCE = "2022-01-12"
_SHOWN = "natobrief families"
_LOG = logging.getLogger(__name__)


class _Code(str):
    """A cell that shows code; a second line is what the first one becomes."""

    __slots__ = ()


class _Whole(str):
    """A cell that isn't broken over lines."""

    __slots__ = ()


class _Exact(str):
    """A cell whose quotation marks stay as they are written."""

    __slots__ = ()


_Row = Sequence[str]


def _table(head: _Row, rows: Sequence[_Row]) -> nodes.table:
    """Build a table; an empty cell says nothing."""
    group = nodes.tgroup("", cols=len(head))
    group += [nodes.colspec(colwidth=1) for _ in head]
    group += nodes.thead("", _row(head))
    group += nodes.tbody("", *(_row(row) for row in rows))
    return nodes.table("", group, classes=["filled"])


def _row(cells: _Row) -> nodes.row:
    return nodes.row("", *(nodes.entry("", _cell(cell)) for cell in cells))


def _cell(text: str) -> nodes.paragraph | nodes.line_block:
    if isinstance(text, _Code) and text:
        codes = [nodes.literal(line, line) for line in text.split("\n")]
        if len(codes) == 1:
            return nodes.paragraph("", "", *codes)
        first, then = codes
        rest = nodes.line("", "", nodes.Text("becomes "), then)
        return nodes.line_block("", nodes.line("", "", first), rest)
    classes = ["whole"] if isinstance(text, _Whole) else []
    smart = not isinstance(text, _Exact)
    return nodes.paragraph(text, text, classes=classes, support_smartquotes=smart)


def _day(day: object) -> str:
    return "" if day is None else str(day)


# -- dates as text


class _Lines(Directive):
    """A table with a row for each line ``text | note``."""

    has_content = True

    def lines(self) -> Iterator[tuple[str, str]]:
        """Yield the text and the note of each line."""
        for line in self.content:
            text, _, note = line.partition(" | ")
            if text.strip():
                yield text.strip(), note.strip()

    def warn(self, text: str, wrong: object) -> None:
        """Say which example isn't right."""
        _LOG.warning("%r: %s", text, wrong, location=(self.state.document.current_source, 0))


class Edtf(_Lines):
    """What is read: each text with its canonical form, its precision and its days."""

    def run(self) -> list[nodes.Node]:
        """Read every line."""
        rows = [row for text, note in self.lines() for row in self._row(text, note)]
        return [_table(_EDTF, rows)]

    def _row(self, text: str, note: str) -> Iterator[_Row]:
        try:
            yield _edtf_row(text, note)
        except nb.NatobriefError as error:
            self.warn(text, error)


_EDTF = ("Text", "Meaning", "Precision", "Days")


def _edtf_row(text: str, note: str) -> _Row:
    time = _time(text)
    both = _Code("\n".join(dict.fromkeys((text, str(time)))))
    precision = time.precision.value if isinstance(time, nb.When) else "period"
    return both, note, precision, _Whole(_days(time))


def _days(time: nb.When | nb.Period) -> str:
    first, last = _day(time.first_day), _day(time.last_day)
    if not (first and last):
        return f"from {first}" if first else f"until {last}"
    return first if first == last else f"{first} to {last}"


def _time(text: str) -> nb.When | nb.Period:
    try:
        return nb.When.parse(text)
    except nb.InvalidDate:
        if "/" not in text:
            raise
        return nb.Period.parse(text)


class Refused(_Lines):
    """What is refused: each text with what was expected instead."""

    def run(self) -> list[nodes.Node]:
        """Have every line refused."""
        rows = [row for text, note in self.lines() for row in self._row(text, note)]
        return [_table(("Text", "Why", "natobrief expected"), rows)]

    def _row(self, text: str, note: str) -> Iterator[_Row]:
        expected = _refusal(text)
        if expected is None:
            self.warn(text, "this is read, and so not refused")
        else:
            yield _Code(text), note, expected


def _refusal(text: str) -> str | None:
    try:
        nb.When.parse(text)
    except nb.InvalidDate as error:
        return error.faults[0].allowed
    return None


class _Examples(NamedTuple):
    """The published examples, as the tests hold them."""

    dates: dict[str, tuple[str, str | None, str, str]]
    intervals: dict[str, tuple[str, str | None, str | None]]
    refused: dict[str, tuple[str, str]]


def _examples() -> _Examples:
    found = importlib.util.spec_from_file_location("published_examples", _PUBLISHED)
    if found is None or found.loader is None:
        raise FileNotFoundError(_PUBLISHED)
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return _Examples(module.DATES, module.INTERVALS, module.REFUSED)


class Published(Directive):
    """The examples of the EDTF specification: ``{edtf-published} dates`` and so on."""

    required_arguments = 1
    option_spec: ClassVar = {}

    def run(self) -> list[nodes.Node]:
        """Make the table of one kind of example."""
        self.state.document.settings.env.note_dependency(str(_PUBLISHED))
        which, examples = self.arguments[0], _examples()
        if which == "refused":
            texts = [(name, text) for name, (text, _) in examples.refused.items()]
            rows = [(name, _Code(text), _refusal(text) or "") for name, text in texts]
            return [_table(("Example", "Text", "natobrief expected"), rows)]
        kind = examples.dates if which == "dates" else examples.intervals
        read = [(name, _edtf_row(kind[name][0], "")) for name in kind]
        head = ("Example", "Text", "Precision", "Days")
        return [_table(head, [(name, row[0], *row[2:]) for name, row in read])]


# -- phrases


class Phrases(Directive):
    """The rules of one family, each with its example resolved: ``{phrases} relative``.

    ``:after:`` is a sentence that stands before each example, for phrases that point back.
    """

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar = {"after": directives.unchanged, "reference": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        """Resolve the example of every rule of the family."""
        family: str = self.arguments[0]
        rules = [rule for rule in RULES if rule.family == family]
        if not rules:
            _LOG.warning("no rule is of the family %r", family)
        env: BuildEnvironment = self.state.document.settings.env
        env.metadata[env.docname].setdefault(_SHOWN, []).append(family)
        rows = [row for rule in rules for row in self._row(rule)]
        head = ("Example", "Means", "Why", "Rule")
        return [_table(head, rows)]

    def _row(self, rule: Rule) -> Iterator[_Row]:
        before = f"{self.options['after']} " if "after" in self.options else ""
        mention = _mention(rule, before, self.options.get("reference", _REFERENCE))
        if mention is None:
            _LOG.warning("the rule %s doesn't find its example: %r", rule.name, rule.example)
            return
        how, name = mention.resolution, f"{rule.name} (assistant)" if rule.assistant else rule.name
        yield rule.example, _Code(_meaning(mention)), how.reason, name


def _mention(rule: Rule, before: str, reference: str) -> nb.DateMention | None:
    style = "assistant" if rule.assistant else "news"
    found = nb.find(before + rule.example, reference, style=style)
    own = [m for m in found if m.span.start >= len(before) and m.resolution.rule == rule.name]
    return own[0] if own else None


def _meaning(mention: nb.DateMention) -> str:
    if mention.when is not None:
        return str(mention.when)
    candidates = " or ".join(map(str, mention.resolution.candidates))
    return mention.resolution.duration or candidates


class NamedDays(Directive):
    """The days with a name, their rule, and the day of a year: ``{named-days} 2022``."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """List them; names of one and the same day share a row."""
        year = int(self.arguments[0])
        days = sorted(((d.of(year), d.rule, name) for name, d in NAMED_DAYS.items()), key=str)
        rows = [
            (", ".join(_title(name) for *_, name in same), rule, _Code(_day(day)))
            for (day, rule), same in itertools.groupby(days, key=lambda item: item[:2])
        ]
        return [_table(("Name", "Rule", str(year)), rows)]


def _title(name: str) -> str:
    small = {"of"}
    return " ".join(w if w in small else w[0].upper() + w[1:] for w in name.split())


def every_family_is_shown(_app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of a family of phrases that no page lists."""
    shown = {family for page in env.metadata.values() for family in page.get(_SHOWN, ())}
    for family in sorted({rule.family for rule in RULES} - shown):
        _LOG.warning("no page lists the phrases of the family %r", family)


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directives."""
    app.add_css_file("filled.css")
    app.add_directive("edtf", Edtf)
    app.add_directive("edtf-refused", Refused)
    app.add_directive("edtf-published", Published)
    app.add_directive("phrases", Phrases)
    app.add_directive("named-days", NamedDays)
    app.connect("env-check-consistency", every_family_is_shown)
    return {"parallel_read_safe": False, "parallel_write_safe": True}
