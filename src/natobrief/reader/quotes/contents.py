"""The words that reported speech consists of: where they begin and where they end."""

from __future__ import annotations

import re
from typing import NamedTuple

from natobrief.reader.page import Page
from natobrief.reader.people.mentions import Mention
from natobrief.reader.text.letters import UPPER

__all__ = ["CLAUSE_REACH", "FINITE", "STATED", "SUBJECT_REACH", "Reported", "content"]

SUBJECT_REACH = 80
"""How far a speaker stands from the verb at most, in characters."""

CLAUSE_REACH = 400
"""How far a clause is searched for its verb."""

FINITE = re.compile(
    r"\b(?:is|are|was|were|will|would|can|could|may|might|must|should|shall|has|have|had|do|does"
    r"|did"
    r"|isn['’]t|aren['’]t|wasn['’]t|won['’]t|can['’]t|don['’]t|didn['’]t|doesn['’]t|['’](?:s|re"
    r"|ll|d|ve)"
    r"|\w+ed|remains?|needs?|wants?|plans?|continues?|came|went|took|made|gave|knew|saw|left|kept"
    r"|held"
    r"|found|got|began|became|lost|met|felt|led|brought|ran|shows?|seems?|means?|takes?|makes?"
    r"|gets?"
    r"|goes|comes|knows?|thinks?|believes?|supports?|allows?|gives?|requires?|includes?"
    r"|depends?)\b"
)
_LEAST_CLAUSE = 20
_CUT = re.compile(
    r"(?:,? (?:adding|noting|saying|stressing|emphasi[sz]ing|pointing out|arguing|explaining"
    r"|telling|citing|calling|describing|insisting|claiming|warning|suggesting|declaring|urging"
    r"|accusing) "
    r"|,? but (?:declined|refused|added|said|gave|offered|would not|did not|insisted|stopped"
    r"|warned) "
    r"|, (?:although|though|whereas|according to) |;| [–—] |\s--\s|: )"
)
_TRAILING_END = re.compile(r"[\s.!?…,;:]+$")


STATED = re.compile(
    r"(?:This|That|The corresponding statement) (?:was|has been) (?:stated|said|announced"
    r"|emphasi[sz]ed"
    r"|stressed|noted|reported|underlined|mentioned|declared|confirmed|discussed|made)"
    r" (?:by|in)\b"
    rf"|(?:He|She|(?:The )?\w+(?: (?:of|the|for|[{UPPER}][\w.’'-]*)){{0,9}})"
    r" (?P<cue>(?:said|stated|announced|emphasi[sz]ed|noted) (?:this|so|it))"
    r"(?= (?:at|during|in|on|when|while|after|following|speaking|to)\b|[.,;])"
)
"""How a sentence begins that says whose words stand before it: "This was stated by"."""


class Reported(NamedTuple):
    """A stretch of reported speech.

    Attributes:
        start: Where the content begins.
        end: One past its end, the full stop left out.
        speaker: The mention of the source, or None for a bare "him".
        cue: Where the reporting words stand.
        rule: The name of the rule.
        lead: The words before ", he said," that belong to the content, or None.
    """

    start: int
    end: int
    speaker: Mention
    cue: tuple[int, int]
    rule: str
    lead: tuple[int, int] | None = None


def content(
    page: Page,
    start: int,
    end: int,
    speaker: Mention,
    cue: tuple[int, int],
    rule: str,
    *,
    cut: bool = True,
) -> Reported:
    """Trim a stretch to the words that are reported, and say who says them.

    Args:
        page: The text with its tables.
        start: Where the content may begin.
        end: Where its sentence or clause ends.
        speaker: The source.
        cue: Where the reporting words stand.
        rule: The name of the rule.
        cut: Whether a further reporting clause ends the content.
    """
    text = page.text
    while start < end and text[start] in " ,":
        start += 1
    m = _CUT.search(text, start + 15, end) if cut and end - start > 15 else None
    stop = _before_quote(page, start, m.start() if m else end)
    tail = _TRAILING_END.search(text[max(start, stop - 12) : stop])
    if tail is not None:
        stop -= len(tail[0])
    return Reported(start, max(stop, start), speaker, cue, rule)


def _before_quote(page: Page, start: int, stop: int) -> int:
    """End the content at the last comma before words that are quoted, if a clause is left."""
    opens = page.quoted.find(1, start, stop)
    comma = page.text.rfind(",", start + _LEAST_CLAUSE, opens) if opens > 0 else -1
    return comma if comma > 0 and FINITE.search(page.text, start, comma) else stop
