"""Many briefs and records, to be asked."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import TypeVar

import attrs

from natobrief.directory import Directory
from natobrief.errors import Fault, InvalidValue, show
from natobrief.model import AnyRecord, Brief, Doubt, Link, Meeting, Quote, Statement
from natobrief.query.changes import Change, changes
from natobrief.query.context import Context, OwnContext
from natobrief.query.criteria import RecordKind
from natobrief.query.difference import CorpusDiff, difference
from natobrief.query.engine import Memory
from natobrief.query.facts import DirectoryFacts
from natobrief.query.linking import linked
from natobrief.query.moments import MomentLike, moment_of
from natobrief.query.names import Book
from natobrief.query.order import in_order
from natobrief.query.ordering import timeline
from natobrief.query.query import Query
from natobrief.query.selections import MeetingSelection, QuoteSelection, StatementSelection

__all__ = ["Corpus", "CorpusThen"]

T = TypeVar("T")

_QUOTES, _STATEMENTS, _MEETINGS = (Query(kind=kind) for kind in RecordKind)
_ITEMS = "a Brief, Quote, Statement, Meeting, Link or Doubt"


@attrs.frozen(repr=False, eq=True)
class Corpus:
    """Briefs, loose records and links, immutable, to be asked dated questions.

    It is built with :meth:`of`. Two are equal when they hold the same briefs, loose records and
    links in the same order, whatever directory they use. As a collection it is that of its
    records.

    Attributes:
        briefs: The briefs, each once, in the order given.
        loose: The records outside of any brief, each once, in the order given.
        links: Which uids name one encounter, each once, in the order given.
        between: Doubts about how reports of different briefs belong together, in the order given.

    >>> council = Meeting(uid="council", name="Council", scheduled="2022-01-12")
    >>> corpus = Corpus.of(council, Quote(text="Yes.", said="2022-01-07"))
    >>> len(corpus), corpus.quotes.before(council).one().text
    (2, 'Yes.')
    """

    briefs: tuple[Brief, ...]
    loose: tuple[AnyRecord, ...]
    links: tuple[Link, ...]
    between: tuple[Doubt, ...]
    _directory: Directory | None = attrs.field(eq=False, alias="directory")

    @classmethod
    def of(
        cls, *items: Brief | AnyRecord | Link | Doubt, directory: Directory | None = None
    ) -> Corpus:
        """Build a corpus of briefs, records, links and doubts in any order.

        What is given twice, or also stands in a brief, counts once.

        Args:
            items: What it holds.
            directory: What names, posts and memberships are looked up in; None for the bundled
                one.

        Raises:
            InvalidValue: An item is something else.

        >>> len(Corpus.of(Brief(quotes=[Quote(text="Yes.")]), Quote(text="Yes.")))
        1
        """
        allowed = (Brief, Quote, Statement, Meeting, Link, Doubt)
        faults = [
            Fault(path=f"Corpus.of[{index}]", allowed=_ITEMS, came=show(item))
            for index, item in enumerate(items)
            if type(item) not in allowed
        ]
        if directory is not None and type(directory) is not Directory:
            wanted = "a Directory or None"
            faults.append(Fault(path="Corpus.of.directory", allowed=wanted, came=show(directory)))
        if faults:
            raise InvalidValue(faults)
        briefs = _once(item for item in items if isinstance(item, Brief))
        loose = _once(item for item in items if isinstance(item, Quote | Statement | Meeting))
        if loose:
            held = {record for brief in briefs for record in brief.records}
            loose = tuple(record for record in loose if record not in held)
        return cls(
            briefs=briefs,
            loose=loose,
            links=_once(item for item in items if isinstance(item, Link)),
            between=_once(item for item in items if isinstance(item, Doubt)),
            directory=directory,
        )

    @property
    def directory(self) -> Directory:
        """What names, posts and memberships are looked up in.

        >>> Corpus.of().directory is Directory.default()
        True
        """
        return Directory.default() if self._directory is None else self._directory

    @functools.cached_property
    def _memory(self) -> Memory:
        held = _once(record for brief in self.briefs for record in brief.records)
        return Memory((*held, *self.loose) if held else self.loose, self.links)

    @functools.cached_property
    def _context(self) -> Context:
        book = Book(lambda: DirectoryFacts(self.directory), self._memory)
        return OwnContext(self._memory, book, self)

    @property
    def records(self) -> tuple[AnyRecord, ...]:
        """All records, each once, in the order of results; see :class:`Selection`.

        >>> Corpus.of(Meeting(uid="b", held="2022"), Meeting(uid="a", held="2021")).records[0].uid
        'a'
        """
        return self._memory.records

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What could not be decided: in the briefs, brief by brief, then between them.

        >>> Corpus.of(Brief(doubts=[Doubt(code="pronoun", reason="two men")])).doubts[0].code
        'pronoun'
        """
        return (*(doubt for brief in self.briefs for doubt in brief.doubts), *self.between)

    def link(self) -> Corpus:
        """Return this corpus with links between reports that tell of one encounter.

        Reports from different sources are of one encounter when they name the same body, or the
        same participants (at least two), on the same day, and state no different level or hour;
        or when one says that the encounter was moved from the other's day. What one source tells
        apart is never joined, and records without a source count as one source, your own. A report
        that fits two encounters is left alone, with a doubt in :attr:`doubts`. No record changes.

        >>> council = Organization(name="NATO-Russia Council")
        >>> first, second = Source(published="2021-12-27"), Source(published="2021-12-30")
        >>> plan = Meeting(uid="a", body=council, scheduled="2022-01-12", source=first)
        >>> firm = Meeting(uid="b", body=council, scheduled="2022-01-12", source=second)
        >>> Corpus.of(plan, firm).link().links[0].reason
        'the same body (NATO-Russia Council) on the same day, 2022-01-12'
        """
        meetings = (record for record in self.records if isinstance(record, Meeting))
        found = linked(meetings, self.links)
        return attrs.evolve(
            self,
            links=_once((*self.links, *found.links)),
            between=_once((*self.between, *found.doubts)),
        )

    def __len__(self) -> int:
        return len(self.records)

    def __iter__(self) -> Iterator[AnyRecord]:
        return iter(self.records)

    def __repr__(self) -> str:
        counts = (len(self.briefs), len(self.records), len(self.links))
        words = (_plural(n, word) for n, word in zip(counts, _COUNTED, strict=True))
        return f"<Corpus of {', '.join(words)}>"

    def __rich_repr__(self) -> Iterator[tuple[str, int]]:
        """Yield what rich shows in a terminal: how much of each kind there is."""
        yield "quotes", len(self.quotes)
        yield "statements", len(self.statements)
        yield "meetings", len(self.meetings)
        yield "briefs", len(self.briefs)
        yield "links", len(self.links)
        yield "doubts", len(self.doubts)

    # Angular brackets, as in the plain repr: this is no text that evaluates back.
    __rich_repr__.angular = True  # type: ignore[attr-defined]

    def __add__(self, other: Corpus) -> Corpus:
        """Return a corpus of what either holds, each once, with the directory of the left one.

        >>> len(Corpus.of(Quote(text="Yes.")) + Corpus.of(Quote(text="Yes."), Quote(text="No.")))
        2
        """
        _check_corpus(other, "Corpus + other")
        held = ((*c.briefs, *c.loose, *c.links, *c.between) for c in (self, other))
        return Corpus.of(*(item for each in held for item in each), directory=self._directory)

    def get(self, reference: str) -> AnyRecord:
        """Return the record with this id, or the newest report of the meeting with this uid.

        Raises:
            UnknownReference: Nothing here answers to it.
            InvalidValue: The reference is no text.

        >>> old = Meeting(uid="talks", known="2021-12-27")
        >>> new = Meeting(uid="geneva", known="2021-12-30")
        >>> one = Link(uid="talks", same_as="geneva", reason="the same delegations and day")
        >>> Corpus.of(old, new, one).get("talks").uid
        'geneva'
        """
        return self._memory.get(reference)

    def uids(self, meeting: Meeting | str) -> tuple[str, ...]:
        """Return all uids of a meeting, through links; the one known first names it.

        Raises:
            UnknownReference: A text that no record and no link knows as a uid or an id.

        >>> one = Link(uid="talks", same_as="geneva", reason="the same delegations and day")
        >>> Corpus.of(Meeting(uid="talks"), one).uids("geneva")
        ('talks', 'geneva')
        """
        return self._context.uids(meeting, "Corpus.uids.meeting")

    @functools.cached_property
    def quotes(self) -> QuoteSelection:
        """All quotes, to be narrowed down.

        >>> len(Corpus.of(Quote(text="Yes.")).quotes)
        1
        """
        return QuoteSelection(self._context, _QUOTES)

    @functools.cached_property
    def statements(self) -> StatementSelection:
        """All statements, to be narrowed down.

        >>> len(Corpus.of(Quote(text="Yes.")).statements)
        0
        """
        return StatementSelection(self._context, _STATEMENTS)

    @functools.cached_property
    def meetings(self) -> MeetingSelection:
        """All meetings, each in its newest report, to be narrowed down.

        >>> Corpus.of(Meeting(uid="talks")).meetings.one().uid
        'talks'
        """
        return MeetingSelection(self._context, _MEETINGS)

    def as_of(self, day: MomentLike) -> CorpusThen:
        """Return what was known by the end of this day.

        Raises:
            InvalidDate: A text that is no date.
            InvalidValue: No day argument.

        >>> plan = Meeting(uid="talks", scheduled="2022-01-10", known="2021-12-30")
        >>> corpus = Corpus.of(plan)
        >>> len(corpus.as_of("2021-12-29").meetings), len(corpus.as_of("2021-12-30").meetings)
        (0, 1)
        """
        moment_of(day, "Selection.as_of.day")  # which says what is wrong with it
        return CorpusThen(self, day)

    def changes(self, known_a: MomentLike, known_b: MomentLike) -> tuple[Change, ...]:
        """Return what was learned between two days: new, moved, cancelled, held and so on.

        It compares what was surely known by the end of the first day and of the second, of each
        meeting the newest report, in the order of results. A report that only says less than the
        one before changes nothing.

        Raises:
            InvalidDate: A text that is no date.
            InvalidValue: No day argument, or the second day ends before the first.

        >>> plan = Meeting(uid="talks", scheduled="2022-01-10", known="2021-12-27")
        >>> off = plan.evolve(status=MeetingStatus.CANCELLED, known="2022-01-08")
        >>> for change in Corpus.of(plan, off).changes("2022-01-01", "2022-01-09"):
        ...     print(change)
        cancelled: meeting talks, 2022-01-10; status confirmed -> cancelled
        """
        path = "Corpus.changes.known_b"
        first, second = moment_of(known_a, "Corpus.changes.known_a"), moment_of(known_b, path)
        if second.bounds.e_high < first.bounds.e_high:
            allowed = f"no day before known_a ({first.words})"
            raise InvalidValue([Fault(path=path, allowed=allowed, came=second.words)])
        before, after = (self._known_by(day) for day in (known_a, known_b))
        return changes(before, after, lambda uid: self._memory.classes.uids(uid)[0])

    def _known_by(self, day: MomentLike) -> list[AnyRecord]:
        then = self.as_of(day)
        return in_order((*then.quotes, *then.statements, *then.meetings))

    def diff(self, other: Corpus) -> CorpusDiff:
        """Return what ``other`` has and this corpus has not, and the other way round.

        Printed, it is a report with a line for each record.

        >>> corpus = Corpus.of(Quote(text="Yes."))
        >>> print(corpus.diff(corpus + Corpus.of(Quote(text="No."))))
        + quote of an unknown speaker: 'No.'
        """
        _check_corpus(other, "Corpus.diff.other")
        return difference(self.records, other.records).evolve(
            links_added=_only(other.links, self.links),
            links_removed=_only(self.links, other.links),
            doubts_added=_only(other.doubts, self.doubts),
            doubts_removed=_only(self.doubts, other.doubts),
        )

    def timeline(self) -> tuple[Statement | Meeting, ...]:
        """Return statements and meetings in one row, by time, each meeting in its newest report.

        The order is that of results; those without a time come last.

        >>> talks = Meeting(uid="talks", scheduled="2022-01-10")
        >>> said = Statement(made="2022-01-07")
        >>> [type(each).__name__ for each in Corpus.of(talks, said).timeline()]
        ['Statement', 'Meeting']
        """
        return timeline(self.statements, self.meetings)


@attrs.frozen(repr=False)
class CorpusThen:
    """A corpus as it was known by the end of a day.

    Attributes:
        corpus: The corpus.
        day: The day.

    >>> Corpus.of().as_of("2021-12-28")
    <Corpus of 0 briefs, 0 records, 0 links as of 2021-12-28>
    """

    corpus: Corpus
    day: MomentLike

    @property
    def quotes(self) -> QuoteSelection:
        """The quotes that were known.

        >>> len(Corpus.of(Quote(text="Yes.", known="2022-01-07")).as_of("2022-01-06").quotes)
        0
        """
        return self.corpus.quotes.as_of(self.day)

    @property
    def statements(self) -> StatementSelection:
        """The statements that were known.

        >>> len(Corpus.of(Statement(known="2022-01-07")).as_of("2022-01-07").statements)
        1
        """
        return self.corpus.statements.as_of(self.day)

    @property
    def meetings(self) -> MeetingSelection:
        """The meetings that were known, each in its newest report then.

        >>> len(Corpus.of(Meeting(uid="talks", known="2022-01-07")).as_of("2022-01-07").meetings)
        1
        """
        return self.corpus.meetings.as_of(self.day)

    def timeline(self) -> tuple[Statement | Meeting, ...]:
        """Return the statements and meetings that were known, in one row, by time.

        >>> talks = Meeting(uid="talks", scheduled="2022-01-10", known="2022-01-07")
        >>> Corpus.of(talks).as_of("2022-01-06").timeline()
        ()
        """
        return timeline(self.statements, self.meetings)

    def __repr__(self) -> str:
        return f"{repr(self.corpus)[:-1]} as of {self.day}>"


def _check_corpus(other: object, path: str) -> None:
    if not isinstance(other, Corpus):
        raise InvalidValue([Fault(path=path, allowed="a Corpus", came=show(other))])


_COUNTED = ("brief", "record", "link")


def _plural(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _only(items: Iterable[T], others: Iterable[T]) -> tuple[T, ...]:
    known = set(others)
    return tuple(item for item in _once(items) if item not in known)


def _once(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))
