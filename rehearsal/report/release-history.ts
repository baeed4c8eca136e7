import { formatDuration } from '#kit/duration';
import { escapeHtml, escapeProse, renderLog, renderSummary } from './parts.ts';
import { renderSign } from './release-signs.ts';
import { fold, renderTable } from './release-tables.ts';
import type { DecisionView, ReleaseView, RunView, StoryView } from './release-view.ts';
import { tellReason, tellTime } from './release-words.ts';

/** Decisions that are shown at once; the earlier ones are folded. */
const shown = 6;
/** Runs whose texts the page keeps. One that fails each hour for a week would make it a page of megabytes that says one thing. */
const kept = 24;

/** The newest first: what is asked at night is what is going on. */
export function renderDecisions({ decisions, curve: { from, to } }: StoryView): string {
  if (decisions.length === 0) return '<p class="nothing">None yet.</p>';
  const items = decisions.map((one) => renderDecision(one, from, to)).toReversed();
  const list = (some: readonly string[]): string => `<ol class="decisions">${some.join('')}</ol>`;
  const rest = items.slice(shown);
  const more =
    rest.length === 0 ? '' : fold(rest.length === 1 ? 'The one before' : `The ${rest.length} before`, list(rest));
  return `${list(items.slice(0, shown))}${more}`;
}

function renderDecision(
  { at, until, what, tone, reason, sentence, place, run, looks }: DecisionView,
  from: number,
  to: number,
): string {
  const lasted = (until ?? to) - at;
  const stood = lasted < 60_000 ? '' : `${until === null ? 'stands' : 'stood'} for ${formatDuration(lasted)}`;
  const notes = [place, stood, looks > 1 ? `run ${run} and ${looks - 1} more` : run === '' ? '' : `run ${run}`].filter(
    (text) => text !== '',
  );
  return `<li class="${tone}"><p class="when"><time datetime="${new Date(at).toISOString()}">${tellTime(at)}</time> <span class="dim">hour ${Math.max(0, Math.floor((at - from) / 3_600_000))}</span></p><div><p>${renderSign(tone)} <strong>${escapeHtml(what)}</strong> ${escapeHtml(tellReason(reason))}</p>${sentence === '' ? '' : `<p class="sentence">${escapeProse(sentence)}</p>`}<p class="kind">${escapeProse(notes.join(' · '))}</p></div></li>`;
}

/** Those that did something, and the others folded; the summaries and the logs of the last ones in folds of their own. */
export function renderRuns({ runs }: ReleaseView): string {
  const notable = runs.filter(({ isNotable }) => isNotable);
  const quiet = runs.filter(({ isNotable }) => !isNotable);
  const wrote = notable.filter(({ summary, log }) => summary !== undefined || log !== undefined);
  const left = wrote.length - kept;
  return [
    notable.length === 0
      ? '<p class="nothing">None that did anything.</p>'
      : renderRunTable('Runs that did something', notable),
    quiet.length === 0
      ? ''
      : fold(
          `${quiet.length} ${quiet.length === 1 ? 'run' : 'runs'} that changed nothing`,
          renderRunTable('Runs that changed nothing', quiet),
        ),
    wrote.length === 0
      ? ''
      : fold(
          left > 0 ? `What the last ${kept} wrote` : `What ${wrote.length === 1 ? 'it' : 'they'} wrote`,
          wrote.slice(-kept).map(renderRun).join(''),
        ),
  ].join('');
}

function renderRunTable(name: string, runs: readonly RunView[]): string {
  const isTold = runs.some(({ command }) => command !== undefined);
  const told = isTold ? [{ title: 'Command' }, { title: 'Ended' }] : [];
  return renderTable(
    name,
    [{ title: 'Run' }, { title: 'Time (UTC)' }, ...told, { title: 'What came of it' }],
    runs.map(({ name: run, at, command = '', conclusion = '', did, address }) => [
      address === undefined ? escapeHtml(run) : `<a href="${escapeHtml(address)}">${escapeHtml(run)}</a>`,
      tellTime(at),
      ...(isTold ? [escapeHtml(command), escapeHtml(conclusion)] : []),
      did.map(escapeHtml).join('<br>'),
    ]),
  );
}

function renderRun({ name, at, command, summary, log }: RunView): string {
  const parts = [
    summary === undefined || summary.trim() === '' ? '' : `<div class="summary">${renderSummary(summary)}</div>`,
    log === undefined ? '' : renderLog(log),
  ];
  return fold([name, tellTime(at), ...(command === undefined ? [] : [command])].join(', '), parts.join(''));
}

/** What people and services did, apart from the runs. */
export function renderActs({ acts }: ReleaseView): string {
  const items = acts.map(
    ({ at, text }) =>
      `<li><time datetime="${new Date(at).toISOString()}">${tellTime(at)}</time> ${escapeHtml(text)}</li>`,
  );
  return `<ul class="plain-list">${items.join('')}</ul>`;
}

export function renderLedgers({ ledgers }: ReleaseView): string {
  return ledgers
    .map(({ tag, text }) =>
      fold(`${tag}, ${text.split('\n').length} lines`, `<pre tabindex="0">${escapeHtml(text)}</pre>`),
    )
    .join('');
}
