"""Which uids name one encounter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from natobrief.model.meeting import Link, Meeting

__all__ = ["UidClasses", "age", "by_age"]

_NEVER = (0, 0, 0)


def age(meeting: Meeting) -> tuple[int, int, int]:
    """Return a key by which an older report comes before a newer one; never dated ones first."""
    return _NEVER if meeting.known is None else (1, *meeting.known.bounds)


def by_age(meetings: Iterable[Meeting]) -> list[Meeting]:
    """Sort reports from the oldest to the newest: by ``known``, then by id.

    >>> from natobrief.model.encounters import by_age
    >>> reports = [Meeting(uid="a", known="2022-01-07"), Meeting(uid="b", known="2021-12-27")]
    >>> [meeting.uid for meeting in by_age(reports)]
    ['b', 'a']
    """
    return sorted(meetings, key=lambda meeting: (age(meeting), meeting.id))


class UidClasses:
    """The uids of meetings, in classes that links join. A class is named by its eldest uid.

    The eldest is the uid of the report that was known first. Uids with reports of unknown age come
    behind, and behind them uids without any report; equals by their text.
    """

    __slots__ = ("_class_of",)

    def __init__(self, meetings: Iterable[Meeting], links: Iterable[Link]) -> None:
        self._class_of: dict[str, tuple[str, ...]] = {}
        eldest = _eldest(meetings)
        for joined in _joined(eldest, links):
            uids = tuple(sorted(joined, key=lambda uid: (eldest.get(uid, _UNREPORTED), uid)))
            self._class_of.update(dict.fromkeys(uids, uids))

    def uids(self, uid: str) -> tuple[str, ...]:
        """Return all uids of the encounter, the one that names it first.

        >>> from natobrief.model.encounters import UidClasses
        >>> UidClasses([], [Link(uid="b", same_as="a", reason="one day")]).uids("b")
        ('a', 'b')
        """
        return self._class_of.get(uid, (uid,))

    def knows(self, uid: str) -> bool:
        """Say whether a report or a link uses this uid.

        >>> from natobrief.model.encounters import UidClasses
        >>> UidClasses([Meeting(uid="talks")], []).knows("council")
        False
        """
        return uid in self._class_of


_UNDATED = (1, *_NEVER)
_UNREPORTED = (2, *_NEVER)


def _eldest(meetings: Iterable[Meeting]) -> dict[str, tuple[int, int, int, int]]:
    """Return for each uid when it was first reported, as a key that puts the unknown last."""
    first: dict[str, tuple[int, int, int, int]] = {}
    for meeting in meetings:
        dated = meeting.known is not None
        key = (0, *age(meeting)) if dated else _UNDATED
        first[meeting.uid] = min(first.get(meeting.uid, key), key)
    return first


def _joined(uids: Iterable[str], links: Iterable[Link]) -> Iterable[Sequence[str]]:
    """Join uids that links connect, each class as a list."""
    classes: dict[str, list[str]] = {uid: [uid] for uid in uids}
    for link in links:
        one = classes.setdefault(link.uid, [link.uid])
        other = classes.setdefault(link.same_as, [link.same_as])
        if one is other:
            continue
        small, large = sorted((one, other), key=len)
        large.extend(small)
        classes.update(dict.fromkeys(small, large))
    return {id(joined): joined for joined in classes.values()}.values()
