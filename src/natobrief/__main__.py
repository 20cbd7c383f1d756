"""``python -m natobrief`` is the ``natobrief`` command."""

from __future__ import annotations

import sys

from natobrief.cli import main

__all__: list[str] = []

if __name__ == "__main__":
    sys.exit(main())
