"""
Every secretary general
=======================

Who led NATO when, who stepped in, and which terms ended on another day than was expected?

A tenure keeps its acting holders, the days on which it was going to end as people knew then, and
what other sources say. An end that is known only to the month stays a month.

The picture needs the extra ``plot``: ``pip install 'natobrief[plot]'``.
"""

from matplotlib import pyplot as plt

import natobrief as nb
from natobrief import plots

directory = nb.Directory.default()
history = directory.history("NATO Secretary General")

for tenure in history[-8:]:
    acting = " (acting)" if tenure.acting else ""
    print(f"{tenure.holder.name}{acting}: {tenure.period}")

# %%
# On a handover day both hold the office, and the answer says so.
for tenure in directory.holders("NATO Secretary General", on="2024-10-01"):
    print(f"2024-10-01: {tenure.holder.name}, handover: {tenure.handover}")

# %%
# What was known in January 2022 of the summer after: the term was to end in September.
for known in ("2022-01-07", "2022-04-01", "2024-12-31"):
    (tenure,) = directory.holders("NATO Secretary General", on="2022-06-01", known=known)
    print(f"as known on {known}: {tenure.holder.name} until {tenure.period.last_day}")

# %%
# All of them as a picture; the small lines are ends that were expected once.
plots.tenures(history)
plt.show()
