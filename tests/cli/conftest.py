"""Files that the command is tried on."""

from __future__ import annotations

from pathlib import Path

import pytest

import natobrief as nb
from tests.cli.shell import COUNCIL


@pytest.fixture(scope="session")
def brief() -> nb.Brief:
    return nb.read(COUNCIL.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def brief_file(brief: nb.Brief, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("briefs") / "brief.json"
    nb.dump(brief, path)
    return path
