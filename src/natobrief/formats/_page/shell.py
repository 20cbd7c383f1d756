"""What every page of HTML has: a head that loads nothing, escaped text, colours."""

from __future__ import annotations

__all__ = ["document", "escaped", "palette"]

_NOTHING_LOADED = (
    '<meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
)

_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\r": "&#13;"}
)

_LIGHT = "--ground: #fff; --ink: #1c1c1c; --soft: #595959; --rule: #cfcfcf; --panel: #f6f6f4;"
_DARK = "--ground: #16181b; --ink: #e8e8e6; --soft: #a9a9a9; --rule: #45484d; --panel: #202327;"


def escaped(text: str) -> str:
    """Write text so that a browser reads the same again: a lone carriage return, too.

    >>> from natobrief.formats._page.shell import escaped
    >>> escaped("<b> & 'c'")
    '&lt;b&gt; &amp; &#39;c&#39;'
    """
    return text.translate(_ESCAPES)


def palette(selector: str, *, light: str = "", dark: str = "") -> str:
    """Return the colours of a page or of a part of one, by day, at night and on paper.

    Args:
        selector: What has them.
        light: Declarations beside the common ones.
        dark: Those that stand for them where people prefer a dark screen.
    """
    return f"""
{selector} {{ color-scheme: light dark;
  {_LIGHT}{light}
}}
@media screen and (prefers-color-scheme: dark) {{
  {selector} {{
    {_DARK}{dark}
  }}
}}
"""


def document(title: str, style: str, body: str) -> str:
    """Return a whole page; the title is escaped here, the body already is."""
    return "\n".join(
        [
            "<!doctype html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            _NOTHING_LOADED,
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escaped(title)}</title>",
            f"<style>{style}</style>",
            "</head>",
            body,
            "</html>\n",
        ]
    )
