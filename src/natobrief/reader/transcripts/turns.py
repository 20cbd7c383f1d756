"""Transcripts: who speaks when, by the labels at the starts of lines.

One label doesn't make a transcript, nor do two: a sentence of an article can begin with a name and
a colon. At least three are asked for, of a form that only transcripts have, or with one label that
comes back; two, if each is an office with a name; or one of a form that only transcripts have where
the headline says that remarks follow.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from natobrief.reader.text.layout import Layout, Line, LineKind
from natobrief.reader.text.letters import UPPER
from natobrief.values import Choice

__all__ = ["LabelKind", "Turn", "find_turns"]

Place = tuple[int, int]


class LabelKind(Choice):
    """What a label looks like. Closed list."""

    QUESTION = "question"
    ANSWER = "answer"
    ROLE = "role"
    CAPITALS = "capitals"
    NAME = "name"


class Turn(NamedTuple):
    """What one speaker says until the next one does.

    Attributes:
        label: Where the label stands, without the colon and what is in brackets.
        kind: What it looks like.
        note: Where the words in brackets behind the label stand, or behind its comma.
        words: The stretches that are spoken, stage directions left out.
    """

    label: Place
    kind: LabelKind
    note: Place | None
    words: tuple[Place, ...]


class _Label(NamedTuple):
    line: int
    start: int
    end: int
    kind: LabelKind
    note: Place | None
    body: int
    key: str
    strong: bool
    titled: bool = False  # an office and a name: "President of Norway Ann Lee"
    slip: bool = False  # a full stop stands where the colon should


_ROLES = (
    r"(?:moderator|interviewer|interviewee|host|co-host|presenter|journalist|reporter|correspondent"
    r"|questioner|speaker|operator|interpreter|translator|participant|panelist|panellist|anchor"
    r"|narrator|announcer|aide|staff|audience(?: member)?|member of the audience|student"
    r"|voice|press|unidentified [\w ]{3,30}|(?:fe)?male (?:speaker|voice|journalist|reporter)"
    r"|(?:(?:senior|u\.s\.|us|administration|state|department|defense|defence|white|house|nato|eu"
    r"|western|background|briefing|government|treasury) ){1,4}official)(?: (?:\d{1,2}|[a-z]|one|two"
    r"|three))?"
)
_ROLE = re.compile(_ROLES, re.I)
_STAMP = r"(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?[ \t]+)?"
_NOTE = r"(?:[ ]?[\[(](?P<note>[^()\[\]\n]{1,80})[\])])?"
_JOINER = r"(?:of|the|for|and|to|de|del|van|von|der|da|di|la|le|al|bin|af|zu|on)"
_CAPITAL = rf"[{UPPER}][\w.'’&/-]*"
_NAME = rf"{_CAPITAL}(?:,? (?:{_JOINER} ){{0,2}}{_CAPITAL}){{0,11}}"
_LABELLED = re.compile(
    rf"{_STAMP}(?P<label>(?:Question|QUESTION|Q)(?=,)|{_NAME}(?: \d{{1,2}})?){_NOTE}"
    rf"(?:, (?P<outlet>[^,:\n]{{2,60}}?(?:, [^,:\n]{{2,40}})?))?[ ]?:(?=\s|$)\s*"
)
_SLIP = re.compile(
    rf"(?P<label>(?:MR|MRS|MS|DR|THE|SECRETARY|PRESIDENT|MINISTER|AMBASSADOR"
    rf"|GENERAL)\.? {_CAPITAL}?"
    rf"(?: {_CAPITAL}){{0,2}}?)\.\s+(?=[{UPPER}“\"])"
)
_QA = re.compile(
    rf"{_STAMP}(?P<label>Q(?:UESTION|uestion|ues)?|A(?:NSWER|nswer|ns)?|[Qq]\d{{1,2}}){_NOTE}"
    r"(?:[.:](?=\s|$)|[ \t]*\t|  +|(?<=Q) (?=[A-Z“\"]))\s*"
)
_NOT_SPEAKERS = re.compile(
    r"(?:who|what|when|where|why|how|to|from|re|cc|date|time|place|location|venue|subject|topic|note"
    r"|notes|update|updates|breaking|watch|contact|contacts|media contact|for immediate release"
    r"|embargoed.*|source|background|summary|photo|file photo|read more|see also|tags|topics|live"
    r"|analysis|opinion|exclusive|key points|editor['’]s note|correction|participants|agenda|phone"
    r"|tel|fax|e-?mail|website|address|chapter.*|part.*|section.*|article.*|table.*|figure.*|ps)",
    re.I,
)
_STRONG = re.compile(
    rf"(?:(?:MR|MRS|MS|DR|SIR|LORD|DAME|AMB|GEN|SEN|REP|GOV|COL|ADM|LT|CAPT|MAJ|PROF)\.? (?:\w+\s)*"
    rf"[{UPPER}]|THE [{UPPER}]|(?:VICE |FIRST |DEPUTY |PRIME |FOREIGN |UNDER |ASSISTANT |NATO )*"
    r"(?:PRESIDENT|MINISTER|SECRETARY|CHANCELLOR|AMBASSADOR|SECRETARY[ -]GENERAL|GENERAL|ADMIRAL"
    r"|COMMISSIONER|SENATOR|CHAIRMAN|SPEAKER|KING|QUEEN|DIRECTOR|ADVISER|ADVISOR|LADY)\b)"
)
_TITLED = re.compile(
    r"(?:(?:UN|U\.N\.|EU|NATO|US|U\.S\.|Acting|Deputy|First|Vice|Prime|Foreign|Defen[cs]e) )*"
    r"(?:President|Prime Minister|Foreign Minister|Minister|Secretary(?:[ -]General)?|Chancellor"
    r"|Chairman|Chairwoman|King|Queen|Ambassador|High Representative|Governor|Director)\b"
)
_HEADED = re.compile(
    r"\b(?:remarks|transcript|press call|press conference|news conference|press briefing|briefing"
    r"|interview|doorstep|press point|speech|address|q ?& ?a|question and answer|statement)\b",
    re.I,
)
_STAGE_LINE = re.compile(r"[\[(][^\[\]()\n]{1,200}[\])]\.?$|\*+ ?\w[^*\n]{0,80}\*+$")
_CLOCK = re.compile(
    r"(?:END\s+)?\d{1,2}:\d{2}(?::\d{2})?\s*(?:[AaPp]\.?\s?[Mm]\.?)?(?:\s+[A-Z]{2,4})?$"
)
_STAGE = re.compile(
    r"\s*[\[(](?:laughter|applause|laughs?|laughing|chuckles?|cross-?\s?talk|pause|as interpreted"
    r"|as translated|(?:via|through|by|with) (?:an )?(?:interpreter|interpretation|translation"
    r"|translator)|interpreted|translated|in [A-Z]\w+|speaks? [A-Z]\w+"
    r"|speaking [A-Z]\w+|off[ -]?mic"
    r"|no audio|audio gap|break|music|cheers?)\b[^()\[\]\n]{0,40}[\])]\.?",
    re.I,
)
_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*(?:\s|$)")
_GREETING = re.compile(r"[^\d:;|]{4,80},$")  # "Mr President, colleagues," on a line of its own
_NO_TURNS = frozenset((LineKind.BYLINE, LineKind.BOILERPLATE, LineKind.END, LineKind.CAPTION))
_FEWEST = 3
_TOP = 12


def find_turns(layout: Layout, *, expected: bool = False) -> list[Turn]:
    """Find the turns of a transcript, in order; of any other text none.

    Args:
        layout: The paragraphs of the text.
        expected: Whether the text is known to be a transcript, so that one label is enough.
    """
    labels = list(_labels(layout))
    if not labels or not _is_transcript(layout, labels, expected=expected):
        return []
    kept = _kept(layout, labels)
    stops = [label.line for label in kept[1:]] + [len(layout.lines)]
    if _is_excerpt(layout, kept[0]):
        stops = _shortened(layout, kept, stops)
    turns = (_turn(layout, label, stop) for label, stop in zip(kept, stops, strict=True))
    return [turn for turn in turns if turn.words]


def _is_excerpt(layout: Layout, first: _Label) -> bool:
    """Say whether an article quotes a talk, so that prose can follow it: prose leads to it."""
    prose = [line for line in layout.lines[: first.line] if line.kind is LineKind.PROSE]
    told = [line for line in prose if _SENTENCE.search(layout.text, line.start, line.end)]
    return len(told) >= _FEWEST


def _shortened(layout: Layout, labels: Sequence[_Label], stops: list[int]) -> list[int]:
    """Let no turn of an excerpt fill more paragraphs than half of the turns do."""
    sizes = sorted(stop - label.line for label, stop in zip(labels, stops, strict=True))
    most = sizes[(len(sizes) - 1) // 2]
    limits = (label.line + most + (label.body >= _end(layout, label)) for label in labels)
    return [min(stop, limit) for stop, limit in zip(stops, limits, strict=True)]


def _labels(layout: Layout) -> Iterator[_Label]:
    for index, line in enumerate(layout.lines):
        if line.kind in _NO_TURNS:
            continue
        label = _label(layout.text, index, line)
        # "Keller: We are ready" is a headline too.
        is_headline = line.kind is LineKind.HEADLINE and label is not None and not label.strong
        if label is not None and not (is_headline and label.body < line.end):
            yield label


def _label(text: str, index: int, line: Line) -> _Label | None:
    m = _QA.match(text, line.start, line.end)
    if m is not None:
        is_question = text[m.start("label")] in "Qq"
        kind = LabelKind.QUESTION if is_question else LabelKind.ANSWER
        strong = text[m.end() - 1 : m.end()].isspace() or ":" in text[m.end("label") : m.end()]
        return _made(index, m, kind, strong=strong)
    m = _LABELLED.match(text, line.start, line.end)
    if m is None:
        return _slip(text, index, line)
    if _NOT_SPEAKERS.fullmatch(m["label"]):
        return None
    words = m["label"]
    if words in ("Question", "QUESTION", "Q"):
        return _made(index, m, LabelKind.QUESTION, strong=True)
    if _ROLE.fullmatch(words):
        return _made(index, m, LabelKind.ROLE, strong=True)
    if _is_capitals(words):
        strong = _STRONG.match(words) is not None
        return _made(index, m, LabelKind.CAPITALS, strong=strong)
    titled = _TITLED.match(words) is not None and len(words.split()) > _FEWEST - 1
    return _made(index, m, LabelKind.NAME, strong=False)._replace(titled=titled)


def _slip(text: str, index: int, line: Line) -> _Label | None:
    """Read "MR. LEE. Yes." as a label if "MR. LEE:" is one elsewhere in the text."""
    m = _SLIP.match(text, line.start, line.end)
    if m is None or not _is_capitals(m["label"]):
        return None
    return _made(index, m, LabelKind.CAPITALS, strong=False)._replace(slip=True)


def _made(index: int, m: re.Match[str], kind: LabelKind, *, strong: bool) -> _Label:
    groups = m.re.groupindex
    note = m.span("note") if "note" in groups and m["note"] else None
    if note is None and "outlet" in groups and m["outlet"]:
        note = m.span("outlet")
    key = " ".join(m["label"].lower().split())
    return _Label(index, m.start("label"), m.end("label"), kind, note, m.end(), key, strong)


def _is_capitals(words: str) -> bool:
    """Say whether a name is written in capitals: MR. McCORMACK too."""
    bare = re.sub(
        rf"\b(?:Mc|Mac|De|Di|Le|La|Van|Von|van|von|de|O['’])(?=[{UPPER}]{{2}})", "", words
    )
    letters = [c for c in bare if c.isalpha()]
    return len(letters) >= 2 and all(c.isupper() for c in letters)


def _is_transcript(layout: Layout, labels: Sequence[_Label], *, expected: bool) -> bool:
    labels = [label for label in labels if not label.slip]
    if not labels:
        return False
    # "President of Norway Ann Lee" comes back as "Ann Lee".
    counts = Counter(label.key.split()[-1] for label in labels)
    strong = [label for label in labels if label.strong]
    if strong and strong[0].line < _TOP and (expected or _is_headed(layout, labels[0].line)):
        return True
    titled = sum(label.titled for label in labels)
    if titled > 1 and titled == len(labels) and _speak_in_sentences(layout, labels):
        return True
    if len(labels) < _FEWEST:
        return False
    if len(strong) >= _FEWEST:
        return True
    repeated = max(counts.values()) >= 2 and len(counts) >= 2
    return repeated and _speak_in_sentences(layout, labels)


def _is_headed(layout: Layout, stop: int) -> bool:
    lines = layout.lines[: min(stop, 4)]
    return any(
        line.end - line.start <= 200 and _HEADED.search(layout.text, line.start, line.end)
        for line in lines
    )


def _speak_in_sentences(layout: Layout, labels: Sequence[_Label]) -> bool:
    """Tell a talk from a table of names and values."""
    spoken = 0
    for label in labels:
        end = _end(layout, label)
        is_alone = label.body >= end
        spoken += is_alone or any(
            words.search(layout.text, label.body, end) for words in (_SENTENCE, _GREETING)
        )
    return 3 * spoken >= 2 * len(labels)


def _end(layout: Layout, label: _Label) -> int:
    return layout.lines[label.line].end


def _kept(layout: Layout, labels: Sequence[_Label]) -> list[_Label]:
    """Leave out names that come once and may as well begin a sentence with a colon.

    A name that is a full one or part of one, that comes back, has words in brackets or asks
    something is a label.
    """
    counts = Counter(label.key for label in labels)
    named = Counter(w for key in counts for w in key.split())
    kept: list[_Label] = []
    for label in labels:
        once = counts[label.key] < 2
        if once and label.slip:
            continue
        if once and label.kind is LabelKind.NAME and label.note is None:
            asks = "?" in layout.text[label.body : _end(layout, label)]
            if not asks and " " not in label.key and named[label.key] < 2:
                continue
        kept.append(label)
    return kept


def _turn(layout: Layout, label: _Label, stop: int) -> Turn:
    words: list[Place] = []
    for index in range(label.line, stop):
        line = layout.lines[index]
        begin = label.body if index == label.line else line.start
        if index > label.line and line.kind is LineKind.END:
            break
        if begin < line.end and (index == label.line or _is_spoken(layout.text, line)):
            words.extend(_without_stage(layout.text, begin, line.end))
    return Turn((label.start, label.end), label.kind, label.note, tuple(words))


def _is_spoken(text: str, line: Line) -> bool:
    if line.kind in _NO_TURNS or line.kind is LineKind.HEADLINE:
        return False
    short = line.end - line.start <= 210
    return not (
        short
        and (
            _STAGE_LINE.match(text, line.start, line.end)
            or _CLOCK.match(text, line.start, line.end)
        )
    )


def _without_stage(text: str, start: int, end: int) -> Iterator[Place]:
    """Cut "(Laughter.)" and "[Applause]" out of what is spoken."""
    if "(" not in text[start:end] and "[" not in text[start:end]:
        yield from _stretch(text, start, end)
        return
    for m in _STAGE.finditer(text, start, end):
        yield from _stretch(text, start, m.start())
        start = m.end()
    yield from _stretch(text, start, end)


def _stretch(text: str, start: int, end: int) -> Iterator[Place]:
    while start < end and (text[start].isspace() or text[start] in "—–"):
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if any(char.isalnum() for char in text[start:end]):
        yield start, end
