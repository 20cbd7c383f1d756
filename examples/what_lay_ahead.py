"""
What lay ahead on 8 January
===========================

On Saturday 8 January 2022, which meetings were still to come, and how close together were they?

The records are those of ``data/january-2022.json``. ``upcoming`` keeps what begins after a day and
was not called off, as far as the sources of that day knew.

The picture needs the extra ``plot``: ``pip install 'natobrief[plot]'``.
"""

import sys
from pathlib import Path

from matplotlib import pyplot as plt

import natobrief as nb
from natobrief import plots

DATA = Path(sys.argv[0]).parent / "data" / "january-2022.json"
DAY = "2022-01-08"

corpus = nb.load(DATA, nb.Corpus)
ahead = corpus.as_of(DAY).meetings.upcoming(within=7)

print(f"Ahead on {DAY}:")
for meeting in ahead:
    print(f"  {meeting.scheduled}: {meeting.name}, known since {meeting.known}")

# %%
# What would a careful reader add? How often each was told, and whether a place was named.
for meeting in ahead:
    reports = [m for m in corpus.as_of(DAY).meetings.revisions() if m.uid in corpus.uids(meeting)]
    where = f"in {meeting.place.name}" if meeting.place else "no place named yet"
    print(f"  {meeting.name}: {len(reports)} report(s), {where}")

# %%
# The same week as a picture: what had been said above the line, meetings below it. Hollow squares
# are announced, filled ones were held. What was not known yet on that day isn't drawn.
plots.timeline(corpus.as_of(DAY).timeline())
plt.show()
