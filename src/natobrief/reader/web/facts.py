"""What a page says about itself: title, publisher, author, dates, language and address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, cast
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup
from bs4.element import Tag

from natobrief.model import SourceKind

__all__ = ["Facts", "Stamp", "facts_of"]

_TYPES = {
    "newsarticle": 0,
    "reportagenewsarticle": 0,
    "analysisnewsarticle": 0,
    "opinionnewsarticle": 0,
    "backgroundnewsarticle": 0,
    "pressrelease": 0,
    "article": 1,
    "report": 1,
    "blogposting": 1,
    "liveblogposting": 1,
    "socialmediaposting": 1,
    "creativework": 2,
    "webpage": 3,
}
_MOST_NODES = 20_000
_LONGEST = 500
_PUBLISHED = (
    "article:published_time datepublished publishdate pubdate publish-date publication_date "
    "parsely-pub-date sailthru.date dc.date.issued dcterms.issued dcterms.created dc.date "
    "dcterms.date citation_publication_date cxenseparse:recs:publishtime og:published_time date"
).split()
_UPDATED = (
    "article:modified_time og:updated_time datemodified last-modified dcterms.modified "
    "dc.date.modified lastmod revised"
).split()
_TITLES = "og:title twitter:title dc.title dcterms.title headline title".split()
_PUBLISHERS = (
    "og:site_name dc.publisher dcterms.publisher publisher application-name "
    "apple-mobile-web-app-title"
).split()
_AUTHORS = (
    "author article:author dc.creator dcterms.creator parsely-author byl sailthru.author".split()
)
_LANGUAGES = "og:locale dc.language dcterms.language language content-language".split()
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?$")
_SEPARATOR = re.compile(r"\s+[|–—·»-]\s+")
_PATHS = (
    (
        re.compile(r"/(?:press-?releases?|pressreleases?)(?:/|$|-)", re.I),
        SourceKind.PRESS_RELEASE,
    ),
    (re.compile(r"/(?:transcripts?)(?:/|$)", re.I), SourceKind.TRANSCRIPT),
    (re.compile(r"/(?:speech(?:es)?)(?:/|$)", re.I), SourceKind.SPEECH),
    (re.compile(r"/(?:statements?)(?:/|$)", re.I), SourceKind.STATEMENT),
)
_HEADLINES = (
    (re.compile(r"^(?:Read-?out|Summary) of\b", re.I), SourceKind.READOUT),
    (
        re.compile(
            r"\b(?:transcript|press call|press conference|press briefing|doorstep)\b"
            r"|^(?:Remarks|Interview) (?:by|of|with)\b",
            re.I,
        ),
        SourceKind.TRANSCRIPT,
    ),
    (
        re.compile(r"^(?:Joint |Written |Press )?(?:Statement|Declaration|Communiqué)\b", re.I),
        SourceKind.STATEMENT,
    ),
    (re.compile(r"^(?:Speech|Address|Keynote)\b", re.I), SourceKind.SPEECH),
    (re.compile(r"\bpress release\b", re.I), SourceKind.PRESS_RELEASE),
)


class Stamp(NamedTuple):
    """A date as a page writes it.

    Attributes:
        words: What it writes.
        where: Where it does, for people to read: ``JSON-LD``, ``article:published_time``.
    """

    words: str
    where: str


class Facts(NamedTuple):
    """What a page says about itself; what it doesn't say is None or empty."""

    title: str | None
    publisher: str | None
    authors: tuple[str, ...]
    published: tuple[Stamp, ...]
    updated: tuple[Stamp, ...]
    language: str | None
    url: str | None
    kind: SourceKind | None


def facts_of(soup: BeautifulSoup, data: tuple[str, ...], url: str | None) -> Facts:
    """Read what a page says about itself: linked data first, then meta tags, then elements.

    Args:
        soup: The tree of the page.
        data: Its linked data, as JSON.
        url: Where the page was found, to make its own address whole.
    """
    linked = _article(data)
    meta = _meta(soup)
    publisher = _first(_names(linked.get("publisher")), _metas(meta, _PUBLISHERS))
    given = _first(
        _texts(linked.get("headline")), _texts(linked.get("name")), _metas(meta, _TITLES)
    )
    title = given or _own_title(soup, publisher)
    address = _address(soup, linked, meta, url)
    return Facts(
        title=title,
        publisher=publisher,
        authors=tuple(dict.fromkeys([*_names(linked.get("author")), *_authors(soup, meta)]))[:20],
        published=tuple(_stamps(soup, linked, meta, "datePublished", _PUBLISHED)),
        updated=tuple(_stamps(soup, linked, meta, "dateModified", _UPDATED)),
        language=_language(soup, linked, meta),
        url=address,
        kind=_kind(linked, meta, title or "", address or url or ""),
    )


def _clean(words: str) -> str:
    words = words.encode("utf-8", "replace").decode("utf-8")  # JSON can escape lone surrogates
    return " ".join(words.split())[:_LONGEST]


def _first(*lists: list[str]) -> str | None:
    return next((words for each in lists for words in each if words), None)


# --- linked data --------------------------------------------------------------------------------


def _article(data: tuple[str, ...]) -> Mapping[str, Any]:
    """Find the node that is most of an article; a page may hold many, in lists and graphs."""
    best: Mapping[str, Any] = {}
    rank = 99
    for node in _nodes(data):
        for name in _texts(node.get("@type")):
            own = _TYPES.get(name.rsplit("/", 1)[-1].lower(), 99)
            if own < rank:
                best, rank = node, own
    return best


def _nodes(data: tuple[str, ...]) -> Iterator[Mapping[str, Any]]:
    stack: list[Any] = [value for text in reversed(data) for value in _parsed(text)]
    seen = 0
    while stack and seen < _MOST_NODES:
        value = stack.pop()
        seen += 1
        if isinstance(value, list):
            stack.extend(reversed(cast("list[object]", value)))
        elif isinstance(value, dict):
            node = cast("dict[str, object]", value)
            yield node
            stack.extend(
                node[key] for key in ("mainEntity", "mainEntityOfPage", "@graph") if key in node
            )


def _parsed(text: str) -> Iterator[Any]:
    try:
        # Pages wrap it in CDATA, and put raw line breaks into strings.
        text = text.replace("<![CDATA[", "").replace("]]>", "").strip()
        yield json.loads(text.removesuffix(";"), strict=False)
    except (ValueError, RecursionError):
        return


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [words] if (words := _clean(value)) else []
    if isinstance(value, list):
        return [
            w
            for each in cast("list[object]", value)[:50]
            if isinstance(each, str)
            for w in _texts(each)
        ]
    return []


def _names(value: object) -> list[str]:
    """Return the names of people and organizations, however they are nested."""
    if isinstance(value, dict):
        return _texts(cast("dict[str, object]", value).get("name"))
    if isinstance(value, list):
        found: list[str] = []
        for each in cast("list[object]", value)[:50]:
            # A list in the list is no name.
            found += [] if isinstance(each, list) else _names(each)
        return found
    words = _texts(value)
    return [each for each in words if not each.startswith(("http:", "https:"))]


# --- meta tags ----------------------------------------------------------------------------------


def _meta(soup: BeautifulSoup) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for tag in soup.find_all("meta", limit=2000):
        content = _clean(str(tag.get("content") or ""))
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = str(tag.get(key) or "").lower()
            if name and content:
                found.setdefault(name, []).append(content)
    return found


def _metas(meta: Mapping[str, list[str]], names: Sequence[str]) -> list[str]:
    return [words for name in names for words in meta.get(name, ())]


def _authors(soup: BeautifulSoup, meta: Mapping[str, list[str]]) -> Iterator[str]:
    yield from (each for each in _metas(meta, _AUTHORS) if "://" not in each and "@" not in each)
    for tag in soup.find_all(True, attrs={"rel": "author"}, limit=10):
        yield from _texts(tag.get_text())
    for tag in soup.find_all(True, attrs={"itemprop": "author"}, limit=10):
        yield from _texts(tag.get_text())


def _own_title(soup: BeautifulSoup, publisher: str | None) -> str | None:
    """Return the title; without the name of the site, if a heading or the publisher shows it."""
    tag = soup.find("title")
    words = _clean(tag.get_text()) if isinstance(tag, Tag) else ""
    for heading in soup.find_all(["h1", "h2"], limit=20):
        inner = _clean(heading.get_text())
        if len(inner) > 12 and inner in words:
            return inner
    last = _SEPARATOR.split(words)[-1]
    if publisher and last != words and last.lower() == publisher.lower():
        words = words[: -len(last)].rstrip(" |–—·»:-")
    return words or None


def _stamps(
    soup: BeautifulSoup,
    linked: Mapping[str, Any],
    meta: Mapping[str, list[str]],
    key: str,
    names: Sequence[str],
) -> Iterator[Stamp]:
    yield from (Stamp(words, "JSON-LD") for words in _texts(linked.get(key)))
    for name in names:
        yield from (Stamp(words, f"meta {name}") for words in meta.get(name, ())[:1])
    for tag in soup.find_all(True, attrs={"itemprop": key}, limit=5):
        if tag.name != "meta":
            words = _clean(str(tag.get("datetime") or tag.get("content") or tag.get_text()))
            yield Stamp(words, f"itemprop {key}")
    if key == "datePublished":
        yield from _times(soup)


def _times(soup: BeautifulSoup) -> Iterator[Stamp]:
    """Yield the first time element of the page that isn't the time of a change or of a comment."""
    for tag in soup.find_all("time", limit=20):
        words = _clean(str(tag.get("datetime") or ""))
        named = f"{tag.get('class') or ''} {tag.get('itemprop') or ''}".lower()
        if not words or "updated" in named or "modified" in named:
            continue
        if tag.find_parent(["nav", "aside", "footer"]) is None:
            yield Stamp(words, "time")
            return


def _language(
    soup: BeautifulSoup, linked: Mapping[str, Any], meta: Mapping[str, list[str]]
) -> str | None:
    root = soup.find("html")
    own = str(root.get("lang") or root.get("xml:lang") or "") if isinstance(root, Tag) else ""
    for words in (own, *_texts(linked.get("inLanguage")), *_metas(meta, _LANGUAGES)):
        tag = words.strip().replace("_", "-")
        if _LANGUAGE.match(tag):
            head, *rest = tag.split("-")
            return "-".join([head.lower(), *(p.upper() if len(p) == 2 else p for p in rest)])
    return None


def _address(
    soup: BeautifulSoup, linked: Mapping[str, Any], meta: Mapping[str, list[str]], url: str | None
) -> str | None:
    link = soup.find("link", rel="canonical")
    own = [str(link.get("href") or "")] if isinstance(link, Tag) else []
    for words in (*own, *_metas(meta, ["og:url"]), *_texts(linked.get("url"))):
        try:
            address = urljoin(url or "", words.strip())
            parts = urlsplit(address)
        except ValueError:
            continue
        if (
            parts.scheme in ("http", "https")
            and parts.netloc
            and not any(c.isspace() for c in address)
        ):
            return address
    return None


def _kind(
    linked: Mapping[str, Any], meta: Mapping[str, list[str]], title: str, url: str
) -> SourceKind | None:
    types = {name.rsplit("/", 1)[-1].lower() for name in _texts(linked.get("@type"))}
    if "pressrelease" in types:
        return SourceKind.PRESS_RELEASE
    for pattern, kind in _HEADLINES:
        if pattern.search(title):
            return kind
    for pattern, kind in _PATHS:
        if pattern.search(url):
            return kind
    if any(_TYPES.get(name, 99) <= 1 for name in types):
        return SourceKind.ARTICLE
    return SourceKind.ARTICLE if "article" in meta.get("og:type", ()) else None
