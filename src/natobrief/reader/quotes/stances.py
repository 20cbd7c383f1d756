"""Reported speech behind no verb of speech: "is convinced that", "expressed hope that"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from natobrief.reader.page import Page
from natobrief.reader.people.joint import joint_subject
from natobrief.reader.people.mentions import Mention, MentionKind
from natobrief.reader.quotes.attribution import BEFORE_NAME
from natobrief.reader.quotes.contents import FINITE, Reported, content
from natobrief.reader.quotes.sources import is_nobody, source_before
from natobrief.reader.quotes.subjects import can_speak, subject_of
from natobrief.reader.text.cues import Cue
from natobrief.reader.text.guarded import Guarded

__all__ = ["as_noted", "convinced", "expressed", "in_view_of"]

_CONVINCED = Guarded(
    re.compile(
        r"\b(?:is|are|was|were) (?:also |absolutely |fully )?(?P<cue>convinced|confident|certain"
        r"|sure) that "
    ),
    ("convinced that", "confident that", "certain that", "sure that"),
)
_CONVINCED_END = re.compile(
    r"\b(?:is|are|was|were) (?:also |absolutely |fully |deeply )?"
    r"(?P<cue>convinced|confident|certain|sure)(?=[.;!]?$)"
)
_CLEAR = Guarded(
    re.compile(r"\b(?P<cue>ma(?:de|kes|ke) (?:it )?(?:very |absolutely )?clear)(?: that |: )"),
    ("clear that", "clear:"),
)
_STANCES = (
    "hope hopes confidence conviction certainty belief view opinion position concern concerns fear "
    "fears regret doubt doubts optimism alarm satisfaction understanding gratitude readiness fact"
).split()
_EXPRESSED = Guarded(
    re.compile(
        r"\b(?P<cue>(?:express|voic|convey|shar|reaffirm|reiterat|signal)(?:e[ds]|es|ed|ing|e|s)?"
        r" (?:(?:his|her|their|its|the|an?|also|deep|deepest|great|full|firm|strong|serious|sincere"
        rf"|grave|common|shared) ){{0,3}}(?:{'|'.join(_STANCES)}))"
        r"(?: (?:(?:about|at|over) the fact))? that (?=\S)"
    ),
    tuple(f"{noun} that" for noun in _STANCES),
)
_DREW = Guarded(
    re.compile(
        r"\b(?P<cue>(?:dr(?:ew|aws?|awing) (?:[\w’']+ ){0,4}?attention|point(?:s|ed|ing)?"
        r"|referr(?:ed|ing)|refers)) to the fact that (?=\S)"
        r"|\b(?P<known>(?:let|lets|letting) it be known|(?:is|are|was|were) of the (?:opinion|view"
        r"|belief)) that (?=\S)"
    ),
    ("the fact that", "be known that", "opinion that", "view that", "belief that"),
)
_IN_VIEW = Guarded(
    re.compile(
        r"\b[Ii]n (?:the )?(?:(?P<of>opinion|view|words|assessment|estimation) of "
        r"|(?P<whose>(?:(?:his|her|their)|[^,.;:!?]{2,60}?['’]s?)) "
        r"(?:opinion|view|words|assessment|estimation)\b)"
    ),
    ("opinion", "view", "words", "assessment", "estimation"),
)
_AS = re.compile(r"\W{0,3}As (?=\S)")
_COMMA = re.compile(r"(?: it| earlier| before| recently| yesterday| today| on \w+day)?, ")
_LEAST_LEAD = 25
_REACH = 80


def convinced(page: Page, start: int, end: int) -> Iterator[Reported]:
    """X is convinced that CONTENT; X made it clear that CONTENT; X made it clear: CONTENT."""
    yield from _convinced_behind(page, start, end)
    for pattern, rule in ((_CONVINCED, "is-convinced"), (_CLEAR, "made-clear")):
        yield from _that(page, start, end, pattern.search(page.text, start, end), rule)


def expressed(page: Page, start: int, end: int) -> Iterator[Reported]:
    """X expressed hope that CONTENT; X drew attention to the fact that CONTENT."""
    for pattern in (_EXPRESSED, _DREW):
        yield from _that(page, start, end, pattern.search(page.text, start, end), "expressed-that")


def _that(
    page: Page, start: int, end: int, m: re.Match[str] | None, rule: str
) -> Iterator[Reported]:
    if m is None or page.quoted[m.start()]:
        return
    place = next(m.span(name) for name, words in m.groupdict().items() if words)
    cue = Cue(*place, "", "core", m.group()[:12].partition(" ")[0].endswith("ing"))
    speaker = source_before(page, start, cue._replace(start=m.start()), 60)
    if speaker is None or is_nobody(speaker) or _is_told(page, start, speaker, m.start()):
        return
    yield content(page, m.end(), end, joint_subject(page, speaker, start, place), place, rule)


def _is_told(page: Page, start: int, speaker: Mention, end: int) -> bool:
    """Say whether somebody else says so: "The aide said allies were confident that"."""
    cues = page.cues_between(start, min(speaker.start, end))
    return any(cue.tier != "phrase" and not cue.ing and not cue.denied for cue in cues)


def _convinced_behind(page: Page, start: int, end: int) -> Iterator[Reported]:
    """CONTENT, X is convinced."""
    m = _CONVINCED_END.search(page.text, max(start, end - 40), end)
    comma = page.text.rfind(",", max(start, end - _REACH), m.start()) if m else -1
    if m is None or comma < 0 or page.quoted[m.start()] or page.quoted[comma - 1]:
        return
    cue = Cue(m.start("cue"), m.end("cue"), "", "core", False)
    row = subject_of(page, comma, cue._replace(start=m.start()))
    if row is None or page.text[row.end : m.start()].strip():
        return
    if BEFORE_NAME.fullmatch(page.text, comma + 1, row.start) and comma - start >= _LEAST_LEAD:
        yield content(page, start, comma, row, (cue.start, cue.end), "is-convinced", cut=False)


def in_view_of(page: Page, start: int, end: int) -> Iterator[Reported]:
    """In the view of X, CONTENT; in X's opinion, CONTENT; CONTENT, in the view of X."""
    m = _IN_VIEW.search(page.text, start, end)
    if m is None or page.quoted[m.start()]:
        return
    low, high = (m.end(), end) if m["of"] else m.span("whose")
    rows = [row for row in page.mentions.between(low, min(high, low + _REACH)) if can_speak(row)]
    if not rows or page.text[low : rows[0].start].strip(" ").lower() not in ("", "the"):
        return
    speaker = rows[0]
    behind = max(speaker.end, m.end()) if m["of"] else m.end()
    comma = page.text.find(",", behind, min(end, behind + _REACH))
    if m.start() - start < 4 and comma >= 0 and FINITE.search(page.text, comma, end):
        yield content(page, comma + 1, end, speaker, m.span(), "in-view-of")
    elif page.text[: m.start()].endswith(", ") and m.start() - start > _LEAST_LEAD:
        yield content(page, start, m.start() - 2, speaker, m.span(), "in-view-of")


def as_noted(page: Page, start: int, end: int) -> Iterator[Reported]:
    """As X noted, CONTENT."""
    lead = _AS.match(page.text, start, end)
    if lead is None or page.quoted[lead.end() - 1]:
        return
    for cue in page.cues_between(lead.end(), min(end, lead.end() + _REACH)):
        m = _COMMA.match(page.text, cue.end, end)
        if m is None or cue.tier == "phrase" or cue.ing:
            continue
        # "As" governs the name, and so it is no subject elsewhere.
        rows = [row for row in page.mentions.between(lead.end(), cue.start) if can_speak(row)]
        if rows and not rows[-1].owns and rows[-1].kind is not MentionKind.DEMONYM:
            yield content(page, m.end(), end, rows[-1], (cue.start, cue.end), "as-x-noted")
        return
