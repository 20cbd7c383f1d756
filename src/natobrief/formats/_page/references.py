"""How one part of a page points at another: sources by number, meetings and statements by name."""

from __future__ import annotations

import re

from natobrief.formats._page.content import Content
from natobrief.formats._page.parts import Foreign, Pointer, Run, Runs, Words
from natobrief.formats._page.words import GENRES, moment
from natobrief.model import AnyRecord, Meeting, Quote, Source, Statement
from natobrief.model.source import known_from

__all__ = ["References", "address_of", "language_of"]

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*", re.ASCII)
_ADDRESS = re.compile(r"https?://[!-~]+", re.ASCII | re.IGNORECASE)


def language_of(source: Source) -> str | None:
    """Return the language of a source, if it is a well-formed tag."""
    language = source.language
    return language if language is not None and _LANGUAGE.fullmatch(language) else None


def address_of(source: Source) -> str | None:
    """Return the address of a source, if it is one that a page may link: http or https."""
    return source.url if source.url is not None and _ADDRESS.fullmatch(source.url) else None


class References:
    """Names for what is told elsewhere on the page, with the label of the place."""

    def __init__(self, content: Content) -> None:
        self._content = content

    def source(self, source: Source) -> Runs:
        """Return a pointer to a source, by its publisher or title and its number."""
        number = self._content.sources[source]
        words = Words(f"source {number}")
        name = source.publisher or source.title
        runs = (words,) if name is None else (Foreign(name), Words(" ("), words, Words(")"))
        return [Pointer(runs, f"#source-{number}")]

    def meeting(self, uid: str) -> Runs:
        """Return a pointer to the newest report of a meeting, or its bare uid."""
        encounter = self._content.encounters.get(self._content.uid(uid))
        if encounter is None:
            return [Words("a meeting that is not told of here ("), Foreign(uid), Words(")")]
        newest = encounter.newest
        body = None if newest.body is None else newest.body.name
        name = newest.name or body
        words = Words("a meeting without a name") if name is None else Foreign(name)
        return [Pointer((words,), f"#{newest.id}")]

    def record(self, reference: str) -> Runs:
        """Return a pointer to a record by its id or a uid; nothing where there is none."""
        record = self._content.by_id.get(reference)
        if record is None:
            known = self._content.uid(reference) in self._content.encounters
            return self.meeting(reference) if known else []
        if isinstance(record, Meeting):
            body = None if record.body is None else record.body.name
            name = record.name or body
            words = (Words("a meeting") if name is None else Foreign(name),)
            return [Pointer(words, f"#{record.id}")]
        kind = "quote" if isinstance(record, Quote) else self.statement_name(record)
        speaker = record.speaker
        who = Words("an unknown speaker") if speaker is None else Foreign(speaker.name)
        return [Pointer((Words(f"the {kind} of "), who), f"#{record.id}")]

    def statement_name(self, statement: Statement) -> str:
        """Return what a statement is called: its genre."""
        return "statement" if statement.genre is None else GENRES[statement.genre]

    def report(self, record: AnyRecord) -> Runs:
        """Return the line that names the source, and when the report became known if it differs."""
        row: list[Run] = [Words("According to "), *self.source(record.source)]
        published = record.source.published
        if published is not None:
            row += [Words(" of "), moment(published)]
        if record.known is not None and record.known != known_from(record.source):
            row += [Words(", known "), moment(record.known)]
        return row
