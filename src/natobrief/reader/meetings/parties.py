"""Who takes part in an encounter."""

from __future__ import annotations

import itertools
import re

from natobrief.model import Role
from natobrief.reader.meetings.encounter import Encounter, people_told, press_told, rows_of
from natobrief.reader.meetings.guests import JOINED, SIDES, Party, guests
from natobrief.reader.meetings.status import PROPOSED_TO
from natobrief.reader.page import Page
from natobrief.reader.people.mentions import Mention, MentionKind
from natobrief.reader.people.widening import ends_in_and, is_adjective, states_of, widened
from natobrief.reader.quotes.contents import FINITE

__all__ = ["parties"]


_TO_VERB = re.compile(
    r"(?:,? (?:which|who)| (?:also|then|later|last|today|yesterday|jointly|both|\w+day|has|have|had"
    r"|will|would|is|are|was|were|to|be|been|being|due|set|expected|scheduled"
    r"|and|\w+ly|there|hold|held|holding|holds|host|hosted|attend|attended|attends|chair|chaired"
    r"|take|took|part|in|at|conduct|conducted|convene|convened"
    r"|a|an|the|his|her|their|its|another|plan|plans|agreed|begin|began|start|started|continue"
    r"|continued|resume|resumed|announced|pay|pays|paid|make|makes|made|participate|participates"
    r"|participated|participating|join|joined|takes|taking|receive|receives|received|placed|on"
    r"|agrees|want|wants|hope|propose|ready|for|separate|series|round|of|first|second|third|new|next"
    r"|today|this|morning|afternoon|evening))*[ ,]*"
)
_ASKING = (MentionKind.PERSON, MentionKind.OFFICE, MentionKind.COUNTRY, MentionKind.PRONOUN)
_JOINED_REACH = 40
_SUBJECT = 300  # how far before a verb its subject can begin
_HOSTING = re.compile(r"\b(?:host|hosts|hosted|hosting|received|receive|welcomed|welcome)\b")
_CHAIRING = re.compile(r"\b(?:chair|chairs|chaired|chairing|presided)\b")
_CHAIRED_BY = re.compile(r"\b(?:chaired|led|headed|presided over) by ")


def parties(page: Page, encounter: Encounter) -> list[Party]:
    """List those who take part, in the order of the text."""
    start, end = page.layout.sentences[encounter.sentence]
    found = _asked(page, encounter, start) or _in_subject(page, encounter, start)
    if encounter.again and JOINED.search(
        page.text, max(start, encounter.start - _JOINED_REACH), encounter.start
    ):
        found = [party._replace(rule="attended-by") for party in found]
    found += _in_modifiers(page, encounter)
    found += _in_complement(page, encounter)
    found += _chair(page, encounter, end)
    found += guests(page, encounter, start, end)
    if not any(p.rule in ("subject", "owner") for p in found):
        found += _one_of_them(page, encounter, start)
    kept: dict[int, Party] = {}
    for party in sorted(found, key=lambda p: p.row.start):
        if not page.uses(party.rule):
            continue
        kept.setdefault(party.row.start, party)
    return list(kept.values())


def _in_complement(page: Page, encounter: Encounter) -> list[Party]:
    body = encounter.body.start if encounter.body else -1
    last = encounter.head[1]
    found: list[Party] = []
    rows = rows_of(page, encounter.head[1], encounter.until)
    before_press = encounter.kind == "briefing" and not _stands_with(page, encounter, rows)
    if not rows or before_press or rows[0].kind is MentionKind.NOMINAL:
        told = _told(page, encounter)
        if told or not rows or before_press:
            return told
    for row, then in itertools.zip_longest(rows, rows[1:]):
        if then is not None and (_describes(page, row, then) or is_adjective(page, row, then)):
            continue
        gap = page.text[last : row.start]
        apposition = found and gap.startswith(",") and not re.search(r"\band\b", gap)
        last = row.end
        if row.start == body or row.kind not in SIDES or row.owns:
            continue
        if encounter.rule == "visited" and _is_town(page, row):
            continue
        if apposition and row.kind in (MentionKind.OFFICE, MentionKind.NOMINAL):
            continue
        if row.governed in ("of", "to", "for") and found and encounter.kind != "visit":
            continue
        states = states_of(page, row)
        if states:
            found += [Party(state, Role.ATTENDEE, "complement") for state in states]
            continue
        visited = encounter.kind == "visit" and row.kind is MentionKind.COUNTRY
        role = Role.HOST if visited else Role.ATTENDEE
        found.append(
            Party(widened(page, row, _stop(page, row, rows, encounter)), role, "complement")
        )
    return found


def _stands_with(page: Page, encounter: Encounter, rows: list[Mention]) -> bool:
    """Tell "a press conference with Ann Lee" from "a press conference with reporters"."""
    is_with = page.text.startswith(" with ", encounter.head[1])
    return (
        is_with
        and press_told(page, encounter.head[1] + 5, encounter.until) is None
        and (any(row.kind in _NAMED for row in rows))
    )


def _is_town(page: Page, row: Mention) -> bool:
    """Say whether the one word behind "visit" can only be taken for a name."""
    is_bare = row.kind is MentionKind.PERSON and row.office is None and not row.gender
    return (
        is_bare
        and not row.known
        and " " not in row.name
        and row.last not in page.mentions.full_names
    )


def _stop(page: Page, row: Mention, rows: list[Mention], encounter: Encounter) -> int:
    """Return how far a description can run: up to the next group that "and" joins to it."""
    groups = (r for r in rows if r.start > row.end and r.kind is MentionKind.GROUP)
    joined = (r.start for r in groups if ends_in_and(page.text[row.end : r.start]))
    return next(joined, encounter.until)


def _told(page: Page, encounter: Encounter) -> list[Party]:
    """Read those whom no name tells of: "with families of the hostages"."""
    at = encounter.start
    for m in re.finditer(
        r"\b(?:with|for|of|by|between|among|hosted|convened|host|convene)\b",
        page.text[at : encounter.until],
    ):
        finder = press_told if encounter.kind == "briefing" else people_told
        told = finder(page, at + m.end(), encounter.until)
        if told is not None and told.end() == encounter.until:
            start, end = told.span("who")
            row = Mention(start, end, MentionKind.GROUP, " ".join(told["who"].split()))
            return [Party(row, Role.ATTENDEE, "complement")]
    return []


def _describes(page: Page, row: Mention, then: Mention) -> bool:
    """Say whether a description only leads to a name: "her Swedish counterpart Ann Lee"."""
    is_lead = row.kind is MentionKind.NOMINAL and then.kind is MentionKind.PERSON
    return is_lead and page.text[row.end : then.start] == " "


def _in_modifiers(page: Page, encounter: Encounter) -> list[Party]:
    if encounter.rule == "body-sits":
        return []
    rows = [
        row
        for row in page.mentions.between(encounter.start, encounter.head[0])
        if row.kind in (MentionKind.COUNTRY, MentionKind.DEMONYM, MentionKind.ORGANIZATION)
    ]
    if len(rows) == 1 and rows[0].kind is MentionKind.ORGANIZATION:
        rows = []  # "a NATO summit": the body that meets
    owner = _owner(page, encounter)
    return [*owner, *(Party(row, Role.ATTENDEE, "modifier") for row in rows)]


_HIS = re.compile(r"\b(?:his|her)(?: [\w-]+)? $")
_NAMED = (MentionKind.PERSON, MentionKind.OFFICE)
_LISTED = re.compile(r",? and (?:the )?|, (?:the )?")


def _owner(page: Page, encounter: Encounter) -> list[Party]:
    """Read whose talks they are: "President Lee's talks with", "his talks with"."""
    if encounter.rule not in _BY_HEAD:
        return []
    start = page.layout.sentences[encounter.sentence][0]
    low, head = max(start, encounter.start - _SUBJECT), encounter.head[0]
    rows = page.mentions.between(low, head)
    if rows and rows[-1].owns and rows[-1].kind in _NAMED and encounter.start - rows[-1].end < 4:
        return [Party(rows[-1], Role.ATTENDEE, "owner")]
    if _HIS.search(page.text[low : encounter.start]) is None:
        return []
    rows = [r for r in rows if r.kind in _NAMED and not r.owns and r.governed in ("", "by")]
    # In "Ann Lee said that Bo Kim would cut short his visit" it is that of the clause's subject.
    said = max(page.text.rfind(word, low, encounter.start) for word in (" that ", " said "))
    rows = [row for row in rows if row.start > said] or rows
    return [Party(row, Role.ATTENDEE, "owner") for row in rows[:1]]


def _asked(page: Page, encounter: Encounter, start: int) -> list[Party]:
    """Read "Ann Lee proposed to Bo Kim to hold talks": who asks, and who is asked."""
    low = max(start, encounter.start - _SUBJECT)
    m = PROPOSED_TO.search(page.text, low, encounter.start)
    if m is None or encounter.rule not in _BY_HEAD:
        return []
    before = [r for r in page.mentions.between(low, m.start()) if r.kind in _ASKING]
    free = [row for row in before if not row.owns and not row.governed]
    asked = [r for r in rows_of(page, m.start("whom"), m.end("whom")) if r.kind in SIDES]
    return [Party(row, Role.ATTENDEE, "subject") for row in (*free[-1:], *asked) if not row.owns]


def _in_subject(page: Page, encounter: Encounter, start: int) -> list[Party]:
    """Read the subject of "A and B will hold talks", "A met with"."""
    verb = encounter.start
    if encounter.rule == "body-sits":
        return []
    rows = rows_of(page, max(start, verb - _SUBJECT), verb)
    while rows and rows[-1].kind is MentionKind.PRONOUN and rows[-1].name in ("who", "it"):
        rows.pop()
    rows, at = _without_aside(page, rows, verb)
    if not rows:
        return []
    gap, goes = page.text[at:verb], False
    while len(rows) > 1 and rows[-1].kind in _WHERE and rows[-1].governed in ("in", "at", "to"):
        rows.pop()  # "Ann Lee is in Oslo to attend", "Ann Lee flew to Oslo for talks"
        goes = _FOR.fullmatch(gap) is not None
    if not goes and not (_TO_VERB.fullmatch(gap) and _holds(gap, encounter)):
        return []
    role = Role.ATTENDEE
    words = page.text[at : encounter.head[1]]
    if encounter.kind != "call" and _HOSTING.search(words):
        role = Role.HOST
    elif _CHAIRING.search(gap):
        role = Role.CHAIR
    named = _coordinated(page, rows)
    return [Party(one, role, "subject") for row in named for one in states_of(page, row) or [row]]


# "Ann Lee, the minister of Norway, held", "Ann Lee, who is recovering, will receive".
_ASIDE = re.compile(
    r", (?!(?:and|or|but|as|while)\b)(?:(?:who|whose|which)\b(?P<clause>[^,;:]{1,160})"
    r"|[a-z]+\b(?P<words>[^,;:]{0,160})),(?= )"
)


def _without_aside(page: Page, rows: list[Mention], verb: int) -> tuple[list[Mention], int]:
    """Leave out what stands between commas behind a subject; return the rest, and where it ends."""
    for index in reversed(range(len(rows))):
        row = rows[index]
        m = _ASIDE.match(page.text, row.end, verb) if row.kind in _NAMED else None
        if m is None or row.governed or row.owns or page.quoted[row.start]:
            continue
        is_one = m["clause"] is not None or FINITE.search(m["words"]) is None
        if is_one and _TO_VERB.fullmatch(page.text, m.end(), verb):
            return rows[: index + 1], m.end()
    if not rows:
        return [], verb
    last = rows[-1]
    # Behind a name in apposition the comma only closes it: "The minister, Ann Lee, held".
    named = last.kind in _NAMED and page.text[last.start - 2 : last.start] == ", "
    closed = named and not last.governed and page.text.startswith(", ", last.end)
    return rows, min(last.end + closed, verb)


_HOLDING = re.compile(
    r"\b(?:had|has|have|hold|held|holds|holding|host|hosted|hosts|attend|attended|attends|chair"
    r"|chaired"
    r"|take part|took part|conduct|conducted|convene|convened|began|begin|start|started|continued"
    r"|continue|resume|resumed|pay|pays|paid|make|makes|made|participat(?:e|es|ed|ing)|join"
    r"|joined|taking part|takes part|receive|receives|received|placed|arrive|arrived)\b"
)


_FOR = re.compile(r" (?:(?:on|in|this|next|early|later|late) [\w ]{1,24} )?for(?: [a-z]+){0,2} ?")
_BE_ON = re.compile(r"\b(?:be|is|was|are|were) on (?:an? |his |her )?$")
_WHERE = (MentionKind.PLACE, MentionKind.COUNTRY)
_BY_HEAD = ("head", "head-complement")


def _holds(gap: str, encounter: Encounter) -> bool:
    return encounter.rule not in _BY_HEAD or bool(_HOLDING.search(gap) or _BE_ON.search(gap))


def _coordinated(page: Page, rows: list[Mention]) -> list[Mention]:
    """Walk back over "A, B and C"; a possessor or an apposition ends the walk."""
    taken = [rows[-1]]
    for row in reversed(rows[:-1]):
        gap = page.text[row.end : taken[-1].start]
        if (
            not re.fullmatch(r"\.?(?:, [JS]r\.)?(?:,? and (?:the )?|, (?:the )?)", gap)
            or row.governed
            or row.owns
        ):
            words = page.text[row.start : row.end]
            is_of = row.governed == "of" or (row.governed == "for" and " of " in words)
            if is_of and taken[-1].kind is MentionKind.COUNTRY and _LISTED.fullmatch(gap):
                return []  # "the ministers of Norway, Chile and Peru": the states only tell of whom
            break
        if gap.startswith(",") and " and" not in gap and len(taken) < 2:
            # "Maria Keller, the minister": one person, unless a list goes on with "and".
            taken = [row] if taken[0].kind in (MentionKind.OFFICE, MentionKind.NOMINAL) else taken
            break
        taken.append(row)
    kept = [r for r in reversed(taken) if r.kind in SIDES or r.name in ("he", "she", "they")]
    return [r for r in kept if not r.governed and not r.owns]


def _chair(page: Page, encounter: Encounter, end: int) -> list[Party]:
    m = _CHAIRED_BY.search(page.text, encounter.head[1], min(end, encounter.end + 80))
    if m is None:
        return []
    rows = page.mentions.between(m.end(), end)[:1]
    return [Party(row, Role.CHAIR, "chaired-by") for row in rows if row.start - m.end() < 6]


_AT = re.compile(
    r"\b(?:at|during|in the course of|in|before|on the margins of|on the sidelines of)"
    r" (?:(?:the|an?|this|today's|yesterday's) )?$",
    re.I,
)
_AFTER = re.compile(r"\b(?:after|following) (?:the |a |his |her )?$", re.I)
_SPOKESMAN = re.compile(r"spokes|press (?:secretary|service|officer)", re.I)
_PRESENT = re.compile(
    r"\b(?:sa(?:id|ys)|stat(?:ed|es)|not(?:ed|es)|stress(?:ed|es)|emphasi[sz]ed|told|address(?:ed|es)"
    r"|announced|spoke|delivered|opened|discussed|added|underlined|underscored|declared|presented"
    r"|pointed out|briefed|informed|called on|explained|thanked|assured|signed|raised|took part)\b"
)


def _one_of_them(page: Page, encounter: Encounter, start: int) -> list[Party]:
    """Whoever says something at an encounter takes part, and so after talks "with" another."""
    low = max(start, encounter.start - _SUBJECT)
    lead = page.text[low : encounter.start]
    at = encounter.kind == "briefing" or _AT.search(lead)
    if at is None or encounter.rule not in _BY_HEAD:
        after = encounter.rule == "head-complement" and _AFTER.search(lead)
        words = page.text[encounter.head[1] : encounter.until]
        if not after or re.search(r"\bwith\b", words) is None or "between" in words:
            return []
    opened = _subject_behind(page, encounter, lead)
    if opened is not None:
        end = page.layout.sentences[encounter.sentence][1]
        rows = _and_others(page, opened, end)
        return [Party(row, Role.ATTENDEE, "speaks-there") for row in rows]
    kinds = (*_NAMED, MentionKind.PRONOUN)
    for row in page.mentions.between(low, encounter.start):
        if row.kind not in kinds or row.governed not in ("", "by") or row.owns:
            continue
        if page.quoted[row.start]:
            continue
        if row.kind is MentionKind.PRONOUN and row.name not in ("he", "she"):
            continue
        if encounter.kind == "briefing" or _speaks(page, row, start, encounter.start):
            rows = _and_others(page, row, encounter.start)
            return [Party(one, Role.ATTENDEE, "speaks-there") for one in rows]
        return []
    return []


_OPENS = re.compile(
    r"^\W*(?:at|during|after|following|in the course of) (?:(?:the|an?|this|his|her|their) )?$",
    re.I,
)


def _subject_behind(page: Page, encounter: Encounter, lead: str) -> Mention | None:
    """Read who speaks in "During the talks with Ann Lee, Tom Keller raised the matter"."""
    end = page.layout.sentences[encounter.sentence][1]
    if not _OPENS.match(lead):
        return None
    rows = rows_of(page, encounter.until, min(end, encounter.until + 120))
    if not rows or rows[0].kind not in _NAMED or rows[0].owns or rows[0].governed:
        return None
    gap = page.text[encounter.until : rows[0].start]
    return rows[0] if re.fullmatch(r"(?: [^,]{0,60})?, (?:the )?", gap) else None


def _and_others(page: Page, row: Mention, end: int) -> list[Mention]:
    rows = [row]
    for then in page.mentions.between(row.end, end):
        gap = page.text[rows[-1].end : then.start]
        if then.kind not in _NAMED or not re.fullmatch(r",? and (?:the )?", gap):
            break
        rows.append(then)
    return rows


def _speaks(page: Page, row: Mention, start: int, end: int) -> bool:
    """Ask for a verb of one who is there, and for nobody who only speaks for another."""
    if _SPOKESMAN.search(page.text, row.start, min(end, row.end + 40)):
        return False
    return _PRESENT.search(page.text, start if row.governed == "by" else row.end, end) is not None
