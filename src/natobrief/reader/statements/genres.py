"""The form of a statement, from the words that frame it or from the document's headline."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from natobrief.model import Genre
from natobrief.reader.page import Page
from natobrief.reader.statements.audiences import OUTLETS, PRESS
from natobrief.reader.text.guarded import Guarded
from natobrief.reader.text.layout import LineKind

__all__ = ["FormWord", "are_apart", "form_in", "headline_form", "is_finer"]

Place = tuple[int, int]

_ADJECTIVES = r"(?:[\w-]+ ){0,3}?"
_ONE = rf"(?:an?|the|his|her|their|its|this|that|today['’]s|[\w]+day['’]s) {_ADJECTIVES}"
_AT = rf"(?:[Aa]t|[Dd]uring|[Ii]n|to|[Oo]pening|[Hh]olding|[Aa]ddressing|giving) (?:{_ONE})?"
_NETWORKS = (
    *"Twitter Facebook Telegram Instagram LinkedIn Mastodon Bluesky Weibo VKontakte X".split(),
    "Truth Social",
    "social media",
)
_NETWORK = f"(?:{'|'.join(_NETWORKS)})"

_FORMS: tuple[tuple[Guarded, Genre], ...] = tuple(
    (Guarded(re.compile(pattern), words), genre)
    for pattern, genre, words in (
        (
            rf"\b{_AT}(?:press|news) conference\b|\btold (?:{_ONE})(?:press|news) conference\b",
            Genre.PRESS_CONFERENCE,
            ("conference",),
        ),
        (
            rf"\b{_AT}(?:press |media |news )?briefing\b|\btold (?:{_ONE})briefing\b",
            Genre.BRIEFING,
            ("briefing",),
        ),
        (
            (
                rf"\b(?:[Ii]n|[Dd]uring) (?:{_ONE})?(?:interview|talk show)\b"
                r"|\binterviewed (?:by|on|in)\b"
                rf"|\btold (?:the )?(?:{OUTLETS})\b|\b[Ss]peaking to (?:the )?(?:{OUTLETS})\b"
            ),
            Genre.INTERVIEW,
            ("interview", "talk show", "told", "peaking to"),
        ),
        (
            r"\bjoint (?:[\w-]+ )?(?:statement|declaration|communiqu[eé])\b",
            Genre.JOINT_STATEMENT,
            ("joint ",),
        ),
        (r"\bcommuniqu[eé]\b", Genre.COMMUNIQUE, ("communiqu",)),
        (r"\bread-?out\b", Genre.READOUT, ("readout", "read-out")),
        (
            (
                rf"\btweet(?:ed|s|ing)?\b|\bretweeted\b|\b[Ii]n (?:{_ONE})(?:post|thread)\b"
                rf"|\b(?:[Oo]n|[Vv]ia) (?:his |her |its |their |the )?(?:official )?{_NETWORK}\b"
                r"|\bposted (?:online|a )"
            ),
            Genre.POST,
            ("tweet", "post", "thread", *_NETWORKS),
        ),
        (
            (
                r"\b(?:[Ii]n|sent|signed|wrote|writing) (?:an?|the|his|her|their"
                r"|this) (?:[\w-]+ ){0,2}letter\b"
                r"|\bthe letter (?:reads|read|says|said)\b"
            ),
            Genre.LETTER,
            ("letter",),
        ),
        (
            (
                rf"\b[Ii]n (?:{_ONE})(?:statement|press release|news release|declaration)\b"
                r"|\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]) (?:[\w-]+ ){0,2}statement"
                r" (?:said|says|reads"
                r"|read|added|noted|issued|released|published)\b"
                r"|\b(?:issued|released|published) an? (?:[\w-]+ )?statement\b"
            ),
            Genre.WRITTEN_STATEMENT,
            ("statement", "release", "declaration"),
        ),
        (
            (
                rf"\b(?:[Ii]n|[Dd]uring|[Gg]iving|[Dd]elivering) (?:{_ONE})"
                r"(?:speech|address|keynote|lecture)\b"
                r"|\baddress to\b|\b[Aa]ddressing\b|\b(?:[Hh]is|[Hh]er|[Tt]he) speech\b"
            ),
            Genre.SPEECH,
            ("speech", "ddress", "keynote", "lecture"),
        ),
        (
            (
                rf"\b(?:[Ii]n|[Dd]uring) (?:{_ONE})?remarks\b"
                rf"|\b(?:told|[Ss]peaking to|[Tt]alking to) (?:{_ONE})?(?:{PRESS})\b"
            ),
            Genre.REMARKS,
            ("remarks", "told", "peaking to", "alking to"),
        ),
    )
)
"""From the plainest to the least plain: the first that stands in a sentence names the form."""

_HEADED: tuple[tuple[re.Pattern[str], Genre], ...] = tuple(
    (re.compile(rf"[#\s]*(?:[\w'’-]+ ){{0,2}}?{pattern}\b", re.IGNORECASE), genre)
    for pattern, genre in (
        ("joint (?:[a-z]+ )?(?:statement|declaration|communiqu[eé])", Genre.JOINT_STATEMENT),
        ("(?:press|news) conference (?:by|with|of|following|after)", Genre.PRESS_CONFERENCE),
        ("(?:press )?(?:briefing|call) (?:by|with|on)", Genre.BRIEFING),
        ("read-?out (?:of|from)", Genre.READOUT),
        ("communiqu[eé]", Genre.COMMUNIQUE),
        ("(?:speech|address|keynote(?: speech)?) (?:by|of|at|to)", Genre.SPEECH),
        (
            (
                "(?:opening |closing |doorstep )?remarks(?: as (?:prepared|delivered)"
                "(?: for delivery)?)? (?:by|at|of|to)"
            ),
            Genre.REMARKS,
        ),
        ("interview (?:with|of|by)", Genre.INTERVIEW),
        ("(?:open )?letter (?:from|by|of|to)", Genre.LETTER),
        ("statement (?:by|of|from|on)", Genre.WRITTEN_STATEMENT),
    )
)

_SPOKEN = frozenset((Genre.REMARKS, Genre.SPEECH, Genre.PRESS_CONFERENCE, Genre.BRIEFING))


class FormWord(NamedTuple):
    """The form of a statement and the words that name it."""

    genre: Genre
    where: Place
    rule: str


def form_in(page: Page, start: int, end: int, is_free: Callable[[int], bool]) -> FormWord | None:
    """Find the words of a sentence that name the form of what is said in it.

    Args:
        page: The text.
        start: Where the sentence begins.
        end: Where it ends.
        is_free: Says of an offset that it is no part of what is said.
    """
    for pattern, genre in _FORMS:
        for m in pattern.finditer(page.text, start, end):
            if is_free(m.start()):
                return FormWord(genre, m.span(), "genre-word")
    return None


def headline_form(page: Page) -> FormWord | None:
    """Find the form that the first headline gives to all that follows: "Remarks by ..."."""
    for index, line in enumerate(page.layout.lines[:3]):
        if line.kind is not LineKind.HEADLINE and (index or page.text[line.end - 1] in ".!?:"):
            continue
        for pattern, genre in _HEADED:
            m = pattern.match(page.text, line.start, line.end)
            if m is not None:
                return FormWord(genre, m.span(), "genre-headline")
    return None


def are_apart(one: Genre | None, other: Genre | None) -> bool:
    """Say whether two forms can't be those of one statement.

    What is told to reporters may be said at a press conference; a letter is no tweet.
    """
    if one is None or other is None or one is other:
        return False
    return not {one, other} <= _SPOKEN


def is_finer(one: Genre | None, other: Genre | None) -> bool:
    """Say whether a form tells more than another: a press conference more than remarks."""
    return one is not None and (other is None or (other is Genre.REMARKS and one is not other))
