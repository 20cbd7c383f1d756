"""
A calendar for your phone
=========================

How do the meetings that an article announces get into a calendar, and stay right when they move?

``dump`` writes iCalendar where the name ends in ``.ics``. A meeting that was moved keeps its UID
and gets a higher SEQUENCE, so a calendar program updates the entry. Only reading a calendar back
needs an extra: ``pip install 'natobrief[calendar]'``.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import natobrief as nb

DATA = Path(sys.argv[0]).parent / "data" / "january-2022.json"
corpus = nb.load(DATA, nb.Corpus)

with TemporaryDirectory() as folder:
    path = Path(folder) / "january-2022.ics"
    losses = nb.dump(corpus, path)
    text = path.read_text(encoding="utf-8")

# %%
# The Council of 12 January, told in four reports, is one entry.
events = text.split("BEGIN:VEVENT")
print(next(event for event in events if "NATO-Russia Council" in event))

# %%
# What a calendar has no place for is said, and not dropped in silence.
for loss in losses.losses[:5] if losses is not None else ():
    print(loss)
