"""The ``natobrief`` command: ``read``, ``query``, ``convert``, ``check`` and ``directory``.

Each command is a module with a function ``run``, which is imported when the command is given, so
that ``natobrief --help`` loads none of the library.
"""

from __future__ import annotations

from natobrief.cli.app import main

__all__ = ["main"]
