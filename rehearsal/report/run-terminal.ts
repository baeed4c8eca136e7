import { formatDuration } from '#kit/duration';
import type { Finding, JobResult, PlacedAnnotation, RunResult, StepReport } from '#rehearsal/engine/result';
import { stripColours } from './parts.ts';
import { renderForTerminal } from './terminal.ts';
import { describeConclusion, marks, shortName } from './words.ts';

/** Lines of a failed step's log that are shown at the end. */
const tail = 20;

/** What a run was, for a terminal: jobs and steps, what failed and where, summaries, outputs, artifacts, what stood in. */
export function renderRunForTerminal(result: RunResult, colour: boolean): string {
  const blocks = [
    list('Why it did not start', result.refusals.map(showFinding)),
    result.jobs.flatMap(drawJob).join('\n'),
    ...result.jobs.flatMap((job) =>
      job.steps.filter(({ outcome, log }) => outcome === 'failure' && log.length > 0).map(showFailure),
    ),
    list(
      'Annotations',
      result.jobs.flatMap(({ annotations }) => annotations.map(showAnnotation)),
    ),
    ...result.jobs.flatMap(({ steps }) =>
      steps.filter(({ summary }) => summary.trim() !== '').map(({ summary }) => renderForTerminal(summary, colour)),
    ),
    list(
      'Outputs',
      result.jobs.flatMap(({ name, outputs }) =>
        Object.entries(outputs).map(([key, value]) => `${name}: ${key}=${value}`),
      ),
    ),
    list(
      'Artifacts',
      result.artifacts.map(({ name, files }) => `${name}: ${files.map(({ path }) => path).join(', ')}`),
    ),
    list('What stood in', [
      'GitHub: an emulator on this machine answers for its API',
      ...new Set(result.standIns.map(({ action, did }) => `${shortName(action)} ${did}`)),
    ]),
    list('What differs from GitHub', result.warnings.map(showFinding)),
    `${marks[result.conclusion]} ${result.title}, ${result.event.name}: ${describeConclusion(result)}`,
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

function list(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [`${title}:`, ...lines.map((line) => `  ${line}`)].join('\n');
}

function drawJob(job: JobResult): string[] {
  const time = job.result === 'skipped' ? 'skipped' : formatDuration(job.durationMs);
  return [
    `${marks[job.result]} ${job.name}  ${time}${job.tolerated ? ', tolerated' : ''}`,
    ...job.steps
      .filter(({ phase }) => phase !== 'set-up' && phase !== 'complete')
      .flatMap((step) => drawStep(step, '   ')),
  ];
}

function drawStep(step: StepReport, indent: string): string[] {
  const time = step.outcome === 'skipped' ? 'skipped' : formatDuration(step.durationMs);
  const notes = [
    ...(step.standIn === undefined ? [] : ['stand-in']),
    ...(step.outcome === 'failure' && step.conclusion === 'success' ? ['tolerated'] : []),
    ...(step.waitedMs > 0 ? [`${formatDuration(step.waitedMs)} of virtual time`] : []),
  ];
  const line = `${indent}${marks[step.outcome]} ${[`${shortName(step.name)}  ${time}`, ...notes].join(', ')}`;
  return [line, ...step.children.flatMap((child) => drawStep(child, `${indent}   `))];
}

function showFailure(step: StepReport): string {
  const lines = step.log.slice(-tail).map((line) => `    ${stripColours(line)}`);
  return [`The end of "${step.name}":`, ...lines].join('\n');
}

function showAnnotation({ level, file, line, message }: PlacedAnnotation): string {
  const place = file === undefined ? '' : ` ${[file, line].filter((part) => part !== undefined).join(':')}`;
  return `${level}${place}: ${message.split('\n', 1).join()}`;
}

function showFinding({ file, line, column, message }: Finding): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return place === '' ? message : `${place}: ${message}`;
}
