"""Capitalised runs, taken apart into offices, names and known bodies; descriptions; pronouns."""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator

from natobrief.reader.lexicon import Lexicon
from natobrief.reader.people.governing import governed_by
from natobrief.reader.people.grammar import GAP, Grammar, grammar_of
from natobrief.reader.people.mentions import Mention, MentionKind
from natobrief.reader.people.names import Known, Names
from natobrief.reader.people.parts import Part, levelled
from natobrief.reader.text.cues import WordHits
from natobrief.reader.text.layout import Layout, Line, LineKind
from natobrief.reader.text.letters import UPPER

__all__ = ["last_name", "level", "mention_of", "named_mentions"]

_OWNS = re.compile(r"['’]s\b|(?<=s)['’](?=\s)")
_OF_ONLY = re.compile(rf"{GAP}(?:of|for|to){GAP}(?:the{GAP})?(?=[{UPPER}])")
_LINK = re.compile(rf"(?:{GAP}(?:of|for|to){GAP}(?:the{GAP})?|['’]s{GAP})(?=[{UPPER}])")
_TOPIC = rf"(?:the{GAP})?[{UPPER}][\w-]+(?:{GAP}[{UPPER}][\w-]+){{0,3}}"
_AND_AFFAIRS = re.compile(
    rf"(?:,{GAP}{_TOPIC}){{0,2}},?{GAP}and{GAP}{_TOPIC}(?={GAP}of{GAP}(?:the{GAP})?[{UPPER}])"
)
_SENT = re.compile(
    r"\b(?:ambassador|representative|envoy|adviser|advisor|assistant|secretary|delegate|counsel"
    r"|counselor|counsellor|aide|observer|commissioner|delegation|mission)s?\b",
    re.IGNORECASE,
)
_VERB_NEXT = re.compile(
    r" (?:said|says|told|added|has|had|was|is)\b|['’]s\b"
    rf"| and [{UPPER}][\w’'-]+ (?:met|said|say|told|spoke|held|agreed|will|have|had|were|are)\b"
)
_JUNIOR = re.compile(r",? (?:Jr|Sr)\b\.?|(?<=[ ][JS]r)\.")
_HYPHENS = "-\u2010\u2011"
_NUMERAL = re.compile(r"[IVX]+")
_SPACES = re.compile(GAP)
_NEAR = 200  # characters that show whether a name goes on
_WORD = re.compile(r"\S+")
_LOOK_BACK = 80
# "Readiness is no slogan": what ends so is seldom a name.
_NOTION = re.compile(r"(?:ness|[ts]ion|ment|ity|ance|ence|ship|ism|ing|ure)$")
_ONE_OF = re.compile(r"(?<![A-Za-z])[Aa]n? $")  # "a Republican"
_PARTY = re.compile(r"[DRIL]-[A-Z][\w.]*")  # "(D-Calif.)"
_PLACED = ("in", "near", "into")  # what stands behind these is a place, not a person


def named_mentions(layout: Layout, hits: WordHits, names: Names, lexicon: Lexicon) -> list[Mention]:
    """Find every mention that has a capital: names, bodies, states, offices."""
    finder = _Finder(layout, hits, names, grammar_of(lexicon))
    rows = (_with_junior(layout.text, row) for row in finder.named() if row.name)
    return sorted(rows, key=lambda m: (m.start, -m.end))


def _with_junior(text: str, row: Mention) -> Mention:
    """Let a name run on over ", Jr." behind it, so that the comma divides nothing."""
    junior = _JUNIOR.match(text, row.end) if row.kind is MentionKind.PERSON else None
    return row if junior is None else row._replace(end=junior.end())


def level(text: str) -> str:
    """Return a name with single spaces."""
    return " ".join(text.split())


def last_name(name: str) -> str:
    """Return the last name of a person, in small letters."""
    words = [w for w in name.split() if w.rstrip(".") not in ("Jr", "Sr", "II", "III", "IV")]
    return (words or name.split())[-1].lower().removeprefix("al-").removeprefix("el-")


def mention_of(
    text: str, kind: MentionKind, start: int, end: int, known: tuple[Known, ...] = ()
) -> Mention:
    """Make the row for a phrase, with the word that governs it and whether it owns what follows."""
    owns = _OWNS.match(text, end) is not None
    name, governed = level(text[start:end]), governed_by(text, start)
    return Mention(start, end, kind, name, known=known, owns=owns, governed=governed)


def _shouts(text: str, line: Line) -> bool:
    """Say whether a headline is written in capitals throughout."""
    words = text[line.start : line.end]
    return line.kind is LineKind.HEADLINE and words.isupper() and not words.endswith(":")


class _Finder:
    def __init__(self, layout: Layout, hits: WordHits, names: Names, grammar: Grammar) -> None:
        self.layout, self.text = layout, layout.text
        self.hits, self.names, self.grammar = hits, names, grammar
        self.surnames: set[str] = set()
        self.inner: set[str] = set()  # words that have a capital inside a sentence too

    # --- capitalised runs -------------------------------------------------------------------

    def named(self) -> Iterator[Mention]:
        """Take apart every capitalised run; single words last, once the full names are known."""
        single: list[Part] = []
        done = 0
        for line in self.layout.lines:
            shouts = _shouts(self.text, line)
            for m in self.grammar.run.finditer(self.text, line.start, line.end):
                if m.end() <= done:
                    continue
                start = max(m.start(), done)
                alone: list[Part] = [] if shouts else single
                rows, done = self._of_run(start, m.end(), line.end, alone)
                # Where all is in capitals, they say nothing about names.
                for row in filter(operator.attrgetter("known"), rows) if shouts else rows:
                    if row.kind is MentionKind.PERSON:
                        self.surnames.add(row.last)
                    yield row
        for part in single:
            if part.start != self.layout.sentence(part.start)[0]:
                self.inner.add(self.text[part.start : part.end])
        for part in single:
            lone = self._single(part)
            if lone is not None:
                yield lone

    def _of_run(
        self, start: int, end: int, limit: int, single: list[Part]
    ) -> tuple[list[Mention], int]:
        # Lazily: what follows an office is read again from its end, and only as far as the next.
        parts = iter(levelled(self.text, list(self._parts(start, end, limit))))
        rows: list[Mention] = []
        lead: list[Part] = []
        part = next(parts, None)
        while part is not None:
            if part.what == "office":
                part = part._replace(end=self._office_end(part.end, limit))
                parts = self._rest(part.end, end, limit)
            following = next(parts, None)
            if part.what == "word":
                words = [part]
                while following is not None and following.what == "word":
                    words.append(following)
                    following = next(parts, None)
                if following is not None and following.what == "office":
                    words = self._behind_small(words)
                    if words:
                        lead.append(Part("modifier", words[0].start, words[-1].end))
                else:
                    rows.extend(self._words(lead, words, single, limit))
                    lead = []
            elif part.what == "person":
                rows.append(self._person(lead, part.start, part.end, part.known))
                lead = []
            else:
                lead.append(part)
            part = following
        rows.extend(self._left_over(lead))
        done = max([end, *(r.end for r in rows)])
        return rows, done

    def _behind_small(self, words: list[Part]) -> list[Part]:
        """Leave out "Call Between" of the headline "Call Between President Lee and Bo Kim"."""
        texts = [self.text[word.start : word.end] for word in words]
        small = [i for i, text in enumerate(texts) if text in self.grammar.not_names]
        return words[small[-1] + 1 :] if small else words

    def _parts(self, start: int, end: int, limit: int) -> Iterator[Part]:
        at, first = start, True
        while at < end:
            m = self.grammar.word.match(self.text, at, end)
            if m is None:
                at += 1
                continue
            if m[0].isspace():
                at = m.end()
                continue
            part = self._part(m, limit)
            if first and part.what == "word" and m[0] in self.grammar.not_names:
                at = m.end()
                continue
            first = False
            yield part
            at = max(part.end, at + 1)

    def _part(self, m: re.Match[str], limit: int) -> Part:
        word = m[0]
        if word in self.grammar.honorific:
            return Part("title", m.start(), m.end())
        known = self.names.longest(self.text, m.start(), limit)
        if known is not None and self._is_half(m, known, limit):
            known = None
        office = self.grammar.office.match(self.text, m.start(), limit)
        if office and (known is None or office.end() > known[0]):
            return Part("office", m.start(), office.end())
        if known is None:
            several = self.grammar.offices.match(self.text, m.start(), limit)
            if several is not None:  # "Presidents Ann Lee and Bo Kim" says nothing of one of them
                return Part("title", m.start(), several.end())
            return Part("word", m.start(), m.end())
        end, rows = known
        kinds = {row.kind for row in rows}
        for kind in ("person", "organization", "country", "demonym", "post", "place", "metonym"):
            if kind in kinds:
                what = "office" if kind == "post" else kind
                return Part(what, m.start(), end, tuple(r for r in rows if r.kind == kind))
        return Part("word", m.start(), m.end())  # pragma: no cover - kinds are listed above

    def _is_half(self, m: re.Match[str], known: tuple[int, tuple[Known, ...]], limit: int) -> bool:
        """Say whether a known name is only the first half of the one that the text gives.

        A state or a body that a hyphen joins to another one stays whole: "NATO-Russia".
        """
        end, rows = known
        if any(row.kind != "person" for row in rows):
            return False
        if end < m.end():
            return self.text[end] in _HYPHENS and self.text[end + 1].isupper()
        gap = _SPACES.match(self.text, end, limit) if end == m.end() else None
        then = self.grammar.word.match(self.text, gap.end(), limit) if gap else None
        return (
            then is not None
            and then[0][:1].isupper()
            and len(then[0].rstrip(".")) > 1
            and then[0] not in self.grammar.not_names
            and not _NUMERAL.fullmatch(then[0])
        )

    def _rest(self, at: int, end: int, limit: int) -> Iterator[Part]:
        """Read on after an office, in the run that ends at ``end`` or in the one behind it."""
        gap = _SPACES.match(self.text, at, limit)
        if gap is None:
            return
        within = gap.end() < end
        near = min(limit, gap.end() + _NEAR) if within else limit
        run = self.grammar.run.match(self.text, gap.end(), near)
        if run is not None:
            yield from self._parts(run.start(), end if within else run.end(), limit)

    def _office_end(self, end: int, limit: int) -> int:
        """Let an office run on over "of Norway" and "'s Office", not over a name behind it."""
        for _ in range(4):
            end = self._list_end(end, limit)
            link = _LINK.match(self.text, end, limit)
            if link is None or (
                link[0].split()[:1] == ["to"] and not _SENT.search(self.text, max(end - 40, 0), end)
            ):
                break
            known = self.names.longest(self.text, link.end(), limit)
            run = self.grammar.run.match(self.text, link.end(), limit)
            if known is not None and known[1][0].kind != "person":
                end = known[0]
            elif run is None:
                break
            else:
                end = self._end_of_body(run, owned=link[0].startswith(("'", "’")))
        return end

    def _list_end(self, end: int, limit: int) -> int:
        """Let "Minister of Foreign Affairs" run on over ", Trade and Cooperation of Norway"."""
        more = _AND_AFFAIRS.match(self.text, end, limit)
        if more is None or self.text[max(end - 60, 0) : end].find(" of ") < 0:
            return end
        return end if self.grammar.office.search(more[0]) else more.end()

    def _end_of_body(self, run: re.Match[str], *, owned: bool) -> int:
        """Divide "Foreign Affairs Ann Lee": from three words on, the last two are the name."""
        words = list(_WORD.finditer(run[0]))
        for word in words if owned else words[1:]:
            if word[0] in self.grammar.organization:
                return run.start() + word.end()
        keep = len(words) - 2 if len(words) > 2 else len(words)
        return run.start() + words[keep - 1].end()

    def _words(
        self, lead: list[Part], words: list[Part], single: list[Part], limit: int
    ) -> Iterator[Mention]:
        start, end = words[0].start, words[-1].end
        texts = [self.text[w.start : w.end] for w in words]
        has_office = any(p.what in ("office", "title") for p in lead)
        if texts[-1].lower() in self.grammar.groups and not has_office and (lead or len(texts) > 1):
            yield self._mention(MentionKind.GROUP, lead[0].start if lead else start, end)
        elif any(w in self.grammar.organization for w in texts) and not has_office:
            yield self._organization(lead, start, end, limit)
        elif has_office:
            yield self._person(lead, start, end, ())
        elif len(words) > 1:
            yield from self._left_over(lead)
            yield self._person([], start, end, ())
        else:
            yield from self._left_over(lead)
            single.append(words[0])

    def _organization(self, lead: list[Part], start: int, end: int, limit: int) -> Mention:
        begin = lead[0].start if lead else start
        for _ in range(3):
            of = _OF_ONLY.match(self.text, end, limit)
            if of is None:
                break
            known = self.names.longest(self.text, of.end(), limit)
            run = self.grammar.run.match(self.text, of.end(), limit)
            end = known[0] if known else run.end() if run else end
        return self._mention(MentionKind.ORGANIZATION, begin, end)

    def _person(self, lead: list[Part], start: int, end: int, known: tuple[Known, ...]) -> Mention:
        begin, office, gender = start, None, ""
        offices = [p for p in lead if p.what == "office"]
        if offices:
            office = (lead[0].start, offices[-1].end)
            begin = office[0]
        elif lead:
            begin = min([p.start for p in lead if p.what == "title"], default=start)
        for part in lead:
            if part.what == "title":
                word = self.text[part.start : part.end]
                gender = self.grammar.honorific.get(word, "").strip("-")
        if office is None:
            office = self._small_office(begin)
            begin = office[0] if office else begin
        name = level(self.text[start:end])
        row = self._mention(MentionKind.PERSON, begin, end, known)
        if row.governed in _PLACED and not known and office is None and not gender:
            return row._replace(kind=MentionKind.PLACE)
        return row._replace(name=name, last=last_name(name), office=office, gender=gender)

    def _small_office(self, start: int) -> tuple[int, int] | None:
        """Find an office in small letters before a name: "foreign minister Maria Keller"."""
        low = max(start - _LOOK_BACK, self.layout.sentence(start)[0])
        before = self.text[low:start]
        m = self.grammar.office_before.search(before) or self.grammar.office_of.search(before)
        if m is None:
            return None
        return low + m.start(1), low + m.end(1)

    def _left_over(self, lead: list[Part]) -> Iterator[Mention]:
        """Emit what no name followed: offices with their bodies, bodies and states alone."""
        offices = [p for p in lead if p.what == "office"]
        if offices:
            start, end = lead[0].start, offices[-1].end
            known = tuple(k for p in offices for k in p.known)
            yield self._mention(MentionKind.OFFICE, start, end, known)._replace(office=(start, end))
            lead = [p for p in lead if p.start >= end]
        kinds = {
            "organization": MentionKind.ORGANIZATION,
            "country": MentionKind.COUNTRY,
            "demonym": MentionKind.DEMONYM,
            "place": MentionKind.PLACE,
            "metonym": MentionKind.PLACE,
        }
        for part in lead:
            small = self.text[part.start : part.end].lower()
            if part.what == "demonym" and small in self.surnames:
                if _VERB_NEXT.match(self.text, part.end):
                    row = self._mention(MentionKind.PERSON, part.start, part.end)
                    yield row._replace(last=small)
                    continue
            if part.what in kinds:
                yield self._mention(kinds[part.what], part.start, part.end, part.known)

    def _single(self, part: Part) -> Mention | None:
        """Decide about one capitalised word that nothing else explains."""
        word = self.text[part.start : part.end]
        if _PARTY.fullmatch(word) or _ONE_OF.search(self.text, max(part.start - 4, 0), part.start):
            return None
        small = word.lower()
        if small in self.surnames:
            return self._mention(MentionKind.PERSON, part.start, part.end)._replace(last=small)
        if small in self.grammar.groups:
            return self._mention(MentionKind.GROUP, part.start, part.end)
        if word in self.grammar.not_names or (small in self.hits.lower and len(word) > 1):
            return None
        if len(word) < 2 or not self._stands_for_itself(part, word):
            return None
        if word.isupper():
            return self._mention(MentionKind.ORGANIZATION, part.start, part.end)
        row = self._mention(MentionKind.PERSON, part.start, part.end)
        if row.governed in _PLACED:
            return row._replace(kind=MentionKind.PLACE)
        office = self._small_office(part.start)
        start = office[0] if office else part.start
        return row._replace(start=start, last=last_name(word), office=office)

    def _stands_for_itself(self, part: Part, word: str) -> bool:
        """Refuse a lone word whose capital only shows that a sentence begins."""
        if part.start != self.layout.sentence(part.start)[0] or word in self.inner:
            return True
        if word.lower() in self.names.surnames and self.text[part.end : part.end + 1] == " ":
            return True
        return not _NOTION.search(word) and _VERB_NEXT.match(self.text, part.end) is not None

    def _mention(
        self, kind: MentionKind, start: int, end: int, known: tuple[Known, ...] = ()
    ) -> Mention:
        return mention_of(self.text, kind, start, end, known)
