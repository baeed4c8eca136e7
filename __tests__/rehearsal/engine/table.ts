import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { JobResult } from '#rehearsal/engine/result';
import { openRehearsal } from '#rehearsal/engine/session';
import { root } from '../../support/scenario.ts';
import { at, fillRepository, logOf, readExpected, showAnnotations, showSteps, workflows } from './runs.ts';
import type { ExpectedJob } from './runs.ts';

/**
 * One workflow file per property of the runtime, with what GitHub would show of its jobs and steps beside it. Declares the tests of
 * one part of the table.
 */
export function testTable(part: string): void {
  let home = '';
  let folder = '';
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'slipway-table-'));
    folder = join(home, 'engine');
    mkdirSync(folder);
    fillRepository(part, folder);
    putPython(join(home, 'bin'));
  });
  afterAll(() => {
    rmSync(home, { recursive: true, force: true });
  });
  const names = readdirSync(join(workflows, part))
    .filter((file) => file.endsWith('.yml'))
    .map((file) => file.replace(/\.yml$/, ''));
  const rows = names.filter((name) => !name.startsWith('called-'));

  test.each(rows)('%s: jobs, steps, outputs, annotations and log are those of GitHub', async (name) => {
    const expected = readExpected(part, name);
    const { event = 'push', schedule, payload, inputs, secrets, vars, environments } = expected;
    const rehearsal = await openRehearsal({
      root: folder,
      suite: root,
      repository: 'example-org/engine',
      machine: { ...process.env, PATH: [join(home, 'bin'), process.env['PATH'] ?? ''].join(delimiter) },
      at,
      settings: { secrets: secrets ?? {}, vars: vars ?? {}, environments: environments ?? {} },
      cancelMs: { terminate: 300, kill: 300 },
    });
    try {
      const result = await rehearsal.run({
        workflow: `.github/workflows/${name}.yml`,
        event,
        ...(schedule === undefined ? {} : { schedule }),
        ...(payload === undefined ? {} : { payload }),
        ...(inputs === undefined ? {} : { inputs }),
      });
      expect(result.refusals).toEqual([]);
      expect(Object.fromEntries(result.jobs.map((job) => [job.name, job.result]))).toEqual(
        Object.fromEntries(
          Object.entries(expected.jobs).map(([job, one]) => [job, typeof one === 'string' ? one : one.result]),
        ),
      );
      for (const [job, one] of Object.entries(expected.jobs))
        if (typeof one !== 'string')
          compare(
            result.jobs.find((each) => each.name === job),
            one,
          );
      expect(result.conclusion).toBe(expected.conclusion);
      if (expected.title !== undefined) expect(result.title).toBe(expected.title);
      if (expected.artifacts !== undefined) {
        const found = result.artifacts.map(({ name: artifact, files }) => [artifact, files.map(({ path }) => path)]);
        expect(Object.fromEntries(found)).toEqual(expected.artifacts);
      }
    } finally {
      await rehearsal.close();
    }
  });
}

function compare(job: JobResult | undefined, expected: ExpectedJob): void {
  if (job === undefined) throw new Error('unreachable');
  const lines = logOf(job);
  const text = lines.join('\n');
  for (const line of expected.log ?? []) expect(text).toContain(line);
  for (const line of expected.noLog ?? []) expect(text).not.toContain(line);
  if (expected.steps !== undefined) expect(showSteps(job.steps)).toEqual(expected.steps);
  if (expected.outputs !== undefined) expect(job.outputs).toEqual(expected.outputs);
  if (expected.annotations !== undefined) expect(showAnnotations(job)).toEqual(expected.annotations);
  expect(job.tolerated).toBe(expected.tolerated ?? false);
  const summary = job.steps
    .map((step) => step.summary.trim())
    .filter(Boolean)
    .join('\n');
  if (expected.summary !== undefined) expect(summary).toBe(expected.summary);
  if (expected.environment !== undefined)
    expect(`${job.environment?.name ?? ''} ${job.environment?.url ?? ''}`).toBe(expected.environment);
}

/** Not every machine has a `python`: this one prints what `print('a' + 'b')` would, of the file that it is given. */
function putPython(bin: string): void {
  mkdirSync(bin);
  const script = `#!/bin/sh\nsed -n "s/^print('\\(.*\\)' + '\\(.*\\)')$/\\1\\2/p" "$1"\n`;
  writeFileSync(join(bin, 'python'), script, { mode: 0o755 });
}
