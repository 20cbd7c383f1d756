"""Texts that break careless formats, and values that carry them in every field.

Each text is valid in every text field of a record: it isn't blank and has no lone surrogates.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from natobrief.model import (
    Brief,
    Country,
    Dating,
    Doubt,
    Evidence,
    Group,
    Meeting,
    Organization,
    Participant,
    Person,
    Place,
    Post,
    Quote,
    Source,
    Statement,
)
from natobrief.text import Span
from natobrief.values import hints
from natobrief.when import DateMention, Resolution

__all__ = ["HOSTILE", "LONG_WORDS", "everywhere", "records_with"]

LONG_WORDS = ("Kriegswaffenkontrollgesetz" * 3_847, "ї" * 50_000)
"""100 kB without a blank, in letters of one byte and of two."""

_CONTROLS = [
    "a\x00b",
    "\x00",
    "\x01\x02\x1b[31mred\x1b[0m",
    "bell\x07 backspace\x08 delete\x7f",
    "next line\x85 here",
    "line\u2028paragraph\u2029end",
    "lines\r\nof\rall\nkinds\x0b\x0c",
    "\ta tab first",
    "a blank last ",
    " a blank first",
    "blank line\n\nbetween\n",
    "\nbreak first",
    "breaks last\n\n\n",
    "  indented\n    more\n less",
    "trailing  \nblanks \t\n of lines",
    "\ufeffmark first and last\ufeff",
    "no\u00a0break\u3000wide\u200bzero\u2060joined",
    "noncharacters \ufffe\uffff\U0001ffff\U0010ffff",
    "private \ue000\U000f0000",
    "replacement \ufffd",
    "".join(map(chr, range(1, 33))) + "x",
    "nul\x00, del\x7f, c1\x80\x9f\x85, \u2028\u2029",
    "\u2028><",
    "\ufffe first",
    "\x85\x9d",
]
_SCRIPTS = [
    "\u202egnisrever\u202c \u2066isolate\u2069 \u200fmark\u200e",
    "שָׁלוֹם עֲלֵיכֶם",
    "السلام عليكم",
    "e\u0301\u0323\u0302 \u0915\u094d\u0937 Z\u0351\u036b\u0343\u032a\u0302algo",
    "\u0301alone at the start",
    "ﬁ ß İ ı Å Å Ω Ω",
    "北约 — 日本語 — 한국어 — Україна — Ελλάδα",
    "👩‍👩‍👧‍👦 🇺🇦 👍🏽 1️⃣ ❤️",
    "𝕳𝖊𝖑𝖑𝖔 𐍈",
    "e\u0301\u0323" * 60,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 40,
]
_MARKUP = [
    "<script>alert('x')</script>",
    "</script></style><!-- --> ]]> <![CDATA[ &amp; &#0; &lt;",
    '" onmouseover="alert(1)" x="',
    "javascript:alert(1)",
    "# not a heading\n* not a list\n> not a quote\n---\n```",
    "[link](javascript:alert(1)) ![image](x) |cell| _a_ **b** `c` \\",
    "{{ template }} ${expansion} %(format)s %s {0} $(command) `command`",
    "'; DROP TABLE quotes; --",
    "BEGIN:VEVENT\r\nSUMMARY:no\\n\\,\\;\r\n folded\r\nEND:VEVENT",
    "BEGIN:VEVENT\r\nUID:x",
    "\r\nEND:VCALENDAR",
    "\\n \\\\ \\, \\; ^n ^' ^^ \" ' : ; , =",
    '{"json": [1, "\\u0000"]}',
    "\\u0041 \\x41 \\n \\ \\\\",
]
_FORMULAS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://example.org","x")',
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "\u200b=1+1",
    '"=1+1"',
    "'=1+1",
    "|calc",
]
_WORDS = [
    *["null", "~", "true", "yes", "No", "off", "NaN", ".inf", "1e3", "0x1F", "0o7", "017", "1_000"],
    *["2022", "2022-01-07", "12:30:45", "2022-01-07T12:30Z", "-", "?", ":", "- a", "? a", "a: b"],
    *["a #b", "#b", "&a", "*a", "!a", "!!str a", "%YAML 1.1", "@a", "`a", "|", ">", "---", "..."],
    *["<<", "=", "[a, b]", "{a: b}", "a,b;c\td", "'", '"', "''", '""', "a'b", 'a"b', "''a''"],
    *[
        "“She said: ‘yes’.”",
        "«да»",
        "„ja“",
        "「はい」",
        "None",
        "undefined",
        "-0",
        "+",
        "1,5",
        "a:",
    ],
    *['"""', "'''\\", "_:b0", "nb:Quote", "@id", "urn:natobrief:term:nothing", "^^xsd:x"],
    *["https://example.org/a?b=c#d", "a\\", "\\", "/", "\U0001f600", "x" * 101, "x y " * 60 + "z"],
]

HOSTILE: tuple[str, ...] = (
    *(text for text in [*_CONTROLS, *_SCRIPTS, *_MARKUP, *_FORMULAS, *_WORDS] if text.strip()),
    *LONG_WORDS,
)
"""The texts. Some are only blanks and controls to one eye and a word to another."""


def records_with(text: str) -> Iterator[Quote | Statement | Meeting]:
    """Yield records with a text in each of their fields that take any text, at all depths."""
    source = _filled(Source, text)
    person, post = _filled(Person, text), _filled(Post, text)
    body = _filled(Organization, text)
    group = _filled(Group, text, members=[person, _filled(Country, text), body])
    yield _filled(Quote, text, speaker=person, post=post, source=source)
    yield _filled(
        Statement,
        text,
        speaker=group,
        post=post,
        on_behalf_of=body,
        audience=[person, group],
        topics=[text, text],
        source=source,
    )
    yield _filled(
        Meeting,
        text,
        part_of=f"{text} too",
        body=body,
        participants=[Participant(actor=group, post=post)],
        place=_filled(Place, text),
        agenda=[text],
        source=source,
    )


def everywhere(text: str) -> Brief:
    """Return a brief with a text in each field that takes any text."""
    quote, said, met = records_with(text)
    said = said.evolve(occasion=text)
    whole = Span(start=0, end=len(text))
    quote = quote.evolve(statement=said.id, spans=[whole])
    return Brief(
        source=quote.source,
        text=text,
        dating=Dating(proof=[text, text]),
        dates=[DateMention(span=whole, text=text, resolution=_filled(Resolution, text))],
        quotes=[quote],
        statements=[said],
        meetings=[met],
        evidence=[_filled(Evidence, text, record=quote.id, field="text")],
        doubts=[_filled(Doubt, text, record=quote.id, field="text", candidates=[text, text])],
    )


def _filled(cls: Any, text: str, **given: Any) -> Any:
    """Return a value with a text in each text field, beside what is given."""
    plain = {name for name, hint in hints(cls).items() if hint in (str, str | None)}
    fields = dict.fromkeys(plain - {"text_sha256"} - given.keys(), text)
    assert fields.keys() <= {field.name for field in attrs.fields(cls)}
    return cls(**fields, **given)
