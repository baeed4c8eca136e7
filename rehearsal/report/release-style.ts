/** What the page of a release adds to the look of our pages. Each kind of line has its own dashes: colours are not needed to tell them apart. */
export const releaseStyle = `
:root { --own: #0969da; --plan: #59636e; --other: #9a5b00; --have: #0969da; --ask: #8250df; }
@media (prefers-color-scheme: dark) { :root { --own: #4493f8; --plan: #9198a1; --other: #d29922; --have: #4493f8; --ask: #ab7df8; } }
body { max-width: 80rem; padding-inline: clamp(1rem, 3vw, 2rem); }
header { margin-bottom: .5rem; }
.about { margin: .25rem 0 .75rem; max-width: 60rem; }
.overview { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; margin: 0; padding: 0; }
.overview a { display: block; padding: .25rem .75rem; border: 1px solid var(--line); border-left: .25rem solid var(--tone, var(--line)); border-radius: .375rem; color: var(--text); text-decoration: none; }
.overview a:hover { text-decoration: underline; }
.stop { --tone: var(--fail); } .go { --tone: var(--pass); } .ask { --tone: var(--ask); } .wait { --tone: var(--dim); } .over { --tone: var(--link); }
.note { border-left: .25rem solid var(--warn); background: var(--raised); padding: .5rem .75rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 1rem; }
.card { border: 1px solid var(--line); border-top: .25rem solid var(--tone, var(--line)); border-radius: .5rem; padding: .75rem 1rem; min-width: 0; }
.card h3 { margin: 0; font-size: 1rem; color: var(--dim); font-weight: 600; }
.card .state { margin: .125rem 0 0; font-size: 1.25rem; font-weight: 600; color: var(--tone); overflow-wrap: anywhere; }
.card .place { margin: 0 0 .5rem; font-variant-numeric: tabular-nums; }
.card dl { margin: 0; } .card dl > div { display: grid; grid-template-columns: 4.5rem minmax(0, 1fr); gap: .5rem; padding: .375rem 0; border-top: 1px solid var(--line); }
.card dt { color: var(--dim); font-size: .875rem; } .card dd { margin: 0; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
.card pre { margin: .375rem 0 0; padding: .5rem .625rem; font-size: .75rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.card .stop-row { display: block; }
.card .kind { margin-top: .5rem; }
dd, .about, .decisions p { text-wrap: pretty; } .card dd .dim { font-size: .8125rem; white-space: nowrap; }
h1 { font-size: clamp(1rem, 4.2vw, 1.75rem); }
.option { display: inline-block; }
.comparisons { list-style: none; margin: .75rem 0; padding: 0; } .comparisons li { border-top: 1px solid var(--line); padding: .75rem 0; } .comparisons h3 { margin: 0 0 .5rem; font-size: 1rem; }
.comparisons dl { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: .5rem 1.5rem; margin: 0; } .comparisons dl > div { display: flex; flex-direction: column; } .comparisons dt { color: var(--dim); font-size: .875rem; } .comparisons dd { margin: 0; flex: 1; display: flex; flex-direction: column; justify-content: space-between; overflow-wrap: anywhere; }
.miss { margin: .25rem 0; color: var(--fail); }
main > section > h3 { margin-top: 1.5rem; }
.number-cell { text-align: right; white-space: nowrap; }
tbody th { font-weight: 600; }
.count-bar { display: block; width: 100%; height: .5rem; margin-top: .5rem; background: var(--raised); border: 1px solid var(--line); }
.count-bar span { display: block; height: 100%; } .count-bar .own { background: var(--own); } .count-bar .other { background: repeating-linear-gradient(135deg, var(--other) 0 3px, transparent 3px 5px); }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: .25rem 0 .75rem; padding: 0; font-size: .875rem; }
.legend svg { width: 28px; height: 10px; vertical-align: middle; }
.chart { position: relative; margin: .5rem 0 1.75rem 3.5rem; font-size: .75rem; color: var(--dim); font-variant-numeric: tabular-nums; }
.chart svg { display: block; width: 100%; height: 100%; overflow: visible; }
.tall { height: 18rem; } .low { height: 8rem; }
.chart .y { position: absolute; right: calc(100% + .5rem); transform: translateY(50%); white-space: nowrap; line-height: 1; }
.chart .x { position: absolute; top: calc(100% + .375rem); transform: translateX(-50%); white-space: nowrap; line-height: 1; }
.chart .flag { position: absolute; top: -.25rem; transform: translate(-50%, -50%); padding: 0 .375rem; border: 1px solid var(--fail); border-radius: .25rem; background: var(--back); color: var(--fail); font-weight: 600; line-height: 1.4; }
.chart .limit-text { position: absolute; right: 0; padding: 0 .25rem; transform: translateY(-.125rem); color: var(--fail); background: color-mix(in srgb, var(--back) 80%, transparent); line-height: 1.3; }
.chart path, .legend path { fill: none; vector-effect: non-scaling-stroke; }
.sign { width: 1em; height: 1em; vertical-align: -.125em; fill: var(--tone, var(--dim)); } .sign .in { fill: none; stroke: var(--back); stroke-width: 1.75; } .sign.no { --tone: var(--fail); } .comparisons .sign.over { --tone: var(--pass); }
.grid { stroke: var(--line); stroke-width: 1; opacity: .6; }
.line { stroke-width: 2; } .line.plan { stroke: var(--plan); stroke-dasharray: 6 4; } .line.naive { stroke: var(--other); stroke-dasharray: 2 3; } .line.open { stroke: var(--own); stroke-width: 2.5; }
.chart .users, .legend .users { fill: var(--have); fill-opacity: .18; stroke: var(--have); stroke-opacity: .5; stroke-width: 1; }
.mark { stroke: var(--fail); stroke-width: 2; } .limit { stroke: var(--fail); stroke-dasharray: 5 3; stroke-width: 1.5; }
.rate { stroke: var(--own); } .rate.over { stroke: var(--fail); stroke-width: 2.5; }
.strips { margin: 0 0 1rem; font-size: .75rem; line-height: 1.25rem; }
.strip { display: flex; margin: .125rem 0; } .strip .label { flex: 0 0 3rem; margin-right: .5rem; text-align: right; color: var(--dim); white-space: nowrap; }
.strip div { position: relative; flex: 1; height: 1.25rem; }
.strip .part { position: absolute; top: 0; bottom: 0; min-width: 1px; padding: 0; overflow: hidden; text-align: center; white-space: nowrap; border: 0; border-right: 1px solid var(--back); background: var(--raised); color: var(--text); opacity: 1; }
.strip .stay { background: color-mix(in srgb, var(--own) 16%, var(--back)); }
.strip .wait { background: var(--raised); } .strip .go { background: color-mix(in srgb, var(--pass) 30%, var(--back)); } .strip .over { background: color-mix(in srgb, var(--link) 16%, var(--back)); }
.strip .ask { background: repeating-linear-gradient(135deg, color-mix(in srgb, var(--ask) 26%, var(--back)) 0 6px, color-mix(in srgb, var(--ask) 14%, var(--back)) 6px 9px); }
.strip .stop { background: color-mix(in srgb, var(--fail) 30%, var(--back)); font-weight: 600; }
.rates { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: .5rem 1.5rem; }
.rates > div { min-width: 0; } .rates h4 { margin: .5rem 0 .75rem; } .rates h4 .time { white-space: normal; }
.decisions li { display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: 1rem; padding: .5rem .75rem; border-left: .25rem solid var(--tone, var(--line)); margin: .5rem 0; background: var(--raised); }
.decisions p { margin: 0; overflow-wrap: anywhere; } .decisions .when { font-size: .875rem; font-variant-numeric: tabular-nums; } .decisions .when .dim { display: block; }
.brief.instead { display: none; }
@media (max-width: 40rem) {
  h1 { font-size: clamp(1rem, 4.2vw, 1.75rem); } .comparisons dl { grid-template-columns: minmax(0, 1fr); }
  .card dl > div { grid-template-columns: 4rem minmax(0, 1fr); }
  .overview li { width: 100%; } .card { padding: .625rem .75rem; }
  .chart { margin-left: 2.75rem; } .chart .minor { display: none; } .tall { height: 14rem; }
  .strip .label { flex-basis: 2.375rem; margin-right: .375rem; } .fits-wide { display: none; } .brief.instead.fits-all { display: inline; }
  .decisions li { grid-template-columns: 1fr; gap: .25rem; } .decisions .when .dim { display: inline; }
}
@media print { details:not([open]) { display: none; } }
`;
