import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../support/scenario.ts';

// The one script in the reusable workflow, run by the shell that GitHub runs it with, with stand-ins of the managers.

interface Workflow {
  on: { workflow_call: { inputs: Record<string, { default: string }> } };
  jobs: { gate: { steps: { name?: string; uses?: string; run?: string; with?: Record<string, string> }[] } };
}

const workflow = parse(readFileSync(join(root, '.github/workflows/quality.yml'), 'utf8')) as Workflow;
const install = workflow.jobs.gate.steps.find((step) => step.name === 'Install the packages')?.run ?? '';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-install-'));
  mkdirSync(join(folder, 'bin'));
  for (const name of ['npm', 'pnpm', 'yarn', 'corepack']) {
    writeFileSync(
      join(folder, 'bin', name),
      `#!/bin/sh\necho "$(basename "$PWD"): ${name} $*" >> '${folder}/ran'\n[ "$*" != ci ] || [ ! -f broken ]\n`,
    );
    chmodSync(join(folder, 'bin', name), 0o755);
  }
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function run(
  packages: Readonly<Record<string, readonly string[]>>,
  more: Readonly<Record<string, string>> = {},
): { code: number | null; ran: string[] } {
  for (const [name, files] of Object.entries(packages)) {
    mkdirSync(join(folder, name), { recursive: true });
    for (const file of files) writeFileSync(join(folder, name, file), '');
  }
  const env = {
    PATH: [join(folder, 'bin'), process.env['PATH'] ?? ''].join(delimiter),
    FOLDERS: Object.keys(packages).join('\n'),
    INSTALL: '',
    ...more,
  };
  // The line with which the runner starts `shell: bash`.
  const { status } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', install], {
    cwd: folder,
    env,
  });
  const ran = readFileSync(join(folder, 'ran'), 'utf8').trim().split('\n');
  return { code: status, ran: ran.filter((line) => !line.includes('corepack')) };
}

test('each folder is installed by what its lockfile names, exactly as locked', () => {
  const packages = {
    mobile: ['package-lock.json'],
    web: ['pnpm-lock.yaml'],
    api: ['yarn.lock'],
    'part of a workspace': [],
  };
  expect(run(packages)).toEqual({
    code: 0,
    ran: ['mobile: npm ci', 'web: pnpm install --frozen-lockfile', 'api: yarn install --immutable'],
  });
});

test("the caller's own command comes first, in every folder", () => {
  expect(run({ mobile: ['package-lock.json'], web: [] }, { INSTALL: 'npm install && npm run prepare' })).toEqual({
    code: 0,
    ran: ['mobile: npm install', 'mobile: npm run prepare', 'web: npm install', 'web: npm run prepare'],
  });
});

test('an installation that fails fails the step, and no further folder is begun', () => {
  const { code, ran } = run({ mobile: ['package-lock.json', 'broken'], web: ['package-lock.json'] });
  expect(code).not.toBe(0);
  expect(ran).toEqual(['mobile: npm ci']);
});

test('the workflow hands every input of the gate on under its own name, with the default of the action', () => {
  const gate = workflow.jobs.gate.steps.find((step) => step.uses === '$/actions/quality-gate');
  const manifest = parse(readFileSync(join(root, 'actions/quality-gate/action.yml'), 'utf8')) as {
    inputs: Record<string, { default: string }>;
  };
  // Where things lie on the runner, and the job's own token.
  const own = {
    'cache-directory': '${{ runner.temp }}/quality-cache',
    'report-directory': '${{ runner.temp }}/quality-reports',
    'github-token': '${{ github.token }}',
  };
  const handed = Object.fromEntries(Object.keys(manifest.inputs).map((name) => [name, `\${{ inputs.${name} }}`]));
  expect(gate?.with).toEqual({ ...handed, ...own });
  for (const name of Object.keys(handed).filter((one) => !Object.hasOwn(own, one))) {
    // The workflow fetches what changed lines need, so it asks for them; the action alone cannot know what was fetched.
    const expected = name === 'patch-threshold' ? '80' : manifest.inputs[name]?.default;
    expect(workflow.on.workflow_call.inputs[name]?.default).toBe(expected);
  }
});
