"""Small directories for tests: about bodies and people that don't exist."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from natobrief.directory import Directory

Row = dict[str, Any]
Document = dict[str, Any]


def document(**sections: list[Row]) -> Document:
    """Return a document with one source, which every row of the sections cites."""
    head: Document = {"directory": "1", "cut_off": "2022-12-31", "sources": {"1": "a page"}}
    cited = {name: [{"sources": [1], **row} for row in rows] for name, rows in sections.items()}
    return head | cited


def tenure(holder: str, period: str, **more: object) -> Row:
    """Return a tenure in the one post."""
    return {"post": "rivers-chair", "holder": holder, "period": period, **more}


def league(*tenures: Row, **sections: list[Row]) -> Document:
    """Return a document about the League of Rivers and its chair."""
    holders = dict.fromkeys(row["holder"] for row in tenures)
    made = document(
        organizations=[{"id": "rivers", "name": "League of Rivers"}],
        posts=[{"id": "rivers-chair", "name": "Chair of the League of Rivers", "of": "rivers"}],
        people=[{"id": holder, "name": holder.replace("-", " ").title()} for holder in holders],
        tenures=list(tenures),
    )
    return made | document(**sections)


def load(folder: Path, *documents: Document) -> Directory:
    """Write documents to files of their own and load the folder."""
    for number, each in enumerate(documents):
        (folder / f"{number}.json").write_text(json.dumps(each), encoding="utf-8")
    return Directory.load(folder)


def load_one(folder: Path, content: Document) -> Directory:
    """Write one document to a file and load the file."""
    path = folder / "league.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return Directory.load(path)
