"""The articles that the reader's tests read, and short ways to ask about them."""

from __future__ import annotations

from pathlib import Path

from natobrief.model import Brief, Meeting, Quote
from natobrief.reader import read
from natobrief.when import When

ARTICLES = Path(__file__).parent / "articles"
SEED = Path(__file__).parents[3] / "shared" / "seed" / "article.txt"


def article(name: str) -> str:
    return (ARTICLES / f"{name}.txt").read_text(encoding="utf-8")


def said(brief: Brief) -> list[tuple[str, str | None, str]]:
    """Return kind, speaker and words of each quote."""
    return [(q.kind.value, q.speaker.name if q.speaker else None, q.text) for q in brief.quotes]


def quoted(text: str) -> list[tuple[str | None, str]]:
    """Read a text and return speaker and words of each quote."""
    return [(speaker, words) for _, speaker, words in said(read(text))]


def meeting(brief: Brief, name: str) -> Meeting:
    """Return the one meeting of that name."""
    (found,) = (m for m in brief.meetings if m.name == name)
    return found


def names(found: Meeting) -> list[str]:
    return [participant.actor.name for participant in found.participants]


def day(text: str) -> When:
    return When.parse(text)


def words_at(brief: Brief, record: Quote | Meeting) -> list[str]:
    assert brief.text is not None
    return [span.of(brief.text) for span in record.spans]
