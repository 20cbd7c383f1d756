"""How the pages are built: ``make docs``, every warning an error, nothing fetched from outside."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from docutils import nodes
from docutils.nodes import Element
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

import natobrief

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "_ext"))

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
    "rooms",
]
exclude_patterns = ["_build", "_ext", "gallery/*.ipynb", "gallery/*.py"]
# The build itself says what is new; a page that changed for its date alone helps nobody.
html_last_updated_fmt = None

html_theme = "furo"
html_title = "natobrief"
html_static_path = ["_static"]
html_show_sourcelink = False

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "none"  # sphinx-autodoc-typehints writes them into the text
typehints_fully_qualified = False
always_use_bars_union = True
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True

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
]

sphinx_gallery_conf = {
    "examples_dirs": "../examples",
    "gallery_dirs": "gallery",
    "filename_pattern": r"\.py$",
    "download_all_examples": False,
    "image_scrapers": (),
    "reset_modules": (),
    "reset_argv": "rooms.no_arguments",
    "remove_config_comments": True,
    "show_memory": False,
    "min_reported_time": 3600,
    "write_computation_times": False,
    "abort_on_example_error": True,
    "within_subsection_order": "FileNameSortKey",
    "backreferences_dir": None,
}


def public_name(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: Element
) -> nodes.reference | None:
    """Resolve where a class stands in the source to the public name that the pages explain."""
    target = str(node.get("reftarget", ""))
    last = target.rpartition(".")[2]
    if not target.startswith("natobrief.") or last not in natobrief.__all__:
        return None
    found = env.domains.python_domain.resolve_any_xref(
        env, str(node.get("refdoc")), app.builder, f"natobrief.{last}", node, contnode
    )
    return found[0][1] if found else None


def setup(app: Sphinx) -> None:
    """Register what this file adds to Sphinx."""
    app.connect("missing-reference", public_name)
