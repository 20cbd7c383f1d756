"""
A corpus by hand
================

Build a small corpus by hand, ask it two dated questions, save it and load it again.

No article and no reader: a project that has its own data makes records like these. The facts are
those of NATO's pages of 7 January 2022 (press release (2022) 001, the opening remarks, and the
press conference, whose words the quote repeats).
"""

from pathlib import Path
from tempfile import TemporaryDirectory

import natobrief as nb

chief = nb.Person(name="Jens Stoltenberg")
post = nb.Post(name="NATO Secretary General")
page = nb.Source(publisher="NATO", published="2022-01-07")

ministers = nb.Meeting(
    uid="ministers-2022-01-07",
    name="Extraordinary meeting of NATO foreign ministers",
    participants=[nb.Participant(actor=chief, post=post, role=nb.Role.CHAIR)],
    held="2022-01-07",
    source=page,
)
opening = nb.Statement(
    speaker=chief,
    post=post,
    made="2022-01-07",
    occasion=ministers.uid,
    occasion_relation=nb.OccasionRelation.AT,
    source=page,
)
briefing = opening.evolve(
    occasion_relation=nb.OccasionRelation.AFTER,
    genre=nb.Genre.PRESS_CONFERENCE,
)
quote = nb.Quote(
    text="The risk of conflict is real.",
    speaker=chief,
    post=post,
    said="2022-01-07",
    statement=briefing.id,
    source=page,
)

corpus = nb.Corpus.of(ministers, opening, briefing, quote)

print("What did Jens Stoltenberg say in January 2022?")
for found in corpus.quotes.by("Jens Stoltenberg").during("2022-01"):
    print(f'  {found.said}: "{found.text}"')

print("What was stated after the ministers had met?")
for statement in corpus.statements.occasion(ministers, "after"):
    print(f"  {statement.made}: {statement.genre}")

with TemporaryDirectory() as folder:
    path = Path(folder) / "corpus.json"
    nb.dump(corpus, path)
    print("Saved and loaded equal:", nb.load(path) == corpus)
