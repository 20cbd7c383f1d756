"""People by name: full names, titles before them, initials, surnames, romanizations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import NamedTuple, TypeAlias

from natobrief.directory.candidates import Candidate
from natobrief.directory.dates import Asked, held, view_of
from natobrief.directory.documents import Row
from natobrief.directory.keys import key, loose_key, sound, without_owner
from natobrief.directory.names import Names
from natobrief.directory.offices import Offices
from natobrief.directory.store import Store
from natobrief.when import Truth

__all__ = ["People"]


class _Hit(NamedTuple):
    """People who may bear a name.

    Attributes:
        ids: Who they are.
        how: What the name is to them.
        sole_from: The worst rank from which on the name means the only one who bears it.
        posts: The posts that the words before the name mean.
    """

    ids: tuple[str, ...]
    how: str
    sole_from: int
    posts: frozenset[str] = frozenset()


_Finder: TypeAlias = Callable[[list[str], bool], _Hit | None]


class People:
    """Finds people by what a text calls them."""

    def __init__(self, store: Store, names: Names, offices: Offices) -> None:
        self._store = store
        self._names = names
        self._offices = offices

    def candidates(self, name: str, asked: Asked) -> list[Candidate]:
        """Return who may be meant, best first; an empty list if nobody bears the name."""
        words = key(without_owner(name)).split()
        for hit in self._hits(words):
            return self._ranked(hit, asked)
        return []

    def may_be_called(self, words: list[str]) -> bool:
        """Say whether anybody has a name that ends like this; most of what isn't a name doesn't."""
        return bool(words) and sound(words[-1]) in self._names.ends

    # --- who bears the name ---------------------------------------------------------------------

    def _hits(self, words: list[str]) -> Iterator[_Hit]:
        cuts = list(self._cuts(words))
        yield from self._found(words, cuts, (self._by_full_name, self._by_surname))
        if self.may_be_called(words):
            yield from self._found(words, cuts, (self._by_sound, self._by_other_given_name))

    def _found(
        self, words: list[str], cuts: list[int], finders: tuple[_Finder, ...]
    ) -> Iterator[_Hit]:
        for find in finders:
            for cut in cuts:
                found = find(words[cut:], cut > 0)
                if found is not None:
                    posts = self._offices.held_under(" ".join(words[:cut]))
                    yield found._replace(posts=posts)

    def _cuts(self, words: list[str]) -> Iterator[int]:
        """Return where a name can begin: at the first word, or behind words of a title."""
        for cut in range(len(words)):
            if cut and words[cut - 1] not in self._offices.words:
                return
            yield cut

    def _by_full_name(self, words: list[str], _has_title: bool) -> _Hit | None:
        ids = tuple(bearer.id for bearer in self._names.people.get(" ".join(words), ()))
        return _Hit(ids, "the full name", _NAMED) if ids else None

    def _by_surname(self, words: list[str], has_title: bool) -> _Hit | None:
        for start in range(len(words)):
            ids = self._names.surnames.get(" ".join(words[start:]), ())
            ids = tuple(i for i in ids if self._fits(i, words[:start], words[start:]))
            if ids:
                how = "the surname" if start == 0 else "the surname, with a given name that fits"
                return _Hit(ids, how, _sole_from(words[:start]))
        if has_title and len(words) == 1:
            ids = self._names.first_words.get(words[0], ())
            return _Hit(ids, "the first of the names", _IN_OFFICE) if ids else None
        return None

    def _by_sound(self, words: list[str], _has_title: bool) -> _Hit | None:
        bearers = self._names.loose.get(loose_key(" ".join(words)), ())
        ids = tuple(bearer.id for bearer in bearers)
        if ids:
            return _Hit(ids, "another spelling of the full name", _NAMED)
        heard = [sound(word) for word in words]
        for start in range(len(words)):
            ids = self._names.loose_surnames.get(" ".join(heard[start:]), ())
            if start:
                ids = tuple(
                    i for i in ids if self._fits(i, heard[:start], heard[start:], loose_key)
                )
            if ids:
                given = ", with a given name that fits" if start else ""
                how = f"another spelling of the surname{given}"
                return _Hit(ids, how, _sole_from(heard[:start]))
        return None

    def _by_other_given_name(self, words: list[str], _has_title: bool) -> _Hit | None:
        """Find who has the surname, and the given name in the form of another language."""
        heard = [sound(word) for word in words]
        for start in range(1, len(words)):
            given = [self._store.given_names.get(word, (word,)) for word in heard[:start]]
            ids = self._names.loose_surnames.get(" ".join(heard[start:]), ())
            fitting = (
                i
                for i in ids
                if any(
                    self._fits(i, list(forms), heard[start:], loose_key)
                    for forms in product(*given)
                )
            )
            found = tuple(fitting)
            if found:
                return _Hit(found, "the surname, with another form of the given name,", _SAID)
        return None

    def _fits(
        self,
        person: str,
        given: list[str],
        surname: list[str],
        folded: Callable[[str], str] = key,
    ) -> bool:
        """Say whether given names or initials are those of a person, in any of the names."""
        for name in self._store.dated_names(person):
            own = folded(name.text).split()
            at = len(own) - len(surname)
            for i in range(at + 1):
                rest = own[:i] + own[i + len(surname) :]
                is_there = own[i : i + len(surname)] == surname
                if is_there and all(any(_is_given(g, word) for word in rest) for g in given):
                    return True
        return False

    # --- who of them is meant -------------------------------------------------------------------

    def _ranked(self, hit: _Hit, asked: Asked) -> list[Candidate]:
        weighed = sorted((*self._weigh(person, hit, asked), person) for person in hit.ids)
        best = weighed[0][0]
        leads = best <= _SAID and [rank for rank, _, _ in weighed].count(best) == 1
        made: list[Candidate] = []
        for rank, reason, person in weighed:
            is_meant = leads and rank == best
            if len(weighed) == 1:
                is_meant = rank <= hit.sole_from
            certainty = Truth.YES if is_meant else Truth.POSSIBLY
            actor = self._store.person(person)
            whole = f"{hit.how} of {actor.name}{reason}"
            made.append(Candidate(actor=actor, certainty=certainty, reason=whole))
        return made

    def _weigh(self, person: str, hit: _Hit, asked: Asked) -> tuple[int, str]:
        """Return how well somebody fits, 0 best, and the reason."""
        if person in asked.context:
            return 0, ", who is named in the context"
        rows = self._known(self._store.tenures_of.get(person, []), asked)
        titled = [row for row in rows if row.data["post"] in hit.posts]
        if titled and asked.on is None:
            return 1, f", once {self._in_words(titled[0].data['post'])}"
        for wanted, rank in ((Truth.YES, 1), (Truth.POSSIBLY, 2)):
            for row in titled:
                if asked.on is not None and _held(row, asked) is wanted:
                    perhaps = "" if rank == 1 else "possibly "
                    return rank, f", {perhaps}{self._in_words(row.data['post'])} then"
        return self._in_office(rows, asked)

    def _in_office(self, rows: list[Row], asked: Asked) -> tuple[int, str]:
        then: list[Row] = []
        if asked.on is not None:
            then = [row for row in rows if _held(row, asked) is Truth.YES]
        for rank, some, when in ((_AT_HAND, then, "then"), (_RELATED, rows, "at some time")):
            for row in some if asked.context else ():
                if self._store.posts[row.data["post"]].data["of"] in asked.context:
                    return rank, f", {self._in_words(row.data['post'])} {when}"
            if rank == _AT_HAND and then:
                return _IN_OFFICE, f", {self._in_words(then[0].data['post'])} then"
        return _NAMED, ""

    def _known(self, rows: list[Row], asked: Asked) -> list[Row]:
        """Return the rows that were known of then."""
        if asked.known is None:
            return rows
        return [row for row in rows if view_of(row, asked.known) is not None]

    def _in_words(self, post: str) -> str:
        return self._store.post(post).name

    def holders(self, posts: Iterable[str], asked: Asked) -> list[Candidate]:
        """Return those who held one of several posts, as what a bare title may mean."""
        found: dict[str, Candidate] = {}
        for post in posts:
            for row in self._known(self._store.tenures_in.get(post, []), asked):
                certainty = Truth.POSSIBLY if asked.on is None else _held(row, asked)
                if certainty.possible and row.data["holder"] not in found:
                    actor = self._store.person(row.data["holder"])
                    reason = f"{self._in_words(post)}{' then' if asked.on else ' at some time'}"
                    found[row.data["holder"]] = Candidate(
                        actor=actor, certainty=certainty, reason=reason
                    )
        return sorted(found.values(), key=lambda each: each.certainty is not Truth.YES)


# How well somebody fits: by the context (0) or a title (1, possibly 2), which is said; by an office
# on that day, in a body that the context names or in another; once in such a body; by the name.
_SAID = 2
_AT_HAND, _IN_OFFICE, _RELATED, _NAMED = 3, 4, 5, 6


def _sole_from(given: list[str]) -> int:
    """Return from which rank on a surname means its only bearer: whole given names are a name."""
    return _NAMED if given and all(len(name) > 1 for name in given) else _IN_OFFICE


def _held(row: Row, asked: Asked) -> Truth:
    view = view_of(row, asked.known)
    return Truth.NO if view is None or asked.on is None else held(view, asked.on)


def _is_given(given: str, word: str) -> bool:
    return given == word or (len(given) == 1 and word.startswith(given))
