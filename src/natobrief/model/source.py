"""The document that a record comes from."""

from __future__ import annotations

import functools
import re

import attrs

from natobrief.errors import Fault, InvalidValue, show
from natobrief.model._fields import as_when
from natobrief.model.identity import Record
from natobrief.values import Choice
from natobrief.when import Truth, When

__all__ = ["Source", "SourceKind", "known_from"]

_SHA256 = "[0-9a-f]{64}"


class SourceKind(Choice):
    """What kind of document a source is. Closed list.

    >>> SourceKind.PRESS_RELEASE.value
    'press_release'
    """

    ARTICLE = "article"
    PRESS_RELEASE = "press_release"
    READOUT = "readout"
    TRANSCRIPT = "transcript"
    STATEMENT = "statement"
    SPEECH = "speech"
    REPORT = "report"
    POST = "post"
    CALENDAR = "calendar"


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Source(Record):
    """One document: an article, a press release, a transcript. Names follow schema.org.

    ``Source()`` is the author's own: a record written by hand without any document.

    Attributes:
        url: Where it is found.
        title: Its headline or title.
        publisher: Who published it, as text.
        kind: What kind of document it is.
        published: When it was published.
        updated: When it was last changed, if the document says so; not before ``published``.
        language: A BCP 47 tag, such as ``en``.
        text_sha256: The SHA-256 of its text in UTF-8, 64 hexadecimal digits in lower case.

    >>> Source(publisher="NATO", published="2022-01-07").published
    When.parse('2022-01-07')
    """

    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    kind: SourceKind | None = None
    published: When | None = attrs.field(default=None, converter=as_when)
    updated: When | None = attrs.field(default=None, converter=as_when)
    language: str | None = None
    text_sha256: str | None = None

    def _conflicts(self) -> list[Fault]:
        faults: list[Fault] = []
        if self.text_sha256 is not None and not re.fullmatch(_SHA256, self.text_sha256):
            allowed = "64 hexadecimal digits in lower case"
            came = show(self.text_sha256)
            faults.append(Fault(path="Source.text_sha256", allowed=allowed, came=came))
        if self.published and self.updated and self.updated.before(self.published) is Truth.YES:
            allowed = f"nothing before published ({self.published})"
            faults.append(Fault(path="Source.updated", allowed=allowed, came=str(self.updated)))
        return faults


def known_from(source: Source) -> When | None:
    """Say when a report became known: its publication, up to its last update."""
    # The owner's check comes after its defaults, so the source may still be of a wrong type.
    if type(source) is not Source or type(source.published) is not When:
        return None
    published, updated = source.published, source.updated
    if type(updated) is not When:
        return published
    return _between(published, updated)


@functools.lru_cache(maxsize=1024)
def _between(published: When, updated: When) -> When | None:
    try:
        return When.between(published, updated)
    except InvalidValue:
        return None  # both ends are open, so nothing is known
