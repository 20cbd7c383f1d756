"""People by name: full names, titles before them, initials, surnames, romanizations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from natobrief.directory.candidates import Candidate
from natobrief.directory.dates import held, plain_view
from natobrief.directory.documents import Row
from natobrief.directory.keys import key, loose_key, sound, without_owner
from natobrief.directory.names import Names
from natobrief.directory.offices import Offices
from natobrief.directory.store import Store
from natobrief.when import Period, Truth

__all__ = ["Asked", "People"]


class Asked(NamedTuple):
    """What limits the answer: the day, and the ids of what the text names elsewhere."""

    on: Period | None = None
    context: frozenset[str] = frozenset()


class _Hit(NamedTuple):
    """People who bear a name, how they do, and the posts that the words before it mean."""

    ids: tuple[str, ...]
    how: str
    is_full: bool
    posts: frozenset[str] = frozenset()


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

    # --- who bears the name ---------------------------------------------------------------------

    def _hits(self, words: list[str]) -> Iterator[_Hit]:
        cuts = list(self._cuts(words))
        finders = (self._by_full_name, self._by_surname, self._by_sound)
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
        return _Hit(ids, "the full name", is_full=True) if ids else None

    def _by_surname(self, words: list[str], has_title: bool) -> _Hit | None:
        for start in range(len(words)):
            ids = self._names.surnames.get(" ".join(words[start:]), ())
            ids = tuple(i for i in ids if self._fits(i, words[:start], words[start:]))
            if ids:
                how = "the surname" if start == 0 else "the surname, with a given name that fits"
                return _Hit(ids, how, is_full=False)
        if has_title and len(words) == 1:
            ids = self._names.first_words.get(words[0], ())
            return _Hit(ids, "the first of the names", is_full=False) if ids else None
        return None

    def _by_sound(self, words: list[str], _has_title: bool) -> _Hit | None:
        bearers = self._names.loose.get(loose_key(" ".join(words)), ())
        ids = tuple(bearer.id for bearer in bearers)
        if ids:
            return _Hit(ids, "another spelling of the full name", is_full=True)
        heard = [sound(word) for word in words]
        for start in range(len(words)):
            ids = self._names.loose_surnames.get(" ".join(heard[start:]), ())
            if start:
                ids = tuple(
                    i for i in ids if self._fits(i, heard[:start], heard[start:], loose_key)
                )
            if ids:
                given = ", with a given name that fits" if start else ""
                return _Hit(ids, f"another spelling of the surname{given}", is_full=False)
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
        leads = best < _OPEN and [rank for rank, _, _ in weighed].count(best) == 1
        made: list[Candidate] = []
        for rank, reason, person in weighed:
            is_meant = leads and rank == best
            if len(weighed) == 1:
                is_meant = hit.is_full or rank < _OPEN
            certainty = Truth.YES if is_meant else Truth.POSSIBLY
            actor = self._store.person(person)
            whole = f"{hit.how} of {actor.name}{reason}"
            made.append(Candidate(actor=actor, certainty=certainty, reason=whole))
        return made

    def _weigh(self, person: str, hit: _Hit, asked: Asked) -> tuple[int, str]:
        """Return how well somebody fits, 0 best, and the reason."""
        if person in asked.context:
            return 0, ", who is named in the context"
        rows = self._store.tenures_of.get(person, [])
        titled = [row for row in rows if row.data["post"] in hit.posts]
        if titled and asked.on is None:
            return 1, f", once {self._in_words(titled[0].data['post'])}"
        for wanted, rank in ((Truth.YES, 1), (Truth.POSSIBLY, 2)):
            for row in titled:
                if asked.on is not None and held(plain_view(row), asked.on) is wanted:
                    perhaps = "" if rank == 1 else "possibly "
                    return rank, f", {perhaps}{self._in_words(row.data['post'])} then"
        return self._in_office(rows, asked)

    def _in_office(self, rows: list[Row], asked: Asked) -> tuple[int, str]:
        for row in rows:
            post = self._store.posts.get(row.data["post"])
            if post is not None and post.data["of"] in asked.context:
                return _OPEN, f", {self._in_words(row.data['post'])} at some time"
        if asked.on is not None:
            for row in rows:
                if held(plain_view(row), asked.on) is Truth.YES:
                    return _OPEN + 1, f", {self._in_words(row.data['post'])} then"
        return _OPEN + 2, ""

    def _in_words(self, post: str) -> str:
        return self._store.post(post).name

    def holders(self, posts: Iterable[str], asked: Asked) -> list[Candidate]:
        """Return those who held one of several posts, as what a bare title may mean."""
        found: dict[str, Candidate] = {}
        for post in posts:
            for row in self._store.tenures_in.get(post, []):
                certainty = Truth.POSSIBLY
                if asked.on is not None:
                    certainty = held(plain_view(row), asked.on)
                if certainty.possible and row.data["holder"] not in found:
                    actor = self._store.person(row.data["holder"])
                    reason = f"{self._in_words(post)}{' then' if asked.on else ' at some time'}"
                    found[row.data["holder"]] = Candidate(
                        actor=actor, certainty=certainty, reason=reason
                    )
        return sorted(found.values(), key=lambda each: each.certainty is not Truth.YES)


# From this rank on, nothing but the name speaks for somebody.
_OPEN = 3


def _is_given(given: str, word: str) -> bool:
    return given == word or (len(given) == 1 and word.startswith(given))
