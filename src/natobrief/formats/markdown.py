"""Markdown: a page for an editor to go on with. It is only written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from natobrief.formats._files import PathLike, replacing
from natobrief.formats._format import Format
from natobrief.formats._page.build import page_of
from natobrief.formats._page.content import content_of
from natobrief.formats._page.losses import losses_of
from natobrief.formats._page.parts import (
    Block,
    Foreign,
    Heading,
    Item,
    Items,
    Moment,
    Page,
    Paragraph,
    Pointer,
    Quotation,
    Run,
    Runs,
    Strong,
    Tag,
    Words,
)
from natobrief.formats._page.plain_text import escaped, isolated, level, link_target
from natobrief.formats.losses import LossReport

__all__ = ["FORMAT", "dumps"]


def dumps(value: object, *, title: str | None = None) -> str:
    r"""Return a value as a page of Markdown (CommonMark), as GitHub and others show it.

    It tells the same as the page of HTML. All text of records is escaped: it becomes neither
    markup nor a link. Runs of blanks count as one, as everywhere in Markdown.

    Args:
        value: A brief, a corpus, a quote, a statement, a meeting, or any number of these.
        title: What stands at its top; by default the title of the source, if there is just one.

    Raises:
        InvalidValue: The value is, or holds, something else.

    >>> from natobrief.formats import markdown
    >>> quote = Quote(text="We are *ready*.", speaker=Person(name="Ann Lee"), said="2022-01-07")
    >>> print(markdown.dumps(quote)[:86])
    # Quotes
    <BLANKLINE>
    1 quote, 1 source
    <BLANKLINE>
    ## Quotes
    <BLANKLINE>
    ### Friday 7 January 2022
    <BLANKLINE>
    > We are \*ready\*.
    """
    return _written(page_of(content_of(value), title))


def _written(page: Page) -> str:
    lines = [f"# {_run(page.title)}", ""]
    for lead in page.lead:
        lines += [_runs(lead), ""]
    for section in page.sections:
        lines += [f"## {section.title}", "", *_blocks(section.blocks)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the lines of blocks; a blank one comes after each block."""
    for block in blocks:
        yield from _block(block)
        yield ""


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(runs=runs):
            yield f"### {_runs(runs)}"
        case Paragraph(runs=runs):
            yield _runs(runs)
        case Quotation():
            yield from _quotation(block)
        case Items(items=items, numbered=numbered):
            for number, item in enumerate(items, 1):
                yield from _item(item, f"{number}. " if numbered else "- ")


def _item(item: Item, mark: str) -> Iterator[str]:
    """Yield the lines of an entry; a backslash at the end of a line breaks it."""
    lines = [_runs(line) for line in item.lines]
    lines[:-1] = [line + "\\" for line in lines[:-1]]
    for block in item.blocks:
        lines += ["", *_block(block)]
    indent = " " * len(mark)
    for number, line in enumerate(lines):
        before = indent if number else mark
        yield before + line if line else ""


def _quotation(quote: Quotation) -> Iterator[str]:
    words = [escaped(line) for line in quote.text.splitlines() if level(line)]
    caption = [_runs(line) for line in quote.caption]
    caption[:-1] = [line + "\\" for line in caption[:-1]]
    mark = "" if quote.reported else "> "
    for number, line in enumerate(words):
        if number:
            yield mark.rstrip()
        yield mark + line
    if caption:
        yield ""
        yield from caption


def _runs(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    match run:
        case Words(text=text) | Moment(words=text):
            return text
        case Foreign(text=text):
            return isolated(text)
        case Strong(text=text):
            return f"**{isolated(text)}**"
        case Tag(text=text):
            return f"({isolated(text)})"
        case Pointer(runs=runs, target=target):
            words = _runs(runs)
            return words if target.startswith("#") else f"[{words}]({link_target(target)})"


def _write(value: object, path: PathLike) -> LossReport:
    content = content_of(value)
    text = _written(page_of(content))
    with replacing(path) as file:
        file.write(text)
    return losses_of(content)


FORMAT = Format(_write, None)
"""What :func:`natobrief.dump` uses."""
