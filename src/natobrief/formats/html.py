"""HTML: a page that an editor would publish. It is only written, and is whole in itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from natobrief.formats._files import PathLike, replacing
from natobrief.formats._format import Format
from natobrief.formats._page.build import page_of
from natobrief.formats._page.content import content_of
from natobrief.formats._page.dates import in_words
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
    Section,
    Strong,
    Tag,
    Words,
    visible,
)
from natobrief.formats._page.shell import document, escaped
from natobrief.formats._page.style import STYLE
from natobrief.formats.losses import LossReport
from natobrief.when import Period, When

__all__ = ["FORMAT", "dumps", "fragment", "table"]


def dumps(value: object, *, title: str | None = None) -> str:
    r"""Return a value as a page of HTML.

    The page tells of the quotes with their speakers, offices and sources, of statements and
    meetings in a timeline, of what lay ahead of the newest report, of doubts, of how dates were
    found, and of the sources. A meeting stands once, in its newest report, with the older ones
    below it. Nothing is loaded from elsewhere, and there is no script. It can be read on a phone,
    in the dark, on paper and aloud.

    Args:
        value: A brief, a corpus, a quote, a statement, a meeting, or any number of these.
        title: What stands at its top; by default the title of the source, if there is just one.

    Raises:
        InvalidValue: The value is, or holds, something else.

    >>> from natobrief.formats import html
    >>> page = html.dumps(Quote(text="We <are> ready.", speaker=Person(name="Ann Lee")))
    >>> page[:15], "<p>We &lt;are&gt; ready.</p>" in page
    ('<!doctype html>', True)
    """
    page = page_of(content_of(value), title)
    return document(visible(page.title.text), STYLE, _Writer(anchors=True).body(page))


def fragment(value: object, *, title: str | None = None, note: str | None = None) -> str:
    r"""Return a value as a part of a page, with its style, to be shown within another page.

    Args:
        value: As for :func:`dumps`.
        title: What stands at its top.
        note: A sentence below the title, such as that more was left out.

    Raises:
        InvalidValue: The value is, or holds, something else.

    >>> from natobrief.formats import html
    >>> html.fragment(Quote(text="Yes."), note="1 of 7")[-17:]
    '</section>\n</div>'
    """
    page = page_of(content_of(value), title)
    told = [*page.lead, [Words(note)]] if note is not None else page.lead
    body = _Writer(anchors=False).part(page._replace(lead=told))
    return f'<div class="natobrief"><style>{STYLE}</style>\n{body}\n</div>'


def table(
    head: Sequence[str], rows: Sequence[Sequence[str | When | Period]], *, note: str | None = None
) -> str:
    """Return a table with its style, to be shown within another page; times are told in words.

    Args:
        head: The names of the columns.
        rows: The cells of each row.
        note: A sentence below the table.

    >>> from natobrief.formats import html
    >>> "<td><bdi>A &amp; B</bdi></td>" in html.table(["Name"], [["A & B"]])
    True
    """
    names = "".join(f'<th scope="col">{_text(name)}</th>' for name in head)
    body = "\n".join("<tr>" + "".join(map(_cell, row)) + "</tr>" for row in rows)
    below = "" if note is None else f"\n<p>{_text(note)}</p>"
    return (
        f'<div class="natobrief"><style>{STYLE}</style>\n<table>\n<thead><tr>{names}</tr></thead>\n'
        f"<tbody>\n{body}\n</tbody>\n</table>{below}\n</div>"
    )


def _cell(value: str | When | Period) -> str:
    text = value if isinstance(value, str) else in_words(value)
    return f"<td><bdi>{_text(text)}</bdi></td>"


class _Writer:
    """Writes the parts of a page.

    Attributes:
        anchors: Whether places have labels, and pointers lead to them. Two parts on one page
            could have the same.
    """

    def __init__(self, *, anchors: bool) -> None:
        self.anchors = anchors

    def body(self, page: Page) -> str:
        contents = "".join(
            f'<li><a href="#{section.anchor}">{escaped(section.title)}</a></li>'
            for section in page.sections
        )
        nav = f'<nav aria-label="Contents"><ul>{contents}</ul></nav>' if contents else ""
        skip = '<a class="skip" href="#main">Skip to the text</a>'
        main = "\n".join(map(self._section, page.sections))
        return (
            f'<body class="natobrief">\n{skip}\n<header>\n{self._head(page)}\n{nav}\n</header>\n'
            f'<main id="main">\n{main}\n</main>\n</body>'
        )

    def part(self, page: Page) -> str:
        return "\n".join([self._head(page), *map(self._section, page.sections)])

    def _head(self, page: Page) -> str:
        lead = "\n".join(f"<p>{self._runs(line)}</p>" for line in page.lead)
        return f"<h1>{self._foreign(page.title)}</h1>\n{lead}"

    def _id(self, anchor: str | None) -> str:
        return f' id="{escaped(anchor)}"' if anchor is not None and self.anchors else ""

    def _section(self, section: Section) -> str:
        title = f"<h2{self._id(section.anchor)}>{escaped(section.title)}</h2>"
        label = f' aria-labelledby="{section.anchor}"' if self.anchors else ""
        return f"<section{label}>\n{title}\n{self._blocks(section.blocks)}\n</section>"

    def _blocks(self, blocks: Sequence[Block]) -> str:
        return "\n".join(map(self._block, blocks))

    def _block(self, block: Block) -> str:
        match block:
            case Heading(runs=runs):
                return f"<h3>{self._runs(runs)}</h3>"
            case Paragraph(runs=runs):
                return f'<p class="label">{self._runs(runs)}</p>'
            case Quotation():
                return self._quotation(block)
            case Items(items=items, numbered=numbered):
                name = "ol" if numbered else "ul"
                entries = "\n".join(map(self._item, items))
                return f'<{name} class="entries">\n{entries}\n</{name}>'

    def _item(self, item: Item) -> str:
        first, *rest = item.lines
        lines = [f'<p class="first">{self._runs(first)}</p>']
        lines += [f"<p>{self._runs(line)}</p>" for line in rest]
        blocks = [self._blocks(item.blocks)] if item.blocks else []
        inside = "\n".join([*lines, *blocks])
        return f"<li{self._id(item.anchor)}>{inside}</li>"

    def _quotation(self, quote: Quotation) -> str:
        language = "" if quote.language is None else f' lang="{quote.language}"'
        words = _paragraphs(quote.text)
        if quote.reported:
            said = f'<div class="words"{language} dir="auto">{words}</div>'
        else:
            address = "" if quote.address is None else f' cite="{escaped(quote.address)}"'
            said = f'<blockquote{address}{language} dir="auto">{words}</blockquote>'
        if not quote.caption:
            return said
        lines = "\n".join(f"<p>{self._runs(line)}</p>" for line in quote.caption)
        caption = f"<figcaption>{lines}</figcaption>"
        return f"<figure{self._id(quote.anchor)}>\n{said}\n{caption}\n</figure>"

    def _runs(self, runs: Runs) -> str:
        return "".join(map(self._run, runs))

    def _run(self, run: Run) -> str:
        match run:
            case Words(text=text):
                return escaped(text)
            case Foreign():
                return self._foreign(run)
            case Strong(text=text):
                return f"<strong><bdi>{_text(text)}</bdi></strong>"
            case Tag(text=text):
                return f'<span class="tag"><bdi>{_text(text)}</bdi></span>'
            case Moment(words=words, machine=None):
                return escaped(words)
            case Moment(words=words, machine=machine):
                return f'<time datetime="{machine}">{escaped(words)}</time>'
            case Pointer(runs=runs, target=target):
                return self._pointer(self._runs(runs), target)

    def _foreign(self, text: Foreign) -> str:
        language = "" if text.language is None else f' lang="{text.language}"'
        return f"<bdi{language}>{_text(text.text)}</bdi>"

    def _pointer(self, words: str, target: str) -> str:
        if target.startswith("#"):
            link = f'<a href="{escaped(target)}">{words}</a>' if self.anchors else words
            return f"<cite>{link}</cite>" if target.startswith("#source-") else link
        return f'<a href="{escaped(target)}" rel="noreferrer">{words}</a>'


def _text(text: str) -> str:
    return escaped(visible(text))


def _paragraphs(text: str) -> str:
    """Put each line into a paragraph; the breaks stay between them, where nobody sees them."""
    parts = re.split(r"(\n+)", text)
    return "".join(part if not part.strip("\n") else f"<p>{_text(part)}</p>" for part in parts)


def _write(value: object, path: PathLike) -> LossReport:
    content = content_of(value)
    page = page_of(content)
    with replacing(path) as file:
        file.write(document(visible(page.title.text), STYLE, _Writer(anchors=True).body(page)))
    return losses_of(content)


FORMAT = Format(_write, None)
"""What :func:`natobrief.dump` uses."""
