"""Reported promises, requests and blame: "X vowed to", "X urged Y to", "X accused Y of"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from natobrief.reader.lexicon import Lexicon
from natobrief.reader.page import Page
from natobrief.reader.people.joint import joint_subject
from natobrief.reader.people.mentions import MentionKind
from natobrief.reader.quotes.contents import Reported, content
from natobrief.reader.quotes.sources import is_nobody, source_before
from natobrief.reader.text.cues import Cue

__all__ = ["acts"]

_NO_INFINITIVE = r"(?!(?:an?|the|his|her|their|its)\b)"
# "refused to say" and "declined to comment" report that nothing was said.
_TO_DO = re.compile(
    r" to (?!(?:say|comment|confirm|answer|call|discuss|disclose|reveal|elaborate|speculate)\b)"
    rf"{_NO_INFINITIVE}[a-z]+\b"
)
_SOMEBODY_TO = re.compile(
    r"(?: (?!(?:to|that|if|whether|about|how|and|is|was|anonymity|permission)\b)[\w.'’-]+){1,7}?"
    rf" (?:not )?to {_NO_INFINITIVE}[a-z]+\b"
)
# "Asked not to be named" says nothing of what is at stake.
_NAMELESS = re.compile(
    r" (?:for anonymity|(?:that \w+ )?not (?:to )?be (?:named|identified|quoted))\b"
)


def acts(page: Page, start: int, end: int) -> Iterator[Reported]:
    """X promised to DO; X urged Y to DO; X accused Y of IT."""
    for cue in page.cues_between(start, end):
        at = None if cue.denied else _act(page, cue, end)
        if at is None:
            continue
        speaker = source_before(page, start, cue, 60)
        if speaker is None or speaker.kind is MentionKind.PLACE or is_nobody(speaker):
            continue
        place = (cue.start, cue.end)
        speaker = joint_subject(page, speaker, start, place)
        yield content(page, at, end, speaker, place, "x-urged-to")
        return


def _act(page: Page, cue: Cue, end: int) -> int | None:
    """Return where the object of a verb of promise, request or blame begins."""
    text, lexicon = page.text, page.lexicon
    if cue.verb in lexicon.promise_verbs and _TO_DO.match(text, cue.end, end):
        return cue.end + 1
    if cue.verb in lexicon.request_verbs and (
        _SOMEBODY_TO.match(text, cue.end, end) and not _NAMELESS.match(text, cue.end, end)
    ):
        return cue.end + 1
    pattern = _objects(lexicon).get(cue.verb)
    m = pattern.match(text, cue.end, min(end, cue.end + 90)) if pattern is not None else None
    if m is None:
        return None
    return cue.end + 1 if m["who"] else m.end()


@functools.lru_cache(maxsize=8)
def _objects(lexicon: Lexicon) -> dict[str, re.Pattern[str]]:
    """Return what follows each verb: somebody, who may be missing, and the object's word."""
    words: dict[str, list[str]] = {}
    for row in lexicon.object_verbs:
        verb, _, word = row.partition("=")
        words.setdefault(verb, []).append(word)
    who = r"(?P<who>(?: [\w.'’-]+){0,7}?)"
    return {v: re.compile(rf"{who} (?:{'|'.join(of)}) (?=\w)") for v, of in words.items()}
