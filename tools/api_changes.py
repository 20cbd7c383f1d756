"""Name what the public interface lost or changed since the last released version.

It compares with the newest tag, so it has nothing to say in a copy without tags.
"""

from __future__ import annotations

import subprocess
import sys


def main() -> int:
    """Compare, and return what the process ends with."""
    tag = newest_tag()
    if tag is None:
        print("griffe check: skipped, there is no released version (no tag) to compare with")
        return 0
    command = [sys.executable, "-m", "griffe", "check", "natobrief", "-s", "src", "-a", tag]
    return subprocess.run(command, check=False).returncode


def newest_tag() -> str | None:
    """Return the newest tag behind this version, or None when there is none, or no git."""
    try:
        done = subprocess.run(
            ["git", "describe", "--tags", "--abbrev=0"], capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        return None
    return done.stdout.strip() or None


if __name__ == "__main__":
    sys.exit(main())
