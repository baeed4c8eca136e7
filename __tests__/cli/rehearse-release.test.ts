import { afterEach, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseReleaseArguments } from '../../cli/release-arguments.ts';
import { root } from '../support/scenario.ts';

let home = '';
afterEach(() => {
  if (home !== '') rmSync(home, { recursive: true, force: true });
  home = '';
});

function slipway(...args: readonly string[]): {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
} {
  const command = ['--disable-warning=ExperimentalWarning', join(root, 'cli/main.ts'), 'rehearse', 'release', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', cwd: root });
  return { status, out: stdout, error: stderr };
}

function write(name: string, text: string): string {
  if (home === '') home = mkdtempSync(join(tmpdir(), 'slipway-cli-'));
  writeFileSync(join(home, name), text);
  return join(home, name);
}

test.each([
  [
    ['--scenario', 'hotfix', '--seed', '3', '--users', '9M'],
    { scenario: 'hotfix', seed: 3, users: 9_000_000, list: false },
  ],
  [[], { scenario: 'healthy', list: false }],
  [['--list'], { scenario: 'healthy', list: true }],
  [['--sced', '3'], 'there is no option "--sced"; did you mean "--seed"?'],
  [['hotfix'], '"hotfix" is no option; name a scenario with --scenario'],
  [['--seed'], '"--seed" needs a value'],
  [['--seed', 'x'], '"--seed" takes a whole number from 0 on; it got "x"'],
  [['--users', '12'], '"--users" takes a number from 1000 to 100M, such as 10000, 10k or 9M; it got "12"'],
])('%j', (args, expected) => {
  expect(parseReleaseArguments(args)).toEqual(expected);
});

test('the scenarios are listed with what they are about', () => {
  const { status, out } = slipway('--list');
  expect(status).toBe(0);
  expect(out).toMatch(/^ {2}hotfix +A bad release is halted, /m);
});

test('a policy with mistakes shows them before anything is run', () => {
  const policy = write(
    'slipway.yml',
    'platforms: { android: { package: com.example.app, stages: [{ track: production, soak: 3 }] } }\n',
  );
  const { status, out, error } = slipway('--policy', policy);
  expect(status).toBe(2);
  expect(out).toBe('');
  expect(error).toContain('the policy has a mistake, so nothing was run');
  expect(error).toContain(
    `${policy}:1:87: platforms.android.stages[0].soak: "3" it is no duration: the unit is missing.`,
  );
});

test('a scenario of one’s own with mistakes, and a gate that nothing here can answer, as well', () => {
  const scenario = write('mine.yml', 'about: X\nexpect: [{ on: ios, life: dead }]\n');
  const told = slipway('--scenario', scenario);
  expect(told.status).toBe(2);
  expect(told.error).toContain(`${scenario}:2:27: expect[0].life: "dead" it is none of the words that stand here`);
  const policy = write(
    'slipway.yml',
    'platforms: { android: { package: com.example.app } }\ngates: { crash: { source: command, run: "true" } }\n',
  );
  const silent = slipway('--policy', policy);
  expect(silent.status).toBe(2);
  expect(silent.error).toContain(
    'nothing here can answer the gates crash: a rehearsal plays sentry, play-vitals and reviews',
  );
});

test('a short one of one’s own: lines for each change, the table, and 1 where something expected does not hold', () => {
  const policy = write(
    'slipway.yml',
    `release: pocket
platforms: { phone: { package: org.example.pocket, stages: [{ track: internal, soak: 1h }, { track: production, rollout: fast-48h }] } }
gates: { crash: { source: sentry, organization: pocket, project: pocket, max: 0.5% } }
`,
  );
  const scenario = write(
    'mine.yml',
    `about: A morning.
limit: 3h
testers: { internal: 5k }
ticks: { drift: 0min, dropped: 0% }
expect:
  - { on: android, life: open, track: production, share: 5% }
  - { on: android, life: complete }
`,
  );
  const { status, out, error } = slipway('--scenario', scenario, '--policy', policy, '--users', '1000', '--seed', '4');
  expect(error).toBe('');
  expect(status).toBe(1);
  expect(out).toContain('mine: A morning.');
  // A thousand users prove nothing in the hours of that plan, and that is said before the first tick.
  expect(out).toMatch(/⚠️ {2}phone: .*production 5 %/);
  expect(out).toContain('Mon 30 Nov 08:17, hour 0: 2.15.3 phone internal 100 % ⏸️ hold (soaking): ');
  expect(out).toMatch(/hour 1: 2\.15\.3 phone production 5 % ✅ promote \(soaked\): /);
  expect(out).toMatch(/^mine, seed 4: .* 3 ticks by schedule, 7 processes of the bundle, /m);
  expect(out).toContain('✅ phone');
  expect(out).toContain('❌ phone: its life should be complete, and is open.');
  expect(out).toContain("What is expected was written for the example's policy");
});
