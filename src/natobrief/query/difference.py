"""How two corpora differ, record by record, as a report that people can read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

import attrs

from natobrief.model import AnyRecord, Doubt, Link, Meeting, Quote, Statement
from natobrief.query.evaluate import time_of
from natobrief.values import Choice, Value, tuple_of

__all__ = ["CorpusDiff", "Revised", "difference", "fields_apart", "label", "shown"]

_LONGEST = 60


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Revised(Value):
    """A record that one corpus has in one form and the other in another.

    Two records are forms of one when they come from the same source and have the same ``uid``
    (meetings), the same ``spans`` or the same text (quotes), or the same ``spans`` or the same
    speaker and time (statements), and no other record comes into question.

    Attributes:
        before: The record of the first corpus.
        after: The record of the second.
        fields: The fields in which they differ, in the order of the class.

    >>> first = Corpus.of(Meeting(uid="talks"))
    >>> first.diff(Corpus.of(Meeting(uid="talks", name="Talks"))).revised[0].fields
    ('name',)
    """

    before: AnyRecord
    after: AnyRecord
    fields: tuple[str, ...] = attrs.field(default=(), converter=tuple_of)


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class CorpusDiff(Value):
    """What a second corpus has and the first has not, and the other way round.

    It is false if both hold the same records, links and doubts, in whatever order and briefs.

    Attributes:
        added: The records that only the second has, in the order of results.
        removed: The records that only the first has, in the order of results.
        revised: The records that both have, in different forms.
        links_added: The links that only the second has.
        links_removed: The links that only the first has.
        doubts_added: The doubts that only the second has.
        doubts_removed: The doubts that only the first has.

    >>> first = Corpus.of(Meeting(uid="talks", scheduled="2022-01-10"))
    >>> second = Corpus.of(Meeting(uid="talks", scheduled="2022-01-11"), Quote(text="Yes."))
    >>> print(first.diff(second))
    + quote of an unknown speaker: 'Yes.'
    ~ meeting talks, 2022-01-10: scheduled 2022-01-10 -> 2022-01-11
    """

    added: tuple[AnyRecord, ...] = attrs.field(default=(), converter=tuple_of)
    removed: tuple[AnyRecord, ...] = attrs.field(default=(), converter=tuple_of)
    revised: tuple[Revised, ...] = attrs.field(default=(), converter=tuple_of)
    links_added: tuple[Link, ...] = attrs.field(default=(), converter=tuple_of)
    links_removed: tuple[Link, ...] = attrs.field(default=(), converter=tuple_of)
    doubts_added: tuple[Doubt, ...] = attrs.field(default=(), converter=tuple_of)
    doubts_removed: tuple[Doubt, ...] = attrs.field(default=(), converter=tuple_of)

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in attrs.fields(type(self)))

    def __str__(self) -> str:
        return "\n".join(self._lines()) or "no difference"

    def _lines(self) -> Iterator[str]:
        yield from (f"+ {label(record)}" for record in self.added)
        yield from (f"- {label(record)}" for record in self.removed)
        for pair in self.revised:
            changed = "; ".join(
                f"{name} {shown(getattr(pair.before, name))} -> {shown(getattr(pair.after, name))}"
                for name in pair.fields
            )
            yield f"~ {label(pair.before)}: {changed}"
        yield from (f"+ link {link.uid} = {link.same_as}" for link in self.links_added)
        yield from (f"- link {link.uid} = {link.same_as}" for link in self.links_removed)
        yield from (f"+ doubt {doubt.code}: {doubt.reason}" for doubt in self.doubts_added)
        yield from (f"- doubt {doubt.code}: {doubt.reason}" for doubt in self.doubts_removed)


def difference(before: Iterable[AnyRecord], after: Iterable[AnyRecord]) -> CorpusDiff:
    """Compare records that come in the order of results."""
    old, new = tuple(before), tuple(after)
    old_set, new_set = set(old), set(new)
    removed = [record for record in old if record not in new_set]
    added = [record for record in new if record not in old_set]
    pairs = list(_pairs(removed, added))
    paired = {id(record) for pair in pairs for record in pair}
    return CorpusDiff(
        added=[record for record in added if id(record) not in paired],
        removed=[record for record in removed if id(record) not in paired],
        revised=[
            Revised(before=one, after=other, fields=fields_apart(one, other))
            for one, other in pairs
        ],
    )


def _pairs(
    removed: Sequence[AnyRecord], added: Sequence[AnyRecord]
) -> Iterator[tuple[AnyRecord, AnyRecord]]:
    """Match what was removed with what was added, where just one comes into question."""
    left, right = _by_key(removed), _by_key(added)
    taken: set[int] = set()
    for record in removed:
        for key in _keys(record):
            ours, theirs = left[key], right.get(key, [])
            if len(ours) == len(theirs) == 1 and id(theirs[0]) not in taken:
                taken.add(id(theirs[0]))
                yield record, theirs[0]
                break


def _by_key(records: Iterable[AnyRecord]) -> dict[object, list[AnyRecord]]:
    found: dict[object, list[AnyRecord]] = {}
    for record in records:
        for key in _keys(record):
            found.setdefault(key, []).append(record)
    return found


def _keys(record: AnyRecord) -> Iterator[object]:
    """Yield what marks a record among those of its source, the surest first."""
    kind, source = type(record), record.source
    if isinstance(record, Meeting):
        yield kind, source, record.uid
        return
    if record.spans:
        yield kind, source, record.spans
    if isinstance(record, Quote):
        yield kind, source, record.text
    elif record.speaker is not None or record.made is not None:
        yield kind, source, record.speaker, record.made


def fields_apart(one: AnyRecord, other: AnyRecord) -> tuple[str, ...]:
    """Return the fields in which two records of one class differ."""
    names = (field.name for field in attrs.fields(type(one)))
    return tuple(name for name in names if getattr(one, name) != getattr(other, name))


def label(record: AnyRecord) -> str:
    """Return a record in a few words.

    >>> from natobrief.query.difference import label
    >>> label(Quote(text="Yes.", speaker=Person(name="Ann Lee"), said="2022-01-07"))
    "quote of Ann Lee, 2022-01-07: 'Yes.'"
    """
    time = time_of(record)
    dated = "" if time is None else f", {time}"
    if isinstance(record, Meeting):
        return f"meeting {record.name or record.uid}{dated}"
    who = "an unknown speaker" if record.speaker is None else record.speaker.name
    return f"{type(record).__name__.lower()} of {who}{dated}{_opening(record)}"


def _opening(record: Quote | Statement) -> str:
    text = record.text
    if not text:
        return ""
    return f": {text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'!r}"


def shown(value: object) -> str:
    """Return the value of a field for people.

    >>> from natobrief.query.difference import shown
    >>> shown(MeetingStatus.CANCELLED), shown(None)
    ('cancelled', 'nothing')
    """
    if value is None or value == ():
        return "nothing"
    if isinstance(value, Choice):
        return str(value.value)
    if isinstance(value, tuple):
        return ", ".join(map(shown, cast("tuple[object, ...]", value)))
    named = getattr(value, "actor", value)
    return str(getattr(named, "name", named))
