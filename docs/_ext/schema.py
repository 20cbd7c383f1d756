"""The JSON Schema of the file format, written into the pages and beside them."""

from __future__ import annotations

import json
from pathlib import Path

from docutils import nodes
from docutils.parsers.rst import Directive
from sphinx.application import Sphinx

from natobrief.formats.schema import json_schema

__all__ = ["setup"]


def _text() -> str:
    return json.dumps(json_schema(), indent=2, ensure_ascii=True) + "\n"


class SchemaText(Directive):
    """Show the whole schema: ``{schema}``."""

    def run(self) -> list[nodes.Node]:
        """Return one block of JSON."""
        text = _text()
        return [nodes.literal_block(text, text, language="json")]


def _write(app: Sphinx, error: Exception | None) -> None:
    """Put the schema beside the pages, to be fetched by its name."""
    if error is None and app.builder.format == "html":
        name = json_schema()["$id"].rpartition(":")[2]
        folder = Path(app.outdir) / "_static"
        (folder / f"natobrief-{name}.schema.json").write_text(_text(), encoding="utf-8")


def setup(app: Sphinx) -> dict[str, object]:
    """Register the directive."""
    app.add_directive("schema", SchemaText)
    app.connect("build-finished", _write)
    return {"parallel_read_safe": True}
