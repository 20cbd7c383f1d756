"""What a page tells about itself: its doubts, how dates were found, and the sources."""

from __future__ import annotations

from collections.abc import Iterator

from natobrief.formats._page.content import Content
from natobrief.formats._page.parts import (
    Block,
    Foreign,
    Item,
    Items,
    Paragraph,
    Pointer,
    Run,
    Runs,
    Strong,
    Tag,
    Words,
    capitalized,
    joined,
)
from natobrief.formats._page.references import References, address_of
from natobrief.formats._page.words import SOURCE_KINDS, moment
from natobrief.model import Brief, Dating, DatingBasis, Doubt, Source

__all__ = ["dating_blocks", "doubt_items", "lead_of", "source_items"]

_BASIS = {
    DatingBasis.GIVEN: "The day of writing was given: ",
    DatingBasis.TEXT: "The text states its day of writing: ",
    DatingBasis.INFERRED: "The day of writing was inferred from the text: ",
    DatingBasis.UNKNOWN: "The day of writing is taken to be ",
}
_LONGEST = 300


def lead_of(content: Content) -> list[Runs]:
    """Return the lines below the title: the source, if there is just one, and what is told."""
    lines: list[Runs] = []
    if len(content.sources) == 1:
        lines.append(_about(next(iter(content.sources)), linked=True))
    counted = (
        (len(content.quotes), "quote"),
        (len(content.statements), "statement"),
        (len(content.encounters), "meeting"),
        (sum(1 for _ in content.doubts), "doubt"),
        (len(content.sources), "source"),
    )
    lines.append([Words(", ".join(_many(*each) for each in counted if each[0]))])
    return [line for line in lines if line and line != [Words("")]]


def _many(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def doubt_items(content: Content, references: References) -> list[Item]:
    """Return what could not be decided, each with its words and what it might be."""
    return [_doubt(brief, doubt, references) for brief, doubt in content.doubts]


def _doubt(brief: Brief | None, doubt: Doubt, references: References) -> Item:
    lines: list[Runs] = [[Strong(doubt.reason), Words(" "), Tag(doubt.code)]]
    if brief is not None and brief.text is not None and doubt.spans:
        words = [span.of(brief.text) for span in doubt.spans]
        shown: list[Runs] = [
            [Words("“"), Foreign(_short(each)), Words("”")] for each in words if each.strip()
        ]
        if shown:
            lines.append([Words("Of the words "), *joined(shown)])
    if doubt.candidates:
        either = joined([[Foreign(candidate)] for candidate in doubt.candidates], " or ")
        lines.append([Words("Perhaps "), *either])
    about = capitalized(joined([_about_record(doubt, references), _about_field(doubt)]))
    source = [] if brief is None else [Words("Read in "), *references.source(brief.source)]
    return Item([line for line in (*lines, about, source) if line])


def _about_record(doubt: Doubt, references: References) -> Runs:
    record: Runs = () if doubt.record is None else references.record(doubt.record)
    return [Words("About "), *record] if record else ()


def _about_field(doubt: Doubt) -> Runs:
    return [] if doubt.field is None else [Words("field "), Foreign(doubt.field)]


def _short(words: str) -> str:
    level = " ".join(words.split())
    return level if len(level) <= _LONGEST else f"{level[: _LONGEST - 1]}…"


def dating_blocks(content: Content, references: References) -> Iterator[Block]:
    """Yield how the day of each brief was found."""
    for brief in content.briefs:
        if brief.dating == Dating():
            continue
        lines = _basis(brief.dating)
        if len(content.sources) > 1:
            lines = [*references.source(brief.source), Words(": "), *lines]
        yield Paragraph(lines)
        if brief.dating.proof:
            yield Items([Item([[Foreign(step)]]) for step in brief.dating.proof])


def _basis(dating: Dating) -> list[Run]:
    row: list[Run] = [Words("The day of writing could not be found")]
    if dating.reference is not None:
        row = [Words(_BASIS[dating.basis]), moment(dating.reference)]
    if dating.candidates:
        years = ", ".join(map(str, dating.candidates))
        row.append(Words(f". Years that fit: {years}"))
    return [*row, Words(".")]


def source_items(content: Content) -> list[Item]:
    """Return the sources in the order of their numbers."""
    fetched = {brief.source: brief.retrieved for brief in content.briefs if brief.retrieved}
    items: list[Item] = []
    for source, number in content.sources.items():
        title = [Strong(source.title)] if source.title else []
        rest = _about(source, linked=True)
        lines: list[Runs] = [title, rest]
        if not (title or rest):
            lines = [[Words("No document is named")]]
        if source in fetched:
            lines.append([Words("Fetched "), moment(fetched[source])])
        items.append(Item([line for line in lines if line], anchor=f"source-{number}"))
    return items


def _about(source: Source, *, linked: bool) -> Runs:
    """Return what is known of a document beside its title."""
    address = address_of(source) if linked else None
    parts: list[Runs] = []
    if source.publisher is not None:
        parts.append([Foreign(source.publisher)])
    if source.kind is not None:
        parts.append([Words(SOURCE_KINDS[source.kind])])
    if source.published is not None:
        parts.append([Words("published "), moment(source.published)])
    if source.updated is not None:
        parts.append([Words("updated "), moment(source.updated)])
    if source.language is not None:
        parts.append([Words("language "), Foreign(source.language)])
    if source.url is not None:
        url = Foreign(source.url)
        parts.append([url if address is None else Pointer((url,), address)])
    return capitalized(joined(parts, " · "))
