"""
As known on 28 December
=======================

What lay ahead for NATO and Russia at the end of 2021, as far as one could know it *then*?

The records in ``data/january-2022.json`` come from ten sources. Each tells what it knew on the day
it was published: the NATO-Russia Council is proposed on 27 December, confirmed on the 30th, told
again on 7 January, and held on the 12th. A corpus asked ``as_of`` a day answers from the sources
that were out by then, and ``changes`` says what the next days brought.
"""

import itertools
import sys
from pathlib import Path

import natobrief as nb

HERE = Path(__file__).parent if "__file__" in globals() else Path.cwd()
DATA = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "data" / "january-2022.json"

corpus = nb.load(DATA, nb.Corpus)
print(corpus)

# %%
# Three mornings, three answers. What is only proposed says so, and what may have been known (a
# source without a date) is marked with a question mark.
for day in ("2021-12-28", "2021-12-31", "2022-01-08"):
    ahead = corpus.as_of(day).meetings.upcoming()
    print(f"\nAhead on {day}:")
    for meeting in ahead.possible():
        mark = " " if meeting in ahead else "?"
        print(f"  {mark} {meeting.time}  {meeting.name} ({meeting.status.value})")

# %%
# What did one learn between two of these days?
days = ("2021-12-26", "2021-12-28", "2021-12-31", "2022-01-08", "2022-01-14")
for first, second in itertools.pairwise(days):
    print(f"\nLearned after {first}, by {second}:")
    for change in corpus.changes(first, second):
        print(f"  {change}")

# %%
# One Council, told four times: the records stay apart, and links say that they are one.
council = corpus.meetings.of("NATO-Russia Council")
print(f"\n{council.one().name} in {len(council.revisions())} reports:")
for report in council.revisions().order_by("known"):
    print(f"  known {report.known}: {report.status.value}, {report.outcome.value}")
for link in corpus.links[:1]:
    print(f"  {link.uid} = {link.same_as}: {link.reason}")

# %%
# The row of what was said and what took place, and the days on which nothing did.
print()
for each in corpus.as_of("2022-01-14").timeline():
    if isinstance(each, nb.Meeting):
        print(f"  {each.time}  {each.name}")
    elif each.speaker is not None:
        print(f"  {each.made}  {each.speaker.name} speaks")
for gap in corpus.meetings.gaps():
    print(f"  {gap.days} day(s) without a meeting: {gap.period}")
