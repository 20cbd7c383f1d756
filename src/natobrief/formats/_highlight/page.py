"""The page of the highlighted view, put together as text."""

from __future__ import annotations

from collections.abc import Sequence

from natobrief.formats._highlight.notes import Note, heading
from natobrief.formats._highlight.spans import Piece
from natobrief.formats._highlight.style import STYLE
from natobrief.formats._page.shell import document, escaped
from natobrief.model import Brief, Statement

__all__ = ["page"]

_LEGEND = (
    ("quote", "Quote", "words between quotation marks, or signed"),
    ("reported", "Reported speech", "what somebody says, in the words of the reporter"),
    ("speaker", "Speaker", "who says it, with the office"),
    ("meeting", "Meeting", "words that name an encounter"),
    ("detail", "Detail", "what is told about a quote, a statement or a meeting"),
    ("date", "Date", "a time"),
    ("doubt", "Doubt", "what could not be decided"),
)
_ORDER = {kind: index for index, (kind, *_) in enumerate(_LEGEND)}

Paragraphs = Sequence[tuple[bool, Sequence[Piece]]]


def page(brief: Brief, notes: Sequence[Note], paragraphs: Paragraphs) -> str:
    """Return the whole page."""
    title = brief.source.title or "What was read"
    body = [
        "<body>",
        f"<header><h1>{escaped(title)}</h1>{_about(brief)}</header>",
        '<div class="columns">',
        "<main>" + _article(brief.text or "", notes, paragraphs) + "</main>",
        "<aside>" + _legend() + _doubts(brief.text or "", notes) + "</aside>",
        "</div>",
        _reasons(brief, notes),
        "</body>",
    ]
    return document(title, STYLE, "\n".join(body))


def _about(brief: Brief) -> str:
    source = brief.source
    facts = [source.publisher, str(source.published) if source.published else None]
    told = " · ".join(escaped(fact) for fact in facts if fact)
    if source.url and source.url.lower().startswith(("https://", "http://")):
        link = f'<a href="{escaped(source.url)}" rel="noreferrer">{escaped(source.url)}</a>'
        told = f"{told} · {link}" if told else link
    counts = f"{_many(len(brief.quotes), 'quote')}, {_many(len(brief.meetings), 'meeting')}, "
    counts += f"{_many(len(brief.dates), 'date')}, {_many(len(brief.doubts), 'doubt')}"
    proof = "".join(f"<li>{escaped(line)}</li>" for line in brief.dating.proof)
    reference = brief.dating.reference
    day = f"Days are counted from {reference}." if reference else "No day of writing is known."
    lines = f"<p>{told}</p>" if told else ""
    return f"{lines}<p>{counts}. {day}</p>" + (f"<ul>{proof}</ul>" if proof else "")


def _many(number: int, word: str) -> str:
    return f"{number} {word}" + ("" if number == 1 else "s")


def _article(text: str, notes: Sequence[Note], paragraphs: Paragraphs) -> str:
    parts: list[str] = []
    for is_text, inside in paragraphs:
        words = "".join(_piece(text, notes, piece) for piece in inside)
        parts.append(f"<p>{words}</p>" if is_text else words)
    return f'<article id="text">{"".join(parts)}</article>'


def _piece(text: str, notes: Sequence[Note], piece: Piece) -> str:
    words = escaped(text[piece.start : piece.end])
    is_space = text[piece.start : piece.end].isspace()
    over = sorted(piece.over, key=lambda n: (_ORDER[notes[n].kind], n))
    if not over:
        return words
    firsts = [n for n in piece.begins if min(s.start for s in notes[n].spans) == piece.start]
    anchors = "".join(f'<span id="at{number}"></span>' for number in firsts)
    if is_space:
        return anchors + words
    kinds = " ".join(dict.fromkeys(notes[n].kind for n in over))
    lines = "&#10;".join(dict.fromkeys(escaped(notes[n].line) for n in over))
    focus = ' tabindex="0"' if piece.begins else ""
    refers = " ".join(f"why{n}" for n in over)
    mark = f'class="{kinds}" data-why="{lines}" aria-describedby="{refers}"{focus}'
    return f"{anchors}<mark {mark}>{words}</mark>"


def _legend() -> str:
    rows = (f'<li><mark class="{kind}">{name}</mark> {words}</li>' for kind, name, words in _LEGEND)
    return f'<section><h2>Legend</h2><ul class="plain">{"".join(rows)}</ul></section>'


def _doubts(text: str, notes: Sequence[Note]) -> str:
    rows = [(n, note) for n, note in enumerate(notes) if note.kind == "doubt"]
    if not rows:
        return "<section><h2>Doubts</h2><p>None.</p></section>"
    items = "".join(_doubt(text, number, note) for number, note in rows)
    return f'<section><h2>Doubts</h2><ol class="doubts">{items}</ol></section>'


def _doubt(text: str, number: int, note: Note) -> str:
    lead = f"<code>{escaped(note.rule)}</code>"
    if note.spans:
        words = " … ".join(span.of(text) for span in note.spans)
        lead = f'<a href="#at{number}">“{escaped(_short(words))}”</a> {lead}'
    return f'<li id="why{number}">{lead}<br>{escaped(note.reason)}</li>'


def _short(words: str, most: int = 90) -> str:
    level = " ".join(words.split())
    return level if len(level) <= most else level[: most - 1] + "…"


def _reasons(brief: Brief, notes: Sequence[Note]) -> str:
    """List the reasons by record, and those of the dates at the end."""
    rows: dict[str, list[tuple[int, Note]]] = {}
    for number, note in enumerate(notes):
        if note.kind != "doubt":
            rows.setdefault(note.about, []).append((number, note))
    parts = [
        _record(heading(record), rows[record.id])
        for record in sorted(brief.records, key=lambda r: (isinstance(r, Statement), r.spans[:1]))
        if record.id in rows
    ]
    if "" in rows:
        parts.append(_record("Dates", rows[""]))
    return '<section class="reasons"><h2>Why</h2>' + "".join(parts) + "</section>"


def _record(title: str, rows: Sequence[tuple[int, Note]]) -> str:
    return f"<h3>{escaped(title)}</h3><ul>{''.join(_reason(*row) for row in rows)}</ul>"


def _reason(number: int, note: Note) -> str:
    at = f' <a href="#at{number}" aria-label="to the words">¶</a>' if note.spans else ""
    return f'<li id="why{number}">{escaped(note.short)}{at}</li>'
