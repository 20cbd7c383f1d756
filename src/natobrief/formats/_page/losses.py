"""What a page does not tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from natobrief.formats._page.content import Content
from natobrief.formats._page.words import other_name
from natobrief.formats.losses import Loss, LossReport
from natobrief.model import (
    AnyRecord,
    Country,
    Group,
    Organization,
    Participant,
    Person,
    Place,
    Post,
    Quote,
)

__all__ = ["losses_of"]

_OF_BRIEFS = (
    ("text", "a page tells what was read, not the text itself"),
    ("dates", "a page shows the times of records, not each date that the text mentions"),
    ("evidence", "a page names no rules; the highlighted view of the text does"),
)
_OF_RECORDS = (
    ("spans", "a page has no places in the text"),
    ("cue", "a page leaves out the verb that reports"),
    ("uid", "a page names a meeting by its words"),
)


def losses_of(content: Content) -> LossReport:
    """Return what the page of this content leaves out, for each brief and record that has it."""
    return LossReport(losses=tuple(_losses(content)))


def _losses(content: Content) -> Iterator[Loss]:
    for brief in content.briefs:
        for field, reason in _OF_BRIEFS:
            if getattr(brief, field):
                yield Loss(record=brief.source.id, field=field, reason=reason)
    for record in content.records:
        yield from _losses_of_record(record)
    for source in content.sources:
        if source.text_sha256 is not None:
            yield Loss(record=source.id, field="text_sha256", reason="a page has no place for it")


def _losses_of_record(record: AnyRecord) -> Iterator[Loss]:
    for field, reason in _OF_RECORDS:
        if getattr(record, field, None):
            yield Loss(record=record.id, field=field, reason=reason)
    if isinstance(record, Quote) and record.attribution_text != other_name(record):
        reason = "a page leaves out what is no more than a form of the name"
        yield Loss(record=record.id, field="attribution_text", reason=reason)
    if any(_has_id(getattr(record, name, None)) for name in _NAMED):
        yield Loss(record=record.id, field="id", reason="a page has only names")


_NAMED = ("speaker", "post", "on_behalf_of", "audience", "body", "participants", "place")


def _has_id(named: object) -> bool:
    """Say whether an actor, post or place, or one in it, has an id of a directory."""
    match named:
        case tuple():
            return any(map(_has_id, cast("tuple[object, ...]", named)))
        case Participant(actor=actor, post=post):
            return _has_id(actor) or _has_id(post)
        case Group(id=None, members=members):
            return _has_id(members)
        case Person() | Organization() | Country() | Group() | Post() | Place():
            return named.id is not None
        case _:
            return False
