"""A value as a page: quotes, a timeline, what lies ahead, doubts, how it was dated, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from natobrief.formats._page.content import Content, Encounter, in_order, time_of
from natobrief.formats._page.dates import day_in_words
from natobrief.formats._page.matters import dating_blocks, doubt_items, lead_of, source_items
from natobrief.formats._page.meetings import is_open, lies_ahead, meeting_item
from natobrief.formats._page.parts import (
    Block,
    Foreign,
    Heading,
    Item,
    Items,
    Page,
    Paragraph,
    Runs,
    Section,
    Words,
)
from natobrief.formats._page.records import quotation, statement_item
from natobrief.formats._page.references import References, language_of
from natobrief.formats._page.words import moment
from natobrief.model import AnyRecord, Meeting, Statement

__all__ = ["page_of"]

R = TypeVar("R", bound=AnyRecord)

_NO_TIME = "At a time that is not known"


def page_of(content: Content, title: str | None = None) -> Page:
    """Return the page of what a value holds; by default its title is that of the one source."""
    references = References(content)
    ahead = [uid for uid, each in content.encounters.items() if _is_ahead(each, content)]
    sections = [
        Section("Quotes", "quotes", list(_quotes(content, references))),
        Section("Timeline", "timeline", list(_timeline(content, references, ahead))),
        Section("What lies ahead", "ahead", list(_ahead(content, references, ahead))),
        Section("Doubts", "doubts", _listed(doubt_items(content, references))),
        Section("How the dates were found", "dating", list(dating_blocks(content, references))),
        Section("Sources", "sources", _listed(source_items(content), numbered=True)),
    ]
    shown = [section for section in sections if section.blocks]
    return Page(_title(content, title), lead_of(content), shown)


def _title(content: Content, title: str | None) -> Foreign:
    if title is not None:
        return Foreign(title)
    if len(content.sources) == 1:
        (source,) = content.sources
        if source.title is not None:
            return Foreign(source.title, language_of(source))
    said = "statements" if content.statements else "quotes" if content.quotes else ""
    held = "meetings" if content.meetings else ""
    words = " and ".join(word for word in (said, held) if word) or "no statements and no meetings"
    return Foreign(words.capitalize())


def _listed(items: Sequence[Item], *, numbered: bool = False) -> list[Block]:
    return [Items(items, numbered)] if items else []


def _by_day(records: Iterable[R]) -> Iterable[tuple[str, list[R]]]:
    """Put records of the same day, or of the same words for a time, together."""
    days: dict[str, list[R]] = {}
    for record in records:
        days.setdefault(_day(record), []).append(record)
    return days.items()


def _day(record: AnyRecord) -> str:
    time = time_of(record)
    words = _NO_TIME if time is None else day_in_words(time)
    return words[0].upper() + words[1:]


def _quotes(content: Content, references: References) -> Iterator[Block]:
    for day, quotes in _by_day(content.quotes):
        yield Heading([Words(day)])
        yield from (quotation(quote, references) for quote in quotes)


def _is_ahead(encounter: Encounter, content: Content) -> bool:
    return lies_ahead(encounter.newest, content.latest)


def _timeline(content: Content, references: References, ahead: list[str]) -> Iterator[Block]:
    found: list[Statement | Meeting] = [*content.statements]
    found += [each.newest for uid, each in content.encounters.items() if uid not in ahead]
    for day, records in _by_day(in_order(found)):
        yield Heading([Words(day)])
        yield Items([_entry(record, content, references) for record in records])


def _entry(record: Statement | Meeting, content: Content, references: References) -> Item:
    if isinstance(record, Statement):
        return statement_item(record, references)
    item = _encounter(record, content, references)
    if not is_open(record):
        return item
    unsettled = [Words("No report here tells what came of it")]
    return item._replace(lines=[*item.lines, unsettled])


def _ahead(content: Content, references: References, ahead: list[str]) -> Iterator[Block]:
    if not ahead:
        return
    if content.latest is not None:
        yield Paragraph([Words("As of the newest report, "), moment(content.latest)])
    newest = (content.encounters[uid].newest for uid in ahead)
    yield Items([_encounter(meeting, content, references) for meeting in newest])


def _encounter(newest: Meeting, content: Content, references: References) -> Item:
    """Return the newest report of a meeting and, below it, the older ones and why they are one."""
    encounter = content.encounters[content.uid(newest.uid)]
    item = meeting_item(newest, references)
    blocks: list[Block] = []
    if encounter.older:
        blocks.append(Paragraph([Words("Earlier reports")]))
        blocks.append(Items([meeting_item(older, references) for older in encounter.older]))
    if encounter.links:
        reasons = dict.fromkeys(link.reason for link in encounter.links)
        blocks.append(Paragraph([Words("Counted as one meeting, for these reasons")]))
        blocks.append(Items([Item([_reason(reason)]) for reason in reasons]))
    return item._replace(blocks=blocks)


def _reason(reason: str) -> Runs:
    return [Foreign(reason)]
