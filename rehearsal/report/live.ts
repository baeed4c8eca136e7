import { formatDuration } from '#kit/duration';
import type { Result } from '#rehearsal/engine/result';
import type { LiveEvent } from '#rehearsal/engine/run-state';
import { stripColours } from './parts.ts';
import { marks, shortName } from './words.ts';

/** The jobs and steps of a run while it goes on, as lines. */
export interface LiveTree {
  readonly take: (event: LiveEvent) => void;
  /** @param width columns; longer lines are cut */
  readonly draw: (width: number) => string[];
}

interface JobNode {
  readonly name: string;
  readonly startedAt: number;
  readonly steps: StepNode[];
  result?: Result;
  ms?: number;
  /** The last thing that it printed. */
  line: string;
}

interface StepNode {
  readonly name: string;
  readonly startedAt: number;
  outcome?: Result;
  ms?: number;
}

/** @param now milliseconds of a clock that only moves forward */
export function createLiveTree(now: () => number): LiveTree {
  const jobs = new Map<string, JobNode>();
  const find = (key: string, name = key): JobNode => {
    const job = jobs.get(key) ?? { name, startedAt: now(), steps: [], line: '' };
    jobs.set(key, job);
    return job;
  };
  return {
    take: (event) => {
      switch (event.kind) {
        case 'job-started':
          find(event.key, event.name);
          return;
        case 'step-started':
          find(event.key).steps.push({ name: event.step, startedAt: now() });
          find(event.key).line = '';
          return;
        case 'line':
          find(event.key).line = stripColours(event.line).trim();
          return;
        case 'step-ended': {
          const step = find(event.key).steps.findLast(
            ({ name, outcome }) => name === event.step.name && outcome === undefined,
          );
          if (step === undefined) return;
          step.outcome = event.step.outcome;
          step.ms = event.step.durationMs;
          return;
        }
        case 'job-ended': {
          const job = find(event.key, event.job.name);
          job.result = event.job.result;
          job.ms = event.job.durationMs;
          return;
        }
      }
    },
    draw: (width) => [...jobs.values()].flatMap((job) => drawJob(job, now())).map((line) => cut(line, width)),
  };
}

/** A job that is over is one line; a running one shows its steps, and under the running one what it last printed. */
function drawJob(job: JobNode, now: number): string[] {
  const head = `${job.result === undefined ? '⏳' : marks[job.result]} ${job.name}  ${formatDuration(job.ms ?? now - job.startedAt)}`;
  if (job.result !== undefined) return [head];
  const steps = job.steps.flatMap((step) => {
    const mark = step.outcome === undefined ? '⏳' : marks[step.outcome];
    const line = `   ${mark} ${shortName(step.name)}  ${formatDuration(step.ms ?? now - step.startedAt)}`;
    return step.outcome === undefined && job.line !== '' ? [line, `      ${job.line}`] : [line];
  });
  return [head, ...steps];
}

function cut(line: string, width: number): string {
  return line.length > width ? `${line.slice(0, Math.max(0, width - 1))}…` : line;
}
