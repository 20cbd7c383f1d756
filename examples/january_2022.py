"""
The year that the article does not name
=======================================

"Friday, January 7", says an article, and names no year. Which day was that, and what follows?

Run it with ``python examples/january_2022.py``, or give it the path of another article. It writes
``january-2022.json`` into the current folder and reads it back.
"""

import sys
import textwrap
from pathlib import Path

import natobrief as nb

BUNDLED = Path(sys.argv[0]).parent / "articles" / "2022-01-07-foreign-ministers.txt"
brief = nb.read((Path(sys.argv[1]) if sys.argv[1:] else BUNDLED).read_text(encoding="utf-8"))
corpus = nb.Corpus.of(brief)
today = brief.dating.reference or sys.exit("The article can't be dated.")
WRAP = textwrap.TextWrapper(78, initial_indent="   ", subsequent_indent="     ")


def name(actor: nb.Actor | None) -> str:
    return actor.name if actor else "an unnamed speaker"


def say(quote: nb.Quote) -> None:
    reported = quote.kind is nb.QuoteKind.INDIRECT
    words = f"reported ({quote.cue}): {quote.text}" if reported else f"“{quote.text.rstrip(',')}”"
    print(WRAP.fill(words))


# %%
# Who said what, and around which meeting.
for statement in brief.statements:
    told = [name(statement.speaker), statement.post.name if statement.post else ""]
    told.append(str(statement.made or "on an unknown day"))
    meeting = brief.get(statement.occasion) if statement.occasion else None
    if isinstance(meeting, nb.Meeting) and statement.occasion_relation:
        told.append(f"{statement.occasion_relation.value} the {str(meeting.name).lower()}")
    print("\n" + ", ".join(filter(None, told)))
    for quote in (each for each in brief.quotes if each.statement == statement.id):
        say(quote)
for quote in (each for each in brief.quotes if each.statement is None):
    print(f"\n{name(quote.speaker)}")
    say(quote)

# %%
# What lies ahead, day by day.
print("\nWhat lies ahead\n===============")
for meeting in corpus.meetings.upcoming(on=today):
    at = f", {meeting.place.name}" if meeting.place else ""
    who = ", ".join(each.actor.name for each in meeting.participants)
    print(f"{meeting.time}: {meeting.name}{at} ({meeting.status.value})" + (who and f" with {who}"))
    print("".join(f"   on {item}\n" for item in meeting.agenda), end="")

# %%
# How it knows the year: the weekdays fit some years, and the office fits one of them.
print("\nHow the text was dated\n======================")
for line in [*brief.dating.proof, *(f"In doubt: {doubt.reason}" for doubt in brief.doubts)]:
    print(WRAP.fill(f"- {line}"))

# %%
# Five dated questions.
chiefs = corpus.quotes.by_holder_of("NATO Secretary General").during(str(today)[:7])
ahead = [str(each.name) for each in corpus.meetings.upcoming(on=today, within=5)]
risk = {name(q.speaker) for q in corpus.quotes.mentioning("risk of conflict").on(today)}
held = [each for each in corpus.meetings if each.outcome is nb.Outcome.HELD]
after = {name(s.speaker) for each in held for s in corpus.statements.occasion(each, "after")}
print("\nFive dated questions\n====================")
print("How many quotes of that month are by a NATO Secretary General of that time?", len(chiefs))
print(f"Which meetings lie within five days after {today}?", ", ".join(ahead) or "none")
print(f"Who spoke of a risk of conflict on {today}?", ", ".join(sorted(risk)) or "nobody")
print("Who spoke after a meeting that was held?", ", ".join(sorted(after)) or "nobody")
print(f"How many members did NATO have on {today}?", end=" ")
print(len(nb.Directory.default().members("NATO", on=today)))
nb.dump(brief, "january-2022.json")
print("\njanuary-2022.json is written; read back, equal:", nb.load("january-2022.json") == brief)
