/** The look of our pages: GitHub's summary at home in light and dark, readable from 390 px up. */
export const style = `
:root { color-scheme: light dark; --text: #1f2328; --dim: #59636e; --line: #d1d9e0; --back: #fff; --raised: #f6f8fa; --pass: #1a7f37; --fail: #cf222e; --warn: #7d4e00; --link: #0969da; }
@media (prefers-color-scheme: dark) { :root { --text: #f0f6fc; --dim: #9198a1; --line: #3d444d; --back: #0d1117; --raised: #151b23; --pass: #3fb950; --fail: #f85149; --warn: #d29922; --link: #4493f8; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 4rem; background: var(--back); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
header { border-bottom: 1px solid var(--line); margin-bottom: 1.5rem; padding-bottom: 1rem; }
h1 { margin: 0; font-size: 1.75rem; overflow-wrap: anywhere; }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
.kind { margin: 0; color: var(--dim); font-size: .875rem; }
.badge { display: inline-block; margin: .5rem 0 0; padding: .125rem .625rem; border: 1px solid currentColor; border-radius: 1rem; font-weight: 600; }
.pass { color: var(--pass); } .fail { color: var(--fail); }
.summary { border: 1px solid var(--line); border-radius: .5rem; padding: 0 1rem; overflow-wrap: break-word; }
.summary h2 { font-size: 1.375rem; margin-top: 1rem; }
.scroll { overflow-x: auto; margin: .75rem 0; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { border: 1px solid var(--line); padding: .375rem .75rem; text-align: left; vertical-align: top; max-width: 32rem; overflow-wrap: break-word; }
td[align=right], th[align=right] { text-align: right; }
tbody tr:nth-child(even) { background: var(--raised); }
code, pre { font: .875em/1.45 ui-monospace, monospace; }
code { background: var(--raised); border-radius: .25rem; padding: .1em .3em; overflow-wrap: anywhere; }
.scroll table:not(.pairs) code { white-space: nowrap; }
pre { background: var(--raised); border-radius: .5rem; padding: 1rem; overflow-x: auto; }
pre code { background: none; padding: 0; }
details > summary { cursor: pointer; padding: .25rem 0; }
.annotations { list-style: none; padding: 0; }
.annotations li { border-left: .25rem solid; padding: .25rem .75rem; margin: .5rem 0; background: var(--raised); overflow-wrap: anywhere; }
.annotations .error { border-color: var(--fail); } .annotations .warning { border-color: var(--warn); } .annotations .notice { border-color: var(--link); }
.text { white-space: pre-wrap; }
.nothing { color: var(--dim); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
`;
