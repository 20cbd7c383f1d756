"""Statements: what one speaker says on one occasion, gathered from all over the text."""

from __future__ import annotations

from natobrief.model import Group, Person
from natobrief.reader.dating import Dated
from natobrief.reader.meetings.merging import MeetingDraft
from natobrief.reader.page import Page
from natobrief.reader.people.identities import People
from natobrief.reader.quotes.utterances import content_mask
from natobrief.reader.statements.issuing import Issued, issued_statements
from natobrief.reader.statements.principals import Principal, is_spokesperson, spoken_for, states_of
from natobrief.reader.statements.settings import Settings
from natobrief.reader.statements.speeches import Speech, StatementDraft, attributed_at
from natobrief.reader.statements.whole import date_as_whole, whole_statement

__all__ = ["Speech", "StatementDraft", "statement_drafts"]


def statement_drafts(
    page: Page,
    people: People,
    speeches: list[Speech],
    meetings: list[MeetingDraft],
    dated: Dated,
) -> list[StatementDraft]:
    """Gather what each speaker says on each occasion, by place."""
    content = content_mask(page, [speech.utterance for speech in speeches])
    gathering = _Gathering(page, people, Settings(page, people, meetings, dated, content))
    for speech in speeches:
        gathering.take(speech)
    return gathering.finished()


_MEMORY = 40  # how many statements of one speaker are looked at for further words


class _Gathering:
    """The statements of a text, while its utterances come in by place."""

    def __init__(self, page: Page, people: People, settings: Settings) -> None:
        self.page, self.people, self.settings = page, people, settings
        self.drafts: list[StatementDraft] = []
        self.by_speaker: dict[str, list[StatementDraft]] = {}
        # The statement that the words of an attribution belong to: later quotes inherit it.
        self.by_row: dict[int, StatementDraft] = {}
        self.spoken: dict[str, Principal | None] = {}
        self.issued: list[Issued] = issued_statements(page, people)
        self.issuing: frozenset[int] = frozenset(row.sentence for row in self.issued)

    def take(self, speech: Speech) -> None:
        """Add an utterance to the statement that it is a part of, or begin one with it."""
        row, principal = speech.utterance.speaker, self._principal(speech)
        if principal is not None and not self.page.uses(principal.rule):
            principal = None
        key = _key(speech, has_principal=principal is not None)
        if row is None or key is None:
            return
        new = self._setting(speech)
        if principal is not None:
            new.take_principal(principal)
        own = self.by_speaker.setdefault(key, [])
        old = self.by_row.get(row.start) or _fitting(own, new)
        if old is not None:
            old.absorb(new)
        else:
            own.append(new)
            self.drafts.append(new)
        self.by_row.setdefault(row.start, old or new)

    def finished(self) -> list[StatementDraft]:
        """Add what the text tells of the statements themselves, and return them all."""
        for row in self.issued:
            actor = row.actor
            own = self.by_speaker.get(actor.id or actor.name, []) if actor is not None else []
            if not own:
                continue
            told = StatementDraft(own[0].speeches[0])
            told.speeches.clear()
            self.settings.read_issued(told, row.sentence)
            draft = next((d for d in own[:_MEMORY] if not d.is_apart(told)), None)
            if draft is not None:
                draft.absorb(told)
        self._whole()
        for draft in self.drafts:
            self.settings.complete(draft)
        return self.drafts

    def _whole(self) -> None:
        """Add the statement that the document is, or date what its author says in it."""
        form = self.settings.form
        draft = whole_statement(self.page, self.people, form)
        if draft is None or form is None or draft.actor is None:
            return
        known = [old for old in self.drafts if _is_author(old, draft)]
        if not known:
            self.drafts.insert(0, draft)
        self.settings.written_by([*known, draft])
        author = known[0] if known else draft
        date_as_whole(self.page, author, self.settings.published, form.where)

    def _principal(self, speech: Speech) -> Principal | None:
        """Say for whom somebody speaks whose office it is to speak for others."""
        row = speech.utterance.speaker
        if row is None:
            return None
        figure = self.people.figures.of(row)
        if figure is None:
            return self._spoken_for([(row.start, row.end)]) or states_of(
                self.page, self.people, row
            )
        if figure.name not in self.spoken:
            self.spoken[figure.name] = self._spoken_for(list(figure.offices.values()))
        return self.spoken[figure.name]

    def _spoken_for(self, places: list[tuple[int, int]]) -> Principal | None:
        """Take the first of some offices that says for whom it speaks."""
        offices = (p for p in places if is_spokesperson(self.page.text[slice(*p)]))
        found = (spoken_for(self.page, self.people, place) for place in offices)
        return next((each for each in found if each is not None), None)

    def _setting(self, speech: Speech) -> StatementDraft:
        new = StatementDraft(speech)
        index = self.page.layout.sentence_index(attributed_at(speech.utterance))
        if index not in self.issuing:
            self.settings.read(new, index)
        return new


def _is_author(old: StatementDraft, whole: StatementDraft) -> bool:
    """Say whether what somebody says is a part of the document that is a statement.

    "The foreign ministers" of the headline are "the ministers" of the text.
    """
    if old.is_earlier or old.actor is None or whole.actor is None:
        return False
    if isinstance(old.actor, Group) and isinstance(whole.actor, Group):
        return old.actor.name.lower().split()[-1] == whole.actor.name.lower().split()[-1]
    return (old.actor.id or old.actor.name) == (whole.actor.id or whole.actor.name)


def _key(speech: Speech, *, has_principal: bool) -> str | None:
    """Name the speaker, whose utterances go together; None if nobody knows who it is.

    Of unnamed people only those are taken who speak for somebody that is named.
    """
    identity, row = speech.identity, speech.utterance.speaker
    if identity is None or row is None:
        return None
    actor = identity.actor
    if actor is None or (isinstance(actor, Person) and actor.anonymous):
        return row.name.lower() if has_principal else None
    return actor.id or actor.name


def _fitting(own: list[StatementDraft], new: StatementDraft) -> StatementDraft | None:
    """Find the statement of a speaker that further words belong to.

    Words that name the same day, encounter or form go there; other words go to what was told
    last, unless they were said earlier ("had said") or name another day, encounter or form.
    """
    near = [old for old in reversed(own[-_MEMORY:]) if old.is_earlier == new.is_earlier]
    fits = [old for old in near if not old.is_apart(new)]
    shared = [old for old in fits if old.shares(new)]
    if shared:
        return shared[0]
    return near[0] if near and near[0] in fits and not new.is_earlier else None
