"""Check that every public name of the built wheel has a full type.

Builds the wheel, installs it in a clean environment, and lets pyright look at what a user would
get. It has to be that way round: run next to the sources, pyright says 0 % without a word why.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Check, and return what the process ends with."""
    with tempfile.TemporaryDirectory() as folder:
        environment = installed_wheel(Path(folder))
        empty = Path(folder) / "empty"
        empty.mkdir()
        report = look(environment, empty)
    faults = [
        f"{symbol['name']}: {diagnostic['message']}"
        for symbol in report["symbols"]
        if symbol["isExported"]
        for diagnostic in symbol["diagnostics"]
        if diagnostic["severity"] == "error"
    ]
    known = report["exportedSymbolCounts"]["withKnownType"]
    score = report["completenessScore"]
    print("\n".join(faults))
    print(f"verifytypes: {known} public symbols, {score:.2%} with a known type")
    return 0 if known > 0 and score == 1 else 1


def installed_wheel(folder: Path) -> Path:
    """Build the wheel and return a new environment with it and what it needs, and no more."""
    run(sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", folder, ROOT)
    (wheel,) = folder.glob("*.whl")
    environment = folder / "environment"
    venv.create(environment, with_pip=True)
    python = environment / "bin" / "python"
    run(python, "-m", "pip", "install", "-q", "-c", ROOT / "constraints.txt", wheel)
    return environment


def look(environment: Path, folder: Path) -> dict[str, Any]:
    """Run pyright in a folder where no source is in sight, and return its report."""
    path = os.pathsep.join([str(environment / "bin"), os.environ.get("PATH", "")])
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pyright", "--outputjson"),
            *("--verifytypes", "natobrief", "--ignoreexternal"),
        ],
        cwd=folder,
        env={**os.environ, "PATH": path, "VIRTUAL_ENV": str(environment)},
        capture_output=True,
        text=True,
        check=False,  # it ends with 1 whenever there is a fault; the report tells
    )
    report: dict[str, Any] = json.loads(done.stdout)["typeCompleteness"]
    return report


def run(*command: str | Path) -> None:
    """Run a command, and show what it said only when it fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    sys.exit(main())
