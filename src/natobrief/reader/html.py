"""From a page of HTML to a brief."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING

from natobrief.directory import Directory
from natobrief.errors import Fault, InvalidValue, MissingExtra, show
from natobrief.model import Brief, Source
from natobrief.reader.build import check_zone, read_prepared
from natobrief.reader.notes import Question
from natobrief.reader.registry import DEFAULT_SETUP, Setup
from natobrief.reader.text.preparing import Prepared
from natobrief.reader.text.unwrapping import Unwrapped
from natobrief.reader.web.markup import Decoded, decoded, whole_markup
from natobrief.when import When, WhenLike
from natobrief.when.moment import when_of

if TYPE_CHECKING:
    from natobrief.reader.web.facts import Facts

__all__ = ["html_with", "read_html"]

_MOST_CONTROLS = 0.02


def read_html(
    page: str | bytes,
    *,
    url: str | None = None,
    published: WhenLike | None = None,
    source: Source | None = None,
    directory: Directory | None = None,
    zone: str | None = None,
) -> Brief:
    """Read a page of HTML into a brief. Needs the extra ``html``.

    The article is found on the page and made into text: the headline, then one paragraph a line
    with a blank line between two, navigation, scripts, forms and footers left out. That text is
    the ``text`` of the brief, and all spans count characters of it, not of the page. Block quotes,
    captions, bylines and headings are read as what the page marks them to be; ``<q>`` becomes
    quotation marks.

    Title, publisher, language, address and the days of publication and of the last change come
    from JSON-LD, from meta tags, from ``<time>`` and from ``<title>``, in this order. If they
    contradict each other about the day, the day of publication is the set of what they say, and
    the brief has a doubt. Nothing is fetched.

    Args:
        page: The page. Bytes are read by their byte order mark, by the encoding that the page
            declares, as UTF-8, or as Windows-1252.
        url: Where the page was found. Without it, the address that the page gives itself.
        published: The day of publication, if it is known better than from the page.
        source: What is known of the document. Its fields count before what the page says.
        directory: What is known about people, posts and bodies; the bundled one by default.
        zone: The time zone of dates that name none: ``Europe/Brussels``. UTC by default.

    Returns:
        The brief, as :func:`~natobrief.read` returns it.

    Raises:
        MissingExtra: beautifulsoup4 is not installed.
        InvalidValue: ``page`` is no text and no bytes, has lone surrogates or is no HTML but
            binary data, another argument is of another type, ``zone`` is no time zone, or
            ``published`` and the source's own day of publication differ.
        InvalidDate: ``published`` is no date.

    >>> brief = read_html(
    ...     '<html lang="en"><meta property="article:published_time" content="2022-01-07">'
    ...     "<nav>Home</nav><article><h1>Talks planned</h1>"
    ...     "<p><q>The risk is real,</q> Jens Stoltenberg said.</p></article></html>"
    ... )
    >>> print(brief.text)
    Talks planned
    <BLANKLINE>
    “The risk is real,” Jens Stoltenberg said.
    >>> brief.source.title, brief.source.published, brief.quotes[0].speaker.id
    ('Talks planned', When.parse('2022-01-07'), 'jens-stoltenberg')
    """
    return html_with(page, url, published, source, directory, zone, DEFAULT_SETUP)


def html_with(
    page: str | bytes,
    url: str | None,
    published: WhenLike | None,
    source: Source | None,
    directory: Directory | None,
    zone: str | None,
    setup: Setup,
) -> Brief:
    """Read a page with the words, the rules and the finders of a reader."""
    if importlib.util.find_spec("bs4") is None:
        raise MissingExtra("natobrief.read_html", "html")
    faults = list(_faults(url, source, directory, zone))
    text = _page(page, faults)
    if faults:
        raise InvalidValue(faults)
    given = _given(published, source, zone)
    return _read(text, url, given, source, directory, zone, setup)


def _faults(url: object, source: object, directory: object, zone: str | None) -> list[Fault]:
    faults: list[Fault] = []
    for name, value, wanted in (
        ("url", url, str),
        ("source", source, Source),
        ("directory", directory, Directory),
    ):
        if value is not None and not isinstance(value, wanted):
            allowed = "text or None" if wanted is str else f"a {wanted.__name__} or None"
            faults.append(Fault(path=f"read_html.{name}", allowed=allowed, came=show(value)))
    return [*faults, *check_zone(zone, "read_html.zone")]


def _page(page: object, faults: list[Fault]) -> Decoded:
    path = "read_html.page"
    if isinstance(page, bytes):
        text = decoded(page)
    elif isinstance(page, str):
        text = Decoded(page, "", 0)
    else:
        faults.append(Fault(path=path, allowed="text or bytes", came=show(page)))
        return Decoded("", "", 0)
    try:
        text.text.encode("utf-8")
    except UnicodeEncodeError as error:
        came = f"{show(text.text[error.start])} at {error.start}"
        faults.append(Fault(path=path, allowed="text without lone surrogates", came=came))
    if _is_binary(text):
        faults.append(Fault(path=path, allowed="HTML", came=f"binary data: {show(page)}"))
    return text


def _is_binary(text: Decoded) -> bool:
    """Say whether bytes are no text: an image, an archive, a program."""
    sample = text.text[:20_000]
    if not sample or not text.encoding:
        return False
    controls = sum(c < " " and c not in "\t\n\r\f\v\x1b" for c in sample)
    return controls > _MOST_CONTROLS * len(sample) or sample.startswith("%PDF-")


def _given(published: WhenLike | None, source: Source | None, zone: str | None) -> When | None:
    own = source.published if source is not None else None
    if published is None:
        return own
    given = when_of(published, zone, "read_html.published")
    if own is not None and own != given:
        allowed = f"the source's own day of publication ({own}), or None"
        raise InvalidValue([Fault(path="read_html.published", allowed=allowed, came=str(given))])
    return given


def _read(
    page: Decoded,
    url: str | None,
    given: When | None,
    source: Source | None,
    directory: Directory | None,
    zone: str | None,
    setup: Setup,
) -> Brief:
    from bs4 import BeautifulSoup

    from natobrief.reader.web.dates import page_dates
    from natobrief.reader.web.facts import facts_of
    from natobrief.reader.web.words import article_of

    markup = whole_markup(page.text)
    soup = BeautifulSoup(markup.text, "html.parser")
    facts = facts_of(soup, markup.data, url)
    article = article_of(soup, facts.title, facts.authors)
    dates = page_dates(facts.published, facts.updated, zone, given)
    document = _document(source or Source(), facts, url, dates.published, dates.updated)
    questions = [*dates.questions]
    if page.lost:
        reason = f"{page.lost} characters of the page don't fit its encoding, {page.encoding}"
        questions.append(Question("page-encoding", (), reason))
    if document.title is None and article.text:
        document = document.evolve(title=article.text.partition("\n")[0][:300])
    unwrapped = Unwrapped(article.text, (0,), (0,))
    prepared = Prepared(unwrapped, article.tags)
    return read_prepared(article.text, prepared, document, directory, zone, setup, tuple(questions))


def _document(
    source: Source, facts: Facts, url: str | None, published: When | None, updated: When | None
) -> Source:
    """Fill in what the caller leaves open."""
    found = {
        "url": url or facts.url,
        "title": facts.title,
        "publisher": facts.publisher,
        "kind": facts.kind,
        "published": published,
        "updated": updated,
        "language": facts.language,
    }
    missing = {key: value for key, value in found.items() if getattr(source, key) is None}
    return source.evolve(**missing)
