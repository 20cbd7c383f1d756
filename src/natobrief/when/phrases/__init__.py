"""Dates as English newspapers write them: finding and resolving phrases."""

from __future__ import annotations

from natobrief.when.phrases.finder import find, resolve_date

__all__ = ["find", "resolve_date"]
