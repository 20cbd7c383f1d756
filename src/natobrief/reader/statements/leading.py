"""Whom "he" means in a text in which only one person speaks, as in most releases of an office."""

from __future__ import annotations

from natobrief.model import Person
from natobrief.reader.page import Page
from natobrief.reader.people.figures import Figure
from natobrief.reader.people.identities import Identity, People
from natobrief.reader.people.mentions import Mention, MentionKind
from natobrief.reader.statements.speeches import Speech

__all__ = ["with_only_speaker"]

_NAMED = (MentionKind.PERSON, MentionKind.OFFICE, MentionKind.NOMINAL)
_ENOUGH = 2


def with_only_speaker(page: Page, people: People, speeches: list[Speech]) -> list[Speech]:
    """Bind the pronouns that are still open to the only person who speaks in the text."""
    figure = _only_speaker(people, speeches) if page.uses("only-speaker") else None
    if figure is None:
        return speeches
    return [_bound(people, speech, figure) for speech in speeches]


def _only_speaker(people: People, speeches: list[Speech]) -> Figure | None:
    found: dict[str, int] = {}
    for speech in speeches:
        row, identity = speech.utterance.speaker, speech.identity
        if row is None or identity is None or row.kind not in _NAMED or _is_weak(identity):
            continue
        if not isinstance(identity.actor, Person):
            return None  # somebody speaks, and nobody knows who
        if not identity.actor.anonymous:
            found[identity.actor.name] = found.get(identity.actor.name, 0) + 1
    ((name, times),) = found.items() if len(found) == 1 else (("", 0),)
    return people.figures.by_name.get(name) if times >= _ENOUGH else None


def _bound(people: People, speech: Speech, figure: Figure) -> Speech:
    row, identity = speech.utterance.speaker, speech.identity
    if row is None or identity is None or not _is_open(row, identity, figure):
        return speech
    reason = f"“{row.name}” is {figure.name}, the only one who speaks in the text"
    first = figure.rows[0]
    bound = people.identify(first)._replace(
        rule="only-speaker", reason=reason, where=((first.start, first.end),)
    )
    return speech._replace(identity=bound)


def _is_weak(identity: Identity) -> bool:
    """Say whether somebody is only taken for the speaker since the text tells of them before."""
    return identity.rule == "pronoun-subject"


def _is_open(row: Mention, identity: Identity, figure: Figure) -> bool:
    is_pronoun = row.kind is MentionKind.PRONOUN and row.gender != ""
    return (
        is_pronoun
        and (identity.actor is None or _is_weak(identity))
        and figure.gender in ("", row.gender)
    )
