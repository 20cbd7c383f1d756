"""Display in notebooks: what is registered, what is shown, and that all else stays as it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from rich.pretty import pretty_repr

import natobrief as nb
from natobrief.directory import Tenure
from natobrief.notebook import (
    MOST,
    load_ipython_extension,
    shown,
    unload_ipython_extension,
)
from tests.formats.test_pages_html import View

HOLDERS = nb.Directory.default().holders("NATO Secretary General", on="2024-10-01")


class Formatter:
    """IPython's formatter for HTML, as far as an extension may know it."""

    def __init__(self) -> None:
        self.printers: dict[type, Callable[[Any], str | None]] = {}

    def for_type(self, typ: type, func: Any = None) -> Any:
        before = self.printers.get(typ)
        if func is not None:
            self.printers[typ] = func
        return before

    def pop(self, typ: type, default: Any = None) -> Any:
        return self.printers.pop(typ, default)

    def __call__(self, value: object) -> str | None:
        for cls in type(value).__mro__:
            if cls in self.printers:
                return self.printers[cls](value)
        return None


class Shell:
    """IPython's shell, likewise."""

    def __init__(self) -> None:
        self.html = Formatter()
        self.display_formatter = self
        self.formatters = {"text/html": self.html}


def record(number: int) -> nb.Quote:
    return nb.Quote(text=f"<b>Words {number}.</b>", said="2022-01-07")


def test_what_is_shown() -> None:
    shell = Shell()
    load_ipython_extension(shell)
    corpus = nb.Corpus.of(record(1), nb.Meeting(uid="a", name="Talks"), nb.Statement())
    values = [
        nb.Brief(quotes=[record(1)]),
        corpus,
        corpus.quotes,
        corpus.meetings,
        corpus.statements,
        *corpus.records,
        HOLDERS,
        HOLDERS[0],
    ]
    for value in values:
        view = View(shell.html(value) or "")
        assert not view.ids
        assert {"div", "bdi"} <= view.tags
        assert "b" not in view.tags


def test_a_selection_says_what_it_is() -> None:
    corpus = nb.Corpus.of(record(1))
    view = View(shown(corpus.quotes.on("2022-01-07")) or "")
    assert view.isolated[0] == "Quotes on 2022-01-07"
    assert view.quoted == ["<b>Words 1.</b>"]


def test_only_the_first_of_many_are_shown() -> None:
    corpus = nb.Corpus.of(*map(record, range(MOST + 5)))
    for value, note in (
        (corpus, f"The first {MOST} of {MOST + 5} records"),
        (corpus.quotes, f"The first {MOST} of {MOST + 5}"),
    ):
        view = View(shown(value) or "")
        assert len(view.quoted) == MOST
        assert note in view.all_text
    many = HOLDERS[:1] * (MOST + 1)
    page = shown(many) or ""
    assert page.count("<tr>") == MOST + 1
    assert f"The first {MOST} of {MOST + 1}" in page


def test_tenures_are_a_table() -> None:
    view = View(shown(HOLDERS) or "")
    names = [tenure.holder.name for tenure in HOLDERS]
    assert [text for text in view.isolated if text in names] == names
    assert "handover" in view.isolated
    tenure = HOLDERS[0].evolve(
        acting=True, handover=False, certainty=nb.Truth.POSSIBLY, end_is_expected=True, note="<i>"
    )
    assert "possibly; acting; end as then expected; &lt;i&gt;" in (shown(tenure) or "")


class Point(NamedTuple):
    x: int


class Painted(NamedTuple):
    x: int

    def _repr_html_(self) -> str:
        return f"<i>{self.x}</i>"


def test_other_tuples_are_shown_as_before() -> None:
    shell = Shell()
    load_ipython_extension(shell)
    assert shell.html(()) is None
    assert shell.html((1, 2)) is None
    assert shell.html((HOLDERS[0], 1)) is None
    assert shell.html(Point(1)) is None
    assert shell.html(Painted(1)) == "<i>1</i>"


@pytest.mark.parametrize("times", [1, 2])
def test_what_was_registered_before_is_back_after_unloading(times: int) -> None:
    shell = Shell()

    def underlined(value: tuple[int, ...]) -> str:
        return f"<u>{len(value)}</u>"

    before: dict[type, Any] = {tuple: underlined, int: str}
    shell.html.printers |= before
    for _ in range(times):
        load_ipython_extension(shell)
    assert shell.html((1, 2)) == "<u>2</u>"
    assert isinstance(shell.html(HOLDERS), str)
    unload_ipython_extension(shell)
    assert shell.html.printers == before
    unload_ipython_extension(shell)
    assert shell.html.printers == before


def test_nothing_is_left_where_nothing_was() -> None:
    shell = Shell()
    load_ipython_extension(shell)
    unload_ipython_extension(shell)
    assert shell.html.printers == {}


def test_what_has_no_display() -> None:
    assert shown(nb.When.parse("2022")) is None
    assert shown([HOLDERS[0]]) is None
    assert isinstance(HOLDERS[0], Tenure)


def test_rich_shows_what_differs_from_the_default() -> None:
    quote = nb.Quote(text="Yes.", speaker=nb.Person(name="Ann Lee"), said="2022-01-07")
    assert pretty_repr(quote, max_width=40) == (
        "Quote(\n"
        "    text='Yes.',\n"
        "    speaker=Person(name='Ann Lee'),\n"
        "    said=When.parse('2022-01-07')\n"
        ")"
    )
    for value in (quote, nb.When.parse("2022"), nb.Period.parse("2022/2023"), nb.Brief()):
        assert pretty_repr(value, max_width=1000) == repr(value)


def test_rich_shows_corpora_and_selections() -> None:
    corpus = nb.Corpus.of(*map(record, range(5)))
    assert pretty_repr(corpus, max_width=100) == (
        "<Corpus quotes=5 statements=0 meetings=0 briefs=0 links=0 doubts=0>"
    )
    said = corpus.quotes.on("2022-01-07")
    assert pretty_repr(said, max_width=60).splitlines()[:3] == [
        "<QuoteSelection ",
        "    question='quotes on 2022-01-07'",
        "    found=5",
    ]
    assert pretty_repr(said, max_width=60).count("Quote(") == 3
