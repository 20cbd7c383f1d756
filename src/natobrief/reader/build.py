"""From text to brief: the layers in order, then the records with their evidence and doubts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from natobrief.directory import Directory
from natobrief.errors import Fault, InvalidValue, show
from natobrief.model import (
    Brief,
    Person,
    Post,
    Source,
    SourceKind,
)
from natobrief.reader.assembling import Assembly
from natobrief.reader.brought import encounter_rule, reported_rule, with_found
from natobrief.reader.dating import Dated, date_text, terms_of
from natobrief.reader.meetings.encounters import find_encounters
from natobrief.reader.meetings.merging import meeting_drafts
from natobrief.reader.notes import Question
from natobrief.reader.page import Page
from natobrief.reader.people.identities import Identity, People
from natobrief.reader.people.knowledge import Knowledge
from natobrief.reader.people.mentions import Mention, MentionKind
from natobrief.reader.quotes.blocks import find_blocks, signatures
from natobrief.reader.quotes.indirect import reported_speech
from natobrief.reader.quotes.speakers import direct_quotes
from natobrief.reader.quotes.utterances import Utterance, utterances
from natobrief.reader.registry import DEFAULT_SETUP, Setup
from natobrief.reader.statements.gathering import Speech, statement_drafts
from natobrief.reader.statements.leading import with_only_speaker
from natobrief.reader.text.preparing import Prepared, prepare
from natobrief.reader.transcripts.set_apart import set_apart
from natobrief.when import When, WhenLike, find
from natobrief.when.moment import when_of

__all__ = ["check_zone", "read", "read_prepared", "read_with"]

_SPOKEN = (SourceKind.TRANSCRIPT, SourceKind.SPEECH)


def read(
    text: str,
    *,
    published: WhenLike | None = None,
    source: Source | None = None,
    directory: Directory | None = None,
    zone: str | None = None,
) -> Brief:
    """Read an article, a press release or another text into a brief.

    Reading is deterministic, and it asks neither the clock nor the network. Offsets in the spans
    of the brief count characters of exactly the ``text`` given. Each line is a paragraph, except
    in a text that is wrapped at a fixed width of up to 100 characters: there a paragraph ends at a
    blank line, and the records hold its words on one line. Records hold plain spaces where the
    text has no-break or thin ones, and no invisible marks.

    Args:
        text: Plain text or Markdown, with any style of newlines.
        published: The day from which "yesterday" counts. If it is left out, the source's own
            ``published`` is taken; without that, the text's own date; without that, the year is
            inferred from the weekdays in the text and from the speakers' times in office.
        source: The document that the text is from. The brief's source also carries the hash of
            the text and the day of publication.
        directory: What is known about people, posts and bodies; the bundled one by default.
        zone: The time zone of dates that name none: ``Europe/Brussels``. UTC by default.

    Returns:
        The brief, with evidence for every record and a doubt for all that isn't decided.

    Raises:
        InvalidValue: ``text`` is no text or has lone surrogates, another argument is of another
            type, ``zone`` is no time zone, or ``published`` and the source's own day of
            publication differ.
        InvalidDate: ``published`` is no date.

    >>> brief = read('"The risk of conflict is real," Jens Stoltenberg said on 7 January 2022.')
    >>> brief.quotes[0].text, brief.quotes[0].speaker.name
    ('The risk of conflict is real,', 'Jens Stoltenberg')
    """
    return read_with(text, published, source, directory, zone, DEFAULT_SETUP)


def read_with(
    text: str,
    published: WhenLike | None,
    source: Source | None,
    directory: Directory | None,
    zone: str | None,
    setup: Setup,
) -> Brief:
    """Read a text with the words, the rules and the finders of a reader."""
    checked = _checked(text)
    _check_type("source", source, Source)
    _check_type("directory", directory, Directory)
    if faults := check_zone(zone, "read.zone"):
        raise InvalidValue(faults)
    day = _published(published, source, zone)
    document = _document(checked, source, day)
    return read_prepared(checked, prepare(checked), document, directory, zone, setup)


def read_prepared(
    text: str,
    prepared: Prepared,
    source: Source,
    directory: Directory | None,
    zone: str | None,
    setup: Setup,
    questions: tuple[Question, ...] = (),
) -> Brief:
    """Read a text that is ready to be read and whose arguments are checked.

    Args:
        text: The text, as the brief holds it.
        prepared: The text as the layers read it.
        source: The document; its ``published`` is the day from which days are counted.
        directory: What is known; the bundled one by default.
        zone: The time zone of dates that name none.
        setup: The words, the rules and the finders.
        questions: What is doubtful before the text is read.
    """
    document = _document(text, source, source.published)
    knowledge = Knowledge.of(directory if directory is not None else Directory.default())
    reading = _Reading(text, prepared, document, knowledge, zone, setup)
    return reading.brief(document.published, questions)


def _checked(text: object) -> str:
    if type(text) is not str:
        raise InvalidValue([Fault(path="read.text", allowed="text", came=show(text))])
    if not text.isascii():
        try:
            text.encode("utf-8")
        except UnicodeEncodeError as error:
            came = f"{show(text[error.start])} at {error.start}"
            fault = Fault(path="read.text", allowed="text without lone surrogates", came=came)
            raise InvalidValue([fault]) from None
    return text


def _check_type(name: str, value: object, wanted: type) -> None:
    if value is not None and not isinstance(value, wanted):
        allowed = f"a {wanted.__name__} or None"
        raise InvalidValue([Fault(path=f"read.{name}", allowed=allowed, came=show(value))])


def check_zone(zone: str | None, path: str) -> list[Fault]:
    """Return the faults of a zone that is none, before one of the layers trips over it."""
    try:
        find("", zone=zone)
    except InvalidValue as error:
        return [Fault(path=path, allowed=f.allowed, came=f.came) for f in error.faults]
    return []


def _published(published: WhenLike | None, source: Source | None, zone: str | None) -> When | None:
    own = source.published if source is not None else None
    if published is None:
        return own
    given = when_of(published, zone, "read.published")
    if own is not None and own != given:
        allowed = f"the source's own day of publication ({own}), or None"
        raise InvalidValue([Fault(path="read.published", allowed=allowed, came=str(given))])
    return given


def _document(text: str, source: Source | None, day: When | None) -> Source:
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    document = source if source is not None else Source()
    if document.text_sha256 is None:
        document = document.evolve(text_sha256=digest)
    return document if document.published == day else document.evolve(published=day)


class _Reading:
    """One text on its way to a brief."""

    def __init__(
        self,
        text: str,
        prepared: Prepared,
        source: Source,
        knowledge: Knowledge,
        zone: str | None,
        setup: Setup,
    ) -> None:
        self.given, self.source, self.zone = text, source, zone
        self.knowledge = knowledge
        self.unwrapped = prepared.unwrapped
        self.text = self.unwrapped.text
        self.setup = setup
        self.page = Page(self.text, knowledge.names, setup, prepared.tags)
        self.digest = hashlib.sha256(text.encode("utf-8")).hexdigest()

    def brief(self, published: When | None, questions: tuple[Question, ...]) -> Brief:
        page = self.page
        signed = signatures(page)
        apart = self.apart = set_apart(
            page, signed, self.source.publisher, expected=self.source.kind in _SPOKEN
        )
        blocks = [block for block in find_blocks(page, signed) if apart.leaves(page, block)]
        lines = page.layout.lines
        signed_places = [(lines[b.first].start, lines[b.last].end) for b in blocks]
        page.hide(sorted([*signed_places, *apart.places]))
        more = [reported_rule(rule) for rule in self.setup.reported]
        reported = reported_speech(page, more)
        said = utterances(page, blocks, signed, direct_quotes(page), reported)
        said = sorted([*said, *apart.said], key=lambda row: row.where[0])
        said = with_found(page, said, self.setup.quotes)
        offices = {s.speaker.start: s.office for s in signed if s.office is not None}
        people = People(page, self.knowledge, offices)
        dated = self._dated(people, said, published)
        dated = dated._replace(questions=(*dated.questions, *questions))
        people.on = dated.dating.reference
        encounters = find_encounters(page, [encounter_rule(r) for r in self.setup.encounters])
        drafts = meeting_drafts(page, people, encounters, dated)
        speeches = with_only_speaker(page, people, list(self._speeches(people, said)))
        told = statement_drafts(page, people, speeches, drafts, dated)
        told = told if page.uses("gathered") else []
        off = self.setup.off
        assembly = Assembly(self.given, self.unwrapped, self.source, self.digest, people, off)
        return assembly.brief(dated, speeches, told, drafts)

    def _speeches(self, people: People, said: list[Utterance]) -> Iterator[Speech]:
        """Say who speaks each time; a pronoun can go on with the last speaker of its paragraph."""
        last: Mention | None = None
        line = -1
        for utterance in said:
            row = utterance.speaker
            if row is None:
                yield Speech(utterance, None)
                continue
            here = self.page.layout.line_index(row.start)
            identity = self._identity(people, row)
            is_open = identity.actor is None or identity.rule == "pronoun-subject"
            if is_open and row.kind is MentionKind.PRONOUN and last and here == line:
                identity = people.inherited(row, last) or identity
            if identity.actor is not None and row.kind is not MentionKind.PRONOUN:
                last, line = row, here
            yield Speech(utterance, identity)

    def _identity(self, people: People, row: Mention) -> Identity:
        """Say who speaks, whether a label names the speaker or the prose does."""
        speakers = self.apart.speakers
        return speakers.identify(row, people) if speakers.holds(row) else people.identify(row)

    def _dated(self, people: People, said: list[Utterance], published: When | None) -> Dated:
        speakers: dict[tuple[Person, Post | None], None] = {}
        for utterance in said:
            if utterance.speaker is None:
                continue
            identity = self._identity(people, utterance.speaker)
            if isinstance(identity.actor, Person):
                speakers[identity.actor, identity.post] = None
        terms = terms_of(self.knowledge, speakers)
        return date_text(self.page, terms, published, self.zone)
