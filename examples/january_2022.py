"""
The year that the article does not name
=======================================

Read an article that names no year, and ask it five dated questions.

Run it with ``python examples/january_2022.py``, or give it the path of another article.
It prints what was said and what lies ahead, how the year was found, and the answers; it writes
``january-2022.json`` into the current folder and reads it back.
"""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path

import natobrief as nb

ARTICLE = Path(sys.argv[0]).parent / "articles" / "2022-01-07-foreign-ministers.txt"
OUTPUT = Path("january-2022.json")


def main(path: Path) -> None:
    brief = nb.read(path.read_text(encoding="utf-8"))
    corpus = nb.Corpus.of(brief)
    show_what_was_said(brief)
    show_what_lies_ahead(brief, corpus)
    show_the_year(brief)
    ask_five_questions(brief, corpus)
    nb.dump(brief, OUTPUT)
    equal = nb.load(OUTPUT) == brief
    print(f"\nWritten to {OUTPUT} and read back: {'equal' if equal else 'NOT EQUAL'}.")


def show_what_was_said(brief: nb.Brief) -> None:
    title("Who said what")
    for statement in brief.statements:
        print(heading(brief, statement))
        for quote in brief.quotes:
            if quote.statement == statement.id:
                show_quote(quote)
    for quote in brief.quotes:
        if quote.statement is None:
            print(f"\n{name(quote.speaker)}")
            show_quote(quote)


def heading(brief: nb.Brief, statement: nb.Statement) -> str:
    office = f", {statement.post.name}" if statement.post else ""
    words = f"\n{name(statement.speaker)}{office}\n{day(statement.made)}"
    if statement.occasion is None or statement.occasion_relation is None:
        return words
    meeting = brief.get(statement.occasion)
    assert isinstance(meeting, nb.Meeting)
    return f"{words}, {statement.occasion_relation.value} the {lower_first(meeting.name)}"


def show_quote(quote: nb.Quote) -> None:
    if quote.kind is nb.QuoteKind.INDIRECT:
        words = f"reported ({quote.cue}): {quote.text}"
    else:
        words = f"“{quote.text.rstrip(',')}”"
    for paragraph in words.split("\n"):
        if paragraph.strip():
            print(textwrap.fill(paragraph, 78, initial_indent="   ", subsequent_indent="   "))
    print()


def show_what_lies_ahead(brief: nb.Brief, corpus: nb.Corpus) -> None:
    title("What lies ahead, day by day")
    today = brief.dating.reference
    if today is None:
        print("The article can't be dated, so nothing can be said to lie ahead.")
        return
    for meeting in corpus.meetings.upcoming(on=today):
        place = f", {meeting.place.name}" if meeting.place else ""
        print(f"{day(meeting.time)}: {meeting.name}{place} ({meeting.status.value})")
        who = ", ".join(participant.actor.name for participant in meeting.participants)
        if who:
            print(f"   with {who}")
        for item in meeting.agenda:
            print(f"   on {item}")


def show_the_year(brief: nb.Brief) -> None:
    title("How the text was dated")
    for line in brief.dating.proof:
        print(textwrap.fill(line, 78, initial_indent="- ", subsequent_indent="  "))
    for doubt in brief.doubts:
        print(textwrap.fill(f"In doubt: {doubt.reason}", 78, subsequent_indent="  "))


def ask_five_questions(brief: nb.Brief, corpus: nb.Corpus) -> None:
    title("Five dated questions")
    today = brief.dating.reference
    if today is None:
        print("Without a date there is nothing to ask.")
        return
    month = f"{today}"[:7]
    answer(
        f"How many quotes of {month} are by a NATO Secretary General of that time?",
        str(len(corpus.quotes.by_holder_of("NATO Secretary General").during(month))),
    )
    answer(
        f"Which meetings lie within five days after {today}?",
        ", ".join(str(m.name) for m in corpus.meetings.upcoming(on=today, within=5)) or "none",
    )
    risk = corpus.quotes.mentioning("risk of conflict").on(today)
    answer(
        f"Who spoke of a risk of conflict on {today}?",
        ", ".join(dict.fromkeys(name(quote.speaker) for quote in risk)) or "nobody",
    )
    held = [m for m in corpus.meetings if m.outcome is nb.Outcome.HELD]
    after = [s for m in held for s in corpus.statements.occasion(m, "after")]
    answer(
        "Who made a statement after a meeting that was held?",
        ", ".join(dict.fromkeys(f"{name(s.speaker)} ({s.made})" for s in after)) or "nobody",
    )
    members = nb.Directory.default().members("NATO", on=today)
    answer(f"How many members did NATO have on {today}?", str(len(members)))


def title(words: str) -> None:
    print(f"\n{words}\n{'=' * len(words)}")


def answer(question: str, found: str) -> None:
    print(f"{question}\n   {found}")


def name(actor: nb.Actor | None) -> str:
    return actor.name if actor else "an unnamed speaker"


def lower_first(words: str | None) -> str:
    return "meeting" if words is None else words[:1].lower() + words[1:]


def day(time: nb.When | nb.Period | None) -> str:
    """Say the day as people do: Friday 7 January 2022."""
    if time is None:
        return "on an unknown day"
    first, last = time.first_day, time.last_day
    if first is None or last is None or first != last:
        return str(time)
    return f"{first:%A} {first.day} {first:%B} {first.year}"


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ARTICLE)
