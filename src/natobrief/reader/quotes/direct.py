"""Direct quotes: which stretches between marks are quotes, and which stretches belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from natobrief.reader.page import Page
from natobrief.reader.quotes.attribution import Attribution, cue_after, cue_before, signature
from natobrief.reader.text.layout import LineKind
from natobrief.reader.text.letters import UPPER
from natobrief.reader.text.marks import Quoted

__all__ = ["Fragment", "fragments", "is_whole", "joined"]

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_END_MARK = re.compile(r"[.!?…,][\"”’']*\s*$")
_SENTENCE_END = re.compile(r"[.!?…][\"”’']*\s*$")
_SMALL_IN_TITLES = frozenset("a an the of and or in on at to for with by from de la".split())
# "A piece called ...": whoever calls something absurd says what.
_CALLED = re.compile(r"[a-z] (?:called|titled|entitled|dubbed|headlined) $")
_NAMED_BEFORE = re.compile(
    r"(?:\bon|\bin|\bof|['’]s|\bthe|\bcalled|\bentitled|\btitled|\bnamed|\ba)\s*$"
)
# What a title in marks stands behind: "her memoir, “The Long Way”".
_WORK_BEFORE = re.compile(
    r"\b(?:autobiography|ballad|book|cartoon|class|column|comedy|course|documentary|drama|episode|essay|"
    r"exhibition|film|game|hashtag|hit|magazine|memoir|miniseries|movie|musical|newsletter|newspaper|"
    r"novel|opera|painting|pamphlet|play|podcast|poem|program|programme|segment|sequel|series|"
    r"show|single|sitcom|song|thriller|track|treatise|volume)s?"
    r"(?:,| called| entitled| titled| named| dubbed| known as)*\s*$"
)
_WORK_REACH = 40
_CAPITAL = re.compile(f"[{UPPER}]")
_CLAUSE_ENDS = re.compile(r",\s*\w|[;:]\s*\w|\bbut\b")
_SHORT = 5
_LONG_HEADING = 10
_ADJACENT = 50


class Fragment(NamedTuple):
    """A stretch between marks that is a quote or a part of one.

    Attributes:
        quoted: The stretch.
        line: The index of its paragraph.
        attribution: The speaker that the sentence itself names.
        whole: Whether it is made of whole sentences.
    """

    quoted: Quoted
    line: int
    attribution: Attribution | None
    whole: bool

    @property
    def start(self) -> int:
        """The first character inside the marks."""
        return self.quoted.start

    @property
    def end(self) -> int:
        """One past the last character inside the marks."""
        return self.quoted.end


def fragments(page: Page) -> list[Fragment]:
    """Return the stretches that are quotes, with the speaker that their own sentence names."""
    found: list[Fragment] = []
    left: list[Quoted] = []
    for index, quoted in enumerate(page.marks):
        before = page.marks[index - 1] if index else None
        after = page.marks[index + 1] if index + 1 < len(page.marks) else None
        if _is_denied(page, quoted, before):
            continue
        attribution = _local(page, quoted, before, after)
        if _is_quote(page, quoted, attribution):
            line = page.layout.line_index(quoted.outer_start)
            found.append(Fragment(quoted, line, attribution, is_whole(page.text, quoted)))
        else:
            left.append(quoted)
    return sorted([*found, *_beside(page, found, left)], key=lambda part: part.start)


def _beside(page: Page, found: list[Fragment], left: list[Quoted]) -> Iterator[Fragment]:
    """Take short quotes that share a sentence with an attributed one: 'both "sad" and "wrong"'."""
    sentences = {page.layout.sentence_index(f.start) for f in found if f.attribution}
    for quoted in left:
        words = _WORD.findall(page.text[quoted.start : quoted.end])
        if not words or page.layout.sentence_index(quoted.start) not in sentences:
            continue
        if not _is_title(page, quoted, words, None) and not words[0][0].isupper():
            line = page.layout.line_index(quoted.outer_start)
            yield Fragment(quoted, line, None, False)


def is_whole(text: str, quoted: Quoted) -> bool:
    """Say whether a quote is a sentence of its own rather than a part of the one around it."""
    if not _CAPITAL.match(text, quoted.start):
        return False
    return bool(_END_MARK.search(text[max(quoted.end - 4, quoted.start) : quoted.end]))


def _local(
    page: Page, quoted: Quoted, before: Quoted | None, after: Quoted | None
) -> Attribution | None:
    left = _left_end(page, quoted, before)
    lead = cue_before(page, left, quoted.outer_start)
    if lead is not None and lead.cue and quoted.outer_start - lead.cue[1] < _ADJACENT:
        return lead
    right = _right_end(page, quoted, after)
    return (
        cue_after(page, quoted.outer_end, right)
        or lead
        or signature(page, quoted.outer_end, page.layout.line(quoted.start).end)
    )


def _is_denied(page: Page, quoted: Quoted, before: Quoted | None) -> bool:
    """Say whether the words lead to a quote that nobody made: 'never called it "absurd"'."""
    cues = page.cues_between(_left_end(page, quoted, before), quoted.outer_start)
    if not cues or not cues[-1].denied:
        return False
    between = page.text[cues[-1].end : quoted.outer_start]
    return len(between) < _ADJACENT and not _CLAUSE_ENDS.search(between)


def _left_end(page: Page, quoted: Quoted, before: Quoted | None) -> int:
    """Say from where on words can lead to a quote: its sentence, or a line that ends in a colon."""
    start = page.layout.sentence(quoted.outer_start)[0]
    index = page.layout.line_index(quoted.outer_start)
    if start == quoted.outer_start == page.layout.lines[index].body and index:
        last = page.layout.lines[index - 1]
        if page.text[last.end - 1] == ":":
            start = page.layout.sentence(last.end - 1)[0]
    return max(start, before.outer_end) if before else start


def _right_end(page: Page, quoted: Quoted, after: Quoted | None) -> int:
    sentence = page.layout.sentence(max(quoted.outer_end - 1, quoted.outer_start))
    end = sentence[1]
    if end <= quoted.outer_end and page.text[quoted.end - 1] in "?!…":
        end = _asked_end(page, quoted)
    return min(end, after.outer_start) if after else end


def _asked_end(page: Page, quoted: Quoted) -> int:
    """Let a sentence go on after "?" and "!", as in '"Why?" Keller asked'."""
    index = page.layout.sentence_index(quoted.outer_end) + 1
    if index >= len(page.layout.sentences):
        return quoted.outer_end
    start, end = page.layout.sentences[index]
    if start - quoted.outer_end > 2 or end > page.layout.line(quoted.start).end:
        return quoted.outer_end
    cues = page.cues_between(start, min(start + 60, end))
    return end if cues and cues[0].tier != "phrase" else quoted.outer_end


def _is_quote(page: Page, quoted: Quoted, attribution: Attribution | None) -> bool:
    text = page.text[quoted.start : quoted.end]
    words = _WORD.findall(text)
    if not words:
        return False
    if _is_title(page, quoted, words, attribution):
        return False
    if page.layout.line(quoted.start).kind is LineKind.HEADLINE and attribution is None:
        return False
    if _is_subhead(page, quoted, len(words)):
        return False
    if len(words) >= _SHORT:
        return True
    if attribution is not None:
        return True
    return is_whole(page.text, quoted) and bool(_SENTENCE_END.search(text))


def _is_subhead(page: Page, quoted: Quoted, words: int) -> bool:
    """Tell a heading in single marks from a quote, in a text that quotes with double ones."""
    line = page.layout.line(quoted.start)
    alone = quoted.outer_start == line.start and quoted.outer_end == line.end
    return alone and quoted.mark in "'‘" and words < _LONG_HEADING


def _is_title(
    page: Page, quoted: Quoted, words: list[str], attribution: Attribution | None
) -> bool:
    """Tell the title of a work, a programme or a slogan from a quote by its capitals."""
    if len(words) > 10 or (len(words) < 2 and not words[0][0].isupper()):
        return False
    start = max(quoted.outer_start - _WORK_REACH, 0)
    lead = page.text[start : quoted.outer_start]
    if (_WORK_BEFORE.search(lead) or _CALLED.search(lead)) and _is_titled(words):
        return True
    if len(words) < 2:
        return False
    if not _is_titled(words):
        return False
    if not _SENTENCE_END.search(page.text[quoted.start : quoted.end]):
        return True
    if attribution is None and len(words) > 2:
        return True
    before = page.text[max(quoted.outer_start - 12, 0) : quoted.outer_start]
    return bool(_NAMED_BEFORE.search(before))


def _is_titled(words: list[str]) -> bool:
    return all(w[0].isupper() or w[0].isdigit() or w in _SMALL_IN_TITLES for w in words)


def joined(page: Page, parts: list[Fragment]) -> Iterator[list[Fragment]]:
    """Put together what one quote is made of: cut by "he said", or carried on over paragraphs."""
    group: list[Fragment] = []
    for part in parts:
        if group and _carries_on(page, group[-1], part):
            group.append(part)
            continue
        if group:
            yield group
        group = [part]
    if group:
        yield group


def _carries_on(page: Page, first: Fragment, then: Fragment) -> bool:
    if not first.quoted.closed:
        return (
            then.line == first.line + 1
            and then.quoted.outer_start == page.layout.lines[then.line].start
        )
    if then.line != first.line or page.layout.sentence(first.end) != page.layout.sentence(
        then.start
    ):
        return False
    if then.attribution is None or first.attribution is None:
        return not first.whole or not then.whole
    return then.attribution.speaker.start == first.attribution.speaker.start
