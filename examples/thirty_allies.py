"""
Thirty allies
=============

How many members did NATO have on a given day, and whose words counted as an ally's then?

Membership is dated in the directory, each accession with its sources. A corpus asks it for the day
of each statement: Finland speaks as an ally from 4 April 2023 on, and not a day earlier.

The picture needs the extra ``plot``: ``pip install 'natobrief[plot]'``.
"""

from matplotlib import pyplot as plt

import natobrief as nb
from natobrief import plots

directory = nb.Directory.default()

for day in ("1949-12-31", "1990-10-03", "2022-01-07", "2023-04-04", "2024-03-07"):
    members = directory.members("NATO", on=day)
    print(f"{day}: {len(members):>2} members, the latest:", end=" ")
    print(max(members, key=lambda row: row.period.sort_key).member.name)

# %%
# Two dates belong to an accession, and people mix them up: the day on which the instrument was
# deposited, which counts, and the day on which the flag was raised.
for row in directory.members("NATO", on="2024-03-07")[-40:]:
    deposited, raised = row.date("deposited"), row.date("flag_raised")
    if deposited and raised and deposited != raised:
        print(f"{row.member.name}: deposited {deposited}, flag raised {raised}")

# %%
# The same words, before and after: who speaks for a member is looked up for the day of speaking.
said = [
    nb.Quote(text="We stand together.", speaker=nb.Country(name=name), said=day)
    for name in ("Norway", "Finland", "Sweden")
    for day in ("2022-06-29", "2023-07-11", "2024-07-10")
]
corpus = nb.Corpus.of(*said)
for quote in corpus.quotes.by_members_of("NATO"):
    if quote.speaker is not None:
        print(f"{quote.said}: {quote.speaker.name} speaks as an ally")

# %%
# Members at the end of each year since 1949, as a picture.
ends = [(year, len(directory.members("NATO", on=f"{year}-12-31"))) for year in range(1949, 2025)]
counts = [
    nb.Count(period=nb.When.parse(str(year)), certain=number, possible=number)
    for year, number in ends
]
plots.counts(counts)
plt.show()
