"""How the pages are built: ``make docs``, every warning an error, nothing fetched from outside."""

from __future__ import annotations

import enum
import inspect
import os
import sys
import typing
from collections.abc import Mapping
from pathlib import Path

import attrs
from docutils import nodes
from docutils.parsers.rst import Directive
from docutils.statemachine import StringList
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.pycode import ModuleAnalyzer
from sphinx.util import logging

import natobrief

sys.path.insert(0, str(Path(__file__).parent))  # for what stands in _ext

project = "natobrief"
author = "the natobrief authors"
project_copyright = "2026, the natobrief authors"
version = release = natobrief.__version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.doctest",
    "sphinx.ext.intersphinx",
    "sphinx.ext.napoleon",
    "sphinx_autodoc_typehints",
    "sphinx_copybutton",
    "sphinx_gallery.gen_gallery",
    "_ext.facts",
    "_ext.pictures",
    "_ext.rules",
    "_ext.schema",
    "_ext.shell",
    "_ext.tables",
]
exclude_patterns = ["_build", "gallery/*.ipynb", "gallery/*.py"]

html_theme = "furo"
html_title = "natobrief"
html_static_path = ["_static"]
html_css_files = ["pages.css"]
html_show_sourcelink = False

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "none"  # sphinx-autodoc-typehints writes them into the text
typehints_fully_qualified = False
always_use_bars_union = True
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_custom_sections = [("Attributes", "Parameters")]  # so that they show their types

copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

doctest_global_setup = "import natobrief as nb\nfrom natobrief import *"

# Small inventories made by hand. The pages of others are asked only when somebody wants it.
_online = None if os.environ.get("NATOBRIEF_DOCS_ONLINE") else ""
intersphinx_mapping = {
    "python": ("https://docs.python.org/3", _online or "_inv/python.txt"),
    "attrs": ("https://www.attrs.org/en/stable", _online or "_inv/attrs.txt"),
}
nitpick_ignore = [
    # pendulum publishes no inventory.
    ("py:class", "pendulum.Date"),
    ("py:class", "pendulum.DateTime"),
    ("py:class", "pendulum.date.Date"),
    ("py:class", "pendulum.datetime.DateTime"),
    ("py:class", "cattrs.converters.Converter"),
    # Classes of extras.
    ("py:class", "matplotlib.axes._axes.Axes"),
    ("py:class", "hypothesis.strategies.SearchStrategy"),
]
# What a query is made of inside, and type variables and protocols of the room: not for users.
nitpick_ignore_regex = [
    ("py:class", r"natobrief\.query\.(criteria|context|moments)\..*"),
    ("py:class", r"natobrief\.query\.selection\.Keep"),
]

sphinx_gallery_conf = {
    "examples_dirs": "../examples",
    "gallery_dirs": "gallery",
    "filename_pattern": r"\.py$",
    "download_all_examples": False,
    "default_thumb_file": str(Path(__file__).parent / "_static" / "printed.png"),
    "image_scrapers": ("matplotlib",),
    "capture_repr": (),
    "reset_modules": (),
    "remove_config_comments": True,
    "show_memory": False,
    "min_reported_time": 3600,
    "write_computation_times": False,
    "abort_on_example_error": True,
    "within_subsection_order": "FileNameSortKey",
    "backreferences_dir": None,
}


class Room(Directive):
    """Explain every public name of a room: ``{room} when``."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Hand one autodoc directive for each name to the parser."""
        # The pages are Markdown, and autodoc speaks reStructuredText.
        lines = ["```{eval-rst}", ".. py:currentmodule:: natobrief", ""]
        for name in natobrief._ROOMS.get(self.arguments[0], ()):
            lines += [*_autodoc(name), ""]
        lines.append("```")
        here = nodes.Element()
        self.state.nested_parse(StringList(lines, source=__file__), self.content_offset, here)
        return here.children


def _autodoc(name: str) -> list[str]:
    thing = getattr(natobrief, name)
    if inspect.isroutine(thing):
        return [f".. autofunction:: {name}"]
    if not inspect.isclass(thing):
        return [f".. py:data:: {name}", "", *(f"   {line}" for line in _beside(name))]
    kind = "autoexception" if issubclass(thing, Exception) else "autoclass"
    lines = [f".. {kind}:: {name}", "   :members:"]
    if issubclass(thing, enum.Enum):
        lines.append("   :undoc-members:")
    elif not issubclass(thing, Exception):
        own = " Mapping" if Mapping in thing.__mro__ else ""  # leave out what a mapping brings
        lines.append(f"   :inherited-members:{own}")
    if attrs.has(thing):
        # The types as kept. Those of attrs' own __init__ are texts from the converters' modules,
        # which can't be read from here.
        thing.__init__.__annotations__ = {**typing.get_type_hints(thing), "return": None}
    return lines


def _beside(name: str) -> list[str]:
    """Return the explanation that stands in the source below a constant or an alias."""
    for module in sorted(sys.modules):
        if module.startswith(f"natobrief.{natobrief._HOME[name]}"):
            lines = ModuleAnalyzer.for_module(module).find_attr_docs().get(("", name))
            if lines:
                return lines
    return []


def keep_colons(
    app: Sphinx, what: str, name: str, thing: object, options: object, lines: list[str]
) -> None:
    """Keep napoleon from taking "All records: quotes first" for a type and its description."""
    if what in {"attribute", "data", "property"}:
        lines[:0] = ["..", ""]  # an empty comment stands where napoleon looks for the type


def end_field_lists(
    app: Sphinx, what: str, name: str, thing: object, options: object, lines: list[str]
) -> None:
    """Put the blank line between a return type and an example that typehints forgets."""
    for index in reversed(range(1, len(lines))):
        if lines[index].startswith(">>> ") and lines[index - 1].startswith(":rtype:"):
            lines.insert(index, "")


def without_last_line(app: Sphinx, doctree: nodes.document) -> None:
    """Leave out the blank line that ends a doctest in a Markdown page."""
    for block in doctree.findall(nodes.literal_block):
        if len(block) == 1 and isinstance(block[0], nodes.Text):
            # Only a block that equals its source is highlighted.
            is_plain, text = block.rawsource == block.astext(), block.astext().rstrip()
            block[0] = nodes.Text(text)
            block.rawsource = text if is_plain else block.rawsource


def public_name(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: nodes.TextElement
) -> nodes.Element | None:
    """Resolve where a class stands in the source to the public name that the pages explain."""
    path = str(node.get("reftarget", "")).split(".")
    if path[0] != "natobrief" or path[-1] not in natobrief.__all__ or len(path) < 3:
        return None
    found = env.domains.python_domain.resolve_any_xref(
        env, str(node.get("refdoc")), app.builder, f"natobrief.{path[-1]}", node, contnode
    )
    return found[0][1] if found else None


def every_name_is_explained(app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of a public name that no page explains."""
    explained = env.domains.python_domain.objects
    for name in natobrief._HOME:
        if f"natobrief.{name}" not in explained:
            logging.getLogger(__name__).warning("no page explains natobrief.%s", name)


def setup(app: Sphinx) -> None:
    """Register what this file adds to Sphinx."""
    app.add_directive("room", Room)
    app.connect("autodoc-process-docstring", keep_colons, priority=400)  # napoleon has 500
    app.connect("autodoc-process-docstring", end_field_lists, priority=900)
    app.connect("env-check-consistency", every_name_is_explained)
    app.connect("doctree-read", without_last_line)
    app.connect("missing-reference", public_name)
