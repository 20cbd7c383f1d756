"""The style sheet of a page of records, and of a part of one in a notebook."""

from __future__ import annotations

from natobrief.formats._page.shell import palette

__all__ = ["STYLE"]

# All is below the class, so that a notebook around it keeps its own looks.
STYLE = (
    palette(".natobrief", light=" --said: #0a5d94;", dark=" --said: #7cc4f5;")
    + """
.natobrief, .natobrief * { box-sizing: border-box; }
.natobrief { background: var(--ground); color: var(--ink); overflow-wrap: anywhere;
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif; }
body.natobrief { margin: 0 auto; max-width: 46rem; padding: 2rem clamp(1rem, 5vw, 2.5rem) 4rem; }
div.natobrief { padding: 1rem; margin: .5rem 0; border: 1px solid var(--rule); border-radius: .5rem;
  max-width: 46rem; max-height: 40rem; overflow: auto; }
.natobrief h1 { font-size: clamp(1.5rem, 1.1rem + 2.2vw, 2.1rem); line-height: 1.2;
  margin: 0 0 .75rem; text-wrap: balance; }
.natobrief h2 { font-size: 1.3rem; line-height: 1.25; margin: 2.75rem 0 .75rem;
  padding-top: .75rem; border-top: 2px solid var(--ink); }
div.natobrief h1 { font-size: 1.35rem; }
div.natobrief h2 { font-size: 1.15rem; margin-top: 1.5rem; }
.natobrief h3 { font-size: 1rem; margin: 1.75rem 0 .75rem; color: var(--soft); font-weight: 600; }
.natobrief p { margin: 0 0 .25rem; }
.natobrief a { color: inherit; text-decoration-color: var(--soft); text-underline-offset: .18em; }
.natobrief a:hover { text-decoration-color: currentcolor; }
.natobrief a:focus-visible { outline: 3px solid var(--said); outline-offset: 2px; }
.natobrief cite { font-style: normal; }
.natobrief header p { color: var(--soft); font-size: .95rem; }
.natobrief nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem;
  padding: 0; margin: 1.25rem 0 0; font-size: .95rem; }
.natobrief nav a { display: inline-block; padding: .3rem 0; }
.natobrief .skip { position: absolute; inset-inline-start: -100vw; top: .5rem; padding: .5rem 1rem;
  background: var(--ink); color: var(--ground); border-radius: .25rem; }
.natobrief .skip:focus { inset-inline-start: .5rem; }
.natobrief figure { margin: 0 0 1.75rem; }
.natobrief blockquote, .natobrief .words { margin: 0; padding: .1rem 0 .1rem 1.1rem;
  color: var(--ink); border-inline-start: 4px solid var(--said);
  font: 1.125rem/1.6 Charter, Georgia, "Noto Serif", "Liberation Serif", serif; }
.natobrief .words { border-inline-start: 4px double var(--soft); font-style: italic; }
.natobrief blockquote p, .natobrief .words p { margin: 0 0 .6em; unicode-bidi: plaintext; }
.natobrief blockquote p:last-child, .natobrief .words p:last-child { margin: 0; }
.natobrief figcaption { margin: .6rem 0 0 1.35rem; font-size: .925rem; color: var(--soft); }
.natobrief strong { color: var(--ink); font-weight: 650; }
.natobrief .tag { color: var(--ink); background: var(--panel); border: 1px solid var(--rule);
  border-radius: .25rem; padding: 0 .4em; font-size: .85em; display: inline-block;
  max-width: 100%; }
.natobrief ul.entries { list-style: none; padding: 0; margin: 0; }
.natobrief ul.entries > li { padding-inline-start: 1.1rem; margin-bottom: 1.25rem;
  border-inline-start: 2px solid var(--rule); }
.natobrief ol.entries { padding-inline-start: 2rem; margin: 0; }
.natobrief ol.entries > li { margin-bottom: .9rem; }
.natobrief .label { color: var(--soft); margin-bottom: .75rem; }
.natobrief li p { font-size: .95rem; color: var(--soft); }
.natobrief li p.first { font-size: 1rem; color: var(--ink); }
.natobrief li blockquote { margin: .5rem 0; font-size: 1.05rem; }
.natobrief li p.label { margin: .75rem 0 .25rem; font-weight: 600; font-size: .875rem; }
.natobrief li li { font-size: .925rem; }
.natobrief li ul.entries > li { margin-bottom: .75rem; }
.natobrief blockquote p, .natobrief .words p { font-size: inherit; color: inherit; }
.natobrief table { border-collapse: collapse; font-size: .925rem; margin: 0; }
.natobrief th, .natobrief td { padding: .4rem 1rem .4rem 0; text-align: start; vertical-align: top;
  overflow-wrap: break-word; min-width: 5rem; background: none;
  border-bottom: 1px solid var(--rule); }
.natobrief :target { outline: 3px solid var(--said); outline-offset: .4rem; }
@media print {
  .natobrief { font-size: 10.5pt; }
  body.natobrief { padding: 0; max-width: none; }
  .natobrief nav, .natobrief .skip { display: none; }
  .natobrief h2, .natobrief h3, .natobrief .label, .natobrief .first { break-after: avoid; }
  .natobrief figure, .natobrief ol.entries > li { break-inside: avoid; }
  .natobrief p { orphans: 3; widows: 3; }
  div.natobrief { max-height: none; }
}
"""
)
