import { describe, expect, test } from '@jest/globals';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GitHubWorld } from '#emulators/github/world';
import { writeBaseline } from '#reports/baseline';
import { readFigures } from '#reports/quality-figures';
import { qualityGate } from '../../actions/quality-gate/main.ts';
import { modes, play } from '../support/scenario.ts';
import type { Scenario, Seen } from '../support/scenario.ts';
import { startServer } from '../support/server.ts';
import { keepBaseline, withClient } from '../vendors/github/stage.ts';
import { coverageOf, healthy, jestReport, standInMonorepo, standInProject } from './project.ts';

const counted = (covered: number, total: number) => ({ covered, total });
const none = counted(0, 0);

/** Lines and statements that ran, of ten, on the commit that is compared with. */
function fileOf(commit: string, lines: Readonly<Record<string, number>>, provider = 'babel'): string {
  return writeBaseline({
    commit,
    measuredAt: '2026-11-23T10:00:00.000Z',
    packages: Object.entries(lines).map(([name, covered]) => ({
      name,
      counts: { lines: counted(covered, 10), statements: counted(covered, 10), branches: none, functions: none },
      tests: { total: 1, passed: 1, failed: 0, skipped: 0 },
    })),
    tools: { 'coverage-provider': provider },
  });
}

const jestOf = (covered: number) => ({
  jest: { ...healthy.jest, report: jestReport({ coverageMap: coverageOf(covered, 10, 'WORKSPACE/src/a.js') }) },
});

/** Lets the step see a pull request in the emulator's repository: one commit on `topic`, `distance` commits behind kept figures. */
async function compare(
  scenario: Scenario,
  keep: (world: GitHubWorld, commit: string) => void,
  look: (seen: Seen, commit: string) => void,
  mode: (typeof modes)[number],
): Promise<void> {
  let [kept, base, head] = ['', '', ''];
  const prepare = (world: GitHubWorld): void => {
    kept = world.commit({ 'a.txt': '1' });
    keep(world, kept);
    base = world.commit({ 'a.txt': '2' });
    world.branch('topic');
    head = world.commit({ 'b.txt': 'b' }, { branch: 'topic' });
  };
  await withClient({ prepare }, async (stage) => {
    const payload = { pull_request: { base: { sha: base }, head: { sha: head } } };
    const { GITHUB_REPOSITORY = '', GITHUB_API_URL = '' } = stage.environment('pull_request', {});
    const withEvent: Scenario = {
      ...scenario,
      inputs: { 'github-token': 'ghs_workflow', 'report-directory': 'out', ...scenario.inputs },
      env: {
        GITHUB_REPOSITORY,
        GITHUB_API_URL,
        GITHUB_EVENT_NAME: 'pull_request',
        GITHUB_EVENT_PATH: 'WORKSPACE/.event/event.json',
        ...scenario.env,
      },
      prepare: (workspace) => {
        scenario.prepare?.(workspace);
        mkdirSync(join(workspace, '.event'));
        writeFileSync(join(workspace, '.event/event.json'), JSON.stringify(payload));
      },
    };
    await play(mode, qualityGate, withEvent, (seen) => {
      look(seen, kept);
    });
  });
}

const figuresOf = (seen: Seen) => readFigures(readFileSync(join(seen.workspace, 'out/quality.json'), 'utf8'));

describe.each(modes)('%s: compared with the base', (mode) => {
  const project = standInProject(jestOf(8), { files: { 'package.json': '{ "name": "app" }' } });

  test('each metric shows its change, and where the figures come from', async () => {
    await compare(
      project,
      (world, commit) => {
        keepBaseline(world, commit, { file: fileOf(commit, { app: 9 }) });
      },
      (seen, commit) => {
        expect(seen.exitCode).toBe(0);
        expect(seen.summary).toMatch(/\| lines \| 8 of 10 \| 80.00 % \| -10.00 \| .* \| 80 % \|/);
        expect(seen.summary).toContain(
          `Change in percentage points against ${commit.slice(0, 12)}, 1 commit before this branch begins.`,
        );
        expect(figuresOf(seen).coverage).toMatchObject({
          base: { commit, distance: 1 },
          total: { base: { lines: { covered: 9, total: 10 } } },
        });
        // The token is for us: no child saw it, and no log shows it.
        expect(seen.log).not.toContain('ghs_workflow');
      },
      mode,
    );
  });

  test('a package that the base does not know has no change; figures of another provider are called so', async () => {
    const packages = standInMonorepo({ mobile: jestOf(8), web: jestOf(10) });
    await compare(
      packages,
      (world, commit) => {
        keepBaseline(world, commit, { file: fileOf(commit, { mobile: 8 }, 'v8-lines') });
      },
      (seen) => {
        expect(seen.summary).toMatch(/\| `mobile` \| 80.00 % \\?\(0.00\\?\) ✅ \|/);
        expect(seen.summary).toMatch(/\| `web` \| 100.00 % ✅ \|/);
        expect(seen.summary).toContain('It was counted by another coverage provider, so the change means little.');
        expect(figuresOf(seen).coverage.total?.base).toBeNull();
      },
      mode,
    );
  });

  test('without one it says so, and does not fail for it', async () => {
    await compare(
      project,
      () => undefined,
      (seen) => {
        expect(seen.exitCode).toBe(0);
        expect(seen.summary).toContain('No baseline to compare with: nothing was kept for the last 3 commits of main');
        expect(figuresOf(seen).coverage.base).toEqual({ none: expect.stringContaining('nothing was kept') });
      },
      mode,
    );
  });

  test('nor does it fail when GitHub has no answer', async () => {
    const server = await startServer((_, response) => {
      response.writeHead(403, { 'content-type': 'application/json' }).end('{"message":"Resource not accessible"}');
    });
    await compare(
      { ...project, env: { GITHUB_API_URL: server.url } },
      () => undefined,
      (seen) => {
        expect(seen.outputs).toMatchObject({ verdict: 'pass', result: 'success' });
        expect(seen.summary).toContain('No baseline to compare with: ');
        expect(seen.annotations).toEqual([]);
      },
      mode,
    );
    expect(server.requests.length).toBeGreaterThan(0);
    await server.stop();
  });

  test('without a token nothing is asked and nothing is said', async () => {
    await compare(
      { ...project, inputs: { 'github-token': '' } },
      (world, commit) => {
        keepBaseline(world, commit, { file: fileOf(commit, { app: 9 }) });
      },
      (seen) => {
        expect(seen.summary).not.toContain('baseline');
        expect(figuresOf(seen).coverage.base).toBeNull();
      },
      mode,
    );
  });
});
