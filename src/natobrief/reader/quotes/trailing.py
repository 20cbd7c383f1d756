"""Reported speech that its speaker follows: "CONTENT, X said", "CONTENT, X told reporters"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from natobrief.reader.page import Page
from natobrief.reader.people.joint import joint_subject
from natobrief.reader.people.mentions import Mention, MentionKind
from natobrief.reader.quotes.attribution import BEFORE_NAME
from natobrief.reader.quotes.contents import CLAUSE_REACH, FINITE, SUBJECT_REACH, Reported, content
from natobrief.reader.quotes.sources import plain_subject
from natobrief.reader.quotes.subjects import can_speak, subject_of
from natobrief.reader.text.cues import Cue
from natobrief.reader.text.letters import UPPER

__all__ = ["trailing"]

_LEAST_LEAD = 25
_NEVER_TRAILS = frozenset("begin go read find show offer mention know".split())
_TITLES = re.compile(
    r"(?: (?!(?:by|of|to|with|for|against|from|in|on|at|about|into|under|between)\b)"
    r"[\w.’'-]+){0,3} ?"
)
_ADVERBS = re.compile(
    r"(?:, [^,]{2,80},)?(?: (?:has|have|had|also|later|then|once|repeatedly|again|\w+ly))* "
)
_CLOSES_CLAUSE = re.compile(
    r"\s*(?:$|[.;]|\w+day|(?:on|in|at|during|after|before|late|early|earlier|later|this|last"
    r"|through|when|while|by|yesterday|today|again|\w+ly)\b)"
)
_TOLD_WHOM = re.compile(
    r" (?:(?:the|a|an|his|her|its|state|local) )?(?:[\w-]+ ){0,2}?(?:reporters|journalists"
    r"|correspondents|lawmakers|deputies|senators|parliament|media|press|newspaper|daily|agency"
    rf"|broadcaster|television|radio|channel|briefing|conference|Reuters|[{UPPER}]{{3,5}})\b"
    rf"(?: [{UPPER}][\w’'-]+){{0,2}}"
)
_WHILE = re.compile(r"(?:While|When|As|After|Before|Although|Though|Because)\b")
_ARTICLE = re.compile(r" (?:the|an?|his|her|its) ")
_CLOSES_INVERTED = re.compile(
    r"\s*(?:$|[.,;(]|(?:of|on|in|at|during|who|with|from|to|last|this)\b)"
)
_GOES_ON = re.compile(r", (?:also |and )?[a-z]+ing\b")
# A lead without a subject of its own is no clause: "Asked about it, Keller said".
_NO_CLAUSE = re.compile(
    r"(?:(?:[Ww]hen|[Ww]hile|[Ii]f|[Aa]fter|[Bb]efore|[Oo]nce|[Aa]s|[Tt]hough) )?"
    r"(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Cc]hallenged|[Qq]uizzed|[Pp]rompted|\w+ing|\w+ed"
    r" (?:by|about|on|if|whether|what|why|how|for|to|in|at|with|from|after|before|during))\b"
)


def trailing(page: Page, start: int, end: int) -> Iterator[Reported]:
    """CONTENT, X said. CONTENT, said X, who is this and that. CONTENT, X said, CONTENT."""
    for cue in reversed(page.cues_between(start, end)):
        comma = page.text.rfind(",", max(start, cue.start - SUBJECT_REACH), cue.start)
        if cue.ing or cue.tier == "phrase" or cue.verb in _NEVER_TRAILS or comma < 0:
            continue
        if cue.denied or page.quoted[comma - 1] or page.quoted[start]:
            continue
        if _NO_CLAUSE.match(page.text, start, comma) or _leads_on(page, cue.end, end):
            continue
        found = _behind_comma(page, comma, cue, end)
        if found is None:
            comma, row = _apposed(page, start, comma, cue, end)
            if row is None:
                continue
            found = (row, None)
        place = (cue.start, cue.end)
        speaker = joint_subject(page, found[0], comma, place)
        low = max(start, comma - CLAUSE_REACH)
        if found[1] is None and comma - start >= 20 and FINITE.search(page.text, low, comma):
            yield content(page, start, comma, speaker, place, "clause-x-said")
            return
        high = min(end, cue.end + CLAUSE_REACH)
        if found[1] is not None and FINITE.search(page.text, found[1], high):
            yield _around(page, (start, comma), (found[1], end), speaker, place)
            return


def _behind_comma(page: Page, comma: int, cue: Cue, end: int) -> tuple[Mention, int | None] | None:
    """Return who says ", X said" or ", said X", and where the content goes on behind it."""
    text = page.text
    if not text[comma + 1 : cue.start].strip():
        if cue.verb == "tell":
            return None  # "Ann Lee, a teacher, told the paper"
        near = page.mentions.between(cue.end, min(end, cue.end + SUBJECT_REACH))
        row = near[0] if near else None
        if row is None or not can_speak(row) or not _TITLES.fullmatch(text, cue.end, row.start):
            return None
        return (row, None) if _CLOSES_INVERTED.match(text, row.end, end) else None
    row = subject_of(page, comma, cue) or plain_subject(page, comma, cue)
    if row is None or not can_speak(row):
        return None
    row = joint_subject(page, row, comma, (cue.start, cue.end))
    if not BEFORE_NAME.fullmatch(text, comma + 1, row.start):
        return None
    if not _ADVERBS.fullmatch(text, row.end, cue.start):
        return None
    if _GOES_ON.match(text, cue.end, end):
        return row, None  # ", Ann Lee said, adding that": what is added is another clause
    if text[cue.end : cue.end + 1] == ",":
        return row, cue.end + 1
    start = page.layout.sentence(comma)[0]
    return (row, None) if _closes(text, start, cue, end) else None


def _apposed(page: Page, start: int, comma: int, cue: Cue, end: int) -> tuple[int, Mention | None]:
    """Read ", Ann Lee, the minister, said" and ", the minister, Ann Lee, said".

    Return the comma that ends the content, and the name.
    """
    text = page.text
    if not _closes(text, start, cue, end) or not _ADVERBS.fullmatch(text, comma + 1, cue.start):
        return comma, None
    inner = text.rfind(",", start, comma)
    outer = text.rfind(",", max(start, inner - SUBJECT_REACH), max(inner, start))
    if outer < 0:
        return comma, None
    first, then = ((outer + 1, inner), (inner + 1, comma))
    for own, other in ((first, then), (then, first)):
        row = _all_of(page, own)
        if row is not None and _describes(page, *other):
            return outer, row
    return comma, None


def _describes(page: Page, start: int, end: int) -> bool:
    """Say whether a stretch between commas says who somebody is."""
    row = next(iter(page.mentions.between(start, end)), None)
    is_office = row is not None and row.kind is MentionKind.OFFICE and row.start <= start + 1
    is_clause = FINITE.search(page.text, start, end) is not None
    return (is_office or _ARTICLE.match(page.text, start, end) is not None) and not is_clause


def _all_of(page: Page, place: tuple[int, int]) -> Mention | None:
    """Return the person whose name with the office before it fills a stretch."""
    rows = [row for row in page.mentions.between(*place) if row.kind is MentionKind.PERSON]
    fits = len(rows) == 1 and rows[0].end == place[1] and not rows[0].owns
    before = page.text[place[0] : rows[0].start] if fits else ""
    return rows[0] if fits and BEFORE_NAME.fullmatch(before) else None


def _closes(text: str, start: int, cue: Cue, end: int) -> bool:
    """Say whether nothing more is said behind a verb: "told reporters on Monday"."""
    told = None
    if cue.verb == "tell" and not _WHILE.match(text, start):
        told = _TOLD_WHOM.match(text, cue.end, end)
    return _CLOSES_CLAUSE.match(text, told.end() if told else cue.end, end) is not None


def _around(
    page: Page, lead: tuple[int, int], rest: tuple[int, int], speaker: Mention, cue: tuple[int, int]
) -> Reported:
    """Put together what stands before and behind ", he said,"; a short lead is left out."""
    hit = content(page, *rest, speaker, cue, "clause-x-said")
    if lead[1] - lead[0] < _LEAST_LEAD or any(page.quoted[slice(*lead)]):
        return hit
    return hit._replace(lead=lead)


def _leads_on(page: Page, at: int, end: int) -> bool:
    """Say whether a verb leads to a quote behind it rather than closing what went before."""
    while at < end and page.text[at] in " ,:":
        at += 1
    return at < end and bool(page.quoted[at])
