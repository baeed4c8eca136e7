import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../support/scenario.ts';

// The reusable workflow as a file; a run of it is rehearsed in __tests__/rehearsal/engine/mobile-promote.test.ts.

type Named = Readonly<
  Record<string, { readonly default?: string; readonly required?: boolean; readonly value?: string }>
>;
const read = (path: string): unknown => parse(readFileSync(join(root, path), 'utf8'));
const workflow = read('.github/workflows/mobile-promote.yml') as {
  readonly on: { readonly workflow_call: { readonly inputs: Named; readonly secrets: Named; readonly outputs: Named } };
  readonly jobs: {
    readonly promote: {
      readonly 'timeout-minutes': number;
      readonly permissions: object;
      readonly concurrency: { readonly group: string; readonly queue: string; readonly 'cancel-in-progress': boolean };
      readonly steps: readonly { readonly uses: string; readonly with: Readonly<Record<string, string>> }[];
    };
  };
};
const manifest = read('actions/staged-promote/action.yml') as { readonly inputs: Named; readonly outputs: Named };
const { inputs, secrets, outputs } = workflow.on.workflow_call;
const job = workflow.jobs.promote;

test('every input of the action is handed on under its own name, with its default', () => {
  // No variable of the caller reaches a called workflow; the token is the job's own.
  const names = Object.keys(manifest.inputs).filter((name) => !['pass-env', 'github-token'].includes(name));
  const handed = names.map((name) => [name, `\${{ ${Object.hasOwn(secrets, name) ? 'secrets' : 'inputs'}.${name} }}`]);
  expect(job.steps.find(({ uses }) => uses === '$/actions/staged-promote')?.with).toEqual(Object.fromEntries(handed));
  for (const name of names.filter((one) => !Object.hasOwn(secrets, one)))
    expect({ name, default: inputs[name]?.default }).toEqual({ name, default: manifest.inputs[name]?.default ?? '' });
});

test('every output of the action but its end comes through', () => {
  expect(Object.keys(outputs).toSorted()).toEqual(
    Object.keys(manifest.outputs)
      .filter((name) => name !== 'result')
      .toSorted(),
  );
});

test('no secret is required, it may write the ledger, the call and the timeline, and it ends before another run takes over', () => {
  expect(Object.values(secrets).map(({ required }) => required)).toEqual([false, false, false, false]);
  expect(job.permissions).toEqual({ contents: 'write', issues: 'write', deployments: 'write', actions: 'read' });
  expect(job['timeout-minutes']).toBeLessThan(30);
});

test('commands by hand are not lost to the next tick, and a halt or a hold waits for nobody', () => {
  expect(job.concurrency).toMatchObject({ queue: 'max', 'cancel-in-progress': false });
  expect(job.concurrency.group).toContain('["halt", "hold"]');
  expect(job.concurrency.group).toContain('github.run_id');
});
