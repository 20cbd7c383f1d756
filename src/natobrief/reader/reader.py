"""A reader of your own: other words, further rules, finders, and rules that are switched off."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import cast

import attrs

from natobrief.directory import Directory
from natobrief.errors import Fault, InvalidValue, show
from natobrief.model import Brief, Source
from natobrief.reader.build import check_zone, read_with
from natobrief.reader.finders import Finder, NameFinder, QuoteFinder
from natobrief.reader.html import html_with
from natobrief.reader.lexicon import DEFAULT, Lexicon
from natobrief.reader.registry import DEFAULT_SETUP, RULES, Setup, reasons_of
from natobrief.reader.rule import Layer, Rule
from natobrief.values import tuple_of
from natobrief.when import WhenLike

__all__ = ["Reader"]

_OWN = {rule.id: rule for rule in RULES}


@attrs.frozen(kw_only=True)
class Reader:
    """Reads texts with words, rules and finders of your own beside those of the package.

    ``Reader()`` reads as :func:`~natobrief.read` does. A reader is a plain value: make it once
    and use it for many texts.

    Where several find something in the same words, a finder counts before the rules, a rule of
    yours before those of the package, and what comes earlier in its tuple before what comes
    later. Evidence names the rule or the finder.

    Attributes:
        directory: What is known about people, posts and bodies; the bundled one by default.
        zone: The time zone of dates that name none; UTC by default.
        lexicon: The words that rules look for.
        rules: Rules of yours, each with its function or pattern.
        finders: Finders of yours, of names or of quotes or of both.
        without: The ids of rules that are switched off.

    Raises:
        InvalidValue: A field doesn't fit, two rules or finders share a name, or ``without`` names
            a rule that is unknown or the code of a doubt. All faults are listed.

    >>> reader = Reader(lexicon=Lexicon().adding(core_verbs=["avow"]))
    >>> reader.read("Ann Lee avowed that talks would start.").quotes[0].cue
    'avowed'
    >>> Reader(without=["said-that"]).read("Ann Lee said that talks would start.").quotes
    ()
    """

    directory: Directory | None = None
    zone: str | None = None
    lexicon: Lexicon = DEFAULT
    rules: tuple[Rule, ...] = attrs.field(default=(), converter=tuple_of)
    finders: tuple[Finder, ...] = attrs.field(default=(), converter=tuple_of)
    without: tuple[str, ...] = attrs.field(default=(), converter=tuple_of)

    def __attrs_post_init__(self) -> None:
        faults = [*self._faults_of_fields(), *self._faults_of_names()]
        if faults:
            raise InvalidValue(faults)

    def _faults_of_fields(self) -> Iterator[Fault]:
        if self.directory is not None:
            yield from _unlike("directory", self.directory, Directory, "a Directory or None")
        yield from check_zone(self.zone, "Reader.zone")
        yield from _unlike("lexicon", self.lexicon, Lexicon, "a Lexicon")
        for name in ("rules", "finders", "without"):
            if type(getattr(self, name)) is not tuple:
                yield _fault(name, "a tuple or a list", getattr(self, name))

    def _faults_of_names(self) -> Iterator[Fault]:
        names = dict.fromkeys(_OWN, "a rule of the package")
        for where, each in self._each("rules"):
            if not isinstance(each, Rule) or each.find is None:
                yield _fault(where, "a Rule with a function or a pattern in find", each)
            else:
                yield from _taken(where, each.id, names)
        for where, each in self._each("finders"):
            if not isinstance(each, NameFinder | QuoteFinder):
                yield _fault(where, "an object with a name and find_names or find_quotes", each)
            else:
                yield from _taken(where, each.name, names)
        for where, each in self._each("without"):
            rule = _OWN.get(each) if type(each) is str else None
            if rule is None or rule.layer is Layer.DOUBT:
                yield _fault(where, "the id in rules() of a rule that is no doubt", each)

    def _each(self, name: str) -> Iterator[tuple[str, object]]:
        value: object = getattr(self, name)
        if isinstance(value, tuple):
            rows = cast("tuple[object, ...]", value)
            yield from ((f"{name}[{index}]", each) for index, each in enumerate(rows))

    @functools.cached_property
    def _setup(self) -> Setup:
        if not (self.rules or self.finders or self.without) and self.lexicon is DEFAULT:
            return DEFAULT_SETUP
        return Setup(
            lexicon=self.lexicon,
            off=frozenset(self.without),
            reported=tuple(r for r in self.rules if r.layer is Layer.REPORTED),
            encounters=tuple(r for r in self.rules if r.layer is Layer.ENCOUNTER),
            names=tuple(f for f in self.finders if isinstance(f, NameFinder)),
            quotes=tuple(f for f in self.finders if isinstance(f, QuoteFinder)),
            reasons=reasons_of(self.rules),
        )

    def read(
        self, text: str, *, published: WhenLike | None = None, source: Source | None = None
    ) -> Brief:
        """Read a text into a brief, as :func:`~natobrief.read` does, with this reader's rules.

        Args:
            text: Plain text or Markdown.
            published: The day from which "yesterday" counts.
            source: The document that the text is from.

        Raises:
            InvalidValue: An argument doesn't fit, or a rule or a finder of yours yields what it
                may not.
            InvalidDate: ``published`` is no date.

        >>> Reader().read("Ann Lee met Bo Kim in Oslo.").meetings[0].place.name
        'Oslo'
        """
        return read_with(text, published, source, self.directory, self.zone, self._setup)

    def read_html(
        self,
        page: str | bytes,
        *,
        url: str | None = None,
        published: WhenLike | None = None,
        source: Source | None = None,
    ) -> Brief:
        """Read a page into a brief, as :func:`~natobrief.read_html` does, with this reader's rules.

        Args:
            page: The page.
            url: Where the page was found.
            published: The day of publication, if it is known better than from the page.
            source: What is known of the document.

        Raises:
            MissingExtra: beautifulsoup4 is not installed.
            InvalidValue: An argument doesn't fit, or a rule or a finder of yours yields what it
                may not.
            InvalidDate: ``published`` is no date.

        >>> Reader().read_html("<p>Ann Lee met Bo Kim in Oslo.</p>").meetings[0].place.name
        'Oslo'
        """
        return html_with(page, url, published, source, self.directory, self.zone, self._setup)


def _fault(name: str, allowed: str, came: object) -> Fault:
    return Fault(path=f"Reader.{name}", allowed=allowed, came=show(came))


def _unlike(name: str, value: object, wanted: type, allowed: str) -> Iterator[Fault]:
    if not isinstance(value, wanted):
        yield _fault(name, allowed, value)


def _taken(where: str, name: object, names: dict[str, str]) -> Iterator[Fault]:
    """Report a name that is none or that another rule or finder has."""
    if type(name) is not str or not name.strip():
        yield _fault(f"{where}.name", "text that is not blank", name)
    elif name in names:
        yield _fault(where, f"another name than {names[name]}", name)
    else:
        names[name] = "another rule or finder of this reader"
