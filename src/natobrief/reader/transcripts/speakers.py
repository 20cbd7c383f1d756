"""Who speaks in the turns of a transcript: labels become actors.

A label is read as a small text of its own, written with small letters if it came in capitals, so
that "MR. LEE" and "SECRETARY GENERAL KELLER" are found by the rules that find them in prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from natobrief.model import Organization, Person, Post
from natobrief.reader.page import Page
from natobrief.reader.people.figures import Figure
from natobrief.reader.people.identities import Identity, People
from natobrief.reader.people.mentions import Mention, MentionKind
from natobrief.reader.text.letters import UPPER
from natobrief.reader.transcripts.turns import LabelKind, Turn

__all__ = ["TurnSpeakers"]

_FULL_NAME = re.compile(rf"[{UPPER}][\w.'’-]*(?: (?:[a-z]{{1,4}} )?[{UPPER}][\w.'’-]*){{1,3}}$")
_WORD = re.compile(r"[^\W\d_]+(?:[.'’][^\W\d_]+)*\.?")
_PREFIX = re.compile(rf"(?:Mc|O['’]|D['’])(?=[{UPPER}])", re.I)
_SMALL = frozenset("of the for and to de del van von der".split())
_OFFICES = (MentionKind.OFFICE, MentionKind.NOMINAL)
_PREAMBLE = 3_000


class TurnSpeakers:
    """The speakers of a transcript.

    Args:
        page: The text.
        turns: Its turns.
        publisher: Who published it, whose offices "THE PRESIDENT" is looked for in first.
    """

    page: Page
    turns: list[Turn]

    def __init__(self, page: Page, turns: list[Turn], publisher: str | None) -> None:
        self.page, self.turns = page, turns
        self.publisher: str = publisher or ""
        self._read: dict[str, Mention | None] = {}
        self.rows: dict[int, Mention] = {}
        self._turns: dict[int, Turn] = {}
        for turn in turns:
            row = self._row(turn)
            self.rows[row.start] = row
            self._turns[row.start] = turn
        self._known: dict[tuple[str, str, str], Identity] = {}

    def row(self, turn: Turn) -> Mention:
        """Return the label of a turn as a mention of its speaker."""
        return self.rows[turn.label[0]]

    def holds(self, row: Mention) -> bool:
        """Say whether a mention is the label of a turn."""
        return self.rows.get(row.start) is row

    # --- labels as mentions ---------------------------------------------------------------------

    def _words(self, turn: Turn) -> str:
        return " ".join(self.page.text[slice(*turn.label)].split())

    def _note(self, turn: Turn) -> str:
        return " ".join(self.page.text[slice(*turn.note)].split()) if turn.note else ""

    def _row(self, turn: Turn) -> Mention:
        start, end = turn.label
        words = self._words(turn)
        if turn.kind is LabelKind.QUESTION:
            return self._questioner(turn, self._note(turn))
        if turn.kind in (LabelKind.ROLE, LabelKind.ANSWER):
            return Mention(start, end, MentionKind.NOMINAL, words.lower())
        if turn.kind is LabelKind.CAPITALS:
            words = self._recased(words)
        if words not in self._read:
            self._read[words] = self._named(words)
        named = self._read[words]
        if named is None:
            named = self._by_last_word(words)
        if named.kind is MentionKind.ORGANIZATION and self._asks(turn):
            return self._questioner(turn, words)
        # The office of the little text is found again by its words, not by its place.
        return named._replace(start=start, end=end, office=None, owns=False, governed="")

    def _asks(self, turn: Turn) -> bool:
        return any("?" in self.page.text[start:end] for start, end in turn.words)

    def _questioner(self, turn: Turn, note: str) -> Mention:
        start, end = turn.label
        name = note.partition(",")[0].strip()
        if _FULL_NAME.match(name) and not self._is_body(name):
            return Mention(
                start, end, MentionKind.PERSON, name, last=name.rsplit(maxsplit=1)[-1].lower()
            )
        name = f"questioner ({note})" if note else "questioner"
        return Mention(start, end, MentionKind.NOMINAL, name)

    def _is_body(self, name: str) -> bool:
        known = self.page.names.get(name)
        if known:
            return all(row.kind != "person" for row in known)
        words = self.page.lexicon.organization_words
        return any(word in words for word in name.split()) or name.startswith("The ")

    def _recased(self, words: str) -> str:
        """Write capitals small, save for abbreviations that the directory knows: NATO, US."""
        return _WORD.sub(self._recase, words)

    def _recase(self, m: re.Match[str]) -> str:
        word = m[0]
        known = self.page.names.get(word) if len(word) <= 5 else ()
        if known and any(row.kind in ("organization", "country", "demonym") for row in known):
            return word
        if m.start() and word.lower() in _SMALL:
            return word.lower()
        if not word.isupper():
            head = _PREFIX.match(word)
            return word if head is None else word[: head.end()] + word[head.end() :].capitalize()
        head = _PREFIX.match(word) if len(word) > 4 else None
        if head is not None:
            return head[0].capitalize() + word[head.end() :].capitalize()
        return word.capitalize()

    def _named(self, words: str) -> Mention | None:
        """Read a label as the subject of a sentence."""
        page = Page(f"{words} said.", self.page.names, self.page.setup)
        rows = [row for row in page.mentions.rows if row.end <= len(words)]
        for kinds in (
            (MentionKind.PERSON,),
            _OFFICES,
            (MentionKind.ORGANIZATION,),
            (MentionKind.COUNTRY, MentionKind.PLACE),
        ):
            for row in rows:
                if row.kind in kinds:
                    return row
        return None

    def _by_last_word(self, words: str) -> Mention:
        last = words.rsplit(maxsplit=1)[-1]
        return Mention(0, 0, MentionKind.PERSON, words, last=last.lower())

    # --- mentions as actors ---------------------------------------------------------------------

    def identify(self, row: Mention, people: People) -> Identity:
        """Say who a label stands for."""
        turn = self._turns[row.start]
        key = (row.name, self._words(turn), f"{self._note(turn)}|{people.on}")
        if key not in self._known:
            self._known[key] = self._allowed(self._identified(row, turn, people), row)
        return self._known[key]

    def _allowed(self, found: Identity, row: Mention) -> Identity:
        if found.actor is None or self.page.uses(found.rule):
            return found
        reason = f"it is not clear whom “{row.name}” means"
        return Identity(None, None, found.rule, reason, (), "description-unresolved")

    def _identified(self, row: Mention, turn: Turn, people: People) -> Identity:
        if turn.kind is LabelKind.ANSWER:
            return self._answerer(people)
        if row.kind is MentionKind.NOMINAL and turn.kind in (LabelKind.QUESTION, LabelKind.ROLE):
            return _anonymous(row.name)
        if row.kind is MentionKind.NOMINAL and row.name.startswith("questioner"):
            return _anonymous(row.name)
        if row.kind is MentionKind.PERSON:
            return self._person(row, turn, people)
        if row.kind in _OFFICES:
            return self._holder(row, people)
        if row.kind is MentionKind.ORGANIZATION:
            known = row.known[0] if len(row.known) == 1 else None
            actor = Organization(id=known.id if known else None, name=row.name)
            return Identity(actor, None, "turn-speaker", f"the label “{row.name}” names it")
        return people.identify(row)

    def _person(self, row: Mention, turn: Turn, people: People) -> Identity:
        """Find the person of the text that a label names, else the directory's."""
        figure = self._figure(row, people)
        if figure is not None and figure.rows:
            found = people.identify(figure.rows[0])
            where = found.where or ((figure.rows[0].start, figure.rows[0].end),)
            found = found._replace(rule="turn-speaker", where=where)
            actor = found.actor
            if isinstance(actor, Person) and actor.name.lower() == row.name.lower():
                # The label may be the only place that names the person, in capitals.
                found = found._replace(actor=Person(id=actor.id, name=row.name))
        else:
            found = self._from_directory(row, turn, people)
        if found.post is None:
            found = found._replace(post=self._office(turn, people))
        words = self._words(turn)
        if isinstance(found.actor, Person):
            reason = f"the label “{words}” stands for {found.actor.name}"
            if found.actor.id is not None:
                reason += f", whom the directory knows as {found.actor.id}"
            found = found._replace(reason=found.reason if found.doubt else reason)
        return found

    def _figure(self, row: Mention, people: People) -> Figure | None:
        figures = people.figures
        figure = figures.of(row)
        if figure is not None:
            return figure
        if " " in row.name:
            same = [f for n, f in figures.by_name.items() if n.lower() == row.name.lower()]
            return same[0] if len(same) == 1 else None
        found = figures.by_last.get(row.last, [])
        if len(found) == 1:
            return found[0]
        initials = row.name.upper().replace(".", "")
        if 2 <= len(initials) <= 3 and not found:
            full = [t for t in self.rows.values() if " " in t.name and _initials(t) == initials]
            names = dict.fromkeys(t.name for t in full if t.kind is MentionKind.PERSON)
            if len(names) == 1:
                return figures.by_name.get(next(iter(names)))
        return None

    def _from_directory(self, row: Mention, turn: Turn, people: People) -> Identity:
        knowledge = people.knowledge
        is_full = " " in row.name
        known = tuple(k for k in row.known if k.kind == "person") if is_full else ()
        known = known or (knowledge.people(row.name) if is_full else ())
        words = f"the label “{self._words(turn)}”"
        if len(known) == 1:
            person = Person(id=known[0].id, name=row.name)
            return Identity(person, None, "turn-speaker", f"{words} names {row.name}")
        named = Identity(Person(name=row.name), None, "turn-speaker", f"{words} names the speaker")
        if is_full:
            return named
        office = self._office(turn, people)
        titled = self._recased(self._words(turn))
        candidates, is_sure = knowledge.by_surname(titled if office else row.name, people.on)
        if len(candidates) == 1 and (is_sure or office is not None):
            person = Person(id=candidates[0].id, name=candidates[0].name)
            return named._replace(actor=person)
        if not candidates:
            return named
        names = tuple(k.name for k in candidates)
        reason = f"the text gives no first name; {words} may be {' or '.join(names)}"
        return named._replace(doubt="surname-only", candidates=names, reason=reason)

    def _office(self, turn: Turn, people: People) -> Post | None:
        """Return the office that the label names beside the name, or the words in brackets do."""
        words = self._recased(self._words(turn)) if turn.kind is LabelKind.CAPITALS else None
        words = words or self._words(turn)
        named = self._read.get(words)
        texts = [words[slice(*named.office)]] if named is not None and named.office else []
        if turn.note is not None:
            texts.append(self._note(turn))
        for text in texts:
            known = people.knowledge.post(text)
            if known is not None:
                return Post(id=known.id, name=text)
            if text is not texts[-1] or turn.note is None:
                return Post(name=text)
        return None

    def _holder(self, row: Mention, people: People) -> Identity:
        """Find who "THE PRESIDENT" is: named so in the text, or in office at the publisher's."""
        found = people.identify(row)
        if found.actor is not None and not getattr(found.actor, "anonymous", False):
            return found
        if people.on is not None and self.page.uses("turn-office"):
            office = re.sub(r"^the ", "", row.name, flags=re.I)
            for words, where in self._offices(office, people):
                post = people.knowledge.post(words)
                holders = people.knowledge.holders(post.id, people.on) if post else ()
                if post is not None and len(holders) == 1:
                    person = Person(id=holders[0].id, name=holders[0].name)
                    held = Post(id=post.id, name=post.name)
                    reason = f"{person.name} was {post.name} on {people.on}: it is {where}"
                    return Identity(person, held, "turn-office", reason)
        return found

    def _offices(self, office: str, people: People) -> Iterator[tuple[str, str]]:
        """Yield the full names that an office may have, each with where its owner is named."""
        named = [(self.publisher, "published by")] if self.publisher else []
        first = self.turns[0].label[0]
        kinds = (MentionKind.COUNTRY, MentionKind.ORGANIZATION, MentionKind.PLACE)
        rows = self.page.mentions.between(max(0, first - _PREAMBLE), first)
        named += [(row.name, "headed") for row in rows if row.kind in kinds]
        for name, how in dict.fromkeys(named):
            states = [state.name for state in people.knowledge.states(name)]
            bodies = [k.name for k in self.page.names.get(name) if k.kind == "organization"]
            for owner in dict.fromkeys((*states, *bodies, name)):
                for words in (f"{office} of the {owner}", f"{office} of {owner}"):
                    yield words, f"{how} “{name}”"
                yield f"{owner} {office}", f"{how} “{name}”"

    def _answerer(self, people: People) -> Identity:
        """Find who answers: the one other speaker, else the one person named above the turns."""
        others = [
            row
            for row in self.rows.values()
            if row.kind in (MentionKind.PERSON, MentionKind.OFFICE)
            and self._turns[row.start].kind in (LabelKind.CAPITALS, LabelKind.NAME)
        ]
        names = {row.name: row for row in others}
        if len(names) == 1:
            return self.identify(next(iter(names.values())), people)
        first = self.turns[0].label[0]
        figures: dict[str, Mention] = {}
        for row in self.page.mentions.between(max(0, first - _PREAMBLE), first):
            figure = people.figures.of(row)
            if figure is not None and not row.owns:
                figures.setdefault(figure.name, figure.rows[0])
        if not names and len(figures) == 1:
            row = next(iter(figures.values()))
            found = people.identify(row)
            reason = f"{row.name} is the one person named above the questions and answers"
            return found._replace(rule="turn-answer", reason=reason, where=((row.start, row.end),))
        reason = "the text doesn't say in one way who answers"
        candidates = tuple(names) or tuple(figures)
        return Identity(None, None, "turn-answer", reason, (), "answerer-open", candidates)


def _anonymous(name: str) -> Identity:
    reason = f"the label leaves the {name} unnamed"
    return Identity(Person(name=name, anonymous=True), None, "turn-speaker", reason)


def _initials(row: Mention) -> str:
    return "".join(word[0] for word in row.name.split()).upper()
