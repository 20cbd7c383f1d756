"""
Before or after the Council?
============================

Was something said before the meeting, after it, or can nobody tell?

A date that is only known to the month lies before *and* after a day in it, as far as one knows. So
each answer is YES, NO or POSSIBLY, and a selection keeps what is certain unless it is asked for
what is possible too.

The picture needs the extra ``plot``: ``pip install 'natobrief[plot]'``.
"""

from matplotlib import pyplot as plt

import natobrief as nb
from natobrief import plots

council = nb.Meeting(uid="nrc", name="NATO-Russia Council", held="2022-01-12")
dates = {
    "a transcript": "2022-01-07",
    "a diary": "2022-01",
    "an interview": "2022-01-12T18:00Z",
    "a memoir": "2021-12/2022-02",
    "a letter": "2022-01-14",
    "a footnote": "2022-01~",
}
quotes = [
    nb.Quote(text=text, speaker=nb.Person(name=text), said=day)
    for text, day in dates.items()
    if "/" not in day
]
corpus = nb.Corpus.of(council, *quotes)

for question in ("before", "on", "after"):
    selection = getattr(corpus.quotes, question)(council)
    certain = ", ".join(quote.text for quote in selection) or "nothing"
    open_ones = ", ".join(quote.text for quote in selection.undecided) or "nothing"
    print(f"{question:>6} the Council: {certain}; possibly {open_ones}")

# %%
# Why: the relations of Allen that can hold between each time and the day of the Council.
day = nb.When.parse("2022-01-12").extent
for text, date in dates.items():
    time = nb.Period.parse(date) if "/" in date else nb.When.parse(date)
    names = sorted(each.value for each in nb.relation(time, day))
    print(f"{text}, {date}: {', '.join(names)}")

# %%
# And as a picture, against the day.
plots.relations(list(dates.values()), to=day)
plt.show()
