"""The selections of quotes, of statements and of meetings, each with what fits it."""

from __future__ import annotations

from typing import Self, cast

import attrs

from natobrief.errors import Fault, InvalidValue
from natobrief.model import (
    Actor,
    Genre,
    Meeting,
    MeetingFormat,
    MeetingKind,
    MeetingStatus,
    OccasionRelation,
    Organization,
    Outcome,
    Place,
    Quote,
    QuoteKind,
    Statement,
)
from natobrief.query.arguments import (
    choice_of,
    count_of_days,
    flag_of,
    folded_of,
    name_in_words,
)
from natobrief.query.criteria import (
    All,
    AnyOf,
    AtPlace,
    Criterion,
    FieldIs,
    Not,
    OccasionIs,
    OccasionRelationIs,
    OfBody,
    OfStatement,
    OnBehalfOf,
    PartOf,
    SaidAt,
    TimeRelation,
    Topic,
)
from natobrief.query.moments import Moment, MomentLike, moment_of
from natobrief.query.selection import Selection
from natobrief.query.spoken import SpokenSelection

__all__ = ["MeetingSelection", "QuoteSelection", "StatementSelection"]


@attrs.frozen(eq=False, repr=False)
class QuoteSelection(SpokenSelection[Quote]):
    """Quotes that answer a question; see :class:`Selection`.

    >>> len(Corpus.of(Quote(text="Yes.", kind=QuoteKind.INDIRECT)).quotes.kind("indirect"))
    1
    """

    def of(self, statement: Statement | str) -> Self:
        """Keep the quotes that belong to this statement, given itself or by its id.

        Raises:
            InvalidValue: The argument is neither.

        >>> said = Statement(speaker=Person(name="Ann Lee"))
        >>> len(Corpus.of(said, Quote(text="Yes.", statement=said.id)).quotes.of(said))
        1
        """
        given = cast("object", statement)
        if not isinstance(given, str | Statement):
            raise _wrong("Selection.of.statement", "a Statement or its id", given)
        own_id = given if isinstance(given, str) else given.id
        return self._having(OfStatement(ids=(own_id,), asked=f"of the statement {own_id!r}"))

    def kind(self, *kinds: QuoteKind | str) -> Self:
        """Keep quotes of these kinds: ``direct``, ``indirect`` or ``mixed``.

        Raises:
            InvalidValue: There is no such kind.

        >>> len(Corpus.of(Quote(text="Yes.")).quotes.kind(QuoteKind.INDIRECT))
        0
        """
        return self._field("kind", QuoteKind, *kinds)


@attrs.frozen(eq=False, repr=False)
class StatementSelection(SpokenSelection[Statement]):
    """Statements that answer a question; see :class:`Selection`.

    >>> len(Corpus.of(Statement(genre=Genre.READOUT)).statements.genre("readout"))
    1
    """

    def on_behalf_of(self, actor: str | Actor) -> Self:
        """Keep what was said for this actor by somebody else.

        Raises:
            UnknownName: Neither the directory nor the corpus knows the name.

        >>> said = Statement(speaker=Person(name="Ann Lee"), on_behalf_of=Country(name="Norway"))
        >>> len(Corpus.of(said).statements.on_behalf_of("Norway"))
        1
        """
        who = self.context.book.actor(actor, "Selection.on_behalf_of.actor")
        return self._having(OnBehalfOf(who=who, asked=f"on behalf of {name_in_words(actor)}"))

    def occasion(
        self, meeting: Meeting | str, relation: OccasionRelation | str | None = None
    ) -> Self:
        """Keep what was said on the occasion of this meeting, by whatever uid it is called.

        Args:
            meeting: The meeting, or a uid or id of it.
            relation: ``before``, ``at``, ``after`` or ``about``; any if None.

        Raises:
            UnknownReference: The corpus knows no such uid.
            InvalidValue: There is no such relation.

        >>> said = Statement(occasion="council", occasion_relation=OccasionRelation.AFTER)
        >>> len(Corpus.of(said).statements.occasion("council", "after"))
        1
        """
        uids = self.context.uids(meeting, "Selection.occasion.meeting")
        name = name_in_words(_title(meeting))
        where: list[Criterion] = [OccasionIs(uids=uids, asked=f"on the occasion of {name}")]
        if relation is not None:
            chosen = choice_of(relation, OccasionRelation, "Selection.occasion.relation")
            where.append(OccasionRelationIs(relation=chosen, asked=f"said {chosen.value} it"))
        return self._having(*where)

    def about(self, topic: str) -> Self:
        """Keep what has this topic, whatever the case and the spacing.

        Raises:
            InvalidValue: The topic is no text, or blank.

        >>> corpus = Corpus.of(Statement(topics=["European security"]))
        >>> len(corpus.statements.about("european security"))
        1
        """
        folded = folded_of(topic, "Selection.about.topic")
        return self._having(Topic(topic=folded, asked=f"about {topic!r}"))

    def genre(self, *genres: Genre | str) -> Self:
        """Keep statements of these genres, such as ``press_conference``.

        Raises:
            InvalidValue: There is no such genre.

        >>> len(Corpus.of(Statement(genre=Genre.READOUT)).statements.genre("remarks"))
        0
        """
        return self._field("genre", Genre, *genres)

    def _near(self, x: MomentLike, days: int) -> Criterion:
        near = super()._near(x, days)
        if not isinstance(x, Meeting):
            return near
        uids = self.context.uids(x, "Selection.around.x")
        # What says that it was made at the meeting is near it, however coarse its date is.
        return AnyOf(parts=(near, SaidAt(uids=uids, asked="said at it")), asked=near.asked)


@attrs.frozen(eq=False, repr=False)
class MeetingSelection(Selection[Meeting]):
    """Meetings that answer a question; see :class:`Selection`.

    Of the reports of one meeting, only the newest is asked, unless :meth:`revisions` says
    otherwise: the one with the greatest ``known`` (its earliest, then its latest instant; unknown
    counts as oldest), of equals the one with the greatest id.

    >>> plan = Meeting(uid="talks", status=MeetingStatus.TENTATIVE, known="2021-12-27")
    >>> firm = Meeting(uid="talks", known="2021-12-30")
    >>> Corpus.of(plan, firm).meetings.one().status
    MeetingStatus.CONFIRMED
    """

    def revisions(self) -> Self:
        """Ask all reports of each meeting, not only the newest.

        >>> plan = Meeting(uid="talks", known="2021-12-27")
        >>> len(Corpus.of(plan, Meeting(uid="talks", known="2021-12-30")).meetings.revisions())
        2
        """
        return attrs.evolve(self, query=self.query.evolve(revisions=True))

    def of(self, body: str | Organization) -> Self:
        """Keep the meetings of this body.

        Raises:
            UnknownName: Neither the directory nor the corpus knows the name.

        >>> council = Meeting(uid="council", body=Organization(name="NATO-Russia Council"))
        >>> len(Corpus.of(council).meetings.of("NATO-Russia Council"))
        1
        """
        who = self.context.book.body(body, "Selection.of.body")
        return self._having(OfBody(body=who, asked=f"of {name_in_words(body)}"))

    def at(self, place: str | Place) -> Self:
        """Keep the meetings at this place.

        Raises:
            UnknownName: Neither the directory nor the corpus knows the name.

        >>> talks = Meeting(uid="talks", place=Place(name="Geneva"))
        >>> len(Corpus.of(talks).meetings.at("Geneva"))
        1
        """
        who = self.context.book.place(place, "Selection.at.place")
        return self._having(AtPlace(place=who, asked=f"at {name_in_words(place)}"))

    def part_of(self, meeting: Meeting | str) -> Self:
        """Keep the parts of this meeting, by whatever uid it is called.

        Raises:
            UnknownReference: The corpus knows no such uid.

        >>> session = Meeting(uid="session", part_of="summit")
        >>> len(Corpus.of(session).meetings.part_of("summit"))
        1
        """
        uids = self.context.uids(meeting, "Selection.part_of.meeting")
        return self._having(PartOf(uids=uids, asked=f"part of {name_in_words(_title(meeting))}"))

    def upcoming(
        self,
        on: MomentLike | None = None,
        within: int | None = None,
        *,
        cancelled: bool = False,
    ) -> Self:
        """Keep what lay ahead on a day: what begins after it and wasn't called off.

        Left out is what the newest report calls cancelled or not held.

        Args:
            on: The day; after :meth:`as_of` that day by default.
            within: At most so many days after it, days of the calendar in its zone.
            cancelled: Keep what was called off, too.

        Raises:
            InvalidDate: A text that is no date.
            InvalidValue: No day, and no ``as_of`` either; or no number of days.

        >>> talks = Meeting(uid="talks", scheduled="2022-01-10", known="2021-12-30")
        >>> off = Meeting(uid="visit", scheduled="2022-01-11", status=MeetingStatus.CANCELLED)
        >>> corpus = Corpus.of(talks, off)
        >>> len(corpus.meetings.upcoming(on="2022-01-08", within=7))
        1
        >>> len(corpus.meetings.upcoming(on="2022-01-08", cancelled=True))
        2
        >>> len(corpus.as_of("2021-12-27").meetings.upcoming())
        0
        """
        day = self._from(on)
        flag_of(cancelled, "Selection.upcoming.cancelled")
        where: list[Criterion] = [day.criterion(TimeRelation.AFTER, f"after {day.words}")]
        asked = f"upcoming on {day.words}"
        if cancelled:
            asked += ", cancelled ones too,"
        else:
            where += [
                Not(part=FieldIs(field="status", words=("cancelled",), asked="cancelled")),
                Not(part=FieldIs(field="outcome", words=("not_held",), asked="not held")),
            ]
        if within is not None:
            days = count_of_days(within, "Selection.upcoming.within")
            where.append(day.widened(0, days).criterion(TimeRelation.OVERLAPS, "soon"))
            asked += f" within {days} days"
        return self._having(All(parts=tuple(where), asked=asked))

    def _from(self, on: MomentLike | None) -> Moment:
        path = "Selection.upcoming.on"
        if on is not None:
            return moment_of(on, path)
        if self.day is None:
            raise _wrong(path, "a day, since as_of gave none", on)
        return self.day

    def status(self, *statuses: MeetingStatus | str) -> Self:
        """Keep meetings with these statuses, such as ``cancelled``.

        Raises:
            InvalidValue: There is no such status.

        >>> len(Corpus.of(Meeting(uid="talks")).meetings.status("tentative", "confirmed"))
        1
        """
        return self._field("status", MeetingStatus, *statuses)

    def outcome(self, *outcomes: Outcome | str) -> Self:
        """Keep meetings with these outcomes, such as ``held``.

        Raises:
            InvalidValue: There is no such outcome.

        >>> len(Corpus.of(Meeting(uid="talks", held="2022-01-10")).meetings.outcome("held"))
        1
        """
        return self._field("outcome", Outcome, *outcomes)

    def kind(self, *kinds: MeetingKind | str) -> Self:
        """Keep meetings of these kinds: ``regular``, ``extraordinary`` or ``informal``.

        Raises:
            InvalidValue: There is no such kind.

        >>> len(Corpus.of(Meeting(uid="talks")).meetings.kind("regular").possible())
        1
        """
        return self._field("kind", MeetingKind, *kinds)

    def format(self, *formats: MeetingFormat | str) -> Self:
        """Keep meetings of these formats, such as ``virtual``.

        Raises:
            InvalidValue: There is no such format.

        >>> talks = Meeting(uid="talks", format=MeetingFormat.VIRTUAL)
        >>> len(Corpus.of(talks).meetings.format("virtual"))
        1
        """
        return self._field("format", MeetingFormat, *formats)


def _title(meeting: Meeting | str) -> str:
    return meeting if isinstance(meeting, str) else meeting.name or meeting.uid


def _wrong(path: str, allowed: str, came: object) -> InvalidValue:
    return InvalidValue([Fault(path=path, allowed=allowed, came=repr(came))])
