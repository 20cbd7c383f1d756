"""The style sheet of the highlighted view."""

from __future__ import annotations

from natobrief.formats._page.shell import palette

__all__ = ["STYLE"]

# Each kind differs in its line as well as in its colour, so it holds without colours and on paper.
# The colours are those that people with any kind of colour blindness tell apart.
_LIGHT = """
  --quote: #0a5d94; --quote-bg: #dcecf8;
  --meeting: #00684d; --meeting-bg: #d9f1e8;
  --date: #8a3a68; --date-bg: #f8e4ef;
  --speaker: #a34300; --speaker-bg: #fbe9d9;
  --doubt: #b00020;"""
_DARK = """
    --quote: #7cc4f5; --quote-bg: #14344b;
    --meeting: #5fd6b1; --meeting-bg: #0d3a2e;
    --date: #f0a6cd; --date-bg: #47243a;
    --speaker: #ffb27a; --speaker-bg: #4a2a12;
    --doubt: #ff8a96;"""

STYLE = (
    palette(":root", light=_LIGHT, dark=_DARK)
    + """
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 3rem) 9rem; max-width: 76rem;
  background: var(--ground); color: var(--ink);
  font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif;
  overflow-wrap: anywhere;
}
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1rem; margin: 0 0 .5rem; }
h3 { font-size: .95rem; margin: 1.25rem 0 .25rem; }
header { border-bottom: 1px solid var(--rule); margin-bottom: 1.5rem; }
header p, header ul { color: var(--soft); margin: .25rem 0 .5rem; font-size: .9rem; }
a { color: inherit; text-underline-offset: .15em; }
.columns { display: grid; grid-template-columns: minmax(0, 42rem) minmax(15rem, 1fr); gap: 3rem; }
article { font: 1.0625rem/1.85 Charter, Georgia, "Noto Serif", "Liberation Serif", serif; }
article p { margin: 0 0 1em; white-space: pre-wrap; }
aside { font-size: .875rem; line-height: 1.5; }
aside section { background: var(--panel); padding: 1rem; border-radius: .5rem;
  margin-bottom: 1rem; }
.plain { list-style: none; padding: 0; margin: 0; }
.plain li { margin-bottom: .5rem; }
.doubts { padding-left: 1.25rem; margin: 0; }
.doubts li { margin-bottom: .75rem; }
.reasons { border-top: 1px solid var(--rule); margin-top: 2rem; padding-top: 1.25rem;
  font-size: .875rem; color: var(--soft); }
.reasons h2, .reasons h3 { color: var(--ink); }
.reasons ul { margin: 0; padding-left: 1.25rem; }
code { font-size: .9em; color: var(--soft); }
li:target { outline: 2px solid var(--doubt); outline-offset: 3px; }
mark { background: none; color: inherit; border-radius: .15em; padding: .1em 0;
  -webkit-box-decoration-break: clone; box-decoration-break: clone;
  text-decoration-thickness: .1em; text-underline-offset: .22em; text-decoration-skip-ink: none; }
mark:where(.detail:not(.quote, .reported)) { text-decoration: underline dotted var(--soft); }
mark.reported { text-decoration: underline dashed var(--quote); }
mark.quote { background: var(--quote-bg); }
mark.meeting { background: var(--meeting-bg); text-decoration: underline double var(--meeting); }
mark.date { background: var(--date-bg); box-shadow: 0 0 0 1px var(--date); text-decoration: none; }
mark.speaker { font-weight: 650; color: var(--speaker); text-decoration: underline var(--speaker); }
mark.doubt { text-decoration: underline wavy var(--doubt); }
span:target + mark, span:target + span + mark { outline: 3px solid var(--doubt); }
mark[data-why] { cursor: help; }
mark[data-why]:focus { outline: 3px solid var(--ink); outline-offset: 1px; }
mark[data-why]:hover::after, mark[data-why]:focus::after {
  content: attr(data-why);
  position: fixed; z-index: 2; left: 50%; bottom: 1rem; transform: translateX(-50%);
  width: min(44rem, calc(100vw - 2rem)); max-height: 45vh; overflow: hidden;
  padding: .75rem 1rem; border-radius: .5rem; white-space: pre-line;
  background: var(--ink); color: var(--ground); box-shadow: 0 .25rem 1.25rem rgb(0 0 0 / .35);
  font: 400 .875rem/1.45 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif;
  text-decoration: none;
}
article:has(mark:hover) mark:focus:not(:hover)::after { content: none; }
@media (max-width: 52rem) {
  .columns { grid-template-columns: minmax(0, 1fr); gap: 1.5rem; }
}
@media print {
  :root { --ground: #fff; --ink: #000; --soft: #333; --quote: #000; --meeting: #000;
    --date: #000; --speaker: #000; --doubt: #000; }
  body { padding: 0; max-width: none; font-size: 10pt; }
  .columns { display: block; }
  mark.quote { text-decoration: underline solid; text-decoration-thickness: .05em; }
  h3 { break-after: avoid; }
  aside section { border: 1px solid #999; break-inside: avoid; }
}
"""
)
