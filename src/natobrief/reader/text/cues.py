"""Reporting verbs and the other words of a sentence that the rules look for, found in one pass."""

from __future__ import annotations

import functools
import itertools
import re
from typing import NamedTuple

from natobrief.reader.lexicon import Lexicon, forms
from natobrief.reader.text.letters import UPPER

__all__ = ["Cue", "WordHits", "scan_words"]

_WORD = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)")


class Cue(NamedTuple):
    """A verb that may report words.

    Attributes:
        start: Where the verb begins.
        end: One past its end.
        verb: Its base form.
        tier: ``core``, ``quote`` (with marks or "that" only) or ``phrase`` (a quoted phrase only).
        ing: Whether it is the -ing form.
        denied: Whether the words before it say that nothing was said: "never said".
    """

    start: int
    end: int
    verb: str
    tier: str
    ing: bool
    denied: bool = False


class WordHits(NamedTuple):
    """What one pass over the words of a text found, each list in order of place."""

    cues: list[Cue]
    pronouns: list[tuple[int, int]]
    nouns: list[tuple[int, int]]  # head nouns of descriptions: "minister", "officials"
    heads: list[tuple[int, int]]  # head nouns of encounters: "talks", "summit"
    according: list[tuple[int, int]]
    lower: frozenset[str]  # the words that stand somewhere in small letters


# Forms that are nouns as often as verbs, and what must stand before them to be a verb.
_NOUNS_TOO = frozenset(
    "state states note notes report reports claim claims comment comments remark remarks call "
    "calls answer answers show shows estimate estimates offer offers demand demands promise "
    "promises signal signals fear fears hope hopes warning reading meeting finding feeling "
    "joke jokes tweet tweets post posts order orders find finds label labels brand brands "
    "praise mock pledge pledges request reply replies response wonder repeat express address "
    "cry counter mention hearing beginning saying writing read go showing appeal appeals "
    "attack attacks blame fault faults challenge challenges push command commands press object "
    "objects cast direct counsel boast threat dare paint thanks guess guesses project projects "
    "counsels text texts email emails message messages blog blogs caption captions bark barks "
    "roar roars thunder thunders snap snaps vent vents rant rants laugh laughs smile smiles "
    "grin grins beam beams question questions query queries reason reasons doubt doubts dream "
    "dreams worry worrys fire fires pray prays sing sings shrug shrugs nod nods sob sobs sum "
    "sums highlight highlights murmur murmurs whisper whispers mutter mutters yell yells "
    "scream screams shout shouts cheer cheers growl growls groan groans moan moans chuckle "
    "chuckles charge charges champion champions credit credits bill bills market markets style "
    "styles title titles nickname nicknames pan pans savage savages insult insults curse "
    "curses damn damns protest protests discount discounts support supports favor favors "
    "favour favours regard regards view views rate rates rank ranks peg pegs judge judges rule "
    "rules picture pictures salute salutes welcome welcomes term terms tag tags pushes pitch "
    "pitches slam slams blast blasts rail rails scribble scribbles retort retorts taunt taunts "
    "hint hints compliment compliments defense defenses back backs mean means rip rips bash "
    "bashes sneer sneers snarl snarls whine whines huff huffs boasts brag brags gripe gripes "
    "volunteer volunteers venture ventures advocate advocates moralize moralizes chime chimes "
    "pipe pipes croak croaks trash trashes regret regrets mourn mourns lecture lectures "
    "meaning ruling understanding marketing advertising reasoning backing rating ranking "
    "shooting firing casting".split()
)
_PARTICLES = {"point": " out"}  # verbs that report only with the word behind them
_CALLED_OFF = (" off", " it off", " up ")  # behind "called" these report nothing
_SUBJECT_BEFORE = re.compile(
    rf"(?:\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|who|which|also|will|would|and)|\b[{UPPER}][\w.’'-]*"
    rf"|\w+ly),? $"
)

_SPEAKING_BY = re.compile(r"\b(?:quoted as|by|upon) $")

_NOT = (
    r"(?:(?:did|does|do|has|have|had|would|will|could|can|is|are|was|were|should|may|might) not"
    r"|(?:did|does|do|has|have|had|would|could|is|are|was|were|should)n['’]t|cannot|can['’]t"
    r"|won['’]t|never|nor did)"
)
_DENIED = re.compile(
    rf"\b(?:{_NOT}(?: (?!only\b)(?:\w+ly|yet|ever|once|even|want to|go so far as to|wish to))*"
    r"|(?:refus|declin)(?:e|es|ed|ing) to|stopp?(?:ed|s|ing)? short of"
    r"|den(?:y|ies|ied|ying)(?: that)?(?: [\w’'-]+){0,3}? (?:had|has|have|having|ever)"
    r"(?: ever)?) $",
    re.IGNORECASE,
)
_DENIED_REACH = 70
# One of these stands in whatever the pattern finds, and looking for them is quicker.
_DENYING = ("not", "n't", "n’t", "never", "nor did", "refus", "declin", "stop", "den")


_PRONOUNS = "he she they it we i you who".split()


class _Verb(NamedTuple):
    base: str
    tier: str
    ing: bool


class _Table(NamedTuple):
    verbs: dict[str, _Verb]
    nouns: frozenset[str]
    heads: frozenset[str]
    interesting: frozenset[str]


@functools.lru_cache(maxsize=8)
def _table(lexicon: Lexicon) -> _Table:
    verbs: dict[str, _Verb] = {}
    acts = tuple(row.partition("=")[0] for row in lexicon.object_verbs)
    tiers = (
        ("phrase", lexicon.promise_verbs + lexicon.request_verbs + acts),
        ("phrase", lexicon.phrase_verbs),
        ("quote", lexicon.quote_verbs),
        ("core", lexicon.core_verbs),
    )
    for tier, words in tiers:
        for base in words:
            *finite, ing = forms(base, lexicon)
            verbs.update(dict.fromkeys(finite, _Verb(base, tier, False)))
            verbs[ing] = _Verb(base, tier, True)
    nouns = frozenset(p.split()[-1] for p in lexicon.offices + lexicon.roles + lexicon.collectives)
    nouns |= frozenset(noun + "s" for noun in nouns)
    heads = frozenset(row.partition("=")[0].split()[-1] for row in lexicon.encounters)
    plain = frozenset(verbs) | nouns | heads | frozenset(_PRONOUNS) | {"according"}
    capital = frozenset(word.capitalize() for word in plain)
    return _Table(verbs, nouns, heads, plain | capital)


def scan_words(text: str, lexicon: Lexicon) -> WordHits:
    """Look at every word once and sort those that a rule asks about into lists."""
    table = _table(lexicon)
    pieces = _WORD.split(text)  # what stands between the words, and the words, in turn
    words, ends = pieces[1::2], itertools.accumulate(map(len, pieces))
    hits = WordHits([], [], [], [], [], frozenset(filter(str.islower, set(words))))
    asked = map(table.interesting.__contains__, words)
    places = zip(words, itertools.islice(ends, 1, None, 2), strict=True)
    for word, end in itertools.compress(places, asked):
        _sort(text, word.lower(), end - len(word), end, table, hits)
    return hits


def _sort(text: str, word: str, start: int, end: int, table: _Table, hits: WordHits) -> None:
    verb = table.verbs.get(word) if not _is_other(text, word, end) else None
    if verb is not None and verb.base in _PARTICLES:
        particle = _PARTICLES[verb.base]
        verb = verb if text.startswith(particle, end) else None
        stop = end + len(particle)
    else:
        stop = end
    if verb is not None and (word not in _NOUNS_TOO or _is_verb(text, start)):
        denied = _is_denied(text, start) or (
            verb.base == "deny" and text[end : end + 6] == " that "
        )
        hits.cues.append(Cue(start, stop, verb.base, verb.tier, verb.ing, denied))
    if word in table.nouns:
        hits.nouns.append((start, end))
    if word in table.heads:
        hits.heads.append((start, end))
    if word in _PRONOUNS:
        hits.pronouns.append((start, end))
    elif word == "according":
        hits.according.append((start, end))


def _is_other(text: str, word: str, end: int) -> bool:
    """Tell "think" from "think tank" and "called it absurd" from "called it off"."""
    if word == "think":
        return text.startswith("tank", end + 1)
    return word in ("call", "calls", "called", "calling") and text.startswith(_CALLED_OFF, end)


def _is_verb(text: str, start: int) -> bool:
    """Tell "he notes" from "his notes" by the word before."""
    if text[start : start + 6] in ("saying", "writin") and text[start - 2 : start] == ", ":
        return True
    before = text[max(start - 24, 0) : start]
    if text[start : start + 7] in ("saying ", "warning") and _SPEAKING_BY.search(before):
        return True
    return _SUBJECT_BEFORE.search(before) is not None or _is_denied(text, start)


def _is_denied(text: str, start: int) -> bool:
    """Tell "never said" and "denied that he had called" from "said" and "called"."""
    before = text[max(start - _DENIED_REACH, 0) : start]
    small = before.casefold()
    return any(word in small for word in _DENYING) and _DENIED.search(before) is not None
