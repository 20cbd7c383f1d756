"""
Who spoke for whom
==================

In a press review, who spoke in their own name, who for a government, and in which office?

The reader keeps apart who says something, the office they say it in, and the one on whose behalf
it is said. What the text leaves open becomes a doubt, never a guess.
"""

import natobrief as nb

REVIEW = (
    "Kremlin spokesman Dmitry Peskov said on Monday that Russia would study the reply. "
    '"We have not seen anything new so far," he told reporters.\n'
    '"The door to dialogue is open," NATO Secretary General Jens Stoltenberg said in Brussels.\n'
    "U.S. Secretary of State Antony Blinken called the talks useful. "
    '"There is a path of diplomacy," Blinken said.\n'
    "A senior European diplomat said that nobody expected a result this week.\n"
    "They said that talks would go on.\n"
)

brief = nb.read(REVIEW, published="2022-01-17")

for statement in brief.statements:
    who = statement.speaker
    name = "somebody" if who is None else who.name
    office = f", {statement.post.name}" if statement.post else ""
    behalf = f", on behalf of {statement.on_behalf_of.name}" if statement.on_behalf_of else ""
    print(f"{name}{office}{behalf}")
    for quote in brief.quotes:
        if quote.statement == statement.id:
            print(f"    {quote.kind.value}: {quote.text}")

# Words of nobody in particular are gathered into no statement.
for quote in brief.quotes:
    if quote.statement is None:
        name = "somebody" if quote.speaker is None else quote.speaker.name
        print(f"{name}\n    {quote.kind.value}: {quote.text}")

print("\nLeft open:", *(doubt.reason for doubt in brief.doubts), sep="\n  ")

# %%
# The same by side. Whoever holds an office of a state speaks for it on that day; a spokesman
# speaks for the one he is named with.
corpus = nb.Corpus.of(brief)
for side in ("Russia", "United States"):
    print(f"\nFor {side}:")
    for statement in corpus.statements.by_representatives_of(side):
        if statement.speaker is not None:
            print(f"  {statement.speaker.name}, {len(corpus.quotes.of(statement))} quote(s)")

# %%
# Why does natobrief think so? Each field has its reason, and the words it rests on.
blinken = corpus.quotes.by("Antony Blinken").first()
if blinken is not None:
    print(brief.explain(blinken))
