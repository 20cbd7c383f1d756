"""The help of every command of the shell, taken from the parsers: ``{shell-commands}``."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import cast

from docutils import nodes
from docutils.parsers.rst import Directive
from sphinx.application import Sphinx

from natobrief.cli.parser import build

__all__ = ["setup"]

_WIDTH = 80


class ShellCommands(Directive):
    """A section for each command, with its help as the command prints it."""

    def run(self) -> list[nodes.Node]:
        """Ask every parser for its help."""
        return [_section(parser) for parser in _parsers(build())]


def _parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for action in parser._actions:  # noqa: SLF001 - argparse has no other way to its subcommands
        below: object = action.choices
        if isinstance(below, dict):
            for each in cast("dict[str, argparse.ArgumentParser]", below).values():
                yield from _parsers(each)


def _section(parser: argparse.ArgumentParser) -> nodes.section:
    name = parser.prog
    section = nodes.section("", ids=[name.replace(" ", "-")])
    section += nodes.title("", "", nodes.literal(name, name))
    text = _help(parser)
    section += nodes.literal_block(text, text, language="text")
    return section


def _help(parser: argparse.ArgumentParser) -> str:
    def formatter(prog: str) -> argparse.HelpFormatter:
        return argparse.RawDescriptionHelpFormatter(prog, max_help_position=30, width=_WIDTH)

    parser.formatter_class = formatter
    return parser.format_help().rstrip()


def setup(app: Sphinx) -> dict[str, bool]:
    """Add the directive to Sphinx."""
    app.add_directive("shell-commands", ShellCommands)
    return {"parallel_read_safe": True}
