import { expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { runAction } from '#kit/action';
import { systemClock } from '#kit/clock';
import { fetchOverHttp } from '#kit/fetch';
import type { Runner } from '#kit/runner';
import { probe } from '../probe/probe.ts';

test('the file of the summary holds no secret even before the runner masks it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-redaction-'));
  const file = join(folder, 'summary.md');
  writeFileSync(file, '');
  const silent: Runner = {
    line: () => undefined,
    debug: () => undefined,
    annotate: () => undefined,
    startGroup: () => undefined,
    endGroup: () => undefined,
    mask: () => undefined,
    setOutput: () => undefined,
    saveState: () => undefined,
    readState: () => '',
    command: () => undefined,
  };
  const environment = {
    ...process.env,
    GITHUB_STEP_SUMMARY: file,
    RUNNER_TEMP: folder,
    INPUT_DOES: 'secret',
    INPUT_TOKEN: 'very-secret-token',
  };
  const host = {
    environment,
    runner: silent,
    clock: systemClock,
    fetch: fetchOverHttp,
    elapsed: () => performance.now(),
    random: Math.random,
    cancel: new AbortController().signal,
  };
  expect(await runAction(probe, 'main', host)).toBe(0);
  const written = readFileSync(file, 'utf8');
  expect(written).toContain('summary ***');
  expect(written).not.toContain('very-secret-token');
  rmSync(folder, { recursive: true });
});
