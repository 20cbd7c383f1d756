"""To whom something is said: "told reporters", "in a letter to the council"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from natobrief.model import Actor, Group, Organization
from natobrief.reader.page import Page
from natobrief.reader.people.identities import Identity, People
from natobrief.reader.people.mentions import Mention, MentionKind
from natobrief.reader.text.letters import UPPER

__all__ = ["OUTLETS", "PRESS", "Hearer", "hearers", "named_at"]

Place = tuple[int, int]

PRESS = "reporters|journalists|newsmen|correspondents|(?:the )?(?:press|media)"
"""Words for the press in general, for a pattern."""

OUTLETS = (
    "Reuters|Associated Press|AP|AFP|Agence France-Presse|dpa|DPA|TASS|Tass|Interfax|RIA Novosti"
    "|RIA|Xinhua|Ukrinform|Bloomberg|BBC|CNN|NBC(?: News)?|CBS(?: News)?|ABC(?: News)?|Fox News"
    "|MSNBC|NPR|PBS|CNBC|Sky News|ITV|Al Jazeera|Euronews|Deutsche Welle|DW|ARD|ZDF|Bild"
    "|Der Spiegel|Spiegel|Die Welt|Die Zeit|Le Monde|Le Figaro|El País|Corriere della Sera"
    "|La Repubblica|Politico|POLITICO|Axios|Kyodo|NHK|Haaretz|Financial Times|New York Times"
    "|Washington Post|Wall Street Journal|Guardian|Times|Telegraph|Economist"
)
"""Names of news agencies, papers and stations, for a pattern."""

_CAPITALISED = rf"[{UPPER}][\w&.’'-]*(?: (?:of the |of )?[{UPPER}][\w&.’'-]*){{0,3}}"
_MEDIUM = (
    r"(?:newspaper|daily|weekly|magazine|news agency|agency|news site|website|broadcaster|channel"
    r"|television|TV|radio|station|podcast)"
)
_OUTLET = re.compile(rf"(?:the )?({OUTLETS})(?![\w-])")
_A_MEDIUM = re.compile(
    rf"(?:the |an? )?(?:[\w-]+ ){{0,2}}?{_MEDIUM} (?P<behind>{_CAPITALISED})"
    rf"|(?:the )?(?P<before>{_CAPITALISED}) {_MEDIUM}\b"
)
_THE_PRESS = re.compile(rf"(?:the |a group of |waiting |visiting )*({PRESS})\b", re.IGNORECASE)
_A_BODY = re.compile(rf"the ({_CAPITALISED})|([Pp]arliament|[Cc]ongress|[Ll]awmakers)\b")
_NO_HEARER = re.compile(rf"(?:{_CAPITALISED}|an?|the)?[\w -]{{0,30}}?(?:conference|briefing)\b")

_TELLING = frozenset(("tell", "inform", "assure", "remind", "warn", "brief"))
_LEADS = re.compile(
    r"\b(?:(?:letter|message|note|telegram|address|speech|remarks?|statement|comments?|appeal"
    r"|report"
    r"|briefing)(?: (?:sent|addressed|delivered|made))? to|(?:[Ss]peaking|[Tt]alking|[Ww]riting) to"
    r"|interview (?:with|to|for|given to)|(?:[Aa]ddressing|[Bb]riefing))"
    r" "
)
_NEXT = re.compile(r",? and |, ")


class Hearer(NamedTuple):
    """One to whom something is said.

    Attributes:
        actor: Who it is; None if that isn't decided.
        where: The words.
        reason: A sentence about it.
        identity: What was found out about the words; None where they speak for themselves.
    """

    actor: Actor | None
    where: Place
    reason: str
    identity: Identity | None = None


def hearers(
    page: Page,
    people: People,
    sentence: Place,
    cue: tuple[str, Place] | None,
    is_free: Callable[[int], bool],
) -> list[Hearer]:
    """Find those to whom the words of a sentence are said, in the order of the text.

    Args:
        page: The text.
        people: Who is who in it.
        sentence: Where the reporting sentence stands.
        cue: The reporting verb, in its base form, and its place.
        is_free: Says of an offset that it is no part of what is said.
    """
    start, end = sentence
    leads = {m.end(): m[0] for m in _LEADS.finditer(page.text, start, end) if is_free(m.start())}
    if cue is not None and cue[0] in _TELLING and page.text[cue[1][1] : cue[1][1] + 1] == " ":
        leads.setdefault(cue[1][1] + 1, cue[0])
    found: dict[int, Hearer] = {}
    for at, lead in sorted(leads.items()):
        for hearer in _from(page, people, at, end, is_free):
            asked = _as_outlet(page, hearer) if lead.startswith("interview") else hearer
            found.setdefault(asked.where[0], asked)
    return list(found.values())


def _from(
    page: Page, people: People, at: int, end: int, is_free: Callable[[int], bool]
) -> list[Hearer]:
    """Read a list of hearers: "reporters", "France and Germany"."""
    found: list[Hearer] = []
    while at < end and is_free(at):
        hearer = _at(page, people, at, end)
        if hearer is None:
            break
        found.append(hearer)
        gap = _NEXT.match(page.text, hearer.where[1], end)
        if gap is None or hearer.identity is None:
            break
        at = gap.end()
    return found


def _at(page: Page, people: People, at: int, end: int) -> Hearer | None:
    text = page.text
    press = _THE_PRESS.match(text, at, end)
    if press is not None:
        return Hearer(Group(name=press[1]), press.span(1), f"“{press[1]}” are told so")
    outlet = _OUTLET.match(text, at, end)
    medium = outlet or _A_MEDIUM.match(text, at, end)
    if medium is not None:
        group = 1 if outlet is not None else (medium.lastgroup or 0)
        name = " ".join(medium[group].split())
        return Hearer(Organization(name=name), medium.span(group), f"“{name}” is told so")
    if _NO_HEARER.match(text, at, end):
        return None
    return _named(page, people, at, end)


def _named(page: Page, people: People, at: int, end: int) -> Hearer | None:
    row = named_at(page, at, end)
    body = _A_BODY.match(page.text, at, end)
    if body is not None and (row is None or _is_no_person(row)):
        group = 1 if body[1] else 2
        name = " ".join(body[group].split())
        return Hearer(Organization(name=name), body.span(group), f"“{name}” is told so")
    if row is None or row.owns or row.kind is MentionKind.DEMONYM:
        return None
    identity = people.identify(row)
    return Hearer(identity.actor, (row.start, row.end), identity.reason, identity)


def named_at(page: Page, at: int, end: int) -> Mention | None:
    """Return what is named at a place, an article before it left out."""
    near = page.mentions.between(at, min(end, at + 120))
    row = near[0] if near else None
    is_here = row is not None and page.text[at : row.start].lower() in ("", "the ", "a ", "an ")
    return row if is_here and row is not None and row.kind is not MentionKind.PRONOUN else None


def _as_outlet(page: Page, hearer: Hearer) -> Hearer:
    """Take a single unknown name behind "interview with" for a paper or a station."""
    row = next(iter(page.mentions.between(*hearer.where)), None)
    if row is None or not _is_no_person(row) or row.last in page.mentions.full_names:
        return hearer
    if " " in row.name:
        return hearer
    reason = f"the interview is with “{row.name}”"
    return Hearer(Organization(name=row.name), hearer.where, reason)


def _is_no_person(row: Mention) -> bool:
    """Say whether "the Bundestag" was taken for a surname: with an article it is none."""
    return row.kind is MentionKind.PERSON and row.office is None and not row.known
