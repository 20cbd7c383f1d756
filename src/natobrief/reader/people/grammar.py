"""The patterns by which names and offices are told from other capitalised words."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from natobrief.reader.lexicon import Lexicon
from natobrief.reader.text.letters import UPPER

__all__ = ["GAP", "Grammar", "grammar_of"]

GAP = " +"
"""What stands between the words of a name."""


_BODY = (
    r"(?:delegation|mission|party|faction|parliament|government|ministry|department|committee"
    r"|commission|council|agency|administration|cabinet|group|team|union|alliance|bloc|service"
    r"|office|opposition|region)"
)
"""Small words for a body, between an office and a name: "head of the Polish delegation Ann Lee"."""


class Grammar(NamedTuple):
    """The patterns of capitalised runs, of words inside them and of offices, and word lists."""

    run: re.Pattern[str]
    word: re.Pattern[str]
    office: re.Pattern[str]
    offices: re.Pattern[str]
    office_before: re.Pattern[str]
    office_of: re.Pattern[str]
    honorific: dict[str, str]
    not_names: frozenset[str]
    organization: frozenset[str]
    groups: frozenset[str]
    modifiers: frozenset[str]


def _either(words: tuple[str, ...]) -> str:
    return "|".join(
        re.escape(w).replace(r"\ ", "[ -]") for w in sorted(words, key=len, reverse=True)
    )


_THE = "(?:(?:al|el)-)?"  # the Arabic article before a surname: "Saud al-Faisal"


@functools.lru_cache(maxsize=8)
def grammar_of(lexicon: Lexicon) -> Grammar:
    """Make the patterns for the words of a lexicon."""
    titles = tuple(row.split()[0] for row in lexicon.honorifics)
    dotted = "|".join(
        re.escape(w[0].upper() + w[1:]) for w in (*lexicon.offices, *titles) if w.endswith(".")
    )
    plain = rf"[{UPPER}](?:[^\W_]|[.&](?=[^\W_])|[-\u2010\u2011](?=[^\W_])|[’'](?=[{UPPER}]))*"
    word = rf"(?:(?:{dotted})(?=[ ])|(?:[{UPPER}]\.){{2,4}}|[{UPPER}]\.(?=[ ]?[{UPPER}])|{plain})"
    joiner = rf"(?:(?:{'|'.join(lexicon.joiners)})[ ])"
    offices, modifiers = _either(lexicon.offices), _either(lexicon.office_modifiers)
    offices = offices.replace("[ -]to[ -]the[ -]", r"[ -]to[ -]the[ -](?:U\.S\. |US )?")
    return Grammar(
        run=re.compile(rf"(?<![\w’'&])(?:{word})(?:{GAP}{joiner}{{0,3}}{_THE}{word})*"),
        word=re.compile(rf"{GAP}|(?:{'|'.join(lexicon.joiners)})(?=[ ])|{_THE}{word}"),
        office=re.compile(rf"(?:(?:{modifiers})[ -])*(?:{offices})(?![\w-])", re.IGNORECASE),
        offices=re.compile(
            rf"(?:(?:{modifiers})[ -])*(?:{offices})s(?-i:(?= [{UPPER}]))", re.IGNORECASE
        ),
        office_before=re.compile(
            rf"(?:^|(?<=[\s(“\"—–]))(?:the |a |an )?((?:(?:{modifiers}"
            rf"|[{UPPER}][\w.-]*(?:['’]s)?) ){{0,5}}"
            rf"(?:{offices})) $"
        ),
        office_of=re.compile(
            rf"(?:^|(?<=[\s(“\"—–]))(?:the |a |an )?"
            rf"((?:(?:{modifiers}) ){{0,3}}(?:{offices}) of the "
            rf"(?:(?:[{UPPER}][\w.-]*|[a-z-]+)(?:['’]s)? ){{0,3}}{_BODY}) $"
        ),
        honorific={r.split()[0]: r.split()[1] for r in lexicon.honorifics},
        not_names=frozenset(lexicon.not_names),
        organization=frozenset(lexicon.organization_words),
        groups=frozenset(p.split()[-1] for p in lexicon.collectives),
        modifiers=frozenset(w.capitalize() for w in lexicon.office_modifiers),
    )
