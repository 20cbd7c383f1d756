"""Who is meant: mentions become actors, through the text itself and then through the directory."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from natobrief.model import Actor, Country, Group, Organization, Person, Post
from natobrief.reader.finders import actor_of
from natobrief.reader.page import Page
from natobrief.reader.people.figures import Figure, Figures
from natobrief.reader.people.holders import Holders
from natobrief.reader.people.joint import listed, members_of
from natobrief.reader.people.knowledge import Knowledge
from natobrief.reader.people.mentions import Mention, MentionKind
from natobrief.reader.people.names import Known
from natobrief.reader.quotes.pronouns import told_before
from natobrief.when import When

__all__ = ["Identity", "People"]

_SOME = 20  # how many wordings of a person's office are looked up
_PRONOUN_REACH = 700
_UNNAMED_REACH = 1_500
_ONE = re.compile(r"(?:an?|one|another) ", re.I)
_INDEFINITE = re.compile(r"(?:an?|one|another|some|several|two|three|many)\s", re.I)
_SAYS_WHO = re.compile(r"[a-z]")
_ARTICLE = re.compile(r"^(?:the|an?|its|his|her|their)\s+", re.I)
_ONCE = re.compile(r"(?:former |ex-)", re.I)
_SIDE = re.compile(
    r"\b(?:side|sides|delegation|delegations|representatives?|negotiators?|officials|authorities"
    r"|party|counterparts)\s*$"
)


class Identity(NamedTuple):
    """Who a mention stands for, and why.

    Attributes:
        actor: Who it is; None if that isn't decided.
        post: The office that goes with the name.
        rule: The name of the rule.
        reason: A sentence for the evidence.
        where: Further places that the answer rests on.
        doubt: The code of a doubt, or empty.
        candidates: Who it might be, where that isn't decided.
    """

    actor: Actor | None
    post: Post | None
    rule: str
    reason: str
    where: tuple[tuple[int, int], ...] = ()
    doubt: str = ""
    candidates: tuple[str, ...] = ()


class People:
    """The people of a text, and the answers to "who is this?"."""

    def __init__(
        self, page: Page, knowledge: Knowledge, extra_offices: dict[int, tuple[int, int]]
    ) -> None:
        self.page: Page = page
        self.knowledge: Knowledge = knowledge
        self.on: When | None = None
        self._told: dict[str, bool] = {}
        self.figures: Figures = Figures(page, extra_offices)
        self.holders: Holders = Holders(knowledge, self.figures)

    # --- answers --------------------------------------------------------------------------------

    def identify(self, row: Mention) -> Identity:
        """Say who a mention stands for, as far as the rules that are switched on tell."""
        identity = self._identify(row)
        if identity.post is not None and not self.page.uses("office"):
            identity = identity._replace(post=None)
        if identity.actor is None or self.page.uses(identity.rule):
            return identity
        reason = f"it is not clear whom “{row.name}” means"
        return Identity(None, None, identity.rule, reason, (), "description-unresolved")

    def _identify(self, row: Mention) -> Identity:
        if row.finder:
            return self._of_finder(row)
        if row.kind is MentionKind.PERSON:
            return self._person(row)
        if row.kind is MentionKind.PRONOUN:
            return self._pronoun(row)
        if row.kind in (MentionKind.COUNTRY, MentionKind.DEMONYM):
            known = row.known[0]
            actor: Actor = Country(id=known.id or None, name=known.name)
            return Identity(
                actor, None, "country", f"the directory knows “{row.name}” as {known.name}"
            )
        if row.kind is MentionKind.ORGANIZATION:
            return self._organization(row)
        if row.kind in (MentionKind.OFFICE, MentionKind.NOMINAL):
            return self._description(row)
        if row.kind is MentionKind.GROUP:
            return self._group(row)
        return self._metonym(row)

    def _of_finder(self, row: Mention) -> Identity:
        """Take over who a finder of the caller says it is."""
        if row.kind is MentionKind.PLACE:
            return self._metonym(row)
        figure = self.figures.of(row)
        post = self.post_of(figure) if figure is not None else None
        actor, words = actor_of(row), self.page.text[row.start : row.end]
        reason = f"the finder “{row.finder}” reads “{words}” as {actor.name}"
        return Identity(actor, post, row.finder, reason)

    def _metonym(self, row: Mention) -> Identity:
        """Read a capital or a metonym that speaks or meets as its state."""
        states = self.knowledge.states(row.name)
        if len(states) == 1:
            actor = Country(id=states[0].id, name=states[0].name)
            return Identity(actor, None, "metonym", f"“{row.name}” stands for {actor.name}")
        names = tuple(state.name for state in states)
        reason = f"it is not clear for whom “{row.name}” stands"
        return Identity(None, None, "metonym", reason, (), "name-ambiguous", names)

    def _person(self, row: Mention) -> Identity:
        figure = self.figures.of(row)
        if figure is None:
            names = tuple(f.name for f in self.figures.by_last.get(row.last, []))
            reason = f"“{row.name}” may be {' or '.join(names)}"
            return Identity(None, None, "surname", reason, (), "name-ambiguous", names)
        post = self.post_of(figure)
        full = figure.rows[0]
        where = ((full.start, full.end),) if full.start != row.start else ()
        known = self.known_person(figure, post)
        reason = (
            f"“{row.name}” is {figure.name}"
            if row.name != figure.name
            else f"{figure.name} is named"
        )
        if known is not None:
            person = Person(id=known.id, name=figure.name if " " in figure.name else known.name)
            return Identity(
                person, post, "name", f"{reason}, whom the directory knows as {known.id}", where
            )
        named = Identity(Person(name=figure.name), post, "name", reason, where)
        if " " in figure.name or post is not None:
            return named
        candidates, _ = self.knowledge.by_surname(figure.name, self.on)
        names = tuple(k.name for k in candidates)
        if not names:
            return named
        reason = f"the text gives no first name; “{figure.name}” may be {' or '.join(names)}"
        return named._replace(doubt="surname-only", candidates=names, reason=reason)

    def known_person(self, figure: Figure, post: Post | None) -> Known | None:
        """Find the directory's person for a name: one by full name, or the holder on that day."""
        if not figure.known and " " in figure.name:
            figure.known = self.knowledge.people(figure.name)
        if len(figure.known) == 1:
            return figure.known[0]
        rows = list(figure.known)
        if not rows and " " not in figure.name:
            words = figure.name if post is None else f"{post.name} {figure.name}"
            known, is_sure = self.knowledge.by_surname(words, self.on)
            return known[0] if is_sure else None
        if rows and post is not None and post.id:
            rows = [k for k in rows if self.knowledge.terms(k.id, post.id)] or rows
        return rows[0] if len(rows) == 1 else None

    def post_of(self, figure: Figure) -> Post | None:
        """Return the office that the text gives a person, as the directory knows it if it does."""
        if not figure.offices:
            return None
        named = [self._post(office) for office in itertools.islice(figure.offices, _SOME)]
        post = next((post for post in named if post.id is not None), named[0])
        if post.id is None and len(figure.known) == 1 and not _ONCE.match(post.name):
            held = self.knowledge.post_held(figure.known[0].id, post.name, self.on)
            return Post(id=held.id, name=post.name) if held is not None else post
        return post

    def _post(self, office: str) -> Post:
        words = _ARTICLE.sub("", office)
        # A former minister doesn't speak in that office, so it is no post of the directory.
        known = None if _ONCE.match(words) else self.knowledge.post(words)
        return Post(id=known.id, name=words) if known is not None else Post(name=words)

    def _organization(self, row: Mention) -> Identity:
        known = tuple(k for k in row.known if k.kind == "organization")
        if len(known) == 1:
            reason = f"the directory knows “{row.name}” as {known[0].name}"
            return Identity(
                Organization(id=known[0].id, name=row.name), None, "organization", reason
            )
        if len(known) > 1:
            names = tuple(k.name for k in known)
            reason = f"“{row.name}” may be {' or '.join(names)}"
            return Identity(
                Organization(name=row.name),
                None,
                "organization",
                reason,
                (),
                "name-ambiguous",
                names,
            )
        return Identity(Organization(name=row.name), None, "organization", f"“{row.name}” is named")

    def _group(self, row: Mention) -> Identity:
        country = self._side(row)
        if country is not None:
            return country
        members = members_of(self.page, row)
        if members:
            return self._joint(members)
        return Identity(Group(name=row.name), None, "group", f"“{row.name}” stands for several")

    def _joint(self, rows: list[Mention]) -> Identity:
        """Make a group of those who are named side by side; what is doubtful of one stays so."""
        found = [self.identify(row) for row in rows]
        actors = tuple(one.actor for one in found if one.actor is not None)
        name = listed([row.name for row in rows])
        reason = f"“{name}” are named side by side"
        group = Identity(Group(name=name, members=actors), None, "joint", reason)
        doubts = [one for one in found if one.doubt]
        if not doubts:
            return group
        names = tuple(dict.fromkeys(name for one in doubts for name in one.candidates))
        reason = "; ".join((reason, *(one.reason for one in doubts)))
        return group._replace(doubt=doubts[0].doubt, candidates=names, reason=reason)

    def _side(self, row: Mention) -> Identity | None:
        """Read "the Russian side" and "Russian negotiators" as the state."""
        if not _SIDE.search(row.name):
            return None
        words = _ARTICLE.sub("", row.name).split()
        known = self.knowledge.states(words[0]) if len(words) == 2 else ()
        if len(known) > 1:
            names = tuple(state.name for state in known)
            reason = f"“{row.name}” may speak for {' or '.join(names)}"
            return Identity(None, None, "side", reason, (), "name-ambiguous", names)
        if not known:
            return None
        actor = Country(id=known[0].id, name=known[0].name)
        return Identity(actor, None, "side", f"“{row.name}” speaks for {known[0].name}")

    # --- descriptions ---------------------------------------------------------------------------

    def _description(self, row: Mention) -> Identity:
        side = self._side(row)
        if side is not None:
            return side
        if row.kind is MentionKind.NOMINAL and _INDEFINITE.match(row.name):
            person = Person(name=row.name, anonymous=True)
            return Identity(person, None, "anonymous", f"the text leaves “{row.name}” unnamed")
        found = self.holders.of(row.name, self.on, row.start)
        if len(found) > 1:
            # Where one of several was named before, it is not one who is named only later.
            found = [f for f in found if f.rows[0].start < row.start] or found
        if len(found) == 1:
            identity = self._person(found[0].rows[0])
            reason = f"“{row.name}” is {found[0].name}, the only one in the text with that office"
            where = ((found[0].rows[0].start, found[0].rows[0].end),)
            return identity._replace(rule="office-in-text", reason=reason, where=where)
        leading = self._leading(row, found) if len(found) > 1 else None
        return leading or self._by_office(row, found)

    def _leading(self, row: Mention, found: list[Figure]) -> Identity | None:
        """Of several with such an office, take the one whom the text leads with."""
        figure = self.figures.leading()
        if figure is None or figure not in found or not self.page.uses("leading-office"):
            return None
        first = figure.rows[0]
        reason = f"“{row.name}” is {figure.name}, whom the text leads with"
        return self._person(first)._replace(
            rule="leading-office", reason=reason, where=((first.start, first.end),)
        )

    def _by_office(self, row: Mention, found: list[Figure]) -> Identity:
        known = self.knowledge.post(_ARTICLE.sub("", row.name))
        if known is not None and self.on is not None and not found:
            holders = self.knowledge.holders(known.id, self.on)
            if len(holders) == 1:
                person = Person(id=holders[0].id, name=holders[0].name)
                reason = f"{holders[0].name} held the office “{row.name}” on {self.on}"
                return Identity(
                    person, Post(id=known.id, name=known.name), "office-on-date", reason
                )
            found_names = tuple(h.name for h in holders)
        else:
            found_names = tuple(f.name for f in found)
        body = self._body(row) if not found_names else None
        if body is not None:
            return body
        same = self._unnamed_before(row) if not found_names else None
        if same is not None and self.page.uses("same-description"):
            person, where = Person(name=same.name, anonymous=True), ((same.start, same.end),)
            reason = f"“{row.name}” is “{same.name}”, whom the text leaves unnamed"
            return Identity(person, None, "same-description", reason, where)
        reason = f"it is not clear whom “{row.name}” means"
        return Identity(
            None, None, "description", reason, (), "description-unresolved", found_names
        )

    def _body(self, row: Mention) -> Identity | None:
        """Read "the alliance" as the one of which the text gives the name."""
        words = _ARTICLE.sub("", row.name)
        bodies = self.knowledge.bodies(words) if row.kind is MentionKind.NOMINAL else ()
        known = [body for body in bodies if self._is_told(body.name)]
        if len(known) != 1:
            return None
        actor = Organization(id=known[0].id, name=known[0].name)
        reason = f"“{row.name}” is {actor.name}, which the text names"
        return Identity(actor, None, "organization", reason)

    def _is_told(self, name: str) -> bool:
        if name not in self._told:
            self._told[name] = name in self.page.text
        return self._told[name]

    def _unnamed_before(self, row: Mention) -> Mention | None:
        """Find "a senior official" for "the official", if there is just one before it."""
        if row.kind is not MentionKind.NOMINAL or not row.name.lower().startswith("the "):
            return None
        words = row.name.lower().split()[1:]
        before = self.page.mentions.between(max(row.start - _UNNAMED_REACH, 0), row.start)
        fits = {
            one.name: one
            for one in reversed(before)
            if one.kind is MentionKind.NOMINAL
            and _ONE.match(one.name)
            and one.name.lower().split()[-len(words) :] == words
        }
        return next(iter(fits.values())) if len(fits) == 1 else None

    def inherited(self, row: Mention, last: Mention) -> Identity | None:
        """Bind a pronoun to the one who spoke last, if nobody else was told of since."""
        if not self.page.uses("pronoun-goes-on"):
            return None
        figure = self.figures.of(last) or self._figure_of_description(last)
        if row.gender == "" or figure is None or figure.gender not in ("", row.gender):
            return None
        for between in self.page.mentions.between(last.end, row.start):
            other = self.figures.of(between)
            told = not self.page.quoted[between.start] and not between.governed and not between.owns
            if (
                other is not None
                and other is not figure
                and told
                and other.gender in ("", row.gender)
            ):
                return None
        identity = self._person(figure.rows[0])
        reason = f"“{row.name}” goes on with {figure.name}, who spoke last in this paragraph"
        return identity._replace(
            rule="pronoun-goes-on", reason=reason, where=((last.start, last.end),)
        )

    def _figure_of_description(self, row: Mention) -> Figure | None:
        if row.kind not in (MentionKind.OFFICE, MentionKind.NOMINAL):
            return None
        found = self.holders.of(row.name, self.on)
        if len(found) > 1 and self.figures.leading() in found:
            return self.figures.leading()
        return found[0] if len(found) == 1 else None

    # --- pronouns -------------------------------------------------------------------------------

    def _pronoun(self, row: Mention) -> Identity:
        if row.gender == "":
            reason = f"it is not clear whom “{row.name}” means"
            return Identity(None, None, "pronoun", reason, (), "pronoun-unresolved")
        low = max(row.start - _PRONOUN_REACH, 0)
        figures: dict[str, tuple[Figure, Mention]] = {}
        for before in self.page.mentions.between(low, row.start):
            figure = self.figures.of(before)
            if (
                figure is not None
                and figure.gender in ("", row.gender)
                and not self.page.quoted[before.start]
            ):
                figures[figure.name] = figure, before
        if len(figures) == 1:
            figure, last = next(iter(figures.values()))
            identity = self._person(last)
            reason = f"“{row.name}” can only be {figure.name}, the one person named shortly before"
            return identity._replace(rule="pronoun", reason=reason, where=((last.start, last.end),))
        told = told_before(self.page, self.figures, row) if figures else None
        if told is not None and self.page.uses("pronoun-subject"):
            identity = self._person(told)
            reason = f"“{row.name}” goes on from “{told.name}”, of whom the text tells just before"
            where = ((told.start, told.end),)
            return identity._replace(rule="pronoun-subject", reason=reason, where=where)
        reason = f"it is not clear whom “{row.name}” means"
        return Identity(None, None, "pronoun", reason, (), "pronoun-unresolved", tuple(figures))
