"""What a paragraph is for: headline, byline, caption, list item, boilerplate, or prose."""

from __future__ import annotations

import re
from typing import NamedTuple

from natobrief.reader.text.letters import CLOSERS, OPENERS, UPPER
from natobrief.values import Choice

__all__ = ["NO_EVENTS", "SILENT", "LineKind", "Tag", "kind_of_line"]


class LineKind(Choice):
    """What a paragraph is for. Closed list."""

    PROSE = "prose"
    HEADLINE = "headline"
    BYLINE = "byline"
    CAPTION = "caption"
    ITEM = "item"
    QUOTE = "quote"
    BOILERPLATE = "boilerplate"
    END = "end"


class Tag(NamedTuple):
    """What is known of a paragraph before it is read, from the markup around it.

    Attributes:
        kind: What it is for.
        depth: How deep it stands in block quotes; 0 outside of them.
    """

    kind: LineKind
    depth: int = 0


SILENT = frozenset((LineKind.BYLINE, LineKind.BOILERPLATE, LineKind.END))
"""Paragraphs that are not a part of what the text says: nobody in them speaks or meets."""

NO_EVENTS = SILENT | {LineKind.HEADLINE, LineKind.CAPTION}
"""Paragraphs that no encounter is taken from: pictures are often older than the text."""

_PERSON_NAME = rf"[{UPPER}][\w.'’-]*(?: (?:[a-z]{{1,4}} )?[{UPPER}][\w.'’-]*){{1,4}}"
_NO_NAME = (
    r"(?!(?:The|A|An|This|That|Their|His|Her|Its|Our|My|\w+day"
    r"|(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember|October)\b)"
)
_BYLINE = re.compile(
    rf"(?:(?:By|BY|[Ww]ritten by|WRITTEN BY|[Tt]ext by|Reporting by|Editing by) {_NO_NAME}"
    rf"[{UPPER}][^.!?\"“”]{{2,100}}"
    rf"|\((?:[Aa]dditional |[Ww]riting |)?(?:[Rr]eporting|[Ww]riting|[Ee]diting) by"
    r" [^()\n]{2,200}\)\.?"
    rf"|{_PERSON_NAME}(?:,? (?:and )?{_PERSON_NAME}){{0,3}} (?:also )?contributed (?:reporting"
    r"|to this"
    r" (?:report|article|story))\.?"
    r"|(?:First )?(?:[Pp]ublished|[Pp]osted|[Uu]pdated|[Ll]ast (?:updated|modified|changed)"
    r"|[Ii]ssued|[Rr]eleased)(?: on| at)?:? [^.!?\"“”]{4,60})$"
)
_CAPTION = re.compile(
    r"[\[(]?(?:FILE(?: PHOTO)?\b ?[:–—-]|(?:FILE |File )?(?:PHOTO|Photo|Photograph|IMAGE|Image"
    r"|PICTURE|Picture|Caption|CAPTION)s?(?:\s*:| by | courtesy | ?/ ?| ?[–—] ))"
)
_CREDITED = re.compile(
    r"(?:\((?:[^()\n]{0,40}\b)?(?:[Pp]hoto|PHOTO|[Ii]mage|[Pp]icture)s?\b[^()\n]{0,60}\)"
    r"|[/|©] ?(?:Reuters|REUTERS|AFP|AP|EPA|Getty(?: Images)?|Anadolu))$"
)
_ITEM = re.compile(r"\s*(?:[-*•]|\d{1,2}[.)])\s+")
_RULE = re.compile(r"(?:[-*_=~•·—–#] ?){3,}$")
_END = re.compile(
    r"(?:#{3,4}|(?:# ){2,3}#|[-—–*_ ]*(?:END|ENDS|End|Ends|30)[-—–*_ ]*\.?"
    r"|END(?: OF TRANSCRIPT)?\s+\d{1,2}:\d{2}.{0,16}"
    r"|\[?(?:END OF|End of) (?:TRANSCRIPT|transcript)\]?)$"
)
_HEAD = re.compile(
    r"(?:Share (?:this|on|via|article)|Tweet this|Follow us|Like us on|Read (?:also|more|next)\b"
    r"|READ (?:ALSO|MORE)\b|Also read|See also|Related(?: (?:articles?|stories|news|content|links)"
    r"|:)|More (?:on this (?:story|topic)|stories|from)\b|You (?:may|might) also like"
    r"|Recommended(?: for you|:)|Sign up (?:to|for)|Subscribe\b|Advertisement\b|ADVERTISEMENT\b"
    r"|Print this|E-?mail this|Click here|Download (?:the|this)|(?:Tags?|Topics?|Keywords?):"
    r"|Back to top|Skip to\b|Our Standards:|Download our app|Join our"
    r"|(?:Media|Press) (?:contacts?|enquiries|inquiries)\b"
    r"|For (?:more|further|additional) (?:information|details),? (?:please )?"
    r"(?:contact|visit|call|see|write|go to|follow)\b"
    r"|Notes? (?:to|for) editors?\b|NOTES? (?:TO|FOR) EDITORS?\b|Contacts?:|CONTACTS?:"
    r"|©|\([cC]\) ?\d{4}|Copyright\b|All [Rr]ights [Rr]eserved)"
)
_RIGHTS = re.compile(r"\b[Aa]ll [Rr]ights [Rr]eserved\b|© ?\d{4}")
_NO_END = re.compile(rf"[^.!?…:,;][{CLOSERS}]*\s*$")
_LONGEST_HEADLINE = 160
_LONGEST_BOILERPLATE = 300
_SPEECH = re.compile('["“”«»]')


def kind_of_line(text: str, start: int, end: int, *, opening: bool) -> LineKind:
    """Say what a paragraph is for, by its own words and whether only headlines stand above it."""
    length = end - start
    if length <= 40 and _END.match(text, start, end):
        return LineKind.END
    if _RULE.match(text, start, end):
        return LineKind.BOILERPLATE
    if _ITEM.match(text, start, end):
        return LineKind.ITEM
    if length <= _LONGEST_BOILERPLATE and _is_boilerplate(text, start, end):
        return LineKind.BOILERPLATE
    if length <= _LONGEST_BOILERPLATE and _BYLINE.match(text, start, end):
        return LineKind.BYLINE
    if length <= _LONGEST_HEADLINE:
        if text[start] == "#" or (opening and _is_headline(text, start, end)):
            return LineKind.HEADLINE
    return LineKind.CAPTION if _is_caption(text, start, end) else LineKind.PROSE


def _is_boilerplate(text: str, start: int, end: int) -> bool:
    if _HEAD.match(text, start, end):
        return _SPEECH.search(text, start, end) is None
    return end - start <= _LONGEST_HEADLINE and _RIGHTS.search(text, start, end) is not None


def _is_caption(text: str, start: int, end: int) -> bool:
    if _CAPTION.match(text, start, end):
        return True
    return end - start <= 2 * _LONGEST_BOILERPLATE and bool(
        _CREDITED.search(text, max(start, end - 110), end)
    )


def _is_headline(text: str, start: int, end: int) -> bool:
    ending = text[max(start, end - 12) : end]
    return bool(_NO_END.search(ending)) and text[start] not in OPENERS and end - start > 3
