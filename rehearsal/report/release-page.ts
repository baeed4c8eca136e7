import { escapeHtml, renderPairs, section } from './parts.ts';
import { nameOf, renderCards, renderOverview } from './release-cards.ts';
import { renderComparisons } from './release-comparisons.ts';
import { renderExposure, renderRates } from './release-charts.ts';
import { renderActs, renderDecisions, renderLedgers, renderRuns } from './release-history.ts';
import { releaseStyle } from './release-style.ts';
import { renderExposureTable, renderRatesTable } from './release-tables.ts';
import type { ReleaseView, StoryView } from './release-view.ts';
import { tellTime } from './release-words.ts';
import { runStyle } from './run-style.ts';
import { style } from './style.ts';

/**
 * A release as one page that needs nothing else: no script, no font, no request (the policy in its head forbids them). Foreign text
 * is escaped here; summaries of runs were escaped when they were built.
 */
export function renderReleasePage(view: ReleaseView): string {
  const { source, title, about, facts, notes, now, stories, acts, runs, ledgers, comparisons } = view;
  const misses = comparisons.filter((one) => one.misses.length > 0).length;
  const kind = source === 'rehearsal' ? 'Rehearsal of a release' : 'A release, from its ledger';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)} · ${source === 'rehearsal' ? 'rehearsal' : 'report'}</title>
<style>${style}${runStyle}${releaseStyle}</style>
</head>
<body>
<header>
<p class="kind">${kind}, as of <time datetime="${new Date(now).toISOString()}">${tellTime(now)}</time> UTC</p>
<h1>${escapeHtml(title)}</h1>
<p class="about">${escapeHtml(about)}</p>
${renderOverview(stories)}
</header>
<main>
${notes.map((note) => `<p class="note" role="note">${escapeHtml(note)}</p>`).join('')}
${section('now', 'Where it is', renderCards(view))}
${comparisons.length === 0 ? '' : section('comparisons', misses === 0 ? 'Expected and observed: all as expected' : `Expected and observed: ${misses} not as expected`, renderComparisons(comparisons))}
${stories.map((story) => renderStory(story, stories)).join('\n')}
${acts.length === 0 ? '' : section('acts', 'What people and services did', renderActs(view))}
${runs.length === 0 ? '' : section('runs', 'Runs', renderRuns(view))}
${ledgers.length === 0 ? '' : section('ledger', 'Ledger', renderLedgers(view))}
${section('facts', 'About this page', renderPairs(facts))}
</main>
</body>
</html>
`;
}

function renderStory(story: StoryView, stories: readonly StoryView[]): string {
  const { id, evidence } = story;
  const counted = evidence.filter(({ points }) => points.some(({ units }) => units > 0));
  const silent = evidence.filter((one) => !counted.includes(one)).map(({ gate }) => gate);
  const parts = [
    `<h3>Exposure</h3>${renderExposure(story)}${renderExposureTable(story)}`,
    ...(counted.length === 0
      ? []
      : [
          `<h3>Evidence</h3><div class="rates">${counted.map((one) => `<div>${renderRates(one, story)}</div>`).join('')}</div>${renderRatesTable(counted, story)}`,
        ]),
    ...(silent.length === 0 ? [] : [`<p class="kind">Nothing was counted for ${escapeHtml(silent.join(', '))}.</p>`]),
    `<h3>Decisions</h3>${renderDecisions(story)}`,
  ];
  return section(id, escapeHtml(nameOf(story, stories)), parts.join(''));
}
