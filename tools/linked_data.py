"""Write the context of linked data and the page of its words, which follow from the classes."""

from __future__ import annotations

from pathlib import Path

from natobrief.formats._rdf.context import context_text, terms_page

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Write the files anew."""
    docs = ROOT / "docs" / "reference"
    for path in (ROOT / "src" / "natobrief" / "formats" / "data", docs):
        (path / "context.jsonld").write_text(context_text(), encoding="utf-8")
    (docs / "linked-data-terms.md").write_text(terms_page(), encoding="utf-8")


if __name__ == "__main__":
    main()
