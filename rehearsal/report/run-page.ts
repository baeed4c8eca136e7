import { formatDuration } from '#kit/duration';
import type { JobResult, RunResult, StepReport } from '#rehearsal/engine/result';
import { escapeHtml, renderAnnotations, renderLog, renderPairs, renderSummary, section } from './parts.ts';
import { runStyle } from './run-style.ts';
import { style } from './style.ts';
import { describeConclusion, marks, shortName } from './words.ts';

/**
 * A rehearsed run as one page that needs nothing else: no script, no font, no request (the policy in its head forbids them).
 * Foreign text is escaped here; summaries were escaped when they were built.
 */
export function renderRunPage(result: RunResult): string {
  const { workflow, event, conclusion } = result;
  const annotations = result.jobs.flatMap((job) => job.annotations);
  const dropped = sum(result.jobs.flatMap(({ steps }) => steps.map((step) => step.dropped)));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${marks[conclusion]} ${escapeHtml(workflow.name)} · rehearsal</title>
<style>${style}${runStyle}</style>
</head>
<body>
<header>
<p class="kind">${escapeHtml(`Rehearsal of ${[...new Set([workflow.name, workflow.path])].join(', ')}`)}</p>
<h1>${escapeHtml(result.title)}</h1>
<p class="badge ${tone(conclusion)}">${escapeHtml(describeConclusion(result))}</p>
<p class="kind">${escapeHtml(`${event.name} of ${result.repository}, ${result.ref === '' ? 'not started' : `${result.ref} at ${result.sha.slice(0, 12)}`}, run ${result.runNumber}`)}</p>
</header>
<main>
${result.refusals.length === 0 ? '' : section('refusals', 'Why it did not start', renderFindings(result.refusals))}
${result.jobs.length === 0 ? '' : section('timeline', 'Jobs', renderTimeline(result))}
${section('annotations', 'Annotations', renderAnnotations(annotations, dropped))}
${renderSummaries(result)}
${section('steps', 'Steps', result.jobs.map(renderJob).join(''))}
${section('artifacts', 'Artifacts', renderArtifacts(result))}
${section('stand-ins', 'What stood in', renderStandIns(result))}
${result.warnings.length === 0 ? '' : section('warnings', 'What differs from GitHub', renderFindings(result.warnings))}
</main>
</body>
</html>
`;
}

/** Steps shorter than this part of the run have no row of their own. */
const visibleShare = 0.005;

function tone(result: RunResult['conclusion']): string {
  return result === 'success' ? 'pass' : result === 'skipped' ? 'dim' : 'fail';
}

function renderFindings(findings: RunResult['refusals']): string {
  const items = findings.map(({ file, line, column, message }) => {
    const place = [file, line, column].filter((part) => part !== undefined).join(':');
    return `<li class="warning">${place === '' ? '' : `<code>${escapeHtml(place)}</code> `}<span class="text">${escapeHtml(message)}</span></li>`;
  });
  return `<ul class="annotations">${items.join('')}</ul>`;
}

/** A row per job with a part for each step, and below it a row for each step that took a visible share of the run. */
function renderTimeline({ jobs, durationMs }: RunResult): string {
  const share = (ms: number): string => `${((100 * ms) / Math.max(durationMs, 1)).toFixed(2)}%`;
  const part = (step: StepReport): string =>
    `<span class="part ${tone(step.conclusion)}" style="left:${share(step.startMs)};width:${share(step.durationMs)}"></span>`;
  const row = (kind: string, label: string, duration: string, parts: readonly StepReport[]): string =>
    `<li class="${kind}">${label}<span class="time">${duration}</span><span class="bar" aria-hidden="true">${parts.map(part).join('')}</span></li>`;
  const rows = jobs.flatMap((job) => {
    const timed = job.steps.filter(({ outcome, phase }) => outcome !== 'skipped' && phase !== 'complete');
    const label = `<a class="job" href="#${anchor(job)}"><span aria-hidden="true">${marks[job.result]}</span> ${escapeHtml(job.name)}</a>`;
    const long = timed.filter((step) => step.durationMs >= durationMs * visibleShare);
    return [
      row('whole', label, job.steps.length === 0 ? job.result : formatDuration(job.durationMs), timed),
      ...long.map((step) =>
        row('one', `<span class="job">${escapeHtml(shortName(step.name))}</span>`, formatDuration(step.durationMs), [
          step,
        ]),
      ),
    ];
  });
  return `<ol class="timeline">${rows.join('')}</ol><p class="kind scale"><span>0 s</span><span>${formatDuration(durationMs)}</span></p>`;
}

function renderSummaries({ jobs }: RunResult): string {
  const written = jobs.flatMap((job) => {
    const parts = job.steps.map(({ summary }) => summary).filter((text) => text.trim() !== '');
    return parts.length === 0
      ? []
      : [
          `<h3>${escapeHtml(job.name)}</h3>${parts.map((text) => `<div class="summary">${renderSummary(text)}</div>`).join('')}`,
        ];
  });
  return written.length === 0 ? '' : section('summaries', 'Summaries', written.join(''));
}

function renderJob(job: JobResult): string {
  const outputs = Object.entries(job.outputs);
  const notes = [
    ...(job.tolerated ? ['its failure is tolerated (continue-on-error)'] : []),
    ...(job.environment === undefined ? [] : [`environment ${job.environment.name} ${job.environment.url}`.trim()]),
  ];
  return `<article id="${anchor(job)}"><h3><span aria-hidden="true">${marks[job.result]}</span> ${escapeHtml(job.name)} <span class="time">${job.result}, ${formatDuration(job.durationMs)}</span></h3>${notes.map((note) => `<p class="kind">${escapeHtml(note)}</p>`).join('')}<ol class="steps">${job.steps.map(renderStep).join('')}</ol>${outputs.length === 0 ? '' : `<h4>Outputs</h4>${renderPairs(outputs)}`}</article>`;
}

function renderStep(step: StepReport): string {
  const standIn = step.standIn === undefined ? '' : ' <span class="tag">stand-in</span>';
  const tolerated =
    step.outcome === 'failure' && step.conclusion === 'success' ? ' <span class="tag">tolerated</span>' : '';
  const title = `<span class="mark" aria-label="${step.conclusion}">${marks[step.outcome]}</span> <span class="name">${escapeHtml(shortName(step.name))}</span>${standIn}${tolerated} <span class="time">${time(step)}</span>`;
  const outputs = Object.entries(step.outputs);
  const body = [
    ...(outputs.length === 0 ? [] : [renderPairs(outputs)]),
    ...(step.log.length === 0 ? [] : [renderLog(step.log)]),
    ...(step.children.length === 0 ? [] : [`<ol class="steps">${step.children.map(renderStep).join('')}</ol>`]),
  ].join('');
  return body === ''
    ? `<li><p class="plain">${title}</p></li>`
    : `<li><details${step.conclusion === 'failure' ? ' open' : ''}><summary>${title}</summary>${body}</details></li>`;
}

function renderArtifacts({ artifacts }: RunResult): string {
  if (artifacts.length === 0) return '<p class="nothing">None.</p>';
  return artifacts
    .map(({ name, files, retentionDays, job }) => {
      const rows = files.map(({ path, bytes }): [string, string] => [path, `${bytes} bytes`]);
      return `<details><summary><strong>${escapeHtml(name)}</strong> <span class="time">${files.length} files of ${escapeHtml(job)}, kept ${retentionDays} days on GitHub</span></summary>${renderPairs(rows)}</details>`;
    })
    .join('');
}

function renderStandIns({ standIns }: RunResult): string {
  const did = new Map([
    ['GitHub', 'an emulator on this machine answers for its API'],
    ...standIns.map(({ action, did: done }): [string, string] => [shortName(action), done]),
  ]);
  const items = [...did].map(([what, done]) => `<li><strong>${escapeHtml(what)}</strong> ${escapeHtml(done)}</li>`);
  return `<ul class="plain-list">${items.join('')}</ul>`;
}

function anchor(job: JobResult): string {
  return `job-${job.key.replaceAll(/[^\w-]/g, '-')}`;
}

function time(step: StepReport): string {
  if (step.outcome === 'skipped') return 'skipped';
  const waited = step.waitedMs > 0 ? `, and ${formatDuration(step.waitedMs)} of virtual time` : '';
  return `${formatDuration(step.durationMs)}${waited}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
