"""
A directory of your own
=======================

Write a directory file for another organisation, check it, and put it together with the bundled one.

The organisation is the OSCE. Each row cites the page that it was taken from; where that page gives
only a month, so does the row. Nothing about the OSCE is in natobrief's code: facts are data.
"""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import natobrief as nb

POST = "osce-secretary-general"

content = {
    "directory": "1",
    "about": "The OSCE: its Permanent Council and two of its secretaries general.",
    "cut_off": "2022-01-31",
    "sources": {
        "1": "OSCE, Secretariat page (Spanish edition), list of former secretaries general",
        "2": "Associated Press, 2020-12-04",
        "3": "NATO Parliamentary Assembly, brief 003 SPE 22 E",
        "4": "warsawpoint, 2022-01-13",
    },
    "organizations": [
        {
            "id": "osce",
            "name": "Organization for Security and Co-operation in Europe",
            "sources": [1],
        },
        {
            "id": "osce-permanent-council",
            "name": "OSCE Permanent Council",
            "parent": "osce",
            "sources": [3, 4],
        },
    ],
    "posts": [{"id": POST, "name": "OSCE Secretary General", "of": "osce", "sources": [1]}],
    "people": [
        {"id": "thomas-greminger", "name": "Thomas Greminger"},
        {"id": "helga-schmid", "name": "Helga Schmid"},
    ],
    "tenures": [
        {"post": POST, "holder": "thomas-greminger", "period": "2017-07/2020-07", "sources": [1]},
        {"post": POST, "holder": "helga-schmid", "period": "2020-12-04/..", "sources": [2]},
    ],
    "events": [
        {
            "id": "osce-permanent-council-2022-01-13",
            "name": "Permanent Council on European security",
            "body": "osce-permanent-council",
            "kind": "meeting",
            "time": "2022-01-13",
            "sources": [3, 4],
        }
    ],
}

with TemporaryDirectory() as folder:
    Path(folder, "osce.json").write_text(json.dumps(content), encoding="utf-8")
    own = nb.Directory.load(folder)
print("Faults:", len(own.validate()))

# Where two values differ, that of the directory that is merged in counts: here the bundled one.
bundled = nb.Directory.default()
both = own.merge(bundled)
print("Where the two differ:")
for conflict in (each for each in both.conflicts if each not in bundled.conflicts):
    print(f"  {conflict.subject}: {conflict.reason}")

for day in ("2017-07-10", "2020-10-01", "2022-01-13"):
    names = [f"{row.holder.name} ({row.certainty.value})" for row in both.holders(POST, on=day)]
    print(f"Secretary General on {day}:", ", ".join(names) or "nobody is listed")
print("Vacant:", ", ".join(str(gap) for gap in both.gaps(POST)))
print("Members of NATO on the day of the council:", len(both.members("NATO", on="2022-01-13")))
