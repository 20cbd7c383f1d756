"""What else can be installed for the same tasks. Each that is missing says why in one sentence."""

from __future__ import annotations

import importlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

__all__ = ["compromise", "dateparser_search", "regex_quotes", "regex_reported", "textacy_sentence"]

Row = dict[str, Any]

_MARKED = re.compile(r"“([^”\n]+)”|\"([^\"\n]+)\"")
_BEFORE = re.compile(r"([A-Z]\w+(?: [A-Z]\w+)*) said[,:]? $")
_AFTER = re.compile(r" (?:said ([A-Z]\w+(?: [A-Z]\w+)*)|([A-Z]\w+(?: [A-Z]\w+)*) said)")
_SAID_THAT = re.compile(r"([A-Z]\w+(?: [A-Z]\w+)*) said that ([^.!?\n]+)")


def regex_quotes(text: str) -> list[Row]:
    """Take all between two marks, and the name beside "said"."""
    found: list[Row] = []
    for m in _MARKED.finditer(text):
        near = _AFTER.match(text, m.end()) or _BEFORE.search(
            text[max(m.start() - 60, 0) : m.start()]
        )
        speaker = next(filter(None, near.groups()), None) if near else None
        found.append({"start": m.start(), "end": m.end(), "speaker": speaker})
    return found


def regex_reported(text: str) -> list[Row]:
    """Take the rest of the sentence behind "X said that"."""
    return [
        {"start": m.start(2), "end": m.end(2), "speaker": m[1]} for m in _SAID_THAT.finditer(text)
    ]


VERSION = "14.17.0"
_SCRIPT = """
const nlp = require('compromise')
const lines = require('fs').readFileSync(0, 'utf8').split('\\n').filter(line => line)
for (const line of lines) {
  const text = JSON.parse(line)
  const found = nlp(text).quotations().json({ offset: true, terms: false })
  const at = offset => Array.from(text.slice(0, offset)).length
  const spans = found.map(({ offset }) => [at(offset.start), at(offset.start + offset.length)])
  console.log(JSON.stringify(spans))
}
"""


def compromise(texts: list[str]) -> list[list[Row]] | str:
    """Return the quotations that compromise (npm) finds in each text, or why there are none."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return "compromise: left out, since there is no node and npm here"
    folder = Path(sys.prefix) / "compromise"  # the environment's folder is no part of the project
    if not (folder / "node_modules" / "compromise").exists():
        folder.mkdir(exist_ok=True)
        install = [npm, "install", "--no-audit", "--no-fund", f"compromise@{VERSION}"]
        if subprocess.run(install, cwd=folder, capture_output=True, check=False).returncode:
            return "compromise: left out, since npm could not install it"
    lines = "\n".join(map(json.dumps, texts))
    done = subprocess.run(
        [node, "-e", _SCRIPT],
        input=lines,
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        return f"compromise: left out, since it failed: {done.stderr.strip().splitlines()[-1]}"
    spans = [json.loads(line) for line in done.stdout.splitlines()]
    return [[{"start": start, "end": end} for start, end in each] for each in spans]


def textacy_sentence() -> str:
    """Say why textacy is not measured here."""
    return (
        "textacy: left out, since its quotations need a trained spaCy parser, and none for English "
        "can be installed from PyPI"
    )


def dateparser_search() -> Callable[[str], object] | str:
    """Return dateparser's search with English fixed, or why there is none."""
    try:
        search = importlib.import_module("dateparser.search")
    except ImportError:
        return "dateparser: not installed (pip install 'natobrief[benchmarks]')"
    return lambda text: search.search_dates(text, languages=["en"])
