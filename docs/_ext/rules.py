"""The rules of the reader with their examples, and its word lists.

Every example is read when the page is built. One that doesn't give what its rule says is a
warning, and so ends ``make docs``; so is a layer or a list that no page shows.
"""

from __future__ import annotations

import re

import attrs
from docutils import nodes
from docutils.parsers.rst import Directive
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

import natobrief as nb
from natobrief.reader.catalogue import told

from .tables import _Code, _Exact, _Row, _table

__all__ = ["setup"]

_SHOWN = "natobrief layers"
_LOG = logging.getLogger(__name__)


class Rules(Directive):
    """The rules of one layer, each with its example read: ``{reader-rules} reported``."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Read the example of every rule of the layer."""
        layer = nb.Layer(self.arguments[0])
        env: BuildEnvironment = self.state.document.settings.env
        env.metadata[env.docname].setdefault(_SHOWN, []).append(layer.value)
        rows = [_row(rule) for rule in nb.rules() if rule.layer is layer]
        return [_table(("Rule", "What it does", "In this text", "it finds"), rows)]


def _row(rule: nb.Rule) -> _Row:
    found = told(rule, nb.read(rule.example))
    if found != rule.finds:
        _LOG.warning("the rule %s finds %r in its example, not %r", rule.id, found, rule.finds)
    return (
        _Code(rule.id),
        rule.sentence,
        _Exact(rule.example.replace("\n", " ¶ ")),
        _Exact(found or ""),
    )


class WordLists(Directive):
    """The lists of the lexicon, each with its words: ``{word-lists}``."""

    def run(self) -> list[nodes.Node]:
        """List them."""
        about = _about()
        lexicon = nb.Lexicon()
        rows: list[_Row] = []
        for field in attrs.fields(nb.Lexicon):
            words: tuple[str, ...] = getattr(lexicon, field.name)
            rows.append((_Code(field.name), about[field.name], ", ".join(words)))
        return [_table(("List", "What it holds", "Words"), rows)]


def _about() -> dict[str, str]:
    """Return what the docstring of the lexicon says about each list."""
    rows = re.findall(r"(?m)^ {8}(\w+): (.+(?:\n {12}.+)*)", nb.Lexicon.__doc__ or "")
    return {name: " ".join(text.replace("``", "").split()) for name, text in rows}


def every_layer_is_shown(_app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of a layer of rules that no page lists."""
    shown = {layer for page in env.metadata.values() for layer in page.get(_SHOWN, ())}
    for layer in sorted({layer.value for layer in nb.Layer} - shown):
        _LOG.warning("no page lists the rules of the layer %r", layer)


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directives."""
    app.add_directive("reader-rules", Rules)
    app.add_directive("word-lists", WordLists)
    app.connect("env-check-consistency", every_layer_is_shown)
    return {"parallel_read_safe": False, "parallel_write_safe": True}
