"""The words of an article out of the tree of its page, one paragraph a line, with their tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from natobrief.reader.text.letters import LOWER_WORD
from natobrief.reader.text.levelling import levelled
from natobrief.reader.text.linekinds import LineKind
from natobrief.reader.text.linekinds import Tag as LineTag
from natobrief.reader.text.unwrapping import unwrap

__all__ = ["Article", "article_of"]

_DROPPED = frozenset(
    "nav aside footer script style noscript template svg iframe form button select option input "
    "textarea object embed canvas audio video map dialog menu head label datalist progress".split()
)
_BLOCKS = frozenset(
    "address article blockquote body center dd details div dl dt fieldset figcaption figure h1 h2 "
    "h3 h4 h5 h6 header hgroup hr html li main ol p pre section summary table tbody td tfoot th "
    "thead tr ul caption".split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_ROLES = frozenset(
    "navigation banner contentinfo complementary search dialog alert alertdialog menu menubar "
    "toolbar tablist form button".split()
)
_NOISE = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|shares|social|addtoany|related|newsletter|cookie|cookies|consent"
    r"|gdpr|breadcrumb|breadcrumbs|comments?|respond|promo|promoted|advert|advertisement|ads?"
    r"|sponsored|sidebar|navbar|nav|navigation|menu|footer|subscribe|subscription|paywall|pagination"
    r"|pager|most-read|read-more|readmore|recommended|recommendations|teaser|widget|toolbar|print"
    r"|skip|tags|taglist|author-bio|popup|modal|banner|outbrain|taboola|signup|jp-relatedposts"
    r"|visually-hidden|sr-only|screen-reader-text|hidden)(?=$|[\s_-])",
    re.I,
)
_BYLINE = re.compile(r"(?:^|[\s_-])(?:byline|author|authors|dateline-author)(?=$|[\s_-])", re.I)
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:caption|wp-caption-text|image-credit|photo-credit)(?=$|[\s_-])", re.I
)
_BODY_CLASS = re.compile(
    r"(?:^|\s)(?:entry-content|post-content|article-body|article__body|articlebody|article-content"
    r"|article__content|story-body|story-content|story__body|body-content|field--name-body"
    r"|news-content|news-text|press-release-body|page-content|content-body|td-post-content"
    r"|rich-text|wysiwyg)(?=$|\s)",
    re.I,
)
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_FOOTNOTE = re.compile(r"\s*[\[(]?\d{1,3}[\])]?\s*$")
_SPACE = re.compile(r"\s+")
_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_END_MARK = re.compile(r"[.!?…:;\"”’»)\]]\s*$")
_FEWEST = 200


class Article(NamedTuple):
    """The words of a page.

    Attributes:
        text: One paragraph a line, a blank line between two.
        tags: What paragraphs are for, by the offset of their first character.
    """

    text: str
    tags: dict[int, LineTag]


class _Block(NamedTuple):
    words: str
    tag: LineTag | None


def article_of(soup: BeautifulSoup, title: str | None, authors: tuple[str, ...]) -> Article:
    """Find the article of a page and return its words.

    Args:
        soup: The tree of the page.
        title: The headline, for pages whose article doesn't hold it.
        authors: Who wrote it; a line with nothing but their names is a byline.
    """
    body = _body(soup)
    blocks = list(_Walk(authors).blocks(body))
    headline = _headline(soup, title)
    if headline and all(block.words != headline for block in blocks[:6]):
        blocks.insert(0, _Block(headline, LineTag(LineKind.HEADLINE)))
    parts: list[str] = []
    tags: dict[int, LineTag] = {}
    at = 0
    for block in blocks:
        if block.tag is not None:
            tags[at] = block.tag
        parts.append(block.words)
        at += len(block.words) + 2
    return Article("\n\n".join(parts), tags)


def _headline(soup: BeautifulSoup, title: str | None) -> str:
    for h1 in soup.find_all("h1", limit=5):
        words = _levelled(h1.get_text())
        if len(words) > 8 and not _is_dropped(h1):
            return words
    return _levelled(title or "")


def _levelled(words: str) -> str:
    return _SPACE.sub(" ", _INVISIBLE.sub("", levelled(words).text)).strip()


# --- where the article is -----------------------------------------------------------------------


def _body(soup: BeautifulSoup) -> Tag:
    """Find the element that holds the article: what the page marks as it, else the densest."""
    lengths = _lengths(soup)
    whole = max(lengths.get(id(soup), 0), 1)
    for found in (
        soup.find_all(True, attrs={"itemprop": "articleBody"}),
        soup.find_all(class_=_BODY_CLASS),
        soup.find_all("article"),
        [*soup.find_all("main"), *soup.find_all(True, attrs={"role": "main"})],
    ):
        best = max(found, key=lambda tag: lengths.get(id(tag), 0), default=None)
        length = lengths.get(id(best), 0)
        if best is not None and (length >= _FEWEST or 5 * length >= 2 * whole):
            return best
    return _densest(soup, lengths)


def _lengths(soup: BeautifulSoup) -> dict[int, int]:
    """Count the characters of paragraphs below each element, links left out, in one pass."""
    lengths: dict[int, int] = {}
    order: list[Tag] = []
    stack: list[Tag] = [soup]
    while stack:
        tag = stack.pop()
        order.append(tag)
        own = 0
        for child in tag.children:
            if isinstance(child, Tag):
                if not _is_dropped(child) and child.name != "a":
                    stack.append(child)
            elif type(child) is NavigableString:
                own += len(child.strip())
        lengths[id(tag)] = own
    for tag in reversed(order[1:]):
        if tag.parent is not None:
            lengths[id(tag.parent)] = lengths.get(id(tag.parent), 0) + lengths[id(tag)]
    return lengths


def _densest(soup: BeautifulSoup, lengths: dict[int, int]) -> Tag:
    """Go down from the page as long as one child holds nearly all of its words."""
    tag: Tag = soup.body or soup
    while True:
        children = [c for c in tag.children if isinstance(c, Tag) and c.name in _BLOCKS]
        best = max(children, key=lambda c: lengths.get(id(c), 0), default=None)
        if best is None or 10 * lengths.get(id(best), 0) < 8 * max(lengths.get(id(tag), 0), 1):
            return tag
        if best.name in ("p", "li", "td", "blockquote"):
            return tag
        tag = best


def _attribute(tag: Tag, name: str) -> str:
    value = tag.get(name)
    return " ".join(value) if isinstance(value, list) else str(value or "")


def _is_dropped(tag: Tag) -> bool:
    """Say whether an element is no part of the article: navigation, forms, what is hidden."""
    if tag.name in _DROPPED:
        return True
    if not tag.attrs or tag.name in ("html", "body"):
        return False
    if tag.has_attr("hidden") or _attribute(tag, "aria-hidden") == "true":
        return True
    if _attribute(tag, "role") in _ROLES or _HIDDEN.search(_attribute(tag, "style")):
        return True
    if tag.name in ("main", "article", "p"):
        return False
    named = f"{_attribute(tag, 'class')} {_attribute(tag, 'id')}"
    is_noise = _NOISE.search(named) is not None and _attribute(tag, "itemprop") != "articleBody"
    return is_noise and not _BODY_CLASS.search(named)


# --- its words ----------------------------------------------------------------------------------


class _Walk:
    """One walk through an article, without recursion: a page can be nested as deep as it likes."""

    def __init__(self, authors: tuple[str, ...]) -> None:
        self.authors = {name.lower() for name in authors}
        self.pieces: list[str] = []
        self.kinds: list[LineKind] = []
        self.depth = 0
        self.quotes = 0

    def blocks(self, body: Tag) -> Iterator[_Block]:
        """Yield the paragraphs in order."""
        stack: list[tuple[Tag, Iterator[object]]] = [(body, iter(body.children))]
        self._enter(body)
        while stack:
            tag, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                yield from self._leave(tag)
            elif isinstance(child, Tag):
                if not _is_dropped(child) and not _is_footnote(child):
                    yield from self._opened(child, stack)
            elif type(child) is NavigableString:
                self.pieces.append(self._words(tag, child))
        yield from self._flush()

    def _words(self, tag: Tag, words: NavigableString) -> str:
        if tag.name == "pre":
            return unwrap(str(words)).text.replace("\n", "\v")
        return _SPACE.sub(" ", _INVISIBLE.sub("", levelled(words).text))

    def _opened(self, tag: Tag, stack: list[tuple[Tag, Iterator[object]]]) -> Iterator[_Block]:
        if tag.name == "br":
            self.pieces.append("\v")
            return
        if tag.name in _BLOCKS:
            yield from self._flush()
        self._enter(tag)
        stack.append((tag, iter(tag.children)))

    def _enter(self, tag: Tag) -> None:
        if tag.name == "blockquote":
            self.depth += 1
        elif tag.name == "q":
            self.pieces.append("“" if self.quotes % 2 == 0 else "‘")
            self.quotes += 1
        kind = self._kind(tag)
        if kind is not None:
            self.kinds.append(kind)

    def _leave(self, tag: Tag) -> Iterator[_Block]:
        if tag.name in _BLOCKS:
            yield from self._flush()
        if tag.name == "blockquote":
            self.depth -= 1
        elif tag.name == "q":
            self.quotes -= 1
            self.pieces.append("”" if self.quotes % 2 == 0 else "’")
        if self._kind(tag) is not None:
            self.kinds.pop()

    def _kind(self, tag: Tag) -> LineKind | None:
        """Say what the paragraphs in an element are for, as far as its name and classes tell."""
        if tag.name in _HEADINGS:
            return LineKind.HEADLINE
        if tag.name == "figcaption":
            return LineKind.CAPTION
        if tag.name == "li":
            return LineKind.ITEM
        if not tag.attrs or tag.name not in _BLOCKS or tag.name in ("body", "article", "main"):
            return None
        named = _attribute(tag, "class")
        if _CAPTION.search(named):
            return LineKind.CAPTION
        return LineKind.BYLINE if _BYLINE.search(named) else None

    def _flush(self) -> Iterator[_Block]:
        if not self.pieces:
            return
        joined = "".join(self.pieces)
        self.pieces = []
        for words in _lines(joined):
            yield _Block(words, self._tag(words))

    def _tag(self, words: str) -> LineTag | None:
        if self.kinds and self.kinds[-1] is not LineKind.ITEM:
            return LineTag(self.kinds[-1], self.depth)
        if words.lower().removeprefix("by ") in self.authors:
            return LineTag(LineKind.BYLINE)
        if self.depth:
            return LineTag(LineKind.QUOTE, self.depth)
        return LineTag(self.kinds[-1]) if self.kinds else None


def _is_footnote(tag: Tag) -> bool:
    if tag.name != "sup":
        return False
    words = tag.get_text()
    return len(words) < 12 and _FOOTNOTE.match(words) is not None


def _lines(joined: str) -> Iterator[str]:
    """Divide a paragraph at its line breaks, save where a sentence runs on over a single one."""
    held = ""
    blank = False
    for part in joined.split("\v"):
        words = _SPACE.sub(" ", part).strip()
        if not words:
            blank = bool(held)
            continue
        if held and not blank and not _END_MARK.search(held[-4:]) and LOWER_WORD.match(words):
            held = f"{held} {words}"
        else:
            if held:
                yield held
            held = words
        blank = False
    if held:
        yield held
