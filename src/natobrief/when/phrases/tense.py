"""Which way a clause looks: back or ahead, by its verbs and a few small words."""

from __future__ import annotations

import re

from natobrief.values import Choice

__all__ = ["Tense", "tense_at"]


class Tense(Choice):
    """The direction of time that the clause around a date gives."""

    PAST = "past"
    NONE = "none"
    FUTURE = "future"


_BEFORE = 160
_AFTER = 70
_REPORT = 14

_STOP = re.compile(r"[.!?;:]['\"”’)]*\s+(?=[A-Z\"“‘'])|\n\s*\n")
_PARTICIPLE = (
    r"(?:[a-z]{2,}(?:ed|en|wn|ld|nt|pt|ft|ght|lt)|made|paid|said|laid|led|met|won|found|bound|shot"
    r"|struck|lost|put|cut|set|read|done|begun|run|hit|shut|cast|flown)"
)
_ADVERBS = r"(?: (?:not|also|soon|then|now|again|first|instead|never|only|[a-z]+ly)){0,2}"
_BE_DONE = rf"{_ADVERBS} be{_ADVERBS} {_PARTICIPLE}"
_PASSIVE = (
    rf"(?:(?:will|shall|(?:wo|sha|ca|would|should|must)n?['’]t|['’]ll|would|should|can"
    rf"|could(?! not)|may|might|must|going to){_BE_DONE}"
    rf"|(?:will|shall){_ADVERBS} have been{_ADVERBS} {_PARTICIPLE}"
    rf"|\b(?:is|are){_ADVERBS} being{_ADVERBS} {_PARTICIPLE})"
)
"""Verbs that look ahead although they end in a participle, which alone would look back."""
_FUTURE = (
    r"will(?! have)|shall|won['’]t|['’]ll|going to|(?<!had been )(?:due|scheduled|set(?= to| for)"
    r"|slated|expected|planned|likely|poised|ready|supposed) (?:to(?:"
    rf"{_BE_DONE}| [a-z]+)?|for|on|in)|(?:is|are) to(?:{_BE_DONE}| [a-z]+)"
    rf"|(?:(?:plan|intend|hope|expect|aim|want)s?|agreed|decided|asked|vowed|promised) to{_BE_DONE}"
    rf"|to be{_ADVERBS} {_PARTICIPLE}|plans?(?: to| for)?|intends? to|hopes? to"
    r"|expects?(?: to)?|would"
    r"|aims? to|wants? to|agreed to|decided to|asked to|vowed to|promised to|planned to|plans to"
    r"|scheduled|upcoming|forthcoming|tentatively|can|may|must|should|might|payable|effective"
    r"|takes place|take place|meets?|convenes?|arrives|departs|travels"
    r"|begins|starts|opens|expires?|ahead of|in time for|starting|beginning"
    r"|look(?:s|ed|ing)? forward to(?: [a-z]+ing)?"
)
_PAST = (
    r"had been [a-z]+ to [a-z]+|did(?:n['’]t| not| never)(?: [a-z]+)?"
    r"|was|were|had|did|has|have|been|said|told|met|held|began|took|went|came|made|gave|got|saw|rose"
    r"|fell|left|sent|spoke|won|lost|died|became|found|led|paid|put|ran|sold|bought|struck|wrote"
    r"|knew|felt|thought|broke|brought|built|drew|drove|fled|flew|grew|hit|kept|laid|sank|shot"
    r"|stood|swept|threw|withdrew|[a-z]{2,}(?<!e)ed|agreed"
)
_VERB = re.compile(rf"\b(?:(?P<future>{_PASSIVE}|{_FUTURE})|(?P<past>{_PAST}))\b")
_REPORTING = re.compile(
    r"\b(?:said|told|announced|reported|stated|added|confirmed|warned|issued|declared|disclosed)\b"
    r"[^.!?]{0,14}$"
)
_LEADS = re.compile(r"\b(?:by|until|till|starting|beginning|no later than)\s*$", re.I)
_PERFECT = ("had", "has", "have", "been")
_BACK = re.compile(r"\b(?:since)\s*$", re.IGNORECASE)


def tense_at(text: str, start: int, end: int) -> Tense:
    """Return which way the clause around ``text[start:end]`` looks.

    Looks at most 160 characters back and 70 ahead, and never over the end of a sentence.

    >>> sentence = "The ministers will meet on Monday."
    >>> tense_at(sentence, 27, 33)
    Tense.FUTURE
    """
    before = text[max(0, start - _BEFORE) : start]
    stops = list(_STOP.finditer(before))
    if stops:
        before = before[stops[-1].end() :]
    if _REPORTING.search(before):
        return Tense.PAST
    if _BACK.search(before):
        return Tense.PAST
    last = None
    for last in _VERB.finditer(before):  # noqa: B007 - the last one counts
        pass
    if _LEADS.search(before) and (last is None or last[0] not in _PERFECT):
        return Tense.FUTURE
    if last is None:
        last = _VERB.search(_until_stop(text[end : end + _AFTER]))
    if last is None:
        return Tense.NONE
    return Tense.FUTURE if last["future"] is not None else Tense.PAST


def _until_stop(after: str) -> str:
    stop = _STOP.search(after)
    return after if stop is None else after[: stop.start()]
