"""People without names: "the foreign minister", "a senior official", "Western allies", "she"."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from natobrief.reader.lexicon import Lexicon
from natobrief.reader.people.mentions import Mention, MentionKind, Mentions
from natobrief.reader.people.names import Names
from natobrief.reader.people.naming import mention_of, named_mentions
from natobrief.reader.text.cues import WordHits
from natobrief.reader.text.layout import Layout
from natobrief.reader.text.letters import UPPER

__all__ = ["find_mentions"]

# Words that end a noun phrase on its left side: between an article and a head noun none stands.
_STOP = (
    "of|in|on|at|to|for|with|and|or|by|from|that|who|which|is|was|were|are|be|been|has|had|have"
    "|will"
    "|would|said|says|as|but|than|not|into|about|after|before|between|when|where|while|if|it|he"
    "|she"
    "|they|against|over|under|during|this|these|his|her|the|a|an"
)
_FIRST = rf"(?:(?!(?:{_STOP})\s)[\w.'’-]+\s)"
_WORDS = rf"(?:{_FIRST}(?:(?!(?:{_STOP}|[a-z]+ed)\s)[\w.'’-]+\s){{0,4}})?"
_ARTICLE = re.compile(
    r"(?:^|(?<=[\s(“\"—–]))(?:the|a|an|one|another|his|her|their|its|our|this|that|some|several"
    r"|many"
    rf"|most|all|both|other|two|three|four|five|six|seven|eight|nine|ten)\s{_WORDS}$",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(
    rf"(?:^|(?<=[\s(“\"—–]))(?:(?:[{UPPER}][\w.-]*|senior|top|western|local|allied|foreign|defence"
    rf"|defense|other|many|some|most|several)\s){{1,3}}(?:(?!(?:{_STOP})\s)[a-z]+(?<!ed)\s)?$"
)
_OF_STATE = re.compile(
    r" of (?:state and (?:of )?government|state|government|defence|defense)\b", re.I
)
_LOOK_BACK = 60
_GENDERS = {"he": "m", "she": "f"}


class _Heads(NamedTuple):
    groups: frozenset[str]
    openers: frozenset[str]  # group nouns that need "of ..." behind them: "heads"
    not_openers: frozenset[str]


@functools.lru_cache(maxsize=8)
def _heads(lexicon: Lexicon) -> _Heads:
    plain = [p for p in lexicon.collectives if " of " not in p]
    with_of = [p.partition(" of ")[0].split()[-1] for p in lexicon.collectives if " of " in p]
    groups = frozenset(p.split()[-1] for p in plain)
    return _Heads(
        groups, frozenset(with_of), frozenset(("state", "defence", "defense", "government"))
    )


def find_mentions(layout: Layout, hits: WordHits, names: Names, lexicon: Lexicon) -> Mentions:
    """Find every mention of a text: names first, then descriptions, then pronouns."""
    named = named_mentions(layout, hits, names, lexicon)
    described = [
        _with_owner(layout.text, row, names)
        for row in _described(layout, hits, _heads(lexicon), _taken(layout.text, named))
    ]
    named = [
        _with_owner(layout.text, row, names) if row.kind is MentionKind.OFFICE else row
        for row in named
    ]
    rows = _settled(sorted([*named, *described], key=lambda m: (m.start, -m.end)))
    rows.extend(_pronouns(layout.text, hits))
    rows.extend(_indefinite(layout.text, hits))
    return Mentions(_settled(sorted(rows, key=lambda m: (m.start, -m.end))))


def _settled(rows: list[Mention]) -> list[Mention]:
    """Keep one of each two rows that overlap."""
    kept: list[Mention] = []
    for row in rows:
        if not kept or row.start >= kept[-1].end:
            kept.append(row)
        elif (row.end > kept[-1].end and _is_weaker(kept[-1], row)) or (
            row.end <= kept[-1].end and _is_inner_name(kept[-1], row)
        ):
            kept[-1] = row
    return kept


def _is_weaker(first: Mention, then: Mention) -> bool:
    """Say whether a row that begins later and ends later says more: an office before a name."""
    weak = (MentionKind.NOMINAL, MentionKind.GROUP)
    return first.kind in weak and then.kind is MentionKind.PERSON


def _is_inner_name(outer: Mention, inner: Mention) -> bool:
    """Prefer "Maria Keller" to the description that runs over her name."""
    weak = (MentionKind.NOMINAL, MentionKind.GROUP)
    return outer.kind in weak and inner.kind is MentionKind.PERSON and " " in inner.name


def _described(
    layout: Layout, hits: WordHits, heads: _Heads, taken: bytearray
) -> Iterator[Mention]:
    text = layout.text
    verbs = [cue.start for cue in hits.cues]
    for start, end in hits.nouns:
        word = text[start:end].lower()
        if taken[start] or (word in heads.not_openers and _follows_of(text, start)):
            continue
        is_group, stop = word in heads.groups, end
        if word in heads.openers:
            of = _OF_STATE.match(text, end)
            is_group, stop = of is not None, of.end() if of else end
        begin = _beginning(layout, start)
        if begin >= 0 and bisect_left(verbs, begin) != bisect_left(verbs, start):
            begin = -1  # "Keller told reporters": no adjective
        if begin < 0 and not is_group:
            continue
        kind = MentionKind.GROUP if is_group else MentionKind.NOMINAL
        yield mention_of(text, kind, start if begin < 0 else begin, stop)


_OWNER = re.compile(
    rf"(?<![\w.’'-])((?:[{UPPER}][\w.-]* ){{0,3}}[{UPPER}][\w.-]*)(?:['’]s|(?<=s)['’]) $"
)
_OWNERS = frozenset(("country", "organization"))


def _with_owner(text: str, row: Mention, names: Names) -> Mention:
    """Let an office begin at the state or body whose it is: "Norway's foreign minister"."""
    m = _OWNER.search(text[max(row.start - _LOOK_BACK, 0) : row.start])
    if m is None or row.kind is MentionKind.GROUP:
        return row
    start = row.start - len(m[0])
    known = names.longest(text, start, row.start)
    if known is None or known[0] != start + len(m[1]):
        return row
    if not _OWNERS.issuperset(each.kind for each in known[1]):
        return row
    return mention_of(text, row.kind, start, row.end, row.known)._replace(
        office=(start, row.end) if row.office else None
    )


def _taken(text: str, named: list[Mention]) -> bytearray:
    table = bytearray(len(text))
    for row in named:
        table[row.start : row.end] = b"\x01" * (row.end - row.start)
    return table


def _follows_of(text: str, start: int) -> bool:
    return text[max(start - 4, 0) : start] == " of "


def _beginning(layout: Layout, start: int) -> int:
    """Find where a description begins: at its article, else at its adjectives; -1 if bare."""
    low = max(start - _LOOK_BACK, layout.sentence(start)[0])
    before = layout.text[low:start]
    found = _ARTICLE.search(before) or _ADJECTIVE.search(before)
    return -1 if found is None else low + found.start()


_ANYBODY = (
    r"(?:nobody|no one|no-one|none|everyone|everybody|someone|somebody|anyone|anybody|others"
    r"|another|many|some|most|few|several|neither|either|both|all|one)"
)
_ANYBODY_BEFORE = re.compile(
    rf"(?:^|[.!?;:,—–\"“”’(\n] ?|\b(?:and|but|while|as|though|that) )({_ANYBODY})"
    r" (?:(?:also|once|even|has|have|had|\w+ly) )?$",
    re.IGNORECASE,
)
_ANYBODY_AFTER = re.compile(rf" ({_ANYBODY})(?=[.,;!?]|$)", re.IGNORECASE)
_REACH = 40


def _indefinite(text: str, hits: WordHits) -> Iterator[Mention]:
    """Find "everyone" and "some" as subjects of reporting verbs: words without a known speaker."""
    for cue in hits.cues:
        low = max(cue.start - _REACH, 0)
        m = _ANYBODY_BEFORE.search(text[low : cue.start])
        if m is not None:
            word = m[1].lower()
            yield Mention(low + m.start(1), low + m.end(1), MentionKind.PRONOUN, word)
            continue
        after = _ANYBODY_AFTER.match(text, cue.end)
        if after is not None:
            yield Mention(after.start(1), after.end(1), MentionKind.PRONOUN, after[1].lower())


def _pronouns(text: str, hits: WordHits) -> Iterator[Mention]:
    for start, end in hits.pronouns:
        word = text[start:end].lower()
        yield Mention(start, end, MentionKind.PRONOUN, word, gender=_GENDERS.get(word, ""))
