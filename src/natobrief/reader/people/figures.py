"""The people of a text: all mentions of one, with the offices that go with them."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from natobrief.reader.lexicon import Lexicon
from natobrief.reader.page import Page
from natobrief.reader.people.given_names import FAMILY_FIRST
from natobrief.reader.people.mentions import Mention, MentionKind
from natobrief.reader.people.names import Known

__all__ = ["Figure", "Figures"]

Place = tuple[int, int]

_FORMER = re.compile(r"\b(?:[Ff]ormer |[Ee]x-)\Z")
_FORMER_REACH = 8
_APPOSED = re.compile(r", (?:the |a |an )?(?:(?!(?:and|or|as|while|but|with)\b)\w+ )?")
_RELATIVE = re.compile(
    r"\b(?:husband|wife|brother|sister|father|mother|son|daughter|uncle|aunt|nephew|niece|cousin"
    r"|widow|widower),? (?:(?:the|then|late|former) )*$"
)
_RELATIVE_REACH = 40
_WOMAN = re.compile(r"woman\b")  # "spokesman" is said of women, too
_INITIAL = re.compile(r"\w\. ?\w[\w’'-]+$")  # "A. Lee"
_CLOSED = re.compile(r"[,.;)]|$")


class Figure:
    """A person of the text: all mentions with one full name."""

    __slots__ = ("gender", "known", "name", "offices", "rows")

    def __init__(self, name: str) -> None:
        self.name: str = name
        self.rows: list[Mention] = []
        self.known: tuple[Known, ...] = ()
        # What the text calls the office, each wording once, with its first place.
        self.offices: dict[str, Place] = {}
        self.gender: str = ""


class Figures:
    """All people of a text, by full name and by last name."""

    def __init__(self, page: Page, extra_offices: dict[int, Place]) -> None:
        self.page = page
        self.extra_offices = extra_offices
        self.by_name: dict[str, Figure] = {}
        self.by_last: dict[str, list[Figure]] = {}
        self._by_first_word: dict[str, list[Figure]] = {}
        self._by_initials: dict[str, Figure] = {}
        self._relatives: dict[int, Figure] = {}
        self._titled: set[str] = set()  # surnames that stand behind "Mr" or "Ms"
        self._gather()
        self._leading = self._first()

    def of(self, row: Mention) -> Figure | None:
        """Return the person that a name stands for, if there is just one."""
        if row.kind is not MentionKind.PERSON:
            return None
        if row.start in self._relatives:
            return self._relatives[row.start]
        named = self.by_name.get(row.name) or self._by_initials.get(row.name)
        if named is not None:
            return named
        found = self.by_last.get(row.last, [])
        return found[0] if len(found) == 1 else None

    def leading(self) -> Figure | None:
        """Return the person whom the text names first outside of quotes, if it is of that one.

        A release of an office names its leading person in full and then says "the President" and
        "the Head of State", even where others with such an office come in between.
        """
        return self._leading

    def _first(self) -> Figure | None:
        for row in self.page.mentions.rows:
            figure = self.of(row)
            if figure is not None and not self.page.quoted[row.start]:
                return figure if row.governed in ("", "by") and not row.owns else None
        return None

    def _gather(self) -> None:
        rows = [r for r in self.page.mentions.rows if r.kind is MentionKind.PERSON]
        self._titled = {r.last for r in rows if r.gender and " " not in r.name}
        for row in rows:
            if " " in row.name and not _INITIAL.match(row.name):
                self._add(row, self._figure(row.name, row.last))
        for row in rows:
            if _INITIAL.match(row.name):
                figure = self._by_initial(row) or self._figure(row.name, row.last)
                self._add(row, figure)
        for row in rows:
            if " " in row.name:
                continue
            if self._is_relative(row):
                self._relatives[row.start] = Figure(row.name)
                self._add(row, self._relatives[row.start])
            else:
                known = self.by_last.get(row.last, [])
                if len(known) == 1:
                    self._add(row, known[0])
                elif not known:
                    self._add(row, self._by_first(row) or self._figure(row.name, row.last))

    def _is_relative(self, row: Mention) -> bool:
        """Tell "her husband, President Lee" from the Ann Lee whom the text names in full."""
        if len(self.by_last.get(row.last, [])) != 1:
            return False
        full = self.by_last[row.last][0]
        if " " not in full.name:
            return False
        other = {row.gender, full.gender} == {"m", "f"}
        before = self.page.text[max(row.start - _RELATIVE_REACH, 0) : row.start]
        return other or _RELATIVE.search(before) is not None

    def _by_first(self, row: Mention) -> Figure | None:
        """Find the "Wang Yi" whom "Mr Wang" means: in many languages the surname comes first."""
        if row.last not in self._titled and row.last not in FAMILY_FIRST:
            return None
        fits = self._by_first_word.get(row.last, [])
        if len(fits) != 1:
            return None
        self.by_last.setdefault(row.last, []).append(fits[0])
        return fits[0]

    def _by_initial(self, row: Mention) -> Figure | None:
        """Find the one "Ann Lee" of a text whom "A. Lee" means."""
        fits = [f for f in self.by_last.get(row.last, []) if f.name[:1] == row.name[:1]]
        if len(fits) != 1 or _INITIAL.match(fits[0].name):
            return None
        self._by_initials[row.name] = fits[0]
        return fits[0]

    def _figure(self, name: str, last: str) -> Figure:
        figure = self.by_name.get(name)
        if figure is None:
            figure = self.by_name[name] = Figure(name)
            if name.count(" ") == 1:
                self._by_first_word.setdefault(name.lower().partition(" ")[0], []).append(figure)
            self.by_last.setdefault(last, []).append(figure)
        return figure

    def _add(self, row: Mention, figure: Figure) -> None:
        figure.rows.append(row)
        figure.known = figure.known or tuple(k for k in row.known if k.kind == "person")
        figure.gender = figure.gender or row.gender or self._gender_of_name(row.name)
        office = row.office or self.extra_offices.get(row.start) or self._apposition(row)
        if office is not None:
            office = self._with_former(office)
            words = " ".join(self.page.text[office[0] : office[1]].split())
            figure.offices.setdefault(words, office)
            figure.gender = figure.gender or ("f" if _WOMAN.search(words) else "")

    def _with_former(self, office: Place) -> Place:
        """Take "former" into the words of an office: who held it once doesn't speak in it."""
        m = _FORMER.search(self.page.text, max(office[0] - _FORMER_REACH, 0), office[0])
        return (m.start(), office[1]) if m is not None else office

    def _gender_of_name(self, name: str) -> str:
        first, _, rest = name.partition(" ")
        return _genders(self.page.lexicon).get(first, "") if rest else ""

    def _apposition(self, row: Mention) -> Place | None:
        """Read "Maria Keller, the foreign minister of Norway," behind a name."""
        before = self._office_before(row)
        if before is not None:
            return before
        after = self.page.mentions.between(row.end, row.end + 90)
        for then in after[:2]:
            gap = self.page.text[row.end : then.start]
            is_office = then.kind is MentionKind.OFFICE or (
                then.kind is MentionKind.NOMINAL and self._is_office(then)
            )
            if is_office and _APPOSED.fullmatch(gap):
                return then.start, then.end
        return None

    def _office_before(self, row: Mention) -> Place | None:
        """Read "The foreign minister of Norway, Maria Keller," in front of a name."""
        before = self.page.mentions.between(max(row.start - 90, 0), row.start)
        if not before or self.page.text[before[-1].end : row.start] != ", ":
            return None
        last = before[-1]
        is_office = last.kind is MentionKind.OFFICE or (
            last.kind is MentionKind.NOMINAL and self._is_office(last)
        )
        follows = _CLOSED.match(self.page.text, row.end) is not None
        fits = is_office and follows and last.governed not in ("of", "to", "for")
        return (last.start, last.end) if fits else None

    def _is_office(self, row: Mention) -> bool:
        return row.name.lower().split()[-1] in _office_heads(self.page.lexicon)


@functools.lru_cache(maxsize=8)
def _genders(lexicon: Lexicon) -> Mapping[str, str]:
    female, male = dict.fromkeys(lexicon.female_names, "f"), dict.fromkeys(lexicon.male_names, "m")
    return female | male


@functools.lru_cache(maxsize=8)
def _office_heads(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(office.split()[-1] for office in lexicon.offices)
