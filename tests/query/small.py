"""A directory of four people and two posts, in which two people share a name."""

from __future__ import annotations

import functools
import json
import tempfile
from pathlib import Path

from natobrief.directory import Directory
from natobrief.when import Period
from tests.query.oracle import World

__all__ = ["DOCUMENT", "WORLD", "directory"]

DOCUMENT = {
    "directory": "1",
    "cut_off": "2022-12-31",
    "sources": {"1": "made up"},
    "people": [
        {"id": "ann", "name": "Ann Lee", "names": ["A. Lee", "Lee"], "sources": [1]},
        {"id": "lee", "name": "Lee Ann", "names": ["Lee"], "sources": [1]},
        {"id": "ben", "name": "Ben Ode", "sources": [1]},
        {"id": "dot", "name": "Dot Day", "sources": [1]},
    ],
    "organizations": [
        {"id": "board", "name": "Board", "sources": [1]},
    ],
    "posts": [
        {"id": "speaker", "name": "Speaker", "of": "board", "sources": [1]},
    ],
    "tenures": [
        {"post": "speaker", "holder": "ann", "period": "2020/2022-01-10", "sources": [1]},
        {"post": "speaker", "holder": "lee", "period": "2022-01-10/..", "sources": [1]},
    ],
}

WORLD = World(
    bearers={
        "ann lee": {"ann"},
        "a. lee": {"ann"},
        "lee": {"ann", "lee"},
        "lee ann": {"lee"},
        "ben ode": {"ben"},
        "dot day": {"dot"},
        "board": {"board"},
        "speaker": {"speaker"},
    },
    held={
        "speaker": [
            ("ann", Period.parse("2020/2022-01-10")),
            ("lee", Period.parse("2022-01-10/[2022-12-31..]")),
        ]
    },
)


@functools.cache
def directory() -> Directory:
    """Return the directory."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "small.json"
        path.write_text(json.dumps(DOCUMENT), encoding="utf-8")
        return Directory.load(path)
