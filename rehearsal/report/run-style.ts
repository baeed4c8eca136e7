/** What the page of a run adds to the look of our pages. */
export const runStyle = `
h3 { font-size: 1.0625rem; margin: 1.25rem 0 .5rem; } h4 { font-size: .9375rem; margin: 1rem 0 .25rem; }
a { color: var(--link); text-underline-offset: .15em; }
.dim, .time { color: var(--dim); } .time { font-size: .875rem; font-weight: 400; font-variant-numeric: tabular-nums; white-space: nowrap; }
.tag { border: 1px solid var(--line); border-radius: 1rem; padding: 0 .5rem; font-size: .75rem; color: var(--dim); white-space: nowrap; }
ol { list-style: none; margin: 0; padding: 0; }
.timeline li { display: grid; grid-template-columns: minmax(8rem, 18rem) 1fr auto; gap: .75rem; align-items: center; padding: .25rem 0; }
.timeline .job { overflow-wrap: anywhere; color: var(--text); text-decoration: none; } .timeline .job:hover { text-decoration: underline; }
.timeline .bar { order: 1; } .timeline .time { order: 2; min-width: 5rem; text-align: right; }
.timeline .one .job { color: var(--dim); font-size: .875rem; padding-left: 1.75rem; } .timeline .one .bar { height: .5rem; } .timeline .one { padding: 0; }
.plain-list { padding-left: 1.25rem; } .plain-list li { margin: .25rem 0; overflow-wrap: anywhere; }
.bar { position: relative; display: block; height: 1rem; border-radius: .25rem; background: var(--raised); overflow: hidden; }
.part { position: absolute; top: 0; bottom: 0; min-width: 2px; border-right: 1px solid var(--back); background: currentColor; opacity: .85; }
.scale { display: flex; justify-content: space-between; margin-left: calc(18rem + .75rem); margin-right: calc(5rem + .75rem); }
.steps { border-left: 1px solid var(--line); padding-left: .75rem; }
.steps summary, .plain { display: flex; flex-wrap: wrap; gap: .25rem .5rem; align-items: baseline; margin: 0; padding: .25rem 0; }
.plain { padding-left: 1rem; } .steps summary::before { content: '▸'; color: var(--dim); width: .5rem; } .steps details[open] > summary::before { content: '▾'; }
.name { overflow-wrap: anywhere; min-width: 0; } .steps .time { margin-left: auto; }
.excerpt { margin: .5rem 0 .25rem; padding: .5rem .75rem; background: var(--back); border: 1px solid var(--line); }
mark { background: color-mix(in srgb, var(--fail) 18%, transparent); color: inherit; } .warning mark { background: color-mix(in srgb, var(--warn) 20%, transparent); } .notice mark { background: color-mix(in srgb, var(--link) 18%, transparent); }
.number { color: var(--dim); display: inline-block; min-width: 2.5ch; text-align: right; user-select: none; }
.summary + .summary { margin-top: 1rem; }
@media (max-width: 40rem) {
  .timeline li { grid-template-columns: 1fr auto; gap: .125rem .75rem; } .timeline .bar { grid-column: 1 / -1; order: 3; }
  .scale { margin: 0; }
  h1 { font-size: 1.5rem; } pre { padding: .75rem; font-size: .75rem; }
}
`;
