"""Who a reporting verb takes as its subject, with a name or in the words of the text."""

from __future__ import annotations

import re

from natobrief.reader.page import Page
from natobrief.reader.people.mentions import Mention, MentionKind
from natobrief.reader.quotes.attribution import named_in_apposition
from natobrief.reader.quotes.subjects import subject_of
from natobrief.reader.text.cues import Cue

__all__ = ["is_nobody", "plain_subject", "source_before"]

_REACH = 600
_NOBODY = frozenset(("nobody", "no one", "no-one", "none", "neither"))
# A subject without a name, a title or a listed noun begins its clause and has no verb of its own.
_PLAIN_SUBJECT = re.compile(
    r"(?:\A|(?<=[.,;:!?—–”’] )|\b(?:and|but|while|though|although|because) )"
    r"(?P<who>[Ii]t|(?:(?:[Tt]he|[Aa]n?|[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal|[Ff]ew|[Oo]thers?|[Aa]nother"
    r"|[Tt]h[eo]se|[Bb]oth|[Aa]ll|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|\w+['’]s|[\w-]+s|[Pp]eople)\b"
    r"|(?:[\w-]+ )percent)(?: [\w’'&-]+){0,7})"
    r"(?: (?:have|has|had|also|still|now|\w+ly))* $"
)
_FIRST_PERSON = re.compile(
    r"\b(?:I|[Ww]e|[Yy]ou)(?:['’](?:ve|d|ll|re|m))?(?: (?:have|had|also|still|now|\w+ly))* $"
)
_NO_SUBJECT = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must"
    r"|should|shall|sa(?:y|ys|id)|he|she|they|we|you|I|that|who|whose|whom|which|as|when|if|after|before|because)\b"
    r"|^(?:[Aa]s|[Tt]his|[Yy]es|[Ss]ometimes|[Ll]ast)\b"
)
_WITHOUT_NAME = re.compile(
    r",? (?:who|speaking) [^,.;:]*?\b(?:anonymity|named|identified|quoted|authori[sz]ed|publicly"
    r"|privately)\b[^,.;:]*,? "
)


def source_before(page: Page, start: int, cue: Cue, reach: int) -> Mention | None:
    """Find the subject of a verb not more than some characters before it.

    Args:
        page: The text with its tables.
        start: Where the sentence begins.
        cue: The verb.
        reach: How many characters may stand between the two, appositions left out.
    """
    start = max(start, cue.start - _REACH)
    if _FIRST_PERSON.search(page.text, max(start, cue.start - 30), cue.start):
        return None  # "we urge": whoever writes the text
    row = subject_of(page, start, cue)
    if row is None or row.kind is MentionKind.DEMONYM:
        return plain_subject(page, start, cue)
    gap = page.text[row.end : cue.start]
    if row.kind is MentionKind.NOMINAL and (named := named_in_apposition(page, row)) is not row:
        return named
    if len(gap) <= reach and not re.search(r"\b(?:that|which|whom)\b", gap):
        return row
    if len(gap) <= 160 and gap.startswith(",") and gap.rstrip().endswith(","):
        return row
    if len(gap) <= 160 and _WITHOUT_NAME.fullmatch(gap):
        return row
    return plain_subject(page, start, cue)


def plain_subject(page: Page, start: int, cue: Cue) -> Mention | None:
    """Take the words before a verb as they stand: "Her closest confidants say"."""
    low = max(start, cue.start - 90)
    before = page.text[low : cue.start]
    m = None if cue.ing else _PLAIN_SUBJECT.search(before)
    if m is None or _NO_SUBJECT.search(m["who"]) or (m.start() == 0 and low > start):
        return None
    first, last = low + m.start("who"), low + m.end("who")
    if any(page.quoted[first:last]):
        return None
    kind = MentionKind.PRONOUN if m["who"].lower() == "it" else MentionKind.NOMINAL
    return Mention(first, last, kind, " ".join(m["who"].split()))


def is_nobody(row: Mention) -> bool:
    """Say whether a subject is "nobody" or "no minister"."""
    return row.name in _NOBODY or row.name.lower().startswith(("no ", "none ", "neither "))
