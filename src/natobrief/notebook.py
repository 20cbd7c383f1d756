"""Rich display in Jupyter and IPython: ``%load_ext natobrief.notebook``.

Briefs, corpora, selections and single records are then shown as on a page of
:mod:`natobrief.formats.html`, and who held an office as a table. IPython itself is not needed: it
calls :func:`load_ipython_extension`. Nothing happens when this is imported.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, cast

from natobrief.directory import Tenure
from natobrief.formats.html import fragment, table
from natobrief.model import Brief, Meeting, Quote, Statement
from natobrief.query import (
    Corpus,
    MeetingSelection,
    QuoteSelection,
    Selection,
    StatementSelection,
)
from natobrief.when import Truth

__all__ = ["MOST", "load_ipython_extension", "shown", "unload_ipython_extension"]

MOST = 30
"""How many records of a corpus or a selection are shown, and how many tenures."""

Display = Callable[[Any], str | None]


class _Formatter(Protocol):
    """What IPython's formatter for HTML offers."""

    def for_type(self, typ: type, func: Display | None = None) -> Display | None: ...
    def pop(self, typ: type, default: Any = None) -> Any: ...


_SHOWN = (
    Brief,
    Corpus,
    Quote,
    Statement,
    Meeting,
    QuoteSelection,
    StatementSelection,
    MeetingSelection,
    Tenure,
)


def shown(value: object) -> str | None:
    """Return a value as HTML for a notebook, in a frame of its own; None for what has none.

    Of a corpus or a selection the first records are shown, with a note of how many there are.

    >>> from natobrief.notebook import shown
    >>> view = shown(Quote(text="We are ready.", speaker=Person(name="Ann Lee")))
    >>> view.startswith('<div class="natobrief">'), "We are ready." in view
    (True, True)
    >>> shown(7)
    """
    match value:
        case Brief() | Quote() | Statement() | Meeting():
            return fragment(value)
        case Corpus():
            return _corpus(value)
        case Selection():
            return _selection(value)
        case Tenure():
            return _tenures((value,))
        case tuple():
            return _tuple(cast("tuple[object, ...]", value))
        case _:
            return None


def _tuple(items: tuple[object, ...]) -> str | None:
    tenures = tuple(item for item in items if isinstance(item, Tenure))
    return _tenures(tenures) if tenures and len(tenures) == len(items) else None


def _corpus(corpus: Corpus) -> str:
    if len(corpus) <= MOST:
        return fragment(corpus)
    note = f"The first {MOST} of {len(corpus)} records"
    return fragment([*corpus.records[:MOST], *corpus.links], note=note)


def _selection(selection: Selection[Any]) -> str:
    title = selection.explain()
    title = title[:1].upper() + title[1:]
    records = list(selection)
    if len(records) <= MOST:
        return fragment(records, title=title)
    return fragment(records[:MOST], title=title, note=f"The first {MOST} of {len(records)}")


_REMARKS = {
    Truth.POSSIBLY: "possibly",
    Truth.YES: "",
    Truth.NO: "not",
}


def _tenures(tenures: tuple[Tenure, ...]) -> str:
    rows = [_row(tenure) for tenure in tenures[:MOST]]
    more = len(tenures) - len(rows)
    note = f"The first {MOST} of {len(tenures)}" if more else None
    return table(("Holder", "Post", "Period", "Remarks", "Sources"), rows, note=note)


def _row(tenure: Tenure) -> tuple[Any, ...]:
    remarks = [
        _REMARKS[tenure.certainty],
        "acting" if tenure.acting else "",
        "handover" if tenure.handover else "",
        "end as then expected" if tenure.end_is_expected else "",
        tenure.note or "",
    ]
    told = "; ".join(remark for remark in remarks if remark)
    return tenure.holder.name, tenure.post.name, tenure.period, told, ", ".join(tenure.sources)


class _Tuples:
    """Shows tuples of tenures; all other tuples are shown as they were before.

    Attributes:
        before: What showed tuples before.
    """

    def __init__(self, before: Display | None) -> None:
        self.before = before

    def __call__(self, value: object) -> str | None:
        view = shown(value)
        if view is not None:
            return view
        # IPython doesn't ask for the method once it has found a function for the type.
        method = getattr(value, "_repr_html_", None)
        if method is not None:
            return cast("str | None", method())
        return None if self.before is None else self.before(value)


def load_ipython_extension(shell: Any) -> None:
    """Let IPython show the values of natobrief; it calls this for ``%load_ext``.

    Args:
        shell: IPython's shell.
    """
    formatter = _formatter(shell)
    for cls in _SHOWN:
        formatter.for_type(cls, shown)
    before = formatter.for_type(tuple)
    if not isinstance(before, _Tuples):
        formatter.for_type(tuple, _Tuples(before))


def unload_ipython_extension(shell: Any) -> None:
    """Let IPython show all values as it did before; it calls this for ``%unload_ext``.

    Args:
        shell: IPython's shell.
    """
    formatter = _formatter(shell)
    for cls in _SHOWN:
        formatter.pop(cls, None)
    current = formatter.for_type(tuple)
    if isinstance(current, _Tuples):
        formatter.pop(tuple, None)
        if current.before is not None:
            formatter.for_type(tuple, current.before)


def _formatter(shell: Any) -> _Formatter:
    return cast("_Formatter", shell.display_formatter.formatters["text/html"])
