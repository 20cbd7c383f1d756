"""
A week as a page
================

How does a week of diplomacy become a page that can be printed, mailed or put on a site?

``dump`` writes a self-contained page where the name ends in ``.html``: no script, no font and no
picture from elsewhere, readable on a phone, in the dark and on paper. Where it ends in ``.md`` it
writes Markdown for an editor to go on with.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import natobrief as nb

HERE = Path(sys.argv[0]).parent
article = (HERE / "articles" / "2022-01-07-foreign-ministers.txt").read_text(encoding="utf-8")
chain = nb.load(HERE / "data" / "january-2022.json", nb.Corpus)

week = (chain + nb.Corpus.of(nb.read(article))).link()
print(week)

with TemporaryDirectory() as folder:
    page, notes = Path(folder) / "week.html", Path(folder) / "week.md"
    nb.dump(week, page)
    nb.dump(week, notes)
    size = page.stat().st_size
    print(f"week.html: {size / 1000:.0f} kB")
    print("week.md begins:\n")
    print("\n".join(notes.read_text(encoding="utf-8").splitlines()[:24]))
