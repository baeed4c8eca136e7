import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { JobResult, RunResult, StepReport } from '#rehearsal/engine/result';
import { openRehearsal } from '#rehearsal/engine/session';
import type { Rehearsal, RehearsalOptions } from '#rehearsal/engine/session';
import { root } from '../../support/scenario.ts';

export const workflows = join(import.meta.dirname, 'workflows');

/** Virtual time at which every rehearsal of these tests begins. */
export const at = '2026-11-25T09:00:00Z';

/** A folder named `engine` with these files, rehearsed as `example-org/engine`, for as long as `use` takes. */
export async function withRehearsal<T>(
  files: Readonly<Record<string, string>>,
  use: (rehearsal: Rehearsal, folder: string) => Promise<T>,
  options: Partial<RehearsalOptions> = {},
): Promise<T> {
  const home = mkdtempSync(join(tmpdir(), 'slipway-engine-'));
  const folder = join(home, 'engine');
  mkdirSync(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const rehearsal = await openRehearsal({
    root: folder,
    suite: root,
    repository: 'example-org/engine',
    machine: process.env,
    at,
    cancelMs: { terminate: 300, kill: 300 },
    ...options,
  });
  try {
    return await use(rehearsal, folder);
  } finally {
    await rehearsal.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Runs one workflow given as text. */
export async function rehearseText(
  text: string,
  options: Partial<RehearsalOptions> & { request?: Partial<Parameters<Rehearsal['run']>[0]> } = {},
): Promise<RunResult> {
  const { request, ...rest } = options;
  return withRehearsal(
    { '.github/workflows/test.yml': text },
    (rehearsal) => rehearsal.run({ workflow: '.github/workflows/test.yml', event: 'push', ...request }),
    rest,
  );
}

/** The workflows of one part of the table and the actions of all, as a repository has them. */
export function fillRepository(part: string, folder: string): void {
  cpSync(join(workflows, part), join(folder, '.github/workflows'), { recursive: true });
  cpSync(join(workflows, 'actions'), join(folder, 'actions'), { recursive: true });
}

export interface Expected {
  readonly event?: string;
  readonly schedule?: string;
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
  readonly environments?: Readonly<Record<string, object>>;
  readonly conclusion: string;
  readonly title?: string;
  readonly artifacts?: Readonly<Record<string, readonly string[]>>;
  readonly jobs: Readonly<Record<string, string | ExpectedJob>>;
}

export interface ExpectedJob {
  readonly result: string;
  readonly tolerated?: boolean;
  readonly outputs?: Readonly<Record<string, string>>;
  /** `name: outcome`, with the conclusion behind it where it differs; those of a composite action indented. */
  readonly steps?: readonly string[];
  /** Lines that must be there, in any order. */
  readonly log?: readonly string[];
  readonly noLog?: readonly string[];
  /** `level file:line: first line of the message` */
  readonly annotations?: readonly string[];
  readonly summary?: string;
  readonly environment?: string;
}

export function readExpected(part: string, name: string): Expected {
  return JSON.parse(readFileSync(join(workflows, part, `${name}.expected.json`), 'utf8')) as Expected;
}

export function findJob(result: RunResult, name: string): JobResult {
  const job = result.jobs.find((each) => each.name === name);
  if (job === undefined) throw new Error(`no job "${name}" among ${result.jobs.map((each) => each.name).join(', ')}`);
  return job;
}

export function showSteps(steps: readonly StepReport[], indent = ''): string[] {
  return steps
    .filter(({ phase }) => phase !== 'set-up' && phase !== 'complete')
    .flatMap(({ name, outcome, conclusion, children }) => [
      `${indent}${name}: ${outcome}${outcome === conclusion ? '' : `, ${conclusion}`}`,
      ...showSteps(children, `${indent}  `),
    ]);
}

export function showAnnotations({ annotations }: Pick<JobResult, 'annotations'>): string[] {
  return annotations.map(({ level, file, line, message }) => {
    const place = [file === undefined ? '' : ` ${file}`, line === undefined ? '' : `:${line}`].join('');
    return `${level}${place}: ${message.split('\n', 1).join()}`;
  });
}

export function logOf({ steps }: Pick<JobResult, 'steps'>): string[] {
  return steps.flatMap((step) => [...step.log, ...logOf({ steps: step.children })]);
}
